//! The command line: one file for each noun, each with its arguments and its `run`.
//!
//! - [`run`]: parses, dispatches, and turns errors into exit codes
//! - [`context`], [`globals`]: what every command is given
//! - [`output`], [`exit`]: the only places that know formats and exit codes

mod accounts;
mod api;
mod audit;
mod breaker;
mod cache;
mod campaigns;
mod check;
mod completions;
mod config;
pub mod context;
pub(crate) mod dash;
mod db;
pub(crate) mod dlq;
mod doctor;
mod drill;
mod events;
pub mod exit;
mod failure;
pub mod globals;
pub mod interrupt;
pub(crate) mod jobs;
mod keys;
mod later;
mod leads;
mod lock;
mod man;
pub mod output;
pub mod overview;
mod processes;
mod quality;
mod queue;
pub mod reference;
mod removal;
mod sandbox;
pub(crate) mod scan;
mod schedule;
mod scope;
mod service;
mod slo;
mod spooled;
mod status;
mod subreddits;
pub mod time;
mod trace;
mod up;
mod usage;
mod values;
mod webhooks;
mod why;
mod worker;
mod workers;

use std::process::ExitCode;

pub(crate) use audit::from_dash as audit_of_dash;
pub(crate) use cache::dollars;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use audit::Deed;
use context::Context;
use exit::Exit;
use globals::Globals;
use later::Later;

/// Finds posts on Reddit by people who need what you sell, and runs the system that does so.
#[derive(Debug, Parser)]
#[command(name = "leadctl", version, propagate_version = true, after_help = exit::HELP, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    globals: Globals,
    #[command(subcommand)]
    command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
enum Command {
    /// Run the whole system: the API, a worker, and with --sandbox a stand-in for Reddit
    Up(Later<up::UpArgs>),
    /// Watch queues, workers, breakers, cache and leads on one screen, and act on them
    Dash(Later<dash::DashArgs>),
    /// Watch queues and workers in one pane, without tabs
    Top(Later<dash::TopArgs>),
    /// See on one screen what runs, what is queued, and what is wrong
    Status(Later<status::StatusArgs>),
    /// Check the whole system in one line, for cron and monitoring systems
    Check(Later<check::CheckArgs>),
    /// See why a queue or a job does not get on
    Why(Later<why::WhyArgs>),
    /// See the whole way of a job: who wanted it, how it waited, what each attempt did
    Trace(Later<trace::TraceArgs>),
    /// Serve the HTTP API in the foreground until told to stop
    Api(Later<api::ApiArgs>),
    /// Work on jobs in the foreground until told to stop
    Worker(Later<worker::WorkerArgs>),
    /// Replace the processes of a running `leadctl up`, one at a time, with nothing lost
    Restart(Later<processes::RestartArgs>),
    /// Have more or fewer API or worker processes in a running `leadctl up`
    Scale(Later<processes::ScaleArgs>),
    /// What is sold, to whom, and where to look: add, change and list campaigns
    #[command(subcommand, visible_alias = "campaign")]
    Campaigns(Later<campaigns::CampaignsCommand>),
    /// What was found: list, read, sort out, take along
    #[command(subcommand, visible_alias = "lead")]
    Leads(Later<leads::LeadsCommand>),
    /// Add jobs, await them, look at them and change them
    #[command(subcommand, visible_alias = "job")]
    Jobs(Later<jobs::JobsCommand>),
    /// What is known of subreddits: rules, size, when people post, how promotion is taken
    #[command(subcommand, visible_alias = "subreddit")]
    Subreddits(Later<subreddits::SubredditsCommand>),
    /// See what waits in the queues, stop them, sweep them
    #[command(subcommand, visible_alias = "queues")]
    Queue(Later<queue::QueueCommand>),
    /// See and change the jobs that recur
    #[command(subcommand, visible_alias = "schedules")]
    Schedule(Later<schedule::ScheduleCommand>),
    /// See and change the circuit breakers before Reddit and the AI provider
    #[command(subcommand, visible_alias = "breakers")]
    Breaker(Later<breaker::BreakerCommand>),
    /// See and settle the jobs that failed for good, by error
    #[command(subcommand, visible_alias = "dead-letters")]
    Dlq(Later<dlq::DlqCommand>),
    /// Watch what happens to jobs and circuit breakers, as it happens
    #[command(visible_alias = "event")]
    Events(Later<events::EventsArgs>),
    /// See which workers are alive and what they are doing; set how much they do
    #[command(subcommand)]
    Workers(Later<workers::WorkersCommand>),
    /// See what is kept of the answers of Reddit and the AI provider, and remove it
    #[command(subcommand)]
    Cache(Later<cache::CacheCommand>),
    /// Have Slack, Discord or any program told of new leads
    #[command(subcommand, visible_alias = "webhook")]
    Webhooks(Later<webhooks::WebhooksCommand>),
    /// Reddit accounts, in whose names Reddit is asked
    #[command(subcommand, visible_alias = "account")]
    Accounts(Later<accounts::AccountsCommand>),
    /// Make, list and revoke the keys with which users reach the HTTP API
    #[command(subcommand, visible_alias = "key")]
    Keys(Later<keys::KeysCommand>),
    /// The database itself: where it is, and its migrations
    #[command(subcommand, visible_alias = "database")]
    Db(Later<db::DbCommand>),
    /// See what operators have done: who, when, to what, and how it ended
    #[command(subcommand)]
    Audit(Later<audit::AuditCommand>),
    /// See what AI providers were asked and what that cost, and bound it
    #[command(subcommand)]
    Usage(Later<usage::UsageCommand>),
    /// See how the service stands with its objectives, and what is left of their error budgets
    Slo(Later<slo::SloArgs>),
    /// Try the system without accounts: invented posts, and the truth about them
    Sandbox(Later<sandbox::SandboxArgs>),
    /// Rehearse an outage on a private installation and check what is promised
    #[command(subcommand, visible_alias = "drills")]
    Drill(Later<drill::DrillCommand>),
    /// Look for what is wrong with this installation, and say what to do about it
    Doctor(Later<doctor::DoctorArgs>),
    /// What is configured, where each value came from, and whether it is acceptable
    #[command(subcommand)]
    Config(Later<config::ConfigCommand>),
    /// Print the completion script of a shell
    Completions(Later<completions::CompletionsArgs>),
    /// Print the manual page, or write those of all commands
    Man(Later<man::ManArgs>),
}

/// Runs the command line and says how the process is to end.
pub fn run() -> ExitCode {
    let (cli, deed) = match parse() {
        Ok(parsed) => parsed,
        Err(error) => return failure::usage(&error),
    };
    let globals = cli.globals.clone();
    match execute(cli, deed) {
        Ok(exit) => ExitCode::from(exit as u8),
        Err(error) => failure::report(&error, &globals),
    }
}

/// The command line, and what is to be kept of it in `leadctl audit`.
fn parse() -> Result<(Cli, Option<Deed>), clap::Error> {
    let mut command = Cli::command();
    let matches = command.try_get_matches_from_mut(std::env::args_os())?;
    let deed = Deed::of(&command, &matches);
    let cli = Cli::from_arg_matches(&matches).map_err(|error| error.format(&mut command))?;
    Ok((cli, deed))
}

fn execute(cli: Cli, deed: Option<Deed>) -> anyhow::Result<Exit> {
    let runtime = cli.command.runtime()?;
    // These two are for a configuration that nothing else can work with.
    match cli.command {
        Command::Config(Later(command)) => command.run(&cli.globals),
        Command::Doctor(Later(args)) => runtime.block_on(args.run(&cli.globals)),
        command => {
            let mut ctx = Context::new(cli.globals)?;
            ctx.audited = deed.is_some();
            runtime.block_on(async {
                let ended = command.run(&ctx).await;
                if let Some(deed) = deed {
                    deed.keep(&ctx, &ended).await;
                }
                crate::telemetry::otel::shutdown().await;
                ended
            })
        }
    }
}

impl Command {
    /// Long-running commands get all cores; the others one thread, which starts faster.
    fn runtime(&self) -> std::io::Result<tokio::runtime::Runtime> {
        let mut builder = if self.is_service() {
            tokio::runtime::Builder::new_multi_thread()
        } else {
            tokio::runtime::Builder::new_current_thread()
        };
        builder.enable_all().build()
    }

    fn is_service(&self) -> bool {
        match self {
            // The dash reads beside the thread that draws.
            Self::Up(_) | Self::Api(_) | Self::Worker(_) | Self::Dash(_) | Self::Top(_) => true,
            Self::Sandbox(Later(args)) => args.is_service(),
            _ => false,
        }
    }

    async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self {
            Self::Up(Later(args)) => args.run(ctx).await,
            Self::Api(Later(args)) => args.run(ctx).await,
            Self::Worker(Later(args)) => args.run(ctx).await,
            Self::Restart(Later(args)) => args.run(ctx).await,
            Self::Scale(Later(args)) => args.run(ctx).await,
            Self::Campaigns(Later(command)) => command.run(ctx).await,
            Self::Leads(Later(command)) => command.run(ctx).await,
            Self::Jobs(Later(command)) => command.run(ctx).await,
            Self::Subreddits(Later(command)) => command.run(ctx).await,
            Self::Queue(Later(command)) => command.run(ctx).await,
            Self::Schedule(Later(command)) => command.run(ctx).await,
            Self::Breaker(Later(command)) => command.run(ctx).await,
            Self::Dlq(Later(command)) => command.run(ctx).await,
            Self::Events(Later(args)) => args.run(ctx).await,
            Self::Workers(Later(command)) => command.run(ctx).await,
            Self::Cache(Later(command)) => command.run(ctx).await,
            Self::Webhooks(Later(command)) => command.run(ctx).await,
            Self::Accounts(Later(command)) => command.run(ctx).await,
            Self::Keys(Later(command)) => command.run(ctx).await,
            Self::Db(Later(command)) => command.run(ctx).await,
            Self::Audit(Later(command)) => command.run(ctx).await,
            Self::Usage(Later(command)) => command.run(ctx).await,
            Self::Dash(Later(args)) => args.run(ctx).await,
            Self::Top(Later(args)) => args.run(ctx).await,
            Self::Status(Later(args)) => args.run(ctx).await,
            Self::Check(Later(args)) => args.run(ctx).await,
            Self::Why(Later(args)) => args.run(ctx).await,
            Self::Trace(Later(args)) => args.run(ctx).await,
            Self::Slo(Later(args)) => args.run(ctx).await,
            Self::Sandbox(Later(args)) => args.run(ctx).await,
            Self::Drill(Later(command)) => command.run(ctx).await,
            Self::Doctor(Later(args)) => args.run(&ctx.globals).await,
            Self::Config(Later(command)) => command.run(&ctx.globals),
            Self::Completions(Later(args)) => args.run(ctx),
            Self::Man(Later(args)) => args.run(ctx),
        }
    }
}
