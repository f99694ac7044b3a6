//! Small panes of names and figures. A pane whose source is not there is not shown.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::table::{cut, frame_of, put};
use super::words::{millis, percent, rate};
use crate::cli::dollars;
use crate::dash::listing::{Cell, Tone};
use crate::dash::state::State;
use crate::dash::theme::Theme;
use crate::model::ProcessKind;

/// Least width of a pane.
const WIDTH: u16 = 24;
/// The share of a budget from which on it is worth a look.
const NEARLY: f64 = 0.8;
/// Width of the names, where there is little room and where there is more.
const NAMES: (usize, usize) = (9, 13);

/// A pane.
struct Pane {
    title: String,
    stale: bool,
    lines: Vec<(&'static str, Cell)>,
}

fn panes(state: &State) -> Vec<Pane> {
    [workers(state), api(state), breakers(state), money(state), leads(state), objectives(state)]
        .into_iter()
        .flatten()
        .collect()
}

/// Panes beside each other, and rows of them.
fn grid(panes: usize, width: u16) -> (u16, u16) {
    let panes = u16::try_from(panes).unwrap_or(u16::MAX);
    let most = (width / WIDTH).clamp(1, panes.max(1));
    let rows = panes.div_ceil(most).max(1);
    // As many in each row: what is left over would be room for nothing.
    (panes.div_ceil(rows).max(1), rows)
}

/// Lines that all panes need.
pub fn lines(state: &State, width: u16, height: u16) -> u16 {
    let panes = panes(state).len();
    if panes == 0 { 0 } else { grid(panes, width).1.saturating_mul(height) }
}

/// Draws as many panes as there is room for.
pub fn draw(state: &State, theme: &Theme, frame: &mut Frame, area: Rect, height: u16) {
    let panes = panes(state);
    let (across, _) = grid(panes.len(), area.width);
    let width = area.width / across;
    for (n, pane) in panes.iter().enumerate() {
        let n = u16::try_from(n).unwrap_or(u16::MAX);
        let (row, column) = (n / across, n % across);
        let y = area.y + row * height;
        if y + 3 > area.bottom() {
            break;
        }
        let last = column + 1 == across;
        let x = area.x + column * width;
        let pane_area = Rect {
            x,
            y,
            width: if last { area.right() - x } else { width },
            height: height.min(area.bottom() - y),
        };
        let buffer = frame.buffer_mut();
        let inside = frame_of(theme, &pane.title, pane_area, buffer, pane.stale);
        for ((name, cell), y) in pane.lines.iter().zip(inside.top()..inside.bottom()) {
            let room = usize::from(inside.width);
            let names = if room >= 32 { NAMES.1 } else { NAMES.0 };
            let name = cut(name, room.min(names));
            put(buffer, inside.x + 1, y, name, room.min(names), theme.style(Tone::Dim));
            let tone = if pane.stale { Tone::Dim } else { cell.tone };
            let left = room.saturating_sub(names + 2);
            let text = cut(&cell.text, left);
            put(buffer, inside.x + 2 + names as u16, y, text, left, theme.style(tone));
        }
    }
}

fn workers(state: &State) -> Option<Pane> {
    let parts = state.parts();
    let processes = parts.processes.get()?;
    let workers: Vec<_> = processes.iter().filter(|p| p.kind == ProcessKind::Worker).collect();
    let active: usize = workers.iter().map(|worker| worker.active_jobs.len()).sum();
    let slots: u64 = workers.iter().map(|worker| worker.all_slots()).sum();
    let draining = workers.iter().filter(|worker| worker.draining).count() as u64;
    let of = |kind| processes.iter().filter(|p| p.kind == kind).count() as u64;
    Some(Pane {
        title: "Workers".into(),
        stale: parts.processes.stale(state.at()).is_some(),
        lines: vec![
            ("alive", Cell::count(workers.len() as u64)),
            ("busy", Cell::text(format!("{active} of {slots}"))),
            ("draining", Cell::count(draining).tone_if(Tone::Warn, draining > 0)),
            ("api", Cell::count(of(ProcessKind::Api))),
            ("up", Cell::count(of(ProcessKind::Supervisor))),
        ],
    })
}

fn api(state: &State) -> Option<Pane> {
    let parts = state.parts();
    let traffic = parts.traffic.get()?;
    let bad = traffic.errors.is_some_and(|share| share > 0.01);
    let silent = traffic.silent.len();
    let mut lines = vec![
        ("requests", {
            let cell = rate(traffic.requests, false);
            Cell { text: format!("{}/s", cell.text), ..cell }
        }),
        ("errors", percent(traffic.errors).tone_if(Tone::Bad, bad)),
        ("p50", millis(traffic.p50_ms)),
        ("p95", millis(traffic.p95_ms)),
        ("p99", millis(traffic.p99_ms)),
    ];
    if silent > 0 {
        let text = format!("▲ {silent} silent");
        lines.insert(0, ("metrics", Cell::text(text).tone(Tone::Warn)));
    }
    Some(Pane { title: "API".into(), stale: parts.traffic.stale(state.at()).is_some(), lines })
}

fn breakers(state: &State) -> Option<Pane> {
    let parts = state.parts();
    let breakers = parts.breakers.get().filter(|breakers| !breakers.is_empty())?;
    let cells = breakers.iter().map(|breaker| {
        let tone = super::breakers::tone(breaker.status.state);
        let text = format!("{} {}", Theme::shape(tone), breaker.status.name);
        (breaker.status.state.as_str(), Cell::text(text).tone(tone))
    });
    // Those that need a look first.
    let mut lines: Vec<(&'static str, Cell)> = cells.collect();
    lines.sort_by_key(|(_, cell)| cell.tone == Tone::Good);
    let stale = parts.breakers.stale(state.at()).is_some();
    Some(Pane { title: "Breakers".into(), stale, lines })
}

/// What the cache saves, and what is spent all the same.
fn money(state: &State) -> Option<Pane> {
    let parts = state.parts();
    let stats = parts.cache.get();
    let system = parts.system.get();
    let mut lines = Vec::new();
    if let Some(stats) = stats {
        lines.push(("hit rate", percent(stats.total.hit_rate)));
        lines.push(("saved", Cell::text(dollars(stats.total.saved_usd))));
    }
    if let Some(spend) = system.and_then(|system| system.spend) {
        lines.push(("AI today", Cell::text(dollars(spend.today_usd))));
        let month = dollars(spend.month_usd);
        lines.push(match spend.budget_usd {
            None => ("AI month", Cell::text(month)),
            Some(budget) => {
                let share = spend.month_usd / budget;
                let tone = match share {
                    share if share >= 1.0 => Tone::Bad,
                    share if share >= NEARLY => Tone::Warn,
                    _ => Tone::Normal,
                };
                let shape = if tone == Tone::Normal { "" } else { Theme::shape(tone) };
                let bound = dollars(budget);
                let bound = bound.strip_suffix(".00").unwrap_or(&bound);
                let text = format!("{shape} {month}/{bound}");
                ("AI month", Cell::text(text.trim()).tone(tone))
            }
        });
    }
    if let Some(stats) = stats {
        lines.push(("entries", Cell::count(stats.total.entries)));
    }
    let stale = parts.cache.stale(state.at()).or_else(|| parts.system.stale(state.at()));
    let title = if stats.is_some() { "Cache and money" } else { "Money" };
    (!lines.is_empty()).then(|| Pane { title: title.into(), stale: stale.is_some(), lines })
}

fn leads(state: &State) -> Option<Pane> {
    let parts = state.parts();
    let system = parts.system.get().filter(|_| state.options.has_store)?;
    let stale = parts.system.stale(state.at()).is_some();
    let budget = parts.traffic.get().and_then(|traffic| traffic.reddit_budget);
    Some(Pane {
        title: "Leads".into(),
        stale,
        lines: vec![
            ("today", Cell::count(system.leads.found_today)),
            ("new", Cell::count(system.leads.new)),
            ("campaigns", Cell::count(system.campaigns.active)),
            ("Reddit", Cell::text(system.reddit.as_str())),
            ("budget", Cell::maybe(budget.map(|left| Cell::text(format!("{left} left"))))),
        ],
    })
}

fn objectives(state: &State) -> Option<Pane> {
    let parts = state.parts();
    let system = parts.system.get().filter(|system| !system.objectives.is_empty())?;
    let lines = system.objectives.iter().map(|objective| {
        let tone = if objective.good { Tone::Good } else { Tone::Bad };
        let left = percent(Some(objective.budget_left)).text;
        (objective.slo, Cell::text(format!("{} {left}", Theme::shape(tone))).tone(tone))
    });
    Some(Pane {
        title: "Budgets left".into(),
        stale: parts.system.stale(state.at()).is_some(),
        lines: lines.collect(),
    })
}
