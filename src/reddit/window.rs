use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use metrics::gauge;
use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};
use tokio::time::Instant;

use super::error::RedditError;
use crate::clock::SharedClock;
use crate::guard::http::wait_secs;
use crate::guard::rate_limit::Budget;
use crate::model::Timestamp;
use crate::shared_state::SharedState;
use crate::telemetry::metrics as names;

/// How long to wait where Reddit says that it is enough, but not for how long.
const DEFAULT_WAIT: Duration = Duration::from_secs(60);

/// What the keys in the shared state begin with that say until when Reddit's limit is used up.
pub const CLOSED_WINDOWS: &str = "reddit/closed/";

/// What all processes with the same app may ask of Reddit together: a rate of ours, and what one of
/// them has heard from Reddit.
pub struct RedditBudget {
    requests: Option<Budget>,
    state: Arc<dyn SharedState>,
    clock: SharedClock,
    key: String,
}

impl RedditBudget {
    /// For the app that `app` names among others; `requests` is the rate of ours, if any.
    pub fn new(
        requests: Option<Budget>,
        state: Arc<dyn SharedState>,
        clock: SharedClock,
        app: &str,
    ) -> Self {
        Self { requests, state, clock, key: format!("{CLOSED_WINDOWS}{app}") }
    }

    /// For how long another process has heard that the window is closed.
    async fn closed_for(&self) -> Option<Duration> {
        let until = match self.state.get(&self.key).await {
            Ok(until) => until?.parse::<i64>().ok().map(Timestamp::from_millis)?,
            Err(error) => {
                tracing::debug!(%error, "what others heard of Reddit's limit is not known");
                return None;
            }
        };
        let left = until.since(self.clock.now());
        (!left.is_zero()).then_some(left)
    }

    async fn close_for(&self, wait: Duration) {
        // What another has heard may last longer.
        if wait.is_zero() || self.closed_for().await.is_some_and(|known| known >= wait) {
            return;
        }
        let until = self.clock.now().plus(wait).millis().to_string();
        if let Err(error) = self.state.set(&self.key, &until, wait).await {
            tracing::debug!(%error, "others cannot be told of Reddit's limit");
        }
    }
}

/// When Reddit's rate limit and ours allow the next request.
#[derive(Default)]
pub(super) struct Window {
    /// What the last answer said is left, and when the window ends.
    seen: Mutex<Option<(f64, Instant)>>,
    closed_until: Mutex<Option<Instant>>,
    budget: Option<RedditBudget>,
}

impl Window {
    /// One that other processes share.
    pub(super) fn within(budget: RedditBudget) -> Self {
        Self { budget: Some(budget), ..Self::default() }
    }

    /// Waits until both limits let a request be sent.
    ///
    /// # Errors
    /// [`RedditError::RateLimited`] or [`RedditError::Budget`].
    pub(super) async fn ready(&self) -> Result<(), RedditError> {
        self.check().await?;
        self.take().await
    }

    /// Whether Reddit's limit lets a request be sent now.
    ///
    /// # Errors
    /// [`RedditError::RateLimited`] while the window is used up.
    async fn check(&self) -> Result<(), RedditError> {
        if let Some(retry_after) = self.left() {
            return Err(RedditError::RateLimited { retry_after });
        }
        let Some(budget) = &self.budget else { return Ok(()) };
        match budget.closed_for().await {
            Some(retry_after) => {
                self.extend(retry_after);
                Err(RedditError::RateLimited { retry_after })
            }
            None => Ok(()),
        }
    }

    /// Takes a request from the budget, waiting for its turn within reason.
    ///
    /// # Errors
    /// [`RedditError::Budget`] where the turn comes later than that.
    pub(super) async fn take(&self) -> Result<(), RedditError> {
        let Some(requests) = self.budget.as_ref().and_then(|b| b.requests.as_ref()) else {
            return Ok(());
        };
        let left = requests.take(1).await;
        #[allow(clippy::cast_precision_loss)]
        gauge!(names::REDDIT_BUDGET, "by" => "ours").set(left.unwrap_or(0) as f64);
        left.map(|_| ()).map_err(|retry_after| RedditError::Budget { retry_after })
    }

    /// Remembers what an answer says of the requests that are left.
    pub(super) async fn note(&self, headers: &HeaderMap) {
        let remaining = headers
            .get("x-ratelimit-remaining")
            .and_then(|value| value.to_str().ok()?.trim().parse::<f64>().ok());
        let Some(left) = remaining else { return };
        gauge!(names::REDDIT_BUDGET, "by" => "reddit").set(left);
        let Some(wait) = wait_secs(headers.get("x-ratelimit-reset")) else { return };
        let seen = Some((left, Instant::now() + wait));
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = seen;
        if left < 1.0 {
            self.close_for(wait).await;
        }
    }

    /// Requests that the last answer said are left, and for how long they must do.
    pub(super) fn left_by_reddit(&self) -> Option<(f64, Duration)> {
        let (left, end) = (*self.seen.lock().unwrap_or_else(PoisonError::into_inner))?;
        Some((left, end.saturating_duration_since(Instant::now())))
    }

    /// Closes the window for `wait`, for all who share it.
    pub(super) async fn close_for(&self, wait: Duration) {
        // The longest word counts, so that a shorter one is not handed on.
        if self.extend(wait)
            && let Some(budget) = &self.budget
        {
            budget.close_for(wait).await;
        }
    }

    fn left(&self) -> Option<Duration> {
        let closed_until = *self.closed_until.lock().unwrap_or_else(PoisonError::into_inner);
        let left = closed_until?.saturating_duration_since(Instant::now());
        (!left.is_zero()).then_some(left)
    }

    /// Closes the window here; says whether that is longer than it was closed for.
    fn extend(&self, wait: Duration) -> bool {
        let until = Instant::now() + wait;
        let mut closed_until = self.closed_until.lock().unwrap_or_else(PoisonError::into_inner);
        let longer = closed_until.is_none_or(|so_far| so_far < until);
        if longer {
            *closed_until = Some(until);
        }
        longer
    }
}

/// How long an answer with status 429 asks to wait.
pub(super) fn wait_of(headers: &HeaderMap) -> Duration {
    retry_after(headers)
        .or_else(|| wait_secs(headers.get("x-ratelimit-reset")))
        .unwrap_or(DEFAULT_WAIT)
}

/// `retry-after`: seconds, or an instant, which is taken against the answer's own `date`, so that
/// neither clock needs to be right.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let instant =
        |name| chrono::DateTime::parse_from_rfc2822(headers.get(name)?.to_str().ok()?).ok();
    wait_secs(headers.get(RETRY_AFTER)).or_else(|| {
        let wait = instant(RETRY_AFTER)?.signed_duration_since(instant(DATE)?);
        Some(wait.to_std().unwrap_or_default().min(Duration::from_secs(3600)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::ManualClock;
    use crate::guard::rate_limit::Quota;
    use crate::guard::rate_limit::memory::MemoryLimiter;
    use crate::shared_state::memory::MemoryState;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(k, v)| (k.parse().unwrap(), v.parse().unwrap())).collect()
    }

    #[tokio::test(start_paused = true)]
    async fn a_used_up_window_is_closed_until_its_end() {
        let window = Window::default();
        let left = |n| headers(&[("x-ratelimit-remaining", n), ("x-ratelimit-reset", "30")]);
        window.note(&left("1.0")).await;
        assert!(window.check().await.is_ok());
        window.note(&left("0.0")).await;
        let wait = window.check().await.unwrap_err().retry_after();
        assert_eq!(wait, Some(Duration::from_secs(30)));
        tokio::time::advance(Duration::from_secs(30)).await;
        assert!(window.check().await.is_ok());
    }

    #[tokio::test(start_paused = true)]
    async fn what_one_process_hears_all_know_and_all_share_one_rate() {
        let clock = ManualClock::at(Timestamp::from_secs(1_780_000_000));
        let state = Arc::new(MemoryState::new(clock.clone()));
        let limiter = Arc::new(MemoryLimiter::new(clock.clone()));
        let window = |app: &str| {
            let (key, quota) = (format!("reddit:{app}"), Quota::per_minute(3).unwrap());
            let patience = Duration::from_secs(30);
            let requests = Budget::new(limiter.clone(), key, "reddit", quota, patience);
            let clock = clock.clone();
            Window::within(RedditBudget::new(Some(requests), state.clone(), clock, app))
        };
        let (one, two, other) = (window("a"), window("a"), window("b"));
        for n in 0..3 {
            assert!([&one, &two][n % 2].take().await.is_ok());
        }
        let begun = Instant::now();
        assert!(two.take().await.is_ok(), "its turn comes in time");
        assert_eq!(begun.elapsed(), Duration::from_secs(20));
        let refused = one.take().await.unwrap_err();
        assert!(matches!(refused, RedditError::Budget { .. }) && refused.is_retryable());
        assert_eq!(refused.retry_after(), Some(Duration::from_secs(40)));

        one.close_for(Duration::from_secs(50)).await;
        let told = two.check().await.unwrap_err();
        assert!(matches!(told, RedditError::RateLimited { .. }));
        assert_eq!(told.retry_after(), Some(Duration::from_secs(50)));
        assert!(other.check().await.is_ok() && other.take().await.is_ok());
    }

    #[test]
    fn waits_of_an_answer() {
        let secs = |pairs: &[(&'static str, &str)]| wait_of(&headers(pairs)).as_secs();
        assert_eq!(secs(&[("retry-after", "7"), ("x-ratelimit-reset", "9")]), 7);
        assert_eq!(secs(&[("x-ratelimit-reset", "9")]), 9);
        assert_eq!(secs(&[]), 60);
        let at = "Thu, 09 Nov 2023 19:03:42 GMT";
        let later = "Thu, 09 Nov 2023 19:04:00 GMT";
        assert_eq!(secs(&[("retry-after", later), ("date", at)]), 18);
        assert_eq!(secs(&[("retry-after", at), ("date", later)]), 0);
    }
}
