use std::io::IsTerminal;
use std::time::Duration;

use clap::Args;
use serde::Serialize;

use super::known::named;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::interrupt::Interrupt;
use crate::cli::output::{Cell, Column, Format, ListMeta, Record, Tone, write_out};
use crate::cli::time::ago;
use crate::guard::breaker::{Kind, Status};
use crate::model::Timestamp;
use crate::services::Services;

/// Clears the screen and goes to its upper left corner.
const CLEAR: &str = "\u{1b}[H\u{1b}[2J";

/// Which breakers.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl breaker status
  leadctl breaker status reddit -o json | jq '.items[0].errors'
  leadctl breaker status --check --quiet || echo 'a breaker is not closed'

With --check it exits with 0 where all are closed, else with 1: for cron and monitoring.")]
pub struct StatusArgs {
    /// These breakers [default: all]
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    /// Exit with 1 where one is not closed
    #[arg(long, conflicts_with = "watch")]
    check: bool,
    /// Show it again every so many seconds, until Ctrl-C
    #[arg(short, long, value_name = "SECS", num_args = 0..=1, default_missing_value = "2",
          value_parser = clap::value_parser!(u64).range(1..=3600))]
    watch: Option<u64>,
}

impl StatusArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let done = match self.watch {
            None => self.once(ctx, &services).await,
            Some(secs) => self.watch(ctx, &services, Duration::from_secs(secs)).await,
        };
        services.close().await;
        done
    }

    async fn once(&self, ctx: &Context, services: &Services) -> anyhow::Result<Exit> {
        let rows = self.rows(services).await?;
        let closed = rows.iter().all(|row| row.status.state == Kind::Closed);
        ctx.out.list(&rows, ListMeta::default())?;
        Ok(if self.check && !closed { Exit::Failed } else { Exit::Done })
    }

    async fn watch(
        &self,
        ctx: &Context,
        services: &Services,
        every: Duration,
    ) -> anyhow::Result<Exit> {
        let interrupt = Interrupt::listen()?;
        let mut ticks = tokio::time::interval(every);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                () = interrupt.stop.cancelled() => {
                    return Ok(interrupt.exit().unwrap_or(Exit::Interrupted));
                }
                _ = ticks.tick() => {}
            }
            let rows = self.rows(services).await?;
            if ctx.out.format == Format::Table && std::io::stdout().is_terminal() {
                write_out(CLEAR)?;
            }
            ctx.out.list(&rows, ListMeta::default())?;
        }
    }

    async fn rows(&self, services: &Services) -> anyhow::Result<Vec<Row>> {
        let mut rows = Vec::new();
        for name in named(services, &self.names).await? {
            let status = services.guards.breaker(&name).status().await;
            rows.push(Row { status, now: services.clock.now() });
        }
        Ok(rows)
    }
}

/// A breaker as a row.
#[derive(Debug, Clone, Serialize)]
struct Row {
    #[serde(flatten)]
    status: Status,
    #[serde(skip)]
    now: Timestamp,
}

impl Row {
    fn state(&self) -> Cell {
        let tone = match self.status.state {
            Kind::Closed => Tone::Good,
            Kind::Open | Kind::ForcedOpen => Tone::Bad,
            Kind::HalfOpen | Kind::Disabled | Kind::MetricsOnly => Tone::Warn,
        };
        Cell::text(self.status.state.as_str()).tone(tone)
    }

    /// When the state ends, or the next trial may be made.
    fn next(&self) -> Cell {
        Cell::maybe(self.status.until.map(|at| ago(at, self.now)))
    }

    fn by(&self) -> Cell {
        Cell::maybe(self.status.by.as_ref().map(|by| match by.why.as_str() {
            "" => by.who.clone(),
            why => format!("{}: {why}", by.who),
        }))
    }
}

fn share(part: u64, percent: f64) -> Cell {
    Cell::number(format!("{part} ({percent:.0}%)"))
}

impl Record for Row {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("breaker", |r: &Row| Cell::text(&r.status.name)),
                Column::new("state", Row::state),
                Column::new("since", |r| Cell::text(ago(r.status.since, r.now))),
                Column::new("next", Row::next),
                Column::new("calls", |r| Cell::number(r.status.figures.calls)),
                Column::new("failed", |r| {
                    share(r.status.figures.failed, r.status.figures.failure_percent)
                }),
                Column::new("slow", |r| {
                    share(r.status.figures.slow, r.status.figures.slow_percent)
                }),
                Column::new("rejected", |r| Cell::number(r.status.counters.not_permitted)),
                Column::new("by", Row::by),
                Column::new("last_error", |r: &Row| {
                    Cell::maybe(r.status.errors.first().map(|e| e.error.as_str()))
                })
                .cut(),
                Column::wide("openings", |r| Cell::number(r.status.openings)),
                Column::wide("since_at", |r| Cell::text(r.status.since.to_string())),
                Column::wide("until", |r| Cell::maybe(r.status.until.map(|at| at.to_string()))),
            ]
        }
    }
}
