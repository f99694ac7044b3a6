use std::time::Duration;

use clap::Args;

use super::{Kind, TIMEOUT, change, in_words, list};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::ActReport;
use crate::cli::time::parse_span;
use crate::supervisor::control::Request;
use crate::supervisor::{ChildKind, MOST, Step};

/// Have more or fewer API or worker processes in a running `leadctl up`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl scale worker 4
  leadctl scale api 2 --timeout 1m
  leadctl scale worker 0 --dry-run

Each new process is ready before the next is started. Those with the highest numbers are stopped: they
finish what they have, for up to shutdown_timeout_secs. It holds until `leadctl up` ends. How many jobs
each worker runs at the same time is set by `leadctl workers concurrency`.

Ends with 3 where no `leadctl up` runs on the data directory, with 7 where another change is going on,
with 5 where the time is up.")]
pub struct ScaleArgs {
    /// Which processes
    #[arg(value_name = "KIND")]
    kind: Kind,
    /// How many; of API processes at least one
    #[arg(value_name = "N", value_parser = clap::value_parser!(u16).range(0..=i64::from(MOST)))]
    count: u16,
    /// Longest time for all of them
    #[arg(long, value_name = "SPAN", default_value = TIMEOUT, value_parser = parse_span)]
    timeout: Duration,
    /// Only say what would change
    #[arg(long)]
    dry_run: bool,
}

impl ScaleArgs {
    /// Does it.
    ///
    /// # Errors
    /// No supervisor runs, it is busy, a process does not come up, or the time is up.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let kind = ChildKind::from(self.kind);
        let mut report = ActReport::new(self.dry_run);
        let before = list(ctx).await?.iter().filter(|child| child.kind == kind).count();
        if self.dry_run {
            let what = format!("{}: {} instead of {before}", kind.as_str(), self.count);
            report.acted(kind.as_str());
            ctx.out.act(&report, &what)?;
            return Ok(Exit::Done);
        }
        let timeout_ms = u64::try_from(self.timeout.as_millis()).unwrap_or(u64::MAX);
        let request = Request::Scale { kind, count: self.count, timeout_ms };
        let (steps, ended) = change(ctx, &request, self.timeout).await;
        let mut lines: Vec<String> = steps.iter().map(in_words).collect();
        for step in &steps {
            if let Step::Added { name, .. } | Step::Removed { name } = step {
                report.acted(name);
            }
        }
        if let Err(error) = ended {
            ctx.out.acts.add(&report);
            if !lines.is_empty() {
                ctx.out.note(&lines.join("\n"));
            }
            return Err(error.into());
        }
        if lines.is_empty() {
            report.skipped(kind.as_str());
            lines.push(format!("{}: {} already", kind.as_str(), self.count));
        }
        ctx.out.act(&report, &lines.join("\n"))?;
        Ok(Exit::Done)
    }
}
