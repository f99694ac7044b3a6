use clap::Args;

use super::find_all;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::ActReport;
use crate::jobs::schedules;
use crate::model::CampaignStatus;
use crate::services::Services;

/// Which campaigns.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl campaigns pause acme-invoices

Its schedule is taken away; jobs that are queued already still run. Leads stay.")]
pub struct PauseArgs {
    /// Their ids or names
    #[arg(value_name = "CAMPAIGN", required = true)]
    campaigns: Vec<String>,
}

/// Which campaigns.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl campaigns resume acme-invoices

Its schedule is made again, at the usual interval (discovery.every_minutes).")]
pub struct ResumeArgs {
    /// Their ids or names
    #[arg(value_name = "CAMPAIGN", required = true)]
    campaigns: Vec<String>,
}

impl PauseArgs {
    pub(super) async fn run(self, ctx: &Context, services: &Services) -> anyhow::Result<Exit> {
        set(ctx, services, &self.campaigns, CampaignStatus::Paused).await
    }
}

impl ResumeArgs {
    pub(super) async fn run(self, ctx: &Context, services: &Services) -> anyhow::Result<Exit> {
        set(ctx, services, &self.campaigns, CampaignStatus::Active).await
    }
}

async fn set(
    ctx: &Context,
    services: &Services,
    names: &[String],
    status: CampaignStatus,
) -> anyhow::Result<Exit> {
    let campaigns = find_all(services, names).await?;
    let queue = services.queue.as_ref();
    let mut report = ActReport::new(false);
    let mut lines = Vec::new();
    for campaign in &campaigns {
        let id = &campaign.id;
        // The schedule is put right also where the campaign is in that status already: somebody
        // may have stopped half-way, or removed it by hand.
        match status {
            CampaignStatus::Active => {
                schedules::ensure_campaign(queue, ctx.settings(), id).await?;
            }
            CampaignStatus::Paused => schedules::remove_campaign(queue, id).await?,
        }
        if campaign.status == status {
            report.skipped(id);
            lines.push(format!("campaign {id} is {status} already"));
        } else {
            services.store.set_campaign_status(id, status, services.clock.now()).await?;
            report.acted(id);
            lines.push(format!("campaign {id} is {status}"));
        }
    }
    ctx.out.act(&report, &lines.join("\n"))?;
    Ok(Exit::Done)
}
