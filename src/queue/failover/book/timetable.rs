use sqlx::FromRow;

use super::Book;
use crate::db::{execute, fetch};
use crate::model::Timestamp;
use crate::queue::{NewSchedule, QueueError, Schedule};

/// What is still to be done about a schedule on the primary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::queue::failover) enum Change {
    /// Nothing: it is there as here.
    None = 0,
    /// It is to be set.
    Set = 1,
    /// It is to be removed.
    Removed = 2,
}

#[derive(FromRow)]
struct Row {
    queue: String,
    id: String,
    recurrence: String,
    name: String,
    data: String,
    options: String,
    next_at: Option<i64>,
    last_at: Option<i64>,
    iterations: i64,
    change: i64,
}

const SELECT: &str = "SELECT queue, id, recurrence, name, data, options, next_at, last_at, \
     iterations, change FROM failover_schedules ORDER BY queue, id";

impl Row {
    fn into_schedule(self) -> Result<(Schedule, Change), QueueError> {
        let recurrence = serde_json::from_str(&self.recurrence).map_err(|error| {
            QueueError::Invalid(format!("schedule {} is damaged: {error}", self.id))
        })?;
        let change = match self.change {
            1 => Change::Set,
            2 => Change::Removed,
            _ => Change::None,
        };
        let schedule = Schedule {
            queue: self.queue,
            id: self.id,
            recurrence,
            name: self.name,
            data: serde_json::from_str(&self.data).unwrap_or_default(),
            options: serde_json::from_str(&self.options).unwrap_or_default(),
            next_at: self.next_at.map(Timestamp::from_millis),
            last_at: self.last_at.map(Timestamp::from_millis),
            iterations: self.iterations.unsigned_abs(),
        };
        Ok((schedule, change))
    }
}

/// What makes a schedule anew.
pub(in crate::queue::failover) fn renewed(schedule: Schedule) -> NewSchedule {
    NewSchedule {
        queue: schedule.queue,
        id: schedule.id,
        recurrence: schedule.recurrence,
        name: schedule.name,
        data: schedule.data,
        options: schedule.options,
    }
}

impl Book {
    /// Keeps a copy of a schedule.
    pub(in crate::queue::failover) async fn keep(
        &self,
        schedule: &Schedule,
        change: Change,
    ) -> Result<(), QueueError> {
        let text = |v: serde_json::Result<String>| {
            v.map_err(|error| QueueError::Invalid(error.to_string()))
        };
        execute!(self.db.writer(), c => sqlx::query(
            "INSERT INTO failover_schedules (queue, id, recurrence, name, data, options, next_at, \
             last_at, iterations, change) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
             ON CONFLICT (queue, id) DO UPDATE SET recurrence = excluded.recurrence, \
             name = excluded.name, data = excluded.data, options = excluded.options, \
             next_at = excluded.next_at, last_at = excluded.last_at, \
             iterations = excluded.iterations, change = excluded.change",
        )
        .bind(&schedule.queue)
        .bind(&schedule.id)
        .bind(text(serde_json::to_string(&schedule.recurrence))?)
        .bind(&schedule.name)
        .bind(schedule.data.to_string())
        .bind(text(serde_json::to_string(&schedule.options))?)
        .bind(schedule.next_at.map(Timestamp::millis))
        .bind(schedule.last_at.map(Timestamp::millis))
        .bind(i64::try_from(schedule.iterations).unwrap_or(i64::MAX))
        .bind(change as i64).execute(c))?;
        Ok(())
    }

    /// The copies, by queue and id, with what is still to be done about each.
    pub(in crate::queue::failover) async fn timetable(
        &self,
    ) -> Result<Vec<(Schedule, Change)>, QueueError> {
        let rows: Vec<Row> = fetch!(self.db.reader(), c => sqlx::query_as(SELECT).fetch_all(c))?;
        rows.into_iter().map(Row::into_schedule).collect()
    }

    /// Drops a copy; says whether there was one that was not to be removed already.
    pub(in crate::queue::failover) async fn drop_copy(
        &self,
        queue: &str,
        id: &str,
    ) -> Result<bool, QueueError> {
        let gone: Option<i64> = fetch!(self.db.writer(), c => sqlx::query_scalar(
            "DELETE FROM failover_schedules WHERE queue = $1 AND id = $2 RETURNING change",
        )
        .bind(queue)
        .bind(id).fetch_optional(c))?;
        Ok(gone.is_some_and(|change| change != Change::Removed as i64))
    }

    /// Marks a schedule as to be removed from the primary; says whether it was there.
    pub(in crate::queue::failover) async fn remove_later(
        &self,
        queue: &str,
        id: &str,
    ) -> Result<bool, QueueError> {
        let done = execute!(self.db.writer(), c => sqlx::query(
            "UPDATE failover_schedules SET change = 2 \
             WHERE queue = $1 AND id = $2 AND change <> 2",
        )
        .bind(queue)
        .bind(id).execute(c))?;
        Ok(done > 0)
    }

    /// Moves a copy on from the time `due` to the next one; says whether nobody else had.
    pub(in crate::queue::failover) async fn turn_over(
        &self,
        schedule: &Schedule,
        next_at: Option<Timestamp>,
    ) -> Result<bool, QueueError> {
        let done = execute!(self.db.writer(), c => sqlx::query(
            "UPDATE failover_schedules SET last_at = next_at, next_at = $4, \
             iterations = iterations + 1 WHERE queue = $1 AND id = $2 AND next_at = $3",
        )
        .bind(&schedule.queue)
        .bind(&schedule.id)
        .bind(schedule.next_at.map(Timestamp::millis))
        .bind(next_at.map(Timestamp::millis)).execute(c))?;
        Ok(done > 0)
    }
}
