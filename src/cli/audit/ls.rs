use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::{Cell, Column, ListMeta, Record, Tone};
use crate::cli::time;
use crate::model::Timestamp;
use crate::services::Services;
use crate::store::{AuditEntry, AuditFilter, AuditOutcome};

/// Which actions.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl audit ls --since 24h
  leadctl audit ls --actor ann@web1 --action queue.pause
  leadctl audit ls --action dlq -o json --limit 200
  leadctl audit ls --columns at,actor,action,target,op_id

The last 100000 actions of the last 400 days are kept. Dry runs are not, and neither is what was
refused before anything was done.")]
pub struct LsArgs {
    /// Of this user, as USER@HOST
    #[arg(long, value_name = "ACTOR")]
    actor: Option<String>,
    /// This action, as in queue.pause, or all of a noun, as in queue
    #[arg(long, value_name = "ACTION")]
    action: Option<String>,
    /// Done since: a span as in 24h or 7d, a date, or an instant in RFC 3339
    #[arg(long, value_name = "WHEN")]
    since: Option<String>,
    /// At most this many
    #[arg(long, short = 'n', value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
    /// Go on behind the page before: its `next`
    #[arg(long, value_name = "CURSOR")]
    cursor: Option<String>,
}

/// An action as a row.
#[derive(Debug, Clone, Serialize)]
struct AuditRow {
    #[serde(flatten)]
    entry: AuditEntry,
    #[serde(skip)]
    now: Timestamp,
}

impl AuditRow {
    fn outcome(&self) -> Cell {
        let outcome = self.entry.outcome;
        let tone = match outcome {
            AuditOutcome::Done | AuditOutcome::Nothing => Tone::Normal,
            AuditOutcome::Partly | AuditOutcome::Failed => Tone::Warn,
        };
        Cell::text(outcome.as_str()).tone(tone)
    }

    fn acted(&self) -> Cell {
        match self.entry.detail["acted"].as_u64() {
            Some(n) => Cell::number(n),
            None => Cell::absent(),
        }
    }
}

impl Record for AuditRow {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::wide("at", |r: &AuditRow| Cell::text(r.entry.at.to_string())),
                Column::new("when", |r| Cell::text(time::ago(r.entry.at, r.now))),
                Column::new("actor", |r| Cell::text(&r.entry.actor)),
                Column::new("action", |r| Cell::text(&r.entry.action)),
                Column::new("outcome", AuditRow::outcome),
                Column::new("acted", AuditRow::acted),
                Column::new("target", |r: &AuditRow| Cell::text(&r.entry.target)).cut(),
                Column::wide("op_id", |r| Cell::text(&r.entry.op_id)),
                Column::wide("detail", |r| Cell::text(r.entry.detail.to_string())),
            ]
        }
    }
}

impl LsArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let now = services.clock.now();
        let since = self.since.as_deref().map(|text| time::since(text, now)).transpose();
        let filter = AuditFilter {
            actor: self.actor,
            action: self.action,
            since: since.map_err(|error| CliError::usage(format!("--since: {error}")))?,
        };
        let page = services.store.audit(&filter, self.cursor.as_deref(), self.limit).await;
        services.close().await;
        let page = page?;
        let rows: Vec<AuditRow> =
            page.entries.into_iter().map(|entry| AuditRow { entry, now }).collect();
        let empty_hint = Some("nothing was done here that is still kept".to_owned());
        ctx.out.list(&rows, ListMeta { next: page.next, empty_hint, ..ListMeta::default() })?;
        Ok(Exit::Done)
    }
}
