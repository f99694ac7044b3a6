use serde::Serialize;

use super::figures::{Count, Tally, name};
use super::key::Kind;
use super::layer::KindSize;
use crate::model::{Timestamp, usd};

/// What the cache was good for, over all processes.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Stats {
    /// What the processes share: `redis`, `sql` or `memory`.
    pub layer: String,
    /// Since when it has been counted; absent where nothing was.
    pub since: Option<Timestamp>,
    /// By kind.
    pub kinds: Vec<KindStats>,
    /// All kinds together; its kind is absent.
    pub total: KindStats,
    /// Entries in the memory of all processes that are alive.
    pub memory_entries: u64,
    /// Bytes of those.
    pub memory_bytes: u64,
}

/// The same for one kind.
#[derive(Debug, Clone, Default, PartialEq, Serialize, utoipa::ToSchema)]
pub struct KindStats {
    /// Which.
    #[schema(inline)]
    pub kind: Option<Kind>,
    /// Lookups.
    pub lookups: u64,
    /// Answers from memory.
    pub memory_hits: u64,
    /// Answers from what all processes share.
    pub shared_hits: u64,
    /// Answers whose time had passed, as the dependency was down.
    pub stale_hits: u64,
    /// Lookups for which the dependency was asked.
    pub misses: u64,
    /// Share of lookups that were answered, 0 to 1; absent where nothing was looked up.
    pub hit_rate: Option<f64>,
    /// Entries that could not be read.
    pub damaged: u64,
    /// Entries that the processes share.
    pub entries: u64,
    /// Bytes of those.
    pub bytes: u64,
    /// Tokens not spent, sent and answered.
    pub saved_tokens: u64,
    /// Money not spent, in US dollars.
    pub saved_usd: f64,
    /// Money spent on what was kept, in US dollars.
    pub spent_usd: f64,
}

impl Stats {
    pub(super) fn new(
        layer: &str,
        since: Option<Timestamp>,
        tally: &Tally,
        sizes: &[KindSize],
    ) -> Self {
        let kinds: Vec<KindStats> =
            Kind::ALL.iter().map(|&kind| KindStats::of(kind, tally, sizes)).collect();
        let mut total = KindStats::default();
        for kind in &kinds {
            total.add(kind);
        }
        total.hit_rate = total.rate();
        let layer = layer.to_owned();
        Self { layer, since, kinds, total, memory_entries: 0, memory_bytes: 0 }
    }
}

impl KindStats {
    fn of(kind: Kind, tally: &Tally, sizes: &[KindSize]) -> Self {
        let count = |count| tally.get(&name(kind, count)).copied().unwrap_or(0);
        let size = sizes.iter().find(|size| size.kind == kind);
        let mut stats = Self {
            kind: Some(kind),
            lookups: count(Count::Memory) + count(Count::Shared) + count(Count::Misses),
            memory_hits: count(Count::Memory),
            shared_hits: count(Count::Shared),
            stale_hits: count(Count::Stale),
            misses: count(Count::Misses),
            hit_rate: None,
            damaged: count(Count::Damaged),
            entries: size.map_or(0, |size| size.entries),
            bytes: size.map_or(0, |size| size.bytes),
            saved_tokens: count(Count::SavedInput) + count(Count::SavedOutput),
            saved_usd: usd(count(Count::SavedNanoUsd)),
            spent_usd: usd(count(Count::SpentNanoUsd)),
        };
        stats.hit_rate = stats.rate();
        stats
    }

    fn add(&mut self, other: &Self) {
        self.lookups += other.lookups;
        self.memory_hits += other.memory_hits;
        self.shared_hits += other.shared_hits;
        self.stale_hits += other.stale_hits;
        self.misses += other.misses;
        self.damaged += other.damaged;
        self.entries += other.entries;
        self.bytes += other.bytes;
        self.saved_tokens += other.saved_tokens;
        self.saved_usd += other.saved_usd;
        self.spent_usd += other.spent_usd;
    }

    /// A stale answer is served where a lookup found nothing else, and so is not one more lookup.
    #[allow(clippy::cast_precision_loss)]
    fn rate(&self) -> Option<f64> {
        let answered = self.memory_hits + self.shared_hits + self.stale_hits;
        (self.lookups > 0).then(|| (answered as f64 / self.lookups as f64).min(1.0))
    }
}
