use clap::Args;

use super::known::must_exist;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{ActReport, plain};
use crate::cli::overview::{jobs, known_queues};
use crate::cli::values::QueueName;
use crate::services::Services;

/// Which queues to stop.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl queue pause lead-discovery
  leadctl queue pause lead-discovery subreddit-analysis

Jobs at hand go on to their end; jobs may still be added.")]
pub struct PauseArgs {
    /// The queues
    #[arg(required_unless_present = "all_queues", conflicts_with = "all_queues", value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queues: Vec<String>,
    /// All queues, also those of others
    #[arg(long)]
    all_queues: bool,
    /// Only say what would change
    #[arg(long)]
    dry_run: bool,
}

/// Which queues to let go on.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl queue resume lead-discovery
  leadctl queue resume --all-queues --dry-run")]
pub struct ResumeArgs {
    /// The queues
    #[arg(required_unless_present = "all_queues", conflicts_with = "all_queues", value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queues: Vec<String>,
    /// All queues, also those of others
    #[arg(long)]
    all_queues: bool,
    /// Only say what would change
    #[arg(long)]
    dry_run: bool,
}

impl PauseArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        set(ctx, self.queues, self.all_queues, true, self.dry_run).await
    }
}

impl ResumeArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        set(ctx, self.queues, self.all_queues, false, self.dry_run).await
    }
}

async fn set(
    ctx: &Context,
    mut queues: Vec<String>,
    all: bool,
    paused: bool,
    dry_run: bool,
) -> anyhow::Result<Exit> {
    let services = Services::open(ctx.settings().clone()).await?;
    if all {
        queues = known_queues(&services).await?;
    }
    let done = set_all(&services, &queues, paused, dry_run).await;
    ctx.close(services).await;
    let (report, lines) = done?;
    ctx.out.act(&report, &lines.join("\n"))?;
    Ok(Exit::Done)
}

async fn set_all(
    services: &Services,
    queues: &[String],
    paused: bool,
    dry_run: bool,
) -> anyhow::Result<(ActReport, Vec<String>)> {
    // Nothing is changed where one of the names is wrong.
    for queue in queues {
        must_exist(services, queue).await?;
    }
    let (mut report, mut lines) = (ActReport::new(dry_run), Vec::new());
    for queue in queues {
        let counts = services.queue.counts(queue).await?;
        let shown = plain(queue);
        if counts.is_paused == paused {
            report.skipped(queue);
            lines.push(format!("{shown} is {} already", if paused { "paused" } else { "open" }));
            continue;
        }
        match (paused, dry_run) {
            (_, true) => {}
            (true, false) => services.queue.pause(queue).await?,
            (false, false) => services.queue.resume(queue).await?,
        }
        report.acted(queue);
        let would = if dry_run { "would be " } else { "" };
        lines.push(if paused {
            format!("{shown} {would}paused; {} at hand", jobs(counts.active))
        } else {
            format!("{shown} {would}resumed; {} waiting", jobs(counts.ready()))
        });
    }
    Ok((report, lines))
}
