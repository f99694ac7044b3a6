//! What the sources tell and the views draw: plain data, shared and never changed.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;

use crate::cli::overview::{CampaignTotals, LeadTotals, Mode, QueueStatus, RedditMode};
use crate::guard::breaker::{Change, Status};
use crate::guard::cache::Stats;
use crate::model::{Lead, ProcessInfo, Timestamp};
use crate::queue::{Degraded, EventKind, Job, JobState, LogLine, Schedule};
use crate::supervisor::LogLine as Said;

/// Longest text of a stranger that is kept for an event, in characters.
pub const EVENT_TEXT: usize = 300;

/// The last answer of a source, and whether it still answers.
#[derive(Debug, Clone)]
pub struct Fresh<T> {
    /// The last answer; absent where there was none yet.
    pub value: Option<Arc<T>>,
    /// When that was.
    pub at: Option<Timestamp>,
    /// Why the last question was not answered.
    pub error: Option<String>,
    /// How often it is asked.
    pub every: Duration,
}

impl<T> Default for Fresh<T> {
    fn default() -> Self {
        Self { value: None, at: None, error: None, every: Duration::from_secs(1) }
    }
}

impl<T> Fresh<T> {
    /// Takes an answer; what was known stays where there is none.
    pub fn take(&mut self, answer: Answer<T>) {
        match answer.result {
            Ok(value) => {
                self.value = Some(value);
                self.at = Some(answer.at);
                self.error = None;
            }
            Err(error) => self.error = Some(error),
        }
        self.every = answer.every;
    }

    /// What is known.
    pub fn get(&self) -> Option<&T> {
        self.value.as_deref()
    }

    /// How old what is known is, where the source has stopped answering.
    pub fn stale(&self, now: Timestamp) -> Option<Duration> {
        let age = now.since(self.at?);
        let late = age > self.every.saturating_mul(3) + Duration::from_secs(2);
        (late || (self.error.is_some() && age > self.every)).then_some(age)
    }
}

/// What a source says when asked.
#[derive(Debug, Clone)]
pub struct Answer<T> {
    /// When.
    pub at: Timestamp,
    /// How often it is asked.
    pub every: Duration,
    /// What, or why not.
    pub result: Result<Arc<T>, String>,
}

/// How much happens in a second.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Rates {
    /// Jobs added.
    pub added: Option<f64>,
    /// Jobs completed.
    pub done: Option<f64>,
    /// Jobs failed for good.
    pub failed: Option<f64>,
    /// More happened than was read.
    pub at_least: bool,
}

/// A queue at one moment.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Queue {
    /// How it stands.
    #[serde(flatten)]
    pub status: QueueStatus,
    /// How much happens, in a second.
    pub per_second: Rates,
}

/// A circuit breaker with its last changes, oldest first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BreakerSeen {
    /// How it stands.
    #[serde(flatten)]
    pub status: Status,
    /// Its last changes.
    pub history: Vec<Change>,
}

/// What changes slowly.
#[derive(Debug, Clone, Serialize)]
pub struct System {
    /// What carries the data.
    pub mode: Mode,
    /// What Reddit is.
    pub reddit: RedditMode,
    /// Whether the queue goes on without what carries it.
    pub degraded: Option<Degraded>,
    /// How many campaigns there are.
    pub campaigns: CampaignTotals,
    /// How many leads there are.
    pub leads: LeadTotals,
    /// How it stands with the objectives of the service.
    pub objectives: Vec<Objective>,
    /// What AI providers cost; absent where that is not known.
    pub spend: Option<Spend>,
}

/// What AI providers cost, in US dollars.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Spend {
    /// Since midnight, UTC.
    pub today_usd: f64,
    /// Since the first of the month.
    pub month_usd: f64,
    /// Most for a month; absent where there is no bound.
    pub budget_usd: Option<f64>,
}

impl Spend {
    /// The bound as it is configured, where 0 stands for none.
    pub fn of(today_usd: f64, month_usd: f64, budget_usd: f64) -> Self {
        Self { today_usd, month_usd, budget_usd: Some(budget_usd).filter(|usd| *usd > 0.0) }
    }
}

/// How it stands with an objective of the service.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Objective {
    /// Which.
    pub slo: &'static str,
    /// In a word.
    pub state: &'static str,
    /// Nobody need do anything.
    pub good: bool,
    /// The share of its error budget that is left: 1 all, 0 none.
    pub budget_left: f64,
}

/// What the processes' `/metrics` say together.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Traffic {
    /// Requests to the API in a second.
    pub requests: Option<f64>,
    /// Share of those that failed on our side, 0 to 1.
    pub errors: Option<f64>,
    /// Half of the requests took no longer than this.
    pub p50_ms: Option<f64>,
    /// The same for 95 of 100.
    pub p95_ms: Option<f64>,
    /// The same for 99 of 100.
    pub p99_ms: Option<f64>,
    /// Requests that may still be sent to Reddit now.
    pub reddit_budget: Option<u64>,
    /// Processes that answered.
    pub answered: usize,
    /// Processes that did not, and why.
    pub silent: Vec<(String, String)>,
}

/// A job's place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct JobRef {
    /// The queue.
    pub queue: String,
    /// The id in it.
    pub id: String,
}

impl std::fmt::Display for JobRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.queue, self.id)
    }
}

/// Dead letters that failed of the same error.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// Its name.
    pub group: String,
    /// The queue.
    pub queue: String,
    /// How many there are among those looked at.
    pub count: u64,
    /// When the first and the last of them failed.
    pub first_at: Option<Timestamp>,
    /// See `first_at`.
    pub last_at: Option<Timestamp>,
    /// What the errors have in common; hostile.
    pub error: String,
    /// The newest error; hostile.
    pub example: String,
    /// The jobs.
    pub jobs: Vec<JobRef>,
}

/// The dead letters of all queues.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Letters {
    /// Largest first.
    pub groups: Vec<Group>,
    /// Jobs looked at.
    pub scanned: u64,
    /// There were more.
    pub truncated: bool,
    /// Failures of the last hour: the queue, how many, the last reason.
    pub last_hour: Vec<(String, u64, Option<String>)>,
}

/// One page of jobs, as asked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Page {
    /// What was asked for.
    #[serde(skip)]
    pub asked: PageAsked,
    /// The jobs.
    pub jobs: Vec<Job>,
    /// Where the next page begins.
    pub next: Option<String>,
    /// Jobs looked at for a filter.
    pub scanned: u64,
}

/// Which page of jobs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageAsked {
    /// Of this queue.
    pub queue: String,
    /// In this state, or all.
    pub state: Option<JobState>,
    /// From there on.
    pub cursor: Option<String>,
    /// That hold this text.
    pub filter: String,
}

/// All that is known of a job.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct JobSeen {
    /// Which was asked for.
    #[serde(skip)]
    pub asked: JobRef,
    /// The job; absent where it is gone.
    pub job: Option<Job>,
    /// The last lines of its log.
    pub logs: Vec<LogLine>,
    /// How many there are.
    pub logs_total: u64,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Event {
    /// When.
    pub at: Timestamp,
    /// In which queue.
    pub queue: String,
    /// What.
    pub kind: EventKind,
    /// To which job.
    pub job_id: Option<String>,
    /// Result or reason; hostile.
    pub text: String,
}

/// What a source sends to the screen.
#[derive(Debug)]
pub enum Message {
    /// The queues.
    Queues(Answer<Vec<Queue>>),
    /// The processes that are alive.
    Processes(Answer<Vec<ProcessInfo>>),
    /// What changes slowly.
    System(Answer<System>),
    /// The schedules.
    Schedules(Answer<Vec<Schedule>>),
    /// The breakers.
    Breakers(Answer<Vec<BreakerSeen>>),
    /// The cache.
    Cache(Answer<Stats>),
    /// The processes' figures.
    Traffic(Answer<Traffic>),
    /// The dead letters.
    Letters(Answer<Letters>),
    /// The newest leads.
    Leads(Answer<Vec<Lead>>),
    /// What the processes of `up` said last, oldest first.
    Logs(Answer<Vec<Said>>),
    /// What happened since the last time, oldest first.
    Events(Vec<Event>),
    /// The page asked for.
    Page(Answer<Page>),
    /// The job asked for.
    Job(Answer<JobSeen>),
    /// What became of a deed, in words; whether it went well.
    Done {
        /// In words.
        text: String,
        /// Whether all went well.
        ok: bool,
    },
}
