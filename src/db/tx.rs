use std::time::Duration;

use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection, Transaction};

use super::Dialect;
use super::dialect::bounded;

/// What a transaction that writes must be alone with.
///
/// In SQLite every such transaction is alone with the whole database. In Postgres this is an
/// advisory lock, which ends with the transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    /// Nothing: its statements are safe by themselves.
    None,
    /// The names and ids of campaigns.
    Campaigns,
    /// The numbers of leads, so that they are seen in their order.
    Leads,
    /// The journal and the ledger of a queue that can be away.
    Ledger,
    /// One queue, by its number.
    Queue(i64),
    /// The log of one job, by the job's number.
    JobLog(i64),
}

/// The first half of the keys of our advisory locks ("lead"); other programs may have theirs.
const CLASS: i32 = 0x6c65_6164;

impl Lock {
    /// Both halves of the lock's key. Two that share a key only wait for one another.
    pub(super) fn key(self) -> Option<(i32, i32)> {
        match self {
            Self::None => None,
            Self::Campaigns => Some((CLASS, 0)),
            Self::Leads => Some((CLASS, 1)),
            Self::Ledger => Some((CLASS, 2)),
            Self::Queue(id) => Some((CLASS + 1, low(id))),
            Self::JobLog(seq) => Some((CLASS + 2, low(seq))),
        }
    }
}

fn low(n: i64) -> i32 {
    i32::try_from(n & 0x7fff_ffff).unwrap_or(0)
}

/// A transaction; undone unless [`Tx::commit`] is called.
#[derive(Debug)]
pub enum Tx {
    /// SQLite's.
    Sqlite(Transaction<'static, Sqlite>),
    /// Postgres', with the longest time that a statement may take.
    Postgres(Transaction<'static, Postgres>, Duration),
}

impl Tx {
    /// Its connection, for `fetch!` and `execute!`.
    pub fn on(&mut self) -> Dialect<&mut SqliteConnection, &mut PgConnection> {
        match self {
            Self::Sqlite(tx) => Dialect::Sqlite(&mut **tx),
            Self::Postgres(tx, limit) => Dialect::Postgres(&mut **tx, *limit),
        }
    }

    /// Waits until this transaction is alone with `lock`.
    ///
    /// # Errors
    /// The database failed, or others held it for too long.
    pub async fn lock(&mut self, lock: Lock) -> Result<(), sqlx::Error> {
        let (Self::Postgres(tx, limit), Some((class, key))) = (self, lock.key()) else {
            return Ok(());
        };
        let query = sqlx::query("SELECT pg_advisory_xact_lock($1, $2)").bind(class).bind(key);
        bounded(*limit, query.execute(&mut **tx)).await.map(|_| ())
    }

    /// Keeps what was done.
    ///
    /// # Errors
    /// The database failed; whether it was kept is then not known.
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(tx) => tx.commit().await,
            Self::Postgres(tx, limit) => bounded(limit, tx.commit()).await,
        }
    }
}
