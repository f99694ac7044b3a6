use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;

use super::engine::{Cache, kinds};
use super::figures::{Count, name};
use super::key::Kind;
use super::layer::LayerError;
use super::stats::{KindStats, Stats};
use crate::shared_state::SharedState;
use crate::telemetry::metrics;

/// What the keys begin with under which processes tell of their memory.
pub const MEMORY_PREFIX: &str = "cache-memory/";
/// How often figures are handed on.
const EVERY: Duration = Duration::from_secs(5);
/// How long what a process tells of its memory counts.
const TOLD_FOR: Duration = Duration::from_secs(20);
/// Every how many turns the shared layer is swept: once a minute.
const SWEEP_EVERY: u64 = 12;

/// What one process has in memory.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct MemorySize {
    entries: u64,
    bytes: u64,
}

impl Cache {
    /// Does what is to be done every few seconds, until `stop` is cancelled: hands on figures, sees
    /// whether an operator has removed entries, tells of this process's memory, sweeps.
    pub async fn tend(&self, state: Arc<dyn SharedState>, stop: CancellationToken) {
        let me = format!("{MEMORY_PREFIX}{:016x}", rand::random::<u64>());
        let mut seen = BTreeMap::new();
        let mut ticks = tokio::time::interval(EVERY);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        for turn in 1_u64.. {
            tokio::select! {
                () = stop.cancelled() => break,
                _ = ticks.tick() => {}
            }
            self.hand_on().await;
            self.follow(&mut seen).await;
            let (entries, bytes) = self.inner.memory.size();
            if let Ok(told) = serde_json::to_string(&MemorySize { entries, bytes })
                && let Err(error) = state.set(&me, &told, TOLD_FOR).await
            {
                tracing::debug!(%error, "the size of the cache in memory could not be told");
            }
            if turn % SWEEP_EVERY == 0 {
                self.shared(self.inner.shared.sweep().await);
            }
        }
        self.hand_on().await;
        if let Err(error) = state.remove(&me).await {
            tracing::debug!(%error, "the size of the cache in memory will run out");
        }
    }

    /// Hands figures on that have not been; to be called before a process ends.
    pub async fn hand_on(&self) {
        let tally = self.inner.figures.take();
        if tally.is_empty() {
            return;
        }
        if self.shared(self.inner.shared.count(&tally).await).is_none() {
            self.inner.figures.give_back(tally);
        }
    }

    /// Forgets in memory what an operator has removed from what is shared.
    async fn follow(&self, seen: &mut BTreeMap<Kind, u64>) {
        let Some((_, figures)) = self.shared(self.inner.shared.figures().await) else { return };
        for kind in kinds() {
            let generation = figures.get(&name(kind, Count::Generation)).copied().unwrap_or(0);
            // Where nothing was ever removed there is nothing to forget.
            if seen.insert(kind, generation).unwrap_or(0) != generation {
                tracing::info!(%kind, "entries were removed: those in memory are forgotten");
                self.inner.memory.forget(&[kind]);
            }
        }
    }

    /// What the cache was good for, over all processes. What a process counted in the last seconds
    /// may be missing.
    ///
    /// # Errors
    /// The shared layer cannot be reached.
    pub async fn stats(&self, state: &dyn SharedState) -> Result<Stats, LayerError> {
        let (since, figures) = self.inner.shared.figures().await?;
        let sizes = self.inner.shared.size().await?;
        let mut stats = Stats::new(self.layer(), since, &figures, &sizes);
        match state.list(MEMORY_PREFIX).await {
            Ok(told) => {
                for (_, size) in told {
                    let Ok(size) = serde_json::from_str::<MemorySize>(&size) else { continue };
                    stats.memory_entries += size.entries;
                    stats.memory_bytes += size.bytes;
                }
            }
            Err(error) => tracing::debug!(%error, "the memory of processes is not known"),
        }
        Ok(stats)
    }

    /// The same without sizes, all kinds together.
    ///
    /// # Errors
    /// The shared layer cannot be reached.
    pub async fn totals(&self) -> Result<KindStats, LayerError> {
        let (since, figures) = self.inner.shared.figures().await?;
        Ok(Stats::new(self.layer(), since, &figures, &[]).total)
    }

    /// Tells the metrics of this process what is new.
    #[allow(clippy::cast_precision_loss)]
    pub async fn publish(&self) {
        self.inner.figures.publish();
        let (entries, bytes) = self.inner.memory.size();
        let tell = |layer: &'static str, kind: &'static str, entries: u64, bytes: u64| {
            ::metrics::gauge!(metrics::CACHE_ENTRIES, "layer" => layer, "kind" => kind)
                .set(entries as f64);
            ::metrics::gauge!(metrics::CACHE_BYTES, "layer" => layer, "kind" => kind)
                .set(bytes as f64);
        };
        tell("memory", "all", entries, bytes);
        for size in self.shared(self.inner.shared.size().await).unwrap_or_default() {
            tell("shared", size.kind.as_str(), size.entries, size.bytes);
        }
    }
}
