use clap::Args;

use super::find::find;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{ActReport, plain};
use crate::services::Services;

/// Which schedule.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl schedule run subreddits-daily")]
pub struct RunArgs {
    /// The schedule, as ID or QUEUE/ID
    #[arg(value_name = "ID")]
    id: String,
    /// Its queue, where several have one of that id
    #[arg(long, value_name = "QUEUE")]
    queue: Option<String>,
}

impl RunArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let added = self.add(&services).await;
        services.close().await;
        let (report, human) = added?;
        ctx.out.act(&report, &human)?;
        Ok(Exit::Done)
    }

    async fn add(&self, services: &Services) -> anyhow::Result<(ActReport, String)> {
        let schedule = find(services, self.queue.as_deref(), &self.id).await?;
        let added = services.queue.run_schedule(&schedule.queue, &schedule.id).await?;
        let job = format!("{}/{}", schedule.queue, added.id);
        let mut report = ActReport::new(false);
        report.acted(&job);
        let human = format!("added {} of schedule {}", plain(&job), plain(&schedule.id));
        Ok((report, human))
    }
}
