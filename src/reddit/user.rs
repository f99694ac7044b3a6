//! What Reddit says of a user.

use serde::{Deserialize, Serialize};

use super::loose::Loose;
use crate::model::Timestamp;

/// What Reddit says of a user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserAbout {
    /// The name without `u/`; empty where not told.
    pub name: String,
    /// When the account was made; absent where not told, as of one that is suspended.
    pub created_at: Option<Timestamp>,
    /// What others made of its submissions; absent where not told.
    pub link_karma: Option<i64>,
    /// What others made of its comments; absent where not told.
    pub comment_karma: Option<i64>,
    /// Whether Reddit took the account out of use.
    pub suspended: bool,
}

#[derive(Deserialize, Default)]
#[serde(default, bound(deserialize = "'de: 'a"))]
struct Raw<'a> {
    name: Loose<'a>,
    created_utc: Loose<'a>,
    link_karma: Loose<'a>,
    comment_karma: Loose<'a>,
    is_suspended: Loose<'a>,
}

/// Reads the inside of a `t2`, or the answer to `me`, which is the same without a wrapper.
pub(super) fn about(json: &str) -> Result<UserAbout, serde_json::Error> {
    let raw: Raw<'_> = serde_json::from_str(json)?;
    Ok(UserAbout {
        name: super::things::text(&raw.name),
        created_at: raw.created_utc.number().map(super::things::timestamp),
        link_karma: raw.link_karma.integer(),
        comment_karma: raw.comment_karma.integer(),
        suspended: raw.is_suspended.is_true(),
    })
}
