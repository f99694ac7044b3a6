use std::fmt::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::{existing, migrations};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{Block, bytes_text, plain};
use crate::db::{Db, DbError, MigrationRow};

/// Nothing to choose.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl db status
  leadctl db status -o json

Nothing is made or migrated by it. Exits with 7 where a later leadctl has migrated the database.")]
pub struct StatusArgs {}

/// What is told.
#[derive(Debug, Serialize)]
struct Status {
    /// `sqlite` or `postgres`.
    kind: &'static str,
    /// The file, or the server without user and password.
    place: String,
    exists: bool,
    engine_version: Option<String>,
    size_bytes: Option<u64>,
    /// What the write-ahead log holds; absent for Postgres.
    journal_bytes: Option<u64>,
    /// The file's mode, as in `0600`; absent for Postgres.
    mode: Option<String>,
    /// The last migration that the database has.
    level: i64,
    /// The last migration that this leadctl knows.
    newest: i64,
    migrations: Vec<MigrationRow>,
    rows: serde_json::Map<String, serde_json::Value>,
}

impl StatusArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let db = existing(ctx.settings())?;
        let status = read(ctx, db.as_ref()).await;
        if let Some(db) = db {
            db.close().await;
        }
        let status = status?;
        ctx.out.show(&status, || status.text())?;
        if status.level > status.newest {
            return Err(DbError::Newer { found: status.level, known: status.newest }.into());
        }
        if !status.exists {
            ctx.out.note("there is no database yet; it is made when first used");
        } else if status.level < status.newest {
            ctx.out.note("migrations are missing; the next command that uses it applies them, or `leadctl db migrate`");
        }
        Ok(Exit::Done)
    }
}

async fn read(ctx: &Context, db: Option<&Db>) -> anyhow::Result<Status> {
    let settings = ctx.settings();
    let migrations = migrations(settings, db).await?;
    let is_postgres = settings.database.address().is_some();
    let file = db.and_then(Db::path);
    let mut status = Status {
        kind: if is_postgres { "postgres" } else { "sqlite" },
        place: match db {
            Some(db) => db.place(),
            None => Db::file_in(&settings.data_dir).display().to_string(),
        },
        exists: db.is_some(),
        engine_version: None,
        size_bytes: None,
        journal_bytes: file.map(|file| journal(file)),
        mode: file.and_then(|file| mode(file)),
        level: 0,
        newest: migrations.iter().map(|m| m.version).max().unwrap_or(0),
        migrations,
        rows: serde_json::Map::new(),
    };
    if let Some(db) = db {
        status.level = db.level().await?;
        status.engine_version = Some(db.engine_version().await?);
        status.size_bytes = Some(db.size().await?);
        for (table, count) in db.row_counts().await? {
            status.rows.insert(table.to_owned(), count.into());
        }
    }
    Ok(status)
}

/// Bytes in the write-ahead log beside the file.
fn journal(file: &Path) -> u64 {
    let mut name = file.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name).metadata().map_or(0, |found| found.len())
}

fn mode(file: &Path) -> Option<String> {
    let mode = file.metadata().ok()?.permissions().mode() & 0o777;
    Some(format!("{mode:04o}"))
}

impl Status {
    fn text(&self) -> String {
        let size = |bytes: Option<u64>| bytes.map(bytes_text).unwrap_or_default();
        let name = if self.kind == "postgres" { "Postgres" } else { "SQLite" };
        let engine = match &self.engine_version {
            Some(version) => format!("{name} {version}"),
            None => name.to_owned(),
        };
        let mut block = Block::new().line("database", &self.place).line("engine", engine);
        if !self.exists {
            block = block.line("state", "not made yet");
        } else {
            block = block.line("size", size(self.size_bytes));
        }
        if self.journal_bytes.is_some() {
            block = block.line("journal", size(self.journal_bytes));
        }
        if let Some(mode) = &self.mode {
            block = block.line("mode", mode);
        }
        let mut text = block.line("migration", self.level_text()).text();
        text.push_str("\nmigrations\n");
        for row in &self.migrations {
            let state = if row.applied { "applied" } else { "missing" };
            let _ = writeln!(text, "  {:04}  {state}  {}", row.version, plain(&row.name));
        }
        if !self.rows.is_empty() {
            text.push_str("\nrows\n");
            for (table, count) in &self.rows {
                let _ = writeln!(text, "  {table:<14}{count:>10}");
            }
        }
        text
    }

    fn level_text(&self) -> String {
        match self.level.cmp(&self.newest) {
            std::cmp::Ordering::Equal => format!("{}, the newest", self.level),
            std::cmp::Ordering::Less => format!("{} of {}", self.level, self.newest),
            std::cmp::Ordering::Greater => {
                format!("{}; this leadctl knows only up to {}", self.level, self.newest)
            }
        }
    }
}
