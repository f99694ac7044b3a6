use std::path::{Path, PathBuf};

use clap::Args;
use indicatif::ProgressBar;
use secrecy::SecretString;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::{ActReport, Cell, Column, Format, ListMeta, Output, Record};
use crate::clock::SystemClock;
use crate::config::DatabaseSettings;
use crate::db::copy::{Copy, CopyError, Progress, TableReport};
use crate::db::{Db, DbError};

/// From where to where.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl db copy --to postgres://leadctl@db.example.com/leadctl --dry-run
  leadctl db copy --from sqlite:/srv/leadctl/leadctl.db --to postgres://leadctl@db.example.com/leadctl
  DATABASE_URL=postgres://... leadctl db copy --yes      into a database that holds other data

Stop leadctl before, so that nothing is added while this runs. Campaigns, leads, what was judged,
subreddits, imports, jobs with their logs, and schedules are copied; both databases keep what they
have. If it is interrupted, run it again: it goes on where it was. At the end both sides are compared
row by row; a difference is told and ends in exit code 8.")]
pub struct CopyArgs {
    /// The database to copy from, as sqlite:PATH [default: the one in the data directory]
    #[arg(long, value_name = "sqlite:PATH")]
    from: Option<String>,
    /// The database to copy to, as postgres://... [default: DATABASE_URL, which keeps a password off the command line]
    #[arg(long, value_name = "URL")]
    to: Option<String>,
    /// Copy into a database that holds other data; what it holds is kept
    #[arg(short, long)]
    yes: bool,
    /// Only say what would be copied
    #[arg(long)]
    dry_run: bool,
}

/// What came of it.
#[derive(Debug, Serialize)]
struct Report {
    dry_run: bool,
    from: String,
    to: String,
    /// Whether every row of the source is in the target as it is in the source.
    verified: bool,
    copied: u64,
    tables: Vec<Line>,
}

impl Report {
    /// The rows as what was changed.
    fn act(&self) -> ActReport {
        let (matched, acted) =
            (self.tables.iter().map(|t| t.report.source_rows).sum(), self.copied);
        ActReport {
            matched,
            acted,
            skipped: u64::saturating_sub(matched, acted),
            ..ActReport::new(self.dry_run)
        }
    }
}

/// A table, as it is listed.
#[derive(Debug, Serialize)]
struct Line {
    #[serde(flatten)]
    report: TableReport,
    verified: bool,
    #[serde(skip)]
    dry_run: bool,
}

impl Record for Line {
    fn columns() -> &'static [Column<Self>] {
        const COLUMNS: &[Column<Line>] = &[
            Column::new("table", |line| Cell::text(line.report.table)),
            Column::new("source", |line| Cell::number(line.report.source_rows)),
            Column::new("target", |line| Cell::number(line.report.target_rows)),
            Column::new("copied", |line| Cell::number(line.report.copied)),
            Column::new("different", |line| Cell::number(line.report.different)),
            Column::new("checksums", |line| {
                Cell::text(match (line.dry_run, line.verified) {
                    (true, _) => "not compared",
                    (false, true) => "the same",
                    (false, false) => "not the same",
                })
            }),
        ];
        COLUMNS
    }
}

impl CopyArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let settings = ctx.settings();
        let source = source(self.from.as_deref(), &settings.data_dir)?;
        let target = target(self.to.as_deref(), &settings.data_dir, &settings.database)?;
        let (from, to) = (source.describe(), target.describe());
        let mut copy = Copy::new(&source, &target, SystemClock::shared()).await.map_err(told)?;
        let tables = if self.dry_run {
            if let Some(what) = copy.other_data().await.map_err(told)? {
                ctx.out.note(&format!("note: the target holds other data already: {what}"));
            }
            copy.plan().await
        } else {
            self.copy(ctx, &mut copy).await
        };
        let tables = tables.map_err(told)?;
        drop(copy);
        source.close().await;
        target.close().await;
        let dry_run = self.dry_run;
        let line = |report: TableReport| Line { verified: report.is_same(), dry_run, report };
        let tables: Vec<Line> = tables.into_iter().map(line).collect();
        let report = Report {
            dry_run,
            from,
            to,
            verified: tables.iter().all(|table| table.verified) && !dry_run,
            copied: tables.iter().map(|table| table.report.copied).sum(),
            tables,
        };
        ctx.out.acts.add(&report.act());
        print(&ctx.out, &report)
    }

    async fn copy(&self, ctx: &Context, copy: &mut Copy) -> Result<Vec<TableReport>, CopyError> {
        let bar = ctx
            .out
            .progress("{msg:26} {bar:30} {human_pos}/{human_len} {eta}", || ProgressBar::new(0));
        let mut show = |progress: Progress| {
            bar.set_length(progress.total);
            bar.set_position(progress.done);
            bar.set_message(format!("{} {}", progress.step, progress.table));
        };
        let copied = copy.run(self.yes, &mut show).await;
        bar.finish_and_clear();
        copied
    }
}

fn print(out: &Output, report: &Report) -> anyhow::Result<Exit> {
    match out.format {
        Format::Table | Format::Csv => out.list(&report.tables, ListMeta::default())?,
        _ => out.show(report, String::new)?,
    }
    let (from, to) = (&report.from, &report.to);
    let rows = report.copied;
    if report.dry_run {
        out.note(&format!("would copy {rows} rows from {from} to {to}"));
        return Ok(Exit::Done);
    }
    out.note(&format!("copied {rows} rows from {from} to {to}"));
    if report.verified {
        out.note("every row of the source is in the target, by number and checksum");
        return Ok(Exit::Done);
    }
    out.note(
        "the target is not the same as the source: rows that were there before were kept, or \
         something changed meanwhile; stop leadctl and run this again",
    );
    Ok(Exit::Partly)
}

/// The database to copy from; it is not made where it is missing.
fn source(from: Option<&str>, data_dir: &Path) -> anyhow::Result<Db> {
    let path = match from {
        Some(from) => PathBuf::from(from.strip_prefix("sqlite:").ok_or_else(|| {
            CliError::usage("--from must be sqlite:PATH, as in sqlite:/srv/leadctl/leadctl.db")
        })?),
        None => data_dir.to_owned(),
    };
    Db::at(&path).map_err(|path| {
        let message = format!("there is no database at {}", path.display());
        CliError::not_found(message)
            .hint("give --from sqlite:PATH or --data-dir")
            .target(path.display().to_string())
            .into()
    })
}

/// The database to copy to, from the command line or the configuration.
fn target(to: Option<&str>, data_dir: &Path, configured: &DatabaseSettings) -> anyhow::Result<Db> {
    let mut settings = configured.clone();
    if let Some(to) = to {
        settings.url = Some(SecretString::from(to.to_owned()));
    }
    if settings.address().is_none() {
        return Err(CliError::usage("there is no database to copy to")
            .hint("give --to postgres://user@host/name, or set DATABASE_URL")
            .into());
    }
    Db::from_settings_unmigrated(data_dir, &settings).map_err(|error| match error {
        DbError::Address(why) if to.is_some() => {
            CliError::usage(format!("--to is not an address of a Postgres database: {why}")).into()
        }
        error => error.into(),
    })
}

fn told(error: CopyError) -> anyhow::Error {
    match error {
        CopyError::OtherData(_) => CliError::refused(error.to_string())
            .hint("give --yes to copy into it all the same; what it holds is kept")
            .into(),
        CopyError::NoSource(_) => CliError::not_found(error.to_string()).into(),
        CopyError::OldSource(_) => CliError::refused(error.to_string()).into(),
        CopyError::Direction { .. } => CliError::usage(error.to_string()).into(),
        // By itself, so that its kind gives the exit code.
        CopyError::Db(error) => error.into(),
        CopyError::Sql(_) => anyhow::Error::new(error),
    }
}
