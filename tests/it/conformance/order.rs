use std::time::Duration;

use leadctl::queue::{ConsumeOptions, JobOptions, JobState, QueueError};
use serde_json::Value;

use super::fixture::{Diary, Fixture, completing, job, job_with, options, until};
use crate::assert_refused;

/// The order in which the jobs run, one after the other, which must be that of the list as well.
async fn order_of(f: &Fixture) -> Vec<String> {
    let listed = f.ids(&[]).await;
    let diary = Diary::default();
    let worker = f.work(ConsumeOptions { concurrency: 1.into(), ..options() }, diary.handler());
    until("all jobs have run", async || diary.read().len() == listed.len()).await;
    worker.stop().await;
    assert_eq!(diary.read(), listed);
    listed
}

fn urgent(id: &str, priority: u32) -> leadctl::queue::NewJob {
    job_with(id, JobOptions { priority, ..JobOptions::default() })
}

fn delayed(id: &str, delay: u64) -> leadctl::queue::NewJob {
    job_with(id, JobOptions { delay, ..JobOptions::default() })
}

pub async fn first_come_first_served(f: Fixture) {
    f.add_all(&["c", "a"]).await;
    f.add_all(&["d", "b"]).await;
    assert_eq!(order_of(&f).await, ["c", "a", "d", "b"]);
}

pub async fn lifo_goes_before_all_others(f: Fixture) {
    let lifo = |id| job_with(id, JobOptions { lifo: true, ..JobOptions::default() });
    f.add_all(&["a", "b"]).await;
    f.add(lifo("c")).await;
    f.queue.add_bulk(&f.name, vec![job("d"), lifo("e"), lifo("f")]).await.expect("added");
    assert_eq!(order_of(&f).await, ["f", "e", "c", "a", "b", "d"]);
}

pub async fn lower_priorities_run_first_and_none_at_all_before_them(f: Fixture) {
    let jobs = vec![urgent("p5", 5), urgent("p1", 1), job("plain"), urgent("p5-later", 5)];
    f.queue.add_bulk(&f.name, jobs).await.expect("added");
    f.add(urgent("p1-later", 1)).await;
    f.add(urgent("last", leadctl::queue::MAX_PRIORITY)).await;
    assert_eq!(f.get("p5").await.state, JobState::Prioritized);
    assert_eq!(f.get("p5").await.options.priority, 5);
    assert_eq!(f.ids(&[JobState::Waiting]).await, ["plain"]);
    assert_eq!(order_of(&f).await, ["plain", "p1", "p1-later", "p5", "p5-later", "last"]);
}

pub async fn a_delayed_job_waits_for_its_time(f: Fixture) {
    f.add(delayed("soon", 400)).await;
    f.add(delayed("never", 86_400_000)).await;
    let waits = f.get("soon").await;
    assert_eq!(waits.state, JobState::Delayed);
    assert_eq!(waits.options.delay, 400);
    let due = waits.created_at.plus(Duration::from_millis(400));
    assert_eq!(waits.run_at, Some(due));
    let worker = f.work(options(), completing(Value::Null));
    let done = f.until("soon", JobState::Completed).await;
    assert!(done.processed_at >= Some(due), "it began at {:?}, before {due}", done.processed_at);
    assert_eq!(done.run_at, None);
    assert_eq!(f.get("never").await.state, JobState::Delayed);
    worker.stop().await;
}

pub async fn a_delayed_job_keeps_its_priority(f: Fixture) {
    f.add(job_with("late", JobOptions { delay: 86_400_000, priority: 3, ..JobOptions::default() }))
        .await;
    f.add(urgent("p4", 4)).await;
    f.queue.promote(&f.name, "late").await.expect("promoted");
    assert_eq!(f.get("late").await.state, JobState::Prioritized);
    assert_eq!(order_of(&f).await, ["late", "p4"]);
}

pub async fn promotion_ends_a_delay(f: Fixture) {
    f.add(delayed("late", 86_400_000)).await;
    f.add(job("first")).await;
    f.queue.promote(&f.name, "late").await.expect("promoted");
    let job = f.get("late").await;
    assert_eq!((job.state, job.run_at), (JobState::Waiting, None));
    assert_eq!(order_of(&f).await, ["first", "late"]);
}

pub async fn only_delayed_jobs_can_be_promoted(f: Fixture) {
    f.add(job("waits")).await;
    let result = f.queue.promote(&f.name, "waits").await;
    assert_refused!(result, QueueError::WrongState { state: JobState::Waiting, .. });
    assert_eq!(f.get("waits").await.state, JobState::Waiting);
}
