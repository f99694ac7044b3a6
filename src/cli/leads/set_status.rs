use std::io::BufRead;

use clap::Args;

use super::filter::status;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::ActReport;
use crate::model::LeadStatus;
use crate::services::Services;

/// Say where you stand with leads: new, saved, contacted, converted, dismissed
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl leads set-status contacted 4k2m9qx7d0vbe
  leadctl leads ls --status new --min-score 80 --columns id --no-headers |
    leadctl leads set-status saved -

A lead that is found again keeps its status. Ids that do not exist: exit code 3, or 8 where others do.")]
pub struct SetStatusArgs {
    /// Where you stand with them
    #[arg(value_parser = status())]
    status: LeadStatus,
    /// Ids of leads; - reads them from standard input, one a line
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
}

impl SetStatusArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let ids = with_stdin(self.ids)?;
        let services = Services::open(ctx.settings().clone()).await?;
        let mut report = ActReport::new(false);
        for id in &ids {
            match services.store.set_lead_status(id, self.status, services.clock.now()).await? {
                Some(true) => report.acted(id),
                Some(false) => report.skipped(id),
                None => report.failed(id, format!("there is no lead {id:?}")),
            }
        }
        ctx.close(services).await;
        let exit = match (report.errors.len(), report.acted + report.skipped) {
            (0, _) => Exit::Done,
            (_, 0) => Exit::NotFound,
            _ => Exit::Partly,
        };
        let human = match report.skipped {
            0 => format!("{} now {}", count(report.acted), self.status),
            before => format!("{} now {}, {before} were before", count(report.acted), self.status),
        };
        ctx.out.act(&report, &human)?;
        Ok(exit)
    }
}

fn count(n: u64) -> String {
    if n == 1 { "1 lead is".to_owned() } else { format!("{n} leads are") }
}

/// The ids, with those from standard input in the place of `-`.
fn with_stdin(ids: Vec<String>) -> std::io::Result<Vec<String>> {
    let mut all = Vec::with_capacity(ids.len());
    let mut read = false;
    for id in ids {
        if id != "-" {
            all.push(id);
        } else if !read {
            read = true;
            for line in std::io::stdin().lock().lines() {
                let line = line?;
                if !line.trim().is_empty() {
                    all.push(line.trim().to_owned());
                }
            }
        }
    }
    Ok(all)
}
