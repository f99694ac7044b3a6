use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");

/// Name of the database file inside the data directory.
const FILE_NAME: &str = "leadctl.db";
/// How long a statement waits for another process's write lock.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// Most connections that read at the same time.
const READERS: u32 = 4;

/// What can go wrong with the database itself.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// The data directory or the file could not be made or opened.
    #[error(
        "cannot open the database in {path}: {source}; check that the directory exists and that you may write to it, or choose another with --data-dir"
    )]
    Open {
        /// The data directory.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is of a later version.
    #[error(
        "the database is at migration {found}, this leadctl knows only up to {known}; use the newer leadctl that wrote it"
    )]
    Newer {
        /// The file's migration.
        found: i64,
        /// The last one known here.
        known: i64,
    },
    /// A migration failed.
    #[error("cannot migrate the database: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// A statement failed.
    #[error("the database refused a statement: {0}")]
    Sql(#[from] sqlx::Error),
}

/// One migration and whether the database has it.
#[derive(Debug, Clone, serde::Serialize)]
pub struct MigrationRow {
    /// Its number.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// Whether it has been applied.
    pub applied: bool,
}

/// The embedded database; cheap to clone.
#[derive(Debug, Clone)]
pub struct Db {
    write: SqlitePool,
    read: SqlitePool,
    path: PathBuf,
}

impl Db {
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
        let path = data_dir.join(FILE_NAME);
        prepare_file(data_dir, &path)
            .map_err(|source| DbError::Open { path: data_dir.to_owned(), source })?;
        let options = SqliteConnectOptions::new()
            .filename(&path)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal)
            .foreign_keys(true)
            .busy_timeout(BUSY_TIMEOUT)
            .pragma("temp_store", "memory")
            .pragma("journal_size_limit", "67108864")
            .statement_cache_capacity(256);
        let pool = |max| {
            SqlitePoolOptions::new().max_connections(max).idle_timeout(None).max_lifetime(None)
        };
        Ok(Self {
            write: pool(1).connect_lazy_with(options.clone()),
            read: pool(READERS).connect_lazy_with(options),
            path,
        })
    }

    /// Whether `data_dir` holds a database already.
    pub fn exists(data_dir: &Path) -> bool {
        data_dir.join(FILE_NAME).is_file()
    }

    /// The file's path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The pool for statements that write; it holds one connection. Begin transactions that read
    /// before they write with `begin_with("BEGIN IMMEDIATE")`.
    pub fn writer(&self) -> &SqlitePool {
        &self.write
    }

    /// The pool for statements that only read.
    pub fn reader(&self) -> &SqlitePool {
        &self.read
    }

    /// Applies the migrations that are missing; returns how many.
    ///
    /// # Errors
    /// [`DbError::Newer`], [`DbError::Migrate`].
    pub async fn migrate(&self) -> Result<usize, DbError> {
        let known = MIGRATIONS.iter().map(|m| m.version).max().unwrap_or(0);
        let applied = self.applied().await?;
        let found = applied.iter().copied().max().unwrap_or(0);
        if found > known {
            return Err(DbError::Newer { found, known });
        }
        let missing = MIGRATIONS.iter().filter(|m| !applied.contains(&m.version)).count();
        if missing > 0 {
            MIGRATIONS.run(&self.write).await?;
        }
        Ok(missing)
    }

    /// Every migration that this leadctl knows, in order.
    ///
    /// # Errors
    /// [`DbError::Sql`].
    pub async fn migrations(&self) -> Result<Vec<MigrationRow>, DbError> {
        let applied = self.applied().await?;
        Ok(MIGRATIONS
            .iter()
            .map(|m| MigrationRow {
                version: m.version,
                name: m.description.to_string(),
                applied: applied.contains(&m.version),
            })
            .collect())
    }

    async fn applied(&self) -> Result<Vec<i64>, DbError> {
        let known: Option<i64> =
            sqlx::query_scalar("SELECT 1 FROM sqlite_master WHERE name = '_sqlx_migrations'")
                .fetch_optional(&self.write)
                .await?;
        if known.is_none() {
            return Ok(Vec::new());
        }
        Ok(sqlx::query_scalar(
            "SELECT version FROM _sqlx_migrations WHERE success ORDER BY version",
        )
        .fetch_all(&self.write)
        .await?)
    }

    /// Closes all connections; the write-ahead log is merged where nobody else has the file open.
    pub async fn close(&self) {
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
