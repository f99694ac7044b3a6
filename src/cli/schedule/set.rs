use std::time::Duration;

use clap::{ArgGroup, Args};
use serde::Serialize;
use serde_json::Value;

use super::show::{TIMES, times_after, times_text};
use crate::cli::campaigns;
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::{ActReport, plain};
use crate::cli::overview::known_queues;
use crate::cli::time::parse_span;
use crate::cli::values::QueueName;
use crate::jobs::{
    JobKind, LEAD_QUEUE, LeadDiscovery, QUEUES, SUBREDDIT_QUEUE, SubredditAnalysis, default_options,
};
use crate::model::{Strategy, Timestamp, subreddit_name};
use crate::queue::{MAX_PRIORITY, NewJob, NewSchedule, Recurrence, Schedule};
use crate::services::Services;

/// What recurs, and when.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("when").args(["every", "cron"]))]
#[command(group = ArgGroup::new("what").args(["campaign", "subreddit", "name"]))]
#[command(after_help = "\
Examples:
  leadctl schedule set leads-acme --every 30m
  leadctl schedule set acme-global --campaign acme --strategy global --cron '0 */6 * * *'
  leadctl schedule set rust-weekly --subreddit rust --cron '0 3 * * 1' --tz Europe/Berlin
  leadctl schedule set digest --queue mail --name digest --data '{\"to\":\"team\"}' --every 24h
  leadctl schedule set digest --cron '0 9 * * 1-5' --dry-run

A cron expression has five fields: minute, hour, day, month, weekday; a sixth in front is seconds.
--every runs at multiples of the span since 1970, so 15m means :00, :15, :30 and :45. A schedule that
is there keeps what is not said anew.")]
pub struct SetArgs {
    /// The schedule's id, or QUEUE/ID
    #[arg(value_name = "ID")]
    id: String,
    /// The queue that its jobs go to [default: by what the job is]
    #[arg(long, value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queue: Option<String>,
    /// At multiples of this span
    #[arg(long, value_name = "SPAN", value_parser = parse_span)]
    every: Option<Duration>,
    /// By a cron expression
    #[arg(long, value_name = "EXPRESSION")]
    cron: Option<String>,
    /// Time zone of the cron expression, as in Europe/Berlin [default: UTC]
    #[arg(long, value_name = "ZONE", requires = "cron")]
    tz: Option<String>,
    /// Look for leads for this campaign
    #[arg(long, value_name = "CAMPAIGN")]
    campaign: Option<String>,
    /// Where and for what to look: targeted, global, comments or competitors
    #[arg(long, value_name = "STRATEGY", requires = "campaign", default_value = "targeted",
          value_parser = clap::builder::PossibleValuesParser::new(
              Strategy::ALL.iter().map(|s| s.as_str())))]
    strategy: String,
    /// Analyse this subreddit
    #[arg(long, value_name = "NAME")]
    subreddit: Option<String>,
    /// Any job, by its name
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Payload of that job, as JSON
    #[arg(long, value_name = "JSON", requires = "name")]
    data: Option<String>,
    /// Priority of its jobs: 1 is the most urgent, 0 is none and goes first
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=i64::from(MAX_PRIORITY)))]
    priority: Option<u32>,
    /// Attempts of each job
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100))]
    attempts: Option<u32>,
    /// Let its jobs go to a queue that is not there yet
    #[arg(long)]
    create_queue: bool,
    /// Only check it and show the next times
    #[arg(long)]
    dry_run: bool,
}

/// What was set, or would be.
#[derive(Debug, Serialize)]
struct SetReport {
    #[serde(flatten)]
    report: ActReport,
    queue: String,
    id: String,
    recurrence: Recurrence,
    next_times: Vec<Timestamp>,
}

impl SetArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let set = self.set(&services).await;
        let now = services.clock.now();
        ctx.close(services).await;
        let set = set?;
        ctx.out.acts.add(&set.report);
        ctx.out.show(&set, || self.human(&set, now))?;
        Ok(Exit::Done)
    }

    fn human(&self, set: &SetReport, now: Timestamp) -> String {
        let would = if self.dry_run { "would be set" } else { "is set" };
        format!(
            "schedule {}/{} {would}: {}; next\n{}",
            plain(&set.queue),
            plain(&set.id),
            plain(&set.recurrence.to_string()),
            times_text(&set.recurrence, &set.next_times, now)
        )
    }

    async fn set(&self, services: &Services) -> anyhow::Result<SetReport> {
        let present = self.present(services).await?;
        let schedule = self.schedule(services, present).await?;
        let (queue, id) = (schedule.queue.clone(), schedule.id.clone());
        let recurrence = schedule.recurrence.clone();
        // Also what is wrong with the expression, before anything is changed.
        let mut next_times = times_after(&recurrence, services.clock.now(), TIMES)?;
        if next_times.is_empty() {
            return Err(CliError::usage(format!("{recurrence} never comes")).into());
        }
        if !self.dry_run {
            let set = services.queue.upsert_schedule(schedule).await?;
            if let Some(next) = set.next_at.filter(|next| Some(next) != next_times.first()) {
                next_times = vec![next];
                next_times.extend(times_after(&recurrence, next, TIMES - 1)?);
            }
        }
        let mut report = ActReport::new(self.dry_run);
        report.acted(&format!("{queue}/{id}"));
        Ok(SetReport { report, queue, id, recurrence, next_times })
    }

    /// The schedule of that id, where there is one.
    async fn present(&self, services: &Services) -> anyhow::Result<Option<Schedule>> {
        let (queue, id) = self.place();
        let mut found = services.queue.schedules(queue.as_deref()).await?;
        found.retain(|s| s.id == id);
        // What the job is says which queue is meant.
        if let (None, Some(queue)) = (&queue, self.natural_queue()) {
            found.retain(|s| s.queue == queue);
        }
        match found.len() {
            0 | 1 => Ok(found.pop()),
            n => Err(CliError::refused(format!("{id} could be any of {n} schedules"))
                .hint("say which with --queue")
                .target(id)
                .into()),
        }
    }

    /// Queue and id: `QUEUE/ID` says both, as no id of a schedule of ours has a slash.
    fn place(&self) -> (Option<String>, String) {
        match (&self.queue, self.id.split_once('/')) {
            (None, Some((queue, id))) => (Some(queue.to_owned()), id.to_owned()),
            (queue, _) => (queue.clone(), self.id.clone()),
        }
    }

    fn natural_queue(&self) -> Option<&'static str> {
        if self.campaign.is_some() {
            Some(LEAD_QUEUE)
        } else if self.subreddit.is_some() {
            Some(SUBREDDIT_QUEUE)
        } else {
            None
        }
    }

    async fn schedule(
        &self,
        services: &Services,
        present: Option<Schedule>,
    ) -> anyhow::Result<NewSchedule> {
        let (said, id) = self.place();
        let recurrence = self.recurrence(present.as_ref())?;
        let job = match (self.job(services).await?, &present) {
            (Some(job), _) => job,
            (None, Some(old)) => NewJob {
                name: old.name.clone(),
                data: old.data.clone(),
                id: None,
                options: old.options.clone(),
            },
            (None, None) => {
                return Err(CliError::usage(format!(
                    "there is no schedule {id} yet, and what it is to do is not said"
                ))
                .hint("give --campaign, --subreddit, or --name with --queue")
                .target(id)
                .into());
            }
        };
        let queue = said
            .or_else(|| self.natural_queue().map(ToOwned::to_owned))
            .or_else(|| present.map(|old| old.queue))
            .ok_or_else(|| CliError::usage("the queue is not said").hint("give --queue"))?;
        self.must_fit(services, &queue, &job).await?;
        let mut options = job.options;
        // Its jobs are the schedule's, and not of whoever has set it.
        options.telemetry = None;
        options.priority = self.priority.unwrap_or(options.priority);
        options.attempts = self.attempts.unwrap_or(options.attempts);
        Ok(NewSchedule { queue, id, recurrence, name: job.name, data: job.data, options })
    }

    fn recurrence(&self, present: Option<&Schedule>) -> Result<Recurrence, CliError> {
        match (self.every, &self.cron, present) {
            (Some(every), ..) => Ok(Recurrence::Every {
                every_ms: u64::try_from(every.as_millis()).unwrap_or(u64::MAX),
            }),
            (None, Some(pattern), _) => {
                Ok(Recurrence::Cron { pattern: pattern.clone(), tz: self.tz.clone() })
            }
            (None, None, Some(present)) => Ok(present.recurrence.clone()),
            (None, None, None) => {
                Err(CliError::usage(format!("when schedule {} is to run is not said", self.id))
                    .hint("give --every, as in --every 15m, or --cron, as in --cron '0 2 * * *'"))
            }
        }
    }

    /// The job that the options describe; none where they describe none.
    async fn job(&self, services: &Services) -> anyhow::Result<Option<NewJob>> {
        let options = default_options(&services.settings);
        if let Some(campaign) = &self.campaign {
            let found = campaigns::find(services, campaign).await?;
            let strategy: Strategy = self.strategy.parse().map_err(CliError::usage)?;
            let lead = LeadDiscovery { campaign: found.id, strategy };
            return Ok(Some(JobKind::Lead(lead).into_job(None, options)));
        }
        if let Some(name) = &self.subreddit {
            let subreddit = subreddit_name(name).map_err(CliError::usage)?;
            let analysis = SubredditAnalysis { subreddit, force: false };
            return Ok(Some(JobKind::Subreddit(analysis).into_job(None, options)));
        }
        let Some(name) = self.name.clone() else { return Ok(None) };
        let data: Value = match &self.data {
            None => Value::Object(serde_json::Map::new()),
            Some(text) => serde_json::from_str(text)
                .map_err(|error| CliError::usage(format!("--data is not JSON: {error}")))?,
        };
        Ok(Some(NewJob { name, data, id: None, options }))
    }

    /// Our own queues take only what our workers understand; a queue of others must be there.
    async fn must_fit(&self, services: &Services, queue: &str, job: &NewJob) -> anyhow::Result<()> {
        if QUEUES.contains(&queue) {
            let kind = JobKind::parse(&job.name, &job.data)
                .map_err(|failure| CliError::usage(failure.reason))?;
            if kind.queue() != queue {
                return Err(CliError::usage(format!(
                    "{} jobs belong in {}, not in {queue}",
                    job.name,
                    kind.queue()
                ))
                .into());
            }
            return Ok(());
        }
        let known = known_queues(services).await?;
        if self.create_queue || known.iter().any(|name| name == queue) {
            return Ok(());
        }
        Err(CliError::not_found(format!("there is no queue {queue}"))
            .hint(format!("there are {}; --create-queue makes another", known.join(", ")))
            .target(queue)
            .into())
    }
}
