//! What the cache is good for, by kind.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::words::percent;
use super::{chart, stale, table};
use crate::cli::dollars;
use crate::cli::output::bytes_text;
use crate::dash::history::Parts;
use crate::dash::listing::{Cell, Col, Item, Listing, Row, Tone, number, text};
use crate::dash::state::State;
use crate::dash::theme::Theme;

const COLUMNS: &[Col] = &[
    text("KIND", 24, 0),
    number("LOOKUPS", 1),
    number("HIT RATE", 0),
    number("MEMORY", 4),
    number("SHARED", 4),
    number("STALE", 5),
    number("MISSES", 2),
    number("ENTRIES", 1),
    number("SIZE", 3),
    number("SAVED", 0),
];
/// Fewest lines of the chart.
const CHART: u16 = 9;

/// The kinds.
pub fn listing(state: &State) -> Listing {
    let stats = state.parts().cache.get();
    let rows = stats.into_iter().flat_map(|stats| &stats.kinds).filter_map(|kind| {
        Some(Row {
            item: Item::Kind(kind.kind?),
            cells: vec![
                Cell::text(kind.kind?.as_str()),
                Cell::count(kind.lookups),
                percent(kind.hit_rate),
                Cell::count(kind.memory_hits),
                Cell::count(kind.shared_hits),
                Cell::count(kind.stale_hits).tone_if(Tone::Warn, kind.stale_hits > 0),
                Cell::count(kind.misses),
                Cell::count(kind.entries),
                #[allow(clippy::cast_precision_loss)]
                Cell::figure(bytes_text(kind.bytes), kind.bytes as f64),
                Cell::figure(dollars(kind.saved_usd), kind.saved_usd),
            ],
            wrong: kind.damaged > 0,
        })
    });
    let title = stats.map_or_else(
        || "Cache".to_owned(),
        |stats| {
            let saved = dollars(stats.total.saved_usd);
            format!(
                "Cache in {}: {} answered, {saved} saved",
                stats.layer,
                percent(stats.total.hit_rate).text
            )
        },
    );
    Listing {
        title,
        columns: COLUMNS,
        rows: rows.collect(),
        empty: "nothing is known of it".into(),
    }
}

/// Where the list is.
pub fn list_area(state: &State, area: Rect) -> Rect {
    Rect { height: area.height - below(state, area), ..area }
}

fn below(state: &State, area: Rect) -> u16 {
    if state.look().expanded > 0 {
        return 0;
    }
    if area.height >= CHART + 8 { (area.height / 2).min(14) } else { 0 }
}

/// Draws the view.
pub fn draw(state: &State, theme: &Theme, frame: &mut Frame, area: Rect) {
    let list = list_area(state, area);
    table::pane(state, theme, frame, list, &super::listing(state), stale(state));
    let under = Rect { y: list.bottom(), height: below(state, area), ..area };
    if under.height > 0 {
        let rate = |parts: &Parts| parts.cache.get()?.total.hit_rate.map(|rate| rate * 100.0);
        let series = [chart::Series { name: "hit rate", tone: Tone::Good, figure: &rate }];
        chart::draw(state, theme, frame, under, "answered, percent", &series);
    }
}
