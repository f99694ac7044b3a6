//! The queues, with a chart of the one the cursor is on.

use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::chart::{self, Series};
use super::words::{lasting, rate};
use super::{stale, table};
use crate::dash::data::Queue;
use crate::dash::history::Parts;
use crate::dash::listing::{Cell, Col, Item, Listing, Row, Tone, number, text};
use crate::dash::state::State;
use crate::dash::theme::Theme;

const COLUMNS: &[Col] = &[
    text("QUEUE", 40, 0),
    text("STATE", 16, 1),
    number("WAITING", 0),
    number("ACTIVE", 0),
    number("DELAYED", 5),
    number("FAILED", 0),
    number("OLDEST", 2),
    number("DONE/S", 3),
    number("FAIL/S", 6),
    text("WORKERS", 10, 4),
    Col { name: "LAST 5 MIN", right: true, most: 18, rank: 7 },
];
/// Columns of a sparkline, and the time that it is of.
const SPARK: usize = 18;
const SPAN: Duration = Duration::from_secs(300);
/// Fewest lines of a chart.
const CHART: u16 = 9;

/// The queues.
pub fn listing(state: &State) -> Listing {
    let queues = state.parts().queues.get();
    let rows = queues.into_iter().flatten().map(|queue| row(state, queue)).collect();
    let empty = if queues.is_some() { "there is no queue" } else { "reading the queues …" };
    Listing { title: "Queues".into(), columns: COLUMNS, rows, empty: empty.into() }
}

fn row(state: &State, queue: &Queue) -> Row {
    let (status, counts) = (&queue.status, &queue.status.counts);
    let (word, tone) = word(queue);
    let name = status.name.clone();
    let known = |parts: &Parts| parts.queue(&name).and_then(|queue| queue.per_second.done);
    let spark = chart::spark(state, SPARK, SPAN, known);
    let workers = match (status.workers, status.concurrency) {
        (0, _) => Cell::text("none").tone_if(Tone::Bad, tone == Tone::Bad),
        #[allow(clippy::cast_precision_loss)]
        (n, slots) => Cell::figure(format!("{n} x {}", slots / n), n as f64),
    };
    let per = &queue.per_second;
    Row {
        item: Item::Queue(status.name.clone()),
        cells: vec![
            Cell::text(&status.name),
            Cell::text(format!("{} {word}", Theme::shape(tone))).tone(tone),
            Cell::count(counts.ready()),
            Cell::count(counts.active),
            Cell::count(counts.delayed),
            Cell::count(counts.failed).tone_if(Tone::Warn, counts.failed > 0),
            lasting(status.oldest_waiting_ms),
            rate(per.done, per.at_least),
            rate(per.failed, per.at_least),
            workers,
            Cell::text(spark).tone(Tone::Accent),
        ],
        wrong: tone != Tone::Good && tone != Tone::Dim,
    }
}

/// How a queue stands, in a word.
fn word(queue: &Queue) -> (&'static str, Tone) {
    let (status, counts) = (&queue.status, &queue.status.counts);
    let busy = counts.ready() + counts.active > 0;
    match (counts.is_paused, status.workers) {
        (true, _) => ("paused", Tone::Warn),
        (false, 0) if busy => ("no worker", Tone::Bad),
        _ if status.failed_last_hour > 0 => ("failing", Tone::Warn),
        _ if counts.active > 0 => ("working", Tone::Good),
        _ => ("idle", Tone::Dim),
    }
}

/// Where the list is.
pub fn list_area(state: &State, area: Rect) -> Rect {
    Rect { height: area.height - chart_height(state, area), ..area }
}

fn chart_height(state: &State, area: Rect) -> u16 {
    if state.look().expanded > 0 {
        return 0;
    }
    if area.height >= CHART + 8 && area.width >= 60 { (area.height / 2).min(16) } else { 0 }
}

/// Draws the view.
pub fn draw(state: &State, theme: &Theme, frame: &mut Frame, area: Rect) {
    let list = list_area(state, area);
    table::pane(state, theme, frame, list, &super::listing(state), stale(state));
    let below = Rect { y: list.bottom(), height: chart_height(state, area), ..area };
    let Some(Item::Queue(name)) = super::current(state).filter(|_| below.height > 0) else {
        return;
    };
    let left = Rect { width: area.width / 2, ..below };
    let right = Rect { x: left.right(), width: area.width - left.width, ..below };
    let shown = Cell::text(&name).text;
    flow(state, theme, frame, left, &format!("{shown}, jobs a second"), Some(&name));
    depth(state, theme, frame, right, "jobs", Some(&name));
}

/// What is done and what fails, in a second; of one queue or all.
pub fn flow(
    state: &State,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
    title: &str,
    name: Option<&str>,
) {
    let done = |parts: &Parts| sum(parts, name, |queue| queue.per_second.done);
    let failed = |parts: &Parts| sum(parts, name, |queue| queue.per_second.failed);
    let series = [
        Series { name: "done", tone: Tone::Good, figure: &done },
        Series { name: "failed", tone: Tone::Bad, figure: &failed },
    ];
    chart::draw(state, theme, frame, area, title, &series);
}

/// What waits and what is worked on; of one queue or all.
pub fn depth(
    state: &State,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
    title: &str,
    name: Option<&str>,
) {
    #[allow(clippy::cast_precision_loss)]
    let waiting =
        |parts: &Parts| sum(parts, name, |queue| Some(queue.status.counts.ready() as f64));
    #[allow(clippy::cast_precision_loss)]
    let active = |parts: &Parts| sum(parts, name, |queue| Some(queue.status.counts.active as f64));
    let series = [
        Series { name: "waiting", tone: Tone::Warn, figure: &waiting },
        Series { name: "active", tone: Tone::Accent, figure: &active },
    ];
    chart::draw(state, theme, frame, area, title, &series);
}

fn sum(parts: &Parts, name: Option<&str>, figure: impl Fn(&Queue) -> Option<f64>) -> Option<f64> {
    let queues = parts.queues.get()?.iter();
    let of = queues.filter(|queue| name.is_none_or(|name| queue.status.name == name));
    let known: Vec<f64> = of.filter_map(figure).collect();
    (!known.is_empty()).then(|| known.iter().sum())
}
