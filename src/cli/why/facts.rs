use std::time::Duration;

use crate::cli::overview::{NextRun, QueueStatus, breakers, queue_status, schedules, workers_of};
use crate::guard::breaker::Status;
use crate::jobs::QUEUES;
use crate::model::{ProcessInfo, ProcessKind, Timestamp};
use crate::queue::{Job, JobState, LogLine, PageRequest};
use crate::services::Services;
use crate::shared_state::heartbeat;

/// Active jobs looked at.
const ACTIVE: u32 = 50;
/// How far into the line a job's place is looked for.
const LINE: u32 = 500;

/// What is known of a queue.
#[derive(Debug, Clone)]
pub(super) struct QueueFacts {
    pub(super) at: Timestamp,
    pub(super) status: QueueStatus,
    /// Jobs that are being worked on.
    pub(super) active: Vec<Job>,
    /// Workers that take its jobs.
    pub(super) workers: Vec<ProcessInfo>,
    /// All processes that tell that they are alive, by id.
    pub(super) alive: Vec<String>,
    /// Workers of it that finish what they have and take no more.
    pub(super) draining: usize,
    /// The delayed job that is due first.
    pub(super) next_delayed: Option<Job>,
    /// Its schedules, those due soonest first.
    pub(super) schedules: Vec<NextRun>,
    /// The breakers that do not let all calls through, for a queue whose jobs make them.
    pub(super) breakers: Vec<Status>,
    /// How long a job stays with a worker that is gone.
    pub(super) lock: Duration,
}

/// What is known of a job.
#[derive(Debug, Clone)]
pub(super) struct JobFacts {
    pub(super) queue: QueueFacts,
    pub(super) job: Job,
    /// How many run before it, where it is near enough to the front to be found.
    pub(super) before: Option<usize>,
    /// The last line of its log.
    pub(super) last_log: Option<LogLine>,
}

impl QueueFacts {
    pub(super) async fn read(services: &Services, queue: &str) -> anyhow::Result<Self> {
        let at = services.clock.now();
        let processes = heartbeat::processes(services.state.as_ref()).await?;
        let list = async |state, limit| {
            let page = PageRequest { cursor: None, limit };
            services.queue.list(queue, &[state], page).await.map(|page| page.jobs)
        };
        let mut runs = schedules(services).await?;
        runs.retain(|run| run.queue == queue);
        Ok(Self {
            at,
            status: queue_status(services, queue, &processes, at).await?,
            active: list(JobState::Active, ACTIVE).await?,
            workers: workers_of(&processes, queue).cloned().collect(),
            alive: processes.iter().map(|process| process.id.clone()).collect(),
            draining: processes
                .iter()
                .filter(|p| p.kind == ProcessKind::Worker && p.draining)
                .filter(|p| p.queues.iter().any(|name| name == queue))
                .count(),
            next_delayed: list(JobState::Delayed, 1).await?.into_iter().next(),
            schedules: runs,
            breakers: if QUEUES.contains(&queue) {
                breakers(services).await.into_iter().filter(|b| !b.state.lets_through()).collect()
            } else {
                Vec::new()
            },
            lock: Duration::from_secs(services.settings.worker.lock_secs.max(1)),
        })
    }

    /// Whether the worker that holds a job is gone. Workers of others do not tell us that they are
    /// alive, so of their queues nothing is concluded.
    pub(super) fn is_orphan(&self, job: &Job) -> bool {
        QUEUES.contains(&job.queue.as_str())
            && job.worker.as_ref().is_some_and(|worker| !self.alive.contains(worker))
    }

    /// For how long a job has been worked on.
    pub(super) fn at_it(&self, job: &Job) -> Duration {
        job.processed_at.map_or(Duration::ZERO, |began| self.at.since(began))
    }
}

impl JobFacts {
    pub(super) async fn read(services: &Services, job: Job) -> anyhow::Result<Self> {
        let queue = QueueFacts::read(services, &job.queue).await?;
        let before = match job.state {
            JobState::Waiting | JobState::Prioritized | JobState::Paused => {
                let states = [JobState::Waiting, JobState::Paused, JobState::Prioritized];
                let page = PageRequest { cursor: None, limit: LINE };
                let line = services.queue.list(&job.queue, &states, page).await?;
                line.jobs.iter().position(|other| other.id == job.id)
            }
            _ => None,
        };
        let total = services.queue.logs(&job.queue, &job.id, 0, 1).await?.total;
        let from = total.saturating_sub(1);
        let last_log = services.queue.logs(&job.queue, &job.id, from, 1).await?.lines.pop();
        Ok(Self { queue, job, before, last_log })
    }
}
