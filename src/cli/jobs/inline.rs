//! `jobs run`: a job here and now, with no queue and no worker.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use clap::{Args, Subcommand};
use indicatif::ProgressBar;
use serde_json::Value;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::enqueue::{LeadWork, SubredditWork};
use super::outcome::{Ending, Outcome, spinner};
use super::words::{brief, what};
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::interrupt::Interrupt;
use crate::cli::lock::RunLock;
use crate::cli::output::{ListMeta, plain};
use crate::cli::{time, values};
use crate::config::Origin;
use crate::jobs::{self, JobKind};
use crate::queue::{JobFailure, JobReport, QueueError};
use crate::services::Services;
use crate::telemetry;

/// What to run.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl jobs run lead --campaign my-product
  leadctl jobs run subreddit freelance smallbusiness --force
  */15 * * * *  leadctl jobs run lead --campaign my-product --lock my-product --timeout 10m --quiet

One attempt; ends with 0 where it completed, 6 where it failed, 5 where the time was up first, 75
where another run holds the lock.")]
pub struct RunArgs {
    #[command(subcommand)]
    kind: RunKind,
}

/// Kinds of jobs.
#[derive(Debug, Subcommand)]
enum RunKind {
    /// Look for leads for a campaign
    Lead {
        #[command(flatten)]
        work: LeadWork,
        #[command(flatten)]
        how: RunOptions,
    },
    /// Learn what subreddits are like
    Subreddit {
        #[command(flatten)]
        work: SubredditWork,
        #[command(flatten)]
        how: RunOptions,
    },
}

/// How jobs are run.
#[derive(Debug, Args)]
struct RunOptions {
    /// Do nothing, and end with 75, while another run with this name goes on
    #[arg(long, value_name = "NAME", value_parser = crate::cli::lock::name)]
    lock: Option<String>,
    /// Longest time for all of it
    #[arg(long, value_name = "SPAN", value_parser = values::span())]
    timeout: Option<Duration>,
}

impl RunArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let settings = ctx.settings().clone();
        // Progress is told by this command itself.
        let log = match ctx.loaded.origin("log") {
            Origin::Default => "warn".to_owned(),
            _ => settings.log.clone(),
        };
        telemetry::init_tracing(&log, false)?;
        let services = Services::open(settings).await?;
        let (kinds, how) = match self.kind {
            RunKind::Lead { work, how } => (vec![work.resolve(ctx, &services).await?], how),
            RunKind::Subreddit { work, how } => (work.jobs(), how),
        };
        let _lock = match &how.lock {
            None => None,
            Some(name) => match RunLock::take(&services.settings.data_dir, name)? {
                Ok(lock) => Some(lock),
                Err(held) => {
                    ctx.out.note(&format!("{held}; nothing was done"));
                    return Ok(Exit::Locked);
                }
            },
        };
        let exit = run_all(ctx, &services, kinds, how.timeout).await;
        services.close().await;
        exit
    }
}

/// Why a run ended before its end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    Interrupted,
    Timeout,
}

async fn run_all(
    ctx: &Context,
    services: &Services,
    kinds: Vec<JobKind>,
    timeout: Option<Duration>,
) -> anyhow::Result<Exit> {
    let interrupt = Interrupt::listen()?;
    let deadline = timeout.map(|timeout| Instant::now() + timeout);
    let report = Arc::new(Report { bar: spinner(ctx), quiet: ctx.out.quiet });
    let (mut outcomes, mut cut) = (Vec::new(), None);
    for kind in kinds {
        let (outcome, why) = run_one(services, kind, &report, &interrupt.stop, deadline).await;
        outcomes.push(outcome);
        cut = why;
        if cut.is_some() {
            break;
        }
    }
    report.bar.finish_and_clear();
    ctx.out.list(&outcomes, ListMeta::default())?;
    if cut == Some(Cut::Interrupted) {
        ctx.out.note("interrupted; what was found so far is kept");
        return Ok(interrupt.exit().unwrap_or(Exit::Interrupted));
    }
    verdict(&outcomes, timeout)
}

async fn run_one(
    services: &Services,
    kind: JobKind,
    report: &Arc<Report>,
    stop: &CancellationToken,
    deadline: Option<Instant>,
) -> (Outcome, Option<Cut>) {
    let queue = kind.queue().to_owned();
    let job = kind.into_job(None, jobs::default_options(&services.settings));
    let label = what(&job.name, &job.data);
    report.bar.set_message(label.clone());
    let begun = Instant::now();
    let cancelled = CancellationToken::new();
    let told: Arc<dyn JobReport> = Arc::clone(report) as Arc<dyn JobReport>;
    let time_up = async {
        match deadline {
            Some(deadline) => tokio::time::sleep_until(deadline).await,
            None => std::future::pending().await,
        }
    };
    let (result, cut) = tokio::select! {
        result = jobs::run(services, &job.name, &job.data, told, &cancelled) => (Some(result), None),
        () = stop.cancelled() => (None, Some(Cut::Interrupted)),
        () = time_up => (None, Some(Cut::Timeout)),
    };
    let (outcome, result, error) = match result {
        Some(Ok(result)) => (Ending::Completed, Some(result), None),
        Some(Err(failure)) => (Ending::Failed, None, Some(with_causes(&failure))),
        None if cut == Some(Cut::Timeout) => (Ending::TimedOut, None, None),
        None => (Ending::Failed, None, Some("interrupted".to_owned())),
    };
    let took_ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    (Outcome { queue, id: None, outcome, result, error, took_ms, label }, cut)
}

fn with_causes(failure: &JobFailure) -> String {
    let mut text = failure.reason.clone();
    for cause in failure.causes.iter().filter(|cause| !failure.reason.contains(cause.as_str())) {
        text.push_str(": ");
        text.push_str(cause);
    }
    text
}

fn verdict(outcomes: &[Outcome], timeout: Option<Duration>) -> anyhow::Result<Exit> {
    let failed: Vec<&Outcome> = outcomes.iter().filter(|o| o.outcome == Ending::Failed).collect();
    if outcomes.iter().any(|o| o.outcome == Ending::TimedOut) {
        let within = timeout.map_or_else(String::new, |t| format!(" within {}", time::span(t)));
        let message = format!("not done{within}; what was found so far is kept");
        return Err(CliError::new(Exit::TimedOut, message).into());
    }
    let Some(first) = failed.first() else { return Ok(Exit::Done) };
    let reason = first.error.as_deref().unwrap_or("no reason is known");
    let message = match outcomes.len() {
        1 => format!("{} failed: {reason}", first.label),
        n => format!(
            "{} of {n} jobs failed, the first of them: {}: {reason}",
            failed.len(),
            first.label
        ),
    };
    Err(CliError::new(Exit::JobFailed, message).into())
}

/// Tells progress and log lines on standard error.
struct Report {
    bar: ProgressBar,
    quiet: bool,
}

#[async_trait]
impl JobReport for Report {
    async fn log(&self, line: &str) -> Result<(), QueueError> {
        if !self.quiet {
            self.bar.suspend(|| eprintln!("{}", plain(line)));
        }
        Ok(())
    }

    async fn progress(&self, progress: Value) -> Result<(), QueueError> {
        self.bar.set_message(brief(&progress));
        Ok(())
    }
}
