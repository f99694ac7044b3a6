//! On Redis, for processes on any number of machines. Its clock is the server's.

use std::sync::LazyLock;

use ::redis::Script;
use async_trait::async_trait;

use super::gcra::{Ask, Verdict, given, refused};
use super::memory::now_us;
use super::{LimitError, Limiter};
use crate::clock::SharedClock;
use crate::redis_link::RedisLink;

/// The rule of [`decide`](super::gcra::decide), in one step on the server.
static TAKE: LazyLock<Script> = LazyLock::new(|| Script::new(include_str!("take.lua")));

/// Limits in Redis, all of them below one prefix.
#[derive(Debug, Clone)]
pub struct RedisLimiter {
    link: RedisLink,
    prefix: String,
    clock: Option<SharedClock>,
}

impl RedisLimiter {
    /// On `link`; `namespace` keeps installations apart that share a Redis.
    pub fn new(link: RedisLink, namespace: &str) -> Self {
        Self { link, prefix: format!("leadctl:{{{namespace}}}:rate:"), clock: None }
    }

    /// By another clock than the server's.
    #[must_use]
    pub fn with_clock(mut self, clock: SharedClock) -> Self {
        self.clock = Some(clock);
        self
    }
}

#[async_trait]
impl Limiter for RedisLimiter {
    async fn take(&self, key: &str, ask: &Ask) -> Result<Verdict, LimitError> {
        let (increment, window, patience) = ask.figures();
        let mut call = TAKE.prepare_invoke();
        call.key(format!("{}{key}", self.prefix)).arg(increment).arg(window).arg(patience);
        match &self.clock {
            Some(clock) => call.arg(now_us(clock)),
            None => call.arg(""),
        };
        let (allowed, tat, now): (i64, i64, i64) = self.link.script(&call).await?;
        Ok(if allowed == 1 { given(tat, now, ask) } else { refused(tat, now, ask) })
    }
}
