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
}

const fn key(
    path: &'static str,
    env: &'static str,
    default: &'static str,
    help: &'static str,
) -> Key {
    Key { path, env, default, secret: false, help }
}

const fn secret(path: &'static str, env: &'static str, help: &'static str) -> Key {
    Key { path, env, default: "", secret: true, help }
}

/// Every setting. The file, the environment, `config show` and docs/configuration.md follow it.
pub const KEYS: &[Key] = &[
    key(
        "data_dir",
        "LEADCTL_DATA_DIR",
        "",
        "Where the database and the locks live; by default $XDG_DATA_HOME/leadctl, else ~/.local/share/leadctl",
    ),
    key(
        "log",
        "LEADCTL_LOG",
        "\"info\"",
        "What is logged: off, error, warn, info, debug, trace, or a filter such as leadctl=debug,sqlx=warn",
    ),
    key("log_format", "LEADCTL_LOG_FORMAT", "\"human\"", "How log lines look: human or json"),
    key(
        "shutdown_timeout_secs",
        "LEADCTL_SHUTDOWN_TIMEOUT_SECS",
        "30",
        "Longest time for a graceful stop, in seconds",
    ),
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
    ),
    key(
        "database.acquire_timeout_secs",
        "LEADCTL_DATABASE_ACQUIRE_TIMEOUT_SECS",
        "5",
        "Longest wait for a connection to Postgres, in seconds",
    ),
    key(
        "database.statement_timeout_secs",
        "LEADCTL_DATABASE_STATEMENT_TIMEOUT_SECS",
        "30",
        "Longest time for one statement in Postgres, in seconds",
    ),
    key(
        "database.idle_timeout_secs",
        "LEADCTL_DATABASE_IDLE_TIMEOUT_SECS",
        "300",
        "How long a connection to Postgres is kept that nobody uses, in seconds",
    ),
    key(
        "api.listen",
        "LEADCTL_API_LISTEN",
        "\"127.0.0.1:7676\"",
        "Address and port of the HTTP API; port 0 takes a free one",
    ),
    key(
        "worker.concurrency",
        "LEADCTL_WORKER_CONCURRENCY",
        "4",
        "Most jobs at the same time, for each queue of a worker",
    ),
    key(
        "worker.listen",
        "LEADCTL_WORKER_LISTEN",
        "\"127.0.0.1:0\"",
        "Where each worker serves /metrics, /livez and /readyz; port 0 takes a free one",
    ),
    key(
        "worker.lock_secs",
        "LEADCTL_WORKER_LOCK_SECS",
        "30",
        "How long a job's lock holds unless renewed, in seconds; a dead worker's jobs are taken up after that",
    ),
    key(
        "worker.attempts",
        "LEADCTL_WORKER_ATTEMPTS",
        "3",
        "Attempts of a job where it does not say",
    ),
    key(
        "reddit.base_url",
        "LEADCTL_REDDIT_BASE_URL",
        "\"https://oauth.reddit.com\"",
        "Base of Reddit's API",
    ),
    key(
        "reddit.auth_url",
        "LEADCTL_REDDIT_AUTH_URL",
        "\"https://www.reddit.com\"",
        "Base of Reddit's token endpoint",
    ),
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
    ),
    key(
        "ai.base_url",
        "LEADCTL_AI_BASE_URL",
        "",
        "Base of an OpenAI-compatible API, up to and with /v1; without it posts are judged by local rules",
    ),
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
    key("ai.batch", "LEADCTL_AI_BATCH", "10", "Posts in one request to the AI provider"),
    key(
        "ai.timeout_secs",
        "LEADCTL_AI_TIMEOUT_SECS",
        "60",
        "Longest time for one request to the AI provider, in seconds",
    ),
    key(
        "discovery.every_minutes",
        "LEADCTL_DISCOVERY_EVERY_MINUTES",
        "15",
        "Minutes between two runs for each active campaign",
    ),
    key(
        "discovery.max_age_days",
        "LEADCTL_DISCOVERY_MAX_AGE_DAYS",
        "30",
        "Oldest post that can be a lead, in days",
    ),
    key(
        "discovery.half_life_days",
        "LEADCTL_DISCOVERY_HALF_LIFE_DAYS",
        "3.0",
        "Days after which the score for recency has halved",
    ),
    key(
        "discovery.min_score",
        "LEADCTL_DISCOVERY_MIN_SCORE",
        "40",
        "Lowest score, 0 to 100, that makes a lead",
    ),
    key(
        "discovery.posts_per_query",
        "LEADCTL_DISCOVERY_POSTS_PER_QUERY",
        "100",
        "Most posts read for one query",
    ),
    key(
        "discovery.subreddit_fresh_days",
        "LEADCTL_DISCOVERY_SUBREDDIT_FRESH_DAYS",
        "7",
        "Days for which a subreddit's analysis stays fresh",
    ),
];
