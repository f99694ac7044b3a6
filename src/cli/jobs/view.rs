//! A job as lists and `show` print it.

use serde::Serialize;
use serde_json::Value;

use super::words::{brief, short, what};
use crate::cli::output::{Cell, Column, Record, Tone};
use crate::cli::time;
use crate::model::Timestamp;
use crate::queue::{Backoff, Job, JobOptions, JobState, Retention};

/// Longest error in a list, in characters.
const ERROR: usize = 120;

/// How a job is treated, in the words of the command line's JSON.
#[derive(Debug, Clone, Serialize)]
pub(in crate::cli) struct OptionsView {
    priority: u32,
    delay_ms: u64,
    attempts: u32,
    backoff: Option<BackoffView>,
    lifo: bool,
    keep_completed: Retention,
    keep_failed: Retention,
}

#[derive(Debug, Clone, Serialize)]
struct BackoffView {
    r#type: &'static str,
    delay_ms: u64,
    jitter: f64,
}

impl From<&JobOptions> for OptionsView {
    fn from(options: &JobOptions) -> Self {
        let backoff = options.backoff.map(|backoff| {
            let (kind, delay_ms, jitter) = match backoff {
                Backoff::Fixed { delay, jitter } => ("fixed", delay, jitter),
                Backoff::Exponential { delay, jitter } => ("exponential", delay, jitter),
            };
            BackoffView { r#type: kind, delay_ms, jitter }
        });
        Self {
            priority: options.priority,
            delay_ms: options.delay,
            attempts: options.attempts,
            backoff,
            lifo: options.lifo,
            keep_completed: options.remove_on_complete,
            keep_failed: options.remove_on_fail,
        }
    }
}

/// A job as it is printed.
#[derive(Debug, Clone, Serialize)]
pub(in crate::cli) struct JobView {
    pub(in crate::cli) queue: String,
    pub(in crate::cli) id: String,
    pub(in crate::cli) name: String,
    /// The payload in a few words.
    pub(in crate::cli) what: String,
    pub(in crate::cli) state: JobState,
    pub(in crate::cli) data: Value,
    pub(in crate::cli) options: OptionsView,
    pub(in crate::cli) attempts_made: u32,
    pub(in crate::cli) attempts_started: u32,
    pub(in crate::cli) stalled_count: u32,
    pub(in crate::cli) progress: Value,
    pub(in crate::cli) result: Option<Value>,
    pub(in crate::cli) failed_reason: Option<String>,
    /// One entry for each failed attempt, oldest first.
    pub(in crate::cli) stacktrace: Vec<String>,
    pub(in crate::cli) worker: Option<String>,
    pub(in crate::cli) schedule_id: Option<String>,
    pub(in crate::cli) created_at: Timestamp,
    pub(in crate::cli) run_at: Option<Timestamp>,
    pub(in crate::cli) processed_at: Option<Timestamp>,
    pub(in crate::cli) finished_at: Option<Timestamp>,
    #[serde(skip)]
    now: Timestamp,
}

impl JobView {
    /// As it is seen at `now`.
    pub(in crate::cli) fn new(job: Job, now: Timestamp) -> Self {
        Self {
            what: what(&job.name, &job.data),
            options: OptionsView::from(&job.options),
            queue: job.queue,
            id: job.id,
            name: job.name,
            state: job.state,
            data: job.data,
            attempts_made: job.attempts_made,
            attempts_started: job.attempts_started,
            stalled_count: job.stalled_count,
            progress: job.progress,
            result: job.result,
            failed_reason: job.failed_reason,
            stacktrace: job.stacktrace,
            worker: job.worker,
            schedule_id: job.schedule_id,
            created_at: job.created_at,
            run_at: job.run_at,
            processed_at: job.processed_at,
            finished_at: job.finished_at,
            now,
        }
    }

    /// `QUEUE/ID`, which every command takes.
    pub(super) fn target(&self) -> String {
        format!("{}/{}", self.queue, self.id)
    }

    /// Attempts that it may make in all.
    pub(super) fn options_attempts(&self) -> u32 {
        self.options.attempts
    }

    /// Since when, or until when, it is in its state; of one that waits, how old it is.
    fn age(&self) -> String {
        let since = |at: Timestamp| time::age(self.now.since(at));
        match (self.state, self.run_at, self.processed_at, self.finished_at) {
            (JobState::Delayed, Some(due), ..) => time::ago(due, self.now),
            (JobState::Active, _, Some(begun), _) => format!("for {}", since(begun)),
            (JobState::Completed | JobState::Failed, .., Some(end)) => time::ago(end, self.now),
            _ => since(self.created_at),
        }
    }

    /// The error of a failed job, or of the last attempt of one that is tried again.
    fn error(&self) -> Option<&str> {
        self.failed_reason.as_deref().filter(|_| self.state != JobState::Completed)
    }
}

/// What a state means to an operator.
pub(super) fn tone(state: JobState) -> Tone {
    match state {
        JobState::Completed => Tone::Good,
        JobState::Failed => Tone::Bad,
        JobState::Paused => Tone::Warn,
        JobState::Delayed | JobState::WaitingChildren => Tone::Dim,
        JobState::Waiting | JobState::Prioritized | JobState::Active => Tone::Normal,
    }
}

impl Record for JobView {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("state", |job: &JobView| {
                    Cell::text(job.state.as_str()).tone(tone(job.state))
                }),
                Column::new("job", |job| Cell::text(job.target())),
                Column::new("what", |job: &JobView| Cell::text(&job.what)).cut(),
                Column::new("attempts", |job| {
                    Cell::text(format!("{}/{}", job.attempts_made, job.options.attempts))
                }),
                Column::new("age", |job| Cell::text(job.age())),
                Column::new("error", |job: &JobView| {
                    Cell::maybe(job.error().map(|e| short(e, ERROR)))
                })
                .cut(),
                Column::wide("queue", |job| Cell::text(&job.queue)),
                Column::wide("id", |job| Cell::text(&job.id)),
                Column::wide("name", |job| Cell::text(&job.name)),
                Column::wide("data", |job| Cell::text(job.data.to_string())),
                Column::wide("priority", |job| Cell::number(job.options.priority)),
                Column::wide("progress", |job| Cell::text(brief(&job.progress))),
                Column::wide("result", |job| Cell::maybe(job.result.as_ref().map(brief))),
                Column::wide("worker", |job| Cell::maybe(job.worker.as_deref())),
                Column::wide("schedule", |job| Cell::maybe(job.schedule_id.as_deref())),
                Column::wide("created_at", |job| Cell::text(job.created_at.to_string())),
                Column::wide("run_at", |job| Cell::maybe(job.run_at.map(|t| t.to_string()))),
                Column::wide("processed_at", |job| {
                    Cell::maybe(job.processed_at.map(|t| t.to_string()))
                }),
                Column::wide("finished_at", |job| {
                    Cell::maybe(job.finished_at.map(|t| t.to_string()))
                }),
            ]
        }
    }
}
