use leadctl::queue::{ActiveJob, EventCursor, EventKind, QueueError};
use serde_json::{Value, json};

use super::fixture::{Doing, Fixture, job};
use crate::assert_refused;

pub async fn progress_is_kept_and_told(f: Fixture) {
    f.add(job("far")).await;
    assert!(matches!(f.get("far").await.progress, Value::Null | Value::Number(_)));
    for progress in [json!(50), json!("half"), json!({"read": 3, "of": [1, 2]})] {
        f.queue.set_progress(&f.name, "far", progress.clone()).await.expect("told");
        assert_eq!(f.get("far").await.progress, progress);
    }
    let events = f.queue.events(&f.name, EventCursor::default(), 100).await.expect("events");
    let told: Vec<&Value> =
        events.iter().filter(|e| e.kind == EventKind::Progress).map(|e| &e.data).collect();
    assert_eq!(told, [&json!(50), &json!("half"), &json!({"read": 3, "of": [1, 2]})]);
}

pub async fn log_lines_are_numbered_and_paged(f: Fixture) {
    f.add(job("wordy")).await;
    for n in 0..5 {
        f.queue.append_log(&f.name, "wordy", &format!("line {n}")).await.expect("logged");
    }
    let read = async |from, limit| {
        let page = f.queue.logs(&f.name, "wordy", from, limit).await.expect("a log");
        assert_eq!(page.total, 5);
        page.lines.into_iter().map(|line| (line.number, line.text)).collect::<Vec<_>>()
    };
    let line = |n: u64| (n, format!("line {n}"));
    assert_eq!(read(0, 100).await, (0..5).map(line).collect::<Vec<_>>());
    assert_eq!(read(0, 2).await, [line(0), line(1)]);
    assert_eq!(read(2, 2).await, [line(2), line(3)]);
    assert_eq!(read(4, 2).await, [line(4)]);
    assert!(read(5, 2).await.is_empty());
}

pub async fn reports_of_a_job_that_is_gone_are_refused(f: Fixture) {
    for _ in 0..2 {
        let missing = f.queue.append_log(&f.name, "gone", "x").await;
        assert_refused!(missing, QueueError::NoSuchJob { .. });
        let missing = f.queue.set_progress(&f.name, "gone", json!(1)).await;
        assert_refused!(missing, QueueError::NoSuchJob { .. });
        let missing = f.queue.logs(&f.name, "gone", 0, 10).await;
        assert_refused!(missing, QueueError::NoSuchJob { .. });
        f.add(job("other")).await;
    }
    let large = json!("x".repeat(100_000));
    let refused = f.queue.set_progress(&f.name, "other", large).await;
    assert_refused!(refused, QueueError::Invalid(_));
}

pub async fn a_handler_reports_through_its_job(f: Fixture) {
    f.add(job("told")).await;
    let handler = Doing(|active: ActiveJob| {
        Box::pin(async move {
            active.report.log("reading").await.expect("logged");
            active.report.progress(json!({"done": 1})).await.expect("told");
            active.report.log("done").await.expect("logged");
            Ok(json!(active.job.data["id"]))
        })
    });
    f.work_off(&["told"], handler).await;
    let done = f.get("told").await;
    assert_eq!((done.progress, done.result), (json!({"done": 1}), Some(json!("told"))));
    let log = f.queue.logs(&f.name, "told", 0, 10).await.expect("a log");
    assert_eq!(log.lines.iter().map(|l| &*l.text).collect::<Vec<_>>(), ["reading", "done"]);
}
