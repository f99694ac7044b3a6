use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::ActReport;
use crate::cli::values::one_of;
use crate::guard::cache::{Cache, Kind, LayerError};
use crate::services::Services;

/// What to remove.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl cache flush --kind ai --dry-run
  leadctl cache flush --kind ai,reddit-about --yes

Only entries of the cache go: no queue, no lead, no figure, whatever shares the Redis or the
database. Answers are then asked for anew, and paid for anew.")]
pub struct FlushArgs {
    /// Of these kinds, separated by commas [default: all]
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = one_of::<Kind>(Kind::ALL.iter().map(|k| k.as_str())))]
    kind: Vec<Kind>,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
    /// Only say what would go
    #[arg(long)]
    dry_run: bool,
}

impl FlushArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        ctx.must_be_able_to_ask(self.yes || self.dry_run, "Remove these entries of the cache?")?;
        let services = Services::open(ctx.settings().clone()).await?;
        let flushed = self.flush(ctx, &services.cache).await;
        ctx.close(services).await;
        let flushed = flushed?;
        let report = ActReport { matched: flushed, acted: flushed, ..ActReport::new(self.dry_run) };
        let done = if self.dry_run { "would remove" } else { "removed" };
        ctx.out.act(&report, &format!("{done} {}", super::entries(flushed)))?;
        Ok(Exit::Done)
    }

    async fn flush(&self, ctx: &Context, cache: &Cache) -> anyhow::Result<u64> {
        let kinds = if self.kind.is_empty() { Kind::ALL } else { &self.kind };
        if !self.dry_run && self.yes {
            return Ok(cache.flush(kinds).await?);
        }
        let count = count(cache, kinds).await?;
        if self.dry_run {
            return Ok(count);
        }
        let names: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
        let what = super::entries(count);
        ctx.confirm(false, &format!("Remove {what} of the cache ({})?", names.join(", ")))?;
        Ok(cache.flush(kinds).await?)
    }
}

async fn count(cache: &Cache, kinds: &[Kind]) -> Result<u64, LayerError> {
    let sizes = cache.sizes().await?;
    Ok(sizes.iter().filter(|size| kinds.contains(&size.kind)).map(|size| size.entries).sum())
}
