use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};
use tokio::time::Instant;

use super::error::RedditError;
use crate::guard::http::wait_secs;

/// How long to wait where Reddit says that it is enough, but not for how long.
const DEFAULT_WAIT: Duration = Duration::from_secs(60);

/// When Reddit's rate limit allows the next request.
#[derive(Debug, Default)]
pub(super) struct Window {
    closed_until: Mutex<Option<Instant>>,
}

impl Window {
    /// Whether a request may be sent now.
    ///
    /// # Errors
    /// [`RedditError::RateLimited`] while the window is used up.
    pub(super) fn check(&self) -> Result<(), RedditError> {
        let closed_until = *self.closed_until.lock().unwrap_or_else(PoisonError::into_inner);
        match closed_until.map(|until| until.saturating_duration_since(Instant::now())) {
            Some(left) if !left.is_zero() => Err(RedditError::RateLimited { retry_after: left }),
            _ => Ok(()),
        }
    }

    /// Remembers what an answer says of the requests that are left.
    pub(super) fn note(&self, headers: &HeaderMap) {
        let remaining = headers
            .get("x-ratelimit-remaining")
            .and_then(|value| value.to_str().ok()?.trim().parse::<f64>().ok());
        if remaining.is_some_and(|left| left < 1.0)
            && let Some(wait) = wait_secs(headers.get("x-ratelimit-reset"))
        {
            self.close_for(wait);
        }
    }

    /// Closes the window for `wait`.
    pub(super) fn close_for(&self, wait: Duration) {
        let until = Instant::now() + wait;
        let mut closed_until = self.closed_until.lock().unwrap_or_else(PoisonError::into_inner);
        *closed_until = Some(closed_until.map_or(until, |so_far| so_far.max(until)));
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

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(k, v)| (k.parse().unwrap(), v.parse().unwrap())).collect()
    }

    #[tokio::test(start_paused = true)]
    async fn a_used_up_window_is_closed_until_its_end() {
        let window = Window::default();
        window.note(&headers(&[("x-ratelimit-remaining", "1.0"), ("x-ratelimit-reset", "30")]));
        assert!(window.check().is_ok());
        window.note(&headers(&[("x-ratelimit-remaining", "0.0"), ("x-ratelimit-reset", "30")]));
        let wait = window.check().unwrap_err().retry_after();
        assert_eq!(wait, Some(Duration::from_secs(30)));
        tokio::time::advance(Duration::from_secs(30)).await;
        assert!(window.check().is_ok());
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
