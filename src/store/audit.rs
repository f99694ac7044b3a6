use std::time::Duration;

use serde::Serialize;
use serde_json::Value;
use sqlx::FromRow;

use super::error::{from_json, from_text, to_json};
use super::{Store, StoreError};
use crate::db::{JsonText, Statement, bind, execute, fetch};
use crate::model::{Timestamp, text_enum};

const TABLE: &str = "audit";
const COLUMNS: &str = "seq, op_id, at, actor, action, target, outcome, detail";

/// Most entries that are kept.
const MOST: i64 = 100_000;
/// How long an entry is kept: more than a year, so that this month can be laid beside that of the year before.
const KEPT: Duration = Duration::from_secs(400 * 24 * 60 * 60);

text_enum! {
    /// How an operator's action ended.
    pub enum AuditOutcome {
        /// All that was meant was changed.
        Done = "done",
        /// Some of it was.
        Partly = "partly",
        /// It ended in an error; the detail says in which.
        Failed = "failed",
        /// There was nothing to change.
        Nothing = "nothing",
    }
}

/// Something that an operator did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuditEntry {
    /// Names this one action, as the command that did it has told.
    pub op_id: String,
    /// When it ended.
    pub at: Timestamp,
    /// Who: `user@host`, or a user of the API.
    pub actor: String,
    /// What was done, as in `queue.pause`.
    pub action: String,
    /// To what, as it was named; empty where nothing was.
    pub target: String,
    /// How it ended.
    pub outcome: AuditOutcome,
    /// How it was asked for, and what came of it.
    pub detail: Value,
}

/// Which entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Of this actor.
    pub actor: Option<String>,
    /// This action; without a dot, all of this noun.
    pub action: Option<String>,
    /// At or after this.
    pub since: Option<Timestamp>,
}

/// A page of entries, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditPage {
    /// The entries.
    pub entries: Vec<AuditEntry>,
    /// The cursor of the next page; none where this is the last.
    pub next: Option<String>,
}

#[derive(FromRow)]
struct Row {
    seq: i64,
    op_id: String,
    at: Timestamp,
    actor: String,
    action: String,
    target: String,
    outcome: String,
    detail: JsonText,
}

impl TryFrom<Row> for AuditEntry {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            op_id: row.op_id,
            at: row.at,
            actor: row.actor,
            action: row.action,
            target: row.target,
            outcome: from_text(TABLE, &row.outcome)?,
            detail: from_json(TABLE, &row.detail)?,
        })
    }
}

impl Store {
    /// Keeps what an operator did, and forgets what is too old or too much. What is kept already
    /// under that `op_id` stays as it is.
    ///
    /// # Errors
    /// The database failed.
    pub async fn record_audit(&self, entry: &AuditEntry) -> Result<(), StoreError> {
        // Postgres takes no text with a NUL.
        let clean = |text: &str| text.replace('\0', "\u{fffd}");
        execute!(self.db.writer(), c =>
            sqlx::query(
                "INSERT INTO audit (op_id, at, actor, action, target, outcome, detail) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (op_id) DO NOTHING",
            )
            .bind(clean(&entry.op_id))
            .bind(entry.at)
            .bind(clean(&entry.actor))
            .bind(clean(&entry.action))
            .bind(clean(&entry.target))
            .bind(entry.outcome.as_str())
            .bind(to_json(TABLE, &entry.detail)?)
            .execute(c))?;
        self.prune_audit(entry.at, MOST).await?;
        Ok(())
    }

    /// Both are found by an index, so that it costs next to nothing where there is nothing to do.
    async fn prune_audit(&self, now: Timestamp, most: i64) -> Result<u64, StoreError> {
        Ok(execute!(self.db.writer(), c =>
            sqlx::query(
                "DELETE FROM audit WHERE at < $1 OR seq <= (SELECT MAX(seq) FROM audit) - $2",
            )
            .bind(now.minus(KEPT))
            .bind(most)
            .execute(c))?)
    }

    /// A page of what operators did, newest first, behind `cursor` where there is one.
    ///
    /// # Errors
    /// [`StoreError::BadCursor`], or the database failed.
    pub async fn audit(
        &self,
        filter: &AuditFilter,
        cursor: Option<&str>,
        limit: u32,
    ) -> Result<AuditPage, StoreError> {
        let limit = limit.max(1);
        let mut query = Statement::new("SELECT ");
        query.push(COLUMNS).push(" FROM audit WHERE 1 = 1");
        push_filter(&mut query, filter);
        if let Some(cursor) = cursor {
            let bad = |_| StoreError::BadCursor(cursor.to_owned());
            query.push(" AND seq < ").push_bind(cursor.parse::<i64>().map_err(bad)?);
        }
        query.push(" ORDER BY seq DESC LIMIT ").push_bind(i64::from(limit) + 1);
        let mut rows: Vec<Row> = fetch!(self.db.reader(), c =>
            bind!(sqlx::query_as(query.sql()), query).persistent(false).fetch_all(c))?;
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        let next = rows.last().filter(|_| more).map(|row| row.seq.to_string());
        let entries = rows.into_iter().map(AuditEntry::try_from).collect::<Result<_, _>>()?;
        Ok(AuditPage { entries, next })
    }

    /// What an operator did in the action of that id.
    ///
    /// # Errors
    /// The database failed.
    pub async fn audit_entry(&self, op_id: &str) -> Result<Option<AuditEntry>, StoreError> {
        let mut query = Statement::new("SELECT ");
        query.push(COLUMNS).push(" FROM audit WHERE op_id = ").push_bind(op_id.replace('\0', ""));
        let row: Option<Row> = fetch!(self.db.reader(), c =>
            bind!(sqlx::query_as(query.sql()), query).fetch_optional(c))?;
        row.map(AuditEntry::try_from).transpose()
    }
}

impl Store {
    /// Queues and ids of the jobs that a request to the API has added, newest first, as far as that
    /// was kept.
    ///
    /// # Errors
    /// The database failed.
    pub async fn jobs_of_request(
        &self,
        request: &str,
    ) -> Result<Vec<(String, String)>, StoreError> {
        let escaped = request.replace('\0', "").replace(['%', '_', '"', '\\'], "_");
        let targets: Vec<String> = fetch!(self.db.reader(), c =>
            sqlx::query_scalar(
                "SELECT target FROM audit WHERE action = 'jobs.enqueue' \
                 AND CAST(detail AS TEXT) LIKE $1 ORDER BY seq DESC LIMIT 100",
            )
            .bind(format!("%\"request_id\"%\"{escaped}\"%"))
            .fetch_all(c))?;
        let place = |target: &str| {
            target.split_once('/').map(|(queue, id)| (queue.to_owned(), id.to_owned()))
        };
        Ok(targets.iter().filter_map(|target| place(target)).collect())
    }
}

fn push_filter(query: &mut Statement, filter: &AuditFilter) {
    let clean = |text: &str| text.replace('\0', "");
    if let Some(actor) = &filter.actor {
        query.push(" AND actor = ").push_bind(clean(actor));
    }
    if let Some(action) = &filter.action {
        // From `queue.` up to `queue/`, the next character: all of the noun.
        let action = clean(action);
        query.push(" AND (action = ").push_bind(action.clone());
        query.push(" OR (action >= ").push_bind(format!("{action}."));
        query.push(" AND action < ").push_bind(format!("{action}/")).push("))");
    }
    if let Some(since) = filter.since {
        query.push(" AND at >= ").push_bind(since);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::db::Db;

    const NOW: Timestamp = Timestamp::from_secs(1_800_000_000);

    fn entry(n: u32, actor: &str, action: &str) -> AuditEntry {
        AuditEntry {
            op_id: format!("op-{n}"),
            at: NOW.plus(Duration::from_secs(n.into())),
            actor: actor.into(),
            action: action.into(),
            target: format!("t{n}"),
            outcome: AuditOutcome::Done,
            detail: json!({"acted": n, "text": "a\u{0}b"}),
        }
    }

    async fn store() -> (tempfile::TempDir, Store) {
        let dir = tempfile::tempdir().expect("a directory");
        let store = Store::new(Db::open(dir.path()).await.expect("a database"));
        for n in 0..5 {
            let actor = if n % 2 == 0 { "ann@a" } else { "bob@b" };
            let action = ["queue.pause", "queue.resume", "queues.x"][n as usize % 3];
            store.record_audit(&entry(n, actor, action)).await.expect("kept");
        }
        (dir, store)
    }

    fn targets(page: &AuditPage) -> Vec<&str> {
        page.entries.iter().map(|entry| entry.target.as_str()).collect()
    }

    #[tokio::test]
    async fn pages_follow_one_another_and_filters_hold() {
        let (_dir, store) = store().await;
        let all = AuditFilter::default();
        let first = store.audit(&all, None, 3).await.expect("a page");
        assert_eq!(targets(&first), ["t4", "t3", "t2"]);
        // What is added meanwhile shifts nothing.
        store.record_audit(&entry(9, "ann@a", "jobs.rm")).await.expect("kept");
        let second = store.audit(&all, first.next.as_deref(), 3).await.expect("a page");
        assert_eq!((targets(&second), second.next.as_deref()), (vec!["t1", "t0"], None));
        let found = async |filter: AuditFilter| {
            let page = store.audit(&filter, None, 50).await.expect("a page");
            page.entries.into_iter().map(|entry| entry.target).collect::<Vec<_>>()
        };
        let actor = AuditFilter { actor: Some("bob@b".into()), ..AuditFilter::default() };
        assert_eq!(found(actor).await, ["t3", "t1"]);
        let noun = AuditFilter { action: Some("queue".into()), ..AuditFilter::default() };
        assert_eq!(found(noun).await, ["t4", "t3", "t1", "t0"]);
        let action = AuditFilter { action: Some("queue.pause".into()), ..AuditFilter::default() };
        assert_eq!(found(action).await, ["t3", "t0"]);
        let since = Some(NOW.plus(Duration::from_secs(4)));
        assert_eq!(found(AuditFilter { since, ..AuditFilter::default() }).await, ["t9", "t4"]);
        assert!(matches!(store.audit(&all, Some("x"), 1).await, Err(StoreError::BadCursor(_))));
    }

    #[tokio::test]
    async fn an_entry_is_found_by_its_id_and_kept_once() {
        let (_dir, store) = store().await;
        store.record_audit(&entry(1, "eve@e", "queue.rm")).await.expect("kept");
        assert_eq!(
            store.audit_entry("op-1").await.expect("read"),
            Some(entry(1, "bob@b", "queue.resume"))
        );
        assert_eq!(store.audit_entry("op-7").await.expect("read"), None);
    }

    #[tokio::test]
    async fn what_is_old_or_too_much_is_forgotten() {
        let (_dir, store) = store().await;
        let left = async || {
            let page = store.audit(&AuditFilter::default(), None, 50).await.expect("a page");
            page.entries.into_iter().map(|entry| entry.target).collect::<Vec<_>>()
        };
        assert_eq!(store.prune_audit(NOW, 3).await.expect("pruned"), 2);
        assert_eq!(left().await, ["t4", "t3", "t2"]);
        let later = NOW.plus(KEPT).plus(Duration::from_secs(4));
        assert_eq!(store.prune_audit(later, MOST).await.expect("pruned"), 2);
        assert_eq!(left().await, ["t4"]);
    }
}
