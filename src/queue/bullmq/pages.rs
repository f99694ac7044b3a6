//! Pages of jobs. A page reads a range of one list or set and the hashes of just its jobs, however
//! many there are before and behind it.

use redis::pipe;

use super::BullMqQueue;
use super::read::due;
use super::record::Record;
use crate::queue::{Job, JobPage, JobState, PageRequest, QueueError};

/// Hashes read in one step.
const STEP: usize = 250;
/// How far a list is searched for the last job of the page before.
const SEARCHED: u64 = 100_000;

/// A part of the list of jobs.
struct Section {
    state: JobState,
    key: String,
    order: Order,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    /// A list, whose last one comes first.
    List,
    /// A set, by rising scores.
    Rising,
    /// A set, by falling scores.
    Falling,
}

/// The place behind a job: which section, how far in (or at which score), and the job.
#[derive(Debug, Clone, PartialEq)]
struct Place {
    section: usize,
    at: f64,
    id: String,
}

impl Place {
    fn parse(text: &str) -> Result<Self, QueueError> {
        let mut parts = text.splitn(3, '~');
        let place = (|| {
            let section = parts.next()?.parse().ok()?;
            let at: f64 = parts.next()?.parse().ok()?;
            let id = parts.next()?.to_owned();
            at.is_finite().then_some(Self { section, at, id })
        })();
        place.ok_or_else(|| {
            QueueError::Invalid(format!(
                "{text:?} is not a cursor of a list of jobs; take the `next` of the page before"
            ))
        })
    }

    fn print(&self) -> String {
        format!("{}~{}~{}", self.section, self.at, self.id)
    }
}

impl BullMqQueue {
    pub(super) async fn list_jobs(
        &self,
        queue: &str,
        states: &[JobState],
        page: PageRequest,
    ) -> Result<JobPage, QueueError> {
        let mut after = page.cursor.as_deref().map(Place::parse).transpose()?;
        let meta = self.keys(queue).meta();
        let paused = self.link.query(redis::cmd("HEXISTS").arg(meta).arg("paused")).await?;
        let sections = self.sections(queue, states, paused);
        let wanted = page.limit.max(1) as usize;
        let mut places: Vec<Place> = Vec::new();
        let first = after.as_ref().map_or(0, |place| place.section);
        for (number, section) in sections.iter().enumerate().skip(first) {
            let left = wanted + 1 - places.len();
            places.extend(self.section(number, section, after.take(), left).await?);
            if places.len() > wanted {
                break;
            }
        }
        let more = places.len() > wanted;
        places.truncate(wanted);
        let next = places.last().filter(|_| more).map(Place::print);
        Ok(JobPage { jobs: self.load(queue, &sections, places).await?, next })
    }

    fn sections(&self, queue: &str, states: &[JobState], paused: bool) -> Vec<Section> {
        let keys = self.keys(queue);
        let waiting = if paused { JobState::Paused } else { JobState::Waiting };
        let all = [
            (JobState::Active, keys.active(), Order::List),
            (waiting, keys.wait(), Order::List),
            // Older clients move jobs here while a queue is paused.
            (JobState::Paused, keys.paused(), Order::List),
            (JobState::Prioritized, keys.prioritized(), Order::Rising),
            (JobState::Delayed, keys.delayed(), Order::Rising),
            (JobState::WaitingChildren, keys.waiting_children(), Order::Rising),
            (JobState::Failed, keys.failed(), Order::Falling),
            (JobState::Completed, keys.completed(), Order::Falling),
        ];
        let asked = |state| states.is_empty() || states.contains(&state);
        let all = all.into_iter().filter(|(state, ..)| asked(*state));
        all.map(|(state, key, order)| Section { state, key, order }).collect()
    }

    /// Up to `limit` jobs of a section, behind `after`.
    async fn section(
        &self,
        number: usize,
        section: &Section,
        after: Option<Place>,
        limit: usize,
    ) -> Result<Vec<Place>, QueueError> {
        let place = |(id, at)| Place { section: number, at, id };
        if section.order != Order::List {
            let found = self.range(section, after, limit).await?;
            return Ok(found.into_iter().map(place).collect());
        }
        let passed = match after {
            Some(after) => self.passed(&section.key, &after).await?,
            None => 0,
        };
        let (from, to) = (-(passed + signed(limit)), -(passed + 1));
        let mut range = redis::cmd("LRANGE");
        range.arg(&section.key).arg(from).arg(to);
        let ids: Vec<String> = self.link.query(&range).await?;
        // Older clients put markers among the jobs.
        let ids = ids.into_iter().rev().zip(passed + 1..).filter(|(id, _)| !id.starts_with("0:"));
        #[allow(clippy::cast_precision_loss)]
        Ok(ids.map(|(id, at)| place((id, at as f64))).collect())
    }

    /// How many jobs of a list come before what is behind `after`. Jobs leave a list at the end
    /// that is told first: where the job is gone, so are those that came before it.
    async fn passed(&self, key: &str, after: &Place) -> Result<i64, QueueError> {
        #[allow(clippy::cast_possible_truncation)]
        let passed = after.at as i64;
        let mut pipe = pipe();
        pipe.atomic().lindex(key, signed_index(passed)).llen(key);
        pipe.cmd("LPOS").arg(key).arg(&after.id).arg("RANK").arg(-1).arg("MAXLEN").arg(SEARCHED);
        let (there, length, index): (Option<String>, i64, Option<i64>) =
            self.link.pipeline(&pipe).await?;
        if there.as_deref() == Some(&after.id) {
            return Ok(passed);
        }
        Ok(index.map_or(0, |index| length - index))
    }

    /// Up to `limit` members of a set with their scores, behind `after`.
    async fn range(
        &self,
        section: &Section,
        after: Option<Place>,
        limit: usize,
    ) -> Result<Vec<(String, f64)>, QueueError> {
        let Some(after) = after else { return self.ranks(section, 0, limit).await };
        let falling = section.order == Order::Falling;
        let rank = if falling { "ZREVRANK" } else { "ZRANK" };
        let mut pipe = pipe();
        pipe.atomic().cmd(rank).arg(&section.key).arg(&after.id);
        // Where the job is gone: how many have been told that have another score than it had.
        let (from, to) = (format!("({}", after.at), after.at.to_string());
        let (low, high) = if falling { (from.as_str(), "+inf") } else { ("-inf", from.as_str()) };
        pipe.cmd("ZCOUNT").arg(&section.key).arg(low).arg(high);
        pipe.cmd("ZSCORE").arg(&section.key).arg(&after.id);
        let (rank, before, score): (Option<u64>, u64, Option<f64>) =
            self.link.pipeline(&pipe).await?;
        if let (Some(rank), Some(score)) = (rank, score)
            && score.to_string() == to
        {
            return self.ranks(section, rank + 1, limit).await;
        }
        let mut start = before;
        loop {
            let found = self.ranks(section, start, limit.max(STEP)).await?;
            let told = found.iter().take_while(|(id, score)| {
                let same = score.to_string() == to;
                same && if falling { *id >= after.id } else { *id <= after.id }
            });
            let told = told.count();
            if told < found.len() || found.is_empty() {
                return Ok(found.into_iter().skip(told).take(limit).collect());
            }
            start += found.len() as u64;
        }
    }

    async fn ranks(
        &self,
        section: &Section,
        start: u64,
        limit: usize,
    ) -> Result<Vec<(String, f64)>, QueueError> {
        let falling = section.order == Order::Falling;
        let mut range = redis::cmd(if falling { "ZREVRANGE" } else { "ZRANGE" });
        let end = start + limit as u64 - 1;
        range.arg(&section.key).arg(start).arg(end).arg("WITHSCORES");
        Ok(self.link.query(&range).await?)
    }

    /// The jobs at these places. Those that were removed meanwhile are left out.
    async fn load(
        &self,
        queue: &str,
        sections: &[Section],
        places: Vec<Place>,
    ) -> Result<Vec<Job>, QueueError> {
        let keys = self.keys(queue);
        let mut jobs = Vec::with_capacity(places.len());
        for step in places.chunks(STEP) {
            let mut pipe = pipe();
            for place in step {
                pipe.hgetall(keys.job_key(&place.id));
            }
            let records: Vec<Record> = self.link.pipeline(&pipe).await?;
            for (record, place) in records.into_iter().zip(step) {
                if !record.is_empty() {
                    let state = sections[place.section].state;
                    let run_at = (state == JobState::Delayed).then(|| due(place.at));
                    jobs.push(record.into_job(queue, place.id.clone(), state, run_at));
                }
            }
        }
        Ok(jobs)
    }
}

fn signed(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX / 2)
}

/// The index, from the end, of the job told as number `passed`.
fn signed_index(passed: i64) -> isize {
    isize::try_from(-passed.max(1)).unwrap_or(-1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_come_back_as_they_were() {
        for (at, id) in [(17.0, "a~b~"), (6_963_200_000_503_825.0, "repeat:x:1"), (0.5, "")] {
            let place = Place { section: 3, at, id: id.into() };
            assert_eq!(Place::parse(&place.print()).ok(), Some(place));
        }
        for bad in ["", "1", "1~2", "x~1~a", "1~x~a", "1~inf~a", "-1~1~a"] {
            assert!(Place::parse(bad).is_err(), "{bad}");
        }
    }
}
