//! `jobs ls` over a BullMQ queue of a million jobs: the first, a middle and the last page, and what
//! each asks of Redis. Needs redis-server on the path (or LEADCTL_BENCH_REDIS_SERVER), of which it
//! starts one of its own.

// A bench may fail loudly.
#![allow(clippy::expect_used, clippy::cast_precision_loss)]

mod support;

use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use leadctl::clock::SystemClock;
use leadctl::queue::bullmq::BullMqQueue;
use leadctl::queue::{JobQueue, JobState, PageRequest};
use leadctl::redis_link::RedisLink;
use secrecy::SecretString;
use support::{Target, figure, ms};

const QUEUE: &str = "million";
const JOBS: usize = 1_000_000;
/// Jobs in one page of the walk, and of those that are measured.
const WALK: u32 = 10_000;
const PAGE: u32 = 50;
const TIMES: usize = 51;
/// Longest time for a page, in milliseconds, wherever it is.
const TARGET_MS: f64 = 10.0;
/// How much longer a deep page may take than the first.
const TARGET_RATIO: f64 = 2.0;

/// Half of the jobs wait, in a list; half have completed, in a set.
const FILL: &str = r#"
local prefix, first, last = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
for n = first, last do
  local id = 'job-' .. n
  redis.call('HSET', prefix .. id, 'name', 'lead', 'data', ARGV[4], 'opts', '{"attempts":3}',
    'timestamp', n, 'priority', '0')
  if n % 2 == 0 then
    redis.call('LPUSH', prefix .. 'wait', id)
  else
    redis.call('ZADD', prefix .. 'completed', n, id)
  end
end"#;

/// A server that ends with the bench.
struct Server {
    process: Child,
    port: u16,
    _dir: tempfile::TempDir,
}

impl Server {
    fn start() -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let free = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr());
        let port = free.expect("a free port").port();
        let program = std::env::var_os("LEADCTL_BENCH_REDIS_SERVER");
        let process = Command::new(program.unwrap_or_else(|| "redis-server".into()))
            .args(["--port", &port.to_string(), "--bind", "127.0.0.1", "--save", ""])
            .args(["--appendonly", "no", "--dir"])
            .arg(dir.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .expect("redis-server is on the path");
        let deadline = Instant::now() + Duration::from_secs(10);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < deadline, "redis-server does not answer");
            std::thread::sleep(Duration::from_millis(10));
        }
        Self { process, port, _dir: dir }
    }

    fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn fill(connection: &mut redis::Connection) {
    let script = redis::Script::new(FILL);
    for first in (0..JOBS).step_by(5_000) {
        let mut call = script.prepare_invoke();
        call.arg(format!("bull:{QUEUE}:")).arg(first).arg(first + 4_999);
        call.arg(r#"{"campaign":"acme","strategy":"targeted"}"#);
        call.invoke::<()>(connection).expect("written");
    }
}

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
    let server = Server::start();
    let client = redis::Client::open(server.url()).expect("an address");
    let mut connection = client.get_connection().expect("a connection");
    let began = Instant::now();
    fill(&mut connection);
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
