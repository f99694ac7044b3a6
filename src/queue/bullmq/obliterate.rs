use std::time::Duration;

use super::BullMqQueue;
use super::change::refused;
use super::engine::EngineError;
use super::scripts::ORPHAN;
use crate::queue::{JobState, QueueCounts, QueueError};

/// Jobs that BullMQ's script removes in one step.
const STEP: usize = 1_000;
/// States that can be swept before, in steps that let others be served.
const SWEPT: &[JobState] = &[
    JobState::Waiting,
    JobState::Prioritized,
    JobState::Delayed,
    JobState::Completed,
    JobState::Failed,
];

impl BullMqQueue {
    /// Sweeps what can be swept, and leaves the rest to BullMQ's own script, which takes the keys of
    /// the queue along.
    pub(super) async fn obliterate_queue(
        &self,
        queue: &str,
        force: bool,
    ) -> Result<u64, QueueError> {
        if !self.is_known(queue).await? {
            return Ok(0);
        }
        let counts = self.count_jobs(queue).await?;
        if counts.active > 0 && !force {
            return Err(QueueError::Busy { queue: queue.to_owned(), active: counts.active });
        }
        self.set_paused(queue, true).await?;
        for state in SWEPT {
            self.clean_jobs(queue, *state, Duration::ZERO, 0, false).await?;
        }
        self.remove_parents(queue).await?;
        self.finish(queue, force).await?;
        self.unlist(queue);
        Ok(total(&counts))
    }

    /// Removes the jobs that wait for children, which BullMQ's script leaves behind.
    async fn remove_parents(&self, queue: &str) -> Result<(), QueueError> {
        let keys = self.keys(queue);
        let mut call = ORPHAN.prepare_invoke();
        call.key(keys.waiting_children()).arg(keys.key_prefix()).arg(STEP);
        while self.link.script::<usize>(&call).await? > 0 {}
        Ok(())
    }

    /// BullMQ's own script, again where it was too much for one call.
    async fn finish(&self, queue: &str, force: bool) -> Result<(), QueueError> {
        let mut before = total(&self.count_jobs(queue).await?);
        loop {
            let call = self.engine.ask(queue, async |engine| engine.obliterate(force, STEP).await);
            match call.await {
                Ok(done) => {
                    return done.map_err(|code| refused("the queue was not obliterated", code));
                }
                Err(error @ EngineError::TimedOut { .. }) => {
                    let left = total(&self.count_jobs(queue).await?);
                    if left >= before {
                        return Err(error.into());
                    }
                    before = left;
                }
                Err(error) => return Err(error.into()),
            }
        }
    }
}

fn total(counts: &QueueCounts) -> u64 {
    JobState::ALL.iter().map(|state| counts.of(*state)).sum()
}
