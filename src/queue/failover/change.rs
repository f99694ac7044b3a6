//! What operators change: where the job is, or on both sides.

use std::time::Duration;

use super::book::Key;
use super::inner::Inner;
use super::read::is_away;
use super::sweep;
use crate::queue::{JobQueue, JobState, QueueError, Swept};

/// Longest time for a sweep over a whole queue.
const SWEEP_LIMIT: Duration = Duration::from_secs(60);
/// Ids told of a sweep.
const SAMPLE: usize = 20;
/// Steps over the journal after a sweep; the relay does the rest in time.
const STEPS: usize = 20;

/// The side that has a job: the spool where it is there, else the primary.
pub(super) async fn side<'a>(
    inner: &'a Inner,
    queue: &str,
    id: &str,
) -> Result<Option<&'a dyn JobQueue>, QueueError> {
    let held = inner.spool.held(queue, &[id]).await?;
    Ok((!held.is_empty()).then_some(&inner.spool as &dyn JobQueue))
}

pub(super) async fn retry(inner: &Inner, queue: &str, id: &str) -> Result<(), QueueError> {
    // It is to run again although it was done.
    inner.book.forget(&[(queue.to_owned(), id.to_owned())]).await?;
    match side(inner, queue, id).await? {
        Some(spool) => spool.retry(queue, id).await,
        None => inner.ask(inner.options.call_limit, inner.primary.retry(queue, id)).await,
    }
}

pub(super) async fn promote(inner: &Inner, queue: &str, id: &str) -> Result<(), QueueError> {
    match side(inner, queue, id).await? {
        Some(spool) => spool.promote(queue, id).await,
        None => inner.ask(inner.options.call_limit, inner.primary.promote(queue, id)).await,
    }
}

pub(super) async fn remove(inner: &Inner, queue: &str, id: &str) -> Result<(), QueueError> {
    let in_spool = side(inner, queue, id).await?;
    if let Some(spool) = in_spool {
        spool.remove(queue, id).await?;
    }
    let theirs = inner.ask(inner.options.call_limit, inner.primary.remove(queue, id)).await;
    match theirs {
        Err(QueueError::NoSuchJob { .. } | QueueError::Unreachable(_)) if in_spool.is_some() => {}
        theirs => theirs?,
    }
    inner.book.strike(queue, &[id]).await?;
    inner.book.forget(&[(queue.to_owned(), id.to_owned())]).await
}

pub(super) async fn set_paused(inner: &Inner, queue: &str, paused: bool) -> Result<(), QueueError> {
    let limit = inner.options.call_limit;
    let theirs = if paused {
        inner.spool.pause(queue).await?;
        inner.ask(limit, inner.primary.pause(queue)).await
    } else {
        inner.spool.resume(queue).await?;
        inner.ask(limit, inner.primary.resume(queue)).await
    };
    if is_away(&theirs) {
        return inner.book.note_pause(queue, paused).await;
    }
    theirs
}

pub(super) async fn drain(
    inner: &Inner,
    queue: &str,
    delayed: bool,
    dry_run: bool,
) -> Result<Swept, QueueError> {
    let theirs = inner.ask(SWEEP_LIMIT, inner.primary.drain(queue, delayed, dry_run)).await?;
    let ours = inner.spool.drain(queue, delayed, dry_run).await?;
    swept(inner, queue, theirs, ours, dry_run).await
}

pub(super) async fn clean(
    inner: &Inner,
    queue: &str,
    state: JobState,
    grace: Duration,
    limit: u32,
    dry_run: bool,
) -> Result<Swept, QueueError> {
    let call = inner.primary.clean(queue, state, grace, limit, dry_run);
    let theirs = inner.ask(SWEEP_LIMIT, call).await?;
    let left = match limit {
        0 => 0,
        limit => limit.saturating_sub(u32::try_from(theirs.count).unwrap_or(u32::MAX)),
    };
    if limit > 0 && left == 0 {
        return swept(inner, queue, theirs, Swept::default(), dry_run).await;
    }
    let ours = inner.spool.clean(queue, state, grace, left, dry_run).await?;
    swept(inner, queue, theirs, ours, dry_run).await
}

/// Both sides of a sweep; what was removed is struck out of the journal.
async fn swept(
    inner: &Inner,
    queue: &str,
    mut theirs: Swept,
    ours: Swept,
    dry_run: bool,
) -> Result<Swept, QueueError> {
    theirs.count += ours.count;
    theirs.sample.extend(ours.sample);
    theirs.sample.truncate(SAMPLE);
    if !dry_run && theirs.count > 0 && inner.options.journal {
        let from: Key = (queue.to_owned(), String::new());
        if let Err(error) = sweep::sweep(inner, from, Duration::ZERO, STEPS).await {
            tracing::warn!(queue, %error, "what was removed is struck out of the journal later");
        }
    }
    Ok(theirs)
}
