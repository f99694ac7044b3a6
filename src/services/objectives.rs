//! Keeps what counts for the objectives, and tells how they stand.

use std::time::Duration;

use metrics::gauge;
use tokio_util::sync::CancellationToken;

use super::Services;
use crate::store::StoreError;
use crate::telemetry::metrics as names;
use crate::telemetry::slo::{Slo, Standing, Window, judge};

/// How often what was counted is kept.
const KEEP: Duration = Duration::from_secs(5);
/// How often, in turns of that, the gauges are set.
const GAUGES: u64 = 12;
/// How often, in turns of that, old events are forgotten.
const PRUNE: u64 = 720;

impl Services {
    /// How it stands with each objective.
    ///
    /// # Errors
    /// The database failed.
    pub async fn objectives(&self) -> Result<Vec<(Slo, f64, Standing)>, StoreError> {
        let counts = self.store.slo_counts(self.clock.now()).await?;
        let judged = counts.into_iter().map(|(slo, counts)| {
            let target = slo.target(&self.settings.slo);
            (slo, target, judge(target, &counts))
        });
        Ok(judged.collect())
    }

    /// Keeps what this process counts, until `stop`, and then what is left of it.
    pub async fn keep_objectives(&self, stop: CancellationToken) {
        self.tally.announce();
        let mut ticks = tokio::time::interval(KEEP);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        for turn in 0.. {
            tokio::select! {
                _ = ticks.tick() => {}
                () = stop.cancelled() => break,
            }
            self.keep_counted().await;
            if turn % GAUGES == 0 {
                self.objective_gauges().await;
            }
            if turn % PRUNE == 0
                && let Err(error) = self.store.prune_slo_events(self.clock.now()).await
            {
                tracing::warn!(%error, "old events of the objectives could not be removed");
            }
        }
        self.keep_counted().await;
    }

    async fn keep_counted(&self) {
        let taken = self.tally.take();
        let now = self.clock.now();
        for (at, (slo, counts)) in taken.iter().enumerate() {
            if let Err(error) = self.store.add_slo_events(*slo, *counts, now).await {
                tracing::warn!(%error, "what counts for the objectives is kept later");
                self.tally.give_back(&taken[at..]);
                return;
            }
        }
    }

    async fn objective_gauges(&self) {
        let objectives = match self.objectives().await {
            Ok(objectives) => objectives,
            Err(error) => {
                tracing::warn!(%error, "how the objectives stand cannot be read");
                return;
            }
        };
        for (slo, target, standing) in objectives {
            let slo = slo.as_str();
            gauge!(names::SLO_OBJECTIVE, "slo" => slo).set(target);
            gauge!(names::SLO_BUDGET_LEFT, "slo" => slo).set(standing.budget_left);
            for window in Window::ALL {
                // Where nothing happens, nothing burns.
                let rate = standing.burn_rates.get(window).copied().unwrap_or(0.0);
                gauge!(names::SLO_BURN_RATE, "slo" => slo, "window" => window.as_str()).set(rate);
            }
        }
    }
}
