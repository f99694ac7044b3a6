use std::time::Duration;

use clap::Args;

use super::drain::{report, with_sample};
use super::known::must_exist;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::plain;
use crate::cli::overview::{jobs, known_queues};
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
  leadctl queue clean --all-queues --state completed --older-than 7d --yes

The oldest go first. Jobs that schedules wait for stay.")]
pub struct CleanArgs {
    /// The queue
    #[arg(required_unless_present = "all_queues", conflicts_with = "all_queues", value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queue: Option<String>,
    /// All queues, also those of others
    #[arg(long)]
    all_queues: bool,
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
        ctx.close(services).await;
        let swept = swept?;
        let would = if self.dry_run { "would remove" } else { "removed" };
        let human = format!(
            "{would} {} {state} for longer than {} from {}",
            jobs(swept.count),
            span(self.older_than),
            self.place()
        );
        ctx.out.act(&report(&swept, self.dry_run), &with_sample(human, &swept))?;
        Ok(Exit::Done)
    }

    fn question(&self, what: &str) -> String {
        let age = span(self.older_than);
        format!("{what} {} jobs older than {age} from {}?", self.state, self.place())
    }

    /// What it is about, for people.
    fn place(&self) -> String {
        self.queue.as_deref().map_or_else(|| "all queues".to_owned(), |name| plain(name).into())
    }

    async fn sweep(
        &self,
        ctx: &Context,
        services: &Services,
        state: JobState,
    ) -> anyhow::Result<Swept> {
        let queues = match &self.queue {
            Some(name) => {
                must_exist(services, name).await?;
                vec![name.clone()]
            }
            None => known_queues(services).await?,
        };
        if self.dry_run || !self.yes {
            let would = self.pass(services, &queues, state, true).await?;
            if self.dry_run || would.count == 0 {
                return Ok(would);
            }
            ctx.confirm(self.yes, &self.question(&format!("Remove {}:", would.count)))?;
        }
        self.pass(services, &queues, state, false).await
    }

    /// Goes through the queues, as far as the limit allows.
    async fn pass(
        &self,
        services: &Services,
        queues: &[String],
        state: JobState,
        dry_run: bool,
    ) -> anyhow::Result<Swept> {
        let mut swept = Swept::default();
        for name in queues {
            loop {
                let left =
                    self.limit.map_or(u64::MAX, |n| u64::from(n).saturating_sub(swept.count));
                if left == 0 {
                    return Ok(swept);
                }
                let left = u32::try_from(left).unwrap_or(u32::MAX);
                // What is only told stays where it is: all of it is told at once.
                let batch = match (dry_run, self.limit) {
                    (true, None) => 0,
                    (true, Some(_)) => left,
                    (false, _) => left.min(BATCH),
                };
                let grace = self.older_than;
                let more = services.queue.clean(name, state, grace, batch, dry_run).await?;
                swept.count += more.count;
                swept.sample.extend(more.sample);
                swept.sample.truncate(SAMPLE);
                if dry_run || more.count < u64::from(batch) {
                    break;
                }
            }
        }
        Ok(swept)
    }
}
