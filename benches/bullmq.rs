//! Queues on Redis: ours beside the bare crate, beside `redis-cli`, and beside BullMQ on Node. All
//! are measured in turns, in one run; what counts are the ratios. All parts, or those named:
//! `cargo bench --bench bullmq -- work pickup`.

// A bench may fail loudly.
#![allow(clippy::expect_used, clippy::cast_precision_loss)]

mod support;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use bullmq::options::{QueueOptions, RedisConnectionOptions};
use bullmq::{BulkJob, Queue, WorkerOptions};
use leadctl::config::{Overrides, load};
use leadctl::queue::{ActiveJob, ConsumeOptions, Handler, JobFailure, JobOptions, NewJob};
use leadctl::services::Services;
use serde_json::{Value, json};
use support::redis::Redis;
use support::{Target, Worker, figure, leadctl, ms, timed};
use tokio::sync::{Notify, mpsc};
use tokio_util::sync::CancellationToken;

const JOBS: u64 = 20_000;
const ROUNDS: usize = 5;
const SINGLES: usize = 60;
const PICKUPS: usize = 300;
const CONCURRENCY: usize = 50;
/// How long after its last job a bench waits for what is still being written down.
const SETTLE: Duration = Duration::from_millis(300);

/// Does nothing, and says when it is done.
struct Noop {
    left: AtomicU64,
    done: Notify,
    began: Option<mpsc::UnboundedSender<Instant>>,
}

impl Noop {
    fn of(jobs: u64) -> Arc<Self> {
        Arc::new(Self { left: AtomicU64::new(jobs), done: Notify::new(), began: None })
    }

    fn telling(began: mpsc::UnboundedSender<Instant>) -> Arc<Self> {
        let (left, done) = (AtomicU64::new(u64::MAX), Notify::new());
        Arc::new(Self { left, done, began: Some(began) })
    }

    fn run(&self) -> Value {
        if let Some(began) = &self.began {
            began.send(Instant::now()).expect("somebody listens");
        }
        if self.left.fetch_sub(1, Ordering::Relaxed) == 1 {
            self.done.notify_one();
        }
        Value::Null
    }
}

#[async_trait]
impl Handler for Noop {
    async fn run(&self, _job: ActiveJob) -> Result<Value, JobFailure> {
        Ok(Self::run(self))
    }
}

/// What is measured on.
struct Ground {
    redis: Redis,
    home: tempfile::TempDir,
    number: AtomicU64,
}

impl Ground {
    /// Lets a first worker leave its mark in Redis, by which a later one knows that nothing was
    /// forgotten: without it each would compare all jobs that wait.
    fn begin(&self) {
        let _worker = Worker::start(&mut self.leadctl());
        let client = redis::Client::open(self.redis.url()).expect("an address");
        let mut connection = client.get_connection().expect("a connection");
        loop {
            let marks: Vec<String> = redis::cmd("KEYS")
                .arg("leadctl:*:mark:*")
                .query(&mut connection)
                .expect("Redis answers");
            if !marks.is_empty() {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// A queue that nothing was ever in.
    fn queue(&self) -> String {
        format!("bench-{}", self.number.fetch_add(1, Ordering::Relaxed))
    }

    fn leadctl(&self) -> Command {
        let mut command = leadctl(self.home.path());
        command.env("REDIS_URL", self.redis.url());
        command
    }

    async fn services(&self, journal: bool) -> Services {
        let mut settings = load(&Overrides::default()).expect("settings").settings;
        settings.data_dir = self.home.path().join("data");
        settings.redis.url = Some(self.redis.url().into());
        settings.queue.journal = journal;
        Services::open(settings).await.expect("a database")
    }

    fn crate_connection(&self) -> RedisConnectionOptions {
        RedisConnectionOptions::new().url(self.redis.url())
    }

    async fn crate_queue(&self, name: &str) -> Queue {
        let options = QueueOptions::new().connection(self.crate_connection());
        Queue::with_options(name, options).await.expect("a queue")
    }

    /// What Node says, in milliseconds; absent where Node or its packages are not there.
    fn node(&self, queue: &str, what: &str, count: u64) -> Option<Vec<f64>> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        if !root.join("tests/node/node_modules/bullmq").is_dir() {
            return None;
        }
        let output = Command::new("node")
            .arg(root.join("benches/bullmq.mjs"))
            .args([&self.redis.port.to_string(), queue, what, &count.to_string()])
            .stderr(Stdio::inherit())
            .output()
            .ok()?;
        assert!(output.status.success(), "Node failed at {what}");
        let said = String::from_utf8_lossy(&output.stdout);
        Some(said.lines().map(|line| line.parse().expect("milliseconds")).collect())
    }
}

#[tokio::main]
async fn main() {
    let home = tempfile::tempdir().expect("a directory");
    let ground = Ground { redis: Redis::start(), home, number: AtomicU64::new(0) };
    ground.begin();
    println!("bullmq: {JOBS} jobs a round, {ROUNDS} rounds in turns; medians");
    if ground.node(&ground.queue(), "bulk", 1).is_none() {
        println!("Node is not measured: `npm ci` in tests/node installs what it needs");
    }
    let parts: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|wanted| wanted == part);
    if wanted("bulk") {
        bulk(&ground).await;
    }
    if wanted("work") {
        work(&ground).await;
    }
    if wanted("singles") {
        singles(&ground);
    }
    if wanted("pickup") {
        pickup(&ground).await;
    }
}

/// Many jobs: from lines on standard input, in a process of its own.
async fn bulk(ground: &Ground) {
    let line = "{\"name\":\"mail\",\"data\":{\"to\":\"team\",\"n\":1}}\n";
    let lines = line.repeat(usize::try_from(JOBS).expect("it fits"));
    let (mut ours, mut bare, mut node) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let queue = ground.queue();
        let mut command = ground.leadctl();
        command.args(["jobs", "enqueue", "--from", "-", "--queue", &queue]);
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let began = Instant::now();
        let mut child = command.spawn().expect("leadctl starts");
        child.stdin.take().expect("piped").write_all(lines.as_bytes()).expect("it reads");
        assert!(child.wait().expect("it ends").success());
        ours.push(ms(began.elapsed()));

        let queue = ground.crate_queue(&ground.queue()).await;
        let data = json!({"to": "team", "n": 1});
        let jobs = (0..JOBS).map(|_| BulkJob::new("mail", data.clone())).collect();
        let began = Instant::now();
        queue.add_bulk(jobs).await.expect("added");
        bare.push(ms(began.elapsed()));

        node.extend(ground.node(&ground.queue(), "bulk", JOBS).into_iter().flatten());
    }
    println!("\nbulk enqueue");
    rate("jobs enqueue --from -, the whole process", &ours);
    rate("the crate's add_bulk", &bare);
    rate("BullMQ on Node, addBulk of 1,000", &node);
    let ratio = median(&bare) / median(&ours);
    figure("  ours to the crate", ratio, "x", Target::AtLeast(0.8));
    against("  ours to Node", &ours, &node);
}

/// No-op jobs a second.
async fn work(ground: &Ground) {
    let (mut ours, mut plain, mut bare, mut node) = (vec![], vec![], vec![], vec![]);
    for _ in 0..ROUNDS {
        for (journal, took) in [(true, &mut ours), (false, &mut plain)] {
            took.push(ours_works(ground, journal).await);
        }
        bare.push(crate_works(ground).await);
        let queue = ground.queue();
        fill(ground, &queue).await;
        node.extend(ground.node(&queue, "work", JOBS).into_iter().flatten());
    }
    println!("\nworkers, no-op jobs, concurrency {CONCURRENCY}");
    rate("ours", &ours);
    rate("ours, queue.journal = false", &plain);
    rate("the bare crate", &bare);
    rate("BullMQ on Node", &node);
    figure("  ours to the crate", median(&bare) / median(&ours), "x", Target::AtLeast(0.9));
    against("  ours to Node", &ours, &node);
}

async fn fill(ground: &Ground, queue: &str) {
    let data = json!({"to": "team", "n": 1});
    let jobs = (0..JOBS).map(|_| BulkJob::new("mail", data.clone())).collect();
    ground.crate_queue(queue).await.add_bulk(jobs).await.expect("added");
}

async fn ours_works(ground: &Ground, journal: bool) -> f64 {
    let queue = ground.queue();
    fill(ground, &queue).await;
    let services = ground.services(journal).await;
    let (noop, stop) = (Noop::of(JOBS), CancellationToken::new());
    let options = ConsumeOptions { concurrency: CONCURRENCY.into(), ..ConsumeOptions::default() };
    let began = Instant::now();
    let worker = tokio::spawn({
        let (jobs, noop, stop) = (Arc::clone(&services.queue), Arc::clone(&noop), stop.clone());
        async move { jobs.consume(&queue, options, noop, stop).await }
    });
    noop.done.notified().await;
    let took = ms(began.elapsed());
    tokio::time::sleep(SETTLE).await;
    stop.cancel();
    worker.await.expect("it runs").expect("it works");
    services.close().await;
    took
}

async fn crate_works(ground: &Ground) -> f64 {
    let queue = ground.queue();
    fill(ground, &queue).await;
    let noop = Noop::of(JOBS);
    let began = Instant::now();
    let worker = crate_worker(ground, &queue, CONCURRENCY, &noop).await;
    noop.done.notified().await;
    let took = ms(began.elapsed());
    worker.close(1_000).await.expect("closed");
    took
}

async fn crate_worker(
    ground: &Ground,
    queue: &str,
    slots: usize,
    noop: &Arc<Noop>,
) -> bullmq::Worker {
    let noop = Arc::clone(noop);
    let process = move |_job, _cancelled| {
        let noop = Arc::clone(&noop);
        async move { Ok(noop.run()) }
    };
    // Ours has a name too, which Redis writes beside each job.
    let options = WorkerOptions::new()
        .connection(ground.crate_connection())
        .name("host-1-worker")
        .concurrency(slots);
    bullmq::Worker::with_options(queue, process, options).await.expect("a worker")
}

/// One job, as a shell script adds it: where nothing else runs, and beside a worker that is at rest.
fn singles(ground: &Ground) {
    println!("\none enqueue as a whole process");
    let (alone, cli) = enqueues(ground);
    time("jobs enqueue, nothing else runs", &alone);
    time("redis-cli LPUSH, in turns with it", &cli);
    let ratio = median(&alone) / median(&cli);
    figure("  ours to redis-cli", ratio, "x", Target::Below(2.0));
    let worker = Worker::start(&mut ground.leadctl());
    let (beside, cli) = enqueues(ground);
    drop(worker);
    time("jobs enqueue, beside a worker", &beside);
    time("redis-cli LPUSH, in turns with it", &cli);
    let mut node = Vec::new();
    for _ in 0..SINGLES / 10 {
        let began = Instant::now();
        if ground.node(&ground.queue(), "one", 1).is_some() {
            node.push(ms(began.elapsed()));
        }
    }
    time("BullMQ on Node, add", &node);
    figure("  ours to redis-cli", median(&beside) / median(&cli), "x", Target::Below(2.0));
    against("  ours to Node", &beside, &node);
}

/// What `jobs enqueue` takes, and `redis-cli`.
fn enqueues(ground: &Ground) -> (Vec<f64>, Vec<f64>) {
    let port = ground.redis.port.to_string();
    let (mut ours, mut cli) = (Vec::new(), Vec::new());
    for _ in 0..SINGLES {
        // Not for now: the worker is to have nothing to do.
        let mut command = ground.leadctl();
        command.args(["jobs", "enqueue", "subreddit", "rust", "--delay", "1d"]);
        ours.push(ms(timed(&mut command).1));
        let mut push = Command::new("redis-cli");
        cli.push(ms(timed(push.args(["-p", &port, "LPUSH", "bench:list", "one"])).1));
    }
    (ours, cli)
}

/// From the call of `add` until the handler has the job, with a worker that waits.
async fn pickup(ground: &Ground) {
    let services = ground.services(true).await;
    let (began, mut picked) = mpsc::unbounded_channel();
    let (noop, stop, queue) = (Noop::telling(began), CancellationToken::new(), ground.queue());
    let worker = tokio::spawn({
        let (jobs, stop, queue) = (Arc::clone(&services.queue), stop.clone(), queue.clone());
        async move { jobs.consume(&queue, ConsumeOptions::default(), noop, stop).await }
    });
    let (jobs, name) = (&services.queue, queue.as_str());
    let ours = waits(&mut picked, async || {
        let data = json!({"to": "team"});
        let options = JobOptions::default();
        jobs.add(name, NewJob { name: "mail".into(), data, id: None, options })
            .await
            .expect("added");
    })
    .await;
    stop.cancel();
    worker.await.expect("it runs").expect("it works");
    services.close().await;

    let (began, mut picked) = mpsc::unbounded_channel();
    let (noop, queue) = (Noop::telling(began), ground.queue());
    let worker = crate_worker(ground, &queue, 1, &noop).await;
    let producer = ground.crate_queue(&queue).await;
    let bare = waits(&mut picked, async || {
        producer.add("mail", json!({"to": "team"})).await.expect("added");
    })
    .await;
    worker.close(1_000).await.expect("closed");
    let node = ground.node(&ground.queue(), "pickup", PICKUPS as u64).unwrap_or_default();

    println!("\npickup, from the call of add until the handler has the job, a worker at rest");
    time("ours", &ours);
    time("the bare crate", &bare);
    time("BullMQ on Node", &node);
    figure("  ours, p99", share(&ours, 99), "ms", Target::Below(2.0));
}

async fn waits(
    picked: &mut mpsc::UnboundedReceiver<Instant>,
    mut add: impl AsyncFnMut(),
) -> Vec<f64> {
    let mut took = Vec::new();
    for n in 0..PICKUPS {
        tokio::time::sleep(Duration::from_millis(5 + (n as u64 * 7) % 11)).await;
        let added = Instant::now();
        add().await;
        let began = picked.recv().await.expect("picked up");
        took.push(ms(began.saturating_duration_since(added)));
    }
    took
}

fn share(took: &[f64], percent: usize) -> f64 {
    let mut sorted = took.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted.get(sorted.len().saturating_sub(1) * percent / 100).copied().unwrap_or(f64::NAN)
}

fn median(took: &[f64]) -> f64 {
    share(took, 50)
}

fn rate(name: &str, took: &[f64]) {
    if !took.is_empty() {
        println!("{name:<58} {:>12.0} jobs/s", JOBS as f64 * 1_000.0 / median(took));
    }
}

fn time(name: &str, took: &[f64]) {
    if !took.is_empty() {
        let (p50, p99) = (median(took), share(took, 99));
        println!("{name:<58} {p50:>12.2} ms         median; p99 {p99:.2} ms");
    }
}

fn against(name: &str, ours: &[f64], node: &[f64]) {
    if !node.is_empty() {
        println!("{name:<58} {:>12.2} times as fast", median(node) / median(ours));
    }
}
