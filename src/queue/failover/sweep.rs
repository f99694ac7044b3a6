//! Strikes jobs out of the journal of which the workers did not tell: finished by others, as by a
//! Node worker, or removed by an operator.

use std::time::Duration;

use futures::{StreamExt, stream};

use super::book::Key;
use super::inner::Inner;
use crate::queue::{JobState, QueueError};

/// Entries in one step.
const STEP: u32 = 500;
/// Questions about single jobs at the same time.
const AT_ONCE: usize = 32;

/// Compares up to `steps` steps of the journal behind `from` with the primary, entries older than
/// `age` alone, and says where to go on; the beginning when all is done.
pub(super) async fn sweep(
    inner: &Inner,
    mut from: Key,
    age: Duration,
    steps: usize,
) -> Result<Key, QueueError> {
    for _ in 0..steps {
        let keys = inner.book.old(&from, age, STEP).await?;
        let Some(last) = keys.last().cloned() else { return Ok(Key::default()) };
        let gone = gone(inner, keys).await?;
        // What a primary that has just forgotten all does not have is not gone.
        if inner.feel().await?.mark != inner.book.mark().await? {
            return Ok(from);
        }
        for chunk in gone.chunk_by(|a, b| a.0 == b.0) {
            let ids: Vec<&str> = chunk.iter().map(|(_, id)| id.as_str()).collect();
            inner.book.strike(&chunk[0].0, &ids).await?;
        }
        from = last;
    }
    Ok(from)
}

/// Which of these the primary does not have, or has finished.
async fn gone(inner: &Inner, keys: Vec<Key>) -> Result<Vec<Key>, QueueError> {
    let states = stream::iter(keys).map(|key| async {
        let call = inner.primary.get(&key.0, &key.1);
        let job = inner.ask(inner.options.call_limit, call).await?;
        let over =
            job.is_none_or(|job| matches!(job.state, JobState::Completed | JobState::Failed));
        Ok::<_, QueueError>((key, over))
    });
    let mut gone = Vec::new();
    let mut states = states.buffered(AT_ONCE);
    while let Some(state) = states.next().await {
        if let (key, true) = state? {
            gone.push(key);
        }
    }
    Ok(gone)
}
