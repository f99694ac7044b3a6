use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use sqlx::FromRow;

use super::error::{from_json, from_text, to_json};
use super::{Store, StoreError};
use crate::db::{JsonText, execute, fetch};
use crate::model::{ClosedSubreddit, Timestamp};

const MARKS: &str = "listing_marks";
const CLOSED: &str = "closed_subreddits";

/// How far a listing was read for a campaign.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListingMark {
    /// Names of the newest posts seen, newest first; several, as posts are deleted.
    pub names: Vec<String>,
    /// What the first page is known by.
    pub etag: Option<String>,
    /// When the first page changed last, as Reddit wrote it.
    pub modified: Option<String>,
    /// Things asked for on the first page.
    pub page: u32,
    /// New posts an hour.
    pub per_hour: f64,
    /// All that there was at this time was read.
    pub until: Timestamp,
    /// When the listing was read by itself, and not together with others.
    pub alone_at: Timestamp,
}

#[derive(FromRow)]
struct MarkRow {
    listing: String,
    shape: String,
    mark: JsonText,
}

#[derive(FromRow)]
struct ClosedRow {
    campaign_id: String,
    name: String,
    state: String,
    reason: String,
    since: Timestamp,
    asked_at: Timestamp,
    tries: i64,
    next_at: Timestamp,
}

impl TryFrom<ClosedRow> for ClosedSubreddit {
    type Error = StoreError;

    fn try_from(row: ClosedRow) -> Result<Self, StoreError> {
        Ok(Self {
            campaign: row.campaign_id,
            name: row.name,
            state: from_text(CLOSED, &row.state)?,
            reason: row.reason,
            since: row.since,
            asked_at: row.asked_at,
            tries: u32::try_from(row.tries).unwrap_or(u32::MAX),
            next_at: row.next_at,
        })
    }
}

impl Store {
    /// How far listings were read for a campaign, by their keys. Marks of another shape are forgotten.
    ///
    /// # Errors
    /// The database failed.
    pub async fn listing_marks(
        &self,
        campaign_id: &str,
        shape: &str,
    ) -> Result<HashMap<String, ListingMark>, StoreError> {
        let rows: Vec<MarkRow> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT listing, shape, mark FROM listing_marks WHERE campaign_id = $1",
            )
            .bind(campaign_id)
            .fetch_all(c))?;
        let count = rows.len();
        let same = rows.into_iter().filter(|row| row.shape == shape);
        let marks: Result<HashMap<_, _>, StoreError> =
            same.map(|row| Ok((row.listing, from_json(MARKS, &row.mark)?))).collect();
        let marks = marks?;
        if marks.len() < count {
            execute!(self.db.writer(), c =>
                sqlx::query("DELETE FROM listing_marks WHERE campaign_id = $1 AND shape <> $2")
                    .bind(campaign_id)
                    .bind(shape)
                    .execute(c))?;
        }
        Ok(marks)
    }

    /// Keeps how far a listing was read for a campaign.
    ///
    /// # Errors
    /// The database failed, or there is no such campaign any more.
    pub async fn keep_listing_mark(
        &self,
        campaign_id: &str,
        listing: &str,
        shape: &str,
        mark: &ListingMark,
    ) -> Result<(), StoreError> {
        execute!(self.db.writer(), c =>
            sqlx::query(
                "INSERT INTO listing_marks (campaign_id, listing, shape, mark, read_at) \
                VALUES ($1, $2, $3, $4, $5) ON CONFLICT (campaign_id, listing) DO UPDATE \
                SET shape = excluded.shape, mark = excluded.mark, read_at = excluded.read_at",
            )
            .bind(campaign_id)
            .bind(listing)
            .bind(shape)
            .bind(to_json(MARKS, mark)?)
            .bind(mark.until)
            .execute(c))?;
        Ok(())
    }

    /// The subreddits of campaigns that Reddit said cannot be read, by name and campaign.
    ///
    /// # Errors
    /// The database failed.
    pub async fn closed_subreddits(&self) -> Result<Vec<ClosedSubreddit>, StoreError> {
        let rows: Vec<ClosedRow> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT t.campaign_id, t.name, t.state, t.reason, t.since, t.asked_at, t.tries, \
                t.next_at FROM closed_subreddits t JOIN campaigns c ON c.id = t.campaign_id \
                WHERE CAST($1 AS TEXT) IS NULL OR c.owner = $1 ORDER BY t.name_key, t.campaign_id",
            )
            .bind(self.owner())
            .fetch_all(c))?;
        rows.into_iter().map(ClosedSubreddit::try_from).collect()
    }

    /// Those of one campaign.
    ///
    /// # Errors
    /// The database failed.
    pub async fn closed_subreddits_of(
        &self,
        campaign_id: &str,
    ) -> Result<Vec<ClosedSubreddit>, StoreError> {
        let rows: Vec<ClosedRow> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT campaign_id, name, state, reason, since, asked_at, tries, next_at \
                FROM closed_subreddits WHERE campaign_id = $1 ORDER BY name_key",
            )
            .bind(campaign_id)
            .fetch_all(c))?;
        rows.into_iter().map(ClosedSubreddit::try_from).collect()
    }

    /// Keeps that a campaign's subreddit cannot be read.
    ///
    /// # Errors
    /// The database failed, or there is no such campaign any more.
    pub async fn keep_closed_subreddit(&self, closed: &ClosedSubreddit) -> Result<(), StoreError> {
        execute!(self.db.writer(), c =>
            sqlx::query(
                "INSERT INTO closed_subreddits \
                (campaign_id, name_key, name, state, reason, since, asked_at, tries, next_at) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
                ON CONFLICT (campaign_id, name_key) DO UPDATE SET name = excluded.name, \
                state = excluded.state, reason = excluded.reason, since = excluded.since, \
                asked_at = excluded.asked_at, tries = excluded.tries, next_at = excluded.next_at",
            )
            .bind(&closed.campaign)
            .bind(closed.name.to_lowercase())
            .bind(&closed.name)
            .bind(closed.state.as_str())
            .bind(&closed.reason)
            .bind(closed.since)
            .bind(closed.asked_at)
            .bind(i64::from(closed.tries))
            .bind(closed.next_at)
            .execute(c))?;
        Ok(())
    }

    /// Forgets that a campaign's subreddit could not be read.
    ///
    /// # Errors
    /// The database failed.
    pub async fn forget_closed_subreddit(
        &self,
        campaign_id: &str,
        name: &str,
    ) -> Result<(), StoreError> {
        execute!(self.db.writer(), c =>
            sqlx::query("DELETE FROM closed_subreddits WHERE campaign_id = $1 AND name_key = $2")
                .bind(campaign_id)
                .bind(name.to_lowercase())
                .execute(c))?;
        Ok(())
    }
}
