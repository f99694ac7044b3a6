use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::claims::Claims;
use super::entry::{Entry, Fresh, Served, Source};
use super::figures::{Count, Figures, Tally, name};
use super::flights::Flights;
use super::key::{Key, Kind};
use super::layer::{KindSize, LayerError, SharedLayer};
use super::memory::Memory;
use crate::clock::SharedClock;
use crate::config::CacheSettings;

/// Entries removed in one step of a flush.
const FLUSH_STEP: u32 = 500;
/// Seconds in a day.
const DAY_SECS: u64 = 86_400;
/// Bytes in a MiB.
const MIB: u64 = 1024 * 1024;

/// Gives numbers from 0 to 1 by chance.
pub type Random = Arc<dyn Fn() -> f64 + Send + Sync>;

/// How long answers are kept, and how much of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CacheOptions {
    /// Most bytes in the memory of this process.
    pub memory_bytes: u64,
    /// Most bytes that all processes share.
    pub shared_bytes: u64,
    /// How long an AI judgement holds; none is kept where this is zero.
    pub ai_ttl: Duration,
    /// How long it holds that there is nothing to be had.
    pub negative_ttl: Duration,
    /// For how long after its time an answer may be served while no newer one is to be had.
    pub stale_for: Duration,
}

impl From<&CacheSettings> for CacheOptions {
    fn from(settings: &CacheSettings) -> Self {
        let days = |days: u32| Duration::from_secs(u64::from(days) * DAY_SECS);
        Self {
            memory_bytes: settings.memory_mib.saturating_mul(MIB),
            shared_bytes: settings.shared_mib.saturating_mul(MIB),
            ai_ttl: days(settings.ai_ttl_days),
            negative_ttl: Duration::from_secs(settings.negative_ttl_secs),
            stale_for: days(settings.stale_days),
        }
    }
}

/// Memory in front of a layer that all processes share; cheap to clone.
///
/// Nothing here fails because a layer does: what cannot be looked up is a miss, and what cannot be
/// kept for others is kept in memory.
#[derive(Clone)]
pub struct Cache {
    pub(super) inner: Arc<Inner>,
}

pub(super) struct Inner {
    pub(super) memory: Memory,
    pub(super) shared: Arc<dyn SharedLayer>,
    pub(super) flights: Arc<Flights>,
    pub(super) figures: Figures,
    pub(super) clock: SharedClock,
    pub(super) random: Random,
    pub(super) options: CacheOptions,
    /// The shared layer failed when it was last asked.
    away: AtomicBool,
}

impl Cache {
    /// In front of `shared`.
    pub fn new(shared: Arc<dyn SharedLayer>, options: CacheOptions, clock: SharedClock) -> Self {
        Self::with_random(shared, options, clock, Arc::new(rand::random::<f64>))
    }

    /// The same, with chance of one's own.
    pub fn with_random(
        shared: Arc<dyn SharedLayer>,
        options: CacheOptions,
        clock: SharedClock,
        random: Random,
    ) -> Self {
        Self {
            inner: Arc::new(Inner {
                memory: Memory::new(options.memory_bytes),
                shared,
                flights: Arc::default(),
                figures: Figures::default(),
                clock,
                random,
                options,
                away: AtomicBool::new(false),
            }),
        }
    }

    /// How long answers are kept, and how much of them.
    pub fn options(&self) -> &CacheOptions {
        &self.inner.options
    }

    /// What the processes share: `redis`, `sql` or `memory`.
    pub fn layer(&self) -> &'static str {
        self.inner.shared.name()
    }

    /// The answer, where memory has one that holds.
    pub fn hit(&self, key: &Key) -> Option<Served<Arc<Entry>>> {
        let entry = self.inner.memory.get(key)?;
        let now = self.inner.clock.now();
        if !entry.is_fresh(now) {
            return None;
        }
        self.inner.figures.hit(key.kind(), Count::Memory, &entry.cost);
        Some(entry.served(Source::Memory, now))
    }

    /// The answer, where memory or what is shared has one that holds. Where there is none, nothing
    /// is promised to anybody: [`Cache::fetch`] and [`Cache::claim`] see to it that one is made
    /// only once.
    pub async fn get(&self, key: &Key) -> Option<Served<Arc<Entry>>> {
        if let Some(hit) = self.hit(key) {
            return Some(hit);
        }
        let found = self.shared(self.inner.shared.get(std::slice::from_ref(key)).await)?;
        let entry = self.read(key, found.into_iter().next()??).await?;
        let now = self.inner.clock.now();
        if !entry.is_fresh(now) {
            return None;
        }
        self.inner.figures.hit(key.kind(), Count::Shared, &entry.cost);
        self.inner.memory.put(key, Arc::clone(&entry), now);
        Some(entry.served(Source::Shared, now))
    }

    /// The answer for `key`: from memory, from what is shared, from whoever is making it (waiting
    /// for `patience` at most), or from `make`, which is called once at most. Where that fails of
    /// what `is_outage` says is one, an answer whose time has passed is served, if there is one.
    ///
    /// # Errors
    /// What `make` failed of.
    pub async fn fetch<E, Made>(
        &self,
        key: &Key,
        patience: Duration,
        make: impl FnOnce() -> Made,
        is_outage: impl Fn(&E) -> bool,
    ) -> Result<Served<Arc<Entry>>, E>
    where
        Made: Future<Output = Result<Fresh, E>>,
    {
        if let Some(hit) = self.hit(key) {
            return Ok(hit);
        }
        let mut claims = self.claim(std::slice::from_ref(key)).await;
        if claims.mine().is_empty() {
            claims.wait(patience).await;
        }
        if let Some(served) = claims.served(0) {
            return Ok(served.clone());
        }
        match make().await {
            Ok(fresh) => Ok(claims.settle_one(0, fresh).await),
            Err(error) => {
                let stale = if is_outage(&error) { claims.serve_stale(0) } else { None };
                claims.give_up(&[0]).await;
                stale.ok_or(error)
            }
        }
    }

    /// Looks for the answers of many keys at once; what is missing is the caller's to make, unless
    /// another does already.
    pub async fn claim(&self, keys: &[Key]) -> Claims {
        Claims::of(self.clone(), keys).await
    }

    /// Keeps an answer that nobody was asked to make.
    pub async fn put(&self, key: &Key, fresh: Fresh) -> Served<Arc<Entry>> {
        // Whoever makes it at this moment is not waited for: this one is as good.
        Claims::unclaimed(self.clone(), key).settle_one(0, fresh).await
    }

    /// What is shared under `key`, whether it still holds or not; nothing is counted.
    ///
    /// # Errors
    /// The shared layer cannot be reached.
    pub async fn inspect(&self, key: &Key) -> Result<Option<Entry>, LayerError> {
        let found = self.inner.shared.get(std::slice::from_ref(key)).await?;
        Ok(found.into_iter().next().flatten().and_then(|bytes| Entry::decode(key, &bytes)))
    }

    /// A page of what is shared of one kind, those that end soonest first; damaged entries have no
    /// more than their key and size.
    ///
    /// # Errors
    /// The shared layer cannot be reached.
    pub async fn list(
        &self,
        kind: Kind,
        cursor: Option<&str>,
        limit: u32,
    ) -> Result<(Vec<(Key, usize, Option<Entry>)>, Option<String>), LayerError> {
        let page = self.inner.shared.list(kind, cursor, limit).await?;
        let entries = page.entries.into_iter().map(|(key, bytes)| {
            let entry = Entry::decode(&key, &bytes);
            (key, bytes.len(), entry)
        });
        Ok((entries.collect(), page.next))
    }

    /// How much is shared, by kind.
    ///
    /// # Errors
    /// The shared layer cannot be reached.
    pub async fn sizes(&self) -> Result<Vec<KindSize>, LayerError> {
        self.inner.shared.size().await
    }

    /// Removes entries, here at once and from the memory of other processes within seconds; says
    /// of each whether it was there.
    ///
    /// # Errors
    /// The shared layer cannot be reached.
    pub async fn remove(&self, keys: &[Key]) -> Result<Vec<bool>, LayerError> {
        for key in keys {
            self.inner.memory.remove(key);
        }
        let removed = self.inner.shared.remove(keys).await?;
        let kinds: Vec<Kind> =
            kinds().filter(|k| keys.iter().any(|key| key.kind() == *k)).collect();
        self.forget_everywhere(&kinds).await?;
        Ok(removed)
    }

    /// Removes all entries of some kinds, here at once and from the memory of other processes
    /// within seconds; says how many were shared. Nothing else is touched.
    ///
    /// # Errors
    /// The shared layer cannot be reached; some may have been removed.
    pub async fn flush(&self, kinds: &[Kind]) -> Result<u64, LayerError> {
        let mut removed = 0;
        for &kind in kinds {
            loop {
                match self.inner.shared.flush(kind, FLUSH_STEP).await? {
                    0 => break,
                    step => removed += step,
                }
            }
        }
        self.inner.memory.forget(kinds);
        self.forget_everywhere(kinds).await?;
        Ok(removed)
    }

    async fn forget_everywhere(&self, kinds: &[Kind]) -> Result<(), LayerError> {
        let tally: Tally = kinds.iter().map(|&kind| (name(kind, Count::Generation), 1)).collect();
        if tally.is_empty() { Ok(()) } else { self.inner.shared.count(&tally).await }
    }

    /// Reads what was shared; what is damaged is removed, and told of once as it is then gone.
    pub(super) async fn read(&self, key: &Key, bytes: Vec<u8>) -> Option<Arc<Entry>> {
        if let Some(entry) = Entry::decode(key, &bytes) {
            return Some(Arc::new(entry));
        }
        tracing::warn!(%key, bytes = bytes.len(), "a damaged cache entry is removed");
        self.inner.figures.add(key.kind(), Count::Damaged, 1);
        self.shared(self.inner.shared.remove(std::slice::from_ref(key)).await);
        None
    }

    /// What the shared layer said; where it failed, nothing, which is told of when it begins.
    pub(super) fn shared<T>(&self, said: Result<T, LayerError>) -> Option<T> {
        match said {
            Ok(said) => {
                if self.inner.away.swap(false, Ordering::Relaxed) {
                    tracing::info!(layer = self.layer(), "the shared cache is back");
                }
                Some(said)
            }
            Err(error) => {
                if !self.inner.away.swap(true, Ordering::Relaxed) {
                    tracing::warn!(%error, "the cache goes on in the memory of this process");
                }
                None
            }
        }
    }
}

/// Every kind.
pub(super) fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied()
}

impl std::fmt::Debug for Cache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Cache").field("layer", &self.layer()).finish_non_exhaustive()
    }
}
