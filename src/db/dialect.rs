use std::time::Duration;

/// The same thing for either database: a pool, or a connection.
#[derive(Debug)]
pub enum Dialect<S, P> {
    /// SQLite's.
    Sqlite(S),
    /// Postgres', with the longest time that a statement may take.
    Postgres(P, Duration),
}

impl<S, P> Dialect<S, P> {
    /// One of two texts, where the dialects do not agree.
    pub fn text(&self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        match self {
            Self::Sqlite(_) => sqlite,
            Self::Postgres(..) => postgres,
        }
    }
}

/// Waits for a statement, but not for ever: a server that does not answer must not hold anybody up.
///
/// # Errors
/// The statement's own, or `TimedOut`.
pub async fn bounded<T, E: From<sqlx::Error>>(
    limit: Duration,
    statement: impl Future<Output = Result<T, E>>,
) -> Result<T, E> {
    match tokio::time::timeout(limit, statement).await {
        Ok(answer) => answer,
        Err(_) => Err(no_answer(limit).into()),
    }
}

/// What is said of a server that does not answer.
pub(super) fn no_answer(limit: Duration) -> sqlx::Error {
    sqlx::Error::Io(std::io::Error::new(
        std::io::ErrorKind::TimedOut,
        format!("the database did not answer within {} s", limit.as_secs()),
    ))
}

/// Runs a statement that gives rows on either database: `fetch!(db.reader(), c => query.fetch_one(c))`.
///
/// What stands behind `=>` is expanded for each database and must be a future of a `Result`.
macro_rules! fetch {
    ($target:expr, $c:ident => $statement:expr) => {
        match $target {
            $crate::db::Dialect::Sqlite($c) => $statement.await,
            $crate::db::Dialect::Postgres($c, limit) => {
                $crate::db::bounded(limit, $statement).await
            }
        }
    };
}

/// Runs a statement that gives no rows on either database, and says how many rows it touched.
macro_rules! execute {
    ($target:expr, $c:ident => $statement:expr) => {
        match $target {
            $crate::db::Dialect::Sqlite($c) => $statement.await.map(|done| done.rows_affected()),
            $crate::db::Dialect::Postgres($c, limit) => {
                $crate::db::bounded(limit, $statement).await.map(|done| done.rows_affected())
            }
        }
    };
}

pub(crate) use {execute, fetch};
