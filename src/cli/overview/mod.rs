//! What goes on in the whole system, at one moment, and what of it is wrong.
//!
//! - [`mod@read`]: gathers it
//! - [`findings`]: what is wrong, worst first, with the command to run; a pure function

mod findings;
mod read;

use std::time::Duration;

use serde::Serialize;

use crate::guard::breaker::Status;
use crate::model::{ProcessInfo, ProcessKind, Timestamp, text_enum};
use crate::queue::{Degraded, QueueCounts, Recurrence};

pub(crate) use findings::of_breaker;
pub use findings::{Finding, Severity, Verdict, of_queue};
pub(crate) use findings::{jobs, shell_word, worker_command};
pub use read::{breakers, failed_since, judge, known_queues, queue_status, read, schedules};
pub(crate) use read::{campaigns, leads, mode, reddit};

text_enum! {
    /// What Reddit is, for this installation.
    pub enum RedditMode {
        /// Credentials are configured, or there is an account.
        Live = "live",
        /// A sandbox that runs plays it.
        Sandbox = "sandbox",
        /// There are neither credentials nor an account: the public feeds are read.
        Feeds = "feeds",
        /// Nor may feeds be read: only dumps can be.
        Missing = "missing",
    }
}

/// What goes on, at one moment.
#[derive(Debug, Clone, Serialize)]
pub struct Overview {
    /// The moment.
    pub at: Timestamp,
    /// What is wrong.
    pub verdict: Verdict,
    /// What carries the data.
    pub mode: Mode,
    /// The queue goes on without what carries it: since when, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub degraded: Option<Degraded>,
    /// What Reddit is, for this installation.
    pub reddit: RedditMode,
    /// How the circuit breakers stand, by name; none where that cannot be read.
    pub breakers: Vec<Status>,
    /// Processes that are alive, by kind and then by start.
    pub processes: Vec<ProcessInfo>,
    /// All queues, by name.
    pub queues: Vec<QueueStatus>,
    /// How many campaigns there are.
    pub campaigns: CampaignTotals,
    /// How many leads there are.
    pub leads: LeadTotals,
    /// What the cache was good for; absent where nothing was looked up, or it cannot be known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cache: Option<CacheTotals>,
    /// What AI providers cost; absent where nothing was spent and no budget is set, or it cannot be
    /// known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ai: Option<AiTotals>,
    /// All schedules, those due soonest first.
    pub schedules: Vec<NextRun>,
}

/// What AI providers cost, over all users.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AiTotals {
    /// Spent today (UTC), in US dollars.
    pub today_usd: f64,
    /// Spent this month (UTC), in US dollars.
    pub month_usd: f64,
    /// Most that may be spent in a month; absent where nothing bounds it.
    pub budget_usd: Option<f64>,
    /// Users, by id, whose posts were left to the rules today as a budget was spent.
    pub held_back: Vec<String>,
}

/// What the cache was good for, over all processes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct CacheTotals {
    /// Lookups.
    pub lookups: u64,
    /// Share of those that were answered, 0 to 1.
    pub hit_rate: Option<f64>,
    /// Money not spent, in US dollars.
    pub saved_usd: f64,
}

/// What carries the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mode {
    /// `embedded` where one SQLite file carries all, else `distributed`.
    pub name: String,
    /// The data directory.
    pub data_dir: String,
    /// What carries campaigns and leads; no secret in it.
    pub store: String,
    /// What carries the queue; no secret in it.
    pub queue: String,
}

/// One queue at one moment.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QueueStatus {
    /// Its name.
    pub name: String,
    /// How many jobs are where.
    #[serde(flatten)]
    pub counts: QueueCounts,
    /// For how long the job that has waited longest has.
    pub oldest_waiting_ms: Option<u64>,
    /// Workers that are alive, take new jobs and work on it.
    pub workers: u64,
    /// Jobs that those can do at the same time.
    pub concurrency: u64,
    /// Jobs that failed in the last hour.
    pub failed_last_hour: u64,
    /// There were more failures than were looked at: `failed_last_hour` is the least there were.
    pub failed_truncated: bool,
    /// Why the last of those failed; hostile.
    pub last_failure: Option<String>,
}

impl QueueStatus {
    /// For how long the job that has waited longest has.
    pub fn oldest_waiting(&self) -> Option<Duration> {
        self.oldest_waiting_ms.map(Duration::from_millis)
    }
}

/// How many campaigns there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct CampaignTotals {
    /// Worked on.
    pub active: u64,
    /// Kept only.
    pub paused: u64,
}

/// How many leads there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct LeadTotals {
    /// All.
    pub total: u64,
    /// Those nobody has looked at.
    pub new: u64,
    /// Found since midnight, in this host's time zone.
    pub found_today: u64,
}

/// When a schedule's next job is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NextRun {
    /// The queue its jobs go to.
    pub queue: String,
    /// The schedule.
    pub id: String,
    /// How it recurs.
    pub recurrence: Recurrence,
    /// When; absent where there is no next time.
    pub next_at: Option<Timestamp>,
    /// When its last job began.
    pub last_at: Option<Timestamp>,
}

/// The workers that take new jobs of `queue`.
pub fn workers_of<'a>(
    processes: &'a [ProcessInfo],
    queue: &'a str,
) -> impl Iterator<Item = &'a ProcessInfo> {
    processes.iter().filter(move |p| {
        p.kind == ProcessKind::Worker && !p.draining && p.queues.iter().any(|q| q == queue)
    })
}
