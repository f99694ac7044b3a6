//! The embedded queue, on the database: BullMQ's states and semantics in SQL.
//!
//! - [`rows`]: the table of jobs
//! - [`add`], [`list`], [`change`], [`obliterate`], [`schedules`], [`events`]: what producers and operators do
//! - [`consume`]: the loop of a worker, which gathers what its jobs need into few transactions;
//!   [`claim`] and [`finish`] are its steps
//! - [`spool`]: what [`super::failover`] needs besides

mod add;
mod change;
mod claim;
mod consume;
mod events;
mod finish;
mod list;
mod obliterate;
mod rows;
mod schedules;
mod spool;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use serde_json::Value;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::{
    Added, ConsumeOptions, EventCursor, Handler, Job, JobPage, JobQueue, JobState, LogPage, NewJob,
    NewSchedule, PageRequest, QueueCounts, QueueError, QueueEvent, Schedule, Swept, WaitOutcome,
    check,
};
use crate::clock::SharedClock;
use crate::db::{Db, execute, fetch};

/// Most ids told of a sweep.
const SAMPLE: usize = 20;

/// The queue on a database; cheap to clone.
#[derive(Debug, Clone)]
pub struct SqlQueue {
    db: Db,
    clock: SharedClock,
    shared: Arc<Shared>,
}

/// What the clones of one queue have in common.
#[derive(Debug, Default)]
struct Shared {
    /// Numbers of queues by name; they never change.
    ids: Mutex<HashMap<String, i64>>,
    /// Told when this process has added something that may run. Other processes look every
    /// [`consume::POLL`].
    added: Notify,
}

impl SqlQueue {
    /// On a database that has been migrated.
    pub fn new(db: Db, clock: SharedClock) -> Self {
        Self { db, clock, shared: Arc::default() }
    }

    /// The number of a queue; `None` where it has never held anything.
    async fn known(&self, queue: &str) -> Result<Option<i64>, QueueError> {
        if let Some(id) = self.cached(queue) {
            return Ok(Some(id));
        }
        let id: Option<i64> = fetch!(self.db.reader(), c =>
            sqlx::query_scalar("SELECT id FROM queues WHERE name = $1")
                .bind(queue)
                .fetch_optional(c))?;
        Ok(id.inspect(|&id| self.remember(queue, id)))
    }

    /// The number of a queue, which is made where it is missing.
    async fn made(&self, queue: &str) -> Result<i64, QueueError> {
        if let Some(id) = self.known(queue).await? {
            return Ok(id);
        }
        check::queue_name(queue)?;
        execute!(self.db.writer(), c =>
            sqlx::query("INSERT INTO queues (name) VALUES ($1) ON CONFLICT (name) DO NOTHING")
                .bind(queue)
                .execute(c))?;
        let id: i64 = fetch!(self.db.writer(), c =>
            sqlx::query_scalar("SELECT id FROM queues WHERE name = $1").bind(queue).fetch_one(c))?;
        self.remember(queue, id);
        Ok(id)
    }

    fn cached(&self, queue: &str) -> Option<i64> {
        self.shared.ids.lock().unwrap_or_else(PoisonError::into_inner).get(queue).copied()
    }

    fn remember(&self, queue: &str, id: i64) {
        let mut ids = self.shared.ids.lock().unwrap_or_else(PoisonError::into_inner);
        ids.insert(queue.to_owned(), id);
    }

    fn no_such_job(queue: &str, id: &str) -> QueueError {
        QueueError::NoSuchJob { queue: queue.to_owned(), id: id.to_owned() }
    }
}

#[async_trait]
impl JobQueue for SqlQueue {
    async fn add_bulk(&self, queue: &str, jobs: Vec<NewJob>) -> Result<Vec<Added>, QueueError> {
        self.add_jobs(queue, &jobs, None).await
    }

    async fn queues(&self) -> Result<Vec<String>, QueueError> {
        // One that was obliterated has nothing left but its number.
        Ok(fetch!(self.db.reader(), c => sqlx::query_scalar(
            "SELECT name FROM queues q WHERE paused \
             OR EXISTS (SELECT 1 FROM jobs WHERE queue_id = q.id) \
             OR EXISTS (SELECT 1 FROM queue_events WHERE queue_id = q.id) \
             OR EXISTS (SELECT 1 FROM schedules WHERE queue_id = q.id) ORDER BY name",
        )
        .fetch_all(c))?)
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
