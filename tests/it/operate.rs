//! `queue`, `schedule`, `workers`, `status`, `check`, `why`: operating what is queued.

use std::path::Path;
use std::sync::Arc;

use leadctl::clock::SystemClock;
use leadctl::db::Db;
use leadctl::queue::sql::SqlQueue;
use leadctl::queue::{JobOptions, JobQueue, NewJob};
use nix::sys::signal::Signal;
use serde_json::{Value, json as value};

use crate::support::process::{Running, json, leadctl, run, text};

const LEADS: &str = "lead-discovery";

/// Adds jobs to a queue of a data directory, as a producer of others would.
fn add(home: &Path, queue: &str, jobs: Vec<NewJob>) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let db = Db::open(&home.join("data")).await.expect("a database");
        let sql: Arc<dyn JobQueue> = Arc::new(SqlQueue::new(db.clone(), SystemClock::shared()));
        sql.add_bulk(queue, jobs).await.expect("added");
        db.close().await;
    });
}

fn job(id: &str, delay: u64, priority: u32) -> NewJob {
    let options = JobOptions { delay, priority, ..JobOptions::default() };
    NewJob { name: "mail".into(), data: value!({}), id: Some(id.into()), options }
}

fn home() -> tempfile::TempDir {
    tempfile::tempdir().expect("a directory")
}

fn fails(home: &Path, args: &[&str], code: i32) -> String {
    let output = run(home, args);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
    said
}

fn queue(home: &Path, name: &str) -> Value {
    let listed = json(home, &["queue", "ls", "-o", "json"]);
    let items = listed["items"].as_array().expect("a list").clone();
    items.into_iter().find(|q| q["name"] == name).expect("the queue")
}

#[test]
fn a_queue_of_others_is_told_and_swept_like_ours() {
    let home = home();
    let home = home.path();
    let late = 3_600_000;
    add(home, "mail", vec![job("a", 0, 0), job("b", 0, 5), job("c", late, 0)]);
    let told = queue(home, "mail");
    assert_eq!((&told["waiting"], &told["prioritized"]), (&value!(1), &value!(1)));
    assert_eq!(told["findings"][0]["code"], "no_worker");
    assert!(told["oldest_waiting_ms"].is_u64());

    let refused = fails(home, &["queue", "drain", "mail"], 7);
    assert!(refused.contains("--yes") && refused.contains("--dry-run"), "{refused}");
    let would = json(home, &["queue", "drain", "mail", "--dry-run", "-o", "json"]);
    assert_eq!((&would["dry_run"], &would["acted"]), (&value!(true), &value!(2)));
    assert_eq!(queue(home, "mail")["waiting"], 1);
    let did = json(home, &["queue", "drain", "mail", "--yes", "-o", "json"]);
    assert_eq!((&did["acted"], &did["sample_ids"]), (&value!(2), &value!(["a", "b"])));
    assert_eq!(queue(home, "mail")["delayed"], 1);
    let did = json(home, &["queue", "drain", "mail", "--delayed", "--yes", "-o", "json"]);
    assert_eq!(did["sample_ids"], value!(["c"]));
    let nothing = json(home, &["queue", "drain", "mail", "--yes", "-o", "json"]);
    assert_eq!(nothing["acted"], 0);
}

#[test]
fn clean_takes_the_state_the_age_and_the_limit_asked_for() {
    let home = home();
    let home = home.path();
    add(home, "mail", vec![job("a", 0, 0), job("b", 0, 0), job("c", 0, 7)]);
    let clean = |args: &[&str]| {
        let mut all = vec!["queue", "clean", "mail", "--yes", "-o", "json"];
        all.extend(args);
        json(home, &all)["acted"].clone()
    };
    assert_eq!(clean(&["--state", "waiting", "--older-than", "1h"]), 0);
    assert_eq!(clean(&["--state", "waiting", "--dry-run"]), 2);
    assert_eq!(clean(&["--state", "waiting", "--limit", "1"]), 1);
    assert_eq!(clean(&["--state", "prioritized"]), 1);
    assert_eq!(clean(&["--state", "waiting"]), 1);
    fails(home, &["queue", "clean", "mail", "--state", "active", "--yes"], 2);
    fails(home, &["queue", "clean", "mail", "--state", "failed"], 7);
}

#[test]
fn pausing_is_told_once_and_undone() {
    let home = home();
    let home = home.path();
    let paused = json(home, &["queue", "pause", LEADS, "-o", "json"]);
    assert_eq!((&paused["acted"], &paused["sample_ids"]), (&value!(1), &value!([LEADS])));
    assert_eq!(json(home, &["queue", "pause", LEADS, "-o", "json"])["skipped"], 1);
    assert_eq!(queue(home, LEADS)["is_paused"], true);
    add(home, LEADS, vec![job("a", 0, 0)]);
    let status = json(home, &["status", "-o", "json"]);
    assert_eq!(status["verdict"]["findings"][0]["code"], "paused");
    assert_eq!(status["verdict"]["findings"][0]["command"], "leadctl queue resume lead-discovery");
    let shown = text(&run(home, &["queue", "resume", LEADS]).stdout);
    assert_eq!(shown, "lead-discovery resumed; 1 job waiting\n");
    assert_eq!(queue(home, LEADS)["is_paused"], false);
}

#[test]
fn all_queues_are_paused_resumed_and_cleaned_together() {
    let home = home();
    let home = home.path();
    add(home, "mail", vec![job("a", 0, 0), job("b", 0, 0)]);
    add(home, "calls", vec![job("c", 0, 0)]);
    let clean = |args: &[&str]| {
        let all = ["queue", "clean", "--all-queues", "--state", "waiting", "--yes", "-o", "json"];
        json(home, &[&all[..], args].concat())["acted"].clone()
    };
    let paused = json(home, &["queue", "pause", "--all-queues", "-o", "json"]);
    assert_eq!((&paused["acted"], &queue(home, "calls")["is_paused"]), (&value!(5), &value!(true)));
    assert_eq!(json(home, &["queue", "resume", "--all-queues", "-o", "json"])["acted"], 5);
    assert_eq!(clean(&["--dry-run"]), 3);
    assert_eq!(clean(&["--limit", "2"]), 2);
    assert_eq!(clean(&[]), 1);
    fails(home, &["queue", "pause"], 2);
    fails(home, &["queue", "pause", "mail", "--all-queues"], 2);
}

#[test]
fn a_queue_is_obliterated_when_it_is_meant() {
    let home = home();
    let home = home.path();
    add(home, "mail", vec![job("a", 0, 0), job("b", 3_600_000, 0)]);
    let refused = fails(home, &["queue", "obliterate", "mail"], 7);
    assert!(refused.contains("--yes"), "{refused}");
    let would = json(home, &["queue", "obliterate", "mail", "--dry-run", "-o", "json"]);
    assert_eq!((&would["acted"], &would["dry_run"]), (&value!(2), &value!(true)));
    let did = text(&run(home, &["queue", "obliterate", "mail", "--yes"]).stdout);
    assert_eq!(did, "removed mail with 2 jobs\n");
    let said = fails(home, &["queue", "obliterate", "mail", "--yes"], 3);
    assert!(said.contains("there is no queue mail"), "{said}");
}

#[test]
fn depths_and_rates_are_watched() {
    let home = home();
    let home = home.path();
    add(home, "mail", vec![job("a", 0, 0), job("b", 3_600_000, 0)]);
    let args = ["queue", "top", "--queue", "mail", "--interval", "100ms"];
    let once = json(home, &[&args[..], &["--once", "-o", "json"]].concat());
    let row = &once["items"][0];
    assert_eq!((&row["waiting"], &row["delayed"]), (&value!(1), &value!(1)));
    assert_eq!((&row["added_per_s"], &row["truncated"]), (&value!(0.0), &value!(false)));
    let mut watched = Running::start(leadctl(home).args(args).args(["-o", "ndjson"]));
    watched.stdout.until("\"mail\"");
    add(home, "mail", vec![job("c", 0, 0)]);
    watched.stdout.until("\"waiting\":2");
    assert_eq!(watched.end(Signal::SIGINT).code(), Some(130));
    fails(home, &["queue", "top", "--interval", "1ms"], 2);
}

#[test]
fn an_unknown_queue_is_not_found_and_the_known_ones_are_named() {
    let home = home();
    for args in [
        &["queue", "show", "nosuch"][..],
        &["queue", "pause", LEADS, "nosuch"],
        &["queue", "drain", "nosuch", "--yes"],
        &["queue", "clean", "nosuch", "--state", "failed", "--yes"],
        &["schedule", "ls", "--queue", "nosuch"],
    ] {
        let said = fails(home.path(), args, 3);
        assert!(said.contains("lead-discovery, subreddit-analysis"), "{said}");
    }
    assert_eq!(queue(home.path(), LEADS)["is_paused"], false, "nothing is changed by half");
}

#[test]
fn a_schedule_is_made_shown_changed_run_and_removed() {
    let home = home();
    let home = home.path();
    let set = json(
        home,
        &[
            "schedule",
            "set",
            "weekly",
            "--subreddit",
            "r/rust",
            "--cron",
            "0 3 * * 1",
            "--tz",
            "Europe/Berlin",
            "-o",
            "json",
        ],
    );
    assert_eq!(set["queue"], "subreddit-analysis");
    assert_eq!(set["next_times"].as_array().map(Vec::len), Some(5));

    let shown = json(home, &["schedule", "show", "weekly", "-o", "json"]);
    assert_eq!(shown["recurrence"]["cron"]["tz"], "Europe/Berlin");
    assert_eq!(shown["data"], value!({"subreddit": "rust", "force": false}));
    assert_eq!(shown["next_at"], shown["next_times"][0]);
    assert_eq!(shown["next_times"], set["next_times"]);

    // What is not said anew stays.
    json(home, &["schedule", "set", "weekly", "--every", "15m", "-o", "json"]);
    let listed = json(home, &["schedule", "ls", "-o", "json"]);
    assert_eq!(listed["items"][0]["recurrence"]["every"]["every_ms"], 900_000);
    assert_eq!(listed["items"][0]["data"]["subreddit"], "rust");

    let run_now = json(home, &["schedule", "run", "subreddit-analysis/weekly", "-o", "json"]);
    assert!(run_now["sample_ids"][0].as_str().is_some_and(|id| id.contains("weekly-now-")));
    assert_eq!(queue(home, "subreddit-analysis")["waiting"], 1);

    fails(home, &["schedule", "rm", "weekly"], 7);
    let would = json(home, &["schedule", "rm", "weekly", "--dry-run", "-o", "json"]);
    assert_eq!(would["acted"], 1);
    json(home, &["schedule", "rm", "weekly", "--yes", "-o", "json"]);
    fails(home, &["schedule", "show", "weekly"], 3);
    assert_eq!(queue(home, "subreddit-analysis")["delayed"], 0);
}

#[test]
fn what_is_wrong_with_a_schedule_is_said_and_nothing_is_made() {
    let home = home();
    let home = home.path();
    let rust = ["--subreddit", "rust"];
    for (args, code, needle) in [
        (&["--cron", "61 * * * *"][..], 2, "not a cron expression"),
        (&["--cron", "0 2 * * *", "--tz", "Mars/Olympus"], 2, "not a time zone"),
        (&["--cron", "0 0 30 2 *"], 2, "never comes"),
        (&["--every", "5ms"], 2, "too short"),
        (&["--every", "apples"], 2, "write a span as in"),
        (&[], 2, "--every"),
        (&["--every", "1h", "--cron", "0 2 * * *"], 2, "cannot be used with"),
        (&["--every", "1h", "--queue", LEADS], 2, "belong in subreddit-analysis"),
    ] {
        let mut all = vec!["schedule", "set", "x"];
        all.extend(rust);
        all.extend(args);
        let said = fails(home, &all, code);
        assert!(said.contains(needle), "{args:?}: {said}");
    }
    for (args, code, needle) in [
        (&["--campaign", "nosuch", "--every", "1h"][..], 3, "no campaign \"nosuch\""),
        (&["--every", "1h"], 2, "--campaign"),
        (&["--name", "mail", "--every", "1h"], 2, "--queue"),
        (&["--name", "mail", "--queue", "post", "--every", "1h"], 3, "--create-queue"),
        (&["--name", "mail", "--data", "{", "--queue", LEADS, "--every", "1h"], 2, "not JSON"),
        (&["--name", "mail", "--queue", LEADS, "--every", "1h"], 2, "no job named"),
    ] {
        let mut all = vec!["schedule", "set", "x"];
        all.extend(args);
        let said = fails(home, &all, code);
        assert!(said.contains(needle), "{args:?}: {said}");
    }
    assert_eq!(json(home, &["schedule", "ls", "-o", "json"])["items"], value!([]));
}

#[test]
fn check_ends_by_the_convention_of_monitoring_plug_ins() {
    let home = home();
    let home = home.path();
    let line = |args: &[&str], code: i32| {
        let mut all = vec!["check"];
        all.extend(args);
        let output = run(home, &all);
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        said
    };
    let fine = line(&[], 0);
    assert!(
        fine.starts_with("LEADCTL OK - 3 queues, 0 jobs waiting, nothing is wrong |"),
        "{fine}"
    );
    let missing = line(&["--workers", "lead-discovery>=1"], 2);
    assert!(missing.contains("lead-discovery has 0 workers, fewer than 1"), "{missing}");
    let unknown = line(&["--queue", "nosuch"], 3);
    assert!(unknown.starts_with("LEADCTL UNKNOWN - there is no queue nosuch"), "{unknown}");

    add(home, "mail", vec![job("a", 0, 0)]);
    run(home, &["queue", "pause", "mail"]);
    let paused = line(&[], 1);
    assert!(paused.starts_with("LEADCTL WARNING - mail is paused with 1 job waiting"), "{paused}");
    line(&["--queue", LEADS], 0);
    line(&["--limits-only", "--max-oldest", "1h"], 0);
    let waited = line(&["--max-oldest", "0s", "--limits-only"], 2);
    assert!(waited.contains("'mail_waiting'=1"), "{waited}");
}

#[test]
fn status_tells_the_same_to_people_and_to_programs() {
    let home = home();
    let home = home.path();
    add(home, LEADS, vec![job("a", 0, 0), job("b", 0, 0)]);
    let told = json(home, &["status", "-o", "json"]);
    let finding = &told["verdict"]["findings"][0];
    assert_eq!(finding["message"], "lead-discovery has 2 jobs waiting and no worker");
    assert_eq!((&told["mode"]["name"], &told["reddit"]), (&value!("embedded"), &value!("missing")));
    assert_eq!(told["queues"][0]["waiting"], 2);
    let screen = text(&run(home, &["status"]).stdout);
    let first = "✗ lead-discovery has 2 jobs waiting and no worker\n    → run `leadctl worker`\n";
    assert!(screen.starts_with(first), "{screen}");
}

#[test]
fn status_is_drawn_again_until_it_is_stopped() {
    let home = home();
    let mut watch =
        Running::start(leadctl(home.path()).args(["status", "--watch", "1", "-o", "json"]));
    for _ in 0..2 {
        let line = watch.stdout.until("verdict");
        let told: Value = serde_json::from_str(&line).expect("one document a line");
        assert_eq!(told["verdict"]["ok"], true);
    }
    assert!(watch.end(Signal::SIGINT).success());
}

#[test]
fn why_gives_a_verdict_with_evidence_and_the_command_to_run() {
    let home = home();
    let home = home.path();
    assert_eq!(json(home, &["why", LEADS, "-o", "json"])["stuck"], false);
    add(home, LEADS, vec![job("a", 0, 0), job("b", 3_600_000, 0)]);
    let stuck = run(home, &["why", LEADS]);
    assert_eq!(stuck.status.code(), Some(9));
    let said = text(&stuck.stdout);
    assert!(
        said.starts_with("✗ lead-discovery has 1 job waiting and no worker is alive\n"),
        "{said}"
    );
    assert!(said.contains("→ run `leadctl worker`") && said.contains("workers"), "{said}");

    let told = run(home, &["why", "a", "-o", "json"]);
    assert_eq!(told.status.code(), Some(9));
    let told: Value = serde_json::from_slice(&told.stdout).expect("one document");
    assert_eq!(told["target"], "lead-discovery/a");
    assert!(told["verdict"].as_str().is_some_and(|v| v.ends_with("it is next")), "{told}");
    let later = json(home, &["why", "lead-discovery/b", "-o", "json"]);
    assert_eq!(later["command"], "leadctl jobs promote lead-discovery/b");
    fails(home, &["why", "nosuch"], 3);
}

#[test]
fn a_schedule_run_now_can_be_awaited() {
    let home = home();
    let home = home.path();
    json(home, &["schedule", "set", "x", "--subreddit", "rust", "--every", "1h", "-o", "json"]);
    // No credentials: the job fails for good at its first attempt.
    let mut worker = Running::start(leadctl(home).arg("worker"));
    let output = run(home, &["schedule", "run", "x", "--wait", "--timeout", "60s"]);
    assert_eq!(output.status.code(), Some(6), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("no Reddit credentials"), "{}", text(&output.stderr));
    let status = json(home, &["status", "-o", "json"]);
    assert_eq!(status["verdict"]["findings"][0]["code"], "failures");
    assert!(worker.end(Signal::SIGTERM).success());
}
