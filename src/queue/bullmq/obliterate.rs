use std::time::Duration;

use super::BullMqQueue;
use super::change::refused;
use crate::queue::{JobState, QueueError};

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
        let done = self.engine.ask(queue, async |engine| engine.obliterate(force, STEP).await);
        done.await?.map_err(|code| refused("the queue was not obliterated", code))?;
        self.unlist(queue);
        Ok(JobState::ALL.iter().map(|state| counts.of(*state)).sum())
    }
}
