//! `events`: what happens in the queues, through the real binary.

use nix::sys::signal::Signal;
use serde_json::Value;

use crate::support::letters::work_off;
use crate::support::process::{Running, leadctl, run, text};

fn rows(lines: &str) -> Vec<Value> {
    lines.lines().map(|line| serde_json::from_str(line).expect("an object")).collect()
}

#[test]
fn what_has_happened_is_told_by_kind_and_number() {
    let dir = tempfile::tempdir().expect("a directory");
    let home = dir.path();
    work_off(home, "mail", &[("a", "send", None), ("b", "send", Some("no \u{1b}[2J"))]);
    let told = |args: &[&str]| {
        let output = run(home, &[&["events", "--queue", "mail"], args].concat());
        assert!(output.status.success(), "{args:?}: {}", text(&output.stderr));
        text(&output.stdout)
    };
    let all = rows(&told(&["-o", "ndjson"]));
    assert!(all.iter().all(|e| e["queue"] == "mail" && e["at"].is_string()), "{all:?}");
    let kinds: Vec<&str> = all.iter().filter_map(|e| e["kind"].as_str()).collect();
    assert!(kinds.contains(&"added") && kinds.contains(&"active"), "{kinds:?}");
    let ended = rows(&told(&["--kind", "completed,failed", "-o", "ndjson"]));
    assert_eq!(ended.len(), 2, "{ended:?}");
    assert_eq!(rows(&told(&["--tail", "3", "-o", "ndjson"])), all[all.len() - 3..]);
    assert_eq!(rows(&told(&["--limit", "1", "-o", "ndjson"])), all[..1]);
    assert_eq!(told(&["--since", "2100-01-01"]), "");
    let shown = told(&["--kind", "failed"]);
    assert!(shown.contains("mail/b") && shown.contains("\\u{1b}[2J"), "{shown}");
    assert_eq!(run(home, &["events", "--since", "soon"]).status.code(), Some(2));
    assert_eq!(run(home, &["events", "--queue", "nosuch"]).status.code(), Some(3));
}

#[test]
fn what_happens_is_told_as_it_happens_until_it_is_enough_or_interrupted() {
    let dir = tempfile::tempdir().expect("a directory");
    let home = dir.path();
    work_off(home, "mail", &[("before", "send", None)]);
    let follow = |args: &[&str]| {
        let mut command = leadctl(home);
        command.args(["events", "-f", "--queue", "mail", "-o", "ndjson", "--tail", "1"]);
        let mut running = Running::start(command.args(args));
        running.stdout.until("\"before\"");
        running
    };
    let mut endless = follow(&[]);
    let mut enough = follow(&["--kind", "completed", "--limit", "2"]);
    work_off(home, "mail", &[("next", "send", None)]);
    let line = enough.stdout.until("\"next\"");
    assert_eq!(rows(&line)[0]["kind"], "completed", "{line}");
    assert_eq!(enough.wait().code(), Some(0));
    endless.stdout.until("\"completed\"");
    assert_eq!(endless.end(Signal::SIGINT).code(), Some(130));
}
