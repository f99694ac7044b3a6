use std::fmt::Write;

use clap::Args;
use serde::Serialize;

use super::{kind, source};
use crate::cli::exit::Exit;
use crate::cli::globals::Globals;
use crate::cli::output::plain;
use crate::config::{Checked, Problem, check};

/// Nothing to choose.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl config check
  leadctl config check --config /etc/leadctl/config.toml -o json

Names every problem at once, and exits with 2 where there is one. Warnings are for what is
acceptable but hardly meant; they do not change the exit code.")]
pub struct CheckArgs {}

/// What was found.
#[derive(Debug, Serialize)]
struct Report {
    ok: bool,
    file: Option<String>,
    problems: Vec<Line>,
    warnings: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    key: Option<String>,
    origin: &'static str,
    source: Option<String>,
    message: String,
    #[serde(skip)]
    text: String,
}

impl From<&Problem> for Line {
    fn from(problem: &Problem) -> Self {
        Self {
            key: Some(problem.key.clone()).filter(|key| !key.is_empty()),
            origin: kind(&problem.origin),
            source: source(&problem.origin),
            message: problem.why.clone(),
            text: problem.to_string(),
        }
    }
}

impl CheckArgs {
    pub(super) fn run(self, globals: &Globals) -> anyhow::Result<Exit> {
        let overrides = globals.overrides();
        let checked = check(&overrides)?;
        let file = crate::config::layers(&overrides)?.file;
        let report = report(&checked, file.map(|path| path.display().to_string()));
        globals.to_output().show(&report, || text(&report))?;
        Ok(if report.ok { Exit::Done } else { Exit::Usage })
    }
}

fn report(checked: &Checked, file: Option<String>) -> Report {
    Report {
        ok: checked.problems.is_empty(),
        file,
        problems: checked.problems.iter().map(Line::from).collect(),
        warnings: checked.warnings.iter().map(Line::from).collect(),
    }
}

fn text(report: &Report) -> String {
    let mut text = String::new();
    for (name, lines) in [("problem", &report.problems), ("warning", &report.warnings)] {
        for line in lines {
            let _ = writeln!(text, "{name}  {}", plain(&line.text));
        }
    }
    let place = match &report.file {
        Some(file) => format!("file {}", plain(file)),
        None => "no file".to_owned(),
    };
    let verdict = match (report.problems.len(), report.warnings.len()) {
        (0, 0) => "acceptable".to_owned(),
        (0, warnings) => format!("acceptable; warnings: {warnings}"),
        (problems, warnings) => {
            format!("not acceptable; problems: {problems}, warnings: {warnings}")
        }
    };
    let _ = writeln!(text, "the configuration ({place}) is {verdict}");
    text
}
