use clap::Args;
use serde::Serialize;

use super::which::{Letter, WhichArgs};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::jobs::JobView;
use crate::cli::output::{Cell, Column, Record};
use crate::services::Services;

/// Which dead letters to print.
#[derive(Debug, Args)]
#[command(
    override_usage = "leadctl dlq export [OPTIONS] <GROUP>...\n       leadctl dlq export [OPTIONS] --all",
    after_help = "\
Examples:
  leadctl dlq export 3fa9c1d2e4 > letters.ndjson
  leadctl dlq export --all --all-queues -o csv > letters.csv

Prints NDJSON where no other format is asked for, each job as it is read."
)]
pub struct ExportArgs {
    #[command(flatten)]
    which: WhichArgs,
}

/// A dead letter in full.
#[derive(Debug, Serialize)]
struct Exported {
    group: String,
    /// What the errors of the group have in common.
    error: String,
    #[serde(flatten)]
    job: JobView,
}

impl ExportArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        self.which.check()?;
        let mut stream = ctx.out.stream::<Exported>()?;
        let services = Services::open(ctx.settings().clone()).await?;
        let now = services.clock.now();
        let read = self.which.groups.read(&services, |letter| {
            let Letter { group, signature, job } = letter;
            stream.push(&Exported { group, error: signature, job: JobView::new(job, now) })
        });
        let scanned = read.await;
        services.close().await;
        let scanned = scanned?;
        stream.finish()?;
        if let Some(warning) = scanned.warning() {
            ctx.out.note(&format!("warning: {warning}"));
        }
        Ok(Exit::Done)
    }
}

impl Record for Exported {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("group", |l: &Exported| Cell::text(&l.group)),
                Column::new("queue", |l| Cell::text(&l.job.queue)),
                Column::new("id", |l| Cell::text(&l.job.id)),
                Column::new("name", |l| Cell::text(&l.job.name)),
                Column::new("error", |l| Cell::text(&l.error)),
                Column::new("failed_reason", |l| Cell::maybe(l.job.failed_reason.as_deref())),
                Column::new("attempts_made", |l| Cell::number(l.job.attempts_made)),
                Column::new("created_at", |l| Cell::text(l.job.created_at.to_string())),
                Column::new("finished_at", |l| {
                    Cell::maybe(l.job.finished_at.map(|at| at.to_string()))
                }),
                Column::new("data", |l| Cell::text(l.job.data.to_string())),
            ]
        }
    }
}
