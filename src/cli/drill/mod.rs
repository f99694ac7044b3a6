//! `leadctl drill`: faults rehearsed on a private installation, and whether the promises were kept.
//!
//! - [`plan`]: what each drill does
//! - [`rig`]: the private installation: sandbox, API, workers, and a Redis where one is to be lost
//! - [`redis`]: that Redis
//! - [`load`]: jobs at an even pace, and what became of each
//! - [`course`]: before the fault, during and after it
//! - [`report`]: what came of it, and the promises

mod course;
mod load;
mod plan;
mod redis;
mod report;
mod rig;

use std::time::Duration;

use clap::{Args, Subcommand};

use super::context::Context;
use super::exit::{CliError, Exit};
use super::interrupt::Interrupt;
use super::values::span;
use plan::Plan;

/// Rehearse an outage on a private installation and check what is promised
#[derive(Debug, Subcommand)]
pub enum DrillCommand {
    /// The AI provider fails: every call is answered with 503
    #[command(after_help = "\
Examples:
  leadctl drill ai-outage
  leadctl drill ai-outage --for 1m --every 100ms -o json

Promised: every job completes, judged by the local rules meanwhile; few calls are wasted; the provider
is used again soon after it is back.")]
    AiOutage(DrillArgs),
    /// Reddit refuses: every request is answered with 429
    #[command(
        name = "reddit-429",
        after_help = "\
Examples:
  leadctl drill reddit-429
  leadctl drill reddit-429 --for 30s --workers 4

Promised: every job completes; no worker asks again before the time that one of them was told; Reddit
is asked again soon after that."
    )]
    Reddit429(DrillArgs),
    /// Redis is killed and comes back empty; needs redis-server on the path
    #[command(after_help = "\
Examples:
  leadctl drill redis-loss
  leadctl drill redis-loss --for 20s -o json

Promised: jobs are taken within 2 s each also without Redis; every job completes; all goes through
Redis again soon after it is back.")]
    RedisLoss(DrillArgs),
    /// The AI provider answers, but slowly
    #[command(after_help = "\
Examples:
  leadctl drill slow-ai
  leadctl drill slow-ai --for 1m --workers 4

Promised: every job completes; the provider is left alone while it is slow, so that few calls are
waited for; it is used again soon after it is back.")]
    SlowAi(DrillArgs),
}

/// How large and how long.
#[derive(Debug, Clone, Args)]
pub struct DrillArgs {
    /// How long the fault holds
    #[arg(long = "for", value_name = "SPAN", default_value = "10s", value_parser = span())]
    lasting: Duration,
    /// One job is added in every such span
    #[arg(long, value_name = "SPAN", default_value = "250ms", value_parser = span())]
    every: Duration,
    /// Number of worker processes
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u16).range(1..=16))]
    workers: u16,
    /// How long what is left may take after the fault
    #[arg(long, value_name = "SPAN", default_value = "60s", value_parser = span())]
    patience: Duration,
}

impl DrillCommand {
    /// Rehearses it.
    ///
    /// # Errors
    /// A program is missing, a process does not come up, or a promise was broken.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let (plan, args) = match self {
            Self::AiOutage(args) => (Plan::ai_outage(&args), args),
            Self::Reddit429(args) => (Plan::reddit_429(&args), args),
            Self::RedisLoss(args) => (Plan::redis_loss(), args),
            Self::SlowAi(args) => (Plan::slow_ai(&args), args),
        };
        if args.every.is_zero() || args.lasting.is_zero() {
            return Err(CliError::usage("a span of 0 rehearses nothing").into());
        }
        let interrupt = Interrupt::listen()?;
        let mut rig = rig::Rig::start(&plan, &args, &ctx.out).await?;
        let report = tokio::select! {
            report = course::run(&plan, &args, &mut rig, &ctx.out) => Some(report),
            () = interrupt.stop.cancelled() => None,
        };
        ctx.out.note("stopping");
        rig.stop().await;
        let Some(report) = report else {
            return Ok(interrupt.exit().unwrap_or(Exit::Interrupted));
        };
        let report = report?;
        ctx.out.show(&report, || report.human())?;
        match report.broken() {
            None => Ok(Exit::Done),
            Some(broken) => Err(CliError::new(Exit::Failed, format!("broken: {broken}"))
                .hint("once more with --for and --every of other lengths shows whether it lasts")
                .target(plan.name)
                .into()),
        }
    }
}
