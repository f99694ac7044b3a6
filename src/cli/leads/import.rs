use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use indicatif::ProgressBar;

use super::import_report::{ImportReport, human};
use crate::cli::campaigns;
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::interrupt::Interrupt;
use crate::cli::output::plain;
use crate::jobs::import::{ImportOptions, ImportProgress, Imported, import};
use crate::model::Campaign;
use crate::reddit::dump::{self, LineReader};
use crate::services::Services;

/// How often the progress is drawn where nothing moves.
const TICK: Duration = Duration::from_millis(200);

/// Look for leads in a dump: NDJSON, plain or zstd, one submission or comment a line
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl leads import RS_2026-01.zst --campaign acme
  zstd -dc --long=31 RC_2026-01.zst | grep -i invoic | leadctl leads import - --campaign acme

Posts take the way that live ones take, only that they may be of any age. An import that was broken
off, also by a crash, goes on where it was when the same command is given again; one that came to its
end can be repeated, and finds nothing twice. Lines that are no post are told with their numbers, and
make the exit code 8; the rest is kept. Standard input is read from its beginning each time.")]
pub struct ImportArgs {
    /// The dump; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// For this campaign: its id or name
    #[arg(long, short = 'C', value_name = "CAMPAIGN")]
    campaign: String,
    /// Begin anew where an import of this file was broken off
    #[arg(long)]
    restart: bool,
}

impl ImportArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Arc::new(Services::open(ctx.settings().clone()).await?);
        let campaign = campaigns::find(&services, &self.campaign).await?;
        let interrupt = Interrupt::listen()?;
        let Some(input) = self.open(&interrupt).await? else {
            return Ok(interrupt.exit().unwrap_or(Exit::Interrupted));
        };
        let started = std::time::Instant::now();
        let imported = self.import(ctx, &services, &campaign, input, &interrupt).await;
        services.close().await;
        let imported = imported?;
        let report = ImportReport::new(&imported, self.name(), &campaign.id, started.elapsed());
        ctx.out.acts.add(report.act());
        ctx.out.show(&report, || if ctx.out.quiet { String::new() } else { human(&report) })?;
        if imported.stopped {
            ctx.out.note(match self.key() {
                Some(_) => "stopped; the same command goes on from here",
                None => "stopped; what was found so far is kept",
            });
            return Ok(interrupt.exit().unwrap_or(Exit::Interrupted));
        }
        Ok(if imported.summary.rejected > 0 { Exit::Partly } else { Exit::Done })
    }

    fn is_stdin(&self) -> bool {
        self.file.as_os_str() == "-"
    }

    fn name(&self) -> String {
        if self.is_stdin() { "standard input".into() } else { self.file.display().to_string() }
    }

    /// Opens the dump, which for standard input waits for its first bytes; nothing where a signal
    /// came first.
    async fn open(&self, interrupt: &Interrupt) -> anyhow::Result<Option<LineReader>> {
        let path = (!self.is_stdin()).then(|| self.file.clone());
        let (send, opened) = tokio::sync::oneshot::channel();
        // Not a task of the runtime: that would be waited for at the end, though nothing may come.
        std::thread::spawn(move || {
            let _ = send.send(path.as_deref().map_or_else(dump::stdin, dump::open));
        });
        let opened = tokio::select! {
            opened = opened => opened?,
            () = interrupt.stop.cancelled() => return Ok(None),
        };
        opened.map(Some).map_err(|error| {
            let exit = match error.kind() {
                std::io::ErrorKind::NotFound => Exit::NotFound,
                _ => Exit::Failed,
            };
            let name = self.name();
            CliError::new(exit, format!("cannot read {name}: {error}")).target(name).into()
        })
    }

    async fn import(
        &self,
        ctx: &Context,
        services: &Services,
        campaign: &Campaign,
        input: LineReader,
        interrupt: &Interrupt,
    ) -> anyhow::Result<Imported> {
        let key = self.key();
        let restart = self.restart;
        let options = ImportOptions { key, restart, stop: interrupt.stop.clone() };
        let bar = bar(ctx, input.total_bytes());
        let mut told = Told::default();
        let imported = import(services, campaign.clone(), input, options, |at| {
            told.tell(ctx, &bar, &at);
            bar.set_position(at.bytes);
            let tally = &at.summary.tally;
            bar.set_message(format!("{} posts, {} new leads", tally.read, tally.new_leads));
        })
        .await;
        bar.finish_and_clear();
        let imported = imported?;
        if imported.resumed_after > 0 {
            ctx.out.note(&format!(
                "went on after line {}; --restart begins anew",
                imported.resumed_after
            ));
        }
        let untold = imported.summary.rejected.saturating_sub(told.rejects as u64);
        if untold > 0 {
            eprintln!("error: {untold} more lines are no posts");
        }
        Ok(imported)
    }

    /// Names the file among the checkpoints: one that was changed is another.
    fn key(&self) -> Option<String> {
        if self.is_stdin() { None } else { file_key(&self.file) }
    }
}

fn file_key(path: &Path) -> Option<String> {
    let path = fs::canonicalize(path).ok()?;
    let metadata = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
    let changed = (metadata.mtime(), metadata.mtime_nsec());
    Some(format!("{}/{}.{}{}", metadata.len(), changed.0, changed.1, path.display()))
}

fn bar(ctx: &Context, total: Option<u64>) -> ProgressBar {
    let bar = match total {
        Some(total) => ctx
            .out
            .progress("{wide_bar} {percent:>3} %  {binary_bytes_per_sec}  {eta}  {msg}", || {
                ProgressBar::new(total)
            }),
        None => ctx.out.progress("{spinner} {binary_bytes}  {msg}", ProgressBar::new_spinner),
    };
    if !bar.is_hidden() {
        bar.enable_steady_tick(TICK);
    }
    bar
}

/// What was told already while importing.
#[derive(Default)]
struct Told {
    rejects: usize,
    notes: Vec<String>,
}

impl Told {
    fn tell(&mut self, ctx: &Context, bar: &ProgressBar, at: &ImportProgress<'_>) {
        let new = at.summary.rejects.get(self.rejects..).unwrap_or_default();
        for reject in new {
            let (line, reason) = (reject.line, plain(&reject.reason));
            bar.suspend(|| eprintln!("error: line {line}: {reason}"));
        }
        self.rejects = at.summary.rejects.len();
        for note in at.notes {
            if !self.notes.contains(note) {
                bar.suspend(|| ctx.out.note(&plain(note)));
                self.notes.push(note.clone());
            }
        }
    }
}
