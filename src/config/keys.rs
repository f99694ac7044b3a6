use super::ai::ProviderKind;

/// One setting: where it is in the file, which variable sets it, and what it is for.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// Dotted path in the configuration file.
    pub path: &'static str,
    /// The environment variable that sets it.
    pub env: &'static str,
    /// Its default as it would stand in the file; empty where there is none.
    pub default: &'static str,
    /// Whether its value must never be shown.
    pub secret: bool,
    /// What it is for, with its unit.
    pub help: &'static str,
    /// What is acceptable.
    pub kind: Kind,
}

/// What is acceptable as a value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// Any text.
    Text,
    /// A directory.
    Dir,
    /// A filter of log lines.
    Filter,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A whole number in this range, ends included.
    Whole(u64, u64),
    /// A number in this range, ends included.
    Number(f64, f64),
    /// An IP address and a port.
    Address,
    /// A URL with a host and one of these schemes.
    Url(&'static [&'static str]),
    /// `true` or `false`.
    Bool,
    /// What keys in Redis begin with: a text without a colon.
    Prefix,
    /// IP networks, separated by commas.
    Networks,
    /// Origins of web pages, separated by commas.
    Origins,
}

/// Schemes of the web.
pub(super) const WEB: &[&str] = &["https", "http"];
/// Longest span that any setting takes, in seconds: a day.
const DAY_SECS: u64 = 86_400;
/// What can be promised, in percent: something, and not everything.
const PROMISE: Kind = Kind::Number(1.0, 99.999);
/// Highest rate that any setting takes, a minute.
const RATE_MOST: u64 = 1_000_000_000;

impl Key {
    /// The same with what is acceptable.
    const fn of(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// Whether it may be left empty.
    pub fn is_optional(&self) -> bool {
        self.default.is_empty() && !matches!(self.path, "data_dir" | "reddit.user_agent")
    }
}

const fn key(
    path: &'static str,
    env: &'static str,
    default: &'static str,
    help: &'static str,
) -> Key {
    Key { path, env, default, secret: false, help, kind: Kind::Text }
}

const fn secret(path: &'static str, env: &'static str, help: &'static str) -> Key {
    Key { path, env, default: "", secret: true, help, kind: Kind::Text }
}

/// Every setting. The file, the environment, `config show` and docs/configuration.md follow it.
pub const KEYS: &[Key] = &[
    key(
        "data_dir",
        "LEADCTL_DATA_DIR",
        "",
        "Where the database and the locks live; by default $XDG_DATA_HOME/leadctl, else ~/.local/share/leadctl",
    ).of(Kind::Dir),
    key(
        "log",
        "LEADCTL_LOG",
        "\"info\"",
        "What is logged: off, error, warn, info, debug, trace, or a filter such as leadctl=debug,sqlx=warn",
    ).of(Kind::Filter),
    key("log_format", "LEADCTL_LOG_FORMAT", "\"human\"", "How log lines look: human or json").of(Kind::OneOf(&["human", "json"])),
    key(
        "shutdown_timeout_secs",
        "LEADCTL_SHUTDOWN_TIMEOUT_SECS",
        "30",
        "Longest time for a graceful stop, in seconds",
    ).of(Kind::Whole(0, DAY_SECS)),
    secret(
        "database.url",
        "DATABASE_URL",
        "Address of a Postgres database, as in postgres://user:password@host/name; without it everything is in one file in data_dir",
    ),
    key(
        "database.max_connections",
        "LEADCTL_DATABASE_MAX_CONNECTIONS",
        "10",
        "Most connections of one process to Postgres; at least 2",
    ).of(Kind::Whole(2, 1000)),
    key(
        "database.acquire_timeout_secs",
        "LEADCTL_DATABASE_ACQUIRE_TIMEOUT_SECS",
        "5",
        "Longest wait for a connection to Postgres, in seconds",
    ).of(Kind::Whole(1, 3600)),
    key(
        "database.statement_timeout_secs",
        "LEADCTL_DATABASE_STATEMENT_TIMEOUT_SECS",
        "30",
        "Longest time for one statement in Postgres, in seconds",
    ).of(Kind::Whole(1, DAY_SECS)),
    key(
        "database.idle_timeout_secs",
        "LEADCTL_DATABASE_IDLE_TIMEOUT_SECS",
        "300",
        "How long a connection to Postgres is kept that nobody uses, in seconds",
    ).of(Kind::Whole(1, DAY_SECS)),
    secret(
        "redis.url",
        "REDIS_URL",
        "Address of a Redis that carries the queues as BullMQ queues, as in redis://user:password@host:6379/0, or rediss:// for TLS; without it they are in the database",
    ).of(Kind::Url(&["redis", "rediss"])),
    key(
        "redis.ca_file",
        "LEADCTL_REDIS_CA_FILE",
        "",
        "File with the certificates, as PEM, of the authority behind a Redis with rediss://, where it is not one of the web's",
    ),
    key(
        "redis.prefix",
        "LEADCTL_REDIS_PREFIX",
        "\"bull\"",
        "What the keys of BullMQ queues begin with; the same as in the other programs that use them",
    ).of(Kind::Prefix),
    key(
        "queue.journal",
        "LEADCTL_QUEUE_JOURNAL",
        "true",
        "With Redis: whether jobs are also noted in the database until they are finished, so that none is lost where Redis comes back empty",
    ).of(Kind::Bool),
    key(
        "api.listen",
        "LEADCTL_API_LISTEN",
        "\"127.0.0.1:7676\"",
        "Address and port of the HTTP API; port 0 takes a free one",
    ).of(Kind::Address),
    key(
        "api.auth",
        "LEADCTL_API_AUTH",
        "\"auto\"",
        "Whether the API wants a key: required, or auto, which lets this machine in without one until the first key is made",
    ).of(Kind::OneOf(&["auto", "required"])),
    key(
        "api.cors_origins",
        "LEADCTL_API_CORS_ORIGINS",
        "",
        "Web pages that may use the API from a browser, as origins separated by commas, as in https://app.example.com; none where empty",
    ).of(Kind::Origins),
    key(
        "rate_limit.reads_per_minute",
        "LEADCTL_RATE_LIMIT_READS_PER_MINUTE",
        "6000",
        "Requests a minute with which each caller may read from the API; 0 is no limit",
    ).of(Kind::Whole(0, RATE_MOST)),
    key(
        "rate_limit.writes_per_minute",
        "LEADCTL_RATE_LIMIT_WRITES_PER_MINUTE",
        "600",
        "Requests a minute with which each caller may change something through the API; 0 is no limit",
    ).of(Kind::Whole(0, RATE_MOST)),
    key(
        "rate_limit.trusted_proxies",
        "LEADCTL_RATE_LIMIT_TRUSTED_PROXIES",
        "",
        "Proxies in front of the API whose X-Forwarded-For is believed, as addresses and networks separated by commas, as in 127.0.0.1,10.0.0.0/8",
    ).of(Kind::Networks),
    key(
        "rate_limit.reddit_per_minute",
        "LEADCTL_RATE_LIMIT_REDDIT_PER_MINUTE",
        "100",
        "Requests a minute to Reddit, for each account (and for the app) and over all processes; 0 leaves it to what Reddit's answers say",
    ).of(Kind::Whole(0, RATE_MOST)),
    key(
        "rate_limit.ai_requests_per_minute",
        "LEADCTL_RATE_LIMIT_AI_REQUESTS_PER_MINUTE",
        "0",
        "Requests a minute to the AI provider, over all processes; 0 is no limit",
    ).of(Kind::Whole(0, RATE_MOST)),
    key(
        "rate_limit.ai_tokens_per_minute",
        "LEADCTL_RATE_LIMIT_AI_TOKENS_PER_MINUTE",
        "0",
        "Tokens a minute of the AI provider, sent and received, over all processes; 0 is no limit",
    ).of(Kind::Whole(0, RATE_MOST)),
    key(
        "slo.availability",
        "LEADCTL_SLO_AVAILABILITY",
        "99.9",
        "Percentage of requests to the API over 30 days that are to be answered without an error of ours",
    ).of(PROMISE),
    key(
        "slo.latency_target",
        "LEADCTL_SLO_LATENCY_TARGET",
        "99.0",
        "Percentage of requests to the API over 30 days that are to be answered within slo.latency_ms",
    ).of(PROMISE),
    key(
        "slo.latency_ms",
        "LEADCTL_SLO_LATENCY_MS",
        "500",
        "Longest time in which a request to the API is answered in time, in milliseconds",
    ).of(Kind::Whole(1, 300_000)),
    key(
        "slo.jobs",
        "LEADCTL_SLO_JOBS",
        "99.0",
        "Percentage of jobs over 30 days that are to end well",
    ).of(PROMISE),
    key(
        "worker.concurrency",
        "LEADCTL_WORKER_CONCURRENCY",
        "4",
        "Most jobs at the same time, for each queue of a worker",
    ).of(Kind::Whole(1, 1024)),
    key(
        "worker.listen",
        "LEADCTL_WORKER_LISTEN",
        "\"127.0.0.1:0\"",
        "Where each worker serves /metrics, /livez and /readyz; port 0 takes a free one",
    ).of(Kind::Address),
    key(
        "worker.lock_secs",
        "LEADCTL_WORKER_LOCK_SECS",
        "30",
        "How long a job's lock holds unless renewed, in seconds; a dead worker's jobs are taken up after that",
    ).of(Kind::Whole(1, DAY_SECS)),
    key(
        "worker.attempts",
        "LEADCTL_WORKER_ATTEMPTS",
        "3",
        "Attempts of a job where it does not say",
    ).of(Kind::Whole(1, 1000)),
    secret(
        "accounts.secret_key",
        "LEADCTL_SECRET_KEY",
        "Key that Reddit accounts are encrypted with in the database: 32 bytes in base 64",
    ),
    key(
        "accounts.key_file",
        "LEADCTL_ACCOUNTS_KEY_FILE",
        "",
        "File with that key; without either one is made in data_dir when it is first needed, unless the database is Postgres",
    ),
    key(
        "reddit.base_url",
        "LEADCTL_REDDIT_BASE_URL",
        "\"https://oauth.reddit.com\"",
        "Base of Reddit's API",
    ).of(Kind::Url(WEB)),
    key(
        "reddit.auth_url",
        "LEADCTL_REDDIT_AUTH_URL",
        "\"https://www.reddit.com\"",
        "Base of Reddit's token endpoint",
    ).of(Kind::Url(WEB)),
    key(
        "reddit.feeds",
        "LEADCTL_REDDIT_FEEDS",
        "true",
        "Whether Reddit's public feeds are read where there is no app and no account; otherwise jobs are refused there",
    ).of(Kind::Bool),
    key(
        "reddit.feed_url",
        "LEADCTL_REDDIT_FEED_URL",
        "\"https://www.reddit.com\"",
        "Base of Reddit's public feeds",
    ).of(Kind::Url(WEB)),
    key("reddit.client_id", "LEADCTL_REDDIT_CLIENT_ID", "", "Id of your Reddit app"),
    secret("reddit.client_secret", "LEADCTL_REDDIT_CLIENT_SECRET", "Secret of your Reddit app"),
    key(
        "reddit.user_agent",
        "LEADCTL_REDDIT_USER_AGENT",
        "",
        "What the client calls itself; Reddit asks for platform:app:version (by /u/name)",
    ),
    key(
        "reddit.timeout_secs",
        "LEADCTL_REDDIT_TIMEOUT_SECS",
        "20",
        "Longest time for one request to Reddit, in seconds",
    ).of(Kind::Whole(1, 3600)),
    key(
        "ai.base_url",
        "LEADCTL_AI_BASE_URL",
        "",
        "Base of an AI provider's API, as in https://api.openai.com/v1; without it, and without [[ai.providers]] in the file, posts are judged by local rules",
    ).of(Kind::Url(WEB)),
    key(
        "ai.kind",
        "LEADCTL_AI_KIND",
        "\"openai\"",
        "What that provider speaks: openai, as do Ollama, OpenRouter, Groq, Mistral and many others, gemini or anthropic",
    ).of(Kind::OneOf(ProviderKind::NAMES)),
    secret(
        "ai.api_key",
        "LEADCTL_AI_API_KEY",
        "Key of the AI provider; local providers may need none",
    ),
    key("ai.model", "LEADCTL_AI_MODEL", "\"gpt-4o-mini\"", "The model to ask"),
    key(
        "ai.provider",
        "LEADCTL_AI_PROVIDER",
        "\"openai\"",
        "What the provider is called in \"judged by\"",
    ),
    key("ai.batch", "LEADCTL_AI_BATCH", "20", "Most posts in one request to an AI provider").of(Kind::Whole(1, 100)),
    key(
        "ai.batch_tokens",
        "LEADCTL_AI_BATCH_TOKENS",
        "4000",
        "Most tokens of posts in one request to an AI provider, as far as they can be guessed",
    ).of(Kind::Whole(100, 1_000_000)),
    key(
        "ai.timeout_secs",
        "LEADCTL_AI_TIMEOUT_SECS",
        "60",
        "Longest time for one request to the AI provider, in seconds",
    ).of(Kind::Whole(1, 3600)),
    key(
        "ai.price_input_per_million",
        "LEADCTL_AI_PRICE_INPUT_PER_MILLION",
        "0.15",
        "Price of a million tokens sent to the AI provider, in US dollars; for what is spent, and what the cache saves",
    ).of(Kind::Number(0.0, 100_000.0)),
    key(
        "ai.price_cached_per_million",
        "LEADCTL_AI_PRICE_CACHED_PER_MILLION",
        "",
        "Price of a million tokens sent that the provider had in its own cache, in US dollars; that of the others where empty",
    ).of(Kind::Number(0.0, 100_000.0)),
    key(
        "ai.price_output_per_million",
        "LEADCTL_AI_PRICE_OUTPUT_PER_MILLION",
        "0.6",
        "Price of a million tokens that the AI provider answers with, in US dollars",
    ).of(Kind::Number(0.0, 100_000.0)),
    key(
        "ai.first_pass",
        "LEADCTL_AI_FIRST_PASS",
        "",
        "Name of the provider, a cheap one, that looks at everything first; the others see only what it finds promising or is not sure of",
    ),
    key(
        "ai.budget_usd_per_month",
        "LEADCTL_AI_BUDGET_USD_PER_MONTH",
        "0",
        "Most that all users together may spend on AI providers in a month (UTC), in US dollars; then the rules judge; 0 is no bound",
    ).of(Kind::Number(0.0, 100_000_000.0)),
    key(
        "ai.user_budget_usd_per_month",
        "LEADCTL_AI_USER_BUDGET_USD_PER_MONTH",
        "0",
        "The same for each user, where `leadctl usage budget` sets no other; 0 is no bound",
    ).of(Kind::Number(0.0, 100_000_000.0)),
    key(
        "breaker.failure_percent",
        "LEADCTL_BREAKER_FAILURE_PERCENT",
        "50",
        "Share of failed calls, in percent, from which on a circuit breaker opens",
    ).of(Kind::Number(0.1, 100.0)),
    key(
        "breaker.slow_percent",
        "LEADCTL_BREAKER_SLOW_PERCENT",
        "80",
        "Share of slow calls, in percent, from which on a circuit breaker opens; slow is what takes more than half of reddit.timeout_secs or ai.timeout_secs",
    ).of(Kind::Number(0.1, 100.0)),
    key(
        "breaker.window_calls",
        "LEADCTL_BREAKER_WINDOW_CALLS",
        "20",
        "A circuit breaker looks at the last so many calls, of all processes",
    ).of(Kind::Whole(1, 10_000)),
    key(
        "breaker.minimum_calls",
        "LEADCTL_BREAKER_MINIMUM_CALLS",
        "6",
        "Fewer calls than this never open a circuit breaker",
    ).of(Kind::Whole(1, 10_000)),
    key(
        "breaker.wait_secs",
        "LEADCTL_BREAKER_WAIT_SECS",
        "10",
        "How long a circuit breaker stays open the first time, in seconds; doubles with each time in a row",
    ).of(Kind::Whole(1, DAY_SECS)),
    key(
        "breaker.max_wait_secs",
        "LEADCTL_BREAKER_MAX_WAIT_SECS",
        "60",
        "The longest that this grows to, in seconds",
    ).of(Kind::Whole(1, DAY_SECS)),
    key(
        "breaker.trials",
        "LEADCTL_BREAKER_TRIALS",
        "1",
        "Calls let through, over all processes, to see whether all is well again",
    ).of(Kind::Whole(1, 100)),
    key(
        "cache.memory_mib",
        "LEADCTL_CACHE_MEMORY_MIB",
        "64",
        "Most memory that one process keeps answers in, in MiB; 0 keeps none there",
    ).of(Kind::Whole(0, 65_536)),
    key(
        "cache.shared_mib",
        "LEADCTL_CACHE_SHARED_MIB",
        "256",
        "Most that is kept of answers for all processes, in Redis where there is one, else in the database, in MiB",
    ).of(Kind::Whole(1, 1_048_576)),
    key(
        "cache.ai_ttl_days",
        "LEADCTL_CACHE_AI_TTL_DAYS",
        "30",
        "Days for which a judgement of the AI provider is used again for the same post, campaign and model; 0 never does",
    ).of(Kind::Whole(0, 3650)),
    key(
        "cache.stale_days",
        "LEADCTL_CACHE_STALE_DAYS",
        "7",
        "Days after its time for which an answer is used while Reddit or the AI provider is down",
    ).of(Kind::Whole(0, 3650)),
    key(
        "cache.negative_ttl_secs",
        "LEADCTL_CACHE_NEGATIVE_TTL_SECS",
        "600",
        "How long it is remembered that there is no answer, as of a subreddit that does not exist, in seconds",
    ).of(Kind::Whole(0, DAY_SECS)),
    key(
        "webhooks.allow_private",
        "LEADCTL_WEBHOOKS_ALLOW_PRIVATE",
        "false",
        "Whether webhooks may lead to this machine and private networks, also by http: for intranets and tests",
    ).of(Kind::Bool),
    key(
        "discovery.every_minutes",
        "LEADCTL_DISCOVERY_EVERY_MINUTES",
        "15",
        "Minutes between two runs for each active campaign",
    ).of(Kind::Whole(1, 43_200)),
    key(
        "discovery.max_age_days",
        "LEADCTL_DISCOVERY_MAX_AGE_DAYS",
        "30",
        "Oldest post that can be a lead, in days",
    ).of(Kind::Whole(1, 36_500)),
    key(
        "discovery.half_life_days",
        "LEADCTL_DISCOVERY_HALF_LIFE_DAYS",
        "3.0",
        "Days after which the score for recency has halved",
    ).of(Kind::Number(0.01, 36_500.0)),
    key(
        "discovery.min_score",
        "LEADCTL_DISCOVERY_MIN_SCORE",
        "40",
        "Lowest score, 0 to 100, that makes a lead",
    ).of(Kind::Whole(0, 100)),
    key(
        "discovery.posts_per_query",
        "LEADCTL_DISCOVERY_POSTS_PER_QUERY",
        "100",
        "Most posts read for one query",
    ).of(Kind::Whole(1, 1000)),
    key(
        "discovery.subreddit_fresh_days",
        "LEADCTL_DISCOVERY_SUBREDDIT_FRESH_DAYS",
        "7",
        "Days for which a subreddit's analysis stays fresh",
    ).of(Kind::Whole(0, 3650)),
];
