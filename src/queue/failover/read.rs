//! Reading: from the primary, with what is in the spool; from the spool alone while the primary is
//! away.

use std::time::Duration;

use super::inner::Inner;
use crate::queue::{
    EventCursor, Job, JobPage, JobQueue, JobState, PageRequest, QueueCounts, QueueError, QueueEvent,
};

/// Begins the cursor of a page that the spool goes on with.
const IN_SPOOL: &str = "s:";
/// Begins the cursor of a page that the primary goes on with.
const IN_PRIMARY: &str = "p:";
/// Longest time for a search for queues.
pub(super) const SEARCH_LIMIT: Duration = Duration::from_secs(70);
/// Stands for a cursor of the primary's events that could not be had.
const UNKNOWN: &str = "?";

pub(super) fn is_away<T>(answer: &Result<T, QueueError>) -> bool {
    matches!(answer, Err(QueueError::Unreachable(_)))
}

pub(super) async fn queues(inner: &Inner) -> Result<Vec<String>, QueueError> {
    let mut names = inner.spool.queues().await?;
    // A search looks at every key; each of its steps has a limit of its own.
    let theirs = inner.ask(SEARCH_LIMIT, inner.primary.queues()).await;
    if !is_away(&theirs) {
        names.extend(theirs?);
    }
    names.sort_unstable();
    names.dedup();
    Ok(names)
}

/// The queues that are known without a search.
pub(super) async fn familiar_queues(inner: &Inner) -> Result<Vec<String>, QueueError> {
    let mut names = inner.spool.queues().await?;
    names.extend(inner.primary.familiar_queues().await?);
    names.sort_unstable();
    names.dedup();
    Ok(names)
}

/// Whether either side has the queue.
pub(super) async fn exists(inner: &Inner, queue: &str) -> Result<bool, QueueError> {
    if inner.spool.exists(queue).await? {
        return Ok(true);
    }
    let theirs = inner.ask(inner.options.call_limit, inner.primary.exists(queue)).await;
    if is_away(&theirs) { Ok(false) } else { theirs }
}

pub(super) async fn counts(inner: &Inner, queue: &str) -> Result<QueueCounts, QueueError> {
    let ours = inner.spool.counts(queue).await?;
    let theirs = inner.ask(inner.options.call_limit, inner.primary.counts(queue)).await;
    if is_away(&theirs) {
        return Ok(ours);
    }
    let theirs = theirs?;
    let oldest = match (theirs.oldest_waiting_at, ours.oldest_waiting_at) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    Ok(QueueCounts {
        waiting: theirs.waiting + ours.waiting,
        prioritized: theirs.prioritized + ours.prioritized,
        delayed: theirs.delayed + ours.delayed,
        active: theirs.active + ours.active,
        completed: theirs.completed + ours.completed,
        failed: theirs.failed + ours.failed,
        waiting_children: theirs.waiting_children + ours.waiting_children,
        paused: theirs.paused + ours.paused,
        is_paused: theirs.is_paused,
        oldest_waiting_at: oldest,
    })
}

pub(super) async fn get(inner: &Inner, queue: &str, id: &str) -> Result<Option<Job>, QueueError> {
    let ours = inner.spool.get(queue, id).await?;
    let theirs = inner.ask(inner.options.call_limit, inner.primary.get(queue, id)).await;
    match (theirs, ours) {
        (Ok(Some(theirs)), Some(ours)) => Ok(Some(further(theirs, ours))),
        (Ok(theirs), ours) => Ok(theirs.or(ours)),
        (Err(QueueError::Unreachable(_)), Some(ours)) => Ok(Some(ours)),
        // It may be there, where nobody can look.
        (Err(error), _) => Err(error),
    }
}

/// Of two copies of a job the one that has come further.
fn further(theirs: Job, ours: Job) -> Job {
    let rank = |job: &Job| match job.state {
        JobState::Completed => 3,
        JobState::Failed => 2,
        JobState::Active => 1,
        _ => 0,
    };
    if rank(&ours) > rank(&theirs) { ours } else { theirs }
}

/// Jobs of the spool come before those of the primary.
pub(super) async fn list(
    inner: &Inner,
    queue: &str,
    states: &[JobState],
    page: PageRequest,
) -> Result<JobPage, QueueError> {
    let limit = page.limit.max(1);
    let mut jobs = Vec::new();
    let from = match page.cursor {
        Some(cursor) if cursor.starts_with(IN_PRIMARY) => {
            Some(cursor[IN_PRIMARY.len()..].to_owned()).filter(|cursor| !cursor.is_empty())
        }
        cursor => {
            let cursor = cursor.map(|c| match c.strip_prefix(IN_SPOOL) {
                Some(cursor) => Ok(cursor.to_owned()),
                None => Err(QueueError::Invalid(format!(
                    "{c:?} is not a cursor of a list of jobs; take the `next` of the page before"
                ))),
            });
            let ours = PageRequest { cursor: cursor.transpose()?, limit };
            let ours = inner.spool.list(queue, states, ours).await?;
            if let Some(next) = ours.next {
                return Ok(JobPage { jobs: ours.jobs, next: Some(format!("{IN_SPOOL}{next}")) });
            }
            jobs = ours.jobs;
            None
        }
    };
    let left = limit.saturating_sub(u32::try_from(jobs.len()).unwrap_or(u32::MAX));
    if left == 0 {
        return Ok(JobPage { jobs, next: Some(IN_PRIMARY.to_owned()) });
    }
    let theirs = PageRequest { cursor: from, limit: left };
    let call = inner.primary.list(queue, states, theirs);
    let theirs = inner.ask(inner.options.call_limit * 4, call).await;
    if is_away(&theirs) {
        return Ok(JobPage { jobs, next: None });
    }
    let theirs = theirs?;
    jobs.extend(theirs.jobs);
    Ok(JobPage { jobs, next: theirs.next.map(|next| format!("{IN_PRIMARY}{next}")) })
}

/// The cursors of both sides in one.
fn join(theirs: &str, ours: &str) -> EventCursor {
    EventCursor(format!("{theirs}~{ours}"))
}

/// The cursors of both sides, the primary's first.
pub(super) fn split(cursor: &EventCursor) -> Result<(&str, &str), QueueError> {
    if cursor.0.is_empty() {
        return Ok(("", ""));
    }
    cursor
        .0
        .split_once('~')
        .ok_or_else(|| QueueError::Invalid(format!("{:?} is not a cursor of events", cursor.0)))
}

pub(super) async fn event_cursor(inner: &Inner, queue: &str) -> Result<EventCursor, QueueError> {
    let ours = inner.spool.event_cursor(queue).await?;
    let theirs = inner.ask(inner.options.call_limit, inner.primary.event_cursor(queue)).await;
    if is_away(&theirs) {
        return Ok(join(UNKNOWN, &ours.0));
    }
    Ok(join(&theirs?.0, &ours.0))
}

/// The primary's part of a cursor; where it was not known it begins now.
pub(super) async fn their_cursor(
    inner: &Inner,
    queue: &str,
    part: &str,
) -> Result<EventCursor, QueueError> {
    if part != UNKNOWN {
        return Ok(EventCursor(part.to_owned()));
    }
    inner.ask(inner.options.call_limit, inner.primary.event_cursor(queue)).await
}

pub(super) async fn events(
    inner: &Inner,
    queue: &str,
    after: &EventCursor,
    limit: u32,
) -> Result<Vec<QueueEvent>, QueueError> {
    let (theirs, ours) = split(after)?;
    let (mut theirs, mut ours) = (theirs.to_owned(), ours.to_owned());
    let mine = inner.spool.events(queue, EventCursor(ours.clone()), limit).await?;
    let read = async {
        let from = their_cursor(inner, queue, &theirs).await?;
        let call = inner.primary.events(queue, from.clone(), limit);
        Ok::<_, QueueError>((from, inner.ask(inner.options.call_limit, call).await?))
    };
    let (others, answered) = match read.await {
        Ok((from, events)) => {
            theirs = from.0;
            (events, true)
        }
        Err(QueueError::Unreachable(_)) => (Vec::new(), false),
        Err(error) => return Err(error),
    };
    let (mut mine, mut others) = (mine.into_iter().peekable(), others.into_iter().peekable());
    let mut merged = Vec::new();
    while merged.len() < limit as usize {
        let from_spool = match (mine.peek(), others.peek()) {
            (Some(a), Some(b)) => a.at < b.at,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => break,
        };
        let next = if from_spool { mine.next() } else { others.next() };
        let Some(mut event) = next else { break };
        let side = if from_spool { &mut ours } else { &mut theirs };
        side.clone_from(&event.cursor.0);
        // What happens to a queue as such happens on both sides, and is told once.
        if from_spool && answered && event.job_id.is_none() {
            continue;
        }
        event.cursor = join(&theirs, &ours);
        merged.push(event);
    }
    Ok(merged)
}
