//! Drills, as an operator runs them, with short times.

use serde_json::Value;

use crate::support::process::{leadctl, text};

/// Runs a drill, which must keep its promises, and gives its report.
fn drill(name: &str, lasting: &str) -> Value {
    let home = tempfile::tempdir().expect("a directory");
    let mut command = leadctl(home.path());
    command.args(["drill", name, "--for", lasting, "--every", "200ms", "-o", "json"]);
    // What is the caller's own must not matter.
    command.env("REDIS_URL", "redis://127.0.0.1:1").env("DATABASE_URL", "postgres://127.0.0.1:1/x");
    command.env("LEADCTL_AI_BASE_URL", "http://127.0.0.1:1").env("TMPDIR", home.path());
    let output = command.output().expect("leadctl runs");
    let told = text(&output.stderr);
    assert!(output.status.success(), "{name}: {told}\n{}", text(&output.stdout));
    for phase in ["are up", "before", "fault:", "the fault is over"] {
        assert!(told.contains(phase), "{phase:?} is missing in {told}");
    }
    let left: Vec<_> = std::fs::read_dir(home.path()).expect("a directory").flatten().collect();
    assert!(left.iter().all(|e| !e.file_name().to_string_lossy().contains("drill")), "{left:?}");

    let report: Value = serde_json::from_slice(&output.stdout).expect("one JSON document");
    let jobs = &report["jobs"];
    println!(
        "{name}: open after {} ms, {} of {} calls wasted, {} jobs, {} delayed, {} lost, as before after {} ms",
        report["time_to_open_ms"],
        report["calls_wasted"],
        report["calls"],
        jobs["enqueued"],
        jobs["delayed"],
        jobs["lost"],
        report["time_to_recover_ms"]
    );
    assert_eq!(report["ok"], true);
    assert_eq!((&jobs["lost"], &jobs["failed"]), (&0.into(), &0.into()));
    assert_eq!(jobs["completed"], jobs["enqueued"]);
    assert!(jobs["enqueued"].as_u64().is_some_and(|n| n >= 15), "{jobs}");
    assert!(report["time_to_recover_ms"].is_u64());
    report
}

fn at_least(report: &Value, field: &str, least: u64) {
    assert!(report[field].as_u64().is_some_and(|n| n >= least), "{field} in {report}");
}

#[test]
fn an_outage_of_the_ai_provider() {
    let report = drill("ai-outage", "3s");
    at_least(&report, "calls_wasted", 1);
    at_least(&report, "time_to_open_ms", 1);
}

#[test]
fn a_slow_ai_provider() {
    let report = drill("slow-ai", "8s");
    at_least(&report, "calls_wasted", 6);
    at_least(&report, "time_to_open_ms", 1);
}

#[test]
fn reddit_asks_for_patience() {
    let report = drill("reddit-429", "3s");
    at_least(&report, "calls_wasted", 1);
    assert!(report["jobs"]["delayed"].as_u64().is_some_and(|n| n > 0), "{report}");
}

#[test]
fn redis_is_lost() {
    let report = drill("redis-loss", "3s");
    assert!(report["jobs"]["spooled"].as_u64().is_some_and(|n| n > 0), "{report}");
}

#[test]
fn what_a_drill_needs_is_named_where_it_is_missing() {
    let home = tempfile::tempdir().expect("a directory");
    let mut command = leadctl(home.path());
    command.args(["drill", "redis-loss"]).env("PATH", home.path());
    let output = command.output().expect("leadctl runs");
    assert_eq!(output.status.code(), Some(4));
    assert!(text(&output.stderr).contains("redis-server is not on the path"));
}
