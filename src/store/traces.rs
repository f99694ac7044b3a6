use std::time::Duration;

use serde::{Deserialize, Serialize};
use sqlx::FromRow;

use super::error::{from_json, to_json};
use super::{Store, StoreError};
use crate::db::{JsonText, execute, fetch};
use crate::model::Timestamp;
use crate::telemetry::trace::{Origin, Work};

const TABLE: &str = "job_traces";
/// Most attempts that are kept.
const MOST: i64 = 100_000;
/// How long an attempt is kept: as long as finished jobs are.
const KEPT: Duration = Duration::from_secs(30 * 24 * 60 * 60);
/// Old ones are looked for once in so many.
const PRUNE_EVERY: i64 = 64;
/// Most attempts of one job that are read, the last ones.
const MOST_READ: i64 = 200;

/// One attempt at a job, as a worker noted it.
#[derive(Debug, Clone, PartialEq)]
pub struct AttemptTrace {
    /// Names this one attempt.
    pub id: String,
    /// The job's queue.
    pub queue: String,
    /// The job's id.
    pub job_id: String,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended; absent while it goes on, and where its worker died.
    pub ended_at: Option<Timestamp>,
    /// `running`, or how it ended: `completed`, `failed`, `put_off` or `stopped`.
    pub outcome: String,
    /// The rest of it.
    pub told: AttemptTold,
}

/// What is told of an attempt.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AttemptTold {
    /// What the job was to do.
    pub name: String,
    /// Its number, from 1; one that was put off does not count.
    pub number: u32,
    /// Who worked on it.
    pub worker: Option<String>,
    /// When the job was added.
    pub created_at: Timestamp,
    /// Who had it added.
    pub origin: Origin,
    /// The schedule that made it.
    pub schedule_id: Option<String>,
    /// Why it did not complete.
    pub reason: Option<String>,
    /// What it did.
    pub work: Work,
}

#[derive(FromRow)]
struct Row {
    id: String,
    queue: String,
    job_id: String,
    started_at: Timestamp,
    ended_at: Option<Timestamp>,
    outcome: String,
    trace: JsonText,
}

impl TryFrom<Row> for AttemptTrace {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            queue: row.queue,
            job_id: row.job_id,
            started_at: row.started_at,
            ended_at: row.ended_at,
            outcome: row.outcome,
            told: from_json(TABLE, &row.trace)?,
        })
    }
}

impl Store {
    /// Keeps an attempt as it stands; what is kept under its id already is replaced, unless it has
    /// ended. What is too old or too much is forgotten from time to time.
    ///
    /// # Errors
    /// The database failed.
    pub async fn record_attempt(&self, attempt: &AttemptTrace) -> Result<(), StoreError> {
        let clean = |text: &str| text.replace('\0', "\u{fffd}");
        let request = attempt.told.origin.request_id.as_deref().map(clean);
        let seq: Option<i64> = fetch!(self.db.writer(), c =>
            sqlx::query_scalar(
                "INSERT INTO job_traces \
                 (id, queue, job_id, request_id, started_at, ended_at, outcome, trace) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO UPDATE SET \
                 ended_at = excluded.ended_at, outcome = excluded.outcome, trace = excluded.trace \
                 WHERE job_traces.ended_at IS NULL RETURNING seq",
            )
            .bind(&attempt.id)
            .bind(clean(&attempt.queue))
            .bind(clean(&attempt.job_id))
            .bind(request)
            .bind(attempt.started_at)
            .bind(attempt.ended_at)
            .bind(&attempt.outcome)
            .bind(to_json(TABLE, &attempt.told)?)
            .fetch_optional(c))?;
        if seq.is_some_and(|seq| seq % PRUNE_EVERY == 0) {
            self.prune_attempts(attempt.started_at, MOST).await?;
        }
        Ok(())
    }

    async fn prune_attempts(&self, now: Timestamp, most: i64) -> Result<u64, StoreError> {
        Ok(execute!(self.db.writer(), c =>
            sqlx::query(
                "DELETE FROM job_traces \
                 WHERE started_at < $1 OR seq <= (SELECT MAX(seq) FROM job_traces) - $2",
            )
            .bind(now.minus(KEPT))
            .bind(most)
            .execute(c))?)
    }

    /// The attempts at a job, oldest first; the last two hundred.
    ///
    /// # Errors
    /// The database failed.
    pub async fn attempts(
        &self,
        queue: &str,
        job_id: &str,
    ) -> Result<Vec<AttemptTrace>, StoreError> {
        let rows: Vec<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT id, queue, job_id, started_at, ended_at, outcome, trace FROM job_traces \
                 WHERE queue = $1 AND job_id = $2 ORDER BY seq DESC LIMIT $3",
            )
            .bind(queue)
            .bind(job_id)
            .bind(MOST_READ)
            .fetch_all(c))?;
        rows.into_iter().rev().map(AttemptTrace::try_from).collect()
    }

    /// Queues and ids of the jobs that came of a request, or have this id, as far as attempts at
    /// them were noted.
    ///
    /// # Errors
    /// The database failed.
    pub async fn attempted_jobs(&self, id: &str) -> Result<Vec<(String, String)>, StoreError> {
        let id = id.replace('\0', "");
        Ok(fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT DISTINCT queue, job_id FROM job_traces \
                 WHERE request_id = $1 OR job_id = $1 ORDER BY queue, job_id LIMIT 100",
            )
            .bind(&id)
            .fetch_all(c))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;

    const NOW: Timestamp = Timestamp::from_secs(1_800_000_000);

    fn attempt(n: u32, job: &str) -> AttemptTrace {
        let origin = Origin { request_id: Some(format!("r-{job}")), ..Origin::default() };
        AttemptTrace {
            id: format!("a{n}"),
            queue: "q".into(),
            job_id: job.into(),
            started_at: NOW.plus(Duration::from_secs(n.into())),
            ended_at: None,
            outcome: "running".into(),
            told: AttemptTold { number: n, origin, ..AttemptTold::default() },
        }
    }

    #[tokio::test]
    async fn attempts_are_replaced_found_and_forgotten() {
        let dir = tempfile::tempdir().expect("a directory");
        let store = Store::new(Db::open(dir.path()).await.expect("a database"));
        for (n, job) in [(1, "x"), (2, "x"), (3, "y")] {
            store.record_attempt(&attempt(n, job)).await.expect("kept");
        }
        let mut ended = attempt(1, "x");
        ended.outcome = "failed".into();
        ended.ended_at = Some(NOW.plus(Duration::from_secs(9)));
        store.record_attempt(&ended).await.expect("kept");
        // One that was on its way comes too late.
        store.record_attempt(&attempt(1, "x")).await.expect("taken");
        let found = store.attempts("q", "x").await.expect("read");
        assert_eq!(found, [ended, attempt(2, "x")]);
        let jobs = async |id| store.attempted_jobs(id).await.expect("read");
        assert_eq!(jobs("r-y").await, [("q".to_owned(), "y".to_owned())]);
        assert_eq!(jobs("x").await, [("q".to_owned(), "x".to_owned())]);
        assert!(jobs("z").await.is_empty());
        assert_eq!(store.prune_attempts(NOW, 2).await.expect("pruned"), 1);
        let later = NOW.plus(KEPT).plus(Duration::from_secs(3));
        assert_eq!(store.prune_attempts(later, MOST).await.expect("pruned"), 1);
        assert_eq!(store.attempts("q", "y").await.expect("read").len(), 1);
    }
}
