use clap::Args;

use super::owner;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{ActReport, plain};
use crate::services::Services;

/// Whose budgets.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl usage budget rm alice --yes
  leadctl usage budget rm operator --dry-run

What ai.user_budget_usd_per_month says holds for them again, at once.")]
pub struct RmArgs {
    /// The users: ids or names, or operator for campaigns without an owner
    #[arg(required = true, value_name = "USER")]
    users: Vec<String>,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
    /// Only say what would change
    #[arg(long)]
    dry_run: bool,
}

impl RmArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let shown: Vec<_> = self.users.iter().map(|user| plain(user)).collect();
        let question = format!("Remove the AI budget of {}?", shown.join(", "));
        let work = async |services: &Services| self.remove(ctx, services, &question).await;
        ctx.act_when_sure(self.yes || self.dry_run, &question, work).await
    }

    async fn remove(
        &self,
        ctx: &Context,
        services: &Services,
        question: &str,
    ) -> anyhow::Result<(ActReport, Vec<String>)> {
        let mut owners = Vec::new();
        for user in &self.users {
            owners.push((user, owner(services, user).await?));
        }
        if !self.dry_run {
            ctx.confirm(self.yes, question)?;
        }
        let (mut report, mut lines) = (ActReport::new(self.dry_run), Vec::new());
        let (ai, now) = (&services.settings.ai, services.clock.now());
        let budgets = services.store.ai_budgets(ai, now).await?;
        for (user, owner) in owners {
            let name = plain(user);
            if !budgets.iter().any(|budget| budget.owner == owner && budget.is_own) {
                report.skipped(user);
                lines.push(format!("{name} has no AI budget of their own"));
                continue;
            }
            if !self.dry_run {
                services.store.set_ai_budget(owner.as_deref(), None, now).await?;
            }
            report.acted(user);
            let would = if self.dry_run { "would be removed" } else { "removed" };
            lines.push(format!("the AI budget of {name} {would}"));
        }
        Ok((report, lines))
    }
}
