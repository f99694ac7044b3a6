//! `leadctl audit`: what operators have done.
//!
//! - [`ls`], [`show`]: look
//! - [`Deed`]: what was asked for on the command line, and how it is kept

mod deed;
mod ls;
mod show;

use clap::Subcommand;

pub(super) use deed::Deed;
pub(crate) use deed::from_dash;

use super::context::Context;
use super::exit::Exit;

/// See what operators have done: who, when, to what, and how it ended
#[derive(Debug, Subcommand)]
pub enum AuditCommand {
    /// List what was done, newest first
    #[command(visible_alias = "list")]
    Ls(ls::LsArgs),
    /// Show all that is kept of one action
    #[command(visible_alias = "get")]
    Show(show::ShowArgs),
}

impl AuditCommand {
    /// Does it.
    ///
    /// # Errors
    /// There is no such action, a value is wrong, or the database cannot be had.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self {
            Self::Ls(args) => args.run(ctx).await,
            Self::Show(args) => args.run(ctx).await,
        }
    }
}
