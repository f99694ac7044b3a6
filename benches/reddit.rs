//! What a run of discovery asks of Reddit, and what one a quarter of an hour later asks, in requests
//! and bytes: over the API, and over the public feeds.

// A bench may fail loudly.
#![allow(clippy::expect_used, clippy::panic, clippy::cast_precision_loss)]

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use leadctl::clock::{Clock, ManualClock};
use leadctl::db::Db;
use leadctl::jobs::{self, JobKind, LeadDiscovery, SilentReport};
use leadctl::model::{Campaign, Strategy, Timestamp};
use leadctl::queue::JobOptions;
use leadctl::sandbox::{SandboxControl, sample_campaign};
use leadctl::services::Services;
use support::sandbox::sandbox;
use support::{Target, figure};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;

/// A run every quarter of an hour, as discovery.every_minutes has it.
const RUNS: u32 = 96;
const EVERY: Duration = Duration::from_secs(15 * 60);
/// The part of the first run that a later one may cost, in percent.
const FRACTION: f64 = 25.0;

#[tokio::main]
async fn main() {
    println!(
        "a run of discovery, and one {} minutes later, over the sandbox's posts",
        EVERY.as_secs() / 60
    );
    println!("    {:<44} {:>9} {:>12} {:>8} {:>8}", "", "requests", "bytes", "posts", "not sent");
    for (what, feeds) in [("the API", false), ("the public feeds", true)] {
        for strategy in [Strategy::Targeted, Strategy::Comments] {
            measure(&format!("{what}, {strategy}"), feeds, strategy).await;
        }
    }
}

/// What a run cost.
#[derive(Debug, Clone, Copy, Default)]
struct Cost {
    requests: u64,
    bytes: u64,
    posts: u64,
    /// Answers that said only that nothing has changed.
    unchanged: u64,
}

async fn measure(what: &str, feeds: bool, strategy: Strategy) {
    let world = World::new(feeds).await;
    let first = world.run(strategy).await;
    tell(&format!("{what}: the first"), &first);
    let at_once = world.run(strategy).await;
    tell(&format!("{what}: again at once"), &at_once);
    world.clock.advance(EVERY);
    let second = world.run(strategy).await;
    tell(&format!("{what}: 15 minutes later"), &second);
    let mut day = Cost::default();
    for _ in 0..RUNS {
        world.clock.advance(EVERY);
        let cost = world.run(strategy).await;
        day.requests += cost.requests;
        day.bytes += cost.bytes;
        day.posts += cost.posts;
        day.unchanged += cost.unchanged;
    }
    tell(&format!("{what}: a day of {RUNS} such runs"), &day);
    let share = |cost: u64, of: u64| 100.0 * cost as f64 / (of as f64).max(1.0);
    let below = || Target::Below(FRACTION);
    figure("15 minutes later, requests", share(second.requests, first.requests), "%", below());
    figure("15 minutes later, bytes", share(second.bytes, first.bytes), "%", below());
    let runs = u64::from(RUNS);
    figure("a day, requests", share(day.requests, first.requests * runs), "%", below());
    figure("a day, bytes", share(day.bytes, first.bytes * runs), "%", below());
    world.services.close().await;
}

fn tell(what: &str, cost: &Cost) {
    let Cost { requests, bytes, posts, unchanged } = cost;
    println!("    {what:<44} {requests:>9} {bytes:>12} {posts:>8} {unchanged:>8}");
}

/// The sandbox, with a meter before it.
struct World {
    services: Services,
    campaign: Campaign,
    clock: Arc<ManualClock>,
    sandbox: SandboxControl,
    bytes: Arc<AtomicU64>,
    _dir: tempfile::TempDir,
}

impl World {
    async fn new(feeds: bool) -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let epoch = Timestamp::from_secs(1_780_000_000);
        let clock = ManualClock::at(epoch);
        let mut settings = sandbox(dir.path(), clock.clone(), epoch);
        let url = settings.reddit.base_url.trim_end_matches("/reddit").to_owned();
        let bytes = Arc::new(AtomicU64::new(0));
        let metered = format!("{}/reddit", metered(&url, Arc::clone(&bytes)).await);
        settings.reddit.base_url.clone_from(&metered);
        settings.reddit.feed_url = metered;
        settings.ai.base_url = None;
        if feeds {
            settings.reddit.client_id = None;
            settings.reddit.client_secret = None;
        }
        let db = Db::open(&settings.data_dir).await.expect("a database");
        let services = Services::on(db, settings, clock.clone()).expect("services");
        let draft = sample_campaign();
        let campaign = services.store.create_campaign(draft, clock.now()).await.expect("one");
        let sandbox = SandboxControl::new(&url).expect("a sandbox");
        Self { services, campaign, clock, sandbox, bytes, _dir: dir }
    }

    async fn run(&self, strategy: Strategy) -> Cost {
        let (bytes, (requests, unchanged)) = (self.bytes(), self.asked().await);
        let campaign = self.campaign.id.clone();
        let job = JobKind::Lead(LeadDiscovery { campaign, strategy });
        let job = job.into_job(None, JobOptions::default());
        let (report, never) = (Arc::new(SilentReport), CancellationToken::new());
        let run = jobs::run(&self.services, &job.name, &job.data, report, &never).await;
        let result = run.expect("it goes well");
        let (asked, not_sent) = self.asked().await;
        Cost {
            requests: asked - requests,
            bytes: self.bytes() - bytes,
            posts: result["read"].as_u64().expect("a figure"),
            unchanged: not_sent - unchanged,
        }
    }

    fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::SeqCst)
    }

    /// Requests that the sandbox was asked, tokens left out; and how many were answered with 304.
    async fn asked(&self) -> (u64, u64) {
        let stats = self.sandbox.stats().await.expect("stats");
        let asked = stats.endpoints.iter().filter(|e| !e.endpoint.ends_with("access_token"));
        // Tokens end by the sandbox's clock, which the bench moves, and are renewed by the machine's.
        let asked = asked.filter(|e| e.status != Some(401));
        asked.fold((0, 0), |(all, unchanged), e| {
            (all + e.count, unchanged + if e.status == Some(304) { e.count } else { 0 })
        })
    }
}

/// An address at which `url` is reached by way of a meter, which counts the bytes of both ways.
async fn metered(url: &str, bytes: Arc<AtomicU64>) -> String {
    let to = url.trim_start_matches("http://").to_owned();
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let at = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move {
        while let Ok((mut near, _)) = listener.accept().await {
            let mut far = TcpStream::connect(&to).await.expect("a sandbox");
            let bytes = Arc::clone(&bytes);
            tokio::spawn(async move {
                let (mut sent, mut received) = (near.split(), far.split());
                tokio::join!(
                    count(&mut sent.0, &mut received.1, &bytes),
                    count(&mut received.0, &mut sent.1, &bytes),
                );
            });
        }
    });
    at
}

/// Hands on what comes, and counts it before it is seen.
async fn count(
    from: &mut (impl tokio::io::AsyncRead + Unpin),
    to: &mut (impl tokio::io::AsyncWrite + Unpin),
    bytes: &AtomicU64,
) {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    let mut buffer = vec![0; 64 * 1024];
    while let Ok(n) = from.read(&mut buffer).await {
        bytes.fetch_add(n as u64, Ordering::SeqCst);
        if n == 0 || to.write_all(&buffer[..n]).await.is_err() {
            break;
        }
    }
    let _ = to.shutdown().await;
}
