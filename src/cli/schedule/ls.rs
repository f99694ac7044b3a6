use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{Cell, Column, ListMeta, Record, Tone};
use crate::cli::queue::known::must_exist;
use crate::cli::time::ago;
use crate::cli::values::QueueName;
use crate::model::Timestamp;
use crate::queue::Schedule;
use crate::services::Services;

/// Which schedules.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl schedule ls
  leadctl schedule ls --queue subreddit-analysis
  leadctl schedule ls --columns id,next_at,data")]
pub struct LsArgs {
    /// Only those of this queue
    #[arg(long, value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queue: Option<String>,
}

impl LsArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let found = self.read(&services).await;
        let now = services.clock.now();
        services.close().await;
        let rows: Vec<ScheduleRow> =
            found?.into_iter().map(|schedule| ScheduleRow { schedule, now }).collect();
        let hint = "there is no schedule; an active campaign brings one, `leadctl schedule set` makes others";
        ctx.out
            .list(&rows, ListMeta { empty_hint: Some(hint.to_owned()), ..ListMeta::default() })?;
        Ok(Exit::Done)
    }

    async fn read(&self, services: &Services) -> anyhow::Result<Vec<Schedule>> {
        if let Some(queue) = &self.queue {
            must_exist(services, queue).await?;
        }
        Ok(services.queue.schedules(self.queue.as_deref()).await?)
    }
}

/// A schedule as a row.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ScheduleRow {
    #[serde(flatten)]
    pub(super) schedule: Schedule,
    #[serde(skip)]
    pub(super) now: Timestamp,
}

impl ScheduleRow {
    fn next(&self) -> Cell {
        match self.schedule.next_at {
            None => Cell::text("never").tone(Tone::Warn),
            Some(at) if at < self.now => Cell::text(ago(at, self.now)).tone(Tone::Warn),
            Some(at) => Cell::text(ago(at, self.now)),
        }
    }
}

impl Record for ScheduleRow {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("id", |r: &ScheduleRow| Cell::text(&r.schedule.id)),
                Column::new("queue", |r| Cell::text(&r.schedule.queue)),
                Column::new("recurs", |r| Cell::text(r.schedule.recurrence.to_string())),
                Column::new("next", ScheduleRow::next),
                Column::new("last", |r| Cell::maybe(r.schedule.last_at.map(|at| ago(at, r.now)))),
                Column::new("runs", |r| Cell::number(r.schedule.iterations)),
                Column::new("job", |r| Cell::text(&r.schedule.name)),
                Column::wide("data", |r| Cell::text(r.schedule.data.to_string())),
                Column::wide("next_at", |r| Cell::maybe(r.schedule.next_at.map(|t| t.to_string()))),
                Column::wide("last_at", |r| Cell::maybe(r.schedule.last_at.map(|t| t.to_string()))),
            ]
        }
    }
}
