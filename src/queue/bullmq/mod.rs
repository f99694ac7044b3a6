//! The queue on BullMQ: its keys, its states, its scripts, on Redis, beside any other client.
//!
//! Jobs are run by the `Worker` of the official crate, and what operators change goes through its
//! `Queue`. Both wait for Redis for much longer than anybody should, so each call here has a limit
//! of our own; and what can be read is read directly, without loading Redis.
//!
//! - [`engine`]: the crate's queues, made when first needed, bounded in time
//! - [`scripts`]: what the crate has no call for
//! - [`record`], [`options`]: hashes of jobs, which may be anybody's, as [`super::Job`]
//! - [`add`], [`read`], [`pages`], [`change`], [`sweep`], [`reports`], [`schedules`], [`events`]:
//!   what producers and operators do
//! - [`workers`]: who else works on a queue
//! - [`consume`]: a worker; [`attempt`] is one job in its hands

mod add;
mod attempt;
mod change;
mod consume;
mod engine;
mod events;
mod obliterate;
mod options;
mod pages;
mod read;
mod record;
mod reports;
mod schedules;
mod scripts;
mod sweep;
mod workers;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use bullmq::QueueKeys;
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use super::{
    Added, ConnectedWorker, ConsumeOptions, EventCursor, Handler, Job, JobPage, JobQueue, JobState,
    LogPage, NewJob, NewSchedule, PageRequest, QueueCounts, QueueError, QueueEvent, Schedule,
    Swept, WaitOutcome,
};
use crate::clock::SharedClock;
use crate::redis_link::{RedisLink, RedisLinkError};
use engine::Engine;

/// Most ids told of a sweep.
const SAMPLE: usize = 20;

impl From<RedisLinkError> for QueueError {
    fn from(error: RedisLinkError) -> Self {
        if error.is_surprise() {
            return Self::Unusable(Box::new(error));
        }
        Self::Unreachable(Box::new(error))
    }
}

/// The queue on BullMQ; cheap to clone. Making one does not need Redis.
#[derive(Debug, Clone)]
pub struct BullMqQueue {
    link: RedisLink,
    engine: Arc<Engine>,
    prefix: Arc<str>,
    clock: SharedClock,
    found: Arc<Mutex<read::Found>>,
}

impl BullMqQueue {
    /// On the Redis of `link`; `prefix` begins every key (BullMQ's own is `bull`).
    ///
    /// # Errors
    /// [`QueueError::Invalid`]: the prefix is empty or has a colon in it.
    pub fn new(link: RedisLink, prefix: &str, clock: SharedClock) -> Result<Self, QueueError> {
        if prefix.is_empty() || prefix.contains([':', '\0']) {
            return Err(QueueError::Invalid(format!(
                "{prefix:?} cannot be the prefix of queues in Redis: it must not be empty or contain a colon"
            )));
        }
        Ok(Self {
            engine: Arc::new(Engine::new(link.clone(), prefix)),
            link,
            prefix: prefix.into(),
            clock,
            found: Arc::default(),
        })
    }

    /// Tells of queues that need not be searched for.
    #[must_use]
    pub fn familiar_with(self, queues: &[&str]) -> Self {
        for queue in queues {
            self.note(queue);
        }
        self
    }

    fn keys(&self, queue: &str) -> QueueKeys {
        QueueKeys::new(queue, Some(&self.prefix))
    }

    fn no_such_job(queue: &str, id: &str) -> QueueError {
        QueueError::NoSuchJob { queue: queue.to_owned(), id: id.to_owned() }
    }
}

#[async_trait]
impl JobQueue for BullMqQueue {
    async fn add_bulk(&self, queue: &str, jobs: Vec<NewJob>) -> Result<Vec<Added>, QueueError> {
        self.add_jobs(queue, jobs).await
    }

    async fn queues(&self) -> Result<Vec<String>, QueueError> {
        self.find_queues().await
    }

    async fn familiar_queues(&self) -> Result<Vec<String>, QueueError> {
        Ok(self.familiar())
    }

    async fn exists(&self, queue: &str) -> Result<bool, QueueError> {
        self.is_known(queue).await
    }

    async fn connected_workers(
        &self,
        queues: &[String],
    ) -> Result<Vec<ConnectedWorker>, QueueError> {
        self.list_workers(queues).await
    }

    async fn counts(&self, queue: &str) -> Result<QueueCounts, QueueError> {
        self.count_jobs(queue).await
    }

    async fn get(&self, queue: &str, id: &str) -> Result<Option<Job>, QueueError> {
        self.get_job(queue, id).await
    }

    async fn list(
        &self,
        queue: &str,
        states: &[JobState],
        page: PageRequest,
    ) -> Result<JobPage, QueueError> {
        self.list_jobs(queue, states, page).await
    }

    async fn logs(
        &self,
        queue: &str,
        id: &str,
        from: u64,
        limit: u32,
    ) -> Result<LogPage, QueueError> {
        self.read_logs(queue, id, from, limit).await
    }

    async fn append_log(&self, queue: &str, id: &str, line: &str) -> Result<(), QueueError> {
        self.write_log(queue, id, line).await
    }

    async fn set_progress(&self, queue: &str, id: &str, progress: Value) -> Result<(), QueueError> {
        self.write_progress(queue, id, &progress).await
    }

    async fn retry(&self, queue: &str, id: &str) -> Result<(), QueueError> {
        self.retry_job(queue, id).await
    }

    async fn promote(&self, queue: &str, id: &str) -> Result<(), QueueError> {
        self.promote_job(queue, id).await
    }

    async fn remove(&self, queue: &str, id: &str) -> Result<(), QueueError> {
        self.remove_job(queue, id).await
    }

    async fn pause(&self, queue: &str) -> Result<(), QueueError> {
        self.set_paused(queue, true).await
    }

    async fn resume(&self, queue: &str) -> Result<(), QueueError> {
        self.set_paused(queue, false).await
    }

    async fn drain(&self, queue: &str, delayed: bool, dry_run: bool) -> Result<Swept, QueueError> {
        self.drain_jobs(queue, delayed, dry_run).await
    }

    async fn clean(
        &self,
        queue: &str,
        state: JobState,
        grace: Duration,
        limit: u32,
        dry_run: bool,
    ) -> Result<Swept, QueueError> {
        self.clean_jobs(queue, state, grace, limit, dry_run).await
    }

    async fn obliterate(&self, queue: &str, force: bool) -> Result<u64, QueueError> {
        self.obliterate_queue(queue, force).await
    }

    async fn upsert_schedule(&self, schedule: NewSchedule) -> Result<Schedule, QueueError> {
        self.put_schedule(schedule).await
    }

    async fn schedules(&self, queue: Option<&str>) -> Result<Vec<Schedule>, QueueError> {
        self.list_schedules(queue).await
    }

    async fn remove_schedule(&self, queue: &str, id: &str) -> Result<bool, QueueError> {
        self.delete_schedule(queue, id).await
    }

    async fn run_schedule(&self, queue: &str, id: &str) -> Result<Added, QueueError> {
        self.start_schedule(queue, id).await
    }

    async fn events(
        &self,
        queue: &str,
        after: EventCursor,
        limit: u32,
    ) -> Result<Vec<QueueEvent>, QueueError> {
        self.read_events(queue, &after, limit).await
    }

    async fn event_cursor(&self, queue: &str) -> Result<EventCursor, QueueError> {
        self.newest_event(queue).await
    }

    async fn wait(
        &self,
        queue: &str,
        id: &str,
        since: EventCursor,
        timeout: Option<Duration>,
    ) -> Result<WaitOutcome, QueueError> {
        self.wait_for(queue, id, &since, timeout).await
    }

    async fn consume(
        &self,
        queue: &str,
        options: ConsumeOptions,
        handler: Arc<dyn Handler>,
        stop: CancellationToken,
    ) -> Result<(), QueueError> {
        consume::run(self, queue, options, handler, stop).await
    }
}
