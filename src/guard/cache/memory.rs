use std::sync::Arc;
use std::time::{Duration, Instant};

use moka::Expiry;
use moka::sync::Cache as Moka;

use super::entry::Entry;
use super::key::{Hash, Key, Kind};
use crate::model::Timestamp;

/// What an entry takes beside its value, roughly, in bytes.
const OVERHEAD: usize = 256;

/// The first layer: this process's own, bounded by bytes. What was used often and lately stays.
#[derive(Debug)]
pub(super) struct Memory {
    entries: Moka<Hash, Held>,
}

#[derive(Debug, Clone)]
struct Held {
    kind: Kind,
    entry: Arc<Entry>,
    /// How long it is of any use, from when it was put here.
    keep: Duration,
}

/// Frees the memory of what is of no more use. Whether an entry still holds is not decided here but
/// by its own times.
struct Ends;

impl Expiry<Hash, Held> for Ends {
    fn expire_after_create(&self, _: &Hash, held: &Held, _: Instant) -> Option<Duration> {
        Some(held.keep)
    }

    fn expire_after_update(
        &self,
        _: &Hash,
        held: &Held,
        _: Instant,
        _: Option<Duration>,
    ) -> Option<Duration> {
        Some(held.keep)
    }
}

impl Memory {
    /// For at most `bytes`; none at all where that is 0.
    pub(super) fn new(bytes: u64) -> Self {
        let entries = Moka::builder()
            .max_capacity(bytes)
            .weigher(|_, held: &Held| {
                let bytes = held.entry.value.len() + held.entry.about.len() + OVERHEAD;
                u32::try_from(bytes).unwrap_or(u32::MAX)
            })
            .expire_after(Ends)
            .build();
        Self { entries }
    }

    pub(super) fn get(&self, key: &Key) -> Option<Arc<Entry>> {
        self.entries.get(key.hash()).map(|held| held.entry)
    }

    pub(super) fn put(&self, key: &Key, entry: Arc<Entry>, now: Timestamp) {
        let keep = entry.stale_until.since(now);
        self.entries.insert(*key.hash(), Held { kind: key.kind(), entry, keep });
    }

    pub(super) fn remove(&self, key: &Key) {
        self.entries.invalidate(key.hash());
    }

    /// Forgets all of some kinds.
    pub(super) fn forget(&self, kinds: &[Kind]) {
        for (hash, held) in &self.entries {
            if kinds.contains(&held.kind) {
                self.entries.invalidate(hash.as_ref());
            }
        }
    }

    /// Entries and bytes, once what is pending has been done.
    pub(super) fn size(&self) -> (u64, u64) {
        self.entries.run_pending_tasks();
        (self.entries.entry_count(), self.entries.weighted_size())
    }
}
