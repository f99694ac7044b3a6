use std::time::Duration;

use super::events::{Event, record};
use super::rows::{ACTIVE, COMPLETED, DELAYED, FAILED, JobRow, READY, state};
use super::{SAMPLE, SqlQueue};
use crate::db::{Lock, Statement, Tx, bind, execute, fetch};
use crate::model::Timestamp;
use crate::queue::{EventKind, JobState, QueueError, Swept};

/// Jobs removed by one statement.
const BATCH: usize = 500;

/// A way back to waiting: from where, and how.
struct Return {
    lanes: &'static [i64],
    wanted: &'static str,
    action: &'static str,
    update: &'static str,
}

const RETRY: Return = Return {
    lanes: &[FAILED, COMPLETED],
    wanted: "failed or completed",
    action: "retried",
    update: "UPDATE jobs SET lane = 0, rank = priority, position = $2, attempts_made = 0, \
             finished_at = NULL, processed_at = NULL, result = NULL, failed_reason = NULL \
             WHERE seq = $1",
};

const PROMOTE: Return = Return {
    lanes: &[DELAYED],
    wanted: "delayed",
    action: "promoted",
    update: "UPDATE jobs SET lane = 0, rank = priority, position = $2, run_at = NULL \
             WHERE seq = $1",
};

/// Which jobs a sweep takes.
struct Sweep {
    lane: i64,
    /// Only those with a rank, only those without, or both.
    ranked: Option<bool>,
    /// Only those that have been there since before this.
    before: Option<Timestamp>,
    limit: usize,
}

impl SqlQueue {
    pub(super) async fn retry_job(&self, queue: &str, id: &str) -> Result<(), QueueError> {
        self.return_to_wait(queue, id, &RETRY).await
    }

    pub(super) async fn promote_job(&self, queue: &str, id: &str) -> Result<(), QueueError> {
        self.return_to_wait(queue, id, &PROMOTE).await
    }

    async fn return_to_wait(&self, queue: &str, id: &str, way: &Return) -> Result<(), QueueError> {
        let missing = || Self::no_such_job(queue, id);
        let queue_id = self.known(queue).await?.ok_or_else(missing)?;
        let mut tx = self.db.begin(Lock::Queue(queue_id)).await?;
        let row = find(&mut tx, queue_id, id).await?.ok_or_else(missing)?;
        if !way.lanes.contains(&row.lane) {
            return Err(wrong_state(queue, &row, way.wanted, way.action));
        }
        let now = self.clock.now();
        let position = behind_all(&mut tx, queue_id, row.priority, now).await?;
        execute!(tx.on(), c => sqlx::query(way.update).bind(row.seq).bind(position).execute(c))?;
        record(&mut tx, queue_id, now, &[Event::of(EventKind::Waiting, id)]).await?;
        tx.commit().await?;
        self.shared.added.notify_waiters();
        Ok(())
    }

    pub(super) async fn remove_job(&self, queue: &str, id: &str) -> Result<(), QueueError> {
        let missing = || Self::no_such_job(queue, id);
        let queue_id = self.known(queue).await?.ok_or_else(missing)?;
        let mut tx = self.db.begin(Lock::Queue(queue_id)).await?;
        let row = find(&mut tx, queue_id, id).await?.ok_or_else(missing)?;
        if row.lane == ACTIVE {
            return Err(wrong_state(queue, &row, "not active", "removed"));
        }
        let owner: Option<String> = fetch!(tx.on(), c =>
            sqlx::query_scalar("SELECT id FROM schedules WHERE queue_id = $1 AND next_job_id = $2")
                .bind(queue_id)
                .bind(id)
                .fetch_optional(c))?;
        if owner.is_some() && matches!(row.lane, READY | DELAYED) {
            return Err(wrong_state(
                queue,
                &row,
                "not the next one of a schedule (remove the schedule instead)",
                "removed",
            ));
        }
        execute!(tx.on(), c =>
            sqlx::query("DELETE FROM jobs WHERE seq = $1").bind(row.seq).execute(c))?;
        let now = self.clock.now();
        record(&mut tx, queue_id, now, &[Event::of(EventKind::Removed, id)]).await?;
        Ok(tx.commit().await?)
    }

    pub(super) async fn set_paused(&self, queue: &str, paused: bool) -> Result<(), QueueError> {
        let queue_id = self.made(queue).await?;
        let mut tx = self.db.begin(Lock::Queue(queue_id)).await?;
        let done = execute!(tx.on(), c =>
            sqlx::query("UPDATE queues SET paused = $2 WHERE id = $1 AND paused <> $2")
                .bind(queue_id)
                .bind(paused)
                .execute(c))?;
        if done > 0 {
            let kind = if paused { EventKind::Paused } else { EventKind::Resumed };
            let event = Event { kind, job_id: None, data: serde_json::Value::Null };
            record(&mut tx, queue_id, self.clock.now(), &[event]).await?;
        }
        tx.commit().await?;
        self.shared.added.notify_waiters();
        Ok(())
    }

    pub(super) async fn drain_jobs(
        &self,
        queue: &str,
        delayed: bool,
        dry_run: bool,
    ) -> Result<Swept, QueueError> {
        let all = |lane| Sweep { lane, ranked: None, before: None, limit: usize::MAX };
        let mut swept = self.sweep(queue, &all(READY), dry_run).await?;
        if delayed {
            let more = self.sweep(queue, &all(DELAYED), dry_run).await?;
            swept.count += more.count;
            swept.sample.extend(more.sample);
            swept.sample.truncate(SAMPLE);
        }
        Ok(swept)
    }

    pub(super) async fn clean_jobs(
        &self,
        queue: &str,
        state: JobState,
        grace: Duration,
        limit: u32,
        dry_run: bool,
    ) -> Result<Swept, QueueError> {
        let (lane, ranked) = match state {
            JobState::Completed => (COMPLETED, None),
            JobState::Failed => (FAILED, None),
            JobState::Delayed => (DELAYED, None),
            JobState::Waiting | JobState::Paused => (READY, Some(false)),
            JobState::Prioritized => (READY, Some(true)),
            JobState::Active | JobState::WaitingChildren => {
                return Err(QueueError::Invalid(format!(
                    "jobs that are {state} cannot be cleaned; only completed, failed, delayed, waiting, paused or prioritized ones can"
                )));
            }
        };
        let before = Some(self.clock.now().minus(grace));
        let limit = if limit == 0 { usize::MAX } else { limit as usize };
        self.sweep(queue, &Sweep { lane, ranked, before, limit }, dry_run).await
    }

    /// Removes jobs, or only says which, in one transaction.
    async fn sweep(&self, queue: &str, sweep: &Sweep, dry_run: bool) -> Result<Swept, QueueError> {
        let mut swept = Swept::default();
        let Some(queue_id) = self.known(queue).await? else { return Ok(swept) };
        let now = self.clock.now();
        let mut tx = self.db.begin(Lock::Queue(queue_id)).await?;
        let found = swept_rows(&mut tx, queue_id, sweep).await?;
        swept.count = found.len() as u64;
        swept.sample = found.iter().take(SAMPLE).map(|(_, id)| id.clone()).collect();
        if dry_run {
            return Ok(swept);
        }
        for chunk in found.chunks(BATCH) {
            delete(&mut tx, chunk.iter().map(|(seq, _)| *seq)).await?;
            let events: Vec<Event> =
                chunk.iter().map(|(_, id)| Event::of(EventKind::Removed, id)).collect();
            record(&mut tx, queue_id, now, &events).await?;
        }
        tx.commit().await?;
        Ok(swept)
    }
}

/// Removes jobs by their row numbers.
pub(super) async fn delete(tx: &mut Tx, seqs: impl Iterator<Item = i64>) -> Result<(), QueueError> {
    let mut query = Statement::new("DELETE FROM jobs WHERE seq IN (");
    for (n, seq) in seqs.enumerate() {
        query.push(if n == 0 { "" } else { ", " }).push_bind(seq);
    }
    query.push(")");
    execute!(tx.on(), c =>
        bind!(sqlx::query(query.sql()), query).persistent(false).execute(c))?;
    Ok(())
}

/// The rows that a sweep takes, oldest first, without those that schedules wait for.
async fn swept_rows(
    tx: &mut Tx,
    queue_id: i64,
    sweep: &Sweep,
) -> Result<Vec<(i64, String)>, QueueError> {
    let mut query = Statement::new("SELECT seq, id FROM jobs WHERE queue_id = ");
    query.push_bind(queue_id).push(" AND lane = ").push_bind(sweep.lane);
    match sweep.ranked {
        Some(true) => query.push(" AND rank > 0"),
        Some(false) => query.push(" AND rank = 0"),
        None => &mut query,
    };
    if let Some(before) = sweep.before {
        if matches!(sweep.lane, COMPLETED | FAILED) {
            query.push(" AND position <= ").push_bind(before.millis());
        } else {
            query.push(" AND created_at <= ").push_bind(before);
        }
    }
    if matches!(sweep.lane, READY | DELAYED) {
        query.push(" AND NOT EXISTS (SELECT 1 FROM schedules s WHERE s.queue_id = jobs.queue_id");
        query.push(" AND s.next_job_id = jobs.id)");
    }
    query.push(" ORDER BY position, seq LIMIT ");
    query.push_bind(i64::try_from(sweep.limit).unwrap_or(i64::MAX));
    Ok(fetch!(tx.on(), c => bind!(sqlx::query_as(query.sql()), query).fetch_all(c))?)
}

/// The position behind all ready jobs of a priority, also those of this very millisecond.
async fn behind_all(
    tx: &mut Tx,
    queue_id: i64,
    priority: i64,
    now: Timestamp,
) -> Result<i64, QueueError> {
    let last: Option<i64> = fetch!(tx.on(), c =>
        sqlx::query_scalar(
            "SELECT MAX(position) FROM jobs WHERE queue_id = $1 AND lane = $2 AND rank = $3",
        )
        .bind(queue_id)
        .bind(READY)
        .bind(priority)
        .fetch_one(c))?;
    Ok(last.map_or(0, |last| last + 1).max(now.millis()))
}

async fn find(tx: &mut Tx, queue_id: i64, id: &str) -> Result<Option<JobRow>, QueueError> {
    Ok(fetch!(tx.on(), c =>
        sqlx::query_as("SELECT * FROM jobs WHERE queue_id = $1 AND id = $2")
            .bind(queue_id)
            .bind(id)
            .fetch_optional(c))?)
}

fn wrong_state(
    queue: &str,
    row: &JobRow,
    wanted: &'static str,
    action: &'static str,
) -> QueueError {
    QueueError::WrongState {
        queue: queue.to_owned(),
        id: row.id.clone(),
        state: state(row.lane, row.rank, false),
        wanted,
        action,
    }
}
