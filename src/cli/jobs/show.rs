use std::fmt::Write;
use std::time::Duration;

use clap::Args;
use serde::Serialize;
use serde_json::Value;

use super::target::{Finder, Target};
use super::view::JobView;
use super::words::{brief, indented};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::plain;
use crate::cli::time;
use crate::cli::values::QueueName;
use crate::clock::millis;
use crate::model::Timestamp;
use crate::queue::{Backoff, Job, JobOptions, JobState, LogLine, QueueError};
use crate::services::Services;

/// Log lines shown, the last ones.
const LOG_LINES: u64 = 20;

/// Which job.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl jobs show lead-discovery/12
  leadctl jobs show 12 --queue lead-discovery -o json")]
pub struct ShowArgs {
    /// The job, as QUEUE/ID or ID
    #[arg(value_name = "JOB")]
    id: String,
    /// The queue, where the id names none
    #[arg(long, value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queue: Option<String>,
}

/// All that is known of a job.
#[derive(Debug, Serialize)]
struct Shown {
    #[serde(flatten)]
    job: JobView,
    /// From when it might run until its last attempt began.
    waited_ms: Option<u64>,
    /// How long its last attempt took, or has taken so far.
    ran_ms: Option<u64>,
    /// The last lines of its log.
    logs: Vec<LogLine>,
    /// How many there are in all.
    logs_total: u64,
}

impl ShowArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let job = Finder::new(&services, self.queue.as_deref()).job(&self.id).await?;
        let (logs, logs_total) = last_logs(&services, &Target::of(&job)).await?;
        let now = services.clock.now();
        let options = job.options.clone();
        let shown = Shown {
            waited_ms: waited(&job).map(millis),
            ran_ms: ran(&job, now).map(millis),
            logs,
            logs_total,
            job: JobView::new(job, now),
        };
        ctx.out.show(&shown, || text(&shown, &options, now))?;
        services.close().await;
        Ok(Exit::Done)
    }
}

async fn last_logs(services: &Services, job: &Target) -> anyhow::Result<(Vec<LogLine>, u64)> {
    let queue = &services.queue;
    let total = match queue.logs(&job.queue, &job.id, 0, 1).await {
        Ok(page) => page.total,
        // It was removed since we looked: what we have of it is still worth showing.
        Err(QueueError::NoSuchJob { .. }) => return Ok((Vec::new(), 0)),
        Err(error) => return Err(error.into()),
    };
    let from = total.saturating_sub(LOG_LINES);
    let page = queue.logs(&job.queue, &job.id, from, LOG_LINES as u32).await?;
    Ok((page.lines, page.total))
}

fn waited(job: &Job) -> Option<Duration> {
    let since = job.run_at.unwrap_or(job.created_at);
    job.processed_at.filter(|_| job.attempts_started <= 1).map(|begun| begun.since(since))
}

fn ran(job: &Job, now: Timestamp) -> Option<Duration> {
    let begun = job.processed_at?;
    match job.state {
        JobState::Active => Some(now.since(begun)),
        _ => job.finished_at.map(|end| end.since(begun)),
    }
}

/// The whole of it for people.
fn text(shown: &Shown, options: &JobOptions, now: Timestamp) -> String {
    let job = &shown.job;
    let mut text = format!("{}  {}\n{}\n\n", plain(&job.target()), job.state, job.what);
    let mut line = |name: &str, value: &str| {
        let value = if value.is_empty() { "-".into() } else { plain(value) };
        let _ = writeln!(text, "{name:<10}  {value}");
    };
    line("name", &job.name);
    line("attempts", &attempts(job));
    line("options", &treatment(options));
    line("progress", &brief(&job.progress));
    for (name, value) in [("worker", &job.worker), ("schedule", &job.schedule_id)] {
        if let Some(value) = value {
            line(name, value);
        }
    }
    for (name, value) in timeline(shown, now) {
        line(name, &value);
    }
    section(&mut text, "payload", &pretty(&job.data));
    if let Some(result) = &job.result {
        section(&mut text, "result", &pretty(result));
    }
    if let Some(reason) = &job.failed_reason {
        section(
            &mut text,
            if job.state == JobState::Failed { "error" } else { "last error" },
            reason,
        );
    }
    // One failure without causes is the error above.
    if job.stacktrace.len() > 1 || job.stacktrace.iter().any(|failure| failure.contains('\n')) {
        section(&mut text, "failures, oldest first", &job.stacktrace.join("\n"));
    }
    logs(&mut text, shown);
    text
}

fn section(text: &mut String, name: &str, content: &str) {
    let _ = write!(text, "\n{name}\n{}", indented(content));
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_else(|_| value.to_string())
}

fn attempts(job: &JobView) -> String {
    let mut text = format!("{} of {} made", job.attempts_made, job.options_attempts());
    if job.attempts_started > job.attempts_made {
        let _ = write!(text, ", {} begun", job.attempts_started);
    }
    if job.stalled_count > 0 {
        let _ = write!(text, ", stalled {} times", job.stalled_count);
    }
    text
}

/// The options that say something, in words.
fn treatment(options: &JobOptions) -> String {
    let mut parts = Vec::new();
    if options.priority > 0 {
        parts.push(format!("priority {}", options.priority));
    }
    if options.delay > 0 {
        parts.push(format!("delay {}", time::span(Duration::from_millis(options.delay))));
    }
    match options.backoff {
        Some(Backoff::Fixed { delay, .. }) => {
            parts.push(format!("{} between attempts", time::span(Duration::from_millis(delay))));
        }
        Some(Backoff::Exponential { delay, .. }) => parts.push(format!(
            "{} before the second attempt, doubling",
            time::span(Duration::from_millis(delay))
        )),
        None => {}
    }
    if options.lifo {
        parts.push("before those that wait".to_owned());
    }
    parts.join(", ")
}

/// What happened when, with the waits between.
fn timeline(shown: &Shown, now: Timestamp) -> Vec<(&'static str, String)> {
    let job = &shown.job;
    let at = |at: Timestamp| format!("{at}  {}", time::ago(at, now));
    let spell = |ms: Option<u64>, word: &str| {
        ms.map_or_else(String::new, |ms| {
            format!(", {word} {}", time::span(Duration::from_millis(ms)))
        })
    };
    let mut lines = vec![("created", at(job.created_at))];
    if let Some(due) = job.run_at {
        lines.push(("due", at(due)));
    }
    if let Some(begun) = job.processed_at {
        let so_far = if job.state == JobState::Active {
            spell(shown.ran_ms, "running for")
        } else {
            String::new()
        };
        lines.push(("begun", format!("{}{}{so_far}", at(begun), spell(shown.waited_ms, "waited"))));
    }
    if let Some(end) = job.finished_at {
        lines.push(("ended", format!("{}{}", at(end), spell(shown.ran_ms, "ran"))));
    }
    lines
}

fn logs(text: &mut String, shown: &Shown) {
    if shown.logs.is_empty() {
        return;
    }
    let told = shown.logs.len() as u64;
    let title = if told < shown.logs_total {
        format!("log, the last {told} of {} lines", shown.logs_total)
    } else {
        "log".to_owned()
    };
    let lines: Vec<String> = shown.logs.iter().map(super::logs::line).collect();
    section(text, &title, &lines.join("\n"));
}
