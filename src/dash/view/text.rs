//! A text to be read: heads, names and values, blocks; wrapped and scrolled. All of it is made safe.

use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::table::{frame_of, framed, put, wrap};
use crate::cli::time::span;
use crate::dash::listing::Tone;
use crate::dash::theme::Theme;
use crate::plain::{plain, plain_block};

/// Width of the names.
const NAMES: usize = 10;
/// Longest block, in characters.
const BLOCK: usize = 20_000;

#[derive(Debug, Clone)]
enum Line {
    Head(String),
    Named(String, String, Tone),
    Block(String, Tone),
}

/// A text.
#[derive(Debug, Clone, Default)]
pub struct Text(Vec<Line>);

impl Text {
    /// The head of a section.
    pub fn head(&mut self, text: &str) {
        self.0.push(Line::Head(plain(text).into_owned()));
    }

    /// A name and its value.
    pub fn line(&mut self, name: &str, value: &str, tone: Tone) {
        self.0.push(Line::Named(name.to_owned(), plain(value).into_owned(), tone));
    }

    /// A block from anywhere.
    pub fn plain(&mut self, text: &str) {
        self.toned(text, Tone::Normal);
    }

    /// A block from anywhere, meant so.
    pub fn toned(&mut self, text: &str, tone: Tone) {
        let cut = text.char_indices().nth(BLOCK).map_or(text, |(end, _)| &text[..end]);
        self.0.push(Line::Block(plain_block(cut), tone));
    }

    /// The lines, no wider than `room`.
    fn lines(&self, room: usize) -> Vec<(String, String, Tone, bool)> {
        let mut lines = Vec::new();
        for line in &self.0 {
            match line {
                Line::Head(text) => {
                    if !lines.is_empty() {
                        lines.push(Default::default());
                    }
                    lines.push((text.clone(), String::new(), Tone::Normal, true));
                }
                Line::Named(name, value, tone) => {
                    let wrapped = wrap(value, room.saturating_sub(NAMES + 2));
                    for (n, part) in wrapped.into_iter().enumerate() {
                        let name = if n == 0 { name.as_str() } else { "" };
                        lines.push((format!("{name:<NAMES$}  "), part, *tone, false));
                    }
                }
                Line::Block(text, tone) => {
                    let parts = wrap(text, room.saturating_sub(2)).into_iter();
                    lines.extend(parts.map(|part| ("  ".to_owned(), part, *tone, false)));
                }
            }
        }
        lines
    }
}

/// Draws a text in a pane, from line `scroll` on.
pub fn draw(
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
    title: &str,
    text: &Text,
    scroll: u16,
    stale: Option<Duration>,
) {
    let mut title = title.to_owned();
    if let Some(age) = stale {
        title.push_str(&format!(" - no answer for {}", span(age)));
    }
    let inner = if framed(area) { area.width.saturating_sub(2) } else { area.width };
    let lines = text.lines(inner.saturating_sub(2).into());
    let height = usize::from(area.height.saturating_sub(2));
    let first = usize::from(scroll).min(lines.len().saturating_sub(height));
    if lines.len() > height {
        title.push_str(&format!(", {}-{} of {}", first + 1, first + height, lines.len()));
    }
    let buffer = frame.buffer_mut();
    let inside = if framed(area) {
        frame_of(theme, &title, area, buffer, stale.is_some())
    } else {
        put(buffer, area.x, area.y, &title, area.width.into(), theme.head());
        Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
    };
    for ((name, value, tone, head), y) in lines[first..].iter().zip(inside.top()..inside.bottom()) {
        let style = if *head {
            theme.head().add_modifier(Modifier::UNDERLINED)
        } else {
            theme.style(Tone::Dim)
        };
        let room = usize::from(inside.width.saturating_sub(1));
        let x = put(buffer, inside.x + 1, y, name, room, style);
        let tone = if stale.is_some() { Tone::Dim } else { *tone };
        let left = usize::from(inside.right().saturating_sub(x));
        put(buffer, x, y, value, left, theme.style(tone));
    }
}
