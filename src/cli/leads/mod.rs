//! `leadctl leads`: what was found, and what a person makes of it.
//!
//! - [`filter`]: which leads are meant, alike for all commands that take many
//! - [`row`]: a lead as a row of a table and as an object
//! - [`ls`], [`show`]: one file for each command

mod filter;
mod ls;
mod row;
mod show;

use clap::Subcommand;

use super::context::Context;
use super::exit::Exit;

/// What was found: list, read, sort out, take along
#[derive(Debug, Subcommand)]
pub enum LeadsCommand {
    #[command(visible_alias = "list")]
    Ls(ls::LsArgs),
    #[command(visible_alias = "get")]
    Show(show::ShowArgs),
}

impl LeadsCommand {
    /// Does it.
    ///
    /// # Errors
    /// What was named does not exist, a value is not acceptable, or the database cannot be had.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self {
            Self::Ls(args) => args.run(ctx).await,
            Self::Show(args) => args.run(ctx).await,
        }
    }
}
