//! The schedules, those due soonest first.

use super::words::ago;
use crate::cli::time;
use crate::dash::listing::{Cell, Col, Item, Listing, Row, Tone, number, text};
use crate::dash::state::State;
use crate::queue::Recurrence;

const COLUMNS: &[Col] = &[
    text("SCHEDULE", 44, 0),
    text("QUEUE", 30, 3),
    text("WHEN", 34, 1),
    text("NEXT", 14, 0),
    number("LAST", 2),
    number("RUNS", 4),
];
/// A schedule that is later than this is not being served, in milliseconds.
const OVERDUE_MS: u128 = 60_000;

/// The schedules.
pub fn listing(state: &State) -> Listing {
    let at = state.at();
    let schedules = state.parts().schedules.get();
    let rows = schedules.into_iter().flatten().map(|schedule| {
        let late = schedule.next_at.is_some_and(|next| at.since(next).as_millis() > OVERDUE_MS);
        let when = match &schedule.recurrence {
            Recurrence::Cron { pattern, tz } => {
                format!("{pattern} {}", tz.as_deref().unwrap_or("UTC"))
            }
            Recurrence::Every { every_ms } => {
                format!("every {}", time::span(std::time::Duration::from_millis(*every_ms)))
            }
        };
        let next = Cell::maybe(schedule.next_at.map(|next| {
            #[allow(clippy::cast_precision_loss)]
            let number = next.millis() as f64;
            Cell::figure(time::ago(next, at), number)
        }));
        Row {
            item: Item::Schedule(schedule.queue.clone(), schedule.id.clone()),
            cells: vec![
                Cell::text(&schedule.id),
                Cell::text(&schedule.queue),
                Cell::text(when),
                next.tone_if(Tone::Bad, late),
                ago(schedule.last_at, at),
                Cell::count(schedule.iterations),
            ],
            wrong: late,
        }
    });
    let empty =
        if schedules.is_some() { "there is no schedule" } else { "reading the schedules …" };
    Listing {
        title: "Schedules".into(),
        columns: COLUMNS,
        rows: rows.collect(),
        empty: empty.into(),
    }
}
