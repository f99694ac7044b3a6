use bullmq::job_scheduler::RepeatOptions;
use bullmq::types::{BackoffStrategy, KeepJobs, RemoveOnFinish};
use redis::pipe;
use serde_json::{Value, json};

use super::add::{Draft, Turn, Turned};
use super::change::refused;
use super::options::{from_json, to_json, whole};
use super::record::{Record, SCHEDULE_FIELD, text};
use super::scripts::PATCH;
use super::{BullMqQueue, options};
use crate::model::Timestamp;
use crate::queue::{
    Added, Backoff, JobOptions, JobState, NewSchedule, QueueError, Recurrence, Retention, Schedule,
    check,
};

/// That time has had its job (`SCHEDULER_JOB_ID_COLLISION`, `SCHEDULER_JOB_SLOTS_BUSY`).
const TAKEN: [i64; 2] = [-10, -11];
/// Times tried, one after the other, that have had their job.
const TRIES: usize = 100;
/// The zone that is none of ours: others take an absent one for that of their machine.
const UTC: &str = "UTC";

impl BullMqQueue {
    pub(super) async fn put_schedule(&self, new: NewSchedule) -> Result<Schedule, QueueError> {
        let mut next = check::schedule(&new, self.clock.now())?;
        self.list(&new.queue);
        let mut repeat = RepeatOptions::default();
        match &new.recurrence {
            Recurrence::Cron { pattern, tz } => {
                repeat.pattern = Some(pattern.clone());
                repeat.tz = Some(tz.clone().unwrap_or_else(|| UTC.into()));
            }
            Recurrence::Every { every_ms } => {
                repeat.every = Some(*every_ms);
                // Or the first one would run at once.
                repeat.start_date = u64::try_from(next.millis()).ok();
            }
        }
        // BullMQ would make a time's job anew that has run already, let run before its time.
        while self.has_had_its_job(&new, next).await? {
            repeat.start_date = u64::try_from(next.millis()).ok();
            match new.recurrence.next_after(next)? {
                Some(later) => next = later,
                None => break,
            }
        }
        for _ in 0..TRIES {
            let done = self.engine.ask(&new.queue, async |engine| {
                let (data, options) = (Some(new.data.clone()), Some(engine_options(&new.options)));
                engine
                    .upsert_job_scheduler(&new.id, repeat.clone(), Some(&new.name), data, options)
                    .await
            });
            match done.await? {
                Ok(_) => break,
                Err(code) if TAKEN.contains(&code) => {
                    repeat.start_date = u64::try_from(next.millis()).ok();
                    next = new.recurrence.next_after(next)?.unwrap_or(next);
                }
                Err(code) => return Err(refused("the schedule was not set", code)),
            }
        }
        let made = self.schedule(&new.queue, &new.id).await?;
        if let (Some(Backoff::Fixed { jitter, .. } | Backoff::Exponential { jitter, .. }), Some(at)) =
            (new.options.backoff, made.next_at)
            && jitter > 0.0
        {
            self.keep_jitter(&new, at).await?;
        }
        self.schedule(&new.queue, &new.id).await
    }

    async fn has_had_its_job(&self, new: &NewSchedule, at: Timestamp) -> Result<bool, QueueError> {
        let id = format!("repeat:{}:{}", new.id, at.millis());
        let job = self.get_job(&new.queue, &id).await?;
        Ok(job.is_some_and(|job| {
            matches!(job.state, JobState::Active | JobState::Completed | JobState::Failed)
        }))
    }

    /// The crate knows no jitter; it is set where the crate has left it out.
    async fn keep_jitter(&self, new: &NewSchedule, at: Timestamp) -> Result<(), QueueError> {
        let keys = self.keys(&new.queue);
        let template = to_json(&JobOptions { delay: 0, ..new.options.clone() });
        let job = keys.job_key(&format!("repeat:{}:{}", new.id, at.millis()));
        let record: Record = self.link.query(redis::cmd("HGETALL").arg(&job)).await?;
        let mut options = record.options();
        if let (Some(options), Some(backoff)) = (options.as_object_mut(), template.get("backoff")) {
            options.insert("backoff".into(), backoff.clone());
        }
        let schedule = format!("{}:{}", keys.repeat(), new.id);
        for (key, options) in [(job, options), (schedule, Value::Object(template))] {
            let mut call = PATCH.prepare_invoke();
            call.key(key).arg("opts").arg(options.to_string());
            self.link.script::<i64>(&call).await?;
        }
        Ok(())
    }

    pub(super) async fn list_schedules(
        &self,
        queue: Option<&str>,
    ) -> Result<Vec<Schedule>, QueueError> {
        let queues = match queue {
            Some(queue) => vec![queue.to_owned()],
            None => self.find_queues().await?,
        };
        let mut schedules = Vec::new();
        for queue in queues {
            let mut range = redis::cmd("ZRANGE");
            range.arg(self.keys(&queue).repeat()).arg(0).arg(-1).arg("WITHSCORES");
            let mut members: Vec<(Vec<u8>, f64)> = self.link.query(&range).await?;
            members.sort_by(|a, b| a.0.cmp(&b.0));
            let repeat = self.keys(&queue).repeat();
            for step in members.chunks(250) {
                let mut pipe = pipe();
                for (id, _) in step {
                    pipe.hgetall([repeat.as_bytes(), b":", id].concat());
                }
                let records: Vec<Record> = self.link.pipeline(&pipe).await?;
                let read = records.into_iter().zip(step);
                schedules
                    .extend(read.map(|(record, (id, at))| parse(&queue, &text(id), *at, &record)));
            }
        }
        Ok(schedules)
    }

    async fn schedule(&self, queue: &str, id: &str) -> Result<Schedule, QueueError> {
        let (record, at) = self.raw_schedule(queue, id).await?;
        let at = at.ok_or_else(|| missing(queue, id))?;
        Ok(parse(queue, id, at, &record))
    }

    async fn raw_schedule(
        &self,
        queue: &str,
        id: &str,
    ) -> Result<(Record, Option<f64>), QueueError> {
        let repeat = self.keys(queue).repeat();
        let mut pipe = pipe();
        pipe.atomic().hgetall(format!("{repeat}:{id}")).zscore(&repeat, id);
        Ok(self.link.pipeline(&pipe).await?)
    }

    pub(super) async fn delete_schedule(&self, queue: &str, id: &str) -> Result<bool, QueueError> {
        if self.raw_schedule(queue, id).await?.1.is_none() {
            return Ok(false);
        }
        let done = self.engine.ask(queue, async |engine| engine.remove_job_scheduler(id).await);
        done.await?.map_err(|code| refused("the schedule was not removed", code))
    }

    pub(super) async fn start_schedule(&self, queue: &str, id: &str) -> Result<Added, QueueError> {
        let schedule = self.schedule(queue, id).await?;
        let unique = uuid::Uuid::now_v7().simple().to_string();
        let mut draft = Draft::new(crate::queue::NewJob {
            name: schedule.name,
            data: schedule.data,
            id: Some(format!("{}-now-{}", id.replace(':', "-"), &unique[20..])),
            options: JobOptions { delay: 0, ..schedule.options },
        });
        draft.field = Some((SCHEDULE_FIELD, id.to_owned()));
        let added = self.send(queue, vec![draft]).await?;
        added.into_iter().next().ok_or_else(|| QueueError::Invalid("no job was made".into()))
    }

    /// Makes the next job of a schedule when one of its jobs begins, if it is that job's turn: what
    /// BullMQ's workers do. The crate does it when the job has ended, and loses a schedule whose job
    /// was let run before its time.
    pub(super) async fn plan_next(
        &self,
        queue: &str,
        id: &str,
        begun: &str,
        begun_options: &Value,
    ) -> Result<(), QueueError> {
        let (record, at) = self.raw_schedule(queue, id).await?;
        let Some(at) = at else { return Ok(()) };
        if begun != format!("repeat:{id}:{at}") {
            return Ok(());
        }
        let now = self.clock.now();
        let repeat = begun_options.get("repeat").cloned().unwrap_or_else(|| json!({}));
        let number = |name: &str| {
            record.json(name).as_ref().and_then(whole).or_else(|| repeat.get(name).and_then(whole))
        };
        let count = repeat.get("count").and_then(whole).unwrap_or(1) + 1;
        let ended = number("endDate").is_some_and(|end| now.millis().unsigned_abs() > end);
        if ended || number("limit").is_some_and(|limit| count > limit) {
            return Ok(());
        }
        let schedule = parse(queue, id, at, &record);
        let mut slot = schedule.next_at.unwrap_or(now);
        for _ in 0..TRIES {
            let next = match (&schedule.recurrence, number("offset")) {
                (Recurrence::Every { every_ms }, offset) => {
                    next_interval(slot, *every_ms, now, offset.unwrap_or(0))
                }
                (cron, _) => match cron.next_after(slot.max(now))? {
                    Some(next) => next,
                    None => return Ok(()),
                },
            };
            let job = next_job(&schedule, begun_options, count, next, now);
            let turn = Turn { schedule: id, job: begun, next_at: next };
            if self.send_next(queue, &turn, &job).await? != Turned::Taken {
                return Ok(());
            }
            slot = next;
        }
        Ok(())
    }
}

/// The next job of a schedule, which goes on as `before` did.
fn next_job(
    schedule: &Schedule,
    before: &Value,
    count: u64,
    at: Timestamp,
    now: Timestamp,
) -> Draft {
    let id = format!("repeat:{}:{}", schedule.id, at.millis());
    let delay = u64::try_from(at.since(now).as_millis()).unwrap_or(0);
    let mut json = before.as_object().cloned().unwrap_or_default();
    let known = from_json(before);
    for name in ["lifo", "timestamp"] {
        json.remove(name);
    }
    json.insert("jobId".into(), json!(id));
    json.insert("delay".into(), json!(delay));
    json.insert("prevMillis".into(), json!(at.millis()));
    if let Some(repeat) = json.get_mut("repeat").and_then(Value::as_object_mut) {
        repeat.insert("count".into(), json!(count));
    }
    Draft {
        id,
        name: schedule.name.clone(),
        data: schedule.data.to_string(),
        options: Value::Object(json),
        delay,
        priority: known.priority.into(),
        lifo: false,
        field: Some(("rjk", schedule.id.clone())),
    }
}

/// The time after `slot`, as BullMQ reckons it: turns that were missed are left out.
fn next_interval(slot: Timestamp, every_ms: u64, now: Timestamp, offset: u64) -> Timestamp {
    let every = i64::try_from(every_ms.max(1)).unwrap_or(i64::MAX);
    let next = slot.millis().saturating_add(every);
    if next >= now.millis() {
        return Timestamp::from_millis(next);
    }
    let offset = i64::try_from(offset).unwrap_or(0);
    let aligned = now.millis().div_euclid(every) * every + offset;
    Timestamp::from_millis(if aligned <= now.millis() { aligned + every } else { aligned })
}

/// A schedule out of its hash. Of those that BullMQ made before version 5 there is only a key, in
/// which all stands between colons.
#[allow(clippy::cast_possible_truncation)]
fn parse(queue: &str, id: &str, at: f64, record: &Record) -> Schedule {
    let old: Vec<&str> = id.splitn(5, ':').collect();
    let old = |n: usize| old.get(n).map(|part| (*part).to_owned()).filter(|_| record.is_empty());
    let every = record.json("every").as_ref().and_then(whole);
    let pattern = record.text("pattern").or_else(|| old(4));
    let every = every.or_else(|| pattern.as_ref().and_then(|pattern| pattern.parse().ok()));
    let recurrence = match (every, pattern) {
        (Some(every_ms), _) => Recurrence::Every { every_ms },
        (None, pattern) => {
            let tz = record.text("tz").or_else(|| old(3));
            let tz = tz.filter(|tz| !tz.is_empty() && tz != UTC);
            Recurrence::Cron { pattern: pattern.unwrap_or_default(), tz }
        }
    };
    Schedule {
        queue: queue.to_owned(),
        id: id.to_owned(),
        recurrence,
        name: record.text("name").or_else(|| old(0)).unwrap_or_default(),
        data: record.json("data").unwrap_or_else(|| json!({})),
        options: options::from_json(&record.json("opts").unwrap_or_default()),
        next_at: Some(Timestamp::from_millis(at as i64)),
        last_at: None,
        iterations: record.json("ic").as_ref().and_then(whole).unwrap_or(0),
    }
}

fn engine_options(options: &JobOptions) -> bullmq::JobOptions {
    let backoff = options.backoff.map(|backoff| match backoff {
        Backoff::Fixed { delay, .. } => BackoffStrategy::Fixed(delay),
        Backoff::Exponential { delay, .. } => BackoffStrategy::Exponential(delay),
    });
    bullmq::JobOptions {
        attempts: Some(options.attempts),
        priority: (options.priority > 0).then_some(options.priority),
        backoff,
        remove_on_complete: keep(options.remove_on_complete),
        remove_on_fail: keep(options.remove_on_fail),
        ..bullmq::JobOptions::default()
    }
}

fn keep(retention: Retention) -> Option<RemoveOnFinish> {
    let count = retention.count.map(|count| usize::try_from(count).unwrap_or(usize::MAX));
    match (count, retention.age_secs) {
        (None, None) => None,
        (Some(count), None) => Some(RemoveOnFinish::Count(count)),
        (count, age) => Some(RemoveOnFinish::Options(KeepJobs { age, count, limit: None })),
    }
}

fn missing(queue: &str, id: &str) -> QueueError {
    QueueError::NoSuchSchedule { queue: queue.to_owned(), id: id.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_that_were_missed_are_left_out() {
        let at = Timestamp::from_millis;
        assert_eq!(next_interval(at(10_000), 1_000, at(10_200), 0), at(11_000));
        assert_eq!(next_interval(at(10_000), 1_000, at(15_200), 0), at(16_000));
        assert_eq!(next_interval(at(10_100), 1_000, at(15_050), 100), at(15_100));
    }

    #[test]
    fn schedules_of_old_versions_are_read_from_their_keys() {
        let old = parse("q", "mail:::Europe/Berlin:0 3 * * *", 5.0, &Record::default());
        let tz = Some("Europe/Berlin".to_owned());
        assert_eq!(old.recurrence, Recurrence::Cron { pattern: "0 3 * * *".into(), tz });
        assert_eq!(old.name, "mail");
        let old = parse("q", "mail::::60000", 5.0, &Record::default());
        assert_eq!(old.recurrence, Recurrence::Every { every_ms: 60_000 });
        let hashed = parse("q", "0123456789abcdef", 5.0, &Record::default());
        assert_eq!(hashed.recurrence, Recurrence::Cron { pattern: String::new(), tz: None });
    }
}
