//! `leadctl restart` and `leadctl scale`: the processes of a running `leadctl up`.

mod restart;
mod scale;

use std::time::Duration;

use clap::ValueEnum;
use indicatif::ProgressBar;

pub use restart::RestartArgs;
pub use scale::ScaleArgs;

use super::context::Context;
use super::exit::{CliError, Exit};
use crate::supervisor::control::{Code, ControlError, Request, ask};
use crate::supervisor::{ChildKind, ChildState, Step};

/// Longest time where nobody says.
const TIMEOUT: &str = "5m";
/// What the supervisor may take beyond the time asked for until it answers.
const GRACE: Duration = Duration::from_secs(5);
/// Longest wait for an answer that needs no work.
const PROMPT: Duration = Duration::from_secs(10);

/// Processes that can be replaced, started and stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Those that answer HTTP
    #[value(alias = "apis")]
    Api,
    /// Those that work on jobs
    #[value(alias = "workers")]
    Worker,
}

impl From<Kind> for ChildKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Api => Self::Api,
            Kind::Worker => Self::Worker,
        }
    }
}

/// The processes that run now.
async fn list(ctx: &Context) -> Result<Vec<ChildState>, CliError> {
    let dir = &ctx.settings().data_dir;
    ask(dir, &Request::List, PROMPT, |_| {}).await.map_err(said)
}

/// Asks for a change, showing on a terminal what is being done, and gives the steps that were taken
/// beside how it ended.
async fn change(
    ctx: &Context,
    request: &Request,
    timeout: Duration,
) -> (Vec<Step>, Result<Vec<ChildState>, CliError>) {
    let spinner = ctx.out.progress("{spinner} {elapsed} {wide_msg}", ProgressBar::new_spinner);
    spinner.enable_steady_tick(Duration::from_millis(100));
    let mut steps = Vec::new();
    let told = |step: Step| {
        spinner.set_message(in_words(&step));
        steps.push(step);
    };
    let done = ask(&ctx.settings().data_dir, request, timeout + GRACE, told).await;
    spinner.finish_and_clear();
    (steps, done.map_err(said))
}

fn in_words(step: &Step) -> String {
    match step {
        Step::Replacing { name } => format!("{name} is being replaced"),
        Step::Replaced { name, old: 0, new, .. } => format!("{name} was started: process {new}"),
        Step::Replaced { name, old, new, took_ms } => {
            let took = super::time::span(Duration::from_millis(*took_ms));
            format!("{name} was replaced in {took}: process {old} → {new}")
        }
        Step::Added { name, pid } => format!("{name} was started: process {pid}"),
        Step::Removed { name } => format!("{name} has ended"),
    }
}

fn said(error: ControlError) -> CliError {
    let exit = match &error {
        ControlError::NotRunning(_) => Exit::NotFound,
        ControlError::Silent(_) => Exit::TimedOut,
        ControlError::Odd(_) => Exit::Failed,
        ControlError::Io(_) => Exit::Unreachable,
        ControlError::Refused { code, .. } => match code {
            Code::Busy => Exit::Refused,
            Code::NotFound => Exit::NotFound,
            Code::Invalid => Exit::Usage,
            Code::TimedOut => Exit::TimedOut,
            Code::Failed => Exit::Failed,
        },
    };
    let hint = match &error {
        ControlError::NotRunning(_) => {
            "processes started on their own are restarted by what started them; another data directory is chosen with --data-dir"
        }
        ControlError::Refused { code: Code::Busy, .. } => "wait until that has ended",
        ControlError::Refused { code: Code::TimedOut, .. } => {
            "what was not replaced goes on as it was; more time is given with --timeout"
        }
        ControlError::Refused { code: Code::Failed, .. } => {
            "what was not replaced goes on as it was; the process's messages are where `leadctl up` runs"
        }
        _ => return CliError::new(exit, error.to_string()),
    };
    CliError::new(exit, error.to_string()).hint(hint)
}
