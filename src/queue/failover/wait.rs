//! Waiting for a job, wherever it is and wherever it goes.

use std::time::Duration;

use tokio::time::Instant;

use super::inner::Inner;
use super::read::{split, their_cursor};
use crate::queue::{EventCursor, JobQueue, QueueError, WaitOutcome};

/// Longest wait on one side before it is looked at where the job is now.
const SLICE: Duration = Duration::from_secs(2);
/// Wait between two looks while the job is nowhere to be found.
const PAUSE: Duration = Duration::from_millis(100);

pub(super) async fn wait(
    inner: &Inner,
    queue: &str,
    id: &str,
    since: &EventCursor,
    timeout: Option<Duration>,
) -> Result<WaitOutcome, QueueError> {
    let (theirs, ours) = split(since)?;
    let ours = EventCursor(ours.to_owned());
    let deadline = timeout.map(|timeout| Instant::now() + timeout);
    loop {
        let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
        let slice = left.map_or(SLICE, |left| left.min(SLICE));
        let outcome = if inner.spool.held(queue, &[id]).await?.is_empty() {
            match in_primary(inner, queue, id, theirs, slice).await {
                Err(QueueError::Unreachable(_)) => WaitOutcome::TimedOut,
                outcome => outcome?,
            }
        } else {
            inner.spool.wait(queue, id, ours.clone(), Some(slice)).await?
        };
        let over = match outcome {
            outcome @ (WaitOutcome::Completed(_) | WaitOutcome::Failed(_)) => return Ok(outcome),
            WaitOutcome::TimedOut => false,
            WaitOutcome::Gone => !is_on_its_way(inner, queue, id).await?,
        };
        if let Some(result) = inner.book.result(queue, id).await? {
            return Ok(WaitOutcome::Completed(result));
        }
        if over {
            return Ok(WaitOutcome::Gone);
        }
        if deadline.is_some_and(|deadline| Instant::now() >= deadline) {
            return Ok(WaitOutcome::TimedOut);
        }
        tokio::time::sleep(PAUSE.min(slice)).await;
    }
}

async fn in_primary(
    inner: &Inner,
    queue: &str,
    id: &str,
    since: &str,
    slice: Duration,
) -> Result<WaitOutcome, QueueError> {
    let since = their_cursor(inner, queue, since).await?;
    let call = inner.primary.wait(queue, id, since, Some(slice));
    inner.ask(slice + inner.options.call_limit, call).await
}

/// Whether a job that neither side has will be somewhere soon: it is being moved, or is about to be
/// added again.
async fn is_on_its_way(inner: &Inner, queue: &str, id: &str) -> Result<bool, QueueError> {
    if !inner.spool.held(queue, &[id]).await?.is_empty() {
        return Ok(true);
    }
    Ok(inner.book.away().await?.is_some() && inner.book.is_noted(queue, id).await?)
}
