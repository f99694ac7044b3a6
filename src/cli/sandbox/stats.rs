use clap::Args;
use serde::Serialize;

use super::find::{Which, failure};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{Cell, Column, ListMeta, Record, Tone};
use crate::cli::time::ago;
use crate::clock::{Clock, SystemClock};
use crate::model::Timestamp;
use crate::sandbox::fault::EndpointStats;

/// Of which sandbox.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl sandbox stats
  leadctl sandbox stats -o json
  leadctl sandbox stats --url http://127.0.0.1:9900

Each line is one kind of requests since the sandbox started: the endpoint, the answer and the fault
that struck. A status is absent where a fault let no answer through whole.")]
pub struct StatsArgs {
    #[command(flatten)]
    which: Which,
}

/// A kind of requests as a row.
#[derive(Debug, Serialize)]
struct Row {
    #[serde(flatten)]
    stats: EndpointStats,
    #[serde(skip)]
    now: Timestamp,
}

impl StatsArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let control = self.which.control(ctx)?;
        let stats = control.stats().await.map_err(|e| failure(&e))?;
        let now = SystemClock.now();
        for fault in &stats.faults {
            ctx.out.note(&format!(
                "{} has {}: ends {}",
                fault.target,
                fault.mode,
                ago(fault.until, now)
            ));
        }
        let mut meta = ListMeta {
            empty_hint: Some("the sandbox was asked nothing yet".to_owned()),
            ..ListMeta::default()
        };
        meta.meta.insert("since".to_owned(), serde_json::to_value(stats.since)?);
        meta.meta.insert("requests".to_owned(), stats.requests.into());
        meta.meta.insert("faulted".to_owned(), stats.faulted.into());
        meta.meta.insert("faults".to_owned(), serde_json::to_value(&stats.faults)?);
        let rows: Vec<Row> = stats.endpoints.into_iter().map(|stats| Row { stats, now }).collect();
        ctx.out.list(&rows, meta)?;
        if !rows.is_empty() {
            ctx.out
                .note(&format!("{} requests, {} struck by a fault", stats.requests, stats.faulted));
        }
        Ok(Exit::Done)
    }
}

impl Record for Row {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("target", |r: &Row| Cell::text(r.stats.target.as_str())),
                Column::new("endpoint", |r| Cell::text(&r.stats.endpoint)),
                Column::new("status", |r| Cell::maybe(r.stats.status.map(|s| s.to_string()))),
                Column::new("fault", |r| match r.stats.fault {
                    Some(fault) => Cell::text(fault.as_str()).tone(Tone::Warn),
                    None => Cell::text(""),
                }),
                Column::new("count", |r| Cell::number(r.stats.count)),
                Column::new("last", |r| Cell::text(ago(r.stats.last_at, r.now))),
                Column::wide("last_at", |r| Cell::text(r.stats.last_at.to_string())),
            ]
        }
    }
}
