//! One queue with the database behind it, for when it is away.
//!
//! - [`add`]: to the primary, else to the spool, under ids that make a second try safe
//! - [`consume`]: works on both; of two copies of a job only one runs to completion
//! - [`relay`]: brings both together when the primary is back; [`sweep`]: tidies the journal
//! - [`schedules`], [`read`], [`change`], [`obliterate`], [`wait`]: everything else, on the side where it belongs
//! - [`health`], [`pulse`]: whether the primary is there, and whether it is the one it was
//! - [`book`]: what is kept in the database; [`clerk`], [`crew`]: who writes it

mod add;
mod book;
mod change;
mod clerk;
mod consume;
mod crew;
mod health;
mod inner;
mod obliterate;
mod pulse;
mod read;
mod relay;
mod schedules;
mod sweep;
#[cfg(test)]
mod tests;
mod wait;

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use serde_json::Value;
use tokio_util::sync::CancellationToken;

pub use health::Away;
pub use inner::FailoverOptions;
pub use pulse::{Beat, Pulse, RedisPulse};

use super::sql::SqlQueue;
use super::{
    Added, ConnectedWorker, ConsumeOptions, Degraded, EventCursor, Handler, Job, JobPage, JobQueue,
    JobState, LogPage, NewJob, NewSchedule, PageRequest, QueueCounts, QueueError, QueueEvent,
    Schedule, Swept, WaitOutcome,
};
use crate::clock::SharedClock;
use crate::db::Db;
use book::Book;
use crew::Crew;
use inner::Inner;

/// A queue with a spool behind it; cheap to clone.
#[derive(Clone)]
pub struct Failover {
    inner: Arc<Inner>,
}

impl Failover {
    /// `primary` with a spool in `db`, which has been migrated. `pulse` asks the primary how it is.
    pub fn new(
        primary: Arc<dyn JobQueue>,
        pulse: Arc<dyn Pulse>,
        db: Db,
        clock: SharedClock,
        options: FailoverOptions,
    ) -> Self {
        let spool = SqlQueue::new(db.clone(), Arc::clone(&clock));
        let book = Book::new(db, Arc::clone(&clock));
        Self { inner: Arc::new(Inner::new(primary, pulse, spool, book, clock, options)) }
    }

    /// The side that holds a job.
    async fn side(&self, queue: &str, id: &str) -> Result<&dyn JobQueue, QueueError> {
        let held = change::side(&self.inner, queue, id).await?;
        Ok(held.unwrap_or(self.inner.primary.as_ref()))
    }
}

impl std::fmt::Debug for Failover {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Failover").field("away", &self.inner.health.away()).finish_non_exhaustive()
    }
}

#[async_trait]
impl JobQueue for Failover {
    async fn add_bulk(&self, queue: &str, jobs: Vec<NewJob>) -> Result<Vec<Added>, QueueError> {
        add::add_bulk(&self.inner, queue, jobs).await
    }

    async fn queues(&self) -> Result<Vec<String>, QueueError> {
        read::queues(&self.inner).await
    }

    async fn familiar_queues(&self) -> Result<Vec<String>, QueueError> {
        read::familiar_queues(&self.inner).await
    }

    async fn exists(&self, queue: &str) -> Result<bool, QueueError> {
        read::exists(&self.inner, queue).await
    }

    async fn connected_workers(
        &self,
        queues: &[String],
    ) -> Result<Vec<ConnectedWorker>, QueueError> {
        self.inner
            .ask(self.inner.options.call_limit, self.inner.primary.connected_workers(queues))
            .await
    }

    async fn counts(&self, queue: &str) -> Result<QueueCounts, QueueError> {
        read::counts(&self.inner, queue).await
    }

    async fn get(&self, queue: &str, id: &str) -> Result<Option<Job>, QueueError> {
        read::get(&self.inner, queue, id).await
    }

    async fn list(
        &self,
        queue: &str,
        states: &[JobState],
        page: PageRequest,
    ) -> Result<JobPage, QueueError> {
        read::list(&self.inner, queue, states, page).await
    }

    async fn logs(
        &self,
        queue: &str,
        id: &str,
        from: u64,
        limit: u32,
    ) -> Result<LogPage, QueueError> {
        self.side(queue, id).await?.logs(queue, id, from, limit).await
    }

    async fn append_log(&self, queue: &str, id: &str, line: &str) -> Result<(), QueueError> {
        self.side(queue, id).await?.append_log(queue, id, line).await
    }

    async fn set_progress(&self, queue: &str, id: &str, progress: Value) -> Result<(), QueueError> {
        self.side(queue, id).await?.set_progress(queue, id, progress).await
    }

    async fn retry(&self, queue: &str, id: &str) -> Result<(), QueueError> {
        change::retry(&self.inner, queue, id).await
    }

    async fn promote(&self, queue: &str, id: &str) -> Result<(), QueueError> {
        change::promote(&self.inner, queue, id).await
    }

    async fn remove(&self, queue: &str, id: &str) -> Result<(), QueueError> {
        change::remove(&self.inner, queue, id).await
    }

    async fn pause(&self, queue: &str) -> Result<(), QueueError> {
        change::set_paused(&self.inner, queue, true).await
    }

    async fn resume(&self, queue: &str) -> Result<(), QueueError> {
        change::set_paused(&self.inner, queue, false).await
    }

    async fn drain(&self, queue: &str, delayed: bool, dry_run: bool) -> Result<Swept, QueueError> {
        change::drain(&self.inner, queue, delayed, dry_run).await
    }

    async fn clean(
        &self,
        queue: &str,
        state: JobState,
        grace: Duration,
        limit: u32,
        dry_run: bool,
    ) -> Result<Swept, QueueError> {
        change::clean(&self.inner, queue, state, grace, limit, dry_run).await
    }

    async fn obliterate(&self, queue: &str, force: bool) -> Result<u64, QueueError> {
        obliterate::obliterate(&self.inner, queue, force).await
    }

    async fn upsert_schedule(&self, schedule: NewSchedule) -> Result<Schedule, QueueError> {
        schedules::upsert(&self.inner, schedule).await
    }

    async fn schedules(&self, queue: Option<&str>) -> Result<Vec<Schedule>, QueueError> {
        schedules::list(&self.inner, queue).await
    }

    async fn remove_schedule(&self, queue: &str, id: &str) -> Result<bool, QueueError> {
        schedules::remove(&self.inner, queue, id).await
    }

    async fn run_schedule(&self, queue: &str, id: &str) -> Result<Added, QueueError> {
        schedules::start(&self.inner, queue, id).await
    }

    async fn events(
        &self,
        queue: &str,
        after: EventCursor,
        limit: u32,
    ) -> Result<Vec<QueueEvent>, QueueError> {
        read::events(&self.inner, queue, &after, limit).await
    }

    async fn event_cursor(&self, queue: &str) -> Result<EventCursor, QueueError> {
        read::event_cursor(&self.inner, queue).await
    }

    async fn wait(
        &self,
        queue: &str,
        id: &str,
        since: EventCursor,
        timeout: Option<Duration>,
    ) -> Result<WaitOutcome, QueueError> {
        wait::wait(&self.inner, queue, id, &since, timeout).await
    }

    async fn consume(
        &self,
        queue: &str,
        options: ConsumeOptions,
        handler: Arc<dyn Handler>,
        stop: CancellationToken,
    ) -> Result<(), QueueError> {
        consume::run(&self.inner, queue, options, handler, stop).await
    }

    async fn degraded(&self) -> Result<Option<Degraded>, QueueError> {
        // An outage that nobody has met yet is met here.
        let beat = self.inner.feel().await.ok();
        let away = match self.inner.health.away() {
            Some(away) => Some(self.inner.book.away().await?.unwrap_or(away)),
            None => self.inner.book.away().await?,
        };
        let Some(away) = away else { return Ok(None) };
        let spooled = self.inner.book.spooled().await?;
        let is_back = self.inner.health.away().is_none();
        if is_back && spooled == 0 {
            // Where Redis has forgotten nothing there is nothing left for the relay to do.
            if beat.is_some_and(|beat| beat.mark.is_some()) {
                self.inner.book.note_back().await?;
            }
            return Ok(None);
        }
        let reason = if is_back {
            "Redis is back, and jobs wait to be moved into it".to_owned()
        } else {
            format!("Redis is away: {}", away.reason)
        };
        Ok(Some(Degraded { since: away.since, reason, spooled }))
    }

    async fn tend(&self, stop: CancellationToken) {
        let crew = Crew::of(&self.inner);
        stop.cancelled().await;
        crew.clerk.flush().await;
    }
}
