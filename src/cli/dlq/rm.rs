use clap::Args;

use super::which::WhichArgs;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::jobs::Target;
use crate::cli::output::{ActReport, plain};
use crate::cli::overview::jobs;
use crate::queue::QueueError;
use crate::services::Services;

/// Longest error told in a question, in characters.
const ERROR: usize = 100;

/// Which dead letters to remove.
#[derive(Debug, Args)]
#[command(
    override_usage = "leadctl dlq rm [OPTIONS] <GROUP>...\n       leadctl dlq rm [OPTIONS] --all",
    after_help = "\
Examples:
  leadctl dlq rm 3fa9c1d2e4 --dry-run
  leadctl dlq rm 3fa9c1d2e4
  leadctl dlq rm 3fa9c1d2e4 --yes

What is removed is gone; keep it with: leadctl dlq export GROUP > letters.ndjson"
)]
pub struct RmArgs {
    #[command(flatten)]
    which: WhichArgs,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
    /// Only say what would go
    #[arg(long)]
    dry_run: bool,
}

impl RmArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        self.which.check()?;
        ctx.must_be_able_to_ask(self.yes || self.dry_run, "Remove these dead letters?")?;
        let services = Services::open(ctx.settings().clone()).await?;
        let removed = self.remove(ctx, &services).await;
        ctx.close(services).await;
        let report = removed?;
        let done = if self.dry_run { "would remove" } else { "removed" };
        let human = format!("{done} {}", jobs(report.acted));
        ctx.out.act(&report, &human)?;
        Ok(if report.errors.is_empty() { Exit::Done } else { Exit::Partly })
    }

    async fn remove(&self, ctx: &Context, services: &Services) -> anyhow::Result<ActReport> {
        let (mut targets, mut error) = (Vec::new(), None);
        let scanned = self.which.groups.read(services, |letter| {
            targets.push(Target::new(letter.job.queue, letter.job.id));
            error.get_or_insert(letter.signature);
            Ok(())
        });
        if let Some(warning) = scanned.await?.warning() {
            ctx.out.note(&format!("warning: {warning}"));
        }
        let mut report = ActReport::new(self.dry_run);
        let Some(error) = error else { return Ok(report) };
        if !self.dry_run {
            let shown: String = plain(&error).chars().take(ERROR).collect();
            let others = if self.which.groups.groups.len() == 1 { "" } else { " and others" };
            let what = jobs(targets.len() as u64);
            ctx.confirm(self.yes, &format!("Remove {what} that failed of: {shown}{others}?"))?;
        }
        for target in targets {
            let done = match self.dry_run {
                true => Ok(()),
                false => services.queue.remove(&target.queue, &target.id).await,
            };
            match done {
                Ok(()) => report.acted(&target.to_string()),
                // Another has removed it meanwhile.
                Err(QueueError::NoSuchJob { .. }) => report.skipped(&target.to_string()),
                Err(error @ (QueueError::WrongState { .. } | QueueError::LockLost { .. })) => {
                    report.failed(target.to_string(), error.to_string());
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(report)
    }
}
