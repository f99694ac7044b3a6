//! `leadctl webhooks`: where new leads are told of.
//!
//! - [`add`], [`rm`]: change webhooks
//! - [`ls`]: tells of them
//! - [`mod@test`]: sends a message to one

mod add;
mod ls;
mod rm;
mod test;

use clap::Subcommand;

use super::context::Context;
use super::exit::{CliError, Exit};
use crate::services::Services;
use crate::store::SecretWebhook;

/// Have Slack, Discord or any program told of new leads
#[derive(Debug, Subcommand)]
pub enum WebhooksCommand {
    /// Add a webhook
    Add(add::AddArgs),
    /// List webhooks
    #[command(visible_alias = "list")]
    Ls(ls::LsArgs),
    /// Remove webhooks
    #[command(visible_aliases = ["remove", "delete"])]
    Rm(rm::RmArgs),
    /// Send a message without a lead, now, and say how that went
    Test(test::TestArgs),
}

impl WebhooksCommand {
    /// Does it.
    ///
    /// # Errors
    /// There is no such webhook, an address is refused, or the database cannot be had.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self {
            Self::Add(args) => args.run(ctx).await,
            Self::Ls(args) => args.run(ctx).await,
            Self::Rm(args) => args.run(ctx).await,
            Self::Test(args) => args.run(ctx).await,
        }
    }
}

/// The webhook with this id.
async fn find(services: &Services, id: &str) -> anyhow::Result<SecretWebhook> {
    services.store.webhook(id).await?.ok_or_else(|| {
        CliError::not_found(format!("there is no webhook {id:?}"))
            .hint("`leadctl webhooks ls` lists them")
            .target(id)
            .into()
    })
}
