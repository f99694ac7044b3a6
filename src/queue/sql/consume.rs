//! The loop of a worker. One task does all of its writing: what has ended, what begins, locks that
//! are renewed and stalled jobs go into one transaction a turn, so that a busy worker pays for a
//! commit once for many jobs.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::time::{Instant, MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use super::SqlQueue;
use super::claim::{Holder, claim, give_back, has_work, held, promote_due, recover_stalled, renew};
use super::events::{Event, record, trim};
use super::finish::{Outcome, finish};
use super::rows::JobRow;
use crate::db::{Lock, Tx};
use crate::queue::{
    ActiveJob, ConsumeOptions, EventKind, Handler, QueueError, outcome as ends, report::QueueReport,
};

/// How often an idle worker looks for what other processes have added.
pub(super) const POLL: Duration = Duration::from_millis(100);
/// How often a busy worker looks for delayed jobs that are due.
const PROMOTE_EVERY: Duration = Duration::from_millis(20);
/// Wait after the database has failed.
const FAILURE_PAUSE: Duration = Duration::from_millis(250);
/// Turns after which old events are forgotten.
const TRIM_EVERY: u32 = 200;

/// A job in the hands of a handler.
struct InFlight {
    attempts_started: i64,
    cancelled: CancellationToken,
}

struct Consumer<'a> {
    queue: &'a SqlQueue,
    name: &'a str,
    queue_id: i64,
    options: ConsumeOptions,
    handler: Arc<dyn Handler>,
    token: String,
    in_flight: HashMap<i64, InFlight>,
    /// Ended, and not recorded yet.
    ended: Vec<Outcome>,
    done: UnboundedSender<Outcome>,
    turns: u32,
    promoted: Option<Instant>,
    /// A transaction failed: it may have been kept all the same, and jobs may be locked by us that
    /// we know nothing of.
    uncertain: bool,
}

/// Takes jobs and runs them until `stop`, then drains.
pub(super) async fn run(
    queue: &SqlQueue,
    name: &str,
    options: ConsumeOptions,
    handler: Arc<dyn Handler>,
    stop: CancellationToken,
) -> Result<(), QueueError> {
    let Some(queue_id) = number(queue, name, &stop).await? else { return Ok(()) };
    let (done, ended) = mpsc::unbounded_channel();
    let mut consumer = Consumer {
        queue,
        name,
        queue_id,
        token: format!("{}/{}", options.worker, uuid::Uuid::now_v7().simple()),
        options,
        handler,
        in_flight: HashMap::new(),
        ended: Vec::new(),
        done,
        turns: 0,
        promoted: None,
        uncertain: false,
    };
    consumer.work(ended, &stop).await
}

/// The number of the queue; `None` where the stop came before the database could be reached.
async fn number(
    queue: &SqlQueue,
    name: &str,
    stop: &CancellationToken,
) -> Result<Option<i64>, QueueError> {
    loop {
        match queue.made(name).await {
            Err(QueueError::Unreachable(error)) => {
                tracing::warn!(queue = name, %error, "the queue's database failed; trying again");
            }
            made => return made.map(Some),
        }
        tokio::select! {
            () = stop.cancelled() => return Ok(None),
            () = tokio::time::sleep(FAILURE_PAUSE) => {}
        }
    }
}

impl Consumer<'_> {
    async fn work(
        &mut self,
        mut ended: UnboundedReceiver<Outcome>,
        stop: &CancellationToken,
    ) -> Result<(), QueueError> {
        let mut polls = ticks(POLL);
        let mut renewals = ticks(self.options.lock / 2);
        let mut checks = ticks(self.options.stalled_interval);
        let mut slots = self.options.concurrency.clone();
        // What was added between two looks is not missed: the permit is taken before the look.
        let shared = Arc::clone(&self.queue.shared);
        loop {
            let added = shared.added.notified();
            tokio::pin!(added);
            added.as_mut().enable();
            let mut look = true;
            while look {
                look = self.turn(&mut ended).await;
            }
            tokio::select! {
                biased;
                () = stop.cancelled() => return self.drain(ended).await,
                Some(outcome) = ended.recv() => self.took_end(outcome),
                _ = renewals.tick() => self.renew().await,
                _ = checks.tick() => self.recover().await,
                () = added => {}
                // There may be room for more at once.
                _ = slots.changed() => {}
                _ = polls.tick() => {}
            }
        }
    }

    fn free(&self) -> usize {
        self.options.concurrency.get().saturating_sub(self.in_flight.len())
    }

    fn took_end(&mut self, outcome: Outcome) {
        self.in_flight.remove(&outcome.seq);
        self.ended.push(outcome);
    }

    /// Records what has ended and takes what is ready. Says whether another turn is worth it at
    /// once.
    async fn turn(&mut self, ended: &mut UnboundedReceiver<Outcome>) -> bool {
        while let Ok(outcome) = ended.try_recv() {
            self.took_end(outcome);
        }
        let worth = match self.is_worth_a_turn().await {
            Ok(false) => return false,
            Ok(true) => self.transaction().await,
            Err(error) => Err(error),
        };
        match worth {
            Ok(begun) => {
                for row in begun {
                    self.begin(row);
                }
                // Handlers that end at once are gathered into the next turn.
                tokio::task::yield_now().await;
                !ended.is_empty()
            }
            Err(error) => {
                self.uncertain = true;
                tracing::warn!(queue = self.name, %error, "the queue's database failed; trying again");
                tokio::time::sleep(FAILURE_PAUSE).await;
                false
            }
        }
    }

    async fn is_worth_a_turn(&self) -> Result<bool, QueueError> {
        if !self.ended.is_empty() || self.uncertain {
            return Ok(true);
        }
        if self.free() == 0 {
            return Ok(false);
        }
        has_work(&self.queue.db, self.queue_id, self.queue.clock.now()).await
    }

    async fn transaction(&mut self) -> Result<Vec<JobRow>, QueueError> {
        let free = self.free();
        let mut tx = self.queue.db.begin(Lock::Queue(self.queue_id)).await?;
        let holder = self.holder();
        finish(&mut tx, &holder, &self.ended).await?;
        if self.uncertain {
            self.give_back_strays(&mut tx).await?;
        }
        let mut begun = Vec::new();
        let mut promoted = self.promoted;
        if free > 0 {
            if promoted.is_none_or(|at| at.elapsed() >= PROMOTE_EVERY) || self.ended.is_empty() {
                promote_due(&mut tx, self.queue_id, holder.now).await?;
                promoted = Some(Instant::now());
            }
            begun = claim(&mut tx, &holder, free).await?;
            let events: Vec<Event> =
                begun.iter().map(|row| Event::of(EventKind::Active, &row.id)).collect();
            record(&mut tx, self.queue_id, holder.now, &events).await?;
        }
        if self.turns.is_multiple_of(TRIM_EVERY) {
            trim(&mut tx, self.queue_id).await?;
        }
        tx.commit().await?;
        self.turns = self.turns.wrapping_add(1);
        self.promoted = promoted;
        self.uncertain = false;
        self.ended.clear();
        Ok(begun)
    }

    /// Jobs that a failed transaction has locked after all wait again: nobody else would take them
    /// up as long as we renew our locks.
    async fn give_back_strays(&self, tx: &mut Tx) -> Result<(), QueueError> {
        for row in held(tx, &self.holder()).await? {
            let ours = self.in_flight.get(&row.seq);
            if ours.is_none_or(|job| job.attempts_started != row.attempts_started) {
                give_back(tx, row.seq, row.stalled_count, row.created_at).await?;
            }
        }
        Ok(())
    }

    fn holder(&self) -> Holder<'_> {
        Holder {
            queue_id: self.queue_id,
            worker: &self.options.worker,
            token: &self.token,
            lock: self.options.lock,
            now: self.queue.clock.now(),
        }
    }

    /// Hands a job to the handler, in a task of its own.
    fn begin(&mut self, row: JobRow) {
        let cancelled = CancellationToken::new();
        self.in_flight.insert(
            row.seq,
            InFlight { attempts_started: row.attempts_started, cancelled: cancelled.clone() },
        );
        let mut outcome = Outcome {
            seq: row.seq,
            id: row.id.clone(),
            options: row.parsed_options(),
            attempts_made: row.attempts_made,
            attempts_started: row.attempts_started,
            result: Ok(Value::Null),
        };
        let report = QueueReport {
            queue: self.queue.clone(),
            name: self.name.to_owned(),
            id: row.id.clone(),
        };
        let job = row.into_job(self.name, false);
        let active = ActiveJob { job, cancelled, report: Arc::new(report) };
        let (handler, done) = (Arc::clone(&self.handler), self.done.clone());
        tokio::spawn(async move {
            outcome.result = ends::run(&*handler, active).await;
            // Nobody listens any more only when the consumer itself was dropped.
            let _ = done.send(outcome);
        });
    }

    async fn renew(&mut self) {
        if self.in_flight.is_empty() {
            return;
        }
        let renewed = async {
            let mut tx = self.queue.db.begin(Lock::Queue(self.queue_id)).await?;
            let held = renew(&mut tx, &self.holder()).await?;
            tx.commit().await?;
            Ok::<_, QueueError>(held)
        };
        match renewed.await {
            Ok(held) => {
                for (seq, job) in &self.in_flight {
                    if !held.contains(&(*seq, job.attempts_started)) {
                        job.cancelled.cancel();
                    }
                }
            }
            Err(error) => {
                tracing::warn!(queue = self.name, %error, "the locks on jobs could not be renewed");
            }
        }
    }

    async fn recover(&mut self) {
        let recovered = async {
            let mut tx = self.queue.db.begin(Lock::Queue(self.queue_id)).await?;
            let (most, now) = (self.options.max_stalled, self.queue.clock.now());
            recover_stalled(&mut tx, self.queue_id, most, now).await?;
            tx.commit().await?;
            Ok::<_, QueueError>(())
        };
        if let Err(error) = recovered.await {
            tracing::warn!(queue = self.name, %error, "cannot look for stalled jobs");
        }
    }

    /// Waits for what is in flight, then gives back what is left.
    async fn drain(&mut self, mut ended: UnboundedReceiver<Outcome>) -> Result<(), QueueError> {
        let deadline = Instant::now() + self.options.drain;
        let mut renewals = ticks(self.options.lock / 2);
        while !self.in_flight.is_empty() {
            tokio::select! {
                Some(outcome) = ended.recv() => {
                    self.took_end(outcome);
                    if let Err(error) = self.last_words().await {
                        tracing::warn!(queue = self.name, %error, "the end of a job could not be recorded yet");
                    }
                }
                _ = renewals.tick() => self.renew().await,
                () = tokio::time::sleep_until(deadline) => break,
            }
        }
        while let Err(error) = self.last_words().await {
            if Instant::now() + FAILURE_PAUSE >= deadline {
                return Err(error);
            }
            tokio::time::sleep(FAILURE_PAUSE).await;
        }
        if self.in_flight.is_empty() && !self.uncertain {
            return Ok(());
        }
        let mut tx = self.queue.db.begin(Lock::Queue(self.queue_id)).await?;
        for (_, job) in self.in_flight.drain() {
            job.cancelled.cancel();
        }
        self.give_back_strays(&mut tx).await?;
        Ok(tx.commit().await?)
    }

    /// Records what has ended, without taking anything new.
    async fn last_words(&mut self) -> Result<(), QueueError> {
        if self.ended.is_empty() {
            return Ok(());
        }
        let mut tx = self.queue.db.begin(Lock::Queue(self.queue_id)).await?;
        finish(&mut tx, &self.holder(), &self.ended).await?;
        tx.commit().await?;
        self.ended.clear();
        Ok(())
    }
}

fn ticks(every: Duration) -> tokio::time::Interval {
    let mut ticks = interval(every.max(Duration::from_millis(1)));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks
}
