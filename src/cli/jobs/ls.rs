use clap::Args;

use super::merge::merged;
use super::view::JobView;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::ListMeta;
use crate::cli::values::{QueueName, one_of};
use crate::jobs::QUEUES;
use crate::queue::JobState;
use crate::services::Services;

/// Which jobs to list.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl jobs ls
  leadctl jobs ls --state failed,delayed --limit 20
  leadctl jobs ls --queue lead-discovery --columns state,id,what,progress
  leadctl jobs ls --state failed -o ndjson | leadctl jobs retry -

Active jobs come first, then those that wait in the order in which they will run, delayed ones as
they become due, failed and completed ones newest first.")]
pub struct LsArgs {
    /// Of this queue; may be repeated [default: all queues of this system]
    #[arg(long, value_name = "QUEUE", value_delimiter = ',', value_parser = QueueName, hide_possible_values = true)]
    queue: Vec<String>,
    /// In these states, separated by commas [default: all]
    #[arg(long, value_name = "STATES", value_delimiter = ',', value_parser = one_of::<JobState>(JobState::ALL.iter().map(|s| s.as_str())))]
    state: Vec<JobState>,
    /// At most this many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
    /// Go on behind the page that gave this
    #[arg(long, value_name = "CURSOR")]
    cursor: Option<String>,
}

impl LsArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let mut queues = self.queue;
        if queues.is_empty() {
            queues.extend(QUEUES.iter().map(|queue| (*queue).to_owned()));
        }
        queues.sort();
        queues.dedup();
        let queue = services.queue.as_ref();
        let page = merged(queue, &queues, &self.state, self.limit, self.cursor.as_deref()).await?;
        let now = services.clock.now();
        let jobs: Vec<JobView> = page.jobs.into_iter().map(|job| JobView::new(job, now)).collect();
        let meta = ListMeta {
            next: page.next,
            empty_hint: Some(
                "no jobs; add one with `leadctl jobs enqueue lead --campaign CAMPAIGN`".to_owned(),
            ),
            ..ListMeta::default()
        };
        ctx.out.list(&jobs, meta)?;
        services.close().await;
        Ok(Exit::Done)
    }
}
