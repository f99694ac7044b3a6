use leadctl::queue::{JobOptions, JobState, QueueError};
use serde_json::{Value, json};

use super::fixture::{
    Diary, Fixture, completing, failing, failure, job, job_with, options, stuck, until,
};
use crate::assert_refused;

pub async fn a_paused_queue_starts_nothing(f: Fixture) {
    f.queue.pause(&f.name).await.expect("paused");
    f.queue.pause(&f.name).await.expect("paused already");
    f.add_all(&["a", "b"]).await;
    f.add(job_with("urgent", JobOptions { priority: 1, ..JobOptions::default() })).await;
    let counts = f.counts().await;
    assert!(counts.is_paused);
    assert_eq!((counts.waiting, counts.paused, counts.prioritized), (0, 2, 1));
    assert_eq!(f.get("a").await.state, JobState::Paused);
    assert_eq!(f.ids(&[JobState::Paused]).await, ["a", "b"]);
    assert!(f.ids(&[JobState::Waiting]).await.is_empty());

    let diary = Diary::default();
    let worker = f.work(options(), diary.handler());
    // A delayed job that becomes due meanwhile shows that the worker is there and looks.
    f.add(job_with("due", JobOptions { delay: 1, ..JobOptions::default() })).await;
    f.until("due", JobState::Paused).await;
    assert!(diary.read().is_empty());
    f.queue.resume(&f.name).await.expect("resumed");
    until("all have run", async || diary.read().len() == 4).await;
    worker.stop().await;
    assert!(!f.counts().await.is_paused);
    f.queue.resume(&f.name).await.expect("resumed already");
}

pub async fn a_failed_job_can_be_retried_and_keeps_its_history(f: Fixture) {
    let options = JobOptions { attempts: 2, priority: 3, ..JobOptions::default() };
    f.add(job_with("again", options)).await;
    f.work_off(&["again"], failing(failure("at first"))).await;
    let failed = f.get("again").await;
    assert_eq!((failed.state, failed.attempts_made), (JobState::Failed, 2));
    f.queue.retry(&f.name, "again").await.expect("retried");

    let waits = f.get("again").await;
    assert_eq!((waits.state, waits.attempts_made), (JobState::Prioritized, 0));
    assert_eq!((waits.failed_reason, waits.finished_at), (None, None));
    assert_eq!(waits.stacktrace, failed.stacktrace);
    f.work_off(&["again"], failing(failure("once more"))).await;
    let failed = f.get("again").await;
    assert_eq!((failed.state, failed.attempts_made), (JobState::Failed, 2));
    assert_eq!(failed.stacktrace.len(), 4, "{:?}", failed.stacktrace);
}

pub async fn a_completed_job_can_be_retried(f: Fixture) {
    f.add(job("twice")).await;
    f.work_off(&["twice"], completing(json!(1))).await;
    f.queue.retry(&f.name, "twice").await.expect("retried");
    let waits = f.get("twice").await;
    assert_eq!((waits.state, waits.result, waits.finished_at), (JobState::Waiting, None, None));
    f.work_off(&["twice"], completing(json!(2))).await;
    assert_eq!(f.get("twice").await.result, Some(json!(2)));
}

pub async fn only_finished_jobs_can_be_retried(f: Fixture) {
    f.add(job("waits")).await;
    f.add(job_with("late", JobOptions { delay: 86_400_000, ..JobOptions::default() })).await;
    for (id, expected) in [("waits", JobState::Waiting), ("late", JobState::Delayed)] {
        match f.queue.retry(&f.name, id).await {
            Err(QueueError::WrongState { state, .. }) => assert_eq!(state, expected),
            other => panic!("{other:?}"),
        }
        assert_eq!(f.get(id).await.state, expected);
    }
}

pub async fn a_job_can_be_removed_with_all_that_belongs_to_it(f: Fixture) {
    f.add_all(&["fails", "completes"]).await;
    let handler = super::fixture::Doing(|active: leadctl::queue::ActiveJob| {
        Box::pin(async move {
            if active.job.id == "fails" { Err(failure("no")) } else { Ok(Value::Null) }
        })
    });
    f.work_off(&["fails", "completes"], handler).await;
    f.add(job_with("late", JobOptions { delay: 86_400_000, ..JobOptions::default() })).await;
    f.add(job_with("urgent", JobOptions { priority: 2, ..JobOptions::default() })).await;
    f.add(job("waits")).await;
    for id in ["fails", "completes", "late", "urgent", "waits"] {
        f.queue.append_log(&f.name, id, "a line").await.expect("logged");
        f.queue.remove(&f.name, id).await.expect("removed");
        assert!(!f.exists(id).await, "{id} is still there");
        // Another by the same id has nothing of the first.
        f.add(job(id)).await;
        assert_eq!(f.queue.logs(&f.name, id, 0, 10).await.expect("a log").total, 0);
        f.queue.remove(&f.name, id).await.expect("removed");
    }
    assert!(f.ids(&[]).await.is_empty());
    assert_eq!(f.counts().await.failed, 0);
}

pub async fn an_active_job_cannot_be_removed(f: Fixture) {
    f.add(job("busy")).await;
    let (gate, handler) = stuck();
    let worker = f.work(options(), handler);
    gate.reached().await;
    let result = f.queue.remove(&f.name, "busy").await;
    assert_refused!(result, QueueError::WrongState { state: JobState::Active, .. });
    for result in [f.queue.retry(&f.name, "busy").await, f.queue.promote(&f.name, "busy").await] {
        assert_refused!(result, QueueError::WrongState { state: JobState::Active, .. });
    }
    gate.open();
    worker.stop().await;
    assert_eq!(f.get("busy").await.state, JobState::Completed);
}

pub async fn what_is_not_there_cannot_be_changed(f: Fixture) {
    // Once where the queue is not known, once where it is.
    for _ in 0..2 {
        assert_refused!(f.queue.retry(&f.name, "x").await, QueueError::NoSuchJob { .. });
        assert_refused!(f.queue.promote(&f.name, "x").await, QueueError::NoSuchJob { .. });
        assert_refused!(f.queue.remove(&f.name, "x").await, QueueError::NoSuchJob { .. });
        assert_eq!(f.queue.get(&f.name, "x").await.expect("an answer"), None);
        f.add(job("other")).await;
    }
}
