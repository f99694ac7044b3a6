//! What stands around every view: title, verdict, tabs, and the line at the bottom.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::table;
use super::words::clock;
use crate::cli::overview::Severity;
use crate::cli::time::span;
use crate::dash::keys::{self, Where};
use crate::dash::listing::Tone;
use crate::dash::place::View;
use crate::dash::state::{Over, State};
use crate::dash::theme::Theme;
use crate::plain::plain;

/// Where things are.
#[derive(Debug, Clone, Copy)]
pub struct Areas {
    /// The title.
    pub title: Rect,
    /// What is wrong.
    pub verdict: Rect,
    /// The tabs; without height where there is no room, or only one pane.
    pub tabs: Rect,
    /// The view.
    pub body: Rect,
    /// The keys, or what is being typed.
    pub foot: Rect,
}

/// Where things are on a screen.
pub fn areas(area: Rect, state: &State) -> Areas {
    let line = |y: u16, height: u16| Rect { y: area.y + y.min(area.height), height, ..area };
    let one = |n: u16| u16::from(area.height > n);
    let tabs = u16::from(!state.options.single && area.height > 5);
    let foot = one(3);
    let top = one(0) + one(1) + tabs;
    Areas {
        title: line(0, one(0)),
        verdict: line(1, one(1)),
        tabs: line(2, tabs),
        body: line(top, area.height.saturating_sub(top + foot)),
        foot: line(area.height.saturating_sub(foot), foot),
    }
}

/// Draws it.
pub fn draw(state: &State, theme: &Theme, frame: &mut Frame, areas: &Areas) {
    let buffer = frame.buffer_mut();
    title(state, theme, buffer, areas.title);
    verdict(state, theme, buffer, areas.verdict);
    if areas.tabs.height > 0 {
        tabs(state, theme, buffer, areas.tabs);
    }
    foot(state, theme, buffer, areas.foot);
}

fn put(buffer: &mut Buffer, area: Rect, line: &Line) {
    if area.height > 0 && !buffer.area.intersection(area).is_empty() {
        buffer.set_line(area.x, area.y, line, area.width);
    }
}

fn title(state: &State, theme: &Theme, buffer: &mut Buffer, area: Rect) {
    let mut spans = vec![Span::styled("leadctl", theme.style(Tone::Accent))];
    if let Some(system) = state.parts().system.get() {
        let text = format!("  {}: {}", system.mode.name, plain(&system.mode.queue));
        spans.push(Span::styled(text, theme.style(Tone::Dim)));
    }
    put(buffer, area, &Line::from(spans));
    let mut right = Vec::new();
    if state.options.read_only {
        right.push(Span::styled("read-only  ", theme.style(Tone::Accent)));
    }
    if state.paused {
        right.push(Span::styled("▲ paused  ", theme.style(Tone::Warn)));
    }
    if state.cursor.is_some() {
        let back = span(state.now.since(state.at()));
        let text = format!("▲ frozen, {back} ago  ");
        right.push(Span::styled(text, theme.style(Tone::Warn)));
    }
    let every = format!("every {}  {} UTC", span(state.interval), clock(state.at()));
    right.push(Span::styled(every, theme.style(Tone::Dim)));
    let line = Line::from(right);
    let width = u16::try_from(line.width()).unwrap_or(u16::MAX);
    let x = area.right().saturating_sub(width).max(area.x);
    // A blank before it, so that it is told apart from what it cuts.
    if x > area.x && area.height > 0 {
        table::put(buffer, x - 1, area.y, " ", 1, theme.style(Tone::Normal));
    }
    put(buffer, Rect { x, width: area.right() - x, ..area }, &line);
}

/// What is wrong, in words, worst first, and the key that leads there.
fn verdict(state: &State, theme: &Theme, buffer: &mut Buffer, area: Rect) {
    let (tone, text) = verdict_text(state);
    let (text, key) = text;
    let shape = format!("{} ", Theme::shape(tone));
    let mut spans = vec![Span::styled(shape, theme.style(tone))];
    let room = usize::from(area.width).saturating_sub(2 + key.width());
    spans.push(Span::styled(table::cut(&text, room).into_owned(), theme.style(tone)));
    spans.push(Span::styled(key, theme.style(Tone::Accent)));
    put(buffer, area, &Line::from(spans));
}

/// How bad it is, what it is, and the key.
fn verdict_text(state: &State) -> (Tone, (String, String)) {
    if let Some((name, age, why)) = state.silent().into_iter().next() {
        let why = why.map_or_else(String::new, |why| format!(": {}", plain(&why)));
        let text = format!("no answer about {name} for {}{why}", span(age));
        return (Tone::Warn, (text, String::new()));
    }
    let parts = state.parts();
    let Some(verdict) = state.verdict() else {
        let error = parts.queues.error.as_ref().or(parts.system.error.as_ref());
        return match error {
            Some(error) => (Tone::Bad, (plain(error).into_owned(), String::new())),
            None => (Tone::Dim, ("reading …".to_owned(), String::new())),
        };
    };
    let Some(first) = verdict.findings.first() else {
        return (Tone::Good, ("nothing is wrong".to_owned(), String::new()));
    };
    let tone = if first.severity == Severity::Bad { Tone::Bad } else { Tone::Warn };
    let (key, _) = state.leads_to(first);
    let more = match (verdict.findings.len() - 1, key) {
        (0, _) => String::new(),
        (n, '!') => format!(", {n} more"),
        (n, _) => format!(", ! {n} more"),
    };
    (tone, (plain(&first.message).into_owned(), format!("  → {key}{more}")))
}

/// The tabs with where each begins and ends.
fn tab_places(state: &State, width: u16) -> Vec<(View, u16, String)> {
    let views = state.views();
    let long: u16 = views.iter().map(|view| view.title().width() as u16 + 3).sum();
    let mut x = 0;
    let mut found = Vec::new();
    for view in views {
        let here = view == state.place().view();
        let text = if long <= width || here {
            format!("{} {}", view.key(), view.title())
        } else {
            let short: String = view.title().chars().take(2).collect();
            format!("{} {short}", view.key())
        };
        let next = x + text.width() as u16;
        found.push((view, x, text));
        x = next + 1 + u16::from(long + 11 <= width);
    }
    found
}

fn tabs(state: &State, theme: &Theme, buffer: &mut Buffer, area: Rect) {
    for (view, x, text) in tab_places(state, area.width) {
        if x >= area.width {
            break;
        }
        let style = if view == state.place().view() {
            theme.style(Tone::Accent).add_modifier(Modifier::REVERSED)
        } else {
            theme.style(Tone::Dim)
        };
        table::put(buffer, area.x + x, area.y, text, (area.width - x).into(), style);
    }
}

/// The view whose tab is at a column of the screen.
pub fn tab_at(state: &State, width: u16, column: u16) -> Option<View> {
    let tabs = tab_places(state, width);
    let tab = tabs.iter().find(|(_, x, text)| (*x..x + text.width() as u16).contains(&column));
    tab.map(|(view, ..)| *view)
}

fn foot(state: &State, theme: &Theme, buffer: &mut Buffer, area: Rect) {
    if state.over == Some(Over::Filter) {
        let filter = state.look().filter;
        let text = format!("/{}█  Enter keeps it, Esc takes it away", plain(&filter));
        return put(buffer, area, &Line::styled(text, theme.style(Tone::Accent)));
    }
    if let Some((text, ok, _)) = &state.notice {
        let tone = if *ok { Tone::Good } else { Tone::Warn };
        let text = format!("{} {}", Theme::shape(tone), plain(text));
        return put(buffer, area, &Line::styled(text, theme.style(tone)));
    }
    let mut spans = Vec::new();
    let bindings = keys::of(state.place(), state.options.read_only);
    let common = [Where::Anywhere, Where::Lists, Where::Stateless, Where::Panes];
    let here = bindings.iter().filter(|b| !common.contains(&b.place));
    let mut hints: Vec<(String, &str)> = vec![("?".into(), "keys"), (":".into(), "commands")];
    if !state.place().is_text() {
        hints.insert(0, ("Enter".into(), "open"));
        hints.push(("/".into(), "filter"));
    }
    if state.places.len() > 1 {
        hints.insert(0, ("Esc".into(), "back"));
    }
    hints.extend(here.map(|b| (b.keys.replace(' ', ""), b.what)));
    for (key, what) in hints {
        spans.push(Span::styled(key, theme.style(Tone::Accent)));
        spans.push(Span::styled(format!(" {what}  "), theme.style(Tone::Dim)));
    }
    // Whole hints only.
    let mut width = 0;
    let kept = spans.chunks(2).take_while(|pair| {
        width += pair.iter().map(Span::width).sum::<usize>();
        width <= usize::from(area.width) + 2
    });
    let line: Vec<Span> = kept.flatten().cloned().collect();
    put(buffer, area, &Line::from(line));
}
