use leadctl::queue::{
    Backoff, JobOptions, JobQueue, JobState, NewJob, NewSchedule, Recurrence, Retention,
    WaitOutcome,
};
use serde_json::json;

use super::node::{PATIENCE, Shared, until};

fn job(name: &str, id: &str, options: JobOptions) -> NewJob {
    NewJob { name: name.into(), data: json!({"id": id}), id: Some(id.into()), options }
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_of_every_kind_that_are_added_here_are_done_by_node() {
    let shared = Shared::new();
    let plain = JobOptions::default;
    let since = shared.ours.event_cursor(&shared.name).await.expect("a cursor");
    let keep_none = Retention { count: Some(0), age_secs: None };
    let backoff = Some(Backoff::Exponential { delay: 50, jitter: 0.5 });
    let jobs = vec![
        job("plain", "first", plain()),
        job("plain", "late", JobOptions { delay: 300, ..plain() }),
        job("plain", "urgent", JobOptions { priority: 2, ..plain() }),
        job("plain", "lifo", JobOptions { lifo: true, ..plain() }),
        job("fails-once", "again", JobOptions { attempts: 3, backoff, ..plain() }),
        job("hopeless", "hopeless", JobOptions { attempts: 9, ..plain() }),
        job("plain", "brief", JobOptions { remove_on_complete: keep_none, ..plain() }),
        NewJob { id: None, ..job("plain", "numbered", plain()) },
    ];
    let added = shared.ours.add_bulk(&shared.name, jobs).await.expect("added");
    let bulk: Vec<NewJob> = (0..100).map(|n| job("bulk", &format!("b{n}"), plain())).collect();
    shared.ours.add_bulk(&shared.name, bulk).await.expect("added");

    let mut worker = shared.start("work.mjs", &[]);
    assert_eq!(worker.hear().await["ready"], true);
    let ids = added.iter().map(|a| a.id.as_str()).filter(|id| *id != "brief");
    for id in ids.clone() {
        shared.finished(id).await;
    }
    for n in 0..100 {
        shared.finished(&format!("b{n}")).await;
    }
    let brief = shared.ours.wait(&shared.name, "brief", since, Some(PATIENCE)).await;
    let result = json!({"by": "node", "data": {"id": "brief"}});
    assert_eq!(brief.expect("an answer"), WaitOutcome::Completed(result));

    for id in ids.filter(|id| *id != "hopeless") {
        let job = shared.get(id).await;
        assert_eq!(job.state, JobState::Completed, "{job:?}");
        assert_eq!(job.result, Some(json!({"by": "node", "data": job.data})));
        assert_eq!(job.worker.as_deref(), Some("node-worker"));
        assert_eq!(job.progress, json!({"at": "end"}));
        let log = shared.ours.logs(&shared.name, id, 0, 10).await.expect("a log");
        assert!(log.lines[0].text.starts_with("done by node"), "{log:?}");
    }
    let again = shared.get("again").await;
    assert_eq!((again.attempts_made, again.stacktrace.len()), (2, 1));
    let hopeless = shared.get("hopeless").await;
    assert_eq!((hopeless.state, hopeless.attempts_made), (JobState::Failed, 1));
    assert_eq!(hopeless.failed_reason.as_deref(), Some("no hope"));
    let said = worker.end().await;
    let times = said.iter().filter(|said| said["id"] == "first").count();
    assert_eq!(times, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schedule_that_is_set_here_is_kept_going_by_node() {
    let shared = Shared::new();
    let schedule = NewSchedule {
        queue: shared.name.clone(),
        id: "ours".into(),
        recurrence: Recurrence::Every { every_ms: 1_000 },
        name: "tick".into(),
        data: json!({"from": "leadctl"}),
        options: JobOptions {
            attempts: 4,
            backoff: Some(Backoff::Fixed { delay: 10, jitter: 0.5 }),
            ..JobOptions::default()
        },
    };
    let made = shared.ours.upsert_schedule(schedule).await.expect("set");
    let now = shared.ours.run_schedule(&shared.name, "ours").await.expect("run");
    let mut worker = shared.start("work.mjs", &[]);
    let mut ticks = Vec::new();
    while ticks.len() < 3 {
        let said = worker.hear().await;
        assert_eq!(said.get("error"), None, "{said}");
        if said["name"] == "tick" {
            assert_eq!(said["data"], json!({"from": "leadctl"}));
            ticks.push(said["id"].as_str().expect("an id").to_owned());
        }
    }
    shared.finished(&now.id).await;
    assert!(ticks.contains(&now.id), "{ticks:?}");
    let first = format!("repeat:ours:{}", made.next_at.expect("a time").millis());
    assert!(ticks.contains(&first), "{ticks:?}");
    until("there is one next job", async || {
        shared.ours.counts(&shared.name).await.expect("an answer").delayed == 1
    })
    .await;
    worker.end().await;
    let seen = shared.run("read.mjs", &[]).await;
    assert_eq!(seen["schedulers"][0]["template"]["opts"]["attempts"], 4, "{seen}");
}
