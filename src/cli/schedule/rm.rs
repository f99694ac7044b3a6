use clap::Args;

use super::find::{find, place};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{ActReport, plain};
use crate::cli::removal::{Told, remove_each};
use crate::cli::values::QueueName;
use crate::queue::Schedule;
use crate::services::Services;

/// Which schedules.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl schedule rm digest --dry-run
  leadctl schedule rm digest --yes

The job that waits for the next time goes too. The schedule of a campaign comes back when the
campaign is resumed: to stop it use `leadctl campaigns pause`.")]
pub struct RmArgs {
    /// The schedules, as ID or QUEUE/ID
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
    /// Their queue, where several have one of that id
    #[arg(long, value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queue: Option<String>,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
    /// Only say what would go
    #[arg(long)]
    dry_run: bool,
}

impl RmArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let shown: Vec<_> = self.ids.iter().map(|id| plain(id)).collect();
        let question = format!("Remove {}?", shown.join(", "));
        let work = async |services: &Services| self.remove(ctx, services).await;
        ctx.act_when_sure(self.yes || self.dry_run, &question, work).await
    }

    async fn remove(
        &self,
        ctx: &Context,
        services: &Services,
    ) -> anyhow::Result<(ActReport, Vec<String>)> {
        let mut found: Vec<Schedule> = Vec::new();
        for id in &self.ids {
            let schedule = find(services, self.queue.as_deref(), id).await?;
            if !found.iter().any(|s| place(s) == place(&schedule)) {
                found.push(schedule);
            }
        }
        if !self.dry_run {
            let shown: Vec<String> = found
                .iter()
                .map(|s| format!("{} ({})", plain(&place(s)), plain(&s.recurrence.to_string())))
                .collect();
            ctx.confirm(self.yes, &format!("Remove {}?", shown.join(", ")))?;
        }
        let queue = &services.queue;
        let tell = |schedule: &Schedule| Told {
            id: place(schedule),
            name: format!("schedule {}", plain(&place(schedule))),
            more: String::new(),
        };
        let remove = async |schedule: &Schedule| {
            Ok(queue.remove_schedule(&schedule.queue, &schedule.id).await?)
        };
        remove_each(self.dry_run, &found, tell, remove).await
    }
}
