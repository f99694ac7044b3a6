//! `leadctl restart` and `leadctl scale` under a running `leadctl up`: nobody notices.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use leadctl::clock::{Clock, SystemClock};
use leadctl::db::Db;
use leadctl::jobs::{JobKind, LEAD_QUEUE, LeadDiscovery};
use leadctl::model::{CampaignDraft, Strategy};
use leadctl::queue::sql::SqlQueue;
use leadctl::queue::{JobOptions, JobQueue, JobState};
use leadctl::store::Store;
use nix::sys::signal::Signal;
use serde_json::Value;
use tokio::task::JoinSet;

use crate::support::http::Client;
use crate::support::process::{Running, json, leadctl, pids, run, text, until};
use crate::support::reddit::SlowReddit;

/// Clients that send at the same time.
const CLIENTS: usize = 100;

/// A running system on a data directory that the test has open as well.
struct System {
    home: tempfile::TempDir,
    runtime: tokio::runtime::Runtime,
    db: Db,
    queue: SqlQueue,
    campaign: String,
    up: Running,
    api: SocketAddr,
}

impl System {
    fn start(reddit: &SlowReddit, args: &[&str]) -> Self {
        let home = tempfile::tempdir().expect("a directory");
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let draft = CampaignDraft {
            name: "rolled".into(),
            keywords: vec!["invoice".into()],
            subreddits: vec!["freelance".into()],
            ..CampaignDraft::default()
        };
        let (db, campaign) = runtime.block_on(async {
            let db = Db::open(&home.path().join("data")).await.expect("a database");
            // Not through the command line, which would add a schedule.
            let campaign = Store::new(db.clone()).create_campaign(draft, SystemClock.now()).await;
            (db, campaign.expect("a campaign").id)
        });
        let queue = SqlQueue::new(db.clone(), SystemClock::shared());
        let mut command = leadctl(home.path());
        command.args(["up", "--listen", "127.0.0.1:0"]).args(args);
        command.env("LEADCTL_RATE_LIMIT_READS_PER_MINUTE", "0");
        command.env("LEADCTL_RATE_LIMIT_REDDIT_PER_MINUTE", "0");
        let mut up = Running::start(reddit.serve(&mut command));
        let line = up.stderr.until("http://");
        let api = line.split_whitespace().find_map(|w| w.strip_prefix("http://"));
        let api = api.expect("an address").parse().expect("an address");
        Self { home, runtime, db, queue, campaign, up, api }
    }

    fn home(&self) -> &Path {
        self.home.path()
    }

    async fn add(&self, id: &str) {
        let lead = LeadDiscovery { campaign: self.campaign.clone(), strategy: Strategy::Targeted };
        let job = JobKind::Lead(lead).into_job(Some(id.into()), JobOptions::default());
        self.queue.add(LEAD_QUEUE, job).await.expect("added");
    }

    fn running(&self, kind: &str) -> BTreeSet<i32> {
        pids(self.home(), kind).into_iter().collect()
    }

    /// Ends it and looks that nothing is left of it.
    fn end(mut self) {
        assert!(self.up.end(Signal::SIGINT).success());
        self.runtime.block_on(self.db.close());
        assert!(!self.home().join("data/control.sock").exists());
    }
}

/// What one client has seen.
#[derive(Default)]
struct Seen {
    answered: usize,
    failed: Vec<String>,
    connections: usize,
    told_to_close: usize,
}

/// Sends one request after the other until told to stop.
async fn send(mut client: Client, stop: Arc<AtomicBool>, first: Arc<AtomicUsize>) -> Seen {
    let mut seen = Seen::default();
    while !stop.load(Ordering::SeqCst) {
        match client.get("/v1/campaigns").await {
            Ok(200) => seen.answered += 1,
            Ok(status) => seen.failed.push(format!("status {status}")),
            Err(error) => seen.failed.push(error.to_string()),
        }
        if seen.answered + seen.failed.len() == 1 {
            first.fetch_add(1, Ordering::SeqCst);
        }
    }
    Seen { connections: client.connections, told_to_close: client.told_to_close, ..seen }
}

#[test]
fn a_rolling_restart_fails_no_request_and_loses_no_job() {
    let reddit = SlowReddit::start();
    reddit.open();
    let system = System::start(&reddit, &["--apis", "2", "--workers", "2"]);
    until("all four tell of themselves", || {
        system.running("api").len() == 2 && system.running("worker").len() == 2
    });
    let before: BTreeSet<i32> =
        system.running("api").union(&system.running("worker")).copied().collect();

    let (stop, begun) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let mut clients = JoinSet::new();
    for n in 0..CLIENTS {
        let client = Client::new(system.api, n % 2 == 0);
        let sending = send(client, Arc::clone(&stop), Arc::clone(&begun));
        clients.spawn_on(sending, system.runtime.handle());
    }
    until("all clients have been answered", || begun.load(Ordering::SeqCst) == CLIENTS);

    let home = system.home().to_owned();
    let restart = std::thread::spawn(move || run(&home, &["restart", "--rolling", "-o", "json"]));
    let mut added = 0;
    system.runtime.block_on(async {
        while !restart.is_finished() {
            system.add(&format!("job-{added}")).await;
            added += 1;
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    });
    let ran = restart.join().expect("it ran");
    assert!(ran.status.success(), "{}", text(&ran.stderr));
    let report: Value = serde_json::from_slice(&ran.stdout).expect("a report");
    assert_eq!(report["acted"], 4, "{report}");

    stop.store(true, Ordering::SeqCst);
    let seen = system.runtime.block_on(clients.join_all());
    let failed: Vec<&String> = seen.iter().flat_map(|s| &s.failed).collect();
    let sum = |of: fn(&Seen) -> usize| seen.iter().map(of).sum::<usize>();
    let (answered, connections) = (sum(|s| s.answered), sum(|s| s.connections));
    let told_to_close = sum(|s| s.told_to_close);
    println!(
        "{CLIENTS} clients: {answered} requests answered over {connections} connections, \
         {told_to_close} told to go elsewhere, {} failed",
        failed.len()
    );
    assert!(failed.is_empty(), "{} of {answered} failed: {:?}", failed.len(), failed.first());
    assert!(told_to_close > 0, "no kept-alive connection met a process that stops");

    let completed = || {
        let counts = system.runtime.block_on(system.queue.counts(LEAD_QUEUE)).expect("counts");
        assert_eq!(counts.failed, 0);
        usize::try_from(counts.completed).expect("few")
    };
    until("all jobs complete", || completed() == added);
    let mut attempts = 0;
    for n in 0..added {
        let id = format!("job-{n}");
        let job = system.runtime.block_on(system.queue.get(LEAD_QUEUE, &id));
        let job = job.expect("asked").expect("the job");
        assert_eq!((job.state, job.attempts_made), (JobState::Completed, 1), "{id}");
        attempts += job.attempts_started;
    }
    println!("{added} jobs added throughout: {} completed, {attempts} attempts", completed());
    assert_eq!(usize::try_from(attempts).expect("few"), added, "a job was begun twice");

    let after: BTreeSet<i32> =
        system.running("api").union(&system.running("worker")).copied().collect();
    assert_eq!(after.len(), 4);
    assert!(after.is_disjoint(&before), "{before:?} → {after:?}");
    system.end();
}

#[test]
fn only_one_restart_goes_on_at_a_time_and_its_worker_finishes_first() {
    let reddit = SlowReddit::start();
    let system = System::start(&reddit, &[]);
    system.runtime.block_on(system.add("held"));
    until("the job is in flight", || reddit.arrived() == 1);
    let (apis, workers) = (system.running("api"), system.running("worker"));
    let home = system.home().to_owned();
    let restart = std::thread::spawn(move || run(&home, &["restart", "--only", "worker"]));
    until("the new worker has come up beside the old one", || system.running("worker").len() == 2);
    for args in [&["restart"][..], &["scale", "worker", "3"]] {
        let second = run(system.home(), args);
        assert_eq!(second.status.code(), Some(7), "{args:?}: {}", text(&second.stderr));
        assert!(text(&second.stderr).contains("going on"), "{}", text(&second.stderr));
    }
    reddit.open();
    let ran = restart.join().expect("it ran");
    assert!(ran.status.success(), "{}", text(&ran.stderr));
    assert!(text(&ran.stdout).contains("worker 1 was replaced"), "{}", text(&ran.stdout));
    let job = system.runtime.block_on(system.queue.get(LEAD_QUEUE, "held"));
    let job = job.expect("asked").expect("the job");
    assert_eq!((job.state, job.attempts_started), (JobState::Completed, 1));
    assert_eq!(system.running("api"), apis, "nobody asked for this");
    assert!(system.running("worker").is_disjoint(&workers));
    system.end();
}

#[test]
fn where_the_time_is_up_the_old_process_goes_on() {
    let reddit = SlowReddit::start();
    let system = System::start(&reddit, &[]);
    until("both tell of themselves", || {
        system.running("api").len() + system.running("worker").len() == 2
    });
    let apis = system.running("api");
    let ran = run(system.home(), &["restart", "--only", "api", "--timeout", "1ms"]);
    assert_eq!(ran.status.code(), Some(5), "{}", text(&ran.stderr));
    assert_eq!(system.running("api"), apis);
    let dry = json(system.home(), &["restart", "--dry-run", "-o", "json"]);
    assert_eq!(dry["sample_ids"], serde_json::json!(["api 1", "worker 1"]));
    assert_eq!(system.running("api"), apis);
    system.end();
}

#[test]
fn the_number_of_processes_is_changed_while_they_run() {
    let reddit = SlowReddit::start();
    let system = System::start(&reddit, &[]);
    let scaled = |args: &[&str]| {
        let ran = run(system.home(), &[&["scale"], args].concat());
        assert!(ran.status.success(), "{args:?}: {}", text(&ran.stderr));
        text(&ran.stdout)
    };
    assert!(scaled(&["worker", "3"]).contains("worker 3 was started"));
    until("three workers tell of themselves", || system.running("worker").len() == 3);
    assert!(scaled(&["api", "2"]).contains("api 2 was started"));
    assert!(scaled(&["worker", "3"]).contains("already"));
    assert!(scaled(&["workers", "0"]).contains("worker 1 has ended"));
    assert!(system.running("worker").is_empty());
    assert!(scaled(&["worker", "1"]).contains("worker 1 was started"));
    let refused = run(system.home(), &["scale", "api", "0"]);
    assert_eq!(refused.status.code(), Some(2), "{}", text(&refused.stderr));
    system.end();
}

#[test]
fn where_nothing_runs_it_says_so() {
    let home = tempfile::tempdir().expect("a directory");
    for args in
        [&["restart", "--rolling"][..], &["scale", "worker", "2"], &["restart", "--dry-run"]]
    {
        let ran = run(home.path(), args);
        assert_eq!(ran.status.code(), Some(3), "{args:?}: {}", text(&ran.stderr));
        assert!(text(&ran.stderr).contains("no `leadctl up` is running"), "{}", text(&ran.stderr));
    }
}
