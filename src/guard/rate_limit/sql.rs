//! On the database: for processes on one machine, or on all that share a Postgres. Its clock is that
//! of the process, which should agree on all machines.
//!
//! Those who ask at the same time are answered together, by one read and one write: on SQLite all,
//! as it has one writer, on Postgres those who ask of one key.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use serde_json::json;
use tokio::time::Instant;

use super::gcra::{Ask, Verdict, decide, given, refused};
use super::memory::now_us;
use super::{LimitError, Limiter};
use crate::clock::SharedClock;
use crate::db::{Db, Lock, execute, fetch};
use crate::guard::together::Together;

/// How often rows that mean nothing any more are cleared away.
const SWEEP_INTERVAL: Duration = Duration::from_secs(60);
/// Longest wait for the database, another process' writes included: nobody may be held up longer
/// by a limit, and process memory stands in.
const PATIENCE: Duration = Duration::from_millis(1_000);
/// Tries to write for all together; where another process comes first each time, each writes for
/// itself.
const TRIES: usize = 3;
/// The states of the keys in a JSON array, on SQLite.
const STATES: &str =
    "SELECT key, tat_us FROM rate_limits WHERE key IN (SELECT value FROM json_each($1))";

/// Limits in the database.
#[derive(Debug)]
pub struct SqlLimiter {
    house: Arc<House>,
    together: Together<String, (String, Ask), Result<Verdict, String>>,
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
    async fn taken(&self, asks: &[(String, Ask)]) -> Result<Vec<Verdict>, sqlx::Error> {
        match (&self.db, asks) {
            (Db::Sqlite(_), [_, _, ..]) => self.taken_in_one(asks).await,
            // One ask alone, or those of one turn on Postgres, of which each key has its own.
            _ => self.taken_of_one(asks).await,
        }
    }

    /// Of whatever keys, in one transaction of SQLite.
    async fn taken_in_one(&self, asks: &[(String, Ask)]) -> Result<Vec<Verdict>, sqlx::Error> {
        let keys: BTreeSet<&str> = asks.iter().map(|(key, _)| key.as_str()).collect();
        let keys = json!(keys).to_string();
        let now = now_us(&self.clock);
        let states = fetch!(self.db.reader(), c =>
            sqlx::query_as(STATES).bind(&keys).fetch_all(c))?;
        // Refusals need no write; see below.
        let (changed, verdicts) = decided(states, now, asks);
        if changed.is_empty() {
            return Ok(verdicts);
        }
        let mut tx = self.db.begin(Lock::None).await?;
        let states = fetch!(tx.on(), c => sqlx::query_as(STATES).bind(&keys).fetch_all(c))?;
        let (changed, verdicts) = decided(states, now, asks);
        let changed = json!(changed).to_string();
        execute!(tx.on(), c =>
            sqlx::query(
                "INSERT INTO rate_limits (key, tat_us) \
                 SELECT value ->> 0, value ->> 1 FROM json_each($1) WHERE TRUE \
                 ON CONFLICT (key) DO UPDATE SET tat_us = excluded.tat_us",
            )
            .bind(changed)
            .execute(c))?;
        tx.commit().await?;
        Ok(verdicts)
    }

    /// Of one key.
    async fn taken_of_one(&self, asks: &[(String, Ask)]) -> Result<Vec<Verdict>, sqlx::Error> {
        let Some((key, _)) = asks.first() else { return Ok(Vec::new()) };
        let now = now_us(&self.clock);
        for _ in 0..TRIES {
            let seen = self.state(key).await?;
            let (changed, verdicts) = decided(vec![(key.clone(), seen)], now, asks);
            // A refusal needs no write: states only grow, so that what does not fit here does not
            // fit later in the same instant either. Whoever floods us does not get to the writer.
            let Some((_, state)) = changed.first() else { return Ok(verdicts) };
            if self.replace(key, seen, *state).await? {
                return Ok(verdicts);
            }
        }
        let mut verdicts = Vec::with_capacity(asks.len());
        for (_, ask) in asks {
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

/// The states that the asks change, and the verdict on each, in the order of the asks.
fn decided(
    states: Vec<(String, i64)>,
    now: i64,
    asks: &[(String, Ask)],
) -> (Vec<(String, i64)>, Vec<Verdict>) {
    let seen: HashMap<String, i64> = states.into_iter().collect();
    let mut states = seen.clone();
    let mut verdicts = Vec::with_capacity(asks.len());
    for (key, ask) in asks {
        let state = states.entry(key.clone()).or_default();
        let (next, verdict) = decide(*state, now, ask);
        *state = next;
        verdicts.push(verdict);
    }
    states.retain(|key, state| seen.get(key).copied().unwrap_or(0) != *state);
    (states.into_iter().collect(), verdicts)
}

#[async_trait]
impl Limiter for SqlLimiter {
    async fn take(&self, key: &str, ask: &Ask) -> Result<Verdict, LimitError> {
        let house = Arc::clone(&self.house);
        // SQLite has one writer, for whom all wait anyway.
        let turn = match &house.db {
            Db::Sqlite(_) => String::new(),
            Db::Postgres(_) => key.to_owned(),
        };
        let taking = self.together.ask(turn, (key.to_owned(), *ask), move |asks| {
            let house = Arc::clone(&house);
            async move {
                match tokio::time::timeout(PATIENCE, house.taken(&asks)).await {
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
