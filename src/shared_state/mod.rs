//! Small state that all processes see: heartbeats, and how the circuit breakers stand.
//!
//! - [`redis`]: on Redis, for processes on any number of machines
//! - [`sql`]: on the database
//! - [`fallback`]: one behind the other
//! - [`heartbeat`]: how processes find one another
//! - [`memory`]: within one process, for tests and as the fall-back

pub mod fallback;
pub mod heartbeat;
pub mod memory;
pub mod redis;
pub mod sql;

use std::time::Duration;

use async_trait::async_trait;

use crate::model::Timestamp;

/// What can go wrong with the shared state; always worth another try.
#[derive(Debug, thiserror::Error)]
#[error("the shared state cannot be reached: {0}")]
pub struct SharedStateError(#[source] pub Box<dyn std::error::Error + Send + Sync>);

impl From<sqlx::Error> for SharedStateError {
    fn from(error: sqlx::Error) -> Self {
        Self(Box::new(error))
    }
}

/// Whose time [`Versioned::now`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timekeeper {
    /// A server's, which all processes ask alike.
    Server,
    /// This machine's, which somebody may set.
    Machine,
}

/// A value that is changed only from the version that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versioned {
    /// The value; absent where there is none, or its time has passed.
    pub value: Option<String>,
    /// Grows with every swap; 0 where there has been none.
    pub version: i64,
    /// The time at which it was read.
    pub now: Timestamp,
    /// Whose time that is.
    pub timekeeper: Timekeeper,
}

/// The version that follows `previous`: never one that was there before, also where all was lost in
/// between.
pub(crate) fn next_version(previous: i64, now: Timestamp) -> i64 {
    previous.saturating_add(1).max(now.millis().saturating_mul(1000))
}

/// Keys with values that run out.
///
/// A key is changed either with [`set`](Self::set) or with [`swap`](Self::swap), never with both.
#[async_trait]
pub trait SharedState: Send + Sync + 'static {
    /// Sets `key` until `ttl` has passed.
    async fn set(&self, key: &str, value: &str, ttl: Duration) -> Result<(), SharedStateError>;

    /// The value of `key`, unless its time has passed.
    async fn get(&self, key: &str) -> Result<Option<String>, SharedStateError>;

    /// The value of `key` with its version, and the time.
    async fn read(&self, key: &str) -> Result<Versioned, SharedStateError>;

    /// Sets `key` until `ttl` has passed, unless its version is another than `expected`, where 0
    /// means that there is none. Gives the new version, and nothing where somebody was faster.
    async fn swap(
        &self,
        key: &str,
        expected: i64,
        value: &str,
        ttl: Duration,
    ) -> Result<Option<i64>, SharedStateError>;

    /// Removes `key`; says whether it was there.
    async fn remove(&self, key: &str) -> Result<bool, SharedStateError>;

    /// All keys that begin with `prefix` and have not run out, with their values, sorted by key.
    async fn list(&self, prefix: &str) -> Result<Vec<(String, String)>, SharedStateError>;
}
