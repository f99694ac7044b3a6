//! `leadctl leads`: what was found, and what a person makes of it.
//!
//! - [`filter`]: which leads are meant, alike for all commands that take many
//! - [`atomic_file`]: a file that appears whole or not at all
//! - [`import_report`]: what an import came to
//! - [`labels`]: posts with what a person says of them
//! - [`row`]: a lead as a row of a table and as an object
//! - [`ls`], [`show`], [`set_status`], [`export`], [`import`], [`eval`]: one file for each command

mod atomic_file;
mod eval;
mod export;
mod filter;
mod import;
mod import_report;
mod labels;
mod ls;
mod row;
mod set_status;
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
    SetStatus(set_status::SetStatusArgs),
    Export(export::ExportArgs),
    Import(import::ImportArgs),
    #[command(visible_alias = "evaluate")]
    Eval(eval::EvalArgs),
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
            Self::SetStatus(args) => args.run(ctx).await,
            Self::Export(args) => args.run(ctx).await,
            Self::Import(args) => args.run(ctx).await,
            Self::Eval(args) => args.run(ctx).await,
        }
    }
}
