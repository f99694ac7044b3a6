use std::fmt::Write;

use serde::Serialize;

use crate::cli::output::plain;

/// Why something does not get on, or that it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Why {
    /// The queue, or the job as `QUEUE/ID`.
    pub(super) target: String,
    /// It will not get on by itself.
    pub(super) stuck: bool,
    /// One sentence; may hold hostile text.
    pub(super) verdict: String,
    /// What it was concluded from.
    pub(super) evidence: Vec<Evidence>,
    /// What to run, or to do.
    pub(super) command: Option<String>,
}

/// One thing that is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Evidence {
    pub(super) what: &'static str,
    /// May hold hostile text.
    pub(super) value: String,
}

/// A verdict with what to do about it, before its evidence.
pub(super) struct Conclusion {
    pub(super) stuck: bool,
    pub(super) verdict: String,
    pub(super) command: Option<String>,
}

impl Conclusion {
    /// It will not get on by itself.
    pub(super) fn stuck(verdict: impl Into<String>, command: impl Into<String>) -> Self {
        Self { stuck: true, verdict: verdict.into(), command: Some(command.into()) }
    }

    /// It gets on, or is done.
    pub(super) fn fine(verdict: impl Into<String>) -> Self {
        Self { stuck: false, verdict: verdict.into(), command: None }
    }

    /// Adds what could be run.
    pub(super) fn or_run(mut self, command: impl Into<String>) -> Self {
        self.command = Some(command.into());
        self
    }

    /// With what it was concluded from.
    pub(super) fn on(self, target: String, evidence: Vec<Evidence>) -> Why {
        let Self { stuck, verdict, command } = self;
        Why { target, stuck, verdict, evidence, command }
    }
}

/// One thing that is known.
pub(super) fn evidence(what: &'static str, value: impl Into<String>) -> Evidence {
    Evidence { what, value: value.into() }
}

impl Why {
    /// For people.
    pub(super) fn text(&self, color: bool) -> String {
        let (code, mark) = if self.stuck { ("31", "✗") } else { ("32", "✓") };
        let mark = if color { format!("\u{1b}[{code}m{mark}\u{1b}[0m") } else { mark.to_owned() };
        let mut text = format!("{mark} {}\n", plain(&self.verdict));
        if let Some(command) = &self.command {
            let _ = writeln!(text, "    → {}", plain(command));
        }
        text.push('\n');
        for Evidence { what, value } in &self.evidence {
            let _ = writeln!(text, "{what:<14}{}", plain(value));
        }
        text
    }
}
