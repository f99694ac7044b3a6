//! Within one process: for tests, and for what has no other place.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;

use super::{SharedState, SharedStateError, Timekeeper, Versioned, next_version};
use crate::clock::SharedClock;
use crate::model::Timestamp;

#[derive(Debug)]
struct Entry {
    value: String,
    expires_at: Timestamp,
    version: i64,
}

/// Shared state of one process.
#[derive(Debug)]
pub struct MemoryState {
    entries: Mutex<BTreeMap<String, Entry>>,
    clock: SharedClock,
}

impl MemoryState {
    /// Empty.
    pub fn new(clock: SharedClock) -> Self {
        Self { entries: Mutex::default(), clock }
    }

    /// The entries whose time has not passed.
    fn alive(&self) -> MutexGuard<'_, BTreeMap<String, Entry>> {
        let now = self.clock.now();
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        entries.retain(|_, entry| entry.expires_at > now);
        entries
    }
}

#[async_trait]
impl SharedState for MemoryState {
    async fn set(&self, key: &str, value: &str, ttl: Duration) -> Result<(), SharedStateError> {
        let expires_at = self.clock.now().plus(ttl);
        let mut entries = self.alive();
        let version = entries.get(key).map_or(0, |entry| entry.version);
        let value = value.to_owned();
        entries.insert(key.to_owned(), Entry { value, expires_at, version });
        Ok(())
    }

    async fn get(&self, key: &str) -> Result<Option<String>, SharedStateError> {
        Ok(self.alive().get(key).map(|entry| entry.value.clone()))
    }

    async fn read(&self, key: &str) -> Result<Versioned, SharedStateError> {
        let (now, entries) = (self.clock.now(), self.alive());
        let entry = entries.get(key);
        Ok(Versioned {
            value: entry.map(|entry| entry.value.clone()),
            version: entry.map_or(0, |entry| entry.version),
            now,
            timekeeper: Timekeeper::Machine,
        })
    }

    async fn swap(
        &self,
        key: &str,
        expected: i64,
        value: &str,
        ttl: Duration,
    ) -> Result<Option<i64>, SharedStateError> {
        let now = self.clock.now();
        let mut entries = self.alive();
        let there = entries.get(key).map_or(0, |entry| entry.version);
        if there != expected {
            return Ok(None);
        }
        let version = next_version(expected, now);
        let entry = Entry { value: value.to_owned(), expires_at: now.plus(ttl), version };
        entries.insert(key.to_owned(), entry);
        Ok(Some(version))
    }

    async fn remove(&self, key: &str) -> Result<bool, SharedStateError> {
        Ok(self.alive().remove(key).is_some())
    }

    async fn list(&self, prefix: &str) -> Result<Vec<(String, String)>, SharedStateError> {
        Ok(self
            .alive()
            .range(prefix.to_owned()..)
            .take_while(|(key, _)| key.starts_with(prefix))
            .map(|(key, entry)| (key.clone(), entry.value.clone()))
            .collect())
    }
}
