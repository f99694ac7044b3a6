use std::time::Duration;

use serde_json::json;
use sqlx::{FromRow, QueryBuilder};

use super::{Book, Key, ROWS};
use crate::db::{Lock, Tx, execute, fetch};
use crate::model::Timestamp;
use crate::queue::{JobOptions, NewJob, QueueError};

/// A job in the journal.
#[derive(Debug, Clone, FromRow)]
pub(in crate::queue::failover) struct Entry {
    pub(in crate::queue::failover) queue: String,
    pub(in crate::queue::failover) id: String,
    name: String,
    data: String,
    options: String,
    added_at: i64,
}

impl Entry {
    /// The job as it was added, with what is left of its delay.
    pub(in crate::queue::failover) fn into_job(self, now: Timestamp) -> NewJob {
        let mut options: JobOptions = serde_json::from_str(&self.options).unwrap_or_default();
        let waited = now.since(Timestamp::from_millis(self.added_at));
        let waited = u64::try_from(waited.as_millis()).unwrap_or(u64::MAX);
        options.delay = options.delay.saturating_sub(waited);
        let data = serde_json::from_str(&self.data).unwrap_or_default();
        NewJob { name: self.name, data, id: Some(self.id), options }
    }
}

impl Book {
    /// Notes jobs, all of which have an id; those that are noted already stay as they are.
    pub(in crate::queue::failover) async fn note(
        &self,
        queue: &str,
        jobs: &[NewJob],
    ) -> Result<(), QueueError> {
        let now = self.now();
        let mut tx = self.db.begin(Lock::Ledger).await?;
        for chunk in jobs.chunks(ROWS) {
            let persistent = chunk.len() == ROWS || chunk.len() == 1;
            execute!(tx.on(), c => async {
                let mut query = QueryBuilder::new(
                    "INSERT INTO failover_journal (queue, id, name, data, options, added_at) ",
                );
                query.push_values(chunk, |mut row, job| {
                    row.push_bind(queue)
                        .push_bind(job.id.as_deref().unwrap_or_default())
                        .push_bind(&job.name)
                        .push_bind(job.data.to_string())
                        .push_bind(options(job))
                        .push_bind(now);
                });
                query.push(" ON CONFLICT (queue, id) DO NOTHING");
                query.build().persistent(persistent).execute(c).await
            })?;
        }
        Ok(tx.commit().await?)
    }

    /// Strikes jobs out.
    pub(in crate::queue::failover) async fn strike(
        &self,
        queue: &str,
        ids: &[&str],
    ) -> Result<(), QueueError> {
        let mut tx = self.db.begin(Lock::Ledger).await?;
        strike(&mut tx, queue, ids).await?;
        Ok(tx.commit().await?)
    }

    /// Whether a job is noted.
    pub(in crate::queue::failover) async fn is_noted(
        &self,
        queue: &str,
        id: &str,
    ) -> Result<bool, QueueError> {
        Ok(
            fetch!(self.db.reader(), c => sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM failover_journal WHERE queue = $1 AND id = $2)")
                .bind(queue)
                .bind(id).fetch_one(c))?,
        )
    }

    /// Entries behind `after`, in order, that are neither done nor in the spool.
    pub(in crate::queue::failover) async fn lost(
        &self,
        after: &Key,
        limit: u32,
    ) -> Result<Vec<Entry>, QueueError> {
        Ok(fetch!(self.db.reader(), c => sqlx::query_as(
            "SELECT queue, id, name, data, options, added_at FROM failover_journal j \
             WHERE (queue, id) > ($1, $2) AND NOT EXISTS (SELECT 1 FROM failover_ledger l \
             WHERE l.queue = j.queue AND l.id = j.id AND l.done = 1) \
             AND NOT EXISTS (SELECT 1 FROM jobs s JOIN queues q ON q.id = s.queue_id \
             WHERE q.name = j.queue AND s.id = j.id) ORDER BY queue, id LIMIT $3",
        )
        .bind(&after.0)
        .bind(&after.1)
        .bind(i64::from(limit)).fetch_all(c))?)
    }

    /// Entries behind `after`, in order, that are older than `age` and not in the spool.
    pub(in crate::queue::failover) async fn old(
        &self,
        after: &Key,
        age: Duration,
        limit: u32,
    ) -> Result<Vec<Key>, QueueError> {
        let before = self.clock.now().minus(age).millis();
        Ok(fetch!(self.db.reader(), c => sqlx::query_as(
            "SELECT queue, id FROM failover_journal j \
             WHERE (queue, id) > ($1, $2) AND added_at < $3 \
             AND NOT EXISTS (SELECT 1 FROM jobs s JOIN queues q ON q.id = s.queue_id \
             WHERE q.name = j.queue AND s.id = j.id) ORDER BY queue, id LIMIT $4",
        )
        .bind(&after.0)
        .bind(&after.1)
        .bind(before)
        .bind(i64::from(limit)).fetch_all(c))?)
    }
}

fn options(job: &NewJob) -> String {
    serde_json::to_string(&job.options).unwrap_or_else(|_| "{}".into())
}

/// Strikes jobs out, inside a transaction.
pub(super) async fn strike(tx: &mut Tx, queue: &str, ids: &[&str]) -> Result<(), QueueError> {
    if ids.is_empty() {
        return Ok(());
    }
    let sql = tx.on().text(
        "DELETE FROM failover_journal WHERE queue = $1 \
         AND id IN (SELECT value FROM json_each($2))",
        "DELETE FROM failover_journal WHERE queue = $1 \
         AND id IN (SELECT jsonb_array_elements_text($2::jsonb))",
    );
    let ids = json!(ids).to_string();
    execute!(tx.on(), c => sqlx::query(sql).bind(queue).bind(ids).execute(c))?;
    Ok(())
}
