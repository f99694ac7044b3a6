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
    owner: Option<String>,
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
            owner: row.owner,
            status: from_text(TABLE, &row.status)?,
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}

impl Store {
    /// Adds a campaign; its id is made from its name, and from its owner where it has one.
    ///
    /// # Errors
    /// [`StoreError::NameTaken`] where one of the same owner has that name, without regard to case.
    pub async fn create_campaign(
        &self,
        draft: CampaignDraft,
        now: Timestamp,
    ) -> Result<Campaign, StoreError> {
        let mut tx = self.db.begin(Lock::Campaigns).await?;
        let key = name_key(self.owner(), &draft.name);
        taken(&mut tx, &draft.name, &key, None).await?;
        let id = free_id(&mut tx, &slug(self.owner(), &draft)).await?;
        let row: Row = fetch!(tx.on(), c =>
            sqlx::query_as(
                "INSERT INTO campaigns (id, name, name_key, description, keywords, negative_keywords, \
                subreddits, competitors, blocked_subreddits, status, version, created_at, updated_at, \
                owner) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $11, $12) RETURNING *",
            )
            .bind(&id)
            .bind(&draft.name)
            .bind(&key)
            .bind(&draft.description)
            .bind(to_json(TABLE, &draft.keywords)?)
            .bind(to_json(TABLE, &draft.negative_keywords)?)
            .bind(to_json(TABLE, &draft.subreddits)?)
            .bind(to_json(TABLE, &draft.competitors)?)
            .bind(to_json(TABLE, &draft.blocked_subreddits)?)
            .bind(CampaignStatus::Active.as_str())
            .bind(now)
            .bind(self.owner())
            .fetch_one(c))?;
        tx.commit().await?;
        row.try_into()
    }

    /// The campaign with this id, else the one with this name, without regard to case. To the
    /// operator, whose own names come first, the names of all users' campaigns mean something.
    ///
    /// # Errors
    /// The database failed.
    pub async fn campaign(&self, id_or_name: &str) -> Result<Option<Campaign>, StoreError> {
        let row: Option<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT * FROM campaigns WHERE (id = $1 OR name_key = $2 OR \
                (CAST($4 AS TEXT) IS NULL AND name_key LIKE $3 ESCAPE '\\')) \
                AND (CAST($4 AS TEXT) IS NULL OR owner = $4) \
                ORDER BY id = $1 DESC, name_key = $2 DESC, id LIMIT 1",
            )
            .bind(id_or_name)
            .bind(name_key(self.owner(), id_or_name))
            .bind(of_any_owner(id_or_name))
            .bind(self.owner())
            .fetch_optional(c))?;
        row.map(Campaign::try_from).transpose()
    }

    /// All campaigns, by name.
    ///
    /// # Errors
    /// The database failed.
    pub async fn campaigns(&self) -> Result<Vec<Campaign>, StoreError> {
        let rows: Vec<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT * FROM campaigns WHERE CAST($1 AS TEXT) IS NULL OR owner = $1",
            )
            .bind(self.owner())
            .fetch_all(c))?;
        let found: Result<Vec<Campaign>, _> = rows.into_iter().map(Campaign::try_from).collect();
        found.map(|mut campaigns| {
            campaigns.sort_by_cached_key(|c| (c.name.to_lowercase(), c.id.clone()));
            campaigns
        })
    }

    /// The ids of all campaigns.
    ///
    /// # Errors
    /// The database failed.
    pub(super) async fn campaign_ids(&self) -> Result<Vec<String>, StoreError> {
        Ok(fetch!(self.db.reader(), c =>
            sqlx::query_scalar(
                "SELECT id FROM campaigns WHERE CAST($1 AS TEXT) IS NULL OR owner = $1 ORDER BY id",
            )
            .bind(self.owner())
            .fetch_all(c))?)
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
            sqlx::query_as(
                "SELECT * FROM campaigns WHERE id = $1 AND (CAST($2 AS TEXT) IS NULL OR owner = $2)",
            )
            .bind(id)
            .bind(self.owner())
            .fetch_optional(c))?;
        let Some(row) = row else { return Ok(None) };
        let before = Campaign::try_from(row)?;
        let key = name_key(before.owner.as_deref(), &draft.name);
        taken(&mut tx, &draft.name, &key, Some(id)).await?;
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
            .bind(&key)
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
            sqlx::query(
                "UPDATE campaigns SET status = $2, updated_at = $3 \
                WHERE id = $1 AND (CAST($4 AS TEXT) IS NULL OR owner = $4)",
            )
            .bind(id)
            .bind(status.as_str())
            .bind(now)
            .bind(self.owner())
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
            sqlx::query(
                "DELETE FROM campaigns WHERE id = $1 AND (CAST($2 AS TEXT) IS NULL OR owner = $2)",
            )
            .bind(id)
            .bind(self.owner())
            .execute(c))?;
        Ok(done > 0)
    }
}

/// What stands before and behind the owner in a name's key. Names are unique for each owner: nobody
/// learns from a name that is taken what others have.
const OF: char = '\u{1f}';

fn name_key(owner: Option<&str>, name: &str) -> String {
    let name = name.to_lowercase();
    owner.map_or_else(|| name.clone(), |owner| format!("{OF}{owner}{OF}{name}"))
}

/// A pattern for the keys of this name, whoever the owner is.
fn of_any_owner(name: &str) -> String {
    let mut pattern = format!("{OF}%{OF}");
    for c in name.to_lowercase().chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern
}

/// What an id is made from; with an owner it says nothing of the ids that others have.
fn slug(owner: Option<&str>, draft: &CampaignDraft) -> String {
    let slug = draft.slug();
    let Some(owner) = owner else { return slug };
    let hash = blake3::hash(name_key(Some(owner), &slug).as_bytes()).to_hex();
    format!("{slug}-{}", &hash[..6])
}

async fn taken(
    tx: &mut Tx,
    name: &str,
    key: &str,
    by_other_than: Option<&str>,
) -> Result<(), StoreError> {
    let holder: Option<String> = fetch!(tx.on(), c =>
        sqlx::query_scalar("SELECT id FROM campaigns WHERE name_key = $1 AND id <> $2")
            .bind(key)
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
