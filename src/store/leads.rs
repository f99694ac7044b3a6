use serde::Serialize;
use sqlx::FromRow;

use super::error::{from_json, from_text, to_json};
use super::{Store, StoreError};
use crate::db::{Dialect, JsonText, Tx, bounded, execute, fetch};
use crate::model::{Lead, LeadStatus, Score, Timestamp};

const TABLE: &str = "leads";
/// Rows of which counts are the sum, where that many are too many.
const PARTS: i64 = 500;

/// How many leads of a campaign are in one status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeadCount {
    /// The campaign.
    pub campaign_id: String,
    /// The status.
    pub status: LeadStatus,
    /// How many.
    pub count: u64,
}

/// A row of the table, with all of its columns.
#[derive(FromRow)]
pub(super) struct Row {
    pub(super) seq: i64,
    id: String,
    campaign_id: String,
    score: i64,
    score_parts: JsonText,
    post: JsonText,
    judgement: JsonText,
    matched: JsonText,
    status: String,
    pub(super) found_at: Timestamp,
    updated_at: Timestamp,
}

impl TryFrom<Row> for Lead {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            campaign_id: row.campaign_id,
            post: from_json(TABLE, &row.post)?,
            score: Score {
                total: u8::try_from(row.score.clamp(0, 100)).unwrap_or(0),
                parts: from_json(TABLE, &row.score_parts)?,
            },
            judgement: from_json(TABLE, &row.judgement)?,
            matched: from_json(TABLE, &row.matched)?,
            status: from_text(TABLE, &row.status)?,
            found_at: row.found_at,
            updated_at: row.updated_at,
        })
    }
}

impl Store {
    /// One lead.
    ///
    /// # Errors
    /// The database failed.
    pub async fn lead(&self, id: &str) -> Result<Option<Lead>, StoreError> {
        let row: Option<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT * FROM leads WHERE id = $1 AND (CAST($2 AS TEXT) IS NULL OR EXISTS \
                (SELECT 1 FROM campaigns c WHERE c.id = leads.campaign_id AND c.owner = $2))",
            )
            .bind(id)
            .bind(self.owner())
            .fetch_optional(c))?;
        row.map(Lead::try_from).transpose()
    }

    /// Sets where a person stands with a lead: `None` where there is no such lead, else whether
    /// that was a change.
    ///
    /// # Errors
    /// The database failed.
    pub async fn set_lead_status(
        &self,
        id: &str,
        status: LeadStatus,
        now: Timestamp,
    ) -> Result<Option<bool>, StoreError> {
        let changed = execute!(self.db.writer(), c =>
            sqlx::query(
                "UPDATE leads SET status = $2, updated_at = $3 WHERE id = $1 AND status <> $2 \
                AND (CAST($4 AS TEXT) IS NULL OR EXISTS \
                (SELECT 1 FROM campaigns c WHERE c.id = leads.campaign_id AND c.owner = $4))",
            )
            .bind(id)
            .bind(status.as_str())
            .bind(now)
            .bind(self.owner())
            .execute(c))?;
        if changed > 0 {
            return Ok(Some(true));
        }
        Ok(self.lead(id).await?.map(|_| false))
    }

    /// Leads found after number `seq`, in the order of finding, with the number to go on from.
    ///
    /// # Errors
    /// The database failed.
    pub async fn leads_found_after(
        &self,
        seq: i64,
        limit: u32,
    ) -> Result<(Vec<Lead>, i64), StoreError> {
        let rows: Vec<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT * FROM leads WHERE seq > $1 AND (CAST($3 AS TEXT) IS NULL OR campaign_id IN \
                (SELECT id FROM campaigns WHERE owner = $3)) ORDER BY seq LIMIT $2",
            )
            .bind(seq)
            .bind(i64::from(limit))
            .bind(self.owner())
            .fetch_all(c))?;
        let next = rows.last().map_or(seq, |row| row.seq);
        let leads = rows.into_iter().map(Lead::try_from).collect::<Result<_, _>>()?;
        Ok((leads, next))
    }

    /// The number of the lead found last; 0 where there is none.
    ///
    /// # Errors
    /// The database failed.
    pub async fn current_seq(&self) -> Result<i64, StoreError> {
        Ok(fetch!(self.db.reader(), c =>
                sqlx::query_scalar("SELECT COALESCE(MAX(seq), 0) FROM leads").fetch_one(c))?)
    }

    /// How many leads there are, by campaign and status.
    ///
    /// # Errors
    /// The database failed.
    pub async fn lead_counts(&self) -> Result<Vec<LeadCount>, StoreError> {
        let rows: Vec<(String, String, i64, i64)> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT campaign_id, status, CAST(SUM(n) AS BIGINT), COUNT(*) FROM lead_counts \
                WHERE CAST($1 AS TEXT) IS NULL OR campaign_id IN \
                (SELECT id FROM campaigns WHERE owner = $1) \
                GROUP BY campaign_id, status ORDER BY campaign_id, status",
            )
            .bind(self.owner())
            .fetch_all(c))?;
        if rows.iter().map(|(.., parts)| parts).sum::<i64>() > PARTS {
            self.put_lead_counts_together().await?;
        }
        rows.into_iter()
            .filter(|(_, _, count, _)| *count > 0)
            .map(|(campaign_id, status, count, _)| {
                let status = from_text(TABLE, &status)?;
                Ok(LeadCount { campaign_id, status, count: count.unsigned_abs() })
            })
            .collect()
    }

    /// Replaces the rows of which a count is the sum by that sum. Two who do so at once each take
    /// away other rows.
    async fn put_lead_counts_together(&self) -> Result<(), StoreError> {
        match self.db.writer() {
            // One row each.
            Dialect::Sqlite(_) => Ok(()),
            Dialect::Postgres(c, limit) => {
                let statement = sqlx::query(
                    "WITH parts AS (DELETE FROM lead_counts RETURNING campaign_id, status, n) \
                    INSERT INTO lead_counts (campaign_id, status, n) \
                    SELECT campaign_id, status, SUM(n)::BIGINT FROM parts GROUP BY 1, 2 \
                    HAVING SUM(n) <> 0",
                );
                bounded(limit, statement.execute(c)).await?;
                Ok(())
            }
        }
    }
}

/// Keeps a lead; says whether it is new.
pub(super) async fn upsert(tx: &mut Tx, lead: &Lead) -> Result<bool, StoreError> {
    let known: bool = fetch!(tx.on(), c =>
        sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM leads WHERE id = $1)")
            .bind(&lead.id)
            .fetch_one(c))?;
    execute!(tx.on(), c =>
        sqlx::query(
            "INSERT INTO leads (id, campaign_id, subreddit_key, intent, status, score, score_parts, \
            post, judgement, matched, found_at, updated_at) \
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
            ON CONFLICT (id) DO UPDATE SET intent = excluded.intent, score = excluded.score, \
            score_parts = excluded.score_parts, post = excluded.post, \
            judgement = excluded.judgement, matched = excluded.matched, \
            updated_at = excluded.updated_at",
        )
        .bind(&lead.id)
        .bind(&lead.campaign_id)
        .bind(lead.post.subreddit.to_lowercase())
        .bind(lead.judgement.intent.as_str())
        .bind(lead.status.as_str())
        .bind(i64::from(lead.score.total))
        .bind(to_json(TABLE, &lead.score.parts)?)
        .bind(to_json(TABLE, &lead.post)?)
        .bind(to_json(TABLE, &lead.judgement)?)
        .bind(to_json(TABLE, &lead.matched)?)
        .bind(lead.found_at)
        .bind(lead.updated_at)
        .execute(c))?;
    Ok(!known)
}
