use std::time::Duration;

use clap::Args;

use super::drain::{report, with_sample};
use super::known::must_exist;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::plain;
use crate::cli::overview::jobs;
use crate::cli::time::{parse_span, span};
use crate::cli::values::QueueName;
use crate::queue::{JobState, Swept};
use crate::services::Services;

/// Jobs removed by one call, so that no server is held up for long.
const BATCH: u32 = 5_000;
/// Ids told.
const SAMPLE: usize = 20;

/// What to remove.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl queue clean lead-discovery --state completed --older-than 24h --dry-run
  leadctl queue clean lead-discovery --state failed --older-than 7d --yes
  leadctl queue clean mail --state delayed --limit 1000 --yes

The oldest go first. Jobs that schedules wait for stay.")]
pub struct CleanArgs {
    /// The queue
    #[arg(value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queue: String,
    /// The state that jobs must be in
    #[arg(long, value_name = "STATE", value_parser = clap::builder::PossibleValuesParser::new(
        ["completed", "failed", "delayed", "waiting", "prioritized"]))]
    state: String,
    /// For how long they must have been in it; finished jobs count from their end, others from when they were added
    #[arg(long, value_name = "SPAN", default_value = "0s", value_parser = parse_span)]
    older_than: Duration,
    /// At most this many [default: all]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
    /// Only say what would go
    #[arg(long)]
    dry_run: bool,
}

impl CleanArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let state: JobState = self.state.parse().map_err(anyhow::Error::msg)?;
        ctx.must_be_able_to_ask(self.yes || self.dry_run, &self.question("Remove the"))?;
        let services = Services::open(ctx.settings().clone()).await?;
        let swept = self.sweep(ctx, &services, state).await;
        services.close().await;
        let swept = swept?;
        let would = if self.dry_run { "would remove" } else { "removed" };
        let human = format!(
            "{would} {} {state} for longer than {} from {}",
            jobs(swept.count),
            span(self.older_than),
            plain(&self.queue)
        );
        ctx.out.act(&report(&swept, self.dry_run), &with_sample(human, &swept))?;
        Ok(Exit::Done)
    }

    fn question(&self, what: &str) -> String {
        let age = span(self.older_than);
        format!("{what} {} jobs older than {age} from {}?", self.state, plain(&self.queue))
    }

    async fn sweep(
        &self,
        ctx: &Context,
        services: &Services,
        state: JobState,
    ) -> anyhow::Result<Swept> {
        must_exist(services, &self.queue).await?;
        let (queue, grace) = (services.queue.as_ref(), self.older_than);
        if self.dry_run || !self.yes {
            let limit = self.limit.unwrap_or(0);
            let would = queue.clean(&self.queue, state, grace, limit, true).await?;
            if self.dry_run || would.count == 0 {
                return Ok(would);
            }
            ctx.confirm(self.yes, &self.question(&format!("Remove {}:", would.count)))?;
        }
        let mut swept = Swept::default();
        loop {
            let left = self.limit.map_or(u64::MAX, |n| u64::from(n).saturating_sub(swept.count));
            let batch = u32::try_from(left).unwrap_or(u32::MAX).min(BATCH);
            if batch == 0 {
                return Ok(swept);
            }
            let more = queue.clean(&self.queue, state, grace, batch, false).await?;
            swept.count += more.count;
            swept.sample.extend(more.sample);
            swept.sample.truncate(SAMPLE);
            if more.count < u64::from(batch) {
                return Ok(swept);
            }
        }
    }
}
