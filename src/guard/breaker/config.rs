//! How one breaker decides.

use std::time::Duration;

/// Which calls a rate is taken of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scope {
    /// The last so many calls.
    Calls(u32),
    /// The calls of the last so long.
    Span(Duration),
    /// No rate: so many failures in a row open the breaker.
    InARow(u32),
    /// The calls of the last so long, where there were at least so many a second.
    Sampled {
        /// How long.
        span: Duration,
        /// Least calls a second, on the average of the span.
        per_second: f64,
    },
}

/// What becomes of trials that take too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WhenTooLong {
    /// The breaker opens again.
    #[default]
    Open,
    /// The breaker closes.
    Close,
}

/// How one breaker decides. Rates are in percent, above 0 and up to 100.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// Which calls a rate is taken of.
    pub scope: Scope,
    /// Fewer calls than this never open the breaker.
    pub minimum_calls: u32,
    /// Share of failed calls from which on it opens.
    pub failure_percent: f64,
    /// Share of slow calls from which on it opens.
    pub slow_percent: f64,
    /// A call that takes longer is slow; none is where absent.
    pub slow_after: Option<Duration>,
    /// Calls let through when its time is up, to see whether all is well again.
    pub trials: u32,
    /// How long it stays open the first time.
    pub wait: Duration,
    /// By how much that grows with each opening in a row; 1 or more.
    pub wait_factor: f64,
    /// The longest that it grows to.
    pub max_wait: Duration,
    /// Share of the wait, 0 to 1, that is added to it by chance, so that not all try at once.
    pub jitter: f64,
    /// Longest time for the trials; unlimited where absent.
    pub max_half_open: Option<Duration>,
    /// What becomes of trials that take longer.
    pub when_too_long: WhenTooLong,
    /// How long a trial may be on its way before another may take its place.
    pub lease: Duration,
    /// Trials may begin as soon as the wait is over, rather than with the next call.
    pub automatic: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            // By number and not by time: where many calls are made, those that went well before an
            // outage would hide it for half the time.
            scope: Scope::Calls(20),
            minimum_calls: 6,
            failure_percent: 50.0,
            slow_percent: 80.0,
            slow_after: None,
            trials: 1,
            wait: Duration::from_secs(10),
            wait_factor: 2.0,
            max_wait: Duration::from_secs(60),
            jitter: 0.1,
            max_half_open: Some(Duration::from_secs(300)),
            when_too_long: WhenTooLong::Open,
            lease: Duration::from_secs(90),
            automatic: false,
        }
    }
}

/// A value that no breaker can work with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field} {why}")]
pub struct ConfigError {
    /// The field.
    pub field: &'static str,
    /// What is wrong with it.
    pub why: String,
}

fn refuse(field: &'static str, why: impl Into<String>) -> Result<(), ConfigError> {
    Err(ConfigError { field, why: why.into() })
}

fn percent(field: &'static str, value: f64) -> Result<(), ConfigError> {
    if value > 0.0 && value <= 100.0 {
        return Ok(());
    }
    refuse(field, format!("is {value}; it must be above 0 and at most 100 percent"))
}

fn some_time(field: &'static str, value: Duration) -> Result<(), ConfigError> {
    if value >= Duration::from_millis(1) {
        return Ok(());
    }
    refuse(field, "must be at least 1 ms")
}

impl Config {
    /// Looks whether a breaker can work with it.
    ///
    /// # Errors
    /// The first field that is out of its range.
    pub fn validate(&self) -> Result<(), ConfigError> {
        percent("failure_percent", self.failure_percent)?;
        percent("slow_percent", self.slow_percent)?;
        if self.minimum_calls == 0 {
            refuse("minimum_calls", "must be at least 1")?;
        }
        if self.trials == 0 {
            refuse("trials", "must be at least 1")?;
        }
        self.validate_scope()?;
        some_time("wait", self.wait)?;
        some_time("lease", self.lease)?;
        if let Some(longest) = self.max_half_open {
            some_time("max_half_open", longest)?;
        }
        if self.max_wait < self.wait {
            refuse("max_wait", "must not be shorter than wait")?;
        }
        if !(1.0..=100.0).contains(&self.wait_factor) {
            refuse("wait_factor", format!("is {}; it must be from 1 to 100", self.wait_factor))?;
        }
        if !(0.0..=1.0).contains(&self.jitter) {
            refuse("jitter", format!("is {}; it must be from 0 to 1", self.jitter))?;
        }
        Ok(())
    }

    fn validate_scope(&self) -> Result<(), ConfigError> {
        match self.scope {
            Scope::Calls(0) | Scope::InARow(0) => refuse("scope", "must hold at least 1 call"),
            Scope::Calls(calls) if calls > 10_000 => {
                refuse("scope", format!("is {calls} calls; it must be at most 10000"))
            }
            Scope::Calls(calls) if self.minimum_calls > calls => {
                let least = self.minimum_calls;
                refuse("minimum_calls", format!("is {least}, and the window holds {calls} calls"))
            }
            Scope::Span(span) | Scope::Sampled { span, .. } if span.is_zero() => {
                some_time("scope", span)
            }
            Scope::Sampled { per_second, .. } if !(per_second > 0.0 && per_second <= 1e6) => {
                refuse("scope", format!("asks for {per_second} calls a second; give more than 0"))
            }
            _ => Ok(()),
        }
    }

    /// Fewer calls than this do not open the breaker.
    pub(super) fn least_calls(&self) -> u64 {
        let least = u64::from(self.minimum_calls);
        match self.scope {
            Scope::Sampled { span, per_second } => {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                let sampled = (span.as_secs_f64() * per_second).ceil() as u64;
                least.max(sampled)
            }
            _ => least,
        }
    }

    /// The wait of the opening that is number `openings` in a row; `chance` is from 0 to 1.
    pub(super) fn wait_of(&self, openings: u32, chance: f64) -> Duration {
        let longest = self.max_wait.as_secs_f64();
        let power = i32::try_from(openings.saturating_sub(1)).unwrap_or(i32::MAX);
        let grown = self.wait.as_secs_f64() * self.wait_factor.powi(power);
        let wait = grown.min(longest) * (1.0 + self.jitter * chance);
        Duration::from_secs_f64(wait.min(longest))
    }
}
