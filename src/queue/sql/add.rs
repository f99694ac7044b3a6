use std::collections::HashSet;

use serde_json::json;
use sqlx::QueryBuilder;

use super::SqlQueue;
use super::events::{Event, record};
use super::rows::{DELAYED, READY};
use crate::db::{JsonText, Lock, Tx, fetch};
use crate::model::Timestamp;
use crate::queue::{Added, EventKind, NewJob, QueueError, check};

/// Rows in one statement; well below the database's limit of bound values.
const ROWS: usize = 250;

/// A job ready to become a row.
struct Prepared<'a> {
    job: &'a NewJob,
    id: String,
    data: JsonText,
    options: JsonText,
    place: Place,
}

/// Where a new job goes.
struct Place {
    lane: i64,
    rank: i64,
    position: i64,
    run_at: Option<Timestamp>,
}

impl Place {
    /// `front` is the position of the first ready job; it moves with each job that goes before it.
    fn of(job: &NewJob, now: Timestamp, front: &mut i64) -> Self {
        let options = &job.options;
        if options.delay > 0 {
            let at = now.plus(std::time::Duration::from_millis(options.delay));
            return Self { lane: DELAYED, rank: 0, position: at.millis(), run_at: Some(at) };
        }
        let rank = i64::from(options.priority);
        let mut position = now.millis();
        if options.lifo && rank == 0 {
            *front -= 1;
            position = *front;
        }
        Self { lane: READY, rank, position, run_at: None }
    }
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
            check::job(job)?;
        }
        self.adopt(queue, jobs, schedule_id).await
    }

    /// Adds jobs that have been checked, under ids that another queue has given, whatever they look
    /// like.
    pub(in crate::queue) async fn adopt(
        &self,
        queue: &str,
        jobs: &[NewJob],
        schedule_id: Option<&str>,
    ) -> Result<Vec<Added>, QueueError> {
        let queue_id = self.made(queue).await?;
        let mut tx = self.db.begin(Lock::Queue(queue_id)).await?;
        let now = self.clock.now();
        let added = insert(&mut tx, queue_id, jobs, schedule_id, now).await?;
        tx.commit().await?;
        self.shared.added.notify_waiters();
        Ok(added)
    }
}

/// Inserts jobs inside a transaction.
pub(super) async fn insert(
    tx: &mut Tx,
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
            let data = JsonText::of(&job.data);
            let options = serde_json::to_string(&job.options).unwrap_or_else(|_| "{}".into());
            let (options, place) = (JsonText(options), Place::of(job, now, &mut front));
            rows.push(Prepared { job, id, data, options, place });
        }
        let new = insert_rows(tx, queue_id, &rows, schedule_id, now).await?;
        let events: Vec<Event> = rows
            .iter()
            .filter(|r| new.contains(&r.id))
            .flat_map(|r| added_events(r, now))
            .collect();
        record(tx, queue_id, now, &events).await?;
        let mut seen = HashSet::new();
        added.extend(rows.into_iter().map(|row| {
            let existed = !(new.contains(&row.id) && seen.insert(row.id.clone()));
            Added { id: row.id, existed, spooled: false }
        }));
    }
    Ok(added)
}

/// As BullMQ tells it: the job was added, and then whether it waits or is delayed.
fn added_events(row: &Prepared<'_>, now: Timestamp) -> [Event; 2] {
    let delay = row.job.options.delay;
    let added =
        Event { data: json!({"name": row.job.name}), ..Event::of(EventKind::Added, &row.id) };
    let next = if delay > 0 {
        let at = now.plus(std::time::Duration::from_millis(delay)).millis();
        Event { data: json!(at), ..Event::of(EventKind::Delayed, &row.id) }
    } else {
        Event::of(EventKind::Waiting, &row.id)
    };
    [added, next]
}

/// The last number given before `count` new ones, which are taken.
async fn numbers(tx: &mut Tx, queue_id: i64, count: usize) -> Result<i64, QueueError> {
    if count == 0 {
        return Ok(0);
    }
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let last: i64 = fetch!(tx.on(), c =>
        sqlx::query_scalar(
            "UPDATE queues SET last_id = last_id + $2 WHERE id = $1 RETURNING last_id",
        )
        .bind(queue_id)
        .bind(count)
        .fetch_one(c))?;
    Ok(last - count)
}

/// The position of the first ready job, where some of `jobs` go before it.
async fn front(tx: &mut Tx, queue_id: i64, jobs: &[NewJob]) -> Result<i64, QueueError> {
    if !jobs.iter().any(|job| job.options.lifo) {
        return Ok(0);
    }
    let first: Option<i64> = fetch!(tx.on(), c =>
        sqlx::query_scalar(
            "SELECT MIN(position) FROM jobs WHERE queue_id = $1 AND lane = $2 AND rank = 0",
        )
        .bind(queue_id)
        .bind(READY)
        .fetch_one(c))?;
    Ok(first.unwrap_or(0).min(0))
}

/// Inserts rows and says which ids are new.
async fn insert_rows(
    tx: &mut Tx,
    queue_id: i64,
    rows: &[Prepared<'_>],
    schedule_id: Option<&str>,
    now: Timestamp,
) -> Result<HashSet<String>, QueueError> {
    let persistent = rows.len() == ROWS || rows.len() == 1;
    let new: Vec<String> = fetch!(tx.on(), c => async {
        let mut query = QueryBuilder::new(
            "INSERT INTO jobs (queue_id, id, lane, rank, position, name, data, options, priority, \
             schedule_id, created_at, run_at) ",
        );
        query.push_values(rows, |mut values, row| {
            values
                .push_bind(queue_id)
                .push_bind(&row.id)
                .push_bind(row.place.lane)
                .push_bind(row.place.rank)
                .push_bind(row.place.position)
                .push_bind(&row.job.name)
                .push_bind(&row.data)
                .push_bind(&row.options)
                .push_bind(i64::from(row.job.options.priority))
                .push_bind(schedule_id)
                .push_bind(now)
                .push_bind(row.place.run_at);
        });
        query.push(" ON CONFLICT (queue_id, id) DO NOTHING RETURNING id");
        query.build_query_scalar().persistent(persistent).fetch_all(c).await
    })?;
    Ok(new.into_iter().collect())
}
