//! Notices when jobs that were run again fail again.

use std::collections::{BTreeMap, HashMap};

use crate::cli::jobs::Target;
use crate::queue::{EventCursor, EventKind, JobQueue, QueueError};

/// Events read at a time.
const PAGE: u32 = 500;
/// Pages read at one look; the rest is read at the next.
const PAGES: u32 = 20;

/// Follows the events of queues for jobs that were retried.
pub(super) struct Watch<'a> {
    queue: &'a dyn JobQueue,
    cursors: BTreeMap<String, EventCursor>,
    /// Jobs whose end is not known, with the number of their batch.
    open: HashMap<Target, usize>,
    /// Jobs of each batch that failed again.
    failed: Vec<u64>,
    batch: u64,
    most: u64,
    retried: u64,
}

/// Too many of one batch failed again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Relapse {
    pub(super) failed: u64,
    pub(super) batch: u64,
}

impl<'a> Watch<'a> {
    /// From now on. More than `most` failures among `batch` jobs, one after the other, are too many.
    ///
    /// # Errors
    /// The queue cannot be reached.
    pub(super) async fn start(
        queue: &'a dyn JobQueue,
        targets: &[Target],
        batch: u64,
        most: u64,
    ) -> Result<Self, QueueError> {
        let mut cursors = BTreeMap::new();
        for target in targets {
            if !cursors.contains_key(&target.queue) {
                let cursor = queue.event_cursor(&target.queue).await?;
                cursors.insert(target.queue.clone(), cursor);
            }
        }
        let (open, failed) = (HashMap::new(), Vec::new());
        Ok(Self { queue, cursors, open, failed, batch: batch.max(1), most, retried: 0 })
    }

    /// Says that a job is about to be retried, so that its events are not missed.
    pub(super) fn retrying(&mut self, target: &Target) {
        let batch = usize::try_from(self.retried / self.batch).unwrap_or(usize::MAX);
        self.retried += 1;
        self.open.insert(target.clone(), batch);
    }

    /// Whether the next job begins a batch.
    pub(super) fn at_batch(&self) -> bool {
        self.retried.is_multiple_of(self.batch)
    }

    /// Jobs that failed again so far.
    pub(super) fn failed(&self) -> u64 {
        self.failed.iter().sum()
    }

    /// Reads what has happened, and tells whether too many of a batch have failed again.
    ///
    /// # Errors
    /// The queue cannot be reached.
    pub(super) async fn look(&mut self) -> Result<Option<Relapse>, QueueError> {
        let names: Vec<String> = self.cursors.keys().cloned().collect();
        for name in names {
            self.read(&name).await?;
        }
        let worst = self.failed.iter().copied().max().unwrap_or(0);
        Ok((worst > self.most).then_some(Relapse { failed: worst, batch: self.batch }))
    }

    async fn read(&mut self, name: &str) -> Result<(), QueueError> {
        for _ in 0..PAGES {
            let Some(cursor) = self.cursors.get(name).cloned() else { break };
            let events = self.queue.events(name, cursor, PAGE).await?;
            let Some(last) = events.last() else { break };
            self.cursors.insert(name.to_owned(), last.cursor.clone());
            let whole = events.len() == PAGE as usize;
            for event in events {
                let Some(id) = event.job_id else { continue };
                match event.kind {
                    EventKind::Failed => self.failed_again(&Target::new(name, id)),
                    EventKind::Completed | EventKind::Removed => {
                        self.open.remove(&Target::new(name, id));
                    }
                    _ => {}
                }
            }
            if !whole {
                break;
            }
        }
        Ok(())
    }

    fn failed_again(&mut self, target: &Target) {
        let Some(batch) = self.open.remove(target) else { return };
        if self.failed.len() <= batch {
            self.failed.resize(batch + 1, 0);
        }
        self.failed[batch] += 1;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Duration;

    use async_trait::async_trait;
    use serde_json::{Value, json};
    use tokio_util::sync::CancellationToken;

    use super::*;
    use crate::clock::SystemClock;
    use crate::db::Db;
    use crate::queue::sql::SqlQueue;
    use crate::queue::{
        ActiveJob, ConsumeOptions, Handler, JobFailure, JobOptions, JobState, NewJob,
    };

    /// Fails jobs whose payload says so.
    struct Obedient;

    #[async_trait]
    impl Handler for Obedient {
        async fn run(&self, job: ActiveJob) -> Result<Value, JobFailure> {
            match job.job.data["fail"].as_bool() {
                Some(true) => Err(JobFailure::permanent("again")),
                _ => Ok(Value::Null),
            }
        }
    }

    async fn work_off(queue: &SqlQueue) {
        let stop = CancellationToken::new();
        let (worker, stopped) = (queue.clone(), stop.clone());
        let task = tokio::spawn(async move {
            let options = ConsumeOptions::default();
            worker.consume("mail", options, Arc::new(Obedient), stopped).await
        });
        loop {
            let counts = queue.counts("mail").await.expect("counts");
            if counts.ready() + counts.active == 0 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        stop.cancel();
        task.await.expect("no panic").expect("the worker ends well");
    }

    #[tokio::test]
    async fn a_batch_of_which_too_many_fail_again_is_noticed() {
        let dir = tempfile::tempdir().expect("a directory");
        let db = Db::open(dir.path()).await.expect("a database");
        let queue = SqlQueue::new(db, SystemClock::shared());
        let targets: Vec<Target> = (0..8).map(|n| Target::new("mail", format!("j{n}"))).collect();
        for (n, target) in targets.iter().enumerate() {
            let (data, id) = (json!({"fail": n % 4 != 3}), Some(target.id.clone()));
            let options = JobOptions::default();
            let job = NewJob { name: "n".into(), data, id, options };
            queue.add("mail", job).await.expect("added");
        }
        work_off(&queue).await;
        let mut watch = Watch::start(&queue, &targets, 4, 2).await.expect("events");
        assert_eq!(watch.look().await.expect("events"), None, "what failed before does not count");
        for target in &targets[..6] {
            watch.retrying(target);
            queue.retry("mail", &target.id).await.expect("retried");
        }
        assert!(!watch.at_batch());
        assert_eq!((watch.look().await.expect("events"), watch.failed()), (None, 0));
        work_off(&queue).await;
        let relapse = watch.look().await.expect("events");
        assert_eq!(relapse, Some(Relapse { failed: 3, batch: 4 }));
        assert_eq!(watch.failed(), 5, "each counts once, those of others not at all");
        let failed = queue.counts("mail").await.expect("counts").of(JobState::Failed);
        assert_eq!(failed, 6);
    }
}
