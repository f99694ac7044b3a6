use blake3::Hash;
use secrecy::SecretString;
use sqlx::FromRow;

use super::error::from_text;
use super::{Store, StoreError};
use crate::db::{execute, fetch};
use crate::model::{ApiKey, Scope, Timestamp};

const TABLE: &str = "api_keys";
/// What every key begins with, so that one that has leaked is known for what it is.
const PREFIX: &str = "lck";
/// Characters of a key's public id.
const ID_CHARS: usize = 12;
/// Characters of its secret: 52 of base 32 hold 256 bits.
const SECRET_CHARS: usize = 52;
const COLUMNS: &str = "id, user_id, hash, scope, created_at, expires_at, last_used_at, revoked_at";

/// A key that was just made. This is the only time that it can be had.
#[derive(Debug)]
pub struct NewKey {
    /// The key itself.
    pub key: SecretString,
    /// What is kept of it.
    pub record: ApiKey,
}

#[derive(FromRow)]
struct Row {
    id: String,
    user_id: String,
    hash: String,
    scope: String,
    created_at: Timestamp,
    expires_at: Option<Timestamp>,
    last_used_at: Option<Timestamp>,
    revoked_at: Option<Timestamp>,
}

impl TryFrom<Row> for ApiKey {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            user: row.user_id,
            scope: from_text(TABLE, &row.scope)?,
            created_at: row.created_at,
            expires_at: row.expires_at,
            last_used_at: row.last_used_at,
            revoked_at: row.revoked_at,
        })
    }
}

impl Store {
    /// Makes a key for a user.
    ///
    /// # Errors
    /// The database failed, or there is no such user.
    pub async fn create_key(
        &self,
        user: &str,
        scope: Scope,
        expires_at: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<NewKey, StoreError> {
        let (id, secret) = (random_text(ID_CHARS), random_text(SECRET_CHARS));
        let key = format!("{PREFIX}_{id}_{secret}");
        let row: Row = fetch!(self.db.writer(), c =>
            sqlx::query_as(sqlx::AssertSqlSafe(format!(
                "INSERT INTO api_keys (id, user_id, hash, scope, created_at, expires_at) \
                VALUES ($1, $2, $3, $4, $5, $6) RETURNING {COLUMNS}"
            )))
            .bind(&id)
            .bind(user)
            .bind(hash(&key).to_hex().as_str())
            .bind(scope.as_str())
            .bind(now)
            .bind(expires_at)
            .fetch_one(c))?;
        Ok(NewKey { key: key.into(), record: row.try_into()? })
    }

    /// All keys, newest first; those of one user where one is given.
    ///
    /// # Errors
    /// The database failed.
    pub async fn keys(&self, user: Option<&str>) -> Result<Vec<ApiKey>, StoreError> {
        let rows: Vec<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as(sqlx::AssertSqlSafe(format!(
                "SELECT {COLUMNS} FROM api_keys \
                WHERE CAST($1 AS TEXT) IS NULL OR user_id = $1 ORDER BY created_at DESC, id"
            )))
            .bind(user)
            .fetch_all(c))?;
        rows.into_iter().map(ApiKey::try_from).collect()
    }

    /// The key that was presented, whether or not it is still valid; `None` where it is not one.
    ///
    /// # Errors
    /// The database failed.
    pub async fn key(&self, presented: &str) -> Result<Option<ApiKey>, StoreError> {
        let Some(id) = public_id(presented) else { return Ok(None) };
        let row: Option<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT id, user_id, hash, scope, created_at, expires_at, last_used_at, revoked_at \
                FROM api_keys WHERE id = $1",
            )
            .bind(id)
            .fetch_optional(c))?;
        let Some(row) = row else { return Ok(None) };
        // Hashes are compared in constant time.
        let same = Hash::from_hex(&row.hash).is_ok_and(|kept| kept == hash(presented));
        if same { ApiKey::try_from(row).map(Some) } else { Ok(None) }
    }

    /// Whether a key has ever been made.
    ///
    /// # Errors
    /// The database failed.
    pub async fn has_keys(&self) -> Result<bool, StoreError> {
        Ok(fetch!(self.db.reader(), c =>
            sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM api_keys)").fetch_one(c))?)
    }

    /// Notes that a key was used.
    ///
    /// # Errors
    /// The database failed.
    pub async fn touch_key(&self, id: &str, now: Timestamp) -> Result<(), StoreError> {
        execute!(self.db.writer(), c =>
            sqlx::query("UPDATE api_keys SET last_used_at = $2 WHERE id = $1")
                .bind(id)
                .bind(now)
                .execute(c))?;
        Ok(())
    }

    /// Takes a key out of use: `None` where there is no such key, else whether that was a change.
    ///
    /// # Errors
    /// The database failed.
    pub async fn revoke_key(&self, id: &str, now: Timestamp) -> Result<Option<bool>, StoreError> {
        let sql = "UPDATE api_keys SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL";
        let changed = execute!(self.db.writer(), c =>
            sqlx::query(sql).bind(id).bind(now).execute(c))?;
        if changed > 0 {
            return Ok(Some(true));
        }
        let there: bool = fetch!(self.db.reader(), c =>
            sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM api_keys WHERE id = $1)")
                .bind(id)
                .fetch_one(c))?;
        Ok(there.then_some(false))
    }
}

/// The public id in a key of the right shape.
fn public_id(key: &str) -> Option<&str> {
    let mut parts = key.split('_');
    let (prefix, id, secret) = (parts.next()?, parts.next()?, parts.next()?);
    let fits = prefix == PREFIX
        && parts.next().is_none()
        && id.len() == ID_CHARS
        && secret.len() == SECRET_CHARS;
    fits.then_some(id)
}

fn hash(key: &str) -> Hash {
    blake3::hash(key.as_bytes())
}

/// So many characters of base 32, each with five bits from the operating system's generator.
pub(super) fn random_text(chars: usize) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    (0..chars).map(|_| char::from(ALPHABET[usize::from(rand::random::<u8>() & 31)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_looks_like_a_key_is_looked_up() {
        let secret = "a".repeat(SECRET_CHARS);
        assert_eq!(public_id(&format!("lck_0123456789ab_{secret}")), Some("0123456789ab"));
        for wrong in ["", "lck", "lck__", "lck_0123456789ab_", "xyz_0123456789ab_aaaa", "ü_ü_ü"]
        {
            assert_eq!(public_id(wrong), None, "{wrong}");
        }
        assert_eq!(public_id(&format!("lck_0123456789ab_{secret}_a")), None);
    }

    #[test]
    fn secrets_hold_256_bits_and_do_not_repeat() {
        let (one, other) = (random_text(SECRET_CHARS), random_text(SECRET_CHARS));
        assert!(one != other && one.len() * 5 >= 256, "{one} {other}");
    }
}
