//! Error budgets and burn rates.
//!
//! The method, the windows and the factors are those of Google's *Site Reliability Workbook*, chapter
//! 5, "Alerting on SLOs", section "6: Multiwindow, Multi-Burn-Rate Alerts": an alert is raised where
//! the budget burns faster than a factor both over a long window (so that it matters) and over one a
//! twelfth as long (so that it is still going on).

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::text_enum;

/// Days over which an objective holds.
pub const WINDOW_DAYS: u64 = 30;

text_enum! {
    /// A span of time up to now.
    pub enum Window {
        /// Five minutes.
        M5 = "5m",
        /// Half an hour.
        M30 = "30m",
        /// An hour.
        H1 = "1h",
        /// Six hours.
        H6 = "6h",
        /// Three days.
        D3 = "3d",
        /// Thirty days: that of the objectives.
        D30 = "30d",
    }
}

impl Window {
    /// Its length in minutes.
    pub const fn minutes(self) -> u64 {
        match self {
            Self::M5 => 5,
            Self::M30 => 30,
            Self::H1 => 60,
            Self::H6 => 6 * 60,
            Self::D3 => 3 * 24 * 60,
            Self::D30 => WINDOW_DAYS * 24 * 60,
        }
    }
}

/// What is less than this is nothing but the noise of binary fractions.
const NOISE: f64 = 1e-9;

/// When the budget burns too fast.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Burn {
    /// What it then is.
    pub state: State,
    /// Over which time it counts.
    pub long: Window,
    /// Over which time it must still be so.
    pub short: Window,
    /// From which burn rate on, over both.
    pub factor: f64,
}

/// The workbook's parameters for objectives over 30 days: 2 % of the budget in an hour, 5 % in six
/// hours, 10 % in three days.
pub const BURNS: [Burn; 3] = [
    Burn { state: State::BurningFast, long: Window::H1, short: Window::M5, factor: 14.4 },
    Burn { state: State::BurningFast, long: Window::H6, short: Window::M30, factor: 6.0 },
    Burn { state: State::BurningSlowly, long: Window::D3, short: Window::H6, factor: 1.0 },
];

text_enum! {
    /// How it stands with an objective, best first.
    pub enum State {
        /// Nothing has happened that counts.
        NoData = "no_data",
        /// Within the budget.
        Ok = "ok",
        /// At this rate the budget will not last; it can wait until tomorrow.
        BurningSlowly = "burning_slowly",
        /// At this rate the budget will be gone within days; someone must look now.
        BurningFast = "burning_fast",
        /// The objective is missed.
        Spent = "spent",
    }
}

impl State {
    /// Whether nobody need do anything.
    pub fn is_good(self) -> bool {
        matches!(self, Self::NoData | Self::Ok)
    }
}

/// What happened in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// Events that count.
    pub total: u64,
    /// Those of them that were bad.
    pub bad: u64,
}

/// What happened in each window; what is absent is nothing.
pub type WindowCounts = BTreeMap<Window, Counts>;

impl Counts {
    /// The share of bad events, 0 to 1; `None` where there was no event.
    pub fn error_ratio(self) -> Option<f64> {
        (self.total > 0).then(|| float(self.bad) / float(self.total))
    }

    /// How fast the budget burns: 1 spends it exactly in the window of the objective. `target` is the
    /// share of good events that is promised, below 1.
    pub fn burn_rate(self, target: f64) -> Option<f64> {
        self.error_ratio().map(|ratio| ratio / (1.0 - target))
    }

    /// The share of the budget that is left: 1 all, 0 none, below that the objective is missed.
    pub fn budget_left(self, target: f64) -> Option<f64> {
        self.burn_rate(target).map(|burnt| 1.0 - burnt)
    }
}

/// How it stands with an objective.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// In a word.
    pub state: State,
    /// What happened in the window of the objective.
    pub counts: Counts,
    /// The share of the budget that is left, 1 where nothing has happened.
    pub budget_left: f64,
    /// The burn rate over each window in which something happened.
    pub burn_rates: BTreeMap<Window, f64>,
}

/// Judges an objective by what happened; `target` is the share of good events that is promised.
pub fn judge(target: f64, counts: &WindowCounts) -> Standing {
    let of = |window: Window| counts.get(&window).copied().unwrap_or_default();
    let rate = |window: Window| of(window).burn_rate(target);
    let whole = of(Window::D30);
    let budget_left = whole.budget_left(target).unwrap_or(1.0);
    let burns = BURNS.iter().filter(|burn| {
        [burn.long, burn.short].iter().all(|&w| rate(w).is_some_and(|rate| rate > burn.factor))
    });
    let state = if whole.total == 0 {
        State::NoData
    } else if budget_left < NOISE && whole.bad > 0 {
        State::Spent
    } else {
        burns.map(|burn| burn.state).max().unwrap_or(State::Ok)
    };
    let burn_rates = Window::ALL.iter().filter_map(|&w| rate(w).map(|rate| (w, rate))).collect();
    Standing { state, counts: whole, budget_left, burn_rates }
}

#[allow(clippy::cast_precision_loss)]
fn float(n: u64) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-6
    }

    #[test]
    fn the_factors_are_shares_of_the_budget_over_the_long_window() {
        for (burn, share) in BURNS.iter().zip([0.02, 0.05, 0.10]) {
            let windows = float(Window::D30.minutes()) / float(burn.long.minutes());
            assert!(close(burn.factor, share * windows), "{burn:?}");
            assert_eq!(burn.short.minutes() * 12, burn.long.minutes(), "{burn:?}");
        }
    }

    #[test]
    fn budgets_and_burn_rates() {
        // (total, bad, target, burn rate, budget left)
        let table = [
            (1_000, 0, 0.999, 0.0, 1.0),
            (1_000, 1, 0.999, 1.0, 0.0),
            (100_000, 50, 0.999, 0.5, 0.5),
            (1_000, 144, 0.99, 14.4, -13.4),
            (10, 10, 0.9, 10.0, -9.0),
        ];
        for (total, bad, target, rate, left) in table {
            let counts = Counts { total, bad };
            let got = (counts.burn_rate(target), counts.budget_left(target));
            assert!(got.0.is_some_and(|got| close(got, rate)), "{counts:?}: {got:?}");
            assert!(got.1.is_some_and(|got| close(got, left)), "{counts:?}: {got:?}");
        }
        assert_eq!(Counts::default().burn_rate(0.999), None);
        assert_eq!(Counts::default().budget_left(0.999), None);
    }

    /// The bad ones of 100,000 events in each window, shortest first.
    fn windows(bad: [u64; 6]) -> WindowCounts {
        let counts = bad.map(|bad| Counts { total: 100_000, bad });
        Window::ALL.iter().copied().zip(counts).collect()
    }

    #[test]
    fn states_by_what_happened() {
        // With 99.9 % promised, 100 bad ones of 100,000 are a burn rate of 1.
        let table = [
            ("nothing bad", [0, 0, 0, 0, 0, 0], State::Ok),
            ("an hour's fire that goes on", [2_000, 2_000, 1_500, 300, 80, 10], State::BurningFast),
            ("the same, put out", [0, 500, 1_500, 300, 80, 10], State::Ok),
            ("just begun, not yet worth a page", [5_000, 2_000, 1_400, 250, 30, 5], State::Ok),
            ("six hours of smoke", [700, 700, 700, 700, 90, 20], State::BurningFast),
            ("three days above the rate", [150, 150, 150, 150, 150, 50], State::BurningSlowly),
            ("three days above it, over now", [0, 0, 0, 50, 150, 50], State::Ok),
            ("spent long ago", [0, 0, 0, 0, 0, 100], State::Spent),
            ("spent and burning", [5_000, 5_000, 5_000, 5_000, 900, 101], State::Spent),
        ];
        for (what, bad, state) in table {
            assert_eq!(judge(0.999, &windows(bad)).state, state, "{what}");
        }
        assert_eq!(judge(0.999, &WindowCounts::new()).state, State::NoData);
    }

    #[test]
    fn windows_without_events_neither_burn_nor_hide_what_burns() {
        let mut counts = windows([2_000, 2_000, 2_000, 2_000, 500, 50]);
        counts.remove(&Window::M5);
        let standing = judge(0.999, &counts);
        assert_eq!(standing.state, State::BurningFast, "six hours burn all the same");
        assert!(!standing.burn_rates.contains_key(&Window::M5));
        counts.insert(Window::M30, Counts::default());
        assert_eq!(judge(0.999, &counts).state, State::BurningSlowly);
    }
}
