//! How a breaker stands, as all processes see it, and its form in the shared state.

use serde::{Deserialize, Serialize};

use super::change::{By, Cause, Change};
use super::config::Config;
use super::core::{LONGEST_HINT, Step};
use super::window::Window;
use crate::model::{Timestamp, text_enum};

/// The version of the form.
const VERSION: u32 = 1;

text_enum! {
    /// The states of a breaker.
    pub enum Kind {
        /// Calls go through and are watched.
        Closed = "closed",
        /// Calls are rejected until the wait is over.
        Open = "open",
        /// A few trials go through.
        HalfOpen = "half_open",
        /// Somebody had all calls rejected.
        ForcedOpen = "forced_open",
        /// Somebody had all calls let through, unwatched.
        Disabled = "disabled",
        /// Somebody had all calls let through; they are watched.
        MetricsOnly = "metrics_only",
    }
}

impl Kind {
    /// Whether calls are let through, all of them.
    pub fn lets_through(self) -> bool {
        matches!(self, Self::Closed | Self::Disabled | Self::MetricsOnly)
    }

    /// Whether somebody set it by hand.
    pub fn is_manual(self) -> bool {
        matches!(self, Self::ForcedOpen | Self::Disabled | Self::MetricsOnly)
    }

    fn strictness(self) -> u8 {
        match self {
            Self::ForcedOpen => 5,
            Self::Open => 4,
            Self::HalfOpen => 3,
            Self::Closed => 2,
            Self::MetricsOnly => 1,
            Self::Disabled => 0,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub(super) enum State {
    Closed,
    Open { until: Timestamp },
    HalfOpen,
    ForcedOpen { until: Option<Timestamp> },
    Disabled { until: Option<Timestamp> },
    MetricsOnly { until: Option<Timestamp> },
}

impl State {
    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Closed => Kind::Closed,
            Self::Open { .. } => Kind::Open,
            Self::HalfOpen => Kind::HalfOpen,
            Self::ForcedOpen { .. } => Kind::ForcedOpen,
            Self::Disabled { .. } => Kind::Disabled,
            Self::MetricsOnly { .. } => Kind::MetricsOnly,
        }
    }

    pub(super) fn until(self) -> Option<Timestamp> {
        match self {
            Self::Closed | Self::HalfOpen => None,
            Self::Open { until } => Some(until),
            Self::ForcedOpen { until } | Self::Disabled { until } | Self::MetricsOnly { until } => {
                until
            }
        }
    }
}

/// Calls counted since the breaker was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counters {
    /// Calls that went well.
    pub succeeded: u64,
    /// Calls that failed.
    pub failed: u64,
    /// Calls that were slow, failed or not.
    pub slow: u64,
    /// Calls that say nothing of the other side.
    pub ignored: u64,
    /// Calls that were rejected.
    pub not_permitted: u64,
}

impl Counters {
    /// What came to `self` since `before`, added to `to`.
    fn carry(&self, before: &Self, to: &mut Self) {
        to.succeeded += self.succeeded.saturating_sub(before.succeeded);
        to.failed += self.failed.saturating_sub(before.failed);
        to.slow += self.slow.saturating_sub(before.slow);
        to.ignored += self.ignored.saturating_sub(before.ignored);
        to.not_permitted += self.not_permitted.saturating_sub(before.not_permitted);
    }
}

/// An error that counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenError {
    /// When.
    pub at: Timestamp,
    /// What it said; may hold the other side's words.
    pub error: String,
}

/// A trial on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Lease {
    pub(super) id: u64,
    /// When another may take its place.
    pub(super) until: Timestamp,
}

/// The trials of one half-open spell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Trials {
    pub(super) leases: Vec<Lease>,
    pub(super) calls: u64,
    pub(super) failed: u64,
    pub(super) slow: u64,
}

/// How a breaker stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Data {
    v: u32,
    pub(super) state: State,
    pub(super) since: Timestamp,
    /// Grows with each change, so that what was begun before is known as such.
    pub(super) generation: u64,
    /// Changes so far.
    pub(super) seq: u64,
    /// Openings in a row.
    pub(super) openings: u32,
    pub(super) window: Window,
    pub(super) trials: Trials,
    pub(super) counters: Counters,
    pub(super) errors: Vec<SeenError>,
    /// Who set the present state, where it was set by hand.
    pub(super) by: Option<By>,
    /// What is added to the machine's clock, in milliseconds, so that setting that clock changes no
    /// wait.
    pub(super) skew: i64,
}

impl Data {
    pub(super) fn new(config: &Config, now: Timestamp) -> Self {
        Self {
            v: VERSION,
            state: State::Closed,
            since: now,
            generation: 1,
            seq: 0,
            openings: 0,
            window: Window::new(config.scope),
            trials: Trials::default(),
            counters: Counters::default(),
            errors: Vec::new(),
            by: None,
            skew: 0,
        }
    }

    /// From its kept form; one that is of another version, or damaged, is told with a reason.
    pub(super) fn parse(text: &str, config: &Config) -> Result<Self, String> {
        let mut data: Self = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if data.v != VERSION {
            return Err(format!("version {} of the form is not known", data.v));
        }
        if !data.window.fits(config.scope) {
            // Another configuration kept it.
            data.window = Window::new(config.scope);
        }
        // A wait that no breaker sets would never end.
        let furthest = data.since.plus(config.max_wait.max(LONGEST_HINT) * 2);
        if let State::Open { until } = &mut data.state {
            *until = (*until).min(furthest);
        }
        Ok(data)
    }

    pub(super) fn to_text(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// Comes back to `shared` after a time on one's own that began with `left`: the stricter of the
    /// two states, and all that was counted.
    pub(super) fn rejoin(&self, shared: &Self, left: &Self, step: &mut Step<'_>) -> Self {
        let mut joined = shared.clone();
        self.counters.carry(&left.counters, &mut joined.counters);
        let (ours, theirs) = (self.state.kind(), shared.state.kind());
        let told_apart = self.generation != left.generation;
        let stricter = ours.strictness() > theirs.strictness()
            || matches!((self.state, shared.state),
                (State::Open { until: a }, State::Open { until: b }) if a > b);
        if !told_apart || theirs.is_manual() || !stricter {
            return joined;
        }
        joined.state = self.state;
        joined.openings = self.openings.max(shared.openings);
        joined.errors.clone_from(&self.errors);
        joined.generation = self.generation.max(shared.generation) + 1;
        joined.trials = Trials::default();
        joined.by.clone_from(&self.by);
        if ours != theirs {
            joined.since = self.since;
            joined.seq += 1;
            step.changes.push(Change {
                seq: joined.seq,
                at: step.now,
                from: theirs,
                to: ours,
                cause: Cause::Rejoined,
                figures: self.figures(step.now),
                until: self.state.until(),
                by: self.by.clone(),
                error: self.errors.first().map(|seen| seen.error.clone()),
            });
        }
        joined
    }
}
