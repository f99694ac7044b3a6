//! `leadctl events`: what happens in the queues and with the circuit breakers, as it happens.

use std::collections::BTreeMap;
use std::str::FromStr;
use std::time::Duration;

use clap::Args;
use serde::Serialize;
use serde_json::Value;
use tokio::time::{Instant, sleep};

use super::breaker::history::ChangeRow;
use super::context::Context;
use super::exit::{CliError, Exit};
use super::interrupt::Interrupt;
use super::output::{Cell, Column, Format, Record, RecordStream, plain, write_out};
use super::overview::known_queues;
use super::scope::ScopeArgs;
use super::time;
use super::values::one_of;
use crate::guard::breaker::{self, Change};
use crate::model::Timestamp;
use crate::queue::{EventCursor, EventKind, QueueEvent};
use crate::services::Services;

/// Events read at a time.
const PAGE: u32 = 500;
/// The kind of changes of breakers.
const BREAKER: &str = "breaker";
/// How often to look for more while following, where there are few queues.
const LOOK: Duration = Duration::from_millis(200);
/// Queues from which on one looks less often.
const FEW: u32 = 10;
/// How often to look for new queues.
const NAMES: Duration = Duration::from_secs(5);
/// Events told where nothing is said about how many.
const TAIL: usize = 50;
/// Longest result or reason on a line for people, in characters.
const DATA: usize = 200;

/// Watch what happens to jobs and circuit breakers, as it happens
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl events
  leadctl events -f --kind failed,stalled
  leadctl events -f --all-queues -o ndjson | jq -c 'select(.kind == \"completed\")'
  leadctl events --since 1h --queue lead-discovery
  leadctl events -f --kind completed --limit 1

A queue keeps its newest events, some ten thousand, and forgets the others. The changes of circuit
breakers are told too, as kind breaker, unless queues are named.")]
pub struct EventsArgs {
    /// Go on with what happens next, until Ctrl-C
    #[arg(short, long)]
    follow: bool,
    #[command(flatten)]
    scope: ScopeArgs,
    /// Of these kinds, separated by commas [default: all]
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = one_of::<Kind>(EventKind::ALL.iter().map(|kind| kind.as_str()).chain([BREAKER])))]
    kind: Vec<Kind>,
    /// No older than this: a span as in 5m, or a time
    #[arg(long, value_name = "WHEN")]
    since: Option<String>,
    /// Begin with the last N that there are [default: 50; with --follow none, with --since all]
    #[arg(long, value_name = "N")]
    tail: Option<usize>,
    /// End when this many have been told
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    limit: Option<u64>,
}

/// A kind of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Queue(EventKind),
    Breaker,
}

impl FromStr for Kind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == BREAKER { Ok(Self::Breaker) } else { text.parse().map(Self::Queue) }
    }
}

/// An event as it is printed.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
enum Event {
    Queue {
        queue: String,
        #[serde(flatten)]
        event: QueueEvent,
    },
    Breaker {
        breaker: String,
        at: Timestamp,
        kind: &'static str,
        data: Box<Change>,
    },
}

impl Record for Event {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("at", |e: &Event| Cell::text(e.at().to_string())),
                Column::new("queue", |e| match e {
                    Event::Queue { queue, .. } => Cell::text(queue),
                    Event::Breaker { .. } => Cell::absent(),
                }),
                Column::new("kind", |e| Cell::text(e.kind())),
                Column::new("job_id", |e| match e {
                    Event::Queue { event, .. } => Cell::maybe(event.job_id.as_deref()),
                    Event::Breaker { .. } => Cell::absent(),
                }),
                Column::new("data", |e| Cell::text(e.data())),
                Column::wide("breaker", |e| match e {
                    Event::Queue { .. } => Cell::absent(),
                    Event::Breaker { breaker, .. } => Cell::text(breaker),
                }),
                Column::wide("cursor", |e| match e {
                    Event::Queue { event, .. } => Cell::text(&event.cursor.0),
                    Event::Breaker { .. } => Cell::absent(),
                }),
            ]
        }
    }
}

/// Text as it is, all else as JSON; nothing for null.
fn told(data: &Value) -> String {
    match data {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

impl Event {
    fn at(&self) -> Timestamp {
        match self {
            Self::Queue { event, .. } => event.at,
            Self::Breaker { at, .. } => *at,
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Queue { event, .. } => event.kind.as_str(),
            Self::Breaker { kind, .. } => kind,
        }
    }

    fn data(&self) -> String {
        match self {
            Self::Queue { event, .. } => told(&event.data),
            Self::Breaker { breaker, data, .. } => {
                let row = ChangeRow { breaker: breaker.clone(), change: (**data).clone() };
                let (from, to, cause) = (data.from, data.to, data.cause);
                format!("{from} to {to}, {cause}: {}", row.because())
            }
        }
    }

    /// A line for people.
    fn line(&self) -> String {
        let data: String = plain(&self.data()).chars().take(DATA).collect();
        let place = match self {
            Self::Queue { queue, event } => match &event.job_id {
                Some(id) => format!("{queue}/{id}"),
                None => queue.clone(),
            },
            Self::Breaker { breaker, .. } => breaker.clone(),
        };
        let line = format!("{}  {:<9}  {}  {data}", self.at(), self.kind(), plain(&place));
        line.trim_end().to_owned()
    }
}

/// Where events go as they come.
enum Sink {
    People,
    Records(RecordStream<Event>),
}

impl Sink {
    fn push(&mut self, event: &Event) -> anyhow::Result<()> {
        match self {
            Self::People => write_out(&format!("{}\n", event.line())),
            Self::Records(stream) => {
                stream.push(event)?;
                stream.flush()
            }
        }
    }
}

/// Where one is in each queue.
struct Tail<'a> {
    services: &'a Services,
    args: &'a EventsArgs,
    cursors: BTreeMap<String, EventCursor>,
    /// The last change told of each breaker, by time and number; absent where none are told.
    breakers: Option<BTreeMap<String, (Timestamp, u64)>>,
    since: Option<Timestamp>,
    left: u64,
    sink: Sink,
}

impl EventsArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let done = self.tail(ctx, &services).await;
        services.close().await;
        done
    }

    /// Breakers belong to no queue: whoever names queues means those alone.
    fn wants_breakers(&self) -> bool {
        self.scope.queue.is_empty() && (self.kind.is_empty() || self.kind.contains(&Kind::Breaker))
    }

    async fn tail(&self, ctx: &Context, services: &Services) -> anyhow::Result<Exit> {
        let now = services.clock.now();
        let since = self.since.as_deref().map(|text| time::since(text, now));
        let since = since.transpose().map_err(CliError::usage)?;
        let sink = match ctx.out.format {
            Format::Table => Sink::People,
            _ => Sink::Records(ctx.out.stream()?),
        };
        let interrupt = Interrupt::listen()?;
        let mut tail = Tail {
            services,
            args: self,
            cursors: BTreeMap::new(),
            breakers: self.wants_breakers().then(BTreeMap::new),
            since,
            left: self.limit.unwrap_or(u64::MAX),
            sink,
        };
        let exit = tokio::select! {
            done = tail.run() => done.map(|()| Exit::Done)?,
            () = interrupt.stop.cancelled() => interrupt.exit().unwrap_or(Exit::Interrupted),
        };
        if let Sink::Records(stream) = tail.sink {
            stream.finish()?;
        }
        Ok(exit)
    }
}

impl Tail<'_> {
    async fn run(&mut self) -> anyhow::Result<()> {
        self.begin().await?;
        let mut said = Instant::now();
        while self.args.follow && self.left > 0 {
            let many = u32::try_from(self.cursors.len()).unwrap_or(u32::MAX).div_ceil(FEW).max(1);
            sleep(LOOK.saturating_mul(many)).await;
            if self.args.scope.all_queues && said.elapsed() >= NAMES {
                said = Instant::now();
                self.find_new().await?;
            }
            let events = self.read(false).await?;
            self.tell(events)?;
        }
        Ok(())
    }

    /// Tells what has been, as far as it was asked for.
    async fn begin(&mut self) -> anyhow::Result<()> {
        let names = self.args.scope.names(self.services).await?;
        let default = if self.since.is_some() {
            usize::MAX
        } else if self.args.follow {
            0
        } else {
            TAIL
        };
        let tail = self.args.tail.unwrap_or(default);
        for name in names {
            let cursor = match tail {
                0 => self.services.queue.event_cursor(&name).await?,
                _ => EventCursor::default(),
            };
            self.cursors.insert(name, cursor);
        }
        if tail == 0 {
            self.changes().await;
        }
        let mut events = self.read(true).await?;
        let skip = events.len().saturating_sub(tail);
        events.drain(..skip);
        self.tell(events)
    }

    /// Begins with queues that were not there before.
    async fn find_new(&mut self) -> anyhow::Result<()> {
        for name in known_queues(self.services).await? {
            self.cursors.entry(name).or_default();
        }
        Ok(())
    }

    /// What came since, in order; a page of each queue, or all.
    async fn read(&mut self, all: bool) -> anyhow::Result<Vec<Event>> {
        let (args, since) = (self.args, self.since);
        let mut found = Vec::new();
        for (queue, cursor) in &mut self.cursors {
            loop {
                let page = self.services.queue.events(queue, cursor.clone(), PAGE).await?;
                let Some(last) = page.last() else { break };
                *cursor = last.cursor.clone();
                let whole = page.len() >= PAGE as usize;
                let wanted = page.into_iter().filter(|event| {
                    (args.kind.is_empty() || args.kind.contains(&Kind::Queue(event.kind)))
                        && since.is_none_or(|since| event.at >= since)
                });
                found.extend(wanted.map(|event| Event::Queue { queue: queue.clone(), event }));
                if !all || !whole {
                    break;
                }
            }
        }
        found.extend(self.changes().await);
        // Stable, so that those of one queue stay in their order.
        found.sort_by_key(Event::at);
        Ok(found)
    }

    /// The changes of breakers that came since. Queues are told of also where these cannot be read.
    async fn changes(&mut self) -> Vec<Event> {
        let Some(told) = &mut self.breakers else { return Vec::new() };
        let histories = breaker::histories(self.services.guards.state()).await.unwrap_or_default();
        let mut found = Vec::new();
        for (name, changes) in histories {
            let last = told.entry(name.clone()).or_default();
            for change in changes {
                let (at, place) = (change.at, (change.at, change.seq));
                if place <= *last {
                    continue;
                }
                *last = place;
                if self.since.is_none_or(|since| at >= since) {
                    let (breaker, data) = (name.clone(), Box::new(change));
                    found.push(Event::Breaker { breaker, at, kind: BREAKER, data });
                }
            }
        }
        found
    }

    fn tell(&mut self, events: Vec<Event>) -> anyhow::Result<()> {
        for event in events {
            if self.left == 0 {
                break;
            }
            self.sink.push(&event)?;
            self.left -= 1;
        }
        Ok(())
    }
}
