//! Whole processes: how long a command takes from start to end, and how much memory a worker at rest
//! holds.

// A bench may fail loudly.
#![allow(clippy::expect_used, clippy::cast_precision_loss)]

mod support;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use support::{Target, Worker, figure, leadctl, ms, timed};

const RUNS: usize = 200;
const ENQUEUE_MS: f64 = 15.0;
const WORKER_MB: f64 = 30.0;
/// How long a worker has been at rest before it is measured.
const REST: Duration = Duration::from_secs(5);

fn main() {
    let dir = tempfile::tempdir().expect("a directory");
    let home = dir.path();
    println!("process: each command {RUNS} times, one after another, as a shell would start it");
    let campaign =
        ["campaigns", "add", "--name", "Acme", "--keyword", "invoice", "--subreddit", "rust"];
    timed(leadctl(home).args(campaign));
    plain("an empty process (/bin/true), for comparison", || Command::new("/bin/true"));
    plain("leadctl --version", || with(home, &["--version"]));
    let enqueue = ["jobs", "enqueue", "lead", "--campaign", "acme"];
    let took = runs(|| with(home, &enqueue));
    targeted("jobs enqueue, median", took[RUNS / 2]);
    targeted("jobs enqueue, p95", took[RUNS * 95 / 100]);
    plain("status", || with(home, &["status"]));
    plain("queue ls", || with(home, &["queue", "ls"]));

    let rest = tempfile::tempdir().expect("a directory");
    worker(rest.path());
    let took = {
        let _worker = Worker::start(&mut leadctl(home));
        runs(|| with(home, &enqueue))
    };
    targeted("jobs enqueue beside a busy worker, median", took[RUNS / 2]);
    targeted("jobs enqueue beside a busy worker, p95", took[RUNS * 95 / 100]);
}

fn with(home: &Path, args: &[&str]) -> Command {
    let mut command = leadctl(home);
    command.args(args);
    command
}

/// What each run took, shortest first.
fn runs(command: impl Fn() -> Command) -> Vec<Duration> {
    for _ in 0..5 {
        timed(&mut command());
    }
    let mut took: Vec<Duration> = (0..RUNS).map(|_| timed(&mut command()).1).collect();
    took.sort_unstable();
    took
}

fn targeted(name: &str, took: Duration) {
    figure(name, ms(took), "ms", Target::Below(ENQUEUE_MS));
}

fn plain(name: &str, command: impl Fn() -> Command) {
    let took = runs(command);
    let (median, p95) = (ms(took[RUNS / 2]), ms(took[RUNS * 95 / 100]));
    println!("{name:<58} {median:>12.1} ms         median; p95 {p95:.1} ms");
}

/// Memory of a worker that has nothing to do.
fn worker(home: &Path) {
    let began = Instant::now();
    let worker = Worker::start(&mut leadctl(home));
    println!("{:<58} {:>12.1} ms", "a worker, from start until it is up", ms(began.elapsed()));
    std::thread::sleep(REST);
    let pid = worker.id();
    let rss = kilobytes(&format!("/proc/{pid}/status"), "VmRSS:") / 1_024.0;
    let pss = kilobytes(&format!("/proc/{pid}/smaps_rollup"), "Pss:") / 1_024.0;
    figure("a worker at rest, resident (VmRSS)", rss, "MB", Target::Below(WORKER_MB));
    println!("{:<58} {pss:>12.1} MB", "  of that its own share (Pss)");
}

fn kilobytes(path: &str, field: &str) -> f64 {
    let text = std::fs::read_to_string(path).expect("the kernel tells");
    let line = text.lines().find(|line| line.starts_with(field)).expect("the field");
    line.split_whitespace().nth(1).expect("a figure").parse().expect("a number")
}
