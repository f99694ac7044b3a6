use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::ActReport;
use crate::guard::cache::{Cache, Key};
use crate::services::Services;

/// Which entries.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl cache rm ai:-:0f3a5c7e9b1d2f4a6c8e0a1b3c5d7e9f0a2b4c6d
  leadctl cache ls --limit 1000 -o json | jq -r '.items[] | select(.negative) | .key' |
    xargs -r leadctl cache rm

The next who asks makes the answer anew. Other processes forget what they have in memory within
seconds.")]
pub struct RmArgs {
    /// The entries' keys
    #[arg(value_name = "KEY", required = true)]
    keys: Vec<Key>,
    /// Only say what would go
    #[arg(long)]
    dry_run: bool,
}

impl RmArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let removed = self.remove(&services.cache).await;
        ctx.close(services).await;
        let report = removed?;
        let done = if self.dry_run { "would remove" } else { "removed" };
        ctx.out.act(&report, &format!("{done} {}", super::entries(report.acted)))?;
        Ok(match (report.errors.len(), report.acted) {
            (0, _) => Exit::Done,
            (_, 0) => Exit::NotFound,
            _ => Exit::Partly,
        })
    }

    async fn remove(&self, cache: &Cache) -> anyhow::Result<ActReport> {
        let mut keys = self.keys.clone();
        keys.sort();
        keys.dedup();
        let were_there = if self.dry_run {
            let mut there = Vec::with_capacity(keys.len());
            for key in &keys {
                there.push(cache.inspect(key).await?.is_some());
            }
            there
        } else {
            cache.remove(&keys).await?
        };
        let mut report = ActReport::new(self.dry_run);
        for (key, was_there) in keys.iter().zip(were_there) {
            let key = key.to_string();
            if was_there {
                report.acted(&key);
            } else {
                let message = format!("there is no entry {key}");
                report.failed(key, message);
            }
        }
        Ok(report)
    }
}
