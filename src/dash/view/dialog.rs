//! What is over the view: help, the palette, a question.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use super::table::{cut, frame_of, put, wrap};
use crate::dash::actions::{Deed, Needs};
use crate::dash::listing::Tone;
use crate::dash::state::{Over, State};
use crate::dash::theme::Theme;
use crate::dash::{keys, palette};
use crate::plain::plain;

/// Draws it.
pub fn draw(state: &State, theme: &Theme, frame: &mut Frame) {
    match &state.over {
        None | Some(Over::Filter) => {}
        Some(Over::Help { typed }) => help(state, theme, frame, typed),
        Some(Over::Sort { chosen }) => orders(state, theme, frame, *chosen),
        Some(Over::Palette { typed, chosen }) => commands(state, theme, frame, typed, *chosen),
        Some(Over::Confirm { deed, typed, wrong }) => {
            confirm(theme, frame, deed, typed, wrong.as_deref());
        }
    }
}

/// An empty pane in the middle of the screen.
fn open(theme: &Theme, frame: &mut Frame, title: &str, width: u16, height: u16) -> Rect {
    let area = frame.area();
    let (width, height) = (width.min(area.width), height.min(area.height));
    let area = Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    };
    let buffer = frame.buffer_mut();
    Clear.render(area, buffer);
    frame_of(theme, title, area, buffer, false)
}

fn help(state: &State, theme: &Theme, frame: &mut Frame, typed: &str) {
    let wanted = typed.to_lowercase();
    let bindings = keys::of(state.place(), state.options.read_only);
    let lines: Vec<(&str, &str)> = bindings
        .iter()
        .map(|binding| (binding.keys, binding.what))
        .filter(|(keys, what)| {
            wanted.is_empty() || what.contains(&wanted) || keys.to_lowercase().contains(&wanted)
        })
        .collect();
    let title = if typed.is_empty() {
        format!("Keys of {}; type to search", state.place().view().title())
    } else {
        format!("Keys: {}", plain(typed))
    };
    let room = frame.area().height.saturating_sub(2);
    let needed = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
    // In two columns where one is too high and there is room for two.
    let two = needed > room && frame.area().width >= 76;
    let (columns, width) = if two { (2, 104) } else { (1, 56) };
    let height = needed.saturating_sub(2).div_ceil(columns) + 2;
    let inside = open(theme, frame, &title, width, height);
    let per = usize::from(inside.height.max(1));
    let each = inside.width / columns;
    let buffer = frame.buffer_mut();
    for (n, (keys, what)) in lines.iter().enumerate().take(per * usize::from(columns)) {
        let x = inside.x + 1 + each * (n / per) as u16;
        let y = inside.y + (n % per) as u16;
        put(buffer, x, y, keys, 10, theme.style(Tone::Accent));
        let left = usize::from(each.saturating_sub(12));
        put(buffer, x + 11, y, cut(what, left), left, Style::default());
    }
}

fn orders(state: &State, theme: &Theme, frame: &mut Frame, chosen: usize) {
    let columns = super::listing(state).columns;
    let names: Vec<String> = std::iter::once("as it comes".to_owned())
        .chain(columns.iter().map(|column| column.name.to_lowercase()))
        .collect();
    let height = u16::try_from(names.len()).unwrap_or(u16::MAX).saturating_add(2);
    let inside = open(theme, frame, "Sort by; i turns it round", 34, height);
    let rows = usize::from(inside.height.max(1));
    let first = (chosen + 1).saturating_sub(rows);
    let buffer = frame.buffer_mut();
    for ((n, name), y) in names.iter().enumerate().skip(first).zip(inside.top()..inside.bottom()) {
        put(buffer, inside.x + 1, y, name, inside.width.into(), Style::default());
        if n == chosen {
            buffer.set_style(Rect { y, height: 1, ..inside }, theme.selected());
        }
    }
}

fn commands(state: &State, theme: &Theme, frame: &mut Frame, typed: &str, chosen: usize) {
    let entries = palette::entries(state, typed);
    let height = (entries.len() as u16).clamp(1, 18) + 3;
    let inside = open(theme, frame, "Commands", 64, height);
    let buffer = frame.buffer_mut();
    let room = usize::from(inside.width.saturating_sub(2));
    let line = format!(":{}█", plain(typed));
    put(buffer, inside.x + 1, inside.y, line, room, theme.style(Tone::Accent));
    let rows = usize::from(inside.height.saturating_sub(1));
    let first = (chosen + 1).saturating_sub(rows);
    for (n, entry) in entries.iter().enumerate().skip(first).take(rows) {
        let y = inside.y + 1 + (n - first) as u16;
        let name = plain(&entry.name);
        put(buffer, inside.x + 1, y, cut(&name, room.saturating_sub(12)), room, Style::default());
        let x = inside.right().saturating_sub(10);
        put(buffer, x, y, &entry.key, 10, theme.style(Tone::Accent));
        if n == chosen {
            buffer.set_style(Rect { y, height: 1, ..inside }, theme.selected());
        }
    }
    if entries.is_empty() {
        let style = theme.style(Tone::Dim);
        put(buffer, inside.x + 1, inside.y + 1, "there is no such command", room, style);
    }
}

fn confirm(theme: &Theme, frame: &mut Frame, deed: &Deed, typed: &str, wrong: Option<&str>) {
    let width = 70.min(frame.area().width);
    let question = plain(&deed.question()).into_owned();
    let mut lines: Vec<(String, Tone)> = wrap(&question, usize::from(width.saturating_sub(4)))
        .into_iter()
        .map(|line| (line, Tone::Normal))
        .collect();
    lines.push((String::new(), Tone::Normal));
    let answer = match deed.needs() {
        Needs::Nothing => "y does it, Esc or n does not".to_owned(),
        Needs::Reason | Needs::Number => {
            format!("> {}█  Enter does it, Esc does not", plain(typed))
        }
    };
    lines.push((answer, Tone::Accent));
    if let Some(wrong) = wrong {
        lines.push((format!("✗ {wrong}"), Tone::Bad));
    }
    let height = u16::try_from(lines.len()).unwrap_or(10) + 2;
    let inside = open(theme, frame, "Sure?", width, height);
    for ((line, tone), y) in lines.iter().zip(inside.top()..inside.bottom()) {
        let room = usize::from(inside.width.saturating_sub(2));
        put(frame.buffer_mut(), inside.x + 1, y, line, room, theme.style(*tone));
    }
}
