use std::time::Duration;

use clap::Args;
use serde::Serialize;
use tokio::time::Instant;

use super::pace::{Pacer, Rate};
use super::relapse::{Relapse, Watch};
use super::which::WhichArgs;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::interrupt::Interrupt;
use crate::cli::jobs::Target;
use crate::cli::output::{ActReport, Format};
use crate::cli::overview::jobs;
use crate::cli::scan::Scanned;
use crate::cli::time::span;
use crate::queue::QueueError;
use crate::services::Services;

/// How often to look for jobs that failed again, at least.
const LOOK: Duration = Duration::from_secs(1);

/// Which dead letters to run again, and how fast.
#[derive(Debug, Args)]
#[command(
    override_usage = "leadctl dlq retry [OPTIONS] <GROUP>...\n       leadctl dlq retry [OPTIONS] --all",
    after_help = "\
Examples:
  leadctl dlq retry 3fa9c1d2e4 --dry-run
  leadctl dlq retry 3fa9c1d2e4 --rate 5/s --limit 100
  leadctl dlq retry --all --queue lead-discovery --rate 30/m

The oldest go first, with all their attempts before them; what failed before stays in their history.
It stops when too many of a batch fail again while it runs; what was not retried stays as it is."
)]
pub struct RetryArgs {
    #[command(flatten)]
    which: WhichArgs,
    /// How many in a second, minute or hour
    #[arg(long, value_name = "N/UNIT", default_value = "10/s", value_parser = Rate::parse)]
    rate: Rate,
    /// No more than this many
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    limit: Option<u64>,
    /// Jobs among which those are counted that fail again
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=100_000))]
    batch: u64,
    /// Stop when more than this many of a batch have failed again [default: half of it]
    #[arg(long, value_name = "N")]
    stop_after_failures: Option<u64>,
    /// Only tell which
    #[arg(long)]
    dry_run: bool,
}

/// What was done, or would be.
#[derive(Debug, Serialize)]
struct Report {
    #[serde(flatten)]
    act: ActReport,
    /// Jobs that failed again while this ran.
    failed_again: u64,
    /// Why it stopped before all were retried.
    stopped: Option<String>,
    scanned: u64,
    truncated: bool,
    #[serde(skip)]
    exit: Exit,
}

impl RetryArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        self.which.check()?;
        let services = Services::open(ctx.settings().clone()).await?;
        let done = self.retry(ctx, &services).await;
        ctx.close(services).await;
        let report = done?;
        match ctx.out.format {
            Format::Table | Format::Csv => ctx.out.act(&report.act, &self.human(&report))?,
            _ => {
                ctx.out.acts.add(&report.act);
                ctx.out.show(&report, String::new)?
            }
        }
        Ok(report.exit)
    }

    async fn retry(&self, ctx: &Context, services: &Services) -> anyhow::Result<Report> {
        let (targets, scanned) = self.targets(services).await?;
        if let Some(warning) = scanned.warning() {
            ctx.out.note(&format!("warning: {warning}"));
        }
        let mut report = Report::new(self.dry_run, scanned);
        if self.dry_run {
            targets.iter().for_each(|target| report.act.acted(&target.to_string()));
            return Ok(report);
        }
        let most = self.stop_after_failures.unwrap_or(self.batch / 2);
        let mut watch = Watch::start(services.queue.as_ref(), &targets, self.batch, most).await?;
        let interrupt = Interrupt::listen()?;
        let mut pacer = Pacer::new(self.rate);
        let mut looked = Instant::now();
        for (n, target) in targets.iter().enumerate() {
            tokio::select! {
                biased;
                () = interrupt.stop.cancelled() => {
                    report.stop(interrupt.exit().unwrap_or(Exit::Interrupted), "interrupted");
                }
                () = pacer.turn() => {}
            }
            if report.stopped.is_none() && (watch.at_batch() || looked.elapsed() >= LOOK) {
                looked = Instant::now();
                if let Some(relapse) = watch.look().await? {
                    report.relapsed(relapse);
                }
            }
            if report.stopped.is_some() {
                report.act.matched += (targets.len() - n) as u64;
                break;
            }
            watch.retrying(target);
            report.one(target, services.queue.retry(&target.queue, &target.id).await)?;
        }
        watch.look().await?;
        report.failed_again = watch.failed();
        Ok(report)
    }

    /// The jobs to retry, oldest first.
    async fn targets(&self, services: &Services) -> anyhow::Result<(Vec<Target>, Scanned)> {
        let mut found = Vec::new();
        let scanned = self.which.groups.read(services, |letter| {
            let target = Target::new(letter.job.queue, letter.job.id);
            found.push((letter.job.finished_at, target));
            Ok(())
        });
        let scanned = scanned.await?;
        found.sort();
        if let Some(limit) = self.limit {
            found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        }
        Ok((found.into_iter().map(|(_, target)| target).collect(), scanned))
    }

    fn human(&self, report: &Report) -> String {
        let act = &report.act;
        if act.dry_run {
            let time = span(self.rate.time_for(act.acted));
            return format!("would retry {} within {time}", jobs(act.acted));
        }
        let mut text = format!("retried {}", jobs(act.acted));
        if report.failed_again > 0 {
            text.push_str(&format!("; {} have failed again", report.failed_again));
        }
        if act.skipped > 0 {
            text.push_str(&format!("; {} were there no more", act.skipped));
        }
        if let Some(why) = &report.stopped {
            let left = act.matched - act.acted - act.skipped - act.errors.len() as u64;
            text.push_str(&format!("; stopped with {} left: {why}", jobs(left)));
        }
        text
    }
}

impl Report {
    fn new(dry_run: bool, scanned: Scanned) -> Self {
        Self {
            act: ActReport::new(dry_run),
            failed_again: 0,
            stopped: None,
            scanned: scanned.scanned,
            truncated: scanned.truncated,
            exit: Exit::Done,
        }
    }

    fn stop(&mut self, exit: Exit, why: impl Into<String>) {
        self.exit = exit;
        self.stopped = Some(why.into());
    }

    fn relapsed(&mut self, Relapse { failed, batch }: Relapse) {
        self.stop(Exit::Partly, format!("{failed} of a batch of {batch} failed again"));
    }

    fn one(&mut self, target: &Target, done: Result<(), QueueError>) -> anyhow::Result<()> {
        match done {
            Ok(()) => self.act.acted(&target.to_string()),
            // Another has removed or retried it meanwhile.
            Err(QueueError::NoSuchJob { .. } | QueueError::WrongState { .. }) => {
                self.act.skipped(&target.to_string());
            }
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }
}
