use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures::future::{FutureExt, pending, select_all};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::engine::Cache;
use super::entry::{Entry, Fresh, Served, Source};
use super::figures::Count;
use super::flights::{Flight, Joined};
use super::key::Key;
use super::layer::{Put, SharedLayer};

/// How long a lease holds unless it is renewed: so long others wait for a process that has died.
const LEASE: Duration = Duration::from_secs(15);
/// How often leases are renewed.
const RENEW: Duration = Duration::from_secs(5);
/// First and longest pause between two looks at what another process makes.
const POLL: (Duration, Duration) = (Duration::from_millis(20), Duration::from_millis(500));
/// Longest answer that is shared, in bytes: no entry may crowd out all others.
const MAX_BYTES: usize = 1024 * 1024;

/// The answers of many keys: found, the caller's to make, or being made by another.
///
/// Whoever has claims makes what is [`mine`](Self::mine) first, each settled or given up, and only
/// then [`wait`](Self::wait)s, so that no two wait for one another.
#[derive(Debug)]
pub struct Claims {
    cache: Cache,
    token: String,
    slots: Vec<Slot>,
    renewal: Option<Renewal>,
}

#[derive(Debug)]
struct Slot {
    key: Key,
    state: State,
    /// An answer whose time has passed.
    stale: Option<Arc<Entry>>,
}

#[derive(Debug)]
enum State {
    Found(Served<Arc<Entry>>),
    /// The caller's to make; those in this process who want it wait for the flight.
    Mine {
        flight: Option<Flight>,
        leased: bool,
    },
    /// Another in this process makes it.
    Near(watch::Receiver<Option<Arc<Entry>>>),
    /// It is looked for, or another process makes it; those in this process wait for the flight.
    Far(Flight),
    /// It was the caller's, and came to nothing.
    GivenUp,
}

/// Holds leases until it is dropped.
#[derive(Debug)]
struct Renewal {
    keys: Arc<Mutex<Vec<Key>>>,
    task: JoinHandle<()>,
}

impl Drop for Renewal {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Claims {
    pub(super) async fn of(cache: Cache, keys: &[Key]) -> Self {
        let slots = keys.iter().map(|key| Slot::of(&cache, key)).collect();
        let mut claims = Self { token: token(), slots, renewal: None, cache };
        claims.look().await;
        claims.lease().await;
        claims
    }

    /// One key, to be settled whoever else may make it.
    pub(super) fn unclaimed(cache: Cache, key: &Key) -> Self {
        let state = State::Mine { flight: None, leased: false };
        let slots = vec![Slot { key: key.clone(), state, stale: None }];
        Self { token: token(), slots, renewal: None, cache }
    }

    /// The answer of the key with number `n`, where there is one.
    pub fn served(&self, n: usize) -> Option<&Served<Arc<Entry>>> {
        match self.slots.get(n).map(|slot| &slot.state) {
            Some(State::Found(served)) => Some(served),
            _ => None,
        }
    }

    /// The numbers of the keys whose answers are the caller's to make.
    pub fn mine(&self) -> Vec<usize> {
        self.numbers(|state| matches!(state, State::Mine { .. }))
    }

    /// An answer whose time has passed, for when no newer one is to be had.
    pub fn serve_stale(&self, n: usize) -> Option<Served<Arc<Entry>>> {
        let slot = self.slots.get(n)?;
        let (stale, now) = (slot.stale.as_ref()?, self.cache.inner.clock.now());
        if stale.negative || !stale.is_servable(now) {
            return None;
        }
        self.cache.inner.figures.hit(slot.key.kind(), Count::Stale, &stale.cost);
        Some(stale.served(Source::Stale, now))
    }

    /// Keeps answers, and tells those who wait for them.
    pub async fn settle(&mut self, answers: Vec<(usize, Fresh)>) {
        let (cache, now) = (self.cache.clone(), self.cache.inner.clock.now());
        let (mut puts, mut ended) = (Vec::new(), Vec::new());
        for (n, fresh) in answers {
            let Some(slot) = self.slots.get_mut(n) else { continue };
            let kept = fresh.ttl > Duration::ZERO;
            let shortened = (cache.inner.random)();
            let entry = Entry::new(fresh, now, cache.inner.options.stale_for, shortened);
            cache.inner.figures.spent(slot.key.kind(), &entry.cost);
            let entry = Arc::new(entry);
            let bytes = entry.encode(&slot.key);
            if kept && bytes.len() <= MAX_BYTES {
                cache.inner.memory.put(&slot.key, Arc::clone(&entry), now);
                let keep = entry.stale_until.since(now);
                puts.push(Put { key: slot.key.clone(), bytes, keep });
            } else {
                ended.push(slot.key.clone());
            }
            slot.found(entry.served(Source::Fresh, now));
        }
        if !puts.is_empty() {
            cache.shared(cache.inner.shared.put(&puts, &self.token).await);
        }
        self.release(&ended).await;
    }

    pub(super) async fn settle_one(&mut self, n: usize, fresh: Fresh) -> Served<Arc<Entry>> {
        let now = self.cache.inner.clock.now();
        let answer = Entry::new(fresh.clone(), now, Duration::ZERO, 0.0);
        self.settle(vec![(n, fresh)]).await;
        match self.served(n) {
            Some(served) => served.clone(),
            None => Arc::new(answer).served(Source::Fresh, now),
        }
    }

    /// Says that nothing will come of these; others may try.
    pub async fn give_up(&mut self, numbers: &[usize]) {
        let mut leased = Vec::new();
        for &n in numbers {
            let Some(slot) = self.slots.get_mut(n) else { continue };
            if let State::Mine { leased: true, .. } = slot.state {
                leased.push(slot.key.clone());
            }
            if !matches!(slot.state, State::Found(_)) {
                slot.state = State::GivenUp;
            }
        }
        self.release(&leased).await;
    }

    /// Waits for what others make, for `patience` at most. Says whether there is more that is the
    /// caller's to make now: others gave it up, died, or took too long.
    pub async fn wait(&mut self, patience: Duration) -> bool {
        let deadline = Instant::now() + patience;
        let mut pause = POLL.0;
        let waiting = self.numbers(|s| matches!(s, State::Near(_) | State::Far(_))).len();
        if waiting > 0 {
            tracing::debug!(waiting, "waiting for answers that others make");
        }
        loop {
            self.rejoin();
            self.lease().await;
            let waiting = self.numbers(|s| matches!(s, State::Near(_) | State::Far(_)));
            if waiting.is_empty() || !self.mine().is_empty() {
                break;
            }
            if Instant::now() >= deadline {
                waiting.into_iter().for_each(|n| self.take_over(n));
                break;
            }
            // Not all at the same moment.
            let jittered = pause.mul_f64(0.5 + (self.cache.inner.random)() / 2.0);
            let until = (Instant::now() + jittered).min(deadline);
            tokio::select! {
                () = tokio::time::sleep_until(until) => {}
                () = self.outcome() => {}
            }
            pause = (pause * 2).min(POLL.1);
        }
        !self.mine().is_empty()
    }

    /// Waits until a call within this process has ended.
    async fn outcome(&self) {
        let near = self.slots.iter().filter_map(|slot| match &slot.state {
            State::Near(outcome) => {
                let mut outcome = outcome.clone();
                Some(async move { drop(outcome.wait_for(Option::is_some).await) }.boxed())
            }
            _ => None,
        });
        let near: Vec<_> = near.collect();
        if near.is_empty() { pending().await } else { drop(select_all(near).await) }
    }

    /// Takes what calls within this process came to; of those that came to nothing, one who waited
    /// is the next to try.
    fn rejoin(&mut self) {
        for slot in &mut self.slots {
            let State::Near(outcome) = &slot.state else { continue };
            let landed = outcome.borrow().clone();
            let ended = outcome.has_changed().is_err();
            let now = self.cache.inner.clock.now();
            if let Some(entry) = landed {
                let kind = slot.key.kind();
                self.cache.inner.figures.hit(kind, Count::Memory, &entry.cost);
                slot.found(entry.served(Source::Memory, now));
            } else if ended {
                slot.state = match self.cache.inner.flights.join(&slot.key) {
                    Joined::Lead(flight) => State::Far(flight),
                    Joined::Follow(outcome) => State::Near(outcome),
                };
            }
        }
    }

    /// Looks at what is shared.
    async fn look(&mut self) {
        let far = self.numbers(|state| matches!(state, State::Far(_)));
        if far.is_empty() {
            return;
        }
        let found = self.cache.inner.shared.get(&self.keys(&far)).await;
        let Some(found) = self.cache.shared(found) else { return };
        for (n, bytes) in far.into_iter().zip(found) {
            self.take(n, bytes).await;
        }
    }

    /// Takes an entry that is shared; says whether it holds.
    async fn take(&mut self, n: usize, bytes: Option<Vec<u8>>) -> bool {
        let (cache, slot) = (&self.cache, &mut self.slots[n]);
        let Some(bytes) = bytes else { return false };
        let Some(entry) = cache.read(&slot.key, bytes).await else { return false };
        let now = cache.inner.clock.now();
        if entry.is_fresh(now) {
            cache.inner.figures.hit(slot.key.kind(), Count::Shared, &entry.cost);
            cache.inner.memory.put(&slot.key, Arc::clone(&entry), now);
            slot.found(entry.served(Source::Shared, now));
            return true;
        }
        slot.stale = Some(entry);
        false
    }

    /// Asks for the right to make what is missing.
    async fn lease(&mut self) {
        let far = self.numbers(|state| matches!(state, State::Far(_)));
        if far.is_empty() {
            return;
        }
        let keys = self.keys(&far);
        let leased = self.cache.inner.shared.lease(&keys, &self.token, LEASE).await;
        let Some(leased) = self.cache.shared(leased) else {
            // Each process makes its own while they cannot agree.
            far.into_iter().for_each(|n| self.take_over(n));
            return;
        };
        let (mut held, mut needless) = (Vec::new(), Vec::new());
        for ((n, key), answer) in far.into_iter().zip(keys).zip(leased) {
            let found = self.take(n, answer.entry).await;
            match (answer.mine, found) {
                (true, true) => needless.push(key),
                (true, false) => {
                    self.take_over(n);
                    if let State::Mine { leased, .. } = &mut self.slots[n].state {
                        *leased = true;
                    }
                    held.push(key);
                }
                (false, _) => {}
            }
        }
        self.hold(held);
        self.release(&needless).await;
    }

    /// Makes an answer the caller's to make.
    fn take_over(&mut self, n: usize) {
        let slot = &mut self.slots[n];
        self.cache.inner.figures.add(slot.key.kind(), Count::Misses, 1);
        let flight = match std::mem::replace(&mut slot.state, State::GivenUp) {
            State::Far(flight) => Some(flight),
            _ => None,
        };
        slot.state = State::Mine { flight, leased: false };
    }

    /// Holds leases for as long as these claims live.
    fn hold(&mut self, keys: Vec<Key>) {
        if keys.is_empty() {
            return;
        }
        let renewal = self.renewal.get_or_insert_with(|| {
            let held = Arc::default();
            let shared = Arc::clone(&self.cache.inner.shared);
            let task = tokio::spawn(renew(shared, self.token.clone(), Arc::clone(&held)));
            Renewal { keys: held, task }
        });
        renewal.keys.lock().unwrap_or_else(PoisonError::into_inner).extend(keys);
    }

    async fn release(&self, keys: &[Key]) {
        if !keys.is_empty() {
            self.cache.shared(self.cache.inner.shared.release(keys, &self.token).await);
        }
    }

    fn numbers(&self, holds: impl Fn(&State) -> bool) -> Vec<usize> {
        (0..self.slots.len()).filter(|&n| holds(&self.slots[n].state)).collect()
    }

    fn keys(&self, numbers: &[usize]) -> Vec<Key> {
        numbers.iter().map(|&n| self.slots[n].key.clone()).collect()
    }
}

impl Drop for Claims {
    /// What was neither settled nor given up is given up, so that nobody waits for it.
    fn drop(&mut self) {
        let held = self.numbers(|state| matches!(state, State::Mine { leased: true, .. }));
        let keys = self.keys(&held);
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        if keys.is_empty() {
            return;
        }
        let (shared, token) = (Arc::clone(&self.cache.inner.shared), self.token.clone());
        runtime.spawn(async move {
            if let Err(error) = shared.release(&keys, &token).await {
                tracing::debug!(%error, "leases were not given back; they will run out");
            }
        });
    }
}

impl Slot {
    fn of(cache: &Cache, key: &Key) -> Self {
        let state = match cache.hit(key) {
            Some(hit) => State::Found(hit),
            None => match cache.inner.flights.join(key) {
                Joined::Lead(flight) => State::Far(flight),
                Joined::Follow(outcome) => State::Near(outcome),
            },
        };
        // Memory may have one whose time has passed when nothing else can be reached.
        Self { key: key.clone(), state, stale: cache.inner.memory.get(key) }
    }

    fn found(&mut self, served: Served<Arc<Entry>>) {
        let entry = Arc::clone(&served.value);
        let before = std::mem::replace(&mut self.state, State::Found(served));
        if let State::Mine { flight: Some(flight), .. } | State::Far(flight) = before {
            flight.land(&entry);
        }
    }
}

async fn renew(shared: Arc<dyn SharedLayer>, token: String, keys: Arc<Mutex<Vec<Key>>>) {
    loop {
        tokio::time::sleep(RENEW).await;
        let held = keys.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Err(error) = shared.renew(&held, &token, LEASE).await {
            tracing::debug!(%error, "leases of the cache could not be renewed");
        }
    }
}

/// A name for whoever makes answers that no other has.
fn token() -> String {
    format!("{:032x}", rand::random::<u128>())
}
