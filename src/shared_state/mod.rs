//! Small state that all processes see: heartbeats for now.
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

/// What can go wrong with the shared state; always worth another try.
#[derive(Debug, thiserror::Error)]
#[error("the shared state cannot be reached: {0}")]
pub struct SharedStateError(#[source] pub Box<dyn std::error::Error + Send + Sync>);

impl From<sqlx::Error> for SharedStateError {
    fn from(error: sqlx::Error) -> Self {
        Self(Box::new(error))
    }
}

/// Keys with values that run out.
#[async_trait]
pub trait SharedState: Send + Sync + 'static {
    /// Sets `key` until `ttl` has passed.
    async fn set(&self, key: &str, value: &str, ttl: Duration) -> Result<(), SharedStateError>;

    /// The value of `key`, unless its time has passed.
    async fn get(&self, key: &str) -> Result<Option<String>, SharedStateError>;

    /// Removes `key`; says whether it was there.
    async fn remove(&self, key: &str) -> Result<bool, SharedStateError>;

    /// All keys that begin with `prefix` and have not run out, with their values, sorted by key.
    async fn list(&self, prefix: &str) -> Result<Vec<(String, String)>, SharedStateError>;
}
