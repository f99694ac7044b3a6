use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;

/// Most ids told in a report.
const SAMPLE: usize = 20;

/// What a command that changes things did, or with `dry_run` would do; the same shape for one
/// thing or ten thousand.
#[derive(Debug, Clone, Serialize)]
pub struct ActReport {
    /// Names this run of the command.
    pub op_id: String,
    /// Nothing was changed.
    pub dry_run: bool,
    /// How many things were meant.
    pub matched: u64,
    /// How many were changed (or would be).
    pub acted: u64,
    /// How many were left as they are, as there was nothing to change.
    pub skipped: u64,
    /// What could not be changed, and why.
    pub errors: Vec<ActError>,
    /// Some of the ids.
    pub sample_ids: Vec<String>,
}

/// What one run of a command has done so far, for `leadctl audit`; clones share it.
#[derive(Debug, Clone, Default)]
pub struct Acts(Arc<Mutex<Vec<ActReport>>>);

impl Acts {
    /// Remembers a report that is not printed by [`Output::act`](super::Output::act).
    pub fn add(&self, report: &ActReport) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(report.clone());
    }

    /// What was remembered; nothing is left behind.
    pub fn take(&self) -> Vec<ActReport> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// One thing that could not be changed.
#[derive(Debug, Clone, Serialize)]
pub struct ActError {
    /// Which: an id, or `line 7`.
    pub target: String,
    /// Why.
    pub message: String,
}

impl ActReport {
    /// A report of nothing yet.
    pub fn new(dry_run: bool) -> Self {
        Self {
            op_id: uuid::Uuid::now_v7().to_string(),
            dry_run,
            matched: 0,
            acted: 0,
            skipped: 0,
            errors: Vec::new(),
            sample_ids: Vec::new(),
        }
    }

    /// Counts something that was changed.
    pub fn acted(&mut self, id: &str) {
        self.matched += 1;
        self.acted += 1;
        self.sample(id);
    }

    /// Counts something that was left as it is.
    pub fn skipped(&mut self, id: &str) {
        self.matched += 1;
        self.skipped += 1;
        self.sample(id);
    }

    /// Counts something that could not be changed.
    pub fn failed(&mut self, target: impl Into<String>, message: impl Into<String>) {
        self.matched += 1;
        self.errors.push(ActError { target: target.into(), message: message.into() });
    }

    fn sample(&mut self, id: &str) {
        if self.sample_ids.len() < SAMPLE {
            self.sample_ids.push(id.to_owned());
        }
    }
}
