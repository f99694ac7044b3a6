//! `jobs ls` over a BullMQ queue of a million jobs: the first, a middle and the last page, and what
//! each asks of Redis.

// A bench may fail loudly.
#![allow(clippy::expect_used, clippy::cast_precision_loss)]

mod support;

use std::time::Instant;

use leadctl::clock::SystemClock;
use leadctl::queue::bullmq::BullMqQueue;
use leadctl::queue::{JobQueue, JobState, PageRequest};
use leadctl::redis_link::RedisLink;
use secrecy::SecretString;
use support::redis::{JOBS, Redis, fill};
use support::{Target, figure, ms};

const QUEUE: &str = "million";
/// Jobs in one page of the walk, and of those that are measured.
const WALK: u32 = 10_000;
const PAGE: u32 = 50;
const TIMES: usize = 51;
/// Longest time for a page, in milliseconds, wherever it is.
const TARGET_MS: f64 = 10.0;
/// How much longer a deep page may take than the first.
const TARGET_RATIO: f64 = 2.0;

/// Commands that Redis has done, and the microseconds that it took for them.
fn done(connection: &mut redis::Connection) -> (u64, u64) {
    let info = redis::cmd("INFO").arg("commandstats").query::<String>(connection);
    let info = info.expect("figures");
    let lines = info
        .lines()
        .filter(|line| line.starts_with("cmdstat_") && !line.starts_with("cmdstat_info"));
    let field = |line: &str, name: &str| -> u64 {
        let value = line.split([':', ',']).find_map(|field| field.strip_prefix(name));
        value.and_then(|value| value.parse().ok()).unwrap_or(0)
    };
    lines.fold((0, 0), |(calls, usec), line| {
        (calls + field(line, "calls="), usec + field(line, "usec="))
    })
}

#[tokio::main]
async fn main() {
    let server = Redis::start();
    let client = redis::Client::open(server.url()).expect("an address");
    let mut connection = client.get_connection().expect("a connection");
    let began = Instant::now();
    fill(&mut connection, QUEUE);
    println!(
        "bullmq_paging: {JOBS} jobs, half waiting, half completed, written in {:.1?}",
        began.elapsed()
    );
    let link = RedisLink::open(&SecretString::from(server.url()), SystemClock::shared());
    let queue = BullMqQueue::new(link.expect("an address"), "bull", SystemClock::shared());
    let queue = queue.expect("a prefix");
    for state in [JobState::Waiting, JobState::Completed] {
        pages(&queue, state, &mut connection).await;
    }
}

async fn pages(queue: &BullMqQueue, state: JobState, connection: &mut redis::Connection) {
    let list = async |cursor: Option<String>, limit| {
        let page = PageRequest { cursor, limit };
        queue.list(QUEUE, &[state], page).await.expect("an answer")
    };
    // From the first to the last, noting where the middle and the last page begin.
    let (began, mut seen, mut cursors) = (Instant::now(), 0, vec![None]);
    loop {
        let page = list(cursors.last().cloned().flatten(), WALK).await;
        seen += page.jobs.len();
        match page.next {
            Some(next) => cursors.push(Some(next)),
            None => break,
        }
    }
    assert_eq!(seen, JOBS / 2, "each job is told once");
    let walked = began.elapsed();
    println!("{state}: all {seen} read, {WALK} at a time, in {walked:.1?}");
    let mut first = None;
    for (name, cursor) in [
        ("first", None),
        ("middle", cursors[cursors.len() / 2].clone()),
        ("last", cursors[cursors.len() - 1].clone()),
    ] {
        let (calls, usec) = done(connection);
        let mut took = Vec::new();
        for _ in 0..TIMES {
            let began = Instant::now();
            assert_eq!(list(cursor.clone(), PAGE).await.jobs.len(), PAGE as usize);
            took.push(began.elapsed());
        }
        let (more, longer) = done(connection);
        took.sort_unstable();
        let median = took[TIMES / 2];
        let of_redis = (longer - usec) as f64 / TIMES as f64 / 1_000.0;
        figure(
            &format!("{state}: {name} page of {PAGE}"),
            ms(median),
            "ms",
            Target::Below(TARGET_MS),
        );
        println!("  {} commands, {of_redis:.2} ms of Redis' time", (more - calls) / TIMES as u64);
        let base = *first.get_or_insert(median);
        let ratio = median.as_secs_f64() / base.as_secs_f64();
        figure(
            &format!("{state}: {name} page beside the first"),
            ratio,
            "times",
            Target::Below(TARGET_RATIO),
        );
    }
}
