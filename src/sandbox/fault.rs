//! Faults on demand: what can be ordered of a running sandbox, and what it tells of itself.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::model::{Timestamp, text_enum};

text_enum! {
    /// Whose answers are faulty.
    pub enum FaultTarget {
        /// Reddit's, the tokens included.
        Reddit = "reddit",
        /// The chat API's.
        Ai = "ai",
        /// Both.
        All = "all",
    }
}

text_enum! {
    /// What goes wrong.
    pub enum FaultMode {
        /// Too many requests, with how long to wait: for the rest of the fault.
        TooMany = "429",
        /// The server failed.
        Failed = "500",
        /// The server is not available.
        Unavailable = "503",
        /// The server is not available, and says for how long: for the rest of the fault.
        Busy = "busy",
        /// The connection is held and nothing comes.
        Timeout = "timeout",
        /// The connection is reset (TCP RST) before an answer.
        Reset = "reset",
        /// Random bytes that claim to be JSON.
        Garbage = "garbage",
        /// The body of the real answer breaks off half way.
        Truncate = "truncate",
        /// The real answer trickles.
        Slow = "slow",
        /// A web page.
        Html = "html",
        /// An answer without a body.
        Empty = "empty",
        /// A body that is longer than anybody reads: 64 MiB.
        Huge = "huge",
        /// The real answer begins at once, and its end never comes.
        Trickle = "trickle",
        /// The tokens given out before the fault do not hold any more; new ones do.
        Expired = "expired",
        /// Nobody is known: 401 for every token and every app.
        Unauthorized = "401",
        /// The chat API alone: its model follows every order that gets through to it.
        Obedient = "obedient",
        /// Reddit alone: the real answer, in which fields are missing, null, or of another type.
        Sparse = "sparse",
        /// Reddit alone: every subreddit is for members.
        Private = "private",
        /// Reddit alone: every subreddit was banned.
        Banned = "banned",
        /// Reddit alone: no subreddit is there (404).
        Missing = "404",
        /// Reddit alone: whoever asks for a subreddit is sent to the search.
        Redirect = "redirect",
    }
}

impl FaultMode {
    /// Whether it is an answer about subreddits, which only Reddit gives, and only to those who ask
    /// for one.
    pub fn is_of_subreddits(self) -> bool {
        matches!(self, Self::Private | Self::Banned | Self::Missing | Self::Redirect)
    }

    /// Whether a good answer comes all the same, of one of the two alone.
    pub fn still_answers(self) -> bool {
        matches!(self, Self::Obedient | Self::Sparse)
    }

    /// The status that is answered with; none where none is, or where it is that of the real
    /// answer.
    pub fn status(self) -> Option<u16> {
        match self {
            Self::TooMany => Some(429),
            Self::Failed => Some(500),
            Self::Unavailable | Self::Busy => Some(503),
            Self::Garbage | Self::Html | Self::Empty | Self::Huge => Some(200),
            Self::Unauthorized => Some(401),
            Self::Private => Some(403),
            Self::Banned | Self::Missing => Some(404),
            Self::Redirect => Some(302),
            Self::Timeout
            | Self::Reset
            | Self::Truncate
            | Self::Slow
            | Self::Trickle
            | Self::Expired
            | Self::Obedient
            | Self::Sparse => None,
        }
    }
}

/// What is ordered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FaultOrder {
    /// Whose answers.
    pub target: FaultTarget,
    /// What goes wrong.
    pub mode: FaultMode,
    /// For how long, in milliseconds.
    pub for_ms: u64,
    /// The share of requests that it strikes, above 0 and up to 1.
    #[serde(default = "always")]
    pub rate: f64,
    /// With [`FaultMode::Slow`]: how long one answer takes, in milliseconds.
    #[serde(default = "slow_ms")]
    pub delay_ms: u64,
}

/// How long a slow answer takes where nobody says, in milliseconds.
pub const SLOW_MS: u64 = 5_000;

fn always() -> f64 {
    1.0
}

fn slow_ms() -> u64 {
    SLOW_MS
}

impl FaultOrder {
    /// All answers of `target`, for `lasting`.
    pub fn new(target: FaultTarget, mode: FaultMode, lasting: Duration) -> Self {
        let for_ms = u64::try_from(lasting.as_millis()).unwrap_or(u64::MAX);
        Self { target, mode, for_ms, rate: always(), delay_ms: slow_ms() }
    }
}

/// A fault that holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActiveFault {
    /// Whose answers.
    pub target: FaultTarget,
    /// What goes wrong.
    pub mode: FaultMode,
    /// The share of requests that it strikes.
    pub rate: f64,
    /// How long a slow answer takes, in milliseconds.
    pub delay_ms: u64,
    /// Since when.
    pub since: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

/// What a sandbox was asked since it started.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SandboxStats {
    /// When it started.
    pub since: Timestamp,
    /// Requests in all.
    pub requests: u64,
    /// Those of them that a fault struck.
    pub faulted: u64,
    /// The faults that hold now.
    pub faults: Vec<ActiveFault>,
    /// The requests by endpoint, answer and fault.
    pub endpoints: Vec<EndpointStats>,
}

/// Requests of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndpointStats {
    /// `reddit` or `ai`.
    pub target: FaultTarget,
    /// The route, as in `/reddit/r/{sub}/new`.
    pub endpoint: String,
    /// The status answered with; absent where a fault let none through whole.
    pub status: Option<u16>,
    /// The fault that struck; absent where none did.
    pub fault: Option<FaultMode>,
    /// How many.
    pub count: u64,
    /// When the last one came.
    pub last_at: Timestamp,
}
