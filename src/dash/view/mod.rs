//! The screen as a pure function of the state: one file for each view.
//!
//! - [`draw`]: the whole screen; [`frame`] is what stands around every view
//! - [`listing`]: the list of a place, filtered and sorted
//! - [`table`], [`chart`], [`facts`], [`text`], [`dialog`]: what views are made of

mod breakers;
mod cache;
pub mod chart;
mod dialog;
mod events;
mod facts;
mod findings;
mod frame;
mod jobs;
pub mod json;
mod leads;
mod letters;
mod logs;
mod overview;
mod processes;
mod queues;
mod schedules;
mod table;
mod text;
mod words;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::listing::{Item, Listing};
use super::place::Place;
use super::state::{Looking, State};
use super::theme::Theme;
pub use frame::{Areas, areas, tab_at};

/// Draws the whole screen.
pub fn draw(state: &State, theme: &Theme, frame: &mut Frame) {
    let areas = areas(frame.area(), state);
    frame::draw(state, theme, frame, &areas);
    body(state, theme, frame, areas.body);
    dialog::draw(state, theme, frame);
    theme.finish(frame.buffer_mut());
}

fn body(state: &State, theme: &Theme, frame: &mut Frame, area: Rect) {
    match state.place() {
        Place::Overview => overview::draw(state, theme, frame, area),
        Place::Queues => queues::draw(state, theme, frame, area),
        Place::Jobs { .. } => jobs::draw_list(state, theme, frame, area),
        Place::Job(job) => jobs::draw_job(state, theme, frame, area, job),
        Place::Letters => letters::draw(state, theme, frame, area),
        Place::Breaker(name) => breakers::draw_one(state, theme, frame, area, name),
        Place::Leads => leads::draw(state, theme, frame, area),
        Place::Lead(id) => leads::draw_one(state, theme, frame, area, id),
        Place::Cache => cache::draw(state, theme, frame, area),
        Place::Logs => logs::draw(state, theme, frame, area),
        _ => table::pane(state, theme, frame, area, &listing(state), stale(state)),
    }
}

/// The list of this place, filtered and sorted; without rows where it is a text.
pub fn listing(state: &State) -> Listing {
    let mut listing = match state.place() {
        Place::Overview | Place::Queues => queues::listing(state),
        Place::Findings => findings::listing(state),
        Place::Jobs { .. } => jobs::listing(state),
        Place::Letters => letters::listing(state),
        Place::Group(group) => letters::group(state, group),
        Place::Workers => processes::workers(state),
        Place::Processes => processes::listing(state),
        Place::Breakers => breakers::listing(state),
        Place::Cache => cache::listing(state),
        Place::Leads => leads::listing(state),
        Place::Schedules => schedules::listing(state),
        Place::Events => events::listing(state),
        Place::Logs => logs::listing(state),
        Place::Job(_) | Place::Breaker(_) | Place::Lead(_) => Listing::default(),
    };
    let look = state.look();
    listing.retain(&look.filter, look.only_wrong);
    if let Some((column, descending)) = look.sort {
        listing.sort(column, descending);
    }
    listing
}

/// The row the cursor is on: where what it was on is now, or else where it was.
pub fn row(listing: &Listing, look: &Looking) -> usize {
    let on = look.on.as_ref().and_then(|on| listing.rows.iter().position(|row| row.item == *on));
    on.unwrap_or_else(|| look.row.min(listing.rows.len().saturating_sub(1)))
}

/// What the cursor is on.
pub fn current(state: &State) -> Option<Item> {
    let mut listing = listing(state);
    let row = row(&listing, &state.look());
    (row < listing.rows.len()).then(|| listing.rows.swap_remove(row).item)
}

/// The row at a line of the screen, where there is one.
pub fn row_at(state: &State, area: Rect, y: u16) -> Option<usize> {
    let listing = listing(state);
    let list = match state.place() {
        Place::Overview => overview::list_area(state, areas(area, state).body),
        Place::Queues => queues::list_area(state, areas(area, state).body),
        Place::Jobs { .. } => jobs::list_area(areas(area, state).body),
        Place::Letters => letters::list_area(state, areas(area, state).body),
        Place::Leads => leads::list_area(state, areas(area, state).body),
        Place::Cache => cache::list_area(state, areas(area, state).body),
        Place::Logs => logs::list_area(state, areas(area, state).body),
        _ => areas(area, state).body,
    };
    table::row_at(&listing, row(&listing, &state.look()), list, y)
}

/// For how long what this place shows has not been told anew, where it should have been.
fn stale(state: &State) -> Option<std::time::Duration> {
    let (parts, at) = (state.parts(), state.at());
    match state.place() {
        Place::Overview | Place::Queues | Place::Findings => parts.queues.stale(at),
        Place::Workers | Place::Processes => parts.processes.stale(at),
        Place::Breakers | Place::Breaker(_) => parts.breakers.stale(at),
        Place::Cache => parts.cache.stale(at),
        Place::Schedules => parts.schedules.stale(at),
        Place::Jobs { .. } => state.page.stale(state.now),
        Place::Job(_) => state.job.stale(state.now),
        Place::Letters | Place::Group(_) => state.letters.stale(state.now),
        Place::Leads | Place::Lead(_) => state.leads.stale(state.now),
        Place::Logs => state.logs.stale(state.now),
        Place::Events => None,
    }
}
