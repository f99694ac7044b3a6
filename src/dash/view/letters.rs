//! Dead letters by error, and the jobs of one error.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::text::{Text, draw as draw_text};
use super::words::ago;
use super::{stale, table};
use crate::dash::listing::{Cell, Col, Item, Listing, Row, Tone, number, text};
use crate::dash::state::State;
use crate::dash::theme::Theme;

const COLUMNS: &[Col] = &[
    text("GROUP", 10, 1),
    text("QUEUE", 30, 3),
    number("COUNT", 0),
    number("FIRST", 4),
    number("LAST", 2),
    text("ERROR", 160, 0),
];
const JOBS: &[Col] = &[text("JOB", 80, 0)];
/// Fewest lines of the example.
const EXAMPLE: u16 = 8;

/// The groups.
pub fn listing(state: &State) -> Listing {
    let letters = state.letters.get();
    let mut title = "Dead letters by error".to_owned();
    if let Some(letters) = letters.filter(|letters| letters.truncated) {
        title.push_str(&format!(", newest {} looked at", letters.scanned));
    }
    let rows = letters.into_iter().flat_map(|letters| &letters.groups).map(|group| Row {
        item: Item::Group(group.group.clone()),
        cells: vec![
            Cell::text(&group.group).tone(Tone::Dim),
            Cell::text(&group.queue),
            Cell::count(group.count).tone(Tone::Bad),
            ago(group.first_at, state.now),
            ago(group.last_at, state.now),
            Cell::text(&group.error),
        ],
        wrong: true,
    });
    let empty = match (letters, &state.letters.error) {
        (Some(_), _) => "no dead letters".to_owned(),
        (None, Some(error)) => Cell::text(error).text,
        (None, None) => "reading the dead letters …".to_owned(),
    };
    Listing { title, columns: COLUMNS, rows: rows.collect(), empty }
}

/// The jobs of a group.
pub fn group(state: &State, name: &str) -> Listing {
    let letters = state.letters.get();
    let group = letters.and_then(|l| l.groups.iter().find(|group| group.group == name));
    let title = group.map_or_else(
        || format!("Group {}", Cell::text(name).text),
        |group| format!("{name}: {}", Cell::text(&group.error).text),
    );
    let jobs = group.into_iter().flat_map(|group| &group.jobs);
    let rows = jobs.map(|job| Row {
        item: Item::Job(job.clone()),
        cells: vec![Cell::text(job.to_string())],
        wrong: true,
    });
    let empty = "these are gone".to_owned();
    Listing { title, columns: JOBS, rows: rows.collect(), empty }
}

/// Where the list is.
pub fn list_area(state: &State, area: Rect) -> Rect {
    Rect { height: area.height - below(state, area), ..area }
}

fn below(state: &State, area: Rect) -> u16 {
    if state.look().expanded > 0 {
        return 0;
    }
    if area.height >= EXAMPLE + 8 { (area.height / 3).max(EXAMPLE) } else { 0 }
}

/// Draws the groups, with an example of the one the cursor is on.
pub fn draw(state: &State, theme: &Theme, frame: &mut Frame, area: Rect) {
    let list = list_area(state, area);
    table::pane(state, theme, frame, list, &super::listing(state), stale(state));
    let under = Rect { y: list.bottom(), height: below(state, area), ..area };
    let Some(Item::Group(name)) = super::current(state).filter(|_| under.height > 0) else {
        return;
    };
    let groups = state.letters.get().map(|letters| &letters.groups);
    if let Some(group) = groups.and_then(|all| all.iter().find(|group| group.group == name)) {
        let mut text = Text::default();
        text.toned(&group.example, Tone::Normal);
        draw_text(theme, frame, under, "The newest of them", &text, 0, None);
    }
}
