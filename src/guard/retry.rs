use std::future::Future;
use std::time::Duration;

use backon::{ExponentialBuilder, Retryable};

/// How often a failed operation is tried again, and after how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// Most tries after the first.
    pub retries: usize,
    /// The wait before the first retry; doubles with every other one, with jitter.
    pub min_delay: Duration,
    /// The longest such wait.
    pub max_delay: Duration,
    /// Where the other side asks for a longer wait than this, the failure is returned at once:
    /// whoever called can use the time better than by waiting here.
    pub longest_wait: Duration,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            retries: 2,
            min_delay: Duration::from_millis(300),
            max_delay: Duration::from_secs(3),
            longest_wait: Duration::from_secs(5),
        }
    }
}

/// Runs `op` until it succeeds, fails for good, or the policy's retries are used up.
///
/// `retry_after` is the wait that the other side asked for; it is kept to where it is longer than
/// the policy's own.
///
/// # Errors
/// The last failure of `op`.
pub async fn retry<T, E, F, Fut>(
    policy: &Policy,
    op: F,
    is_retryable: impl Fn(&E) -> bool,
    retry_after: impl Fn(&E) -> Option<Duration>,
) -> Result<T, E>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, E>>,
    E: std::fmt::Display,
{
    let backoff = ExponentialBuilder::default()
        .with_min_delay(policy.min_delay)
        .with_max_delay(policy.max_delay)
        .with_max_times(policy.retries)
        .with_jitter();
    let longest = policy.longest_wait;
    op.retry(backoff)
        .when(|error| is_retryable(error) && retry_after(error).is_none_or(|wait| wait <= longest))
        .adjust(|error, delay| delay.map(|own| retry_after(error).map_or(own, |w| w.max(own))))
        .notify(|error, delay| {
            tracing::debug!(%error, delay_ms = delay.as_secs_f64() * 1000.0, "trying again");
        })
        .await
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[derive(Debug, PartialEq, Clone, thiserror::Error)]
    #[error("failed")]
    struct Failed {
        passing: bool,
        wait: Option<Duration>,
    }

    async fn tries(outcomes: &[Result<u8, Failed>]) -> (Result<u8, Failed>, usize) {
        let count = AtomicUsize::new(0);
        let op = || {
            let n = count.fetch_add(1, Ordering::SeqCst);
            let outcome = outcomes[n.min(outcomes.len() - 1)].clone();
            async move { outcome }
        };
        let result = retry(&Policy::default(), op, |e| e.passing, |e| e.wait).await;
        (result, count.load(Ordering::SeqCst))
    }

    const PASSING: Failed = Failed { passing: true, wait: None };

    #[tokio::test(start_paused = true)]
    async fn passing_failures_are_tried_again_up_to_the_bound() {
        assert_eq!(tries(&[Err(PASSING), Ok(1)]).await, (Ok(1), 2));
        assert_eq!(tries(&[Err(PASSING)]).await, (Err(PASSING), 3));
    }

    #[tokio::test(start_paused = true)]
    async fn lasting_failures_are_not() {
        let lasting = Failed { passing: false, wait: None };
        assert_eq!(tries(&[Err(lasting.clone()), Ok(1)]).await, (Err(lasting), 1));
    }

    #[tokio::test(start_paused = true)]
    async fn a_short_wait_is_kept_to_and_a_long_one_is_handed_back() {
        let started = tokio::time::Instant::now();
        let short = Failed { passing: true, wait: Some(Duration::from_secs(5)) };
        assert_eq!(tries(&[Err(short), Ok(1)]).await, (Ok(1), 2));
        assert!(started.elapsed() >= Duration::from_secs(5));
        let long = Failed { passing: true, wait: Some(Duration::from_secs(6)) };
        assert_eq!(tries(&[Err(long.clone()), Ok(1)]).await, (Err(long), 1));
    }
}
