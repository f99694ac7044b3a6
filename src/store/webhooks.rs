use secrecy::{ExposeSecret, SecretString};
use sqlx::FromRow;

use super::error::from_text;
use super::keys::random_text;
use super::{Store, StoreError};
use crate::db::{execute, fetch};
use crate::model::{Timestamp, Webhook, WebhookKind};

const TABLE: &str = "webhooks";
/// Characters of a secret of ours: 256 bits.
const SECRET_CHARS: usize = 52;
/// Characters of an id.
const ID_CHARS: usize = 12;

/// A webhook with what must not be shown.
#[derive(Debug, Clone)]
pub struct SecretWebhook {
    /// What may be shown of it.
    pub webhook: Webhook,
    /// The whole address.
    pub url: SecretString,
    /// What signs its messages.
    pub secret: SecretString,
}

#[derive(FromRow)]
struct Row {
    id: String,
    owner: Option<String>,
    kind: String,
    url: String,
    secret: String,
    min_score: i64,
    created_at: Timestamp,
}

impl TryFrom<Row> for SecretWebhook {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let kind = from_text(TABLE, &row.kind)?;
        let webhook = Webhook {
            id: row.id,
            owner: row.owner,
            kind,
            url: shown(kind, &row.url),
            min_score: u8::try_from(row.min_score.clamp(0, 100)).unwrap_or(100),
            created_at: row.created_at,
        };
        Ok(Self { webhook, url: row.url.into(), secret: row.secret.into() })
    }
}

/// As much of an address as is no secret.
fn shown(kind: WebhookKind, url: &str) -> String {
    if kind == WebhookKind::Generic {
        return url.split(['?', '#']).next().unwrap_or_default().to_owned();
    }
    let rest = url.find("://").map_or(0, |at| at + 3);
    let end = url[rest..].find('/').map_or(url.len(), |at| rest + at);
    format!("{}/...", &url[..end])
}

impl Store {
    /// Adds a webhook with a secret of its own; it is the user's whose store this is.
    ///
    /// # Errors
    /// The database failed.
    pub async fn create_webhook(
        &self,
        kind: WebhookKind,
        url: &SecretString,
        min_score: u8,
        now: Timestamp,
    ) -> Result<SecretWebhook, StoreError> {
        let row: Row = fetch!(self.db.writer(), c =>
            sqlx::query_as(
                "INSERT INTO webhooks (id, owner, kind, url, secret, min_score, created_at) \
                VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING *",
            )
            .bind(random_text(ID_CHARS))
            .bind(self.owner())
            .bind(kind.as_str())
            .bind(url.expose_secret())
            .bind(random_text(SECRET_CHARS))
            .bind(i64::from(min_score))
            .bind(now)
            .fetch_one(c))?;
        row.try_into()
    }

    /// One webhook.
    ///
    /// # Errors
    /// The database failed.
    pub async fn webhook(&self, id: &str) -> Result<Option<SecretWebhook>, StoreError> {
        let row: Option<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT * FROM webhooks WHERE id = $1 AND (CAST($2 AS TEXT) IS NULL OR owner = $2)",
            )
            .bind(id)
            .bind(self.owner())
            .fetch_optional(c))?;
        row.map(SecretWebhook::try_from).transpose()
    }

    /// All webhooks, by id.
    ///
    /// # Errors
    /// The database failed.
    pub async fn webhooks(&self) -> Result<Vec<Webhook>, StoreError> {
        let rows: Vec<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT * FROM webhooks WHERE CAST($1 AS TEXT) IS NULL OR owner = $1 ORDER BY id",
            )
            .bind(self.owner())
            .fetch_all(c))?;
        rows.into_iter().map(|row| SecretWebhook::try_from(row).map(|full| full.webhook)).collect()
    }

    /// Removes a webhook; says whether there was one.
    ///
    /// # Errors
    /// The database failed.
    pub async fn delete_webhook(&self, id: &str) -> Result<bool, StoreError> {
        let done = execute!(self.db.writer(), c =>
            sqlx::query(
                "DELETE FROM webhooks WHERE id = $1 AND (CAST($2 AS TEXT) IS NULL OR owner = $2)",
            )
            .bind(id)
            .bind(self.owner())
            .execute(c))?;
        Ok(done > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_secret_in_an_address_is_not_shown() {
        let slack = shown(WebhookKind::Slack, "https://hooks.slack.com/services/T0/B0/xyz");
        assert_eq!(slack, "https://hooks.slack.com/...");
        let generic = shown(WebhookKind::Generic, "https://example.com/in?token=s#x");
        assert_eq!(generic, "https://example.com/in");
    }
}
