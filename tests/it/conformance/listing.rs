use leadctl::queue::{JobOptions, JobPage, JobState, PageRequest, QueueCounts, QueueError};
use serde_json::Value;

use super::fixture::{Doing, Fixture, completing, failing, failure, job, job_with, options, stuck};
use crate::assert_refused;

pub async fn an_unknown_queue_is_empty(f: Fixture) {
    assert_eq!(f.counts().await, QueueCounts::default());
    assert!(f.list(&[]).await.is_empty());
    assert_eq!(f.queue.get(&f.name, "x").await.expect("an answer"), None);
    assert!(
        f.queue
            .events(&f.name, f.queue.event_cursor(&f.name).await.expect("a cursor"), 10)
            .await
            .expect("an answer")
            .is_empty()
    );
    // Looking does not make it.
    assert!(!f.queue.queues().await.expect("an answer").contains(&f.name));
}

/// Jobs in every state that a queue without flows has: 1 active, 2 that wait, 2 with a priority,
/// 3 delayed, 4 failed, 5 completed.
async fn fill(f: &Fixture) -> (super::fixture::Gate, super::fixture::Worker) {
    let finished: Vec<String> =
        (0..4).map(|n| format!("f{n}")).chain((0..5).map(|n| format!("c{n}"))).collect();
    for id in &finished {
        f.add(job(id)).await;
        let handler = Doing(|active: leadctl::queue::ActiveJob| {
            Box::pin(async move {
                if active.job.id.starts_with('f') { Err(failure("no")) } else { Ok(Value::Null) }
            })
        });
        f.work_off(&[id], handler).await;
    }
    f.add(job("a0")).await;
    let (gate, handler) = stuck();
    let worker =
        f.work(leadctl::queue::ConsumeOptions { concurrency: 1.into(), ..options() }, handler);
    gate.reached().await;
    f.add_all(&["w0", "w1"]).await;
    for n in 0..2 {
        let options = JobOptions { priority: n + 1, ..JobOptions::default() };
        f.add(job_with(&format!("p{n}"), options)).await;
    }
    for n in 0..3_u64 {
        let options = JobOptions { delay: 86_400_000 + n * 1_000, ..JobOptions::default() };
        f.add(job_with(&format!("d{n}"), options)).await;
    }
    (gate, worker)
}

pub async fn counts_follow_the_jobs(f: Fixture) {
    let (gate, worker) = fill(&f).await;
    let counts = f.counts().await;
    for (state, expected) in [
        (JobState::Active, 1),
        (JobState::Waiting, 2),
        (JobState::Prioritized, 2),
        (JobState::Delayed, 3),
        (JobState::Failed, 4),
        (JobState::Completed, 5),
        (JobState::Paused, 0),
        (JobState::WaitingChildren, 0),
    ] {
        assert_eq!(counts.of(state), expected, "{state}");
        assert_eq!(f.ids(&[state]).await.len() as u64, expected, "{state}");
    }
    assert!(!counts.is_paused);
    gate.open();
    worker.stop().await;
}

pub async fn the_oldest_waiting_job_is_told(f: Fixture) {
    f.add(job("first")).await;
    f.advance(std::time::Duration::from_millis(20)).await;
    f.add_all(&["second", "third"]).await;
    let first = f.get("first").await.created_at;
    assert_eq!(f.counts().await.oldest_waiting_at, Some(first));
    f.work_off(&["first", "second", "third"], completing(Value::Null)).await;
    assert_eq!(f.counts().await.oldest_waiting_at, None);
}

pub async fn queues_are_listed_by_name(f: Fixture) {
    let names = ["b", "a", "c"].map(|suffix| format!("{}-{suffix}", f.name));
    for name in &names {
        f.queue.add(name, job("x")).await.expect("added");
    }
    let mut expected = names.to_vec();
    expected.sort_unstable();
    assert_eq!(f.queue.queues().await.expect("an answer"), expected);
}

async fn page(f: &Fixture, cursor: Option<String>, limit: u32) -> JobPage {
    let page = PageRequest { cursor, limit };
    f.queue.list(&f.name, &[], page).await.expect("the queue answers")
}

pub async fn pages_cover_each_job_once_in_order(f: Fixture) {
    let (gate, worker) = fill(&f).await;
    let expected = [
        "a0", "w0", "w1", "p0", "p1", "d0", "d1", "d2", "f3", "f2", "f1", "f0", "c4", "c3", "c2",
        "c1", "c0",
    ];
    for limit in [1, 2, 3, 5, 7, 16, 17, 18] {
        let mut seen = Vec::new();
        let mut cursor = None;
        loop {
            let page = page(&f, cursor, limit).await;
            assert!(page.jobs.len() <= limit as usize);
            seen.extend(page.jobs.into_iter().map(|job| job.id));
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(seen, expected, "pages of {limit}");
    }
    let some = f.ids(&[JobState::Failed, JobState::Waiting]).await;
    assert_eq!(some, ["w0", "w1", "f3", "f2", "f1", "f0"]);
    gate.open();
    worker.stop().await;
}

pub async fn finished_jobs_come_newest_first(f: Fixture) {
    for id in ["b", "c", "a"] {
        f.add(job(id)).await;
        f.work_off(&[id], completing(Value::Null)).await;
    }
    assert_eq!(f.ids(&[JobState::Completed]).await, ["a", "c", "b"]);
}

pub async fn a_cursor_holds_while_jobs_move(f: Fixture) {
    let ids: Vec<String> = (0..10).map(|n| format!("j{n}")).collect();
    let jobs = ids.iter().map(|id| job(id)).collect();
    f.queue.add_bulk(&f.name, jobs).await.expect("added");
    // What was told is taken away, as whoever goes through a list and removes does.
    let first = page(&f, None, 4).await;
    for job in &first.jobs {
        f.queue.remove(&f.name, &job.id).await.expect("removed");
    }
    f.add(job("new")).await;
    let second = page(&f, first.next, 4).await;
    assert_eq!(second.jobs.iter().map(|j| &*j.id).collect::<Vec<_>>(), ["j4", "j5", "j6", "j7"]);
    // One that was told earlier goes; those that were not come all the same.
    f.queue.remove(&f.name, "j5").await.expect("removed");
    let third = page(&f, second.next, 4).await;
    assert_eq!(third.jobs.iter().map(|j| &*j.id).collect::<Vec<_>>(), ["j8", "j9", "new"]);
    assert_eq!(third.next, None);

    f.work_off(&["j4", "j6", "j7", "j8", "j9", "new"], failing(failure("no"))).await;
    let first = page(&f, None, 2).await;
    for job in &first.jobs {
        f.queue.remove(&f.name, &job.id).await.expect("removed");
    }
    let second = page(&f, first.next, 10).await;
    assert_eq!(second.jobs.len(), 4);
    assert!(second.jobs.iter().all(|job| !first.jobs.iter().any(|gone| gone.id == job.id)));
}

pub async fn a_cursor_of_another_kind_is_refused(f: Fixture) {
    f.add(job("x")).await;
    for cursor in ["", "nonsense", "1.2.3", "99999999999999999999.1.1.1", "-1", "0.x"] {
        let page = PageRequest { cursor: Some(cursor.into()), limit: 10 };
        assert_refused!(f.queue.list(&f.name, &[], page).await, QueueError::Invalid(_));
    }
}

pub async fn no_job_waits_for_children_where_there_are_no_flows(f: Fixture) {
    f.add(job("x")).await;
    assert_eq!(f.counts().await.waiting_children, 0);
    assert!(f.list(&[JobState::WaitingChildren]).await.is_empty());
}
