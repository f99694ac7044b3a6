use std::time::Duration;

use clap::Args;

use super::find::find;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::jobs::outcome::{Awaited, wait_all};
use crate::cli::jobs::target::Target;
use crate::cli::output::{ActReport, plain};
use crate::cli::spooled;
use crate::cli::values;
use crate::cli::values::QueueName;
use crate::services::Services;

/// Which schedule.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl schedule run subreddits-daily
  leadctl schedule run leads-acme --wait --timeout 2m

With --wait it ends by the job's outcome: 0 completed, 6 failed, 5 where the time was up first.")]
pub struct RunArgs {
    /// The schedule, as ID or QUEUE/ID
    #[arg(value_name = "ID")]
    id: String,
    /// Its queue, where several have one of that id
    #[arg(long, value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queue: Option<String>,
    /// Wait until the job has ended, and end by its outcome
    #[arg(long)]
    wait: bool,
    /// Longest time to wait
    #[arg(long, value_name = "SPAN", requires = "wait", value_parser = values::span())]
    timeout: Option<Duration>,
}

impl RunArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let ended = self.add(ctx, &services).await;
        ctx.close(services).await;
        ended
    }

    async fn add(&self, ctx: &Context, services: &Services) -> anyhow::Result<Exit> {
        let schedule = find(services, self.queue.as_deref(), &self.id).await?;
        let queue = schedule.queue.as_str();
        // From before the job is added, so that no end is missed.
        let since = services.queue.event_cursor(queue).await?;
        let added = services.queue.run_schedule(queue, &schedule.id).await?;
        spooled::note(&ctx.out, u64::from(added.spooled));
        let job = Target::new(queue, added.id);
        let human =
            format!("added {} of schedule {}", plain(&job.to_string()), plain(&schedule.id));
        if self.wait {
            ctx.out.note(&human);
            return wait_all(ctx, services, vec![Awaited { job, since }], self.timeout).await;
        }
        let mut report = ActReport::new(false);
        report.acted(&job.to_string());
        ctx.out.act(&report, &human)?;
        Ok(Exit::Done)
    }
}
