//! The objectives for Prometheus: recording and alert rules by the same arithmetic as
//! [`budget`](super::budget), and unit tests of them for `promtool test rules`.

use std::fmt::Write;

use super::Slo;
use super::budget::{BURNS, Burn, State, Window};
use crate::config::SloSettings;
use crate::telemetry::metrics::{DEGRADED, PROCESSES, QUEUE_OLDEST, QUEUE_PAUSED, SLO_EVENTS};

/// What the file with the rules is called where the tests look for it.
pub const RULES_FILE: &str = "leadctl.rules.yaml";

/// Raised where a budget burns fast.
const FAST: &str = "LeadctlErrorBudgetBurnsFast";
/// Raised where it burns slowly.
const SLOW: &str = "LeadctlErrorBudgetBurnsSlowly";
/// Raised where it is spent.
const SPENT: &str = "LeadctlErrorBudgetSpent";
/// How long a burn must last beyond its windows, so that one odd scrape raises nothing.
const FOR: &str = "2m";

/// An alert: its name, when it is raised, for how long that must last, how urgent it is, what it says.
struct Alert {
    name: &'static str,
    expr: String,
    lasts: &'static str,
    severity: &'static str,
    summary: &'static str,
    description: &'static str,
}

/// The recording and alert rules, as YAML.
pub fn rules(settings: &SloSettings) -> String {
    let mut yaml = String::from(
        "# Objectives of leadctl: error ratios, burn rates and alerts, by Google's Site Reliability\n\
         # Workbook, chapter 5, \"Alerting on SLOs\", section 6. Made by `leadctl slo rules`.\n\
         groups:\n  - name: leadctl-slo\n    rules:\n",
    );
    for slo in Slo::ALL {
        let expr = format!("vector({})", number(slo.target(settings)));
        record(&mut yaml, "slo:leadctl_objective:ratio", &expr, Some(slo.as_str()));
    }
    for window in Window::ALL {
        let expr = format!(
            "sum by (slo) (rate({SLO_EVENTS}{{outcome=\"bad\"}}[{window}])) / \
             sum by (slo) (rate({SLO_EVENTS}[{window}]))"
        );
        record(&mut yaml, &format!("slo:leadctl_errors:ratio_rate{window}"), &expr, None);
    }
    for window in Window::ALL {
        let expr = format!(
            "slo:leadctl_errors:ratio_rate{window} / on (slo) (1 - slo:leadctl_objective:ratio)"
        );
        record(&mut yaml, &burn_rate(*window), &expr, None);
    }
    let left = "1 - slo:leadctl_burn_rate:ratio_rate30d";
    record(&mut yaml, "slo:leadctl_error_budget_left:ratio", left, None);
    yaml.push_str("  - name: leadctl-alerts\n    rules:\n");
    for rule in alerts() {
        alert(&mut yaml, &rule);
    }
    yaml
}

fn burn_rate(window: Window) -> String {
    format!("slo:leadctl_burn_rate:ratio_rate{window}")
}

fn alerts() -> Vec<Alert> {
    vec![
        Alert {
            name: FAST,
            expr: burning(State::BurningFast),
            lasts: FOR,
            severity: "page",
            summary: SUMMARY_FAST,
            description: DESCRIPTION_FAST,
        },
        Alert {
            name: SLOW,
            expr: burning(State::BurningSlowly),
            lasts: FOR,
            severity: "ticket",
            summary: "The error budget of {{ $labels.slo }} burns faster than it may",
            description: "At this rate it is spent before its 30 days are over. `leadctl slo` shows the figures.",
        },
        Alert {
            name: SPENT,
            expr: "slo:leadctl_error_budget_left:ratio <= 0".to_owned(),
            lasts: FOR,
            severity: "ticket",
            summary: "The objective for {{ $labels.slo }} is missed",
            description: "The error budget of the last 30 days is spent. `leadctl slo` shows the figures.",
        },
        Alert {
            name: "LeadctlDegraded",
            expr: format!("max({DEGRADED}) == 1"),
            lasts: "5m",
            severity: "ticket",
            summary: "leadctl goes on without Redis",
            description: "Jobs are kept in the database meanwhile. `leadctl doctor` looks for what is wrong.",
        },
        Alert {
            name: "LeadctlNoWorker",
            expr: format!("max({PROCESSES}{{kind=\"worker\"}}) == 0"),
            lasts: "5m",
            severity: "page",
            summary: "No worker of leadctl is alive",
            description: "Jobs wait. `leadctl worker` starts one, `leadctl scale worker N` in a running system.",
        },
        Alert {
            name: "LeadctlJobsWait",
            expr: format!(
                "max by (queue) ({QUEUE_OLDEST}) > 900 unless on (queue) max by (queue) ({QUEUE_PAUSED}) == 1"
            ),
            lasts: "10m",
            severity: "ticket",
            summary: "Jobs of {{ $labels.queue }} have waited for more than 15 minutes",
            description: "`leadctl why` says why the queue does not get on.",
        },
    ]
}

const SUMMARY_FAST: &str = "The error budget of {{ $labels.slo }} burns fast";
const DESCRIPTION_FAST: &str = "At this rate it is spent within days. `leadctl slo` shows the figures, `leadctl status` what is wrong.";

/// Where the budget burns in one of the ways that lead to a state.
fn burning(state: State) -> String {
    let ways = BURNS.iter().filter(|burn| burn.state == state).map(|burn| {
        let Burn { long, short, factor, .. } = burn;
        let (long, short) = (burn_rate(*long), burn_rate(*short));
        format!("({long} > {factor} and {short} > {factor})")
    });
    ways.collect::<Vec<_>>().join(" or ")
}

fn record(yaml: &mut String, name: &str, expr: &str, slo: Option<&str>) {
    // Writing to a String cannot fail, here and below.
    let _ = writeln!(yaml, "      - record: {name}\n        expr: {}", quoted(expr));
    if let Some(slo) = slo {
        let _ = writeln!(yaml, "        labels:\n          slo: {slo}");
    }
}

fn alert(yaml: &mut String, alert: &Alert) {
    let _ = writeln!(
        yaml,
        "      - alert: {}\n        expr: {}\n        for: {}\n        labels:\n          severity: {}\n        \
         annotations:\n          summary: {}\n          description: {}",
        alert.name,
        quoted(&alert.expr),
        alert.lasts,
        alert.severity,
        quoted(alert.summary),
        quoted(alert.description),
    );
}

/// A scalar of YAML in single quotes, in which nothing but the quote itself is special.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A number with as many digits as it needs, without the noise of binary fractions.
fn number(n: f64) -> String {
    let text = format!("{n:.9}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Events a minute in the tests.
const EVENTS: f64 = 100_000.0;

/// Something that happens to an objective, and which alerts are up at which time.
struct Case {
    what: &'static str,
    /// Minutes between two samples. Few samples keep days short for promtool.
    interval: u32,
    /// Minutes, and the burn rate during them.
    phases: &'static [(u32, f64)],
    /// Minute, alert, whether it is raised.
    expected: &'static [(u32, &'static str, bool)],
}

const CASES: &[Case] = &[
    Case {
        what: "half the rate that the budget allows: nothing is raised",
        interval: 20,
        phases: &[(4_400, 0.5)],
        expected: &[(4_400, FAST, false), (4_400, SLOW, false), (4_400, SPENT, false)],
    },
    Case {
        what: "an hour at 20 times the rate is worth a page",
        interval: 1,
        phases: &[(360, 0.0), (70, 20.0)],
        expected: &[(350, FAST, false), (370, FAST, false), (429, FAST, true)],
    },
    Case {
        what: "the page ends soon after the errors do",
        interval: 1,
        phases: &[(360, 0.0), (70, 20.0), (60, 0.0)],
        expected: &[(429, FAST, true), (480, FAST, false)],
    },
    Case {
        what: "six hours at 8 times the rate are worth a page",
        interval: 1,
        phases: &[(400, 0.0), (360, 8.0)],
        expected: &[(460, FAST, false), (759, FAST, true)],
    },
    Case {
        what: "three days at one and a half times the rate are worth a ticket, not a page",
        interval: 20,
        phases: &[(4_400, 1.5)],
        expected: &[(4_400, FAST, false), (4_400, SLOW, true), (4_400, SPENT, true)],
    },
];

/// Unit tests of the rules, as YAML for `promtool test rules`. Cases that cannot come about, as the
/// objective allows too much, are left out.
pub fn tests(settings: &SloSettings) -> String {
    let mut yaml = format!(
        "# Tests of {RULES_FILE}: promtool test rules. Made by `leadctl slo rules --test`.\n\
         rule_files:\n  - {RULES_FILE}\nevaluation_interval: 5m\ntests:\n"
    );
    for slo in Slo::ALL {
        let allowed = 1.0 - slo.target(settings);
        let fits = |case: &&Case| case.phases.iter().all(|(_, rate)| rate * allowed <= 1.0);
        // The rules are the same for all but for the objective: days are played through once.
        let short = |case: &&Case| *slo == Slo::Availability || case.interval == 1;
        for case in CASES.iter().filter(fits).filter(short) {
            test(&mut yaml, *slo, allowed, case);
        }
    }
    yaml
}

fn test(yaml: &mut String, slo: Slo, allowed: f64, case: &Case) {
    let series = |bad: bool| {
        let (mut at, mut parts) = (0.0, Vec::new());
        for &(minutes, rate) in case.phases {
            let events = EVENTS * f64::from(case.interval);
            let errors = (events * rate * allowed).round();
            let step = if bad { errors } else { events - errors };
            let samples = minutes / case.interval;
            parts.push(format!("{at}+{step}x{}", samples - 1));
            at += step * f64::from(samples);
        }
        parts.join(" ")
    };
    let _ = writeln!(yaml, "  - name: {}", quoted(&format!("{slo}: {}", case.what)));
    let _ = writeln!(yaml, "    interval: {}m\n    input_series:", case.interval);
    for (outcome, bad) in [("good", false), ("bad", true)] {
        let name = format!("{SLO_EVENTS}{{slo=\"{slo}\",outcome=\"{outcome}\",instance=\"api\"}}");
        let _ = writeln!(yaml, "      - series: {}", quoted(&name));
        let _ = writeln!(yaml, "        values: {}", quoted(&series(bad)));
    }
    yaml.push_str("    alert_rule_test:\n");
    for &(minute, name, raised) in case.expected {
        let _ = writeln!(yaml, "      - eval_time: {minute}m\n        alertname: {name}");
        let Some(alert) = alerts().into_iter().find(|a| a.name == name && raised) else {
            yaml.push_str("        exp_alerts: []\n");
            continue;
        };
        let said = |text: &str| quoted(&text.replace("{{ $labels.slo }}", slo.as_str()));
        let _ = writeln!(
            yaml,
            "        exp_alerts:\n          - exp_labels:\n              severity: {}\n              slo: {slo}\n            \
             exp_annotations:\n              summary: {}\n              description: {}",
            alert.severity,
            said(alert.summary),
            said(alert.description),
        );
    }
}

#[cfg(test)]
mod unit_tests {
    use super::*;

    #[test]
    fn numbers_have_no_noise() {
        assert_eq!(number(99.9 / 100.0), "0.999");
        assert_eq!(number(0.99), "0.99");
        assert_eq!(number(0.5), "0.5");
    }

    #[test]
    fn an_alert_asks_both_windows() {
        assert_eq!(
            burning(State::BurningSlowly),
            "(slo:leadctl_burn_rate:ratio_rate3d > 1 and slo:leadctl_burn_rate:ratio_rate6h > 1)"
        );
        assert!(burning(State::BurningFast).contains("ratio_rate5m > 14.4) or ("));
    }

    #[test]
    fn quotes_are_doubled() {
        assert_eq!(quoted("it's"), "'it''s'");
    }
}
