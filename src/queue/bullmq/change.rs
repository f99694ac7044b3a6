use bullmq::types::RetryOptions;

use super::BullMqQueue;
use crate::queue::{Job, JobState, QueueError, check};

/// The job is the next one of a schedule (the scripts' `JOB_BELONGS_TO_JOB_SCHEDULER`).
const OF_A_SCHEDULE: i64 = -8;

impl BullMqQueue {
    pub(super) async fn retry_job(&self, queue: &str, id: &str) -> Result<(), QueueError> {
        const WANTED: &str = "failed or completed";
        let job = self.existing(queue, id).await?;
        let set = match job.state {
            JobState::Failed => "failed",
            JobState::Completed => "completed",
            _ => return Err(wrong_state(&job, WANTED, "retried")),
        };
        let fresh = RetryOptions { reset_attempts_made: true, reset_attempts_started: false };
        let done = self.engine.ask(queue, async |engine| match engine.get_job(id).await? {
            Some(mut job) => match job.retry(set, Some(fresh)).await {
                Err(bullmq::Error::InvalidConfig(_)) => Ok(false),
                done => done.map(|()| true),
            },
            None => Ok(false),
        });
        match done.await? {
            Ok(true) => Ok(()),
            // It was moved between the two looks.
            _ => Err(wrong_state(&self.existing(queue, id).await?, WANTED, "retried")),
        }
    }

    pub(super) async fn promote_job(&self, queue: &str, id: &str) -> Result<(), QueueError> {
        const WANTED: &str = "delayed";
        let job = self.existing(queue, id).await?;
        if job.state != JobState::Delayed {
            return Err(wrong_state(&job, WANTED, "promoted"));
        }
        let done = self.engine.ask(queue, async |engine| match engine.get_job(id).await? {
            Some(job) => job.promote().await.map(|()| true),
            None => Ok(false),
        });
        match done.await? {
            Ok(true) => Ok(()),
            _ => Err(wrong_state(&self.existing(queue, id).await?, WANTED, "promoted")),
        }
    }

    pub(super) async fn remove_job(&self, queue: &str, id: &str) -> Result<(), QueueError> {
        let job = self.existing(queue, id).await?;
        if job.state == JobState::Active {
            return Err(wrong_state(&job, "not active", "removed"));
        }
        match self.engine.ask(queue, async |engine| engine.remove(id).await).await? {
            Ok(true) => Ok(()),
            Err(OF_A_SCHEDULE) => Err(wrong_state(
                &job,
                "not the next one of a schedule (remove the schedule instead)",
                "removed",
            )),
            // A worker holds it, or one of its children.
            _ => Err(wrong_state(
                &self.existing(queue, id).await?,
                "not active, and has no active children",
                "removed",
            )),
        }
    }

    pub(super) async fn set_paused(&self, queue: &str, paused: bool) -> Result<(), QueueError> {
        check::queue_name(queue)?;
        let meta = self.keys(queue).meta();
        let before: bool = self.link.query(redis::cmd("HEXISTS").arg(meta).arg("paused")).await?;
        if before == paused && self.is_known(queue).await? {
            return Ok(());
        }
        self.list(queue);
        let done = self.engine.ask(queue, async |engine| {
            if paused { engine.pause().await } else { engine.resume().await }
        });
        match done.await? {
            Ok(()) => Ok(()),
            Err(code) => Err(refused("the queue was not paused or resumed", code)),
        }
    }

    /// The job, which must be there.
    pub(super) async fn existing(&self, queue: &str, id: &str) -> Result<Job, QueueError> {
        self.get_job(queue, id).await?.ok_or_else(|| Self::no_such_job(queue, id))
    }
}

/// One of BullMQ's scripts said no for a reason that should not come up.
pub(super) fn refused(what: &str, code: i64) -> QueueError {
    QueueError::Unreachable(format!("{what}: BullMQ answered {code}").into())
}

fn wrong_state(job: &Job, wanted: &'static str, action: &'static str) -> QueueError {
    QueueError::WrongState {
        queue: job.queue.clone(),
        id: job.id.clone(),
        state: job.state,
        wanted,
        action,
    }
}
