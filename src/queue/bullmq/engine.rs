//! The crate's queues. The crate retries a connection for up to a minute and waits ten seconds for
//! an answer; here nobody waits longer than [`LIMIT`], and what has failed is made anew.

use std::collections::HashMap;
use std::fmt;
use std::time::Duration;

use bullmq::Queue;
use bullmq::options::{QueueOptions, RedisConnectionOptions, TlsCerts};
use bullmq::redis_connection::RedisConnection;
use secrecy::ExposeSecret;
use tokio::sync::Mutex;

use crate::queue::QueueError;
use crate::redis_link::{RedisLink, surprise};

/// Longest time for one call, the making of a connection included.
pub(super) const LIMIT: Duration = Duration::from_millis(1_500);
/// Queues remembered at most.
const REMEMBERED: usize = 1_000;

/// What the engine says when something is wrong. No message holds a password.
#[derive(Debug, thiserror::Error)]
pub(super) enum EngineError {
    /// No answer in time; whether the call was carried out is not known.
    #[error("Redis at {at} did not answer within {} ms", LIMIT.as_millis())]
    TimedOut {
        /// Host, port and database.
        at: String,
    },
    /// The engine, or Redis, said no.
    #[error("Redis at {at}: {source}")]
    Failed {
        /// Host, port and database.
        at: String,
        /// What it said.
        source: bullmq::Error,
    },
}

impl From<EngineError> for QueueError {
    fn from(error: EngineError) -> Self {
        use bullmq::Error;
        match &error {
            EngineError::Failed { source: Error::Redis(source), .. } if surprise(source) => {}
            EngineError::Failed { source: Error::Serialization(_) | Error::MsgPack(_), .. } => {}
            _ => return Self::Unreachable(Box::new(error)),
        }
        Self::Unusable(Box::new(error))
    }
}

#[derive(Default)]
struct Made {
    /// The outages that had ended when this was begun.
    outages: u64,
    connection: Option<RedisConnection>,
    queues: HashMap<String, Queue>,
}

/// The crate's queues on one Redis.
pub(super) struct Engine {
    link: RedisLink,
    prefix: String,
    made: Mutex<Made>,
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine")
            .field("at", &self.link.at())
            .field("prefix", &self.prefix)
            .finish_non_exhaustive()
    }
}

impl Engine {
    pub(super) fn new(link: RedisLink, prefix: &str) -> Self {
        Self { link, prefix: prefix.to_owned(), made: Mutex::default() }
    }

    /// How the crate finds Redis.
    pub(super) fn connection_options(&self) -> RedisConnectionOptions {
        let address = self.link.address();
        let url = address.url.expose_secret();
        let options = RedisConnectionOptions::new().url(url);
        match &address.authority {
            Some(pem) if url.starts_with("rediss://") => {
                options.tls_certs(TlsCerts { root_cert: Some(pem.clone()), ..TlsCerts::default() })
            }
            _ => options,
        }
    }

    /// Asks the crate's queue for something. A refusal by one of its scripts comes back as
    /// `Ok(Err(code))`.
    pub(super) async fn ask<T>(
        &self,
        queue: &str,
        what: impl AsyncFnOnce(Queue) -> Result<T, bullmq::Error>,
    ) -> Result<Result<T, i64>, EngineError> {
        let call = async { what(self.queue(queue).await?).await };
        match tokio::time::timeout(LIMIT, call).await {
            Ok(Ok(value)) => Ok(Ok(value)),
            Ok(Err(bullmq::Error::Script { code, .. })) => Ok(Err(code)),
            Ok(Err(source)) => {
                self.forget().await;
                Err(EngineError::Failed { at: self.link.at().to_owned(), source })
            }
            Err(_) => {
                self.forget().await;
                Err(EngineError::TimedOut { at: self.link.at().to_owned() })
            }
        }
    }

    async fn queue(&self, name: &str) -> Result<Queue, bullmq::Error> {
        let mut made = self.made.lock().await;
        // The crate would meet what was cut with a failure.
        let outages = self.link.outages();
        if made.outages != outages {
            *made = Made { outages, ..Made::default() };
        }
        if let Some(queue) = made.queues.get(name) {
            return Ok(queue.clone());
        }
        let connection = match &made.connection {
            Some(connection) => connection.clone(),
            None => {
                let new = RedisConnection::new_managed_only(&self.connection_options()).await?;
                made.connection.insert(new).clone()
            }
        };
        let options = QueueOptions::new().prefix(&self.prefix);
        let queue = Queue::with_connection(name, connection, options).await?;
        if made.queues.len() >= REMEMBERED {
            made.queues.clear();
        }
        made.queues.insert(name.to_owned(), queue.clone());
        Ok(queue)
    }

    /// The next call makes its connection anew, rather than wait for the crate's pauses.
    async fn forget(&self) {
        *self.made.lock().await = Made::default();
    }
}
