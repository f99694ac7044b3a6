use leadctl::queue::{Backoff, JobOptions, JobState, NewJob, QueueError, Retention};
use serde_json::json;

use super::fixture::{Fixture, completing, job, job_with};
use crate::assert_refused;

pub async fn a_job_is_kept_as_it_was_given(f: Fixture) {
    let options = JobOptions {
        attempts: 3,
        backoff: Some(Backoff::Exponential { delay: 250, jitter: 0.5 }),
        remove_on_complete: Retention { count: Some(100), age_secs: None },
        remove_on_fail: Retention { count: Some(7), age_secs: Some(86_400) },
        ..JobOptions::default()
    };
    let data = json!({"campaign": "c1", "deep": [1, 2.5, {"x": null}], "text": "grüß 🦀 \"dich\""});
    let new = NewJob {
        name: "lead".into(),
        data: data.clone(),
        id: Some("first".into()),
        options: options.clone(),
    };
    let added = f.add(new).await;
    assert_eq!(added.id, "first");
    assert!(!added.existed);

    let job = f.get("first").await;
    assert_eq!(
        (job.queue.as_str(), job.id.as_str(), job.name.as_str()),
        (&*f.name, "first", "lead")
    );
    assert_eq!(job.state, JobState::Waiting);
    assert_eq!(job.data, data);
    assert_eq!(job.options, options);
    assert_eq!((job.attempts_made, job.attempts_started, job.stalled_count), (0, 0, 0));
    assert_eq!((&job.result, &job.failed_reason, &job.worker), (&None, &None, &None));
    assert_eq!((job.run_at, job.processed_at, job.finished_at), (None, None, None));
    assert_eq!((job.schedule_id, job.stacktrace.len()), (None, 0));
    let age = chrono::Utc::now().timestamp_millis() - job.created_at.millis();
    assert!((0..30_000).contains(&age), "created {age} ms ago");
}

pub async fn jobs_without_an_id_get_one_each(f: Fixture) {
    let nameless = || NewJob { id: None, ..job("x") };
    let first = f.add(nameless()).await;
    let bulk = f.queue.add_bulk(&f.name, vec![nameless(), nameless()]).await.expect("added");
    let mut ids: Vec<String> = bulk.into_iter().map(|added| added.id).collect();
    ids.push(first.id);
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 3);
    assert!(ids.iter().all(|id| !id.is_empty() && !id.contains(':')), "{ids:?}");
    assert_eq!(f.counts().await.waiting, 3);
}

pub async fn the_same_id_twice_is_one_job(f: Fixture) {
    assert!(!f.add(job("once")).await.existed);
    let second = NewJob { data: json!("another"), name: "other".into(), ..job("once") };
    let second = f.add(second).await;
    assert_eq!(second.id, "once");
    assert!(second.existed);
    let kept = f.get("once").await;
    assert_eq!((kept.name.as_str(), kept.data), ("test", json!({"id": "once"})));
    assert_eq!(f.counts().await.waiting, 1);
}

pub async fn the_same_id_from_many_at_once_is_one_job(f: Fixture) {
    let adds = (0..20).map(|_| f.add(job("wanted")));
    let answers = futures::future::join_all(adds).await;
    assert_eq!(answers.iter().filter(|added| !added.existed).count(), 1);
    assert_eq!(f.counts().await.waiting, 1);
}

pub async fn an_id_stays_taken_when_its_job_has_finished(f: Fixture) {
    f.add(job("done")).await;
    f.work_off(&["done"], completing(json!(1))).await;
    assert!(f.add(job("done")).await.existed);
    assert_eq!(f.get("done").await.state, JobState::Completed);
    assert_eq!(f.counts().await.waiting, 0);
    f.queue.remove(&f.name, "done").await.expect("removed");
    assert!(!f.add(job("done")).await.existed);
}

pub async fn bulk_answers_come_in_order(f: Fixture) {
    f.add(job("job-500")).await;
    let jobs: Vec<NewJob> = (0..1_200).map(|n| job(&format!("job-{n}"))).collect();
    let ids: Vec<String> = jobs.iter().filter_map(|job| job.id.clone()).collect();
    let answers = f.queue.add_bulk(&f.name, jobs).await.expect("added");
    assert_eq!(answers.iter().map(|a| a.id.clone()).collect::<Vec<_>>(), ids);
    let existed: Vec<&str> = answers.iter().filter(|a| a.existed).map(|a| &*a.id).collect();
    assert_eq!(existed, ["job-500"]);
    let listed = f.ids(&[JobState::Waiting]).await;
    let expected: Vec<String> = std::iter::once("job-500".to_owned())
        .chain(ids.into_iter().filter(|id| id != "job-500"))
        .collect();
    assert_eq!(listed, expected);
    assert!(f.queue.add_bulk(&f.name, Vec::new()).await.expect("nothing to do").is_empty());
}

pub async fn duplicates_inside_one_bulk_are_told(f: Fixture) {
    let jobs = ["a", "b", "a", "c", "b", "a"].map(job).to_vec();
    let answers = f.queue.add_bulk(&f.name, jobs).await.expect("added");
    let answers: Vec<(&str, bool)> = answers.iter().map(|a| (&*a.id, a.existed)).collect();
    let expected =
        [("a", false), ("b", false), ("a", true), ("c", false), ("b", true), ("a", true)];
    assert_eq!(answers, expected);
    assert_eq!(f.ids(&[]).await, ["a", "b", "c"]);
}

pub async fn ids_that_would_clash_are_refused(f: Fixture) {
    for id in ["", "12", "007", "a:b", ":", "wait", "meta", "events", &"x".repeat(300)] {
        let result = f.queue.add(&f.name, job(id)).await;
        assert_refused!(result, QueueError::Invalid(_));
    }
    // One that is refused keeps the others out too.
    let mixed = vec![job("good"), job("a:b")];
    assert_refused!(f.queue.add_bulk(&f.name, mixed).await, QueueError::Invalid(_));
    assert!(f.ids(&[]).await.is_empty());
    // What is not a job cannot be read as one.
    f.add(job("good")).await;
    for id in ["wait", "meta", "events"] {
        assert!(!f.exists(id).await, "{id} is told as a job");
    }
}

pub async fn options_out_of_range_are_refused(f: Fixture) {
    let options = |change: fn(&mut JobOptions)| {
        let mut options = JobOptions::default();
        change(&mut options);
        job_with("refused", options)
    };
    let wrong = [
        options(|o| o.priority = leadctl::queue::MAX_PRIORITY + 1),
        options(|o| o.attempts = 0),
        options(|o| o.delay = u64::MAX),
        NewJob { name: String::new(), ..job("refused") },
        NewJob { name: "n".repeat(300), ..job("refused") },
        NewJob { data: json!("x".repeat(1024 * 1024)), ..job("refused") },
    ];
    for job in wrong {
        assert_refused!(f.queue.add(&f.name, job).await, QueueError::Invalid(_));
    }
    assert!(f.ids(&[]).await.is_empty());
    f.add(options(|o| o.priority = leadctl::queue::MAX_PRIORITY)).await;
}

pub async fn names_of_queues_are_checked(f: Fixture) {
    for name in ["", "a:b", &"q".repeat(300)] {
        assert_refused!(f.queue.add(name, job("x")).await, QueueError::Invalid(_));
        assert_refused!(f.queue.pause(name).await, QueueError::Invalid(_));
    }
}
