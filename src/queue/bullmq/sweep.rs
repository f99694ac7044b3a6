use std::collections::HashSet;
use std::time::Duration;

use redis::pipe;

use super::change::refused;
use super::read::{job_key, time};
use super::record::{Lossy, text};
use super::{BullMqQueue, SAMPLE};
use crate::queue::{JobState, QueueError, Swept};

/// Jobs removed, or looked at, in one step; Redis serves others in between.
const STEP: usize = 1_000;
/// Jobs removed one by one at the same time.
const AT_ONCE: usize = 100;

/// One list or set of jobs that can be swept.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Set {
    name: &'static str,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A list, whose last one is the oldest.
    List,
    /// A set ordered by when its jobs finished.
    Finished,
    /// A set ordered by something else.
    Other,
}

const WAIT: Set = Set { name: "wait", kind: Kind::List };
const PAUSED: Set = Set { name: "paused", kind: Kind::List };
const PRIORITIZED: Set = Set { name: "prioritized", kind: Kind::Other };
const DELAYED: Set = Set { name: "delayed", kind: Kind::Other };
const COMPLETED: Set = Set { name: "completed", kind: Kind::Finished };
const FAILED: Set = Set { name: "failed", kind: Kind::Finished };

impl BullMqQueue {
    pub(super) async fn drain_jobs(
        &self,
        queue: &str,
        delayed: bool,
        dry_run: bool,
    ) -> Result<Swept, QueueError> {
        let sets = [WAIT, PAUSED, PRIORITIZED, DELAYED];
        let sets = if delayed { &sets[..] } else { &sets[..3] };
        let mut swept = Swept::default();
        if !self.is_known(queue).await? {
            return Ok(swept);
        }
        for set in sets {
            swept.add(self.sweep(queue, *set, Duration::ZERO, usize::MAX, dry_run).await?);
        }
        if dry_run {
            return Ok(swept);
        }
        // What is left has a time of its own that lies ahead of ours.
        let before = self.sizes(queue, sets).await?;
        if before > 0 {
            let done = self.engine.ask(queue, async |engine| engine.drain(delayed).await).await?;
            done.map_err(|code| refused("the queue was not drained", code))?;
            let after = self.sizes(queue, sets).await?;
            swept.count += before.saturating_sub(after);
        }
        Ok(swept)
    }

    pub(super) async fn clean_jobs(
        &self,
        queue: &str,
        state: JobState,
        grace: Duration,
        limit: u32,
        dry_run: bool,
    ) -> Result<Swept, QueueError> {
        let sets: &[Set] = match state {
            JobState::Completed => &[COMPLETED],
            JobState::Failed => &[FAILED],
            JobState::Delayed => &[DELAYED],
            JobState::Waiting | JobState::Paused => &[WAIT, PAUSED],
            JobState::Prioritized => &[PRIORITIZED],
            JobState::Active | JobState::WaitingChildren => {
                return Err(QueueError::Invalid(format!(
                    "jobs that are {state} cannot be cleaned; only completed, failed, delayed, waiting, paused or prioritized ones can"
                )));
            }
        };
        let mut swept = Swept::default();
        if !self.is_known(queue).await? {
            return Ok(swept);
        }
        let limit = if limit == 0 { usize::MAX } else { limit as usize };
        for set in sets {
            let left = limit - usize::try_from(swept.count).unwrap_or(limit).min(limit);
            if left > 0 {
                swept.add(self.sweep(queue, *set, grace, left, dry_run).await?);
            }
        }
        Ok(swept)
    }

    async fn sweep(
        &self,
        queue: &str,
        set: Set,
        grace: Duration,
        limit: usize,
        dry_run: bool,
    ) -> Result<Swept, QueueError> {
        match (dry_run, set.kind) {
            (true, Kind::Finished) => self.count_finished(queue, set, grace, limit).await,
            (true, _) => Ok(Swept::of(&self.aged(queue, set, grace, limit).await?)),
            // The crate looks at the first few by score alone, which need not be the old ones.
            (false, Kind::Other) if !grace.is_zero() => {
                let ids = self.aged(queue, set, grace, limit).await?;
                self.remove_each(queue, ids).await
            }
            (false, _) => self.remove_oldest(queue, set, grace, limit).await,
        }
    }

    /// Removes jobs in steps, by the crate.
    async fn remove_oldest(
        &self,
        queue: &str,
        set: Set,
        grace: Duration,
        limit: usize,
    ) -> Result<Swept, QueueError> {
        let mut swept = Swept::default();
        let grace = u64::try_from(grace.as_millis()).unwrap_or(u64::MAX);
        let mut left = limit;
        while left > 0 {
            let step = u32::try_from(left.min(STEP)).unwrap_or(1);
            let done = self
                .engine
                .ask(queue, async |engine| engine.clean(grace, step, set.name).await)
                .await?;
            let mut ids = done.map_err(|code| refused("the queue was not cleaned", code))?;
            if ids.is_empty() {
                break;
            }
            if set.kind == Kind::List {
                ids.reverse();
            }
            left -= ids.len().min(left);
            swept.add(Swept::of(&ids));
        }
        Ok(swept)
    }

    async fn remove_each(&self, queue: &str, ids: Vec<String>) -> Result<Swept, QueueError> {
        let mut removed = Vec::new();
        for step in ids.chunks(AT_ONCE) {
            let done = self.engine.ask(queue, async |engine| {
                let each = step.iter().map(|id| engine.remove(id));
                Ok(futures::future::join_all(each).await)
            });
            let done = done.await?.map_err(|code| refused("jobs were not removed", code))?;
            let gone = step.iter().zip(done).filter(|(_, done)| matches!(done, Ok(true)));
            removed.extend(gone.map(|(id, _)| id.clone()));
        }
        Ok(Swept::of(&removed))
    }

    async fn count_finished(
        &self,
        queue: &str,
        set: Set,
        grace: Duration,
        limit: usize,
    ) -> Result<Swept, QueueError> {
        let key = self.keys(queue).get(set.name);
        let before = self.clock.now().minus(grace).millis();
        let mut pipe = pipe();
        pipe.zcount(&key, 0, before);
        let sample = isize::try_from(limit.min(SAMPLE)).unwrap_or(0);
        pipe.zrangebyscore_limit(&key, 0, before, 0, sample);
        let (count, sample): (u64, Vec<Lossy>) = self.link.pipeline(&pipe).await?;
        let sample = sample.into_iter().map(|id| id.0).collect();
        Ok(Swept { count: count.min(limit as u64), sample })
    }

    /// Up to `limit` jobs of a set that are old enough and not the next one of a schedule.
    async fn aged(
        &self,
        queue: &str,
        set: Set,
        grace: Duration,
        limit: usize,
    ) -> Result<Vec<String>, QueueError> {
        let keys = self.keys(queue);
        let (key, owned) = (keys.get(set.name), self.owned(queue).await?);
        let before = self.clock.now().minus(grace).millis();
        let mut aged: Vec<String> = Vec::new();
        let mut start = 0;
        loop {
            let ids = self.step(&key, set, start).await?;
            start += ids.len();
            let last = ids.len() < STEP;
            let candidates = ids.into_iter().filter(|id| !owned.contains(id));
            let candidates: Vec<Vec<u8>> = candidates.filter(|id| !id.starts_with(b"0:")).collect();
            if grace.is_zero() {
                aged.extend(candidates.iter().map(|id| text(id)));
            } else if !candidates.is_empty() {
                let mut pipe = pipe();
                for id in &candidates {
                    pipe.hget(job_key(&keys, id), "timestamp");
                }
                let times: Vec<Option<Vec<u8>>> = self.link.pipeline(&pipe).await?;
                let old = candidates.into_iter().zip(times);
                let old = old.filter(|(_, at)| {
                    at.as_deref().and_then(time).is_none_or(|at| at.millis() <= before)
                });
                aged.extend(old.map(|(id, _)| text(&id)));
            }
            if last || aged.len() >= limit {
                aged.truncate(limit);
                return Ok(aged);
            }
        }
    }

    /// Ids of a set from `start` on, oldest first.
    async fn step(&self, key: &str, set: Set, start: usize) -> Result<Vec<Vec<u8>>, QueueError> {
        let start = isize::try_from(start).unwrap_or(isize::MAX / 2);
        let step = isize::try_from(STEP).unwrap_or(1);
        if set.kind == Kind::List {
            let mut range = redis::cmd("LRANGE");
            range.arg(key).arg(-(start + step)).arg(-(start + 1));
            let mut ids: Vec<Vec<u8>> = self.link.query(&range).await?;
            ids.reverse();
            return Ok(ids);
        }
        let mut range = redis::cmd("ZRANGE");
        range.arg(key).arg(start).arg(start + step - 1);
        Ok(self.link.query(&range).await?)
    }

    /// The next jobs of all schedules of a queue.
    async fn owned(&self, queue: &str) -> Result<HashSet<Vec<u8>>, QueueError> {
        let mut range = redis::cmd("ZRANGE");
        range.arg(self.keys(queue).repeat()).arg(0).arg(-1).arg("WITHSCORES");
        let schedules: Vec<(Vec<u8>, f64)> = self.link.query(&range).await?;
        let jobs = schedules.into_iter();
        Ok(jobs.map(|(id, at)| [b"repeat:", &*id, format!(":{at}").as_bytes()].concat()).collect())
    }

    async fn sizes(&self, queue: &str, sets: &[Set]) -> Result<u64, QueueError> {
        let keys = self.keys(queue);
        let mut pipe = pipe();
        for set in sets {
            match set.kind {
                Kind::List => pipe.llen(keys.get(set.name)),
                _ => pipe.zcard(keys.get(set.name)),
            };
        }
        let sizes: Vec<u64> = self.link.pipeline(&pipe).await?;
        Ok(sizes.into_iter().sum())
    }
}

impl Swept {
    fn of(ids: &[String]) -> Self {
        Self { count: ids.len() as u64, sample: ids.iter().take(SAMPLE).cloned().collect() }
    }

    fn add(&mut self, more: Self) {
        self.count += more.count;
        self.sample.extend(more.sample);
        self.sample.truncate(SAMPLE);
    }
}
