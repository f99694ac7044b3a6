use leadctl::queue::{Backoff, JobQueue, JobState, PageRequest, QueueError, Recurrence};
use serde_json::json;

use super::node::{Shared, until};

async fn ids(shared: &Shared, state: JobState) -> Vec<String> {
    let page = PageRequest { cursor: None, limit: 100 };
    let jobs = shared.ours.list(&shared.name, &[state], page).await.expect("an answer").jobs;
    jobs.into_iter().map(|job| job.id).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_queue_that_only_node_has_written_can_be_read() {
    let shared = Shared::new();
    shared.run("fill.mjs", &[]).await;
    let counts = shared.ours.counts(&shared.name).await.expect("an answer");
    assert!(counts.is_paused);
    assert_eq!((counts.waiting, counts.paused, counts.prioritized), (0, 3, 1));
    assert_eq!((counts.delayed, counts.waiting_children), (2, 1));
    assert_eq!((counts.completed, counts.failed, counts.active), (3, 2, 0));
    let queues = shared.ours.queues().await.expect("an answer");
    assert_eq!(queues, [shared.name.clone(), format!("{}-children", shared.name)]);

    assert_eq!(ids(&shared, JobState::Paused).await, ["w1", "w2", "w3"]);
    assert_eq!(ids(&shared, JobState::WaitingChildren).await, ["parent"]);
    assert_eq!(ids(&shared, JobState::Prioritized).await, ["urgent"]);
    assert_eq!(ids(&shared, JobState::Delayed).await.len(), 2);
    let bad = shared.get("bad-1").await;
    assert_eq!((bad.state, bad.attempts_made), (JobState::Failed, 1));
    assert_eq!(bad.failed_reason.as_deref(), Some("bad-1 went wrong"));
    assert!(bad.stacktrace[0].contains("at Worker"), "{:?}", bad.stacktrace);
    let good = shared.get("good-2").await;
    assert_eq!((good.result, good.data), (Some(json!({"ok": "good-2"})), json!({"n": 2})));
    let log = shared.ours.logs(&shared.name, "good-2", 0, 10).await.expect("a log");
    assert_eq!((log.total, log.lines[0].text.as_str()), (1, "a line"));

    let schedules = shared.ours.schedules(Some(&shared.name)).await.expect("an answer");
    let nightly = &schedules[0];
    let tz = Some("Europe/Berlin".to_owned());
    assert_eq!(nightly.recurrence, Recurrence::Cron { pattern: "0 3 * * *".into(), tz });
    assert_eq!((nightly.name.as_str(), &nightly.data), ("night", &json!({"sweep": true})));
    assert_eq!(nightly.options.attempts, 4);
    let backoff = Backoff::Exponential { delay: 1_000, jitter: 0.0 };
    assert_eq!(nightly.options.backoff, Some(backoff));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_queue_that_only_node_has_written_can_be_changed() {
    let shared = Shared::new();
    shared.run("fill.mjs", &[]).await;
    let (queue, name) = (&shared.ours, shared.name.as_str());
    queue.retry(name, "bad-1").await.expect("retried");
    queue.promote(name, "late").await.expect("promoted");
    queue.remove(name, "w2").await.expect("removed");
    let next = ids(&shared, JobState::Delayed).await;
    let refused = queue.remove(name, &next[0]).await;
    assert!(matches!(refused, Err(QueueError::WrongState { .. })), "{refused:?}");
    queue.run_schedule(name, "nightly").await.expect("run");
    queue.resume(name).await.expect("resumed");
    let seen = shared.run("read.mjs", &["bad-1", "late", "w2"]).await;
    assert_eq!(seen["paused"], false);
    assert_eq!(seen["jobs"]["bad-1"]["state"], "waiting");
    assert_eq!(seen["jobs"]["bad-1"]["attemptsMade"], 0);
    assert_eq!(
        (&seen["jobs"]["late"]["state"], &seen["jobs"]["w2"]),
        (&json!("waiting"), &json!(null))
    );

    // Node goes on with it.
    let worker = shared.start("work.mjs", &[]);
    for id in ["bad-1", "late", "w1", "w3", "urgent"] {
        shared.finished(id).await;
        assert_eq!(shared.get(id).await.state, JobState::Completed);
    }
    until("nothing waits", async || {
        let counts = queue.counts(name).await.expect("an answer");
        counts.waiting + counts.active == 0
    })
    .await;
    worker.end().await;
    let zero = std::time::Duration::ZERO;
    let swept = queue.clean(name, JobState::Failed, zero, 0, false).await.expect("cleaned");
    assert_eq!(swept.sample, ["bad-2"]);
    assert!(queue.remove_schedule(name, "nightly").await.expect("removed"));
    let seen = shared.run("read.mjs", &["bad-2"]).await;
    assert_eq!((&seen["schedulers"], &seen["jobs"]["bad-2"]), (&json!([]), &json!(null)));
    assert_eq!((&seen["counts"]["failed"], &seen["counts"]["delayed"]), (&json!(0), &json!(0)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_of_ours_is_seen_by_node() {
    let shared = Shared::new();
    let stop = tokio_util::sync::CancellationToken::new();
    let (queue, name, stopped) = (shared.ours.clone(), shared.name.clone(), stop.clone());
    let worker = tokio::spawn(async move {
        let options = leadctl::queue::ConsumeOptions {
            worker: "ours-1".into(),
            ..leadctl::queue::ConsumeOptions::default()
        };
        queue.consume(&name, options, std::sync::Arc::new(super::node::Echo), stopped).await
    });
    until("Node sees the worker", async || {
        let seen = shared.run("read.mjs", &[]).await["workers"].clone();
        let names: Vec<String> = serde_json::from_value(seen).expect("a list of names");
        matches!(&names[..], [name] if name.ends_with(":w:ours-1"))
    })
    .await;
    stop.cancel();
    worker.await.expect("no panic").expect("it ends well");
}
