//! How a job ends: completed, to be tried again, or failed.

use std::collections::HashSet;
use std::time::Duration;

use serde_json::{Value, json};

use super::change::delete;
use super::claim::Holder;
use super::events::{Event, record};
use super::rows::{ACTIVE, COMPLETED, DELAYED, FAILED, READY, kept_text};
use crate::db::{JsonText, Tx, execute, fetch};
use crate::queue::outcome::{self, MAX_REASON};
use crate::queue::{EventKind, JobFailure, JobOptions, QueueError, Retention};

/// Jobs that are too old removed in one step.
const SWEPT: i64 = 1_000;

/// A job that a worker has done with.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) seq: i64,
    pub(super) id: String,
    pub(super) options: JobOptions,
    /// Attempts that had ended before this one.
    pub(super) attempts_made: i64,
    /// Together with the holder's token this names the lock.
    pub(super) attempts_started: i64,
    pub(super) result: Result<Value, JobFailure>,
}

/// Records how jobs ended. What was taken from this holder in the meantime is left alone.
pub(super) async fn finish(
    tx: &mut Tx,
    holder: &Holder<'_>,
    outcomes: &[Outcome],
) -> Result<(), QueueError> {
    let mut events = Vec::with_capacity(outcomes.len());
    let mut keep: [Option<Retention>; 2] = [None, None];
    let done = complete(tx, holder, outcomes).await?;
    for outcome in outcomes {
        let (event, retention) = match &outcome.result {
            Ok(result) if done.contains(&(outcome.seq, outcome.attempts_started)) => {
                completed(outcome, result)
            }
            Ok(_) => (None, None),
            Err(failure) => fail(tx, holder, outcome, failure).await?,
        };
        let Some(event) = event else {
            tracing::warn!(job = outcome.id, "the lock on a job was lost; its end is not recorded");
            continue;
        };
        match retention {
            // As in BullMQ, a job that is not to be kept goes alone.
            Some(Retention { count: Some(0), .. }) => {
                delete(tx, std::iter::once(outcome.seq)).await?;
            }
            Some(retention) => {
                keep[usize::from(event.kind == EventKind::Failed)] = Some(retention);
            }
            None => {}
        }
        events.push(event);
    }
    for (lane, retention) in [COMPLETED, FAILED].into_iter().zip(keep) {
        if let Some(retention) = retention {
            retain(tx, holder, lane, retention).await?;
        }
    }
    record(tx, holder.queue_id, holder.now, &events).await
}

type Ended = (Option<Event>, Option<Retention>);

/// Completes all that ended well, in one statement: each costs a change of thread, or a way to the
/// server. Says which of them were still this holder's.
async fn complete(
    tx: &mut Tx,
    holder: &Holder<'_>,
    outcomes: &[Outcome],
) -> Result<HashSet<(i64, i64)>, QueueError> {
    let good = outcomes.iter().filter_map(|ended| {
        let result = outcome::kept_result(ended.result.as_ref().ok()?.clone());
        Some(json!([ended.seq, ended.attempts_started, ended.attempts_made + 1, result]))
    });
    let good: Vec<Value> = good.collect();
    if good.is_empty() {
        return Ok(HashSet::new());
    }
    let sql = tx.on().text(
        "UPDATE jobs SET lane = $4, position = $5, finished_at = $6, result = ended.result, \
         failed_reason = NULL, attempts_made = ended.made, lock_token = NULL \
         FROM (SELECT value ->> 0 AS seq, value ->> 1 AS started, value ->> 2 AS made, \
         value -> 3 AS result FROM json_each($1)) AS ended \
         WHERE jobs.seq = ended.seq AND jobs.attempts_started = ended.started \
         AND jobs.lock_token = $2 AND jobs.lane = $3 RETURNING seq, attempts_started",
        "UPDATE jobs SET lane = $4, position = $5, finished_at = $6, result = ended.result, \
         failed_reason = NULL, attempts_made = ended.made, lock_token = NULL \
         FROM (SELECT (value ->> 0)::bigint AS seq, (value ->> 1)::bigint AS started, \
         (value ->> 2)::bigint AS made, value -> 3 AS result \
         FROM jsonb_array_elements($1)) AS ended \
         WHERE jobs.seq = ended.seq AND jobs.attempts_started = ended.started \
         AND jobs.lock_token = $2 AND jobs.lane = $3 RETURNING jobs.seq, jobs.attempts_started",
    );
    let done: Vec<(i64, i64)> = fetch!(tx.on(), c => sqlx::query_as(sql)
        .bind(JsonText::of(&Value::Array(good)))
        .bind(holder.token)
        .bind(ACTIVE)
        .bind(COMPLETED)
        .bind(holder.now.millis())
        .bind(holder.now)
        .fetch_all(c))?;
    Ok(done.into_iter().collect())
}

fn completed(ended: &Outcome, result: &Value) -> Ended {
    let event = Event { data: result.clone(), ..Event::of(EventKind::Completed, &ended.id) };
    (Some(event), Some(ended.options.remove_on_complete))
}

async fn fail(
    tx: &mut Tx,
    holder: &Holder<'_>,
    ended: &Outcome,
    failure: &JobFailure,
) -> Result<Ended, QueueError> {
    let attempts_made = ended.attempts_made + i64::from(outcome::counts(failure));
    let made = u32::try_from(attempts_made).unwrap_or(u32::MAX);
    let next = outcome::next_attempt(&ended.options, failure, made);
    let at = holder.now.plus(next.unwrap_or_default());
    let (lane, kind) = match next {
        None => (FAILED, EventKind::Failed),
        Some(wait) if wait.is_zero() => (READY, EventKind::Waiting),
        Some(_) => (DELAYED, EventKind::Delayed),
    };
    let reason = kept_text(&failure.reason, MAX_REASON);
    let stacktrace = stacktrace(tx, ended.seq, failure, attempts_made).await?;
    let done = execute!(tx.on(), c => sqlx::query(
        "UPDATE jobs SET lane = $4, rank = CASE WHEN $4 = 0 THEN priority ELSE 0 END, \
         position = $5, run_at = CASE WHEN $4 = 1 THEN $10 END, \
         finished_at = CASE WHEN $4 = 4 THEN $10 END, failed_reason = $6, \
         stacktrace = $7, attempts_made = $8, lock_token = NULL \
         WHERE seq = $1 AND lock_token = $2 AND attempts_started = $3 AND lane = $9",
    )
    .bind(ended.seq)
    .bind(holder.token)
    .bind(ended.attempts_started)
    .bind(lane)
    .bind(at.millis())
    .bind(&reason)
    .bind(&stacktrace)
    .bind(attempts_made)
    .bind(ACTIVE)
    .bind(at)
    .execute(c))?;
    if done == 0 {
        return Ok((None, None));
    }
    let event = Event { data: Value::String(reason), ..Event::of(kind, &ended.id) };
    Ok((Some(event), (lane == FAILED).then_some(ended.options.remove_on_fail)))
}

/// The failures so far with this one behind them, as JSON.
async fn stacktrace(
    tx: &mut Tx,
    seq: i64,
    failure: &JobFailure,
    attempt: i64,
) -> Result<JsonText, QueueError> {
    let before: Option<JsonText> = fetch!(tx.on(), c => sqlx::query_scalar("SELECT stacktrace FROM jobs WHERE seq = $1")
        .bind(seq)
        .fetch_optional(c))?;
    let before = before.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let entries = outcome::history(before, failure, attempt);
    Ok(JsonText(serde_json::to_string(&entries).unwrap_or_else(|_| "[]".into())))
}

/// Removes finished jobs beyond what is to be kept, oldest first.
async fn retain(
    tx: &mut Tx,
    holder: &Holder<'_>,
    lane: i64,
    retention: Retention,
) -> Result<(), QueueError> {
    if let Some(keep) = retention.count {
        let there: i64 = fetch!(tx.on(), c =>
            sqlx::query_scalar(
                "SELECT n FROM queue_counts WHERE queue_id = $1 AND lane = $2 AND NOT ranked",
            )
            .bind(holder.queue_id)
            .bind(lane)
            .fetch_one(c))?;
        let surplus = there - i64::try_from(keep).unwrap_or(i64::MAX);
        if surplus > 0 {
            oldest(tx, holder.queue_id, lane, i64::MAX, surplus).await?;
        }
    }
    if let Some(age) = retention.age_secs {
        let before = holder.now.minus(Duration::from_secs(age)).millis();
        oldest(tx, holder.queue_id, lane, before, SWEPT).await?;
    }
    Ok(())
}

/// Removes the oldest jobs of a lane of finished ones that finished before `before`.
async fn oldest(
    tx: &mut Tx,
    queue_id: i64,
    lane: i64,
    before: i64,
    limit: i64,
) -> Result<(), QueueError> {
    let seqs: Vec<i64> = fetch!(tx.on(), c =>
        sqlx::query_scalar(
            "SELECT seq FROM jobs WHERE queue_id = $1 AND lane = $2 AND rank = 0 AND position < $3 \
            ORDER BY position, seq LIMIT $4",
        )
        .bind(queue_id)
        .bind(lane)
        .bind(before)
        .bind(limit)
        .fetch_all(c))?;
    for chunk in seqs.chunks(500) {
        delete(tx, chunk.iter().copied()).await?;
    }
    Ok(())
}
