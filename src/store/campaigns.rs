use sqlx::FromRow;

use super::error::{from_json, from_text, to_json};
use super::{Store, StoreError};
use crate::db::{JsonText, Lock, Tx, execute, fetch};
use crate::model::{Campaign, CampaignDraft, CampaignStatus, Timestamp};

const TABLE: &str = "campaigns";

#[derive(FromRow)]
struct Row {
    id: String,
    name: String,
    description: String,
    keywords: JsonText,
    negative_keywords: JsonText,
    subreddits: JsonText,
    competitors: JsonText,
    blocked_subreddits: JsonText,
    status: String,
    version: i64,
    created_at: Timestamp,
    updated_at: Timestamp,
}

impl TryFrom<Row> for Campaign {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            name: row.name,
            description: row.description,
            keywords: from_json(TABLE, &row.keywords)?,
            negative_keywords: from_json(TABLE, &row.negative_keywords)?,
            subreddits: from_json(TABLE, &row.subreddits)?,
            competitors: from_json(TABLE, &row.competitors)?,
            blocked_subreddits: from_json(TABLE, &row.blocked_subreddits)?,
            status: from_text(TABLE, &row.status)?,
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}

impl Store {
    /// Adds a campaign; its id is made from its name.
    ///
    /// # Errors
    /// [`StoreError::NameTaken`] where one has that name, without regard to case.
    pub async fn create_campaign(
        &self,
        draft: CampaignDraft,
        now: Timestamp,
    ) -> Result<Campaign, StoreError> {
        let mut tx = self.db.begin(Lock::Campaigns).await?;
        taken(&mut tx, &draft.name, None).await?;
        let id = free_id(&mut tx, &draft.slug()).await?;
        let row: Row = fetch!(tx.on(), c =>
            sqlx::query_as(
                "INSERT INTO campaigns (id, name, name_key, description, keywords, negative_keywords, \
                subreddits, competitors, blocked_subreddits, status, version, created_at, updated_at) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $11) RETURNING *",
            )
            .bind(&id)
            .bind(&draft.name)
            .bind(draft.name.to_lowercase())
            .bind(&draft.description)
            .bind(to_json(TABLE, &draft.keywords)?)
            .bind(to_json(TABLE, &draft.negative_keywords)?)
            .bind(to_json(TABLE, &draft.subreddits)?)
            .bind(to_json(TABLE, &draft.competitors)?)
            .bind(to_json(TABLE, &draft.blocked_subreddits)?)
            .bind(CampaignStatus::Active.as_str())
            .bind(now)
            .fetch_one(c))?;
        tx.commit().await?;
        row.try_into()
    }

    /// The campaign with this id, else the one with this name, without regard to case.
    ///
    /// # Errors
    /// The database failed.
    pub async fn campaign(&self, id_or_name: &str) -> Result<Option<Campaign>, StoreError> {
        let row: Option<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT * FROM campaigns WHERE id = $1 OR name_key = $2 ORDER BY id = $1 DESC \
                LIMIT 1",
            )
            .bind(id_or_name)
            .bind(id_or_name.to_lowercase())
            .fetch_optional(c))?;
        row.map(Campaign::try_from).transpose()
    }

    /// All campaigns, by name.
    ///
    /// # Errors
    /// The database failed.
    pub async fn campaigns(&self) -> Result<Vec<Campaign>, StoreError> {
        let rows: Vec<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as("SELECT * FROM campaigns ORDER BY name_key").fetch_all(c))?;
        rows.into_iter().map(Campaign::try_from).collect()
    }

    /// Replaces what a campaign says. Its version grows where anything changed that decides what
    /// is a lead, so that posts are judged again. `None` where there is no such campaign.
    ///
    /// # Errors
    /// [`StoreError::NameTaken`].
    pub async fn update_campaign(
        &self,
        id: &str,
        draft: CampaignDraft,
        now: Timestamp,
    ) -> Result<Option<Campaign>, StoreError> {
        let mut tx = self.db.begin(Lock::Campaigns).await?;
        let row: Option<Row> = fetch!(tx.on(), c =>
            sqlx::query_as("SELECT * FROM campaigns WHERE id = $1").bind(id).fetch_optional(c))?;
        let Some(row) = row else { return Ok(None) };
        let before = Campaign::try_from(row)?;
        taken(&mut tx, &draft.name, Some(id)).await?;
        let same = CampaignDraft { name: draft.name.clone(), ..before.clone().into() } == draft;
        let version = before.version + i64::from(!same);
        let row: Row = fetch!(tx.on(), c =>
            sqlx::query_as(
                "UPDATE campaigns SET name = $2, name_key = $3, description = $4, keywords = $5, \
                negative_keywords = $6, subreddits = $7, competitors = $8, blocked_subreddits = $9, \
                version = $10, updated_at = $11 WHERE id = $1 RETURNING *",
            )
            .bind(id)
            .bind(&draft.name)
            .bind(draft.name.to_lowercase())
            .bind(&draft.description)
            .bind(to_json(TABLE, &draft.keywords)?)
            .bind(to_json(TABLE, &draft.negative_keywords)?)
            .bind(to_json(TABLE, &draft.subreddits)?)
            .bind(to_json(TABLE, &draft.competitors)?)
            .bind(to_json(TABLE, &draft.blocked_subreddits)?)
            .bind(version)
            .bind(now)
            .fetch_one(c))?;
        tx.commit().await?;
        Campaign::try_from(row).map(Some)
    }

    /// Pauses a campaign or lets it go on; says whether there is such a campaign.
    ///
    /// # Errors
    /// The database failed.
    pub async fn set_campaign_status(
        &self,
        id: &str,
        status: CampaignStatus,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let done = execute!(self.db.writer(), c =>
            sqlx::query("UPDATE campaigns SET status = $2, updated_at = $3 WHERE id = $1")
                .bind(id)
                .bind(status.as_str())
                .bind(now)
                .execute(c))?;
        Ok(done > 0)
    }

    /// Removes a campaign with its leads and all that was judged for it; says whether there was
    /// such a campaign.
    ///
    /// # Errors
    /// The database failed.
    pub async fn delete_campaign(&self, id: &str) -> Result<bool, StoreError> {
        let done = execute!(self.db.writer(), c =>
            sqlx::query("DELETE FROM campaigns WHERE id = $1").bind(id).execute(c))?;
        Ok(done > 0)
    }
}

async fn taken(tx: &mut Tx, name: &str, by_other_than: Option<&str>) -> Result<(), StoreError> {
    let holder: Option<String> = fetch!(tx.on(), c =>
        sqlx::query_scalar("SELECT id FROM campaigns WHERE name_key = $1 AND id <> $2")
            .bind(name.to_lowercase())
            .bind(by_other_than.unwrap_or_default())
            .fetch_optional(c))?;
    match holder {
        Some(id) => Err(StoreError::NameTaken { name: name.to_owned(), id }),
        None => Ok(()),
    }
}

/// `slug`, or with `-2`, `-3` and so on behind it where that is taken.
async fn free_id(tx: &mut Tx, slug: &str) -> Result<String, StoreError> {
    let mut id = slug.to_owned();
    let mut n = 1;
    loop {
        let found: bool = fetch!(tx.on(), c =>
            sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM campaigns WHERE id = $1)")
                .bind(&id)
                .fetch_one(c))?;
        if !found {
            return Ok(id);
        }
        n += 1;
        id = format!("{slug}-{n}");
    }
}
