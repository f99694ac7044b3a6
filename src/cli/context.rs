//! What every command's `run` is given.

use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::{Mutex, PoisonError};

use super::exit::{CliError, Exit};
use super::globals::Globals;
use super::output::{ActReport, Output, plain};
use crate::config::{Loaded, Settings, load};
use crate::db::Db;
use crate::services::Services;

/// What every command's `run` is given.
#[derive(Debug)]
pub struct Context {
    /// The options that every command takes.
    pub globals: Globals,
    /// How and where to print.
    pub out: Output,
    /// The settings and where they came from.
    pub loaded: Loaded,
    /// What the command does is to be kept in the audit trail.
    pub(super) audited: bool,
    /// The database of an audited command that has ended.
    left_open: Mutex<Option<Db>>,
}

impl Context {
    /// Reads the configuration.
    ///
    /// # Errors
    /// The configuration is missing or not acceptable.
    pub fn new(globals: Globals) -> anyhow::Result<Self> {
        let loaded = load(&globals.overrides())?;
        let out = globals.to_output();
        Ok(Self { out, globals, loaded, audited: false, left_open: Mutex::default() })
    }

    /// Ends what a command worked with. The database stays open for the audit trail where what the
    /// command did belongs there: to open it once more takes as long as a small command.
    pub async fn close(&self, services: Services) {
        if !self.audited {
            return services.close().await;
        }
        services.hand_on().await;
        let before =
            self.left_open.lock().unwrap_or_else(PoisonError::into_inner).replace(services.db);
        if let Some(before) = before {
            before.close().await;
        }
    }

    /// The database that [`close`](Self::close) has left open; whoever takes it closes it.
    pub(super) fn left_open(&self) -> Option<Db> {
        self.left_open.lock().unwrap_or_else(PoisonError::into_inner).take()
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
        self.must_be_able_to_ask(yes, question)?;
        let answer = ask(&format!("{question} [y/N] "))?;
        if matches!(answer.to_ascii_lowercase().as_str(), "y" | "yes") {
            Ok(())
        } else {
            Err(CliError::refused("not done: the answer was not yes").into())
        }
    }

    /// Asks for `name` to be typed before much is destroyed at once. With `yes` nothing is asked;
    /// without a terminal it is refused.
    ///
    /// # Errors
    /// Refused, by the person or for want of a terminal.
    pub fn confirm_by_name(&self, yes: bool, question: &str, name: &str) -> anyhow::Result<()> {
        if yes {
            return Ok(());
        }
        self.must_be_able_to_ask(yes, question)?;
        let shown = plain(name);
        if ask(&format!("{question}\nType {shown} to do it: "))? == shown {
            Ok(())
        } else {
            Err(CliError::refused(format!("not done: what was typed is not {shown}")).into())
        }
    }

    /// Does something that `work` asks about, unless it is `sure`: refused before anything is opened
    /// where nobody could answer. Prints what `work` reports, with its lines for people.
    ///
    /// # Errors
    /// Refused for want of a terminal, the services cannot be opened, or those of `work`.
    pub async fn act_when_sure(
        &self,
        sure: bool,
        question: &str,
        work: impl AsyncFnOnce(&Services) -> anyhow::Result<(ActReport, Vec<String>)>,
    ) -> anyhow::Result<Exit> {
        self.must_be_able_to_ask(sure, question)?;
        let services = Services::open(self.settings().clone()).await?;
        let done = work(&services).await;
        self.close(services).await;
        let (report, lines) = done?;
        self.out.act(&report, &lines.join("\n"))?;
        Ok(Exit::Done)
    }

    /// Refuses what would have to ask where nobody can answer; to be called before anything is
    /// connected to.
    ///
    /// # Errors
    /// Refused for want of a terminal.
    pub fn must_be_able_to_ask(&self, yes: bool, question: &str) -> Result<(), CliError> {
        if yes || (io::stdin().is_terminal() && io::stderr().is_terminal()) {
            return Ok(());
        }
        Err(CliError::refused(format!("{question} This needs a yes."))
            .hint("give --yes, or --dry-run to see what would go"))
    }
}

fn ask(question: &str) -> anyhow::Result<String> {
    let mut stderr = io::stderr().lock();
    write!(stderr, "{question}")?;
    stderr.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(answer.trim().to_owned())
}
