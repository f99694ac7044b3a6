//! Another try after a failure that may pass.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How often a failed call is tried again, and after how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// Most tries after the first.
    pub retries: u32,
    /// The longest wait before the first retry; the longest doubles with every other one, and the
    /// wait is anything from nothing to it ("full jitter").
    pub min_delay: Duration,
    /// What that grows to.
    pub max_delay: Duration,
    /// Where the other side asks for a longer wait than this, the failure is returned at once:
    /// whoever called can use the time better than by waiting here.
    pub longest_wait: Duration,
    /// Longest time for all tries with their waits: no try begins after it.
    pub total: Duration,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            retries: 2,
            min_delay: Duration::from_millis(600),
            max_delay: Duration::from_secs(3),
            longest_wait: Duration::from_secs(5),
            total: Duration::from_secs(90),
        }
    }
}

impl Policy {
    /// Tries once.
    pub const NONE: Self = Self {
        retries: 0,
        min_delay: Duration::ZERO,
        max_delay: Duration::ZERO,
        longest_wait: Duration::ZERO,
        total: Duration::ZERO,
    };

    /// The wait before the next try after `failed` have failed and `elapsed` has passed, where there
    /// is one. `chance` is from 0 to 1; `asked` is what the other side asks for, and is kept to.
    pub fn next(
        &self,
        failed: u32,
        elapsed: Duration,
        asked: Option<Duration>,
        chance: f64,
    ) -> Option<Duration> {
        if failed > self.retries || asked.is_some_and(|asked| asked > self.longest_wait) {
            return None;
        }
        let doubled = 2u32.saturating_pow(failed.saturating_sub(1));
        let longest = self.min_delay.saturating_mul(doubled).min(self.max_delay);
        let own = longest.mul_f64(chance.clamp(0.0, 1.0));
        let wait = asked.map_or(own, |asked| asked.max(own));
        (elapsed.saturating_add(wait) <= self.total).then_some(wait)
    }
}

/// Calls for which one retry is allowed.
const CALLS_PER_RETRY: u32 = 5;
/// Retries that are allowed before any call has earned one.
const RESERVE: u32 = 5;
/// Retries that can be saved up.
const MOST: u32 = 50;

/// How many retries a process may make: one for every five calls, so that retries stay below a
/// fifth of all calls and do not add to an outage.
#[derive(Debug, Clone)]
pub struct RetryBudget(Arc<Mutex<u32>>);

impl Default for RetryBudget {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(RESERVE * CALLS_PER_RETRY)))
    }
}

impl RetryBudget {
    /// Notes a call that is made for the first time.
    pub fn called(&self) {
        let mut saved = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *saved = saved.saturating_add(1).min(MOST * CALLS_PER_RETRY);
    }

    /// Takes one retry, where one is left.
    pub fn take(&self) -> bool {
        let mut saved = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match saved.checked_sub(CALLS_PER_RETRY) {
            Some(left) => {
                *saved = left;
                true
            }
            None => false,
        }
    }
}

tokio::task_local! {
    /// Attempts of the job at hand that have failed before.
    static FAILED_ATTEMPTS: u32;
}

/// Runs one attempt of a job, before which `failed_attempts` have failed. Calls made in it are tried
/// again by themselves in the first attempt alone: the later attempts are the retries of the earlier
/// ones. So a call of a job is made at most `attempts + retries` times, and not their product.
pub async fn attempt<F: Future>(failed_attempts: u32, work: F) -> F::Output {
    FAILED_ATTEMPTS.scope(failed_attempts, work).await
}

/// Whether a call made here may be tried again by itself.
pub(super) fn may_retry_here() -> bool {
    FAILED_ATTEMPTS.try_with(|failed| *failed == 0).unwrap_or(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEC: Duration = Duration::from_secs(1);

    #[test]
    fn waits_grow_with_full_jitter_up_to_a_bound() {
        let policy = Policy { retries: 9, ..Policy::default() };
        let at = |failed, chance| policy.next(failed, Duration::ZERO, None, chance);
        assert_eq!(at(1, 0.0), Some(Duration::ZERO));
        assert_eq!(at(1, 1.0), Some(Duration::from_millis(600)));
        assert_eq!(at(2, 1.0), Some(Duration::from_millis(1200)));
        assert_eq!(at(2, 0.5), Some(Duration::from_millis(600)));
        assert_eq!(at(9, 1.0), Some(3 * SEC));
    }

    #[test]
    fn tries_are_bounded_by_number_and_by_time() {
        let policy = Policy { retries: 2, total: 10 * SEC, ..Policy::default() };
        assert!(policy.next(2, Duration::ZERO, None, 1.0).is_some());
        assert_eq!(policy.next(3, Duration::ZERO, None, 0.0), None);
        assert!(policy.next(1, 10 * SEC, None, 0.0).is_some());
        assert_eq!(policy.next(1, 10 * SEC, None, 1.0), None);
        assert_eq!(policy.next(1, 8 * SEC, Some(3 * SEC), 0.0), None);
        assert_eq!(Policy::NONE.next(1, Duration::ZERO, None, 0.0), None);
    }

    #[test]
    fn a_short_wait_that_is_asked_for_is_kept_to_and_a_long_one_is_handed_back() {
        let policy = Policy::default();
        assert_eq!(policy.next(1, Duration::ZERO, Some(5 * SEC), 0.3), Some(5 * SEC));
        assert_eq!(policy.next(1, Duration::ZERO, Some(6 * SEC), 0.3), None);
    }

    #[test]
    fn a_process_retries_less_than_a_fifth_of_its_calls() {
        let budget = RetryBudget::default();
        let (calls, mut retries) = (10_000, 0);
        for _ in 0..calls {
            budget.called();
            // Every call fails, and would be tried again twice.
            retries += u32::from(budget.take()) + u32::from(budget.take());
        }
        let sent = calls + retries;
        assert!(retries * 5 < sent, "{retries} of {sent}");
        assert!(retries >= calls / 6, "{retries}");
    }

    #[test]
    fn a_quiet_time_saves_up_no_storm() {
        let budget = RetryBudget::default();
        (0..1_000_000).for_each(|_| budget.called());
        let taken = std::iter::repeat_with(|| budget.take()).take_while(|taken| *taken).count();
        assert_eq!(taken, MOST as usize);
    }
}
