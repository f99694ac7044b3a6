use clap::Args;
use serde::Serialize;

use super::OPERATOR;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{Cell, Column, ListMeta, Record, Tone};
use crate::services::Services;
use crate::store::AiBudgetOf;

/// All budgets.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl usage budget ls
  leadctl usage budget ls -o json

The first row is for all users together (ai.budget_usd_per_month). Where a budget is spent, the local
rules judge posts until the month ends (UTC) or the budget is raised.")]
pub struct LsArgs {}

/// What somebody may spend.
#[derive(Debug, Serialize)]
struct Row {
    /// The user's id, `operator`, or `all` for all together.
    user: String,
    budget_usd: Option<f64>,
    /// `own`, or `settings`.
    from: &'static str,
    month_usd: f64,
    today_usd: f64,
    left_usd: Option<f64>,
    held_back_today: u64,
}

impl From<AiBudgetOf> for Row {
    fn from(of: AiBudgetOf) -> Self {
        Self {
            user: of.owner.unwrap_or_else(|| OPERATOR.to_owned()),
            budget_usd: of.budget_usd,
            from: if of.is_own { "own" } else { "settings" },
            month_usd: of.month_usd,
            today_usd: of.today_usd,
            left_usd: of.left_usd,
            held_back_today: of.held_back_today,
        }
    }
}

impl LsArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let (ai, now) = (&services.settings.ai, services.clock.now());
        let budgets = services.store.ai_budgets(ai, now).await;
        let total = Some(ai.budget_usd_per_month).filter(|usd| *usd > 0.0);
        ctx.close(services).await;
        let users: Vec<Row> = budgets?.into_iter().map(Row::from).collect();
        let month_usd = users.iter().map(|row| row.month_usd).sum();
        let all = Row {
            user: "all".to_owned(),
            budget_usd: total,
            from: "settings",
            month_usd,
            today_usd: users.iter().map(|row| row.today_usd).sum(),
            left_usd: total.map(|most| (most - month_usd).max(0.0)),
            held_back_today: users.iter().map(|row| row.held_back_today).sum(),
        };
        let rows: Vec<Row> = std::iter::once(all).chain(users).collect();
        ctx.out.list(&rows, ListMeta::default())?;
        Ok(Exit::Done)
    }
}

fn dollars(usd: f64) -> Cell {
    Cell::number(format!("{usd:.4}"))
}

fn bound(usd: Option<f64>) -> Cell {
    usd.map_or_else(|| Cell::text("none").tone(Tone::Dim), dollars)
}

impl Record for Row {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("user", |r: &Row| Cell::text(&r.user)),
                Column::new("budget_usd", |r| bound(r.budget_usd)),
                Column::new("from", |r| Cell::text(r.from)),
                Column::new("month_usd", |r| dollars(r.month_usd)),
                Column::new("today_usd", |r| dollars(r.today_usd)),
                Column::new("left_usd", |r| bound(r.left_usd)),
                Column::new("held_back_today", |r| Cell::number(r.held_back_today)),
            ]
        }
    }
}
