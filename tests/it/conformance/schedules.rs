use std::time::Duration;

use chrono::{TimeZone, Timelike};
use leadctl::model::Timestamp;
use leadctl::queue::{
    Backoff, JobOptions, JobState, NewSchedule, QueueError, Recurrence, Retention, Schedule,
};
use serde_json::{Value, json};

use super::fixture::{Diary, Fixture, completing, options, until};
use crate::assert_refused;

fn every(f: &Fixture, id: &str, every_ms: u64) -> NewSchedule {
    NewSchedule {
        queue: f.name.clone(),
        id: id.into(),
        recurrence: Recurrence::Every { every_ms },
        name: "tick".into(),
        data: json!({"schedule": id}),
        options: JobOptions { attempts: 2, ..JobOptions::default() },
    }
}

fn cron(f: &Fixture, id: &str, pattern: &str, tz: Option<&str>) -> NewSchedule {
    let recurrence = Recurrence::Cron { pattern: pattern.into(), tz: tz.map(Into::into) };
    NewSchedule { recurrence, ..every(f, id, 1_000) }
}

async fn set(f: &Fixture, schedule: NewSchedule) -> Schedule {
    f.queue.upsert_schedule(schedule).await.expect("the schedule is set")
}

async fn read(f: &Fixture, id: &str) -> Schedule {
    let all = f.queue.schedules(Some(&f.name)).await.expect("the queue answers");
    all.into_iter().find(|s| s.id == id).unwrap_or_else(|| panic!("no schedule {id}"))
}

const HOUR: u64 = 3_600_000;

pub async fn an_interval_has_its_next_job_at_once(f: Fixture) {
    let made = set(&f, every(&f, "hourly", HOUR)).await;
    let next = made.next_at.expect("a next time");
    let now = Timestamp::from(chrono::Utc::now());
    assert_eq!(next.millis() % 3_600_000, 0, "{next} is not a full hour");
    assert!(next > now && next.since(now) <= Duration::from_millis(HOUR), "{next}");
    assert_eq!((made.queue.as_str(), made.id.as_str()), (&*f.name, "hourly"));
    assert_eq!((made.name.as_str(), &made.data), ("tick", &json!({"schedule": "hourly"})));
    assert_eq!(made.recurrence, Recurrence::Every { every_ms: HOUR });
    assert_eq!((made.options.attempts, made.last_at), (2, None));
    assert_eq!(read(&f, "hourly").await, made);

    let jobs = f.list(&[]).await;
    assert_eq!(jobs.len(), 1, "{jobs:?}");
    assert_eq!((jobs[0].state, jobs[0].run_at), (JobState::Delayed, Some(next)));
    assert_eq!((jobs[0].name.as_str(), jobs[0].options.attempts), ("tick", 2));
    assert_eq!(jobs[0].data, json!({"schedule": "hourly"}));
    assert_eq!(jobs[0].schedule_id.as_deref(), Some("hourly"));
    assert_eq!(jobs[0].id, format!("repeat:hourly:{}", next.millis()));
}

pub async fn a_cron_expression_is_read_in_its_zone(f: Fixture) {
    for (id, tz, zone) in
        [("tokyo", Some("Asia/Tokyo"), chrono_tz::Asia::Tokyo), ("utc", None, chrono_tz::UTC)]
    {
        let made = set(&f, cron(&f, id, "30 2 * * *", tz)).await;
        let next = made.next_at.expect("a next time");
        let there = zone.timestamp_millis_opt(next.millis()).single().expect("a time");
        assert_eq!((there.hour(), there.minute(), there.second()), (2, 30, 0), "{next}");
        let expected = Recurrence::Cron { pattern: "30 2 * * *".into(), tz: tz.map(Into::into) };
        assert_eq!(read(&f, id).await.recurrence, expected);
    }
}

pub async fn setting_a_schedule_again_replaces_it(f: Fixture) {
    set(&f, every(&f, "mine", HOUR)).await;
    // The same again: still one job.
    set(&f, every(&f, "mine", HOUR)).await;
    assert_eq!(f.ids(&[]).await.len(), 1);
    let options = JobOptions {
        attempts: 7,
        priority: 4,
        backoff: Some(Backoff::Fixed { delay: 500, jitter: 0.0 }),
        remove_on_complete: Retention { count: Some(10), age_secs: None },
        ..JobOptions::default()
    };
    let mut new = cron(&f, "mine", "0 3 * * *", Some("Europe/Berlin"));
    (new.name, new.data, new.options) = ("tock".into(), json!([1]), options.clone());
    let made = set(&f, new).await;
    let all = f.queue.schedules(Some(&f.name)).await.expect("the queue answers");
    assert_eq!(all, std::slice::from_ref(&made));
    assert_eq!((made.name.as_str(), made.data.clone()), ("tock", json!([1])));
    assert_eq!(made.options, options);
    let jobs = f.list(&[]).await;
    assert_eq!(jobs.len(), 1, "{jobs:?}");
    assert_eq!((jobs[0].run_at, jobs[0].data.clone()), (made.next_at, json!([1])));
    assert_eq!(jobs[0].options.backoff, options.backoff);
    assert_eq!((jobs[0].options.priority, jobs[0].options.attempts), (4, 7));
    // And back.
    set(&f, every(&f, "mine", HOUR)).await;
    assert_eq!(read(&f, "mine").await.recurrence, Recurrence::Every { every_ms: HOUR });
    assert_eq!(f.ids(&[]).await.len(), 1);
}

pub async fn a_schedule_goes_on_when_its_job_has_run(f: Fixture) {
    set(&f, every(&f, "quick", 1_000)).await;
    let before = read(&f, "quick").await.iterations;
    let diary = Diary::default();
    let worker = f.work(options(), diary.handler());
    until("it has run twice", async || diary.read().len() >= 2).await;
    worker.stop().await;
    let ran = diary.read();
    // No time has two jobs, and all are whole seconds.
    let mut times: Vec<&str> = ran.iter().filter_map(|id| id.rsplit(':').next()).collect();
    assert!(times.iter().all(|at| at.ends_with("000")), "{times:?}");
    times.dedup();
    assert_eq!(times.len(), ran.len(), "{ran:?}");
    let after = read(&f, "quick").await;
    assert_eq!(after.iterations - before, ran.len() as u64);
    let next = f.ids(&[JobState::Delayed, JobState::Waiting]).await;
    assert_eq!(next.len(), 1, "{next:?}");
    let next_at = after.next_at.expect("a next time").millis();
    assert_eq!(next[0], format!("repeat:quick:{next_at}"));
}

pub async fn a_promoted_job_is_not_made_again(f: Fixture) {
    for new in [every(&f, "early", HOUR), cron(&f, "nightly", "0 2 * * *", None)] {
        let made = set(&f, new.clone()).await;
        let first = format!("repeat:{}:{}", made.id, made.next_at.expect("a time").millis());
        f.queue.promote(&f.name, &first).await.expect("promoted");
        f.work_off(&[&first], completing(Value::Null)).await;
        until("the next is there", async || read(&f, &made.id).await.next_at > made.next_at).await;
        let waiting = f.ids(&[JobState::Delayed, JobState::Waiting]).await;
        assert_eq!(waiting.len(), 1, "{waiting:?}");
        // Setting it anew does not bring back the time that has had its job.
        let again = set(&f, new).await;
        assert!(again.next_at > made.next_at, "{again:?}");
        assert!(f.queue.remove_schedule(&f.name, &made.id).await.expect("removed"));
        assert_eq!(f.ids(&[JobState::Delayed, JobState::Waiting]).await.len(), 0);
    }
}

pub async fn a_schedule_can_be_run_now(f: Fixture) {
    let made = set(&f, every(&f, "hourly", HOUR)).await;
    let first = f.queue.run_schedule(&f.name, "hourly").await.expect("run");
    let second = f.queue.run_schedule(&f.name, "hourly").await.expect("run");
    assert_ne!(first.id, second.id);
    assert!(!first.existed && !second.existed);
    let job = f.get(&first.id).await;
    assert_eq!((job.state, job.name.as_str()), (JobState::Waiting, "tick"));
    assert_eq!((job.data, job.options.attempts), (json!({"schedule": "hourly"}), 2));
    assert_eq!(job.schedule_id.as_deref(), Some("hourly"));
    f.work_off(&[&first.id, &second.id], completing(Value::Null)).await;
    // The regular one is as it was.
    let after = read(&f, "hourly").await;
    assert_eq!((after.next_at, after.iterations), (made.next_at, made.iterations));
    assert_eq!(f.ids(&[JobState::Delayed]).await.len(), 1);
    let missing = f.queue.run_schedule(&f.name, "nothing").await;
    assert_refused!(missing, QueueError::NoSuchSchedule { .. });
}

pub async fn a_removed_schedule_takes_its_job_along(f: Fixture) {
    set(&f, every(&f, "hourly", HOUR)).await;
    set(&f, every(&f, "other", HOUR)).await;
    assert!(f.queue.remove_schedule(&f.name, "hourly").await.expect("removed"));
    assert!(!f.queue.remove_schedule(&f.name, "hourly").await.expect("removed already"));
    assert!(!f.queue.remove_schedule("no-such-queue", "hourly").await.expect("nothing"));
    assert_eq!(f.list(&[]).await.len(), 1);
    assert_eq!(f.queue.schedules(Some(&f.name)).await.expect("an answer").len(), 1);
}

pub async fn the_next_job_of_a_schedule_is_not_removed_or_swept(f: Fixture) {
    let made = set(&f, every(&f, "hourly", HOUR)).await;
    let next = format!("repeat:hourly:{}", made.next_at.expect("a time").millis());
    assert_refused!(f.queue.remove(&f.name, &next).await, QueueError::WrongState { .. });
    assert_eq!(f.queue.drain(&f.name, true, true).await.expect("told").count, 0);
    assert_eq!(f.queue.drain(&f.name, true, false).await.expect("drained").count, 0);
    for dry_run in [true, false] {
        let swept = f.queue.clean(&f.name, JobState::Delayed, Duration::ZERO, 0, dry_run).await;
        assert_eq!(swept.expect("cleaned").count, 0);
    }
    assert_eq!(f.ids(&[]).await, [next]);
}

pub async fn schedules_of_all_queues_are_listed_in_order(f: Fixture) {
    let other = format!("{}-other", f.name);
    for id in ["b", "a"] {
        set(&f, every(&f, id, HOUR)).await;
    }
    set(&f, NewSchedule { queue: other.clone(), ..every(&f, "z", HOUR) }).await;
    let all = f.queue.schedules(None).await.expect("an answer");
    let all: Vec<(&str, &str)> = all.iter().map(|s| (&*s.queue, &*s.id)).collect();
    assert_eq!(all, [(&*f.name, "a"), (&*f.name, "b"), (&*other, "z")]);
    assert!(f.queue.schedules(Some("no-such-queue")).await.expect("an answer").is_empty());
}

pub async fn what_cannot_be_scheduled_is_refused(f: Fixture) {
    let wrong = [
        every(&f, "fast", 5),
        every(&f, "", HOUR),
        every(&f, "a:b", HOUR),
        cron(&f, "c", "nonsense", None),
        cron(&f, "c", "0 0 30 2 *", None),
        cron(&f, "c", "0 2 * * *", Some("Mars/Olympus")),
        NewSchedule { queue: "a:b".into(), ..every(&f, "q", HOUR) },
    ];
    for schedule in wrong {
        assert_refused!(f.queue.upsert_schedule(schedule).await, QueueError::Invalid(_));
    }
    assert!(f.queue.schedules(Some(&f.name)).await.expect("an answer").is_empty());
}
