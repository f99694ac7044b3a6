//! `leadctl workers`: the processes that tell that they are alive.

mod concurrency;

use std::collections::BTreeMap;
use std::time::Duration;

use clap::{Args, Subcommand};
use serde::ser::Error;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{Cell, Column, ListMeta, Record, Tone};
use crate::cli::scope::ScopeArgs;
use crate::cli::time::{ago, span};
use crate::cli::values::QueueName;
use crate::model::{ProcessInfo, ProcessKind, Timestamp};
use crate::queue::ConnectedWorker;
use crate::services::Services;
use crate::shared_state::heartbeat;

/// A process tells of itself every three seconds; after two missed beats it is worth a look.
const LATE: Duration = Duration::from_secs(8);

/// See which workers are alive and what they are doing; set how much they do
#[derive(Debug, Subcommand)]
pub enum WorkersCommand {
    /// List the workers that are alive
    #[command(visible_alias = "list")]
    Ls(LsArgs),
    /// Set how many jobs each worker runs at the same time, while they work
    Concurrency(concurrency::ConcurrencyArgs),
}

/// Which processes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl workers ls
  leadctl workers ls --all --columns kind,pid,seen,address
  leadctl workers ls --queue mail
  leadctl workers ls -o json | jq -r '.items[].active_jobs[]'

A process tells of itself every 3 seconds and counts as gone after 12. With --queue or --all-queues
the workers of others are told as well, as far as Redis knows of them: those that BullMQ's clients
have connected, by what they call themselves.")]
pub struct LsArgs {
    /// Also the supervisor, the API and the sandbox
    #[arg(short, long)]
    all: bool,
    /// Only those that work on this queue, whosever they are; may be repeated
    #[arg(long, value_name = "QUEUE", value_delimiter = ',', value_parser = QueueName, hide_possible_values = true, conflicts_with = "all")]
    queue: Vec<String>,
    /// Those that work on any queue, whosever they are
    #[arg(long, conflicts_with_all = ["all", "queue"])]
    all_queues: bool,
}

impl WorkersCommand {
    /// Does it.
    ///
    /// # Errors
    /// The database, or Redis, cannot be reached.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        match self {
            Self::Ls(args) => args.run(ctx).await,
            Self::Concurrency(args) => args.run(ctx).await,
        }
    }
}

impl LsArgs {
    async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let rows = self.read(&services).await;
        services.close().await;
        let rows = rows?;
        let hint = "no worker is alive; `leadctl worker` starts one, `leadctl up` the whole system";
        ctx.out
            .list(&rows, ListMeta { empty_hint: Some(hint.to_owned()), ..ListMeta::default() })?;
        Ok(Exit::Done)
    }

    async fn read(&self, services: &Services) -> anyhow::Result<Vec<ProcessRow>> {
        let mut found = heartbeat::processes(services.state.as_ref()).await?;
        let now = services.clock.now();
        if !self.all {
            found.retain(|process| process.kind == ProcessKind::Worker);
        }
        let mut others = Vec::new();
        if self.all_queues || !self.queue.is_empty() {
            let scope = ScopeArgs { queue: self.queue.clone(), all_queues: self.all_queues };
            let queues = scope.names(services).await?;
            found.retain(|process| process.queues.iter().any(|queue| queues.contains(queue)));
            others = services.queue.connected_workers(&queues).await?;
            others.retain(|other| !found.iter().any(|p| Some(&p.id) == other.name.as_ref()));
        }
        let ours = found.into_iter().map(|process| ProcessRow::new(process, now));
        Ok(ours.chain(others.into_iter().map(|other| ProcessRow::of_others(other, now))).collect())
    }
}

/// A process as a row.
#[derive(Debug, Clone)]
pub struct ProcessRow {
    process: ProcessInfo,
    /// It is none of this system's: what it does not tell is absent.
    foreign: bool,
    now: Timestamp,
}

impl Serialize for ProcessRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut json = serde_json::to_value(&self.process).map_err(S::Error::custom)?;
        if self.foreign {
            for unknown in ["pid", "version", "concurrency"] {
                json[unknown] = Value::Null;
            }
        }
        let seen_ago = self.now.since(self.process.seen_at).as_millis();
        json["seen_ago_ms"] = u64::try_from(seen_ago).unwrap_or(u64::MAX).into();
        json.serialize(serializer)
    }
}

impl ProcessRow {
    /// The process seen from `now`.
    pub fn new(process: ProcessInfo, now: Timestamp) -> Self {
        Self { process, foreign: false, now }
    }

    /// A worker of others.
    fn of_others(worker: ConnectedWorker, now: Timestamp) -> Self {
        let host = worker.address.rsplit_once(':').map(|(host, _)| host.to_owned());
        let process = ProcessInfo {
            id: worker.name.unwrap_or_default(),
            kind: ProcessKind::Worker,
            host: host.unwrap_or(worker.address),
            pid: 0,
            version: String::new(),
            started_at: now.minus(worker.connected),
            seen_at: now.minus(worker.idle),
            http: None,
            queues: vec![worker.queue],
            concurrency: 0,
            slots: BTreeMap::new(),
            active_jobs: Vec::new(),
            draining: false,
        };
        Self { process, foreign: true, now }
    }

    /// One number, or one for each queue where they differ.
    fn concurrency(&self) -> Cell {
        if self.foreign {
            return Cell::absent();
        }
        let process = &self.process;
        let slots: Vec<u32> = process.queues.iter().map(|q| process.slots_of(q)).collect();
        match slots.split_first() {
            None => Cell::absent(),
            Some((first, rest)) if rest.iter().all(|n| n == first) => Cell::number(*first),
            Some(_) => Cell::text(slots.iter().map(u32::to_string).collect::<Vec<_>>().join(" ")),
        }
    }

    fn state(&self) -> Cell {
        if self.process.draining {
            Cell::text("draining").tone(Tone::Warn)
        } else if !self.foreign && self.now.since(self.process.seen_at) > LATE {
            Cell::text("late").tone(Tone::Warn)
        } else {
            Cell::text("up").tone(Tone::Good)
        }
    }
}

impl Record for ProcessRow {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("kind", |r| Cell::text(r.process.kind.as_str())),
                Column::wide("id", |r| Cell::text(&r.process.id)),
                Column::new("host", |r| Cell::text(&r.process.host)),
                Column::new("pid", |r| match r.foreign {
                    true => Cell::absent(),
                    false => Cell::number(r.process.pid),
                }),
                Column::wide("version", |r| Cell::text(&r.process.version)),
                Column::new("state", ProcessRow::state),
                Column::new("queues", |r| Cell::text(r.process.queues.join(" "))),
                Column::new("concurrency", ProcessRow::concurrency),
                Column::new("active", |r| match r.process.concurrency {
                    0 => Cell::absent(),
                    _ => Cell::number(r.process.active_jobs.len()),
                }),
                Column::wide("active_jobs", |r| Cell::text(r.process.active_jobs.join(" "))),
                Column::new("up", |r| Cell::text(span(r.now.since(r.process.started_at)))),
                Column::new("seen", |r| Cell::text(ago(r.process.seen_at, r.now))),
                Column::new("address", |r| Cell::maybe(r.process.http.as_deref())),
            ]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn process(seen_at: Timestamp, draining: bool) -> ProcessInfo {
        ProcessInfo {
            id: "worker-h-7-ab".into(),
            kind: ProcessKind::Worker,
            host: "h".into(),
            pid: 7,
            version: "1".into(),
            started_at: Timestamp::from_secs(0),
            seen_at,
            http: None,
            queues: vec!["q".into()],
            concurrency: 2,
            slots: std::collections::BTreeMap::new(),
            active_jobs: vec!["q/1".into()],
            draining,
        }
    }

    #[test]
    fn a_row_says_how_long_ago_the_process_was_seen() {
        let row =
            ProcessRow::new(process(Timestamp::from_secs(10), false), Timestamp::from_secs(12));
        let json = serde_json::to_value(&row).expect("JSON");
        assert_eq!(json["seen_ago_ms"], 2_000);
        assert_eq!(json["pid"], 7);
        assert_eq!(json["kind"], "worker");
    }

    #[test]
    fn a_queue_with_slots_of_its_own_is_told() {
        let mut info = process(Timestamp::from_secs(0), false);
        info.queues = vec!["q".into(), "r".into()];
        let row = |info: &ProcessInfo| ProcessRow::new(info.clone(), Timestamp::from_secs(0));
        assert_eq!(format!("{:?}", row(&info).concurrency()), format!("{:?}", Cell::number(2)));
        info.slots.insert("r".into(), 9);
        assert_eq!(format!("{:?}", row(&info).concurrency()), format!("{:?}", Cell::text("2 9")));
        assert_eq!((info.slots_of("s"), info.all_slots()), (0, 11));
    }

    #[test]
    fn of_workers_of_others_only_what_is_known_is_told() {
        let worker = ConnectedWorker {
            queue: "mail".into(),
            name: Some("w1".into()),
            address: "10.0.0.5:4711".into(),
            connected: Duration::from_secs(60),
            idle: Duration::from_secs(9),
        };
        let row = ProcessRow::of_others(worker, Timestamp::from_secs(100));
        assert!(format!("{:?}", row.state()).contains("\"up\""));
        let json = serde_json::to_value(&row).expect("JSON");
        assert_eq!((&json["host"], &json["id"]), (&"10.0.0.5".into(), &"w1".into()));
        assert_eq!((&json["pid"], &json["concurrency"]), (&Value::Null, &Value::Null));
        assert_eq!(json["seen_ago_ms"], 9_000);
    }

    #[test]
    fn a_missed_beat_and_a_drain_are_told() {
        let now = Timestamp::from_secs(20);
        let state = |seen, draining| {
            format!(
                "{:?}",
                ProcessRow::new(process(Timestamp::from_secs(seen), draining), now).state()
            )
        };
        assert!(state(19, false).contains("\"up\""));
        assert!(state(10, false).contains("\"late\""));
        assert!(state(19, true).contains("\"draining\""));
    }
}
