use std::fmt::Write as _;
use std::fs::{DirBuilder, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use clap::Args;

use super::path::wanted;
use crate::cli::exit::{CliError, Exit};
use crate::cli::globals::Globals;
use crate::cli::output::{ActReport, plain};
use crate::config::KEYS;

/// Whether to replace a file.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl config init
  leadctl config init --config ./leadctl.toml
  leadctl config init --dry-run

Every key stands there as a comment with its default, so that the file changes nothing until you
edit it. It can be read by you alone (mode 0600), as it may come to hold secrets.")]
pub struct InitArgs {
    /// Replace the file that is there
    #[arg(short, long)]
    yes: bool,
    /// Print what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl InitArgs {
    pub(super) fn run(self, globals: &Globals) -> anyhow::Result<Exit> {
        let text = example();
        if self.dry_run {
            crate::cli::output::write_out(&text)?;
            return Ok(Exit::Done);
        }
        let (path, _) = wanted(globals)?;
        let shown = path.display().to_string();
        write(&path, &text, self.yes).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => {
                CliError::refused(format!("{shown} is there already, and was left as it is"))
                    .hint("--yes replaces it; --dry-run prints what would be written")
                    .target(shown.clone())
            }
            _ => CliError::new(Exit::Failed, format!("cannot write {shown}: {error}"))
                .hint("choose another place with --config")
                .target(shown.clone()),
        })?;
        let mut report = ActReport::new(false);
        report.acted(&shown);
        globals.to_output().act(&report, &format!("wrote {}", plain(&shown)))?;
        Ok(Exit::Done)
    }
}

fn write(path: &Path, text: &str, replace: bool) -> io::Result<()> {
    if let Some(dir) = path.parent().filter(|dir| !dir.as_os_str().is_empty() && !dir.is_dir()) {
        DirBuilder::new().recursive(true).mode(0o700).create(dir)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).mode(0o600);
    if replace {
        options.create(true).truncate(true);
    } else {
        options.create_new(true);
    }
    options.open(path)?.write_all(text.as_bytes())
}

/// Every key as a comment.
fn example() -> String {
    let mut text = String::from(
        "# Configuration of leadctl. Environment variables win over this file, flags over both.\n\
         # Take the # away from a key to set it; `leadctl config check` looks at the whole.\n",
    );
    let mut section = "";
    for key in KEYS {
        let (of, name) = key.path.split_once('.').unwrap_or(("", key.path));
        if of != section {
            section = of;
            let _ = write!(text, "\n[{section}]\n");
        }
        let value = if key.default.is_empty() { "\"\"" } else { key.default };
        let _ = write!(text, "\n# {} [{}]\n# {name} = {value}\n", key.help, key.env);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_toml_with_every_key_also_where_nothing_is_a_comment_any_more() {
        let text = example();
        assert!(text.parse::<toml::Table>().is_ok());
        let bare: String = text
            .lines()
            .map(|line| match line.strip_prefix("# ") {
                Some(rest) if KEYS.iter().any(|key| names(key.path, rest)) => rest,
                _ => line,
            })
            .fold(String::new(), |text, line| text + line + "\n");
        let table: toml::Table = bare.parse().unwrap();
        for key in KEYS {
            let mut at = Some(&toml::Value::Table(table.clone())).cloned();
            for part in key.path.split('.') {
                at = at.and_then(|value| value.get(part).cloned());
            }
            assert!(at.is_some(), "{}", key.path);
        }
    }

    fn names(path: &str, line: &str) -> bool {
        let name = path.rsplit('.').next().unwrap();
        line.strip_prefix(name).is_some_and(|rest| rest.starts_with(" = "))
    }
}
