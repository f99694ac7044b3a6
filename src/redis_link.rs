//! The way to Redis for everything but the queue engine: made without a connection, bounded in
//! time, and quick to say no while Redis is away.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::{
    Client, Cmd, ErrorKind, FromRedisValue, Pipeline, RedisError, ScriptInvocation, TlsCertificates,
};
use secrecy::{ExposeSecret, SecretString};
use tokio::time::Instant;

use crate::clock::SharedClock;
use crate::model::Timestamp;

/// Longest time for one call, the making of a connection included.
pub const CALL_LIMIT: Duration = Duration::from_millis(1_000);
/// How long calls fail at once after one has failed, before the next one may try.
const PAUSE: Duration = Duration::from_millis(1_000);

/// What can go wrong on the way to Redis. No message holds a password.
#[derive(Debug, thiserror::Error)]
pub enum RedisLinkError {
    /// The URL is not one.
    #[error(
        "the Redis URL is not acceptable ({why}); it looks like redis://user:password@host:6379/0, or rediss:// for TLS"
    )]
    Url {
        /// What is wrong with it.
        why: String,
    },
    /// No answer in time.
    #[error("Redis at {at} did not answer within {} ms", CALL_LIMIT.as_millis())]
    TimedOut {
        /// Host, port and database.
        at: String,
    },
    /// A call failed a moment ago; this one was not tried.
    #[error("Redis at {at} has been away since {since}")]
    Away {
        /// Host, port and database.
        at: String,
        /// Since when.
        since: Timestamp,
    },
    /// Redis, or the way to it, said no.
    #[error("Redis at {at}: {source}")]
    Failed {
        /// Host, port and database.
        at: String,
        /// What it said.
        source: RedisError,
    },
}

impl RedisLinkError {
    /// Whether Redis answered, and what it has there is not what was expected: no reason to think it
    /// away.
    pub fn is_surprise(&self) -> bool {
        matches!(self, Self::Failed { source, .. } if surprise(source))
    }

    /// Whether Redis was not to be had at all, rather than having said no to this one call.
    pub fn is_outage(&self) -> bool {
        match self {
            Self::TimedOut { .. } | Self::Away { .. } => true,
            Self::Url { .. } => false,
            Self::Failed { source, .. } => {
                source.is_io_error()
                    || source.is_timeout()
                    || source.is_connection_dropped()
                    || source.is_connection_refusal()
                    || matches!(
                        source.kind(),
                        ErrorKind::Server(redis::ServerErrorKind::BusyLoading)
                    )
            }
        }
    }
}

/// When Redis went away, and when it may be asked again.
#[derive(Debug, Clone, Copy)]
struct Outage {
    since: Timestamp,
    retry_at: Instant,
}

/// Where Redis is, and whom to believe that it is Redis.
#[derive(Clone)]
pub struct RedisAddress {
    /// `redis://` or `rediss://`, with user and password.
    pub url: SecretString,
    /// Certificates, as PEM, of an authority that is believed beside those of the web; for
    /// `rediss://`.
    pub authority: Option<Vec<u8>>,
}

impl RedisAddress {
    /// Reads the certificates that the settings name.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn new(url: &SecretString, ca_file: Option<&std::path::Path>) -> std::io::Result<Self> {
        let authority = ca_file.map(std::fs::read).transpose()?;
        Ok(Self { url: url.clone(), authority })
    }

    fn client(&self) -> Result<Client, RedisError> {
        let url = self.url.expose_secret();
        match &self.authority {
            // With certificates the library would speak TLS to redis:// as well.
            Some(pem) if url.starts_with("rediss://") => {
                let root_cert = Some(pem.clone());
                Client::build_with_tls(url, TlsCertificates { client_tls: None, root_cert })
            }
            _ => Client::open(url),
        }
    }
}

impl fmt::Debug for RedisAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown(self.url.expose_secret()))
    }
}

/// A way to one Redis database; cheap to clone.
#[derive(Clone)]
pub struct RedisLink {
    manager: ConnectionManager,
    address: Arc<RedisAddress>,
    at: Arc<str>,
    clock: SharedClock,
    outage: Arc<Mutex<Option<Outage>>>,
    outages: Arc<AtomicU64>,
}

impl fmt::Debug for RedisLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisLink").field("at", &self.at).finish_non_exhaustive()
    }
}

impl RedisLink {
    /// Reads the URL; nothing is connected before the first call. Must be called inside a Tokio
    /// runtime.
    ///
    /// # Errors
    /// [`RedisLinkError::Url`].
    pub fn open(url: &SecretString, clock: SharedClock) -> Result<Self, RedisLinkError> {
        Self::to(RedisAddress { url: url.clone(), authority: None }, clock)
    }

    /// Like [`RedisLink::open`], with an authority of one's own.
    ///
    /// # Errors
    /// [`RedisLinkError::Url`].
    pub fn to(address: RedisAddress, clock: SharedClock) -> Result<Self, RedisLinkError> {
        let at: Arc<str> = shown(address.url.expose_secret()).into();
        // What the library says of a bad URL may quote it.
        let bad = |error: RedisError| RedisLinkError::Url { why: error.category().to_owned() };
        let client = address.client().map_err(bad)?;
        let config = ConnectionManagerConfig::new()
            .set_number_of_retries(1)
            .set_min_delay(Duration::from_millis(50))
            .set_max_delay(Duration::from_millis(200))
            .set_connection_timeout(Some(CALL_LIMIT))
            .set_response_timeout(Some(CALL_LIMIT));
        let manager = ConnectionManager::new_lazy_with_config(client, config).map_err(bad)?;
        let address = Arc::new(address);
        let (outage, outages) = (Arc::default(), Arc::default());
        Ok(Self { manager, address, at, clock, outage, outages })
    }

    /// What is needed to make a connection of one's own.
    pub fn address(&self) -> &RedisAddress {
        &self.address
    }

    /// Host, port and database, without user and password.
    pub fn at(&self) -> &str {
        &self.at
    }

    /// Since when Redis has been away; absent while it answers.
    pub fn away_since(&self) -> Option<Timestamp> {
        self.outage.lock().unwrap_or_else(PoisonError::into_inner).map(|outage| outage.since)
    }

    /// How many outages have ended: what was connected before the last of them is so no longer.
    pub fn outages(&self) -> u64 {
        self.outages.load(Ordering::Relaxed)
    }

    /// Sends one command.
    ///
    /// # Errors
    /// [`RedisLinkError`], after [`CALL_LIMIT`] at the latest.
    pub async fn query<T: FromRedisValue>(&self, command: &Cmd) -> Result<T, RedisLinkError> {
        let mut manager = self.manager.clone();
        self.bounded(async move { command.query_async(&mut manager).await }).await
    }

    /// Sends several commands at once.
    ///
    /// # Errors
    /// [`RedisLinkError`], after [`CALL_LIMIT`] at the latest.
    pub async fn pipeline<T: FromRedisValue>(&self, pipe: &Pipeline) -> Result<T, RedisLinkError> {
        let mut manager = self.manager.clone();
        self.bounded(async move { pipe.query_async(&mut manager).await }).await
    }

    /// Runs a script.
    ///
    /// # Errors
    /// [`RedisLinkError`], after [`CALL_LIMIT`] at the latest.
    pub async fn script<T: FromRedisValue>(
        &self,
        script: &ScriptInvocation<'_>,
    ) -> Result<T, RedisLinkError> {
        let mut manager = self.manager.clone();
        self.bounded(async move { script.invoke_async(&mut manager).await }).await
    }

    async fn bounded<T>(
        &self,
        call: impl Future<Output = Result<T, RedisError>>,
    ) -> Result<T, RedisLinkError> {
        self.admit()?;
        let result = match tokio::time::timeout(CALL_LIMIT, call).await {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(source)) => Err(RedisLinkError::Failed { at: self.at.to_string(), source }),
            Err(_) => Err(RedisLinkError::TimedOut { at: self.at.to_string() }),
        };
        self.record(result.as_ref().err().is_some_and(RedisLinkError::is_outage));
        result
    }

    /// Lets one call a second through while Redis is away.
    fn admit(&self) -> Result<(), RedisLinkError> {
        let mut outage = self.outage.lock().unwrap_or_else(PoisonError::into_inner);
        match outage.as_mut() {
            Some(Outage { since, retry_at }) if Instant::now() < *retry_at => {
                Err(RedisLinkError::Away { at: self.at.to_string(), since: *since })
            }
            Some(outage) => {
                // The others go on failing at once until this one knows.
                outage.retry_at = Instant::now() + CALL_LIMIT + PAUSE;
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn record(&self, away: bool) {
        let mut outage = self.outage.lock().unwrap_or_else(PoisonError::into_inner);
        if away {
            let since = outage.map_or_else(|| self.clock.now(), |outage| outage.since);
            if outage.is_none() {
                tracing::warn!(redis = &*self.at, "Redis is away");
            }
            *outage = Some(Outage { since, retry_at: Instant::now() + PAUSE });
        } else if let Some(ended) = outage.take() {
            self.outages.fetch_add(1, Ordering::Relaxed);
            tracing::info!(redis = &*self.at, since = %ended.since, "Redis is back");
        }
    }
}

/// Whether Redis answered with something of another type than was asked for.
pub fn surprise(error: &RedisError) -> bool {
    // Scripts quote the code that a command of theirs met.
    matches!(error.kind(), ErrorKind::Parse | ErrorKind::UnexpectedReturnType)
        || error.code() == Some("WRONGTYPE")
        || error.detail().is_some_and(|detail| detail.contains("WRONGTYPE"))
}

/// Host, port and database of a Redis URL, and nothing that could be a secret.
pub fn shown(url: &str) -> String {
    match reqwest::Url::parse(url) {
        Ok(url) => {
            let host = url.host_str().unwrap_or("localhost");
            let port = url.port().unwrap_or(6379);
            let db = url.path().trim_matches('/');
            let db = if db.is_empty() { "0" } else { db };
            format!("{host}:{port}/{db}")
        }
        Err(_) => "an unreadable address".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemClock;

    fn link(url: &str) -> Result<RedisLink, RedisLinkError> {
        RedisLink::open(&SecretString::from(url.to_owned()), SystemClock::shared())
    }

    #[tokio::test]
    async fn secrets_are_never_told() {
        for url in [
            "redis://operator:hunter2@127.0.0.1:1/3",
            "rediss://:hunter2@127.0.0.1:1",
            "redis://:hunter2@127.0.0.1:1/notanumber",
            "http://:hunter2@127.0.0.1",
            "hunter2",
        ] {
            let told = match link(url) {
                Ok(link) => {
                    let failed = link.query::<String>(&redis::cmd("PING")).await;
                    format!("{link:?} {} {failed:?} {}", link.at(), failed.as_ref().unwrap_err())
                }
                Err(error) => format!("{error} {error:?}"),
            };
            assert!(!told.contains("hunter2"), "{told}");
        }
    }

    #[tokio::test]
    async fn while_redis_is_away_most_calls_fail_at_once_and_say_since_when() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        drop(listener);
        let link = link(&format!("redis://127.0.0.1:{port}")).unwrap();
        assert_eq!(link.away_since(), None);
        let first = link.query::<String>(&redis::cmd("PING")).await.unwrap_err();
        assert!(first.is_outage(), "{first}");
        let since = link.away_since().unwrap();
        let second = link.query::<String>(&redis::cmd("PING")).await.unwrap_err();
        assert!(
            matches!(second, RedisLinkError::Away { since: told, .. } if told == since),
            "{second}"
        );
    }
}
