use std::time::Duration;

use super::inner::Inner;
use super::{read, schedules, sweep};
use crate::queue::{JobQueue, QueueError};

/// Longest time for removing a whole queue from the primary.
const LIMIT: Duration = Duration::from_secs(300);
/// Steps over the journal after it; the relay does the rest in time.
const STEPS: usize = 20;

/// Removes a queue on both sides; refused while the primary is away.
pub(super) async fn obliterate(inner: &Inner, queue: &str, force: bool) -> Result<u64, QueueError> {
    let active = read::counts(inner, queue).await?.active;
    if active > 0 && !force {
        return Err(QueueError::Busy { queue: queue.to_owned(), active });
    }
    inner.feel().await?;
    let schedules = schedules::list(inner, Some(queue)).await?;
    let theirs = inner.ask(LIMIT, inner.primary.obliterate(queue, force)).await?;
    for schedule in schedules {
        inner.book.drop_copy(queue, &schedule.id).await?;
    }
    let ours = inner.spool.obliterate(queue, force).await?;
    if inner.options.journal {
        let from = (queue.to_owned(), String::new());
        if let Err(error) = sweep::sweep(inner, from, Duration::ZERO, STEPS).await {
            tracing::warn!(queue, %error, "what was removed is struck out of the journal later");
        }
    }
    Ok(theirs + ours)
}
