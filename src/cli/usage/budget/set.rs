use clap::Args;

use super::owner;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{ActReport, plain};
use crate::model::nano_usd;
use crate::services::Services;

/// Whose budget, and how much.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl usage budget set alice 25
  leadctl usage budget set operator 0

0 is no bound of this user's own; ai.budget_usd_per_month holds all the same. It holds at once, for
all processes.")]
pub struct SetArgs {
    /// The user: an id or a name, or operator for campaigns without an owner
    #[arg(value_name = "USER")]
    user: String,
    /// US dollars a month
    #[arg(value_name = "USD", value_parser = usd)]
    usd: f64,
    /// Only say what would change
    #[arg(long)]
    dry_run: bool,
}

fn usd(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(usd) if (0.0..=100_000_000.0).contains(&usd) => Ok(usd),
        _ => Err("not an amount from 0 to 100000000".to_owned()),
    }
}

impl SetArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let set = self.set(&services).await;
        ctx.close(services).await;
        set?;
        let mut report = ActReport::new(self.dry_run);
        report.acted(&self.user);
        let would = if self.dry_run { "would be" } else { "is" };
        let user = plain(&self.user);
        let line = if self.usd > 0.0 {
            format!("the AI budget of {user} {would} {} US dollars a month", self.usd)
        } else {
            format!("{user} {would} bound by the total AI budget alone")
        };
        ctx.out.act(&report, &line)?;
        Ok(Exit::Done)
    }

    async fn set(&self, services: &Services) -> anyhow::Result<()> {
        let owner = owner(services, &self.user).await?;
        if !self.dry_run {
            let now = services.clock.now();
            services.store.set_ai_budget(owner.as_deref(), Some(nano_usd(self.usd)), now).await?;
        }
        Ok(())
    }
}
