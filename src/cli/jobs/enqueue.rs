use std::fmt::Write;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Subcommand};
use serde::Serialize;
use serde_json::Value;

use super::bulk;
use super::outcome::{Awaited, tell_a_person, wait_all};
use super::target::Target;
use super::view::OptionsView;
use super::words::what;
use crate::cli::campaigns;
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::{ActReport, Format, plain};
use crate::cli::spooled;
use crate::cli::time;
use crate::cli::values::{self, QueueName, one_of};
use crate::discovery::queries;
use crate::jobs::{JobKind, LeadDiscovery, SubredditAnalysis, default_options, fair};
use crate::model::{CampaignStatus, Strategy, Timestamp, subreddit_name};
use crate::queue::{JobOptions, JobState, MAX_PRIORITY, NewJob};
use crate::services::Services;

/// Most attempts that can be asked for.
const MAX_ATTEMPTS: i64 = 1_000;

/// What to add.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = "\
Examples:
  leadctl jobs enqueue lead --campaign my-product --wait --timeout 2m
  leadctl jobs enqueue subreddit freelance smallbusiness
  leadctl jobs enqueue --from jobs.ndjson
  echo '{\"subreddit\":\"freelance\",\"priority\":1}' | leadctl jobs enqueue --from -

A line of --from is a job:
  {\"name\":\"lead\",\"data\":{\"campaign\":\"my-product\",\"strategy\":\"global\"},
   \"id\":\"key\",\"priority\":1,\"delay\":\"5m\",\"attempts\":3}      all but name and data may be absent
  {\"campaign\":\"my-product\",\"strategy\":\"global\"}           the same in short
  {\"subreddit\":\"freelance\",\"force\":true}                  the same for a subreddit
  {\"queue\":\"mail\",\"name\":\"send\",\"data\":{...}}             for any other queue, with any payload
Lines that are not good are told with their number, and all others are added (exit 8)."
)]
pub struct EnqueueArgs {
    #[command(subcommand)]
    kind: Option<EnqueueKind>,
    /// Add one job for each line of this file; `-` reads standard input
    #[arg(long, value_name = "FILE", required = true)]
    from: Option<PathBuf>,
    /// With --from: the queue of lines that name none
    #[arg(long, value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queue: Option<String>,
    /// Only check, add nothing
    #[arg(long)]
    dry_run: bool,
}

/// Kinds of jobs.
#[derive(Debug, Subcommand)]
enum EnqueueKind {
    /// Look for leads for a campaign
    Lead(LeadArgs),
    /// Learn what subreddits are like
    Subreddit(SubredditArgs),
}

/// What a lead job is to do.
#[derive(Debug, Args)]
pub(super) struct LeadWork {
    /// The campaign, by id or name
    #[arg(long, short = 'C', value_name = "CAMPAIGN")]
    campaign: String,
    /// Where and for what to look
    #[arg(long, default_value = "targeted", value_parser = one_of::<Strategy>(Strategy::ALL.iter().map(|s| s.as_str())))]
    strategy: Strategy,
}

/// What subreddit jobs are to do.
#[derive(Debug, Args)]
pub(super) struct SubredditWork {
    /// Subreddits, with or without r/
    #[arg(required = true, value_name = "NAME", value_parser = subreddit_name)]
    names: Vec<String>,
    /// Also where the last analysis is still fresh
    #[arg(long)]
    force: bool,
}

/// A lead job.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl jobs enqueue lead --campaign my-product
  leadctl jobs enqueue lead --campaign my-product --strategy competitors --delay 5m
  leadctl jobs enqueue lead --campaign my-product --id \"nightly-$(date +%F)\" --wait --timeout 2m

The same --id twice makes one job, as long as the first is kept.")]
struct LeadArgs {
    #[command(flatten)]
    work: LeadWork,
    #[command(flatten)]
    options: AddOptions,
}

/// Subreddit jobs.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl jobs enqueue subreddit freelance
  leadctl jobs enqueue subreddit freelance smallbusiness --force --wait")]
struct SubredditArgs {
    #[command(flatten)]
    work: SubredditWork,
    #[command(flatten)]
    options: AddOptions,
}

/// How jobs are added.
#[derive(Debug, Args)]
struct AddOptions {
    /// 1 is the most urgent; jobs without a priority go first [default: none]
    #[arg(long, value_name = "P", value_parser = clap::value_parser!(u32).range(0..=i64::from(MAX_PRIORITY)))]
    priority: Option<u32>,
    /// Not before this has passed, as in 5m
    #[arg(long, value_name = "SPAN", value_parser = values::span())]
    delay: Option<Duration>,
    /// Attempts in all [default: worker.attempts]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=MAX_ATTEMPTS))]
    attempts: Option<u32>,
    /// The job's id; one that is there already is left as it is
    #[arg(long, value_name = "KEY")]
    id: Option<String>,
    /// Wait until it has ended, and end by its outcome: 0 completed, 6 failed, 5 not in time
    #[arg(long)]
    wait: bool,
    /// With --wait: longest time to wait
    #[arg(long, value_name = "SPAN", requires = "wait", value_parser = values::span())]
    timeout: Option<Duration>,
    /// Only tell what would be added
    #[arg(long, conflicts_with = "wait")]
    dry_run: bool,
}

/// A job that was added, or would be.
#[derive(Debug, Serialize)]
struct AddedJob {
    queue: String,
    /// Absent where the queue is yet to number it.
    id: Option<String>,
    name: String,
    data: Value,
    options: OptionsView,
    /// It was there before, and is told as it is.
    existed: bool,
    state: Option<JobState>,
    finished_at: Option<Timestamp>,
}

/// What adding came to.
#[derive(Debug, Serialize)]
struct AddReport {
    #[serde(flatten)]
    report: ActReport,
    jobs: Vec<AddedJob>,
}

impl EnqueueArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let exit = match self.kind {
            Some(EnqueueKind::Lead(args)) => {
                let job = args.work.resolve(ctx, &services).await?;
                args.options.add(ctx, &services, vec![job]).await
            }
            Some(EnqueueKind::Subreddit(args)) => {
                args.options.add(ctx, &services, args.work.jobs()).await
            }
            None => {
                let from = self.from.unwrap_or_else(|| PathBuf::from("-"));
                bulk::run(ctx, &services, &from, self.queue, self.dry_run).await
            }
        };
        ctx.close(services).await;
        exit
    }
}

impl LeadWork {
    /// Finds the campaign, and warns of what will come to nothing.
    ///
    /// # Errors
    /// There is no such campaign.
    pub(super) async fn resolve(
        self,
        ctx: &Context,
        services: &Services,
    ) -> anyhow::Result<JobKind> {
        let campaign = campaigns::find(services, &self.campaign).await?;
        let (id, strategy) = (campaign.id.clone(), self.strategy);
        if campaign.status == CampaignStatus::Paused {
            ctx.out.note(&format!(
                "warning: campaign {id} is paused, so the job will do nothing; `leadctl campaigns resume {id}`"
            ));
        } else if queries(&campaign, strategy).is_empty() {
            ctx.out.note(&format!(
                "warning: campaign {id} has nothing that strategy {strategy} could look for, so the job will fail; see `leadctl campaigns show {id}`"
            ));
        }
        Ok(JobKind::Lead(LeadDiscovery { campaign: id, strategy }))
    }
}

impl SubredditWork {
    /// One job for each.
    pub(super) fn jobs(self) -> Vec<JobKind> {
        let force = self.force;
        let job = |subreddit| JobKind::Subreddit(SubredditAnalysis { subreddit, force });
        self.names.into_iter().map(job).collect()
    }
}

impl AddOptions {
    fn job_options(&self, services: &Services) -> JobOptions {
        let usual = default_options(&services.settings);
        JobOptions {
            priority: self.priority.unwrap_or(usual.priority),
            delay: self.delay.map_or(0, |d| u64::try_from(d.as_millis()).unwrap_or(u64::MAX)),
            attempts: self.attempts.unwrap_or(usual.attempts),
            ..usual
        }
    }

    async fn add(
        self,
        ctx: &Context,
        services: &Services,
        kinds: Vec<JobKind>,
    ) -> anyhow::Result<Exit> {
        if self.id.is_some() && kinds.len() > 1 {
            return Err(CliError::usage("--id names one job, but there are several to add")
                .hint("add them one by one, or give each its id with --from")
                .into());
        }
        let options = self.job_options(services);
        let jobs: Vec<(&'static str, NewJob)> = kinds
            .into_iter()
            .map(|kind| (kind.queue(), kind.into_job(self.id.clone(), options.clone())))
            .collect();
        let mut report = ActReport::new(self.dry_run);
        let (mut added, mut awaited, mut spooled) = (Vec::new(), Vec::new(), 0);
        for (queue, job) in jobs {
            // Before it is added: it may have come and gone by the time we look.
            let since = match self.wait {
                true => services.queue.event_cursor(queue).await?,
                false => Default::default(),
            };
            let (one, kept) = add_one(services, queue, job, self.dry_run).await?;
            spooled += u64::from(kept);
            let name = format!("{queue}/{}", one.id.as_deref().unwrap_or("new"));
            if one.existed {
                report.skipped(&name)
            } else {
                report.acted(&name)
            }
            if let Some(id) = &one.id {
                awaited.push(Awaited { job: Target::new(queue, id), since });
            }
            added.push(one);
        }
        spooled::note(&ctx.out, spooled);
        if !self.wait {
            print(ctx, services, report, added)?;
            let jobs: Vec<Target> = awaited.into_iter().map(|a| a.job).collect();
            if !self.dry_run {
                tell_a_person(ctx, services, &jobs).await?;
            }
            return Ok(Exit::Done);
        }
        ctx.out.acts.add(&report);
        ctx.out.note(&human(&added, false, services.clock.now()));
        wait_all(ctx, services, awaited, self.timeout).await
    }
}

/// Adds one job; says what became of it, and whether it is kept because the queue is away.
async fn add_one(
    services: &Services,
    queue: &str,
    job: NewJob,
    dry_run: bool,
) -> anyhow::Result<(AddedJob, bool)> {
    let mut spooled = false;
    let mut told = AddedJob {
        queue: queue.to_owned(),
        id: job.id.clone(),
        name: job.name.clone(),
        data: job.data.clone(),
        options: OptionsView::from(&job.options),
        existed: false,
        state: None,
        finished_at: None,
    };
    if !dry_run {
        let (jobs, state) = (services.queue.as_ref(), services.state.as_ref());
        for added in fair::add(jobs, state, queue, vec![job]).await? {
            (told.id, told.existed, spooled) = (Some(added.id), added.existed, added.spooled);
        }
    }
    if (told.existed || dry_run)
        && let Some(id) = &told.id
        && let Some(known) = services.queue.get(queue, id).await?
    {
        (told.existed, told.state) = (true, Some(known.state));
        told.options = OptionsView::from(&known.options);
        (told.name, told.data) = (known.name, known.data);
        told.finished_at = known.finished_at;
    }
    Ok((told, spooled))
}

fn print(
    ctx: &Context,
    services: &Services,
    report: ActReport,
    jobs: Vec<AddedJob>,
) -> anyhow::Result<()> {
    match ctx.out.format {
        Format::Table | Format::Csv => {
            ctx.out.act(&report, &human(&jobs, report.dry_run, services.clock.now()))
        }
        _ => {
            ctx.out.acts.add(&report);
            ctx.out.show(&AddReport { report, jobs }, String::new)
        }
    }
}

/// A line for each job.
fn human(jobs: &[AddedJob], dry_run: bool, now: Timestamp) -> String {
    let mut text = String::new();
    for job in jobs {
        let what = what(&job.name, &job.data);
        let place = match &job.id {
            Some(id) => format!("{}/{}", job.queue, plain(id)),
            None => job.queue.clone(),
        };
        let _ = match (job.existed, dry_run) {
            (false, false) => writeln!(text, "added {place}: {what}"),
            (false, true) => {
                writeln!(text, "would add to {place}: {what}  {}", plain(&job.data.to_string()))
            }
            (true, _) => {
                writeln!(text, "{place} is there already{}: nothing is added", job.known_state(now))
            }
        };
    }
    text.truncate(text.trim_end().len());
    text
}

impl AddedJob {
    /// What has become of a job that was there before.
    fn known_state(&self, now: Timestamp) -> String {
        match (self.state, self.finished_at) {
            (None, _) => String::new(),
            (Some(state), None) => format!(" ({state})"),
            (Some(state), Some(at)) => format!(" ({state} {})", time::ago(at, now)),
        }
    }
}
