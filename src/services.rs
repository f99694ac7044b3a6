//! Builds everything that jobs, workers, the API and the command line use, once, from the settings.
//!
//! The only place that knows what carries the data, the queue and the shared state.

mod probe;

use std::sync::{Arc, OnceLock};

use crate::ai::{AiError, Judge};
use crate::clock::{SharedClock, SystemClock};
use crate::config::Settings;
use crate::db::{Db, DbError};
use crate::queue::JobQueue;
use crate::queue::sql::SqlQueue;
use crate::reddit::{RedditClient, RedditError};
use crate::shared_state::SharedState;
use crate::shared_state::sql::SqlState;
use crate::store::Store;

/// Everything below, built from the settings. Clients of the network are built when first asked
/// for, as most commands need none.
pub struct Services {
    /// The settings.
    pub settings: Settings,
    /// The database.
    pub db: Db,
    /// Campaigns, leads, subreddits.
    pub store: Store,
    /// The job queue.
    pub queue: Arc<dyn JobQueue>,
    /// State that all processes see.
    pub state: Arc<dyn SharedState>,
    /// The time.
    pub clock: SharedClock,
    reddit: OnceLock<RedditClient>,
    judge: OnceLock<Judge>,
}

impl Services {
    /// Opens the database that the settings name, bringing it to the newest migration.
    ///
    /// # Errors
    /// The database cannot be opened or migrated.
    pub async fn open(settings: Settings) -> Result<Self, DbError> {
        let db = Db::from_settings(&settings.data_dir, &settings.database).await?;
        Ok(Self::on(db, settings, SystemClock::shared()))
    }

    /// On a database that is open already, with a clock of one's own.
    pub fn on(db: Db, settings: Settings, clock: SharedClock) -> Self {
        Self {
            store: Store::new(db.clone()),
            queue: Arc::new(SqlQueue::new(db.clone(), Arc::clone(&clock))),
            state: Arc::new(SqlState::new(db.clone(), Arc::clone(&clock))),
            db,
            settings,
            clock,
            reddit: OnceLock::new(),
            judge: OnceLock::new(),
        }
    }

    /// The Reddit client.
    ///
    /// # Errors
    /// No credentials are configured, or the base address is not acceptable.
    pub fn reddit(&self) -> Result<&RedditClient, RedditError> {
        if let Some(client) = self.reddit.get() {
            return Ok(client);
        }
        let client = RedditClient::from_settings(&self.settings.reddit)?;
        Ok(self.reddit.get_or_init(|| client))
    }

    /// The judge of posts: an AI provider where one is configured, else the local rules.
    ///
    /// # Errors
    /// The provider's settings are not acceptable.
    pub fn judge(&self) -> Result<&Judge, AiError> {
        if let Some(judge) = self.judge.get() {
            return Ok(judge);
        }
        let judge = Judge::from_settings(&self.settings.ai)?;
        Ok(self.judge.get_or_init(|| judge))
    }

    /// Closes the database, merging its write-ahead log where nobody else has it open.
    pub async fn close(&self) {
        self.db.close().await;
    }
}

impl std::fmt::Debug for Services {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Services")
            .field("data_dir", &self.settings.data_dir)
            .finish_non_exhaustive()
    }
}
