//! A dashboard for Grafana, made from the table of metrics and the recording rules.

use serde_json::{Value, json};

use super::metrics as m;

/// Columns of Grafana's grid.
const WIDTH: u32 = 24;
/// Height of a panel, in rows of the grid.
const HEIGHT: u32 = 7;

/// A panel: its title, the unit of its values, how wide it is, and its lines: what is asked, and how
/// a line is called.
struct Panel {
    title: &'static str,
    unit: &'static str,
    width: u32,
    /// Shown as single figures instead of a graph.
    figures: bool,
    lines: Vec<(String, &'static str)>,
}

fn graph(title: &'static str, unit: &'static str, lines: Vec<(String, &'static str)>) -> Panel {
    Panel { title, unit, width: 8, figures: false, lines }
}

fn figures(title: &'static str, unit: &'static str, lines: Vec<(String, &'static str)>) -> Panel {
    Panel { title, unit, width: 8, figures: true, lines }
}

/// The rate of a counter over all processes, by a label.
fn rate(by: &str, counter: &str) -> String {
    format!("sum by ({by}) (rate({counter}[$__rate_interval]))")
}

/// What every process reads from the same place: one of them is as good as the other.
fn shared(by: &str, gauge: &str) -> String {
    format!("max by ({by}) ({gauge})")
}

fn quantile(q: f64, by: &str, histogram: &str) -> String {
    format!(
        "histogram_quantile({q}, sum by (le, {by}) (rate({histogram}_bucket[$__rate_interval])))"
    )
}

fn objectives() -> Vec<Panel> {
    let burn = |window: &str| format!("{}{{window=\"{window}\"}}", m::SLO_BURN_RATE);
    vec![
        figures(
            "Error budget left (30 d)",
            "percentunit",
            vec![(shared("slo", m::SLO_BUDGET_LEFT), "{{slo}}")],
        ),
        graph(
            "Burn rate, 1 h (a page from 14.4 on)",
            "none",
            vec![(shared("slo", &burn("1h")), "{{slo}}")],
        ),
        graph(
            "Burn rate, 3 d (a ticket from 1 on)",
            "none",
            vec![(shared("slo", &burn("3d")), "{{slo}}")],
        ),
    ]
}

fn requests() -> Vec<Panel> {
    let errors = format!("{}{{status=~\"5..\"}}", m::HTTP_REQUESTS);
    vec![
        graph("Requests", "reqps", vec![(rate("route", m::HTTP_REQUESTS), "{{route}}")]),
        graph(
            "Errors of ours",
            "reqps",
            vec![(rate("route, status", &errors), "{{route}} {{status}}")],
        ),
        graph("Duration, p99", "s", vec![(quantile(0.99, "route", m::HTTP_DURATION), "{{route}}")]),
    ]
}

fn queues() -> Vec<Panel> {
    let outcomes = rate("queue, outcome", m::JOBS_PROCESSED);
    vec![
        graph(
            "Jobs by state",
            "none",
            vec![(shared("queue, state", m::QUEUE_JOBS), "{{queue}} {{state}}")],
        ),
        graph(
            "Age of the oldest waiting job",
            "s",
            vec![(shared("queue", m::QUEUE_OLDEST), "{{queue}}")],
        ),
        graph("Attempts", "ops", vec![(outcomes, "{{queue}} {{outcome}}")]),
        graph(
            "Duration of attempts, p95",
            "s",
            vec![(quantile(0.95, "queue", m::JOB_DURATION), "{{queue}}")],
        ),
        graph(
            "Jobs being worked on",
            "none",
            vec![(format!("sum by (queue) ({})", m::WORKER_ACTIVE_JOBS), "{{queue}}")],
        ),
        graph(
            "Jobs kept in the database, and degraded",
            "none",
            vec![
                (format!("max({})", m::SPOOL_JOBS), "kept in the database"),
                (format!("max({})", m::DEGRADED), "degraded"),
            ],
        ),
    ]
}

fn leads() -> Vec<Panel> {
    vec![
        graph("Posts looked at", "ops", vec![(rate("outcome", m::POSTS_SEEN), "{{outcome}}")]),
        figures("Leads", "none", vec![(shared("status", m::LEADS), "{{status}}")]),
        graph(
            "What may still be asked of Reddit",
            "none",
            vec![(format!("min by (by) ({})", m::REDDIT_BUDGET), "by {{by}}")],
        ),
    ]
}

fn guards() -> Vec<Panel> {
    let open = format!("{}{{state=~\"open|half_open|forced_open\"}}", m::BREAKER_STATE);
    vec![
        graph(
            "Breakers that are not closed",
            "none",
            vec![(shared("breaker, state", &open), "{{breaker}} {{state}}")],
        ),
        graph(
            "Cache lookups",
            "ops",
            vec![(rate("kind, result", m::CACHE_LOOKUPS), "{{kind}} {{result}}")],
        ),
        graph("Refused by rate limits", "ops", vec![(rate("class", m::RATE_LIMITED), "{{class}}")]),
    ]
}

fn processes() -> Vec<Panel> {
    vec![
        figures("Processes", "none", vec![(shared("kind", m::PROCESSES), "{{kind}}")]),
        graph(
            "Connections to the database",
            "none",
            vec![(format!("sum by (pool, state) ({})", m::DB_POOL), "{{pool}} {{state}}")],
        ),
        graph(
            "Up since",
            "dateTimeFromNow",
            vec![(format!("{} * 1000", m::START_TIME), "{{instance}}")],
        ),
    ]
}

/// The dashboard as Grafana takes it.
pub fn json() -> String {
    let rows = [
        ("Objectives", objectives()),
        ("Requests", requests()),
        ("Queues and jobs", queues()),
        ("Leads", leads()),
        ("Breakers, cache, limits", guards()),
        ("Processes", processes()),
    ];
    let (mut panels, mut y) = (Vec::new(), 0);
    for (title, row) in rows {
        let id = panels.len() + 1;
        panels.push(json!({
            "id": id, "type": "row", "title": title, "collapsed": false, "panels": [],
            "gridPos": {"x": 0, "y": y, "w": WIDTH, "h": 1},
        }));
        y += 1;
        let mut x = 0;
        for panel in row {
            if x + panel.width > WIDTH {
                (x, y) = (0, y + HEIGHT);
            }
            panels.push(of_grafana(&panel, panels.len() + 1, x, y));
            x += panel.width;
        }
        y += HEIGHT;
    }
    let dashboard = json!({
        "uid": "leadctl", "title": "leadctl", "tags": ["leadctl"], "schemaVersion": 39,
        "editable": true, "refresh": "30s", "timezone": "", "time": {"from": "now-6h", "to": "now"},
        "templating": {"list": [{
            "name": "datasource", "label": "Data source", "type": "datasource",
            "query": "prometheus", "hide": 0,
        }]},
        "panels": panels,
    });
    format!("{dashboard:#}\n")
}

fn of_grafana(panel: &Panel, id: usize, x: u32, y: u32) -> Value {
    let source = json!({"type": "prometheus", "uid": "${datasource}"});
    let targets: Vec<Value> = panel
        .lines
        .iter()
        .zip('A'..='Z')
        .map(|((expr, legend), id)| {
            json!({
                "refId": id.to_string(), "expr": expr, "legendFormat": legend,
                "datasource": source, "instant": panel.figures, "range": !panel.figures,
            })
        })
        .collect();
    json!({
        "id": id, "title": panel.title, "type": if panel.figures { "stat" } else { "timeseries" },
        "datasource": source, "targets": targets,
        "gridPos": {"x": x, "y": y, "w": panel.width, "h": HEIGHT},
        "fieldConfig": {"defaults": {"unit": panel.unit}, "overrides": []},
        "options": {},
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::telemetry::metrics::METRICS;

    #[test]
    fn every_metric_on_it_is_in_the_table() {
        let dashboard = json();
        let words = dashboard.split(|c: char| !(c.is_ascii_alphanumeric() || "_:".contains(c)));
        let used: BTreeSet<&str> = words.filter(|w| w.starts_with("leadctl_")).collect();
        assert!(used.len() > 15, "{used:?}");
        for name in used {
            let name = name.trim_end_matches("_bucket");
            assert!(METRICS.iter().any(|m| m.name == name), "{name} is no metric");
        }
    }

    #[test]
    fn panels_do_not_overlap() {
        let dashboard: Value = serde_json::from_str(&json()).expect("JSON");
        let mut taken = BTreeSet::new();
        for panel in dashboard["panels"].as_array().expect("panels") {
            let at = |key: &str| panel["gridPos"][key].as_u64().expect("a number");
            assert!(at("x") + at("w") <= u64::from(WIDTH), "{panel}");
            for x in at("x")..at("x") + at("w") {
                for y in at("y")..at("y") + at("h") {
                    assert!(taken.insert((x, y)), "{} lies on another", panel["title"]);
                }
            }
        }
    }
}
