use clap::Args;

use super::which::GroupsArgs;
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::jobs::JobView;
use crate::cli::output::ListMeta;
use crate::services::Services;

/// Which jobs to list.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl dlq show 3fa9c1d2e4
  leadctl dlq show 3fa9c1d2e4 --limit 3 -o json

All of one job, with its log and each failed attempt: leadctl jobs show QUEUE/ID")]
pub struct ShowArgs {
    #[command(flatten)]
    which: GroupsArgs,
    /// List no more than this many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    limit: u64,
}

impl ShowArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        if self.which.groups.is_empty() {
            let hint = "`leadctl dlq ls` names the groups";
            return Err(CliError::usage("which group?").hint(hint).into());
        }
        let services = Services::open(ctx.settings().clone()).await?;
        let listed = self.letters(&services).await;
        services.close().await;
        let (letters, meta) = listed?;
        ctx.out.list(&letters, meta)?;
        Ok(Exit::Done)
    }

    async fn letters(&self, services: &Services) -> anyhow::Result<(Vec<JobView>, ListMeta)> {
        let now = services.clock.now();
        let (mut letters, mut matched) = (Vec::new(), 0);
        let scanned = self.which.read(services, |letter| {
            matched += 1;
            if matched <= self.limit {
                letters.push(JobView::new(letter.job, now));
            }
            Ok(())
        });
        let scanned = scanned.await?;
        let mut warnings: Vec<String> = scanned.warning().into_iter().collect();
        if matched > self.limit {
            warnings.push(format!("{} of {matched} are shown; see --limit", self.limit));
        }
        Ok((letters, ListMeta { warnings, meta: scanned.meta(matched), ..ListMeta::default() }))
    }
}
