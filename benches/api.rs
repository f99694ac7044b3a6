//! The HTTP API over a million leads on SQLite, as a process of its own: requests a second and their
//! times, with keys and limits on; `/metrics`; memory at rest.
//!
//! The clients run beside it, on the same cores. LEADCTL_BENCH_DIR keeps the database between runs:
//! making it takes a minute or two. LEADCTL_BENCH_SECS is how long each load lasts.

// A bench may fail loudly.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::cast_precision_loss)]

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use support::http::{Load, get, load};
use support::leads::{LEADS, make};
use support::{Server, Target, figure, leadctl, timed};

const CLIENTS: usize = 100;
const USERS: usize = 20;
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
    let metrics = vec![get("/metrics", &keys[0])];
    let seen = ask("/metrics, 1 client", &metrics, 1);
    figure("/metrics p99", seen.quantile(0.99), "ms", Target::Below(5.0));
    println!("api after that: {:.1} MiB", api.resident_mib());
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
