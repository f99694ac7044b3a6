use sqlx::AssertSqlSafe;

use super::{Db, DbError, MigrationRow, fetch};
use crate::model::Timestamp;

/// The tables whose rows are worth counting, in the order in which they are told.
const TABLES: &[&str] = &[
    "campaigns",
    "leads",
    "judged",
    "subreddits",
    "imports",
    "jobs",
    "schedules",
    "queue_events",
    "shared_state",
];

impl Db {
    /// Every migration that this leadctl knows, as of a database that has none; for SQLite or
    /// Postgres.
    pub fn known_migrations(postgres: bool) -> Vec<MigrationRow> {
        let migrator =
            if postgres { &super::postgres::MIGRATIONS } else { &super::sqlite::MIGRATIONS };
        migrator
            .iter()
            .map(|m| MigrationRow {
                version: m.version,
                name: m.description.to_string(),
                applied: false,
            })
            .collect()
    }

    /// How many rows the main tables have; those that are not there yet are left out.
    ///
    /// # Errors
    /// [`DbError::Sql`].
    pub async fn row_counts(&self) -> Result<Vec<(&'static str, u64)>, DbError> {
        let names = match self {
            Self::Sqlite(_) => "SELECT name FROM sqlite_master WHERE type = 'table'",
            Self::Postgres(_) => {
                "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()"
            }
        };
        let found: Vec<String> =
            fetch!(self.reader(), c => sqlx::query_scalar(names).fetch_all(c))?;
        let mut counts = Vec::new();
        for table in TABLES.iter().filter(|table| found.iter().any(|name| name == *table)) {
            // The name is one of those above.
            let sql = format!("SELECT COUNT(*) FROM {table}");
            let count: i64 = fetch!(
                self.reader(),
                c => sqlx::query_scalar(AssertSqlSafe(sql.clone())).fetch_one(c)
            )?;
            counts.push((*table, count.unsigned_abs()));
        }
        Ok(counts)
    }

    /// What the database takes on disk, in bytes, its journal left out.
    ///
    /// # Errors
    /// [`DbError::Sql`].
    pub async fn size(&self) -> Result<u64, DbError> {
        let sql = match self {
            Self::Sqlite(_) => {
                "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
            }
            Self::Postgres(_) => "SELECT pg_database_size(current_database())",
        };
        let bytes: i64 = fetch!(self.reader(), c => sqlx::query_scalar(sql).fetch_one(c))?;
        Ok(bytes.unsigned_abs())
    }

    /// The version of SQLite or Postgres.
    ///
    /// # Errors
    /// [`DbError::Sql`].
    pub async fn engine_version(&self) -> Result<String, DbError> {
        let sql = match self {
            Self::Sqlite(_) => "SELECT sqlite_version()",
            Self::Postgres(_) => "SELECT current_setting('server_version')",
        };
        Ok(fetch!(self.reader(), c => sqlx::query_scalar(sql).fetch_one(c))?)
    }

    /// The time by the server's clock; absent where the database is a file.
    ///
    /// # Errors
    /// [`DbError::Sql`].
    pub async fn server_time(&self) -> Result<Option<Timestamp>, DbError> {
        let Self::Postgres(_) = self else { return Ok(None) };
        let millis: i64 = fetch!(self.reader(), c => sqlx::query_scalar(
            "SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint",
        )
        .fetch_one(c))?;
        Ok(Some(Timestamp::from_millis(millis)))
    }

    /// What SQLite's own check finds wrong with the file, at most ten things; nothing where all is
    /// well. Postgres looks after itself.
    ///
    /// # Errors
    /// [`DbError::Sql`].
    pub async fn damage(&self) -> Result<Vec<String>, DbError> {
        let Self::Sqlite(db) = self else { return Ok(Vec::new()) };
        let said: Vec<String> =
            sqlx::query_scalar("PRAGMA quick_check(10)").fetch_all(&db.read).await?;
        Ok(said.into_iter().filter(|line| line != "ok").collect())
    }

    /// The number of the last migration that the database has; 0 where it has none.
    ///
    /// # Errors
    /// [`DbError::Sql`], [`DbError::Connect`].
    pub async fn level(&self) -> Result<i64, DbError> {
        Ok(self.applied().await?.into_iter().max().unwrap_or(0))
    }
}
