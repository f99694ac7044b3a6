//! What was seen in the last fifteen minutes: a moment for each second of the last two minutes, and
//! fewer of what was before, as a chart has no more columns and fifty workers are many to keep.

use std::collections::VecDeque;
use std::time::Duration;

use super::data::{BreakerSeen, Fresh, Queue, System, Traffic};
use crate::guard::cache::Stats;
use crate::model::{ProcessInfo, Timestamp};
use crate::queue::Schedule;

/// How far back is kept.
pub const KEPT: Duration = Duration::from_secs(15 * 60);
/// Time between two moments.
pub const STEP: Duration = Duration::from_secs(1);

/// From which age on there is but one moment for so many milliseconds.
const THINNED: [(Duration, i64); 2] =
    [(Duration::from_secs(5 * 60), 15_000), (Duration::from_secs(2 * 60), 5_000)];

/// All that can be read at a past moment as well as now. Cheap to clone: the data is shared.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// The queues, by name.
    pub queues: Fresh<Vec<Queue>>,
    /// The processes that are alive.
    pub processes: Fresh<Vec<ProcessInfo>>,
    /// What changes slowly.
    pub system: Fresh<System>,
    /// The schedules, those due soonest first.
    pub schedules: Fresh<Vec<Schedule>>,
    /// The circuit breakers, by name.
    pub breakers: Fresh<Vec<BreakerSeen>>,
    /// The cache.
    pub cache: Fresh<Stats>,
    /// What `/metrics` say.
    pub traffic: Fresh<Traffic>,
}

impl Parts {
    /// A queue by its name.
    pub fn queue(&self, name: &str) -> Option<&Queue> {
        self.queues.get()?.iter().find(|queue| queue.status.name == name)
    }
}

/// The moments of the last fifteen minutes, oldest first.
#[derive(Debug, Clone, Default)]
pub struct History {
    moments: VecDeque<(Timestamp, Parts)>,
}

impl History {
    /// Keeps a moment, unless the last one is too near.
    pub fn keep(&mut self, at: Timestamp, parts: &Parts) {
        if self.moments.back().is_some_and(|(last, _)| at.since(*last) < STEP) {
            return;
        }
        self.moments.push_back((at, parts.clone()));
        while self.moments.front().is_some_and(|(first, _)| at.since(*first) > KEPT) {
            self.moments.pop_front();
        }
        // The first of each step of time stays.
        let mut before = None;
        self.moments.retain(|(moment, _)| {
            let age = at.since(*moment);
            let thinned = THINNED.iter().find(|(from, _)| age > *from);
            let step = thinned.map(|(_, ms)| (*ms, moment.millis().div_euclid(*ms)));
            let keep = step.is_none() || step != before;
            before = step;
            keep
        });
    }

    /// The moment at `at`, or the last one before it, or the first.
    pub fn at(&self, at: Timestamp) -> Option<&(Timestamp, Parts)> {
        let after = self.moments.partition_point(|(moment, _)| *moment <= at);
        self.moments.get(after.saturating_sub(1))
    }

    /// When the first and the last moment were.
    pub fn span(&self) -> Option<(Timestamp, Timestamp)> {
        Some((self.moments.front()?.0, self.moments.back()?.0))
    }

    /// A figure over time: seconds before `now` (negative) and value. A moment at which it is not
    /// known has no point.
    pub fn series(
        &self,
        now: Timestamp,
        figure: impl Fn(&Parts) -> Option<f64>,
    ) -> Vec<(f64, f64)> {
        let point = |(at, parts): &(Timestamp, Parts)| {
            #[allow(clippy::cast_precision_loss)]
            let seconds = (at.millis() - now.millis()) as f64 / 1000.0;
            figure(parts).map(|value| (seconds, value))
        };
        self.moments.iter().filter_map(point).collect()
    }

    /// The same in `columns` equal steps of time up to `now`, the largest of each step.
    pub fn columns(
        &self,
        now: Timestamp,
        span: Duration,
        columns: usize,
        figure: impl Fn(&Parts) -> Option<f64>,
    ) -> Vec<Option<f64>> {
        let mut found = vec![None; columns];
        let width = span.as_millis().max(1) as f64 / columns.max(1) as f64;
        for (at, parts) in self.moments.iter().rev() {
            let back = (now.since(*at).as_millis() as f64 / width) as usize;
            if back >= columns {
                break;
            }
            let Some(value) = figure(parts) else { continue };
            let slot: &mut Option<f64> = &mut found[columns - 1 - back];
            *slot = Some(slot.map_or(value, |seen: f64| seen.max(value)));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::dash::data::Answer;

    fn with(answered: usize) -> Parts {
        let mut parts = Parts::default();
        let traffic = Traffic { answered, ..Traffic::default() };
        let at = Timestamp::from_secs(0);
        let every = Duration::from_secs(1);
        parts.traffic.take(Answer { at, every, result: Ok(Arc::new(traffic)) });
        parts
    }

    #[allow(clippy::cast_precision_loss)]
    fn figure(parts: &Parts) -> Option<f64> {
        parts.traffic.get().map(|traffic| traffic.answered as f64)
    }

    #[test]
    fn fifteen_minutes_are_kept_the_last_two_of_them_by_the_second() {
        let mut history = History::default();
        for ms in (0..1_200_000).step_by(250) {
            history.keep(Timestamp::from_millis(ms), &with(ms as usize / 1000));
        }
        assert_eq!(history.moments.len(), 121 + 36 + 40);
        // The last moment is at 1,199 s: ages of 99, 199 and 500 seconds, and before all.
        for (asked, found) in [(1_100, 1_100), (1_003, 1_000), (714, 705), (1, 300)] {
            let (at, parts) = history.at(Timestamp::from_secs(asked)).expect("a moment");
            assert_eq!(at.millis(), found * 1_000, "{asked}");
            #[allow(clippy::cast_precision_loss)]
            let told = found as f64;
            assert_eq!(figure(parts), Some(told));
        }
    }

    #[test]
    fn columns_hold_the_largest_of_their_time_and_nothing_where_nothing_is_known() {
        let mut history = History::default();
        for second in 0..10 {
            history.keep(Timestamp::from_secs(second), &with(second as usize));
        }
        let now = Timestamp::from_secs(9);
        let columns = history.columns(now, Duration::from_secs(20), 10, figure);
        assert_eq!(columns[..5], [None; 5]);
        assert_eq!(columns[5..], [1.0, 3.0, 5.0, 7.0, 9.0].map(Some));
        let series = history.series(now, figure);
        assert_eq!((series[0], series[9]), ((-9.0, 0.0), (0.0, 9.0)));
    }
}
