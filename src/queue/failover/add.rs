//! Adding jobs: to the primary where it answers, else to the spool under the same ids.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::inner::Inner;
use crate::queue::{Added, JobQueue, NewJob, QueueError, check};

/// Jobs given to the primary in one call, each of which must be answered in time.
const BATCH: usize = 1_000;
/// A job of which it is not known whether the primary has taken it waits for so long in the spool:
/// a worker that may have begun it there has told the ledger by then.
const DOUBT: Duration = Duration::from_millis(500);

pub(super) async fn add_bulk(
    inner: &Inner,
    queue: &str,
    mut jobs: Vec<NewJob>,
) -> Result<Vec<Added>, QueueError> {
    for job in &mut jobs {
        job.id.get_or_insert_with(new_id);
        check::job(job)?;
    }
    check::queue_name(queue)?;
    let mut added = Vec::with_capacity(jobs.len());
    while !jobs.is_empty() {
        let rest = jobs.split_off(jobs.len().min(BATCH));
        added.extend(add_batch(inner, queue, std::mem::replace(&mut jobs, rest)).await?);
    }
    Ok(added)
}

/// An id that no other job has. It is never all digits, which ids must not be.
fn new_id() -> String {
    loop {
        let id = uuid::Uuid::now_v7().simple().to_string();
        if id.bytes().any(|b| b.is_ascii_alphabetic()) {
            return id;
        }
    }
}

async fn add_batch(
    inner: &Inner,
    queue: &str,
    jobs: Vec<NewJob>,
) -> Result<Vec<Added>, QueueError> {
    let tried = AtomicBool::new(false);
    let mut added = match asked(inner, queue, &jobs, &tried).await {
        Ok(added) => added,
        Err(QueueError::Unreachable(_)) => {
            return spool(inner, queue, jobs, tried.into_inner()).await;
        }
        Err(error) => return Err(error),
    };
    // An id that the spool holds, or has completed, is taken too.
    if inner.is_guarded() && added.iter().any(|added| !added.existed) {
        held_in_spool(inner, queue, &mut added).await?;
    }
    Ok(added)
}

/// Gives jobs to the primary and notes them in the journal in the same breath; sets `tried` where
/// the primary was asked at all.
async fn asked(
    inner: &Inner,
    queue: &str,
    jobs: &[NewJob],
    tried: &AtomicBool,
) -> Result<Vec<Added>, QueueError> {
    let call = async {
        tried.store(true, Ordering::Relaxed);
        inner.primary.add_bulk(queue, jobs.to_vec()).await
    };
    let call = inner.ask(inner.options.add_limit, call);
    if !inner.options.journal || inner.health.away().is_some() {
        return call.await;
    }
    let (answer, noted) = tokio::join!(call, inner.book.note(queue, jobs));
    if let Err(error) = noted {
        tracing::warn!(queue, %error, "jobs could not be noted in the journal");
    }
    if let Err(error) = &answer
        && !matches!(error, QueueError::Unreachable(_))
    {
        let ids: Vec<&str> = jobs.iter().filter_map(|job| job.id.as_deref()).collect();
        inner.book.strike(queue, &ids).await?;
    }
    answer
}

/// Gives jobs to the spool; `doubt` says that the primary may have taken them.
async fn spool(
    inner: &Inner,
    queue: &str,
    mut jobs: Vec<NewJob>,
    doubt: bool,
) -> Result<Vec<Added>, QueueError> {
    if doubt {
        let least = u64::try_from(DOUBT.as_millis()).unwrap_or(500);
        for job in &mut jobs {
            job.options.delay = job.options.delay.max(least);
        }
    }
    let added = inner.spool.add_bulk(queue, jobs).await?;
    Ok(added.into_iter().map(|added| Added { spooled: true, ..added }).collect())
}

/// Marks those that the spool holds as there already. The primary's new copy of such a job is one
/// copy more, of which the ledger lets one run.
async fn held_in_spool(inner: &Inner, queue: &str, added: &mut [Added]) -> Result<(), QueueError> {
    let fresh: Vec<&str> =
        added.iter().filter(|added| !added.existed).map(|added| added.id.as_str()).collect();
    let held: HashSet<String> = inner.spool.held(queue, &fresh).await?;
    for added in added {
        added.existed |= held.contains(&added.id);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_ids_are_unique_and_could_be_given_by_hand() {
        let ids: HashSet<String> = (0..1_000).map(|_| new_id()).collect();
        assert_eq!(ids.len(), 1_000);
        assert!(ids.iter().all(|id| id.len() == 32 && !id.contains(':')));
    }
}
