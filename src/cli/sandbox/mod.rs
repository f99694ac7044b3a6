//! `leadctl sandbox`: a stand-in for Reddit and an AI provider, and how well it was searched.
//!
//! - [`serve`]: play them
//! - [`verify`]: send recorded exchanges through the real client
//! - [`fault`], [`stats`]: make a running one fail, and see what it was asked
//! - [`score`]: compare what was found with the truth
//! - [`mod@env`]: the variables that lead other commands to it
//! - [`find`]: which sandbox is meant

mod env;
mod fault;
pub(in crate::cli) mod find;
mod score;
mod serve;
mod stats;
mod verify;

use clap::{Args, Subcommand};

use super::context::Context;
use super::exit::Exit;

/// Try the system without accounts: invented posts, and the truth about them
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "\
Examples:
  leadctl sandbox                  serve, as `leadctl sandbox serve` does
  leadctl sandbox fault ai --mode 503 --for 30s
  leadctl sandbox score            how well the leads found fit the truth"
)]
pub struct SandboxArgs {
    #[command(subcommand)]
    command: Option<SandboxCommand>,
    #[command(flatten)]
    serve: serve::ServeArgs,
}

/// What can be done with it.
#[derive(Debug, Subcommand)]
enum SandboxCommand {
    /// Play Reddit and an OpenAI-compatible provider in the foreground (also without this word)
    Serve(serve::ServeArgs),
    /// Make a running sandbox fail in a chosen way for a while
    #[command(visible_alias = "faults")]
    Fault(fault::FaultArgs),
    /// Show what a running sandbox was asked, and which of it was struck by a fault
    #[command(visible_alias = "stat")]
    Stats(stats::StatsArgs),
    /// Compare the leads found with the truth about the invented posts
    Score(score::ScoreArgs),
    /// Print the variables that lead the other commands to the sandbox
    Env(env::EnvArgs),
}

impl SandboxArgs {
    /// Whether it runs until told to stop.
    pub fn is_service(&self) -> bool {
        match &self.command {
            None => self.serve.is_service(),
            Some(SandboxCommand::Serve(args)) => args.is_service(),
            Some(_) => false,
        }
    }

    /// Does it.
    ///
    /// # Errors
    /// No sandbox was ever started on the data directory, it cannot be reached, the address or the
    /// database cannot be had, or the score is too low.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self.command {
            None => self.serve.run(ctx).await,
            Some(SandboxCommand::Serve(args)) => args.run(ctx).await,
            Some(SandboxCommand::Fault(args)) => args.run(ctx).await,
            Some(SandboxCommand::Stats(args)) => args.run(ctx).await,
            Some(SandboxCommand::Score(args)) => args.run(ctx).await,
            Some(SandboxCommand::Env(args)) => args.run(ctx),
        }
    }
}
