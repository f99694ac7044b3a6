use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::cli::exit::{CliError, Exit};
use crate::cli::globals::Globals;
use crate::cli::output::plain;
use crate::config::default_file;

/// Nothing to choose.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl config path
  $EDITOR \"$(leadctl config path)\"")]
pub struct PathArgs {}

/// Where the file is.
#[derive(Debug, Serialize)]
struct Place {
    path: String,
    exists: bool,
    /// `flag`, `environment` or `default`.
    origin: &'static str,
}

impl PathArgs {
    pub(super) fn run(self, globals: &Globals) -> anyhow::Result<Exit> {
        let (path, origin) = wanted(globals)?;
        let exists = path.is_file();
        let place = Place { path: path.display().to_string(), exists, origin };
        let out = globals.to_output();
        out.show(&place, || format!("{}\n", plain(&place.path)))?;
        if !exists {
            out.note("there is no such file yet; `leadctl config init` writes one");
        }
        Ok(Exit::Done)
    }
}

/// The file that is read, or would be, and who says so.
pub(super) fn wanted(globals: &Globals) -> Result<(PathBuf, &'static str), CliError> {
    if let Some(path) = &globals.config {
        return Ok((path.clone(), "flag"));
    }
    if let Some(path) = std::env::var_os("LEADCTL_CONFIG").filter(|path| !path.is_empty()) {
        return Ok((path.into(), "environment"));
    }
    default_file().map(|path| (path, "default")).ok_or_else(|| {
        CliError::new(Exit::Failed, "there is no home directory to look for a file in")
            .hint("name one with --config or LEADCTL_CONFIG")
    })
}
