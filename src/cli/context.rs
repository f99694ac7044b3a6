//! What every command's `run` is given.

use std::io::{self, BufRead, IsTerminal, Write};

use super::exit::CliError;
use super::globals::Globals;
use super::output::Output;
use crate::config::{Loaded, Settings, load};

/// What every command's `run` is given.
#[derive(Debug)]
pub struct Context {
    /// The options that every command takes.
    pub globals: Globals,
    /// How and where to print.
    pub out: Output,
    /// The settings and where they came from.
    pub loaded: Loaded,
}

impl Context {
    /// Reads the configuration.
    ///
    /// # Errors
    /// The configuration is missing or not acceptable.
    pub fn new(globals: Globals) -> anyhow::Result<Self> {
        let loaded = load(&globals.overrides())?;
        Ok(Self { out: globals.to_output(), globals, loaded })
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.loaded.settings
    }

    /// Asks before something is destroyed. With `yes` nothing is asked; without a terminal it is
    /// refused.
    ///
    /// # Errors
    /// Refused, by the person or for want of a terminal.
    pub fn confirm(&self, yes: bool, question: &str) -> anyhow::Result<()> {
        if yes {
            return Ok(());
        }
        if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
            return Err(CliError::refused(format!("{question} This needs a yes."))
                .hint("give --yes, or --dry-run to see what would go")
                .into());
        }
        let mut stderr = io::stderr().lock();
        write!(stderr, "{question} [y/N] ")?;
        stderr.flush()?;
        let mut answer = String::new();
        io::stdin().lock().read_line(&mut answer)?;
        if matches!(answer.trim().to_ascii_lowercase().as_str(), "y" | "yes") {
            Ok(())
        } else {
            Err(CliError::refused("not done: the answer was not yes").into())
        }
    }
}
