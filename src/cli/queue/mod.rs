//! `leadctl queue`: what waits, what is stopped, and how to sweep.
//!
//! - [`ls`], [`show`], [`top`]: look
//! - [`pause`]: `pause` and `resume`
//! - [`drain`], [`clean`], [`obliterate`]: remove jobs
//! - [`known`]: which queues there are

mod clean;
mod drain;
pub(super) mod known;
mod ls;
mod obliterate;
mod pause;
mod show;
mod top;

use clap::Subcommand;

use super::context::Context;
use super::exit::Exit;

/// See what waits in the queues, stop them, sweep them
#[derive(Debug, Subcommand)]
pub enum QueueCommand {
    /// List the queues: how many jobs are where, since when, and who works on them
    #[command(visible_alias = "list")]
    Ls(ls::LsArgs),
    /// Show all about one queue
    #[command(visible_alias = "get")]
    Show(show::ShowArgs),
    /// Watch depths and rates as they change
    Top(top::TopArgs),
    /// Let no further job start; those at hand go on
    Pause(pause::PauseArgs),
    /// Let jobs start again
    Resume(pause::ResumeArgs),
    /// Remove all jobs that wait
    Drain(drain::DrainArgs),
    /// Remove jobs in one state that have been in it for long
    Clean(clean::CleanArgs),
    /// Remove a queue with all that it has
    Obliterate(obliterate::ObliterateArgs),
}

impl QueueCommand {
    /// Does it.
    ///
    /// # Errors
    /// There is no such queue, it was refused, or the queue cannot be reached.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self {
            Self::Ls(args) => args.run(ctx).await,
            Self::Show(args) => args.run(ctx).await,
            Self::Pause(args) => args.run(ctx).await,
            Self::Resume(args) => args.run(ctx).await,
            Self::Drain(args) => args.run(ctx).await,
            Self::Clean(args) => args.run(ctx).await,
            Self::Top(args) => args.run(ctx).await,
            Self::Obliterate(args) => args.run(ctx).await,
        }
    }
}
