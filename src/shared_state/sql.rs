//! On the database, for processes on one machine.

use std::time::Duration;

use async_trait::async_trait;

use super::{SharedState, SharedStateError};
use crate::clock::SharedClock;
use crate::db::Db;

/// Shared state in the database.
#[derive(Debug, Clone)]
pub struct SqlState {
    db: Db,
    clock: SharedClock,
}

impl SqlState {
    /// On a database that has been migrated.
    pub fn new(db: Db, clock: SharedClock) -> Self {
        Self { db, clock }
    }
}

#[async_trait]
impl SharedState for SqlState {
    async fn set(&self, key: &str, value: &str, ttl: Duration) -> Result<(), SharedStateError> {
        let now = self.clock.now();
        let mut tx = self.db.writer().begin_with("BEGIN IMMEDIATE").await?;
        sqlx::query("DELETE FROM shared_state WHERE expires_at <= $1")
            .bind(now)
            .execute(&mut *tx)
            .await?;
        sqlx::query(
            "INSERT INTO shared_state (key, value, expires_at) VALUES ($1, $2, $3) \
             ON CONFLICT (key) DO UPDATE \
             SET value = excluded.value, expires_at = excluded.expires_at",
        )
        .bind(key)
        .bind(value)
        .bind(now.plus(ttl))
        .execute(&mut *tx)
        .await?;
        Ok(tx.commit().await?)
    }

    async fn get(&self, key: &str) -> Result<Option<String>, SharedStateError> {
        Ok(sqlx::query_scalar("SELECT value FROM shared_state WHERE key = $1 AND expires_at > $2")
            .bind(key)
            .bind(self.clock.now())
            .fetch_optional(self.db.reader())
            .await?)
    }

    async fn remove(&self, key: &str) -> Result<bool, SharedStateError> {
        let done = sqlx::query("DELETE FROM shared_state WHERE key = $1")
            .bind(key)
            .execute(self.db.writer())
            .await?;
        Ok(done.rows_affected() > 0)
    }

    async fn list(&self, prefix: &str) -> Result<Vec<(String, String)>, SharedStateError> {
        // U+10FFFF sorts behind every other character in UTF-8.
        Ok(sqlx::query_as(
            "SELECT key, value FROM shared_state \
             WHERE key >= $1 AND key < $2 AND expires_at > $3 ORDER BY key",
        )
        .bind(prefix)
        .bind(format!("{prefix}\u{10ffff}"))
        .bind(self.clock.now())
        .fetch_all(self.db.reader())
        .await?)
    }
}
