use std::time::Duration;

use leadctl::queue::{JobOptions, JobState, QueueError, Swept};
use serde_json::Value;

use super::fixture::{Fixture, completing, failing, failure, job, job_with, options, stuck};
use crate::assert_refused;

/// One job in each state: two that wait, one with a priority, one delayed, and one that is active
/// as long as the worker is held.
async fn fill(f: &Fixture) -> (super::fixture::Gate, super::fixture::Worker) {
    f.add(job("busy")).await;
    let (gate, handler) = stuck();
    let worker =
        f.work(leadctl::queue::ConsumeOptions { concurrency: 1.into(), ..options() }, handler);
    gate.reached().await;
    f.add_all(&["w1", "w2"]).await;
    f.add(job_with("urgent", JobOptions { priority: 1, ..JobOptions::default() })).await;
    f.add(job_with("late", JobOptions { delay: 86_400_000, ..JobOptions::default() })).await;
    (gate, worker)
}

async fn drain(f: &Fixture, delayed: bool, dry_run: bool) -> Swept {
    let mut swept = f.queue.drain(&f.name, delayed, dry_run).await.expect("drained");
    swept.sample.sort_unstable();
    swept
}

async fn clean(f: &Fixture, state: JobState, limit: u32, dry_run: bool) -> Swept {
    f.queue.clean(&f.name, state, Duration::ZERO, limit, dry_run).await.expect("cleaned")
}

pub async fn a_drain_takes_what_waits(f: Fixture) {
    let (gate, worker) = fill(&f).await;
    let swept = drain(&f, false, false).await;
    assert_eq!(swept.count, 3);
    assert_eq!(swept.sample, ["urgent", "w1", "w2"]);
    assert_eq!(f.ids(&[]).await, ["busy", "late"]);
    assert_eq!(drain(&f, false, false).await, Swept::default());
    gate.open();
    worker.stop().await;
}

pub async fn a_drain_takes_delayed_jobs_only_when_asked_to(f: Fixture) {
    let (gate, worker) = fill(&f).await;
    let swept = drain(&f, true, false).await;
    assert_eq!((swept.count, swept.sample.len()), (4, 4));
    assert_eq!(f.ids(&[]).await, ["busy"]);
    gate.open();
    worker.stop().await;
    let nowhere = f.queue.drain("no-such-queue", true, false).await.expect("nothing to do");
    assert_eq!(nowhere, Swept::default());
}

pub async fn a_dry_drain_only_tells(f: Fixture) {
    let (gate, worker) = fill(&f).await;
    assert_eq!(drain(&f, false, true).await.sample, ["urgent", "w1", "w2"]);
    let all = drain(&f, true, true).await;
    assert_eq!((all.count, all.sample.len()), (4, 4));
    assert_eq!(f.ids(&[]).await.len(), 5);
    gate.open();
    worker.stop().await;
}

/// Five failed jobs, `f0` the oldest.
async fn failures(f: &Fixture) {
    for n in 0..5 {
        let id = format!("f{n}");
        f.add(job(&id)).await;
        f.work_off(&[&id], failing(failure("no"))).await;
    }
}

pub async fn a_clean_takes_the_oldest_first(f: Fixture) {
    failures(&f).await;
    let swept = clean(&f, JobState::Failed, 2, false).await;
    assert_eq!((swept.count, swept.sample), (2, vec!["f0".to_owned(), "f1".into()]));
    assert_eq!(f.ids(&[JobState::Failed]).await, ["f4", "f3", "f2"]);
    // 0 is no limit.
    assert_eq!(clean(&f, JobState::Failed, 0, false).await.count, 3);
    assert_eq!(f.counts().await.failed, 0);
}

pub async fn a_clean_leaves_what_is_young(f: Fixture) {
    failures(&f).await;
    f.add(job("w")).await;
    let hour = Duration::from_secs(3_600);
    for state in [JobState::Failed, JobState::Waiting] {
        let swept = f.queue.clean(&f.name, state, hour, 100, false).await.expect("cleaned");
        assert_eq!(swept, Swept::default());
    }
    assert_eq!(f.ids(&[]).await.len(), 6);
    f.advance(Duration::from_millis(1_100)).await;
    f.add(job("young")).await;
    let second = Duration::from_secs(1);
    for (state, expected) in [(JobState::Failed, 5), (JobState::Waiting, 1)] {
        let dry = f.queue.clean(&f.name, state, second, 100, true).await.expect("told");
        let swept = f.queue.clean(&f.name, state, second, 100, false).await.expect("cleaned");
        assert_eq!((dry.count, swept.count), (expected, expected));
    }
    assert_eq!(f.ids(&[]).await, ["young"]);
}

pub async fn a_dry_clean_only_tells(f: Fixture) {
    failures(&f).await;
    let swept = clean(&f, JobState::Failed, 3, true).await;
    assert_eq!((swept.count, swept.sample), (3, vec!["f0".to_owned(), "f1".into(), "f2".into()]));
    assert_eq!(clean(&f, JobState::Failed, 0, true).await.count, 5);
    assert_eq!(f.counts().await.failed, 5);
}

pub async fn each_state_can_be_cleaned_that_does_not_run(f: Fixture) {
    f.add(job("done")).await;
    f.work_off(&["done"], completing(Value::Null)).await;
    let (gate, worker) = fill(&f).await;
    for state in [JobState::Active, JobState::WaitingChildren] {
        let result = f.queue.clean(&f.name, state, Duration::ZERO, 10, false).await;
        assert_refused!(result, QueueError::Invalid(_));
    }
    let expected: [(JobState, &[&str]); 4] = [
        (JobState::Completed, &["done"]),
        (JobState::Waiting, &["w1", "w2"]),
        (JobState::Prioritized, &["urgent"]),
        (JobState::Delayed, &["late"]),
    ];
    for (state, ids) in expected {
        let dry = clean(&f, state, 10, true).await;
        let swept = clean(&f, state, 10, false).await;
        assert_eq!(swept.sample, ids, "{state}");
        assert_eq!(dry, swept, "{state}");
    }
    assert_eq!(f.ids(&[]).await, ["busy"]);
    gate.open();
    worker.stop().await;
    f.queue.pause(&f.name).await.expect("paused");
    f.add(job("held")).await;
    assert_eq!(clean(&f, JobState::Paused, 10, false).await.sample, ["held"]);
}

pub async fn a_large_queue_is_swept_whole(f: Fixture) {
    let jobs = (0..2_500).map(|n| job(&format!("j{n}"))).collect();
    f.queue.add_bulk(&f.name, jobs).await.expect("added");
    let dry = f.queue.drain(&f.name, true, true).await.expect("told");
    assert_eq!((dry.count, dry.sample.len()), (2_500, 20));
    assert_eq!(clean(&f, JobState::Waiting, 1_100, false).await.count, 1_100);
    assert_eq!(f.ids(&[]).await.first().map(String::as_str), Some("j1100"));
    let swept = f.queue.drain(&f.name, true, false).await.expect("drained");
    assert_eq!((swept.count, swept.sample.len()), (1_400, 20));
    assert!(f.ids(&[]).await.is_empty());
}
