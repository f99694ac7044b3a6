//! The job queue: one trait with BullMQ's states and semantics, whatever carries it.
//!
//! - [`types`]: jobs, options, states, counts, pages
//! - [`check`]: what every queue takes; [`outcome`]: how every attempt ends
//! - [`recurrence`]: when the jobs of a schedule are due
//! - [`sql`]: the embedded implementation, on the database
//! - [`failover`]: one queue, with the database behind it for when it is away
//! - [`bullmq`]: BullMQ, on Redis

pub mod bullmq;
mod check;
mod concurrency;
pub mod failover;
mod outcome;
mod recurrence;
mod report;
pub mod sql;
mod types;

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use serde_json::Value;
use tokio_util::sync::CancellationToken;

pub use concurrency::Concurrency;
pub use types::*;

/// What can go wrong with a queue.
#[derive(Debug, thiserror::Error)]
pub enum QueueError {
    /// No such job.
    #[error("queue {queue} has no job {id}")]
    NoSuchJob {
        /// The queue asked.
        queue: String,
        /// The id asked for.
        id: String,
    },
    /// No such schedule.
    #[error("queue {queue} has no schedule {id}")]
    NoSuchSchedule {
        /// The queue asked.
        queue: String,
        /// The id asked for.
        id: String,
    },
    /// The job is not in a state that allows this.
    #[error("job {id} of queue {queue} is {state}; only a job that is {wanted} can be {action}")]
    WrongState {
        /// The queue.
        queue: String,
        /// The job.
        id: String,
        /// The state it is in.
        state: JobState,
        /// The states that would do, in words.
        wanted: &'static str,
        /// What was asked for, as in "retried".
        action: &'static str,
    },
    /// Jobs of the queue are active.
    #[error("{active} jobs of queue {queue} are active")]
    Busy {
        /// The queue.
        queue: String,
        /// How many.
        active: u64,
    },
    /// An option or a schedule is out of range.
    #[error("{0}")]
    Invalid(String),
    /// The lock on an active job was lost to the stalled check or to another worker.
    #[error("the lock on job {id} of queue {queue} was lost")]
    LockLost {
        /// The queue.
        queue: String,
        /// The job.
        id: String,
    },
    /// What carries the queue answered, with what cannot be used: a key of another type, say.
    #[error("the queue gave an answer that cannot be used: {0}")]
    Unusable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// What carries the queue cannot be reached or failed; worth another try.
    #[error("the queue cannot be reached: {0}")]
    Unreachable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl From<sqlx::Error> for QueueError {
    fn from(error: sqlx::Error) -> Self {
        Self::Unreachable(Box::new(error))
    }
}

/// What runs jobs: given to [`JobQueue::consume`].
#[async_trait]
pub trait Handler: Send + Sync + 'static {
    /// Runs one job to its end and returns its result.
    ///
    /// Must stop soon after `job.cancelled` is cancelled (the lock was lost, or the drain's time
    /// is up); what it returns then is not recorded.
    async fn run(&self, job: ActiveJob) -> Result<Value, JobFailure>;

    /// Whether [`JobOptions::telemetry`] is wanted at a job's first attempt too, though it may cost
    /// a further look at the queue.
    fn wants_origin(&self) -> bool {
        false
    }
}

/// Queues with BullMQ's semantics. Every method is safe to call from any number of processes.
///
/// All implementations pass one suite, `tests/it/conformance`. They may differ in this alone:
/// - a sweep ([`JobQueue::drain`], [`JobQueue::clean`]) need not tell an event for each job;
/// - [`LogLine::at`] and [`Schedule::last_at`] are absent where they are not kept;
/// - [`Schedule::iterations`] counts from where the implementation likes; it rises by one with each
///   regular job that is made or begun;
/// - a bulk that fails half way may have left some of its jobs on BullMQ: adding them again by the
///   same ids does no harm.
#[async_trait]
pub trait JobQueue: Send + Sync + 'static {
    /// Adds one job. A job whose id is there already, in any state, is left as it is and
    /// [`Added::existed`] says so.
    async fn add(&self, queue: &str, job: NewJob) -> Result<Added, QueueError> {
        let mut added = self.add_bulk(queue, vec![job]).await?;
        added.pop().ok_or_else(|| QueueError::Invalid("the queue took no job".into()))
    }

    /// Adds many jobs as one, in order; the answers are in the same order.
    async fn add_bulk(&self, queue: &str, jobs: Vec<NewJob>) -> Result<Vec<Added>, QueueError>;

    /// Names of all queues that have ever held something, sorted.
    async fn queues(&self) -> Result<Vec<String>, QueueError>;

    /// Names of the queues that this process has heard of, sorted, without a search for others: for
    /// what is asked again and again.
    async fn familiar_queues(&self) -> Result<Vec<String>, QueueError> {
        self.queues().await
    }

    /// Whether a queue has ever held something.
    async fn exists(&self, queue: &str) -> Result<bool, QueueError> {
        Ok(self.queues().await?.iter().any(|name| name == queue))
    }

    /// The workers of anybody that are connected for any of these queues; none where what carries
    /// the queue cannot tell.
    async fn connected_workers(
        &self,
        _queues: &[String],
    ) -> Result<Vec<ConnectedWorker>, QueueError> {
        Ok(Vec::new())
    }

    /// How many jobs are in each state, and more; of an unknown queue all zero.
    async fn counts(&self, queue: &str) -> Result<QueueCounts, QueueError>;

    /// One job.
    async fn get(&self, queue: &str, id: &str) -> Result<Option<Job>, QueueError>;

    /// Jobs in any of `states` (all, where empty), a page at a time. Waiting ones come in the order
    /// in which they will run, finished ones newest first.
    async fn list(
        &self,
        queue: &str,
        states: &[JobState],
        page: PageRequest,
    ) -> Result<JobPage, QueueError>;

    /// A job's log lines from number `from` (0 is the first), at most `limit`.
    async fn logs(
        &self,
        queue: &str,
        id: &str,
        from: u64,
        limit: u32,
    ) -> Result<LogPage, QueueError>;

    /// Adds a line to a job's log.
    async fn append_log(&self, queue: &str, id: &str, line: &str) -> Result<(), QueueError>;

    /// Replaces a job's progress.
    async fn set_progress(&self, queue: &str, id: &str, progress: Value) -> Result<(), QueueError>;

    /// Puts a failed (or completed) job back to wait, with a fresh set of attempts; its history of
    /// failures stays.
    async fn retry(&self, queue: &str, id: &str) -> Result<(), QueueError>;

    /// Lets a delayed job wait no longer.
    async fn promote(&self, queue: &str, id: &str) -> Result<(), QueueError>;

    /// Removes a job that is not active.
    async fn remove(&self, queue: &str, id: &str) -> Result<(), QueueError>;

    /// No further job of this queue starts until [`JobQueue::resume`]; active ones go on.
    async fn pause(&self, queue: &str) -> Result<(), QueueError>;

    /// Undoes [`JobQueue::pause`].
    async fn resume(&self, queue: &str) -> Result<(), QueueError>;

    /// Removes all jobs that wait (and, with `delayed`, the delayed ones that no schedule owns);
    /// with `dry_run` only says which.
    async fn drain(&self, queue: &str, delayed: bool, dry_run: bool) -> Result<Swept, QueueError>;

    /// Removes up to `limit` jobs in `state` that have been in it for longer than `grace`, oldest
    /// first; with `dry_run` only says which.
    async fn clean(
        &self,
        queue: &str,
        state: JobState,
        grace: Duration,
        limit: u32,
        dry_run: bool,
    ) -> Result<Swept, QueueError>;

    /// Removes a queue with all that it has: jobs, logs, schedules, events, its name; says how many
    /// jobs there were. Where jobs are active it is refused ([`QueueError::Busy`]) unless `force`;
    /// what their workers then tell is not kept.
    async fn obliterate(&self, queue: &str, force: bool) -> Result<u64, QueueError>;

    /// Makes or replaces a schedule; its next job is there at once as a delayed one.
    async fn upsert_schedule(&self, schedule: NewSchedule) -> Result<Schedule, QueueError>;

    /// The schedules of a queue by id, or of all queues.
    async fn schedules(&self, queue: Option<&str>) -> Result<Vec<Schedule>, QueueError>;

    /// Removes a schedule and the delayed job that it made; says whether there was one.
    async fn remove_schedule(&self, queue: &str, id: &str) -> Result<bool, QueueError>;

    /// Adds the job of a schedule now, beside its next regular one.
    async fn run_schedule(&self, queue: &str, id: &str) -> Result<Added, QueueError>;

    /// Events after `after`, oldest first, at most `limit`; the oldest are forgotten in time.
    async fn events(
        &self,
        queue: &str,
        after: EventCursor,
        limit: u32,
    ) -> Result<Vec<QueueEvent>, QueueError>;

    /// The cursor behind the newest event, to be had before adding what is to be waited for.
    async fn event_cursor(&self, queue: &str) -> Result<EventCursor, QueueError>;

    /// Waits until the job has completed or finally failed, was removed, or `timeout` has passed.
    /// `since` is a cursor from before the job was added: with it the outcome is known also when
    /// the job was removed on completion.
    async fn wait(
        &self,
        queue: &str,
        id: &str,
        since: EventCursor,
        timeout: Option<Duration>,
    ) -> Result<WaitOutcome, QueueError>;

    /// Takes jobs and runs them through `handler` until `stop` is cancelled; then takes no more,
    /// waits up to `options.drain` for those in flight, gives back what is left (to wait again,
    /// with no attempt used), and returns.
    async fn consume(
        &self,
        queue: &str,
        options: ConsumeOptions,
        handler: Arc<dyn Handler>,
        stop: CancellationToken,
    ) -> Result<(), QueueError>;

    /// Since when and why the queue is not what it should be, where it goes on all the same.
    ///
    /// # Errors
    /// It cannot be known.
    async fn degraded(&self) -> Result<Option<Degraded>, QueueError> {
        Ok(None)
    }

    /// Does what must be done beside the work on jobs, until `stop`: moves jobs back when a queue
    /// that was away has returned. [`JobQueue::consume`] does this too.
    async fn tend(&self, stop: CancellationToken) {
        stop.cancelled().await;
    }
}
