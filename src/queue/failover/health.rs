//! Whether the primary answers, as this process knows it.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::clock::SharedClock;
use crate::model::Timestamp;
use crate::queue::QueueError;

/// The primary did not answer a moment ago, and was not asked again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason} (away since {since})")]
pub struct Away {
    /// Since when.
    pub since: Timestamp,
    /// What it, or the way to it, said.
    pub reason: String,
}

impl From<Away> for QueueError {
    fn from(away: Away) -> Self {
        Self::Unreachable(Box::new(away))
    }
}

#[derive(Debug)]
struct Outage {
    away: Away,
    retry_at: Instant,
}

/// Lets one call through each `trial_every` while the primary is away.
#[derive(Debug)]
pub(super) struct Health {
    clock: SharedClock,
    trial_every: Duration,
    outage: Mutex<Option<Outage>>,
}

impl Health {
    pub(super) fn new(clock: SharedClock, trial_every: Duration) -> Self {
        Self { clock, trial_every, outage: Mutex::default() }
    }

    /// Whether the primary may be asked now; whoever is let through during an outage must tell how
    /// it went within `limit`.
    pub(super) fn admit(&self, limit: Duration) -> Result<(), Away> {
        let mut outage = self.outage.lock().unwrap_or_else(PoisonError::into_inner);
        match outage.as_mut() {
            Some(outage) if Instant::now() < outage.retry_at => Err(outage.away.clone()),
            Some(outage) => {
                // The others go on failing at once until this one knows.
                outage.retry_at = Instant::now() + limit + self.trial_every;
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// It answered; says whether that ended an outage.
    pub(super) fn answered(&self) -> Option<Away> {
        let ended = self.outage.lock().unwrap_or_else(PoisonError::into_inner).take();
        ended.map(|outage| outage.away)
    }

    /// It did not answer; says whether that is news.
    pub(super) fn failed(&self, reason: &str) -> (Away, bool) {
        let mut outage = self.outage.lock().unwrap_or_else(PoisonError::into_inner);
        let retry_at = Instant::now() + self.trial_every;
        if let Some(outage) = outage.as_mut() {
            outage.retry_at = retry_at;
            return (outage.away.clone(), false);
        }
        let away = Away { since: self.clock.now(), reason: reason.to_owned() };
        *outage = Some(Outage { away: away.clone(), retry_at });
        (away, true)
    }

    /// The outage that goes on.
    pub(super) fn away(&self) -> Option<Away> {
        self.outage
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .as_ref()
            .map(|outage| outage.away.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::ManualClock;

    #[tokio::test(start_paused = true)]
    async fn one_trial_a_second_while_it_is_away() {
        let start = Timestamp::from_secs(1_000);
        let clock = ManualClock::at(start);
        let second = Duration::from_secs(1);
        let health = Health::new(clock.clone(), second);
        assert_eq!(health.admit(second), Ok(()));
        let (away, news) = health.failed("refused");
        assert!(news && away.since == start);
        assert_eq!(health.admit(second), Err(away.clone()));
        tokio::time::advance(second).await;
        clock.advance(second);
        assert_eq!(health.admit(second), Ok(()));
        // While that trial lasts nobody else is let through.
        assert_eq!(health.admit(second), Err(away.clone()));
        assert_eq!(health.failed("timed out"), (away.clone(), false));
        tokio::time::advance(second).await;
        assert_eq!(health.admit(second), Ok(()));
        assert_eq!(health.answered(), Some(away));
        assert_eq!(health.admit(second), Ok(()));
        assert_eq!((health.answered(), health.away()), (None, None));
    }
}
