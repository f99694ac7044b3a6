//! On the database: for processes on one machine, or on all that share a Postgres. Its clock is that
//! of the process, which should agree on all machines.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use tokio::time::Instant;

use super::gcra::{Ask, Verdict, decide, given, refused};
use super::memory::now_us;
use super::{LimitError, Limiter};
use crate::clock::SharedClock;
use crate::db::{Db, execute, fetch};

/// How often rows that mean nothing any more are cleared away.
const SWEEP_INTERVAL: Duration = Duration::from_secs(60);
/// Longest wait for the database, another process' writes included: nobody may be held up longer
/// by a limit, and process memory stands in.
const PATIENCE: Duration = Duration::from_millis(1_000);

/// Limits in the database.
#[derive(Debug)]
pub struct SqlLimiter {
    db: Db,
    clock: SharedClock,
    swept_at: Mutex<Option<Instant>>,
}

impl SqlLimiter {
    /// On a database that has been migrated.
    pub fn new(db: Db, clock: SharedClock) -> Self {
        Self { db, clock, swept_at: Mutex::default() }
    }

    async fn state(&self, key: &str) -> Result<i64, sqlx::Error> {
        let found: Option<i64> = fetch!(self.db.reader(), c =>
            sqlx::query_scalar("SELECT tat_us FROM rate_limits WHERE key = $1")
                .bind(key)
                .fetch_optional(c))?;
        Ok(found.unwrap_or(0))
    }

    /// Takes by the rule of [`decide`], in one statement; nothing where it does not fit.
    async fn write(&self, key: &str, now: i64, ask: &Ask) -> Result<Option<i64>, sqlx::Error> {
        let (increment, window, patience) = ask.figures();
        fetch!(self.db.writer(), c =>
            sqlx::query_scalar(
                "INSERT INTO rate_limits (key, tat_us) VALUES ($1, $2 + $3) \
                 ON CONFLICT (key) DO UPDATE SET tat_us = $3 + \
                 CASE WHEN rate_limits.tat_us > $2 THEN rate_limits.tat_us ELSE $2 END \
                 WHERE $3 + CASE WHEN rate_limits.tat_us > $2 THEN rate_limits.tat_us ELSE $2 END \
                 <= $4 RETURNING tat_us",
            )
            .bind(key)
            .bind(now)
            .bind(increment)
            .bind(now.saturating_add(window).saturating_add(patience))
            .fetch_optional(c))
    }

    async fn taken(&self, key: &str, ask: &Ask) -> Result<Verdict, sqlx::Error> {
        let now = now_us(&self.clock);
        // A refusal needs no write: states only grow, so that what does not fit here does not fit
        // later in the same instant either. Whoever floods us does not get to the writer.
        let (_, verdict) = decide(self.state(key).await?, now, ask);
        if !verdict.allowed {
            return Ok(verdict);
        }
        match self.write(key, now, ask).await? {
            Some(tat) => Ok(given(tat, now, ask)),
            // Another came first.
            None => Ok(refused(self.state(key).await?, now, ask)),
        }
    }

    fn must_sweep(&self) -> bool {
        let mut swept_at = self.swept_at.lock().unwrap_or_else(PoisonError::into_inner);
        let due = swept_at.is_none_or(|at| at.elapsed() >= SWEEP_INTERVAL);
        if due {
            *swept_at = Some(Instant::now());
        }
        due
    }

    async fn sweep(&self) -> Result<(), sqlx::Error> {
        // Whoever else clears away at the same time is left to it.
        let clear = self.db.writer().text(
            "DELETE FROM rate_limits WHERE tat_us <= $1",
            "DELETE FROM rate_limits WHERE key IN (SELECT key FROM rate_limits \
             WHERE tat_us <= $1 LIMIT 10000 FOR UPDATE SKIP LOCKED)",
        );
        let now = now_us(&self.clock);
        execute!(self.db.writer(), c => sqlx::query(clear).bind(now).execute(c)).map(|_| ())
    }
}

#[async_trait]
impl Limiter for SqlLimiter {
    async fn take(&self, key: &str, ask: &Ask) -> Result<Verdict, LimitError> {
        let verdict = tokio::time::timeout(PATIENCE, self.taken(key, ask)).await;
        let verdict = verdict.map_err(|_| LimitError("no answer from the database".into()))??;
        if self.must_sweep() {
            self.sweep().await?;
        }
        Ok(verdict)
    }
}
