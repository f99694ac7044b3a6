//! The last changes of each breaker, in the shared state.

use std::time::Duration;

use super::change::Change;
use crate::shared_state::{SharedState, SharedStateError};

/// Changes kept for each breaker, the newest.
pub const HISTORY: usize = 100;
/// What the keys of states begin with.
pub(super) const STATES: &str = "breaker/";
/// What the keys of histories begin with.
const HISTORIES: &str = "breaker-history/";
/// How long what is kept is kept: longer than anybody waits for a breaker that was forced open.
pub(super) const KEPT: Duration = Duration::from_secs(10 * 365 * 86_400);
/// Tries at adding to a history that others add to as well.
const TRIES: usize = 50;

/// The breakers that any process has used.
///
/// # Errors
/// The shared state cannot be reached.
pub async fn names(state: &dyn SharedState) -> Result<Vec<String>, SharedStateError> {
    let name = |(key, _): (String, String)| key.strip_prefix(STATES).map(str::to_owned);
    Ok(state.list(STATES).await?.into_iter().filter_map(name).collect())
}

/// The last changes of a breaker, oldest first.
///
/// # Errors
/// The shared state cannot be reached.
pub async fn history(state: &dyn SharedState, name: &str) -> Result<Vec<Change>, SharedStateError> {
    let kept = state.get(&format!("{HISTORIES}{name}")).await?;
    Ok(kept.map(|text| parse(&text)).unwrap_or_default())
}

/// The last changes of all breakers, by name.
///
/// # Errors
/// The shared state cannot be reached.
pub async fn histories(
    state: &dyn SharedState,
) -> Result<Vec<(String, Vec<Change>)>, SharedStateError> {
    let kept = state.list(HISTORIES).await?;
    let named = |(key, text): (String, String)| {
        key.strip_prefix(HISTORIES).map(|name| (name.to_owned(), parse(&text)))
    };
    Ok(kept.into_iter().filter_map(named).collect())
}

/// Entries that are not understood are left out: a history is there to be read, not to decide by.
fn parse(text: &str) -> Vec<Change> {
    let entries: Vec<serde_json::Value> = serde_json::from_str(text).unwrap_or_default();
    entries.into_iter().filter_map(|entry| serde_json::from_value(entry).ok()).collect()
}

/// Adds changes to the history.
pub(super) async fn keep(
    state: &dyn SharedState,
    name: &str,
    changes: &[Change],
) -> Result<(), SharedStateError> {
    let key = format!("{HISTORIES}{name}");
    for _ in 0..TRIES {
        let there = state.read(&key).await?;
        let mut all = there.value.map(|text| parse(&text)).unwrap_or_default();
        all.extend(changes.iter().cloned());
        all.sort_by_key(|change| (change.at, change.seq));
        let surplus = all.len().saturating_sub(HISTORY);
        all.drain(..surplus);
        let text = serde_json::to_string(&all).map_err(|error| SharedStateError(error.into()))?;
        if state.swap(&key, there.version, &text, KEPT).await?.is_some() {
            return Ok(());
        }
    }
    tracing::warn!(breaker = name, "changes of a breaker could not be added to its history");
    Ok(())
}
