use std::path::{Path, PathBuf};

use sqlx::{PgPool, SqlitePool};

use super::dialect::bounded;
use super::{DbError, Dialect, Lock, MigrationRow, PgDb, SqliteDb, Tx, postgres, sqlite};
use crate::config::DatabaseSettings;

/// A database; cheap to clone.
#[derive(Debug, Clone)]
pub enum Db {
    /// One file.
    Sqlite(SqliteDb),
    /// A server.
    Postgres(PgDb),
}

/// How much of a pool is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PoolUse {
    /// Which pool: `read` and `write` of SQLite, or `postgres`.
    pub pool: &'static str,
    /// Open connections that nobody uses.
    pub idle: u64,
    /// Connections in use.
    pub busy: u64,
    /// Most connections.
    pub max: u64,
}

impl Db {
    /// Opens the database that the settings name: Postgres where there is an address, else the file
    /// in `data_dir`. It is brought to the newest migration.
    ///
    /// # Errors
    /// As [`Db::open`]; [`DbError::Address`] and [`DbError::Connect`].
    pub async fn from_settings(
        data_dir: &Path,
        settings: &DatabaseSettings,
    ) -> Result<Self, DbError> {
        let db = Self::from_settings_unmigrated(data_dir, settings)?;
        db.migrate().await?;
        Ok(db)
    }

    /// Like [`Db::from_settings`], without migrating or connecting.
    ///
    /// # Errors
    /// [`DbError::Open`], [`DbError::Address`].
    pub fn from_settings_unmigrated(
        data_dir: &Path,
        settings: &DatabaseSettings,
    ) -> Result<Self, DbError> {
        match settings.address() {
            Some(url) => Ok(Self::Postgres(PgDb::on(url, settings)?)),
            None => Self::open_unmigrated(data_dir),
        }
    }

    /// Opens `leadctl.db` in `data_dir`, making both (0700 and 0600) where they are missing, and
    /// brings it to the newest migration. Connections are made when first used.
    ///
    /// # Errors
    /// [`DbError::Open`] where directory or file cannot be made, [`DbError::Newer`] where the file
    /// was written by a later leadctl, [`DbError::Migrate`] where a migration fails.
    pub async fn open(data_dir: &Path) -> Result<Self, DbError> {
        let db = Self::open_unmigrated(data_dir)?;
        db.migrate().await?;
        Ok(db)
    }

    /// Like [`Db::open`], without migrating.
    ///
    /// # Errors
    /// [`DbError::Open`].
    pub fn open_unmigrated(data_dir: &Path) -> Result<Self, DbError> {
        Ok(Self::Sqlite(SqliteDb::open(data_dir)?))
    }

    /// The database in a file, or in a data directory, that is there already.
    ///
    /// # Errors
    /// The file that was looked for in vain.
    pub fn at(path: &Path) -> Result<Self, PathBuf> {
        let file = if path.is_dir() { sqlite::file(path) } else { path.to_owned() };
        if file.is_file() { Ok(Self::Sqlite(SqliteDb::on(file))) } else { Err(file) }
    }

    /// Whether `data_dir` holds a database already.
    pub fn exists(data_dir: &Path) -> bool {
        sqlite::file(data_dir).is_file()
    }

    /// Where the file of `data_dir` is, or would be.
    pub fn file_in(data_dir: &Path) -> PathBuf {
        sqlite::file(data_dir)
    }

    /// Where it is, fit to be shown: the file, or the server without user and password.
    pub fn place(&self) -> String {
        match self {
            Self::Sqlite(db) => db.path.display().to_string(),
            Self::Postgres(db) => db.place.clone(),
        }
    }

    /// What it is and where, in words.
    pub fn describe(&self) -> String {
        let kind = if self.path().is_some() { "SQLite in" } else { "Postgres at" };
        format!("{kind} {}", self.place())
    }

    /// The file, where it is one.
    pub fn path(&self) -> Option<&PathBuf> {
        match self {
            Self::Sqlite(db) => Some(&db.path),
            Self::Postgres(_) => None,
        }
    }

    /// For single statements that write. What reads before it writes needs [`Db::begin`].
    pub fn writer(&self) -> Dialect<&SqlitePool, &PgPool> {
        match self {
            Self::Sqlite(db) => Dialect::Sqlite(&db.write),
            Self::Postgres(db) => Dialect::Postgres(&db.pool, db.limit),
        }
    }

    /// For statements that only read.
    pub fn reader(&self) -> Dialect<&SqlitePool, &PgPool> {
        match self {
            // A command that asks one thing and ends needs no second connection for it.
            Self::Sqlite(db) if db.read.size() == 0 && db.write.num_idle() > 0 => {
                Dialect::Sqlite(&db.write)
            }
            Self::Sqlite(db) => Dialect::Sqlite(&db.read),
            Self::Postgres(db) => Dialect::Postgres(&db.pool, db.limit),
        }
    }

    /// Begins a transaction that writes, alone with `lock`.
    ///
    /// # Errors
    /// The database failed, or others held the lock for too long.
    pub async fn begin(&self, lock: Lock) -> Result<Tx, sqlx::Error> {
        match self {
            Self::Sqlite(db) => Ok(Tx::Sqlite(db.write.begin_with("BEGIN IMMEDIATE").await?)),
            Self::Postgres(db) => Ok(Tx::Postgres(begun(db, "BEGIN", lock.key()).await?, db.limit)),
        }
    }

    /// Begins a transaction that only reads; its statements see the same moment.
    ///
    /// # Errors
    /// The database failed.
    pub async fn begin_read(&self) -> Result<Tx, sqlx::Error> {
        match self {
            Self::Sqlite(db) => Ok(Tx::Sqlite(db.read.begin().await?)),
            Self::Postgres(db) => {
                let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
                Ok(Tx::Postgres(begun(db, begin, None).await?, db.limit))
            }
        }
    }

    /// Applies the migrations that are missing; returns how many.
    ///
    /// # Errors
    /// [`DbError::Newer`], [`DbError::Migrate`], [`DbError::Connect`].
    pub async fn migrate(&self) -> Result<usize, DbError> {
        let known = self.migrator().iter().map(|m| m.version).max().unwrap_or(0);
        let applied = self.applied().await?;
        let found = applied.iter().copied().max().unwrap_or(0);
        if found > known {
            return Err(DbError::Newer { found, known });
        }
        let missing = self.migrator().iter().filter(|m| !applied.contains(&m.version)).count();
        if missing > 0 {
            match self {
                Self::Sqlite(db) => db.migrate().await?,
                Self::Postgres(db) => db.migrate().await?,
            }
        }
        Ok(missing)
    }

    /// Every migration that this leadctl knows, in order.
    ///
    /// # Errors
    /// [`DbError::Sql`], [`DbError::Connect`].
    pub async fn migrations(&self) -> Result<Vec<MigrationRow>, DbError> {
        let applied = self.applied().await?;
        Ok(self
            .migrator()
            .iter()
            .map(|m| MigrationRow {
                version: m.version,
                name: m.description.to_string(),
                applied: applied.contains(&m.version),
            })
            .collect())
    }

    fn migrator(&self) -> &'static sqlx::migrate::Migrator {
        match self {
            Self::Sqlite(_) => &sqlite::MIGRATIONS,
            Self::Postgres(_) => &postgres::MIGRATIONS,
        }
    }

    pub(super) async fn applied(&self) -> Result<Vec<i64>, DbError> {
        match self {
            Self::Sqlite(db) => Ok(db.applied().await?),
            Self::Postgres(db) => db.applied().await,
        }
    }

    /// How much of each pool is in use.
    pub fn pools(&self) -> Vec<PoolUse> {
        fn of<D: sqlx::Database>(pool: &'static str, it: &sqlx::Pool<D>) -> PoolUse {
            let idle = it.num_idle() as u64;
            PoolUse {
                pool,
                idle,
                busy: u64::from(it.size()).saturating_sub(idle),
                max: u64::from(it.options().get_max_connections()),
            }
        }
        match self {
            Self::Sqlite(db) => vec![of("read", &db.read), of("write", &db.write)],
            Self::Postgres(db) => vec![of("postgres", &db.pool)],
        }
    }

    /// For a process that ends now and is to end soon: what was written stays in SQLite's write-ahead
    /// log, as it does in a process that is killed, and whoever opens the file next has it. To merge
    /// the log has to wait for the disk, several times; that is left to others until it has grown.
    pub async fn leave(self) {
        match &self {
            Self::Sqlite(db) if db.has_small_log() => std::mem::forget(self),
            _ => self.close().await,
        }
    }

    /// Closes all connections; SQLite's write-ahead log is merged where nobody else has the file
    /// open.
    pub async fn close(&self) {
        match self {
            Self::Sqlite(db) => db.close().await,
            Self::Postgres(db) => db.pool.close().await,
        }
    }
}

/// Begins a transaction, alone with `lock`, in a task of its own, so that it is never left half
/// begun: of a `BEGIN` whose caller has gone away the library does not know that it must be rolled
/// back, and the connection would go back to the pool with an open transaction, in which what others
/// write is never committed. One that nobody waits for any more is rolled back as soon as it has
/// begun. The lock is asked for by a statement of its own for the same reason: it may be refused.
async fn begun(
    db: &PgDb,
    begin: &'static str,
    lock: Option<(i32, i32)>,
) -> Result<sqlx::Transaction<'static, sqlx::Postgres>, sqlx::Error> {
    let pool = db.pool.clone();
    let beginning = tokio::spawn(async move {
        let mut tx = pool.begin_with(begin).await?;
        if let Some((class, key)) = lock {
            let lock = sqlx::query("SELECT pg_advisory_xact_lock($1, $2)").bind(class).bind(key);
            lock.execute(&mut *tx).await?;
        }
        Ok(tx)
    });
    let joined = async { beginning.await.map_err(|_| sqlx::Error::WorkerCrashed)? };
    bounded(db.limit, joined).await
}
