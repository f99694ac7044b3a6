//! The schedules that campaigns bring with them, and the daily sweep over subreddits.

use super::{JobKind, LEAD_QUEUE, LeadDiscovery, SUBREDDIT_QUEUE, default_options};
use crate::config::Settings;
use crate::model::Strategy;
use crate::queue::{JobQueue, NewJob, NewSchedule, QueueError, Recurrence};

/// Id of the schedule that analyses subreddits.
pub const SWEEP_SCHEDULE: &str = "subreddits-daily";
/// When subreddits are analysed: daily at 02:00 UTC.
const SWEEP_PATTERN: &str = "0 2 * * *";

/// Id of the schedule that looks for leads for a campaign.
pub fn campaign_schedule(campaign_id: &str) -> String {
    format!("leads-{campaign_id}")
}

/// Makes the schedule of an active campaign, and the daily sweep, where they are missing. What an
/// operator has set stays as it is.
///
/// # Errors
/// The queue cannot be reached.
pub async fn ensure_campaign(
    queue: &dyn JobQueue,
    settings: &Settings,
    campaign_id: &str,
) -> Result<(), QueueError> {
    let every_ms = settings.discovery.every_minutes.max(1).saturating_mul(60_000);
    set_campaign(queue, settings, campaign_id, every_ms, false).await?;
    let known = queue.schedules(Some(SUBREDDIT_QUEUE)).await?;
    if known.iter().any(|s| s.id == SWEEP_SCHEDULE) {
        return Ok(());
    }
    let recurrence = Recurrence::Cron { pattern: SWEEP_PATTERN.to_owned(), tz: None };
    let sweep = schedule(SWEEP_SCHEDULE.to_owned(), recurrence, JobKind::Sweep, settings);
    queue.upsert_schedule(sweep).await.map(|_| ())
}

/// Sets how often a campaign is worked on; an existing schedule is kept unless `replace`.
///
/// # Errors
/// The queue cannot be reached.
pub async fn set_campaign(
    queue: &dyn JobQueue,
    settings: &Settings,
    campaign_id: &str,
    every_ms: u64,
    replace: bool,
) -> Result<(), QueueError> {
    let id = campaign_schedule(campaign_id);
    if !replace && queue.schedules(Some(LEAD_QUEUE)).await?.iter().any(|s| s.id == id) {
        return Ok(());
    }
    let lead = LeadDiscovery { campaign: campaign_id.to_owned(), strategy: Strategy::Targeted };
    let recurrence = Recurrence::Every { every_ms };
    let made = schedule(id, recurrence, JobKind::Lead(lead), settings);
    queue.upsert_schedule(made).await.map(|_| ())
}

/// Takes the schedule of a campaign away.
///
/// # Errors
/// The queue cannot be reached.
pub async fn remove_campaign(queue: &dyn JobQueue, campaign_id: &str) -> Result<(), QueueError> {
    queue.remove_schedule(LEAD_QUEUE, &campaign_schedule(campaign_id)).await.map(|_| ())
}

fn schedule(id: String, recurrence: Recurrence, kind: JobKind, settings: &Settings) -> NewSchedule {
    let queue = kind.queue().to_owned();
    let NewJob { name, data, mut options, .. } = kind.into_job(None, default_options(settings));
    // Its jobs are the schedule's, and not of whoever has set it.
    options.telemetry = None;
    NewSchedule { queue, id, recurrence, name, data, options }
}
