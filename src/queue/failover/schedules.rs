//! Schedules: on the primary, with a copy in the database from which jobs are made while the
//! primary is away.

use super::book::timetable::{Change, renewed};
use super::inner::Inner;
use super::read;
use crate::model::Timestamp;
use crate::queue::{
    Added, Job, JobOptions, JobQueue, NewJob, NewSchedule, QueueError, Recurrence, Schedule, check,
};

/// The id of a schedule's job for a time, as BullMQ forms it, so that a job of the primary and one
/// of the spool for the same time are copies of one another.
fn job_id(schedule: &str, at: Timestamp) -> String {
    format!("repeat:{schedule}:{}", at.millis())
}

/// The time that a schedule's job was made for.
fn slot(job: &Job) -> Option<Timestamp> {
    job.id.rsplit_once(':')?.1.parse().ok().map(Timestamp::from_millis)
}

/// The first time after `now` that follows from a time of the schedule.
fn following(
    recurrence: &Recurrence,
    slot: Timestamp,
    now: Timestamp,
) -> Result<Option<Timestamp>, QueueError> {
    let now = now.max(slot);
    // An interval keeps the beat that the primary gave it.
    if let Recurrence::Every { every_ms } = recurrence {
        let every = i64::try_from((*every_ms).max(1)).unwrap_or(i64::MAX);
        let turns = (now.millis() - slot.millis()).div_euclid(every).saturating_add(1);
        return Ok(turns.checked_mul(every).map(|ms| Timestamp::from_millis(slot.millis() + ms)));
    }
    recurrence.next_after(now)
}

pub(super) async fn upsert(inner: &Inner, new: NewSchedule) -> Result<Schedule, QueueError> {
    let call = inner.primary.upsert_schedule(new.clone());
    match inner.ask(inner.options.call_limit, call).await {
        Ok(schedule) => {
            keep(inner, &schedule, Change::None).await;
            Ok(schedule)
        }
        Err(QueueError::Unreachable(_)) => later(inner, new).await,
        Err(error) => Err(error),
    }
}

async fn keep(inner: &Inner, schedule: &Schedule, change: Change) {
    if let Err(error) = inner.book.keep(schedule, change).await {
        tracing::warn!(schedule = schedule.id, %error, "no copy of the schedule could be kept");
    }
}

/// Keeps a schedule until the primary can be told.
async fn later(inner: &Inner, new: NewSchedule) -> Result<Schedule, QueueError> {
    let next = check::schedule(&new, inner.clock.now())?;
    let schedule = Schedule {
        queue: new.queue,
        id: new.id,
        recurrence: new.recurrence,
        name: new.name,
        data: new.data,
        options: new.options,
        next_at: Some(next),
        last_at: None,
        iterations: 0,
    };
    inner.book.keep(&schedule, Change::Set).await?;
    Ok(schedule)
}

pub(super) async fn list(inner: &Inner, queue: Option<&str>) -> Result<Vec<Schedule>, QueueError> {
    // Those of all queues: the queues are searched for.
    let limit = if queue.is_some() { inner.options.call_limit } else { read::SEARCH_LIMIT };
    match inner.ask(limit, inner.primary.schedules(queue)).await {
        Err(QueueError::Unreachable(_)) => {}
        answer => return answer,
    }
    let copies = inner.book.timetable().await?.into_iter();
    Ok(copies
        .filter(|(s, change)| *change != Change::Removed && queue.is_none_or(|q| q == s.queue))
        .map(|(schedule, _)| schedule)
        .collect())
}

pub(super) async fn remove(inner: &Inner, queue: &str, id: &str) -> Result<bool, QueueError> {
    let call = inner.primary.remove_schedule(queue, id);
    match inner.ask(inner.options.call_limit, call).await {
        Ok(there) => Ok(inner.book.drop_copy(queue, id).await? || there),
        Err(QueueError::Unreachable(_)) => inner.book.remove_later(queue, id).await,
        Err(error) => Err(error),
    }
}

pub(super) async fn start(inner: &Inner, queue: &str, id: &str) -> Result<Added, QueueError> {
    let call = inner.primary.run_schedule(queue, id);
    match inner.ask(inner.options.call_limit, call).await {
        Err(QueueError::Unreachable(_)) => {}
        answer => return answer,
    }
    let known = list(inner, Some(queue)).await?;
    let missing = || QueueError::NoSuchSchedule { queue: queue.to_owned(), id: id.to_owned() };
    let schedule = known.into_iter().find(|s| s.id == id).ok_or_else(missing)?;
    let unique = uuid::Uuid::now_v7().simple().to_string();
    let job = made(&schedule, format!("{id}-now-{}", &unique[20..]));
    let mut added = inner.spool.adopt(queue, &[job], Some(id)).await?;
    added.pop().map(|added| Added { spooled: true, ..added }).ok_or_else(missing)
}

fn made(schedule: &Schedule, id: String) -> NewJob {
    NewJob {
        name: schedule.name.clone(),
        data: schedule.data.clone(),
        id: Some(id),
        options: JobOptions { delay: 0, ..schedule.options.clone() },
    }
}

/// Makes the jobs that are due while the primary is away.
pub(super) async fn make_due(inner: &Inner) -> Result<(), QueueError> {
    let now = inner.clock.now();
    for (schedule, change) in inner.book.timetable().await? {
        let Some(at) = schedule.next_at.filter(|at| *at <= now) else { continue };
        if change == Change::Removed {
            continue;
        }
        let job = made(&schedule, job_id(&schedule.id, at));
        inner.spool.adopt(&schedule.queue, &[job], Some(&schedule.id)).await?;
        let next = following(&schedule.recurrence, at, now)?;
        inner.book.turn_over(&schedule, next).await?;
    }
    Ok(())
}

/// The primary has begun a schedule's job: the copy must not make that one again.
pub(super) async fn began(inner: &Inner, job: &Job) {
    let (Some(id), Some(slot)) = (&job.schedule_id, slot(job)) else { return };
    let moved = async {
        let copies = inner.book.timetable().await?;
        let copy = copies.into_iter().map(|(copy, _)| copy);
        let Some(copy) = copy.into_iter().find(|s| s.queue == job.queue && &s.id == id) else {
            return Ok(false);
        };
        if copy.next_at.is_none_or(|next| next > slot) {
            return Ok(false);
        }
        let next = following(&copy.recurrence, slot, slot)?;
        inner.book.turn_over(&copy, next).await
    };
    let moved: Result<bool, QueueError> = moved.await;
    if let Err(error) = moved {
        tracing::warn!(schedule = id, %error, "the copy of a schedule could not be moved on");
    }
}

/// Brings the primary and the copy together: what was changed during an outage goes to the primary,
/// all else is copied from it.
pub(super) async fn reconcile(inner: &Inner, restore: bool) -> Result<(), QueueError> {
    let limit = inner.options.call_limit;
    for (copy, change) in inner.book.timetable().await? {
        match change {
            Change::Removed => {
                inner.ask(limit, inner.primary.remove_schedule(&copy.queue, &copy.id)).await?;
                inner.book.drop_copy(&copy.queue, &copy.id).await?;
            }
            Change::None if !restore => {}
            Change::None | Change::Set => {
                let set = inner.primary.upsert_schedule(renewed(copy));
                inner.book.keep(&inner.ask(limit, set).await?, Change::None).await?;
            }
        }
    }
    // Schedules that were made before there was a primary.
    for schedule in inner.spool.schedules(None).await? {
        let (queue, id) = (schedule.queue.clone(), schedule.id.clone());
        let set = inner.primary.upsert_schedule(renewed(schedule));
        inner.book.keep(&inner.ask(limit, set).await?, Change::None).await?;
        inner.spool.remove_schedule(&queue, &id).await?;
    }
    let theirs = familiar_schedules(inner).await?;
    for (copy, change) in inner.book.timetable().await? {
        let gone = !theirs.iter().any(|s| s.queue == copy.queue && s.id == copy.id);
        if change == Change::None && gone {
            inner.book.drop_copy(&copy.queue, &copy.id).await?;
        }
    }
    let kept = inner.book.timetable().await?;
    for schedule in theirs {
        let same =
            |(copy, change): &(Schedule, Change)| *change == Change::None && *copy == schedule;
        if !kept.iter().any(same) {
            inner.book.keep(&schedule, Change::None).await?;
        }
    }
    Ok(())
}

/// The primary's schedules of the queues that this installation has to do with. This is asked again
/// and again: to search for the queues of others would have the server look at every key.
async fn familiar_schedules(inner: &Inner) -> Result<Vec<Schedule>, QueueError> {
    let mut queues = read::familiar_queues(inner).await?;
    queues.extend(inner.book.timetable().await?.into_iter().map(|(copy, _)| copy.queue));
    queues.sort_unstable();
    queues.dedup();
    let mut schedules = Vec::new();
    for queue in queues {
        let theirs = inner.primary.schedules(Some(&queue));
        schedules.extend(inner.ask(inner.options.call_limit, theirs).await?);
    }
    Ok(schedules)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_keeps_its_beat_and_skips_what_was_missed() {
        let at = Timestamp::from_millis;
        let every = Recurrence::Every { every_ms: 1_000 };
        let next = |slot, now| following(&every, at(slot), at(now)).unwrap().unwrap().millis();
        assert_eq!(next(5_300, 5_300), 6_300);
        assert_eq!(next(5_300, 6_299), 6_300);
        assert_eq!(next(5_300, 6_300), 7_300);
        assert_eq!(next(5_300, 9_999), 10_300);
        // A job that was promoted is ahead of its time.
        assert_eq!(next(5_300, 1_000), 6_300);
    }
}
