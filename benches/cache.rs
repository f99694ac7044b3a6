//! The cache: what a hit in memory and a hit through Redis cost, and what is saved of a day of AI
//! work that repeats itself.

// A bench may fail loudly.
#![allow(clippy::expect_used, clippy::panic, clippy::cast_precision_loss)]

mod support;

use std::hint::black_box;
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use leadctl::ai::{Candidate, Judge, Usage};
use leadctl::clock::{Clock, ManualClock, SystemClock};
use leadctl::db::Db;
use leadctl::discovery::{MatchLimits, Matcher, queries};
use leadctl::guard::Guarded;
use leadctl::guard::cache::layer::memory::MemoryLayer;
use leadctl::guard::cache::layer::redis::RedisLayer;
use leadctl::guard::cache::{
    Cache, CacheOptions, Cost, Fresh, Key, KeyBuilder, Kind, SharedLayer, Tenant,
};
use leadctl::model::{Campaign, Strategy, Timestamp};
use leadctl::redis_link::RedisLink;
use leadctl::sandbox::sample_campaign;
use leadctl::services::Services;
use secrecy::SecretString;
use support::sandbox::sandbox;
use support::{Target, figure};

const ENTRIES: usize = 10_000;
const HITS: usize = 2_000_000;
const HIT_NS: f64 = 1_000.0;
const GETS: usize = 20_000;
const OVER_A_GET: f64 = 1.2;
/// A run every quarter of an hour, as discovery.every_minutes has it.
const RUNS: u32 = 96;
const EVERY: Duration = Duration::from_secs(15 * 60);
const SAVED: f64 = 90.0;

#[tokio::main]
async fn main() {
    println!("cache: {ENTRIES} judgements of some 300 bytes");
    in_memory().await;
    through_redis().await;
    a_day().await;
}

fn options(memory_bytes: u64) -> CacheOptions {
    CacheOptions {
        memory_bytes,
        shared_bytes: 256 << 20,
        ai_ttl: Duration::from_secs(30 * 86_400),
        negative_ttl: Duration::from_secs(600),
        stale_for: Duration::from_secs(7 * 86_400),
    }
}

fn builder() -> KeyBuilder {
    Key::of(Kind::Ai, &Tenant::none()).field("model", "gpt-4o-mini")
}

fn keys() -> Vec<Key> {
    (0..ENTRIES).map(|n| builder().field("post", n.to_string()).finish()).collect()
}

fn fresh() -> Fresh {
    Fresh {
        value: vec![b'x'; 300],
        negative: false,
        ttl: Duration::from_secs(86_400),
        cost: Cost { input_tokens: 300, output_tokens: 40, nano_usd: 69_000 },
        about: "t3_1abcde".to_owned(),
    }
}

async fn filled(layer: impl SharedLayer, memory_bytes: u64, keys: &[Key]) -> Cache {
    let cache = Cache::new(Arc::new(layer), options(memory_bytes), SystemClock::shared());
    for key in keys {
        cache.put(key, fresh()).await;
    }
    cache
}

async fn in_memory() {
    let keys = keys();
    let layer = MemoryLayer::new(SystemClock::shared(), 1);
    let cache = filled(layer, 64 << 20, &keys).await;
    let started = Instant::now();
    for n in 0..HITS {
        // A stride, so that no entry is asked for twice in a row.
        let served = cache.hit(&keys[n * 7_919 % ENTRIES]);
        black_box(served.expect("a hit"));
    }
    let each = started.elapsed().as_nanos() as f64 / HITS as f64;
    figure("a hit in memory", each, "ns", Target::Below(HIT_NS));
    let post = "word ".repeat(200);
    let common = builder();
    let started = Instant::now();
    for _ in 0..HITS / 20 {
        black_box(common.clone().field("post", black_box(&post)).finish());
    }
    let each = started.elapsed().as_nanos() as f64 / (HITS / 20) as f64;
    println!("    and its key, of a post of {} bytes: {each:.0} ns", post.len());
}

/// A redis-server of one's own, ended with the bench.
struct Redis(Child, String, #[allow(dead_code)] tempfile::TempDir);

impl Redis {
    async fn start() -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let free = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = free.local_addr().expect("an address").port();
        drop(free);
        let server = Command::new("redis-server")
            .args(["--port", &port.to_string(), "--bind", "127.0.0.1", "--save", ""])
            .args(["--appendonly", "no", "--dir"])
            .arg(dir.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .expect("redis-server is installed");
        let this = Self(server, format!("redis://127.0.0.1:{port}"), dir);
        let client = redis::Client::open(this.1.as_str()).expect("an address");
        for _ in 0..500 {
            if client.get_multiplexed_async_connection().await.is_ok() {
                return this;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("redis-server did not start");
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Both in turns, in one run, so that whatever else the machine does meets both alike.
async fn through_redis() {
    let redis = Redis::start().await;
    let keys = keys();
    let url = SecretString::from(redis.1.clone());
    let link = RedisLink::open(&url, SystemClock::shared()).expect("an address");
    let layer = RedisLayer::new(link, "bench", 256 << 20);
    let places: Vec<String> = keys.iter().map(|key| layer.place(key)).collect();
    let cache = filled(layer, 0, &keys).await;
    let client = redis::Client::open(redis.1.as_str()).expect("an address");
    let mut bare = client.get_multiplexed_async_connection().await.expect("Redis answers");
    let (mut gets, mut hits) = (Vec::with_capacity(GETS), Vec::with_capacity(GETS));
    for n in 0..GETS {
        let at = n * 7_919 % ENTRIES;
        let started = Instant::now();
        let mut get = redis::cmd("GET");
        let held: Vec<u8> = get.arg(&places[at]).query_async(&mut bare).await.expect("it is there");
        gets.push(started.elapsed());
        black_box(held);
        let started = Instant::now();
        black_box(cache.get(&keys[at]).await.expect("a hit"));
        hits.push(started.elapsed());
    }
    gets.sort_unstable();
    hits.sort_unstable();
    let (get, hit) = (gets[GETS / 2].as_secs_f64(), hits[GETS / 2].as_secs_f64());
    println!("    a bare GET: {:.1} us, a hit through Redis: {:.1} us", get * 1e6, hit * 1e6);
    figure("a hit through Redis, of a bare GET", hit / get, "times", Target::Below(OVER_A_GET));
}

/// A day of discovery whose every run judges all that it reads and that is on topic, as it is where
/// nobody remembers: once with the cache and once without.
async fn a_day() {
    let dir = tempfile::tempdir().expect("a directory");
    let epoch = Timestamp::from_secs(1_780_000_000);
    let clock = ManualClock::at(epoch);
    let settings = sandbox(dir.path(), clock.clone(), epoch);
    let db = Db::open(&settings.data_dir).await.expect("a database");
    let services = Services::on(db, settings, clock.clone()).expect("services");
    let draft = sample_campaign();
    let campaign = services.store.create_campaign(draft, clock.now()).await.expect("a campaign");
    let bare = Judge::from_settings(&services.settings.ai, Guarded::alone).expect("a judge");
    let cached = services.judge().expect("a judge");
    let (mut with, mut without, mut posts) = (Usage::default(), Usage::default(), 0_u64);
    for _ in 0..RUNS {
        posts += run(&services, &campaign, &bare, cached, &mut with, &mut without).await;
        clock.advance(EVERY);
    }
    services.cache.hand_on().await;
    let stats = services.cache.stats(services.state.as_ref()).await.expect("stats");
    let usd = |usage: &Usage| {
        let prices = &services.settings.ai;
        (usage.input_tokens as f64 * prices.price_input_per_million
            + usage.output_tokens as f64 * prices.price_output_per_million)
            / 1e6
    };
    println!("a day: {RUNS} runs of discovery over the sandbox judge {posts} posts");
    println!("    without the cache: {} calls, ${:.4}", without.calls, usd(&without));
    println!("    with the cache:    {} calls, ${:.4}", with.calls, usd(&with));
    println!(
        "    the cache itself says: hit rate {:.1} %, ${:.4} saved",
        100.0 * stats.total.hit_rate.unwrap_or(0.0),
        stats.total.saved_usd
    );
    let share = |with: f64, without: f64| 100.0 * (1.0 - with / without);
    let calls = share(with.calls as f64, without.calls as f64);
    figure("calls saved over a day", calls, "%", Target::AtLeast(SAVED));
    figure("money saved over a day", share(usd(&with), usd(&without)), "%", Target::AtLeast(SAVED));
    services.close().await;
}

async fn run(
    services: &Services,
    campaign: &Campaign,
    bare: &Judge,
    cached: &Judge,
    with: &mut Usage,
    without: &mut Usage,
) -> u64 {
    let limits = MatchLimits { max_age: Duration::from_secs(30 * 86_400) };
    let matcher = Matcher::new(campaign, limits);
    let mut judged = 0;
    for listing in queries(campaign, Strategy::Targeted) {
        let reddit = services.reddit().expect("a client");
        let posts = reddit.posts(&listing, 100).await.expect("posts");
        let now = services.clock.now();
        let on_topic: Vec<_> =
            posts.iter().filter_map(|post| Some((post, matcher.check(post, now).ok()?))).collect();
        let candidates: Vec<Candidate<'_>> =
            on_topic.iter().map(|(post, matched)| Candidate { post, matched }).collect();
        let (one, two) = (
            cached.classify(campaign, &candidates).await,
            bare.classify(campaign, &candidates).await,
        );
        assert_eq!(one.judgements, two.judgements, "the same answers, as the sandbox is steady");
        add(with, &one.usage);
        add(without, &two.usage);
        judged += candidates.len() as u64;
    }
    judged
}

fn add(sum: &mut Usage, usage: &Usage) {
    sum.calls += usage.calls;
    sum.input_tokens += usage.input_tokens;
    sum.output_tokens += usage.output_tokens;
}
