use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};

use super::DbError;

/// The migrations of this database.
pub(super) static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");

/// Name of the database file inside the data directory.
const FILE_NAME: &str = "leadctl.db";
/// How long a statement waits for another process's write lock.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// Largest write-ahead log that a process leaves to the next one, in bytes.
const SMALL_LOG: u64 = 1024 * 1024;
/// Most connections that read at the same time.
const READERS: u32 = 4;

/// The embedded database; cheap to clone.
#[derive(Debug, Clone)]
pub struct SqliteDb {
    pub(super) write: SqlitePool,
    pub(super) read: SqlitePool,
    pub(super) path: PathBuf,
}

/// The database file of a data directory.
pub(super) fn file(data_dir: &Path) -> PathBuf {
    data_dir.join(FILE_NAME)
}

impl SqliteDb {
    /// On `leadctl.db` in `data_dir`, making both (0700 and 0600) where they are missing.
    pub(super) fn open(data_dir: &Path) -> Result<Self, DbError> {
        let path = file(data_dir);
        prepare_file(data_dir, &path)
            .map_err(|source| DbError::Open { path: data_dir.to_owned(), source })?;
        Ok(Self::on(path))
    }

    /// On a file that is there. Connections are made when first used.
    pub(super) fn on(path: PathBuf) -> Self {
        let options = SqliteConnectOptions::new()
            .filename(&path)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal)
            .foreign_keys(true)
            .busy_timeout(BUSY_TIMEOUT)
            .pragma("temp_store", "memory")
            .pragma("journal_size_limit", "67108864")
            .statement_cache_capacity(256);
        // A connection to a file does not fail while nobody uses it; to ask would cost every query
        // two changes of thread.
        let pool = |max| {
            SqlitePoolOptions::new()
                .max_connections(max)
                .idle_timeout(None)
                .max_lifetime(None)
                .test_before_acquire(false)
        };
        Self {
            write: pool(1).connect_lazy_with(options.clone()),
            read: pool(READERS).connect_lazy_with(options),
            path,
        }
    }

    /// Numbers of the migrations that it has.
    pub(super) async fn applied(&self) -> Result<Vec<i64>, sqlx::Error> {
        let versions = sqlx::query_scalar(
            "SELECT version FROM _sqlx_migrations WHERE success ORDER BY version",
        )
        .fetch_all(&self.write)
        .await;
        // Every command asks this first: only where it fails does it matter that the table is missing
        // in a new file.
        if let Err(sqlx::Error::Database(_)) = versions {
            let known: Option<i64> =
                sqlx::query_scalar("SELECT 1 FROM sqlite_master WHERE name = '_sqlx_migrations'")
                    .fetch_optional(&self.write)
                    .await?;
            if known.is_none() {
                return Ok(Vec::new());
            }
        }
        versions
    }

    /// Applies what is missing.
    pub(super) async fn migrate(&self) -> Result<(), DbError> {
        let mut conn = self.write.acquire().await?;
        Ok(MIGRATIONS.run_direct(None, &mut *conn, false).await?)
    }

    /// Whether the write-ahead log is so small that the next process reads it in no time.
    pub(super) fn has_small_log(&self) -> bool {
        let mut log = self.path.clone().into_os_string();
        log.push("-wal");
        std::fs::metadata(log).is_ok_and(|log| log.len() <= SMALL_LOG)
    }

    pub(super) async fn close(&self) {
        self.read.close().await;
        self.write.close().await;
    }
}

fn prepare_file(data_dir: &Path, path: &Path) -> std::io::Result<()> {
    if !data_dir.is_dir() {
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(data_dir)?;
    }
    if !path.exists() {
        // SQLite gives the files beside it (-wal, -shm) the mode of the database itself.
        std::fs::OpenOptions::new().create(true).append(true).mode(0o600).open(path)?;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}
