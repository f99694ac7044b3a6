//! Everything at a glance: the queues, charts, and panes of figures.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{facts, queues, stale, table};
use crate::dash::state::State;
use crate::dash::theme::Theme;

/// Fewest and most lines of the list of queues.
const LEAST: u16 = 5;
const MOST: u16 = 16;
/// Lines of charts.
const CHART: u16 = 10;
/// Lines of a pane of figures.
const FACTS: u16 = 7;

/// What goes where.
struct Plan {
    list: Rect,
    charts: Option<Rect>,
    facts: Option<Rect>,
}

fn plan(state: &State, area: Rect) -> Plan {
    if area.width < 60 || area.height < 12 {
        return Plan { list: area, charts: None, facts: None };
    }
    let rows = state.parts().queues.get().map_or(2, Vec::len);
    let wanted = (u16::try_from(rows).unwrap_or(MOST) + 3).clamp(LEAST, MOST);
    let rest = area.height.saturating_sub(wanted);
    let lines = facts::lines(state, area.width, FACTS);
    let facts = lines.min(rest);
    let charts = if rest - facts >= CHART - 2 { (rest - facts).min(18) } else { 0 };
    let list = area.height - facts - charts;
    let at = |y: u16, height: u16| (height > 0).then_some(Rect { y: area.y + y, height, ..area });
    Plan {
        list: Rect { height: list, ..area },
        charts: at(list, charts),
        facts: at(list + charts, facts),
    }
}

/// Where the list is.
pub fn list_area(state: &State, area: Rect) -> Rect {
    plan(state, area).list
}

/// Draws the view.
pub fn draw(state: &State, theme: &Theme, frame: &mut Frame, area: Rect) {
    let plan = plan(state, area);
    table::pane(state, theme, frame, plan.list, &super::listing(state), stale(state));
    if let Some(area) = plan.charts {
        let left = Rect { width: area.width / 2, ..area };
        let right = Rect { x: left.right(), width: area.width - left.width, ..area };
        queues::flow(state, theme, frame, left, "all queues, jobs a second", None);
        queues::depth(state, theme, frame, right, "jobs", None);
    }
    if let Some(area) = plan.facts {
        facts::draw(state, theme, frame, area, FACTS);
    }
}
