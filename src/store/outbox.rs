use super::{Store, StoreError};
use crate::db::{Lock, Tx, execute, fetch};

/// A message that is still to be given to the queue.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Untold {
    /// Id of the webhook that is to be told.
    pub webhook_id: String,
    /// Id of the lead that it is to be told of.
    pub lead_id: String,
}

impl Store {
    /// Messages that are still to be given to the queue, at most so many.
    ///
    /// # Errors
    /// The database failed.
    pub async fn untold(&self, most: u32) -> Result<Vec<Untold>, StoreError> {
        Ok(fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT webhook_id, lead_id FROM webhook_outbox \
                ORDER BY lead_id, webhook_id LIMIT $1",
            )
            .bind(i64::from(most))
            .fetch_all(c))?)
    }

    /// Notes that the queue has these messages.
    ///
    /// # Errors
    /// The database failed: they will be given to the queue again.
    pub async fn told(&self, messages: &[Untold]) -> Result<(), StoreError> {
        let mut tx = self.db.begin(Lock::None).await?;
        for message in messages {
            execute!(tx.on(), c =>
                sqlx::query("DELETE FROM webhook_outbox WHERE lead_id = $1 AND webhook_id = $2")
                    .bind(&message.lead_id)
                    .bind(&message.webhook_id)
                    .execute(c))?;
        }
        Ok(tx.commit().await?)
    }
}

/// Keeps a message for each webhook of the campaign's owner that wants to hear of this lead.
pub(super) async fn put(tx: &mut Tx, lead_id: &str) -> Result<(), StoreError> {
    execute!(tx.on(), c =>
        sqlx::query(
            "INSERT INTO webhook_outbox (lead_id, webhook_id) \
            SELECT l.id, w.id FROM leads l JOIN campaigns c ON c.id = l.campaign_id \
            JOIN webhooks w ON COALESCE(w.owner, '') = COALESCE(c.owner, '') \
            WHERE l.id = $1 AND l.score >= w.min_score ON CONFLICT DO NOTHING",
        )
        .bind(lead_id)
        .execute(c))?;
    Ok(())
}
