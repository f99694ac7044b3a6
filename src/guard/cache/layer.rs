//! What all processes share: entries, leases, figures.
//!
//! - [`redis`](redis::RedisLayer): on Redis, for processes on any number of machines
//! - [`sql`](sql::SqlLayer): in the database; survives a restart
//! - [`memory`](memory::MemoryLayer): within one process, for tests
//!
//! A layer takes bytes as they are; what they mean, and whether they still hold, is decided above.

pub mod memory;
pub mod redis;
pub mod sql;

use std::collections::BTreeMap;
use std::time::Duration;

use async_trait::async_trait;

use super::key::{Key, Kind};
use crate::model::Timestamp;

/// What can go wrong with a layer; always worth another try.
#[derive(Debug, thiserror::Error)]
#[error("the cache that all processes share cannot be reached: {0}")]
pub struct LayerError(#[source] pub Box<dyn std::error::Error + Send + Sync>);

impl From<sqlx::Error> for LayerError {
    fn from(error: sqlx::Error) -> Self {
        Self(Box::new(error))
    }
}

/// What became of asking for a lease.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leased {
    /// Whether it was had; else another has it.
    pub mine: bool,
    /// What is kept under the key at this moment.
    pub entry: Option<Vec<u8>>,
}

/// An entry to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put {
    /// Its key.
    pub key: Key,
    /// The entry.
    pub bytes: Vec<u8>,
    /// How long it is of any use.
    pub keep: Duration,
}

/// How much is kept of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindSize {
    /// Which.
    pub kind: Kind,
    /// Entries.
    pub entries: u64,
    /// Their bytes.
    pub bytes: u64,
}

/// A page of entries, those that end soonest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The entries.
    pub entries: Vec<(Key, Vec<u8>)>,
    /// Where to go on; absent at the end.
    pub next: Option<String>,
}

/// Entries, leases and figures that all processes share.
///
/// The entries are bounded by bytes: those that end soonest make room.
#[async_trait]
pub trait SharedLayer: Send + Sync + 'static {
    /// What it is: `redis`, `sql` or `memory`.
    fn name(&self) -> &'static str;

    /// The entries of these keys, in their order.
    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<Vec<u8>>>, LayerError>;

    /// Keeps entries, and gives back the leases of their keys that `token` holds.
    async fn put(&self, entries: &[Put], token: &str) -> Result<(), LayerError>;

    /// Removes entries; says of each whether it was there.
    async fn remove(&self, keys: &[Key]) -> Result<Vec<bool>, LayerError>;

    /// Asks for the right to make the answers of these keys, for `hold`. Whoever gets it sees every
    /// entry that a former holder has put.
    async fn lease(
        &self,
        keys: &[Key],
        token: &str,
        hold: Duration,
    ) -> Result<Vec<Leased>, LayerError>;

    /// Holds the leases of `token` for longer.
    async fn renew(&self, keys: &[Key], token: &str, hold: Duration) -> Result<(), LayerError>;

    /// Gives back the leases of `token`.
    async fn release(&self, keys: &[Key], token: &str) -> Result<(), LayerError>;

    /// A page of the entries of one kind.
    ///
    /// # Errors
    /// The layer cannot be reached. A cursor that is none begins at the front.
    async fn list(&self, kind: Kind, cursor: Option<&str>, limit: u32) -> Result<Page, LayerError>;

    /// Removes at most `limit` entries of one kind; says how many. 0 means that none is left.
    async fn flush(&self, kind: Kind, limit: u32) -> Result<u64, LayerError>;

    /// How much is kept, by kind.
    async fn size(&self) -> Result<Vec<KindSize>, LayerError>;

    /// Clears away some of what has ended, and makes room where there is too much.
    async fn sweep(&self) -> Result<(), LayerError>;

    /// Adds to figures.
    async fn count(&self, tally: &BTreeMap<String, u64>) -> Result<(), LayerError>;

    /// All figures, and since when they are counted.
    async fn figures(&self) -> Result<(Option<Timestamp>, BTreeMap<String, u64>), LayerError>;
}
