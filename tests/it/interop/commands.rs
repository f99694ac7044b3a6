use std::collections::BTreeSet;
use std::path::Path;

use leadctl::queue::{JobQueue, JobState};
use serde_json::{Value, json};

use super::node::{Shared, until};
use crate::support::process::text;

/// Runs a command that must end well and print nothing that acts on a terminal; gives what it
/// printed.
fn plain(shared: &Shared, home: &Path, args: &[&str]) -> String {
    let output = shared.leadctl(home, args).output().expect("leadctl runs");
    let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{args:?}: {stderr}");
    for said in [&stdout, &stderr] {
        let acts = said.chars().find(|c| {
            (c.is_control() && *c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2028}')
        });
        assert_eq!(acts, None, "{args:?}: {said:?}");
    }
    stdout
}

/// All ids of a list, a page of one after the other.
fn paged(shared: &Shared, home: &Path, args: &[&str]) -> Vec<String> {
    let (mut ids, mut cursor) = (Vec::new(), None::<String>);
    // Longer than any list here: it has an end.
    for _ in 0..100 {
        let mut all = [&["jobs", "ls", "--limit", "1"], args].concat();
        if let Some(cursor) = &cursor {
            all.extend(["--cursor", cursor]);
        }
        let page = shared.json(home, &all);
        for job in page["items"].as_array().expect("a list") {
            ids.push(format!("{}/{}", job["queue"], job["id"]));
        }
        match page["next"].as_str() {
            Some(next) => cursor = Some(next.to_owned()),
            None => return ids,
        }
    }
    panic!("the list has no end: {ids:?}");
}

fn degraded(shared: &Shared, home: &Path) -> Value {
    shared.json(home, &["status"])["degraded"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_node_has_written_is_told_and_does_no_harm() {
    let (home, shared) = (tempfile::tempdir().expect("a directory"), Shared::named("hostile"));
    let home = home.path();
    shared.run("hostile.mjs", &[]).await;
    for args in [
        &["queue", "ls"][..],
        &["queue", "show", "hostile"],
        &["status"],
        &["jobs", "ls", "--queue", "hostile"],
        &["jobs", "ls", "--queue", "hostile", "--state", "failed"],
        &["jobs", "ls", "--queue", "hostile", "--state", "waiting,delayed"],
        &["jobs", "find", "--queue", "hostile", "--name", "odd"],
        &["jobs", "show", "hostile/bad"],
        &["jobs", "show", "hostile/good"],
        &["jobs", "logs", "hostile/bad"],
        &["events", "--queue", "hostile"],
        &["dlq", "ls", "--queue", "hostile"],
        &["schedule", "ls", "--queue", "hostile"],
        &["schedule", "ls"],
        &["workers", "ls", "--all-queues"],
        &["queue", "clean", "hostile", "--state", "delayed", "--dry-run"],
        &["queue", "drain", "hostile", "--delayed", "--dry-run"],
    ] {
        plain(&shared, home, args);
    }
    let told = plain(&shared, home, &["jobs", "ls", "--queue", "hostile"]);
    assert!(told.contains("f\u{fffd}\u{fffd}o") && told.contains("\\u{1b}"), "{told}");
    let counts = shared.json(home, &["queue", "show", "hostile"]);
    assert_eq!((&counts["waiting"], &counts["delayed"]), (&json!(9), &json!(2)));
    assert_eq!((&counts["failed"], &counts["completed"]), (&json!(2), &json!(1)));
    assert_eq!(degraded(&shared, home), Value::Null, "a stranger's bytes are no outage");
    let schedules = shared.json(home, &["schedule", "ls", "--queue", "hostile"]);
    assert_eq!(schedules["items"].as_array().map(Vec::len), Some(2), "{schedules}");

    // Each page goes on behind the one before, whatever the ids are. One has no hash.
    let ids = paged(&shared, home, &["--queue", "hostile"]);
    let distinct: BTreeSet<&String> = ids.iter().collect();
    assert_eq!((ids.len(), distinct.len()), (13, 13), "{ids:?}");
    let merged = paged(&shared, home, &["--queue", "hostile,lead-discovery"]);
    assert_eq!(merged.len(), 13, "{merged:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_queue_of_another_type_is_told_and_is_no_outage() {
    let (home, shared) = (tempfile::tempdir().expect("a directory"), Shared::named("odd"));
    let home = home.path();
    let mut connection = redis::Client::open(crate::support::redis::shared().url())
        .expect("an address")
        .get_connection()
        .expect("a connection");
    redis::cmd("SET")
        .arg(format!("{}:odd:wait", shared.prefix))
        .arg("no list")
        .exec(&mut connection)
        .expect("written");
    let output = shared.leadctl(home, &["jobs", "ls", "--queue", "odd"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("WRONGTYPE"), "{}", text(&output.stderr));
    assert_eq!(degraded(&shared, home), Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_commands_change_what_node_has_written() {
    let (home, shared) = (tempfile::tempdir().expect("a directory"), Shared::named("hostile"));
    let home = home.path();
    shared.run("hostile.mjs", &[]).await;
    let run = |args: &[&str]| shared.json(home, args);
    run(&["jobs", "retry", "hostile/bad"]);
    assert_eq!(shared.get("bad").await.state, JobState::Waiting);
    run(&["jobs", "rm", "hostile/odd-3", "--yes"]);
    run(&["queue", "pause", "hostile"]);
    assert_eq!(shared.run("read.mjs", &["odd-3"]).await["paused"], true);
    run(&["queue", "resume", "hostile"]);
    let set = ["schedule", "set", "tick", "--queue", "hostile", "--every", "1h", "--name", "odd"];
    run(&[&set[..], &["--data", "{}"]].concat());
    assert!(run(&["schedule", "run", "tick", "--queue", "hostile"]).is_object());
    run(&["schedule", "rm", "tick", "--queue", "hostile", "--yes"]);

    // A worker of Node is seen while it works, and not afterwards.
    let node = shared.start("work.mjs", &[]);
    let workers = || run(&["workers", "ls", "--queue", "hostile"])["items"].clone();
    until("the worker of Node is seen", async || workers()[0]["id"] == "node-worker").await;
    let seen = workers();
    assert_eq!((&seen[0]["queues"], &seen[0]["pid"]), (&json!(["hostile"]), &Value::Null));
    assert_eq!(seen[0]["host"], "127.0.0.1");
    shared.finished("bad").await;
    shared.finished("odd-6").await;
    node.end().await;
    until("the worker of Node is gone", async || workers() == json!([])).await;

    run(&["queue", "drain", "hostile", "--delayed", "--yes"]);
    run(&["queue", "clean", "hostile", "--state", "completed", "--yes"]);
    run(&["queue", "obliterate", "hostile", "--yes", "--force"]);
    assert!(!shared.ours.exists("hostile").await.expect("an answer"));
    let gone = shared.leadctl(home, &["queue", "show", "hostile"]).output().expect("it runs");
    assert_eq!(gone.status.code(), Some(3), "{}", text(&gone.stderr));
}
