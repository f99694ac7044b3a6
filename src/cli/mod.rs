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
    Up(up::UpArgs),
    Dash(dash::DashArgs),
    Top(dash::TopArgs),
    Status(status::StatusArgs),
    Check(check::CheckArgs),
    Why(why::WhyArgs),
    Trace(trace::TraceArgs),
    Api(api::ApiArgs),
    Worker(worker::WorkerArgs),
    Restart(processes::RestartArgs),
    Scale(processes::ScaleArgs),
    #[command(subcommand, visible_alias = "campaign")]
    Campaigns(campaigns::CampaignsCommand),
    #[command(subcommand, visible_alias = "lead")]
    Leads(leads::LeadsCommand),
    #[command(subcommand, visible_alias = "job")]
    Jobs(jobs::JobsCommand),
    #[command(subcommand, visible_alias = "subreddit")]
    Subreddits(subreddits::SubredditsCommand),
    #[command(subcommand, visible_alias = "queues")]
    Queue(queue::QueueCommand),
    #[command(subcommand, visible_alias = "schedules")]
    Schedule(schedule::ScheduleCommand),
    #[command(subcommand, visible_alias = "breakers")]
    Breaker(breaker::BreakerCommand),
    #[command(subcommand, visible_alias = "dead-letters")]
    Dlq(dlq::DlqCommand),
    #[command(visible_alias = "event")]
    Events(events::EventsArgs),
    #[command(subcommand)]
    Workers(workers::WorkersCommand),
    #[command(subcommand)]
    Cache(cache::CacheCommand),
    #[command(subcommand, visible_alias = "webhook")]
    Webhooks(webhooks::WebhooksCommand),
    #[command(subcommand, visible_alias = "account")]
    Accounts(accounts::AccountsCommand),
    #[command(subcommand, visible_alias = "key")]
    Keys(keys::KeysCommand),
    #[command(subcommand, visible_alias = "database")]
    Db(db::DbCommand),
    #[command(subcommand)]
    Audit(audit::AuditCommand),
    #[command(subcommand)]
    Usage(usage::UsageCommand),
    Slo(slo::SloArgs),
    Sandbox(sandbox::SandboxArgs),
    #[command(subcommand, visible_alias = "drills")]
    Drill(drill::DrillCommand),
    Doctor(doctor::DoctorArgs),
    #[command(subcommand)]
    Config(config::ConfigCommand),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
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
        Command::Config(command) => command.run(&cli.globals),
        Command::Doctor(args) => runtime.block_on(args.run(&cli.globals)),
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
            Self::Sandbox(args) => args.is_service(),
            _ => false,
        }
    }

    async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self {
            Self::Up(args) => args.run(ctx).await,
            Self::Api(args) => args.run(ctx).await,
            Self::Worker(args) => args.run(ctx).await,
            Self::Restart(args) => args.run(ctx).await,
            Self::Scale(args) => args.run(ctx).await,
            Self::Campaigns(command) => command.run(ctx).await,
            Self::Leads(command) => command.run(ctx).await,
            Self::Jobs(command) => command.run(ctx).await,
            Self::Subreddits(command) => command.run(ctx).await,
            Self::Queue(command) => command.run(ctx).await,
            Self::Schedule(command) => command.run(ctx).await,
            Self::Breaker(command) => command.run(ctx).await,
            Self::Dlq(command) => command.run(ctx).await,
            Self::Events(args) => args.run(ctx).await,
            Self::Workers(command) => command.run(ctx).await,
            Self::Cache(command) => command.run(ctx).await,
            Self::Webhooks(command) => command.run(ctx).await,
            Self::Accounts(command) => command.run(ctx).await,
            Self::Keys(command) => command.run(ctx).await,
            Self::Db(command) => command.run(ctx).await,
            Self::Audit(command) => command.run(ctx).await,
            Self::Usage(command) => command.run(ctx).await,
            Self::Dash(args) => args.run(ctx).await,
            Self::Top(args) => args.run(ctx).await,
            Self::Status(args) => args.run(ctx).await,
            Self::Check(args) => args.run(ctx).await,
            Self::Why(args) => args.run(ctx).await,
            Self::Trace(args) => args.run(ctx).await,
            Self::Slo(args) => args.run(ctx).await,
            Self::Sandbox(args) => args.run(ctx).await,
            Self::Drill(command) => command.run(ctx).await,
            Self::Doctor(args) => args.run(&ctx.globals).await,
            Self::Config(command) => command.run(&ctx.globals),
            Self::Completions(args) => args.run(ctx),
            Self::Man(args) => args.run(ctx),
        }
    }
}
