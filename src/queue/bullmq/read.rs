use std::collections::BTreeSet;
use std::time::Duration;

use bullmq::QueueKeys;
use redis::pipe;
use tokio::time::Instant;

use super::BullMqQueue;
use super::record::Record;
use crate::model::Timestamp;
use crate::queue::{Job, JobState, QueueCounts, QueueError, check};
use crate::redis_link::RedisLinkError;

/// Keys looked at in one step of a search for queues.
const SCANNED: usize = 1_000;
/// How long what was found stays good. A search looks at every key that there is.
const FOUND_FOR: Duration = Duration::from_secs(30);
/// Longest time for a whole search.
const SEARCH_LIMIT: Duration = Duration::from_secs(60);
/// Queues found at most.
const QUEUES: usize = 10_000;

/// The queues that were found last, and since then used.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// When was searched.
    at: Option<Instant>,
    queues: BTreeSet<String>,
    /// Told by [`BullMqQueue::note`]: familiar, whether or not they hold anything.
    noted: BTreeSet<String>,
}

/// Where a job is, by the sets that hold it.
type Places =
    (Record, Option<f64>, Option<f64>, Option<f64>, Option<f64>, Option<f64>, Option<u64>, bool);

impl BullMqQueue {
    pub(super) async fn get_job(&self, queue: &str, id: &str) -> Result<Option<Job>, QueueError> {
        if check::is_reserved(id) {
            return Ok(None);
        }
        let keys = self.keys(queue);
        // One transaction: a job that moves meanwhile is seen in one place. A job that is in none of
        // these waits; to look for it in a long list would be dear.
        let mut pipe = pipe();
        pipe.atomic().hgetall(keys.job_key(id));
        for set in [
            keys.completed(),
            keys.failed(),
            keys.delayed(),
            keys.prioritized(),
            keys.waiting_children(),
        ] {
            pipe.zscore(set, id);
        }
        pipe.cmd("LPOS").arg(keys.active()).arg(id).hexists(keys.meta(), "paused");
        let (record, completed, failed, delayed, prioritized, children, active, paused): Places =
            self.link.pipeline(&pipe).await?;
        if record.is_empty() {
            return Ok(None);
        }
        let state = match () {
            () if completed.is_some() => JobState::Completed,
            () if failed.is_some() => JobState::Failed,
            () if delayed.is_some() => JobState::Delayed,
            () if active.is_some() => JobState::Active,
            () if prioritized.is_some() => JobState::Prioritized,
            () if children.is_some() => JobState::WaitingChildren,
            () if paused => JobState::Paused,
            () => JobState::Waiting,
        };
        Ok(Some(record.into_job(queue, id.to_owned(), state, delayed.map(due))))
    }

    pub(super) async fn count_jobs(&self, queue: &str) -> Result<QueueCounts, QueueError> {
        let keys = self.keys(queue);
        let mut pipe = pipe();
        pipe.atomic();
        for list in [keys.wait(), keys.paused(), keys.active()] {
            pipe.llen(list);
        }
        for set in [
            keys.prioritized(),
            keys.delayed(),
            keys.completed(),
            keys.failed(),
            keys.waiting_children(),
        ] {
            pipe.zcard(set);
        }
        pipe.hexists(keys.meta(), "paused");
        pipe.lindex(keys.wait(), -1).lindex(keys.paused(), -1).zrange(keys.prioritized(), 0, 0);
        let (lists, sets, is_paused, first, first_paused, first_prioritized) = {
            type Answer = (
                u64,
                u64,
                u64,
                u64,
                u64,
                u64,
                u64,
                u64,
                bool,
                Option<Vec<u8>>,
                Option<Vec<u8>>,
                Vec<Vec<u8>>,
            );
            let (wait, paused, active, p, d, c, f, w, is_paused, one, two, three): Answer =
                self.link.pipeline(&pipe).await?;
            ([wait, paused, active], [p, d, c, f, w], is_paused, one, two, three)
        };
        let [wait, paused, active] = lists;
        let [prioritized, delayed, completed, failed, waiting_children] = sets;
        let oldest = first.into_iter().chain(first_paused).chain(first_prioritized);
        // While a queue is paused, what would wait is told as paused, wherever BullMQ keeps it.
        let (waiting, paused) = if is_paused { (0, wait + paused) } else { (wait, paused) };
        Ok(QueueCounts {
            waiting,
            prioritized,
            delayed,
            active,
            completed,
            failed,
            waiting_children,
            paused,
            is_paused,
            oldest_waiting_at: self.oldest(queue, oldest.collect()).await?,
        })
    }

    /// The earliest of the times at which these jobs were added.
    async fn oldest(
        &self,
        queue: &str,
        ids: Vec<Vec<u8>>,
    ) -> Result<Option<Timestamp>, QueueError> {
        if ids.is_empty() {
            return Ok(None);
        }
        let keys = self.keys(queue);
        let mut pipe = pipe();
        for id in &ids {
            pipe.hget(job_key(&keys, id), "timestamp");
        }
        let times: Vec<Option<Vec<u8>>> = self.link.pipeline(&pipe).await?;
        Ok(times.into_iter().flatten().filter_map(|at| time(&at)).min())
    }

    /// Whether anybody has ever used the queue.
    pub(super) async fn is_known(&self, queue: &str) -> Result<bool, QueueError> {
        Ok(self.link.query(redis::cmd("EXISTS").arg(self.keys(queue).meta())).await?)
    }

    pub(super) async fn find_queues(&self) -> Result<Vec<String>, QueueError> {
        if let Some(queues) = self.found_lately() {
            return Ok(queues);
        }
        let queues = self.search().await?;
        let names = queues.iter().cloned().collect();
        let mut found = self.found();
        found.at = Some(Instant::now());
        found.queues = queues;
        Ok(names)
    }

    fn found_lately(&self) -> Option<Vec<String>> {
        let found = self.found();
        let fresh = found.at?.elapsed() < FOUND_FOR;
        fresh.then(|| found.queues.iter().cloned().collect())
    }

    /// The queues that are known without a search.
    pub(super) fn familiar(&self) -> Vec<String> {
        let found = self.found();
        found.queues.union(&found.noted).cloned().collect()
    }

    /// A queue is used that may be new.
    pub(super) fn note(&self, queue: &str) {
        self.found().noted.insert(queue.to_owned());
    }

    /// A queue came to be that was not there when it was searched.
    pub(super) fn list(&self, queue: &str) {
        let mut found = self.found();
        if !found.queues.contains(queue) || !found.noted.contains(queue) {
            found.noted.insert(queue.to_owned());
            found.queues.insert(queue.to_owned());
        }
    }

    /// A queue is there no more.
    pub(super) fn unlist(&self, queue: &str) {
        let mut found = self.found();
        found.queues.remove(queue);
        found.noted.remove(queue);
    }

    fn found(&self) -> std::sync::MutexGuard<'_, Found> {
        self.found.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Goes through the keys in small steps, so that Redis serves others in between.
    async fn search(&self) -> Result<BTreeSet<String>, QueueError> {
        let begun = Instant::now();
        let pattern = format!("{}:*:meta", escaped(&self.prefix));
        let mut queues = BTreeSet::new();
        let mut cursor = "0".to_owned();
        loop {
            let mut scan = redis::cmd("SCAN");
            scan.arg(&cursor).arg("MATCH").arg(&pattern).arg("COUNT").arg(SCANNED);
            let found = self.link.query(&scan).await;
            let (next, keys): (String, Vec<Vec<u8>>) = found.map_err(forbidden)?;
            queues.extend(keys.iter().filter_map(|key| self.named(key)));
            cursor = next;
            if cursor == "0" || queues.len() >= QUEUES {
                return Ok(queues);
            }
            if begun.elapsed() > SEARCH_LIMIT {
                tracing::warn!("the search for queues was ended early: there are too many keys");
                return Ok(queues);
            }
        }
    }

    /// The queue whose meta key this is. A name with a colon is something else's key.
    fn named(&self, key: &[u8]) -> Option<String> {
        let key = std::str::from_utf8(key).ok()?;
        let name = key.strip_prefix(&*self.prefix)?.strip_prefix(':')?.strip_suffix(":meta")?;
        (!name.is_empty() && !name.contains(':')).then(|| name.to_owned())
    }
}

/// A user that may not search has no outage.
fn forbidden(error: RedisLinkError) -> QueueError {
    match &error {
        RedisLinkError::Failed { source, .. } if source.code() == Some("NOPERM") => {
            QueueError::Unusable(Box::new(error))
        }
        _ => error.into(),
    }
}

/// The key of a job whose id need not be text.
pub(super) fn job_key(keys: &QueueKeys, id: &[u8]) -> Vec<u8> {
    [keys.key_prefix().as_bytes(), id].concat()
}

/// When a delayed job is due, by its score: milliseconds, and twelve bits that keep the order.
#[allow(clippy::cast_possible_truncation)]
pub(super) fn due(score: f64) -> Timestamp {
    Timestamp::from_millis((score / 4096.0) as i64)
}

/// A time as a job's hash has it.
pub(super) fn time(bytes: &[u8]) -> Option<Timestamp> {
    std::str::from_utf8(bytes).ok()?.parse().ok().map(Timestamp::from_millis)
}

/// Text that a pattern of Redis takes literally.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '*' | '?' | '[' | ']' | '\\' | '^') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_of_delayed_jobs_are_times() {
        assert_eq!(due(1_700_000_000_123.0 * 4096.0 + 17.0).millis(), 1_700_000_000_123);
    }

    #[test]
    fn prefixes_are_taken_literally() {
        assert_eq!(escaped("{bull}*[a]"), "{bull}\\*\\[a\\]");
    }
}
