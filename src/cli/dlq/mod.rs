//! `leadctl dlq`: jobs that failed for good, by what they failed of.
//!
//! - [`mod@signature`]: what errors have in common
//! - [`which`]: which dead letters a command is about, and reading them
//! - [`ls`], [`show`], [`export`]: looking
//! - [`retry`], [`rm`]: acting; [`pace`] and [`relapse`] keep a retry from doing harm

mod export;
mod ls;
mod pace;
mod relapse;
mod retry;
mod rm;
mod show;
mod signature;
mod which;

pub(crate) use signature::{group_id, signature};

use clap::Subcommand;

use super::context::Context;
use super::exit::Exit;

/// See and settle the jobs that failed for good, by error
#[derive(Debug, Subcommand)]
#[command(after_help = "\
A dead letter is a failed job with no attempts left. Those of one queue that failed of the same
error, numbers, ids, quoted text and addresses aside, make a group.

Examples:
  leadctl dlq ls --all-queues
  leadctl dlq show 3fa9c1d2e4
  leadctl dlq retry 3fa9c1d2e4 --rate 5/s --dry-run")]
pub enum DlqCommand {
    /// List the groups: how many, since when, an example
    #[command(visible_alias = "list")]
    Ls(ls::LsArgs),
    /// List the jobs of groups
    #[command(visible_alias = "get")]
    Show(show::ShowArgs),
    /// Run the jobs of groups again, at a pace
    Retry(retry::RetryArgs),
    /// Remove the jobs of groups
    #[command(visible_aliases = ["remove", "delete"])]
    Rm(rm::RmArgs),
    /// Print the jobs of groups for other programs
    Export(export::ExportArgs),
}

impl DlqCommand {
    /// Does it.
    ///
    /// # Errors
    /// There is no such group or queue, it was refused, or the queue cannot be reached.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self {
            Self::Ls(args) => args.run(ctx).await,
            Self::Show(args) => args.run(ctx).await,
            Self::Retry(args) => args.run(ctx).await,
            Self::Rm(args) => args.run(ctx).await,
            Self::Export(args) => args.run(ctx).await,
        }
    }
}
