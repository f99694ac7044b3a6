//! What this process has seen of what counts for the objectives.

use std::sync::atomic::{AtomicU64, Ordering};

use metrics::counter;

use super::{Counts, Slo};
use crate::telemetry::metrics::SLO_EVENTS;

/// Counts events that are good or bad for an objective, until they are taken to be kept.
#[derive(Debug, Default)]
pub struct Tally {
    seen: [Seen; Slo::ALL.len()],
}

#[derive(Debug, Default)]
struct Seen {
    total: AtomicU64,
    bad: AtomicU64,
}

impl Tally {
    /// Makes the counters of this process begin at 0, so that the first event is seen as a change.
    pub fn announce(&self) {
        for slo in Slo::ALL {
            for outcome in ["good", "bad"] {
                counter!(SLO_EVENTS, "slo" => slo.as_str(), "outcome" => outcome).increment(0);
            }
        }
    }

    /// Counts an event.
    pub fn record(&self, slo: Slo, good: bool) {
        let seen = &self.seen[slo as usize];
        // In this order, and taken in the other: never are more bad ones taken than there are.
        seen.total.fetch_add(1, Ordering::Relaxed);
        if !good {
            seen.bad.fetch_add(1, Ordering::Relaxed);
        }
        let outcome = if good { "good" } else { "bad" };
        counter!(SLO_EVENTS, "slo" => slo.as_str(), "outcome" => outcome).increment(1);
    }

    /// What was counted since the last time; nothing is told of an objective where nothing was.
    pub fn take(&self) -> Vec<(Slo, Counts)> {
        let mut taken = Vec::new();
        for &slo in Slo::ALL {
            let seen = &self.seen[slo as usize];
            let bad = seen.bad.swap(0, Ordering::Relaxed);
            let total = seen.total.swap(0, Ordering::Relaxed);
            if total > 0 {
                taken.push((slo, Counts { total, bad }));
            }
        }
        taken
    }

    /// Takes back what could not be kept.
    pub fn give_back(&self, taken: &[(Slo, Counts)]) {
        for (slo, counts) in taken {
            let seen = &self.seen[*slo as usize];
            seen.total.fetch_add(counts.total, Ordering::Relaxed);
            seen.bad.fetch_add(counts.bad, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_is_counted_once_and_can_be_given_back() {
        let tally = Tally::default();
        assert!(tally.take().is_empty());
        tally.record(Slo::Availability, true);
        tally.record(Slo::Availability, false);
        tally.record(Slo::Jobs, true);
        let taken = tally.take();
        let expected = [
            (Slo::Availability, Counts { total: 2, bad: 1 }),
            (Slo::Jobs, Counts { total: 1, bad: 0 }),
        ];
        assert_eq!(taken, expected);
        assert!(tally.take().is_empty());
        tally.give_back(&taken);
        tally.record(Slo::Jobs, false);
        assert_eq!(tally.take()[1], (Slo::Jobs, Counts { total: 2, bad: 1 }));
    }
}
