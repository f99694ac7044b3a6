//! Process memory behind limits that are shared: what those cannot take, memory does.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use tokio::time::Instant;

use super::gcra::{Ask, Verdict};
use super::memory::MemoryLimiter;
use super::{LimitError, Limiter};
use crate::clock::SharedClock;

/// How long the shared limits are left alone after they could not be reached.
const PAUSE: Duration = Duration::from_millis(1_000);

/// Asks the shared limits, and memory while they cannot be reached. Memory is kept current, so that
/// it goes on from where the others were; it then counts for this process alone.
pub struct FallbackLimiter {
    shared: Arc<dyn Limiter>,
    memory: MemoryLimiter,
    retry_at: Mutex<Option<Instant>>,
}

impl FallbackLimiter {
    /// Memory behind `shared`.
    pub fn new(shared: Arc<dyn Limiter>, clock: SharedClock) -> Self {
        Self { shared, memory: MemoryLimiter::new(clock), retry_at: Mutex::default() }
    }

    /// Whether the shared limits may be asked; lets one through where they were away.
    fn admits(&self) -> bool {
        let mut retry_at = self.retry_at.lock().unwrap_or_else(PoisonError::into_inner);
        match retry_at.as_mut() {
            None => true,
            Some(at) if Instant::now() < *at => false,
            Some(at) => {
                *at = Instant::now() + 2 * PAUSE;
                true
            }
        }
    }

    fn note(&self, error: Option<&LimitError>) {
        let mut retry_at = self.retry_at.lock().unwrap_or_else(PoisonError::into_inner);
        match error {
            Some(error) => {
                if retry_at.is_none() {
                    tracing::warn!(%error, "rate limits are counted in this process alone");
                }
                *retry_at = Some(Instant::now() + PAUSE);
            }
            None => {
                if retry_at.take().is_some() {
                    tracing::info!("rate limits are shared again");
                }
            }
        }
    }
}

#[async_trait]
impl Limiter for FallbackLimiter {
    async fn take(&self, key: &str, ask: &Ask) -> Result<Verdict, LimitError> {
        if !self.admits() {
            return Ok(self.memory.take_now(key, ask));
        }
        match self.shared.take(key, ask).await {
            Ok(verdict) => {
                self.note(None);
                self.memory.learn(key, &verdict);
                Ok(verdict)
            }
            Err(error) => {
                self.note(Some(&error));
                Ok(self.memory.take_now(key, ask))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

    use super::*;
    use crate::clock::ManualClock;
    use crate::guard::rate_limit::Quota;
    use crate::model::Timestamp;

    struct Fickle {
        house: MemoryLimiter,
        away: AtomicBool,
        asked: AtomicUsize,
    }

    #[async_trait]
    impl Limiter for Fickle {
        async fn take(&self, key: &str, ask: &Ask) -> Result<Verdict, LimitError> {
            self.asked.fetch_add(1, Ordering::SeqCst);
            if self.away.load(Ordering::SeqCst) {
                return Err(LimitError("away".into()));
            }
            Ok(self.house.take_now(key, ask))
        }
    }

    #[tokio::test(start_paused = true)]
    async fn memory_goes_on_from_where_the_others_were_and_they_come_back_by_themselves() {
        let clock = ManualClock::at(Timestamp::from_secs(1_780_000_000));
        let house = MemoryLimiter::new(clock.clone());
        let (away, asked) = (AtomicBool::new(false), AtomicUsize::new(0));
        let shared = Arc::new(Fickle { house, away, asked });
        let limiter = FallbackLimiter::new(shared.clone(), clock);
        let ask = Ask::one(Quota::per_minute(4).unwrap());
        let mut left = Vec::new();
        for n in 0..6 {
            shared.away.store(n >= 2, Ordering::SeqCst);
            let verdict = limiter.take("k", &ask).await.unwrap();
            left.push((verdict.allowed, verdict.remaining));
        }
        assert_eq!(left[..4], [(true, 3), (true, 2), (true, 1), (true, 0)]);
        assert_eq!(left[4..], [(false, 0), (false, 0)]);
        assert_eq!(shared.asked.load(Ordering::SeqCst), 3, "asked once while away");
        shared.away.store(false, Ordering::SeqCst);
        tokio::time::advance(PAUSE).await;
        assert_eq!(limiter.take("k", &ask).await.unwrap().remaining, 1, "the shared one's");
        assert_eq!(shared.asked.load(Ordering::SeqCst), 4);
    }
}
