use std::collections::HashSet;

use serde_json::json;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use super::SqlQueue;
use super::events::{Event, record};
use super::rows::{DELAYED, READY};
use crate::model::Timestamp;
use crate::queue::{Added, EventKind, MAX_PRIORITY, NewJob, QueueError};

/// Rows in one statement; well below the database's limit of bound values.
const ROWS: usize = 250;
/// Largest payload, in bytes of JSON.
const MAX_DATA: usize = 1024 * 1024;
/// Longest id and name, in bytes.
const MAX_NAME: usize = 256;
/// Longest delay: a hundred years, in milliseconds.
const MAX_DELAY: u64 = 100 * 365 * 86_400_000;

/// A job ready to become a row.
struct Prepared<'a> {
    job: &'a NewJob,
    id: String,
    data: String,
    options: String,
}

impl SqlQueue {
    /// Adds jobs in order; `schedule_id` names the schedule that they come from.
    pub(super) async fn add_jobs(
        &self,
        queue: &str,
        jobs: &[NewJob],
        schedule_id: Option<&str>,
    ) -> Result<Vec<Added>, QueueError> {
        for job in jobs {
            check(job)?;
        }
        let queue_id = self.made(queue).await?;
        let mut tx = self.db.writer().begin_with("BEGIN IMMEDIATE").await?;
        let now = self.clock.now();
        let added = insert(&mut tx, queue_id, jobs, schedule_id, now).await?;
        tx.commit().await?;
        self.shared.added.notify_waiters();
        Ok(added)
    }
}

/// Inserts jobs inside a transaction.
pub(super) async fn insert(
    tx: &mut SqliteConnection,
    queue_id: i64,
    jobs: &[NewJob],
    schedule_id: Option<&str>,
    now: Timestamp,
) -> Result<Vec<Added>, QueueError> {
    let unnamed = jobs.iter().filter(|job| job.id.is_none()).count();
    let mut number = numbers(tx, queue_id, unnamed).await?;
    let mut added = Vec::with_capacity(jobs.len());
    let mut front = front(tx, queue_id, jobs).await?;
    for chunk in jobs.chunks(ROWS) {
        let mut rows = Vec::with_capacity(chunk.len());
        for job in chunk {
            let id = job.id.clone().unwrap_or_else(|| {
                number += 1;
                number.to_string()
            });
            let data = job.data.to_string();
            let options = serde_json::to_string(&job.options).unwrap_or_else(|_| "{}".into());
            rows.push(Prepared { job, id, data, options });
        }
        let new = insert_rows(tx, queue_id, &rows, schedule_id, now, &mut front).await?;
        let events: Vec<Event> =
            rows.iter().filter(|r| new.contains(&r.id)).map(|r| added_event(r)).collect();
        record(tx, queue_id, now, &events).await?;
        let mut seen = HashSet::new();
        added.extend(rows.into_iter().map(|row| {
            let existed = !(new.contains(&row.id) && seen.insert(row.id.clone()));
            Added { id: row.id, existed }
        }));
    }
    Ok(added)
}

fn added_event(row: &Prepared<'_>) -> Event {
    let data = json!({"name": row.job.name, "delay": row.job.options.delay});
    Event { kind: EventKind::Added, job_id: Some(row.id.clone()), data }
}

/// The last number given before `count` new ones, which are taken.
async fn numbers(
    tx: &mut SqliteConnection,
    queue_id: i64,
    count: usize,
) -> Result<i64, QueueError> {
    if count == 0 {
        return Ok(0);
    }
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let last: i64 = sqlx::query_scalar(
        "UPDATE queues SET last_id = last_id + $2 WHERE id = $1 RETURNING last_id",
    )
    .bind(queue_id)
    .bind(count)
    .fetch_one(tx)
    .await?;
    Ok(last - count)
}

/// The position of the first ready job, where some of `jobs` go before it.
async fn front(
    tx: &mut SqliteConnection,
    queue_id: i64,
    jobs: &[NewJob],
) -> Result<i64, QueueError> {
    if !jobs.iter().any(|job| job.options.lifo) {
        return Ok(0);
    }
    let first: Option<i64> = sqlx::query_scalar(
        "SELECT MIN(position) FROM jobs WHERE queue_id = $1 AND lane = $2 AND rank = 0",
    )
    .bind(queue_id)
    .bind(READY)
    .fetch_one(tx)
    .await?;
    Ok(first.unwrap_or(0).min(0))
}

/// Inserts rows and says which ids are new.
async fn insert_rows(
    tx: &mut SqliteConnection,
    queue_id: i64,
    rows: &[Prepared<'_>],
    schedule_id: Option<&str>,
    now: Timestamp,
    front: &mut i64,
) -> Result<HashSet<String>, QueueError> {
    let mut query: QueryBuilder<Sqlite> = QueryBuilder::new(
        "INSERT INTO jobs (queue_id, id, lane, rank, position, name, data, options, priority, \
         schedule_id, created_at, run_at) ",
    );
    query.push_values(rows, |mut values, row| {
        let options = &row.job.options;
        let run_at =
            (options.delay > 0).then(|| now.plus(std::time::Duration::from_millis(options.delay)));
        let priority = i64::from(options.priority);
        let (lane, rank, position) = match run_at {
            Some(at) => (DELAYED, 0, at.millis()),
            None if options.lifo && priority == 0 => {
                *front -= 1;
                (READY, 0, *front)
            }
            None => (READY, priority, now.millis()),
        };
        values
            .push_bind(queue_id)
            .push_bind(&row.id)
            .push_bind(lane)
            .push_bind(rank)
            .push_bind(position)
            .push_bind(&row.job.name)
            .push_bind(&row.data)
            .push_bind(&row.options)
            .push_bind(priority)
            .push_bind(schedule_id)
            .push_bind(now)
            .push_bind(run_at);
    });
    query.push(" ON CONFLICT (queue_id, id) DO NOTHING RETURNING id");
    let persistent = rows.len() == ROWS || rows.len() == 1;
    let new: Vec<String> = query.build_query_scalar().persistent(persistent).fetch_all(tx).await?;
    Ok(new.into_iter().collect())
}

/// Whether a job can be taken.
fn check(job: &NewJob) -> Result<(), QueueError> {
    let invalid = |why: String| Err(QueueError::Invalid(why));
    if let Some(id) = &job.id {
        if id.is_empty() || id.len() > MAX_NAME {
            return invalid(format!(
                "a job's id must have 1 to {MAX_NAME} bytes; this has {}",
                id.len()
            ));
        }
        if id.contains(':') {
            return invalid(format!("a job's id must not contain a colon, as in {id:?}"));
        }
        if id.bytes().all(|b| b.is_ascii_digit()) {
            return invalid(format!(
                "a job's id must not be all digits, as in {id:?}: the queue numbers jobs itself"
            ));
        }
    }
    if job.name.is_empty() || job.name.len() > MAX_NAME {
        return invalid(format!("a job's name must have 1 to {MAX_NAME} bytes"));
    }
    let options = &job.options;
    if options.priority > MAX_PRIORITY {
        return invalid(format!("priority {} is above {MAX_PRIORITY}", options.priority));
    }
    if options.delay > MAX_DELAY {
        return invalid(format!("a delay of {} ms is longer than a hundred years", options.delay));
    }
    if options.attempts == 0 {
        return invalid("a job needs at least one attempt".into());
    }
    let size = serde_json::to_string(&job.data).map_or(0, |text| text.len());
    if size > MAX_DATA {
        return invalid(format!("the payload has {size} bytes; at most {MAX_DATA} are taken"));
    }
    Ok(())
}
