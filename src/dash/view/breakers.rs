//! The circuit breakers, and one with its window, errors and history.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::stale;
use super::text::{Text, draw as draw_text};
use super::words::ago;
use crate::cli::time;
use crate::dash::data::BreakerSeen;
use crate::dash::listing::{Cell, Col, Item, Listing, Row, Tone, number, text};
use crate::dash::state::State;
use crate::dash::theme::Theme;
use crate::guard::breaker::Kind;
use crate::model::Timestamp;

const COLUMNS: &[Col] = &[
    text("BREAKER", 30, 0),
    text("STATE", 16, 0),
    number("SINCE", 1),
    text("NEXT", 12, 2),
    number("CALLS", 3),
    text("FAILED", 9, 1),
    text("SLOW", 9, 5),
    number("REJECTED", 4),
    text("LAST ERROR", 90, 2),
];

/// How a state is meant.
pub fn tone(kind: Kind) -> Tone {
    match kind {
        Kind::Closed => Tone::Good,
        Kind::Open | Kind::ForcedOpen => Tone::Bad,
        Kind::HalfOpen | Kind::Disabled | Kind::MetricsOnly => Tone::Warn,
    }
}

/// When the state ends or is tried to be ended.
fn next(until: Option<Timestamp>, now: Timestamp) -> Cell {
    Cell::maybe(until.map(|until| Cell::text(time::ago(until, now))))
}

/// The breakers.
pub fn listing(state: &State) -> Listing {
    let at = state.at();
    let breakers = state.parts().breakers.get();
    let rows = breakers.into_iter().flatten().map(|breaker| {
        let status = &breaker.status;
        let tone = tone(status.state);
        let figures = &status.figures;
        let percent = |share: f64| Cell::figure(format!("{share:.1} %"), share);
        Row {
            item: Item::Breaker(status.name.clone()),
            cells: vec![
                Cell::text(&status.name),
                Cell::text(format!("{} {}", Theme::shape(tone), status.state)).tone(tone),
                ago(Some(status.since), at),
                next(status.until, at),
                Cell::count(figures.calls),
                percent(figures.failure_percent),
                percent(figures.slow_percent),
                Cell::count(status.counters.not_permitted),
                Cell::text(status.errors.first().map_or("", |seen| &seen.error)).tone(Tone::Dim),
            ],
            wrong: crate::dash::targets::breaker_is_wrong(status.state),
        }
    });
    Listing {
        title: "Breakers".into(),
        columns: COLUMNS,
        rows: rows.collect(),
        empty: "no breaker has been used yet".into(),
    }
}

/// Draws one breaker.
pub fn draw_one(state: &State, theme: &Theme, frame: &mut Frame, area: Rect, name: &str) {
    let mut text = Text::default();
    let breakers = state.parts().breakers.get();
    match breakers.and_then(|all| all.iter().find(|breaker| breaker.status.name == name)) {
        Some(breaker) => about(&mut text, breaker, state.at()),
        None => text.plain("this breaker is not there"),
    }
    let title = format!("Breaker {}", Cell::text(name).text);
    draw_text(theme, frame, area, &title, &text, state.look().scroll, stale(state));
}

fn about(text: &mut Text, breaker: &BreakerSeen, at: Timestamp) {
    let status = &breaker.status;
    let (tone, figures, counters) = (tone(status.state), &status.figures, &status.counters);
    text.line("state", &format!("{} {}", Theme::shape(tone), status.state), tone);
    text.line(
        "since",
        &format!("{} ({})", status.since, time::ago(status.since, at)),
        Tone::Normal,
    );
    if let Some(until) = status.until {
        text.line("next trial", &format!("{until} ({})", time::ago(until, at)), Tone::Normal);
    }
    if let Some(by) = &status.by {
        text.line(
            "set by",
            &format!("{} {}: {}", by.who, time::ago(by.at, at), by.why),
            Tone::Warn,
        );
    }
    let window = format!(
        "{} calls, {:.1} % failed, {:.1} % slow",
        figures.calls, figures.failure_percent, figures.slow_percent
    );
    text.line("window", &window, Tone::Normal);
    let all = format!(
        "{} went well, {} failed, {} slow, {} rejected",
        counters.succeeded, counters.failed, counters.slow, counters.not_permitted
    );
    text.line("all calls", &all, Tone::Normal);
    if !status.errors.is_empty() {
        text.head("Last errors, newest first");
        for seen in &status.errors {
            text.plain(&format!("{}  {}", seen.at, seen.error));
        }
    }
    text.head("History, newest first");
    if breaker.history.is_empty() {
        text.toned("no change yet", Tone::Dim);
    }
    for change in breaker.history.iter().rev() {
        let by =
            change.by.as_ref().map_or_else(String::new, |by| format!(" by {}: {}", by.who, by.why));
        let error = change.error.as_ref().map_or_else(String::new, |error| format!("  {error}"));
        text.plain(&format!(
            "{}  {} → {}  {}{by}{error}",
            change.at, change.from, change.to, change.cause
        ));
    }
}
