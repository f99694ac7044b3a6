use leadctl::queue::{ConsumeOptions, EventCursor, EventKind, JobOptions, JobState};
use serde_json::json;

use super::fixture::{
    Fixture, LONG, SHORT, completing, job, job_with, options, stuck, until, watchful,
};

pub async fn the_job_of_a_worker_that_is_gone_is_done_by_another(f: Fixture) {
    f.add(job_with("left", JobOptions { attempts: 1, ..JobOptions::default() })).await;
    let (gate, handler) = stuck();
    let doomed = f.work(ConsumeOptions { worker: "doomed".into(), ..watchful() }, handler);
    gate.reached().await;
    assert_eq!(f.get("left").await.worker.as_deref(), Some("doomed"));
    doomed.vanish().await;

    let heir = f.work(ConsumeOptions { worker: "heir".into(), ..watchful() }, completing(json!(2)));
    let done = f.finished("left").await;
    heir.stop().await;
    assert_eq!((done.state, done.result), (JobState::Completed, Some(json!(2))));
    assert_eq!((done.stalled_count, done.attempts_made, done.attempts_started), (1, 1, 2));
    assert_eq!(done.worker.as_deref(), Some("heir"));
    let events = f.queue.events(&f.name, EventCursor::default(), 100).await.expect("events");
    let stalled = |e: &&leadctl::queue::QueueEvent| e.kind == EventKind::Stalled;
    assert_eq!(events.iter().filter(stalled).count(), 1, "{events:?}");
}

pub async fn a_job_that_stalls_too_often_fails(f: Fixture) {
    f.add(job_with("cursed", JobOptions { attempts: 5, ..JobOptions::default() })).await;
    for _ in 0..2 {
        let (gate, handler) = stuck();
        let doomed = f.work(watchful(), handler);
        gate.reached().await;
        doomed.vanish().await;
    }
    let heir = f.work(watchful(), completing(json!("not to be")));
    let failed = f.finished("cursed").await;
    heir.stop().await;
    assert_eq!((failed.state, failed.stalled_count), (JobState::Failed, 2));
    let reason = failed.failed_reason.expect("a reason");
    assert!(reason.contains("stalled"), "{reason}");
    // Somebody who has looked into it gives it another chance.
    f.queue.retry(&f.name, "cursed").await.expect("retried");
    f.work_off(&["cursed"], completing(json!("well"))).await;
    assert_eq!(f.get("cursed").await.state, JobState::Completed);
}

pub async fn a_lost_lock_cancels_the_handler_and_its_result_is_not_kept(f: Fixture) {
    f.add(job("contested")).await;
    let told = tokio_util::sync::CancellationToken::new();
    let (gate, tell) = (super::fixture::Gate::default(), told.clone());
    let reached = gate.clone();
    let handler = super::fixture::Doing(move |active: leadctl::queue::ActiveJob| {
        let (gate, tell) = (gate.clone(), tell.clone());
        Box::pin(async move {
            gate.passed().await;
            active.cancelled.cancelled().await;
            tell.cancel();
            Ok(json!("too late"))
        })
    });
    let options = ConsumeOptions { lock: SHORT, stalled_interval: LONG, ..options() };
    let worker = f.work(options, handler);
    reached.reached().await;
    f.steal("contested").await;
    reached.open();
    until("the handler is told", async || told.is_cancelled()).await;
    worker.stop().await;
    let job = f.get("contested").await;
    assert_eq!((job.state, job.result), (JobState::Active, None));
}

pub async fn a_lock_is_renewed_while_the_handler_works(f: Fixture) {
    f.add(job("long")).await;
    let (gate, handler) = stuck();
    let worker = f.work(watchful(), handler);
    gate.reached().await;
    let other = f.work(watchful(), completing(json!("stolen")));
    let began = std::time::Instant::now();
    until("its first lock has run out", async || began.elapsed() > SHORT * 4).await;
    assert_eq!(f.get("long").await.state, JobState::Active);
    gate.open();
    let done = f.finished("long").await;
    assert_eq!((done.result, done.stalled_count), (Some(json!("let through")), 0));
    worker.stop().await;
    other.stop().await;
}
