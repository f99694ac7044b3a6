use std::ops::ControlFlow;

use clap::Args;

use super::path::PathFilter;
use super::view::JobView;
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::ListMeta;
use crate::cli::scan::{ScanArgs, scan};
use crate::cli::scope::ScopeArgs;
use crate::cli::values::one_of;
use crate::model::Timestamp;
use crate::queue::{Job, JobState};
use crate::services::Services;

/// Which jobs to look for.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl jobs find --state failed --error 'timed out'
  leadctl jobs find --all-queues --name send --path .to.id=7
  leadctl jobs find --queue mail --path .tags[0] --scan 100000
  leadctl jobs find --state failed --error 429 -o ndjson | leadctl jobs retry -

All conditions must hold. Jobs are read a page at a time, up to --scan of them.")]
pub struct FindArgs {
    #[command(flatten)]
    scope: ScopeArgs,
    /// Of this name
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// In these states, separated by commas [default: all]
    #[arg(long, value_name = "STATES", value_delimiter = ',', value_parser = one_of::<JobState>(JobState::ALL.iter().map(|s| s.as_str())))]
    state: Vec<JobState>,
    /// With this in their payload: `.a.b[0]=VALUE`, or only a path that leads to something; may be repeated
    #[arg(long, value_name = "PATH=VALUE", value_parser = PathFilter::parse)]
    path: Vec<PathFilter>,
    /// With this in their error, in any case
    #[arg(long, value_name = "TEXT")]
    error: Option<String>,
    /// Stop when so many are found
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
    #[command(flatten)]
    scan: ScanArgs,
}

impl FindArgs {
    pub(super) async fn run(mut self, ctx: &Context) -> anyhow::Result<Exit> {
        if self.name.is_none() && self.path.is_empty() && self.error.is_none() {
            return Err(CliError::usage("what is to be found?")
                .hint("give --name, --path or --error; `leadctl jobs ls` lists without them")
                .into());
        }
        self.error = self.error.map(|text| text.to_lowercase());
        let services = Services::open(ctx.settings().clone()).await?;
        let found = self.find(&services).await;
        services.close().await;
        let (jobs, meta) = found?;
        ctx.out.list(&jobs, meta)?;
        Ok(Exit::Done)
    }

    async fn find(&self, services: &Services) -> anyhow::Result<(Vec<JobView>, ListMeta)> {
        let names = self.scope.names(services).await?;
        let (now, limit): (Timestamp, _) = (services.clock.now(), self.limit as usize);
        let mut found = Vec::new();
        let queue = services.queue.as_ref();
        let scanned = scan(queue, &names, &self.state, self.scan.scan, |job| {
            if self.fits(&job) {
                found.push(JobView::new(job, now));
            }
            Ok(if found.len() < limit { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
        });
        let scanned = scanned.await?;
        let full = found.len() == limit && scanned.truncated;
        let warning = match full {
            true => Some(format!("stopped at {limit}, there may be more; see --limit")),
            false => scanned.warning(),
        };
        let meta = ListMeta {
            warnings: warning.into_iter().collect(),
            meta: scanned.meta(found.len() as u64),
            empty_hint: Some(format!("none of {} looked at fits", scanned.scanned)),
            ..ListMeta::default()
        };
        Ok((found, meta))
    }

    fn fits(&self, job: &Job) -> bool {
        let has_error = |wanted: &String| {
            let reason = job.failed_reason.as_deref();
            reason.is_some_and(|reason| reason.to_lowercase().contains(wanted))
        };
        self.name.as_ref().is_none_or(|name| *name == job.name)
            && self.error.as_ref().is_none_or(has_error)
            && self.path.iter().all(|path| path.fits(&job.data))
    }
}
