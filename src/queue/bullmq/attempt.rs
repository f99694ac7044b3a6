//! The jobs in the hands of a worker, from their beginning to their end.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bullmq::{Error, QueueKeys};
use serde_json::Value;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::record::Record;
use super::scripts::{EXTEND, FAILED};
use super::{BullMqQueue, options};
use crate::model::Timestamp;
use crate::queue::outcome::{self, MAX_REASON};
use crate::queue::{
    ActiveJob, Handler, Job, JobFailure, JobState, QueueError, report::QueueReport,
};

/// Pause between two looks whether Redis is back.
const PAUSE: Duration = Duration::from_millis(100);

/// The number of an attempt among those of one worker, in the order of their beginning.
type Turn = usize;

struct Held {
    job: Arc<bullmq::Job>,
    token: String,
    cancelled: CancellationToken,
}

/// What it takes to renew the lock on a job.
struct Lock {
    turn: Turn,
    id: String,
    token: String,
}

impl Lock {
    fn of(turn: Turn, held: &Held) -> Self {
        Self { turn, id: held.job.id().to_owned(), token: held.token.clone() }
    }
}

/// The jobs that one worker has.
pub(super) struct Hands {
    queue: BullMqQueue,
    name: String,
    keys: QueueKeys,
    lock: Duration,
    handler: Arc<dyn Handler>,
    held: Mutex<HashMap<Turn, Held>>,
    /// Told when a handler has ended.
    pub(super) ended: Notify,
    /// No further job is begun.
    pub(super) draining: CancellationToken,
    /// The worker is gone; nothing more is recorded.
    pub(super) abandoned: CancellationToken,
    /// Redis has failed somebody lately.
    suspicious: AtomicBool,
    /// Handlers that run, also those whose jobs were given back.
    running: AtomicUsize,
    /// Jobs that were begun.
    begun: AtomicUsize,
}

impl Hands {
    pub(super) fn new(
        queue: BullMqQueue,
        name: &str,
        lock: Duration,
        handler: Arc<dyn Handler>,
    ) -> Self {
        Self {
            keys: queue.keys(name),
            queue,
            name: name.to_owned(),
            lock: lock.max(Duration::from_millis(1)),
            handler,
            held: Mutex::default(),
            ended: Notify::new(),
            draining: CancellationToken::new(),
            abandoned: CancellationToken::new(),
            suspicious: AtomicBool::new(false),
            running: AtomicUsize::new(0),
            begun: AtomicUsize::new(0),
        }
    }

    fn held(&self) -> MutexGuard<'_, HashMap<Turn, Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.held().is_empty()
    }

    pub(super) fn suspect(&self) {
        self.suspicious.store(true, Ordering::SeqCst);
    }

    pub(super) fn running(&self) -> usize {
        self.running.load(Ordering::SeqCst)
    }

    /// Runs one job. `Err(Delayed)` tells the crate that all is done about it.
    pub(super) async fn process(self: Arc<Self>, job: bullmq::Job) -> Result<Value, Error> {
        self.running.fetch_add(1, Ordering::SeqCst);
        let result = self.attempt(Arc::new(job)).await;
        self.running.fetch_sub(1, Ordering::SeqCst);
        result
    }

    async fn attempt(&self, job: Arc<bullmq::Job>) -> Result<Value, Error> {
        if self.draining.is_cancelled() || self.abandoned.is_cancelled() {
            self.put_back(&job).await;
            return Err(Error::Delayed);
        }
        let ours = self.describe(&job).await;
        let cancelled = CancellationToken::new();
        let token = job.token().unwrap_or_default().to_owned();
        let turn = self.begun.fetch_add(1, Ordering::SeqCst);
        let held = Held { job: Arc::clone(&job), token, cancelled: cancelled.clone() };
        self.held().insert(turn, held);
        let report =
            QueueReport { queue: self.queue.clone(), name: self.name.clone(), id: ours.id.clone() };
        let active = ActiveJob { job: ours, cancelled, report: Arc::new(report) };
        let ran = tokio::select! {
            ran = outcome::run(&*self.handler, active) => ran,
            () = self.abandoned.cancelled() => return Err(Error::Delayed),
        };
        self.wait_for_redis(turn).await;
        let held = self.held().remove(&turn);
        let result = match held {
            Some(held) => self.record(&held, ran).await,
            // It was given back, or the lock was lost.
            None => Err(Error::Delayed),
        };
        self.ended.notify_waiters();
        result
    }

    async fn record(&self, held: &Held, ran: Result<Value, JobFailure>) -> Result<Value, Error> {
        match ran {
            Ok(result) => Ok(outcome::kept_result(result)),
            Err(failure) => self.fail(held, &failure).await,
        }
    }

    /// The job as handlers see it. The crate does not keep all of it; what it does not is read where
    /// it matters.
    async fn describe(&self, job: &bullmq::Job) -> Job {
        let again = job.attempts_started() > 1;
        let schedule = job.repeat_job_key();
        let whole = self.handler.wants_origin();
        if whole || again || schedule.is_some() || job.data().is_null() {
            match self.raw(job.id()).await {
                Ok(record) if !record.is_empty() => {
                    if let Some(schedule) = schedule {
                        self.plan(schedule, job.id(), &record.options()).await;
                    }
                    return record.into_job(
                        &self.name,
                        job.id().to_owned(),
                        JobState::Active,
                        None,
                    );
                }
                Ok(_) => {}
                Err(error) => {
                    self.suspect();
                    tracing::warn!(job = job.id(), %error, "the whole job could not be read");
                }
            }
        }
        self.translate(job)
    }

    async fn plan(&self, schedule: &str, job: &str, options: &Value) {
        if let Err(error) = self.queue.plan_next(&self.name, schedule, job, options).await {
            // The crate tries again when the job has ended.
            tracing::warn!(schedule, %error, "the next job of a schedule could not be made");
        }
    }

    fn translate(&self, job: &bullmq::Job) -> Job {
        let time = |millis: u64| Timestamp::from_millis(i64::try_from(millis).unwrap_or(0));
        let opts = serde_json::to_value(job.opts()).unwrap_or_default();
        Job {
            queue: self.name.clone(),
            id: job.id().to_owned(),
            name: job.name().to_owned(),
            state: JobState::Active,
            data: job.data().clone(),
            options: options::from_json(&opts),
            attempts_made: job.attempts_made(),
            attempts_started: job.attempts_started(),
            stalled_count: 0,
            progress: serde_json::to_value(job.progress()).unwrap_or_default(),
            result: None,
            failed_reason: Some(job.failed_reason().to_owned()).filter(|r| !r.is_empty()),
            stacktrace: Vec::new(),
            worker: job.processed_by().map(str::to_owned),
            schedule_id: job.repeat_job_key().map(str::to_owned),
            created_at: time(job.timestamp()),
            run_at: None,
            processed_at: job.processed_on().map(time),
            finished_at: None,
        }
    }

    async fn raw(&self, id: &str) -> Result<Record, QueueError> {
        Ok(self.queue.link.query(redis::cmd("HGETALL").arg(self.keys.job_key(id))).await?)
    }

    /// Keeps why an attempt failed, and says what is to become of the job.
    async fn fail(&self, held: &Held, failure: &JobFailure) -> Result<Value, Error> {
        let (job, reason) =
            (&held.job, failure.reason.chars().take(MAX_REASON).collect::<String>());
        let before = match self.raw(job.id()).await {
            Ok(record) if !record.is_empty() => {
                record.into_job(&self.name, job.id().to_owned(), JobState::Active, None)
            }
            _ => self.translate(job),
        };
        let counts = outcome::counts(failure);
        let made = before.attempts_made + u32::from(counts);
        let next = outcome::next_attempt(&before.options, failure, made);
        let wait = next.filter(|wait| !wait.is_zero());
        let history = outcome::history(before.stacktrace, failure, made);
        let history = serde_json::to_string(&history).unwrap_or_else(|_| "[]".into());
        let key = self.keys.job_key(job.id());
        let mut call = FAILED.prepare_invoke();
        call.key(&key).key(format!("{key}:lock")).arg(&held.token).arg(history).arg(&reason);
        call.arg(u8::from(counts && wait.is_some()));
        if matches!(self.queue.link.script::<i64>(&call).await, Ok(0)) {
            tracing::warn!(job = job.id(), "the lock on a job was lost; its end is not recorded");
            return Err(Error::Delayed);
        }
        match (next, wait) {
            (None, _) => Err(Error::Unrecoverable(reason)),
            (Some(_), None) => Err(Error::ProcessingError(reason)),
            (_, Some(wait)) => {
                let at = self.queue.clock.now().plus(wait).millis();
                if let Err(error) = job.move_to_delayed(u64::try_from(at).unwrap_or(0)).await {
                    tracing::warn!(job = job.id(), %error, "a job could not be delayed");
                }
                Err(Error::Delayed)
            }
        }
    }

    /// Renews all locks. Where one is lost, its handler is told and its end is not recorded.
    pub(super) async fn renew(&self) {
        let locks: Vec<Lock> =
            self.held().iter().map(|(turn, held)| Lock::of(*turn, held)).collect();
        for step in locks.chunks(500) {
            match self.extend(step).await {
                Ok(lost) => self.lose(step.iter().filter(|lock| lost.contains(&lock.id))),
                Err(error) => {
                    self.suspect();
                    tracing::warn!(queue = self.name, %error, "the locks on jobs could not be renewed");
                }
            }
        }
    }

    async fn extend(&self, locks: &[Lock]) -> Result<Vec<String>, QueueError> {
        let mut call = EXTEND.prepare_invoke();
        call.key(self.keys.stalled()).key(self.keys.active()).arg(self.keys.key_prefix());
        call.arg(u64::try_from(self.lock.as_millis()).unwrap_or(u64::MAX));
        for lock in locks {
            call.arg(&lock.id).arg(&lock.token);
        }
        Ok(self.queue.link.script(&call).await?)
    }

    fn lose<'a>(&self, lost: impl Iterator<Item = &'a Lock>) {
        for lock in lost {
            if let Some(held) = self.held().remove(&lock.turn) {
                tracing::warn!(job = lock.id, "the lock on a job was lost");
                held.cancelled.cancel();
            }
        }
        self.ended.notify_waiters();
    }

    /// Where Redis has failed lately: waits until it is there again and the lock is, so that what
    /// was done is recorded and not done twice.
    async fn wait_for_redis(&self, turn: Turn) {
        while self.suspicious.load(Ordering::SeqCst) {
            let lock = self.held().get(&turn).map(|held| Lock::of(turn, held));
            let Some(lock) = lock.map(|lock| [lock]) else { return };
            match self.extend(&lock).await {
                Ok(lost) => {
                    self.suspicious.store(false, Ordering::SeqCst);
                    self.lose(lock.iter().filter(|_| !lost.is_empty()));
                }
                Err(_) if self.abandoned.is_cancelled() => return,
                Err(_) => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    /// Lets what is left wait again, with no attempt used. Each goes before all that wait, and so the
    /// last one goes first.
    pub(super) async fn give_back(&self) {
        let mut left: Vec<(Turn, Held)> = self.held().drain().collect();
        left.sort_unstable_by_key(|(turn, _)| Reverse(*turn));
        for (_, held) in left {
            held.cancelled.cancel();
            self.put_back(&held.job).await;
        }
    }

    async fn put_back(&self, job: &bullmq::Job) {
        match tokio::time::timeout(super::engine::LIMIT, job.move_to_wait(None)).await {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => {
                tracing::warn!(job = job.id(), %error, "a job could not be given back");
            }
            Err(_) => tracing::warn!(job = job.id(), "a job could not be given back in time"),
        }
    }
}
