//! Workers as processes: killed, drained, side by side. Jobs are held in flight by a Reddit that
//! answers when it is told to.

use std::path::Path;
use std::process::Command;

use leadctl::clock::{Clock, SystemClock};
use leadctl::db::Db;
use leadctl::jobs::{JobKind, LEAD_QUEUE, LeadDiscovery};
use leadctl::model::{CampaignDraft, Strategy};
use leadctl::queue::sql::SqlQueue;
use leadctl::queue::{Job, JobOptions, JobQueue, JobState};
use leadctl::store::Store;
use nix::sys::signal::Signal;

use crate::support::process::{Running, json, leadctl, run, until};
use crate::support::reddit::SlowReddit;

/// A data directory with a campaign that asks Reddit one thing, opened beside the workers.
struct Queue {
    home: tempfile::TempDir,
    runtime: tokio::runtime::Runtime,
    db: Db,
    queue: SqlQueue,
    campaign: String,
}

impl Queue {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a directory");
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let draft = CampaignDraft {
            name: "held".into(),
            keywords: vec!["invoice".into()],
            subreddits: vec!["freelance".into()],
            ..CampaignDraft::default()
        };
        let (db, campaign) = runtime.block_on(async {
            let db = Db::open(&home.path().join("data")).await.expect("a database");
            // Not through the command line, which would add a schedule: its jobs would come between.
            let campaign = Store::new(db.clone()).create_campaign(draft, SystemClock.now()).await;
            (db, campaign.expect("a campaign").id)
        });
        let queue = SqlQueue::new(db.clone(), SystemClock::shared());
        Self { home, runtime, db, queue, campaign }
    }

    fn home(&self) -> &Path {
        self.home.path()
    }

    fn add(&self, id: &str) {
        let lead = LeadDiscovery { campaign: self.campaign.clone(), strategy: Strategy::Targeted };
        let job = JobKind::Lead(lead).into_job(Some(id.into()), JobOptions::default());
        self.runtime.block_on(self.queue.add(LEAD_QUEUE, job)).expect("added");
    }

    fn job(&self, id: &str) -> Job {
        self.runtime.block_on(self.queue.get(LEAD_QUEUE, id)).expect("asked").expect("the job")
    }

    fn is(&self, id: &str, state: JobState) -> bool {
        self.job(id).state == state
    }

    fn worker(&self, reddit: &SlowReddit, args: &[&str]) -> Running {
        let mut command = leadctl(self.home());
        Self::start(reddit.serve(command.arg("worker").args(args)))
    }

    /// One whose jobs are taken up a second after its death. Only for workers that are alone: on a
    /// busy machine a live one could lose a lock as short as that to another.
    fn hasty_worker(&self, reddit: &SlowReddit) -> Running {
        let mut command = leadctl(self.home());
        Self::start(reddit.serve(command.arg("worker")).env("LEADCTL_WORKER_LOCK_SECS", "1"))
    }

    fn start(command: &mut Command) -> Running {
        let mut worker = Running::start(command);
        worker.stderr.until("the worker is up");
        worker
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        self.runtime.block_on(self.db.close());
    }
}

#[test]
fn another_worker_takes_up_the_job_of_one_that_was_killed_and_it_completes_once() {
    let (queue, reddit) = (Queue::new(), SlowReddit::start());
    let mut first = queue.hasty_worker(&reddit);
    queue.add("held");
    until("the job is in flight", || reddit.arrived() == 1);
    let killed = queue.job("held");
    assert_eq!(killed.state, JobState::Active);
    first.end(Signal::SIGKILL);
    assert!(queue.is("held", JobState::Active), "nobody knows yet that its worker is gone");

    let mut second = queue.hasty_worker(&reddit);
    until("the job is in flight again", || reddit.arrived() == 2);
    reddit.open();
    until("the job completes", || queue.is("held", JobState::Completed));
    let done = queue.job("held");
    assert_eq!((done.stalled_count, done.attempts_started, done.attempts_made), (1, 2, 1));
    assert_ne!(done.worker, killed.worker);
    assert!(second.end(Signal::SIGTERM).success());
    assert_eq!(reddit.arrived(), 2, "it ran once more, and not twice");
    let counts = queue.runtime.block_on(queue.queue.counts(LEAD_QUEUE)).expect("counts");
    assert_eq!((counts.completed, counts.failed, counts.active), (1, 0, 0));
}

#[test]
fn a_worker_that_is_told_to_stop_finishes_what_it_has_and_takes_no_more() {
    let (queue, reddit) = (Queue::new(), SlowReddit::start());
    let mut worker = queue.worker(&reddit, &[]);
    queue.add("held");
    until("the job is in flight", || reddit.arrived() == 1);
    worker.signal(Signal::SIGTERM);
    worker.stderr.until("takes no more jobs");
    queue.add("late");
    reddit.open();
    assert!(worker.wait().success());
    let done = queue.job("held");
    assert_eq!((done.state, done.attempts_started), (JobState::Completed, 1));
    assert!(queue.is("late", JobState::Waiting));
}

#[test]
fn what_a_stopping_worker_cannot_finish_goes_back_with_no_attempt_used() {
    let (queue, reddit) = (Queue::new(), SlowReddit::start());
    let mut command = leadctl(queue.home());
    reddit.serve(command.arg("worker")).env("LEADCTL_SHUTDOWN_TIMEOUT_SECS", "1");
    let mut worker = Running::start(&mut command);
    queue.add("held");
    until("the job is in flight", || reddit.arrived() == 1);
    assert!(worker.end(Signal::SIGTERM).success());
    let back = queue.job("held");
    assert_eq!((back.state, back.attempts_made), (JobState::Waiting, 0));
    assert_eq!(back.stalled_count, 0);
}

#[test]
fn two_workers_share_the_load() {
    let (queue, reddit) = (Queue::new(), SlowReddit::start());
    let one_at_a_time = ["--concurrency", "1"];
    let mut workers =
        [queue.worker(&reddit, &one_at_a_time), queue.worker(&reddit, &one_at_a_time)];
    for id in ["first", "second", "third"] {
        queue.add(id);
    }
    until("each has a job", || reddit.arrived() == 2);
    until("both tell so", || {
        let listed = json(queue.home(), &["workers", "ls", "-o", "json"]);
        let items = listed["items"].as_array().expect("a list").clone();
        items.iter().filter(|w| w["active_jobs"].as_array().is_some_and(|a| a.len() == 1)).count()
            == 2
    });
    let (first, second) = (queue.job("first"), queue.job("second"));
    assert_eq!((first.state, second.state), (JobState::Active, JobState::Active));
    assert_ne!(first.worker, second.worker);
    assert!(queue.is("third", JobState::Waiting));
    reddit.open();
    for id in ["first", "second", "third"] {
        until("all complete", || queue.is(id, JobState::Completed));
        assert_eq!(queue.job(id).attempts_started, 1);
    }
    for worker in &mut workers {
        assert!(worker.end(Signal::SIGTERM).success());
    }
}

#[test]
fn the_number_of_jobs_at_the_same_time_changes_while_a_worker_runs() {
    let (queue, reddit) = (Queue::new(), SlowReddit::start());
    let mut worker = queue.worker(&reddit, &["--concurrency", "1"]);
    for id in ["first", "second", "third"] {
        queue.add(id);
    }
    until("one is in flight", || reddit.arrived() == 1);
    let set = ["workers", "concurrency", "3", "--queue", LEAD_QUEUE, "-o", "json"];
    assert_eq!(json(queue.home(), &set)["acted"], 1);
    assert_eq!(json(queue.home(), &set)["skipped"], 1, "it is so already");
    until("all are in flight", || reddit.arrived() == 3);
    until("the worker tells so", || {
        let listed = json(queue.home(), &["workers", "ls", "-o", "json"]);
        listed["items"][0]["slots"][LEAD_QUEUE] == 3 && listed["items"][0]["concurrency"] == 1
    });
    assert_eq!(
        json(queue.home(), &["workers", "concurrency", "--reset", "-o", "json"])["acted"],
        1
    );
    until("the worker tells so", || {
        let listed = json(queue.home(), &["workers", "ls", "-o", "json"]);
        listed["items"][0]["slots"] == serde_json::json!({})
    });
    reddit.open();
    assert!(worker.end(Signal::SIGTERM).success());
    let unknown = run(queue.home(), &["workers", "concurrency", "2", "--queue", "lead-discover"]);
    assert_eq!(unknown.status.code(), Some(3));
    let said = String::from_utf8_lossy(&unknown.stderr);
    assert!(said.contains("did you mean lead-discovery?"), "{said}");
}
