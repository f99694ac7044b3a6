//! Reads the jobs of queues page by page within a bound, so that no server is asked for more than
//! was meant.

use std::ops::ControlFlow;

use clap::Args;
use serde_json::{Map, Value, json};

use super::overview::jobs;
use crate::queue::{Job, JobQueue, JobState, PageRequest, QueueCounts};

/// Jobs read at a time.
const PAGE: u64 = 250;

/// How far to look.
#[derive(Debug, Clone, Args)]
pub struct ScanArgs {
    /// Look at no more than this many jobs, shared fairly among the queues
    #[arg(long, value_name = "N", default_value_t = 10_000, value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    pub scan: u64,
}

/// How far was looked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scanned {
    /// Jobs that were looked at.
    pub scanned: u64,
    /// There are others that were not.
    pub truncated: bool,
}

impl Scanned {
    /// The figures that stand beside a list.
    pub fn meta(self, matched: u64) -> Map<String, Value> {
        let mut meta = Map::new();
        meta.insert("matched".into(), json!(matched));
        meta.insert("scanned".into(), json!(self.scanned));
        meta.insert("truncated".into(), json!(self.truncated));
        meta
    }

    /// What to say where not all was looked at.
    pub fn warning(self) -> Option<String> {
        self.truncated.then(|| {
            format!("only {} were looked at, there are more; see --scan", jobs(self.scanned))
        })
    }
}

/// Gives each job in any of `states` (all, where empty) to `take`, until `most` have been looked at
/// or `take` breaks off. Queues with few jobs leave their share to those with many.
///
/// # Errors
/// The queue cannot be reached, or `take` fails.
pub async fn scan(
    queue: &dyn JobQueue,
    names: &[String],
    states: &[JobState],
    most: u64,
    mut take: impl FnMut(Job) -> anyhow::Result<ControlFlow<()>>,
) -> anyhow::Result<Scanned> {
    let mut sizes = Vec::new();
    for name in names {
        sizes.push((size(&queue.counts(name).await?, states), name));
    }
    sizes.sort();
    let mut scanned = Scanned::default();
    let mut queues_left = sizes.len() as u64;
    for (_, name) in sizes {
        let mut share = (most - scanned.scanned).div_ceil(queues_left.max(1));
        queues_left -= 1;
        let mut cursor = None;
        loop {
            if share == 0 {
                scanned.truncated = true;
                break;
            }
            let limit = u32::try_from(share.min(PAGE)).unwrap_or(1);
            let page = queue.list(name, states, PageRequest { cursor, limit }).await?;
            let last = page.jobs.len();
            for (n, job) in page.jobs.into_iter().enumerate() {
                scanned.scanned += 1;
                share = share.saturating_sub(1);
                if take(job)?.is_break() {
                    let more = n + 1 < last || page.next.is_some() || queues_left > 0;
                    scanned.truncated |= more;
                    return Ok(scanned);
                }
            }
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
    }
    Ok(scanned)
}

fn size(counts: &QueueCounts, states: &[JobState]) -> u64 {
    let states = if states.is_empty() { JobState::ALL } else { states };
    states.iter().map(|state| counts.of(*state)).sum()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::clock::ManualClock;
    use crate::db::Db;
    use crate::model::Timestamp;
    use crate::queue::sql::SqlQueue;
    use crate::queue::{JobOptions, NewJob};

    async fn filled() -> (SqlQueue, tempfile::TempDir) {
        let dir = tempfile::tempdir().expect("a directory");
        let db = Db::open(dir.path()).await.expect("a database");
        let queue = SqlQueue::new(db, ManualClock::at(Timestamp::from_secs(1_000)));
        for (name, count) in [("large", 600), ("small", 3)] {
            let job = NewJob {
                name: "n".into(),
                data: json!(1),
                id: None,
                options: JobOptions::default(),
            };
            queue.add_bulk(name, vec![job; count]).await.expect("added");
        }
        (queue, dir)
    }

    async fn read(queue: &SqlQueue, most: u64) -> (Scanned, BTreeMap<String, u64>) {
        let names = ["empty", "large", "small"].map(str::to_owned);
        let mut seen = BTreeMap::new();
        let scanned = scan(queue, &names, &[JobState::Waiting], most, |job| {
            *seen.entry(job.queue).or_default() += 1;
            Ok(ControlFlow::Continue(()))
        });
        let scanned = scanned.await.expect("read");
        (scanned, seen)
    }

    #[tokio::test]
    async fn a_large_queue_takes_what_small_ones_leave() {
        let (queue, _dir) = filled().await;
        for (most, small, large, truncated) in
            [(603, 3, 600, false), (602, 3, 599, true), (20, 3, 17, true), (2, 1, 0, true)]
        {
            let (scanned, seen) = read(&queue, most).await;
            let of = |name: &str| seen.get(name).copied().unwrap_or(0);
            assert_eq!(scanned.truncated, truncated, "{most}");
            assert!(scanned.scanned <= most, "{most}: {scanned:?}");
            assert!(of("small") >= small && of("large") >= large, "{most}: {seen:?}");
        }
    }

    #[tokio::test]
    async fn breaking_off_tells_whether_there_is_more() {
        let (queue, _dir) = filled().await;
        let names = ["small".to_owned()];
        for (stop, truncated) in [(2, true), (3, false)] {
            let mut seen = 0;
            let scanned = scan(&queue, &names, &[], 100, |_| {
                seen += 1;
                Ok(if seen == stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
            });
            assert_eq!(scanned.await.expect("read"), Scanned { scanned: stop, truncated });
        }
    }
}
