use std::fmt::Write;

use clap::Args;
use serde::Serialize;

use super::known::must_exist;
use super::ls::QueueRow;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::plain;

use crate::cli::overview::{NextRun, schedules, workers_of};
use crate::cli::time::{ago, span};
use crate::cli::values::QueueName;
use crate::model::{ProcessInfo, Timestamp};
use crate::queue::{JobState, PageRequest};
use crate::services::Services;
use crate::shared_state::heartbeat;

/// Active jobs shown.
const ACTIVE: u32 = 20;

/// Which queue.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl queue show lead-discovery
  leadctl queue show lead-discovery -o json | jq .active_jobs

Why nothing gets done: leadctl why lead-discovery")]
pub struct ShowArgs {
    /// The queue
    #[arg(value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queue: String,
}

/// All about one queue.
#[derive(Debug, Serialize)]
struct QueueDetail {
    at: Timestamp,
    #[serde(flatten)]
    row: QueueRow,
    workers_alive: Vec<ProcessInfo>,
    active_jobs: Vec<ActiveJob>,
    schedules: Vec<NextRun>,
}

/// A job that is being worked on.
#[derive(Debug, Serialize)]
struct ActiveJob {
    id: String,
    name: String,
    worker: Option<String>,
    processed_at: Option<Timestamp>,
}

impl ShowArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let detail = detail(&services, &self.queue).await;
        ctx.close(services).await;
        let detail = detail?;
        ctx.out.show(&detail, || human(&detail))?;
        Ok(Exit::Done)
    }
}

async fn detail(services: &Services, queue: &str) -> anyhow::Result<QueueDetail> {
    must_exist(services, queue).await?;
    let processes = heartbeat::processes(services.state.as_ref()).await?;
    let page = PageRequest { cursor: None, limit: ACTIVE };
    let active = services.queue.list(queue, &[JobState::Active], page).await?;
    let mut runs = schedules(services).await?;
    runs.retain(|run| run.queue == queue);
    Ok(QueueDetail {
        at: services.clock.now(),
        row: QueueRow::read(services, queue).await?,
        workers_alive: workers_of(&processes, queue).cloned().collect(),
        active_jobs: active
            .jobs
            .into_iter()
            .map(|job| ActiveJob {
                id: job.id,
                name: job.name,
                worker: job.worker,
                processed_at: job.processed_at,
            })
            .collect(),
        schedules: runs,
    })
}

fn human(detail: &QueueDetail) -> String {
    let (status, at) = (&detail.row.status, detail.at);
    let counts = &status.counts;
    let mut text = String::new();
    let mut line = |name: &str, value: String| {
        let _ = writeln!(text, "{name:<18}{}", plain(&value));
    };
    line("queue", status.name.clone());
    line("state", if counts.is_paused { "paused" } else { "open" }.to_owned());
    for (name, n) in [
        ("waiting", counts.waiting + counts.paused),
        ("prioritized", counts.prioritized),
        ("active", counts.active),
        ("delayed", counts.delayed),
        ("waiting children", counts.waiting_children),
        ("failed", counts.failed),
        ("completed", counts.completed),
    ] {
        line(name, n.to_string());
    }
    line("oldest waiting", status.oldest_waiting().map_or_else(|| "-".to_owned(), span));
    line("failed last hour", status.failed_last_hour.to_string());
    if let Some(reason) = &status.last_failure {
        line("  the last", reason.clone());
    }
    line("workers", format!("{} with {} slots", status.workers, status.concurrency));
    for worker in &detail.workers_alive {
        line("", format!("{} (seen {})", worker.id, ago(worker.seen_at, at)));
    }
    for job in &detail.active_jobs {
        let since = job.processed_at.map_or_else(String::new, |began| span(at.since(began)));
        let worker = job.worker.as_deref().unwrap_or("an unknown worker");
        line("active job", format!("{} ({}) for {since} by {worker}", job.id, job.name));
    }
    for run in &detail.schedules {
        let next = run.next_at.map_or_else(|| "never".to_owned(), |next| ago(next, at));
        line("schedule", format!("{}: {}, next {next}", run.id, run.recurrence));
    }
    for finding in &detail.row.findings {
        line("wrong", format!("{}: {}", finding.message, finding.command));
    }
    text
}
