use std::path::PathBuf;

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
    /// The address of the database is not acceptable. It is never shown: it may hold a password.
    #[error(
        "DATABASE_URL (database.url) is not an address of a Postgres database: {0}; it looks like postgres://user:password@host:5432/name"
    )]
    Address(String),
    /// The server could not be reached, or refused us.
    #[error(
        "cannot reach the database at {place}: {why}; check that Postgres runs there and that DATABASE_URL is right"
    )]
    Connect {
        /// Where it was looked for, without user and password.
        place: String,
        /// Why; told above, and so no source of its own.
        why: sqlx::Error,
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
