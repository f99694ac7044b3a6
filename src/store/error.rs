use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::db::JsonText;

/// What can go wrong with the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A campaign of that name exists.
    #[error("there is a campaign named {name:?} already: {id}")]
    NameTaken {
        /// The name.
        name: String,
        /// The id of the campaign that has it.
        id: String,
    },
    /// The id, or the owner's place, is taken by another account.
    #[error("there is an account {id} already")]
    AccountTaken {
        /// That account.
        id: String,
    },
    /// A name that no user can have.
    #[error(
        "{0:?} cannot be a user's name: it needs a letter or digit, and at most 100 characters"
    )]
    BadName(String),
    /// The campaign was removed in the meantime.
    #[error("there is no campaign {0:?} any more")]
    NoCampaign(String),
    /// A cursor that was not made by this store.
    #[error("{0:?} is not a cursor of this list; take the `next` of the page before")]
    BadCursor(String),
    /// A row that cannot be understood.
    #[error("a row of table {table} is damaged: {source}")]
    Damaged {
        /// The table.
        table: &'static str,
        /// What was not understood.
        source: serde_json::Error,
    },
    /// The database failed; worth another try.
    #[error("the database refused a statement: {0}")]
    Sql(#[from] sqlx::Error),
}

/// JSON to be kept in a row of `table`.
pub(super) fn to_json(table: &'static str, value: &impl Serialize) -> Result<JsonText, StoreError> {
    serde_json::to_string(value)
        .map(JsonText)
        .map_err(|source| StoreError::Damaged { table, source })
}

/// JSON that was kept in a row of `table`.
pub(super) fn from_json<T: DeserializeOwned>(
    table: &'static str,
    text: &str,
) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|source| StoreError::Damaged { table, source })
}

/// A value of a text enum that was kept in a row of `table`.
pub(super) fn from_text<T: std::str::FromStr<Err = String>>(
    table: &'static str,
    text: &str,
) -> Result<T, StoreError> {
    text.parse()
        .map_err(|why: String| StoreError::Damaged { table, source: serde::de::Error::custom(why) })
}
