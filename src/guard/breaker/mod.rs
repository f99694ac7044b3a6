//! Circuit breakers: a dependency that fails is left alone for a while, by all processes together.
//!
//! - [`Breaker`]: stands before one dependency; asked before each call, told how it went
//! - [`Config`]: how it decides
//! - [`Status`], [`Change`]: how it stands, and how it came to
//!
//! Inside: `core` (the state machine, pure), `window` (the calls a rate is taken of), `data` (the
//! form that is kept), `shared` (one state for all processes), `history` (what is kept of changes).

mod change;
mod config;
mod core;
mod data;
mod handle;
mod history;
mod shared;
mod status;
mod window;

use std::time::Duration;

use serde::Serialize;

use crate::model::Timestamp;

pub use change::{By, Cause, Change};
pub use config::{Config, ConfigError, Scope, WhenTooLong};
pub use data::{Counters, Kind, SeenError};
pub use handle::{Admission, Breaker};
pub use history::{HISTORY, histories, history, names};
pub use status::Status;
pub use window::Figures;

/// What the outcome of a call says of the dependency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing: it counts neither way.
    Ignore,
    /// It is well, whatever it answered.
    Success,
    /// It failed.
    Failure {
        /// How long it asks to be left alone.
        retry_after: Option<Duration>,
    },
}

/// A call that was not let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Rejection {
    /// The state in which it was rejected.
    pub state: Kind,
    /// When the next call may be let through; absent where nobody can say.
    pub until: Option<Timestamp>,
    /// The same from now.
    #[serde(skip)]
    pub wait: Option<Duration>,
}

impl std::fmt::Display for Rejection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.state, self.until) {
            (Kind::ForcedOpen, None) => f.write_str("forced open until it is reset"),
            (Kind::ForcedOpen, Some(until)) => write!(f, "forced open until {until}"),
            (Kind::HalfOpen, _) => f.write_str("half open, and its trials are on their way"),
            (_, Some(until)) => write!(f, "open until {until}"),
            (_, None) => f.write_str("open"),
        }
    }
}

/// What somebody can have a breaker do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manual {
    /// Close, and forget what was.
    Reset,
    /// Let the next calls through as trials.
    HalfOpen,
    /// Reject all calls.
    ForceOpen {
        /// Until then; until it is reset where absent.
        until: Option<Timestamp>,
    },
    /// Let all calls through, unwatched.
    Disable {
        /// Until then; until it is reset where absent.
        until: Option<Timestamp>,
    },
    /// Let all calls through and watch them.
    MetricsOnly {
        /// Until then; until it is reset where absent.
        until: Option<Timestamp>,
    },
}

/// A closed breaker has nothing to try.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the breaker is closed: all calls go through, there is nothing to try")]
pub struct Refused;

/// Why a change by hand was not made.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// The state does not allow it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The processes cannot be told.
    #[error(transparent)]
    Shared(#[from] crate::shared_state::SharedStateError),
}
