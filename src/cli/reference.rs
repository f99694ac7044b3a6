//! What is generated from the command line itself: completions, manual pages and the reference.

use std::fmt::Write;
use std::io;
use std::path::Path;

use clap::Command;
use clap_complete::Shell;

pub use super::later::whole;
use crate::config::KEYS;

/// Width of the help texts in docs/commands.md, in columns.
const WIDTH: usize = 100;

/// The completion script of one shell.
pub fn completion(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut whole(), "leadctl", &mut script);
    script
}

/// The file name under which a shell looks for [`completion`].
pub fn completion_file(shell: Shell) -> String {
    match shell {
        Shell::Zsh => "_leadctl".to_owned(),
        Shell::Fish => "leadctl.fish".to_owned(),
        Shell::PowerShell => "_leadctl.ps1".to_owned(),
        Shell::Elvish => "leadctl.elv".to_owned(),
        // Bash, and whatever clap_complete learns later.
        _ => "leadctl.bash".to_owned(),
    }
}

/// The manual page of `leadctl` itself, as roff.
///
/// # Errors
/// Never in practice: it is written to memory.
pub fn man_page() -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    clap_mangen::Man::new(whole()).render(&mut page)?;
    Ok(page)
}

/// Writes a manual page for every command into `dir`: `leadctl.1`, `leadctl-jobs.1`, and so on.
/// Returns how many.
///
/// # Errors
/// The directory or a file in it cannot be written.
pub fn write_man_pages(dir: &Path) -> io::Result<usize> {
    std::fs::create_dir_all(dir)?;
    let mut count = 0;
    for (path, command) in all_commands() {
        let name: &'static str = Box::leak(path.replace(' ', "-").into_boxed_str());
        let mut page = Vec::new();
        clap_mangen::Man::new(command.name(name).display_name(name)).render(&mut page)?;
        std::fs::write(dir.join(format!("{name}.1")), page)?;
        count += 1;
    }
    Ok(count)
}

/// docs/commands.md: the help text of every command.
pub fn commands_markdown() -> String {
    let commands = all_commands();
    let mut page = String::from(
        "# Commands\n\nGenerated from the code; `just bless` rewrites it. The options of every \
         command are shown\nonce, under `leadctl`.\n\n",
    );
    for (path, _) in &commands {
        // Writing to a String cannot fail.
        let _ = writeln!(page, "- [`{path}`](#{})", path.replace(' ', "-"));
    }
    for (path, command) in commands {
        let help = command.term_width(WIDTH).render_long_help().to_string();
        let _ = write!(page, "\n## {path}\n\n```text\n{}\n```\n", lines(&help));
    }
    page
}

/// docs/configuration.md: every setting.
pub fn configuration_markdown() -> String {
    let mut page = String::from(
        "# Configuration\n\nGenerated from the code; `just bless` rewrites it.\n\nDefaults < \
         file < environment < flags. The file is `$XDG_CONFIG_HOME/leadctl/config.toml`\n\
         (`~/.config/leadctl/config.toml`), or what `--config` or `LEADCTL_CONFIG` names. \
         `leadctl config show`\nprints every value and where it came from; secrets are never \
         printed. Keys with a dot stand in a\nsection: `worker.concurrency` is `concurrency` \
         under `[worker]`.\n\n| key | variable | default | what it is for |\n\
         | --- | --- | --- | --- |\n",
    );
    for key in KEYS {
        let default = match key.default {
            "" => "none".to_owned(),
            value => format!("`{value}`"),
        };
        let secret = if key.secret { " **Secret.**" } else { "" };
        let _ = writeln!(
            page,
            "| `{}` | `{}` | {default} | {}.{secret} |",
            key.path, key.env, key.help
        );
    }
    page
}

/// Every command with its full name, in the order of the help. Options of every command are hidden
/// in all but the first.
fn all_commands() -> Vec<(String, Command)> {
    let mut root = whole();
    root.build();
    let mut found = vec![("leadctl".to_owned(), root.clone())];
    gather("leadctl", &root, &mut found);
    found
}

fn gather(path: &str, command: &Command, found: &mut Vec<(String, Command)>) {
    for sub in command.get_subcommands().filter(|s| s.get_name() != "help" && !s.is_hide_set()) {
        let path = format!("{path} {}", sub.get_name());
        let shown = sub
            .clone()
            .bin_name(&path)
            .mut_args(|arg| if arg.is_global_set() { arg.hide(true) } else { arg });
        found.push((path.clone(), shown));
        gather(&path, sub, found);
    }
}

/// The text without blanks at the ends of lines.
fn lines(text: &str) -> String {
    text.trim_end().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}
