//! `leadctl man`: the manual pages.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::context::Context;
use super::exit::{CliError, Exit};
use super::reference;

/// Print the manual page, or write those of all commands
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl man | man -l -
  leadctl man --dir ~/.local/share/man/man1 && man leadctl-jobs")]
pub struct ManArgs {
    /// Write a page for every command into this directory
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

impl ManArgs {
    /// Prints or writes them.
    ///
    /// # Errors
    /// Standard output or the directory cannot be written.
    pub fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let Some(dir) = self.dir else {
            std::io::stdout().lock().write_all(&reference::man_page()?)?;
            return Ok(Exit::Done);
        };
        let count = reference::write_man_pages(&dir).map_err(|error| {
            CliError::new(
                Exit::Failed,
                format!("cannot write manual pages to {}: {error}", dir.display()),
            )
            .hint("name a directory that you may write to")
            .target(dir.display().to_string())
        })?;
        ctx.out.note(&format!("{count} manual pages written to {}", dir.display()));
        Ok(Exit::Done)
    }
}
