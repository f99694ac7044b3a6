//! On Redis, for processes on any number of machines. Its clock is the server's.

use std::sync::LazyLock;
use std::time::Duration;

use async_trait::async_trait;
use redis::Script;

use super::{SharedState, SharedStateError, Timekeeper, Versioned};
use crate::clock::SharedClock;
use crate::model::Timestamp;
use crate::redis_link::{RedisLink, RedisLinkError};

/// Sets a key and notes it in the index of its family, so that a family can be listed without a
/// walk over the whole database.
static SET: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "local time = redis.call('TIME')
         local now = time[1] * 1000 + math.floor(time[2] / 1000)
         redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
         redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
         redis.call('ZADD', KEYS[2], now + ARGV[2], ARGV[3])
         return 1",
    )
});

/// A value, its version and the server's time, in milliseconds. They are texts, as Lua's numbers
/// are not whole.
static READ: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "local time = redis.call('TIME')
         local found = redis.call('MGET', KEYS[1], KEYS[2])
         return {found[1], found[2], time[1] .. string.format('%03d', math.floor(time[2] / 1000))}",
    )
});

/// Sets a key and its version where the version is the expected one, and notes it in the index.
static SWAP: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "local version = redis.call('GET', KEYS[2]) or '0'
         if redis.call('EXISTS', KEYS[1]) == 0 then version = '0' end
         if version ~= ARGV[1] then return false end
         local time = redis.call('TIME')
         local now = time[1] * 1000 + math.floor(time[2] / 1000)
         local next = math.max(tonumber(version) + 1, time[1] * 1000000 + time[2])
         next = string.format('%.0f', next)
         redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
         redis.call('SET', KEYS[2], next, 'PX', ARGV[3])
         redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now)
         redis.call('ZADD', KEYS[3], now + ARGV[3], ARGV[4])
         return next",
    )
});

/// The keys of a family that have not run out.
static LIST: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "local time = redis.call('TIME')
         local now = time[1] * 1000 + math.floor(time[2] / 1000)
         return redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. now, '+inf')",
    )
});

impl From<RedisLinkError> for SharedStateError {
    fn from(error: RedisLinkError) -> Self {
        Self(Box::new(error))
    }
}

/// Shared state in Redis, all of it below one prefix.
#[derive(Debug, Clone)]
pub struct RedisState {
    link: RedisLink,
    prefix: String,
    clock: Option<SharedClock>,
}

impl RedisState {
    /// On `link`; `namespace` keeps installations apart that share a Redis.
    pub fn new(link: RedisLink, namespace: &str) -> Self {
        // One hash tag, so that a script may touch key and index on a cluster.
        Self { link, prefix: format!("leadctl:{{{namespace}}}:state:"), clock: None }
    }

    /// The same, telling another time than the server's: for tests that move the time.
    #[must_use]
    pub fn with_clock(mut self, clock: SharedClock) -> Self {
        self.clock = Some(clock);
        self
    }

    fn version_of(&self, key: &str) -> String {
        format!("{}version:{key}", self.prefix)
    }

    fn full(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    /// The index of the family that `key` (or the beginning of one) belongs to: all up to the
    /// first slash.
    fn index(&self, key: &str) -> String {
        let family = key.split_once('/').map_or(key, |(family, _)| family);
        format!("{}index:{family}", self.prefix)
    }
}

#[async_trait]
impl SharedState for RedisState {
    async fn set(&self, key: &str, value: &str, ttl: Duration) -> Result<(), SharedStateError> {
        let millis = u64::try_from(ttl.as_millis()).unwrap_or(u64::MAX).clamp(1, 1 << 52);
        let mut call = SET.prepare_invoke();
        call.key(self.full(key)).key(self.index(key)).arg(value).arg(millis).arg(key);
        Ok(self.link.script::<()>(&call).await?)
    }

    async fn get(&self, key: &str) -> Result<Option<String>, SharedStateError> {
        Ok(self.link.query(redis::cmd("GET").arg(self.full(key))).await?)
    }

    async fn read(&self, key: &str) -> Result<Versioned, SharedStateError> {
        let mut call = READ.prepare_invoke();
        call.key(self.full(key)).key(self.version_of(key));
        let (value, version, millis): (Option<String>, Option<i64>, i64) =
            self.link.script(&call).await?;
        let now = match &self.clock {
            Some(clock) => clock.now(),
            None => Timestamp::from_millis(millis),
        };
        let version = if value.is_some() { version.unwrap_or(0) } else { 0 };
        Ok(Versioned { value, version, now, timekeeper: Timekeeper::Server })
    }

    async fn swap(
        &self,
        key: &str,
        expected: i64,
        value: &str,
        ttl: Duration,
    ) -> Result<Option<i64>, SharedStateError> {
        let millis = u64::try_from(ttl.as_millis()).unwrap_or(u64::MAX).clamp(1, 1 << 52);
        let mut call = SWAP.prepare_invoke();
        call.key(self.full(key)).key(self.version_of(key)).key(self.index(key));
        call.arg(expected).arg(value).arg(millis).arg(key);
        Ok(self.link.script(&call).await?)
    }

    async fn remove(&self, key: &str) -> Result<bool, SharedStateError> {
        let mut pipe = redis::pipe();
        pipe.atomic().del(self.full(key)).del(self.version_of(key)).ignore();
        pipe.zrem(self.index(key), key).ignore();
        let (removed,): (u64,) = self.link.pipeline(&pipe).await?;
        Ok(removed > 0)
    }

    async fn list(&self, prefix: &str) -> Result<Vec<(String, String)>, SharedStateError> {
        let mut call = LIST.prepare_invoke();
        call.key(self.index(prefix));
        let mut keys: Vec<String> = self.link.script(&call).await?;
        keys.retain(|key| key.starts_with(prefix));
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        keys.sort();
        let mut get = redis::cmd("MGET");
        for key in &keys {
            get.arg(self.full(key));
        }
        let values: Vec<Option<String>> = self.link.query(&get).await?;
        Ok(keys.into_iter().zip(values).filter_map(|(key, value)| Some((key, value?))).collect())
    }
}
