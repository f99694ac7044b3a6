//! Urgent work goes first, and nobody starves because somebody else is noisy; on SQLite and on Redis.

use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use leadctl::config::{Overrides, load};
use leadctl::jobs::{JobKind, LEAD_QUEUE, LeadDiscovery, fair};
use leadctl::model::Strategy;
use leadctl::queue::{ActiveJob, ConsumeOptions, Handler, JobFailure, JobOptions, NewJob};
use leadctl::services::Services;
use serde_json::{Value, json};
use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::support::redis;

async fn open(home: &Path, redis: Option<&str>) -> Services {
    let data = home.join("data").to_string_lossy().into_owned();
    let overrides = Overrides { values: vec![("data_dir", data)], ..Overrides::default() };
    let mut settings = load(&overrides).expect("settings").settings;
    settings.redis.url = redis.map(Into::into);
    settings.redis.prefix = redis::prefix();
    Services::open(settings).await.expect("a database")
}

fn job(campaign: &str, priority: u32) -> NewJob {
    let lead = LeadDiscovery { campaign: campaign.into(), strategy: Strategy::Targeted };
    JobKind::Lead(lead).into_job(None, JobOptions { priority, ..JobOptions::default() })
}

/// Notes whose job is run, and ends it when told to.
struct Turns {
    seen: mpsc::UnboundedSender<(String, u32)>,
    go: Arc<Semaphore>,
}

#[async_trait]
impl Handler for Turns {
    async fn run(&self, active: ActiveJob) -> Result<Value, JobFailure> {
        let campaign = active.job.data["campaign"].as_str().expect("a campaign").to_owned();
        self.seen.send((campaign, active.job.options.priority)).expect("somebody listens");
        self.go.acquire().await.expect("open").forget();
        Ok(json!(null))
    }
}

/// A worker that does one job at a time, as it is told.
struct Worker {
    services: Arc<Services>,
    seen: mpsc::UnboundedReceiver<(String, u32)>,
    go: Arc<Semaphore>,
    stop: CancellationToken,
    task: JoinHandle<()>,
}

impl Worker {
    fn start(services: Services) -> Self {
        let services = Arc::new(services);
        let (send, seen) = mpsc::unbounded_channel();
        let (go, stop) = (Arc::new(Semaphore::new(0)), CancellationToken::new());
        let handler = Arc::new(Turns { seen: send, go: Arc::clone(&go) });
        let task = tokio::spawn({
            let (services, stop) = (Arc::clone(&services), stop.clone());
            async move {
                let options = ConsumeOptions::default();
                services.queue.consume(LEAD_QUEUE, options, handler, stop).await.expect("it works");
            }
        });
        Self { services, seen, go, stop, task }
    }

    async fn add(&self, jobs: Vec<NewJob>) {
        let (queue, state) = (self.services.queue.as_ref(), self.services.state.as_ref());
        fair::add(queue, state, LEAD_QUEUE, jobs).await.expect("added");
    }

    /// Whose job is begun next.
    async fn begins(&mut self) -> (String, u32) {
        self.seen.recv().await.expect("a job begins")
    }

    /// Ends the job at hand; whose job is begun next.
    async fn next(&mut self) -> (String, u32) {
        self.go.add_permits(1);
        self.begins().await
    }

    async fn end(self) {
        self.go.add_permits(10_000);
        self.stop.cancel();
        self.task.await.expect("it ends");
        self.services.close().await;
    }
}

async fn a_noisy_campaign_keeps_nobody_waiting(services: Services) {
    let mut worker = Worker::start(services);
    worker.add((0..200).map(|_| job("noisy", 0)).collect()).await;
    assert_eq!(worker.begins().await.0, "noisy");
    for _ in 0..10 {
        assert_eq!(worker.next().await.0, "noisy");
    }
    worker.add((0..5).map(|_| job("quiet", 0)).collect()).await;
    worker.add((0..200).map(|_| job("noisy", 0)).collect()).await;
    worker.add(vec![job("noisy", 1)]).await;
    assert_eq!(worker.next().await, ("noisy".to_owned(), 1), "urgent work goes first");
    let mut order = Vec::new();
    while order.iter().filter(|campaign| *campaign == "quiet").count() < 5 {
        order.push(worker.next().await.0);
    }
    println!("a campaign with 389 jobs waiting, and one with 5: {}", order.join(" "));
    assert!(order.len() <= 10, "they take turns: {order:?}");
    worker.end().await;
}

async fn a_campaign_that_always_has_work_does_not_starve_a_larger_one(services: Services) {
    let mut worker = Worker::start(services);
    worker.add((0..60).map(|_| job("large", 0)).collect()).await;
    worker.begins().await;
    worker.add(vec![job("steady", 0)]).await;
    let (mut large, mut steady) = (0, 0);
    for _ in 0..40 {
        match worker.next().await.0.as_str() {
            "large" => large += 1,
            _ => {
                steady += 1;
                // Never without a job that waits.
                worker.add(vec![job("steady", 0)]).await;
            }
        }
    }
    println!("of 40 jobs {large} were the large campaign's and {steady} the steady one's");
    assert!((18..=22).contains(&large), "{large} and {steady}");
    worker.end().await;
}

async fn a_job_that_finds_nothing_waiting_needs_no_rank(services: Services) {
    let mut worker = Worker::start(services);
    worker.add(vec![job("quiet", 0)]).await;
    assert_eq!(worker.begins().await, ("quiet".to_owned(), 0));
    worker.end().await;
}

macro_rules! on_both {
    ($($name:ident)+) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $name() {
                let home = tempfile::tempdir().expect("a directory");
                super::$name(super::open(home.path(), None).await).await;
            })+
        }
        mod bullmq {
            $(#[tokio::test]
            async fn $name() {
                let home = tempfile::tempdir().expect("a directory");
                let url = crate::support::redis::shared().url();
                super::$name(super::open(home.path(), Some(&url)).await).await;
            })+
        }
    };
}

on_both! {
    a_noisy_campaign_keeps_nobody_waiting
    a_campaign_that_always_has_work_does_not_starve_a_larger_one
    a_job_that_finds_nothing_waiting_needs_no_rank
}

/// Ranks are given by the commands as well.
#[test]
fn what_is_enqueued_by_hand_takes_turns() {
    use crate::support::process::{feed, json as ask};
    let home = tempfile::tempdir().expect("a directory");
    for campaign in ["noisy", "quiet"] {
        let add = ["campaigns", "add", "--name", campaign, "--keyword", "invoice"];
        ask(home.path(), &[&add[..], &["--subreddit", "rust", "-o", "json"]].concat());
        ask(home.path(), &["schedule", "rm", &format!("leads-{campaign}"), "--yes", "-o", "json"]);
    }
    let lines = "{\"campaign\":\"noisy\"}\n".repeat(50);
    let fed = feed(home.path(), &["jobs", "enqueue", "--from", "-"], lines.as_bytes());
    assert!(fed.status.success());
    ask(home.path(), &["jobs", "enqueue", "lead", "--campaign", "quiet", "-o", "json"]);
    let listed = ask(home.path(), &["jobs", "ls", "--queue", LEAD_QUEUE, "-o", "json"]);
    let items = listed["items"].as_array().expect("a list");
    let place = items.iter().position(|job| job["data"]["campaign"] == "quiet");
    assert_eq!(place, Some(1), "{listed:#}");
}
