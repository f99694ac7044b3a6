use leadctl::queue::{EventCursor, EventKind, JobOptions, QueueError, QueueEvent};
use serde_json::json;

use super::fixture::{Fixture, completing, failing, failure, job, job_with};
use crate::assert_refused;

async fn after(f: &Fixture, cursor: &EventCursor, limit: u32) -> Vec<QueueEvent> {
    f.queue.events(&f.name, cursor.clone(), limit).await.expect("the queue answers")
}

fn kinds(events: &[QueueEvent], id: &str) -> Vec<EventKind> {
    events.iter().filter(|e| e.job_id.as_deref() == Some(id)).map(|e| e.kind).collect()
}

pub async fn events_tell_the_life_of_a_job_in_order(f: Fixture) {
    f.add(job("plain")).await;
    f.add(job_with("late", JobOptions { delay: 86_400_000, ..JobOptions::default() })).await;
    f.queue.promote(&f.name, "late").await.expect("promoted");
    f.work_off(&["plain", "late"], completing(json!({"n": 1}))).await;
    f.queue.remove(&f.name, "plain").await.expect("removed");
    let events = after(&f, &EventCursor::default(), 1_000).await;
    let plain = [
        EventKind::Added,
        EventKind::Waiting,
        EventKind::Active,
        EventKind::Completed,
        EventKind::Removed,
    ];
    assert_eq!(kinds(&events, "plain"), plain);
    let late = [
        EventKind::Added,
        EventKind::Delayed,
        EventKind::Waiting,
        EventKind::Active,
        EventKind::Completed,
    ];
    assert_eq!(kinds(&events, "late"), late);
    assert!(events.windows(2).all(|pair| pair[0].at <= pair[1].at));
    let done = events.iter().find(|e| e.kind == EventKind::Completed).expect("one");
    assert_eq!(done.data, json!({"n": 1}));
}

pub async fn a_cursor_goes_on_where_it_was(f: Fixture) {
    f.add(job("before")).await;
    let cursor = f.queue.event_cursor(&f.name).await.expect("a cursor");
    assert!(after(&f, &cursor, 100).await.is_empty());
    f.add_all(&["a", "b", "c"]).await;
    let all = after(&f, &cursor, 100).await;
    assert!(all.iter().all(|e| e.job_id.as_deref() != Some("before")), "{all:?}");
    // One at a time comes to the same.
    let mut single = Vec::new();
    let mut at = cursor;
    loop {
        let next = after(&f, &at, 1).await;
        let Some(event) = next.into_iter().next() else { break };
        at = event.cursor.clone();
        single.push(event);
    }
    assert_eq!(single, all);
    assert_eq!(at, f.queue.event_cursor(&f.name).await.expect("a cursor"));
}

pub async fn a_cursor_of_another_kind_is_refused(f: Fixture) {
    f.add(job("x")).await;
    for cursor in ["nonsense", "1-2-3", "-", "$"] {
        let result = f.queue.events(&f.name, EventCursor(cursor.into()), 10).await;
        assert_refused!(result, QueueError::Invalid(_));
    }
}

pub async fn failures_are_told_with_their_reason(f: Fixture) {
    f.add(job_with("bad", JobOptions { attempts: 2, ..JobOptions::default() })).await;
    f.work_off(&["bad"], failing(failure("it broke"))).await;
    let events = after(&f, &EventCursor::default(), 100).await;
    let expected = [
        EventKind::Added,
        EventKind::Waiting,
        EventKind::Active,
        EventKind::Waiting,
        EventKind::Active,
        EventKind::Failed,
    ];
    assert_eq!(kinds(&events, "bad"), expected);
    let failed = events.iter().find(|e| e.kind == EventKind::Failed).expect("one");
    assert_eq!(failed.data, json!("it broke"));
}

pub async fn pausing_is_told(f: Fixture) {
    f.queue.pause(&f.name).await.expect("paused");
    f.queue.resume(&f.name).await.expect("resumed");
    let events = after(&f, &EventCursor::default(), 100).await;
    let told: Vec<_> = events.iter().map(|e| (e.kind, e.job_id.clone())).collect();
    assert_eq!(told, [(EventKind::Paused, None), (EventKind::Resumed, None)]);
}
