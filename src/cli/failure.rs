//! Turns errors into a message and an exit code.

use std::io;
use std::process::ExitCode;

use serde_json::json;

use super::exit::{CliError, Exit};
use super::globals::Globals;
use super::output::{Format, plain};
use crate::config::ConfigError;
use crate::db::DbError;
use crate::guard::cache::LayerError;
use crate::queue::QueueError;
use crate::services::RedisSettingError;
use crate::shared_state::SharedStateError;
use crate::store::StoreError;

/// Exit code of a process that wrote to a closed pipe, as the shell would see it.
const SIGPIPE: u8 = 141;

/// Prints what clap says; help and version are no errors.
pub(super) fn usage(error: &clap::Error) -> ExitCode {
    let is_error = error.use_stderr();
    let wants_json = std::env::args().collect::<Vec<_>>().windows(2).any(|pair| {
        matches!(pair[0].as_str(), "-o" | "--output")
            && matches!(pair[1].as_str(), "json" | "ndjson")
    }) || std::env::args()
        .any(|a| matches!(a.as_str(), "-ojson" | "-o=json" | "--output=json"));
    if is_error && wants_json {
        let text = error.render().to_string();
        let message = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
        print_json(&CliError::usage(message).hint("see --help"), false);
    } else if error.print().is_err() {
        return ExitCode::from(SIGPIPE);
    }
    ExitCode::from(if is_error { Exit::Usage as u8 } else { 0 })
}

/// Prints an error on standard error, as text or as JSON, and gives its exit code.
pub(super) fn report(error: &anyhow::Error, globals: &Globals) -> ExitCode {
    let broken = error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
            || cause.downcast_ref::<csv::Error>().is_some_and(|e| {
                matches!(e.kind(), csv::ErrorKind::Io(e) if e.kind() == io::ErrorKind::BrokenPipe)
            })
            || cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind)
                == Some(io::ErrorKind::BrokenPipe)
    });
    if broken {
        return ExitCode::from(SIGPIPE);
    }
    let (failure, retryable) = classify(error);
    if matches!(globals.output, Format::Json | Format::Ndjson) {
        print_json(&failure, retryable);
    } else {
        eprintln!("error: {}", plain(&failure.message));
        if let Some(hint) = &failure.hint {
            eprintln!("  hint: {}", plain(hint));
        }
    }
    ExitCode::from(failure.exit as u8)
}

fn print_json(failure: &CliError, retryable: bool) {
    eprintln!(
        "{}",
        json!({"error": {
            "code": failure.exit.code(), "exit": failure.exit as u8,
            "message": plain(&failure.message), "hint": failure.hint,
            "retryable": retryable, "target": failure.target,
        }})
    );
}

/// How a command ends that ended in this error.
pub(super) fn exit_of(error: &anyhow::Error) -> Exit {
    classify(error).0.exit
}

/// The exit code that belongs to an error, and whether another try may help.
fn classify(error: &anyhow::Error) -> (CliError, bool) {
    for cause in error.chain() {
        if let Some(failure) = cause.downcast_ref::<CliError>() {
            let copy = CliError {
                exit: failure.exit,
                message: failure.message.clone(),
                hint: failure.hint.clone(),
                target: failure.target.clone(),
            };
            let retryable = matches!(failure.exit, Exit::Unreachable | Exit::TimedOut);
            return (copy, retryable);
        }
        let is_address = matches!(cause.downcast_ref(), Some(DbError::Address(_)));
        let is_setting = cause.is::<ConfigError>() || cause.is::<RedisSettingError>();
        let exit = if is_setting || is_address {
            Exit::Usage
        } else if matches!(cause.downcast_ref(), Some(DbError::Newer { .. })) {
            Exit::Refused
        } else if let Some(exit) = cause.downcast_ref::<StoreError>().and_then(of_store) {
            exit
        } else if cause.is::<DbError>()
            || cause.is::<sqlx::Error>()
            || cause.is::<LayerError>()
            || cause.is::<SharedStateError>()
        {
            Exit::Unreachable
        } else {
            match cause.downcast_ref::<QueueError>() {
                Some(QueueError::NoSuchJob { .. } | QueueError::NoSuchSchedule { .. }) => {
                    Exit::NotFound
                }
                Some(
                    QueueError::WrongState { .. }
                    | QueueError::LockLost { .. }
                    | QueueError::Busy { .. },
                ) => Exit::Refused,
                Some(QueueError::Invalid(_)) => Exit::Usage,
                Some(QueueError::Unusable(_)) => Exit::Failed,
                Some(QueueError::Unreachable(_)) => Exit::Unreachable,
                None => continue,
            }
        };
        return (CliError::new(exit, whole(error)), exit == Exit::Unreachable);
    }
    (CliError::new(Exit::Failed, whole(error)), false)
}

/// Where the database itself failed, what lies below says so.
fn of_store(error: &StoreError) -> Option<Exit> {
    match error {
        StoreError::NameTaken { .. } | StoreError::AccountTaken { .. } => Some(Exit::Refused),
        StoreError::NoCampaign(_) => Some(Exit::NotFound),
        StoreError::BadCursor(_) | StoreError::BadName(_) => Some(Exit::Usage),
        StoreError::Damaged { .. } => Some(Exit::Failed),
        StoreError::Sql(_) => None,
    }
}

/// The message with its causes, each told once: many messages hold their cause already.
fn whole(error: &anyhow::Error) -> String {
    let mut text = error.to_string();
    for cause in error.chain().skip(1).map(ToString::to_string) {
        if !text.contains(&cause) {
            text = format!("{text}: {cause}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use anyhow::{Context as _, anyhow};

    use super::*;

    #[test]
    fn a_cause_is_told_once() {
        let told_already = Err::<(), _>(anyhow!("refused")).context("cannot connect: refused");
        let error = told_already.context("no leads").unwrap_err();
        assert_eq!(whole(&error), "no leads: cannot connect: refused");
    }
}
