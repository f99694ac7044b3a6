use sqlx::FromRow;

use super::SqlQueue;
use super::add::insert;
use super::events::{Event, record};
use super::rows::{JobRow, count, value};
use crate::db::{JsonText, Lock, Statement, Tx, bind, execute, fetch};
use crate::model::Timestamp;
use crate::queue::{
    Added, EventKind, JobOptions, NewJob, NewSchedule, QueueError, Recurrence, Schedule, check,
};

#[derive(Debug, FromRow)]
struct Row {
    queue: String,
    id: String,
    recurrence: JsonText,
    name: String,
    data: JsonText,
    options: JsonText,
    next_at: Option<Timestamp>,
    next_job_id: Option<String>,
    last_at: Option<Timestamp>,
    iterations: i64,
}

const SELECT: &str = "SELECT q.name AS queue, s.id, s.recurrence, s.name, s.data, s.options, \
     s.next_at, s.next_job_id, s.last_at, s.iterations \
     FROM schedules s JOIN queues q ON q.id = s.queue_id";

impl Row {
    fn recurrence(&self) -> Result<Recurrence, QueueError> {
        serde_json::from_str(&self.recurrence).map_err(|error| {
            QueueError::Invalid(format!("schedule {} is damaged: {error}", self.id))
        })
    }

    fn options(&self) -> JobOptions {
        serde_json::from_str(&self.options).unwrap_or_default()
    }

    fn job(&self, id: String, delay: u64) -> NewJob {
        NewJob {
            name: self.name.clone(),
            data: value(self.data.clone()),
            id: Some(id),
            options: JobOptions { delay, ..self.options() },
        }
    }

    fn into_schedule(self) -> Result<Schedule, QueueError> {
        Ok(Schedule {
            recurrence: self.recurrence()?,
            options: self.options(),
            queue: self.queue,
            id: self.id,
            name: self.name,
            data: value(self.data),
            next_at: self.next_at,
            last_at: self.last_at,
            iterations: u64::from(count(self.iterations)),
        })
    }
}

/// The id of the job that a schedule has made for a time, as BullMQ forms it.
fn job_id(schedule: &str, at: Timestamp) -> String {
    format!("repeat:{schedule}:{}", at.millis())
}

impl SqlQueue {
    pub(super) async fn put_schedule(&self, new: NewSchedule) -> Result<Schedule, QueueError> {
        let now = self.clock.now();
        let next = check::schedule(&new, now)?;
        let queue_id = self.made(&new.queue).await?;
        let text = |v: serde_json::Result<String>| {
            v.map(JsonText).map_err(|error| QueueError::Invalid(error.to_string()))
        };
        let recurrence = text(serde_json::to_string(&new.recurrence))?;
        let options = text(serde_json::to_string(&new.options))?;
        let mut tx = self.db.begin(Lock::Queue(queue_id)).await?;
        drop_next(&mut tx, queue_id, &new.id, now).await?;
        execute!(tx.on(), c =>
            sqlx::query(
                "INSERT INTO schedules (queue_id, id, recurrence, name, data, options) \
                VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (queue_id, id) DO UPDATE \
                SET recurrence = excluded.recurrence, name = excluded.name, data = excluded.data, \
                options = excluded.options",
            )
            .bind(queue_id)
            .bind(&new.id)
            .bind(&recurrence)
            .bind(&new.name)
            .bind(JsonText::of(&new.data))
            .bind(&options)
            .execute(c))?;
        let row = read(&mut tx, queue_id, &new.id).await?;
        let row = row.ok_or_else(|| missing(&new.queue, &new.id))?;
        plan(&mut tx, queue_id, &row, next, now).await?;
        let row = read(&mut tx, queue_id, &new.id).await?;
        tx.commit().await?;
        row.ok_or_else(|| missing(&new.queue, &new.id))?.into_schedule()
    }

    pub(super) async fn list_schedules(
        &self,
        queue: Option<&str>,
    ) -> Result<Vec<Schedule>, QueueError> {
        let mut query = Statement::new(SELECT);
        if let Some(queue) = queue {
            query.push(" WHERE q.name = ").push_bind(queue);
        }
        query.push(" ORDER BY q.name, s.id");
        let rows: Vec<Row> =
            fetch!(self.db.reader(), c => bind!(sqlx::query_as(query.sql()), query).fetch_all(c))?;
        rows.into_iter().map(Row::into_schedule).collect()
    }

    pub(super) async fn delete_schedule(&self, queue: &str, id: &str) -> Result<bool, QueueError> {
        let Some(queue_id) = self.known(queue).await? else { return Ok(false) };
        let mut tx = self.db.begin(Lock::Queue(queue_id)).await?;
        drop_next(&mut tx, queue_id, id, self.clock.now()).await?;
        let done = execute!(tx.on(), c =>
            sqlx::query("DELETE FROM schedules WHERE queue_id = $1 AND id = $2")
                .bind(queue_id)
                .bind(id)
                .execute(c))?;
        tx.commit().await?;
        Ok(done > 0)
    }

    pub(super) async fn start_schedule(&self, queue: &str, id: &str) -> Result<Added, QueueError> {
        let queue_id = self.known(queue).await?.ok_or_else(|| missing(queue, id))?;
        let mut tx = self.db.begin(Lock::Queue(queue_id)).await?;
        let row = read(&mut tx, queue_id, id).await?.ok_or_else(|| missing(queue, id))?;
        let unique = uuid::Uuid::now_v7().simple().to_string();
        let job = row.job(format!("{id}-now-{}", &unique[20..]), 0);
        let added = insert(&mut tx, queue_id, &[job], Some(id), self.clock.now()).await?;
        tx.commit().await?;
        self.shared.added.notify_waiters();
        added.into_iter().next().ok_or_else(|| QueueError::Invalid("no job was made".into()))
    }
}

/// Makes the next job of a schedule when `begun`, a job that has just begun, is the one it waited
/// for.
pub(super) async fn advance(
    tx: &mut Tx,
    queue_id: i64,
    begun: &JobRow,
    now: Timestamp,
) -> Result<(), QueueError> {
    let Some(id) = &begun.schedule_id else { return Ok(()) };
    let Some(row) = read(tx, queue_id, id).await? else { return Ok(()) };
    if row.next_job_id.as_deref() != Some(&begun.id) {
        return Ok(());
    }
    execute!(tx.on(), c =>
        sqlx::query(
            "UPDATE schedules SET last_at = $3, iterations = iterations + 1, next_at = NULL, \
            next_job_id = NULL WHERE queue_id = $1 AND id = $2",
        )
        .bind(queue_id)
        .bind(id)
        .bind(now)
        .execute(c))?;
    // A job that was promoted runs before its time; the next one is still that of the next time.
    let due = row.next_at.filter(|&at| at > now).unwrap_or(now);
    match row.recurrence().and_then(|recurrence| recurrence.next_after(due)) {
        Ok(Some(next)) => plan(tx, queue_id, &row, next, now).await,
        Ok(None) => Ok(()),
        Err(error) => {
            tracing::error!(schedule = id, %error, "a schedule has no next time");
            Ok(())
        }
    }
}

/// Adds the delayed job of a schedule for the time `at`.
async fn plan(
    tx: &mut Tx,
    queue_id: i64,
    row: &Row,
    at: Timestamp,
    now: Timestamp,
) -> Result<(), QueueError> {
    let (id, at) = free_time(tx, queue_id, row, at).await?;
    let delay = u64::try_from(at.since(now).as_millis()).unwrap_or(u64::MAX);
    insert(tx, queue_id, &[row.job(id.clone(), delay)], Some(&row.id), now).await?;
    execute!(tx.on(), c =>
        sqlx::query(
            "UPDATE schedules SET next_at = $3, next_job_id = $4 WHERE queue_id = $1 AND id = $2",
        )
        .bind(queue_id)
        .bind(&row.id)
        .bind(at)
        .bind(id)
        .execute(c))?;
    Ok(())
}

/// The first time from `at` on that has had no job yet. Where somebody let a job run before its
/// time and then set the schedule anew, that time has had its job.
async fn free_time(
    tx: &mut Tx,
    queue_id: i64,
    row: &Row,
    mut at: Timestamp,
) -> Result<(String, Timestamp), QueueError> {
    let recurrence = row.recurrence()?;
    loop {
        let id = job_id(&row.id, at);
        let taken: bool = fetch!(tx.on(), c =>
            sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM jobs WHERE queue_id = $1 AND id = $2)")
                .bind(queue_id)
                .bind(&id)
                .fetch_one(c))?;
        match (taken, recurrence.next_after(at)?) {
            (true, Some(next)) => at = next,
            _ => return Ok((id, at)),
        }
    }
}

/// Takes away the job that a schedule has made and that has not begun.
async fn drop_next(
    tx: &mut Tx,
    queue_id: i64,
    schedule: &str,
    now: Timestamp,
) -> Result<(), QueueError> {
    let dropped: Option<String> = fetch!(tx.on(), c =>
        sqlx::query_scalar(
            "DELETE FROM jobs WHERE queue_id = $1 AND lane IN (0, 1) AND id = \
            (SELECT next_job_id FROM schedules WHERE queue_id = $1 AND id = $2) RETURNING id",
        )
        .bind(queue_id)
        .bind(schedule)
        .fetch_optional(c))?;
    if let Some(id) = dropped {
        record(tx, queue_id, now, &[Event::of(EventKind::Removed, &id)]).await?;
    }
    Ok(())
}

async fn read(tx: &mut Tx, queue_id: i64, id: &str) -> Result<Option<Row>, QueueError> {
    let mut query = Statement::new(SELECT);
    query.push(" WHERE s.queue_id = ").push_bind(queue_id);
    query.push(" AND s.id = ").push_bind(id);
    Ok(fetch!(tx.on(), c => bind!(sqlx::query_as(query.sql()), query).fetch_optional(c))?)
}

fn missing(queue: &str, id: &str) -> QueueError {
    QueueError::NoSuchSchedule { queue: queue.to_owned(), id: id.to_owned() }
}
