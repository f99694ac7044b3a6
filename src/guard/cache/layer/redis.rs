//! On Redis, for processes on any number of machines. Its clock is the server's.
//!
//! | key | what |
//! | --- | --- |
//! | `leadctl:{NS}:cache:v1:KIND:TENANT:HASH` | an entry, until it ends |
//! | `leadctl:{NS}:cache:index:KIND` | the entries of a kind, by when they end, with their sizes |
//! | `leadctl:{NS}:cache:bytes` | the sum of the sizes, by kind |
//! | `leadctl:{NS}:cache:lease:KIND:TENANT:HASH` | who makes an answer, until the lease ends |
//! | `leadctl:{NS}:cache:figures` | what was counted, and since when |
//!
//! BullMQ needs a Redis that evicts nothing, so the entries are bounded here and not by Redis. The
//! index makes a walk over the whole database needless. Scripts touch entries that the index names;
//! all keys share one hash tag, so that they are in one place on a cluster.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::time::Duration;

use async_trait::async_trait;
use redis::Script;

use super::{KindSize, LayerError, Leased, Page, Put, SharedLayer};
use crate::guard::cache::key::{Key, Kind};
use crate::model::Timestamp;
use crate::redis_link::{RedisLink, RedisLinkError};

/// Entries that end, or make room, in one step.
const STEP: u32 = 100;
/// Steps of one sweep at most.
const STEPS: usize = 50;
/// The figure that says since when is counted.
const SINCE: &str = "since";

/// What the scripts share. `KEYS`: index, bytes. `ARGV`: what entries of the kind begin with, the
/// kind, most bytes, entries in one step.
const COMMON: &str = "
local index, totals = KEYS[1], KEYS[2]
local entries, kind, most, step = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function forget(member)
  local base, size = string.match(member, '^(.*):(%d+)$')
  if redis.call('ZREM', index, member) == 1 then redis.call('HINCRBY', totals, kind, -size) end
  return base
end
local function drop(base)
  local size = redis.call('STRLEN', entries .. base)
  if size == 0 then return 0 end
  forget(base .. ':' .. size)
  redis.call('DEL', entries .. base)
  return 1
end
local function sweep()
  local swept = redis.call('ZRANGEBYSCORE', index, '-inf', now, 'LIMIT', 0, step)
  for _, member in ipairs(swept) do forget(member) end
  local sum = 0
  for _, bytes in ipairs(redis.call('HVALS', totals)) do sum = sum + bytes end
  local made = 0
  while sum > most and made < step do
    local first = redis.call('ZRANGE', index, 0, 0)[1]
    if not first then break end
    sum = sum - string.match(first, ':(%d+)$')
    redis.call('DEL', entries .. forget(first))
    made = made + 1
  end
  return math.max(#swept, made)
end
";

/// Keeps entries. Further `ARGV`: what leases begin with, the token; then for each entry its name
/// within the kind, the bytes, and for how long.
static PUT: LazyLock<Script> = LazyLock::new(|| {
    script(
        "
local leases, token = ARGV[5], ARGV[6]
for n = 7, #ARGV, 3 do
  local base, bytes, keep = ARGV[n], ARGV[n + 1], tonumber(ARGV[n + 2])
  drop(base)
  redis.call('SET', entries .. base, bytes, 'PX', keep)
  if redis.call('ZADD', index, now + keep, base .. ':' .. #bytes) == 1 then
    redis.call('HINCRBY', totals, kind, #bytes)
  end
  if token ~= '' and redis.call('GET', leases .. base) == token then
    redis.call('DEL', leases .. base)
  end
end
sweep()
return 1",
    )
});

/// Removes entries. Further `ARGV`: their names within the kind.
static REMOVE: LazyLock<Script> = LazyLock::new(|| {
    script(
        "
local removed = {}
for n = 5, #ARGV do removed[#removed + 1] = drop(ARGV[n]) end
return removed",
    )
});

/// Removes a step of the entries of a kind.
static FLUSH: LazyLock<Script> = LazyLock::new(|| {
    script(
        "
local members = redis.call('ZRANGE', index, 0, step - 1)
for _, member in ipairs(members) do redis.call('DEL', entries .. forget(member)) end
return #members",
    )
});

/// A step of clearing away; says how many there were.
static SWEEP: LazyLock<Script> = LazyLock::new(|| script("return sweep()"));

/// Gives leases where nobody has them, and then reads the entries. `KEYS`: all leases, then all
/// entries. `ARGV`: the token, for how long.
static LEASE: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "local half, answers = #KEYS / 2, {}
         for n = 1, half do
           local mine = redis.call('SET', KEYS[n], ARGV[1], 'NX', 'PX', ARGV[2])
           answers[#answers + 1] = mine and 1 or 0
           answers[#answers + 1] = redis.call('GET', KEYS[half + n])
         end
         return answers",
    )
});

/// Holds leases for longer, or gives them back where that is 0. `KEYS`: leases. `ARGV`: the token,
/// for how long.
static HOLD: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "for _, key in ipairs(KEYS) do
           if redis.call('GET', key) == ARGV[1] then
             if ARGV[2] == '0' then redis.call('DEL', key)
             else redis.call('PEXPIRE', key, ARGV[2]) end
           end
         end
         return 1",
    )
});

fn script(body: &str) -> Script {
    Script::new(&format!("{COMMON}{body}"))
}

impl From<RedisLinkError> for LayerError {
    fn from(error: RedisLinkError) -> Self {
        Self(Box::new(error))
    }
}

/// The layer in Redis, all of it below one prefix.
#[derive(Debug, Clone)]
pub struct RedisLayer {
    link: RedisLink,
    prefix: String,
    most: u64,
}

impl RedisLayer {
    /// On `link`, for at most `most` bytes; `namespace` keeps installations apart that share a
    /// Redis.
    pub fn new(link: RedisLink, namespace: &str, most: u64) -> Self {
        Self { link, prefix: format!("leadctl:{{{namespace}}}:cache:"), most }
    }

    /// Where the entry of a key is.
    pub fn place(&self, key: &Key) -> String {
        format!("{}v1:{key}", self.prefix)
    }

    fn lease_place(&self, key: &Key) -> String {
        format!("{}lease:{key}", self.prefix)
    }

    fn index(&self, kind: Kind) -> String {
        format!("{}index:{kind}", self.prefix)
    }

    /// A call of a script that has [`COMMON`] in front.
    fn call<'s>(&self, script: &'s Script, kind: Kind, step: u32) -> redis::ScriptInvocation<'s> {
        let mut call = script.prepare_invoke();
        call.key(self.index(kind)).key(format!("{}bytes", self.prefix));
        call.arg(format!("{}v1:{kind}:", self.prefix)).arg(kind.as_str());
        call.arg(self.most).arg(step);
        call
    }

    async fn hold(&self, keys: &[Key], token: &str, millis: u64) -> Result<(), LayerError> {
        if keys.is_empty() {
            return Ok(());
        }
        let mut call = HOLD.prepare_invoke();
        for key in keys {
            call.key(self.lease_place(key));
        }
        call.arg(token).arg(millis);
        Ok(self.link.script::<()>(&call).await?)
    }
}

fn of_kind(entries: &[Put], kind: Kind) -> Vec<&Put> {
    entries.iter().filter(|put| put.key.kind() == kind).collect()
}

/// The name of an entry within its kind.
fn base(key: &Key) -> String {
    let text = key.to_string();
    text.split_once(':').map_or(String::new(), |(_, base)| base.to_owned())
}

fn millis(span: Duration) -> u64 {
    u64::try_from(span.as_millis()).unwrap_or(u64::MAX).clamp(1, 1 << 52)
}

#[async_trait]
impl SharedLayer for RedisLayer {
    fn name(&self) -> &'static str {
        "redis"
    }

    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<Vec<u8>>>, LayerError> {
        match keys {
            [] => Ok(Vec::new()),
            [key] => Ok(vec![self.link.query(redis::cmd("GET").arg(self.place(key))).await?]),
            _ => {
                let mut get = redis::cmd("MGET");
                for key in keys {
                    get.arg(self.place(key));
                }
                Ok(self.link.query(&get).await?)
            }
        }
    }

    async fn put(&self, entries: &[Put], token: &str) -> Result<(), LayerError> {
        for &kind in Kind::ALL {
            let of_kind: Vec<&Put> = of_kind(entries, kind);
            if of_kind.is_empty() {
                continue;
            }
            let mut call = self.call(&PUT, kind, STEP);
            call.arg(format!("{}lease:{kind}:", self.prefix)).arg(token);
            for put in of_kind {
                call.arg(base(&put.key)).arg(&put.bytes).arg(millis(put.keep));
            }
            self.link.script::<()>(&call).await?;
        }
        Ok(())
    }

    async fn remove(&self, keys: &[Key]) -> Result<Vec<bool>, LayerError> {
        let mut removed = vec![false; keys.len()];
        for &kind in Kind::ALL {
            let at: Vec<usize> = (0..keys.len()).filter(|&n| keys[n].kind() == kind).collect();
            if at.is_empty() {
                continue;
            }
            let mut call = self.call(&REMOVE, kind, STEP);
            for &n in &at {
                call.arg(base(&keys[n]));
            }
            let were_there: Vec<u8> = self.link.script(&call).await?;
            for (n, was_there) in at.into_iter().zip(were_there) {
                removed[n] = was_there == 1;
            }
        }
        Ok(removed)
    }

    async fn lease(
        &self,
        keys: &[Key],
        token: &str,
        hold: Duration,
    ) -> Result<Vec<Leased>, LayerError> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let mut call = LEASE.prepare_invoke();
        for key in keys {
            call.key(self.lease_place(key));
        }
        for key in keys {
            call.key(self.place(key));
        }
        call.arg(token).arg(millis(hold));
        let answers: Vec<(u8, Option<Vec<u8>>)> = self.link.script(&call).await?;
        let leased = |(mine, entry): (u8, Option<Vec<u8>>)| Leased { mine: mine == 1, entry };
        Ok(answers.into_iter().map(leased).collect())
    }

    async fn renew(&self, keys: &[Key], token: &str, hold: Duration) -> Result<(), LayerError> {
        self.hold(keys, token, millis(hold)).await
    }

    async fn release(&self, keys: &[Key], token: &str) -> Result<(), LayerError> {
        self.hold(keys, token, 0).await
    }

    async fn list(&self, kind: Kind, cursor: Option<&str>, limit: u32) -> Result<Page, LayerError> {
        let (from, skip) = cursor.and_then(place_in_index).unwrap_or((0, 0));
        let mut range = redis::cmd("ZRANGEBYSCORE");
        range.arg(self.index(kind)).arg(from).arg("+inf").arg("WITHSCORES");
        range.arg("LIMIT").arg(skip).arg(u64::from(limit) + 1);
        let mut found: Vec<(String, f64)> = self.link.query(&range).await?;
        let more = found.len() > usize::try_from(limit).unwrap_or(usize::MAX);
        found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        let next = found.last().filter(|_| more).map(|(_, last)| {
            let alike = found.iter().filter(|(_, score)| score == last).count() as u64;
            // Scores are whole milliseconds.
            #[allow(clippy::cast_possible_truncation)]
            let last = *last as i64;
            format!("{last}.{}", if last == from { skip + alike } else { alike })
        });
        let keys: Vec<Key> = found
            .iter()
            .filter_map(|(member, _)| format!("{kind}:{}", member.rsplit_once(':')?.0).parse().ok())
            .collect();
        let values = self.get(&keys).await?;
        let entries = keys.into_iter().zip(values).filter_map(|(k, v)| Some((k, v?))).collect();
        Ok(Page { entries, next })
    }

    async fn flush(&self, kind: Kind, limit: u32) -> Result<u64, LayerError> {
        Ok(self.link.script(&self.call(&FLUSH, kind, limit.max(1))).await?)
    }

    async fn size(&self) -> Result<Vec<KindSize>, LayerError> {
        self.sweep().await?;
        let mut pipe = redis::pipe();
        for &kind in Kind::ALL {
            pipe.zcard(self.index(kind));
            pipe.hget(format!("{}bytes", self.prefix), kind.as_str());
        }
        let sizes: Vec<Option<i64>> = self.link.pipeline(&pipe).await?;
        let number = |n: Option<i64>| u64::try_from(n.unwrap_or(0)).unwrap_or(0);
        Ok(Kind::ALL
            .iter()
            .zip(sizes.chunks_exact(2))
            .map(|(&kind, pair)| KindSize {
                kind,
                entries: number(pair[0]),
                bytes: number(pair[1]),
            })
            .collect())
    }

    async fn sweep(&self) -> Result<(), LayerError> {
        for &kind in Kind::ALL {
            for _ in 0..STEPS {
                let cleared: u32 = self.link.script(&self.call(&SWEEP, kind, STEP)).await?;
                if cleared < STEP {
                    break;
                }
            }
        }
        Ok(())
    }

    async fn count(&self, tally: &BTreeMap<String, u64>) -> Result<(), LayerError> {
        let figures = format!("{}figures", self.prefix);
        let now = chrono::Utc::now().timestamp_millis();
        let mut pipe = redis::pipe();
        pipe.atomic().hset_nx(&figures, SINCE, now).ignore();
        for (name, n) in tally {
            pipe.hincr(&figures, name, *n).ignore();
        }
        Ok(self.link.pipeline::<()>(&pipe).await?)
    }

    async fn figures(&self) -> Result<(Option<Timestamp>, BTreeMap<String, u64>), LayerError> {
        let mut get = redis::cmd("HGETALL");
        get.arg(format!("{}figures", self.prefix));
        let mut figures: BTreeMap<String, i64> = self.link.query(&get).await?;
        let since = figures.remove(SINCE).map(Timestamp::from_millis);
        let figures = figures.into_iter().map(|(name, n)| (name, u64::try_from(n).unwrap_or(0)));
        Ok((since, figures.collect()))
    }
}

/// When the last entry of a page ends, and how many that end then have been shown.
fn place_in_index(cursor: &str) -> Option<(i64, u64)> {
    let (at, shown) = cursor.split_once('.')?;
    Some((at.parse().ok()?, shown.parse().ok()?))
}
