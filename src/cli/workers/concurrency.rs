use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::{ActReport, plain};
use crate::jobs::QUEUES;
use crate::nearest::nearest;
use crate::services::Services;
use crate::worker::{MOST_SLOTS, want_slots, wanted_slots};

/// How many jobs.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl workers concurrency 8
  leadctl workers concurrency 16 --queue lead-discovery
  leadctl workers concurrency --reset

It holds for each worker of this installation, on whatever host, until it is reset; workers that run
follow within seconds and finish what they have. `leadctl workers ls` shows what they do.")]
pub struct ConcurrencyArgs {
    /// Most jobs of a queue at the same time in each worker
    #[arg(required_unless_present = "reset", conflicts_with = "reset", value_name = "N", value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_SLOTS)))]
    slots: Option<u32>,
    /// Only for this queue; may be given more than once [default: all that workers work on]
    #[arg(long = "queue", value_name = "QUEUE")]
    queues: Vec<String>,
    /// Back to what each worker's settings say
    #[arg(long)]
    reset: bool,
    /// Only say what would change
    #[arg(long)]
    dry_run: bool,
}

impl ConcurrencyArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let queues = self.chosen()?;
        let services = Services::open(ctx.settings().clone()).await?;
        let done = self.change(&services, &queues).await;
        ctx.close(services).await;
        let (report, lines) = done?;
        ctx.out.act(&report, &lines.join("\n"))?;
        Ok(Exit::Done)
    }

    fn chosen(&self) -> Result<Vec<String>, CliError> {
        if self.queues.is_empty() {
            return Ok(QUEUES.iter().map(|queue| (*queue).to_owned()).collect());
        }
        for queue in &self.queues {
            if !QUEUES.contains(&queue.as_str()) {
                let hint = match nearest(queue, QUEUES.iter().copied()) {
                    Some(near) => format!("did you mean {near}?"),
                    None => format!("there are: {}", QUEUES.join(", ")),
                };
                let what = format!("no worker of this system works on a queue {queue:?}");
                return Err(CliError::new(Exit::NotFound, what).hint(hint));
            }
        }
        Ok(self.queues.clone())
    }

    async fn change(
        &self,
        services: &Services,
        queues: &[String],
    ) -> anyhow::Result<(ActReport, Vec<String>)> {
        let (mut report, mut lines) = (ActReport::new(self.dry_run), Vec::new());
        let now = wanted_slots(services.state.as_ref()).await?;
        let usual = "what the settings say";
        let words = |slots: Option<u32>| slots.map_or_else(|| usual.to_owned(), |n| n.to_string());
        for queue in queues {
            let before = now.get(queue).copied();
            let shown = plain(queue);
            if before == self.slots {
                report.skipped(queue);
                lines.push(format!("{shown}: {} already", words(before)));
                continue;
            }
            if !self.dry_run {
                want_slots(services.state.as_ref(), queue, self.slots).await?;
            }
            report.acted(queue);
            let would = if self.dry_run { "would be " } else { "" };
            lines.push(format!(
                "{shown}: {would}{} for each worker (was {})",
                words(self.slots),
                words(before)
            ));
        }
        Ok((report, lines))
    }
}
