//! Builds everything that jobs, workers, the API and the command line use, once, from the settings.
//!
//! The only place that knows what carries the data, the queue and the shared state.

mod accounts;
mod guards;
mod objectives;
mod probe;
mod reddit;

use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use crate::ai::{AiBudget, AiError, Judge};
use crate::clock::{SharedClock, SystemClock};
use crate::config::Settings;
use crate::db::Db;
use crate::guard::cache::layer::redis::RedisLayer;
use crate::guard::cache::layer::sql::SqlLayer;
use crate::guard::cache::{Cache, CacheOptions, SharedLayer};
use crate::guard::rate_limit::fallback::FallbackLimiter;
use crate::guard::rate_limit::redis::RedisLimiter;
use crate::guard::rate_limit::sql::SqlLimiter;
use crate::guard::rate_limit::{Budget, Limiter, Quota};
use crate::jobs::QUEUES;
use crate::queue::bullmq::BullMqQueue;
use crate::queue::failover::{Failover, FailoverOptions, RedisPulse};
use crate::queue::sql::SqlQueue;
use crate::queue::{JobQueue, QueueError};
use crate::redis_link::{RedisAddress, RedisLink, RedisLinkError};
use crate::shared_state::SharedState;
use crate::shared_state::fallback::FallbackState;
use crate::shared_state::redis::RedisState;
use crate::shared_state::sql::SqlState;
use crate::store::Store;
use crate::telemetry::slo::Tally;

/// Longest wait for a turn at Reddit; whoever would wait longer can use the time better.
const REDDIT_PATIENCE: Duration = Duration::from_secs(5);
/// Longest wait for a turn at the AI provider.
const AI_PATIENCE: Duration = Duration::from_secs(10);
pub use accounts::{AccountError, Proven, sealed};
pub use guards::{AI, Guards, REDDIT, ai_name};
use reddit::Clients;
pub use reddit::RedditFor;

/// What can be wrong with what the settings say of Redis.
#[derive(Debug, thiserror::Error)]
pub enum RedisSettingError {
    /// `redis.url`.
    #[error("redis.url: {0}")]
    Url(RedisLinkError),
    /// `redis.ca_file`.
    #[error("redis.ca_file: {file} cannot be read")]
    CaFile {
        /// The file.
        file: String,
        /// Why.
        source: std::io::Error,
    },
    /// `redis.prefix`.
    #[error("redis.prefix: {0}")]
    Prefix(QueueError),
}

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
    /// The way to Redis, where one is configured.
    pub redis: Option<RedisLink>,
    /// State that all processes see.
    pub state: Arc<dyn SharedState>,
    /// Rate limits that all processes share.
    pub limiter: Arc<dyn Limiter>,
    /// Answers of Reddit and of the AI provider that are kept.
    pub cache: Cache,
    /// The time.
    pub clock: SharedClock,
    /// What stands before Reddit and the AI provider.
    pub guards: Guards,
    /// What this process has counted for the objectives and not kept yet.
    pub tally: Arc<Tally>,
    clients: Clients,
    judge: OnceLock<Judge>,
}

impl Services {
    /// Opens the database that the settings name, bringing it to the newest migration. Redis is not
    /// needed yet, where one is configured.
    ///
    /// # Errors
    /// [`DbError`](crate::db::DbError) where the database cannot be opened or migrated,
    /// [`RedisSettingError`] where what is said of Redis is not acceptable.
    pub async fn open(settings: Settings) -> anyhow::Result<Self> {
        let db = Db::from_settings(&settings.data_dir, &settings.database).await?;
        Ok(Self::on(db, settings, SystemClock::shared())?)
    }

    /// On a database that is open already, with a clock of one's own.
    ///
    /// # Errors
    /// What is said of Redis is not acceptable.
    pub fn on(db: Db, settings: Settings, clock: SharedClock) -> Result<Self, RedisSettingError> {
        let redis = redis(&settings, &clock)?;
        Ok(Self {
            store: Store::new(db.clone()),
            queue: queue(&db, redis.as_ref(), &settings, &clock)?,
            state: state(&db, redis.as_ref(), &settings, &clock),
            limiter: limiter(&db, redis.as_ref(), &settings, &clock),
            guards: guards(&db, redis.as_ref(), &settings, &clock),
            cache: cache(&db, redis.as_ref(), &settings, &clock),
            redis,
            db,
            settings,
            clock,
            tally: Arc::default(),
            clients: Clients::default(),
            judge: OnceLock::new(),
        })
    }

    /// The judge of posts: AI providers where some are configured, else the local rules.
    ///
    /// # Errors
    /// The provider's settings are not acceptable.
    pub fn judge(&self) -> Result<&Judge, AiError> {
        if let Some(judge) = self.judge.get() {
            return Ok(judge);
        }
        let guarded = |provider: &str| self.guards.guarded(&ai_name(provider));
        let judge = Judge::from_settings(&self.settings.ai, guarded)?
            .within(|provider| self.ai_budget(provider))
            .with_cache(self.cache.clone());
        Ok(self.judge.get_or_init(|| judge))
    }

    /// What may be asked of an AI provider, by all processes.
    fn ai_budget(&self, provider: &str) -> AiBudget {
        let limits = &self.settings.rate_limit;
        let of = |what: &str, class, limit| {
            self.budget(format!("ai:{provider}:{what}"), class, limit, AI_PATIENCE)
        };
        AiBudget {
            requests: of("requests", "ai_requests", limits.ai_requests_per_minute),
            tokens: of("tokens", "ai_tokens", limits.ai_tokens_per_minute),
        }
    }

    fn budget(
        &self,
        key: String,
        class: &'static str,
        limit: u64,
        patience: Duration,
    ) -> Option<Budget> {
        let quota = Quota::per_minute(limit)?;
        Some(Budget::new(self.limiter.clone(), key, class, quota, patience))
    }

    /// Hands on what the cache has counted, and closes the database, merging its write-ahead log
    /// where nobody else has it open.
    pub async fn close(&self) {
        self.hand_on().await;
        self.db.close().await;
    }

    /// Hands on what the breakers and the cache have counted; the database stays open.
    pub async fn hand_on(&self) {
        self.guards.flush().await;
        self.cache.hand_on().await;
    }
}

/// The way to Redis, where one is configured.
fn redis(settings: &Settings, clock: &SharedClock) -> Result<Option<RedisLink>, RedisSettingError> {
    let Some(url) = settings.redis.address() else { return Ok(None) };
    let file = settings.redis.ca_file.as_deref();
    let address = RedisAddress::new(url, file).map_err(|source| {
        let file = file.unwrap_or(Path::new("")).display().to_string();
        RedisSettingError::CaFile { file, source }
    })?;
    let link = RedisLink::to(address, Arc::clone(clock));
    link.map(Some).map_err(RedisSettingError::Url)
}

/// The queue: BullMQ where there is a Redis, with the database behind it; else the database alone.
fn queue(
    db: &Db,
    redis: Option<&RedisLink>,
    settings: &Settings,
    clock: &SharedClock,
) -> Result<Arc<dyn JobQueue>, RedisSettingError> {
    let Some(link) = redis else {
        return Ok(Arc::new(SqlQueue::new(db.clone(), Arc::clone(clock))));
    };
    let prefix = &settings.redis.prefix;
    let primary = BullMqQueue::new(link.clone(), prefix, Arc::clone(clock));
    let primary = primary.map_err(RedisSettingError::Prefix)?.familiar_with(QUEUES);
    let primary = Arc::new(primary);
    let pulse = Arc::new(RedisPulse::new(link.clone(), prefix));
    let options = FailoverOptions { journal: settings.queue.journal, ..FailoverOptions::default() };
    Ok(Arc::new(Failover::new(primary, pulse, db.clone(), Arc::clone(clock), options)))
}

/// What all processes see: in Redis where there is one, with the database behind it.
fn state(
    db: &Db,
    redis: Option<&RedisLink>,
    settings: &Settings,
    clock: &SharedClock,
) -> Arc<dyn SharedState> {
    let sql = Arc::new(SqlState::new(db.clone(), Arc::clone(clock)));
    match redis {
        Some(link) => {
            let redis = RedisState::new(link.clone(), &settings.redis.prefix);
            Arc::new(FallbackState::new(Arc::new(redis), sql))
        }
        None => sql,
    }
}

/// Rate limits: in Redis where there is one, else in the database, with memory behind either.
fn limiter(
    db: &Db,
    redis: Option<&RedisLink>,
    settings: &Settings,
    clock: &SharedClock,
) -> Arc<dyn Limiter> {
    let shared: Arc<dyn Limiter> = match redis {
        Some(link) => Arc::new(RedisLimiter::new(link.clone(), &settings.redis.prefix)),
        None => Arc::new(SqlLimiter::new(db.clone(), Arc::clone(clock))),
    };
    Arc::new(FallbackLimiter::new(shared, Arc::clone(clock)))
}

/// The breakers go by what comes first, and by that alone: what is set in one place and read in
/// another would be two breakers.
fn guards(db: &Db, redis: Option<&RedisLink>, settings: &Settings, clock: &SharedClock) -> Guards {
    let state: Arc<dyn SharedState> = match redis {
        Some(link) => Arc::new(RedisState::new(link.clone(), &settings.redis.prefix)),
        None => Arc::new(SqlState::new(db.clone(), Arc::clone(clock))),
    };
    Guards::new(settings, state, Arc::clone(clock))
}

/// Answers that are kept: in Redis where there is one, else in the database. Either is as good, as
/// what cannot be found is asked for again.
fn cache(db: &Db, redis: Option<&RedisLink>, settings: &Settings, clock: &SharedClock) -> Cache {
    let options = CacheOptions::from(&settings.cache);
    let most = options.shared_bytes;
    let shared: Arc<dyn SharedLayer> = match redis {
        Some(link) => Arc::new(RedisLayer::new(link.clone(), &settings.redis.prefix, most)),
        None => Arc::new(SqlLayer::new(db.clone(), Arc::clone(clock), most)),
    };
    Cache::new(shared, options, Arc::clone(clock))
}

impl std::fmt::Debug for Services {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Services")
            .field("data_dir", &self.settings.data_dir)
            .finish_non_exhaustive()
    }
}
