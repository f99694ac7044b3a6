use std::path::Path;
use std::time::Duration;

use leadctl::jobs::{LEAD_JOB, LEAD_QUEUE};
use leadctl::queue::{JobQueue, JobState, PageRequest, Recurrence};
use nix::sys::signal::Signal;
use serde_json::json;

use super::node::{Shared, until};
use crate::support::embedded::Sandbox;
use crate::support::process::Running;

/// How many jobs of the scheduler `ticker` have completed.
async fn ticks(shared: &Shared) -> usize {
    let page = PageRequest { cursor: None, limit: 1_000 };
    let done = shared.ours.list(&shared.name, &[JobState::Completed], page).await;
    let done = done.expect("an answer").jobs.into_iter();
    done.filter(|job| job.schedule_id.as_deref() == Some("ticker")).count()
}

/// On a thread of its own, as it makes a runtime.
async fn sandbox(home: &Path) -> Sandbox {
    let home = home.to_owned();
    tokio::task::spawn_blocking(move || Sandbox::start(&home)).await.expect("a sandbox")
}

fn worker(shared: &Shared, home: &Path, sandbox: &Sandbox) -> Running {
    let mut command = shared.leadctl(home, &["worker", "--log", "info"]);
    // More is asked of the sandbox at once than Reddit would allow.
    command.env("LEADCTL_RATE_LIMIT_REDDIT_PER_MINUTE", "0");
    let mut worker = Running::start(command.envs(sandbox.env.iter().cloned()));
    worker.stderr.until("the worker is up");
    worker
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_process_does_what_node_adds() {
    let (home, shared) = (tempfile::tempdir().expect("a directory"), Shared::named(LEAD_QUEUE));
    let sandbox = sandbox(home.path()).await;
    let mut worker = worker(&shared, home.path(), &sandbox);
    let data = json!({"campaign": sandbox.campaign}).to_string();
    let added = shared.run("produce.mjs", &[LEAD_JOB, &data]).await;
    let ids = ["plain", "named", "delayed", "prioritized", "retried"].map(|kind| &added[kind]);
    let lists = ["bulk", "children"].iter().flat_map(|kind| added[kind].as_array().expect("ids"));
    let mut done = 0;
    for id in ids.into_iter().chain(lists) {
        let id = id.as_str().expect("an id");
        shared.finished(id).await;
        let job = shared.get(id).await;
        assert_eq!(job.state, JobState::Completed, "{job:?}");
        assert!(job.result.expect("a result")["read"].is_u64());
        assert!(job.worker.expect("a worker").starts_with("worker-"));
        done += 1;
    }
    assert_eq!(done, 27);
    until("the scheduler's jobs are done", async || ticks(&shared).await >= 2).await;
    assert!(worker.end(Signal::SIGTERM).success());

    // The parent has waited for its children, and its queue is one of others.
    let parents = format!("{LEAD_QUEUE}-parents");
    let counts = shared.ours.counts(&parents).await.expect("an answer");
    assert_eq!((counts.waiting, counts.waiting_children), (1, 0));
    // Node sees what it would have seen had it done the jobs itself.
    let seen = shared.run("read.mjs", &["named"]).await;
    assert_eq!(seen["jobs"]["named"]["state"], "completed");
    assert!(seen["jobs"]["named"]["returnvalue"]["read"].is_u64(), "{seen}");
    assert_eq!((&seen["counts"]["failed"], &seen["counts"]["active"]), (&json!(0), &json!(0)));
    assert_eq!(seen["schedulers"][0]["key"], "ticker");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_worker_does_what_the_commands_add() {
    let (home, shared) = (tempfile::tempdir().expect("a directory"), Shared::named(LEAD_QUEUE));
    let home = home.path();
    let mut node = shared.start("work.mjs", &[]);
    assert_eq!(node.hear().await["ready"], true);
    let run = |args: &[&str]| shared.json(home, args);
    let campaign =
        ["campaigns", "add", "--name", "acme", "--keyword", "invoice", "--subreddit", "freelance"];
    run(&campaign);
    let campaign = run(&["campaigns", "show", "acme"])["id"].clone();
    let lead = ["jobs", "enqueue", "lead", "--campaign", "acme"];
    run(&[&lead[..], &["--id", "late", "--delay", "300ms"]].concat());
    run(&[&lead[..], &["--id", "urgent", "--priority", "1"]].concat());
    let waited = run(&[&lead[..], &["--id", "now", "--wait", "--timeout", "60s"]].concat());
    assert!(waited.to_string().contains("\"by\":\"node\""), "{waited}");
    let lines: String =
        (0..50).map(|n| format!("{{\"campaign\":\"acme\",\"id\":\"b{n}\"}}\n")).collect();
    let file = home.join("jobs.ndjson");
    std::fs::write(&file, lines).expect("written");
    run(&["jobs", "enqueue", "--from", file.to_str().expect("text")]);
    for id in ["late", "urgent", "now"]
        .map(str::to_owned)
        .into_iter()
        .chain((0..50).map(|n| format!("b{n}")))
    {
        shared.finished(&id).await;
        let shown = run(&["jobs", "show", &format!("{LEAD_QUEUE}/{id}")]);
        assert_eq!(
            (&shown["state"], &shown["worker"]),
            (&json!("completed"), &json!("node-worker"))
        );
        assert_eq!(shown["result"]["data"]["campaign"], campaign);
    }
    // The campaign's own schedule, let run now.
    let schedules = run(&["schedule", "ls", "--queue", LEAD_QUEUE]);
    let schedule = schedules["items"][0]["id"].as_str().expect("a schedule").to_owned();
    run(&["schedule", "run", &schedule]);
    until("the schedule's job is done by Node", async || {
        shared.ours.counts(LEAD_QUEUE).await.expect("an answer").completed >= 54
    })
    .await;
    let kept = shared.ours.schedules(Some(LEAD_QUEUE)).await.expect("an answer");
    assert!(matches!(kept[0].recurrence, Recurrence::Every { .. } | Recurrence::Cron { .. }));
    assert!(kept[0].next_at.is_some());
    tokio::time::timeout(Duration::from_secs(60), node.end()).await.expect("it ends");
}
