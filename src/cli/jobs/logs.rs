use std::time::Duration;

use clap::Args;

use super::target::{Finder, Target};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::interrupt::Interrupt;
use crate::cli::output::{Cell, Column, Format, Record, RecordStream, plain, write_out};
use crate::cli::values::QueueName;
use crate::queue::{JobState, LogLine, QueueError};
use crate::services::Services;

/// Lines read at a time.
const PAGE: u32 = 500;
/// How often to look for new lines while following.
const LOOK: Duration = Duration::from_millis(200);

/// Which job's log.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl jobs logs lead-discovery/12
  leadctl jobs logs lead-discovery/12 -f
  leadctl jobs logs lead-discovery/12 --tail 5 -o ndjson")]
pub struct LogsArgs {
    /// The job, as QUEUE/ID or ID
    #[arg(value_name = "JOB")]
    id: String,
    /// The queue, where the id names none
    #[arg(long, value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queue: Option<String>,
    /// Go on until the job has ended
    #[arg(short, long)]
    follow: bool,
    /// Only the last lines, and what follows
    #[arg(long, value_name = "N")]
    tail: Option<u64>,
}

impl Record for LogLine {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("number", |line: &LogLine| Cell::number(line.number)),
                Column::new("at", |line| Cell::maybe(line.at.map(|at| at.to_string()))),
                Column::new("text", |line| Cell::text(&line.text)),
            ]
        }
    }
}

/// A line for people.
pub(super) fn line(line: &LogLine) -> String {
    match line.at {
        Some(at) => format!("{at}  {}", plain(&line.text)),
        None => plain(&line.text).into_owned(),
    }
}

/// Where lines go as they come.
enum Sink {
    People,
    Records(RecordStream<LogLine>),
}

impl Sink {
    fn new(ctx: &Context) -> anyhow::Result<Self> {
        Ok(match ctx.out.format {
            Format::Table => Self::People,
            _ => Self::Records(ctx.out.stream()?),
        })
    }

    fn push(&mut self, lines: &[LogLine]) -> anyhow::Result<()> {
        match self {
            Self::People => {
                let text: String = lines.iter().map(|l| format!("{}\n", line(l))).collect();
                write_out(&text)
            }
            Self::Records(stream) => {
                for line in lines {
                    stream.push(line)?;
                }
                stream.flush()
            }
        }
    }

    fn finish(self) -> anyhow::Result<()> {
        match self {
            Self::People => Ok(()),
            Self::Records(stream) => stream.finish(),
        }
    }
}

impl LogsArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let job = Finder::new(&services, self.queue.as_deref()).job(&self.id).await?;
        let target = Target::of(&job);
        let mut next = 0;
        if let Some(tail) = self.tail {
            next = services
                .queue
                .logs(&target.queue, &target.id, 0, 1)
                .await?
                .total
                .saturating_sub(tail);
        }
        let mut sink = Sink::new(ctx)?;
        let interrupt = Interrupt::listen()?;
        let exit = tokio::select! {
            done = self.print(ctx, &services, &target, next, &mut sink) => done.map(|()| Exit::Done)?,
            () = interrupt.stop.cancelled() => interrupt.exit().unwrap_or(Exit::Interrupted),
        };
        sink.finish()?;
        services.close().await;
        Ok(exit)
    }

    async fn print(
        &self,
        ctx: &Context,
        services: &Services,
        job: &Target,
        mut next: u64,
        sink: &mut Sink,
    ) -> anyhow::Result<()> {
        let queue = &services.queue;
        loop {
            // The state first: what is written after the end would be missed the other way round.
            let state = queue.get(&job.queue, &job.id).await?.map(|job| job.state);
            let ended = matches!(state, None | Some(JobState::Completed | JobState::Failed));
            loop {
                let page = match queue.logs(&job.queue, &job.id, next, PAGE).await {
                    Ok(page) => page,
                    Err(QueueError::NoSuchJob { .. }) => break,
                    Err(error) => return Err(error.into()),
                };
                let Some(last) = page.lines.last() else { break };
                next = last.number + 1;
                sink.push(&page.lines)?;
            }
            if ended || !self.follow {
                if self.follow {
                    let how = state.map_or("was removed", JobState::as_str);
                    ctx.out.note(&format!("{}: {how}", plain(&job.to_string())));
                } else if next == 0 {
                    ctx.out.note(&format!("{} has no log lines", plain(&job.to_string())));
                }
                return Ok(());
            }
            tokio::time::sleep(LOOK).await;
        }
    }
}
