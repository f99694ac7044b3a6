//! The HTTP API over a million leads on SQLite, as a process of its own: requests a second and their
//! times, with keys and limits on; memory at rest; `/metrics`, also with a million jobs on SQLite and on
//! a Redis of its own.
//!
//! The clients run beside it, on the same cores. LEADCTL_BENCH_DIR keeps the database between runs:
//! making it takes a minute or two. LEADCTL_BENCH_SECS is how long each load lasts.

// A bench may fail loudly.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::cast_precision_loss)]

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use leadctl::jobs::LEAD_QUEUE;
use leadctl::queue::{JobOptions, NewJob};
use serde_json::json;
use support::http::{Load, get, load};
use support::leads::{LEADS, make};
use support::redis::{JOBS, Redis, fill};
use support::{Server, Target, figure, leadctl, services, timed};
use tokio::runtime::Runtime;

const CLIENTS: usize = 100;
const USERS: usize = 20;
const SCRAPES: Duration = Duration::from_secs(2);
/// So high that nothing is refused, while everything is counted.
const READS_PER_MINUTE: &str = "100000000";

fn main() {
    let temporary = tempfile::tempdir().expect("a directory");
    let kept = std::env::var_os("LEADCTL_BENCH_DIR").map(PathBuf::from);
    let home = kept.as_deref().unwrap_or(temporary.path());
    let secs =
        std::env::var("LEADCTL_BENCH_SECS").map_or(10, |secs| secs.parse().expect("seconds"));
    let span = Duration::from_secs(secs);
    // One thread: the clients must leave the cores to the server.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    runtime.block_on(make(home));
    let keys: Vec<String> = (0..USERS).map(|n| key(home, &format!("user{n}"))).collect();

    let api = Server::start(limited(&mut leadctl(home)));
    figure("api at rest", api.resident_mib(), "MiB", Target::Below(40.0));
    println!("{LEADS} leads; each load lasts {secs} s, the API and the clients on the same cores");
    let ask = |name: &str, requests: &[Vec<u8>], clients| {
        let seen = runtime.block_on(load(&api.address, requests, clients, span));
        tell(name, &seen);
        seen
    };
    let first = vec![get("/v1/leads", &keys[0])];
    ask("first page, one user, 1 client", &first, 1);
    let seen = ask("first page, one user", &first, CLIENTS);
    aims("first page, one user", &seen);
    let all: Vec<Vec<u8>> = keys.iter().map(|key| get("/v1/leads", key)).collect();
    let seen = ask("first page, 20 users", &all, CLIENTS);
    aims("first page, 20 users", &seen);
    let mixed: Vec<Vec<u8>> = keys.iter().enumerate().map(|(n, key)| get(&page(n), key)).collect();
    ask("20 users, each another filter", &mixed, CLIENTS);
    println!("api after that: {:.1} MiB", api.resident_mib());
    scraped(&runtime, &api, "a million leads");
    drop(api);
    let jobs = tempfile::tempdir().expect("a directory");
    runtime.block_on(queued(jobs.path()));
    let api = Server::start(&mut leadctl(jobs.path()));
    scraped(&runtime, &api, "a million jobs on SQLite");
    drop(api);
    let (redis, empty) = (Redis::start(), tempfile::tempdir().expect("a directory"));
    let client = redis::Client::open(redis.url()).expect("an address");
    fill(&mut client.get_connection().expect("a connection"), LEAD_QUEUE);
    let api = Server::start(leadctl(empty.path()).env("REDIS_URL", redis.url()));
    scraped(&runtime, &api, "a million jobs on Redis");
}

/// How long `/metrics` takes.
fn scraped(runtime: &Runtime, api: &Server, what: &str) {
    let requests = [get("/metrics", "none")];
    let seen = runtime.block_on(load(&api.address, &requests, 1, SCRAPES));
    assert_eq!(seen.refused, 0, "{what}: /metrics was refused");
    println!("/metrics, {what}: p50 {:.2} ms", seen.quantile(0.5));
    figure(&format!("/metrics, {what}, p99"), seen.quantile(0.99), "ms", Target::Below(5.0));
}

/// Adds a million jobs to the queue in the database.
async fn queued(home: &Path) {
    let services = services(home).await;
    for first in (0..JOBS).step_by(10_000) {
        let jobs = (first..first + 10_000).map(|n| NewJob {
            name: "lead".to_owned(),
            data: json!({"campaign": "acme", "strategy": "targeted"}),
            id: Some(format!("job-{n}")),
            options: JobOptions::default(),
        });
        services.queue.add_bulk(LEAD_QUEUE, jobs.collect()).await.expect("added");
    }
    services.close().await;
}

fn page(n: usize) -> String {
    let (sub, score) = (n % 20, 40 + n);
    match n % 4 {
        0 => format!("/v1/leads?subreddit=sub{sub}"),
        1 => format!("/v1/leads?min_score={score}"),
        2 => format!("/v1/leads?campaign=c{}&status=saved", n % 4),
        _ => format!("/v1/leads?subreddit=sub{sub}&min_score={score}"),
    }
}

fn limited(command: &mut Command) -> &mut Command {
    command.env("LEADCTL_RATE_LIMIT_READS_PER_MINUTE", READS_PER_MINUTE)
}

/// A key that may see all leads.
fn key(home: &Path, user: &str) -> String {
    let mut command = leadctl(home);
    command.args(["keys", "create", "--user", user, "--scope", "admin"]);
    let (output, _) = timed(&mut command);
    String::from_utf8(output.stdout).expect("text").trim().to_owned()
}

fn tell(name: &str, seen: &Load) {
    assert_eq!(seen.refused, 0, "{name}: requests were refused");
    println!(
        "{name:<34} {:>8.0}/s   p50 {:>7.2}   p99 {:>7.2}   longest {:>7.2} ms   {:.0} kB each",
        seen.rate(),
        seen.quantile(0.5),
        seen.quantile(0.99),
        seen.quantile(1.0),
        seen.bytes as f64 / seen.took.len() as f64 / 1_000.0,
    );
}

fn aims(name: &str, seen: &Load) {
    figure(name, seen.rate(), "requests/s", Target::AtLeast(5_000.0));
    figure(&format!("{name}, p99"), seen.quantile(0.99), "ms", Target::Below(25.0));
}
