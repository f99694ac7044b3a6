//! One limit as its user sees it.

use std::sync::Arc;
use std::time::Duration;

use metrics::counter;

use super::gcra::{Ask, Quota, Verdict};
use super::{LimitError, Limiter};
use crate::telemetry::metrics as names;

/// A budget of calls to somebody else, shared by all processes.
#[derive(Clone)]
pub struct Budget {
    limiter: Arc<dyn Limiter>,
    key: String,
    class: &'static str,
    quota: Quota,
    patience: Duration,
}

impl Budget {
    /// A budget under `key`. Refusals are counted as `class`; `patience` is the longest wait for
    /// one's turn.
    pub fn new(
        limiter: Arc<dyn Limiter>,
        key: String,
        class: &'static str,
        quota: Quota,
        patience: Duration,
    ) -> Self {
        Self { limiter, key, class, quota, patience }
    }

    /// Waits for its turn; gives how much is left.
    ///
    /// # Errors
    /// How long until the turn would come, where that is longer than the patience. Nothing is
    /// taken then.
    pub async fn take(&self, cost: u64) -> Result<u64, Duration> {
        let ask = Ask::one(self.quota).cost(cost).patience(self.patience);
        let Some(verdict) = self.ask(&ask).await else { return Ok(self.quota.limit()) };
        if !verdict.allowed {
            counter!(names::RATE_LIMITED, "class" => self.class).increment(1);
            return Err(verdict.retry_after);
        }
        if !verdict.wait.is_zero() {
            tracing::debug!(class = self.class, wait = ?verdict.wait, "waiting for a turn");
            tokio::time::sleep(verdict.wait).await;
        }
        Ok(verdict.remaining)
    }

    /// Takes what has been used already, whether or not it is there: whoever comes next waits.
    pub async fn charge(&self, cost: u64) {
        if cost > 0 {
            self.ask(&Ask::one(self.quota).cost(cost).patience(Duration::MAX)).await;
        }
    }

    /// A limit that cannot be known holds nobody up.
    async fn ask(&self, ask: &Ask) -> Option<Verdict> {
        match self.limiter.take(&self.key, ask).await {
            Ok(verdict) => Some(verdict),
            Err(LimitError(error)) => {
                tracing::warn!(%error, class = self.class, "a rate limit is not known");
                None
            }
        }
    }
}

impl std::fmt::Debug for Budget {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Budget")
            .field("class", &self.class)
            .field("quota", &self.quota)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::ManualClock;
    use crate::guard::rate_limit::memory::MemoryLimiter;
    use crate::model::Timestamp;

    fn budget(limit: u64, patience: u64) -> Budget {
        let clock = ManualClock::at(Timestamp::from_secs(1_780_000_000));
        let limiter = Arc::new(MemoryLimiter::new(clock));
        let quota = Quota::per_minute(limit).unwrap();
        Budget::new(limiter, "k".to_owned(), "test", quota, Duration::from_secs(patience))
    }

    #[tokio::test(start_paused = true)]
    async fn a_turn_is_waited_for_within_the_patience() {
        let budget = budget(2, 45);
        let begun = tokio::time::Instant::now();
        assert_eq!(budget.take(1).await, Ok(1));
        assert_eq!(budget.take(1).await, Ok(0));
        assert!(begun.elapsed().is_zero());
        assert_eq!(budget.take(1).await, Ok(0));
        assert_eq!(begun.elapsed(), Duration::from_secs(30));
        // The clock of the limits stands still.
        assert_eq!(budget.take(1).await, Err(Duration::from_secs(60)));
    }

    #[tokio::test(start_paused = true)]
    async fn what_was_used_is_owed() {
        let budget = budget(10, 0);
        budget.charge(25).await;
        assert_eq!(budget.take(1).await, Err(Duration::from_secs(6)));
    }
}
