use clap::Args;
use serde::Serialize;

use super::known::named;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::{Cell, Column, ListMeta, Record, Tone};
use crate::guard::breaker::{Change, history};
use crate::services::Services;

/// Of which breakers, and how much.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl breaker history
  leadctl breaker history reddit --limit 5 -o json

The last hundred changes of each breaker are kept. The newest come last.")]
pub struct HistoryArgs {
    /// Of these breakers [default: all]
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    /// No more than the last so many
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: usize,
}

/// A change as a row.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ChangeRow {
    pub(crate) breaker: String,
    #[serde(flatten)]
    pub(crate) change: Change,
}

impl ChangeRow {
    /// The figures that decided, or who did it.
    pub(crate) fn because(&self) -> String {
        let change = &self.change;
        if let Some(by) = &change.by {
            let why = if by.why.is_empty() { String::new() } else { format!(": {}", by.why) };
            return format!("{}{why}", by.who);
        }
        let figures = &change.figures;
        let error = change.error.as_ref().map_or_else(String::new, |error| format!("; {error}"));
        match figures.calls {
            0 => error.trim_start_matches("; ").to_owned(),
            calls => format!(
                "{} of {calls} calls failed, {} were slow{error}",
                figures.failed, figures.slow
            ),
        }
    }
}

impl Record for ChangeRow {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("at", |r: &ChangeRow| Cell::text(r.change.at.to_string())),
                Column::new("breaker", |r| Cell::text(&r.breaker)),
                Column::new("from", |r| Cell::text(r.change.from.as_str())),
                Column::new("to", |r| {
                    let tone = if r.change.to.lets_through() { Tone::Normal } else { Tone::Warn };
                    Cell::text(r.change.to.as_str()).tone(tone)
                }),
                Column::new("cause", |r| Cell::text(r.change.cause.as_str())),
                Column::new("because", |r: &ChangeRow| Cell::text(r.because())).cut(),
                Column::wide("until", |r| Cell::maybe(r.change.until.map(|at| at.to_string()))),
                Column::wide("seq", |r| Cell::number(r.change.seq)),
            ]
        }
    }
}

impl HistoryArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let rows = self.rows(&services).await;
        services.close().await;
        let meta = ListMeta {
            empty_hint: Some("no breaker has ever changed its state".to_owned()),
            ..ListMeta::default()
        };
        ctx.out.list(&rows?, meta)?;
        Ok(Exit::Done)
    }

    async fn rows(&self, services: &Services) -> anyhow::Result<Vec<ChangeRow>> {
        let mut rows = Vec::new();
        for breaker in named(services, &self.names).await? {
            let changes = history(services.guards.state(), &breaker).await?;
            let row = |change| ChangeRow { breaker: breaker.clone(), change };
            rows.extend(changes.into_iter().map(row));
        }
        rows.sort_by_key(|row| (row.change.at, row.change.seq));
        let surplus = rows.len().saturating_sub(self.limit);
        rows.drain(..surplus);
        Ok(rows)
    }
}
