//! Brings the primary and what was done without it together again. One process at a time does this,
//! by a lease in the database.

use std::sync::Arc;
use std::time::Duration;

use futures::{StreamExt, stream};
use tokio::time::Instant;

use super::book::Key;
use super::inner::Inner;
use super::{schedules, sweep};
use crate::queue::{Job, JobOptions, JobQueue, JobState, NewJob, PageRequest, QueueError};

/// For how long the relay's turn holds.
const LEASE: Duration = Duration::from_secs(10);
/// Jobs in one step.
const STEP: u32 = 500;
/// Questions about single jobs at the same time.
const AT_ONCE: usize = 32;
/// How often the copies of schedules are compared.
const COMPARE_EVERY: Duration = Duration::from_secs(5);
/// How often the journal is swept.
const SWEEP_EVERY: Duration = Duration::from_secs(60);
/// Steps in one sweep.
const SWEEP_STEPS: usize = 10;
/// Completed jobs are kept in the spool for so long.
const KEEP_COMPLETED: Duration = Duration::from_secs(86_400);
/// Longest time for a step that gives many jobs to the primary.
const STEP_LIMIT: Duration = Duration::from_secs(5);

/// The states of jobs in the spool that have not begun.
const WAITING: [JobState; 4] =
    [JobState::Waiting, JobState::Paused, JobState::Prioritized, JobState::Delayed];

pub(super) struct Relay {
    inner: Arc<Inner>,
    compared: Option<Instant>,
    swept: Instant,
    sweep_from: Key,
}

impl Relay {
    pub(super) fn new(inner: Arc<Inner>) -> Self {
        Self { inner, compared: None, swept: Instant::now(), sweep_from: Key::default() }
    }

    /// Works until it is dropped.
    pub(super) async fn run(mut self, every: Duration) {
        loop {
            match self.turn().await {
                Ok(()) => {}
                Err(QueueError::Unreachable(error)) => {
                    tracing::debug!(%error, "the relay goes on later");
                }
                Err(error) => tracing::warn!(%error, "the relay goes on later"),
            }
            tokio::time::sleep(every).await;
        }
    }

    async fn turn(&mut self) -> Result<(), QueueError> {
        let inner = Arc::clone(&self.inner);
        if inner.health.away().is_some() {
            self.compared = None;
            if self.is_mine().await? {
                schedules::make_due(&inner).await?;
            }
            return Ok(());
        }
        let Some(beat) = inner.settled() else { return Ok(()) };
        let mark = inner.book.mark().await?;
        let forgot = beat.mark.is_none() || beat.mark != mark;
        let compare = self.compared.is_none_or(|at| at.elapsed() >= COMPARE_EVERY);
        let sweep = self.swept.elapsed() >= SWEEP_EVERY;
        if !(forgot || compare || sweep || inner.is_guarded()) || !self.is_mine().await? {
            return Ok(());
        }
        if forgot {
            self.restore(mark.is_some()).await?;
        }
        if compare || forgot {
            schedules::reconcile(&inner, forgot && mark.is_some()).await?;
            self.compared = Some(Instant::now());
        }
        if inner.is_guarded() {
            self.pauses().await?;
            self.move_back().await?;
            self.settle_copies().await?;
            self.all_clear().await?;
        }
        if sweep {
            self.swept = Instant::now();
            let (from, age) = (std::mem::take(&mut self.sweep_from), inner.options.sweep_age);
            self.sweep_from = sweep::sweep(&inner, from, age, SWEEP_STEPS).await?;
            self.clean().await?;
        }
        Ok(())
    }

    async fn is_mine(&self) -> Result<bool, QueueError> {
        self.inner.book.take_relay(&self.inner.me, LEASE).await
    }

    /// Gives the primary all that it should know of and does not.
    async fn restore(&self, knew: bool) -> Result<(), QueueError> {
        let inner = &self.inner;
        if knew {
            tracing::warn!(
                "Redis has forgotten its jobs: those that are not finished are added again"
            );
        }
        let mut after = Key::default();
        let mut restored = 0;
        loop {
            let entries = inner.book.lost(&after, STEP).await?;
            let Some(last) = entries.last() else { break };
            after = (last.queue.clone(), last.id.clone());
            let now = inner.clock.now();
            for chunk in entries.chunk_by(|a, b| a.queue == b.queue) {
                let queue = chunk[0].queue.clone();
                let jobs: Vec<NewJob> = chunk.iter().map(|e| e.clone().into_job(now)).collect();
                restored += self.give(&queue, jobs).await?.len();
            }
            self.is_mine().await?;
        }
        if knew {
            tracing::warn!(restored, "the jobs that Redis had forgotten are there again");
        }
        let mark = uuid::Uuid::now_v7().simple().to_string();
        inner.set_mark(&mark).await?;
        inner.book.note_mark(&mark).await
    }

    /// Gives jobs to the primary; returns the ids of those that it took or had. What it refuses is
    /// left out, so that one such job does not hold up the others.
    async fn give(&self, queue: &str, jobs: Vec<NewJob>) -> Result<Vec<String>, QueueError> {
        let inner = &self.inner;
        match inner.ask(STEP_LIMIT, inner.primary.add_bulk(queue, jobs.clone())).await {
            Ok(added) => return Ok(added.into_iter().map(|added| added.id).collect()),
            Err(error @ QueueError::Unreachable(_)) => return Err(error),
            Err(error) => tracing::warn!(queue, %error, "jobs are given to Redis one by one"),
        }
        let mut taken = Vec::new();
        for job in jobs {
            let id = job.id.clone().unwrap_or_default();
            match inner.ask(inner.options.call_limit, inner.primary.add(queue, job)).await {
                Ok(added) => taken.push(added.id),
                Err(error @ QueueError::Unreachable(_)) => return Err(error),
                Err(error) => tracing::warn!(queue, job = id, %error, "Redis does not take a job"),
            }
        }
        Ok(taken)
    }

    /// Pauses and resumes the queues that were to be during the outage.
    async fn pauses(&self) -> Result<(), QueueError> {
        let inner = &self.inner;
        for (queue, paused) in inner.book.pauses().await? {
            let limit = inner.options.call_limit;
            if paused {
                inner.ask(limit, inner.primary.pause(&queue)).await?;
            } else {
                inner.ask(limit, inner.primary.resume(&queue)).await?;
            }
            inner.book.drop_pause(&queue).await?;
        }
        Ok(())
    }

    /// Moves what waits in the spool into the primary, in order.
    async fn move_back(&self) -> Result<(), QueueError> {
        let inner = &self.inner;
        for queue in inner.spool.queues().await? {
            let mut cursor = None;
            loop {
                let page = PageRequest { cursor, limit: STEP };
                let page = inner.spool.list(&queue, &WAITING, page).await?;
                let jobs: Vec<NewJob> =
                    page.jobs.into_iter().filter(is_movable).map(|job| self.moving(job)).collect();
                if !jobs.is_empty() {
                    self.move_jobs(&queue, jobs).await?;
                    self.is_mine().await?;
                }
                match page.next {
                    Some(next) => cursor = Some(next),
                    None => break,
                }
            }
        }
        Ok(())
    }

    async fn move_jobs(&self, queue: &str, jobs: Vec<NewJob>) -> Result<(), QueueError> {
        if self.inner.options.journal {
            self.inner.book.note(queue, &jobs).await?;
        }
        let taken = self.give(queue, jobs).await?;
        let ids: Vec<&str> = taken.iter().map(String::as_str).collect();
        self.inner.spool.moved(queue, &ids).await?;
        tracing::info!(queue, jobs = ids.len(), "jobs were moved into Redis");
        Ok(())
    }

    /// A job of the spool as it goes on in the primary: what is left of its delay and its attempts.
    fn moving(&self, job: Job) -> NewJob {
        let now = self.inner.clock.now();
        let delay = job.run_at.map_or(Duration::ZERO, |at| at.since(now));
        NewJob {
            name: job.name,
            data: job.data,
            id: Some(job.id),
            options: JobOptions {
                delay: u64::try_from(delay.as_millis()).unwrap_or(u64::MAX),
                attempts: job.options.attempts.saturating_sub(job.attempts_made).max(1),
                ..job.options
            },
        }
    }

    /// Forgets jobs in the ledger of which the primary has no copy that could still run.
    async fn settle_copies(&self) -> Result<(), QueueError> {
        let book = &self.inner.book;
        let mut after = Key::default();
        loop {
            let keys = book.done(&after, STEP).await?;
            let Some(last) = keys.last() else { break };
            after = last.clone();
            book.forget(&self.settled(keys).await?).await?;
            self.is_mine().await?;
        }
        book.forget_expired().await
    }

    /// Which of these the primary does not have, or has finished.
    async fn settled(&self, keys: Vec<Key>) -> Result<Vec<Key>, QueueError> {
        let states = stream::iter(keys).map(|key| async {
            let inner = &self.inner;
            let limit = inner.options.call_limit;
            let job = inner.ask(limit, inner.primary.get(&key.0, &key.1)).await?;
            let settled = match job.map(|job| job.state) {
                None | Some(JobState::Completed | JobState::Failed) => true,
                // It ran elsewhere and would only come up long after.
                Some(JobState::Delayed) => {
                    inner.ask(limit, inner.primary.remove(&key.0, &key.1)).await.is_ok()
                }
                // A worker will take it, and finish it without running it.
                Some(_) => false,
            };
            Ok::<_, QueueError>((key, settled))
        });
        let mut settled = Vec::new();
        let mut states = states.buffered(AT_ONCE);
        while let Some(state) = states.next().await {
            if let (key, true) = state? {
                settled.push(key);
            }
        }
        Ok(settled)
    }

    /// Notes that the outage is over as soon as the spool holds nothing that waits or runs.
    async fn all_clear(&self) -> Result<(), QueueError> {
        let book = &self.inner.book;
        if book.spooled().await? > 0 {
            return Ok(());
        }
        if let Some(away) = book.away().await? {
            book.note_back().await?;
            tracing::info!(since = %away.since, "all is as it should be: the spool is empty");
        }
        Ok(())
    }

    /// Forgets jobs that the spool completed long ago.
    async fn clean(&self) -> Result<(), QueueError> {
        let spool = &self.inner.spool;
        for queue in spool.queues().await? {
            spool.clean(&queue, JobState::Completed, KEEP_COMPLETED, 10_000, false).await?;
        }
        Ok(())
    }
}

/// Whether the primary takes an id such as this job's. Others are worked off in the spool.
fn is_movable(job: &Job) -> bool {
    !job.id.contains(':') && !job.id.bytes().all(|b| b.is_ascii_digit())
}
