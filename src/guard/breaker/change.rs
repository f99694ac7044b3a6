//! Changes of a breaker's state, as they are told and kept.

use serde::{Deserialize, Serialize};

use super::data::Kind;
use super::window::Figures;
use crate::model::{Timestamp, text_enum};

text_enum! {
    /// Why a breaker changed its state.
    pub enum Cause {
        /// Too many calls failed.
        FailureRate = "failure_rate",
        /// Too many calls were slow.
        SlowRate = "slow_rate",
        /// Too many calls failed in a row.
        FailuresInARow = "failures_in_a_row",
        /// The wait was over.
        WaitOver = "wait_over",
        /// The trials went well.
        TrialsPassed = "trials_passed",
        /// The trials failed.
        TrialsFailed = "trials_failed",
        /// The trials were slow.
        TrialsSlow = "trials_slow",
        /// The trials took too long.
        TrialsTooLong = "trials_too_long",
        /// Somebody said so.
        ByHand = "by_hand",
        /// The time that somebody set was up.
        Expired = "expired",
        /// A process that had been on its own was stricter.
        Rejoined = "rejoined",
    }
}

/// Who changed something by hand, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct By {
    /// As `user@host`.
    pub who: String,
    /// When.
    pub at: Timestamp,
    /// In their words; may be empty.
    pub why: String,
}

/// One change of a breaker's state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Which one, counted from 1.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// From which state.
    pub from: Kind,
    /// To which.
    pub to: Kind,
    /// Why.
    pub cause: Cause,
    /// The figures that decided.
    pub figures: Figures,
    /// When the new state ends, or is tried to be ended; absent where that is open.
    pub until: Option<Timestamp>,
    /// Who did it, where it was done by hand.
    pub by: Option<By>,
    /// The last error before it, where errors were the cause.
    pub error: Option<String>,
}
