//! `leadctl config`: what is configured, where it came from, and whether it is acceptable.
//!
//! These commands work also where the configuration is not acceptable.

mod check;
mod init;
mod path;
mod show;

use clap::Subcommand;

use super::exit::Exit;
use super::globals::Globals;
use crate::config::Origin;

/// What is configured, where each value came from, and whether it is acceptable
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Print every key with its value and where that came from; secrets are never printed
    #[command(visible_aliases = ["ls", "list", "get"])]
    Show(show::ShowArgs),
    /// Look for what is wrong with the configuration
    Check(check::CheckArgs),
    /// Print the path of the configuration file that is read, or would be
    Path(path::PathArgs),
    /// Write a configuration file in which every key is explained
    Init(init::InitArgs),
}

impl ConfigCommand {
    /// Does it.
    ///
    /// # Errors
    /// A file that was named is not there, or the configuration is not acceptable (`check`).
    pub fn run(self, globals: &Globals) -> anyhow::Result<Exit> {
        match self {
            Self::Show(args) => args.run(globals),
            Self::Check(args) => args.run(globals),
            Self::Path(args) => args.run(globals),
            Self::Init(args) => args.run(globals),
        }
    }
}

/// The kind of an origin, in one stable word.
fn kind(origin: &Origin) -> &'static str {
    match origin {
        Origin::Default => "default",
        Origin::File(_) => "file",
        Origin::Env(_) => "environment",
        Origin::Profile(_) => "profile",
        Origin::Flag => "flag",
    }
}

/// Which file or variable, where it is one.
fn source(origin: &Origin) -> Option<String> {
    match origin {
        Origin::File(path) => Some(path.display().to_string()),
        Origin::Env(name) => Some((*name).to_owned()),
        Origin::Profile(_) => Some(origin.to_string()),
        Origin::Default | Origin::Flag => None,
    }
}
