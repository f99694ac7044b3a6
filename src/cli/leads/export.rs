use std::io;
use std::path::PathBuf;

use clap::Args;

use super::filter::FilterArgs;
use super::row::LeadRow;
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::interrupt::Interrupt;
use crate::cli::output::{Format, RecordStream};
use crate::services::Services;
use crate::store::{LeadFilter, LeadPageRequest};

use super::atomic_file::AtomicFile;

/// Leads read at a time.
const PAGE: u32 = 500;

/// Write all leads out as NDJSON or CSV, newest found first
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl leads export --campaign acme -o csv --to leads.csv
  leadctl leads export --min-score 70 --since 7d | jq -r .post.permalink
  leadctl leads export -o csv --columns score,title,url,author

NDJSON is the default, and holds what `leads show -o json` does. In CSV, text that a spreadsheet would
take for a formula begins with a ' sign. A file appears whole or not at all, for its owner's eyes only
(mode 0600), in place of one of that name.")]
pub struct ExportArgs {
    #[command(flatten)]
    filter: FilterArgs,
    /// Write to this file; - is standard output
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
}

impl ExportArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        if matches!(ctx.out.format, Format::Json | Format::Yaml) {
            return Err(CliError::usage("leads are exported as NDJSON or CSV")
                .hint("give -o ndjson or -o csv; `leads ls -o json` prints a page as one document")
                .into());
        }
        let to = self.to.as_deref().filter(|path| path.as_os_str() != "-");
        let services = Services::open(ctx.settings().clone()).await?;
        let filter = self.filter.resolve(&services).await?;
        let Some(path) = to else {
            let stream = ctx.out.stream()?;
            export(&services, &filter, stream).await?;
            services.close().await;
            return Ok(Exit::Done);
        };
        let interrupt = Interrupt::listen()?;
        let cannot = |error: io::Error| cannot_write(path, &error);
        let file = AtomicFile::create(path).map_err(cannot)?;
        let stream = ctx.out.stream_to(file.writer().map_err(cannot)?)?;
        let count = tokio::select! {
            count = export(&services, &filter, stream) => count?,
            () = interrupt.stop.cancelled() => return Ok(interrupt.exit().unwrap_or(Exit::Failed)),
        };
        file.keep().map_err(cannot)?;
        services.close().await;
        ctx.out.note(&format!("{count} leads written to {}", path.display()));
        Ok(Exit::Done)
    }
}

fn cannot_write(path: &std::path::Path, error: &io::Error) -> CliError {
    CliError::new(Exit::Failed, format!("cannot write {}: {error}", path.display()))
        .hint("check that the directory exists and that you may write to it")
        .target(path.display().to_string())
}

/// Writes page after page, so that memory does not grow with the number of leads.
async fn export(
    services: &Services,
    filter: &LeadFilter,
    mut stream: RecordStream<LeadRow>,
) -> anyhow::Result<u64> {
    let mut count = 0;
    let mut cursor = None;
    loop {
        let page = services.store.leads(filter, LeadPageRequest { cursor, limit: PAGE }).await?;
        let now = services.clock.now();
        for lead in page.leads {
            stream.push(&LeadRow::new(lead, now))?;
            count += 1;
        }
        cursor = page.next;
        if cursor.is_none() {
            stream.finish()?;
            return Ok(count);
        }
        stream.flush()?;
    }
}
