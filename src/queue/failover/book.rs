//! What is kept in the database beside the primary.
//!
//! - [`journal`]: jobs that were accepted and are not known to be finished
//! - [`ledger`]: who runs what, and what is done, while copies of a job may be in two places
//! - [`timetable`]: a copy of the schedules
//! - [`notes`]: since when the primary is away, its mark, whose turn the relay is

pub(super) mod journal;
pub(super) mod ledger;
pub(super) mod notes;
pub(super) mod timetable;

use crate::clock::SharedClock;
use crate::db::Db;

/// A queue and a job's id.
pub(super) type Key = (String, String);

/// Rows in one statement; well below the databases' limits of bound values.
const ROWS: usize = 250;

/// The tables of this module; cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct Book {
    db: Db,
    clock: SharedClock,
}

impl Book {
    pub(super) fn new(db: Db, clock: SharedClock) -> Self {
        Self { db, clock }
    }

    /// Milliseconds since the epoch.
    fn now(&self) -> i64 {
        self.clock.now().millis()
    }
}
