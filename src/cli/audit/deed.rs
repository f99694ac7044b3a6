//! What was asked for on the command line, and how it is kept.
//!
//! The one place that keeps what operators do: it sees the command line before a command runs and
//! the reports that the command has given when it has ended.

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};
use serde_json::{Map, Value, json};

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::exit_of;
use crate::cli::output::{ActReport, plain};
use crate::clock::{Clock, SystemClock};
use crate::config::without_password;
use crate::db::Db;
use crate::operator;
use crate::store::{AuditEntry, AuditOutcome, Store};

/// What changes something that others share. What lies below, as `jobs.enqueue.lead`, is the same.
const AUDITED: &[&str] = &[
    "accounts.add",
    "accounts.rm",
    "breaker.disable",
    "breaker.probe",
    "breaker.reset",
    "breaker.trip",
    "cache.flush",
    "cache.rm",
    "campaigns.add",
    "campaigns.edit",
    "campaigns.pause",
    "campaigns.resume",
    "campaigns.rm",
    "db.copy",
    "db.migrate",
    "dlq.retry",
    "dlq.rm",
    "jobs.cancel",
    "jobs.enqueue",
    "jobs.promote",
    "jobs.retry",
    "jobs.retry-all",
    "jobs.rm",
    "keys.create",
    "keys.revoke",
    "leads.import",
    "leads.set-status",
    "queue.clean",
    "queue.drain",
    "queue.obliterate",
    "queue.pause",
    "queue.resume",
    "restart",
    "scale",
    "schedule.rm",
    "schedule.run",
    "schedule.set",
    "usage.budget.rm",
    "usage.budget.set",
    "webhooks.add",
    "webhooks.rm",
    "workers.concurrency",
];
/// What scripts do very often, and wait for.
const HASTY: &[&str] = &["jobs.enqueue"];

/// Most values of one option that are kept.
const VALUES: usize = 20;
/// Most characters of one value, and of an error, that are kept.
const CHARS: usize = 300;
/// Most errors that are kept of one action.
const ERRORS: usize = 5;

/// Something asked for that changes what others share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    action: &'static str,
    target: String,
    options: Map<String, Value>,
}

impl Deed {
    /// What the command line asks for; nothing where that changes nothing, or is a dry run.
    pub fn of(root: &Command, matches: &ArgMatches) -> Option<Self> {
        let (mut command, mut matches, mut path) = (root, matches, String::new());
        while let Some((name, below)) = matches.subcommand() {
            command = command.find_subcommand(name)?;
            matches = below;
            path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        }
        let action = audited(&path)?;
        let mut deed = Self { action, target: String::new(), options: Map::new() };
        let given = command.get_arguments().filter(|arg| !arg.is_global_set());
        for arg in given {
            let id = arg.get_id().as_str();
            if matches.value_source(id) != Some(ValueSource::CommandLine) {
                continue;
            }
            if id == "dry_run" {
                return None;
            }
            let values = values(arg, matches);
            if arg.is_positional() {
                deed.target = [deed.target, values.join(" ")].join(" ").trim().to_owned();
            } else {
                let name = arg.get_long().unwrap_or(id).replace('-', "_");
                deed.options.insert(name, as_json(values, arg));
            }
        }
        if let Some(rest) = path.strip_prefix(action).and_then(|rest| rest.strip_prefix('.')) {
            deed.options.insert("kind".to_owned(), rest.into());
        }
        Some(deed)
    }

    /// Keeps what came of it. What cannot be kept is said, and changes nothing about how the
    /// command ends: what was asked for is done already.
    pub async fn keep(self, ctx: &Context, ended: &anyhow::Result<Exit>) {
        let action = self.action;
        let entries = self.entries(ctx.out.acts.take(), ended);
        let open = ctx.left_open();
        let recorded = match open {
            Some(db) if HASTY.contains(&action) => {
                let recorded = record(&db, &entries).await;
                db.leave().await;
                recorded
            }
            Some(db) => {
                let recorded = record(&db, &entries).await;
                db.close().await;
                recorded
            }
            None if entries.is_empty() => Ok(()),
            None => record_anew(ctx, &entries).await,
        };
        if let Err(error) = recorded {
            let why = plain(&error.to_string()).into_owned();
            ctx.out.note(&format!("warning: this is not in `leadctl audit`: {why}"));
        }
    }

    fn entries(self, reports: Vec<ActReport>, ended: &anyhow::Result<Exit>) -> Vec<AuditEntry> {
        let error = ended.as_ref().err();
        let reports: Vec<ActReport> = reports.into_iter().filter(|r| !r.dry_run).collect();
        if reports.is_empty() {
            let before_anything =
                |error| matches!(exit_of(error), Exit::Usage | Exit::NotFound | Exit::Refused);
            return match error {
                Some(error) if !before_anything(error) => {
                    vec![self.entry(&uuid::Uuid::now_v7().to_string(), None, Some(error))]
                }
                _ => Vec::new(),
            };
        }
        reports.iter().map(|report| self.entry(&report.op_id, Some(report), error)).collect()
    }

    fn entry(
        &self,
        op_id: &str,
        report: Option<&ActReport>,
        error: Option<&anyhow::Error>,
    ) -> AuditEntry {
        let mut detail = Map::new();
        if !self.options.is_empty() {
            detail.insert("options".to_owned(), self.options.clone().into());
        }
        if operator::who().split('@').next() != Some(operator::user().as_str()) {
            detail.insert("run_as".to_owned(), operator::user().into());
        }
        if let Some(report) = report {
            told(report, &mut detail);
        }
        if let Some(error) = error {
            detail.insert("error".to_owned(), short(&format!("{error:#}")).into());
        }
        AuditEntry {
            op_id: op_id.to_owned(),
            at: SystemClock.now(),
            actor: operator::who(),
            action: self.action.to_owned(),
            target: self.target.clone(),
            outcome: outcome(report, error.is_some()),
            detail: detail.into(),
        }
    }
}

/// What was done from the dash, as it is kept: under the action of the command that does the same.
pub(crate) fn from_dash(
    action: &str,
    target: &str,
    options: Map<String, Value>,
    report: &ActReport,
) -> AuditEntry {
    let mut detail = Map::new();
    detail.insert("via".to_owned(), "dash".into());
    if !options.is_empty() {
        detail.insert("options".to_owned(), options.into());
    }
    told(report, &mut detail);
    AuditEntry {
        op_id: report.op_id.clone(),
        at: SystemClock.now(),
        actor: operator::who(),
        action: action.to_owned(),
        target: short(target),
        outcome: outcome(Some(report), false),
        detail: detail.into(),
    }
}

/// The action that a path of subcommands is.
fn audited(path: &str) -> Option<&'static str> {
    AUDITED.iter().copied().find(|action| {
        path.strip_prefix(action).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}

/// The values of an argument as they were typed, without passwords, and not too much of them.
fn values(arg: &Arg, matches: &ArgMatches) -> Vec<String> {
    let raw = matches.try_get_raw(arg.get_id().as_str()).ok().flatten().into_iter().flatten();
    raw.take(VALUES).map(|value| short(&harmless(&value.to_string_lossy()))).collect()
}

/// A value without what could let somebody in: of an address of the web only the host is kept, as
/// what follows it is what keeps a webhook secret; of other addresses no password is.
fn harmless(value: &str) -> String {
    match reqwest::Url::parse(value) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => {
            format!("{}://{}", url.scheme(), url.host_str().unwrap_or_default())
        }
        _ => without_password(value),
    }
}

fn as_json(mut values: Vec<String>, arg: &Arg) -> Value {
    match (values.len(), arg.get_action().takes_values()) {
        (_, false) => true.into(),
        (1, true) => values.remove(0).into(),
        (_, true) => values.into(),
    }
}

fn short(text: &str) -> String {
    let mut chars = text.chars();
    let mut short: String = chars.by_ref().take(CHARS).collect();
    if chars.next().is_some() {
        short.push('…');
    }
    short
}

fn told(report: &ActReport, detail: &mut Map<String, Value>) {
    let counts =
        [("matched", report.matched), ("acted", report.acted), ("skipped", report.skipped)];
    detail.extend(counts.map(|(name, n)| (name.to_owned(), n.into())));
    if !report.errors.is_empty() {
        let some = report.errors.iter().take(ERRORS);
        let some = some.map(|e| json!({"target": e.target, "message": short(&e.message)}));
        detail.insert("failed".to_owned(), report.errors.len().into());
        detail.insert("errors".to_owned(), some.collect::<Vec<_>>().into());
    }
    if !report.sample_ids.is_empty() {
        detail.insert("sample_ids".to_owned(), report.sample_ids.clone().into());
    }
}

fn outcome(report: Option<&ActReport>, ended_in_error: bool) -> AuditOutcome {
    let (acted, failed) = report.map_or((0, 0), |r| (r.acted, r.errors.len()));
    match (acted, failed > 0 || ended_in_error) {
        (0, true) => AuditOutcome::Failed,
        (_, true) => AuditOutcome::Partly,
        (0, false) => AuditOutcome::Nothing,
        (_, false) => AuditOutcome::Done,
    }
}

async fn record_anew(ctx: &Context, entries: &[AuditEntry]) -> anyhow::Result<()> {
    let settings = ctx.settings();
    let db = Db::from_settings(&settings.data_dir, &settings.database).await?;
    let recorded = record(&db, entries).await;
    db.close().await;
    recorded
}

async fn record(db: &Db, entries: &[AuditEntry]) -> anyhow::Result<()> {
    let store = Store::new(db.clone());
    let mut kept = Ok(());
    for entry in entries {
        kept = kept.and(store.record_audit(entry).await);
    }
    Ok(kept?)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::Cli;
    use crate::cli::exit::CliError;
    use crate::cli::later::whole;

    fn deed(line: &str) -> Option<Deed> {
        let mut command = Cli::command();
        let matches = command.try_get_matches_from_mut(line.split(' ')).expect("a command line");
        Deed::of(&command, &matches)
    }

    /// The paths of all commands that can say what they would do.
    fn changing(command: &Command, path: &str, found: &mut Vec<String>) {
        for below in command.get_subcommands() {
            let path = if path.is_empty() {
                below.get_name().to_owned()
            } else {
                format!("{path}.{}", below.get_name())
            };
            if below.get_arguments().any(|arg| arg.get_id() == "dry_run") {
                found.push(path.clone());
            }
            changing(below, &path, found);
        }
    }

    #[test]
    fn every_command_that_changes_something_shared_is_kept() {
        let mut found = Vec::new();
        changing(&whole(), "", &mut found);
        assert!(found.len() > 20, "{found:?}");
        // What lies on this machine alone is its owner's own.
        found
            .retain(|path| !matches!(path.split('.').next(), Some("config" | "sandbox" | "drill")));
        found.retain(|path| audited(path).is_none());
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn every_action_is_a_command() {
        let root = whole();
        for action in AUDITED {
            let command = action.split('.').try_fold(&root, |at, name| at.find_subcommand(name));
            assert!(command.is_some(), "{action}");
        }
    }

    #[test]
    fn what_the_dash_does_has_the_name_of_a_command() {
        use crate::dash::actions::Deed as Pressed;
        use crate::supervisor::ChildKind::Worker;
        let (queues, breakers, why) = (vec!["q".to_owned()], vec!["b".to_owned()], String::new());
        for pressed in [
            Pressed::Retry { jobs: Vec::new() },
            Pressed::Promote { jobs: Vec::new() },
            Pressed::Remove { jobs: Vec::new() },
            Pressed::Pause { queues: queues.clone() },
            Pressed::Resume { queues: queues.clone() },
            Pressed::RunNow { schedules: Vec::new() },
            Pressed::Trip { breakers: breakers.clone(), why: why.clone() },
            Pressed::Reset { breakers, why },
            Pressed::Flush { kinds: Vec::new(), entries: 1 },
            Pressed::Slots { queues, slots: Some(3) },
            Pressed::Restart { kind: Worker, count: 1 },
            Pressed::Scale { kind: Worker, count: 1 },
        ] {
            assert_eq!(audited(pressed.action()), Some(pressed.action()), "{pressed:?}");
        }
    }

    #[test]
    fn a_deed_says_what_was_asked_and_no_password() {
        let pause = deed("leadctl queues pause a b -o json").expect("a change");
        assert_eq!((pause.action, pause.target.as_str()), ("queue.pause", "a b"));
        assert_eq!(Value::from(pause.options), json!({}));
        let add = deed("leadctl jobs enqueue lead -C acme --priority 3").expect("a change");
        assert_eq!(add.action, "jobs.enqueue");
        assert_eq!(
            Value::from(add.options),
            json!({"campaign": "acme", "priority": "3", "kind": "lead"})
        );
        let copy = deed("leadctl db copy --yes --to postgres://me:hunter2@h/d").expect("a change");
        assert_eq!(copy.options["yes"], true);
        assert_eq!(copy.options["to"], "postgres://redacted@h/d");
        let hook = deed("leadctl webhooks add --kind slack https://hooks.example.com/s3cret?k=x");
        assert_eq!(hook.expect("a change").target, "https://hooks.example.com");
        for harmless in ["leadctl queue ls", "leadctl queue pause a --dry-run", "leadctl status"] {
            assert_eq!(deed(harmless), None, "{harmless}");
        }
    }

    #[test]
    fn outcomes_follow_what_was_done() {
        let pause = || deed("leadctl queue pause a").expect("a change");
        let entries = |report: Option<ActReport>, ended: anyhow::Result<Exit>| {
            let entries = pause().entries(report.into_iter().collect(), &ended);
            entries.iter().map(|entry| entry.outcome).collect::<Vec<_>>()
        };
        let mut report = ActReport::new(false);
        assert_eq!(entries(Some(report.clone()), Ok(Exit::Done)), [AuditOutcome::Nothing]);
        report.acted("a");
        assert_eq!(entries(Some(report.clone()), Ok(Exit::Done)), [AuditOutcome::Done]);
        report.failed("b", "no");
        assert_eq!(entries(Some(report.clone()), Ok(Exit::Partly)), [AuditOutcome::Partly]);
        report.dry_run = true;
        assert_eq!(entries(Some(report), Ok(Exit::Done)), []);
        let error = |exit| Err(CliError::new(exit, "no").into());
        assert_eq!(entries(None, error(Exit::Unreachable)), [AuditOutcome::Failed]);
        assert_eq!(entries(None, error(Exit::NotFound)), []);
    }
}
