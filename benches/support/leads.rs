//! A database with a million leads.

use std::path::Path;

use leadctl::model::Timestamp;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions};

use super::services;

/// How many leads there are.
pub const LEADS: i64 = 1_000_000;
/// When the first was found; one more comes every two seconds.
pub const START: Timestamp = Timestamp::from_secs(1_780_000_000);

/// Fills the database, unless it is full. Most leads are of four campaigns and twenty subreddits;
/// one of each is rare.
pub async fn make(home: &Path) {
    let services = services(home).await;
    let path = services.settings.data_dir.join("leadctl.db");
    services.close().await;
    let options = SqliteConnectOptions::new()
        .filename(path)
        .pragma("synchronous", "off")
        .pragma("cache_size", "-200000");
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await;
    let pool = pool.expect("the database");
    let count: i64 =
        sqlx::query_scalar("SELECT COUNT(*) FROM leads").fetch_one(&pool).await.expect("a count");
    if count < LEADS {
        fill(&pool).await;
    }
    pool.close().await;
}

async fn fill(pool: &SqlitePool) {
    sqlx::raw_sql(
        "DELETE FROM campaigns; \
         INSERT INTO campaigns (id, name, name_key, description, keywords, negative_keywords, \
         subreddits, competitors, blocked_subreddits, status, version, created_at, updated_at) \
         SELECT value, value, value, '', '[]', '[]', '[]', '[]', '[]', 'active', 1, 0, 0 \
         FROM json_each('[\"c0\",\"c1\",\"c2\",\"c3\",\"rare\"]')",
    )
    .execute(pool)
    .await
    .expect("campaigns");
    // A lead as import makes them, with what differs put in its place.
    let statement = include_str!("leads.sql");
    sqlx::query(statement).bind(LEADS).bind(START.millis()).execute(pool).await.expect("leads");
}
