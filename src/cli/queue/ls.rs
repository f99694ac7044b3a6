use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{Cell, Column, ListMeta, Record, Tone};
use crate::cli::overview::{Finding, QueueStatus, known_queues, of_queue, queue_status, schedules};
use crate::cli::time::span;
use crate::services::Services;
use crate::shared_state::heartbeat;

/// Which queues.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl queue ls
  leadctl queue ls -o json | jq '.items[] | {name, waiting, oldest_waiting_ms}'

A queue of others is listed as soon as it has ever held something. Workers are those that tell that
they are alive; see `leadctl workers ls`.")]
pub struct LsArgs {}

impl LsArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let rows = rows(&services).await;
        ctx.close(services).await;
        ctx.out.list(&rows?, ListMeta::default())?;
        Ok(Exit::Done)
    }
}

async fn rows(services: &Services) -> anyhow::Result<Vec<QueueRow>> {
    let processes = heartbeat::processes(services.state.as_ref()).await?;
    let schedules = schedules(services).await?;
    let at = services.clock.now();
    let mut rows = Vec::new();
    for name in known_queues(services).await? {
        let status = queue_status(services, &name, &processes, at).await?;
        let findings = of_queue(&status, &schedules, at);
        rows.push(QueueRow { status, findings });
    }
    Ok(rows)
}

/// A queue as a row.
#[derive(Debug, Clone, Serialize)]
pub(super) struct QueueRow {
    #[serde(flatten)]
    pub(super) status: QueueStatus,
    /// What is wrong with it.
    pub(super) findings: Vec<Finding>,
}

impl QueueRow {
    /// One queue, with what is wrong with it.
    pub(super) async fn read(services: &Services, name: &str) -> anyhow::Result<Self> {
        let processes = heartbeat::processes(services.state.as_ref()).await?;
        let schedules = schedules(services).await?;
        let at = services.clock.now();
        let status = queue_status(services, name, &processes, at).await?;
        let findings = of_queue(&status, &schedules, at);
        Ok(Self { status, findings })
    }

    fn state(&self) -> Cell {
        match (self.status.counts.is_paused, self.status.counts.ready()) {
            (true, 0) => Cell::text("paused"),
            (true, _) => Cell::text("paused").tone(Tone::Warn),
            (false, _) => Cell::text("open").tone(Tone::Good),
        }
    }

    fn failed(&self) -> Cell {
        let tone = if self.status.failed_last_hour > 0 { Tone::Bad } else { Tone::Normal };
        Cell::number(self.status.counts.failed).tone(tone)
    }
}

impl Record for QueueRow {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("queue", |r: &QueueRow| Cell::text(&r.status.name)),
                Column::new("state", QueueRow::state),
                Column::new("waiting", |r| {
                    Cell::number(r.status.counts.waiting + r.status.counts.paused)
                }),
                Column::new("prioritized", |r| Cell::number(r.status.counts.prioritized)),
                Column::new("active", |r| Cell::number(r.status.counts.active)),
                Column::new("delayed", |r| Cell::number(r.status.counts.delayed)),
                Column::new("failed", QueueRow::failed),
                Column::new("completed", |r| Cell::number(r.status.counts.completed)),
                Column::wide("waiting_children", |r| {
                    Cell::number(r.status.counts.waiting_children)
                }),
                Column::new("oldest", |r| Cell::maybe(r.status.oldest_waiting().map(span))),
                Column::new("workers", |r| Cell::number(r.status.workers)),
                Column::wide("concurrency", |r| Cell::number(r.status.concurrency)),
                Column::wide("failed_last_hour", |r| Cell::number(r.status.failed_last_hour)),
                Column::new("warning", |r| {
                    let first = r.findings.first();
                    Cell::maybe(first.map(|f| f.code.replace('_', " "))).tone(Tone::Warn)
                }),
            ]
        }
    }
}
