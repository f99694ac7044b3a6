//! Awaiting jobs, as `--wait` and `jobs wait` do.

use std::io::IsTerminal;
use std::time::Duration;

use clap::Args;
use futures::StreamExt;
use indicatif::ProgressBar;
use serde::Serialize;
use serde_json::Value;
use tokio::time::Instant;

use super::target::{Finder, IdsArgs, Target};
use super::words::{brief, short};
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::interrupt::Interrupt;
use crate::cli::output::{Cell, Column, Format, ListMeta, Record, RecordStream, Tone, plain};
use crate::cli::overview::shell_word;
use crate::cli::time;
use crate::cli::values;
use crate::jobs::QUEUES;
use crate::model::{ProcessKind, text_enum};
use crate::queue::{EventCursor, WaitOutcome};
use crate::services::Services;
use crate::shared_state::heartbeat;

/// Jobs that are looked at at the same time; the others are looked at as these end.
const AT_ONCE: usize = 32;
/// How often a terminal is told of progress.
const TICK: Duration = Duration::from_millis(150);

/// Longest error in a table, in characters.
const ERROR: usize = 120;

/// Which jobs to wait for.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl jobs wait lead-discovery/12
  leadctl jobs wait lead-discovery/12 subreddit-analysis/3 --timeout 5m
  leadctl jobs ls --state active -o ndjson | leadctl jobs wait -

Ends with 0 where all completed, 6 where one failed, 5 where the time was up first.")]
pub struct WaitArgs {
    #[command(flatten)]
    ids: IdsArgs,
    /// Longest time to wait
    #[arg(long, value_name = "SPAN", value_parser = values::span())]
    timeout: Option<Duration>,
}

text_enum! {
    /// How the waiting for a job ended.
    pub(super) enum Ending {
        /// The job completed.
        Completed = "completed",
        /// The job failed for good.
        Failed = "failed",
        /// The time was up first.
        TimedOut = "timed_out",
        /// The job was removed before it ended.
        Removed = "removed",
    }
}

/// How a job ended.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Outcome {
    pub(super) queue: String,
    /// Absent for one that ran inline.
    pub(super) id: Option<String>,
    pub(super) outcome: Ending,
    pub(super) result: Option<Value>,
    pub(super) error: Option<String>,
    /// How long was waited for it.
    pub(super) took_ms: u64,
    #[serde(skip)]
    pub(super) label: String,
}

impl Record for Outcome {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("outcome", |o: &Outcome| {
                    let tone = match o.outcome {
                        Ending::Completed => Tone::Good,
                        Ending::Failed => Tone::Bad,
                        Ending::TimedOut | Ending::Removed => Tone::Warn,
                    };
                    Cell::text(o.outcome.as_str().replace('_', " ")).tone(tone)
                }),
                Column::new("job", |o| Cell::text(&o.label)),
                Column::new("took", |o| Cell::text(time::span(Duration::from_millis(o.took_ms)))),
                Column::new("result", |o| match (&o.error, &o.result) {
                    (Some(error), _) => Cell::text(short(error, ERROR)),
                    (None, result) => Cell::maybe(result.as_ref().map(brief)),
                }),
                Column::wide("queue", |o| Cell::text(&o.queue)),
                Column::wide("id", |o| Cell::maybe(o.id.as_deref())),
            ]
        }
    }
}

/// A job to wait for.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Awaited {
    pub(in crate::cli) job: Target,
    /// From before it was added, or from when we began to look.
    pub(in crate::cli) since: EventCursor,
}

impl WaitArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let finder = Finder::new(&services, self.ids.queue.as_deref());
        let mut awaited = Vec::new();
        for id in self.ids.read()? {
            awaited.push(find(&services, &finder, &id).await?);
        }
        let exit = wait_all(ctx, &services, awaited, self.timeout).await;
        services.close().await;
        exit
    }
}

/// The job that `text` means: one that is there, or one of which the events tell the end.
async fn find(services: &Services, finder: &Finder<'_>, text: &str) -> anyhow::Result<Awaited> {
    let missing = match finder.job(text).await {
        Ok(job) => {
            let job = Target::of(&job);
            let now = services.queue.event_cursor(&job.queue).await?;
            // Where it is still there, its end will be behind that cursor; else it is in the past.
            let there = services.queue.get(&job.queue, &job.id).await?.is_some();
            return Ok(Awaited { job, since: if there { now } else { EventCursor::default() } });
        }
        Err(error) => error,
    };
    let not_there = missing.downcast_ref::<CliError>().is_some_and(|e| e.exit == Exit::NotFound);
    if not_there {
        for job in finder.named(text).into_iter().chain(finder.unnamed(text).await?) {
            let since = EventCursor::default();
            let wait =
                services.queue.wait(&job.queue, &job.id, since.clone(), Some(Duration::ZERO));
            if matches!(wait.await?, WaitOutcome::Completed(_) | WaitOutcome::Failed(_)) {
                return Ok(Awaited { job, since });
            }
        }
    }
    Err(missing)
}

/// Waits for all jobs, tells of them on a terminal meanwhile, prints how each ended, and ends by
/// their outcome.
///
/// # Errors
/// A job failed, was removed, or was not done in time; the queue cannot be reached.
pub(in crate::cli) async fn wait_all(
    ctx: &Context,
    services: &Services,
    awaited: Vec<Awaited>,
    timeout: Option<Duration>,
) -> anyhow::Result<Exit> {
    let interrupt = Interrupt::listen()?;
    let mut watch = Watch::new(ctx, &awaited)?;
    warn_where_nobody_works(ctx, services, &watch.pending).await?;
    let begun = Instant::now();
    let deadline = timeout.map(|timeout| begun + timeout);
    let mut ends = futures::stream::iter(awaited)
        .map(|job| wait_one(services, job, begun, deadline))
        .buffer_unordered(AT_ONCE);
    let mut ticks = tokio::time::interval(TICK);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Skip);
    loop {
        tokio::select! {
            biased;
            end = ends.next() => match end {
                Some(end) => watch.ended(end?)?,
                None => break,
            },
            () = interrupt.stop.cancelled() => break,
            _ = ticks.tick(), if !watch.spinner.is_hidden() => watch.tell(services).await,
        }
    }
    watch.finish(interrupt.exit(), timeout)
}

/// What has become of the jobs so far.
struct Watch<'a> {
    ctx: &'a Context,
    total: usize,
    pending: Vec<Target>,
    outcomes: Vec<Outcome>,
    /// Where the format lets each outcome be told as it comes.
    stream: Option<RecordStream<Outcome>>,
    spinner: ProgressBar,
}

impl<'a> Watch<'a> {
    fn new(ctx: &'a Context, awaited: &[Awaited]) -> anyhow::Result<Watch<'a>> {
        let stream = match ctx.out.format {
            Format::Ndjson | Format::Csv => Some(ctx.out.stream()?),
            _ => None,
        };
        Ok(Self {
            ctx,
            total: awaited.len(),
            pending: awaited.iter().map(|a| a.job.clone()).collect(),
            outcomes: Vec::new(),
            stream,
            spinner: spinner(ctx),
        })
    }

    fn ended(&mut self, end: Outcome) -> anyhow::Result<()> {
        self.pending.retain(|job| job.queue != end.queue || Some(&job.id) != end.id.as_ref());
        if let Some(stream) = &mut self.stream {
            stream.push(&end)?;
            stream.flush()?;
        }
        self.outcomes.push(end);
        Ok(())
    }

    /// Says what goes on, in a line.
    async fn tell(&self, services: &Services) {
        let Some(first) = self.pending.first() else { return };
        let job = services.queue.get(&first.queue, &first.id).await.ok().flatten();
        let name = plain(&first.to_string()).into_owned();
        let state = job.map_or_else(String::new, |job| {
            let progress = brief(&job.progress);
            let dot = if progress.is_empty() { "" } else { " · " };
            format!(" {}{dot}{progress}", job.state)
        });
        let done = match self.total {
            1 => String::new(),
            total => format!("{} of {total} done · ", total - self.pending.len()),
        };
        self.spinner.set_message(format!("{done}{name}{state}"));
    }

    fn finish(self, cut: Option<Exit>, timeout: Option<Duration>) -> anyhow::Result<Exit> {
        self.spinner.finish_and_clear();
        match self.stream {
            Some(stream) => stream.finish()?,
            None if cut.is_some() && self.outcomes.is_empty() => {}
            // What became of the only one is said in full by the error.
            None if self.ctx.out.format == Format::Table
                && is_one_not_completed(&self.outcomes) => {}
            None => self.ctx.out.list(&self.outcomes, ListMeta::default())?,
        }
        if let Some(exit) = cut {
            farewell(self.ctx, &self.pending);
            return Ok(exit);
        }
        verdict(&self.outcomes, timeout)
    }
}

async fn wait_one(
    services: &Services,
    awaited: Awaited,
    begun: Instant,
    deadline: Option<Instant>,
) -> anyhow::Result<Outcome> {
    let Awaited { job, since } = awaited;
    let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
    let end = services.queue.wait(&job.queue, &job.id, since, left).await?;
    let (outcome, result, error) = match end {
        WaitOutcome::Completed(result) => (Ending::Completed, Some(result), None),
        WaitOutcome::Failed(reason) => (Ending::Failed, None, Some(reason)),
        WaitOutcome::Gone => (Ending::Removed, None, None),
        WaitOutcome::TimedOut => (Ending::TimedOut, None, None),
    };
    let took_ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    let label = job.to_string();
    Ok(Outcome { label, queue: job.queue, id: Some(job.id), outcome, result, error, took_ms })
}

/// A spinner on standard error; hidden where there is no terminal.
pub(super) fn spinner(ctx: &Context) -> ProgressBar {
    let spinner = ctx.out.progress("{spinner} {elapsed} {wide_msg}", ProgressBar::new_spinner);
    if !spinner.is_hidden() {
        spinner.enable_steady_tick(TICK);
    }
    spinner
}

fn farewell(ctx: &Context, pending: &[Target]) {
    let Some(first) = pending.first() else { return };
    let command = shell_word(&first.to_string());
    let first = plain(&first.to_string()).into_owned();
    ctx.out.note(&if pending.len() == 1 {
        format!("no longer waiting; {first} goes on: `leadctl jobs wait {command}`")
    } else {
        format!("no longer waiting; {} jobs go on, {first} among them", pending.len())
    });
}

fn is_one_not_completed(outcomes: &[Outcome]) -> bool {
    matches!(outcomes, [only] if only.outcome != Ending::Completed)
}

/// How the command ends.
fn verdict(outcomes: &[Outcome], timeout: Option<Duration>) -> anyhow::Result<Exit> {
    let of = |ending| outcomes.iter().filter(move |o| o.outcome == ending).collect::<Vec<_>>();
    let total = outcomes.len();
    let how_many = |some: &[&Outcome]| {
        let first = &some[0].label;
        if total == 1 {
            format!("job {first}")
        } else {
            format!("{} of {total} jobs, {first} among them,", some.len())
        }
    };
    let failed = of(Ending::Failed);
    if let Some(first) = failed.first() {
        let reason = first.error.as_deref().unwrap_or("no reason is known");
        let (job, message) =
            (shell_word(&first.label), format!("{} failed: {reason}", how_many(&failed)));
        return Err(CliError::new(Exit::JobFailed, message)
            .hint(format!("`leadctl jobs show {job}` tells its attempts and log; `leadctl jobs retry {job}` runs it again"))
            .target(&first.label)
            .into());
    }
    let late = of(Ending::TimedOut);
    if let Some(first) = late.first() {
        let within = timeout.map_or_else(String::new, |t| format!(" within {}", time::span(t)));
        let message = format!("{} did not end{within} and goes on", how_many(&late));
        return Err(CliError::new(Exit::TimedOut, message)
            .hint(format!("`leadctl jobs wait {}` waits on", shell_word(&first.label)))
            .target(&first.label)
            .into());
    }
    let removed = of(Ending::Removed);
    if let Some(first) = removed.first() {
        let message = format!("{} was removed before it ended", how_many(&removed));
        return Err(CliError::not_found(message).target(&first.label).into());
    }
    Ok(Exit::Done)
}

/// Says so at once where a job will not run: no worker for its queue, or the queue is paused.
///
/// # Errors
/// The queue or the shared state cannot be reached.
pub(super) async fn warn_where_nobody_works(
    ctx: &Context,
    services: &Services,
    jobs: &[Target],
) -> anyhow::Result<()> {
    if ctx.out.quiet {
        return Ok(());
    }
    let mut queues: Vec<&str> = jobs.iter().map(|job| job.queue.as_str()).collect();
    queues.sort_unstable();
    queues.dedup();
    let processes = heartbeat::processes(services.state.as_ref()).await?;
    // Workers of others do not tell of themselves to us.
    for queue in queues.into_iter().filter(|queue| QUEUES.contains(queue)) {
        let works = |p: &&crate::model::ProcessInfo| {
            p.kind == ProcessKind::Worker && !p.draining && p.queues.iter().any(|q| q == queue)
        };
        if !processes.iter().any(|p| works(&p)) {
            ctx.out.note(&format!(
                "no worker is alive for {queue}: jobs wait until one starts (`leadctl worker`, or `leadctl up` for all)"
            ));
        }
        if services.queue.counts(queue).await?.is_paused {
            ctx.out.note(&format!(
                "{queue} is paused: jobs wait until `leadctl queue resume {queue}`"
            ));
        }
    }
    Ok(())
}

/// The same, but only where a person looks on.
///
/// # Errors
/// The queue or the shared state cannot be reached.
pub(super) async fn tell_a_person(
    ctx: &Context,
    services: &Services,
    jobs: &[Target],
) -> anyhow::Result<()> {
    if std::io::stderr().is_terminal() {
        warn_where_nobody_works(ctx, services, jobs).await?;
    }
    Ok(())
}
