use std::sync::Arc;
use std::time::Duration;

use leadctl::queue::{EventCursor, JobOptions, QueueError, Retention, WaitOutcome};
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use super::fixture::{Fixture, PATIENCE, completing, failing, failure, job, job_with, options};

async fn cursor(f: &Fixture) -> EventCursor {
    f.queue.event_cursor(&f.name).await.expect("a cursor")
}

fn wait(
    f: &Fixture,
    id: &'static str,
    since: EventCursor,
) -> JoinHandle<Result<WaitOutcome, QueueError>> {
    let (queue, name) = (Arc::clone(&f.queue), f.name.clone());
    tokio::spawn(async move { queue.wait(&name, id, since, Some(PATIENCE)).await })
}

async fn outcome(waiting: JoinHandle<Result<WaitOutcome, QueueError>>) -> WaitOutcome {
    waiting.await.expect("no panic").expect("the queue answers")
}

pub async fn a_completed_job_is_waited_for(f: Fixture) {
    let since = cursor(&f).await;
    f.add(job("good")).await;
    let waiting = wait(&f, "good", since);
    f.work_off(&["good"], completing(json!([1, 2]))).await;
    assert_eq!(outcome(waiting).await, WaitOutcome::Completed(json!([1, 2])));
}

pub async fn a_failed_job_is_waited_for(f: Fixture) {
    let since = cursor(&f).await;
    f.add(job_with("bad", JobOptions { attempts: 2, ..JobOptions::default() })).await;
    let waiting = wait(&f, "bad", since);
    f.work_off(&["bad"], failing(failure("it broke"))).await;
    assert_eq!(outcome(waiting).await, WaitOutcome::Failed("it broke".into()));
}

pub async fn a_job_that_finished_before_is_told_at_once(f: Fixture) {
    f.add(job("done")).await;
    f.work_off(&["done"], completing(json!("early"))).await;
    let since = cursor(&f).await;
    assert_eq!(outcome(wait(&f, "done", since)).await, WaitOutcome::Completed(json!("early")));
    let outcome = f.queue.wait(&f.name, "done", EventCursor::default(), Some(Duration::ZERO)).await;
    assert_eq!(outcome.expect("an answer"), WaitOutcome::Completed(json!("early")));
}

pub async fn a_job_that_does_not_finish_times_out(f: Fixture) {
    f.add(job("slow")).await;
    let since = cursor(&f).await;
    let outcome = f.queue.wait(&f.name, "slow", since, Some(Duration::from_millis(50))).await;
    assert_eq!(outcome.expect("an answer"), WaitOutcome::TimedOut);
}

pub async fn a_job_that_is_not_there_is_gone(f: Fixture) {
    for _ in 0..2 {
        let since = cursor(&f).await;
        assert_eq!(outcome(wait(&f, "ghost", since)).await, WaitOutcome::Gone);
        f.add(job("other")).await;
    }
}

const NONE: Retention = Retention { count: Some(0), age_secs: None };

pub async fn a_job_removed_on_completion_is_still_told(f: Fixture) {
    let since = cursor(&f).await;
    f.add(job_with("brief", JobOptions { remove_on_complete: NONE, ..JobOptions::default() }))
        .await;
    let waiting = wait(&f, "brief", since.clone());
    let worker = f.work(options(), completing(json!({"short": true})));
    assert_eq!(outcome(waiting).await, WaitOutcome::Completed(json!({"short": true})));
    worker.stop().await;
    assert!(!f.exists("brief").await);
    // Whoever comes late with an old cursor still learns it; with a new one, no more.
    let late = outcome(wait(&f, "brief", since)).await;
    assert_eq!(late, WaitOutcome::Completed(json!({"short": true})));
    let now = cursor(&f).await;
    assert_eq!(outcome(wait(&f, "brief", now)).await, WaitOutcome::Gone);
}

pub async fn a_job_removed_on_failure_is_still_told(f: Fixture) {
    let since = cursor(&f).await;
    f.add(job_with("brief", JobOptions { remove_on_fail: NONE, ..JobOptions::default() })).await;
    let waiting = wait(&f, "brief", since);
    let worker = f.work(options(), failing(failure("it broke")));
    assert_eq!(outcome(waiting).await, WaitOutcome::Failed("it broke".into()));
    worker.stop().await;
    assert!(!f.exists("brief").await);
}

pub async fn a_job_that_is_removed_is_gone(f: Fixture) {
    f.add(job("doomed")).await;
    let since = cursor(&f).await;
    let waiting = wait(&f, "doomed", since);
    f.queue.remove(&f.name, "doomed").await.expect("removed");
    assert_eq!(outcome(waiting).await, WaitOutcome::Gone);
    let result: Vec<Value> = f.list(&[]).await.into_iter().map(|job| job.data).collect();
    assert!(result.is_empty());
}
