//! The queue in the database: no-op jobs a second through the loop that workers run; how fast jobs are
//! added; how long one waits for a worker at rest. On a SQLite file, and on Postgres where
//! `LEADCTL_BENCH_POSTGRES` names an empty database: `postgres://...`.

// A bench may fail loudly.
#![allow(clippy::expect_used, clippy::cast_precision_loss)]

mod support;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use leadctl::clock::SystemClock;
use leadctl::config::{DatabaseSettings, Overrides, load};
use leadctl::db::Db;
use leadctl::jobs::default_options;
use leadctl::queue::sql::SqlQueue;
use leadctl::queue::{
    ActiveJob, ConsumeOptions, Handler, JobFailure, JobOptions, JobQueue, JobState, NewJob,
    PageRequest,
};
use serde_json::{Value, json};
use support::{Target, figure, ms};
use tokio::sync::{Notify, mpsc};
use tokio_util::sync::CancellationToken;

const JOBS: u64 = 50_000;
const BATCH: u64 = 1_000;
const SINGLES: usize = 500;
const PICKUPS: usize = 200;
const TARGET: f64 = 5_000.0;

/// Does nothing, and counts.
struct Noop {
    left: AtomicU64,
    done: Notify,
}

#[async_trait]
impl Handler for Noop {
    async fn run(&self, _job: ActiveJob) -> Result<Value, JobFailure> {
        if self.left.fetch_sub(1, Ordering::Relaxed) == 1 {
            self.done.notify_one();
        }
        Ok(Value::Null)
    }
}

/// Says when each job began.
struct Began(mpsc::UnboundedSender<Instant>);

#[async_trait]
impl Handler for Began {
    async fn run(&self, _job: ActiveJob) -> Result<Value, JobFailure> {
        self.0.send(Instant::now()).expect("somebody listens");
        Ok(Value::Null)
    }
}

#[tokio::main]
async fn main() {
    let settings = load(&Overrides::default()).expect("settings").settings;
    // As the system's own jobs are: attempts, backoff, and what is kept of finished ones.
    let options = default_options(&settings);
    let home = tempfile::tempdir().expect("a directory");
    let mut place =
        Place { dir: home.path().join("data"), database: settings.database, number: 0.into() };
    println!("queue: {JOBS} no-op jobs, SQLite file, WAL, synchronous NORMAL");
    for concurrency in [4, 50] {
        throughput(&place, 1, concurrency, Some(TARGET), &options).await;
    }
    rest(&place, &options).await;
    let Ok(url) = std::env::var("LEADCTL_BENCH_POSTGRES") else {
        println!("Postgres is not measured: LEADCTL_BENCH_POSTGRES names no database");
        return;
    };
    println!("\nqueue: {JOBS} no-op jobs, Postgres");
    place.database.url = Some(url.into());
    for (workers, concurrency) in [(1, 4), (1, 50), (4, 10)] {
        throughput(&place, workers, concurrency, None, &options).await;
    }
    rest(&place, &options).await;
}

async fn rest(place: &Place, options: &JobOptions) {
    singles(place, options).await;
    pickup("pickup, added by the worker's own process", place, true).await;
    pickup("pickup, added by another process", place, false).await;
}

/// Where the queues are.
struct Place {
    dir: PathBuf,
    database: DatabaseSettings,
    number: AtomicU64,
}

impl Place {
    /// What a process of its own has.
    async fn open(&self) -> SqlQueue {
        let db = Db::from_settings(&self.dir, &self.database).await.expect("a database");
        SqlQueue::new(db, SystemClock::shared())
    }

    /// A queue that nothing was ever in.
    fn queue(&self) -> String {
        format!("bench-{}", self.number.fetch_add(1, Ordering::Relaxed))
    }
}

fn job(options: &JobOptions) -> NewJob {
    let data = json!({"campaign": "acme", "strategy": "targeted"});
    NewJob { name: "lead".into(), data, id: None, options: options.clone() }
}

async fn throughput(
    place: &Place,
    workers: usize,
    concurrency: usize,
    target: Option<f64>,
    options: &JobOptions,
) {
    let (queue, name) = (place.open().await, place.queue());
    let began = Instant::now();
    for _ in 0..JOBS / BATCH {
        let jobs = (0..BATCH).map(|_| job(options)).collect();
        queue.add_bulk(&name, jobs).await.expect("added");
    }
    rate(&format!("add_bulk, {BATCH} at a time"), JOBS, began.elapsed(), None);

    let noop = Arc::new(Noop { left: AtomicU64::new(JOBS), done: Notify::new() });
    let stop = CancellationToken::new();
    let consume = ConsumeOptions { concurrency: concurrency.into(), ..ConsumeOptions::default() };
    let mut at_work = Vec::new();
    for _ in 0..workers {
        let queue = place.open().await;
        let (name, noop, stop) = (name.clone(), Arc::clone(&noop), stop.clone());
        let consume = consume.clone();
        at_work.push(async move { queue.consume(&name, consume, noop, stop).await });
    }
    let began = Instant::now();
    let at_work: Vec<_> = at_work.into_iter().map(tokio::spawn).collect();
    noop.done.notified().await;
    let took = began.elapsed();
    stop.cancel();
    for worker in at_work {
        worker.await.expect("it runs").expect("it works");
    }
    let what = format!("consume, workers {workers}, concurrency {concurrency}");
    rate(&what, JOBS, took, target);
    let counts = queue.counts(&name).await.expect("counts");
    assert_eq!((counts.waiting, counts.active, counts.failed), (0, 0, 0));
    let page = PageRequest { cursor: None, limit: 1 };
    let last = queue.list(&name, &[JobState::Completed], page).await.expect("listed");
    assert_eq!(last.jobs.len(), 1, "the newest are kept");
}

async fn singles(place: &Place, options: &JobOptions) {
    let (queue, name) = (place.open().await, place.queue());
    let began = Instant::now();
    for _ in 0..SINGLES {
        queue.add(&name, job(options)).await.expect("added");
    }
    rate("add, one at a time", SINGLES as u64, began.elapsed(), None);
}

/// From the call of `add` until the handler has the job, with a worker that waits.
async fn pickup(what: &str, place: &Place, same: bool) {
    let (worker_side, name) = (place.open().await, place.queue());
    let producer = if same { worker_side.clone() } else { place.open().await };
    let (began, mut picked) = mpsc::unbounded_channel();
    let stop = CancellationToken::new();
    let worker = tokio::spawn({
        let (stop, handler, name) = (stop.clone(), Arc::new(Began(began)), name.clone());
        async move { worker_side.consume(&name, ConsumeOptions::default(), handler, stop).await }
    });
    let mut took = Vec::new();
    for n in 0..PICKUPS {
        // At rest, and not in step with the worker's own looks.
        tokio::time::sleep(Duration::from_millis(20 + (n as u64 * 7) % 31)).await;
        let added = Instant::now();
        producer.add(&name, job(&JobOptions::default())).await.expect("added");
        let began = picked.recv().await.expect("picked up");
        took.push(began.saturating_duration_since(added));
    }
    stop.cancel();
    worker.await.expect("it runs").expect("it works");
    took.sort_unstable();
    let at = |share: usize| ms(took[(PICKUPS - 1) * share / 100]);
    println!("{what:<58} {:>12.1} ms         median; p99 {:.1} ms", at(50), at(99));
}

fn rate(name: &str, jobs: u64, took: Duration, target: Option<f64>) {
    let rate = jobs as f64 / took.as_secs_f64();
    match target {
        Some(target) => figure(name, rate, "jobs/s", Target::AtLeast(target)),
        None => println!("{name:<58} {rate:>12.1} jobs/s"),
    }
}
