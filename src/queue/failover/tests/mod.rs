mod faults;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::{Failover, FailoverOptions};
use crate::clock::{SharedClock, SystemClock};
use crate::db::Db;
use crate::queue::*;
use faults::{Faulty, Mode};

const QUEUE: &str = "q";
/// Longest wait for anything that must happen.
const PATIENCE: Duration = Duration::from_secs(30);

struct House {
    failover: Failover,
    primary: Faulty,
    runs: Arc<Runs>,
    _dirs: [tempfile::TempDir; 2],
}

/// Counts how often each job ran to completion.
#[derive(Default)]
struct Runs {
    completed: Mutex<HashMap<String, u32>>,
    takes: Duration,
}

impl Runs {
    fn of(&self, id: &str) -> u32 {
        self.completed.lock().unwrap().get(id).copied().unwrap_or(0)
    }

    fn all(&self) -> usize {
        self.completed.lock().unwrap().len()
    }

    fn twice(&self) -> Vec<String> {
        let runs = self.completed.lock().unwrap();
        runs.iter().filter(|(_, n)| **n > 1).map(|(id, n)| format!("{id}: {n}")).collect()
    }
}

struct Counting(Arc<Runs>);

#[async_trait]
impl Handler for Counting {
    async fn run(&self, active: ActiveJob) -> Result<Value, JobFailure> {
        tokio::select! {
            () = tokio::time::sleep(self.0.takes) => {}
            () = active.cancelled.cancelled() => {
                let reason = "cancelled".into();
                return Err(JobFailure { reason, causes: Vec::new(), retryable: Retryable::Yes });
            }
        }
        *self.0.completed.lock().unwrap().entry(active.job.id.clone()).or_default() += 1;
        Ok(json!(active.job.id))
    }
}

fn quick() -> FailoverOptions {
    FailoverOptions {
        add_limit: Duration::from_millis(300),
        call_limit: Duration::from_millis(300),
        trial_every: Duration::from_millis(200),
        pulse_every: Duration::from_millis(30),
        guard_every: Duration::from_millis(30),
        settle: Duration::from_millis(150),
        ..FailoverOptions::default()
    }
}

async fn house(takes: Duration) -> House {
    let clock: SharedClock = SystemClock::shared();
    let dirs = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let primary = Faulty::new(Db::open(dirs[0].path()).await.unwrap(), clock.clone());
    let db = Db::open(dirs[1].path()).await.unwrap();
    let pulse = Arc::new(primary.clone());
    let failover = Failover::new(Arc::new(primary.clone()), pulse, db, clock, quick());
    let runs = Arc::new(Runs { takes, ..Runs::default() });
    House { failover, primary, runs, _dirs: dirs }
}

impl House {
    fn work(&self) -> (CancellationToken, JoinHandle<Result<(), QueueError>>) {
        let stop = CancellationToken::new();
        let (failover, stopped) = (self.failover.clone(), stop.clone());
        let handler = Arc::new(Counting(Arc::clone(&self.runs)));
        let options = ConsumeOptions {
            concurrency: 10.into(),
            lock: Duration::from_millis(600),
            stalled_interval: Duration::from_millis(200),
            max_stalled: 100,
            drain: PATIENCE,
            ..ConsumeOptions::default()
        };
        let task =
            tokio::spawn(async move { failover.consume(QUEUE, options, handler, stopped).await });
        (stop, task)
    }

    async fn add(&self, id: &str) -> Added {
        self.failover.add(QUEUE, job(id)).await.unwrap()
    }

    async fn degraded(&self) -> Option<Degraded> {
        self.failover.degraded().await.unwrap()
    }

    async fn until_well(&self) {
        until("all is well again", async || {
            self.degraded().await.is_none() && !self.failover.inner.book.is_guarded().await.unwrap()
        })
        .await;
    }
}

fn job(id: &str) -> NewJob {
    NewJob {
        name: "test".into(),
        data: json!({"id": id}),
        id: Some(id.into()),
        options: JobOptions { attempts: 3, ..JobOptions::default() },
    }
}

fn jobs(range: std::ops::Range<u32>) -> Vec<NewJob> {
    range.map(|n| job(&format!("job-{n}"))).collect()
}

async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !holds().await {
        assert!(Instant::now() < deadline, "it did not come about that {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

async fn stop(worker: (CancellationToken, JoinHandle<Result<(), QueueError>>)) {
    worker.0.cancel();
    tokio::time::timeout(PATIENCE, worker.1).await.expect("in time").unwrap().unwrap();
}

#[tokio::test]
async fn what_is_added_while_the_primary_is_away_is_kept_and_told() {
    let house = house(Duration::ZERO).await;
    assert_eq!(house.degraded().await, None);
    assert!(!house.add("before").await.spooled);
    house.primary.set(Mode::Down);
    let nameless = NewJob { id: None, ..job("x") };
    let added = house.failover.add(QUEUE, nameless).await.unwrap();
    assert!(added.spooled && added.id.len() == 32);
    assert!(house.add("during").await.spooled);
    let degraded = house.degraded().await.unwrap();
    assert_eq!(degraded.spooled, 2);
    assert!(degraded.reason.contains("refused"), "{}", degraded.reason);
    assert_eq!(house.failover.counts(QUEUE).await.unwrap().ready() + 1, 2);
    // Nobody can say that it is not there.
    let unknown = house.failover.get(QUEUE, "before").await;
    assert!(matches!(unknown, Err(QueueError::Unreachable(_))), "{unknown:?}");
    assert!(house.failover.get(QUEUE, "during").await.unwrap().is_some());
}

#[tokio::test]
async fn the_spool_is_worked_off_while_the_primary_is_away() {
    let house = house(Duration::ZERO).await;
    house.primary.set(Mode::Down);
    let worker = house.work();
    house.failover.add_bulk(QUEUE, jobs(0..50)).await.unwrap();
    let waited =
        house.failover.wait(QUEUE, "job-49", EventCursor::default(), Some(PATIENCE)).await.unwrap();
    assert_eq!(waited, WaitOutcome::Completed(json!("job-49")));
    until("all have run", async || house.runs.all() == 50).await;
    house.primary.set(Mode::Up);
    house.until_well().await;
    let counts = house.primary.counts(QUEUE).await.unwrap();
    assert_eq!(counts.completed + counts.ready() + counts.active, 0);
    stop(worker).await;
    assert_eq!(house.runs.twice(), Vec::<String>::new());
}

#[tokio::test]
async fn what_is_left_in_the_spool_is_moved_with_all_that_belongs_to_it() {
    let house = house(Duration::ZERO).await;
    house.primary.set(Mode::Down);
    // The first call finds out; after that the primary is known to be away.
    house.add("first").await;
    let mut urgent = job("urgent");
    urgent.options.priority = 7;
    let mut later = job("later");
    later.options.delay = 3_600_000;
    house.failover.add_bulk(QUEUE, vec![urgent.clone(), later]).await.unwrap();
    house.primary.set(Mode::Up);
    let stopped = CancellationToken::new();
    let tending = tokio::spawn({
        let (failover, stopped) = (house.failover.clone(), stopped.clone());
        async move { failover.tend(stopped).await }
    });
    house.until_well().await;
    let moved = house.primary.get(QUEUE, "urgent").await.unwrap().unwrap();
    assert_eq!((moved.state, moved.options.clone()), (JobState::Prioritized, urgent.options));
    let moved = house.primary.get(QUEUE, "later").await.unwrap().unwrap();
    assert_eq!(moved.state, JobState::Delayed);
    assert!((3_500_000..=3_600_000).contains(&moved.options.delay), "{}", moved.options.delay);
    assert!(house.primary.get(QUEUE, "first").await.unwrap().is_some());
    assert_eq!(house.failover.inner.book.spooled().await.unwrap(), 0);
    stopped.cancel();
    tending.await.unwrap();
}

#[tokio::test]
async fn an_add_that_was_carried_out_without_an_answer_runs_once() {
    let house = house(Duration::from_millis(5)).await;
    let worker = house.work();
    house.add("before").await;
    until("it has run", async || house.runs.of("before") == 1).await;
    house.primary.set(Mode::Frozen);
    let begun = Instant::now();
    let added = house.failover.add_bulk(QUEUE, jobs(0..20)).await.unwrap();
    assert!(begun.elapsed() < Duration::from_secs(2));
    assert!(added.iter().all(|added| added.spooled));
    assert_eq!(house.primary.queue.counts(QUEUE).await.unwrap().waiting, 20);
    until("all have run", async || house.runs.all() == 21).await;
    house.primary.set(Mode::Up);
    house.until_well().await;
    // The primary's copies were finished without running.
    assert_eq!(house.primary.counts(QUEUE).await.unwrap().completed, 21);
    stop(worker).await;
    assert_eq!(house.runs.twice(), Vec::<String>::new());
}

/// Runs 300 jobs and lets something happen in the middle; each must run to completion once.
async fn disturbed(disturb: impl AsyncFnOnce(&House)) {
    let house = house(Duration::from_millis(20)).await;
    let worker = house.work();
    house.failover.add_bulk(QUEUE, jobs(0..200)).await.unwrap();
    until("some have run", async || house.runs.all() > 40).await;
    disturb(&house).await;
    house.failover.add_bulk(QUEUE, jobs(200..300)).await.unwrap();
    until("all have run", async || house.runs.all() == 300).await;
    house.until_well().await;
    stop(worker).await;
    assert_eq!(house.runs.twice(), Vec::<String>::new());
    for n in 0..300 {
        assert!(!house.failover.inner.book.is_noted(QUEUE, &format!("job-{n}")).await.unwrap());
    }
}

#[tokio::test]
async fn a_primary_that_dies_and_comes_back_loses_and_repeats_nothing() {
    disturbed(async |house| {
        house.primary.set(Mode::Down);
        tokio::time::sleep(Duration::from_millis(300)).await;
        house.failover.add_bulk(QUEUE, jobs(200..210)).await.unwrap();
        house.primary.set(Mode::Up);
    })
    .await;
}

#[tokio::test]
async fn a_primary_that_freezes_loses_and_repeats_nothing() {
    disturbed(async |house| {
        house.primary.set(Mode::Frozen);
        tokio::time::sleep(Duration::from_millis(700)).await;
        house.primary.set(Mode::Up);
    })
    .await;
}

#[tokio::test]
async fn a_primary_that_comes_back_empty_loses_and_repeats_nothing() {
    disturbed(async |house| {
        until("the mark is set", async || {
            house.failover.inner.book.mark().await.unwrap().is_some()
        })
        .await;
        house.primary.set(Mode::Down);
        tokio::time::sleep(Duration::from_millis(100)).await;
        house.primary.empty().await;
        house.primary.set(Mode::Up);
    })
    .await;
}

#[tokio::test]
async fn schedules_go_on_while_the_primary_is_away_once_for_each_time() {
    let house = house(Duration::ZERO).await;
    let worker = house.work();
    let schedule = |id: &str, every_ms| NewSchedule {
        queue: QUEUE.into(),
        id: id.into(),
        recurrence: Recurrence::Every { every_ms },
        name: "tick".into(),
        data: json!(null),
        options: JobOptions::default(),
    };
    house.failover.upsert_schedule(schedule("ticks", 1_000)).await.unwrap();
    until("it has run", async || house.runs.all() >= 1).await;
    house.primary.set(Mode::Down);
    let before = house.runs.all();
    until("it has run twice more", async || house.runs.all() >= before + 2).await;
    // What is set and removed now is so later.
    house.failover.upsert_schedule(schedule("new", 3_600_000)).await.unwrap();
    let listed = house.failover.schedules(Some(QUEUE)).await.unwrap();
    assert_eq!(listed.iter().map(|s| s.id.as_str()).collect::<Vec<_>>(), ["new", "ticks"]);
    assert!(house.failover.remove_schedule(QUEUE, "ticks").await.unwrap());
    house.primary.set(Mode::Up);
    until("the primary knows", async || {
        let known = house.primary.queue.schedules(None).await.unwrap();
        known.iter().map(|s| s.id.as_str()).eq(["new"])
    })
    .await;
    house.until_well().await;
    stop(worker).await;
    assert_eq!(house.runs.twice(), Vec::<String>::new());
}

#[tokio::test]
async fn a_queue_paused_during_an_outage_is_paused_after_it() {
    let house = house(Duration::ZERO).await;
    house.primary.set(Mode::Down);
    house.failover.pause(QUEUE).await.unwrap();
    let worker = house.work();
    house.add("held").await;
    house.primary.set(Mode::Up);
    until("the primary is paused", async || {
        house.primary.queue.counts(QUEUE).await.unwrap().is_paused
    })
    .await;
    assert_eq!(house.runs.of("held"), 0);
    house.failover.resume(QUEUE).await.unwrap();
    until("it has run", async || house.runs.of("held") == 1).await;
    house.until_well().await;
    stop(worker).await;
}

#[tokio::test]
async fn a_job_can_be_removed_wherever_it_is_and_does_not_come_back() {
    let house = house(Duration::ZERO).await;
    house.failover.add_bulk(QUEUE, jobs(0..3)).await.unwrap();
    house.failover.remove(QUEUE, "job-0").await.unwrap();
    assert!(!house.failover.inner.book.is_noted(QUEUE, "job-0").await.unwrap());
    house.failover.drain(QUEUE, true, false).await.unwrap();
    assert!(!house.failover.inner.book.is_noted(QUEUE, "job-1").await.unwrap());
    house.primary.set(Mode::Down);
    house.add("spooled").await;
    house.failover.remove(QUEUE, "spooled").await.unwrap();
    let gone = house.failover.remove(QUEUE, "job-2").await;
    assert!(matches!(gone, Err(QueueError::Unreachable(_))), "{gone:?}");
}

#[tokio::test]
async fn lists_and_events_tell_of_both_sides() {
    let house = house(Duration::ZERO).await;
    let start = house.failover.event_cursor(QUEUE).await.unwrap();
    house.failover.add_bulk(QUEUE, jobs(0..3)).await.unwrap();
    house.primary.set(Mode::Down);
    house.failover.add_bulk(QUEUE, jobs(3..6)).await.unwrap();
    house.primary.set(Mode::Up);
    let mut ids = Vec::new();
    let mut cursor = None;
    loop {
        let page = PageRequest { cursor, limit: 2 };
        let page = house.failover.list(QUEUE, &[], page).await.unwrap();
        ids.extend(page.jobs.into_iter().map(|job| job.id));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    // The primary is asked again in a moment; until then its jobs are not seen.
    until("the primary is asked again", async || {
        house.degraded().await.is_some_and(|d| d.reason.contains("is back"))
    })
    .await;
    if ids.len() == 3 {
        let page = PageRequest { cursor: None, limit: 10 };
        ids = house
            .failover
            .list(QUEUE, &[], page)
            .await
            .unwrap()
            .jobs
            .into_iter()
            .map(|j| j.id)
            .collect();
    }
    ids.sort_unstable();
    assert_eq!(ids, ["job-0", "job-1", "job-2", "job-3", "job-4", "job-5"]);
    let mut cursor = start;
    let mut told = Vec::new();
    loop {
        let events = house.failover.events(QUEUE, cursor.clone(), 2).await.unwrap();
        let Some(last) = events.last() else { break };
        cursor = last.cursor.clone();
        told.extend(
            events.into_iter().filter(|e| e.kind == EventKind::Added).filter_map(|e| e.job_id),
        );
    }
    told.sort_unstable();
    assert_eq!(told, ids);
}
