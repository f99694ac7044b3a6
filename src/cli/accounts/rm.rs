use clap::Args;

use super::find;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{ActReport, plain};
use crate::cli::removal::{Told, remove_each};
use crate::model::RedditAccount;
use crate::services::Services;

/// Which accounts.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl accounts rm alice --yes
  leadctl accounts rm alice --dry-run

The owner's campaigns go on as the configuration says. On Reddit the permission stays until its user
takes it back, at https://www.reddit.com/prefs/apps.")]
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
        let mut found: Vec<RedditAccount> = Vec::new();
        for id in &self.ids {
            let account = find(services, id).await?.account;
            if found.iter().all(|other| other.id != account.id) {
                found.push(account);
            }
        }
        if !self.dry_run {
            ctx.confirm(self.yes, question)?;
        }
        let store = &services.store;
        let tell = |account: &RedditAccount| Told {
            id: account.id.clone(),
            name: format!("account {}", account.id),
            more: format!(" of u/{}", plain(&account.username)),
        };
        let remove = async |account: &RedditAccount| Ok(store.delete_account(&account.id).await?);
        remove_each(self.dry_run, &found, tell, remove).await
    }
}
