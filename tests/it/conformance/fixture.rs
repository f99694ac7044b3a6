//! A fresh queue of each implementation, and what the tests need around it.

use std::any::Any;
use std::collections::HashMap;
use std::future::Future;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use leadctl::clock::{Clock, SystemClock};
use leadctl::db::{Db, Dialect};
use leadctl::model::Timestamp;
use leadctl::queue::bullmq::BullMqQueue;
use leadctl::queue::failover::{Beat, Failover, FailoverOptions, Pulse};
use leadctl::queue::sql::SqlQueue;
use leadctl::queue::{
    ActiveJob, Added, ConsumeOptions, Handler, Job, JobFailure, JobOptions, JobQueue, JobState,
    NewJob, PageRequest, QueueCounts, QueueError,
};
use leadctl::redis_link::RedisLink;
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// Longest wait for anything that must happen.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// A lock that runs out soon.
pub const SHORT: Duration = Duration::from_millis(300);
/// A lock that does not run out in a test.
pub const LONG: Duration = Duration::from_secs(60);

/// What only the implementation can do.
#[async_trait]
pub trait Backdoor: Send + Sync {
    /// Lets time pass.
    async fn advance(&self, by: Duration);
    /// Takes the lock on an active job away from its worker.
    async fn steal(&self, queue: &str, id: &str);
}

/// A fresh queue.
#[derive(Clone)]
pub struct Fixture {
    pub queue: Arc<dyn JobQueue>,
    /// The queue's name, used by no other test.
    pub name: String,
    backdoor: Arc<dyn Backdoor>,
    /// Kept alive as long as the queue.
    _keep: Arc<dyn Any + Send + Sync>,
}

/// Runs a test on a fresh queue, in a runtime of its own.
pub fn run<F, T, M>(make: M, test: F)
where
    M: Future<Output = Fixture>,
    F: FnOnce(Fixture) -> T,
    T: Future<Output = ()>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let fixture = make.await;
        tokio::time::timeout(2 * PATIENCE, test(fixture)).await.expect("the test ends in time");
    });
    runtime.shutdown_background();
}

/// The embedded queue on a database of its own.
pub async fn sqlite() -> Fixture {
    let dir = tempfile::tempdir().expect("a directory");
    let db = Db::open(dir.path()).await.expect("a database");
    on_database(db, dir)
}

/// The same queue on Postgres.
pub async fn postgres() -> Fixture {
    let database = crate::support::postgres::shared().database().await;
    on_database(database.open().await, database)
}

/// BullMQ, with a prefix of its own on the Redis that tests share.
pub async fn bullmq() -> Fixture {
    let (url, prefix) = (crate::support::redis::shared().url(), crate::support::redis::prefix());
    let url = secrecy::SecretString::from(url);
    let link = RedisLink::open(&url, SystemClock::shared()).expect("an address");
    let queue = BullMqQueue::new(link.clone(), &prefix, SystemClock::shared());
    Fixture {
        queue: Arc::new(queue.expect("a prefix")),
        name: "conformance".into(),
        backdoor: Arc::new(RedisBackdoor { link, prefix }),
        _keep: Arc::new(()),
    }
}

struct RedisBackdoor {
    link: RedisLink,
    prefix: String,
}

#[async_trait]
impl Backdoor for RedisBackdoor {
    async fn advance(&self, by: Duration) {
        // Redis has no clock but the machine's.
        tokio::time::sleep(by).await;
    }

    async fn steal(&self, queue: &str, id: &str) {
        let mut set = redis::cmd("SET");
        set.arg(format!("{}:{queue}:{id}:lock", self.prefix)).arg("another");
        self.link.query::<String>(&set).await.expect("the lock is changed");
    }
}

/// The queue in SQL on an empty database, which `keep` keeps alive.
fn on_database(db: Db, keep: impl Any + Send + Sync) -> Fixture {
    let clock = Arc::new(ShiftedClock::default());
    Fixture {
        queue: Arc::new(SqlQueue::new(db.clone(), clock.clone())),
        name: "conformance".into(),
        backdoor: Arc::new(SqlBackdoor { db, clock }),
        _keep: Arc::new(keep),
    }
}

/// A queue that is not away, with a spool behind it.
pub async fn failover() -> Fixture {
    let (dir, behind) = (tempfile::tempdir().expect("a directory"), tempfile::tempdir());
    let behind = behind.expect("a directory");
    let db = Db::open(dir.path()).await.expect("a database");
    let spool = Db::open(behind.path()).await.expect("a database");
    let clock = Arc::new(ShiftedClock::default());
    let primary = Arc::new(SqlQueue::new(db.clone(), clock.clone()));
    let pulse = Arc::new(Steady::default());
    let options = FailoverOptions::default();
    Fixture {
        queue: Arc::new(Failover::new(primary, pulse, spool, clock.clone(), options)),
        name: "conformance".into(),
        backdoor: Arc::new(SqlBackdoor { db, clock }),
        _keep: Arc::new((dir, behind)),
    }
}

/// The pulse of something that is always there.
#[derive(Default)]
struct Steady(Mutex<Option<String>>);

#[async_trait]
impl Pulse for Steady {
    async fn beat(&self, _name: &str) -> Result<Beat, QueueError> {
        let mark = self.0.lock().expect("no panic").clone();
        Ok(Beat { run: "1".into(), mark })
    }

    async fn set_mark(&self, _name: &str, mark: &str) -> Result<(), QueueError> {
        *self.0.lock().expect("no panic") = Some(mark.to_owned());
        Ok(())
    }
}

/// The machine's clock, put forward.
#[derive(Debug, Default)]
struct ShiftedClock(AtomicI64);

impl Clock for ShiftedClock {
    fn now(&self) -> Timestamp {
        let ahead = u64::try_from(self.0.load(Ordering::SeqCst)).unwrap_or(0);
        Timestamp::from(chrono::Utc::now()).plus(Duration::from_millis(ahead))
    }
}

struct SqlBackdoor {
    db: Db,
    clock: Arc<ShiftedClock>,
}

#[async_trait]
impl Backdoor for SqlBackdoor {
    async fn advance(&self, by: Duration) {
        let millis = i64::try_from(by.as_millis()).expect("a short time");
        self.clock.0.fetch_add(millis, Ordering::SeqCst);
    }

    async fn steal(&self, _queue: &str, id: &str) {
        const STEAL: &str = "UPDATE jobs SET lock_token = 'another' WHERE id = $1";
        let rows = match self.db.writer() {
            Dialect::Sqlite(pool) => {
                sqlx::query(STEAL).bind(id).execute(pool).await.map(|done| done.rows_affected())
            }
            Dialect::Postgres(pool, _) => {
                sqlx::query(STEAL).bind(id).execute(pool).await.map(|done| done.rows_affected())
            }
        };
        assert_eq!(rows.expect("the lock is changed"), 1, "no job {id}");
    }
}

impl Fixture {
    pub async fn advance(&self, by: Duration) {
        self.backdoor.advance(by).await;
    }

    pub async fn steal(&self, id: &str) {
        self.backdoor.steal(&self.name, id).await;
    }

    pub async fn add(&self, job: NewJob) -> Added {
        self.queue.add(&self.name, job).await.expect("the job is added")
    }

    /// Adds plain jobs by these ids.
    pub async fn add_all(&self, ids: &[&str]) {
        let jobs = ids.iter().map(|id| job(id)).collect();
        self.queue.add_bulk(&self.name, jobs).await.expect("the jobs are added");
    }

    pub async fn get(&self, id: &str) -> Job {
        let found = self.queue.get(&self.name, id).await.expect("the queue answers");
        found.unwrap_or_else(|| panic!("there is no job {id}"))
    }

    pub async fn exists(&self, id: &str) -> bool {
        self.queue.get(&self.name, id).await.expect("the queue answers").is_some()
    }

    pub async fn counts(&self) -> QueueCounts {
        self.queue.counts(&self.name).await.expect("the queue answers")
    }

    /// All jobs in these states, in the order of the list.
    pub async fn list(&self, states: &[JobState]) -> Vec<Job> {
        let page = PageRequest { cursor: None, limit: 10_000 };
        self.queue.list(&self.name, states, page).await.expect("the queue answers").jobs
    }

    pub async fn ids(&self, states: &[JobState]) -> Vec<String> {
        self.list(states).await.into_iter().map(|job| job.id).collect()
    }

    /// Waits until the job is in this state.
    pub async fn until(&self, id: &str, state: JobState) -> Job {
        let mut last = None;
        for _ in 0..PATIENCE.as_millis() / 10 {
            let job = self.queue.get(&self.name, id).await.expect("the queue answers");
            if let Some(job) = job {
                if job.state == state {
                    return job;
                }
                last = Some(job);
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("job {id} did not become {state}: {last:#?}");
    }

    /// Starts a worker.
    pub fn work(&self, options: ConsumeOptions, handler: impl Handler) -> Worker {
        let stop = CancellationToken::new();
        let (queue, name) = (Arc::clone(&self.queue), self.name.clone());
        let stopped = stop.clone();
        let task =
            tokio::spawn(
                async move { queue.consume(&name, options, Arc::new(handler), stopped).await },
            );
        Worker { stop, task }
    }

    /// Runs all that is ready or becomes so until these jobs are finished.
    pub async fn work_off(&self, ids: &[&str], handler: impl Handler) {
        let worker = self.work(options(), handler);
        for id in ids {
            self.finished(id).await;
        }
        worker.stop().await;
    }

    /// Waits until the job has completed or failed.
    pub async fn finished(&self, id: &str) -> Job {
        let mut job = None;
        until(&format!("{id} is finished"), async || {
            job = self.queue.get(&self.name, id).await.expect("the queue answers");
            job.as_ref().is_none_or(|j| matches!(j.state, JobState::Completed | JobState::Failed))
        })
        .await;
        job.unwrap_or_else(|| panic!("job {id} is gone"))
    }
}

/// Waits until something holds.
pub async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let deadline = tokio::time::Instant::now() + PATIENCE;
    while !holds().await {
        assert!(tokio::time::Instant::now() < deadline, "it did not come about that {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// A worker that runs.
pub struct Worker {
    stop: CancellationToken,
    task: JoinHandle<Result<(), QueueError>>,
}

impl Worker {
    /// Stops it in an orderly way.
    pub async fn stop(self) {
        self.stop.cancel();
        self.task.await.expect("no panic").expect("the worker ends well");
    }

    /// Lets it vanish, as if its process had died.
    pub async fn vanish(self) {
        self.task.abort();
        let _ = self.task.await;
    }
}

/// How tests work where they do not say.
pub fn options() -> ConsumeOptions {
    ConsumeOptions {
        worker: "tester".into(),
        concurrency: 4.into(),
        lock: LONG,
        stalled_interval: LONG,
        drain: PATIENCE,
        ..ConsumeOptions::default()
    }
}

/// A worker that soon notices when another is gone.
pub fn watchful() -> ConsumeOptions {
    ConsumeOptions { lock: SHORT, stalled_interval: SHORT / 2, ..options() }
}

/// A plain job.
pub fn job(id: &str) -> NewJob {
    job_with(id, JobOptions::default())
}

pub fn job_with(id: &str, options: JobOptions) -> NewJob {
    NewJob { name: "test".into(), data: json!({"id": id}), id: Some(id.into()), options }
}

/// Waits until something holds a handler back.
#[derive(Clone, Default)]
pub struct Gate(Arc<tokio::sync::Notify>, CancellationToken);

impl Gate {
    pub fn open(&self) {
        self.1.cancel();
    }

    pub async fn passed(&self) {
        self.0.notify_one();
        self.1.cancelled().await;
    }

    /// Somebody has come to the gate.
    pub async fn reached(&self) {
        tokio::time::timeout(PATIENCE, self.0.notified()).await.expect("the handler begins");
    }
}

type Outcome = Result<Value, JobFailure>;

/// A handler made of a function.
pub struct Doing<F>(pub F);

#[async_trait]
impl<F, T> Handler for Doing<F>
where
    F: Fn(ActiveJob) -> T + Send + Sync + 'static,
    T: Future<Output = Outcome> + Send + 'static,
{
    async fn run(&self, job: ActiveJob) -> Outcome {
        (self.0)(job).await
    }
}

/// A handler that completes every job with the same result.
pub fn completing(result: Value) -> impl Handler {
    Doing(move |_| {
        let result = result.clone();
        Box::pin(async move { Ok(result) })
    })
}

/// A handler that fails every attempt in the same way.
pub fn failing(failure: JobFailure) -> impl Handler {
    Doing(move |_| {
        let failure = failure.clone();
        Box::pin(async move { Err(failure) })
    })
}

/// A failure that is worth another attempt.
pub fn failure(reason: &str) -> JobFailure {
    JobFailure { retryable: leadctl::queue::Retryable::Yes, ..JobFailure::permanent(reason) }
}

/// A handler that does not end by itself.
pub fn stuck() -> (Gate, impl Handler) {
    let gate = Gate::default();
    let reached = gate.clone();
    let handler = Doing(move |_| {
        let gate = gate.clone();
        Box::pin(async move {
            gate.passed().await;
            Ok(json!("let through"))
        })
    });
    (reached, handler)
}

/// What has run, in order.
#[derive(Clone, Default)]
pub struct Diary(Arc<Mutex<Vec<String>>>);

impl Diary {
    pub fn note(&self, what: impl Into<String>) {
        self.0.lock().expect("no panic").push(what.into());
    }

    pub fn read(&self) -> Vec<String> {
        self.0.lock().expect("no panic").clone()
    }

    /// How often each was noted.
    pub fn tally(&self) -> HashMap<String, usize> {
        let mut tally = HashMap::new();
        for what in self.read() {
            *tally.entry(what).or_default() += 1;
        }
        tally
    }

    /// A handler that notes each job's id.
    pub fn handler(&self) -> impl Handler + use<> {
        let diary = self.clone();
        Doing(move |active: ActiveJob| {
            diary.note(active.job.id);
            Box::pin(async { Ok(Value::Null) })
        })
    }
}

/// Asserts that an error is of a kind.
#[macro_export]
macro_rules! assert_refused {
    ($result:expr, $kind:pat) => {
        match $result {
            Err($kind) => {}
            other => panic!("{} was expected, and it was {other:?}", stringify!($kind)),
        }
    };
}
