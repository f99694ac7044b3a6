//! Redis goes away in the middle of a run of ten thousand jobs: nothing stops, nothing is lost.
//!
//! - [`redis`]: a server that is killed, frozen and emptied
//! - [`processes`]: the same with the binary
//! - [`told`]: what is told over HTTP meanwhile

mod processes;
mod redis;
mod told;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use leadctl::clock::SystemClock;
use leadctl::db::Db;
use leadctl::queue::bullmq::BullMqQueue;
use leadctl::queue::failover::{Failover, FailoverOptions, RedisPulse};
use leadctl::queue::{
    ActiveJob, ConsumeOptions, Handler, JobFailure, JobOptions, JobQueue, NewJob, QueueError,
    Retryable, WaitOutcome,
};
use leadctl::redis_link::RedisLink;
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::support::postgres;
use crate::support::process::PATIENCE;
use redis::Unruly;

const QUEUE: &str = "failover";
const JOBS: u32 = 10_000;
/// Jobs added at once.
const BATCH: u32 = 250;
/// Workers, each with a connection and a database handle of its own, and jobs that each does at the
/// same time.
const WORKERS: usize = 2;
const CONCURRENCY: usize = 25;

/// How often each job ran to its end.
#[derive(Default)]
struct Ends(Mutex<HashMap<String, u32>>);

impl Ends {
    fn count(&self) -> usize {
        self.0.lock().unwrap().len()
    }

    fn twice(&self) -> usize {
        self.0.lock().unwrap().values().filter(|n| **n > 1).count()
    }
}

struct Counting(Arc<Ends>);

#[async_trait]
impl Handler for Counting {
    async fn run(&self, active: ActiveJob) -> Result<Value, JobFailure> {
        tokio::select! {
            () = tokio::time::sleep(Duration::from_millis(5)) => {}
            () = active.cancelled.cancelled() => {
                let reason = "stopped".into();
                return Err(JobFailure { reason, causes: Vec::new(), retryable: Retryable::Yes });
            }
        }
        *self.0.0.lock().unwrap().entry(active.job.id.clone()).or_default() += 1;
        Ok(json!(active.job.id))
    }
}

/// Where jobs are kept while Redis is away.
enum Spool {
    Sqlite(tempfile::TempDir),
    Postgres(postgres::Database),
}

impl Spool {
    fn sqlite() -> Self {
        Self::Sqlite(tempfile::tempdir().expect("a directory"))
    }

    async fn postgres(server: &'static postgres::Server) -> Self {
        Self::Postgres(server.database().await)
    }

    async fn open(&self) -> Db {
        match self {
            Self::Sqlite(dir) => Db::open(dir.path()).await.expect("a database"),
            Self::Postgres(database) => database.open().await,
        }
    }
}

/// What one process has of the queue.
async fn queue(redis: &Unruly, spool: &Spool) -> Failover {
    let clock = SystemClock::shared();
    let url = SecretString::from(redis.url());
    let link = RedisLink::open(&url, clock.clone()).expect("an address");
    let pulse = RedisPulse::new(link.clone(), "bull");
    let primary = BullMqQueue::new(link, "bull", clock.clone()).expect("a prefix");
    let options = FailoverOptions::default();
    Failover::new(Arc::new(primary), Arc::new(pulse), spool.open().await, clock, options)
}

type Worker = JoinHandle<Result<(), QueueError>>;

fn work(queue: Failover, ends: &Arc<Ends>, stop: &CancellationToken) -> Worker {
    let (handler, stop) = (Arc::new(Counting(Arc::clone(ends))), stop.clone());
    let options = ConsumeOptions {
        concurrency: CONCURRENCY.into(),
        lock: Duration::from_secs(3),
        stalled_interval: Duration::from_secs(1),
        max_stalled: 100,
        drain: Duration::from_secs(5),
        ..ConsumeOptions::default()
    };
    tokio::spawn(async move { queue.consume(QUEUE, options, handler, stop).await })
}

fn job(id: String) -> NewJob {
    let options = JobOptions { attempts: 3, ..JobOptions::default() };
    NewJob { name: "count".into(), data: json!({"id": id}), id: Some(id), options }
}

/// Adds all jobs, none of which may take two seconds; says how many went to the spool.
async fn produce(queue: Failover) -> usize {
    let mut spooled = 0;
    for first in (0..JOBS).step_by(BATCH as usize) {
        let jobs = (first..first + BATCH).map(|n| job(format!("job-{n}"))).collect();
        let begun = Instant::now();
        let added = queue.add_bulk(QUEUE, jobs).await.expect("jobs are always taken");
        let took = begun.elapsed();
        assert!(took < Duration::from_secs(2) * slowness(), "an add took {took:?}");
        spooled += added.iter().filter(|added| added.spooled).count();
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    spooled
}

/// How much longer all takes on a machine that is busy with other things.
fn slowness() -> u32 {
    if cfg!(debug_assertions) { 3 } else { 1 }
}

async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let deadline = Instant::now() + 2 * PATIENCE;
    while !holds().await {
        assert!(Instant::now() < deadline, "it did not come about that {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Lets something happen to Redis in the middle of a run; each id must be completed.
async fn run(
    what: &str,
    spool: Spool,
    mut redis: Unruly,
    disturb: impl AsyncFnOnce(&mut Unruly, &Ends),
) {
    let (ends, stop) = (Arc::new(Ends::default()), CancellationToken::new());
    let mut workers = Vec::new();
    for _ in 0..WORKERS {
        workers.push(work(queue(&redis, &spool).await, &ends, &stop));
    }
    let begun = Instant::now();
    let watch = queue(&redis, &spool).await;
    let producer = tokio::spawn(produce(queue(&redis, &spool).await));
    disturb(&mut redis, &ends).await;
    let spooled = producer.await.expect("all jobs are added");
    until("all jobs are done", async || ends.count() == JOBS as usize).await;
    let took = begun.elapsed();
    until("all is well again", async || watch.degraded().await.expect("known").is_none()).await;
    let last = watch.wait(QUEUE, "job-9999", Default::default(), Some(PATIENCE)).await;
    assert_eq!(last.expect("known"), WaitOutcome::Completed(json!("job-9999")));
    stop.cancel();
    for worker in workers {
        worker.await.expect("no panic").expect("a worker ends well");
    }
    let twice = ends.twice();
    println!(
        "{what}: {JOBS} jobs done in {took:?}, {spooled} went to the spool, {twice} ran twice"
    );
    assert_eq!(ends.count(), JOBS as usize);
    assert!(twice <= WORKERS * CONCURRENCY, "{twice} jobs ran twice");
}

/// Waits until so many jobs are done.
async fn done(ends: &Ends, count: usize) {
    until("jobs are done", async || ends.count() >= count).await;
}

/// How many jobs are done while Redis is away for a while: nothing may stop.
async fn goes_on(ends: &Ends, at_least: Duration) {
    let (begun, before) = (Instant::now(), ends.count());
    until("work goes on without Redis", async || {
        begun.elapsed() >= at_least && (ends.count() > before || ends.count() == JOBS as usize)
    })
    .await;
}

async fn comes_back_empty(redis: &mut Unruly, ends: &Ends) {
    done(ends, 2_000).await;
    redis.kill();
    redis.empty();
    goes_on(ends, Duration::from_secs(1)).await;
    redis.start();
}

async fn comes_late(redis: &mut Unruly, ends: &Ends) {
    done(ends, 1_000).await;
    redis.start();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_is_killed_and_comes_back_with_its_data() {
    run("killed", Spool::sqlite(), Unruly::up(), async |redis, ends| {
        done(ends, 2_000).await;
        redis.kill();
        goes_on(ends, Duration::from_secs(2)).await;
        redis.start();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_is_frozen_for_some_seconds() {
    run("frozen", Spool::sqlite(), Unruly::up(), async |redis, ends| {
        done(ends, 2_000).await;
        redis.freeze();
        goes_on(ends, Duration::from_secs(4)).await;
        redis.thaw();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_is_killed_and_comes_back_empty() {
    run("emptied", Spool::sqlite(), Unruly::up(), comes_back_empty).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_is_down_from_the_start() {
    run("down at the start", Spool::sqlite(), Unruly::down(), comes_late).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_comes_back_empty_and_postgres_has_kept_all() {
    let spool = Spool::postgres(postgres::shared()).await;
    run("emptied, beside Postgres", spool, Unruly::up(), comes_back_empty).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_is_down_from_the_start_and_postgres_is_not() {
    let spool = Spool::postgres(postgres::shared()).await;
    run("down at the start, beside Postgres", spool, Unruly::down(), comes_late).await;
}

#[tokio::test]
async fn after_an_outage_no_call_meets_a_connection_of_before() {
    let mut redis = Unruly::up();
    let clock = SystemClock::shared();
    let link =
        RedisLink::open(&SecretString::from(redis.url()), clock.clone()).expect("an address");
    let queue = BullMqQueue::new(link.clone(), "bull", clock).expect("a prefix");
    // To drain is up to the crate's own queue, with a connection of its own.
    let drained = async |id: &str| {
        queue.add(QUEUE, job(id.into())).await.expect("added");
        queue.drain(QUEUE, false, false).await.expect("drained");
    };
    drained("before").await;
    let ping = async || link.query::<String>(&::redis::cmd("PING")).await;
    redis.kill();
    assert!(ping().await.is_err(), "it is away");
    redis.start();
    until("Redis is back", async || ping().await.is_ok()).await;
    drained("after").await;
}
