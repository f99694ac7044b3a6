use sqlx::FromRow;

use super::error::from_text;
use super::{Store, StoreError};
use crate::db::{Lock, execute, fetch};
use crate::model::{RedditAccount, Timestamp};

const TABLE: &str = "reddit_accounts";

/// An account with its secrets, which are sealed.
#[derive(Debug, Clone)]
pub struct SealedAccount {
    /// What may be shown of it.
    pub account: RedditAccount,
    /// What the key that sealed the secrets is known by.
    pub key_id: String,
    /// The app's secret; none for an app that has none.
    pub client_secret: Option<String>,
    /// The refresh token, or the password.
    pub token: String,
}

#[derive(FromRow)]
struct Row {
    id: String,
    owner: Option<String>,
    username: String,
    client_id: String,
    grant_type: String,
    scope: Option<String>,
    key_id: String,
    client_secret: Option<String>,
    token: String,
    created_at: Timestamp,
    updated_at: Timestamp,
}

impl TryFrom<Row> for SealedAccount {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let account = RedditAccount {
            grant: from_text(TABLE, &row.grant_type)?,
            id: row.id,
            owner: row.owner,
            username: row.username,
            client_id: row.client_id,
            scope: row.scope,
            created_at: row.created_at,
            updated_at: row.updated_at,
        };
        let (client_secret, token) = (row.client_secret, row.token);
        Ok(Self { account, key_id: row.key_id, client_secret, token })
    }
}

impl Store {
    /// Adds an account. With `replace` it takes the place of one with the same id and owner, whose
    /// time of adding it keeps.
    ///
    /// # Errors
    /// [`StoreError::AccountTaken`] where the id is another's, or the owner has an account already.
    pub async fn add_account(
        &self,
        sealed: &SealedAccount,
        replace: bool,
    ) -> Result<RedditAccount, StoreError> {
        let account = &sealed.account;
        let mut tx = self.db.begin(Lock::Campaigns).await?;
        let others: Vec<(String, Option<String>)> = fetch!(tx.on(), c =>
            sqlx::query_as(
                "SELECT id, owner FROM reddit_accounts \
                WHERE id = $1 OR COALESCE(owner, '') = $2 ORDER BY id",
            )
            .bind(&account.id)
            .bind(account.owner.as_deref().unwrap_or_default())
            .fetch_all(c))?;
        let same = |(id, owner): &&(String, Option<String>)| {
            replace && *id == account.id && *owner == account.owner
        };
        if let Some((id, _)) = others.iter().find(|other| !same(other)) {
            return Err(StoreError::AccountTaken { id: id.clone() });
        }
        let row: Row = fetch!(tx.on(), c =>
            sqlx::query_as(
                "INSERT INTO reddit_accounts (id, owner, username, client_id, grant_type, scope, \
                key_id, client_secret, token, created_at, updated_at) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
                ON CONFLICT (id) DO UPDATE SET username = excluded.username, \
                client_id = excluded.client_id, grant_type = excluded.grant_type, \
                scope = excluded.scope, key_id = excluded.key_id, \
                client_secret = excluded.client_secret, token = excluded.token, \
                updated_at = excluded.updated_at RETURNING *",
            )
            .bind(&account.id)
            .bind(&account.owner)
            .bind(&account.username)
            .bind(&account.client_id)
            .bind(account.grant.as_str())
            .bind(&account.scope)
            .bind(&sealed.key_id)
            .bind(&sealed.client_secret)
            .bind(&sealed.token)
            .bind(account.created_at)
            .bind(account.updated_at)
            .fetch_one(c))?;
        tx.commit().await?;
        SealedAccount::try_from(row).map(|sealed| sealed.account)
    }

    /// One account, by its id.
    ///
    /// # Errors
    /// The database failed.
    pub async fn account(&self, id: &str) -> Result<Option<SealedAccount>, StoreError> {
        let row: Option<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT * FROM reddit_accounts \
                WHERE id = $1 AND (CAST($2 AS TEXT) IS NULL OR owner = $2)",
            )
            .bind(id)
            .bind(self.owner())
            .fetch_optional(c))?;
        row.map(SealedAccount::try_from).transpose()
    }

    /// The account of this owner; that of the installation where none is given.
    ///
    /// # Errors
    /// The database failed.
    pub async fn account_of(
        &self,
        owner: Option<&str>,
    ) -> Result<Option<SealedAccount>, StoreError> {
        let row: Option<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as("SELECT * FROM reddit_accounts WHERE COALESCE(owner, '') = $1")
                .bind(owner.unwrap_or_default())
                .fetch_optional(c))?;
        row.map(SealedAccount::try_from).transpose()
    }

    /// All accounts, by id.
    ///
    /// # Errors
    /// The database failed.
    pub async fn accounts(&self) -> Result<Vec<SealedAccount>, StoreError> {
        let rows: Vec<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT * FROM reddit_accounts \
                WHERE CAST($1 AS TEXT) IS NULL OR owner = $1 ORDER BY id",
            )
            .bind(self.owner())
            .fetch_all(c))?;
        rows.into_iter().map(SealedAccount::try_from).collect()
    }

    /// Keeps another token of an account, sealed with the same key as the one before.
    ///
    /// # Errors
    /// The database failed.
    pub async fn set_account_token(
        &self,
        id: &str,
        key_id: &str,
        token: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        execute!(self.db.writer(), c =>
            sqlx::query(
                "UPDATE reddit_accounts SET token = $3, updated_at = $4 \
                WHERE id = $1 AND key_id = $2",
            )
            .bind(id)
            .bind(key_id)
            .bind(token)
            .bind(now)
            .execute(c))?;
        Ok(())
    }

    /// Removes an account; says whether there was one.
    ///
    /// # Errors
    /// The database failed.
    pub async fn delete_account(&self, id: &str) -> Result<bool, StoreError> {
        let done = execute!(self.db.writer(), c =>
            sqlx::query(
                "DELETE FROM reddit_accounts \
                WHERE id = $1 AND (CAST($2 AS TEXT) IS NULL OR owner = $2)",
            )
            .bind(id)
            .bind(self.owner())
            .execute(c))?;
        Ok(done > 0)
    }
}
