use serde::{Deserialize, Serialize};

use super::{Timestamp, text_enum};

text_enum! {
    /// What a key of the API allows; each scope allows all that stands before it.
    pub enum Scope {
        /// Look.
        Read = "read",
        /// Change what is the user's own.
        Write = "write",
        /// See and change everything, whoever owns it.
        Admin = "admin",
    }
}

/// Somebody who uses the API.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// Short stable name in lower case, made from the name; unique.
    pub id: String,
    /// As people read it; unique without regard to case.
    pub name: String,
    /// When the user was added.
    pub created_at: Timestamp,
}

/// A key of the API, as far as it is kept: the secret in it is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiKey {
    /// Its public id, the part of the key behind `lck_`.
    pub id: String,
    /// The id of the user whose it is.
    pub user: String,
    /// What it allows.
    pub scope: Scope,
    /// When it was made.
    pub created_at: Timestamp,
    /// From when on it is not taken any more.
    pub expires_at: Option<Timestamp>,
    /// When it was last used, to the minute.
    pub last_used_at: Option<Timestamp>,
    /// Since when it is not taken any more, by an operator's word.
    pub revoked_at: Option<Timestamp>,
}

impl ApiKey {
    /// Whether it is taken at `now`.
    pub fn is_valid(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && self.expires_at.is_none_or(|end| now < end)
    }

    /// What becomes of it at `now`: `active`, `expired` or `revoked`.
    pub fn state(&self, now: Timestamp) -> &'static str {
        match (self.revoked_at, self.is_valid(now)) {
            (Some(_), _) => "revoked",
            (None, true) => "active",
            (None, false) => "expired",
        }
    }
}
