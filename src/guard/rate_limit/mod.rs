//! Rate limits that all processes share.
//!
//! - [`gcra`]: the rule, as a pure function of a state of one number
//! - [`memory`], [`sql`], [`redis`]: where that number is kept
//! - [`fallback`]: process memory behind one of the others
//! - [`budget`]: one limit as its user sees it: wait for one's turn, or be told for how long not

pub mod budget;
pub mod fallback;
pub mod gcra;
pub mod memory;
pub mod redis;
pub mod sql;

use async_trait::async_trait;

pub use budget::Budget;
pub use gcra::{Ask, Quota, Verdict};

/// What can go wrong with a limit's state; always worth another try.
#[derive(Debug, thiserror::Error)]
#[error("the rate limits cannot be reached: {0}")]
pub struct LimitError(#[source] pub Box<dyn std::error::Error + Send + Sync>);

impl From<sqlx::Error> for LimitError {
    fn from(error: sqlx::Error) -> Self {
        Self(Box::new(error))
    }
}

impl From<crate::redis_link::RedisLinkError> for LimitError {
    fn from(error: crate::redis_link::RedisLinkError) -> Self {
        Self(Box::new(error))
    }
}

/// Counts what is taken of each key's quota. Keys of different quotas must differ.
#[async_trait]
pub trait Limiter: Send + Sync + 'static {
    /// Takes what is asked of `key`, all of it or nothing, in one step that no other can come
    /// between.
    async fn take(&self, key: &str, ask: &Ask) -> Result<Verdict, LimitError>;
}
