use leadctl::queue::{JobOptions, JobQueue, JobState, NewJob};
use serde_json::{Value, json};

use super::node::{Shared, until};

#[tokio::test(flavor = "multi_thread")]
async fn bull_board_shows_and_changes_a_queue_of_ours() {
    let shared = Shared::new();
    let job = |name: &str, id: &str, delay| NewJob {
        name: name.into(),
        data: json!({"id": id}),
        id: Some(id.into()),
        options: JobOptions { delay, ..JobOptions::default() },
    };
    let jobs =
        vec![job("plain", "good", 0), job("hopeless", "bad", 0), job("plain", "late", 86_400_000)];
    shared.ours.add_bulk(&shared.name, jobs).await.expect("added");
    shared.work_off(&["good", "bad"]).await;

    let mut board = shared.start("board.mjs", &[]);
    let url = board.hear().await["url"].as_str().expect("an address").to_owned();
    let show = async |status: &str| {
        let url = format!("{url}/api/queues?activeQueue={}&status={status}&page=1", shared.name);
        let answer = reqwest::get(url).await.expect("an answer");
        let answer: Value = answer.json().await.expect("JSON");
        answer["queues"][0].clone()
    };
    let queue = show("failed").await;
    assert_eq!((&queue["name"], &queue["isPaused"]), (&json!(shared.name), &json!(false)));
    let counts = &queue["counts"];
    assert_eq!(
        (&counts["completed"], &counts["failed"], &counts["delayed"]),
        (&json!(1), &json!(1), &json!(1))
    );
    let bad = &queue["jobs"][0];
    assert_eq!((&bad["id"], &bad["failedReason"]), (&json!("bad"), &json!("no hope")));
    assert_eq!(bad["stacktrace"][0], "attempt 1: no hope", "{bad}");
    let good = show("completed").await["jobs"][0].clone();
    assert_eq!(good["returnValue"]["by"], "leadctl", "{good}");
    assert_eq!(good["processedBy"].as_str().unwrap_or("leadctl-worker"), "leadctl-worker");

    // Its buttons work on our jobs.
    let client = reqwest::Client::new();
    for (id, button) in [("bad", "retry"), ("late", "promote")] {
        let url = format!("{url}/api/queues/{}/{id}/{button}", shared.name);
        let answer = client.put(url).send().await.expect("an answer");
        assert!(answer.status().is_success(), "{button}: {answer:?}");
        until(&format!("{id} waits"), async || shared.get(id).await.state == JobState::Waiting)
            .await;
    }
    board.end().await;
}
