//! `leadctl schedule`: jobs that recur.
//!
//! - [`ls`], [`show`]: look, with the next times
//! - [`set`]: make one or change it
//! - [`rm`], [`run`]: remove one, or add its job now
//! - [`find`]: which schedule an id means

mod find;
mod ls;
mod rm;
mod run;
mod set;
mod show;

use clap::Subcommand;

use super::context::Context;
use super::exit::Exit;

/// See and change the jobs that recur
#[derive(Debug, Subcommand)]
pub enum ScheduleCommand {
    /// List the schedules: how each recurs, and its next and last time
    #[command(visible_alias = "list")]
    Ls(ls::LsArgs),
    /// Show one schedule and its next five times
    #[command(visible_alias = "get")]
    Show(show::ShowArgs),
    /// Make a schedule or change it
    Set(Box<set::SetArgs>),
    /// Remove schedules
    #[command(visible_aliases = ["remove", "delete"])]
    Rm(rm::RmArgs),
    /// Add the job of a schedule now, beside its next regular one
    Run(run::RunArgs),
}

impl ScheduleCommand {
    /// Does it.
    ///
    /// # Errors
    /// There is no such schedule, a value is wrong, it was refused, or the queue cannot be reached.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self {
            Self::Ls(args) => args.run(ctx).await,
            Self::Show(args) => args.run(ctx).await,
            Self::Set(args) => args.run(ctx).await,
            Self::Rm(args) => args.run(ctx).await,
            Self::Run(args) => args.run(ctx).await,
        }
    }
}
