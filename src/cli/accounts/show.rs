use clap::Args;

use super::find;
use super::row::Row;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::services::Services;

/// Which account.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl accounts show alice
  leadctl accounts get installation -o json

Secrets are never shown.")]
pub struct ShowArgs {
    /// Its id
    #[arg(value_name = "ID")]
    id: String,
}

impl ShowArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let found = find(&services, &self.id).await;
        let rows = found.map(|found| Row::of(&services, vec![found]));
        ctx.close(services).await;
        for row in rows? {
            ctx.out.show(&row, || row.text())?;
        }
        Ok(Exit::Done)
    }
}
