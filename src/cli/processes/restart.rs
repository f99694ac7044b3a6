use std::time::Duration;

use clap::Args;

use super::{Kind, TIMEOUT, change, in_words, list};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::ActReport;
use crate::cli::time::parse_span;
use crate::supervisor::control::Request;
use crate::supervisor::{ChildKind, Step};

/// Replace the processes of a running `leadctl up`, one at a time, with nothing lost
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl restart --rolling
  leadctl restart --rolling --only worker --timeout 10m
  leadctl restart --dry-run

Each new process is ready before the old one is told to stop; the old one answers the requests it has
and finishes its jobs (for up to shutdown_timeout_secs), and has ended before the next is touched. The
listening socket stays open throughout. New processes run the program that is now where the old one
was, and read the configuration file anew. Where one does not come up, the rest go on as they were.

Ends with 3 where no `leadctl up` runs on the data directory, with 7 where another restart is going
on, with 5 where the time is up. What was begun goes on where this command is interrupted.")]
pub struct RestartArgs {
    /// One at a time; there is no other way, and this says so in scripts
    #[arg(long)]
    rolling: bool,
    /// Only these processes [default: API and workers]
    #[arg(long, value_name = "KIND")]
    only: Option<Kind>,
    /// Longest time for all of them
    #[arg(long, value_name = "SPAN", default_value = TIMEOUT, value_parser = parse_span)]
    timeout: Duration,
    /// Only say what would be replaced
    #[arg(long)]
    dry_run: bool,
}

impl RestartArgs {
    /// Does it.
    ///
    /// # Errors
    /// No supervisor runs, it is busy, a process does not come up, or the time is up.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let mut report = ActReport::new(self.dry_run);
        let only = self.only.map(ChildKind::from);
        if self.dry_run {
            let mut lines = Vec::new();
            for child in list(ctx).await? {
                if child.kind != ChildKind::Sandbox && only.is_none_or(|kind| kind == child.kind) {
                    report.acted(&child.name);
                    lines.push(format!("{} would be replaced", child.name));
                }
            }
            ctx.out.act(&report, &lines.join("\n"))?;
            return Ok(Exit::Done);
        }
        let timeout_ms = u64::try_from(self.timeout.as_millis()).unwrap_or(u64::MAX);
        let request = Request::Restart { only, timeout_ms };
        let (steps, ended) = change(ctx, &request, self.timeout).await;
        let mut lines = Vec::new();
        for step in steps.iter().filter(|step| matches!(step, Step::Replaced { .. })) {
            if let Step::Replaced { name, .. } = step {
                report.acted(name);
            }
            lines.push(in_words(step));
        }
        if let Err(error) = ended {
            ctx.out.acts.add(&report);
            if !lines.is_empty() {
                ctx.out.note(&lines.join("\n"));
            }
            return Err(error.into());
        }
        ctx.out.act(&report, &lines.join("\n"))?;
        Ok(Exit::Done)
    }
}
