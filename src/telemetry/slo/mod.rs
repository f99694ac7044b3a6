//! Objectives of the service: what counts for them, how much of their error budget is left, how fast
//! it burns.
//!
//! - [`budget`]: the arithmetic
//! - [`tally`]: what this process has seen
//! - [`rules`]: the same for Prometheus: recording and alert rules, and tests of them

pub mod budget;
pub mod rules;
pub mod tally;

pub use budget::{Counts, Standing, State, Window, WindowCounts, judge};
pub use tally::Tally;

use crate::config::SloSettings;
use crate::model::text_enum;

text_enum! {
    /// What is promised.
    pub enum Slo {
        /// Requests to the API are answered without an error of ours (a status from 500).
        Availability = "availability",
        /// Requests to the API are answered in time.
        Latency = "latency",
        /// Jobs end well. Attempts that are followed by others do not count.
        Jobs = "jobs",
    }
}

impl Slo {
    /// The share of good events that is promised, 0 to 1.
    pub fn target(self, settings: &SloSettings) -> f64 {
        let percent = match self {
            Self::Availability => settings.availability,
            Self::Latency => settings.latency_target,
            Self::Jobs => settings.jobs,
        };
        percent / 100.0
    }
}
