use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::error::{from_json, to_json};
use super::{Store, StoreError};
use crate::db::{JsonText, execute, fetch};
use crate::model::Timestamp;

const TABLE: &str = "imports";

/// How far an import has come: everything before it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportCheckpoint {
    /// Lines read.
    pub lines: u64,
    /// Bytes of text read, after decompression.
    pub bytes: u64,
    /// It came to the end.
    pub finished: bool,
    /// The figures so far.
    pub summary: Value,
}

impl Store {
    /// How far the import named `key` has come.
    ///
    /// # Errors
    /// The database failed.
    pub async fn import_checkpoint(
        &self,
        key: &str,
    ) -> Result<Option<ImportCheckpoint>, StoreError> {
        let text: Option<JsonText> = fetch!(self.db.reader(), c =>
            sqlx::query_scalar("SELECT checkpoint FROM imports WHERE key = $1")
                .bind(key)
                .fetch_optional(c))?;
        text.map(|text| from_json(TABLE, &text)).transpose()
    }

    /// Notes how far the import named `key` has come.
    ///
    /// # Errors
    /// The database failed.
    pub async fn set_import_checkpoint(
        &self,
        key: &str,
        checkpoint: &ImportCheckpoint,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        execute!(self.db.writer(), c =>
            sqlx::query(
                "INSERT INTO imports (key, checkpoint, updated_at) VALUES ($1, $2, $3) \
                ON CONFLICT (key) DO UPDATE \
                SET checkpoint = excluded.checkpoint, updated_at = excluded.updated_at",
            )
            .bind(key)
            .bind(to_json(TABLE, checkpoint)?)
            .bind(now)
            .execute(c))?;
        Ok(())
    }
}
