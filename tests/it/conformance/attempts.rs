use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use leadctl::queue::{
    ActiveJob, Backoff, Handler, Job, JobFailure, JobOptions, JobState, Retryable,
};
use serde_json::{Value, json};

use super::fixture::{Doing, Fixture, completing, failing, failure, job, job_with, options};

fn attempts(id: &str, attempts: u32, backoff: Option<Backoff>) -> leadctl::queue::NewJob {
    job_with(id, JobOptions { attempts, backoff, ..JobOptions::default() })
}

/// Fails the first `times` attempts, each for a reason of its own.
fn failing_at_first(times: u32) -> impl Handler {
    let tried = Arc::new(AtomicU32::new(0));
    Doing(move |_| {
        let attempt = tried.fetch_add(1, Ordering::SeqCst) + 1;
        Box::pin(async move {
            if attempt > times {
                Ok(json!(attempt))
            } else {
                Err(failure(&format!("no. {attempt}")))
            }
        })
    })
}

pub async fn a_result_is_kept(f: Fixture) {
    f.add(job("good")).await;
    f.work_off(&["good"], completing(json!({"leads": 3, "of": ["a", null]}))).await;
    let done = f.get("good").await;
    assert_eq!(done.state, JobState::Completed);
    assert_eq!(done.result, Some(json!({"leads": 3, "of": ["a", null]})));
    assert_eq!((done.attempts_made, done.attempts_started), (1, 1));
    assert_eq!(done.failed_reason, None);
    assert!(done.created_at.millis() <= done.processed_at.expect("it began").millis());
    assert!(done.processed_at <= done.finished_at);
}

pub async fn a_failed_attempt_is_followed_by_another(f: Fixture) {
    f.add(attempts("hard", 3, None)).await;
    f.work_off(&["hard"], failing_at_first(2)).await;
    let done = f.get("hard").await;
    assert_eq!((done.state, done.result), (JobState::Completed, Some(json!(3))));
    assert_eq!((done.attempts_made, done.attempts_started), (3, 3));
    assert_eq!(done.stacktrace.len(), 2, "{:?}", done.stacktrace);
    assert!(done.stacktrace[0].contains("no. 1") && done.stacktrace[1].contains("no. 2"));
}

pub async fn the_last_failed_attempt_fails_the_job(f: Fixture) {
    f.add(attempts("hopeless", 2, None)).await;
    let why = JobFailure { causes: vec!["because of this".into()], ..failure("it broke") };
    f.work_off(&["hopeless"], failing(why)).await;
    let failed = f.get("hopeless").await;
    assert_eq!(failed.state, JobState::Failed);
    assert_eq!(failed.failed_reason.as_deref(), Some("it broke"));
    assert_eq!((failed.attempts_made, failed.attempts_started, failed.result), (2, 2, None));
    assert_eq!(failed.stacktrace.len(), 2);
    assert!(failed.stacktrace.iter().all(|entry| entry.contains("because of this")));
    assert!(failed.finished_at.is_some());
}

/// Fails an attempt and tells the job as it then waits, and how long it waits for the next.
async fn fail_once(f: &Fixture, id: &str, failure: JobFailure) -> (Job, Duration) {
    let worker = f.work(options(), failing(failure));
    let waits = f.until(id, JobState::Delayed).await;
    worker.stop().await;
    let run_at = waits.run_at.expect("a time to run at");
    let began = waits.processed_at.expect("it began");
    (waits, run_at.since(began))
}

fn about(wait: Duration, expected: u64) {
    let expected = Duration::from_millis(expected);
    assert!(wait >= expected && wait < expected + Duration::from_secs(20), "{wait:?}");
}

pub async fn a_fixed_backoff_delays_each_attempt_alike(f: Fixture) {
    f.add(attempts("slow", 3, Some(Backoff::Fixed { delay: 100_000, jitter: 0.0 }))).await;
    for made in 1..=2 {
        let (job, wait) = fail_once(&f, "slow", failure("no")).await;
        assert_eq!(job.attempts_made, made);
        assert_eq!(job.failed_reason.as_deref(), Some("no"));
        about(wait, 100_000);
        f.queue.promote(&f.name, "slow").await.expect("promoted");
    }
    f.work_off(&["slow"], failing(failure("no"))).await;
    assert_eq!(f.get("slow").await.state, JobState::Failed);
}

pub async fn an_exponential_backoff_doubles(f: Fixture) {
    f.add(attempts("slow", 9, Some(Backoff::Exponential { delay: 100_000, jitter: 0.0 }))).await;
    for expected in [100_000, 200_000, 400_000] {
        let (_, wait) = fail_once(&f, "slow", failure("no")).await;
        about(wait, expected);
        f.queue.promote(&f.name, "slow").await.expect("promoted");
    }
}

pub async fn jitter_only_shortens_the_backoff(f: Fixture) {
    let backoff = Backoff::Fixed { delay: 1_000_000, jitter: 0.5 };
    f.add(attempts("slow", 9, Some(backoff))).await;
    let mut waits = Vec::new();
    for _ in 0..4 {
        let (_, wait) = fail_once(&f, "slow", failure("no")).await;
        assert!(wait >= Duration::from_secs(500) && wait < Duration::from_secs(1_020), "{wait:?}");
        waits.push(wait.as_secs());
        f.queue.promote(&f.name, "slow").await.expect("promoted");
    }
    waits.dedup();
    assert!(waits.len() > 1, "there is no jitter: {waits:?}");
}

pub async fn a_permanent_failure_is_not_repeated(f: Fixture) {
    f.add(attempts("wrong", 5, Some(Backoff::Fixed { delay: 1_000, jitter: 0.0 }))).await;
    f.work_off(&["wrong"], failing(JobFailure::permanent("no such campaign"))).await;
    let failed = f.get("wrong").await;
    assert_eq!((failed.state, failed.attempts_made), (JobState::Failed, 1));
    assert_eq!(failed.failed_reason.as_deref(), Some("no such campaign"));
    assert_eq!(failed.stacktrace.len(), 1);
}

pub async fn a_failure_can_ask_for_a_longer_wait(f: Fixture) {
    let after = |secs| JobFailure {
        retryable: Retryable::After(Duration::from_secs(secs)),
        ..failure("come back later")
    };
    f.add(attempts("limited", 5, Some(Backoff::Fixed { delay: 100_000, jitter: 0.0 }))).await;
    let (job, wait) = fail_once(&f, "limited", after(200)).await;
    about(wait, 200_000);
    assert_eq!(job.attempts_made, 1);
    assert_eq!(job.failed_reason.as_deref(), Some("come back later"));
    assert_eq!(job.stacktrace.len(), 1);
    f.queue.promote(&f.name, "limited").await.expect("promoted");
    // The job's own backoff is the least.
    let (job, wait) = fail_once(&f, "limited", after(1)).await;
    about(wait, 100_000);
    assert_eq!(job.attempts_made, 2);
}

pub async fn asking_for_a_wait_gives_no_further_attempt(f: Fixture) {
    f.add(attempts("limited", 1, None)).await;
    let retryable = Retryable::After(Duration::from_secs(1));
    f.work_off(&["limited"], failing(JobFailure { retryable, ..failure("later") })).await;
    assert_eq!(f.get("limited").await.state, JobState::Failed);
}

pub async fn a_panic_is_a_failed_attempt(f: Fixture) {
    f.add(attempts("bomb", 2, None)).await;
    f.add(job("after")).await;
    let handler = Doing(|active: ActiveJob| {
        Box::pin(async move {
            assert!(active.job.id != "bomb", "it went off");
            Ok(Value::Null)
        })
    });
    f.work_off(&["bomb", "after"], handler).await;
    let bomb = f.get("bomb").await;
    assert_eq!((bomb.state, bomb.attempts_made), (JobState::Failed, 2));
    assert!(bomb.failed_reason.as_deref().is_some_and(|r| r.contains("it went off")), "{bomb:?}");
    assert_eq!(f.get("after").await.state, JobState::Completed);
}
