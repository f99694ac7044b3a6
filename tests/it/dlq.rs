//! `dlq`: dead letters by error, through the real binary.

use std::path::Path;

use serde_json::{Value, json as value};

use crate::support::embedded::inside;
use crate::support::letters::{run_all, work_off};
use crate::support::process::{json, run, text};

const MAIL: &str = "mail";

/// Six letters of two errors in a queue of others, one in one of ours, and a job that went well.
fn filled() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a directory");
    let home = dir.path();
    let timeouts: Vec<(String, String)> = (0..4)
        .map(|n| (format!("t{n}"), format!("timed out after {n}.5s\n  at \u{1b}[31m {n}")))
        .collect();
    let mut jobs: Vec<(&str, &str, Option<&str>)> =
        timeouts.iter().map(|(id, why)| (id.as_str(), "send", Some(why.as_str()))).collect();
    jobs.push(("r0", "reply", Some("no user 'Ann' at http://a.b/1")));
    jobs.push(("r1", "send", Some("no user 'Bob' at http://a.b/2?c")));
    jobs.push(("fine", "send", None));
    work_off(home, MAIL, &jobs);
    work_off(home, "lead-discovery", &[("l0", "lead", Some("timed out after 9s"))]);
    dir
}

fn groups(home: &Path, args: &[&str]) -> Value {
    json(home, &[&["dlq", "ls", "-o", "json"], args].concat())
}

fn group(home: &Path, error: &str) -> String {
    let listed = groups(home, &["--queue", MAIL]);
    let items = listed["items"].as_array().expect("a list").clone();
    let found = items.into_iter().find(|group| group["error"] == error).expect("the group");
    found["group"].as_str().expect("a name").to_owned()
}

fn fails(home: &Path, args: &[&str], code: i32) -> String {
    let output = run(home, args);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
    said
}

#[test]
fn letters_are_grouped_by_what_their_errors_have_in_common() {
    let dir = filled();
    let home = dir.path();
    let listed = groups(home, &["--all-queues"]);
    assert_eq!(
        listed["meta"],
        value!({"matched": 7, "scanned": 7, "truncated": false, "groups": 3})
    );
    let first = &listed["items"][0];
    assert_eq!(first["error"], "timed out after <n>s");
    assert_eq!((&first["count"], &first["queue"]), (&value!(4), &value!(MAIL)));
    assert_eq!(first["names"], value!(["send"]));
    assert!(first["first_seen_at"].as_str() <= first["last_seen_at"].as_str());
    assert_eq!(listed["items"][1]["error"], "no user <text> at <url>");
    assert_eq!(listed["items"][1]["names"], value!(["reply", "send"]));
    assert_eq!(groups(home, &[])["items"][0]["queue"], "lead-discovery", "ours by default");
    let cut = groups(home, &["--queue", MAIL, "--scan", "5"]);
    assert_eq!(cut["meta"]["truncated"], true);
    assert_eq!(cut["meta"]["scanned"], 5);
    assert!(cut["warnings"][0].as_str().expect("a warning").contains("--scan"));

    let shown = text(&run(home, &["dlq", "ls", "--all-queues"]).stdout);
    assert!(!shown.contains('\u{1b}') && shown.contains("timed out after"), "{shown}");
    fails(home, &["dlq", "ls", "--queue", "nosuch"], 3);
    fails(home, &["dlq", "show", "0000000000"], 3);
    fails(home, &["dlq", "retry"], 2);
}

#[test]
fn a_group_is_shown_exported_and_removed_and_the_others_stay() {
    let dir = filled();
    let home = dir.path();
    let id = group(home, "no user <text> at <url>");
    let shown = json(home, &["dlq", "show", &id, "-o", "json"]);
    let ids: Vec<&Value> =
        shown["items"].as_array().expect("a list").iter().map(|job| &job["id"]).collect();
    assert_eq!((ids.len(), &shown["meta"]["matched"]), (2, &value!(2)));

    let lines = text(&run(home, &["dlq", "export", &id]).stdout);
    let rows: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str(line).expect("an object")).collect();
    assert_eq!(rows.len(), 2);
    assert!(
        rows.iter().all(|row| row["group"] == id.as_str() && row["data"]["reason"].is_string())
    );
    let table = text(&run(home, &["dlq", "export", "--all", "--queue", MAIL, "-o", "csv"]).stdout);
    assert_eq!(table.lines().count(), 7, "{table}");
    assert!(table.starts_with("group,queue,id,name,error,failed_reason,"), "{table}");

    fails(home, &["dlq", "rm", &id], 7);
    let would = json(home, &["dlq", "rm", &id, "--dry-run", "-o", "json"]);
    assert_eq!((&would["acted"], &would["dry_run"]), (&value!(2), &value!(true)));
    let did = json(home, &["dead-letters", "rm", &id, "--yes", "-o", "json"]);
    assert_eq!(did["acted"], 2);
    fails(home, &["dlq", "show", &id], 3);
    assert_eq!(groups(home, &["--all-queues"])["meta"]["matched"], 5);
}

#[test]
fn a_group_is_retried_oldest_first_as_far_as_asked_for() {
    let dir = filled();
    let home = dir.path();
    let id = group(home, "timed out after <n>s");
    let would = json(home, &["dlq", "retry", &id, "--dry-run", "-o", "json"]);
    assert_eq!((&would["acted"], &would["stopped"]), (&value!(4), &Value::Null));
    let args = ["dlq", "retry", &id, "--rate", "1000/s", "--limit", "3", "-o", "json"];
    let did = json(home, &args);
    assert_eq!((&did["acted"], &did["failed_again"]), (&value!(3), &value!(0)));
    assert_eq!(did["sample_ids"], value!(["mail/t0", "mail/t1", "mail/t2"]));
    let waiting = json(home, &["queue", "show", MAIL, "-o", "json"])["waiting"].clone();
    assert_eq!(waiting, 3);
    inside(home, async |services| run_all(services, MAIL).await);
    let listed = groups(home, &["--queue", MAIL]);
    assert_eq!(listed["items"][0]["count"], 4, "they failed again, and are counted once each");
    let human =
        text(&run(home, &["dlq", "retry", "--all", "--queue", MAIL, "--rate", "5000/s"]).stdout);
    assert_eq!(human, "retried 6 jobs\n");
    assert_eq!(groups(home, &["--queue", MAIL])["items"], value!([]));
}
