use std::time::Duration;

use chrono::{Local, NaiveTime, TimeZone};

use super::findings::findings;
use super::{
    CampaignTotals, LeadTotals, Mode, NextRun, Overview, QueueStatus, RedditMode, Verdict, millis,
    workers_of,
};
use crate::model::{CampaignStatus, LeadStatus, ProcessInfo, Timestamp};
use crate::queue::{JobState, PageRequest, QueueError};
use crate::reddit::RedditError;
use crate::sandbox::Handoff;
use crate::services::Services;
use crate::shared_state::heartbeat;
use crate::store::LeadFilter;

/// Failures are counted for this long.
const FAILURES_FOR: Duration = Duration::from_secs(3600);
/// Failed jobs looked at, for each queue.
const FAILURES: u32 = 100;
/// Longest wait for a sandbox to take a connection.
const SANDBOX_WAIT: Duration = Duration::from_millis(300);

/// Gathers what goes on, and judges it.
///
/// # Errors
/// The database or the queue cannot be reached.
pub async fn read(services: &Services) -> anyhow::Result<Overview> {
    let at = services.clock.now();
    let processes = heartbeat::processes(services.state.as_ref()).await?;
    let mut queues = Vec::new();
    for name in services.queue.queues().await? {
        queues.push(queue_status(services, &name, &processes, at).await?);
    }
    let mut overview = Overview {
        at,
        verdict: Verdict::default(),
        mode: mode(services),
        reddit: reddit(services).await,
        processes,
        queues,
        campaigns: campaigns(services).await?,
        leads: leads(services, at).await?,
        schedules: schedules(services).await?,
    };
    overview.verdict = Verdict::of(findings(&overview));
    Ok(overview)
}

/// One queue at the moment `at`; of an unknown one, all zero.
///
/// # Errors
/// The queue cannot be reached.
pub async fn queue_status(
    services: &Services,
    name: &str,
    processes: &[ProcessInfo],
    at: Timestamp,
) -> Result<QueueStatus, QueueError> {
    let counts = services.queue.counts(name).await?;
    let mut status = QueueStatus {
        name: name.to_owned(),
        oldest_waiting_ms: counts.oldest_waiting_at.map(|since| millis(at.since(since))),
        workers: workers_of(processes, name).count() as u64,
        concurrency: workers_of(processes, name).map(|p| u64::from(p.concurrency)).sum(),
        failed_last_hour: 0,
        failed_truncated: false,
        last_failure: None,
        counts,
    };
    if status.counts.failed > 0 {
        let page = PageRequest { cursor: None, limit: FAILURES };
        let page = services.queue.list(name, &[JobState::Failed], page).await?;
        let since = at.minus(FAILURES_FOR);
        let recent = page.jobs.iter().filter(|job| job.finished_at.is_some_and(|at| at >= since));
        status.failed_last_hour = recent.clone().count() as u64;
        status.failed_truncated =
            page.next.is_some() && status.failed_last_hour == page.jobs.len() as u64;
        status.last_failure = recent.clone().next().and_then(|job| job.failed_reason.clone());
    }
    Ok(status)
}

fn mode(services: &Services) -> Mode {
    let data_dir = services.settings.data_dir.display().to_string();
    let file = format!("SQLite in {data_dir}");
    Mode { name: "embedded".to_owned(), data_dir, store: file.clone(), queue: file }
}

/// Only what is configured and whether a sandbox answers; nothing is asked of Reddit.
async fn reddit(services: &Services) -> RedditMode {
    if !matches!(services.reddit(), Err(RedditError::NoCredentials)) {
        return RedditMode::Live;
    }
    // `up --sandbox` gives its address to its children alone.
    let handoff = Handoff::read(&services.settings.data_dir).ok().flatten();
    let Some(handoff) = handoff.filter(|handoff| handoff.stopped_at.is_none()) else {
        return RedditMode::Missing;
    };
    if answers(&handoff.url).await { RedditMode::Sandbox } else { RedditMode::Missing }
}

async fn answers(url: &str) -> bool {
    let Some(address) = url.strip_prefix("http://") else { return false };
    let connect = tokio::net::TcpStream::connect(address.trim_end_matches('/').to_owned());
    matches!(tokio::time::timeout(SANDBOX_WAIT, connect).await, Ok(Ok(_)))
}

async fn campaigns(services: &Services) -> anyhow::Result<CampaignTotals> {
    let mut totals = CampaignTotals::default();
    for campaign in services.store.campaigns().await? {
        match campaign.status {
            CampaignStatus::Active => totals.active += 1,
            CampaignStatus::Paused => totals.paused += 1,
        }
    }
    Ok(totals)
}

async fn leads(services: &Services, at: Timestamp) -> anyhow::Result<LeadTotals> {
    let mut totals = LeadTotals::default();
    for count in services.store.lead_counts().await? {
        totals.total += count.count;
        if count.status == LeadStatus::New {
            totals.new += count.count;
        }
    }
    let today = LeadFilter { since: Some(midnight(at)), ..LeadFilter::default() };
    totals.found_today = services.store.count_leads(&today).await?;
    Ok(totals)
}

/// The last midnight before `at`, in this host's time zone.
fn midnight(at: Timestamp) -> Timestamp {
    let day = at.to_datetime().with_timezone(&Local).date_naive().and_time(NaiveTime::MIN);
    Local.from_local_datetime(&day).earliest().map_or(at, |midnight| midnight.to_utc().into())
}

async fn schedules(services: &Services) -> Result<Vec<NextRun>, QueueError> {
    let mut runs: Vec<NextRun> = services
        .queue
        .schedules(None)
        .await?
        .into_iter()
        .map(|s| NextRun {
            queue: s.queue,
            id: s.id,
            recurrence: s.recurrence,
            next_at: s.next_at,
            last_at: s.last_at,
        })
        .collect();
    runs.sort_by_key(|run| (run.next_at.is_none(), run.next_at));
    Ok(runs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn midnight_is_at_most_a_day_ago() {
        let at = Timestamp::from_secs(1_800_000_000);
        let midnight = midnight(at);
        assert!(midnight <= at);
        assert!(at.since(midnight) <= Duration::from_secs(25 * 3600));
    }
}
