//! One shared state behind another: what the first cannot take, the second does.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;

use super::{SharedState, SharedStateError, Versioned};

/// Asks `first`, and `second` where `first` cannot be reached. Entries are set in both; what could
/// be set in one alone is not carried over later: entries are set anew in time, as heartbeats are.
pub struct FallbackState {
    first: Arc<dyn SharedState>,
    second: Arc<dyn SharedState>,
}

impl FallbackState {
    /// `second` stands in for `first`.
    pub fn new(first: Arc<dyn SharedState>, second: Arc<dyn SharedState>) -> Self {
        Self { first, second }
    }
}

#[async_trait]
impl SharedState for FallbackState {
    async fn set(&self, key: &str, value: &str, ttl: Duration) -> Result<(), SharedStateError> {
        let first = self.first.set(key, value, ttl).await;
        // The second is kept current as well, so that it can stand in at once.
        match self.second.set(key, value, ttl).await {
            Ok(()) => Ok(()),
            Err(_) => first,
        }
    }

    async fn get(&self, key: &str) -> Result<Option<String>, SharedStateError> {
        match self.first.get(key).await {
            Ok(value) => Ok(value),
            Err(_) => self.second.get(key).await,
        }
    }

    // A version is of one place alone: what must not be set twice is not carried from one to the
    // other, and whoever swaps has to know which of the two was asked.

    async fn read(&self, key: &str) -> Result<Versioned, SharedStateError> {
        self.first.read(key).await
    }

    async fn swap(
        &self,
        key: &str,
        expected: i64,
        value: &str,
        ttl: Duration,
    ) -> Result<Option<i64>, SharedStateError> {
        self.first.swap(key, expected, value, ttl).await
    }

    async fn remove(&self, key: &str) -> Result<bool, SharedStateError> {
        // It may be in either: it was perhaps set before the first went away.
        let first = self.first.remove(key).await;
        let second = self.second.remove(key).await;
        match (first, second) {
            (Ok(a), Ok(b)) => Ok(a || b),
            (Ok(one), Err(_)) | (Err(_), Ok(one)) => Ok(one),
            (Err(error), Err(_)) => Err(error),
        }
    }

    async fn list(&self, prefix: &str) -> Result<Vec<(String, String)>, SharedStateError> {
        match self.first.list(prefix).await {
            Ok(entries) => Ok(entries),
            Err(_) => self.second.list(prefix).await,
        }
    }
}
