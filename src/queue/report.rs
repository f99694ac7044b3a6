use async_trait::async_trait;
use serde_json::Value;

use super::{JobQueue, JobReport, QueueError};

/// Tells of one job to the queue that holds it.
pub(super) struct QueueReport<Q> {
    /// The queue's carrier.
    pub(super) queue: Q,
    /// The queue's name.
    pub(super) name: String,
    /// The job's id.
    pub(super) id: String,
}

#[async_trait]
impl<Q: JobQueue> JobReport for QueueReport<Q> {
    async fn log(&self, line: &str) -> Result<(), QueueError> {
        self.queue.append_log(&self.name, &self.id, line).await
    }

    async fn progress(&self, progress: Value) -> Result<(), QueueError> {
        self.queue.set_progress(&self.name, &self.id, progress).await
    }
}
