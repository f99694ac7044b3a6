//! `leadctl doctor`: goes through everything the system stands on, and says what is wrong and what
//! to do about it.
//!
//! - [`CHECKS`]: the list of checks; a new one is a function in a file of its own, and a line here
//! - [`facts`]: what the checks are given; nothing is made or migrated for them
//! - [`mod@line`]: what a check says

mod ai;
mod clock;
mod configuration;
mod data_dir;
mod database;
mod facts;
mod line;
mod postgres;
mod processes;
mod queues;
mod reddit;
mod redis;
mod sandbox;

use std::fmt::Write;

use clap::Args;
use futures::future::BoxFuture;
use serde::Serialize;

use super::exit::Exit;
use super::globals::Globals;
use super::output::plain;
use facts::Facts;
use line::{Line, Outcome};
pub(super) use redis::warn_at_start;

/// Look for what is wrong with this installation, and say what to do about it
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl doctor
  leadctl doctor --offline
  leadctl doctor -o json | jq -r '.checks[] | select(.outcome == \"fail\") | .message'

Each line is ok, warn or fail. Exits with 9 where something failed, with 0 where there are warnings
only. Nothing is made, migrated or changed; Reddit is asked for a token, and an AI provider for its
models, where they are configured, for five seconds at most.")]
pub struct DoctorArgs {
    /// Ask nothing of Reddit and the AI provider
    #[arg(long)]
    offline: bool,
}

/// A check: its name, and what it does. It says at least one line.
struct Check {
    name: &'static str,
    run: for<'a> fn(&'a Facts) -> BoxFuture<'a, Vec<Line>>,
}

/// All checks, in the order in which they are told.
const CHECKS: &[Check] = &[
    Check { name: "configuration", run: |f| Box::pin(async { configuration::check(f) }) },
    Check { name: "data directory", run: |f| Box::pin(async { data_dir::check(f) }) },
    Check { name: "database", run: |f| Box::pin(database::check(f)) },
    Check { name: "redis", run: |f| Box::pin(redis::check(f)) },
    Check { name: "queues", run: |f| Box::pin(queues::check(f)) },
    Check { name: "processes", run: |f| Box::pin(processes::check(f)) },
    Check { name: "sandbox", run: |f| Box::pin(sandbox::check(f)) },
    Check { name: "reddit", run: |f| Box::pin(reddit::check(f)) },
    Check { name: "ai", run: |f| Box::pin(ai::check(f)) },
    Check { name: "clock", run: |f| Box::pin(clock::check(f)) },
];

/// What all checks said.
#[derive(Debug, Serialize)]
struct Report {
    ok: bool,
    failures: usize,
    warnings: usize,
    checks: Vec<Told>,
}

#[derive(Debug, Serialize)]
struct Told {
    check: &'static str,
    #[serde(flatten)]
    line: Line,
}

impl DoctorArgs {
    /// Looks.
    ///
    /// # Errors
    /// The configuration file that was named is not there, or standard output cannot be written.
    pub async fn run(self, globals: &Globals) -> anyhow::Result<Exit> {
        let facts = Facts::gather(globals, self.offline).await?;
        let mut checks = Vec::new();
        for check in CHECKS {
            let lines = (check.run)(&facts).await;
            checks.extend(lines.into_iter().map(|line| Told { check: check.name, line }));
            if facts.loaded.is_none() {
                // The configuration comes first, and all the others need it.
                let line = Line::warn("not looked at", "mend the configuration first");
                checks.push(Told { check: "all else", line });
                break;
            }
        }
        facts.close().await;
        let report = Report::of(checks);
        let out = globals.to_output();
        out.show(&report, || report.text(out.color))?;
        Ok(if report.ok { Exit::Done } else { Exit::Finding })
    }
}

impl Report {
    fn of(checks: Vec<Told>) -> Self {
        let count = |outcome| checks.iter().filter(|told| told.line.outcome == outcome).count();
        let (failures, warnings) = (count(Outcome::Fail), count(Outcome::Warn));
        Self { ok: failures == 0, failures, warnings, checks }
    }

    fn text(&self, color: bool) -> String {
        let mut text = String::new();
        let width = CHECKS.iter().map(|check| check.name.len()).max().unwrap_or(0);
        for Told { check, line } in &self.checks {
            let word = format!("{:<4}", line.outcome.as_str());
            let word = if color { line.outcome.colored(&word) } else { word };
            let _ = writeln!(text, "{word}  {check:<width$}  {}", plain(&line.message));
            if let Some(hint) = &line.hint {
                let _ = writeln!(text, "{:width$}        -> {}", "", plain(hint));
            }
        }
        let _ = writeln!(text, "\n{}", self.verdict());
        text
    }

    fn verdict(&self) -> String {
        let count = |n: usize, noun: &str| match n {
            0 => None,
            1 => Some(format!("1 {noun}")),
            n => Some(format!("{n} {noun}s")),
        };
        let parts: Vec<String> = [count(self.failures, "failure"), count(self.warnings, "warning")]
            .into_iter()
            .flatten()
            .collect();
        if parts.is_empty() { "all is well".to_owned() } else { parts.join(", ") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_decide_and_hints_stand_below_their_line() {
        let told = |check, line| Told { check, line };
        let report = Report::of(vec![
            told("database", Line::ok("in one file")),
            told("reddit", Line::warn("no credentials\u{1b}[2J", "get some")),
            told("clock", Line::fail("it is 1970", "set it")),
        ]);
        assert!(!report.ok);
        insta::assert_snapshot!(report.text(false));
        let fine = Report::of(vec![told("database", Line::ok("x"))]);
        assert!(fine.ok && fine.text(false).ends_with("\nall is well\n"));
    }
}
