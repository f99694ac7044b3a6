use std::collections::BTreeMap;
use std::io::{IsTerminal, stdout};
use std::time::Duration;

use clap::Args;
use crossterm::cursor::MoveTo;
use crossterm::execute;
use crossterm::terminal::{Clear, ClearType};
use serde::Serialize;
use tokio::time::{Instant, sleep};

use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::interrupt::Interrupt;
use crate::cli::output::{Cell, Column, Format, ListMeta, Record, RecordStream, Tone};
use crate::cli::scope::ScopeArgs;
use crate::cli::time::{parse_span, span};
use crate::clock::millis;
use crate::model::Timestamp;
use crate::queue::{EventCursor, EventKind, QueueCounts};
use crate::services::Services;

/// Events read at a time, and how often at most in one interval.
const PAGE: u32 = 1_000;
const PAGES: usize = 20;
/// Shortest interval.
const SHORTEST: Duration = Duration::from_millis(100);

/// Which queues to watch, and how often.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl queue top
  leadctl queue top --all-queues --interval 5s
  leadctl queue top --once -o json | jq '.items[] | {queue, waiting, completed_per_s}'

Rates are those of the last interval. Ends with Ctrl-C, or after one interval with --once.")]
pub struct TopArgs {
    #[command(flatten)]
    scope: ScopeArgs,
    /// Time between two looks
    #[arg(long, value_name = "SPAN", default_value = "1s", value_parser = parse_span)]
    interval: Duration,
    /// Look once and end
    #[arg(long)]
    once: bool,
}

/// A queue in one interval.
#[derive(Debug, Clone, Serialize)]
struct Row {
    at: Timestamp,
    queue: String,
    #[serde(flatten)]
    counts: QueueCounts,
    oldest_waiting_ms: Option<u64>,
    added_per_s: f64,
    completed_per_s: f64,
    failed_per_s: f64,
    /// More happened than was read: the rates are the least that they were.
    truncated: bool,
}

/// What happened in one interval.
#[derive(Debug, Default)]
struct Seen {
    added: u64,
    completed: u64,
    failed: u64,
    truncated: bool,
}

impl TopArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        if self.interval < SHORTEST {
            let message = format!("--interval is at least {}", span(SHORTEST));
            return Err(CliError::usage(message).into());
        }
        let services = Services::open(ctx.settings().clone()).await?;
        let done = self.watch(ctx, &services).await;
        ctx.close(services).await;
        done
    }

    async fn watch(&self, ctx: &Context, services: &Services) -> anyhow::Result<Exit> {
        let interrupt = Interrupt::listen()?;
        let mut stream = match ctx.out.format {
            Format::Table => None,
            _ if self.once => None,
            _ => Some(ctx.out.stream::<Row>()?),
        };
        let exit = tokio::select! {
            done = self.look_on(ctx, services, &mut stream) => done.map(|()| Exit::Done)?,
            () = interrupt.stop.cancelled() => interrupt.exit().unwrap_or(Exit::Interrupted),
        };
        if let Some(stream) = stream {
            stream.finish()?;
        }
        Ok(exit)
    }

    async fn look_on(
        &self,
        ctx: &Context,
        services: &Services,
        stream: &mut Option<RecordStream<Row>>,
    ) -> anyhow::Result<()> {
        let mut cursors = BTreeMap::new();
        for name in self.scope.names(services).await? {
            let cursor = services.queue.event_cursor(&name).await?;
            cursors.insert(name, cursor);
        }
        loop {
            let began = Instant::now();
            sleep(self.interval).await;
            let mut rows = Vec::new();
            for (name, cursor) in &mut cursors {
                let seen = seen(services, name, cursor).await?;
                rows.push(Row::new(services, name, seen, began).await?);
            }
            match stream {
                Some(stream) => {
                    rows.iter().try_for_each(|row| stream.push(row))?;
                    stream.flush()?;
                }
                None => {
                    if !self.once && stdout().is_terminal() {
                        execute!(stdout(), MoveTo(0, 0), Clear(ClearType::All))?;
                    }
                    ctx.out.list(&rows, ListMeta::default())?;
                }
            }
            if self.once {
                return Ok(());
            }
        }
    }
}

/// What happened since `cursor`, which is put behind it.
async fn seen(services: &Services, queue: &str, cursor: &mut EventCursor) -> anyhow::Result<Seen> {
    let mut seen = Seen::default();
    for _ in 0..PAGES {
        let events = services.queue.events(queue, cursor.clone(), PAGE).await?;
        if let Some(last) = events.last() {
            *cursor = last.cursor.clone();
        }
        for event in &events {
            match event.kind {
                EventKind::Added => seen.added += 1,
                EventKind::Completed => seen.completed += 1,
                EventKind::Failed => seen.failed += 1,
                _ => {}
            }
        }
        if events.len() < PAGE as usize {
            return Ok(seen);
        }
    }
    // Too much to count: go on with what happens next.
    *cursor = services.queue.event_cursor(queue).await?;
    Ok(Seen { truncated: true, ..seen })
}

impl Row {
    async fn new(
        services: &Services,
        queue: &str,
        seen: Seen,
        began: Instant,
    ) -> anyhow::Result<Self> {
        let counts = services.queue.counts(queue).await?;
        let at = services.clock.now();
        let secs = began.elapsed().as_secs_f64().max(0.001);
        Ok(Self {
            at,
            queue: queue.to_owned(),
            oldest_waiting_ms: counts.oldest_waiting_at.map(|since| millis(at.since(since))),
            counts,
            added_per_s: rate(seen.added, secs),
            completed_per_s: rate(seen.completed, secs),
            failed_per_s: rate(seen.failed, secs),
            truncated: seen.truncated,
        })
    }

    fn rate(&self, rate: f64) -> Cell {
        let least = if self.truncated { ">" } else { "" };
        Cell::number(format!("{least}{rate:.1}"))
    }
}

/// So many in a second, to a tenth.
#[allow(clippy::cast_precision_loss)]
fn rate(count: u64, secs: f64) -> f64 {
    (count as f64 / secs * 10.0).round() / 10.0
}

impl Record for Row {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("queue", |r: &Row| Cell::text(&r.queue)),
                Column::new("state", |r| match r.counts.is_paused {
                    true => Cell::text("paused").tone(Tone::Warn),
                    false => Cell::text("open"),
                }),
                Column::new("waiting", |r| Cell::number(r.counts.ready())),
                Column::new("active", |r| Cell::number(r.counts.active)),
                Column::new("delayed", |r| Cell::number(r.counts.delayed)),
                Column::new("failed", |r| Cell::number(r.counts.failed)),
                Column::new("oldest", |r| {
                    Cell::maybe(r.oldest_waiting_ms.map(|ms| span(Duration::from_millis(ms))))
                }),
                Column::new("added/s", |r| r.rate(r.added_per_s)),
                Column::new("done/s", |r| r.rate(r.completed_per_s)),
                Column::new("failed/s", |r| {
                    let tone = if r.failed_per_s > 0.0 { Tone::Bad } else { Tone::Normal };
                    r.rate(r.failed_per_s).tone(tone)
                }),
                Column::wide("completed", |r| Cell::number(r.counts.completed)),
                Column::wide("at", |r| Cell::text(r.at.to_string())),
            ]
        }
    }
}
