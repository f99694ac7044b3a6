use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use super::{Concurrency, QueueError};
use crate::model::{Timestamp, text_enum};
use crate::telemetry::trace::Origin;

text_enum! {
    /// Where a job is; BullMQ's states by BullMQ's names.
    pub enum JobState {
        /// Will run as soon as a worker is free.
        Waiting = "waiting",
        /// The same, with a priority.
        Prioritized = "prioritized",
        /// Will wait when its time has come.
        Delayed = "delayed",
        /// A worker holds its lock.
        Active = "active",
        /// Ended well.
        Completed = "completed",
        /// Ended badly, with no attempts left.
        Failed = "failed",
        /// Waits for the jobs below it in a flow.
        WaitingChildren = "waiting-children",
        /// Would wait, but its queue is paused.
        Paused = "paused",
    }
}

/// Largest priority, as in BullMQ: 2^21.
pub const MAX_PRIORITY: u32 = 2_097_152;

/// How long to wait between attempts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Backoff {
    /// The same delay each time.
    Fixed {
        /// Milliseconds.
        delay: u64,
        /// Share of the delay, 0 to 1, by which it is shortened at random.
        #[serde(default)]
        jitter: f64,
    },
    /// `delay * 2^(attempt - 1)`.
    Exponential {
        /// Milliseconds before the second attempt.
        delay: u64,
        /// Share of the delay, 0 to 1, by which it is shortened at random.
        #[serde(default)]
        jitter: f64,
    },
}

impl Backoff {
    /// The wait after `attempts_made` attempts have failed; `random`, 0 to 1, decides how much of
    /// the jitter is taken off.
    pub fn delay(&self, attempts_made: u32, random: f64) -> Duration {
        let (delay, jitter) = match *self {
            Self::Fixed { delay, jitter } => (delay, jitter),
            Self::Exponential { delay, jitter } => {
                let doubled = 2_u64.saturating_pow(attempts_made.saturating_sub(1));
                (delay.saturating_mul(doubled), jitter)
            }
        };
        Duration::from_millis(delay).mul_f64(1.0 - jitter.clamp(0.0, 1.0) * random.clamp(0.0, 1.0))
    }
}

/// What to keep of finished jobs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Retention {
    /// At most this many, the newest; `None` is all. With `Some(0)` the job itself goes as soon as
    /// it has ended, and the others stay.
    pub count: Option<u64>,
    /// At most this old, in seconds.
    pub age_secs: Option<u64>,
}

/// How a job is to be treated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct JobOptions {
    /// 0 is none; 1 is the most urgent, [`MAX_PRIORITY`] the least. Jobs without one go first.
    pub priority: u32,
    /// Milliseconds to wait before it may run.
    pub delay: u64,
    /// Attempts in all; at least 1.
    pub attempts: u32,
    /// Wait between attempts; none where absent.
    pub backoff: Option<Backoff>,
    /// Goes before those that wait already.
    pub lifo: bool,
    /// What to keep of this queue's completed jobs when this one completes.
    pub remove_on_complete: Retention,
    /// What to keep of this queue's failed jobs when this one fails.
    pub remove_on_fail: Retention,
    /// What goes with it for tracing, as text; see [`Origin`].
    /// Whoever wrote the job wrote this.
    #[serde(rename = "tm", skip_serializing_if = "Option::is_none")]
    #[schema(ignore)]
    pub telemetry: Option<String>,
}

impl JobOptions {
    /// Where the job came from, as far as it says.
    pub fn origin(&self) -> Origin {
        self.telemetry.as_deref().map(Origin::from_metadata).unwrap_or_default()
    }
}

impl Default for JobOptions {
    fn default() -> Self {
        Self {
            priority: 0,
            delay: 0,
            attempts: 1,
            backoff: None,
            lifo: false,
            remove_on_complete: Retention::default(),
            remove_on_fail: Retention::default(),
            telemetry: None,
        }
    }
}

/// A job to be added.
#[derive(Debug, Clone, PartialEq)]
pub struct NewJob {
    /// What to do, as in `lead`.
    pub name: String,
    /// The payload.
    pub data: Value,
    /// Its id; the queue numbers it where absent. Must not be empty, contain `:` or be all digits.
    pub id: Option<String>,
    /// How it is to be treated.
    pub options: JobOptions,
}

/// The answer to adding a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Added {
    /// The job's id.
    pub id: String,
    /// A job with this id was there already and was left as it is.
    pub existed: bool,
    /// The queue proper is away: the job is kept in the database and will run from there, or go to
    /// the queue when that is back.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub spooled: bool,
}

/// The queue proper is away, or was and is being caught up with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Degraded {
    /// Since when.
    pub since: Timestamp,
    /// Why, in words.
    pub reason: String,
    /// Jobs in the database that are not finished.
    pub spooled: u64,
}

/// A job as the queue holds it.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Job {
    /// Its queue.
    pub queue: String,
    /// Its id, unique in its queue.
    pub id: String,
    /// What to do.
    pub name: String,
    /// Where it is.
    pub state: JobState,
    /// The payload; hostile.
    pub data: Value,
    /// How it is to be treated.
    pub options: JobOptions,
    /// Attempts that have ended.
    pub attempts_made: u32,
    /// Attempts that have begun.
    pub attempts_started: u32,
    /// How often its worker was found to be gone.
    pub stalled_count: u32,
    /// The last progress told.
    pub progress: Value,
    /// The result of a completed job.
    pub result: Option<Value>,
    /// Why the last attempt failed.
    pub failed_reason: Option<String>,
    /// One entry for each failed attempt, with causes, oldest first; bounded.
    pub stacktrace: Vec<String>,
    /// The worker that holds or held it.
    pub worker: Option<String>,
    /// The schedule that made it.
    pub schedule_id: Option<String>,
    /// When it was added.
    pub created_at: Timestamp,
    /// When a delayed job may run.
    pub run_at: Option<Timestamp>,
    /// When its last attempt began.
    pub processed_at: Option<Timestamp>,
    /// When it completed or failed.
    pub finished_at: Option<Timestamp>,
}

/// How many jobs are where.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, utoipa::ToSchema)]
pub struct QueueCounts {
    /// See [`JobState::Waiting`].
    pub waiting: u64,
    /// See [`JobState::Prioritized`].
    pub prioritized: u64,
    /// See [`JobState::Delayed`].
    pub delayed: u64,
    /// See [`JobState::Active`].
    pub active: u64,
    /// See [`JobState::Completed`].
    pub completed: u64,
    /// See [`JobState::Failed`].
    pub failed: u64,
    /// See [`JobState::WaitingChildren`].
    #[serde(rename = "waiting_children")]
    pub waiting_children: u64,
    /// See [`JobState::Paused`].
    pub paused: u64,
    /// The queue is paused.
    pub is_paused: bool,
    /// When the job that has waited longest began to.
    pub oldest_waiting_at: Option<Timestamp>,
}

impl QueueCounts {
    /// The count for one state.
    pub fn of(&self, state: JobState) -> u64 {
        match state {
            JobState::Waiting => self.waiting,
            JobState::Prioritized => self.prioritized,
            JobState::Delayed => self.delayed,
            JobState::Active => self.active,
            JobState::Completed => self.completed,
            JobState::Failed => self.failed,
            JobState::WaitingChildren => self.waiting_children,
            JobState::Paused => self.paused,
        }
    }

    /// Jobs that could run now if a worker were free.
    pub fn ready(&self) -> u64 {
        self.waiting + self.prioritized + self.paused
    }
}

/// Which page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRequest {
    /// [`JobPage::next`] of the page before; the first page where absent.
    pub cursor: Option<String>,
    /// At most this many.
    pub limit: u32,
}

/// A page of jobs.
#[derive(Debug, Clone, PartialEq)]
pub struct JobPage {
    /// The jobs.
    pub jobs: Vec<Job>,
    /// The cursor of the next page; none where this is the last.
    pub next: Option<String>,
}

/// One line of a job's log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct LogLine {
    /// Its number; the first is 0.
    pub number: u64,
    /// When it was written; absent where the queue does not keep it.
    pub at: Option<Timestamp>,
    /// The text; hostile.
    pub text: String,
}

/// Part of a job's log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogPage {
    /// The lines.
    pub lines: Vec<LogLine>,
    /// How many the log has in all.
    pub total: u64,
}

/// What a sweep removed, or with `dry_run` would remove.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Swept {
    /// How many.
    pub count: u64,
    /// Some of their ids, at most 20.
    pub sample: Vec<String>,
}

/// When a schedule's jobs are due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recurrence {
    /// A cron expression of five or six fields, in a time zone.
    Cron {
        /// As in `0 2 * * *`.
        pattern: String,
        /// IANA name, as in `Europe/Berlin`; UTC where absent.
        tz: Option<String>,
    },
    /// At multiples of this many milliseconds since the epoch.
    Every {
        /// Milliseconds.
        every_ms: u64,
    },
}

/// A schedule to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct NewSchedule {
    /// The queue that its jobs go to.
    pub queue: String,
    /// Its id, unique in the queue.
    pub id: String,
    /// When.
    pub recurrence: Recurrence,
    /// The name of its jobs.
    pub name: String,
    /// Their payload.
    pub data: Value,
    /// How they are to be treated.
    pub options: JobOptions,
}

/// A schedule as the queue holds it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Schedule {
    /// The queue that its jobs go to.
    pub queue: String,
    /// Its id.
    pub id: String,
    /// When.
    pub recurrence: Recurrence,
    /// The name of its jobs.
    pub name: String,
    /// Their payload.
    pub data: Value,
    /// How they are to be treated.
    pub options: JobOptions,
    /// When the next one is due.
    pub next_at: Option<Timestamp>,
    /// When the last one began.
    pub last_at: Option<Timestamp>,
    /// How many it has made.
    pub iterations: u64,
}

text_enum! {
    /// What happened to a job; BullMQ's events by BullMQ's names.
    pub enum EventKind {
        /// It was added.
        Added = "added",
        /// It may run.
        Waiting = "waiting",
        /// A worker began it.
        Active = "active",
        /// It told its progress.
        Progress = "progress",
        /// It ended well.
        Completed = "completed",
        /// It failed with no attempts left.
        Failed = "failed",
        /// It will run later.
        Delayed = "delayed",
        /// Its worker was found to be gone.
        Stalled = "stalled",
        /// It was removed.
        Removed = "removed",
        /// The queue was paused.
        Paused = "paused",
        /// The queue was resumed.
        Resumed = "resumed",
    }
}

/// Where one is in a queue's events; opaque.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct EventCursor(pub String);

/// Something that happened in a queue.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct QueueEvent {
    /// The cursor behind it.
    pub cursor: EventCursor,
    /// When.
    pub at: Timestamp,
    /// What.
    pub kind: EventKind,
    /// To which job; absent for events of the queue itself.
    pub job_id: Option<String>,
    /// Result, reason, progress or delay, by kind.
    pub data: Value,
}

/// How waiting for a job ended.
#[derive(Debug, Clone, PartialEq)]
pub enum WaitOutcome {
    /// It completed, with this result.
    Completed(Value),
    /// It failed for good, for this reason.
    Failed(String),
    /// It is not there, and its events do not say how it ended.
    Gone,
    /// The time was up first.
    TimedOut,
}

/// How [`super::JobQueue::consume`] works.
#[derive(Debug, Clone)]
pub struct ConsumeOptions {
    /// The worker's name, as told in [`Job::worker`].
    pub worker: String,
    /// Most jobs at the same time.
    pub concurrency: Concurrency,
    /// How long a lock holds; it is renewed at half of that.
    pub lock: Duration,
    /// How often to look for jobs whose lock has run out.
    pub stalled_interval: Duration,
    /// How often a job may stall before it fails.
    pub max_stalled: u32,
    /// How long to wait for jobs in flight after the stop.
    pub drain: Duration,
}

impl Default for ConsumeOptions {
    fn default() -> Self {
        Self {
            worker: "worker".into(),
            concurrency: 1.into(),
            lock: Duration::from_secs(30),
            stalled_interval: Duration::from_secs(30),
            max_stalled: 1,
            drain: Duration::from_secs(30),
        }
    }
}

/// Whether a failed attempt is worth another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retryable {
    /// Yes, after the job's own backoff.
    Yes,
    /// Yes, but not before this has passed.
    After(Duration),
    /// Yes, and this attempt does not count: it could not begin, as what it needs is known to be
    /// away. Not before this has passed.
    Later(Duration),
    /// No: it would fail again (BullMQ's `UnrecoverableError`).
    No,
}

/// Why a job failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct JobFailure {
    /// One sentence.
    pub reason: String,
    /// What lay beneath, outermost first.
    pub causes: Vec<String>,
    /// Whether another attempt is worth it.
    pub retryable: Retryable,
}

impl JobFailure {
    /// A failure that another attempt would meet again.
    pub fn permanent(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), causes: Vec::new(), retryable: Retryable::No }
    }

    /// From an error and the errors beneath it.
    pub fn from_error(error: &dyn std::error::Error, retryable: Retryable) -> Self {
        let mut causes = Vec::new();
        let mut next = error.source();
        while let Some(cause) = next {
            causes.push(cause.to_string());
            next = cause.source();
        }
        Self { reason: error.to_string(), causes, retryable }
    }
}

/// A job in the hands of a worker.
#[derive(Clone)]
pub struct ActiveJob {
    /// The job as it was when it began.
    pub job: Job,
    /// Cancelled when the handler should stop: lock lost, or the drain's time is up.
    pub cancelled: CancellationToken,
    /// Where progress and log lines go.
    pub report: Arc<dyn JobReport>,
}

/// Where a running job tells how it is getting on.
#[async_trait]
pub trait JobReport: Send + Sync {
    /// Adds a line to the job's log.
    async fn log(&self, line: &str) -> Result<(), QueueError>;
    /// Replaces the job's progress.
    async fn progress(&self, progress: Value) -> Result<(), QueueError>;
}

/// A worker as the server sees it that carries the queue, whosever it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectedWorker {
    /// The queue it waits on.
    pub queue: String,
    /// What it calls itself, where it does; hostile.
    pub name: Option<String>,
    /// Where it is connected from: address and port.
    pub address: String,
    /// How long it has been connected.
    pub connected: std::time::Duration,
    /// How long it has said nothing; one that waits for jobs speaks every few seconds.
    pub idle: std::time::Duration,
}
