use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::{Block, plain};
use crate::cli::time::ago;
use crate::model::Timestamp;
use crate::services::Services;
use crate::store::AuditEntry;

/// Which action.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl audit show 0198c1de-7a52-7c3e-9d57-8f1b6f1f0a11
  leadctl audit show 0198c1de-7a52-7c3e-9d57-8f1b6f1f0a11 -o json | jq .detail.sample_ids

Commands that change something tell the id as `op_id` in their JSON; `leadctl audit ls --columns
when,action,op_id` lists them.")]
pub struct ShowArgs {
    /// Its op_id
    #[arg(value_name = "OP_ID")]
    op_id: String,
}

impl ShowArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let found = services.store.audit_entry(&self.op_id).await;
        let now = services.clock.now();
        services.close().await;
        let Some(entry) = found? else {
            let what = format!("no action {} is kept", plain(&self.op_id));
            return Err(CliError::not_found(what)
                .hint("see: leadctl audit ls --columns when,action,op_id")
                .target(self.op_id)
                .into());
        };
        ctx.out.show(&entry, || human(&entry, now))?;
        Ok(Exit::Done)
    }
}

fn human(entry: &AuditEntry, now: Timestamp) -> String {
    let mut block = Block::new()
        .line("op_id", &entry.op_id)
        .line("at", format!("{}, {}", ago(entry.at, now), entry.at))
        .line("actor", &entry.actor)
        .line("action", &entry.action)
        .line("target", &entry.target)
        .line("outcome", entry.outcome.as_str());
    for (name, value) in entry.detail.as_object().into_iter().flatten() {
        let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
        block = block.line(name, text);
    }
    block.text()
}
