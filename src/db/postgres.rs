use std::str::FromStr;
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{ConnectOptions, Connection, PgConnection};

use super::DbError;
use super::dialect::no_answer;
use crate::config::DatabaseSettings;

/// The migrations of this database.
pub(super) static MIGRATIONS: Migrator = sqlx::migrate!("migrations/postgres");

/// How much longer than the server we wait for a statement, so that the server's word comes first.
const GRACE: Duration = Duration::from_secs(2);
/// Longest time for one migration.
const MIGRATION_LIMIT: Duration = Duration::from_secs(600);

/// Options of an address that are understood. Others (of poolers, of other libraries) are passed over.
const OPTIONS: &[&str] = &[
    "sslmode",
    "ssl-mode",
    "sslrootcert",
    "ssl-root-cert",
    "ssl-ca",
    "sslcert",
    "ssl-cert",
    "sslkey",
    "ssl-key",
    "statement-cache-capacity",
    "host",
    "hostaddr",
    "port",
    "dbname",
    "user",
    "password",
    "options",
];

/// A Postgres database; cheap to clone.
#[derive(Debug, Clone)]
pub struct PgDb {
    pub(super) pool: PgPool,
    pub(super) limit: Duration,
    pub(super) place: String,
    connect_limit: Duration,
}

impl PgDb {
    /// On the database at `url`. Connections are made when first used.
    pub(super) fn on(url: &SecretString, settings: &DatabaseSettings) -> Result<Self, DbError> {
        let options = options(url.expose_secret())?;
        let limit = Duration::from_secs(settings.statement_timeout_secs.max(1));
        let acquire = Duration::from_secs(settings.acquire_timeout_secs.max(1));
        let millis = limit.as_millis().to_string();
        let place = place(&options);
        let pool = PgPoolOptions::new()
            .max_connections(settings.max_connections.max(2))
            .acquire_timeout(acquire)
            .idle_timeout(Some(Duration::from_secs(settings.idle_timeout_secs.max(1))))
            .after_connect(move |conn, _| {
                let millis = millis.clone();
                Box::pin(async move {
                    // By statements, and not as options of the connection: poolers refuse those.
                    // Each plan is made for its values: the statistics of a queue are never true
                    // for long, and a plan for any value may pass over the index.
                    let set = "SELECT set_config('statement_timeout', $1, false), \
                         set_config('idle_in_transaction_session_timeout', $1, false), \
                         set_config('plan_cache_mode', 'force_custom_plan', false), \
                         set_config('TimeZone', 'UTC', false)";
                    sqlx::query(set).bind(millis).execute(conn).await.map(|_| ())
                })
            })
            .connect_lazy_with(options);
        Ok(Self { pool, limit: limit + GRACE, place, connect_limit: acquire })
    }

    /// A connection of its own, outside the pool, which says at once why it cannot be had.
    pub(super) async fn connection(&self) -> Result<PgConnection, DbError> {
        let connecting = self.pool.connect_options();
        let connected = tokio::time::timeout(self.connect_limit, connecting.connect()).await;
        connected
            .unwrap_or_else(|_| Err(no_answer(self.connect_limit)))
            .map_err(|why| DbError::Connect { place: self.place.clone(), why })
    }

    /// Numbers of the migrations that it has.
    pub(super) async fn applied(&self) -> Result<Vec<i64>, DbError> {
        let mut conn = self.connection().await?;
        let applied = self.read_applied(&mut conn);
        let applied = tokio::time::timeout(self.limit, applied).await;
        let applied = applied.unwrap_or_else(|_| Err(no_answer(self.limit)))?;
        // The server notices by itself where this fails.
        let _ = tokio::time::timeout(GRACE, conn.close()).await;
        Ok(applied)
    }

    async fn read_applied(&self, conn: &mut PgConnection) -> Result<Vec<i64>, sqlx::Error> {
        let known: bool = sqlx::query_scalar("SELECT to_regclass('_sqlx_migrations') IS NOT NULL")
            .fetch_one(&mut *conn)
            .await?;
        if !known {
            return Ok(Vec::new());
        }
        sqlx::query_scalar("SELECT version FROM _sqlx_migrations WHERE success ORDER BY version")
            .fetch_all(conn)
            .await
    }

    /// Applies what is missing, under a lock of the database's: others that start wait.
    pub(super) async fn migrate(&self) -> Result<(), DbError> {
        let mut conn = self.connection().await?;
        let done =
            tokio::time::timeout(MIGRATION_LIMIT, MIGRATIONS.run_direct(None, &mut conn, false))
                .await;
        done.unwrap_or_else(|_| Err(no_answer(MIGRATION_LIMIT).into()))?;
        let _ = tokio::time::timeout(GRACE, conn.close()).await;
        Ok(())
    }
}

/// Whether this is an address of a Postgres database.
pub(super) fn is_address(url: &str) -> bool {
    url.starts_with("postgres://") || url.starts_with("postgresql://")
}

fn options(url: &str) -> Result<PgConnectOptions, DbError> {
    if !is_address(url) {
        let scheme = url.split_once(':').map(|(scheme, _)| scheme);
        let known = scheme.filter(|s| s.len() < 20 && s.bytes().all(|b| b.is_ascii_lowercase()));
        return Err(DbError::Address(match known {
            Some(scheme) => format!("it begins with {scheme}:"),
            None => "it does not begin with postgres://".to_owned(),
        }));
    }
    // What the parser of the whole says may repeat parts of the address; this one's words do not.
    let mut parsed: reqwest::Url = url.parse().map_err(|why| DbError::Address(format!("{why}")))?;
    let known: Vec<(String, String)> = parsed
        .query_pairs()
        .filter(|(key, _)| OPTIONS.contains(&key.as_ref()) || key.starts_with("options["))
        .map(|(key, value)| (key.into_owned(), value.into_owned()))
        .collect();
    parsed.set_query(None);
    if !known.is_empty() {
        parsed.query_pairs_mut().extend_pairs(known);
    }
    let options = PgConnectOptions::from_str(parsed.as_str())
        .map_err(|_| DbError::Address("one of its options has a value that is not known".into()))?;
    Ok(options.application_name("leadctl"))
}

/// Where a database is, without user and password.
fn place(options: &PgConnectOptions) -> String {
    let name = options.get_database().unwrap_or_default();
    match options.get_socket() {
        Some(socket) => format!("{} (database {name:?})", socket.display()),
        None => format!("{}:{} (database {name:?})", options.get_host(), options.get_port()),
    }
}
