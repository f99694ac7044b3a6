//! Campaigns, leads, subreddits: what the system knows.
//!
//! - [`Store`]: the handle; its methods are in one file for each noun
//! - [`LeadFilter`], [`LeadPage`]: lists of leads, a page at a time, each read from an index

mod campaigns;
mod error;
mod imports;
mod judged;
mod lead_list;
mod lead_scan;
mod leads;
mod slo_events;
mod subreddits;

pub use error::StoreError;
pub use imports::ImportCheckpoint;
pub use judged::{Finds, JudgedPost};
pub use lead_list::{LeadFilter, LeadPage, LeadPageRequest};
pub use leads::LeadCount;

use crate::db::Db;

/// Keeps and finds campaigns, leads and subreddits; cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    db: Db,
}

impl Store {
    /// A store on a database that has been migrated.
    pub fn new(db: Db) -> Self {
        Self { db }
    }
}

#[cfg(test)]
mod tests;
