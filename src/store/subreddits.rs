use std::collections::HashSet;

use super::error::{from_json, to_json};
use super::{Store, StoreError};
use crate::db::{JsonText, execute, fetch};
use crate::model::SubredditProfile;

const TABLE: &str = "subreddits";

impl Store {
    /// Keeps what is known of a subreddit in place of what was known before.
    ///
    /// # Errors
    /// The database failed.
    pub async fn upsert_subreddit(&self, profile: &SubredditProfile) -> Result<(), StoreError> {
        execute!(self.db.writer(), c =>
            sqlx::query(
                "INSERT INTO subreddits (name_key, profile, analysed_at) VALUES ($1, $2, $3) \
                ON CONFLICT (name_key) DO UPDATE \
                SET profile = excluded.profile, analysed_at = excluded.analysed_at",
            )
            .bind(profile.name.to_lowercase())
            .bind(to_json(TABLE, profile)?)
            .bind(profile.analysed_at)
            .execute(c))?;
        Ok(())
    }

    /// What is known of one subreddit, by its name without regard to case.
    ///
    /// # Errors
    /// The database failed.
    pub async fn subreddit(&self, name: &str) -> Result<Option<SubredditProfile>, StoreError> {
        let text: Option<JsonText> = fetch!(self.db.reader(), c =>
            sqlx::query_scalar("SELECT profile FROM subreddits WHERE name_key = $1")
                .bind(name.to_lowercase())
                .fetch_optional(c))?;
        if text.is_none() || !self.may_see(name).await? {
            return Ok(None);
        }
        text.map(|text| from_json(TABLE, &text)).transpose()
    }

    /// What is known of all subreddits, by name.
    ///
    /// # Errors
    /// The database failed.
    pub async fn subreddits(&self) -> Result<Vec<SubredditProfile>, StoreError> {
        let texts: Vec<JsonText> = fetch!(self.db.reader(), c =>
            sqlx::query_scalar("SELECT profile FROM subreddits ORDER BY name_key").fetch_all(c))?;
        let found: Result<Vec<SubredditProfile>, _> =
            texts.iter().map(|text| from_json(TABLE, text)).collect();
        let mut found = found?;
        if let Some(named) = self.named().await? {
            found.retain(|profile| named.contains(&profile.name.to_lowercase()));
        }
        Ok(found)
    }

    /// Whether this is a subreddit that a campaign names; to the operator every one is.
    ///
    /// # Errors
    /// The database failed.
    pub async fn may_see(&self, name: &str) -> Result<bool, StoreError> {
        Ok(self.named().await?.is_none_or(|named| named.contains(&name.to_lowercase())))
    }

    /// What is known of subreddits is nobody's own, but which are known tells what others look for:
    /// users see those that their campaigns name.
    async fn named(&self) -> Result<Option<HashSet<String>>, StoreError> {
        if self.owner().is_none() {
            return Ok(None);
        }
        let campaigns = self.campaigns().await?;
        let named = campaigns.iter().flat_map(|c| &c.subreddits).map(|name| name.to_lowercase());
        Ok(Some(named.collect()))
    }
}
