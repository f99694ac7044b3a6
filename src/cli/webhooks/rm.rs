use clap::Args;

use super::find;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{ActReport, plain};
use crate::cli::removal::{Told, remove_each};
use crate::model::Webhook;
use crate::services::Services;

/// Which webhooks.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl webhooks rm 3f9k2m7qa0bd --yes
  leadctl webhooks rm 3f9k2m7qa0bd --dry-run

Messages that wait to be sent are not sent any more.")]
pub struct RmArgs {
    /// Their ids
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
    /// Only say what would go
    #[arg(long)]
    dry_run: bool,
}

impl RmArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let shown: Vec<_> = self.ids.iter().map(|id| plain(id)).collect();
        let question = format!("Remove {}?", shown.join(", "));
        let work = async |services: &Services| self.remove(ctx, services, &question).await;
        ctx.act_when_sure(self.yes || self.dry_run, &question, work).await
    }

    async fn remove(
        &self,
        ctx: &Context,
        services: &Services,
        question: &str,
    ) -> anyhow::Result<(ActReport, Vec<String>)> {
        let mut found: Vec<Webhook> = Vec::new();
        for id in &self.ids {
            let webhook = find(services, id).await?.webhook;
            if found.iter().all(|other| other.id != webhook.id) {
                found.push(webhook);
            }
        }
        if !self.dry_run {
            ctx.confirm(self.yes, question)?;
        }
        let store = &services.store;
        let tell = |webhook: &Webhook| Told {
            id: webhook.id.clone(),
            name: format!("webhook {}", webhook.id),
            more: format!(" to {}", plain(&webhook.url)),
        };
        let remove = async |webhook: &Webhook| Ok(store.delete_webhook(&webhook.id).await?);
        remove_each(self.dry_run, &found, tell, remove).await
    }
}
