use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use serde_json::Value;
use tokio::sync::{Notify, OnceCell};
use tokio::time::Instant;

use super::book::Book;
use super::book::ledger::Run;
use super::crew::Crew;
use super::health::{Away, Health};
use super::pulse::{Beat, Pulse};
use crate::clock::SharedClock;
use crate::queue::sql::SqlQueue;
use crate::queue::{Job, JobQueue, QueueError};

/// Ends of jobs that are remembered, for when the primary turns out not to have heard of them.
const RECENT: (usize, Duration) = (5_000, Duration::from_secs(5));

/// Times and numbers; the defaults are for production.
#[derive(Debug, Clone)]
pub struct FailoverOptions {
    /// Jobs are noted in the database until they are finished, so that none is lost when the
    /// primary comes back empty.
    pub journal: bool,
    /// Longest time for adding a batch to the primary.
    pub add_limit: Duration,
    /// Longest time for any other call about one job or queue.
    pub call_limit: Duration,
    /// How often the primary is tried while it is away.
    pub trial_every: Duration,
    /// How often a worker asks the primary how it is.
    pub pulse_every: Duration,
    /// How often a worker asks the database whether copies must be thought of.
    pub guard_every: Duration,
    /// For how long the primary must have answered before jobs are moved into it.
    pub settle: Duration,
    /// Entries of the journal that are older are compared with the primary.
    pub sweep_age: Duration,
}

impl Default for FailoverOptions {
    fn default() -> Self {
        Self {
            journal: true,
            add_limit: Duration::from_millis(1_200),
            call_limit: Duration::from_millis(1_500),
            trial_every: Duration::from_secs(1),
            pulse_every: Duration::from_millis(200),
            guard_every: Duration::from_millis(100),
            settle: Duration::from_millis(500),
            sweep_age: Duration::from_secs(300),
        }
    }
}

/// A job that this process completed a moment ago.
struct Recent {
    run: Arc<Run>,
    result: Value,
    at: Instant,
}

/// What all handles and tasks of one failover have in common.
pub(super) struct Inner {
    pub(super) primary: Arc<dyn JobQueue>,
    pub(super) spool: SqlQueue,
    pub(super) book: Book,
    pub(super) options: FailoverOptions,
    pub(super) health: Health,
    pub(super) clock: SharedClock,
    /// Names this process among those that share the database.
    pub(super) me: Arc<str>,
    /// Told when the primary goes away.
    pub(super) alarm: Notify,
    pub(super) crew: Mutex<Weak<Crew>>,
    pulse: Arc<dyn Pulse>,
    installation: OnceCell<String>,
    runs: AtomicU64,
    guarded: AtomicBool,
    /// By their numbers.
    in_flight: Mutex<HashMap<u64, Arc<Run>>>,
    recent: Mutex<VecDeque<Recent>>,
    beat: Mutex<Option<(Beat, Instant)>>,
}

impl Inner {
    pub(super) fn new(
        primary: Arc<dyn JobQueue>,
        pulse: Arc<dyn Pulse>,
        spool: SqlQueue,
        book: Book,
        clock: SharedClock,
        options: FailoverOptions,
    ) -> Self {
        Self {
            primary,
            spool,
            book,
            health: Health::new(Arc::clone(&clock), options.trial_every),
            options,
            clock,
            me: uuid::Uuid::now_v7().simple().to_string().into(),
            alarm: Notify::new(),
            crew: Mutex::new(Weak::new()),
            pulse,
            installation: OnceCell::new(),
            runs: AtomicU64::new(0),
            guarded: AtomicBool::new(true),
            in_flight: Mutex::default(),
            recent: Mutex::default(),
            beat: Mutex::default(),
        }
    }

    /// Asks the primary something, unless it is known to be away.
    pub(super) async fn ask<T>(
        &self,
        limit: Duration,
        call: impl Future<Output = Result<T, QueueError>>,
    ) -> Result<T, QueueError> {
        self.health.admit(limit)?;
        let reason = match tokio::time::timeout(limit, call).await {
            Ok(Err(QueueError::Unreachable(why))) => why.to_string(),
            Ok(answer) => {
                self.is_there();
                return answer;
            }
            Err(_) => format!("no answer within {} ms", limit.as_millis()),
        };
        Err(self.went_away(&reason).await.into())
    }

    /// Asks the primary how it is.
    pub(super) async fn feel(&self) -> Result<Beat, QueueError> {
        let name = self.installation().await?;
        let beat = self.ask(self.options.call_limit, self.pulse.beat(&name)).await?;
        let before = {
            let mut kept = self.beat.lock().unwrap_or_else(PoisonError::into_inner);
            let before = kept.take();
            let since = before.as_ref().map_or_else(Instant::now, |(_, since)| *since);
            *kept = Some((beat.clone(), since));
            before
        };
        if before.is_some_and(|(before, _)| before.run != beat.run) {
            let away = Away { since: self.clock.now(), reason: "it was restarted".to_owned() };
            self.alarmed(&away, true).await;
        }
        Ok(beat)
    }

    /// What the primary said last, where it has answered for long enough to be trusted.
    pub(super) fn settled(&self) -> Option<Beat> {
        if self.health.away().is_some() {
            return None;
        }
        let kept = self.beat.lock().unwrap_or_else(PoisonError::into_inner);
        let (beat, since) = kept.as_ref()?;
        (since.elapsed() >= self.options.settle).then(|| beat.clone())
    }

    /// Sets a mark that shows whether the primary has forgotten all.
    pub(super) async fn set_mark(&self, mark: &str) -> Result<(), QueueError> {
        let name = self.installation().await?;
        self.ask(self.options.call_limit, self.pulse.set_mark(&name, mark)).await?;
        let mut kept = self.beat.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((beat, _)) = kept.as_mut() {
            beat.mark = Some(mark.to_owned());
        }
        Ok(())
    }

    async fn installation(&self) -> Result<String, QueueError> {
        self.installation.get_or_try_init(|| self.book.installation()).await.cloned()
    }

    fn is_there(&self) {
        if let Some(away) = self.health.answered() {
            tracing::info!(since = %away.since, "Redis answers again");
            let mut kept = self.beat.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some((_, since)) = kept.as_mut() {
                *since = Instant::now();
            }
        }
    }

    pub(super) async fn went_away(&self, reason: &str) -> Away {
        let (away, news) = self.health.failed(reason);
        if news {
            tracing::warn!(
                reason = away.reason,
                "Redis is away: jobs go to the database until it is back"
            );
            self.alarmed(&away, false).await;
        }
        away
    }

    /// From now on copies of a job may be in two places.
    async fn alarmed(&self, away: &Away, again: bool) {
        self.guarded.store(true, Ordering::SeqCst);
        self.alarm.notify_one();
        if again {
            tracing::info!(reason = away.reason, "Redis has to be looked at");
            let mut kept = self.beat.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some((_, since)) = kept.as_mut() {
                *since = Instant::now();
            }
        }
        if let Err(error) = self.book.note_away(away).await {
            tracing::warn!(%error, "the outage of Redis cannot be noted");
        }
    }

    /// Whether copies of a job may be in two places, as far as this process knows.
    pub(super) fn is_guarded(&self) -> bool {
        self.guarded.load(Ordering::SeqCst)
    }

    pub(super) fn set_guarded(&self, guarded: bool) {
        self.guarded.store(guarded, Ordering::SeqCst);
    }

    /// A new run of a job, which is in flight from now on.
    pub(super) fn begin(&self, job: &Job) -> Arc<Run> {
        let number = self.runs.fetch_add(1, Ordering::Relaxed);
        let key = (job.queue.clone(), job.id.clone());
        let run = Arc::new(Run { key, process: Arc::clone(&self.me), number });
        self.flights().insert(number, Arc::clone(&run));
        run
    }

    /// A run is in flight no longer; `done` is the result of one that completed.
    pub(super) fn end(&self, run: &Arc<Run>, done: Option<Value>) {
        if let Some(result) = done {
            let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
            let at = Instant::now();
            recent.push_back(Recent { run: Arc::clone(run), result, at });
            while recent.len() > RECENT.0 || recent.front().is_some_and(|r| at - r.at > RECENT.1) {
                recent.pop_front();
            }
        }
        self.flights().remove(&run.number);
    }

    /// The runs in flight.
    pub(super) fn flying(&self) -> Vec<Arc<Run>> {
        self.flights().values().map(Arc::clone).collect()
    }

    /// What this process completed a moment ago.
    pub(super) fn recently(&self) -> Vec<(Arc<Run>, Value)> {
        let recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        let young = recent.iter().filter(|r| r.at.elapsed() <= RECENT.1);
        young.map(|r| (Arc::clone(&r.run), r.result.clone())).collect()
    }

    fn flights(&self) -> std::sync::MutexGuard<'_, HashMap<u64, Arc<Run>>> {
        self.in_flight.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
