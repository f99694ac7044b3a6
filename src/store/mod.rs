//! Campaigns, leads, subreddits: what the system knows.
//!
//! - [`Store`]: the handle; its methods are in one file for each noun
//! - [`AuditEntry`]: what operators have done
//! - [`AttemptTrace`]: what attempts at jobs did
//! - [`LeadFilter`], [`LeadPage`]: lists of leads, a page at a time, each read from an index

mod accounts;
mod audit;
mod campaigns;
mod error;
mod idempotency;
mod imports;
mod judged;
mod keys;
mod lead_list;
mod lead_scan;
mod leads;
mod outbox;
mod reading;
mod slo_events;
mod spending;
mod subreddits;
mod traces;
mod usage;
mod users;
mod webhooks;

pub use accounts::SealedAccount;
pub use audit::{AuditEntry, AuditFilter, AuditOutcome, AuditPage};
pub use error::StoreError;
pub use idempotency::{Claim, KeptAnswer};
pub use imports::ImportCheckpoint;
pub use judged::{Finds, JudgedPost, Tell};
pub use keys::NewKey;
pub use lead_list::{LeadFilter, LeadPage, LeadPageRequest};
pub use leads::LeadCount;
pub use outbox::Untold;
pub use reading::ListingMark;
pub use spending::{AiBudgetOf, AiSpent};
pub use traces::{AttemptTold, AttemptTrace};
pub use usage::AiUsage;
pub use webhooks::SecretWebhook;

use std::sync::Arc;

use crate::db::Db;

/// Keeps and finds campaigns, leads and subreddits; cheap to clone.
///
/// As made it is the operator's, who sees all. [`Store::of_user`] makes one in which nothing is but
/// what belongs to one user: each statement that reads or changes rows of somebody's says whose.
#[derive(Debug, Clone)]
pub struct Store {
    db: Db,
    owner: Option<Arc<str>>,
}

impl Store {
    /// The operator's store on a database that has been migrated.
    pub fn new(db: Db) -> Self {
        Self { db, owner: None }
    }

    /// The same with nothing in it but the campaigns of the user with this id and what belongs to
    /// them. What is added is that user's.
    #[must_use]
    pub fn of_user(&self, id: &str) -> Self {
        Self { db: self.db.clone(), owner: Some(id.into()) }
    }

    /// The id of the user whose store this is; none where it is the operator's.
    pub fn owner(&self) -> Option<&str> {
        self.owner.as_deref()
    }
}

#[cfg(test)]
mod tests;
