//! What changes slowly: processes, campaigns and leads, schedules, breakers, the cache.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;

use super::Line;
use crate::cli::overview::{self, CampaignTotals, LeadTotals};
use crate::dash::data::{BreakerSeen, Message, Objective, Spend, System};
use crate::guard::breaker;
use crate::model::{ProcessInfo, usd};
use crate::queue::Schedule;
use crate::services::Services;
use crate::shared_state::heartbeat;

/// Processes tell of themselves every three seconds.
const BEAT: Duration = Duration::from_secs(2);
const SLOWLY: Duration = Duration::from_secs(5);
const BREAKERS: Duration = Duration::from_secs(2);

/// Tells of the processes until nobody listens.
pub(super) async fn processes(
    services: Arc<Services>,
    mut line: Line,
    to: watch::Sender<Vec<ProcessInfo>>,
) {
    loop {
        let began = Instant::now();
        let every = line.every(BEAT);
        let asking = heartbeat::processes(services.state.as_ref());
        if let Some(found) = line.tell(every, asking, Message::Processes).await {
            to.send_replace(found.as_ref().clone());
        }
        if !line.rest(began, every).await {
            return;
        }
    }
}

/// Tells of what changes slowly until nobody listens.
pub(super) async fn run(services: Arc<Services>, has_store: bool, mut line: Line) {
    loop {
        let began = Instant::now();
        let every = line.every(SLOWLY);
        line.tell(every, system(&services, has_store), Message::System).await;
        line.tell(every, schedules(&services), Message::Schedules).await;
        if !line.rest(began, every).await {
            return;
        }
    }
}

async fn system(services: &Services, has_store: bool) -> anyhow::Result<System> {
    let at = services.clock.now();
    let (campaigns, leads) = if has_store {
        (overview::campaigns(services).await?, overview::leads(services, at).await?)
    } else {
        (CampaignTotals::default(), LeadTotals::default())
    };
    let objectives = if has_store { objectives(services).await? } else { Vec::new() };
    let spend = if has_store { Some(spend(services).await?) } else { None };
    Ok(System {
        objectives,
        spend,
        mode: overview::mode(services),
        reddit: overview::reddit(services).await,
        degraded: services.queue.degraded().await?,
        campaigns,
        leads,
    })
}

async fn spend(services: &Services) -> anyhow::Result<Spend> {
    let spent = services.store.ai_spent(services.clock.now()).await?;
    let budget = services.settings.ai.budget_usd_per_month;
    Ok(Spend::of(usd(spent.today), usd(spent.month), budget))
}

async fn objectives(services: &Services) -> anyhow::Result<Vec<Objective>> {
    let standing = services.objectives().await?;
    let told = standing.into_iter().map(|(slo, _, standing)| Objective {
        slo: slo.as_str(),
        state: standing.state.as_str(),
        good: standing.state.is_good(),
        budget_left: standing.budget_left,
    });
    Ok(told.collect())
}

async fn schedules(services: &Services) -> anyhow::Result<Vec<Schedule>> {
    let mut found = services.queue.schedules(None).await?;
    found.sort_by_key(|schedule| (schedule.next_at.is_none(), schedule.next_at));
    Ok(found)
}

/// Tells of the breakers until nobody listens.
pub(super) async fn breakers(services: Arc<Services>, mut line: Line) {
    loop {
        let began = Instant::now();
        let every = line.every(BREAKERS);
        line.tell(every, seen(&services), Message::Breakers).await;
        if !line.rest(began, every).await {
            return;
        }
    }
}

async fn seen(services: &Services) -> anyhow::Result<Vec<BreakerSeen>> {
    let mut histories = breaker::histories(services.guards.state()).await?;
    let mut found = Vec::new();
    // Only those that somebody has used: others have nothing to tell.
    for name in breaker::names(services.guards.state()).await? {
        let history = histories.iter().position(|(known, _)| *known == name);
        found.push(BreakerSeen {
            status: services.guards.breaker(&name).status().await,
            history: history.map(|at| histories.swap_remove(at).1).unwrap_or_default(),
        });
    }
    Ok(found)
}

/// Tells of the cache until nobody listens.
pub(super) async fn cache(services: Arc<Services>, mut line: Line) {
    loop {
        let began = Instant::now();
        let every = line.every(SLOWLY);
        let asking = services.cache.stats(services.state.as_ref());
        line.tell(every, asking, Message::Cache).await;
        if !line.rest(began, every).await {
            return;
        }
    }
}
