use serde::Serialize;
use sqlx::FromRow;

use super::{Store, StoreError};
use crate::ai::Spending;
use crate::db::{Lock, Tx, execute, fetch};
use crate::model::{Timestamp, usd};

/// What was asked of one model of an AI provider in a month.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct AiUsage {
    /// The month in UTC, as in `2026-01`.
    pub month: String,
    /// The provider's name.
    pub provider: String,
    /// The model.
    pub model: String,
    /// The id of the user for whose campaigns it was; null where they are the operator's.
    pub owner: Option<String>,
    /// Requests, those tried again included.
    pub calls: u64,
    /// Tokens sent.
    pub input_tokens: u64,
    /// Those of them that the provider had in its own cache.
    pub cached_tokens: u64,
    /// Tokens answered with.
    pub output_tokens: u64,
    /// Money in US dollars, by the prices that were set at the time.
    pub cost_usd: f64,
}

#[derive(FromRow)]
struct Row {
    month: String,
    provider: String,
    model: String,
    owner: String,
    calls: i64,
    input_tokens: i64,
    cached_tokens: i64,
    output_tokens: i64,
    nano_usd: i64,
}

impl From<Row> for AiUsage {
    fn from(row: Row) -> Self {
        Self {
            month: row.month,
            provider: row.provider,
            model: row.model,
            owner: Some(row.owner).filter(|owner| !owner.is_empty()),
            calls: row.calls.unsigned_abs(),
            input_tokens: row.input_tokens.unsigned_abs(),
            cached_tokens: row.cached_tokens.unsigned_abs(),
            output_tokens: row.output_tokens.unsigned_abs(),
            cost_usd: usd(row.nano_usd.unsigned_abs()),
        }
    }
}

impl Store {
    /// Adds to what was used of a model this month, and spent today, for an owner's campaigns.
    ///
    /// # Errors
    /// The database failed.
    pub async fn add_usage(
        &self,
        owner: Option<&str>,
        spent: &Spending,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let whole = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        let (owner, usage) = (owner.unwrap_or_default(), &spent.usage);
        let mut tx = self.db.begin(Lock::None).await?;
        execute!(tx.on(), c =>
            sqlx::query(
                "INSERT INTO ai_usage (owner, month, provider, model, calls, input_tokens, \
                cached_tokens, output_tokens, nano_usd) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
                ON CONFLICT (owner, month, provider, model) DO UPDATE \
                SET calls = ai_usage.calls + excluded.calls, \
                input_tokens = ai_usage.input_tokens + excluded.input_tokens, \
                cached_tokens = ai_usage.cached_tokens + excluded.cached_tokens, \
                output_tokens = ai_usage.output_tokens + excluded.output_tokens, \
                nano_usd = ai_usage.nano_usd + excluded.nano_usd",
            )
            .bind(owner)
            .bind(month(now))
            .bind(&spent.provider)
            .bind(&spent.model)
            .bind(whole(usage.calls))
            .bind(whole(usage.input_tokens))
            .bind(whole(usage.cached_tokens))
            .bind(whole(usage.output_tokens))
            .bind(whole(spent.nano_usd))
            .execute(c))?;
        add_day(&mut tx, owner, day(now), whole(spent.nano_usd), 0).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Notes that posts of an owner's campaigns were left to the rules, as a budget is spent.
    ///
    /// # Errors
    /// The database failed.
    pub async fn add_held_back(
        &self,
        owner: Option<&str>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = self.db.begin(Lock::None).await?;
        add_day(&mut tx, owner.unwrap_or_default(), day(now), 0, 1).await?;
        tx.commit().await?;
        Ok(())
    }

    /// What was used, of each model in each month.
    ///
    /// # Errors
    /// The database failed.
    pub async fn usage(&self) -> Result<Vec<AiUsage>, StoreError> {
        let rows: Vec<Row> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT * FROM ai_usage WHERE CAST($1 AS TEXT) IS NULL OR owner = $1 \
                ORDER BY month, provider, model, owner",
            )
            .bind(self.owner())
            .fetch_all(c))?;
        Ok(rows.into_iter().map(AiUsage::from).collect())
    }
}

async fn add_day(
    tx: &mut Tx,
    owner: &str,
    day: String,
    nano_usd: i64,
    held_back: i64,
) -> Result<(), StoreError> {
    execute!(tx.on(), c =>
        sqlx::query(
            "INSERT INTO ai_days (owner, day, nano_usd, held_back) VALUES ($1, $2, $3, $4) \
            ON CONFLICT (owner, day) DO UPDATE \
            SET nano_usd = ai_days.nano_usd + excluded.nano_usd, \
            held_back = ai_days.held_back + excluded.held_back",
        )
        .bind(owner)
        .bind(&day)
        .bind(nano_usd)
        .bind(held_back)
        .execute(c))?;
    Ok(())
}

/// The month in UTC, as in `2026-01`.
pub(super) fn month(now: Timestamp) -> String {
    now.to_datetime().format("%Y-%m").to_string()
}

/// The day in UTC, as in `2026-01-31`.
pub(super) fn day(now: Timestamp) -> String {
    now.to_datetime().format("%Y-%m-%d").to_string()
}
