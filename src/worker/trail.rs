//! What an attempt does, noted for `leadctl trace` while it goes on and when it has ended.

use std::time::Duration;

use tokio::time::{Instant, MissedTickBehavior, interval_at};

use crate::model::Timestamp;
use crate::queue::{Job, JobFailure};
use crate::services::Services;
use crate::store::{AttemptTold, AttemptTrace};
use crate::telemetry::trace::{Origin, Recorder};

/// How often an attempt that goes on is kept as it stands; one that is shorter is kept once.
const KEEP_EVERY: Duration = Duration::from_secs(2);
/// Longest time for that: no job waits for it.
const LIMIT: Duration = Duration::from_secs(2);
/// Longest reason that is kept, in characters.
const MAX_REASON: usize = 1_000;

/// The trail of one attempt.
pub(super) struct Trail<'a> {
    services: &'a Services,
    recorder: Recorder,
    attempt: AttemptTrace,
}

impl<'a> Trail<'a> {
    /// Of an attempt that begins now.
    pub(super) fn begin(services: &'a Services, job: &Job, origin: Origin, worker: &str) -> Self {
        let told = AttemptTold {
            name: job.name.clone(),
            number: job.attempts_made + 1,
            worker: job.worker.clone().or_else(|| Some(worker.to_owned())),
            created_at: job.created_at,
            origin,
            schedule_id: job.schedule_id.clone(),
            ..AttemptTold::default()
        };
        let attempt = AttemptTrace {
            id: uuid::Uuid::now_v7().to_string(),
            queue: job.queue.clone(),
            job_id: job.id.clone(),
            started_at: services.clock.now(),
            ended_at: None,
            outcome: "running".to_owned(),
            told,
        };
        Self { services, recorder: Recorder::default(), attempt }
    }

    /// Runs the attempt.
    pub(super) async fn follow<F: Future>(&mut self, work: F) -> F::Output {
        let recorder = self.recorder.clone();
        let work = recorder.scope(work);
        tokio::pin!(work);
        let mut ticks = interval_at(Instant::now() + KEEP_EVERY, KEEP_EVERY);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                biased;
                result = &mut work => return result,
                _ = ticks.tick() => {
                    // The work must not stand still while the database is slow.
                    let mut attempt = self.attempt.clone();
                    attempt.told.work = recorder.work();
                    let store = self.services.store.clone();
                    tokio::spawn(async move {
                        let kept = tokio::time::timeout(LIMIT, store.record_attempt(&attempt));
                        if let Ok(Err(error)) = kept.await {
                            tracing::debug!(%error, "what a job does cannot be noted");
                        }
                    });
                }
            }
        }
    }

    /// Keeps how it ended.
    pub(super) async fn end(mut self, outcome: &str, failure: Option<&JobFailure>) {
        self.attempt.ended_at = Some(self.now());
        self.attempt.outcome = outcome.to_owned();
        self.attempt.told.reason =
            failure.map(|failure| failure.reason.chars().take(MAX_REASON).collect());
        self.attempt.told.work = self.recorder.work();
        let kept = tokio::time::timeout(LIMIT, self.services.store.record_attempt(&self.attempt));
        match kept.await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(%error, "what a job did cannot be noted"),
            Err(_) => tracing::warn!("what a job did could not be noted in time"),
        }
    }

    fn now(&self) -> Timestamp {
        self.services.clock.now()
    }
}
