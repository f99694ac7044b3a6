use clap::Args;

use super::row::Row;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::ListMeta;
use crate::services::Services;

/// All accounts.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl accounts ls
  leadctl accounts ls -o json

An account is readable where the key that it is encrypted with is at hand.")]
pub struct LsArgs {}

impl LsArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let found = services.store.accounts().await;
        let rows = found.map(|found| Row::of(&services, found));
        ctx.close(services).await;
        let hint = "Reddit is asked as the configuration says; `leadctl accounts add` changes that";
        let meta = ListMeta { empty_hint: Some(hint.to_owned()), ..ListMeta::default() };
        ctx.out.list(&rows?, meta)?;
        Ok(Exit::Done)
    }
}
