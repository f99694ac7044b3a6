//! How a worker gets jobs, keeps its locks, and takes over from workers that are gone.

use std::collections::HashSet;
use std::time::Duration;

use super::events::{Event, record};
use super::rows::{ACTIVE, DELAYED, FAILED, JobRow, READY};
use super::schedules;
use crate::db::{Statement, Tx, bind, execute, fetch};
use crate::model::Timestamp;
use crate::queue::{EventKind, QueueError};

/// Most delayed jobs that become ready in one step.
const PROMOTED: i64 = 1_000;

/// Whose jobs they are.
pub(super) struct Holder<'a> {
    pub(super) queue_id: i64,
    /// As told in [`crate::queue::Job::worker`].
    pub(super) worker: &'a str,
    /// Marks the locks of one run of [`super::consume::run`].
    pub(super) token: &'a str,
    pub(super) lock: Duration,
    pub(super) now: Timestamp,
}

/// Whether there is anything for a worker to do; costs no lock.
pub(super) async fn has_work(
    db: &crate::db::Db,
    queue_id: i64,
    now: Timestamp,
) -> Result<bool, QueueError> {
    Ok(fetch!(db.reader(), c =>
        sqlx::query_scalar(
            "SELECT (NOT (SELECT paused FROM queues WHERE id = $1) \
            AND EXISTS (SELECT 1 FROM jobs WHERE queue_id = $1 AND lane = $2)) \
            OR EXISTS (SELECT 1 FROM jobs \
            WHERE queue_id = $1 AND lane = $3 AND rank = 0 AND position <= $4)",
        )
        .bind(queue_id)
        .bind(READY)
        .bind(DELAYED)
        .bind(now.millis())
        .fetch_one(c))?)
}

/// Makes delayed jobs ready whose time has come.
pub(super) async fn promote_due(
    tx: &mut Tx,
    queue_id: i64,
    now: Timestamp,
) -> Result<(), QueueError> {
    let due: Vec<String> = fetch!(tx.on(), c =>
        sqlx::query_scalar(
            "UPDATE jobs SET lane = $3, rank = priority, position = $4, run_at = NULL WHERE seq IN \
            (SELECT seq FROM jobs WHERE queue_id = $1 AND lane = $2 AND rank = 0 AND position <= $4 \
            ORDER BY position LIMIT $5) RETURNING id",
        )
        .bind(queue_id)
        .bind(DELAYED)
        .bind(READY)
        .bind(now.millis())
        .bind(PROMOTED)
        .fetch_all(c))?;
    let events: Vec<Event> = due.iter().map(|id| Event::of(EventKind::Waiting, id)).collect();
    record(tx, queue_id, now, &events).await
}

/// Takes up to `count` ready jobs, in order, and locks them.
pub(super) async fn claim(
    tx: &mut Tx,
    holder: &Holder<'_>,
    count: usize,
) -> Result<Vec<JobRow>, QueueError> {
    let mut rows: Vec<JobRow> = fetch!(tx.on(), c =>
        sqlx::query_as(
            "SELECT * FROM jobs WHERE queue_id = $1 AND lane = $2 \
            AND NOT (SELECT paused FROM queues WHERE id = $1) \
            ORDER BY rank, position, seq LIMIT $3",
        )
        .bind(holder.queue_id)
        .bind(READY)
        .bind(i64::try_from(count).unwrap_or(1))
        .fetch_all(c))?;
    if rows.is_empty() {
        return Ok(rows);
    }
    let until = holder.now.plus(holder.lock);
    let mut query = Statement::new("UPDATE jobs SET lane = ");
    query.push_bind(ACTIVE).push(", rank = 0, position = ").push_bind(until.millis());
    query.push(", attempts_started = attempts_started + 1, worker = ").push_bind(holder.worker);
    query.push(", lock_token = ").push_bind(holder.token);
    query.push(", processed_at = ").push_bind(holder.now).push(" WHERE seq IN (");
    for (n, row) in rows.iter().enumerate() {
        query.push(if n == 0 { "" } else { ", " }).push_bind(row.seq);
    }
    query.push(")");
    let persistent = rows.len() <= 16;
    execute!(tx.on(), c =>
        bind!(sqlx::query(query.sql()), query).persistent(persistent).execute(c))?;
    for row in &mut rows {
        row.lane = ACTIVE;
        row.rank = 0;
        row.attempts_started += 1;
        row.worker = Some(holder.worker.to_owned());
        row.processed_at = Some(holder.now);
        schedules::advance(tx, holder.queue_id, row, holder.now).await?;
    }
    Ok(rows)
}

/// Renews the locks of `holder`; returns the rows that it still holds.
pub(super) async fn renew(
    tx: &mut Tx,
    holder: &Holder<'_>,
) -> Result<HashSet<(i64, i64)>, QueueError> {
    let held: Vec<(i64, i64)> = fetch!(tx.on(), c =>
        sqlx::query_as(
            "UPDATE jobs SET position = $4 WHERE queue_id = $1 AND lane = $2 AND lock_token = $3 \
            RETURNING seq, attempts_started",
        )
        .bind(holder.queue_id)
        .bind(ACTIVE)
        .bind(holder.token)
        .bind(holder.now.plus(holder.lock).millis())
        .fetch_all(c))?;
    Ok(held.into_iter().collect())
}

/// All rows that `holder` has locked.
pub(super) async fn held(tx: &mut Tx, holder: &Holder<'_>) -> Result<Vec<JobRow>, QueueError> {
    Ok(fetch!(tx.on(), c =>
        sqlx::query_as("SELECT * FROM jobs WHERE queue_id = $1 AND lane = $2 AND lock_token = $3")
            .bind(holder.queue_id)
            .bind(ACTIVE)
            .bind(holder.token)
            .fetch_all(c))?)
}

/// Lets jobs wait again whose lock has run out; those that stalled too often fail.
pub(super) async fn recover_stalled(
    tx: &mut Tx,
    queue_id: i64,
    max_stalled: u32,
    now: Timestamp,
) -> Result<(), QueueError> {
    let stalled: Vec<JobRow> = fetch!(tx.on(), c =>
        sqlx::query_as(
            "SELECT * FROM jobs WHERE queue_id = $1 AND lane = $2 AND rank = 0 AND position < $3",
        )
        .bind(queue_id)
        .bind(ACTIVE)
        .bind(now.millis())
        .fetch_all(c))?;
    let mut events = Vec::new();
    for row in stalled {
        let times = row.stalled_count + 1;
        events.push(Event::of(EventKind::Stalled, &row.id));
        if times > i64::from(max_stalled) {
            let reason = "job stalled more than allowable limit".to_owned();
            execute!(tx.on(), c =>
                sqlx::query(
                    "UPDATE jobs SET lane = $2, rank = 0, position = $3, finished_at = $6, \
                    stalled_count = $4, failed_reason = $5, lock_token = NULL WHERE seq = $1",
                )
                .bind(row.seq)
                .bind(FAILED)
                .bind(now.millis())
                .bind(times)
                .bind(&reason)
                .bind(now)
                .execute(c))?;
            let data = serde_json::Value::String(reason);
            events.push(Event { data, ..Event::of(EventKind::Failed, &row.id) });
        } else {
            give_back(tx, row.seq, times, row.created_at).await?;
            events.push(Event::of(EventKind::Waiting, &row.id));
        }
        tracing::warn!(job = row.id, times, "a job stalled: its worker is gone");
    }
    record(tx, queue_id, now, &events).await
}

/// Puts an active job back among the ready ones, before those that came after it.
pub(super) async fn give_back(
    tx: &mut Tx,
    seq: i64,
    stalled_count: i64,
    created_at: Timestamp,
) -> Result<(), QueueError> {
    execute!(tx.on(), c =>
        sqlx::query(
            "UPDATE jobs SET lane = $2, rank = priority, position = $4, stalled_count = $3, \
            lock_token = NULL WHERE seq = $1",
        )
        .bind(seq)
        .bind(READY)
        .bind(stalled_count)
        .bind(created_at.millis())
        .execute(c))?;
    Ok(())
}
