//! What happens in the queues, newest first.

use super::words::clock;
use crate::dash::listing::{Cell, Col, Item, Listing, Row, Tone, text};
use crate::dash::state::State;
use crate::queue::EventKind;

const COLUMNS: &[Col] = &[
    text("AT", 8, 0),
    text("WHAT", 10, 0),
    text("QUEUE", 30, 2),
    text("JOB", 40, 0),
    text("DATA", 200, 1),
];

fn tone(kind: EventKind) -> Tone {
    match kind {
        EventKind::Failed => Tone::Bad,
        EventKind::Stalled | EventKind::Paused => Tone::Warn,
        EventKind::Completed => Tone::Good,
        EventKind::Active => Tone::Accent,
        _ => Tone::Normal,
    }
}

/// The events up to the moment looked at.
pub fn listing(state: &State) -> Listing {
    let at = state.at();
    let seen =
        state.events.iter().rev().filter(|(_, event)| state.cursor.is_none() || event.at <= at);
    let rows = seen.map(|(n, event)| Row {
        item: Item::Nth(*n),
        cells: vec![
            Cell::text(clock(event.at)).tone(Tone::Dim),
            Cell::text(event.kind.as_str()).tone(tone(event.kind)),
            Cell::text(&event.queue),
            Cell::maybe(event.job_id.as_ref().map(Cell::text)),
            Cell::text(&event.text).tone(Tone::Dim),
        ],
        wrong: matches!(event.kind, EventKind::Failed | EventKind::Stalled),
    });
    Listing {
        title: "Events, newest first".into(),
        columns: COLUMNS,
        rows: rows.collect(),
        empty: "nothing has happened since the dash began to look".into(),
    }
}
