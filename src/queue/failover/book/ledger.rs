use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::journal::strike;
use super::{Book, Key, ROWS};
use crate::db::{Lock, Statement, Tx, bind, execute, fetch};
use crate::queue::QueueError;

/// For how long a claim holds unless renewed.
pub(in crate::queue::failover) const LEASE: Duration = Duration::from_secs(15);

/// The answer to a claim on a job.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::queue::failover) enum Claim {
    /// Whoever asked may run it.
    Granted,
    /// Another copy of it runs.
    Running,
    /// Another copy of it has completed, with this result.
    Done(Value),
}

/// One run of a job, shared by all who have to do with it.
#[derive(Debug)]
pub(in crate::queue::failover) struct Run {
    pub(in crate::queue::failover) key: Key,
    /// The process that it is a run of.
    pub(in crate::queue::failover) process: Arc<str>,
    /// Its number among the runs of the process.
    pub(in crate::queue::failover) number: u64,
}

impl Run {
    /// What tells it from all other runs of the job.
    fn token(&self) -> String {
        format!("{}/{}", self.process, self.number)
    }
}

/// What one turn of the clerk writes.
#[derive(Debug, Default)]
pub(in crate::queue::failover) struct Turn {
    /// Runs that ask whether they may.
    pub(in crate::queue::failover) claims: Vec<Arc<Run>>,
    /// Runs that go on unless another copy is known.
    pub(in crate::queue::failover) begun: Vec<Arc<Run>>,
    /// Jobs that are done, with their results, to be kept for other copies.
    pub(in crate::queue::failover) done: Vec<(Arc<Run>, Value)>,
    /// Runs that have ended without completing.
    pub(in crate::queue::failover) ended: Vec<Arc<Run>>,
    /// Jobs to be struck out of the journal.
    pub(in crate::queue::failover) finished: Vec<Arc<Run>>,
}

impl Book {
    /// Writes a turn in one transaction; the answers are those to its claims.
    pub(in crate::queue::failover) async fn write(
        &self,
        turn: &Turn,
    ) -> Result<Vec<Claim>, QueueError> {
        let now = self.now();
        let until = self.clock.now().plus(LEASE).millis();
        let mut tx = self.db.begin(Lock::Ledger).await?;
        for chunk in turn.done.chunks(ROWS) {
            complete(&mut tx, chunk, now).await?;
        }
        for run in &turn.ended {
            release(&mut tx, run).await?;
        }
        for chunk in turn.begun.chunks(ROWS) {
            begin(&mut tx, chunk, until).await?;
        }
        let mut claims = Vec::with_capacity(turn.claims.len());
        for chunk in turn.claims.chunks(ROWS) {
            claims.extend(claim(&mut tx, chunk, now, until).await?);
        }
        let mut by_queue: HashMap<&str, Vec<&str>> = HashMap::new();
        for Run { key: (queue, id), .. } in turn.finished.iter().map(Arc::as_ref) {
            by_queue.entry(queue).or_default().push(id);
        }
        for (queue, ids) in by_queue {
            strike(&mut tx, queue, &ids).await?;
        }
        tx.commit().await?;
        Ok(claims)
    }

    /// Renews what these runs hold.
    pub(in crate::queue::failover) async fn renew(
        &self,
        runs: &[Arc<Run>],
    ) -> Result<(), QueueError> {
        let until = self.clock.now().plus(LEASE).millis();
        let mut tx = self.db.begin(Lock::Ledger).await?;
        for run in runs {
            execute!(tx.on(), c => sqlx::query(
                "UPDATE failover_ledger SET lease_until = $4 \
                 WHERE queue = $1 AND id = $2 AND token = $3 AND done = 0",
            )
            .bind(&run.key.0)
            .bind(&run.key.1)
            .bind(run.token())
            .bind(until).execute(c))?;
        }
        Ok(tx.commit().await?)
    }

    /// Jobs behind `after` that are done and have no copy in the spool that could still run, in
    /// order.
    pub(in crate::queue::failover) async fn done(
        &self,
        after: &Key,
        limit: u32,
    ) -> Result<Vec<Key>, QueueError> {
        Ok(fetch!(self.db.reader(), c => sqlx::query_as(
            "SELECT queue, id FROM failover_ledger l WHERE (queue, id) > ($1, $2) AND done = 1 \
             AND NOT EXISTS (SELECT 1 FROM jobs s JOIN queues q ON q.id = s.queue_id \
             WHERE q.name = l.queue AND s.id = l.id AND s.lane < 3) ORDER BY queue, id LIMIT $3",
        )
        .bind(&after.0)
        .bind(&after.1)
        .bind(i64::from(limit)).fetch_all(c))?)
    }

    /// What is known of one job.
    pub(in crate::queue::failover) async fn result(
        &self,
        queue: &str,
        id: &str,
    ) -> Result<Option<Value>, QueueError> {
        let found: Option<Option<String>> = fetch!(self.db.reader(), c => sqlx::query_scalar(
            "SELECT result FROM failover_ledger WHERE queue = $1 AND id = $2 AND done = 1",
        )
        .bind(queue)
        .bind(id).fetch_optional(c))?;
        Ok(found.map(value))
    }

    /// Forgets what is known of jobs.
    pub(in crate::queue::failover) async fn forget(&self, keys: &[Key]) -> Result<(), QueueError> {
        if keys.is_empty() {
            return Ok(());
        }
        let mut tx = self.db.begin(Lock::Ledger).await?;
        for chunk in keys.chunks(ROWS) {
            let mut query = Statement::new("DELETE FROM failover_ledger WHERE (queue, id) IN (");
            pairs(&mut query, chunk.iter());
            query.push(")");
            execute!(tx.on(), c =>
                bind!(sqlx::query(query.sql()), query).persistent(false).execute(c))?;
        }
        Ok(tx.commit().await?)
    }

    /// Forgets claims of workers that are gone.
    pub(in crate::queue::failover) async fn forget_expired(&self) -> Result<(), QueueError> {
        execute!(self.db.writer(), c => sqlx::query("DELETE FROM failover_ledger WHERE done = 0 AND lease_until < $1")
            .bind(self.now()).execute(c))?;
        Ok(())
    }

    /// Whether copies of a job may be in two places: the primary is away, or the spool holds jobs
    /// that are not finished, or the ledger has entries.
    pub(in crate::queue::failover) async fn is_guarded(&self) -> Result<bool, QueueError> {
        Ok(fetch!(self.db.reader(), c => sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM failover_notes WHERE key = 'away') \
             OR EXISTS (SELECT 1 FROM queue_counts WHERE lane < 3 AND n > 0) \
             OR EXISTS (SELECT 1 FROM failover_ledger)",
        ).fetch_one(c))?)
    }

    /// How many jobs the spool holds that are not finished.
    pub(in crate::queue::failover) async fn spooled(&self) -> Result<u64, QueueError> {
        let n: i64 = fetch!(self.db.reader(), c => sqlx::query_scalar(
            "SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM queue_counts WHERE lane < 3",
        ).fetch_one(c))?;
        Ok(n.unsigned_abs())
    }
}

/// `($1, $2), ($3, $4)` and so on.
fn pairs<'a>(query: &mut Statement, keys: impl Iterator<Item = &'a Key>) {
    for (n, (queue, id)) in keys.enumerate() {
        query.push(if n == 0 { "(" } else { ", (" });
        query.push_bind(queue.as_str()).push(", ").push_bind(id.as_str()).push(")");
    }
}

fn value(text: Option<String>) -> Value {
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

async fn complete(tx: &mut Tx, done: &[(Arc<Run>, Value)], now: i64) -> Result<(), QueueError> {
    let mut seen = HashSet::new();
    let fresh = done.iter().filter(|(run, _)| seen.insert(&run.key));
    let mut query = Statement::new(
        "INSERT INTO failover_ledger (queue, id, token, done, result, lease_until) VALUES ",
    );
    for (n, (run, result)) in fresh.enumerate() {
        row(&mut query, n, run).push(", 1, ").push_bind(result.to_string());
        query.push(", ").push_bind(now).push(")");
    }
    query.push(
        " ON CONFLICT (queue, id) DO UPDATE SET done = 1, result = excluded.result \
         WHERE failover_ledger.done = 0",
    );
    execute!(tx.on(), c =>
        bind!(sqlx::query(query.sql()), query).persistent(false).execute(c))?;
    Ok(())
}

/// The beginning of a row: `($1, $2, $3`.
fn row<'a>(query: &'a mut Statement, n: usize, run: &Run) -> &'a mut Statement {
    query.push(if n == 0 { "(" } else { ", (" }).push_bind(run.key.0.as_str()).push(", ");
    query.push_bind(run.key.1.as_str()).push(", ").push_bind(run.token())
}

async fn release(tx: &mut Tx, run: &Run) -> Result<(), QueueError> {
    execute!(tx.on(), c => sqlx::query(
        "DELETE FROM failover_ledger WHERE queue = $1 AND id = $2 AND token = $3 AND done = 0",
    )
    .bind(&run.key.0)
    .bind(&run.key.1)
    .bind(run.token()).execute(c))?;
    Ok(())
}

async fn begin(tx: &mut Tx, runs: &[Arc<Run>], until: i64) -> Result<(), QueueError> {
    let mut query = claims(runs.iter().map(Arc::as_ref), until);
    query.push(" ON CONFLICT (queue, id) DO NOTHING");
    execute!(tx.on(), c =>
        bind!(sqlx::query(query.sql()), query).persistent(false).execute(c))?;
    Ok(())
}

fn claims<'a>(runs: impl Iterator<Item = &'a Run>, until: i64) -> Statement {
    let mut query =
        Statement::new("INSERT INTO failover_ledger (queue, id, token, done, lease_until) VALUES ");
    for (n, run) in runs.enumerate() {
        row(&mut query, n, run).push(", 0, ").push_bind(until).push(")");
    }
    query
}

/// Grants what nobody else holds, and says of the rest what is known.
async fn claim(
    tx: &mut Tx,
    runs: &[Arc<Run>],
    now: i64,
    until: i64,
) -> Result<Vec<Claim>, QueueError> {
    let mut seen = HashSet::new();
    let first = runs.iter().map(Arc::as_ref).filter(|run| seen.insert(&run.key));
    let mut query = claims(first, until);
    query.push(
        " ON CONFLICT (queue, id) DO UPDATE SET token = excluded.token, \
         lease_until = excluded.lease_until WHERE failover_ledger.done = 0 AND \
         (failover_ledger.token = excluded.token OR failover_ledger.lease_until < ",
    );
    query.push_bind(now).push(") RETURNING queue, id, token");
    let granted: Vec<(String, String, String)> = fetch!(tx.on(), c =>
            bind!(sqlx::query_as(query.sql()), query).persistent(false).fetch_all(c))?;
    let granted: HashSet<(String, String, String)> = granted.into_iter().collect();
    let mut query = Statement::new(
        "SELECT queue, id, result FROM failover_ledger WHERE done = 1 AND (queue, id) IN (",
    );
    pairs(&mut query, runs.iter().map(|run| &run.key));
    query.push(")");
    let done: Vec<(String, String, Option<String>)> = fetch!(tx.on(), c =>
            bind!(sqlx::query_as(query.sql()), query).persistent(false).fetch_all(c))?;
    let mut done: HashMap<Key, Option<String>> =
        done.into_iter().map(|(queue, id, result)| ((queue, id), result)).collect();
    Ok(runs
        .iter()
        .map(|run| {
            let (queue, id) = run.key.clone();
            if granted.contains(&(queue, id, run.token())) {
                Claim::Granted
            } else if let Some(result) = done.remove(&run.key) {
                Claim::Done(value(result))
            } else {
                Claim::Running
            }
        })
        .collect())
}
