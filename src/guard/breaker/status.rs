//! How a breaker stands, for people and machines.

use serde::Serialize;

use super::change::By;
use super::config::Config;
use super::core::Step;
use super::data::{Counters, Data, Kind, SeenError};
use super::window::Figures;
use crate::model::Timestamp;

/// How a breaker stands at one moment.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Status {
    /// Its name: `reddit`, or `ai:` and the provider's name.
    pub name: String,
    /// Its state.
    pub state: Kind,
    /// Since when.
    pub since: Timestamp,
    /// When the state ends, or the next trial may be made; absent where that is open.
    pub until: Option<Timestamp>,
    /// The figures that decide: of the window, or of the trials so far.
    pub figures: Figures,
    /// Openings in a row; 0 where it is closed.
    pub openings: u32,
    /// Trials on their way.
    pub trials_running: u64,
    /// All calls so far.
    pub counters: Counters,
    /// The last errors that counted, newest first.
    pub errors: Vec<SeenError>,
    /// Who set the state, where it was set by hand.
    pub by: Option<By>,
    /// Changes so far.
    pub changes: u64,
    /// Whether this is what all processes see, rather than this one alone.
    pub shared: bool,
}

impl Status {
    pub(super) fn of(
        name: &str,
        data: &Data,
        config: &Config,
        now: Timestamp,
        shared: bool,
    ) -> Self {
        let mut data = data.clone();
        // What has run out is told as such, also where no call has noticed yet.
        data.settle(&mut Step::new(config, now, 0.0));
        Self {
            name: name.to_owned(),
            state: data.state.kind(),
            since: data.since,
            until: data.state.until(),
            figures: data.figures(now),
            openings: data.openings,
            trials_running: data.trials.leases.len() as u64,
            counters: data.counters,
            errors: data.errors,
            by: data.by,
            changes: data.seq,
            shared,
        }
    }
}
