//! Within one process: for tests, and for what has no other place.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;

use super::{SharedState, SharedStateError};
use crate::clock::SharedClock;
use crate::model::Timestamp;

/// Shared state of one process.
#[derive(Debug)]
pub struct MemoryState {
    entries: Mutex<BTreeMap<String, (String, Timestamp)>>,
    clock: SharedClock,
}

impl MemoryState {
    /// Empty.
    pub fn new(clock: SharedClock) -> Self {
        Self { entries: Mutex::default(), clock }
    }

    /// The entries whose time has not passed.
    fn alive(&self) -> MutexGuard<'_, BTreeMap<String, (String, Timestamp)>> {
        let now = self.clock.now();
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        entries.retain(|_, (_, expires_at)| *expires_at > now);
        entries
    }
}

#[async_trait]
impl SharedState for MemoryState {
    async fn set(&self, key: &str, value: &str, ttl: Duration) -> Result<(), SharedStateError> {
        let expires_at = self.clock.now().plus(ttl);
        self.alive().insert(key.to_owned(), (value.to_owned(), expires_at));
        Ok(())
    }

    async fn get(&self, key: &str) -> Result<Option<String>, SharedStateError> {
        Ok(self.alive().get(key).map(|(value, _)| value.clone()))
    }

    async fn remove(&self, key: &str) -> Result<bool, SharedStateError> {
        Ok(self.alive().remove(key).is_some())
    }

    async fn list(&self, prefix: &str) -> Result<Vec<(String, String)>, SharedStateError> {
        Ok(self
            .alive()
            .range(prefix.to_owned()..)
            .take_while(|(key, _)| key.starts_with(prefix))
            .map(|(key, (value, _))| (key.clone(), value.clone()))
            .collect())
    }
}
