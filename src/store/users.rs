use sqlx::FromRow;

use super::{Store, StoreError};
use crate::db::{Lock, fetch};
use crate::model::{CampaignDraft, Timestamp, User};

/// Longest name, in characters.
const MAX_NAME_CHARS: usize = 100;

#[derive(FromRow)]
struct Row {
    id: String,
    name: String,
    created_at: Timestamp,
}

impl From<Row> for User {
    fn from(row: Row) -> Self {
        Self { id: row.id, name: row.name, created_at: row.created_at }
    }
}

impl Store {
    /// The user of that name, without regard to case, who is added where there is none.
    ///
    /// # Errors
    /// [`StoreError::BadName`].
    pub async fn ensure_user(&self, name: &str, now: Timestamp) -> Result<User, StoreError> {
        let name = name.trim();
        let slug = CampaignDraft { name: name.to_owned(), ..CampaignDraft::default() }.slug();
        if slug.is_empty() || name.chars().count() > MAX_NAME_CHARS {
            return Err(StoreError::BadName(name.to_owned()));
        }
        let mut tx = self.db.begin(Lock::Campaigns).await?;
        let known: Option<Row> = fetch!(tx.on(), c =>
            sqlx::query_as("SELECT id, name, created_at FROM users WHERE name_key = $1")
                .bind(name.to_lowercase())
                .fetch_optional(c))?;
        if let Some(row) = known {
            return Ok(row.into());
        }
        let (mut id, mut n) = (slug.clone(), 1);
        loop {
            let made: Option<Row> = fetch!(tx.on(), c =>
                sqlx::query_as(
                    "INSERT INTO users (id, name, name_key, created_at) VALUES ($1, $2, $3, $4) \
                    ON CONFLICT DO NOTHING RETURNING id, name, created_at",
                )
                .bind(&id)
                .bind(name)
                .bind(name.to_lowercase())
                .bind(now)
                .fetch_optional(c))?;
            if let Some(row) = made {
                tx.commit().await?;
                return Ok(row.into());
            }
            n += 1;
            id = format!("{slug}-{n}");
        }
    }

    /// The user with this id, else the one of this name, without regard to case.
    ///
    /// # Errors
    /// The database failed.
    pub async fn user(&self, id_or_name: &str) -> Result<Option<User>, StoreError> {
        let row: Option<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT id, name, created_at FROM users WHERE id = $1 OR name_key = $2 \
                ORDER BY id = $1 DESC LIMIT 1",
            )
            .bind(id_or_name)
            .bind(id_or_name.to_lowercase())
            .fetch_optional(c))?;
        Ok(row.map(User::from))
    }

    /// All users, by name.
    ///
    /// # Errors
    /// The database failed.
    pub async fn users(&self) -> Result<Vec<User>, StoreError> {
        let rows: Vec<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as("SELECT id, name, created_at FROM users ORDER BY name_key")
                .fetch_all(c))?;
        Ok(rows.into_iter().map(User::from).collect())
    }
}
