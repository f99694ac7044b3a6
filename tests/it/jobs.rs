//! `leadctl jobs`, against the embedded queue, with a real worker where one is needed.

use std::path::Path;

use leadctl::model::CampaignDraft;
use leadctl::queue::{JobOptions, NewJob, Retention};
use leadctl::supervisor::FileLock;
use nix::sys::signal::Signal;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::embedded::{Sandbox, add_campaign, inside};
use crate::support::process::{Running, alive, feed, json as json_of, leadctl, run, text, until};

/// Escape sequences, a bidirectional override, a bell, a C1 control, and a link.
const HOSTILE: &str = "\u{1b}[2J\u{1b}]8;;http://x\u{7}\u{202e}evil\u{9b}31m";

fn home() -> TempDir {
    tempfile::tempdir().expect("a directory")
}

fn campaign(name: &str) -> CampaignDraft {
    CampaignDraft {
        name: name.into(),
        keywords: vec!["invoice".into()],
        ..CampaignDraft::default()
    }
}

fn add(home: &Path, queue: &str, jobs: Vec<NewJob>) {
    inside(home, async |services| services.queue.add_bulk(queue, jobs).await.expect("added"));
}

fn job(name: &str, data: Value, id: &str) -> NewJob {
    NewJob { name: name.into(), data, id: Some(id.into()), options: JobOptions::default() }
}

fn listed(home: &Path, args: &[&str]) -> Vec<Value> {
    let args = [&["jobs", "ls", "-o", "json"], args].concat();
    json_of(home, &args)["items"].as_array().expect("a list").clone()
}

/// Runs a command and checks how it ends and what it says on standard error.
fn ends(home: &Path, args: &[&str], code: i32, said: &str) -> String {
    let output = run(home, args);
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{args:?}\n{out}\n{err}");
    assert!(err.contains(said), "{args:?}: {said:?} is not in\n{err}");
    out
}

#[test]
fn the_same_id_twice_makes_one_job() {
    let home = home();
    let enqueue = ["jobs", "enqueue", "subreddit", "freelance", "--id", "nightly"];
    let first = ends(home.path(), &enqueue, 0, "");
    assert!(first.contains("added subreddit-analysis/nightly"), "{first}");
    let second = ends(home.path(), &enqueue, 0, "");
    assert!(second.contains("there already (waiting)"), "{second}");
    let third = json_of(home.path(), &[&enqueue[..], &["-o", "json", "--priority", "3"]].concat());
    assert_eq!((&third["acted"], &third["skipped"]), (&json!(0), &json!(1)));
    assert_eq!(third["jobs"][0]["options"]["priority"], 0, "what is there is told");
    let feed_line = b"{\"subreddit\":\"freelance\",\"id\":\"nightly\"}\n";
    let bulk = feed(home.path(), &["jobs", "enqueue", "--from", "-", "-o", "json"], feed_line);
    let bulk: Value = serde_json::from_slice(&bulk.stdout).expect("a report");
    assert_eq!((&bulk["acted"], &bulk["skipped"]), (&json!(0), &json!(1)));
    assert_eq!(listed(home.path(), &[]).len(), 1);
}

#[test]
fn bad_lines_are_told_and_the_rest_is_kept() {
    let home = home();
    add_campaign(home.path(), campaign("Pelican Pens"));
    let long = format!("{{\"subreddit\":\"{}\"}}", "x".repeat(9 * 1024 * 1024));
    let lines = [
        r#"{"campaign":"pelican pens","strategy":"global","delay":"1h","id":"later"}"#,
        "",
        r#"{"name":"lead","data":{"campaign":"pelican-pens"},"priority":2}"#,
        "not json \u{1b}[2J",
        &long,
        r#"{"subreddit":"freelance"}"#,
        r#"{"campaign":"nosuch"}"#,
        r#"{"subreddit":"rust","id":"with:colon"}"#,
        r#"{"queue":"mail","name":"send","data":["any",{"payload":null}],"id":"m1"}"#,
    ];
    let output =
        feed(home.path(), &["jobs", "enqueue", "--from", "-"], lines.join("\n").as_bytes());
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(8), "{out}{err}");
    assert_eq!(out, "added 4 jobs, 4 of 8 lines were bad\n");
    for said in ["line 4: ", "line 5: it is longer than 8 MiB", "line 7: there is no campaign"] {
        assert!(err.contains(said), "{said:?} is not in\n{err}");
    }
    assert!(err.contains("line 8: a job's id must not contain a colon"), "{err}");
    assert!(err.lines().count() == 4 && !err.contains('\u{1b}'), "{err}");
    let jobs = listed(home.path(), &[]);
    let states: Vec<&str> = jobs.iter().filter_map(|job| job["state"].as_str()).collect();
    assert_eq!(states, ["waiting", "prioritized", "delayed"]);
    assert_eq!(jobs[2]["data"], json!({"campaign": "pelican-pens", "strategy": "global"}));
    let mail = json_of(home.path(), &["jobs", "show", "mail/m1", "-o", "json"]);
    assert_eq!(mail["data"], json!(["any", {"payload": null}]));

    let checked = feed(
        home.path(),
        &["jobs", "enqueue", "--from", "-", "--dry-run", "-o", "json"],
        lines.join("\n").as_bytes(),
    );
    let report: Value = serde_json::from_slice(&checked.stdout).expect("a report");
    assert_eq!((&report["dry_run"], &report["matched"]), (&json!(true), &json!(8)));
    assert_eq!(report["errors"][0]["target"], "line 4");
    assert_eq!(listed(home.path(), &[]).len(), 3);
}

#[test]
fn many_lines_keep_their_order_over_batches() {
    let home = home();
    let lines: String = (0..2_500)
        .map(|n| format!("{{\"queue\":\"bulk\",\"name\":\"n\",\"data\":{n},\"id\":\"j{n}\"}}\n"))
        .collect();
    let file = home.path().join("jobs.ndjson");
    std::fs::write(&file, lines).expect("a file");
    let file = file.to_string_lossy();
    let out = ends(home.path(), &["jobs", "enqueue", "--from", &file], 0, "");
    assert_eq!(out, "added 2500 jobs\n");
    let jobs = listed(home.path(), &["--queue", "bulk", "--limit", "5000"]);
    let order: Vec<u64> = jobs.iter().filter_map(|job| job["data"].as_u64()).collect();
    assert_eq!(order, (0..2_500).collect::<Vec<u64>>());
}

#[test]
fn commands_end_by_the_contract() {
    let home = home();
    let home = home.path();
    add_campaign(home, campaign("Pens"));
    let twice =
        |queue| add(home, queue, vec![job("subreddit", json!({"subreddit": "a_b"}), "twice")]);
    twice("lead-discovery");
    twice("subreddit-analysis");
    add(home, "lead-discovery", vec![job("lead", json!({}), "free")]);
    for (args, code, said) in [
        ("jobs enqueue lead --campaign nosuch", 3, "leadctl campaigns ls"),
        ("jobs enqueue lead --campaign pens --strategy all", 2, "targeted"),
        ("jobs enqueue lead --campaign pens --delay soon", 2, "write a span as in"),
        ("jobs enqueue lead --campaign pens --id a:b", 2, "colon"),
        ("jobs enqueue lead --campaign pens --timeout 5s", 2, "--wait"),
        ("jobs enqueue subreddit rust freelance --id k", 2, "--id names one job"),
        ("jobs enqueue subreddit ../etc", 2, "not a subreddit's name"),
        ("jobs enqueue", 2, "--from"),
        ("jobs enqueue --from /nosuch.ndjson", 3, "cannot read"),
        ("jobs enqueue lead --campaign pens --id later --delay 1h", 0, "nothing that strategy"),
        ("jobs ls --state nosuch", 2, "waiting-children"),
        ("jobs ls --columns nosuch", 2, "columns here are state"),
        ("jobs ls --cursor nosuch", 2, "not a cursor"),
        ("jobs show nosuch", 3, "there is no job nosuch"),
        ("jobs show nosuch --queue mail", 3, "queue mail has no job nosuch"),
        ("jobs show twice", 7, "lead-discovery/twice or subreddit-analysis/twice"),
        ("jobs show twice --queue lead-discovery", 0, ""),
        ("jobs show lead-discovery/twice --queue subreddit-analysis", 3, "no job"),
        ("jobs logs nosuch", 3, "no job"),
        ("jobs logs free", 0, "has no log lines"),
        ("jobs wait nosuch", 3, "no job"),
        ("jobs wait free --timeout 0s", 5, "no worker is alive for lead-discovery"),
        ("jobs retry free", 7, "is waiting; only a job that is failed or completed"),
        ("jobs retry nosuch", 3, "there is no job nosuch"),
        ("jobs retry twice", 7, "say which"),
        ("jobs retry", 2, "--all"),
        ("jobs retry --all", 0, ""),
        ("jobs retry-all --dry-run", 0, ""),
        ("jobs promote free --dry-run", 7, "only a job that is delayed can be promoted"),
        ("jobs promote free later nosuch", 8, "there is no job nosuch"),
        ("jobs rm free", 7, "needs a yes"),
        ("jobs rm free --dry-run", 0, ""),
        ("jobs rm free nosuch --yes", 8, "no job nosuch"),
        ("jobs rm free --yes", 3, "no job free"),
        ("jobs run lead --campaign nosuch", 3, "leadctl campaigns ls"),
        ("jobs run subreddit rust", 6, "LEADCTL_REDDIT_CLIENT_ID"),
        ("jobs run subreddit rust --lock a/b", 2, "the name of a lock"),
    ] {
        let args: Vec<&str> = args.split(' ').collect();
        ends(home, &args, code, said);
    }
}

#[test]
fn hostile_text_stays_text() {
    let home = home();
    let home = home.path();
    let data = json!({"campaign": HOSTILE, "subject": HOSTILE});
    add(home, "mail", vec![job(HOSTILE, data, "x1")]);
    add(home, "lead-discovery", vec![job("lead", json!({"campaign": HOSTILE}), "x2")]);
    inside(home, async |services| {
        services.queue.append_log("mail", "x1", HOSTILE).await.expect("a line");
        services.queue.set_progress("mail", "x1", json!({"at": HOSTILE})).await.expect("progress");
    });
    for args in [
        &["jobs", "ls"][..],
        &["jobs", "ls", "--queue", "mail", "--columns", "what,name,data,progress"],
        &["jobs", "ls", "--queue", "mail,lead-discovery", "-o", "csv"],
        &["jobs", "show", "mail/x1"],
        &["jobs", "show", "x2"],
        &["jobs", "logs", "mail/x1"],
        &["jobs", "show", HOSTILE],
        &["jobs", "retry", HOSTILE],
    ] {
        let output = run(home, args);
        let all = text(&output.stdout) + &text(&output.stderr);
        let acts = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!all.contains(acts), "{args:?}: {all:?}");
        assert!(all.contains("evil"), "{args:?}: {all}");
    }
    let as_data = listed(home, &["--queue", "mail"]);
    assert_eq!(as_data[0]["data"]["subject"], HOSTILE, "JSON carries what is there");
}

#[test]
fn waiting_ends_by_the_outcome() {
    let home = home();
    let home = home.path();
    let sandbox = Sandbox::start(home);
    let worker = sandbox.worker(home);
    let campaign = sandbox.campaign.as_str();

    let lead =
        ["jobs", "enqueue", "lead", "--campaign", campaign, "--id", "good", "--wait", "-o", "json"];
    let done = json_of(home, &lead);
    assert_eq!(done["items"][0]["outcome"], "completed", "{done}");
    assert!(done["items"][0]["result"]["read"].as_u64() > Some(0), "{done}");
    ends(home, &["jobs", "wait", "good"], 0, "");
    let again = ends(home, &lead[..lead.len() - 2], 0, "is there already (completed");
    assert!(again.contains("completed  lead-discovery/good"), "{again}");

    let shown = ends(home, &["jobs", "show", "good"], 0, "");
    for part in ["lead-discovery/good  completed", "1 of 3 made", "waited", "ran", "result", "log"]
    {
        assert!(shown.contains(part), "{part:?} is not in\n{shown}");
    }
    let logs = ends(home, &["jobs", "logs", "good", "-f", "-o", "ndjson"], 0, "good: completed");
    let first: Value = serde_json::from_str(logs.lines().next().expect("a line")).expect("JSON");
    assert!(first["number"] == 0 && first["text"].is_string(), "{first}");

    // A payload that nobody knows fails at once and for good, and the worker lives on.
    let options = JobOptions { attempts: 5, ..JobOptions::default() };
    add(home, "lead-discovery", vec![NewJob { options, ..job("mine", json!([HOSTILE]), "odd") }]);
    ends(home, &["jobs", "wait", "odd", "good"], 6, "there is no job named");
    let odd = json_of(home, &["jobs", "show", "odd", "-o", "json"]);
    assert_eq!((&odd["state"], &odd["attempts_made"]), (&json!("failed"), &json!(1)), "{odd}");
    ends(home, &["jobs", "retry", "odd"], 0, "");
    ends(home, &["jobs", "wait", "odd"], 6, "there is no job named");
    let failed = run(home, &["jobs", "ls", "--state", "failed", "-o", "ndjson"]).stdout;
    let retried = feed(home, &["jobs", "retry", "-", "-o", "json"], &failed);
    let report: Value = serde_json::from_slice(&retried.stdout).expect("a report");
    assert_eq!(report["sample_ids"], json!(["lead-discovery/odd"]));

    // One that is removed as it completes is known by its events, also later.
    let remove_on_complete = Retention { count: Some(0), age_secs: None };
    let options = JobOptions { remove_on_complete, ..JobOptions::default() };
    let data = json!({"campaign": campaign});
    add(home, "lead-discovery", vec![NewJob { options, ..job("lead", data, "gone") }]);
    ends(home, &["jobs", "wait", "gone"], 0, "");
    ends(home, &["jobs", "show", "gone"], 3, "no job");
    ends(home, &["jobs", "wait", "lead-discovery/gone"], 0, "");

    let late = [
        "jobs",
        "enqueue",
        "subreddit",
        "freelance",
        "--delay",
        "1h",
        "--wait",
        "--timeout",
        "100ms",
    ];
    ends(home, &late, 5, "did not end within 100ms");
    assert!(alive(worker.pid()), "the worker lives on");
}

#[test]
fn waiting_can_be_given_up() {
    let home = home();
    let args = ["jobs", "enqueue", "subreddit", "freelance", "--id", "k", "--wait"];
    let mut waiting = Running::start(leadctl(home.path()).args(args));
    waiting.stderr.until("no worker is alive for subreddit-analysis");
    assert_eq!(waiting.end(Signal::SIGINT).code(), Some(130));
    waiting.stderr.until("subreddit-analysis/k goes on");
    assert_eq!(listed(home.path(), &[])[0]["state"], "waiting");
}

#[test]
fn a_log_is_followed_until_its_job_has_ended() {
    let home = home();
    let home = home.path();
    add(home, "mail", vec![job("send", json!({}), "m")]);
    let mut following = Running::start(leadctl(home).args(["jobs", "logs", "mail/m", "-f"]));
    inside(home, async |services| {
        services.queue.append_log("mail", "m", "first").await.expect("a line");
    });
    following.stdout.until("first");
    ends(home, &["jobs", "rm", "mail/m", "--yes"], 0, "");
    assert!(following.wait().success());
    following.stderr.until("mail/m: was removed");
}

#[test]
fn a_job_runs_with_no_queue_and_no_worker() {
    let home = home();
    let home = home.path();
    let sandbox = Sandbox::start(home);
    let inline = |args: &[&str]| {
        let mut command = leadctl(home);
        command.args(["jobs", "run"]).args(args).envs(sandbox.env.iter().cloned());
        command.output().expect("leadctl runs")
    };
    let lead = ["lead", "--campaign", &sandbox.campaign, "--lock", "nightly"];
    let done = inline(&[&lead[..], &["-o", "json"]].concat());
    assert!(done.status.success(), "{}", text(&done.stderr));
    assert!(text(&done.stderr).contains("new leads"), "log lines: {}", text(&done.stderr));
    let result: Value = serde_json::from_slice(&done.stdout).expect("one document");
    assert!(result["items"][0]["result"]["new_leads"].as_u64() > Some(0), "{result}");
    assert!(listed(home, &[]).is_empty(), "no queue was used");

    let late = inline(&["lead", "--campaign", &sandbox.campaign, "--timeout", "0ms"]);
    assert_eq!(late.status.code(), Some(5), "{}", text(&late.stderr));

    let lock = FileLock::take(&home.join("data/lock-nightly")).expect("free");
    let skipped = inline(&lead);
    assert_eq!(skipped.status.code(), Some(75));
    assert!(text(&skipped.stderr).contains("holds the lock nightly"), "{}", text(&skipped.stderr));
    drop(lock);
    until("the lock is free", || inline(&lead).status.success());
}

#[test]
fn pages_lead_through_both_queues() {
    let home = home();
    let home = home.path();
    let numbered = |n: u32| NewJob {
        options: JobOptions { delay: u64::from(n) * 60_000, ..JobOptions::default() },
        ..job("n", json!(n), &format!("n{n}"))
    };
    add(home, "lead-discovery", (0..5).map(numbered).collect());
    add(home, "subreddit-analysis", (3..9).map(numbered).collect());
    let whole: Vec<Value> = listed(home, &[]).iter().map(|job| job["data"].clone()).collect();
    assert_eq!(json!(whole), json!([0, 1, 2, 3, 3, 4, 4, 5, 6, 7, 8]));
    let (mut paged, mut cursor) = (Vec::new(), String::new());
    loop {
        let mut args = vec!["jobs", "ls", "--limit", "4", "-o", "json"];
        if !cursor.is_empty() {
            args.extend(["--cursor", &cursor]);
        }
        let page = json_of(home, &args);
        paged.extend(
            page["items"].as_array().expect("a list").iter().map(|job| job["data"].clone()),
        );
        match page["next"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(paged, whole);
}

#[test]
fn a_paused_campaign_is_warned_of() {
    let home = home();
    let home = home.path();
    let id = add_campaign(home, campaign("Pens")).id;
    inside(home, async |services| {
        let (status, now) = (leadctl::model::CampaignStatus::Paused, services.clock.now());
        services.store.set_campaign_status(&id, status, now).await.expect("paused");
    });
    let enqueue = ["jobs", "enqueue", "lead", "--campaign", "PENS"];
    ends(home, &enqueue, 0, "campaign pens is paused");
    assert_eq!(listed(home, &["--state", "waiting"]).len(), 1);
}
