//! `leadctl usage`: what AI providers were asked, what that cost, and what may be spent.
//!
//! - [`ls`]: what was used
//! - [`budget`]: what may be spent

pub(super) mod budget;
mod ls;

use clap::Subcommand;

use super::context::Context;
use super::exit::Exit;

/// See what AI providers were asked and what that cost, and bound it
#[derive(Debug, Subcommand)]
pub enum UsageCommand {
    /// List what was used, by month, provider, model and user, or summed up
    #[command(visible_alias = "list")]
    Ls(ls::LsArgs),
    /// See and set what may be spent in a month
    #[command(subcommand, visible_alias = "budgets")]
    Budget(budget::BudgetCommand),
}

impl UsageCommand {
    /// Does it.
    ///
    /// # Errors
    /// There is no such user, a value is wrong, or the database cannot be had.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self {
            Self::Ls(args) => args.run(ctx).await,
            Self::Budget(command) => command.run(ctx).await,
        }
    }
}
