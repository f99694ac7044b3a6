use super::SqlQueue;
use super::rows::ACTIVE;
use crate::db::{Lock, execute, fetch};
use crate::queue::QueueError;

/// Jobs removed in one transaction, so that others get their turn.
const BATCH: u64 = 5_000;

impl SqlQueue {
    /// Removes all that a queue has. Its number stays, as other processes remember it, and so do
    /// the numbers that its jobs had: no later job is taken for one of them.
    pub(super) async fn obliterate_queue(
        &self,
        queue: &str,
        force: bool,
    ) -> Result<u64, QueueError> {
        let Some(queue_id) = self.known(queue).await? else { return Ok(0) };
        self.close_queue(queue, queue_id, force).await?;
        let mut removed = 0;
        loop {
            let batch = self.remove_batch(queue_id).await?;
            removed += batch;
            if batch < BATCH {
                break;
            }
        }
        let mut tx = self.db.begin(Lock::Queue(queue_id)).await?;
        removed += execute!(tx.on(), c => sqlx::query("DELETE FROM jobs WHERE queue_id = $1")
            .bind(queue_id)
            .execute(c))?;
        execute!(tx.on(), c => sqlx::query("DELETE FROM queue_events WHERE queue_id = $1")
            .bind(queue_id)
            .execute(c))?;
        execute!(tx.on(), c => sqlx::query("UPDATE queues SET paused = $2 WHERE id = $1")
            .bind(queue_id)
            .bind(false)
            .execute(c))?;
        tx.commit().await?;
        Ok(removed)
    }

    /// Lets no further job start and makes no more by schedules, where none is active.
    async fn close_queue(&self, queue: &str, queue_id: i64, force: bool) -> Result<(), QueueError> {
        let mut tx = self.db.begin(Lock::Queue(queue_id)).await?;
        let active: i64 = fetch!(tx.on(), c => sqlx::query_scalar("SELECT COUNT(*) FROM jobs WHERE queue_id = $1 AND lane = $2")
            .bind(queue_id)
            .bind(ACTIVE)
            .fetch_one(c))?;
        if active > 0 && !force {
            return Err(QueueError::Busy {
                queue: queue.to_owned(),
                active: active.unsigned_abs(),
            });
        }
        execute!(tx.on(), c => sqlx::query("UPDATE queues SET paused = $2 WHERE id = $1")
            .bind(queue_id)
            .bind(true)
            .execute(c))?;
        execute!(tx.on(), c => sqlx::query("DELETE FROM schedules WHERE queue_id = $1")
            .bind(queue_id)
            .execute(c))?;
        Ok(tx.commit().await?)
    }

    async fn remove_batch(&self, queue_id: i64) -> Result<u64, QueueError> {
        let mut tx = self.db.begin(Lock::Queue(queue_id)).await?;
        let removed = execute!(tx.on(), c => sqlx::query(
            "DELETE FROM jobs WHERE seq IN (SELECT seq FROM jobs WHERE queue_id = $1 LIMIT $2)",
        )
        .bind(queue_id)
        .bind(i64::try_from(BATCH).unwrap_or(i64::MAX))
        .execute(c))?;
        tx.commit().await?;
        Ok(removed)
    }
}
