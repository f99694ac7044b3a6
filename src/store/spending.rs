use serde::Serialize;
use sqlx::FromRow;

use super::usage::{day, month};
use super::{Store, StoreError};
use crate::ai::Purse;
use crate::config::AiSettings;
use crate::db::{execute, fetch};
use crate::model::{Timestamp, nano_usd, usd};

/// What was spent on AI providers, in billionths of a US dollar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AiSpent {
    /// Today, in UTC.
    pub today: u64,
    /// This month, in UTC.
    pub month: u64,
}

/// What somebody may spend on AI providers in a month, and has spent.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct AiBudgetOf {
    /// The id of the user; null for the operator, whose campaigns have no owner.
    pub owner: Option<String>,
    /// Most that may be spent in a month, in US dollars; null where nothing bounds it.
    pub budget_usd: Option<f64>,
    /// Whether it was set for this user, and is not what the settings say of all.
    pub is_own: bool,
    /// Spent this month, in US dollars.
    pub month_usd: f64,
    /// Spent today, in US dollars.
    pub today_usd: f64,
    /// What is left of the budget, in US dollars; null where nothing bounds it.
    pub left_usd: Option<f64>,
    /// How often today posts were left to the rules as a budget, this one or the total, was spent.
    pub held_back_today: u64,
}

#[derive(FromRow)]
struct Budget {
    owner: String,
    nano_usd: i64,
}

#[derive(FromRow)]
struct Sum {
    owner: String,
    today: i64,
    month: i64,
    held_back: i64,
}

impl Store {
    /// Sets what a user, or the operator, may spend in a month; 0 is no bound, whatever the settings
    /// say. Without an amount they get what the settings say again.
    ///
    /// # Errors
    /// The database failed.
    pub async fn set_ai_budget(
        &self,
        owner: Option<&str>,
        nano_usd: Option<u64>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let owner = owner.unwrap_or_default();
        let Some(nano_usd) = nano_usd else {
            execute!(self.db.writer(), c =>
                sqlx::query("DELETE FROM ai_budgets WHERE owner = $1").bind(owner).execute(c))?;
            return Ok(());
        };
        execute!(self.db.writer(), c =>
            sqlx::query(
                "INSERT INTO ai_budgets (owner, nano_usd, updated_at) VALUES ($1, $2, $3) \
                ON CONFLICT (owner) DO UPDATE \
                SET nano_usd = excluded.nano_usd, updated_at = excluded.updated_at",
            )
            .bind(owner)
            .bind(i64::try_from(nano_usd).unwrap_or(i64::MAX))
            .bind(now)
            .execute(c))?;
        Ok(())
    }

    /// What was spent on AI providers, over all owners.
    ///
    /// # Errors
    /// The database failed.
    pub async fn ai_spent(&self, now: Timestamp) -> Result<AiSpent, StoreError> {
        let sums = self.ai_sums(now).await?;
        Ok(AiSpent {
            today: sums.iter().map(|sum| sum.today.unsigned_abs()).sum(),
            month: sums.iter().map(|sum| sum.month.unsigned_abs()).sum(),
        })
    }

    /// What may still be spent this month for an owner's campaigns.
    ///
    /// # Errors
    /// The database failed.
    pub async fn ai_purse(
        &self,
        owner: Option<&str>,
        settings: &AiSettings,
        now: Timestamp,
    ) -> Result<Purse, StoreError> {
        let owner = owner.unwrap_or_default();
        let own: Option<Budget> = fetch!(self.db.reader(), c =>
            sqlx::query_as("SELECT owner, nano_usd FROM ai_budgets WHERE owner = $1")
                .bind(owner)
                .fetch_optional(c))?;
        let total = bound(nano_usd(settings.budget_usd_per_month));
        let user = bound(own_or_all(own.as_ref(), settings));
        if total.is_none() && user.is_none() {
            return Ok(Purse::default());
        }
        let sums = self.ai_sums(now).await?;
        let of = |sums: &mut dyn Iterator<Item = &Sum>| sums.map(|s| s.month.unsigned_abs()).sum();
        let all: u64 = of(&mut sums.iter());
        let theirs: u64 = of(&mut sums.iter().filter(|sum| sum.owner == owner));
        Ok(Purse {
            total: total.map(|most| most.saturating_sub(all)),
            user: user.map(|most| most.saturating_sub(theirs)),
        })
    }

    /// Everybody whom this store is for who may spend something or has spent something this month,
    /// by id, the operator first.
    ///
    /// # Errors
    /// The database failed.
    pub async fn ai_budgets(
        &self,
        settings: &AiSettings,
        now: Timestamp,
    ) -> Result<Vec<AiBudgetOf>, StoreError> {
        let own: Vec<Budget> = fetch!(self.db.reader(), c =>
            sqlx::query_as("SELECT owner, nano_usd FROM ai_budgets").fetch_all(c))?;
        let sums = self.ai_sums(now).await?;
        let users = self.users().await?;
        let mut owners: Vec<&str> = users.iter().map(|user| user.id.as_str()).collect();
        owners.extend(own.iter().map(|b| b.owner.as_str()));
        owners.extend(sums.iter().map(|s| s.owner.as_str()));
        owners.push("");
        owners.sort_unstable();
        owners.dedup();
        owners.retain(|owner| self.owner().is_none_or(|own| own == *owner));
        let of = |owner: &str| {
            let budget = own.iter().find(|budget| budget.owner == owner);
            let most = bound(own_or_all(budget, settings));
            let sum = sums.iter().find(|sum| sum.owner == owner);
            let (today, month) =
                sum.map_or((0, 0), |sum| (sum.today.unsigned_abs(), sum.month.unsigned_abs()));
            AiBudgetOf {
                owner: Some(owner.to_owned()).filter(|owner| !owner.is_empty()),
                budget_usd: most.map(usd),
                is_own: budget.is_some(),
                month_usd: usd(month),
                today_usd: usd(today),
                left_usd: most.map(|most| usd(most.saturating_sub(month))),
                held_back_today: sum.map_or(0, |sum| sum.held_back.unsigned_abs()),
            }
        };
        Ok(owners.into_iter().map(of).collect())
    }

    /// What each owner has spent.
    async fn ai_sums(&self, now: Timestamp) -> Result<Vec<Sum>, StoreError> {
        let month = month(now);
        let sums: Vec<Sum> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT owner, \
                CAST(SUM(CASE WHEN day = $1 THEN nano_usd ELSE 0 END) AS BIGINT) AS today, \
                CAST(SUM(nano_usd) AS BIGINT) AS month, \
                CAST(SUM(CASE WHEN day = $1 THEN held_back ELSE 0 END) AS BIGINT) AS held_back \
                FROM ai_days WHERE day >= $2 AND day <= $3 GROUP BY owner",
            )
            .bind(day(now))
            .bind(format!("{month}-01"))
            .bind(format!("{month}-31"))
            .fetch_all(c))?;
        Ok(sums)
    }
}

fn own_or_all(own: Option<&Budget>, settings: &AiSettings) -> u64 {
    own.map_or_else(
        || nano_usd(settings.user_budget_usd_per_month),
        |own| own.nano_usd.unsigned_abs(),
    )
}

/// A budget of 0 is none.
fn bound(nano_usd: u64) -> Option<u64> {
    (nano_usd > 0).then_some(nano_usd)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ai::{Spending, Usage};
    use crate::db::Db;

    fn spending(nano_usd: u64) -> Spending {
        let usage = Usage { calls: 1, input_tokens: 10, cached_tokens: 4, output_tokens: 2 };
        Spending { provider: "p".to_owned(), model: "m".to_owned(), usage, nano_usd }
    }

    #[tokio::test]
    async fn what_is_spent_is_known_by_day_month_and_owner_and_bounded() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::new(Db::open(dir.path()).await.unwrap());
        // 2026-05-28 and the day after; then 2026-06-01.
        let may = Timestamp::from_secs(1_779_926_400);
        let day = std::time::Duration::from_secs(86_400);
        store.add_usage(None, &spending(1_000), may).await.unwrap();
        store.add_usage(Some("ann"), &spending(2_000), may).await.unwrap();
        store.add_usage(Some("ann"), &spending(3_000), may.plus(day)).await.unwrap();
        let spent = store.ai_spent(may.plus(day)).await.unwrap();
        assert_eq!(spent, AiSpent { today: 3_000, month: 6_000 });
        let june = may.plus(day * 4);
        assert_eq!(store.ai_spent(june).await.unwrap(), AiSpent::default());
        let of_model = store.usage().await.unwrap();
        assert_eq!((of_model[1].calls, of_model[1].cached_tokens), (2, 8));

        let mut settings = AiSettings::default();
        let purse = |settings: AiSettings, owner: Option<&'static str>| {
            let store = store.clone();
            async move { store.ai_purse(owner, &settings, may.plus(day)).await.unwrap() }
        };
        assert_eq!(purse(settings.clone(), None).await, Purse::default());
        settings.budget_usd_per_month = 7e-6;
        settings.user_budget_usd_per_month = 4e-6;
        let ann = purse(settings.clone(), Some("ann")).await;
        assert_eq!(ann, Purse { total: Some(1_000), user: Some(0) });
        let operator = purse(settings.clone(), None).await;
        assert_eq!(operator, Purse { total: Some(1_000), user: Some(3_000) });
        store.set_ai_budget(Some("ann"), Some(9_000), may).await.unwrap();
        assert_eq!(purse(settings.clone(), Some("ann")).await.user, Some(4_000));
        let told = store.ai_budgets(&settings, may.plus(day)).await.unwrap();
        let owners: Vec<_> = told.iter().map(|b| (b.owner.as_deref(), b.is_own)).collect();
        assert_eq!(owners, [(None, false), (Some("ann"), true)]);
        assert_eq!((told[1].left_usd, told[1].held_back_today), (Some(4e-6), 0));
        store.add_held_back(Some("ann"), may.plus(day)).await.unwrap();
        let told = store.of_user("ann").ai_budgets(&settings, may.plus(day)).await.unwrap();
        assert_eq!((told.len(), told[0].held_back_today, told[0].month_usd), (1, 1, 5e-6));
        store.set_ai_budget(Some("ann"), Some(0), may).await.unwrap();
        assert_eq!(purse(settings.clone(), Some("ann")).await.user, None);
        store.set_ai_budget(Some("ann"), None, may).await.unwrap();
        assert_eq!(purse(settings, Some("ann")).await.user, Some(0));
    }
}
