//! `leadctl db`: the database itself.
//!
//! - [`copy`]: from one machine to many

mod copy;

use clap::Subcommand;

use super::context::Context;
use super::exit::Exit;

/// Look after the database
#[derive(Debug, Subcommand)]
pub enum DbCommand {
    /// Copy an embedded installation to Postgres
    Copy(copy::CopyArgs),
}

impl DbCommand {
    /// Does it.
    ///
    /// # Errors
    /// The database cannot be reached, or it was refused.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self {
            Self::Copy(args) => args.run(ctx).await,
        }
    }
}
