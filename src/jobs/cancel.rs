//! Jobs that are not wanted any more.
//!
//! One that waits is removed. One that a worker runs is the worker's: it is asked, by a word in the
//! shared state that workers look for every second, to stop and fail the job without another attempt.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::QUEUES;
use crate::model::Timestamp;
use crate::queue::{Job, JobQueue, JobState, QueueError};
use crate::shared_state::{SharedState, SharedStateError};

/// What the keys begin with; queue and id follow.
const PREFIX: &str = "cancel/";
/// How long a worker may take to hear of it.
const KEPT: Duration = Duration::from_secs(600);
/// Times that a job which has just begun is looked at again.
const TRIES: usize = 3;
/// The states in which a job can be cancelled, in words.
pub const CANCELLABLE: &str = "waiting, delayed or active";

/// What became of a job that was to be cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Cancelled {
    /// It had not begun, and is gone.
    Removed,
    /// Its worker was asked to stop it; it will fail within seconds, unless it ends before.
    Asked,
}

/// That a job is to stop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Who wants it.
    pub by: String,
    /// When the attempt began that is meant: no later one is.
    begun: Option<Timestamp>,
}

impl Order {
    /// Whether the attempt is meant that began then.
    pub fn means(&self, begun: Option<Timestamp>) -> bool {
        self.begun == begun
    }
}

/// Where the order to stop a job stands in the shared state.
pub fn key(queue: &str, id: &str) -> String {
    format!("{PREFIX}{queue}/{id}")
}

/// Cancels a job, on behalf of `by`.
///
/// # Errors
/// There is no such job, it has ended, or a worker of others runs it; the queue or the shared state
/// cannot be reached.
pub async fn cancel(
    queues: &dyn JobQueue,
    state: &dyn SharedState,
    (queue, id): (&str, &str),
    by: &str,
) -> Result<Cancelled, QueueError> {
    for _ in 0..TRIES {
        let missing = || QueueError::NoSuchJob { queue: queue.to_owned(), id: id.to_owned() };
        let job = queues.get(queue, id).await?.ok_or_else(missing)?;
        match job.state {
            JobState::Active => {
                ask(state, &job, by).await?;
                return Ok(Cancelled::Asked);
            }
            JobState::Completed | JobState::Failed => {
                return Err(QueueError::WrongState {
                    queue: queue.to_owned(),
                    id: id.to_owned(),
                    state: job.state,
                    wanted: CANCELLABLE,
                    action: "cancelled",
                });
            }
            _ => match queues.remove(queue, id).await {
                Ok(()) => return Ok(Cancelled::Removed),
                // It began in this moment.
                Err(QueueError::WrongState { .. } | QueueError::LockLost { .. }) => {}
                Err(error) => return Err(error),
            },
        }
    }
    Err(QueueError::Invalid(format!("job {id} of queue {queue} comes and goes; try again")))
}

async fn ask(state: &dyn SharedState, job: &Job, by: &str) -> Result<(), QueueError> {
    if !QUEUES.contains(&job.queue.as_str()) {
        return Err(QueueError::Invalid(format!(
            "job {} runs in queue {}, which is not worked on by workers of this system: only its own worker can stop it",
            job.id, job.queue
        )));
    }
    let order = Order { by: by.to_owned(), begun: job.processed_at };
    let order = serde_json::to_string(&order).unwrap_or_default();
    state
        .set(&key(&job.queue, &job.id), &order, KEPT)
        .await
        .map_err(|error| QueueError::Unreachable(Box::new(error)))
}

/// All orders that stand, by their keys.
///
/// # Errors
/// The shared state cannot be reached.
pub async fn orders(state: &dyn SharedState) -> Result<Vec<(String, Order)>, SharedStateError> {
    let entries = state.list(PREFIX).await?;
    let read = |(key, value): (String, String)| Some((key, serde_json::from_str(&value).ok()?));
    Ok(entries.into_iter().filter_map(read).collect())
}
