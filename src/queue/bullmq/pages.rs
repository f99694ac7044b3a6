//! Pages of jobs. A page reads a range of one list or set and the hashes of just its jobs, however
//! many there are before and behind it.

use redis::pipe;

use super::BullMqQueue;
use super::read::{due, job_key};
use super::record::{Record, text};
use crate::queue::{Job, JobPage, JobState, PageRequest, QueueError};

/// Hashes read in one step.
const STEP: usize = 250;
/// How often more is read for one page where ids have no job.
const REFILLS: usize = 1_000;
/// How far from where it was a list is searched for the last job of the page before, at first.
const NEAR: i64 = 1_000;

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

/// The place behind a job: which section, how far in (or at which score), and the job, whose id
/// need not be text.
#[derive(Debug, Clone, PartialEq)]
struct Place {
    section: usize,
    at: f64,
    id: Vec<u8>,
}

impl Place {
    fn parse(text: &str) -> Result<Self, QueueError> {
        let mut parts = text.splitn(3, '~');
        let place = (|| {
            let section = parts.next()?.parse().ok()?;
            let at: f64 = parts.next()?.parse().ok()?;
            let id = read_id(parts.next()?)?;
            at.is_finite().then_some(Self { section, at, id })
        })();
        place.ok_or_else(|| {
            QueueError::Invalid(format!(
                "{text:?} is not a cursor of a list of jobs; take the `next` of the page before"
            ))
        })
    }

    fn print(&self) -> String {
        format!("{}~{}~{}", self.section, self.at, print_id(&self.id))
    }
}

/// An id within a cursor: as it is where that is plain, else in hexadecimal behind a `%`, so that a
/// cursor can be copied from a terminal whatever the ids are.
fn print_id(id: &[u8]) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b":._-~".contains(byte);
    if id.iter().all(plain) {
        return text(id);
    }
    id.iter().fold("%".to_owned(), |printed, byte| printed + &format!("{byte:02x}"))
}

fn read_id(text: &str) -> Option<Vec<u8>> {
    let Some(digits) = text.strip_prefix('%') else { return Some(text.into()) };
    let digits: Option<Vec<u32>> = digits.chars().map(|digit| digit.to_digit(16)).collect();
    let pairs = digits?.chunks(2).map(<[u32]>::to_vec).collect::<Vec<_>>();
    pairs.iter().map(|pair| u8::try_from(pair.first()? * 16 + pair.get(1)?).ok()).collect()
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
        let mut jobs = Vec::new();
        for _ in 0..REFILLS {
            let (places, next) = self.places(&sections, after, wanted - jobs.len()).await?;
            jobs.extend(self.load(queue, &sections, places).await?);
            // Of some there may be no more than the id: others come in their place.
            if jobs.len() == wanted || next.is_none() {
                return Ok(JobPage { jobs, next: next.as_ref().map(Place::print) });
            }
            after = next;
        }
        Ok(JobPage { jobs, next: after.as_ref().map(Place::print) })
    }

    /// The next places behind `after`, and the last of them where there are more.
    async fn places(
        &self,
        sections: &[Section],
        mut after: Option<Place>,
        wanted: usize,
    ) -> Result<(Vec<Place>, Option<Place>), QueueError> {
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
        let next = places.last().filter(|_| more).cloned();
        Ok((places, next))
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
        let ids: Vec<Vec<u8>> = self.link.query(&range).await?;
        // Older clients put markers among the jobs.
        let ids = ids.into_iter().rev().zip(passed + 1..).filter(|(id, _)| !id.starts_with(b"0:"));
        #[allow(clippy::cast_precision_loss)]
        Ok(ids.map(|(id, at)| place((id, at as f64))).collect())
    }

    /// How many jobs of a list come before what is behind `after`. Jobs leave a list at the end
    /// that is told first: where the job is gone, so are those that came before it.
    async fn passed(&self, key: &str, after: &Place) -> Result<i64, QueueError> {
        #[allow(clippy::cast_possible_truncation)]
        let passed = (after.at as i64).max(1);
        let there: Option<Vec<u8>> =
            self.link.query(redis::cmd("LINDEX").arg(key).arg(-passed)).await?;
        if there.as_ref() == Some(&after.id) {
            return Ok(passed);
        }
        // Some have left since, or have come in before it: it is not far.
        let last = (passed - NEAR).max(1);
        let mut range = redis::cmd("LRANGE");
        range.arg(key).arg(-(passed + NEAR)).arg(-last);
        let near: Vec<Vec<u8>> = self.link.query(&range).await?;
        if let Some(place) = near.iter().rev().position(|id| *id == after.id) {
            return Ok(last + signed(place));
        }
        // The whole list, as a last resort: a million take Redis some milliseconds.
        let mut pipe = pipe();
        pipe.atomic().llen(key).cmd("LPOS").arg(key).arg(&after.id).arg("RANK").arg(-1);
        let (length, index): (i64, Option<i64>) = self.link.pipeline(&pipe).await?;
        Ok(index.map_or(0, |index| length - index))
    }

    /// Up to `limit` members of a set with their scores, behind `after`.
    async fn range(
        &self,
        section: &Section,
        after: Option<Place>,
        limit: usize,
    ) -> Result<Vec<(Vec<u8>, f64)>, QueueError> {
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
    ) -> Result<Vec<(Vec<u8>, f64)>, QueueError> {
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
                pipe.hgetall(job_key(&keys, &place.id));
            }
            let records: Vec<Record> = self.link.pipeline(&pipe).await?;
            for (record, place) in records.into_iter().zip(step) {
                if !record.is_empty() {
                    let state = sections[place.section].state;
                    let run_at = (state == JobState::Delayed).then(|| due(place.at));
                    jobs.push(record.into_job(queue, text(&place.id), state, run_at));
                }
            }
        }
        Ok(jobs)
    }
}

fn signed(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_come_back_as_they_were() {
        let ids: [&[u8]; 6] = [b"a~b~", b"repeat:x:1", b"", b"%41", b"a,b\x1b c", b"\xff\xfe"];
        for (at, id) in [17.0, 6_963_200_000_503_825.0, 0.5].into_iter().cycle().zip(ids) {
            let place = Place { section: 3, at, id: id.into() };
            let printed = place.print();
            assert!(printed.bytes().all(|b| b.is_ascii_graphic() && b != b','), "{printed}");
            assert_eq!(Place::parse(&printed).ok(), Some(place));
        }
        for bad in ["", "1", "1~2", "x~1~a", "1~x~a", "1~inf~a", "-1~1~a", "1~1~%f", "1~1~%zz"] {
            assert!(Place::parse(bad).is_err(), "{bad}");
        }
    }
}
