//! Works on the primary and on the spool at once, and sees to it that of two copies of a job only
//! one runs to completion.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use serde_json::Value;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio_util::sync::CancellationToken;

use super::book::ledger::{Claim, Run};
use super::crew::Crew;
use super::inner::Inner;
use super::schedules;
use crate::queue::{
    ActiveJob, Concurrency, ConsumeOptions, Handler, JobFailure, JobQueue, QueueError, Retryable,
};

/// Wait before a queue that failed is worked on again, and between two claims on a job.
const PAUSE: Duration = Duration::from_millis(100);

/// Where a copy of a job comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Primary,
    Spool,
}

/// Takes jobs from both sides and runs them until `stop`, then drains.
pub(super) async fn run(
    inner: &Arc<Inner>,
    queue: &str,
    options: ConsumeOptions,
    handler: Arc<dyn Handler>,
    stop: CancellationToken,
) -> Result<(), QueueError> {
    let crew = Crew::of(inner);
    if stop.run_until_cancelled(crew.has_looked()).await.is_none() {
        return Ok(());
    }
    let slots = options.concurrency.get();
    let permits = Arc::new(Semaphore::new(slots));
    let gate = |side| -> Arc<dyn Handler> {
        Arc::new(Gate {
            inner: Arc::clone(inner),
            crew: Arc::clone(&crew),
            handler: Arc::clone(&handler),
            permits: Arc::clone(&permits),
            stop: stop.clone(),
            side,
        })
    };
    let both = CancellationToken::new();
    let primary = serve(inner.primary.as_ref(), queue, &options, gate(Side::Primary), &both);
    let spool = serve(&inner.spool, queue, &options, gate(Side::Spool), &both);
    let stopping = async {
        stop.cancelled().await;
        both.cancel();
        Ok(())
    };
    let resizing = both.run_until_cancelled(resize(&permits, slots, options.concurrency.clone()));
    // Where one side ends badly, the other is stopped too.
    let ended = tokio::join!(
        ending(primary, &both),
        ending(spool, &both),
        async {
            tokio::select! {
                ended = stopping => ended,
                () = both.cancelled() => Ok(()),
            }
        },
        resizing
    );
    crew.clerk.flush().await;
    ended.0.and(ended.1).and(ended.2)
}

/// Keeps as many permits as there may be jobs on both sides together. Those that are in use are
/// taken away when they are given back.
async fn resize(permits: &Semaphore, mut there: usize, mut wanted: Concurrency) {
    loop {
        let aim = wanted.get();
        if aim == there {
            wanted.changed().await;
        } else if aim > there {
            permits.add_permits(aim - there);
            there = aim;
        } else {
            tokio::select! {
                permit = permits.acquire() => {
                    let Ok(permit) = permit else { return };
                    permit.forget();
                    there -= 1;
                }
                _ = wanted.changed() => {}
            }
        }
    }
}

async fn ending(
    side: impl Future<Output = Result<(), QueueError>>,
    both: &CancellationToken,
) -> Result<(), QueueError> {
    let ended = side.await;
    both.cancel();
    ended
}

/// Works on one side for as long as it takes, through its outages.
async fn serve(
    side: &dyn JobQueue,
    queue: &str,
    options: &ConsumeOptions,
    gate: Arc<dyn Handler>,
    stop: &CancellationToken,
) -> Result<(), QueueError> {
    loop {
        let consumed = side.consume(queue, options.clone(), Arc::clone(&gate), stop.clone()).await;
        match consumed {
            Err(QueueError::Unreachable(error)) if !stop.is_cancelled() => {
                tracing::debug!(queue, %error, "a queue cannot be worked on; trying again");
            }
            // What was given back by nobody is taken up by its lock.
            Err(QueueError::Unreachable(error)) => {
                tracing::warn!(queue, %error, "a queue was away when its worker stopped");
                return Ok(());
            }
            ended => return ended,
        }
        if stop.run_until_cancelled(tokio::time::sleep(PAUSE)).await.is_none() {
            return Ok(());
        }
    }
}

/// Stands before the handler of jobs.
struct Gate {
    inner: Arc<Inner>,
    crew: Arc<Crew>,
    handler: Arc<dyn Handler>,
    permits: Arc<Semaphore>,
    stop: CancellationToken,
    side: Side,
}

#[async_trait]
impl Handler for Gate {
    fn wants_origin(&self) -> bool {
        self.handler.wants_origin()
    }

    async fn run(&self, active: ActiveJob) -> Result<Value, JobFailure> {
        let mut flight =
            Flight { inner: &self.inner, run: self.inner.begin(&active.job), done: None };
        // In flight first, guarded second: whoever begins to guard looks at what is in flight.
        let claimed = self.side == Side::Spool || self.inner.is_guarded();
        if claimed && let Some(result) = self.claim(&flight.run, &active.cancelled).await? {
            self.crew.clerk.finished(Arc::clone(&flight.run));
            return Ok(result);
        }
        let Some(_permit) = self.permit(&active.cancelled).await else {
            self.crew.clerk.ended(Arc::clone(&flight.run));
            return Err(stopped());
        };
        if self.side == Side::Primary && active.job.schedule_id.is_some() {
            schedules::began(&self.inner, &active.job).await;
        }
        let attempts = active.job.options.attempts;
        let last = active.job.attempts_made + 1 >= attempts;
        let (result, kept) = self.shielded(active).await;
        if kept {
            self.tell(&mut flight, &result, claimed, last);
        } else {
            self.crew.clerk.ended(Arc::clone(&flight.run));
        }
        result
    }
}

impl Gate {
    /// Waits until this run may begin; the result where another copy has completed.
    async fn claim(
        &self,
        run: &Arc<Run>,
        cancelled: &CancellationToken,
    ) -> Result<Option<Value>, JobFailure> {
        loop {
            match self.crew.clerk.claim(Arc::clone(run)).await {
                Ok(Claim::Granted) => return Ok(None),
                Ok(Claim::Done(result)) => {
                    tracing::info!(queue = run.key.0, job = run.key.1, "a copy of the job is done");
                    return Ok(Some(result));
                }
                Ok(Claim::Running) | Err(_) => {}
            }
            if cancelled.run_until_cancelled(tokio::time::sleep(PAUSE)).await.is_none() {
                return Err(stopped());
            }
        }
    }

    async fn permit(&self, cancelled: &CancellationToken) -> Option<SemaphorePermit<'_>> {
        cancelled.run_until_cancelled(self.permits.acquire()).await?.ok()
    }

    /// Runs the handler, and says whether its outcome counts: what comes after the handler was told
    /// to stop does not. A lock that is lost because the primary is away stops nothing: the ledger
    /// keeps other copies from running.
    async fn shielded(&self, active: ActiveJob) -> (Result<Value, JobFailure>, bool) {
        let theirs = active.cancelled.clone();
        let ours = CancellationToken::new();
        let running = self.handler.run(ActiveJob { cancelled: ours.clone(), ..active });
        tokio::pin!(running);
        tokio::select! {
            biased;
            result = &mut running => return (result, true),
            () = theirs.cancelled() => {}
        }
        loop {
            if self.stop.is_cancelled() || !self.inner.is_guarded() {
                ours.cancel();
                return (running.await, false);
            }
            tokio::select! {
                result = &mut running => return (result, true),
                () = tokio::time::sleep(PAUSE) => {}
            }
        }
    }

    /// Tells the clerk how a run ended.
    fn tell(
        &self,
        flight: &mut Flight<'_>,
        result: &Result<Value, JobFailure>,
        claimed: bool,
        last: bool,
    ) {
        let clerk = &self.crew.clerk;
        let run = Arc::clone(&flight.run);
        let guarded = claimed || self.inner.is_guarded();
        match result {
            Ok(value) => {
                flight.done = Some(value.clone());
                if guarded {
                    clerk.done(run, value.clone());
                } else if self.inner.options.journal {
                    clerk.finished(run);
                }
            }
            Err(failure) => {
                let put_off = matches!(failure.retryable, Retryable::Later(_));
                let last = last && !put_off || failure.retryable == Retryable::No;
                // While the primary is away it does not hear of this failure: the job will come
                // again, and is not given up yet.
                if last && self.inner.options.journal && (!guarded || self.side == Side::Spool) {
                    clerk.finished(Arc::clone(&run));
                }
                if guarded {
                    clerk.ended(run);
                }
            }
        }
    }
}

/// A run in flight, until it is dropped.
struct Flight<'a> {
    inner: &'a Inner,
    run: Arc<Run>,
    done: Option<Value>,
}

impl Drop for Flight<'_> {
    fn drop(&mut self) {
        self.inner.end(&self.run, self.done.take());
    }
}

fn stopped() -> JobFailure {
    JobFailure {
        reason: "the worker stopped before the job began".to_owned(),
        causes: Vec::new(),
        retryable: Retryable::Yes,
    }
}
