use clap::Args;

use super::known::must_exist;
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::{ActReport, plain};
use crate::cli::overview::jobs;
use crate::cli::values::QueueName;
use crate::queue::{JobState, QueueCounts};
use crate::services::Services;

/// What to remove.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl queue obliterate mail --dry-run
  leadctl queue obliterate mail
  leadctl queue obliterate mail --force --yes

Nothing of the queue is left: no job, no log, no schedule, no event. On a terminal the queue's name
is to be typed; a script gives --yes. Other programs may go on adding jobs: stop them first.")]
pub struct ObliterateArgs {
    /// The queue
    #[arg(value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queue: String,
    /// Also where jobs are active: they go too, and what their workers do is lost
    #[arg(long)]
    force: bool,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
    /// Only say what would go
    #[arg(long)]
    dry_run: bool,
}

impl ObliterateArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let question = format!("Remove {} and all that it has?", plain(&self.queue));
        ctx.must_be_able_to_ask(self.yes || self.dry_run, &question)?;
        let services = Services::open(ctx.settings().clone()).await?;
        let removed = self.obliterate(ctx, &services).await;
        ctx.close(services).await;
        let removed = removed?;
        let report = ActReport { matched: removed, acted: removed, ..ActReport::new(self.dry_run) };
        let would = if self.dry_run { "would remove" } else { "removed" };
        let human = format!("{would} {} with {}", plain(&self.queue), jobs(removed));
        ctx.out.act(&report, &human)?;
        Ok(Exit::Done)
    }

    async fn obliterate(&self, ctx: &Context, services: &Services) -> anyhow::Result<u64> {
        must_exist(services, &self.queue).await?;
        let counts = services.queue.counts(&self.queue).await?;
        if counts.active > 0 && !self.force {
            let name = plain(&self.queue);
            let message = format!("{} of {name} are active", jobs(counts.active));
            return Err(CliError::refused(message)
                .hint(format!(
                    "pause it and wait for them (`leadctl queue pause {name}`), or give --force"
                ))
                .target(&self.queue)
                .into());
        }
        let total = total(&counts);
        if self.dry_run {
            return Ok(total);
        }
        if !self.yes {
            let schedules = services.queue.schedules(Some(&self.queue)).await?.len();
            let question = format!(
                "{} and {schedules} schedules of {} will be gone for good.",
                jobs(total),
                plain(&self.queue)
            );
            ctx.confirm_by_name(false, &question, &self.queue)?;
        }
        Ok(services.queue.obliterate(&self.queue, self.force).await?)
    }
}

fn total(counts: &QueueCounts) -> u64 {
    JobState::ALL.iter().map(|state| counts.of(*state)).sum()
}
