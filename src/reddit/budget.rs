//! What all processes may ask of Reddit together in one name: an account's, an app's, or nobody's.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use metrics::gauge;
use reqwest::header::HeaderMap;
use tokio::time::Instant;

use super::error::RedditError;
use crate::clock::SharedClock;
use crate::guard::http::wait_secs;
use crate::guard::rate_limit::{Budget, Limiter, Quota};
use crate::model::Timestamp;
use crate::shared_state::SharedState;
use crate::telemetry::metrics as names;

/// What the keys in the shared state begin with that say until when Reddit's limit is used up.
pub const CLOSED_WINDOWS: &str = "reddit/closed/";
/// What the keys in the shared state begin with that say what is left where that is little.
const LITTLE_LEFT: &str = "reddit/left/";
/// The part of Reddit's limit that may be used at once; the rest is spread over the time that is left.
const AT_ONCE: f64 = 0.5;
/// Longest wait for a turn while requests are spread; whoever would wait longer is put off.
const PACE_PATIENCE: Duration = Duration::from_secs(60);
/// What Reddit's limit is taken for where an answer does not say what was used.
const USUAL_LIMIT: f64 = 100.0;

/// What Reddit's answers say is left, and for how long it must do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Left {
    /// Requests that are left.
    pub(super) requests: f64,
    /// Requests of the whole window.
    limit: f64,
    /// How long the window lasts yet.
    pub(super) lasts: Duration,
}

impl Left {
    /// What an answer says; nothing where it does not.
    pub(super) fn of(headers: &HeaderMap) -> Option<Self> {
        let number = |name| -> Option<f64> {
            let number: f64 = headers.get(name)?.to_str().ok()?.trim().parse().ok()?;
            (number.is_finite() && number >= 0.0).then_some(number)
        };
        let requests = number("x-ratelimit-remaining")?;
        let used = number("x-ratelimit-used");
        let limit = used.map_or(USUAL_LIMIT.max(requests), |used| used + requests);
        let lasts = wait_secs(headers.get("x-ratelimit-reset"))?;
        Some(Self { requests, limit, lasts })
    }

    /// How far apart requests are to be, so that what is left does to the end of the window; nothing
    /// while there is plenty.
    fn spacing(&self) -> Option<Duration> {
        let little = self.requests < self.limit * AT_ONCE && !self.lasts.is_zero();
        little.then(|| self.lasts.div_f64(self.requests.max(1.0)))
    }
}

/// The least that is left of any budget of this process, for its metrics: names of accounts are no
/// labels.
#[derive(Debug, Default)]
pub struct LeastLeft(Mutex<HashMap<Limit, (f64, Instant)>>);

/// By whom a limit is, and of which budget.
type Limit = (&'static str, String);

impl LeastLeft {
    /// Notes what is left of the budget `key` by this limit, which holds for so long.
    fn note(&self, by: &'static str, key: &str, left: f64, holds: Duration) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        known.retain(|_, (_, end)| *end > now);
        known.insert((by, key.to_owned()), (left, now + holds));
        let same = known.iter().filter(|((other, _), _)| *other == by);
        let least = same.map(|(_, (left, _))| *left).fold(left, f64::min);
        gauge!(names::REDDIT_BUDGET, "by" => by).set(least);
    }
}

/// What all processes may ask of Reddit together in one name: a rate of ours, and what one of them has
/// heard from Reddit.
pub struct RedditBudget {
    requests: Option<Budget>,
    limiter: Arc<dyn Limiter>,
    state: Arc<dyn SharedState>,
    clock: SharedClock,
    least: Arc<LeastLeft>,
    key: String,
    /// What was heard here last, while it is little.
    little: Mutex<Option<Little>>,
}

/// That little is left: how much, of how much, and until when.
#[derive(Debug, Clone, Copy)]
struct Little {
    requests: f64,
    limit: f64,
    until: Timestamp,
}

impl Little {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let mut number = || parts.next()?.parse::<f64>().ok().filter(|n| n.is_finite());
        let (requests, limit) = (number()?, number()?);
        let until = Timestamp::from_millis(parts.next()?.parse().ok()?);
        Some(Self { requests, limit, until })
    }

    fn spacing(&self, now: Timestamp) -> Option<Duration> {
        let lasts = self.until.since(now);
        Left { requests: self.requests, limit: self.limit, lasts }.spacing()
    }
}

impl RedditBudget {
    /// For the name that `key` tells from others; `requests` is the rate of ours, if any. Turns are
    /// given out by `limiter`, and `least` hears what is left.
    pub fn new(
        requests: Option<Budget>,
        limiter: Arc<dyn Limiter>,
        state: Arc<dyn SharedState>,
        clock: SharedClock,
        least: Arc<LeastLeft>,
        key: &str,
    ) -> Self {
        let little = Mutex::default();
        Self { requests, limiter, state, clock, least, key: key.to_owned(), little }
    }

    /// Takes a request from the rate of ours, waiting for its turn within reason.
    ///
    /// # Errors
    /// [`RedditError::Budget`] where the turn comes later than that.
    pub(super) async fn take(&self) -> Result<(), RedditError> {
        let Some(requests) = &self.requests else { return Ok(()) };
        let left = requests.take(1).await;
        #[allow(clippy::cast_precision_loss)]
        let told = left.unwrap_or(0) as f64;
        self.least.note("ours", &self.key, told, Duration::from_secs(60));
        left.map(|_| ()).map_err(|retry_after| RedditError::Budget { retry_after })
    }

    /// While little is left in Reddit's window: waits for a turn, so that requests of all who share
    /// the budget are spread over the rest of it. Says whether that took time.
    ///
    /// # Errors
    /// [`RedditError::Paced`] where the turn comes later than is waited for.
    pub(super) async fn pace(&self) -> Result<bool, RedditError> {
        let Some(spacing) = self.spacing().await else { return Ok(false) };
        let Some(quota) = Quota::new(1, spacing) else { return Ok(false) };
        let key = format!("reddit:{}:pace", self.key);
        let turns = Budget::new(self.limiter.clone(), key, "reddit", quota, PACE_PATIENCE);
        let begun = Instant::now();
        match turns.take(1).await {
            Ok(_) => Ok(!begun.elapsed().is_zero()),
            Err(retry_after) => Err(RedditError::Paced { retry_after }),
        }
    }

    /// The tightest spacing that this process or another has heard of.
    async fn spacing(&self) -> Option<Duration> {
        let now = self.clock.now();
        let own = *self.little.lock().unwrap_or_else(PoisonError::into_inner);
        let others = match self.state.get(&self.left_key()).await {
            Ok(text) => text.and_then(|text| Little::parse(&text)),
            Err(error) => {
                tracing::debug!(%error, "what others heard of Reddit's window is not known");
                None
            }
        };
        own.into_iter().chain(others).filter_map(|little| little.spacing(now)).max()
    }

    /// Notes what an answer says is left, for all who share the budget.
    pub(super) async fn note(&self, left: &Left) {
        self.least.note("reddit", &self.key, left.requests, left.lasts);
        let little = left.spacing().map(|_| Little {
            requests: left.requests,
            limit: left.limit,
            until: self.clock.now().plus(left.lasts),
        });
        let was = {
            let mut kept = self.little.lock().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut *kept, little)
        };
        let key = self.left_key();
        let told = match little {
            Some(Little { requests, limit, until }) => {
                let text = format!("{requests} {limit} {}", until.millis());
                self.state.set(&key, &text, left.lasts).await
            }
            // A new window has begun.
            None if was.is_some() => self.state.set(&key, "", Duration::from_millis(1)).await,
            None => Ok(()),
        };
        if let Err(error) = told {
            tracing::debug!(%error, "others cannot be told of Reddit's window");
        }
    }

    /// For how long another process has heard that the window is closed.
    pub(super) async fn closed_for(&self) -> Option<Duration> {
        let until = match self.state.get(&self.closed_key()).await {
            Ok(until) => until?.parse::<i64>().ok().map(Timestamp::from_millis)?,
            Err(error) => {
                tracing::debug!(%error, "what others heard of Reddit's limit is not known");
                return None;
            }
        };
        let left = until.since(self.clock.now());
        (!left.is_zero()).then_some(left)
    }

    pub(super) async fn close_for(&self, wait: Duration) {
        // What another has heard may last longer.
        if wait.is_zero() || self.closed_for().await.is_some_and(|known| known >= wait) {
            return;
        }
        let until = self.clock.now().plus(wait).millis().to_string();
        if let Err(error) = self.state.set(&self.closed_key(), &until, wait).await {
            tracing::debug!(%error, "others cannot be told of Reddit's limit");
        }
    }

    fn closed_key(&self) -> String {
        format!("{CLOSED_WINDOWS}{}", self.key)
    }

    fn left_key(&self) -> String {
        format!("{LITTLE_LEFT}{}", self.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(requests: f64, used: f64, secs: u64) -> Left {
        Left { requests, limit: requests + used, lasts: Duration::from_secs(secs) }
    }

    #[test]
    fn requests_are_spread_from_the_half_of_the_limit_on() {
        assert_eq!(left(600.0, 0.0, 600).spacing(), None);
        assert_eq!(left(300.0, 300.0, 500).spacing(), None);
        assert_eq!(left(250.0, 350.0, 500).spacing(), Some(Duration::from_secs(2)));
        assert_eq!(left(50.0, 550.0, 100).spacing(), Some(Duration::from_secs(2)));
        assert_eq!(left(0.0, 600.0, 30).spacing(), Some(Duration::from_secs(30)));
        assert_eq!(left(0.0, 600.0, 0).spacing(), None);
    }

    #[test]
    fn an_answer_says_what_is_left_or_nothing() {
        let headers = |pairs: &[(&'static str, &str)]| -> HeaderMap {
            pairs.iter().map(|(k, v)| (k.parse().unwrap(), v.parse().unwrap())).collect()
        };
        let (remaining, reset) = ("x-ratelimit-remaining", "x-ratelimit-reset");
        let all = headers(&[(remaining, "12.5"), (reset, "30"), ("x-ratelimit-used", "87.5")]);
        let found = Left::of(&all).unwrap();
        assert_eq!((found.requests, found.limit, found.lasts.as_secs()), (12.5, 100.0, 30));
        let some = headers(&[(remaining, "700"), (reset, "30")]);
        assert_eq!(Left::of(&some).unwrap().limit, 700.0);
        for none in [&[(remaining, "1")][..], &[(remaining, "NaN"), (reset, "1")], &[(reset, "1")]]
        {
            assert!(Left::of(&headers(none)).is_none(), "{none:?}");
        }
        for text in ["", "1", "1 2", "x 2 3", "inf 2 3"] {
            assert!(Little::parse(text).is_none(), "{text}");
        }
    }
}
