//! The workers, and all processes.

use super::words::ago;
use crate::dash::listing::{Cell, Col, Item, Listing, Row, Tone, number, text};
use crate::dash::state::State;
use crate::dash::theme::Theme;
use crate::model::{ProcessInfo, ProcessKind};

const WORKERS: &[Col] = &[
    text("WORKER", 44, 0),
    text("STATE", 12, 0),
    number("BUSY", 0),
    number("UP", 3),
    number("SEEN", 4),
    text("QUEUES", 50, 5),
    text("WORKS ON", 90, 2),
];
const PROCESSES: &[Col] = &[
    text("KIND", 10, 0),
    text("HOST", 30, 3),
    number("PID", 0),
    text("STATE", 12, 0),
    number("UP", 1),
    number("SEEN", 4),
    text("VERSION", 10, 6),
    text("METRICS", 40, 2),
    text("ADDRESS", 40, 5),
];
/// After so many milliseconds without a beat a process is worth a look.
const LATE_MS: u128 = 8_000;

fn word(process: &ProcessInfo, state: &State) -> (Cell, bool) {
    let (word, tone) = if process.draining {
        ("draining", Tone::Warn)
    } else if state.at().since(process.seen_at).as_millis() > LATE_MS {
        ("late", Tone::Warn)
    } else {
        ("up", Tone::Good)
    };
    (Cell::text(format!("{} {word}", Theme::shape(tone))).tone(tone), tone != Tone::Good)
}

fn empty(state: &State, none: &str) -> String {
    match (state.parts().processes.get(), &state.parts().processes.error) {
        (Some(_), _) => none.to_owned(),
        (None, Some(error)) => Cell::text(error).text,
        (None, None) => "reading the processes …".to_owned(),
    }
}

/// The workers.
pub fn workers(state: &State) -> Listing {
    let processes = state.parts().processes.get().into_iter().flatten();
    let rows = processes.filter(|p| p.kind == ProcessKind::Worker).map(|process| {
        let (word, wrong) = word(process, state);
        let busy = process.active_jobs.len();
        #[allow(clippy::cast_precision_loss)]
        let slots = Cell::figure(format!("{busy}/{}", process.all_slots()), busy as f64);
        Row {
            item: Item::Process(process.id.clone()),
            cells: vec![
                Cell::text(format!("{} pid {}", process.host, process.pid)),
                word,
                slots,
                ago(Some(process.started_at), state.at()),
                ago(Some(process.seen_at), state.at()),
                Cell::text(process.queues.join(" ")),
                Cell::text(process.active_jobs.join(" ")).tone(Tone::Dim),
            ],
            wrong,
        }
    });
    Listing {
        title: "Workers".into(),
        columns: WORKERS,
        rows: rows.collect(),
        empty: empty(
            state,
            "no worker is alive; `leadctl worker` starts one, `leadctl up` the whole system",
        ),
    }
}

/// All processes.
pub fn listing(state: &State) -> Listing {
    let parts = state.parts();
    let silent = parts.traffic.get().map(|traffic| traffic.silent.as_slice()).unwrap_or_default();
    let rows = parts.processes.get().into_iter().flatten().map(|process| {
        let (word, wrong) = word(process, state);
        let why = silent.iter().find(|(id, _)| *id == process.id).map(|(_, why)| why);
        let metrics = match (&process.http, why) {
            (None, _) => Cell::absent(),
            (_, Some(why)) => Cell::text(why).tone(Tone::Warn),
            _ => Cell::text("answers"),
        };
        Row {
            item: Item::Process(process.id.clone()),
            cells: vec![
                Cell::text(process.kind.as_str()),
                Cell::text(&process.host),
                Cell::count(process.pid.into()),
                word,
                ago(Some(process.started_at), state.at()),
                ago(Some(process.seen_at), state.at()),
                Cell::text(&process.version),
                metrics,
                Cell::maybe(process.http.as_ref().map(Cell::text)),
            ],
            wrong: wrong || why.is_some(),
        }
    });
    Listing {
        title: "Processes".into(),
        columns: PROCESSES,
        rows: rows.collect(),
        empty: empty(state, "no process is alive; `leadctl up` starts the whole system"),
    }
}
