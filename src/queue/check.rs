//! What every queue takes: the same limits, whatever carries the jobs.

use super::{MAX_PRIORITY, NewJob, NewSchedule, QueueError};
use crate::model::Timestamp;

/// Largest payload, in bytes of JSON.
const MAX_DATA: usize = 1024 * 1024;
/// Longest id and name, in bytes.
const MAX_NAME: usize = 256;
/// Longest name of a queue and id of a schedule, in bytes.
const MAX_SHORT: usize = 200;
/// Largest progress, in bytes of JSON.
const MAX_PROGRESS: usize = 64 * 1024;
/// Names of BullMQ's own keys beside those of the jobs.
const RESERVED: &[&str] = &[
    "active",
    "completed",
    "de",
    "delayed",
    "events",
    "failed",
    "id",
    "limiter",
    "marker",
    "meta",
    "metrics",
    "paused",
    "pc",
    "prioritized",
    "priority",
    "repeat",
    "stalled",
    "stalled-check",
    "wait",
    "waiting-children",
];
/// Longest delay: a hundred years, in milliseconds.
const MAX_DELAY: u64 = 100 * 365 * 86_400_000;

/// Whether a queue can have this name.
pub(super) fn queue_name(name: &str) -> Result<(), QueueError> {
    if name.is_empty() || name.len() > MAX_SHORT || name.contains([':', '\0']) {
        return Err(QueueError::Invalid(format!(
            "{name:?} cannot be the name of a queue: it must have 1 to {MAX_SHORT} characters and no colon"
        )));
    }
    Ok(())
}

/// Whether a schedule can be made; says when it is due first.
pub(super) fn schedule(new: &NewSchedule, now: Timestamp) -> Result<Timestamp, QueueError> {
    let id = &new.id;
    if id.is_empty() || id.len() > MAX_SHORT || id.contains([':', '\0']) {
        return Err(QueueError::Invalid(format!(
            "{id:?} cannot be the id of a schedule: it must have 1 to {MAX_SHORT} bytes and no colon"
        )));
    }
    let Some(next) = new.recurrence.next_after(now)? else {
        return Err(QueueError::Invalid(format!(
            "schedule {id} would never run: {}",
            new.recurrence
        )));
    };
    queue_name(&new.queue)?;
    job(&NewJob {
        name: new.name.clone(),
        data: new.data.clone(),
        id: None,
        options: new.options.clone(),
    })?;
    Ok(next)
}

/// Whether a job can be taken.
pub(super) fn job(job: &NewJob) -> Result<(), QueueError> {
    let invalid = |why: String| Err(QueueError::Invalid(why));
    if let Some(id) = &job.id {
        if id.is_empty() || id.len() > MAX_NAME {
            return invalid(format!(
                "a job's id must have 1 to {MAX_NAME} bytes; this has {}",
                id.len()
            ));
        }
        if id.contains(':') {
            return invalid(format!("a job's id must not contain a colon, as in {id:?}"));
        }
        if id.bytes().all(|b| b.is_ascii_digit()) {
            return invalid(format!(
                "a job's id must not be all digits, as in {id:?}: the queue numbers jobs itself"
            ));
        }
    }
    if let Some(id) = job.id.as_deref().filter(|id| is_reserved(id)) {
        return invalid(format!("a job's id must not be a word of the queue's own, as {id:?} is"));
    }
    if job.name.is_empty() || job.name.len() > MAX_NAME {
        return invalid(format!("a job's name must have 1 to {MAX_NAME} bytes"));
    }
    if job.name.contains('\0') || job.id.as_ref().is_some_and(|id| id.contains('\0')) {
        return invalid("a job's id and name must not contain a NUL character".into());
    }
    let options = &job.options;
    if options.priority > MAX_PRIORITY {
        return invalid(format!("priority {} is above {MAX_PRIORITY}", options.priority));
    }
    if options.delay > MAX_DELAY {
        return invalid(format!("a delay of {} ms is longer than a hundred years", options.delay));
    }
    if options.attempts == 0 {
        return invalid("a job needs at least one attempt".into());
    }
    let size = serde_json::to_string(&job.data).map_or(0, |text| text.len());
    if size > MAX_DATA {
        return invalid(format!("the payload has {size} bytes; at most {MAX_DATA} are taken"));
    }
    Ok(())
}

/// Whether an id is the name of something else in the queue, so that no job can have it.
pub(super) fn is_reserved(id: &str) -> bool {
    RESERVED.contains(&id)
}

/// Progress as JSON, where it is not too large.
pub(super) fn progress(progress: &serde_json::Value) -> Result<String, QueueError> {
    let text = progress.to_string();
    if text.len() > MAX_PROGRESS {
        return Err(QueueError::Invalid(format!(
            "progress of {} bytes is too large; at most {MAX_PROGRESS} are kept",
            text.len()
        )));
    }
    Ok(text)
}
