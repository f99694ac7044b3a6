use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use ipnet::IpNet;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use super::ai::AiSettings;

/// Everything that can be configured. Field names are the keys of the configuration file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Where the database and the locks live.
    pub data_dir: PathBuf,
    /// What is logged, in `tracing`'s filter syntax.
    pub log: String,
    /// `human` or `json`.
    pub log_format: LogFormat,
    /// Longest time for a graceful stop, in seconds.
    pub shutdown_timeout_secs: u64,
    /// The database.
    pub database: DatabaseSettings,
    /// Redis.
    pub redis: RedisSettings,
    /// The queue.
    pub queue: QueueSettings,
    /// The HTTP API.
    pub api: ApiSettings,
    /// Rate limits.
    pub rate_limit: RateLimitSettings,
    /// What the service promises.
    pub slo: SloSettings,
    /// The workers.
    pub worker: WorkerSettings,
    /// Reddit accounts.
    #[serde(default)]
    pub accounts: AccountSettings,
    /// The Reddit client.
    pub reddit: RedditSettings,
    /// The AI providers.
    pub ai: AiSettings,
    /// The circuit breakers.
    pub breaker: BreakerSettings,
    /// What is kept of answers.
    pub cache: CacheSettings,
    /// Webhooks.
    pub webhooks: WebhookSettings,
    /// What is looked for, and how often.
    pub discovery: DiscoverySettings,
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// For people.
    Human,
    /// One JSON object a line.
    Json,
}

/// Settings of the database.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatabaseSettings {
    /// Address of a Postgres database; the file in the data directory where absent.
    pub url: Option<SecretString>,
    /// Most connections of one process to Postgres.
    pub max_connections: u32,
    /// Longest wait for a connection to Postgres, in seconds.
    pub acquire_timeout_secs: u64,
    /// Longest time for one statement in Postgres, in seconds.
    pub statement_timeout_secs: u64,
    /// How long a connection to Postgres is kept that nobody uses, in seconds.
    pub idle_timeout_secs: u64,
}

impl DatabaseSettings {
    /// The address of the Postgres database; an empty one is none.
    pub fn address(&self) -> Option<&SecretString> {
        self.url.as_ref().filter(|url| !url.expose_secret().is_empty())
    }
}

/// Settings of Redis.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedisSettings {
    /// Address of the Redis that carries the queues; they are in the database where absent.
    pub url: Option<SecretString>,
    /// Certificates of the authority behind a Redis with TLS, where it is not one of the web's.
    pub ca_file: Option<PathBuf>,
    /// What the keys of BullMQ queues begin with.
    pub prefix: String,
}

impl RedisSettings {
    /// The address of Redis; an empty one is none.
    pub fn address(&self) -> Option<&SecretString> {
        self.url.as_ref().filter(|url| !url.expose_secret().is_empty())
    }
}

/// Settings of the queue.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QueueSettings {
    /// With Redis: whether jobs are also noted in the database until they are finished.
    pub journal: bool,
}

/// Settings of the HTTP API.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApiSettings {
    /// Address and port to listen on.
    pub listen: SocketAddr,
    /// Whether a key is wanted.
    pub auth: ApiAuth,
    /// Origins of the web pages that may use the API, separated by commas.
    pub cors_origins: Option<String>,
}

impl ApiSettings {
    /// The origins of [`cors_origins`](Self::cors_origins).
    pub fn origins(&self) -> Vec<String> {
        // What is not acceptable was refused when the settings were read.
        self.cors_origins.as_deref().and_then(|text| origins(text).ok()).unwrap_or_default()
    }
}

/// Reads the origins of web pages that are separated by commas.
///
/// # Errors
/// The first one that is none.
pub fn origins(text: &str) -> Result<Vec<String>, String> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let url = reqwest::Url::parse(part).map_err(|_| part.to_owned())?;
            let origin = url.origin().ascii_serialization();
            let fits = matches!(url.scheme(), "http" | "https") && origin == part;
            if fits { Ok(origin) } else { Err(part.to_owned()) }
        })
        .collect()
}

/// Whether the API wants a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApiAuth {
    /// From the first key on; before that this machine is let in without one.
    Auto,
    /// Always.
    Required,
}

/// Rate limits, each shared by all processes; 0 is no limit.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateLimitSettings {
    /// Requests a minute that each caller may send to the API to read.
    pub reads_per_minute: u64,
    /// Requests a minute that each caller may send to the API to change something.
    pub writes_per_minute: u64,
    /// Networks of the proxies whose word on where a request comes from is taken, separated by
    /// commas.
    pub trusted_proxies: Option<String>,
    /// Requests a minute to Reddit, for each account, and for the app.
    pub reddit_per_minute: u64,
    /// Requests a minute to the AI provider.
    pub ai_requests_per_minute: u64,
    /// Tokens a minute of the AI provider, sent and received.
    pub ai_tokens_per_minute: u64,
}

impl RateLimitSettings {
    /// The networks of [`trusted_proxies`](Self::trusted_proxies).
    pub fn proxies(&self) -> Vec<IpNet> {
        // What is not acceptable was refused when the settings were read.
        self.trusted_proxies.as_deref().and_then(|text| networks(text).ok()).unwrap_or_default()
    }
}

/// Reads IP addresses and networks that are separated by commas.
///
/// # Errors
/// The first one that is neither.
pub fn networks(text: &str) -> Result<Vec<IpNet>, String> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let address = || part.parse::<IpAddr>().map(IpNet::from);
            part.parse::<IpNet>().or_else(|_| address()).map_err(|_| part.to_owned())
        })
        .collect()
}

/// What the service promises, over 30 days.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SloSettings {
    /// Percentage of requests that are answered without an error.
    pub availability: f64,
    /// Percentage of requests that are answered in time.
    pub latency_target: f64,
    /// What in time means, in milliseconds.
    pub latency_ms: u64,
    /// Percentage of jobs that end well.
    pub jobs: f64,
}

/// Settings of the workers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkerSettings {
    /// Most jobs at the same time, for each queue.
    pub concurrency: u32,
    /// Where each worker serves `/metrics`; port 0 takes a free one.
    pub listen: SocketAddr,
    /// How long a job's lock holds, in seconds.
    pub lock_secs: u64,
    /// Attempts of a job where it does not say.
    pub attempts: u32,
}

/// Settings of the Reddit accounts that the database keeps.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountSettings {
    /// The key that they are encrypted with: 32 bytes in base 64.
    pub secret_key: Option<SecretString>,
    /// A file with that key.
    pub key_file: Option<String>,
}

/// Settings of the Reddit client.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedditSettings {
    /// Base of the API for signed-in requests.
    pub base_url: String,
    /// Base of the token endpoint.
    pub auth_url: String,
    /// Whether the public feeds are read where there is neither an app nor an account.
    pub feeds: bool,
    /// Base of the public feeds.
    pub feed_url: String,
    /// The app's id.
    pub client_id: Option<String>,
    /// The app's secret.
    pub client_secret: Option<SecretString>,
    /// What the client calls itself.
    pub user_agent: String,
    /// Longest time for one request, in seconds.
    pub timeout_secs: u64,
}

/// Settings of the cache.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CacheSettings {
    /// Most memory of one process, in MiB.
    pub memory_mib: u64,
    /// Most that all processes share, in MiB.
    pub shared_mib: u64,
    /// Days for which a judgement of the AI provider holds.
    pub ai_ttl_days: u32,
    /// Days after its time for which an answer is used while its source is down.
    pub stale_days: u32,
    /// How long it is remembered that there is no answer, in seconds.
    pub negative_ttl_secs: u64,
}

/// Settings of the circuit breakers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BreakerSettings {
    /// Share of failed calls from which on a breaker opens.
    pub failure_percent: f64,
    /// Share of slow calls from which on a breaker opens.
    pub slow_percent: f64,
    /// The last so many calls are looked at.
    pub window_calls: u32,
    /// Fewer calls than this never open a breaker.
    pub minimum_calls: u32,
    /// How long a breaker stays open the first time, in seconds; doubles with each time in a row.
    pub wait_secs: u64,
    /// The longest that this grows to, in seconds.
    pub max_wait_secs: u64,
    /// Calls let through to see whether all is well again.
    pub trials: u32,
}

/// Settings of webhooks.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebhookSettings {
    /// Whether they may lead to addresses that are not of the public internet, also by `http`.
    pub allow_private: bool,
}

/// Settings of discovery.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiscoverySettings {
    /// Minutes between two runs for each active campaign.
    pub every_minutes: u64,
    /// Oldest post that can be a lead, in days.
    pub max_age_days: u32,
    /// Days after which the score for recency has halved.
    pub half_life_days: f64,
    /// Lowest score that makes a lead.
    pub min_score: u8,
    /// Most posts read for one query.
    pub posts_per_query: u32,
    /// Days for which a subreddit's analysis stays fresh.
    pub subreddit_fresh_days: u32,
}
