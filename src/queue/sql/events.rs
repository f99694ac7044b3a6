use std::time::Duration;

use serde_json::Value;
use sqlx::{FromRow, QueryBuilder};
use tokio::time::Instant;

use super::SqlQueue;
use super::rows::value;
use crate::db::{JsonText, Tx, execute, fetch};
use crate::model::Timestamp;
use crate::queue::{EventCursor, EventKind, JobState, QueueError, QueueEvent, WaitOutcome};

/// Events kept for each queue.
const KEEP: i64 = 10_000;
/// Rows in one statement.
const ROWS: usize = 200;
/// First and longest wait between two looks at a job that is waited for.
const LOOK: (Duration, Duration) = (Duration::from_millis(10), Duration::from_millis(100));

/// An event to be recorded.
pub(super) struct Event {
    pub(super) kind: EventKind,
    pub(super) job_id: Option<String>,
    pub(super) data: Value,
}

impl Event {
    pub(super) fn of(kind: EventKind, job_id: &str) -> Self {
        Self { kind, job_id: Some(job_id.to_owned()), data: Value::Null }
    }
}

#[derive(FromRow)]
struct Row {
    seq: i64,
    at: Timestamp,
    kind: String,
    job_id: Option<String>,
    data: JsonText,
}

/// Records events inside a transaction, in order.
pub(super) async fn record(
    tx: &mut Tx,
    queue_id: i64,
    at: Timestamp,
    events: &[Event],
) -> Result<(), QueueError> {
    for chunk in events.chunks(ROWS) {
        execute!(tx.on(), c => async {
            let mut query =
                QueryBuilder::new("INSERT INTO queue_events (queue_id, at, kind, job_id, data) ");
            query.push_values(chunk, |mut row, event| {
                row.push_bind(queue_id)
                    .push_bind(at)
                    .push_bind(event.kind.as_str())
                    .push_bind(event.job_id.as_deref())
                    .push_bind(JsonText::of(&event.data));
            });
            // Small numbers come again and again; large ones are rare.
            query.build().persistent(chunk.len() <= 16).execute(c).await
        })?;
    }
    Ok(())
}

/// Forgets all but the newest events of a queue.
pub(super) async fn trim(tx: &mut Tx, queue_id: i64) -> Result<(), QueueError> {
    execute!(tx.on(), c =>
        sqlx::query(
            "DELETE FROM queue_events WHERE queue_id = $1 AND seq <= \
            (SELECT seq FROM queue_events WHERE queue_id = $1 ORDER BY seq DESC LIMIT 1 OFFSET $2)",
        )
        .bind(queue_id)
        .bind(KEEP)
        .execute(c))?;
    Ok(())
}

impl SqlQueue {
    pub(super) async fn read_events(
        &self,
        queue: &str,
        after: &EventCursor,
        limit: u32,
    ) -> Result<Vec<QueueEvent>, QueueError> {
        let Some(queue_id) = self.known(queue).await? else { return Ok(Vec::new()) };
        let rows: Vec<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT seq, at, kind, job_id, data FROM queue_events \
                WHERE queue_id = $1 AND seq > $2 ORDER BY seq LIMIT $3",
            )
            .bind(queue_id)
            .bind(number(after)?)
            .bind(i64::from(limit))
            .fetch_all(c))?;
        Ok(rows.into_iter().filter_map(event).collect())
    }

    pub(super) async fn newest_event(&self, queue: &str) -> Result<EventCursor, QueueError> {
        let Some(queue_id) = self.known(queue).await? else { return Ok(EventCursor::default()) };
        let newest: Option<i64> = fetch!(self.db.reader(), c =>
            sqlx::query_scalar("SELECT MAX(seq) FROM queue_events WHERE queue_id = $1")
                .bind(queue_id)
                .fetch_one(c))?;
        Ok(EventCursor(newest.unwrap_or(0).to_string()))
    }

    pub(super) async fn wait_for(
        &self,
        queue: &str,
        id: &str,
        since: &EventCursor,
        timeout: Option<Duration>,
    ) -> Result<WaitOutcome, QueueError> {
        let deadline = timeout.map(|timeout| Instant::now() + timeout);
        let mut pause = LOOK.0;
        loop {
            match self.get_job(queue, id).await? {
                Some(job) if job.state == JobState::Completed => {
                    return Ok(WaitOutcome::Completed(job.result.unwrap_or_default()));
                }
                Some(job) if job.state == JobState::Failed => {
                    return Ok(WaitOutcome::Failed(job.failed_reason.unwrap_or_default()));
                }
                Some(_) => {}
                None => return self.outcome_by_events(queue, id, since).await,
            }
            if deadline.is_some_and(|deadline| Instant::now() >= deadline) {
                return Ok(WaitOutcome::TimedOut);
            }
            let next = deadline.map_or(pause, |d| pause.min(d - Instant::now()));
            tokio::time::sleep(next).await;
            pause = (pause * 2).min(LOOK.1);
        }
    }

    /// How a job that is there no more has ended.
    async fn outcome_by_events(
        &self,
        queue: &str,
        id: &str,
        since: &EventCursor,
    ) -> Result<WaitOutcome, QueueError> {
        let Some(queue_id) = self.known(queue).await? else { return Ok(WaitOutcome::Gone) };
        let row: Option<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT seq, at, kind, job_id, data FROM queue_events WHERE queue_id = $1 \
                AND seq > $2 AND job_id = $3 AND kind IN ('completed', 'failed') \
                ORDER BY seq DESC LIMIT 1",
            )
            .bind(queue_id)
            .bind(number(since)?)
            .bind(id)
            .fetch_optional(c))?;
        Ok(match row.and_then(event) {
            Some(event) if event.kind == EventKind::Completed => WaitOutcome::Completed(event.data),
            Some(event) => WaitOutcome::Failed(event.data.as_str().unwrap_or_default().to_owned()),
            None => WaitOutcome::Gone,
        })
    }
}

fn event(row: Row) -> Option<QueueEvent> {
    Some(QueueEvent {
        cursor: EventCursor(row.seq.to_string()),
        at: row.at,
        kind: row.kind.parse().ok()?,
        job_id: row.job_id,
        data: value(row.data),
    })
}

fn number(cursor: &EventCursor) -> Result<i64, QueueError> {
    if cursor.0.is_empty() {
        return Ok(0);
    }
    cursor
        .0
        .parse()
        .map_err(|_| QueueError::Invalid(format!("{:?} is not a cursor of events", cursor.0)))
}
