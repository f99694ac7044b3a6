//! Postgres goes away and comes back: jobs are tried again, nothing is lost, pools recover.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use leadctl::clock::SystemClock;
use leadctl::db::{Db, DbError};
use leadctl::queue::sql::SqlQueue;
use leadctl::queue::{
    ActiveJob, Backoff, ConsumeOptions, Handler, JobFailure, JobOptions, JobQueue, NewJob,
    Retryable,
};
use leadctl::store::Store;
use nix::sys::signal::Signal;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::support::postgres::{Server, settings};
use crate::support::process::{PATIENCE, Running, leadctl, until};

const QUEUE: &str = "outage";

/// Asks the database, as jobs do, and counts how often each job came to its end.
struct Asks {
    store: Store,
    ended: Arc<Mutex<BTreeMap<String, u32>>>,
}

#[async_trait]
impl Handler for Asks {
    async fn run(&self, job: ActiveJob) -> Result<Value, JobFailure> {
        let asked = self.store.current_seq().await;
        asked.map_err(|error| JobFailure::from_error(&error, Retryable::Yes))?;
        *self.ended.lock().expect("no poison").entry(job.job.id).or_default() += 1;
        Ok(json!(1))
    }
}

async fn open(url: &str) -> Db {
    let nowhere = std::path::Path::new("/nonexistent");
    Db::from_settings(nowhere, &settings(url)).await.expect("a database")
}

fn jobs(from: u32, to: u32) -> Vec<NewJob> {
    let options = JobOptions {
        attempts: 20,
        backoff: Some(Backoff::Fixed { delay: 50, jitter: 0.0 }),
        ..JobOptions::default()
    };
    let job = |n| NewJob {
        name: "ask".into(),
        data: json!({"n": n}),
        id: Some(format!("job-{n}")),
        options: options.clone(),
    };
    (from..to).map(job).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_jobs_are_done_though_postgres_was_restarted_in_their_middle() {
    const ALL: u32 = 2_000;
    let server = Arc::new(Server::start());
    let url = server.url("postgres");
    let queue = SqlQueue::new(open(&url).await, SystemClock::shared());
    queue.add_bulk(QUEUE, jobs(0, ALL)).await.expect("added");
    let ended = Arc::new(Mutex::new(BTreeMap::new()));
    let stop = CancellationToken::new();
    let mut workers = Vec::new();
    for worker in ["one", "two"] {
        let db = open(&url).await;
        let handler = Asks { store: Store::new(db.clone()), ended: Arc::clone(&ended) };
        let worker_queue = SqlQueue::new(db, SystemClock::shared());
        let options = ConsumeOptions {
            worker: worker.into(),
            concurrency: 4.into(),
            lock: Duration::from_secs(4),
            stalled_interval: Duration::from_millis(500),
            max_stalled: 10,
            ..ConsumeOptions::default()
        };
        let stop = stop.clone();
        workers.push(tokio::spawn(async move {
            worker_queue.consume(QUEUE, options, Arc::new(handler), stop).await
        }));
    }
    let some = || ended.lock().expect("no poison").len() >= 100;
    wait(some).await;
    let restarted = Arc::clone(&server);
    tokio::task::spawn_blocking(move || restarted.restart()).await.expect("it restarts");
    assert!(ended.lock().expect("no poison").len() < ALL as usize, "the restart came too late");
    let deadline = Instant::now() + PATIENCE;
    loop {
        // The first look may meet a connection that the restart has cut.
        let done = queue.counts(QUEUE).await.map_or(0, |counts| counts.completed);
        if done == u64::from(ALL) {
            break;
        }
        assert!(Instant::now() < deadline, "only {done} are done");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let counts = queue.counts(QUEUE).await.expect("counts");
    assert_eq!((counts.failed, counts.active, counts.ready(), counts.delayed), (0, 0, 0, 0));
    let ended = ended.lock().expect("no poison").clone();
    assert_eq!(ended.len(), ALL as usize);
    let twice = ended.values().filter(|&&times| times > 1).count();
    println!("{ALL} jobs done, {twice} of them ran twice");
    stop.cancel();
    for worker in workers {
        worker.await.expect("no panic").expect("the worker stops in order");
    }
}

async fn wait(holds: impl Fn() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !holds() {
        assert!(Instant::now() < deadline, "it did not come about");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn a_server_that_accepts_and_says_nothing_is_not_waited_for() {
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = silent.local_addr().expect("an address").port();
    let mut settings = settings(&format!("postgres://u:secret@127.0.0.1:{port}/x"));
    settings.acquire_timeout_secs = 1;
    let nowhere = std::path::Path::new("/nonexistent");
    let error = Db::from_settings(nowhere, &settings).await.expect_err("nobody answers");
    assert!(matches!(error, DbError::Connect { .. }), "{error}");
    assert!(error.to_string().contains("did not answer within 1 s"), "{error}");
}

#[test]
fn up_lives_through_a_restart_of_postgres() {
    let server = Server::start();
    let home = tempfile::tempdir().expect("a directory");
    let mut command = leadctl(home.path());
    command.env("DATABASE_URL", server.url("postgres"));
    command.env("LEADCTL_WORKER_LOCK_SECS", "3");
    command.args(["up", "--sandbox", "--rate", "600", "--listen", "127.0.0.1:0"]);
    let mut up = Running::start(&mut command);
    let line = up.stderr.until("http://");
    let api = line.split_whitespace().find(|w| w.starts_with("http://")).expect("an address");
    let api = api.to_owned();
    up.stdout.until("r/");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let ready = || {
        let answer = runtime.block_on(reqwest::get(format!("{api}/readyz")));
        answer.is_ok_and(|answer| answer.status().is_success())
    };
    let processes = || -> Vec<i64> {
        let mut command = leadctl(home.path());
        command.env("DATABASE_URL", server.url("postgres"));
        let ran = command.args(["workers", "ls", "--all", "-o", "json"]).output().expect("it runs");
        let listed: Value = serde_json::from_slice(&ran.stdout).unwrap_or_default();
        let listed = listed["items"].as_array().cloned().unwrap_or_default();
        let mut pids: Vec<i64> = listed.iter().filter_map(|p| p["pid"].as_i64()).collect();
        pids.sort_unstable();
        pids
    };
    until("all tell of themselves", || processes().len() == 3);
    let before = processes();
    until("the API is ready", ready);
    server.stop();
    until("the API says that the database is gone", || !ready());
    server.resume();
    until("the API is ready again", ready);
    until("all tell of themselves again", || processes() == before);
    assert!(!home.path().join("data/leadctl.db").exists(), "SQLite was used beside Postgres");
    assert!(up.end(Signal::SIGINT).success());
}
