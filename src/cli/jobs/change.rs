//! Retry, promote, cancel, remove.

use clap::Args;

use super::target::{Finder, IdsArgs, Target};
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::{ActReport, plain};
use crate::cli::overview::jobs;
use crate::cli::values::{QueueName, one_of};
use crate::jobs::{QUEUES, cancel};
use crate::operator;
use crate::queue::{JobState, PageRequest, QueueError};
use crate::services::Services;

/// Jobs read at a time.
const PAGE: u32 = 1_000;

/// Which jobs to run again.
#[derive(Debug, Args)]
#[command(
    override_usage = "leadctl jobs retry [OPTIONS] <JOB>...\n       leadctl jobs retry [OPTIONS] --all",
    after_help = "\
Examples:
  leadctl jobs retry lead-discovery/12
  leadctl jobs retry --all --queue lead-discovery
  leadctl jobs ls --state failed -o ndjson | grep timed | leadctl jobs retry -

A job that is run again has all its attempts before it; what failed before stays in its history."
)]
pub struct RetryArgs {
    /// Jobs, as QUEUE/ID or ID; `-` reads one a line from standard input, also as `jobs ls -o ndjson` prints them
    #[arg(required_unless_present = "all", conflicts_with = "all", value_name = "JOB")]
    ids: Vec<String>,
    /// All jobs in the state of --state
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    which: RetryWhich,
}

/// All failed jobs.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl jobs retry-all --dry-run
  leadctl jobs retry-all --queue lead-discovery")]
pub struct RetryAllArgs {
    #[command(flatten)]
    which: RetryWhich,
}

#[derive(Debug, Args)]
struct RetryWhich {
    /// Of this queue [default: for ids all known, for all jobs all queues of this system]
    #[arg(long, value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queue: Option<String>,
    /// With --all: the state of the jobs
    #[arg(long, default_value = "failed", value_parser = one_of::<JobState>(["failed", "completed"]))]
    state: JobState,
    /// Only tell which
    #[arg(long)]
    dry_run: bool,
}

/// Which jobs to let go.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl jobs promote lead-discovery/12
  leadctl jobs ls --state delayed -o ndjson | leadctl jobs promote -")]
pub struct PromoteArgs {
    #[command(flatten)]
    ids: IdsArgs,
    /// Only tell which
    #[arg(long)]
    dry_run: bool,
}

/// Which jobs to cancel.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl jobs cancel lead-discovery/12
  leadctl jobs ls --state active -o ndjson | leadctl jobs cancel - --yes

One that has not begun is removed. One that a worker runs is stopped within seconds, and fails as
`cancelled by` whoever asks, without another attempt.")]
pub struct CancelArgs {
    #[command(flatten)]
    ids: IdsArgs,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
    /// Only tell which
    #[arg(long)]
    dry_run: bool,
}

/// Which jobs to remove.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl jobs rm lead-discovery/12
  leadctl jobs rm lead-discovery/12 subreddit-analysis/3 --yes

For many at once see `leadctl queue clean` and `leadctl queue drain`.")]
pub struct RmArgs {
    #[command(flatten)]
    ids: IdsArgs,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
    /// Only tell which
    #[arg(long)]
    dry_run: bool,
}

/// What is done to a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    Retry,
    Promote,
    Cancel,
    Remove,
}

impl RetryArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        if self.all {
            return self.which.run(ctx).await;
        }
        let RetryWhich { queue, dry_run, .. } = self.which;
        change(ctx, Change::Retry, &IdsArgs { ids: self.ids, queue }, dry_run).await
    }
}

impl RetryAllArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        self.which.run(ctx).await
    }
}

impl PromoteArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        change(ctx, Change::Promote, &self.ids, self.dry_run).await
    }
}

impl CancelArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        if !self.dry_run {
            ctx.confirm(self.yes, &format!("Cancel {}?", named(&self.ids)))?;
        }
        change(ctx, Change::Cancel, &self.ids, self.dry_run).await
    }
}

/// The jobs, for a question.
fn named(ids: &IdsArgs) -> String {
    let ids = &ids.ids;
    match ids.as_slice() {
        [one] if one != "-" => format!("job {}", plain(one)),
        _ if ids.iter().any(|id| id == "-") => "the jobs named on standard input".to_owned(),
        _ => format!("{} jobs", ids.len()),
    }
}

impl RmArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        if !self.dry_run {
            ctx.confirm(self.yes, &format!("Remove {}?", named(&self.ids)))?;
        }
        change(ctx, Change::Remove, &self.ids, self.dry_run).await
    }
}

impl RetryWhich {
    /// All jobs in a state, as they are now: what fails again meanwhile is not taken twice.
    async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let queues: Vec<&str> = match &self.queue {
            Some(queue) => vec![queue],
            None => QUEUES.to_vec(),
        };
        let mut jobs = Vec::new();
        for queue in queues {
            jobs.extend(all_in(&services, queue, self.state).await?);
        }
        let mut tally = Tally::new(Change::Retry, self.dry_run);
        for job in jobs {
            tally.change(&services, &job).await?;
        }
        ctx.close(services).await;
        tally.finish(ctx)
    }
}

async fn all_in(
    services: &Services,
    queue: &str,
    state: JobState,
) -> Result<Vec<Target>, QueueError> {
    let (mut jobs, mut cursor) = (Vec::new(), None);
    loop {
        let page = PageRequest { cursor, limit: PAGE };
        let page = services.queue.list(queue, &[state], page).await?;
        jobs.extend(page.jobs.iter().map(Target::of));
        cursor = page.next;
        if cursor.is_none() {
            return Ok(jobs);
        }
    }
}

async fn change(
    ctx: &Context,
    change: Change,
    ids: &IdsArgs,
    dry_run: bool,
) -> anyhow::Result<Exit> {
    let ids_given = ids.read()?;
    let services = Services::open(ctx.settings().clone()).await?;
    let finder = Finder::new(&services, ids.queue.as_deref());
    let mut tally = Tally::new(change, dry_run);
    for id in ids_given {
        match finder.job(&id).await {
            Ok(job) if dry_run => tally.would(&Target::of(&job), job.state),
            Ok(job) => tally.change(&services, &Target::of(&job)).await?,
            Err(error) => match error.downcast::<CliError>() {
                Ok(problem) => tally.problem(&id, &problem),
                Err(error) => return Err(error),
            },
        }
    }
    ctx.close(services).await;
    tally.finish(ctx)
}

impl Change {
    const fn done(self) -> &'static str {
        match self {
            Self::Retry => "retried",
            Self::Promote => "promoted",
            Self::Cancel => "cancelled",
            Self::Remove => "removed",
        }
    }

    const fn verb(self) -> &'static str {
        match self {
            Self::Retry => "retry",
            Self::Promote => "promote",
            Self::Cancel => "cancel",
            Self::Remove => "remove",
        }
    }

    /// The states that allow it, in words, where `state` is none of them.
    const fn forbids(self, state: JobState) -> Option<&'static str> {
        match (self, state) {
            (Self::Retry, JobState::Failed | JobState::Completed)
            | (Self::Promote, JobState::Delayed) => None,
            (Self::Retry, _) => Some("failed or completed"),
            (Self::Promote, _) => Some("delayed"),
            (Self::Cancel, JobState::Completed | JobState::Failed) => Some(cancel::CANCELLABLE),
            (Self::Cancel, _) => None,
            (Self::Remove, JobState::Active) => Some("not active"),
            (Self::Remove, _) => None,
        }
    }
}

/// What has been changed so far.
struct Tally {
    change: Change,
    report: ActReport,
    not_found: u64,
    refused: u64,
}

impl Tally {
    fn new(change: Change, dry_run: bool) -> Self {
        Self { change, report: ActReport::new(dry_run), not_found: 0, refused: 0 }
    }

    async fn change(&mut self, services: &Services, job: &Target) -> anyhow::Result<()> {
        let (queue, id) = (job.queue.as_str(), job.id.as_str());
        let done = match self.change {
            _ if self.report.dry_run => Ok(()),
            Change::Retry => services.queue.retry(queue, id).await,
            Change::Promote => services.queue.promote(queue, id).await,
            Change::Cancel => {
                let (queues, state) = (services.queue.as_ref(), services.state.as_ref());
                cancel::cancel(queues, state, (queue, id), &operator::who()).await.map(|_| ())
            }
            Change::Remove => services.queue.remove(queue, id).await,
        };
        match done {
            Ok(()) => self.report.acted(&job.to_string()),
            Err(error @ QueueError::NoSuchJob { .. }) => {
                self.not_found += 1;
                self.report.failed(job.to_string(), error.to_string());
            }
            Err(
                error @ (QueueError::WrongState { .. }
                | QueueError::LockLost { .. }
                | QueueError::Invalid(_)),
            ) => {
                self.refused += 1;
                self.report.failed(job.to_string(), error.to_string());
            }
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    fn would(&mut self, job: &Target, state: JobState) {
        let Some(wanted) = self.change.forbids(state) else {
            return self.report.acted(&job.to_string());
        };
        self.refused += 1;
        let error = QueueError::WrongState {
            queue: job.queue.clone(),
            id: job.id.clone(),
            state,
            wanted,
            action: self.change.done(),
        };
        self.report.failed(job.to_string(), error.to_string());
    }

    /// An id that leads to no job, or to several.
    fn problem(&mut self, id: &str, problem: &CliError) {
        match problem.exit {
            Exit::NotFound => self.not_found += 1,
            _ => self.refused += 1,
        }
        let hint = problem.hint.as_deref().filter(|_| problem.exit == Exit::Refused);
        let hint = hint.map_or_else(String::new, |hint| format!("; {hint}"));
        self.report.failed(id, format!("{}{hint}", problem.message));
    }

    fn finish(self, ctx: &Context) -> anyhow::Result<Exit> {
        let Self { change, report, not_found, refused } = self;
        let done = match (report.dry_run, report.acted, report.sample_ids.as_slice()) {
            (false, 1, [one]) => format!("{} {}", change.done(), plain(one)),
            (false, n, _) => format!("{} {}", change.done(), jobs(n)),
            (true, n, ids) => {
                let ids = ids.iter().map(|id| plain(id)).collect::<Vec<_>>().join(" ");
                let more = if n > report.sample_ids.len() as u64 { " ..." } else { "" };
                format!("would {} {}: {ids}{more}", change.verb(), jobs(n))
            }
        };
        ctx.out.act(&report, done.trim_end_matches(": "))?;
        Ok(match (report.acted, not_found, refused) {
            (_, 0, 0) => Exit::Done,
            (0, _, 0) => Exit::NotFound,
            (0, 0, _) => Exit::Refused,
            _ => Exit::Partly,
        })
    }
}
