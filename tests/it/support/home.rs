//! A home directory of one's own, and leadctl run in it as a person would.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// A home directory with nothing in it: no configuration, no data, no variables of the outside.
pub struct Home {
    dir: TempDir,
}

/// How a run of leadctl ended.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Home {
    pub fn new() -> Self {
        Self { dir: tempfile::tempdir().expect("a directory") }
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    /// Where the data is kept; made by leadctl when first needed.
    pub fn data(&self) -> PathBuf {
        self.path().join("data")
    }

    /// Writes a file into the home directory and returns its path.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a directory")).expect("made");
        std::fs::write(&path, text).expect("written");
        path.to_string_lossy().into_owned()
    }

    /// leadctl, to be given arguments, variables or standard input.
    pub fn leadctl(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_leadctl"));
        command.env_clear().env("HOME", self.path()).env("LEADCTL_DATA_DIR", self.data());
        // Nothing leaves this machine.
        command.env("LEADCTL_REDDIT_FEEDS", "false").current_dir(self.path());
        command
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        Ran::of(self.leadctl().args(args))
    }

    pub fn run_with(&self, args: &[&str], stdin: &str) -> Ran {
        Ran::of(self.leadctl().args(args).write_stdin(stdin))
    }

    /// Runs it, expects it to go well, and gives its standard output.
    pub fn out(&self, args: &[&str]) -> String {
        let ran = self.run(args);
        assert_eq!(ran.code, 0, "{args:?}: {}", ran.stderr);
        ran.stdout
    }

    /// The same with `-o json`, parsed.
    pub fn json(&self, args: &[&str]) -> Value {
        let args = [args, &["-o", "json"]].concat();
        serde_json::from_str(&self.out(&args)).expect("one JSON document")
    }
}

impl Ran {
    pub fn of(command: &mut Command) -> Self {
        let output = command.output().expect("leadctl runs");
        let text = |bytes| String::from_utf8(bytes).expect("text");
        Self {
            code: output.status.code().expect("an exit code"),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }
}

/// Settings for snapshots in which times, spans and the home directory read the same in every run.
pub fn steady(home: &Home) -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.add_filter(&regex_escape(&home.path().to_string_lossy()), "[home]");
    settings.add_filter(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", "[time]");
    settings.add_filter(r"\b(in [\dsmhd.]+|[\dsmhd.]+ ago|now), \[time\]", "[span], [time]");
    settings
}

fn regex_escape(text: &str) -> String {
    text.chars()
        .flat_map(|c| if c.is_ascii_alphanumeric() || c == '/' { vec![c] } else { vec!['\\', c] })
        .collect()
}
