use leadctl::queue::{Backoff, JobQueue, JobState, PageRequest};
use serde_json::{Value, json};

use super::node::{Shared, until};

fn ids(value: &Value) -> Vec<String> {
    let ids = value.as_array().expect("a list").iter();
    ids.map(|id| id.as_str().expect("an id").to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_of_every_kind_that_node_adds_are_done_here() {
    let shared = Shared::new();
    let added = shared.run("produce.mjs", &[]).await;
    let id = |name: &str| added[name].as_str().expect("an id").to_owned();
    let retried = shared.get(&id("retried")).await;
    assert_eq!(retried.options.attempts, 3);
    assert_eq!(retried.options.backoff, Some(Backoff::Fixed { delay: 50, jitter: 0.0 }));
    assert_eq!(shared.get(&id("prioritized")).await.state, JobState::Prioritized);
    assert_eq!(shared.get(&id("parent")).await.state, JobState::WaitingChildren);

    let mut all: Vec<String> =
        ["plain", "named", "delayed", "prioritized", "retried", "parent"].map(id).to_vec();
    all.extend(ids(&added["bulk"]));
    all.extend(ids(&added["children"]));
    shared.work_off(&all.iter().map(String::as_str).collect::<Vec<_>>()).await;
    for id in &all {
        let job = shared.get(id).await;
        assert_eq!(job.state, JobState::Completed, "{job:?}");
        assert_eq!(job.result, Some(json!({"by": "leadctl", "name": job.name, "data": job.data})));
        assert_eq!(job.worker.as_deref(), Some("leadctl-worker"));
    }
    let plain = shared.get(&id("plain")).await;
    assert_eq!(plain.data, json!({"n": 1, "text": "grüß 🦀"}));
    let retried = shared.get(&id("retried")).await;
    assert_eq!((retried.attempts_made, retried.stacktrace.len()), (2, 1));
    // The parent began when its children had ended.
    let parent = shared.get(&id("parent")).await;
    for child in ids(&added["children"]) {
        assert!(shared.get(&child).await.finished_at <= parent.processed_at);
    }
    // Node sees it the same way.
    let seen = shared.run("read.mjs", &[&id("named"), &id("retried")]).await;
    let named = &seen["jobs"]["named"];
    assert_eq!(
        (&named["state"], &named["processedBy"]),
        (&json!("completed"), &json!("leadctl-worker"))
    );
    assert_eq!(named["returnvalue"]["by"], "leadctl");
    assert_eq!(
        (&named["logs"], &named["progress"]),
        (&json!(["done by leadctl"]), &json!({"at": "end"}))
    );
    let retried = &seen["jobs"][id("retried")];
    assert_eq!((&retried["attemptsMade"], &retried["attemptsStarted"]), (&json!(2), &json!(2)));
    assert_eq!(retried["stacktrace"].as_array().map(Vec::len), Some(1), "{retried}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schedule_of_node_goes_on_here_and_there() {
    let shared = Shared::new();
    shared.run("produce.mjs", &[]).await;
    let ticks = async || {
        let page = PageRequest { cursor: None, limit: 1_000 };
        let jobs = shared.ours.list(&shared.name, &[JobState::Completed], page).await;
        let jobs = jobs.expect("an answer").jobs.into_iter();
        jobs.filter(|job| job.schedule_id.as_deref() == Some("ticker")).collect::<Vec<_>>()
    };
    // Twice by us, then by Node, then by us again.
    let mut so_far = 0;
    for turn in ["ours", "node", "ours"] {
        let stop = tokio_util::sync::CancellationToken::new();
        let node = (turn == "node").then(|| shared.start("work.mjs", &[]));
        let ours = (turn == "ours").then(|| {
            let (queue, name, stop) = (shared.ours.clone(), shared.name.clone(), stop.clone());
            let handler = std::sync::Arc::new(super::node::Echo);
            tokio::spawn(async move {
                queue.consume(&name, leadctl::queue::ConsumeOptions::default(), handler, stop).await
            })
        });
        until(&format!("two more ticks are done by {turn}"), async || {
            ticks().await.len() >= so_far + 2
        })
        .await;
        stop.cancel();
        if let Some(ours) = ours {
            ours.await.expect("no panic").expect("it ends well");
        }
        if let Some(node) = node {
            node.end().await;
        }
        so_far = ticks().await.len();
    }
    let done = ticks().await;
    assert!(done.iter().all(|job| job.name == "tick" && job.data == json!({"from": "node"})));
    assert!(done.iter().all(|job| job.options.attempts == 2));
    let mut slots: Vec<&str> = done.iter().filter_map(|job| job.id.rsplit(':').next()).collect();
    slots.sort_unstable();
    slots.dedup();
    assert_eq!(slots.len(), done.len(), "a time had two jobs: {slots:?}");
    let schedules = shared.ours.schedules(Some(&shared.name)).await.expect("an answer");
    assert_eq!(schedules.len(), 1);
    let seen = shared.run("read.mjs", &[]).await;
    let next = schedules[0].next_at.expect("a time").millis();
    assert_eq!(seen["schedulers"][0]["next"], json!(next));
    assert_eq!(seen["counts"]["failed"], 0, "{seen}");
}
