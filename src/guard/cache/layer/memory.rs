//! Within one process: for tests.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;

use super::{KindSize, LayerError, Leased, Page, Put, SharedLayer};
use crate::clock::SharedClock;
use crate::guard::cache::key::{Key, Kind};
use crate::model::Timestamp;

/// A layer that one process shares with itself.
#[derive(Debug)]
pub struct MemoryLayer {
    held: Mutex<Held>,
    clock: SharedClock,
    most: u64,
}

#[derive(Debug, Default)]
struct Held {
    entries: BTreeMap<Key, (Vec<u8>, Timestamp)>,
    leases: BTreeMap<Key, (String, Timestamp)>,
    figures: BTreeMap<String, u64>,
    since: Option<Timestamp>,
}

impl Held {
    fn bytes(&self) -> u64 {
        self.entries.values().map(|(bytes, _)| bytes.len() as u64).sum()
    }
}

impl MemoryLayer {
    /// Empty, for at most `most` bytes.
    pub fn new(clock: SharedClock, most: u64) -> Self {
        Self { held: Mutex::default(), clock, most }
    }

    /// What has not ended.
    fn held(&self) -> MutexGuard<'_, Held> {
        let now = self.clock.now();
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.entries.retain(|_, (_, ends_at)| *ends_at > now);
        held.leases.retain(|_, (_, ends_at)| *ends_at > now);
        while held.bytes() > self.most {
            let first = held.entries.iter().min_by_key(|(_, (_, ends_at))| *ends_at);
            let Some(key) = first.map(|(key, _)| key.clone()) else { break };
            held.entries.remove(&key);
        }
        held
    }
}

#[async_trait]
impl SharedLayer for MemoryLayer {
    fn name(&self) -> &'static str {
        "memory"
    }

    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<Vec<u8>>>, LayerError> {
        let held = self.held();
        Ok(keys.iter().map(|key| held.entries.get(key).map(|(b, _)| b.clone())).collect())
    }

    async fn put(&self, entries: &[Put], token: &str) -> Result<(), LayerError> {
        let now = self.clock.now();
        let mut held = self.held();
        for put in entries {
            held.entries.insert(put.key.clone(), (put.bytes.clone(), now.plus(put.keep)));
            held.leases.retain(|key, (holder, _)| *key != put.key || holder != token);
        }
        drop(held);
        drop(self.held());
        Ok(())
    }

    async fn remove(&self, keys: &[Key]) -> Result<Vec<bool>, LayerError> {
        let mut held = self.held();
        Ok(keys.iter().map(|key| held.entries.remove(key).is_some()).collect())
    }

    async fn lease(
        &self,
        keys: &[Key],
        token: &str,
        hold: Duration,
    ) -> Result<Vec<Leased>, LayerError> {
        let ends_at = self.clock.now().plus(hold);
        let mut held = self.held();
        Ok(keys
            .iter()
            .map(|key| {
                let mine = !held.leases.contains_key(key);
                if mine {
                    held.leases.insert(key.clone(), (token.to_owned(), ends_at));
                }
                Leased { mine, entry: held.entries.get(key).map(|(bytes, _)| bytes.clone()) }
            })
            .collect())
    }

    async fn renew(&self, keys: &[Key], token: &str, hold: Duration) -> Result<(), LayerError> {
        let until = self.clock.now().plus(hold);
        let mut held = self.held();
        for key in keys {
            if let Some((holder, ends_at)) = held.leases.get_mut(key)
                && holder == token
            {
                *ends_at = until;
            }
        }
        Ok(())
    }

    async fn release(&self, keys: &[Key], token: &str) -> Result<(), LayerError> {
        self.held().leases.retain(|key, (holder, _)| holder != token || !keys.contains(key));
        Ok(())
    }

    async fn list(&self, kind: Kind, cursor: Option<&str>, limit: u32) -> Result<Page, LayerError> {
        let held = self.held();
        let mut entries: Vec<(Timestamp, &Key, &Vec<u8>)> = held
            .entries
            .iter()
            .filter(|(key, _)| key.kind() == kind)
            .map(|(key, (bytes, ends_at))| (*ends_at, key, bytes))
            .collect();
        entries.sort_unstable_by_key(|(ends_at, key, _)| (*ends_at, key.to_string()));
        let from = cursor.and_then(|c| c.parse::<usize>().ok()).unwrap_or(0);
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = entries.len() > from.saturating_add(limit);
        let page = entries.into_iter().skip(from).take(limit);
        Ok(Page {
            entries: page.map(|(_, key, bytes)| (key.clone(), bytes.clone())).collect(),
            next: more.then(|| (from + limit).to_string()),
        })
    }

    async fn flush(&self, kind: Kind, limit: u32) -> Result<u64, LayerError> {
        let mut held = self.held();
        let keys = held.entries.keys().filter(|key| key.kind() == kind);
        let keys: Vec<Key> =
            keys.take(usize::try_from(limit).unwrap_or(usize::MAX)).cloned().collect();
        for key in &keys {
            held.entries.remove(key);
        }
        Ok(keys.len() as u64)
    }

    async fn size(&self) -> Result<Vec<KindSize>, LayerError> {
        let held = self.held();
        Ok(Kind::ALL
            .iter()
            .map(|&kind| {
                let of = held.entries.iter().filter(|(key, _)| key.kind() == kind);
                let (entries, bytes) =
                    of.fold((0, 0), |(n, sum), (_, (b, _))| (n + 1, sum + b.len() as u64));
                KindSize { kind, entries, bytes }
            })
            .collect())
    }

    async fn sweep(&self) -> Result<(), LayerError> {
        drop(self.held());
        Ok(())
    }

    async fn count(&self, tally: &BTreeMap<String, u64>) -> Result<(), LayerError> {
        let now = self.clock.now();
        let mut held = self.held();
        held.since.get_or_insert(now);
        for (name, n) in tally {
            *held.figures.entry(name.clone()).or_default() += n;
        }
        Ok(())
    }

    async fn figures(&self) -> Result<(Option<Timestamp>, BTreeMap<String, u64>), LayerError> {
        let held = self.held();
        Ok((held.since, held.figures.clone()))
    }
}
