//! Within one process: the fall-back of the others.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;

use super::gcra::{Ask, Verdict, decide};
use super::{LimitError, Limiter};
use crate::clock::SharedClock;

/// Most keys; those that owe nothing go first, then those that owe least.
const MAX_KEYS: usize = 50_000;

/// Limits of one process.
#[derive(Debug)]
pub struct MemoryLimiter {
    states: Mutex<HashMap<String, i64>>,
    clock: SharedClock,
}

impl MemoryLimiter {
    /// Nothing was taken yet.
    pub fn new(clock: SharedClock) -> Self {
        Self { states: Mutex::default(), clock }
    }

    /// Takes; what cannot fail.
    pub fn take_now(&self, key: &str, ask: &Ask) -> Verdict {
        let now = now_us(&self.clock);
        let mut states = self.states(now);
        let tat = states.get(key).copied().unwrap_or(0);
        let (next, verdict) = decide(tat, now, ask);
        if next != tat {
            states.insert(key.to_owned(), next);
        }
        verdict
    }

    /// Takes over what was found elsewhere, so that this one can go on from there.
    pub(super) fn learn(&self, key: &str, verdict: &Verdict) {
        let now = now_us(&self.clock);
        let owed = i64::try_from(verdict.reset_after.as_micros()).unwrap_or(0);
        if owed > 0 {
            self.states(now).insert(key.to_owned(), now.saturating_add(owed));
        }
    }

    /// The states, with room for one more.
    fn states(&self, now: i64) -> MutexGuard<'_, HashMap<String, i64>> {
        let mut states = self.states.lock().unwrap_or_else(PoisonError::into_inner);
        if states.len() >= MAX_KEYS {
            states.retain(|_, tat| *tat > now);
        }
        if states.len() >= MAX_KEYS {
            let mut owed: Vec<i64> = states.values().copied().collect();
            let middle = owed.len() / 2;
            let (_, median, _) = owed.select_nth_unstable(middle);
            let median = *median;
            states.retain(|_, tat| *tat > median);
        }
        states
    }
}

/// The time in microseconds since 1970.
pub(super) fn now_us(clock: &SharedClock) -> i64 {
    clock.now().millis().saturating_mul(1000)
}

#[async_trait]
impl Limiter for MemoryLimiter {
    async fn take(&self, key: &str, ask: &Ask) -> Result<Verdict, LimitError> {
        Ok(self.take_now(key, ask))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::clock::ManualClock;
    use crate::guard::rate_limit::Quota;
    use crate::model::Timestamp;

    #[test]
    fn however_many_keys_come_the_memory_is_bounded() {
        let clock = ManualClock::at(Timestamp::from_secs(1_780_000_000));
        let limiter = MemoryLimiter::new(clock.clone());
        let ask = Ask::one(Quota::new(1, Duration::from_secs(1)).unwrap());
        for n in 0..MAX_KEYS + 10 {
            assert!(limiter.take_now(&format!("k{n}"), &ask).allowed);
        }
        assert!(limiter.states.lock().unwrap().len() <= MAX_KEYS);
        clock.advance(Duration::from_secs(2));
        for n in 0..MAX_KEYS {
            limiter.take_now(&format!("again{n}"), &ask);
        }
        assert!(limiter.states.lock().unwrap().len() <= MAX_KEYS);
    }
}
