//! How an attempt ends: the same rules, whatever carries the jobs.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures::FutureExt;
use serde_json::Value;

use super::{ActiveJob, Handler, JobFailure, JobOptions, Retryable};

/// Failures kept for each job, the newest.
const FAILURES: usize = 20;
/// Largest result, in bytes of JSON.
const MAX_RESULT: usize = 1024 * 1024;
/// Shortest time for which a job is put off, so that it does not come round and round.
const SHORTEST_PUT_OFF: Duration = Duration::from_secs(1);
/// Longest reason, in characters.
pub(super) const MAX_REASON: usize = 4_000;

/// Runs a handler; a panic is a failed attempt.
pub(super) async fn run(handler: &dyn Handler, job: ActiveJob) -> Result<Value, JobFailure> {
    let ran = AssertUnwindSafe(async { handler.run(job).await }).catch_unwind().await;
    ran.unwrap_or_else(|panic| Err(panicked(&*panic)))
}

fn panicked(panic: &(dyn Any + Send)) -> JobFailure {
    let what = panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "without a message".to_owned());
    JobFailure {
        reason: format!("the handler panicked: {what}"),
        causes: Vec::new(),
        retryable: Retryable::Yes,
    }
}

/// The wait before the next attempt, when `attempts_made` have failed: the job's backoff, or longer
/// where the failure asks for it. `None` where there is no next one. One that was put off does not
/// count, and comes again however many there were.
pub(super) fn next_attempt(
    options: &JobOptions,
    failure: &JobFailure,
    attempts_made: u32,
) -> Option<Duration> {
    if let Retryable::Later(wait) = failure.retryable {
        return Some(wait.max(SHORTEST_PUT_OFF));
    }
    if failure.retryable == Retryable::No || attempts_made >= options.attempts {
        return None;
    }
    let backoff = options
        .backoff
        .map_or(Duration::ZERO, |backoff| backoff.delay(attempts_made, rand::random()));
    Some(match failure.retryable {
        Retryable::After(at_least) => backoff.max(at_least),
        _ => backoff,
    })
}

/// Whether a failure uses up an attempt.
pub(super) fn counts(failure: &JobFailure) -> bool {
    !matches!(failure.retryable, Retryable::Later(_))
}

/// The failures so far, with this one behind them where it counts.
pub(super) fn history(
    mut before: Vec<String>,
    failure: &JobFailure,
    attempt: impl std::fmt::Display,
) -> Vec<String> {
    if !counts(failure) {
        return before;
    }
    let mut entry = format!("attempt {attempt}: {}", failure.reason);
    for cause in &failure.causes {
        entry.push_str("\n  caused by: ");
        entry.push_str(cause);
    }
    before.push(entry.chars().take(MAX_REASON).collect());
    let surplus = before.len().saturating_sub(FAILURES);
    before.drain(..surplus);
    before
}

/// The result as it is kept.
pub(super) fn kept_result(result: Value) -> Value {
    let size = serde_json::to_string(&result).map_or(0, |text| text.len());
    if size > MAX_RESULT {
        return Value::String(format!("a result of {size} bytes was not kept"));
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_that_is_put_off_uses_no_attempt() {
        let options = JobOptions { attempts: 1, ..JobOptions::default() };
        let put_off = |wait| JobFailure {
            reason: "away".to_owned(),
            causes: Vec::new(),
            retryable: Retryable::Later(Duration::from_secs(wait)),
        };
        assert_eq!(next_attempt(&options, &put_off(60), 1), Some(Duration::from_secs(60)));
        assert_eq!(next_attempt(&options, &put_off(0), 1), Some(SHORTEST_PUT_OFF));
        assert!(history(Vec::new(), &put_off(60), 1).is_empty());
        let failed = JobFailure { retryable: Retryable::Yes, ..put_off(0) };
        assert_eq!(next_attempt(&options, &failed, 1), None);
        assert_eq!(history(Vec::new(), &failed, 1), ["attempt 1: away"]);
    }
}
