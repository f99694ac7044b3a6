//! On the database: for processes on one machine, or on all that share a Postgres.

use std::time::Duration;

use async_trait::async_trait;

use super::{SharedState, SharedStateError, Timekeeper, Versioned, next_version};
use crate::clock::SharedClock;
use crate::db::{Db, Lock, execute, fetch};
use crate::model::Timestamp;

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

impl SqlState {
    /// The server's time where there is a server, else this machine's.
    async fn now(&self) -> Result<(Timestamp, Timekeeper), SharedStateError> {
        if self.db.path().is_some() {
            return Ok((self.clock.now(), Timekeeper::Machine));
        }
        let millis: i64 = fetch!(self.db.reader(), c =>
            sqlx::query_scalar("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::BIGINT")
                .fetch_one(c))?;
        Ok((Timestamp::from_millis(millis), Timekeeper::Server))
    }
}

#[async_trait]
impl SharedState for SqlState {
    async fn set(&self, key: &str, value: &str, ttl: Duration) -> Result<(), SharedStateError> {
        let now = self.clock.now();
        // Whoever else clears away at the same time is left to it.
        let clear = self.db.writer().text(
            "DELETE FROM shared_state WHERE expires_at <= $1",
            "DELETE FROM shared_state WHERE key IN (SELECT key FROM shared_state \
             WHERE expires_at <= $1 LIMIT 1000 FOR UPDATE SKIP LOCKED)",
        );
        let mut tx = self.db.begin(Lock::None).await?;
        execute!(tx.on(), c =>
            sqlx::query(
                "INSERT INTO shared_state (key, value, expires_at) VALUES ($1, $2, $3) \
                ON CONFLICT (key) DO UPDATE \
                SET value = excluded.value, expires_at = excluded.expires_at",
            )
            .bind(key)
            .bind(value)
            .bind(now.plus(ttl))
            .execute(c))?;
        execute!(tx.on(), c => sqlx::query(clear).bind(now).execute(c))?;
        Ok(tx.commit().await?)
    }

    async fn get(&self, key: &str) -> Result<Option<String>, SharedStateError> {
        Ok(fetch!(self.db.reader(), c =>
                sqlx::query_scalar(
                    "SELECT value FROM shared_state WHERE key = $1 AND expires_at > $2",
                )
                .bind(key)
                .bind(self.clock.now())
                .fetch_optional(c))?)
    }

    async fn read(&self, key: &str) -> Result<Versioned, SharedStateError> {
        let (now, timekeeper) = self.now().await?;
        let found: Option<(String, i64)> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT value, version FROM shared_state WHERE key = $1 AND expires_at > $2",
            )
            .bind(key)
            .bind(self.clock.now())
            .fetch_optional(c))?;
        let (value, version) = found.map_or((None, 0), |(value, version)| (Some(value), version));
        Ok(Versioned { value, version, now, timekeeper })
    }

    async fn swap(
        &self,
        key: &str,
        expected: i64,
        value: &str,
        ttl: Duration,
    ) -> Result<Option<i64>, SharedStateError> {
        let now = self.clock.now();
        let version = next_version(expected, now);
        // What has run out counts as gone; it is cleared away when something is set.
        let done = execute!(self.db.writer(), c =>
            sqlx::query(
                "INSERT INTO shared_state (key, value, expires_at, version) \
                SELECT $1, $2, $3, $4 WHERE $5 = 0 OR EXISTS \
                (SELECT 1 FROM shared_state WHERE key = $1 AND version = $5) \
                ON CONFLICT (key) DO UPDATE SET value = excluded.value, \
                expires_at = excluded.expires_at, version = excluded.version \
                WHERE (shared_state.version = $5 AND shared_state.expires_at > $6) \
                OR ($5 = 0 AND shared_state.expires_at <= $6)",
            )
            .bind(key)
            .bind(value)
            .bind(now.plus(ttl))
            .bind(version)
            .bind(expected)
            .bind(now)
            .execute(c))?;
        Ok((done > 0).then_some(version))
    }

    async fn remove(&self, key: &str) -> Result<bool, SharedStateError> {
        let done = execute!(self.db.writer(), c =>
            sqlx::query("DELETE FROM shared_state WHERE key = $1").bind(key).execute(c))?;
        Ok(done > 0)
    }

    async fn list(&self, prefix: &str) -> Result<Vec<(String, String)>, SharedStateError> {
        // U+10FFFF sorts behind every other character in UTF-8.
        Ok(fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT key, value FROM shared_state \
                WHERE key >= $1 AND key < $2 AND expires_at > $3 ORDER BY key",
            )
            .bind(prefix)
            .bind(format!("{prefix}\u{10ffff}"))
            .bind(self.clock.now())
            .fetch_all(c))?)
    }
}
