use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};
use tokio::time::Instant;

use super::budget::{Left, RedditBudget};
use super::error::RedditError;
use crate::guard::http::wait_secs;

/// How long to wait where Reddit says that it is enough, but not for how long.
const DEFAULT_WAIT: Duration = Duration::from_secs(60);

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
    /// [`RedditError::RateLimited`], [`RedditError::Paced`] or [`RedditError::Budget`].
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

    /// Waits for a turn within reason: by what is left of Reddit's limit, and by ours.
    ///
    /// # Errors
    /// [`RedditError::Paced`] or [`RedditError::Budget`] where the turn comes later than that.
    pub(super) async fn take(&self) -> Result<(), RedditError> {
        let Some(budget) = &self.budget else { return Ok(()) };
        if budget.pace().await? {
            // Meanwhile another may have heard that it is enough.
            self.check().await?;
        }
        budget.take().await
    }

    /// Remembers what an answer says of the requests that are left.
    pub(super) async fn note(&self, headers: &HeaderMap) {
        let Some(left) = Left::of(headers) else { return };
        let seen = Some((left.requests, Instant::now() + left.lasts));
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = seen;
        if let Some(budget) = &self.budget {
            budget.note(&left).await;
        }
        if left.requests < 1.0 {
            self.close_for(left.lasts).await;
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
    use std::sync::Arc;

    use super::*;
    use crate::clock::ManualClock;
    use crate::guard::rate_limit::memory::MemoryLimiter;
    use crate::guard::rate_limit::{Budget, Quota};
    use crate::model::Timestamp;
    use crate::reddit::LeastLeft;
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
            let (limiter, clock) = (limiter.clone(), clock.clone());
            let least = Arc::new(LeastLeft::default());
            let budget =
                RedditBudget::new(Some(requests), limiter, state.clone(), clock, least, app);
            Window::within(budget)
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

    #[tokio::test(start_paused = true)]
    async fn what_is_left_is_spread_over_the_rest_of_the_window_for_all_who_share_it() {
        let clock = ManualClock::at(Timestamp::from_secs(1_780_000_000));
        let state = Arc::new(MemoryState::new(clock.clone()));
        let limiter = Arc::new(MemoryLimiter::new(clock.clone()));
        let window = |key: &str| {
            let (limiter, state, clock) = (limiter.clone(), state.clone(), clock.clone());
            Window::within(RedditBudget::new(None, limiter, state, clock, Arc::default(), key))
        };
        let (one, two, other) = (window("ann"), window("ann"), window("bob"));
        let told = |left: u32, used: u32, reset: u32| {
            let (left, used, reset) = (left.to_string(), used.to_string(), reset.to_string());
            headers(&[
                ("x-ratelimit-remaining", left.as_str()),
                ("x-ratelimit-used", used.as_str()),
                ("x-ratelimit-reset", reset.as_str()),
            ])
        };
        let waits = async |window: &Window| {
            let begun = Instant::now();
            window.ready().await.unwrap();
            begun.elapsed().as_secs()
        };
        one.note(&told(500, 100, 300)).await;
        assert_eq!((waits(&one).await, waits(&one).await), (0, 0), "there is plenty");
        one.note(&told(30, 570, 300)).await;
        assert_eq!((waits(&one).await, waits(&two).await, waits(&one).await), (0, 10, 20));
        assert_eq!((waits(&other).await, waits(&other).await), (0, 0), "another's is apart");
        // As many turns as are waited for are given out; then jobs are put off.
        for wait in [30, 40, 50, 60] {
            assert_eq!(waits(&two).await, wait);
        }
        let refused = one.ready().await.unwrap_err();
        assert!(matches!(refused, RedditError::Paced { .. }), "{refused}");
        assert_eq!(refused.retry_after(), Some(Duration::from_secs(70)));
        // The less is left, the further apart.
        clock.advance(Duration::from_secs(70));
        two.note(&told(5, 595, 230)).await;
        assert_eq!((waits(&one).await, waits(&two).await), (0, 46));
        // A new window.
        clock.advance(Duration::from_secs(230));
        two.note(&told(599, 1, 600)).await;
        assert_eq!((waits(&one).await, waits(&one).await, waits(&two).await), (0, 0, 0));
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
