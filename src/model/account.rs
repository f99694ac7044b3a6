use serde::{Deserialize, Serialize};

use super::{Timestamp, text_enum};

text_enum! {
    /// By what right an account's tokens are asked for.
    pub enum AccountGrant {
        /// The user has allowed it for good.
        Refresh = "refresh_token",
        /// The user's password, of a script app.
        Password = "password",
    }
}

/// A Reddit account in whose name Reddit is asked, as far as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RedditAccount {
    /// Its id here.
    pub id: String,
    /// The id of the user whose campaigns use it; absent where it is the installation's.
    pub owner: Option<String>,
    /// The name on Reddit, without `u/`.
    pub username: String,
    /// The id of the app on Reddit.
    pub client_id: String,
    /// By what right its tokens are asked for.
    pub grant: AccountGrant,
    /// What it allows, as Reddit writes it; absent where not told.
    pub scope: Option<String>,
    /// When it was added.
    pub created_at: Timestamp,
    /// When its secrets were last set.
    pub updated_at: Timestamp,
}

/// Ids of accounts that mean something else in `/v1/accounts`.
const TAKEN: &[&str] = &["ai", "reddit"];
/// Longest id of an account, in characters.
const MAX_ID_CHARS: usize = 64;

/// An account's id, as it is typed.
///
/// # Errors
/// What is wrong with it, and what would be right.
pub fn account_id(text: &str) -> Result<String, String> {
    let usable = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    if text.is_empty() || text.len() > MAX_ID_CHARS || !text.chars().all(usable) {
        return Err(format!(
            "an account's id has small letters, digits, - and _ alone, {MAX_ID_CHARS} at most"
        ));
    }
    if TAKEN.contains(&text) {
        return Err(format!("{text} means something else among accounts; choose another id"));
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain() {
        assert_eq!(account_id("ann-1_b").as_deref(), Ok("ann-1_b"));
        for wrong in ["", "Ann", "a b", "ü", "a/b", "reddit", "ai", &"a".repeat(65)] {
            assert!(account_id(wrong).is_err(), "{wrong}");
        }
    }
}
