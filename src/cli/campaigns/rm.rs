use clap::Args;

use super::find_all;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::ActReport;
use crate::jobs::schedules;
use crate::services::Services;

/// Which campaigns.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl campaigns rm acme-invoices --dry-run
  leadctl campaigns rm acme-invoices --yes

All leads of the campaign go with it, and its schedule. `leadctl leads export` keeps a copy.")]
pub struct RmArgs {
    /// Their ids or names
    #[arg(value_name = "CAMPAIGN", required = true)]
    campaigns: Vec<String>,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
    /// Say what would go, and remove nothing
    #[arg(long)]
    dry_run: bool,
}

impl RmArgs {
    pub(super) async fn run(self, ctx: &Context, services: &Services) -> anyhow::Result<Exit> {
        let campaigns = find_all(services, &self.campaigns).await?;
        let counts = services.store.lead_counts().await?;
        let leads: u64 = counts
            .iter()
            .filter(|count| campaigns.iter().any(|c| c.id == count.campaign_id))
            .map(|count| count.count)
            .sum();
        let names: Vec<&str> = campaigns.iter().map(|c| c.id.as_str()).collect();
        let noun = if names.len() == 1 { "campaign" } else { "campaigns" };
        let what = format!("{noun} {} with {leads} {}", names.join(", "), plural(leads));
        let mut report = ActReport::new(self.dry_run);
        if self.dry_run {
            for campaign in &campaigns {
                report.acted(&campaign.id);
            }
            ctx.out.act(&report, &format!("would remove {what}"))?;
            return Ok(Exit::Done);
        }
        ctx.confirm(self.yes, &format!("Remove {what}?"))?;
        for campaign in &campaigns {
            // First the schedule: without its campaign it would only make jobs that fail.
            schedules::remove_campaign(services.queue.as_ref(), &campaign.id).await?;
            if services.store.delete_campaign(&campaign.id).await? {
                report.acted(&campaign.id);
            } else {
                report.skipped(&campaign.id);
            }
        }
        ctx.out.act(&report, &format!("removed {what}"))?;
        Ok(Exit::Done)
    }
}

fn plural(leads: u64) -> &'static str {
    if leads == 1 { "lead" } else { "leads" }
}
