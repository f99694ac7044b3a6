//! What the operations endpoints read from the services.

use std::collections::BTreeMap;

use async_trait::async_trait;
use metrics::gauge;

use super::Services;
use crate::guard::breaker::Kind;
use crate::jobs::QUEUES;
use crate::model::{LeadStatus, ProcessKind, usd};
use crate::queue::JobState;
use crate::shared_state::heartbeat;
use crate::telemetry::metrics as names;
use crate::telemetry::ops::Probe;

/// Queues told of at most, so that a stranger's names cannot flood a monitoring system.
const MOST: usize = 50;

#[async_trait]
impl Probe for Services {
    async fn ready(&self) -> Vec<(&'static str, Result<(), String>)> {
        let database = self.store.current_seq().await.map(|_| ()).map_err(|e| e.to_string());
        vec![("database", database)]
    }

    async fn degraded(&self) -> Option<serde_json::Value> {
        match self.queue.degraded().await {
            Ok(degraded) => serde_json::to_value(degraded?).ok(),
            Err(error) => {
                tracing::warn!(%error, "whether the queue is degraded cannot be known");
                None
            }
        }
    }

    async fn refresh(&self) {
        if let Ok(degraded) = self.queue.degraded().await {
            gauge!(names::DEGRADED).set(f64::from(u8::from(degraded.is_some())));
            #[allow(clippy::cast_precision_loss)]
            let since = degraded.as_ref().map_or(0.0, |d| d.since.millis() as f64 / 1_000.0);
            gauge!(names::DEGRADED_SINCE).set(since);
            gauge!(names::SPOOL_JOBS).set(float(degraded.map_or(0, |d| d.spooled)));
        }
        self.cache.publish().await;
        if let Err(error) = self.queue_gauges().await {
            tracing::warn!(%error, "the gauges of queues could not be read");
        }
        match heartbeat::processes(self.state.as_ref()).await {
            Ok(processes) => {
                for kind in ProcessKind::ALL {
                    let count = processes.iter().filter(|p| p.kind == *kind).count();
                    gauge!(names::PROCESSES, "kind" => kind.as_str()).set(float(count as u64));
                }
            }
            Err(error) => tracing::warn!(%error, "the processes could not be read"),
        }
        match self.store.lead_counts().await {
            Ok(counts) => {
                let mut by_status: BTreeMap<LeadStatus, u64> =
                    LeadStatus::ALL.iter().map(|status| (*status, 0)).collect();
                for count in counts {
                    *by_status.entry(count.status).or_default() += count.count;
                }
                for (status, count) in by_status {
                    gauge!(names::LEADS, "status" => status.as_str()).set(float(count));
                }
            }
            Err(error) => tracing::warn!(%error, "the leads could not be counted"),
        }
        self.spend_gauges().await;
        self.breaker_gauges();
        for pool in self.db.pools() {
            for (state, n) in [("idle", pool.idle), ("busy", pool.busy), ("max", pool.max)] {
                gauge!(names::DB_POOL, "pool" => pool.pool, "state" => state).set(float(n));
            }
        }
    }
}

impl Services {
    async fn spend_gauges(&self) {
        match self.store.ai_spent(self.clock.now()).await {
            Ok(spent) => {
                gauge!(names::AI_SPEND, "period" => "today").set(usd(spent.today));
                gauge!(names::AI_SPEND, "period" => "month").set(usd(spent.month));
            }
            Err(error) => tracing::warn!(%error, "what was spent on AI providers cannot be read"),
        }
        gauge!(names::AI_BUDGET).set(self.settings.ai.budget_usd_per_month);
    }

    /// As this process sees them; nothing is asked for it.
    fn breaker_gauges(&self) {
        for breaker in self.guards.used() {
            let now = breaker.state();
            for state in Kind::ALL {
                let name = breaker.name().to_owned();
                gauge!(names::BREAKER_STATE, "breaker" => name, "state" => state.as_str())
                    .set(f64::from(u8::from(now == *state)));
            }
        }
    }

    async fn queue_gauges(&self) -> Result<(), crate::queue::QueueError> {
        let now = self.clock.now();
        // Ours, and others that this process has had to do with: to search for more would have the
        // server look at every key that it has, each time that somebody looks at the metrics.
        let mut queues: Vec<String> = QUEUES.iter().map(|queue| (*queue).to_owned()).collect();
        let others = self.queue.familiar_queues().await?;
        queues.extend(others.into_iter().filter(|queue| !QUEUES.contains(&queue.as_str())));
        for queue in queues.into_iter().take(MOST) {
            let counts = self.queue.counts(&queue).await?;
            for state in JobState::ALL {
                gauge!(names::QUEUE_JOBS, "queue" => queue.clone(), "state" => state.as_str())
                    .set(float(counts.of(*state)));
            }
            let oldest = counts.oldest_waiting_at.map_or(0.0, |at| now.since(at).as_secs_f64());
            gauge!(names::QUEUE_OLDEST, "queue" => queue.clone()).set(oldest);
            gauge!(names::QUEUE_PAUSED, "queue" => queue)
                .set(f64::from(u8::from(counts.is_paused)));
        }
        Ok(())
    }
}

#[allow(clippy::cast_precision_loss)]
fn float(n: u64) -> f64 {
    n as f64
}
