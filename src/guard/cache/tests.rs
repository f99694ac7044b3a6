use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use async_trait::async_trait;

use super::layer::memory::MemoryLayer;
use super::layer::{KindSize, Leased, Page, Put};
use super::*;
use crate::clock::{Clock, ManualClock, SharedClock};
use crate::model::Timestamp;
use crate::shared_state::memory::MemoryState;

const TTL: Duration = Duration::from_secs(1_000);
const STALE: Duration = Duration::from_secs(500);
const PATIENCE: Duration = Duration::from_secs(60);

const OPTIONS: CacheOptions = CacheOptions {
    memory_bytes: 1_000_000,
    shared_bytes: 1_000_000,
    ai_ttl: TTL,
    negative_ttl: Duration::from_secs(10),
    stale_for: STALE,
};

/// Processes that share a layer, under one clock.
struct World {
    clock: Arc<ManualClock>,
    layer: Arc<MemoryLayer>,
}

impl World {
    fn new() -> Self {
        let clock = ManualClock::at(Timestamp::from_secs(1_000_000));
        let layer = Arc::new(MemoryLayer::new(clock.clone(), 1_000_000));
        Self { clock, layer }
    }

    /// Another process, whose entries all last as long as they were meant to.
    fn process(&self) -> Cache {
        let clock: SharedClock = self.clock.clone();
        Cache::with_random(self.layer.clone(), OPTIONS, clock, Arc::new(|| 0.0))
    }
}

fn key(name: &str) -> Key {
    Key::of(Kind::Ai, &Tenant::none()).field("name", name).finish()
}

fn fresh(value: &str) -> Fresh {
    Fresh {
        value: value.as_bytes().to_vec(),
        negative: false,
        ttl: TTL,
        cost: Cost { input_tokens: 100, output_tokens: 10, nano_usd: 21_000 },
        about: "t3_a".to_owned(),
    }
}

fn text(served: &Served<Arc<Entry>>) -> (&str, Source) {
    (std::str::from_utf8(&served.value.value).expect("text"), served.source)
}

#[derive(Debug, PartialEq)]
struct Down;

async fn fetch(cache: &Cache, name: &str, made: Result<Fresh, Down>) -> (String, Source) {
    let served = cache.fetch(&key(name), PATIENCE, || async { made }, |_| true).await;
    let served = served.expect("an answer");
    let (text, source) = text(&served);
    (text.to_owned(), source)
}

#[tokio::test]
async fn an_answer_is_made_once_and_then_comes_from_memory_and_from_what_is_shared() {
    let world = World::new();
    let (one, two) = (world.process(), world.process());
    assert_eq!(fetch(&one, "a", Ok(fresh("x"))).await, ("x".to_owned(), Source::Fresh));
    assert_eq!(fetch(&one, "a", Err(Down)).await, ("x".to_owned(), Source::Memory));
    world.clock.advance(Duration::from_secs(7));
    assert_eq!(two.get(&key("a")).await.map(|s| s.age), Some(Duration::from_secs(7)));
    assert_eq!(fetch(&two, "a", Err(Down)).await, ("x".to_owned(), Source::Memory));
    let three = world.process();
    assert_eq!(fetch(&three, "a", Err(Down)).await, ("x".to_owned(), Source::Shared));
}

#[tokio::test]
async fn an_answer_ends_and_its_stale_self_helps_only_while_nothing_newer_is_to_be_had() {
    let world = World::new();
    let cache = world.process();
    fetch(&cache, "a", Ok(fresh("old"))).await;
    world.clock.advance(TTL - Duration::from_millis(1));
    assert_eq!(fetch(&cache, "a", Err(Down)).await.1, Source::Memory);
    world.clock.advance(Duration::from_millis(1));
    assert_eq!(cache.get(&key("a")).await, None);
    // Both from memory and, in another process, from what is shared.
    for process in [&cache, &world.process()] {
        assert_eq!(fetch(process, "a", Err(Down)).await, ("old".to_owned(), Source::Stale));
    }
    assert_eq!(fetch(&cache, "a", Ok(fresh("new"))).await, ("new".to_owned(), Source::Fresh));
    world.clock.advance(TTL + STALE);
    let gone = cache.fetch(&key("a"), PATIENCE, || async { Err(Down) }, |_| true).await;
    assert_eq!(gone, Err(Down));
}

#[tokio::test]
async fn an_error_that_is_no_outage_is_not_covered_up() {
    let world = World::new();
    let cache = world.process();
    fetch(&cache, "a", Ok(fresh("old"))).await;
    world.clock.advance(TTL);
    let refused = cache.fetch(&key("a"), PATIENCE, || async { Err(Down) }, |_| false).await;
    assert_eq!(refused, Err(Down));
}

#[tokio::test]
async fn a_negative_answer_has_its_own_time_and_is_never_stale() {
    let world = World::new();
    let cache = world.process();
    let ttl = OPTIONS.negative_ttl;
    let no = Fresh { negative: true, ttl, ..fresh("no such") };
    fetch(&cache, "a", Ok(no)).await;
    world.clock.advance(ttl - Duration::from_millis(1));
    assert!(cache.get(&key("a")).await.is_some_and(|served| served.value.negative));
    world.clock.advance(Duration::from_millis(1));
    let gone = cache.fetch(&key("a"), PATIENCE, || async { Err(Down) }, |_| true).await;
    assert_eq!(gone, Err(Down));
}

#[tokio::test]
async fn chance_shortens_the_time_by_a_tenth_at_most() {
    let clock = ManualClock::at(Timestamp::from_secs(0));
    let layer = Arc::new(MemoryLayer::new(clock.clone(), 1_000_000));
    let cache = Cache::new(layer, OPTIONS, clock.clone());
    let mut ends = Vec::new();
    for n in 0..200 {
        let served = cache.put(&key(&n.to_string()), fresh("x")).await;
        ends.push(served.value.fresh_until.since(clock.now()));
    }
    assert!(ends.iter().all(|end| (TTL.mul_f64(0.9)..=TTL).contains(end)), "{ends:?}");
    ends.sort_unstable();
    assert!(ends[150] - ends[50] > TTL.mul_f64(0.02), "spread out");
}

#[tokio::test]
async fn memory_is_bounded_by_bytes() {
    let world = World::new();
    let clock: SharedClock = world.clock.clone();
    let options = CacheOptions { memory_bytes: 50_000, ..OPTIONS };
    let cache = Cache::new(world.layer.clone(), options, clock.clone());
    for n in 0..100 {
        cache.put(&key(&n.to_string()), fresh(&"x".repeat(1_000))).await;
    }
    let (entries, bytes) = cache.inner.memory.size();
    assert!(bytes <= 50_000 && entries >= 20, "{entries} entries of {bytes} bytes");
    let none = CacheOptions { memory_bytes: 0, ..OPTIONS };
    let cache = Cache::new(world.layer.clone(), none, clock);
    cache.put(&key("a"), fresh("x")).await;
    assert_eq!(cache.inner.memory.size(), (0, 0));
    assert_eq!(cache.get(&key("a")).await.map(|s| s.source), Some(Source::Shared));
}

#[tokio::test]
async fn tenants_do_not_find_each_others_answers() {
    let world = World::new();
    let cache = world.process();
    let of = |tenant: &Tenant| Key::of(Kind::Ai, tenant).field("name", "a").finish();
    let (ann, bob) = (Tenant::named("ann"), Tenant::named("bob"));
    cache.put(&of(&ann), fresh("ann's")).await;
    assert!(cache.get(&of(&ann)).await.is_some());
    assert_eq!(cache.get(&of(&bob)).await, None);
    // Not even where somebody puts the one's entry in the other's place.
    let bytes = world.layer.get(&[of(&ann)]).await.expect("read").remove(0).expect("there");
    let put = Put { key: of(&bob), bytes, keep: TTL };
    world.layer.put(&[put], "").await.expect("put");
    assert_eq!(world.process().get(&of(&bob)).await, None);
}

#[tokio::test]
async fn a_damaged_entry_is_a_miss_and_is_removed() {
    let world = World::new();
    let cache = world.process();
    let put = Put { key: key("a"), bytes: b"garbage".to_vec(), keep: TTL };
    world.layer.put(&[put], "").await.expect("put");
    assert_eq!(cache.get(&key("a")).await, None);
    assert_eq!(world.layer.get(&[key("a")]).await.expect("read"), [None]);
    assert_eq!(fetch(&cache, "a", Ok(fresh("x"))).await.1, Source::Fresh);
    cache.hand_on().await;
    let stats = cache.stats(&MemoryState::new(world.clock.clone())).await.expect("stats");
    assert_eq!(stats.total.damaged, 1);
}

/// Many at once, over two processes that share a layer: how many calls are made.
async fn calls_of(made: Result<&'static str, Down>) -> (u32, Vec<Result<String, Down>>) {
    let world = World::new();
    let calls = Arc::new(AtomicU32::new(0));
    let processes = [world.process(), world.process()];
    let asked = (0..20).map(|n| {
        let (cache, calls) = (processes[n % 2].clone(), Arc::clone(&calls));
        let made = made.as_ref().map(|value| fresh(value)).map_err(|_| Down);
        tokio::spawn(async move {
            let make = || async {
                calls.fetch_add(1, Ordering::SeqCst);
                tokio::time::sleep(Duration::from_secs(3)).await;
                made
            };
            let served = cache.fetch(&key("a"), PATIENCE, make, |_| true).await;
            served.map(|served| text(&served).0.to_owned())
        })
    });
    let answers = futures::future::join_all(asked).await;
    let answers = answers.into_iter().map(|a| a.expect("no panic")).collect();
    (calls.load(Ordering::SeqCst), answers)
}

#[tokio::test(start_paused = true)]
async fn many_at_once_make_one_call_across_processes() {
    let (calls, answers) = calls_of(Ok("x")).await;
    assert_eq!(calls, 1);
    assert!(answers.iter().all(|answer| answer.as_deref() == Ok("x")), "{answers:?}");
}

#[tokio::test(start_paused = true)]
async fn one_who_fails_leaves_it_to_the_next_who_waits() {
    let started = tokio::time::Instant::now();
    let (calls, answers) = calls_of(Err(Down)).await;
    assert!(answers.iter().all(|answer| *answer == Err(Down)));
    assert_eq!(calls, 20, "each has tried for itself");
    assert!(started.elapsed() >= Duration::from_secs(50), "one after the other");
}

#[tokio::test(start_paused = true)]
async fn whoever_has_waited_long_enough_calls_for_itself() {
    let world = World::new();
    let (one, two) = (world.process(), world.process());
    let held = one.claim(&[key("a")]).await;
    assert_eq!(held.mine(), [0]);
    let started = tokio::time::Instant::now();
    let a = key("a");
    let near = one.fetch(&a, PATIENCE, || async { Ok(fresh("near")) }, |_: &Down| true);
    let far = two.fetch(&a, PATIENCE, || async { Ok(fresh("far")) }, |_: &Down| true);
    let (near, far) = tokio::join!(near, far);
    assert!(near.is_ok() && far.is_ok());
    assert!(started.elapsed() >= PATIENCE && started.elapsed() < PATIENCE * 2);
    drop(held);
}

#[tokio::test(start_paused = true)]
async fn the_lease_of_a_dead_process_runs_out() {
    let world = World::new();
    let dead = world.layer.lease(&[key("a")], "dead", Duration::from_secs(15)).await;
    assert!(dead.expect("a lease")[0].mine);
    let cache = world.process();
    let mut claims = cache.claim(&[key("a")]).await;
    assert_eq!(claims.mine(), Vec::<usize>::new());
    world.clock.advance(Duration::from_secs(15));
    assert!(claims.wait(PATIENCE).await);
    assert_eq!(claims.mine(), [0]);
}

#[tokio::test(start_paused = true)]
async fn a_lease_is_held_while_its_holder_lives_and_given_back_when_dropped() {
    let world = World::new();
    let (one, two) = (world.process(), world.process());
    let claims = one.claim(&[key("a")]).await;
    for _ in 0..10 {
        tokio::time::sleep(Duration::from_secs(6)).await;
        world.clock.advance(Duration::from_secs(6));
    }
    let mut others = two.claim(&[key("a")]).await;
    assert!(others.mine().is_empty());
    drop(claims);
    assert!(others.wait(Duration::from_secs(5)).await);
}

#[tokio::test(start_paused = true)]
async fn two_who_make_what_the_other_wants_do_not_wait_for_one_another() {
    let world = World::new();
    let (one, two) = (world.process(), world.process());
    let (a, b) = (key("a"), key("b"));
    let mut first = one.claim(std::slice::from_ref(&a)).await;
    let mut second = two.claim(&[b.clone(), a.clone()]).await;
    let mut third = one.claim(&[a, b]).await;
    assert_eq!((second.mine(), third.mine()), (vec![0], Vec::new()));
    second.settle(vec![(0, fresh("b"))]).await;
    first.settle(vec![(0, fresh("a"))]).await;
    assert!(!second.wait(PATIENCE).await && !third.wait(PATIENCE).await);
    for claims in [&second, &third] {
        assert!((0..2).all(|n| claims.served(n).is_some()));
    }
}

/// A layer that can be taken away.
struct Fragile {
    layer: Arc<MemoryLayer>,
    away: AtomicBool,
    asked: AtomicU32,
}

impl Fragile {
    fn there(&self) -> Result<&MemoryLayer, LayerError> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        match self.away.load(Ordering::SeqCst) {
            true => Err(LayerError("gone".into())),
            false => Ok(&self.layer),
        }
    }
}

type Figures = (Option<Timestamp>, std::collections::BTreeMap<String, u64>);

#[async_trait]
impl SharedLayer for Fragile {
    fn name(&self) -> &'static str {
        "fragile"
    }
    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<Vec<u8>>>, LayerError> {
        self.there()?.get(keys).await
    }
    async fn put(&self, entries: &[Put], token: &str) -> Result<(), LayerError> {
        self.there()?.put(entries, token).await
    }
    async fn remove(&self, keys: &[Key]) -> Result<Vec<bool>, LayerError> {
        self.there()?.remove(keys).await
    }
    async fn lease(
        &self,
        keys: &[Key],
        token: &str,
        hold: Duration,
    ) -> Result<Vec<Leased>, LayerError> {
        self.there()?.lease(keys, token, hold).await
    }
    async fn renew(&self, keys: &[Key], token: &str, hold: Duration) -> Result<(), LayerError> {
        self.there()?.renew(keys, token, hold).await
    }
    async fn release(&self, keys: &[Key], token: &str) -> Result<(), LayerError> {
        self.there()?.release(keys, token).await
    }
    async fn list(&self, k: Kind, cursor: Option<&str>, limit: u32) -> Result<Page, LayerError> {
        self.there()?.list(k, cursor, limit).await
    }
    async fn flush(&self, kind: Kind, limit: u32) -> Result<u64, LayerError> {
        self.there()?.flush(kind, limit).await
    }
    async fn size(&self) -> Result<Vec<KindSize>, LayerError> {
        self.there()?.size().await
    }
    async fn sweep(&self) -> Result<(), LayerError> {
        self.there()?.sweep().await
    }
    async fn count(
        &self,
        tally: &std::collections::BTreeMap<String, u64>,
    ) -> Result<(), LayerError> {
        self.there()?.count(tally).await
    }
    async fn figures(&self) -> Result<Figures, LayerError> {
        self.there()?.figures().await
    }
}

#[tokio::test]
async fn without_the_shared_layer_memory_goes_on_and_figures_wait() {
    let world = World::new();
    let layer = Arc::new(Fragile {
        layer: world.layer.clone(),
        away: AtomicBool::new(true),
        asked: AtomicU32::new(0),
    });
    let clock: SharedClock = world.clock.clone();
    let cache = Cache::with_random(layer.clone(), OPTIONS, clock, Arc::new(|| 0.0));
    assert_eq!(fetch(&cache, "a", Ok(fresh("x"))).await.1, Source::Fresh);
    let asked = layer.asked.load(Ordering::SeqCst);
    assert_eq!(fetch(&cache, "a", Err(Down)).await.1, Source::Memory);
    assert_eq!(layer.asked.load(Ordering::SeqCst), asked, "a hit in memory asks nobody");
    cache.hand_on().await;
    // It is back: answers are shared again, and nothing that was counted is lost.
    layer.away.store(false, Ordering::SeqCst);
    fetch(&cache, "b", Ok(fresh("y"))).await;
    assert_eq!(fetch(&world.process(), "b", Err(Down)).await.1, Source::Shared);
    cache.hand_on().await;
    let stats = cache.stats(&MemoryState::new(world.clock.clone())).await.expect("stats");
    assert_eq!((stats.total.misses, stats.total.memory_hits), (2, 1));
}

#[tokio::test]
async fn figures_of_all_processes_are_added_up() {
    let world = World::new();
    let (one, two) = (world.process(), world.process());
    fetch(&one, "a", Ok(fresh("x"))).await;
    fetch(&one, "a", Err(Down)).await;
    fetch(&two, "a", Err(Down)).await;
    world.clock.advance(TTL);
    fetch(&two, "a", Err(Down)).await;
    for cache in [&one, &two, &two] {
        cache.hand_on().await;
    }
    let stats = one.stats(&MemoryState::new(world.clock.clone())).await.expect("stats");
    let ai = &stats.kinds[Kind::Ai as usize];
    assert_eq!((ai.memory_hits, ai.shared_hits, ai.stale_hits, ai.misses), (1, 1, 1, 2));
    assert_eq!((ai.lookups, ai.hit_rate, ai.saved_tokens), (4, Some(0.75), 330));
    assert_eq!((ai.entries, stats.total.lookups), (1, 4));
    assert!((ai.saved_usd - 63e-6).abs() < 1e-12 && (ai.spent_usd - 21e-6).abs() < 1e-12);
    assert_eq!(stats.since, Some(Timestamp::from_secs(1_000_000).plus(TTL)));
}

#[tokio::test(start_paused = true)]
async fn what_an_operator_removes_leaves_the_memory_of_every_process() {
    let world = World::new();
    let (worker, operator) = (world.process(), world.process());
    let (state, stop) = (
        Arc::new(MemoryState::new(world.clock.clone())),
        tokio_util::sync::CancellationToken::new(),
    );
    fetch(&worker, "a", Ok(fresh("x"))).await;
    fetch(&worker, "b", Ok(fresh("x"))).await;
    let tending = tokio::spawn({
        let (worker, state, stop) = (worker.clone(), state.clone(), stop.clone());
        async move { worker.tend(state, stop).await }
    });
    tokio::time::sleep(Duration::from_secs(6)).await;
    let stats = operator.stats(state.as_ref()).await.expect("stats");
    assert_eq!((stats.memory_entries, stats.total.entries), (2, 2));
    assert_eq!(operator.remove(&[key("a"), key("c")]).await.expect("removed"), [true, false]);
    tokio::time::sleep(Duration::from_secs(6)).await;
    assert_eq!(worker.hit(&key("a")), None);
    // The other one is found where it is shared.
    assert_eq!(fetch(&worker, "b", Err(Down)).await.1, Source::Shared);
    assert_eq!(operator.flush(&[Kind::RedditAbout]).await.expect("flushed"), 0);
    assert_eq!(operator.flush(Kind::ALL).await.expect("flushed"), 1);
    tokio::time::sleep(Duration::from_secs(6)).await;
    assert_eq!(worker.get(&key("b")).await, None);
    stop.cancel();
    tending.await.expect("it ends");
    let stats = operator.stats(state.as_ref()).await.expect("stats");
    assert_eq!((stats.memory_entries, stats.total.entries), (0, 0));
}
