use std::collections::BTreeSet;
use std::time::Duration;

use chrono::{Local, NaiveTime, TimeZone};

use super::findings::findings;
use super::{
    AiTotals, CacheTotals, CampaignTotals, LeadTotals, Mode, NextRun, Overview, QueueStatus,
    RedditMode, Verdict, workers_of,
};
use crate::cli::usage::budget::OPERATOR;
use crate::clock::millis;
use crate::guard::breaker::Status;
use crate::jobs::QUEUES;
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
const FAILURES: u64 = 100;
/// Jobs read at a time.
const PAGE: u32 = 101;
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
    for name in known_queues(services).await? {
        queues.push(queue_status(services, &name, &processes, at).await?);
    }
    let mut overview = Overview {
        at,
        verdict: Verdict::default(),
        mode: mode(services),
        degraded: services.queue.degraded().await?,
        reddit: reddit(services).await,
        breakers: breakers(services).await,
        processes,
        queues,
        campaigns: campaigns(services).await?,
        leads: leads(services, at).await?,
        cache: cache(services).await,
        ai: ai(services, at).await,
        schedules: schedules(services).await?,
    };
    judge(&mut overview);
    Ok(overview)
}

/// How the breakers stand, by name; where that cannot be read, which is told of elsewhere, none.
pub async fn breakers(services: &Services) -> Vec<Status> {
    let mut found = Vec::new();
    for name in services.guards.known().await.unwrap_or_default() {
        found.push(services.guards.breaker(&name).status().await);
    }
    found
}

/// Says what is wrong with what was gathered.
pub fn judge(overview: &mut Overview) {
    overview.verdict = Verdict::of(findings(overview));
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
    let failures = if counts.failed > 0 {
        failed_since(services, name, at.minus(FAILURES_FOR), FAILURES).await?
    } else {
        Failures::default()
    };
    Ok(QueueStatus {
        name: name.to_owned(),
        oldest_waiting_ms: counts.oldest_waiting_at.map(|since| millis(at.since(since))),
        workers: workers_of(processes, name).count() as u64,
        concurrency: workers_of(processes, name).map(|p| u64::from(p.slots_of(name))).sum(),
        failed_last_hour: failures.count,
        failed_truncated: failures.truncated,
        last_failure: failures.last_reason,
        counts,
    })
}

/// Our own queues, and all others that have ever held something, by name.
///
/// # Errors
/// The queue cannot be reached.
pub async fn known_queues(services: &Services) -> Result<Vec<String>, QueueError> {
    let mut known: BTreeSet<String> = services.queue.queues().await?.into_iter().collect();
    known.extend(QUEUES.iter().map(|queue| (*queue).to_owned()));
    Ok(known.into_iter().collect())
}

/// Jobs of a queue that failed lately.
#[derive(Debug, Clone, Default)]
pub struct Failures {
    /// How many.
    pub count: u64,
    /// There were more than were looked at.
    pub truncated: bool,
    /// Why the last one failed; hostile.
    pub last_reason: Option<String>,
}

/// Jobs that failed since `since`; no more than `most` are looked at.
///
/// # Errors
/// The queue cannot be reached.
pub async fn failed_since(
    services: &Services,
    queue: &str,
    since: Timestamp,
    most: u64,
) -> Result<Failures, QueueError> {
    let mut failures = Failures::default();
    let mut cursor = None;
    loop {
        let page = PageRequest { cursor, limit: PAGE };
        // Newest first: the first one that is too old ends the search.
        let page = services.queue.list(queue, &[JobState::Failed], page).await?;
        for job in page.jobs {
            if job.finished_at.is_none_or(|at| at < since) {
                return Ok(failures);
            }
            if failures.count == most {
                failures.truncated = true;
                return Ok(failures);
            }
            failures.count += 1;
            failures.last_reason = failures.last_reason.or(job.failed_reason);
        }
        cursor = page.next;
        if cursor.is_none() {
            return Ok(failures);
        }
    }
}

/// What carries the data.
pub(crate) fn mode(services: &Services) -> Mode {
    let data_dir = services.settings.data_dir.display().to_string();
    let store = services.db.describe();
    let embedded = services.db.path().is_some() && services.redis.is_none();
    let name = if embedded { "embedded" } else { "distributed" };
    let queue = match &services.redis {
        Some(link) => format!("BullMQ on Redis at {}", link.at()),
        None => store.clone(),
    };
    Mode { name: name.to_owned(), data_dir, store, queue }
}

/// Only what is configured and whether a sandbox answers; nothing is asked of Reddit.
pub(crate) async fn reddit(services: &Services) -> RedditMode {
    let configured = !matches!(services.reddit(), Err(RedditError::NoCredentials));
    if configured || services.store.accounts().await.is_ok_and(|accounts| !accounts.is_empty()) {
        return RedditMode::Live;
    }
    let otherwise =
        if services.settings.reddit.feeds { RedditMode::Feeds } else { RedditMode::Missing };
    // `up --sandbox` gives its address to its children alone.
    let handoff = Handoff::read(&services.settings.data_dir).ok().flatten();
    match handoff.filter(|handoff| handoff.stopped_at.is_none()) {
        Some(handoff) if answers(&handoff.url).await => RedditMode::Sandbox,
        _ => otherwise,
    }
}

async fn answers(url: &str) -> bool {
    let Some(address) = url.strip_prefix("http://") else { return false };
    let connect = tokio::net::TcpStream::connect(address.trim_end_matches('/').to_owned());
    matches!(tokio::time::timeout(SANDBOX_WAIT, connect).await, Ok(Ok(_)))
}

/// How many campaigns there are.
pub(crate) async fn campaigns(services: &Services) -> anyhow::Result<CampaignTotals> {
    let mut totals = CampaignTotals::default();
    for campaign in services.store.campaigns().await? {
        match campaign.status {
            CampaignStatus::Active => totals.active += 1,
            CampaignStatus::Paused => totals.paused += 1,
        }
    }
    Ok(totals)
}

/// How many leads there are.
pub(crate) async fn leads(services: &Services, at: Timestamp) -> anyhow::Result<LeadTotals> {
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

/// The figures of the cache. What is wrong with it is no reason to tell nothing else.
async fn cache(services: &Services) -> Option<CacheTotals> {
    let stats = services.cache.totals().await;
    let total = stats.inspect_err(|error| tracing::debug!(%error, "no figures")).ok()?;
    (total.lookups > 0).then_some(CacheTotals {
        lookups: total.lookups,
        hit_rate: total.hit_rate,
        saved_usd: total.saved_usd,
    })
}

/// The last midnight before `at`, in this host's time zone.
/// What AI providers cost, where there is anything to tell.
async fn ai(services: &Services, at: Timestamp) -> Option<AiTotals> {
    let settings = &services.settings.ai;
    let budgets = services.store.ai_budgets(settings, at).await.ok()?;
    let held_back = budgets.iter().filter(|of| of.held_back_today > 0);
    let held_back = held_back.map(|of| of.owner.clone().unwrap_or_else(|| OPERATOR.to_owned()));
    let totals = AiTotals {
        today_usd: budgets.iter().map(|of| of.today_usd).sum(),
        month_usd: budgets.iter().map(|of| of.month_usd).sum(),
        budget_usd: Some(settings.budget_usd_per_month).filter(|usd| *usd > 0.0),
        held_back: held_back.collect(),
    };
    let bounded = totals.budget_usd.is_some() || !totals.held_back.is_empty();
    (bounded || totals.month_usd > 0.0).then_some(totals)
}

fn midnight(at: Timestamp) -> Timestamp {
    let day = at.to_datetime().with_timezone(&Local).date_naive().and_time(NaiveTime::MIN);
    Local.from_local_datetime(&day).earliest().map_or(at, |midnight| midnight.to_utc().into())
}

/// All schedules, those due soonest first.
///
/// # Errors
/// The queue cannot be reached.
pub async fn schedules(services: &Services) -> Result<Vec<NextRun>, QueueError> {
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
