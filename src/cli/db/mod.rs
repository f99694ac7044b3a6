//! `leadctl db`: the database itself.
//!
//! - [`copy`]: from one machine to many
//! - [`migrate`]: brings it to the newest migration
//! - [`status`]: tells of it, and changes nothing

mod copy;
mod migrate;
mod status;

use clap::Subcommand;

use super::context::Context;
use super::exit::Exit;
use crate::config::Settings;
use crate::db::{Db, MigrationRow};

/// The database itself: where it is, and its migrations
#[derive(Debug, Subcommand)]
pub enum DbCommand {
    /// Bring the database to the newest migration
    Migrate(migrate::MigrateArgs),
    /// Copy an embedded installation to Postgres
    Copy(copy::CopyArgs),
    /// Tell where the database is, how large, and which migrations it has
    #[command(visible_alias = "show")]
    Status(status::StatusArgs),
}

impl DbCommand {
    /// Does it.
    ///
    /// # Errors
    /// The database cannot be reached, or a later leadctl has migrated it (refused).
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self {
            Self::Migrate(args) => args.run(ctx).await,
            Self::Copy(args) => args.run(ctx).await,
            Self::Status(args) => args.run(ctx).await,
        }
    }
}

/// The database, where there is one: a file that is missing is not made.
fn existing(settings: &Settings) -> anyhow::Result<Option<Db>> {
    if settings.database.address().is_none() && !Db::exists(&settings.data_dir) {
        return Ok(None);
    }
    Ok(Some(Db::from_settings_unmigrated(&settings.data_dir, &settings.database)?))
}

/// All migrations, and which of them the database has.
async fn migrations(settings: &Settings, db: Option<&Db>) -> anyhow::Result<Vec<MigrationRow>> {
    match db {
        Some(db) => Ok(db.migrations().await?),
        None => Ok(Db::known_migrations(settings.database.address().is_some())),
    }
}
