use std::time::Duration;

use super::line::Line;
use crate::cli::globals::Globals;
use crate::clock::{SharedClock, SystemClock};
use crate::config::{Checked, ConfigError, Loaded, Settings, check, load};
use crate::db::{Db, DbError};
use crate::services::{RedisSettingError, Services};

/// Longest time that anything outside this machine is waited for.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// What the checks are given.
pub(super) struct Facts {
    /// What stands out in the configuration.
    pub(super) checked: Checked,
    /// The settings, where they are acceptable.
    pub(super) loaded: Option<Loaded>,
    /// The database, not migrated.
    pub(super) database: Database,
    /// The time.
    pub(super) clock: SharedClock,
    /// Nothing outside may be asked.
    pub(super) offline: bool,
}

/// What there is of a database.
pub(super) enum Database {
    /// The configuration does not say which.
    Unknown,
    /// Not made yet.
    Missing,
    /// It cannot be had, and why.
    Unreachable(DbError),
    /// At the newest migration: everything on it can be used.
    Ready(Box<Services>),
    /// It could be had, but not what goes with it.
    Unusable(RedisSettingError),
    /// At another migration.
    Other {
        /// The database.
        db: Db,
        /// Its last migration.
        level: i64,
        /// The last one known here.
        newest: i64,
    },
}

impl Facts {
    pub(super) async fn gather(globals: &Globals, offline: bool) -> Result<Self, ConfigError> {
        let overrides = globals.overrides();
        let checked = check(&overrides)?;
        let loaded = load(&overrides).ok();
        let clock = SystemClock::shared();
        let database = match &loaded {
            Some(loaded) => database(&loaded.settings, &clock).await,
            None => Database::Unknown,
        };
        Ok(Self { checked, loaded, database, clock, offline })
    }

    /// The settings, or the line that says why a check needs them.
    pub(super) fn settings(&self) -> Result<&Settings, Vec<Line>> {
        self.loaded.as_ref().map(|loaded| &loaded.settings).ok_or_else(|| {
            let hint = "mend the configuration first";
            vec![Line::warn("not looked at: the configuration is not acceptable", hint)]
        })
    }

    /// The services, or the line that says why there are none. It is no failure of its own: the
    /// check of the database tells that.
    pub(super) fn services(&self) -> Result<&Services, Vec<Line>> {
        match &self.database {
            Database::Ready(services) => Ok(services),
            Database::Missing => Err(vec![Line::ok("nothing yet: there is no database")]),
            _ => {
                let hint = "see what is said of the database";
                Err(vec![Line::warn("not looked at: the database cannot be used", hint)])
            }
        }
    }

    pub(super) async fn close(&self) {
        match &self.database {
            Database::Ready(services) => services.close().await,
            Database::Other { db, .. } => db.close().await,
            _ => {}
        }
    }
}

async fn database(settings: &Settings, clock: &SharedClock) -> Database {
    let is_postgres = settings.database.address().is_some();
    if !is_postgres && !Db::exists(&settings.data_dir) {
        return Database::Missing;
    }
    let opened = async {
        let db = Db::from_settings_unmigrated(&settings.data_dir, &settings.database)?;
        let level = db.level().await?;
        Ok((db, level))
    };
    let newest = Db::known_migrations(is_postgres).iter().map(|m| m.version).max().unwrap_or(0);
    match opened.await {
        Ok((db, level)) if level == newest => {
            match Services::on(db, settings.clone(), clock.clone()) {
                Ok(services) => Database::Ready(Box::new(services)),
                Err(error) => Database::Unusable(error),
            }
        }
        Ok((db, level)) => Database::Other { db, level, newest },
        Err(error) => Database::Unreachable(error),
    }
}
