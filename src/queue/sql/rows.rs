//! Rows of the table of jobs, and where in it a job is.

use serde_json::Value;
use sqlx::FromRow;

use crate::db::JsonText;
use crate::model::Timestamp;
use crate::queue::{Job, JobOptions, JobState};

/// Waiting, or prioritized where the rank is above 0.
pub(super) const READY: i64 = 0;
/// May run when its time has come.
pub(super) const DELAYED: i64 = 1;
/// A worker holds its lock.
pub(super) const ACTIVE: i64 = 2;
/// Ended well.
pub(super) const COMPLETED: i64 = 3;
/// Ended badly.
pub(super) const FAILED: i64 = 4;

/// The state that a lane and rank stand for.
pub(super) fn state(lane: i64, rank: i64, paused: bool) -> JobState {
    match lane {
        READY if rank > 0 => JobState::Prioritized,
        READY if paused => JobState::Paused,
        READY => JobState::Waiting,
        DELAYED => JobState::Delayed,
        ACTIVE => JobState::Active,
        COMPLETED => JobState::Completed,
        _ => JobState::Failed,
    }
}

/// A whole row.
#[derive(Debug, Clone, FromRow)]
pub(super) struct JobRow {
    pub(super) seq: i64,
    pub(super) id: String,
    pub(super) lane: i64,
    pub(super) rank: i64,
    pub(super) position: i64,
    pub(super) name: String,
    pub(super) data: JsonText,
    pub(super) options: JsonText,
    pub(super) priority: i64,
    pub(super) attempts_made: i64,
    pub(super) attempts_started: i64,
    pub(super) stalled_count: i64,
    pub(super) progress: Option<JsonText>,
    pub(super) result: Option<JsonText>,
    pub(super) failed_reason: Option<String>,
    pub(super) stacktrace: JsonText,
    pub(super) worker: Option<String>,
    pub(super) schedule_id: Option<String>,
    pub(super) created_at: Timestamp,
    pub(super) run_at: Option<Timestamp>,
    pub(super) processed_at: Option<Timestamp>,
    pub(super) finished_at: Option<Timestamp>,
}

impl JobRow {
    /// The job's options; the defaults where the row does not hold any that can be understood.
    pub(super) fn parsed_options(&self) -> JobOptions {
        serde_json::from_str(&self.options).unwrap_or_default()
    }

    /// The job as others see it.
    pub(super) fn into_job(self, queue: &str, paused: bool) -> Job {
        Job {
            queue: queue.to_owned(),
            state: state(self.lane, self.rank, paused),
            options: self.parsed_options(),
            data: value(self.data),
            progress: self.progress.map_or(Value::Null, value),
            result: self.result.map(value),
            failed_reason: self.failed_reason,
            stacktrace: serde_json::from_str(&self.stacktrace).unwrap_or_default(),
            attempts_made: count(self.attempts_made),
            attempts_started: count(self.attempts_started),
            stalled_count: count(self.stalled_count),
            id: self.id,
            name: self.name,
            worker: self.worker,
            schedule_id: self.schedule_id,
            created_at: self.created_at,
            run_at: self.run_at,
            processed_at: self.processed_at,
            finished_at: self.finished_at,
        }
    }
}

/// JSON as it stands in a row. What is none (a hand at the database) becomes a string, so that a
/// job can be looked at and fails in an orderly way.
pub(super) fn value(text: JsonText) -> Value {
    serde_json::from_str(&text).unwrap_or(Value::String(text.0))
}

pub(super) fn count(n: i64) -> u32 {
    u32::try_from(n).unwrap_or(0)
}

/// Other people's text as it is kept: at most `chars` of it, and U+FFFD in the place of U+0000, which
/// Postgres cannot hold.
pub(super) fn kept_text(text: &str, chars: usize) -> String {
    text.chars().take(chars).map(|c| if c == '\0' { '\u{fffd}' } else { c }).collect()
}
