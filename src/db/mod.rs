//! The database handle: one writer, several readers, and the migrations.
//!
//! SQLite takes one writer at a time. All writes of a process go through a pool of one connection,
//! so that they queue up here, in order, and not in SQLite's busy handler; other processes are
//! waited for by `busy_timeout`. Reads have a pool of their own and, in WAL mode, wait for nobody.

mod sqlite;
mod types;

pub use sqlite::{Db, DbError, MigrationRow};
