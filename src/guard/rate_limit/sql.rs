//! On the database: for processes on one machine, or on all that share a Postgres. Its clock is that
//! of the process, which should agree on all machines.
//!
//! Those who ask of one key at the same time are answered together, by one read and one write.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use tokio::time::Instant;

use super::gcra::{Ask, Verdict, decide, given, refused};
use super::memory::now_us;
use super::{LimitError, Limiter};
use crate::clock::SharedClock;
use crate::db::{Db, execute, fetch};
use crate::guard::together::Together;

/// How often rows that mean nothing any more are cleared away.
const SWEEP_INTERVAL: Duration = Duration::from_secs(60);
/// Longest wait for the database, another process' writes included: nobody may be held up longer
/// by a limit, and process memory stands in.
const PATIENCE: Duration = Duration::from_millis(1_000);
/// Tries to write for all together; where another process comes first each time, each writes for
/// itself.
const TRIES: usize = 3;

/// Limits in the database.
#[derive(Debug)]
pub struct SqlLimiter {
    house: Arc<House>,
    together: Together<String, Ask, Result<Verdict, String>>,
}

#[derive(Debug)]
struct House {
    db: Db,
    clock: SharedClock,
    swept_at: Mutex<Option<Instant>>,
}

impl SqlLimiter {
    /// On a database that has been migrated.
    pub fn new(db: Db, clock: SharedClock) -> Self {
        let house = House { db, clock, swept_at: Mutex::default() };
        Self { house: Arc::new(house), together: Together::default() }
    }
}

impl House {
    async fn state(&self, key: &str) -> Result<i64, sqlx::Error> {
        let found: Option<i64> = fetch!(self.db.reader(), c =>
            sqlx::query_scalar("SELECT tat_us FROM rate_limits WHERE key = $1")
                .bind(key)
                .fetch_optional(c))?;
        Ok(found.unwrap_or(0))
    }

    /// Replaces a state that is still as it was seen; says whether it was.
    async fn replace(&self, key: &str, seen: i64, by: i64) -> Result<bool, sqlx::Error> {
        let written = execute!(self.db.writer(), c =>
            sqlx::query(
                "INSERT INTO rate_limits (key, tat_us) VALUES ($1, $3) \
                 ON CONFLICT (key) DO UPDATE SET tat_us = $3 WHERE rate_limits.tat_us = $2",
            )
            .bind(key)
            .bind(seen)
            .bind(by)
            .execute(c))?;
        Ok(written > 0)
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

    /// Decides on all asks, one after the other, as if each had come alone.
    async fn taken(&self, key: &str, asks: &[Ask]) -> Result<Vec<Verdict>, sqlx::Error> {
        let now = now_us(&self.clock);
        for _ in 0..TRIES {
            let seen = self.state(key).await?;
            let mut tat = seen;
            let mut verdicts = Vec::with_capacity(asks.len());
            for ask in asks {
                let (next, verdict) = decide(tat, now, ask);
                tat = next;
                verdicts.push(verdict);
            }
            // A refusal needs no write: states only grow, so that what does not fit here does not
            // fit later in the same instant either. Whoever floods us does not get to the writer.
            if tat == seen || self.replace(key, seen, tat).await? {
                return Ok(verdicts);
            }
        }
        let mut verdicts = Vec::with_capacity(asks.len());
        for ask in asks {
            verdicts.push(match self.write(key, now, ask).await? {
                Some(tat) => given(tat, now, ask),
                None => refused(self.state(key).await?, now, ask),
            });
        }
        Ok(verdicts)
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
        let (house, name) = (Arc::clone(&self.house), key.to_owned());
        let taking = self.together.ask(key.to_owned(), *ask, move |asks| {
            let (house, name) = (Arc::clone(&house), name.clone());
            async move {
                match tokio::time::timeout(PATIENCE, house.taken(&name, &asks)).await {
                    Ok(Ok(verdicts)) => verdicts.into_iter().map(Ok).collect(),
                    Ok(Err(error)) => vec![Err(error.to_string()); asks.len()],
                    Err(_) => vec![Err("no answer from the database".to_owned()); asks.len()],
                }
            }
        });
        let no_answer = || LimitError("no answer from the database".into());
        let taken = tokio::time::timeout(PATIENCE, taking).await.map_err(|_| no_answer())?;
        let verdict = taken.ok_or_else(no_answer)?.map_err(|error| LimitError(error.into()))?;
        if self.house.must_sweep() {
            self.house.sweep().await?;
        }
        Ok(verdict)
    }
}
