//! Everything at a glance: the queues, charts, and panes of figures.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{events, facts, findings, queues, stale, table};
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
    /// What is wrong, on a high screen.
    wrong: Option<Rect>,
    charts: Option<Rect>,
    facts: Option<Rect>,
    /// What happens, where there is room left.
    events: Option<Rect>,
}

impl Plan {
    fn of(list: Rect) -> Self {
        Self { list, wrong: None, charts: None, facts: None, events: None }
    }
}

fn plan(state: &State, area: Rect) -> Plan {
    if area.width < 60 || area.height < 12 {
        return Plan::of(area);
    }
    match state.look().expanded {
        0 => {}
        1 => return Plan::of(area),
        n => {
            let list = Rect { height: LEAST, ..area };
            let rest =
                Rect { y: area.y + LEAST, height: area.height.saturating_sub(LEAST), ..area };
            let (charts, facts) = if n == 2 { (Some(rest), None) } else { (None, Some(rest)) };
            return Plan { charts, facts, ..Plan::of(list) };
        }
    }
    let rows = state.parts().queues.get().map_or(2, Vec::len);
    let wanted = (u16::try_from(rows).unwrap_or(MOST) + 3).clamp(LEAST, MOST);
    let rest = area.height.saturating_sub(wanted);
    let lines = facts::lines(state, area.width, FACTS);
    let facts = lines.min(rest);
    let charts = if rest - facts >= CHART - 2 { (rest - facts).min(18) } else { 0 };
    let mut left = rest - facts - charts;
    let found = state.verdict().map_or(0, |verdict| verdict.findings.len());
    let wrong = u16::try_from(found).unwrap_or(u16::MAX).saturating_add(3);
    let wrong = if found > 0 && left >= wrong { wrong } else { 0 };
    left -= wrong;
    let events = if left >= LEAST && state.options.has_queue { left } else { 0 };
    let list = area.height - wrong - facts - charts - events;
    let at = |y: u16, height: u16| (height > 0).then_some(Rect { y: area.y + y, height, ..area });
    Plan {
        list: Rect { height: list, ..area },
        wrong: at(list, wrong),
        charts: at(list + wrong, charts),
        facts: at(list + wrong + charts, facts),
        events: at(list + wrong + charts + facts, events),
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
    if let Some(area) = plan.wrong {
        table::aside(theme, frame, area, &findings::listing(state));
    }
    if let Some(area) = plan.facts {
        facts::draw(state, theme, frame, area, FACTS);
    }
    if let Some(area) = plan.events {
        table::aside(theme, frame, area, &events::listing(state));
    }
}
