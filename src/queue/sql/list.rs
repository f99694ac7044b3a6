use serde_json::Value;
use sqlx::FromRow;

use super::SqlQueue;
use super::events::{Event, record};
use super::rows::{ACTIVE, COMPLETED, DELAYED, FAILED, JobRow, READY, kept_text};
use crate::db::{JsonText, Lock, Statement, bind, execute, fetch};
use crate::model::Timestamp;
use crate::queue::{
    EventKind, Job, JobPage, JobState, LogLine, LogPage, PageRequest, QueueCounts, QueueError,
    check,
};

/// Lines kept of a job's log.
const LOG_LINES: i64 = 1_000;
/// Longest line of a log, in characters.
const LOG_CHARS: usize = 4_000;

/// A part of the list: the jobs of one lane, in the order in which they are told.
struct Section {
    lane: i64,
    /// Whether the ranked ones, those without rank, or both.
    ranked: Option<bool>,
    newest_first: bool,
}

/// The place behind a job in a list.
struct Place {
    section: usize,
    rank: i64,
    position: i64,
    seq: i64,
}

impl Place {
    fn parse(text: &str) -> Result<Self, QueueError> {
        let parts: Vec<i64> = text.split('.').filter_map(|part| part.parse().ok()).collect();
        match parts[..] {
            [section, rank, position, seq] => Ok(Self {
                section: usize::try_from(section).unwrap_or(usize::MAX),
                rank,
                position,
                seq,
            }),
            _ => Err(QueueError::Invalid(format!(
                "{text:?} is not a cursor of a list of jobs; take the `next` of the page before"
            ))),
        }
    }
}

#[derive(FromRow)]
struct CountRow {
    lane: i64,
    ranked: bool,
    n: i64,
}

impl SqlQueue {
    pub(super) async fn count_jobs(&self, queue: &str) -> Result<QueueCounts, QueueError> {
        let mut counts = QueueCounts::default();
        let Some(queue_id) = self.known(queue).await? else { return Ok(counts) };
        let mut tx = self.db.begin_read().await?;
        counts.is_paused = fetch!(tx.on(), c =>
            sqlx::query_scalar("SELECT paused FROM queues WHERE id = $1")
                .bind(queue_id)
                .fetch_one(c))?;
        let rows: Vec<CountRow> = fetch!(tx.on(), c =>
            sqlx::query_as("SELECT lane, ranked, n FROM queue_counts WHERE queue_id = $1")
                .bind(queue_id)
                .fetch_all(c))?;
        for CountRow { lane, ranked, n } in rows {
            let n = u64::try_from(n).unwrap_or(0);
            match lane {
                READY if ranked => counts.prioritized += n,
                READY if counts.is_paused => counts.paused += n,
                READY => counts.waiting += n,
                DELAYED => counts.delayed += n,
                ACTIVE => counts.active += n,
                COMPLETED => counts.completed += n,
                _ => counts.failed += n,
            }
        }
        // From rank to rank, and to the first of each: a scan would pass over all that wait.
        let oldest: Option<i64> = fetch!(tx.on(), c =>
            sqlx::query_scalar(
                "WITH RECURSIVE ranks (r) AS ( \
                SELECT MIN(rank) FROM jobs WHERE queue_id = $1 AND lane = $2 \
                UNION ALL \
                SELECT (SELECT MIN(rank) FROM jobs WHERE queue_id = $1 AND lane = $2 AND rank > r) \
                FROM ranks WHERE r IS NOT NULL) \
                SELECT MIN((SELECT MIN(position) FROM jobs \
                WHERE queue_id = $1 AND lane = $2 AND rank = r AND position > 0)) \
                FROM ranks WHERE r IS NOT NULL",
            )
            .bind(queue_id)
            .bind(READY)
            .fetch_one(c))?;
        counts.oldest_waiting_at = oldest.map(Timestamp::from_millis);
        Ok(counts)
    }

    pub(super) async fn get_job(&self, queue: &str, id: &str) -> Result<Option<Job>, QueueError> {
        let Some(queue_id) = self.known(queue).await? else { return Ok(None) };
        let row: Option<JobRow> = fetch!(self.db.reader(), c =>
            sqlx::query_as("SELECT * FROM jobs WHERE queue_id = $1 AND id = $2")
                .bind(queue_id)
                .bind(id)
                .fetch_optional(c))?;
        let Some(row) = row else { return Ok(None) };
        let paused = self.is_paused(queue_id).await?;
        Ok(Some(row.into_job(queue, paused)))
    }

    async fn is_paused(&self, queue_id: i64) -> Result<bool, QueueError> {
        Ok(fetch!(self.db.reader(), c =>
                sqlx::query_scalar("SELECT paused FROM queues WHERE id = $1")
                    .bind(queue_id)
                    .fetch_one(c))?)
    }

    pub(super) async fn list_jobs(
        &self,
        queue: &str,
        states: &[JobState],
        page: PageRequest,
    ) -> Result<JobPage, QueueError> {
        let Some(queue_id) = self.known(queue).await? else {
            return Ok(JobPage { jobs: Vec::new(), next: None });
        };
        let paused = self.is_paused(queue_id).await?;
        let sections = sections(states, paused);
        let mut after = page.cursor.as_deref().map(Place::parse).transpose()?;
        let wanted = page.limit.max(1) as usize;
        let mut rows: Vec<(usize, JobRow)> = Vec::new();
        let first = after.as_ref().map_or(0, |place| place.section);
        for (number, section) in sections.iter().enumerate().skip(first) {
            let left = i64::try_from(wanted + 1 - rows.len()).unwrap_or(1);
            let found = self.section(queue_id, section, after.take(), left).await?;
            rows.extend(found.into_iter().map(|row| (number, row)));
            if rows.len() > wanted {
                break;
            }
        }
        let more = rows.len() > wanted;
        rows.truncate(wanted);
        let next = rows
            .last()
            .filter(|_| more)
            .map(|(section, row)| format!("{section}.{}.{}.{}", row.rank, row.position, row.seq));
        let jobs = rows.into_iter().map(|(_, row)| row.into_job(queue, paused)).collect();
        Ok(JobPage { jobs, next })
    }

    async fn section(
        &self,
        queue_id: i64,
        section: &Section,
        after: Option<Place>,
        limit: i64,
    ) -> Result<Vec<JobRow>, QueueError> {
        let (ranks, order, beyond) = match (section.ranked, section.newest_first) {
            (Some(true), _) => (" AND rank > 0", "rank, position, seq", ">"),
            (Some(false), _) => (" AND rank = 0", "rank, position, seq", ">"),
            (None, false) => ("", "rank, position, seq", ">"),
            (None, true) => ("", "rank DESC, position DESC, seq DESC", "<"),
        };
        let mut query = Statement::new("SELECT * FROM jobs WHERE queue_id = ");
        query.push_bind(queue_id).push(" AND lane = ").push_bind(section.lane).push(ranks);
        if let Some(place) = after {
            query.push(" AND (rank, position, seq) ").push(beyond).push(" (");
            query.push_bind(place.rank).push(", ").push_bind(place.position);
            query.push(", ").push_bind(place.seq).push(")");
        }
        query.push(" ORDER BY ").push(order).push(" LIMIT ").push_bind(limit);
        Ok(fetch!(self.db.reader(), c => bind!(sqlx::query_as(query.sql()), query).fetch_all(c))?)
    }

    pub(super) async fn read_logs(
        &self,
        queue: &str,
        id: &str,
        from: u64,
        limit: u32,
    ) -> Result<LogPage, QueueError> {
        let seq = self.seq(queue, id).await?;
        let lines: Vec<(i64, Timestamp, String)> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT number, at, text FROM job_logs WHERE job_seq = $1 AND number >= $2 \
                ORDER BY number LIMIT $3",
            )
            .bind(seq)
            .bind(i64::try_from(from).unwrap_or(i64::MAX))
            .bind(i64::from(limit))
            .fetch_all(c))?;
        let total: i64 = fetch!(self.db.reader(), c =>
            sqlx::query_scalar(
                "SELECT COALESCE(MAX(number) + 1, 0) FROM job_logs WHERE job_seq = $1",
            )
            .bind(seq)
            .fetch_one(c))?;
        let lines = lines
            .into_iter()
            .map(|(n, at, text)| LogLine { number: n.unsigned_abs(), at: Some(at), text })
            .collect();
        Ok(LogPage { lines, total: total.unsigned_abs() })
    }

    async fn seq(&self, queue: &str, id: &str) -> Result<i64, QueueError> {
        let missing = || Self::no_such_job(queue, id);
        let queue_id = self.known(queue).await?.ok_or_else(missing)?;
        let seq: Option<i64> = fetch!(self.db.reader(), c =>
            sqlx::query_scalar("SELECT seq FROM jobs WHERE queue_id = $1 AND id = $2")
                .bind(queue_id)
                .bind(id)
                .fetch_optional(c))?;
        seq.ok_or_else(missing)
    }

    pub(super) async fn write_log(
        &self,
        queue: &str,
        id: &str,
        line: &str,
    ) -> Result<(), QueueError> {
        let seq = self.seq(queue, id).await?;
        let text = kept_text(line, LOG_CHARS);
        let mut tx = self.db.begin(Lock::JobLog(seq)).await?;
        let number: i64 = fetch!(tx.on(), c =>
            sqlx::query_scalar(
                "INSERT INTO job_logs (job_seq, number, at, text) \
                SELECT $1, COALESCE(MAX(number) + 1, 0), $2, $3 FROM job_logs WHERE job_seq = $1 \
                RETURNING number",
            )
            .bind(seq)
            .bind(self.clock.now())
            .bind(&text)
            .fetch_one(c))?;
        if number >= LOG_LINES {
            execute!(tx.on(), c =>
                sqlx::query("DELETE FROM job_logs WHERE job_seq = $1 AND number <= $2")
                    .bind(seq)
                    .bind(number - LOG_LINES)
                    .execute(c))?;
        }
        Ok(tx.commit().await?)
    }

    pub(super) async fn write_progress(
        &self,
        queue: &str,
        id: &str,
        progress: &Value,
    ) -> Result<(), QueueError> {
        let text = JsonText(check::progress(progress)?);
        let missing = || Self::no_such_job(queue, id);
        let queue_id = self.known(queue).await?.ok_or_else(missing)?;
        let mut tx = self.db.begin(Lock::Queue(queue_id)).await?;
        let done = execute!(tx.on(), c =>
            sqlx::query("UPDATE jobs SET progress = $3 WHERE queue_id = $1 AND id = $2")
                .bind(queue_id)
                .bind(id)
                .bind(&text)
                .execute(c))?;
        if done == 0 {
            return Err(missing());
        }
        let event = Event { data: progress.clone(), ..Event::of(EventKind::Progress, id) };
        record(&mut tx, queue_id, self.clock.now(), &[event]).await?;
        Ok(tx.commit().await?)
    }
}

/// The sections that hold jobs in `states`, in the order of the list.
fn sections(states: &[JobState], paused: bool) -> Vec<Section> {
    let asked = |state| states.is_empty() || states.contains(&state);
    let mut sections = Vec::new();
    let mut push = |lane, ranked, newest_first| {
        sections.push(Section { lane, ranked, newest_first });
    };
    if asked(JobState::Active) {
        push(ACTIVE, None, false);
    }
    // While a queue is paused, its waiting jobs are told as paused.
    if asked(if paused { JobState::Paused } else { JobState::Waiting }) {
        push(READY, Some(false), false);
    }
    if asked(JobState::Prioritized) {
        push(READY, Some(true), false);
    }
    if asked(JobState::Delayed) {
        push(DELAYED, None, false);
    }
    if asked(JobState::Failed) {
        push(FAILED, None, true);
    }
    if asked(JobState::Completed) {
        push(COMPLETED, None, true);
    }
    sections
}
