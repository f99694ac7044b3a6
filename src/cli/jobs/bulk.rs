//! `jobs enqueue --from`: many jobs from a file, in constant memory.

use std::collections::HashMap;
use std::io;
use std::path::Path;

use indicatif::{HumanCount, ProgressBar};
use tokio::sync::mpsc::{Receiver, Sender, channel};

use super::line::{LineParser, Planned};
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::{ActReport, Format, plain};
use crate::cli::overview::{jobs, shell_word};
use crate::cli::spooled;
use crate::jobs::{default_options, fair};
use crate::queue::{NewJob, QueueError};
use crate::reddit::dump::{self, LineReader, LineStatus, MAX_LINE};
use crate::services::Services;

/// Jobs added at a time.
const BATCH: usize = 1_000;
/// Bytes of lines after which a batch is full before it has that many.
const BATCH_BYTES: usize = 4 * 1024 * 1024;
/// Bad lines told in the report; all are told on standard error.
const REPORTED: usize = 100;
/// Longest reason told, in characters.
const REASON: usize = 300;

/// Part of the input.
#[derive(Default)]
struct Chunk {
    good: Vec<(u64, Planned)>,
    bad: Vec<(u64, String)>,
    /// Number of its last line.
    last_line: u64,
    /// Bytes of the input read when it was full.
    read: u64,
}

/// What has become of the lines so far.
struct Tally<'a> {
    ctx: &'a Context,
    bar: ProgressBar,
    report: ActReport,
    bad: u64,
    /// Jobs kept in the database because the queue is away.
    spooled: u64,
}

/// Adds the jobs of a file, or only checks them.
///
/// # Errors
/// The file cannot be read, or the queue cannot be reached; then what was added is said.
pub(super) async fn run(
    ctx: &Context,
    services: &Services,
    from: &Path,
    queue: Option<String>,
    dry_run: bool,
) -> anyhow::Result<Exit> {
    let parser = LineParser {
        options: default_options(&services.settings),
        queue,
        campaigns: campaigns(services).await?,
    };
    let (send, mut chunks) = channel(2);
    let total = start(from, parser, send).await?;
    let bar = bar(ctx, total);
    let mut tally = Tally { ctx, bar, report: ActReport::new(dry_run), bad: 0, spooled: 0 };
    let mut last_line = 0;
    while let Some(chunk) = next(&mut chunks).await? {
        let (read, line) = (chunk.read, chunk.last_line);
        if let Err(error) = tally.take(services, chunk, dry_run).await {
            tally.bar.finish_and_clear();
            ctx.out.acts.add(&tally.report);
            return Err(broken_off(&error, &tally.report, last_line, from));
        }
        last_line = line;
        tally.progress(read);
    }
    tally.bar.finish_and_clear();
    tally.finish()
}

async fn campaigns(services: &Services) -> anyhow::Result<HashMap<String, String>> {
    let mut ids = HashMap::new();
    for campaign in services.store.campaigns().await? {
        ids.entry(campaign.name.to_lowercase()).or_insert_with(|| campaign.id.clone());
        ids.insert(campaign.id.clone(), campaign.id);
    }
    Ok(ids)
}

type Told = io::Result<Chunk>;

/// Starts to read and parse on a thread of its own, beside the adding; gives the input's size.
async fn start(from: &Path, parser: LineParser, send: Sender<Told>) -> anyhow::Result<Option<u64>> {
    let (opened, size) = tokio::sync::oneshot::channel();
    let path = from.to_owned();
    // Not one of the runtime's threads: those are waited for at the end, and this one may sit on
    // a terminal that says nothing.
    std::thread::spawn(move || {
        let input = if path.as_os_str() == "-" { dump::stdin() } else { dump::open(&path) };
        match input {
            Ok(input) => {
                if opened.send(Ok(input.total_bytes())).is_ok() {
                    read(input, &parser, &send);
                }
            }
            Err(error) => drop(opened.send(Err(error))),
        }
    });
    match size.await? {
        Ok(size) => Ok(size),
        Err(error) => {
            let exit = match error.kind() {
                io::ErrorKind::NotFound => Exit::NotFound,
                _ => Exit::Failed,
            };
            let name = from.display().to_string();
            Err(CliError::new(exit, format!("cannot read {name}: {error}")).target(name).into())
        }
    }
}

fn read(mut input: LineReader, parser: &LineParser, send: &Sender<Told>) {
    let (mut buf, mut chunk, mut bytes) = (Vec::new(), Chunk::default(), 0);
    loop {
        match input.next_line(&mut buf) {
            Ok(None) => break,
            Ok(Some(status)) => {
                bytes += buf.len();
                chunk.take(input.line_number(), status, &buf, parser);
            }
            Err(error) => {
                // What was read before it is good; a receiver that is gone wants neither.
                let _ = send.blocking_send(Ok(chunk)).and_then(|()| send.blocking_send(Err(error)));
                return;
            }
        }
        if chunk.good.len() + chunk.bad.len() >= BATCH || bytes >= BATCH_BYTES {
            chunk.read = input.bytes_read();
            bytes = 0;
            if send.blocking_send(Ok(std::mem::take(&mut chunk))).is_err() {
                return;
            }
        }
    }
    chunk.read = input.bytes_read();
    let _ = send.blocking_send(Ok(chunk));
}

async fn next(chunks: &mut Receiver<Told>) -> anyhow::Result<Option<Chunk>> {
    match chunks.recv().await.transpose() {
        Ok(chunk) => Ok(chunk),
        Err(error) => {
            Err(CliError::new(Exit::Failed, format!("the input broke off: {error}")).into())
        }
    }
}

impl Chunk {
    fn take(&mut self, number: u64, status: LineStatus, line: &[u8], parser: &LineParser) {
        self.last_line = number;
        let parsed = match status {
            LineStatus::Line => parser.parse(line),
            LineStatus::TooLong => Err(format!("it is longer than {} MiB", MAX_LINE >> 20)),
        };
        match parsed {
            Ok(planned) => self.good.push((number, planned)),
            Err(why) => self.bad.push((number, why)),
        }
    }

    /// The good ones by queue, in order.
    fn by_queue(good: Vec<(u64, Planned)>) -> Vec<(String, Vec<(u64, NewJob)>)> {
        let mut queues: Vec<(String, Vec<(u64, NewJob)>)> = Vec::new();
        for (number, Planned { queue, job }) in good {
            match queues.iter_mut().find(|(name, _)| *name == queue) {
                Some((_, jobs)) => jobs.push((number, job)),
                None => queues.push((queue, vec![(number, job)])),
            }
        }
        queues
    }
}

impl Tally<'_> {
    async fn take(
        &mut self,
        services: &Services,
        chunk: Chunk,
        dry_run: bool,
    ) -> Result<(), QueueError> {
        for (number, why) in chunk.bad {
            self.bad(number, &why);
        }
        for (queue, jobs) in Chunk::by_queue(chunk.good) {
            if dry_run {
                for (number, job) in jobs {
                    let id = job.id.unwrap_or_else(|| format!("line {number}"));
                    self.report.acted(&format!("{queue}/{id}"));
                }
            } else {
                self.add(services, &queue, jobs).await?;
            }
        }
        Ok(())
    }

    /// Adds jobs; where the queue does not accept one of them, all the others.
    async fn add(
        &mut self,
        services: &Services,
        queue: &str,
        jobs: Vec<(u64, NewJob)>,
    ) -> Result<(), QueueError> {
        let mut parts = vec![jobs];
        while let Some(mut part) = parts.pop() {
            let batch = part.iter().map(|(_, job)| job.clone()).collect();
            match fair::add(services.queue.as_ref(), services.state.as_ref(), queue, batch).await {
                Ok(added) => {
                    for one in added {
                        self.spooled += u64::from(one.spooled);
                        let name = format!("{queue}/{}", one.id);
                        if one.existed {
                            self.report.skipped(&name);
                        } else {
                            self.report.acted(&name);
                        }
                    }
                }
                Err(QueueError::Invalid(why)) => match part.as_slice() {
                    [(number, _)] => self.bad(*number, &why),
                    _ => {
                        let second = part.split_off(part.len() / 2);
                        parts.extend([second, part]);
                    }
                },
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn bad(&mut self, number: u64, why: &str) {
        let why: String = plain(why).chars().take(REASON).collect();
        self.bar.suspend(|| eprintln!("line {number}: {why}"));
        self.bad += 1;
        if self.report.errors.len() < REPORTED {
            self.report.failed(format!("line {number}"), why);
        } else {
            self.report.matched += 1;
        }
    }

    fn progress(&self, read: u64) {
        self.bar.set_position(read);
        let bad =
            if self.bad == 0 { String::new() } else { format!(", {} bad", HumanCount(self.bad)) };
        let done = HumanCount(self.report.acted + self.report.skipped);
        self.bar.set_message(format!("{done} jobs{bad}"));
    }

    fn finish(mut self) -> anyhow::Result<Exit> {
        let mut text = if self.report.dry_run { "would add " } else { "added " }.to_owned();
        text.push_str(&jobs(self.report.acted));
        if self.report.skipped > 0 {
            text.push_str(&format!(", {} were there already", self.report.skipped));
        }
        if self.bad > 0 {
            text.push_str(&format!(", {} of {} lines were bad", self.bad, self.report.matched));
        }
        if matches!(self.ctx.out.format, Format::Table | Format::Csv) {
            // They have been told as they came.
            self.report.errors.clear();
        }
        self.ctx.out.act(&self.report, &text)?;
        spooled::note(&self.ctx.out, self.spooled);
        Ok(if self.bad > 0 { Exit::Partly } else { Exit::Done })
    }
}

/// A bar where the size is known, else a spinner; hidden where there is no terminal.
fn bar(ctx: &Context, total: Option<u64>) -> ProgressBar {
    match total {
        Some(total) => {
            ctx.out.progress("{wide_bar} {percent}% {binary_bytes_per_sec} eta {eta} {msg}", || {
                ProgressBar::new(total)
            })
        }
        None => ctx
            .out
            .progress("{spinner} {elapsed} {binary_bytes_per_sec} {msg}", ProgressBar::new_spinner),
    }
}

/// What was added before the queue could not be reached any more.
fn broken_off(error: &QueueError, report: &ActReport, line: u64, from: &Path) -> anyhow::Error {
    let added = report.acted;
    let message =
        format!("{error}; added before: {}, all lines up to {line} are done", jobs(added));
    let rest = line + 1;
    let name = shell_word(&from.display().to_string());
    let hint = if from.as_os_str() == "-" {
        format!("give it the lines from {rest} on when the queue can be reached again")
    } else {
        format!("then go on with: tail -n +{rest} {name} | leadctl jobs enqueue --from -")
    };
    CliError::new(Exit::Unreachable, message).hint(hint).into()
}
