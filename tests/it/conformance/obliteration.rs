use leadctl::queue::{
    ConsumeOptions, JobOptions, NewSchedule, QueueCounts, QueueError, Recurrence,
};
use serde_json::Value;

use super::fixture::{Fixture, completing, failing, failure, job, job_with, options, stuck};
use crate::assert_refused;

fn schedule(f: &Fixture) -> NewSchedule {
    NewSchedule {
        queue: f.name.clone(),
        id: "hourly".into(),
        recurrence: Recurrence::Every { every_ms: 3_600_000 },
        name: "test".into(),
        data: Value::Null,
        options: JobOptions::default(),
    }
}

pub async fn nothing_is_left_of_an_obliterated_queue(f: Fixture) {
    f.add_all(&["done"]).await;
    f.work_off(&["done"], completing(Value::Null)).await;
    f.add_all(&["lost"]).await;
    f.work_off(&["lost"], failing(failure("no"))).await;
    f.queue.append_log(&f.name, "lost", "a line").await.expect("logged");
    f.add_all(&["w1", "w2"]).await;
    f.add(job_with("urgent", JobOptions { priority: 1, ..JobOptions::default() })).await;
    f.add(job_with("late", JobOptions { delay: 86_400_000, ..JobOptions::default() })).await;
    f.queue.upsert_schedule(schedule(&f)).await.expect("a schedule");
    f.queue.pause(&f.name).await.expect("paused");
    let bystander = format!("{}-bystander", f.name);
    f.queue.add(&bystander, job("stays")).await.expect("added");

    let removed = f.queue.obliterate(&f.name, false).await.expect("obliterated");
    assert_eq!(removed, 7, "six jobs and that of the schedule");
    assert_eq!(f.counts().await, QueueCounts::default());
    assert!(f.ids(&[]).await.is_empty() && !f.exists("lost").await);
    assert!(f.queue.schedules(Some(&f.name)).await.expect("schedules").is_empty());
    let names = f.queue.queues().await.expect("names");
    assert!(names.contains(&bystander) && !names.contains(&f.name), "{names:?}");
    assert!(f.queue.get(&bystander, "stays").await.expect("an answer").is_some());

    f.add_all(&["done"]).await;
    f.work_off(&["done"], completing(Value::Null)).await;
    assert_eq!(f.ids(&[]).await, ["done"], "the queue can be used again");
}

pub async fn a_queue_at_work_is_obliterated_by_force_alone(f: Fixture) {
    f.add(job("busy")).await;
    let (gate, handler) = stuck();
    let worker = f.work(ConsumeOptions { concurrency: 1.into(), ..options() }, handler);
    gate.reached().await;
    f.add(job("waiting")).await;
    let refused = f.queue.obliterate(&f.name, false).await;
    assert_refused!(refused, QueueError::Busy { active: 1, .. });
    assert_eq!(f.ids(&[]).await, ["busy", "waiting"], "nothing is removed by half");
    assert!(!f.counts().await.is_paused);
    assert_eq!(f.queue.obliterate(&f.name, true).await.expect("obliterated"), 2);
    assert!(f.ids(&[]).await.is_empty());
    gate.open();
    worker.stop().await;
    assert!(!f.exists("busy").await, "what its worker tells is not kept");
}

pub async fn an_unknown_queue_is_obliterated_at_once(f: Fixture) {
    assert_eq!(f.queue.obliterate("no-such-queue", false).await.expect("nothing to do"), 0);
}
