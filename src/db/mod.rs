//! The database handle: SQLite in one file, or Postgres, behind one set of statements.
//!
//! - [`Db`]: opens, migrates, hands out connections; [`Tx`]: a transaction, with the [`Lock`] it holds
//! - [`Dialect`], `fetch!`, `execute!`: one statement written once, run on either; [`Statement`]: one that is
//!   put together at run time
//! - [`JsonText`], and how [`Timestamp`](crate::model::Timestamp) is kept
//! - [`copy`]: from a file to a server
//!
//! SQLite takes one writer at a time. All writes of a process go through a pool of one connection,
//! so that they queue up here, in order, and not in SQLite's busy handler; other processes are
//! waited for by `busy_timeout`. Reads have a pool of their own and, in WAL mode, wait for nobody.
//!
//! Postgres has one pool. A transaction that must be alone with a queue or a table takes an advisory
//! lock ([`Lock`]) for as long as it lasts, so that it sees there what it would see in SQLite.

pub mod copy;
mod dialect;
mod error;
mod handle;
mod inspect;
mod postgres;
mod sqlite;
mod statement;
mod tx;
mod types;

pub use dialect::{Dialect, bounded};
pub use error::{DbError, MigrationRow};
pub use handle::{Db, PoolUse};
pub use postgres::PgDb;
pub use sqlite::SqliteDb;
pub use statement::{Statement, Value};
pub use tx::{Lock, Tx};
pub use types::JsonText;

pub(crate) use dialect::{execute, fetch};
pub(crate) use statement::bind;
