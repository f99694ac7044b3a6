use clap::Args;

use super::known::must_exist;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{ActReport, plain};
use crate::cli::overview::jobs;
use crate::cli::values::QueueName;
use crate::queue::Swept;
use crate::services::Services;

/// What to remove.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl queue drain lead-discovery --dry-run
  leadctl queue drain lead-discovery
  leadctl queue drain lead-discovery --delayed --yes

On a terminal the queue's name is to be typed; a script gives --yes. Jobs at hand go on, finished
ones stay, and so do the jobs that schedules wait for.")]
pub struct DrainArgs {
    /// The queue
    #[arg(value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queue: String,
    /// Also the delayed jobs, those that wait for another attempt included
    #[arg(long)]
    delayed: bool,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
    /// Only say what would go
    #[arg(long)]
    dry_run: bool,
}

impl DrainArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let question = format!("Remove all jobs that wait in {}?", plain(&self.queue));
        ctx.must_be_able_to_ask(self.yes || self.dry_run, &question)?;
        let services = Services::open(ctx.settings().clone()).await?;
        let swept = self.sweep(ctx, &services).await;
        ctx.close(services).await;
        let swept = swept?;
        let would = if self.dry_run { "would remove" } else { "removed" };
        let human = format!("{would} {} from {}", jobs(swept.count), plain(&self.queue));
        ctx.out.act(&report(&swept, self.dry_run), &with_sample(human, &swept))?;
        Ok(Exit::Done)
    }

    async fn sweep(&self, ctx: &Context, services: &Services) -> anyhow::Result<Swept> {
        must_exist(services, &self.queue).await?;
        let queue = services.queue.as_ref();
        if self.dry_run || !self.yes {
            let would = queue.drain(&self.queue, self.delayed, true).await?;
            if self.dry_run || would.count == 0 {
                return Ok(would);
            }
            let question = format!(
                "{} will be removed from {}, data in {}.",
                jobs(would.count),
                plain(&self.queue),
                ctx.settings().data_dir.display()
            );
            ctx.confirm_by_name(self.yes, &question, &self.queue)?;
        }
        Ok(queue.drain(&self.queue, self.delayed, false).await?)
    }
}

/// The report of a sweep.
pub(super) fn report(swept: &Swept, dry_run: bool) -> ActReport {
    ActReport {
        matched: swept.count,
        acted: swept.count,
        sample_ids: swept.sample.clone(),
        ..ActReport::new(dry_run)
    }
}

/// Names some of the jobs behind what was said.
pub(super) fn with_sample(mut human: String, swept: &Swept) -> String {
    const SHOWN: usize = 5;
    if swept.sample.is_empty() {
        return human;
    }
    let shown: Vec<_> = swept.sample.iter().take(SHOWN).map(|id| plain(id)).collect();
    human.push_str(": ");
    human.push_str(&shown.join(", "));
    if swept.count > shown.len() as u64 {
        human.push_str(", …");
    }
    human
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_ids_are_named_and_made_safe() {
        let sample = vec!["a\u{1b}b".to_owned()];
        let swept = Swept { count: 1, sample: sample.clone() };
        assert_eq!(with_sample("removed 1 job".into(), &swept), "removed 1 job: a\\u{1b}b");
        let swept = Swept { count: 2, sample };
        assert!(with_sample(String::new(), &swept).ends_with(", …"));
        assert_eq!(with_sample("none".into(), &Swept::default()), "none");
        assert_eq!(report(&swept, true).acted, 2);
    }
}
