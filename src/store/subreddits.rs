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
        text.map(|text| from_json(TABLE, &text)).transpose()
    }

    /// What is known of all subreddits, by name.
    ///
    /// # Errors
    /// The database failed.
    pub async fn subreddits(&self) -> Result<Vec<SubredditProfile>, StoreError> {
        let texts: Vec<JsonText> = fetch!(self.db.reader(), c =>
            sqlx::query_scalar("SELECT profile FROM subreddits ORDER BY name_key").fetch_all(c))?;
        texts.iter().map(|text| from_json(TABLE, text)).collect()
    }
}
