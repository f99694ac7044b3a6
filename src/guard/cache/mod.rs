//! Answers that cost money or budget, kept: memory in front of a layer that all processes share.
//!
//! - [`Cache`]: what the floors above ask; [`Claims`]: many keys at once, one call for each
//! - [`Key`], [`Kind`], [`Tenant`]: what names an answer
//! - [`Entry`], [`Served`], [`Source`]: an answer, and where it came from
//! - [`layer`]: what the processes share, on Redis, in the database, or in memory
//! - [`Stats`]: what it was good for
//!
//! Inside: `memory` (the first layer), `flights` (one call for many that ask within a process),
//! `care` (what is done every few seconds).

mod care;
mod claims;
mod engine;
mod entry;
mod figures;
mod flights;
mod key;
pub mod layer;
mod memory;
mod stats;

pub use care::MEMORY_PREFIX;
pub use claims::Claims;
pub use engine::{Cache, CacheOptions, Random};
pub use entry::{Cost, Entry, Fresh, Served, Source};
pub use figures::Count;
pub use key::{Key, KeyBuilder, Kind, Tenant};
pub use layer::{LayerError, SharedLayer};
pub use stats::{KindStats, Stats};

#[cfg(test)]
mod tests;
