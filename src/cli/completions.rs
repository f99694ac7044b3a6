//! `leadctl completions`: the completion script of a shell.

use std::io::Write;

use clap::Args;
use clap_complete::Shell;

use super::context::Context;
use super::exit::Exit;
use super::reference;

/// Print the completion script of a shell
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl completions bash > ~/.local/share/bash-completion/completions/leadctl
  leadctl completions zsh > \"${fpath[1]}/_leadctl\"
  leadctl completions fish > ~/.config/fish/completions/leadctl.fish")]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl CompletionsArgs {
    /// Prints it.
    ///
    /// # Errors
    /// Standard output cannot be written.
    pub fn run(self, _ctx: &Context) -> anyhow::Result<Exit> {
        std::io::stdout().lock().write_all(&reference::completion(self.shell))?;
        Ok(Exit::Done)
    }
}
