//! The generic cell rate algorithm (ITU-T I.371, annex A.1, as a virtual scheduler): a token bucket
//! whose whole state is the *theoretical arrival time*, the moment at which the bucket is full again.
//!
//! With `window` for the time in which a full bucket is refilled and `i = cost / limit * window`,
//! what is asked at `now` fits where `max(tat, now) + i - window <= now`, and leaves the state at
//! `max(tat, now) + i`. Times are whole microseconds since 1970, exact also in the doubles of Lua.

use std::time::Duration;

/// Longest span that is reckoned with, in microseconds: a hundred years.
const LONGEST_US: i64 = 100 * 365 * 86_400 * 1_000_000;

/// How much may be taken: `limit` units in each period; all of them at once after a rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    limit: u64,
    period: Duration,
}

impl Quota {
    /// `limit` units in each `period`; no quota at all where either is nothing.
    pub fn new(limit: u64, period: Duration) -> Option<Self> {
        (limit > 0 && !period.is_zero()).then_some(Self { limit, period })
    }

    /// `limit` units a minute; none at all, that is no limit, where 0.
    pub fn per_minute(limit: u64) -> Option<Self> {
        Self::new(limit, Duration::from_secs(60))
    }

    /// Units in each period.
    pub fn limit(&self) -> u64 {
        self.limit
    }

    /// The period.
    pub fn period(&self) -> Duration {
        self.period
    }

    /// In which time an empty bucket is full, in microseconds.
    fn window_us(&self) -> i64 {
        micros(self.period).max(1)
    }

    /// In which time so many units come back, in microseconds. Nobody can take more than there is:
    /// what costs more costs the whole bucket.
    fn increment_us(&self, cost: u64) -> i64 {
        if cost == 0 {
            return 0;
        }
        let cost = u128::from(cost.min(self.limit));
        let window = u128::from(self.window_us().unsigned_abs());
        i64::try_from(cost * window / u128::from(self.limit)).unwrap_or(LONGEST_US).max(1)
    }
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask {
    /// Of which quota.
    pub quota: Quota,
    /// How many units; at most the whole limit is charged.
    pub cost: u64,
    /// How long whoever asks is ready to wait for its turn. Where the turn comes within that time
    /// it is given now, and belongs to whoever asked.
    pub patience: Duration,
}

impl Ask {
    /// One unit, now or not at all.
    pub fn one(quota: Quota) -> Self {
        Self { quota, cost: 1, patience: Duration::ZERO }
    }

    /// Another cost.
    #[must_use]
    pub fn cost(self, cost: u64) -> Self {
        Self { cost, ..self }
    }

    /// With so much patience.
    #[must_use]
    pub fn patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// The three figures that a house needs in its own language, in microseconds: what is added to
    /// the state, the window, the patience.
    pub(super) fn figures(&self) -> (i64, i64, i64) {
        let quota = &self.quota;
        (quota.increment_us(self.cost), quota.window_us(), micros(self.patience))
    }
}

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it was given. Where it was not, nothing was taken.
    pub allowed: bool,
    /// Units in each period.
    pub limit: u64,
    /// Units that could be taken now.
    pub remaining: u64,
    /// How long to wait before making use of what was given; nothing without patience.
    pub wait: Duration,
    /// When the same would be given at once; nothing where it was given.
    pub retry_after: Duration,
    /// When the whole limit is there again, if nobody takes any.
    pub reset_after: Duration,
}

/// Decides on an ask at `now_us`, where the state is `tat_us`; 0 stands for none. Gives the state
/// that it leaves, and the verdict.
pub fn decide(tat_us: i64, now_us: i64, ask: &Ask) -> (i64, Verdict) {
    let (increment, window, patience) = ask.figures();
    let next = tat_us.max(now_us).saturating_add(increment);
    if next - window - now_us <= patience {
        (next, given(next, now_us, ask))
    } else {
        (tat_us, refused(tat_us, now_us, ask))
    }
}

/// The verdict where it was given, and `tat_us` is the state that this left.
pub(super) fn given(tat_us: i64, now_us: i64, ask: &Ask) -> Verdict {
    let window = ask.quota.window_us();
    let wait = span((tat_us - window).saturating_sub(now_us));
    Verdict { allowed: true, wait, ..found(tat_us, now_us, &ask.quota) }
}

/// The verdict where it was not given, and `tat_us` is the state.
pub(super) fn refused(tat_us: i64, now_us: i64, ask: &Ask) -> Verdict {
    let (increment, window, _) = ask.figures();
    let at = tat_us.max(now_us).saturating_add(increment) - window;
    Verdict { retry_after: span(at.saturating_sub(now_us)), ..found(tat_us, now_us, &ask.quota) }
}

fn found(tat_us: i64, now_us: i64, quota: &Quota) -> Verdict {
    let owed = tat_us.saturating_sub(now_us).max(0);
    let window = quota.window_us();
    let free = u128::from((window - owed).max(0).unsigned_abs());
    let remaining = free * u128::from(quota.limit) / u128::from(window.unsigned_abs());
    Verdict {
        allowed: false,
        limit: quota.limit,
        remaining: u64::try_from(remaining).unwrap_or(quota.limit),
        wait: Duration::ZERO,
        retry_after: Duration::ZERO,
        reset_after: span(owed),
    }
}

fn micros(span: Duration) -> i64 {
    i64::try_from(span.as_micros()).unwrap_or(LONGEST_US).min(LONGEST_US)
}

fn span(us: i64) -> Duration {
    Duration::from_micros(u64::try_from(us).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Some time in 2026.
    const START: i64 = 1_780_000_000_000_000;

    fn quota(limit: u64, secs: u64) -> Quota {
        Quota::new(limit, Duration::from_secs(secs)).unwrap()
    }

    #[test]
    fn the_whole_limit_can_be_taken_at_once_and_comes_back_evenly() {
        let ask = Ask::one(quota(5, 10));
        let mut tat = 0;
        for left in (0..5).rev() {
            let (next, verdict) = decide(tat, START, &ask);
            tat = next;
            assert!(verdict.allowed && verdict.wait.is_zero());
            assert_eq!((verdict.remaining, verdict.limit), (left, 5));
        }
        let (same, verdict) = decide(tat, START, &ask);
        assert_eq!(same, tat, "a refusal costs nothing");
        assert!(!verdict.allowed);
        assert_eq!(verdict.retry_after, Duration::from_secs(2));
        assert_eq!(verdict.reset_after, Duration::from_secs(10));
        let early = START + 1_999_999;
        assert!(!decide(tat, early, &ask).1.allowed);
        assert!(decide(tat, early + 1, &ask).1.allowed);
        assert_eq!(decide(tat, START + 10_000_000, &ask).1.remaining, 4, "full again");
    }

    #[test]
    fn the_patient_are_given_their_turn_in_order() {
        let ask = Ask::one(quota(1, 10)).patience(Duration::from_secs(20));
        let mut tat = 0;
        let mut waits = Vec::new();
        for _ in 0..3 {
            let (next, verdict) = decide(tat, START, &ask);
            assert!(verdict.allowed);
            tat = next;
            waits.push(verdict.wait.as_secs());
        }
        assert_eq!(waits, [0, 10, 20]);
        let (_, verdict) = decide(tat, START, &ask);
        assert_eq!((verdict.allowed, verdict.retry_after.as_secs()), (false, 30));
    }

    #[test]
    fn what_costs_more_than_there_is_costs_all_of_it() {
        let ask = Ask::one(quota(10, 10)).cost(1_000);
        let (tat, verdict) = decide(0, START, &ask);
        assert!(verdict.allowed);
        assert_eq!((verdict.remaining, tat), (0, START + 10_000_000));
        let free = ask.cost(0);
        assert_eq!(decide(tat, START, &free), (tat, decide(tat, START, &free).1));
    }

    #[test]
    fn no_limit_is_no_quota() {
        assert_eq!(Quota::per_minute(0), None);
        assert_eq!(Quota::new(1, Duration::ZERO), None);
    }

    proptest! {
        /// Whatever is asked and when: never more than the limit and what came back meanwhile, and
        /// not less either, where all is asked for.
        #[test]
        fn no_more_is_given_than_there_is(
            limit in 1_u64..5_000,
            secs in 1_u64..3_600,
            steps in prop::collection::vec((0_i64..500_000, 1_u64..20), 1..300),
        ) {
            let ask = Ask::one(quota(limit, secs));
            let window = i64::try_from(secs * 1_000_000).unwrap();
            let (mut tat, mut now, mut taken) = (0, START, 0_u64);
            for (step, cost) in steps {
                now += step;
                let ask = ask.cost(cost);
                let (next, verdict) = decide(tat, now, &ask);
                if verdict.allowed {
                    taken += cost.min(limit);
                } else {
                    let later = now + i64::try_from(verdict.retry_after.as_micros()).unwrap();
                    prop_assert!(decide(tat, later, &ask).1.allowed);
                    prop_assert!(!decide(tat, later - 1, &ask).1.allowed);
                }
                prop_assert!(next >= tat);
                tat = next;
                let came_back = (now - START) as f64 * limit as f64 / window as f64;
                // Half a unit for whole microseconds.
                prop_assert!(taken as f64 <= limit as f64 + came_back + 0.5);
            }
        }
    }
}
