//! One list of the jobs of several queues, a page at a time.

use std::cmp::Reverse;
use std::collections::VecDeque;

use crate::cli::exit::CliError;
use crate::model::Timestamp;
use crate::queue::{Job, JobPage, JobQueue, JobState, PageRequest};

/// Between the queues of a cursor; not in names of queues.
const BETWEEN: char = ',';
/// Between a queue's number and its own cursor.
const BEFORE: char = ':';

/// The place in one queue where a page begins, and what was read from there.
struct Source<'a> {
    name: &'a str,
    cursor: Option<String>,
    jobs: VecDeque<Job>,
    taken: u32,
    more: bool,
}

/// The next `limit` jobs of all `queues`, in the order of their lists.
///
/// # Errors
/// The cursor was not made by this list, or the queue cannot be reached.
pub(super) async fn merged(
    queue: &dyn JobQueue,
    queues: &[String],
    states: &[JobState],
    limit: u32,
    cursor: Option<&str>,
) -> anyhow::Result<JobPage> {
    if let [only] = queues {
        let page = PageRequest { cursor: cursor.map(str::to_owned), limit };
        return Ok(queue.list(only, states, page).await?);
    }
    let mut sources = Vec::new();
    for (name, cursor) in starts(queues, cursor)? {
        let page = PageRequest { cursor: cursor.clone(), limit };
        let page = queue.list(name, states, page).await?;
        let more = page.next.is_some();
        sources.push(Source { name, cursor, jobs: page.jobs.into(), taken: 0, more });
    }
    let jobs = take(&mut sources, limit);
    let mut next = Vec::new();
    for source in sources.iter().filter(|s| s.more || !s.jobs.is_empty()) {
        // A queue tells cursors only at the end of a page: ask for one that ends where we stopped.
        let cursor = match source.taken {
            0 => source.cursor.clone(),
            taken => {
                let page = PageRequest { cursor: source.cursor.clone(), limit: taken };
                match queue.list(source.name, states, page).await?.next {
                    Some(cursor) => Some(cursor),
                    None => continue,
                }
            }
        };
        if let Some(number) = queues.iter().position(|name| name == source.name) {
            next.push(format!("{number}{BEFORE}{}", cursor.unwrap_or_default()));
        }
    }
    let next = (!next.is_empty()).then(|| next.join(&BETWEEN.to_string()));
    Ok(JobPage { jobs, next })
}

/// Where to begin in each queue; those that were read to their end are left out.
fn starts<'a>(
    queues: &'a [String],
    cursor: Option<&str>,
) -> Result<Vec<(&'a str, Option<String>)>, CliError> {
    let Some(cursor) = cursor else {
        return Ok(queues.iter().map(|name| (name.as_str(), None)).collect());
    };
    let wrong = || {
        CliError::usage(format!("{cursor:?} is not a cursor of this list of jobs"))
            .hint("take the one told by the page before, with the same --queue and --state")
    };
    cursor
        .split(BETWEEN)
        .map(|part| {
            let (number, own) = part.split_once(BEFORE).ok_or_else(wrong)?;
            let name = number.parse().ok().and_then(|n: usize| queues.get(n)).ok_or_else(wrong)?;
            Ok((name.as_str(), Some(own.to_owned()).filter(|own| !own.is_empty())))
        })
        .collect()
}

/// Takes the first `limit` jobs of all sources.
fn take(sources: &mut [Source<'_>], limit: u32) -> Vec<Job> {
    let mut jobs = Vec::new();
    while jobs.len() < limit as usize {
        let first = sources
            .iter_mut()
            .filter(|source| !source.jobs.is_empty())
            .min_by_key(|source| source.jobs.front().map(place));
        let Some(source) = first else { break };
        jobs.extend(source.jobs.pop_front());
        source.taken += 1;
    }
    jobs
}

type Place = (usize, u32, Timestamp, Reverse<Timestamp>);

/// Where a job stands in the order of lists.
fn place(job: &Job) -> Place {
    let zero = Timestamp::default();
    let finished = Reverse(job.finished_at.unwrap_or_default());
    match job.state {
        JobState::Active => (0, 0, job.processed_at.unwrap_or_default(), Reverse(zero)),
        JobState::Waiting | JobState::Paused => (1, 0, job.created_at, Reverse(zero)),
        JobState::Prioritized => (2, job.options.priority, job.created_at, Reverse(zero)),
        JobState::Delayed => (3, 0, job.run_at.unwrap_or_default(), Reverse(zero)),
        JobState::WaitingChildren => (4, 0, job.created_at, Reverse(zero)),
        JobState::Failed => (5, 0, zero, finished),
        JobState::Completed => (6, 0, zero, finished),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::clock::ManualClock;
    use crate::db::Db;
    use crate::queue::sql::SqlQueue;
    use crate::queue::{JobOptions, NewJob};

    #[tokio::test]
    async fn pages_of_several_queues_hold_each_job_once_in_order() {
        let dir = tempfile::tempdir().expect("a directory");
        let db = Db::open(dir.path()).await.expect("a database");
        let clock = ManualClock::at(Timestamp::from_secs(1_000));
        let queue = SqlQueue::new(db, clock.clone());
        let queues: Vec<String> = ["a", "b", "c"].map(str::to_owned).into();
        for n in 0..23_u32 {
            let name = ["a", "b", "a", "a"][n as usize % 4];
            let options = JobOptions { delay: u64::from(n % 5) * 60_000, ..JobOptions::default() };
            let job = NewJob { name: "n".into(), data: json!(n), id: None, options };
            queue.add(name, job).await.expect("added");
            clock.advance(std::time::Duration::from_secs(1));
        }
        let whole = merged(&queue, &queues, &[], 100, None).await.expect("a page");
        assert_eq!((whole.jobs.len(), &whole.next), (23, &None));
        let places: Vec<Place> = whole.jobs.iter().map(place).collect();
        assert!(places.is_sorted(), "{places:?}");
        for limit in [1, 4, 11, 22, 23] {
            let (mut jobs, mut cursor) = (Vec::new(), None);
            loop {
                let page =
                    merged(&queue, &queues, &[], limit, cursor.as_deref()).await.expect("a page");
                assert!(page.jobs.len() <= limit as usize && !page.jobs.is_empty());
                jobs.extend(page.jobs);
                cursor = page.next;
                if cursor.is_none() {
                    break;
                }
            }
            assert_eq!(jobs, whole.jobs, "pages of {limit}");
        }
        for wrong in ["x", "9:", "0", "a:1"] {
            assert!(merged(&queue, &queues, &[], 5, Some(wrong)).await.is_err(), "{wrong}");
        }
    }
}
