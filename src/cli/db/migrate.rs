use clap::Args;

use super::{existing, migrations};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{ActReport, plain};
use crate::db::{Db, DbError, MigrationRow};

/// Whether to do it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl db migrate --dry-run
  leadctl db migrate

Every command that uses the database does this by itself; run it alone to do it at a time of your
choosing. Migrations are never undone: keep a copy of the database before a new version of leadctl.
Exits with 7 where a later leadctl has migrated the database already.")]
pub struct MigrateArgs {
    /// Say which migrations would be applied, and apply none
    #[arg(long)]
    dry_run: bool,
}

impl MigrateArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let settings = ctx.settings();
        let db = existing(settings)?;
        let before = migrations(settings, db.as_ref()).await?;
        if let Some(db) = &db {
            refuse_newer(db, &before).await?;
        }
        if !self.dry_run {
            let db = match db {
                Some(db) => db,
                None => Db::from_settings_unmigrated(&settings.data_dir, &settings.database)?,
            };
            let done = db.migrate().await;
            db.close().await;
            done?;
        } else if let Some(db) = db {
            db.close().await;
        }
        let mut report = ActReport::new(self.dry_run);
        for row in &before {
            if row.applied {
                report.skipped(&row.version.to_string());
            } else {
                report.acted(&row.version.to_string());
            }
        }
        ctx.out.act(&report, &told(&before, self.dry_run))?;
        Ok(Exit::Done)
    }
}

async fn refuse_newer(db: &Db, known: &[MigrationRow]) -> anyhow::Result<()> {
    let (found, known) = (db.level().await?, known.iter().map(|m| m.version).max().unwrap_or(0));
    if found > known { Err(DbError::Newer { found, known }.into()) } else { Ok(()) }
}

fn told(before: &[MigrationRow], dry_run: bool) -> String {
    let verb = if dry_run { "would apply" } else { "applied" };
    let lines: Vec<String> = before
        .iter()
        .filter(|row| !row.applied)
        .map(|row| format!("{verb} {:04} {}", row.version, plain(&row.name)))
        .collect();
    if lines.is_empty() {
        let newest = before.iter().map(|row| row.version).max().unwrap_or(0);
        return format!("nothing to do: the database is at migration {newest}, the newest");
    }
    lines.join("\n")
}
