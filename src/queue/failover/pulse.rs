//! Whether the primary is there, whether it is the one it was, and whether it has forgotten all.

use async_trait::async_trait;

use crate::queue::QueueError;
use crate::redis_link::{RedisLink, RedisLinkError};

/// What the primary says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beat {
    /// Another after each restart.
    pub run: String,
    /// The mark that was set last; absent where the primary has forgotten all, or never knew.
    pub mark: Option<String>,
}

/// Asks the primary how it is, beside its queues.
#[async_trait]
pub trait Pulse: Send + Sync + 'static {
    /// How it is; answers or fails in about a second. Each installation has a mark of its own, by
    /// `name`.
    ///
    /// # Errors
    /// [`QueueError::Unreachable`].
    async fn beat(&self, name: &str) -> Result<Beat, QueueError>;

    /// Sets the mark, which lives as long as the primary's data.
    ///
    /// # Errors
    /// [`QueueError::Unreachable`].
    async fn set_mark(&self, name: &str, mark: &str) -> Result<(), QueueError>;
}

/// The pulse of a Redis.
#[derive(Debug, Clone)]
pub struct RedisPulse {
    link: RedisLink,
    prefix: String,
}

impl RedisPulse {
    /// On `link`; `prefix` is that of the queues.
    pub fn new(link: RedisLink, prefix: &str) -> Self {
        Self { link, prefix: prefix.to_owned() }
    }

    fn key(&self, name: &str) -> String {
        format!("leadctl:{{{}}}:mark:{name}", self.prefix)
    }
}

fn unreachable(error: RedisLinkError) -> QueueError {
    QueueError::Unreachable(Box::new(error))
}

#[async_trait]
impl Pulse for RedisPulse {
    async fn beat(&self, name: &str) -> Result<Beat, QueueError> {
        let key = self.key(name);
        let mut pipe = redis::pipe();
        pipe.cmd("INFO").arg("server").get(&key);
        let (info, mark): (String, Option<String>) = match self.link.pipeline(&pipe).await {
            // A user without the right to INFO cannot see restarts; all else works.
            Err(error) if !error.is_outage() => {
                let mark = self.link.query(redis::cmd("GET").arg(&key)).await;
                (String::new(), mark.map_err(unreachable)?)
            }
            answer => answer.map_err(unreachable)?,
        };
        let run = info.lines().find_map(|line| line.strip_prefix("run_id:")).unwrap_or_default();
        Ok(Beat { run: run.trim().to_owned(), mark })
    }

    async fn set_mark(&self, name: &str, mark: &str) -> Result<(), QueueError> {
        let set = redis::cmd("SET").arg(self.key(name)).arg(mark).to_owned();
        self.link.query(&set).await.map_err(unreachable)
    }
}
