//! Jobs at an even pace, and what became of each.

use std::collections::BTreeMap;
use std::time::Duration;

use tokio::time::Instant;

use crate::jobs::{JobKind, LEAD_QUEUE, LeadDiscovery, default_options};
use crate::model::{CampaignDraft, Strategy};
use crate::queue::JobState;
use crate::sandbox::sample_campaign;
use crate::services::Services;

/// Subreddits of each campaign: few, so that a job is short.
const SUBREDDITS: usize = 2;

/// What takes less than this is not delayed, whatever is usual.
const SHORTEST_DELAY: Duration = Duration::from_secs(1);

/// What is known of one job.
#[derive(Debug, Clone)]
struct Known {
    campaign: String,
    fate: Fate,
    attempts: u32,
    /// From its adding to its end.
    took: Option<Duration>,
    spooled: bool,
}

/// What became of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Pending,
    Completed,
    Failed,
    /// The queue does not know it any more.
    Gone,
}

/// The jobs of a drill. Each is for a campaign of its own, so that each has posts that nobody has
/// judged yet.
#[derive(Debug, Default)]
pub(super) struct Load {
    jobs: BTreeMap<String, Known>,
    /// What takes longer than this is delayed; not known before anything has failed.
    usual: Option<Duration>,
    /// The longest time that adding one took.
    pub(super) slowest_add: Duration,
    /// Jobs that could not be added.
    pub(super) refused: u64,
}

/// The jobs in figures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub(super) struct JobFigures {
    /// Added.
    pub(super) enqueued: u64,
    /// Completed.
    pub(super) completed: u64,
    /// Failed for good.
    pub(super) failed: u64,
    /// Neither, when the time was up.
    pub(super) unfinished: u64,
    /// Vanished, or not taken in the first place.
    pub(super) lost: u64,
    /// Needed more than one attempt, or twice as long as any job before the fault.
    pub(super) delayed: u64,
    /// Kept in the database while Redis was away.
    pub(super) spooled: u64,
}

impl Load {
    /// Adds one job.
    pub(super) async fn add(&mut self, services: &Services) -> anyhow::Result<()> {
        let n = self.jobs.len() as u64 + self.refused;
        let sample = sample_campaign();
        let subreddits = sample.subreddits.iter().take(SUBREDDITS).cloned().collect();
        let draft = CampaignDraft { name: format!("Drill {n}"), subreddits, ..sample };
        let campaign = services.store.create_campaign(draft, services.clock.now()).await?.id;
        let lead = LeadDiscovery { campaign: campaign.clone(), strategy: Strategy::Targeted };
        let id = format!("drill-{n}");
        let job = JobKind::Lead(lead).into_job(Some(id), default_options(&services.settings));
        let begun = Instant::now();
        let added = services.queue.add(LEAD_QUEUE, job).await;
        self.slowest_add = self.slowest_add.max(begun.elapsed());
        match added {
            Ok(added) => {
                let spooled = added.spooled;
                let known =
                    Known { campaign, fate: Fate::Pending, attempts: 0, took: None, spooled };
                self.jobs.insert(added.id, known);
            }
            Err(error) => {
                tracing::warn!(%error, "a job was not taken");
                self.refused += 1;
            }
        }
        Ok(())
    }

    /// Looks what became of the jobs that were not finished yet.
    pub(super) async fn look(&mut self, services: &Services) {
        for (id, known) in &mut self.jobs {
            if matches!(known.fate, Fate::Completed | Fate::Failed) {
                continue;
            }
            match services.queue.get(LEAD_QUEUE, id).await {
                Ok(Some(job)) => {
                    known.attempts = known.attempts.max(job.attempts_started);
                    known.took = job.finished_at.map(|at| at.since(job.created_at));
                    known.fate = match job.state {
                        JobState::Completed => Fate::Completed,
                        JobState::Failed => Fate::Failed,
                        _ => Fate::Pending,
                    };
                }
                Ok(None) => known.fate = Fate::Gone,
                Err(error) => tracing::debug!(%error, "a job cannot be looked at just now"),
            }
        }
    }

    /// A job that Redis has lost together with its own end has left leads all the same.
    pub(super) async fn settle(&mut self, services: &Services) -> anyhow::Result<()> {
        let counts = services.store.lead_counts().await?;
        for known in self.jobs.values_mut().filter(|known| known.fate == Fate::Gone) {
            if counts.iter().any(|c| c.campaign_id == known.campaign && c.count > 0) {
                known.fate = Fate::Completed;
            }
        }
        Ok(())
    }

    /// Takes how long jobs took so far for what is usual.
    pub(super) fn usual_so_far(&mut self) {
        let longest = self.jobs.values().filter_map(|known| known.took).max();
        self.usual = longest.map(|longest| (2 * longest).max(SHORTEST_DELAY));
    }

    fn is_delayed(&self, known: &Known) -> bool {
        let long = |took: Duration| self.usual.is_some_and(|usual| took > usual);
        known.attempts > 1 || known.took.is_some_and(long)
    }

    /// Whether all have ended.
    pub(super) fn is_done(&self) -> bool {
        self.jobs.values().all(|known| matches!(known.fate, Fate::Completed | Fate::Failed))
    }

    pub(super) fn figures(&self) -> JobFigures {
        let count = |holds: fn(&Known) -> bool| {
            self.jobs.values().filter(|known| holds(known)).count() as u64
        };
        JobFigures {
            enqueued: self.jobs.len() as u64 + self.refused,
            completed: count(|known| known.fate == Fate::Completed),
            failed: count(|known| known.fate == Fate::Failed),
            unfinished: count(|known| known.fate == Fate::Pending),
            lost: count(|known| known.fate == Fate::Gone) + self.refused,
            delayed: self.jobs.values().filter(|known| self.is_delayed(known)).count() as u64,
            spooled: count(|known| known.spooled),
        }
    }
}
