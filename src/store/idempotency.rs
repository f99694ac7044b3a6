use std::time::Duration;

use sqlx::FromRow;

use super::{Store, StoreError};
use crate::db::{execute, fetch};
use crate::model::Timestamp;

/// How long an answer is kept.
const KEPT: Duration = Duration::from_secs(24 * 3600);
/// How long whoever makes an answer may take; after that somebody else may make it.
const LOCK: Duration = Duration::from_secs(60);

/// An answer that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAnswer {
    /// The HTTP status.
    pub status: u16,
    /// Headers that matter, as JSON.
    pub head: String,
    /// The body.
    pub body: String,
}

/// What is known of a request with a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// Nothing: the caller is to make the answer, and to tell it.
    Make,
    /// Somebody else is making it.
    Wait,
    /// It was answered.
    Answered(KeptAnswer),
    /// The key was used for another request.
    Reused,
}

#[derive(FromRow)]
struct Row {
    request: String,
    status: Option<i64>,
    head: Option<String>,
    body: Option<String>,
    created_at: Timestamp,
    locked_until: Timestamp,
}

impl Store {
    /// Claims a request: `request` is a hash of all that matters of it.
    ///
    /// # Errors
    /// The database failed.
    pub async fn claim_answer(
        &self,
        owner: &str,
        key: &str,
        request: &str,
        now: Timestamp,
    ) -> Result<Claim, StoreError> {
        let old = now.minus(KEPT);
        let made = execute!(self.db.writer(), c =>
            sqlx::query(
                "INSERT INTO idempotency (owner, key, request, created_at, locked_until) \
                VALUES ($1, $2, $3, $4, $5) ON CONFLICT (owner, key) DO UPDATE \
                SET request = excluded.request, status = NULL, head = NULL, body = NULL, \
                created_at = excluded.created_at, locked_until = excluded.locked_until \
                WHERE idempotency.created_at < $6 OR (idempotency.status IS NULL AND \
                idempotency.locked_until < $4 AND idempotency.request = excluded.request)",
            )
            .bind(owner)
            .bind(key)
            .bind(request)
            .bind(now)
            .bind(now.plus(LOCK))
            .bind(old)
            .execute(c))?;
        if made > 0 {
            return Ok(Claim::Make);
        }
        self.known_answer(owner, key, request, now).await
    }

    /// What is known of a request by now; [`Claim::Make`] where it was given up.
    ///
    /// # Errors
    /// The database failed.
    async fn known_answer(
        &self,
        owner: &str,
        key: &str,
        request: &str,
        now: Timestamp,
    ) -> Result<Claim, StoreError> {
        let row: Option<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT request, status, head, body, created_at, locked_until FROM idempotency \
                WHERE owner = $1 AND key = $2",
            )
            .bind(owner)
            .bind(key)
            .fetch_optional(c))?;
        // What is not there any more was given up just now: who asks again may make it.
        let Some(row) = row else { return Ok(Claim::Wait) };
        if row.request != request {
            return Ok(Claim::Reused);
        }
        match row.status.and_then(|status| u16::try_from(status).ok()) {
            Some(status) => Ok(Claim::Answered(KeptAnswer {
                status,
                head: row.head.unwrap_or_default(),
                body: row.body.unwrap_or_default(),
            })),
            None => {
                let left = row.locked_until.since(now);
                tracing::debug!(?left, since = %row.created_at, "a request waits for its twin");
                Ok(Claim::Wait)
            }
        }
    }

    /// Keeps the answer to a request that was claimed.
    ///
    /// # Errors
    /// The database failed.
    pub async fn keep_answer(
        &self,
        owner: &str,
        key: &str,
        answer: &KeptAnswer,
    ) -> Result<(), StoreError> {
        execute!(self.db.writer(), c =>
            sqlx::query(
                "UPDATE idempotency SET status = $3, head = $4, body = $5 \
                WHERE owner = $1 AND key = $2",
            )
            .bind(owner)
            .bind(key)
            .bind(i64::from(answer.status))
            .bind(&answer.head)
            .bind(&answer.body)
            .execute(c))?;
        Ok(())
    }

    /// Gives a request up that was claimed: the next one with the same key is a new one.
    ///
    /// # Errors
    /// The database failed.
    pub async fn give_up_answer(&self, owner: &str, key: &str) -> Result<(), StoreError> {
        execute!(self.db.writer(), c =>
            sqlx::query("DELETE FROM idempotency WHERE owner = $1 AND key = $2")
                .bind(owner)
                .bind(key)
                .execute(c))?;
        Ok(())
    }

    /// Forgets answers that were kept for long enough, at most a thousand; says how many.
    ///
    /// # Errors
    /// The database failed.
    pub async fn forget_answers(&self, now: Timestamp) -> Result<u64, StoreError> {
        Ok(execute!(self.db.writer(), c =>
            sqlx::query(
                "DELETE FROM idempotency WHERE (owner, key) IN \
                (SELECT owner, key FROM idempotency WHERE created_at < $1 LIMIT 1000)",
            )
            .bind(now.minus(KEPT))
            .execute(c))?)
    }
}
