//! What `leadctl dash` costs at four looks a second: processor time, memory, commands of Redis and
//! bytes on the wire, with 20 queues of BullMQ, 50 workers and a million jobs. Needs redis-server and
//! script (util-linux) on the path; LEADCTL_BENCH_DASH_JOBS and LEADCTL_BENCH_DASH_SECS make it shorter.

// A bench may fail loudly.
#![allow(clippy::expect_used, clippy::cast_precision_loss)]

mod support;

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use leadctl::clock::{SharedClock, SystemClock};
use leadctl::model::{ProcessInfo, ProcessKind};
use leadctl::redis_link::RedisLink;
use leadctl::shared_state::SharedState;
use leadctl::shared_state::heartbeat::{Heartbeat, process_info};
use leadctl::shared_state::redis::RedisState;
use secrecy::SecretString;
use support::redis::Redis;
use support::{Target, figure};

const QUEUES: u64 = 20;
const WORKERS: u32 = 50;
const CPU_PERCENT: f64 = 5.0;
const MEMORY_MB: f64 = 40.0;
const COMMANDS: f64 = 100.0;
const BYTES: f64 = 2_000.0;
const FIRST_MS: f64 = 300.0;
/// Time until what is done once at the start is over.
const SETTLED: Duration = Duration::from_secs(5);

/// Most jobs have completed, as in a queue that is used; some wait, some have failed.
const FILL: &str = r#"
local prefix, first, last = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
redis.call('HSET', prefix .. 'meta', 'opts.maxLenEvents', '10000')
for n = first, last do
  local id = tostring(n)
  redis.call('HSET', prefix .. id, 'name', 'lead', 'data', ARGV[4], 'opts', '{"attempts":3}',
    'timestamp', n, 'priority', '0', 'finishedOn', n, 'failedReason', 'status 503: try again in 3 s')
  if n % 100 == 0 then
    redis.call('ZADD', prefix .. 'failed', n, id)
  elseif n % 4 == 0 then
    redis.call('LPUSH', prefix .. 'wait', id)
  else
    redis.call('ZADD', prefix .. 'completed', n, id)
  end
end"#;

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

fn fill(connection: &mut redis::Connection, jobs: u64) {
    let script = redis::Script::new(FILL);
    let each = jobs / QUEUES;
    for queue in 1..=QUEUES {
        for first in (1..=each).step_by(5_000) {
            let mut call = script.prepare_invoke();
            call.arg(format!("bull:queue-{queue}:")).arg(first).arg((first + 4_999).min(each));
            call.arg(r#"{"campaign":"acme","strategy":"targeted"}"#);
            call.invoke::<()>(connection).expect("written");
        }
    }
}

/// Commands that Redis has done.
fn commands(connection: &mut redis::Connection) -> f64 {
    let info = redis::cmd("INFO").arg("commandstats").query::<String>(connection);
    let info = info.expect("figures");
    let calls = info.lines().filter(|line| !line.starts_with("cmdstat_info")).filter_map(|line| {
        let (_, rest) = line.strip_prefix("cmdstat_")?.split_once("calls=")?;
        rest.split(',').next()?.parse::<f64>().ok()
    });
    calls.sum()
}

/// What a worker tells of itself at `/metrics`, as far as the dash reads it, and as much again.
fn metrics() -> String {
    let mut text =
        String::from("# TYPE process_start_time_seconds gauge\nprocess_start_time_seconds 1\n");
    text.push_str("# TYPE leadctl_jobs_total counter\n");
    for n in 0..200 {
        text.push_str(&format!("leadctl_jobs_total{{queue=\"queue-{n}\",outcome=\"ok\"}} {n}\n"));
    }
    text
}

/// Answers for all workers.
fn serve() -> String {
    let socket = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", socket.local_addr().expect("an address"));
    let body = metrics();
    std::thread::spawn(move || {
        for stream in socket.incoming() {
            let Ok(mut stream) = stream else { continue };
            let mut asked = [0; 2_048];
            let _ = stream.read(&mut asked);
            let head = "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\nconnection: close\r\n";
            let _ = write!(stream, "{head}content-length: {}\r\n\r\n{body}", body.len());
        }
    });
    url
}

fn worker(clock: &SharedClock, url: &str) -> ProcessInfo {
    let mut info = process_info(ProcessKind::Worker, clock);
    info.http = Some(url.to_owned());
    info.concurrency = 4;
    info.queues = (1..=QUEUES).map(|queue| format!("queue-{queue}")).collect();
    info
}

/// The dash on a terminal of its own.
struct Dash {
    script: Child,
    pid: u32,
    began: Instant,
}

impl Dash {
    fn start(home: &Path, redis: &str) -> Self {
        let (pid, written) = (home.join("pid"), home.join("written"));
        let run = format!(
            "stty rows 40 cols 120; echo $$ >{}; exec {} dash --interval 250ms",
            pid.display(),
            env!("CARGO_BIN_EXE_leadctl")
        );
        let script = Command::new("script")
            .args(["--quiet", "--flush", "--command", &run])
            .arg(&written)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", home)
            .env("LEADCTL_DATA_DIR", home.join("data"))
            .env("REDIS_URL", redis)
            .env("TERM", "xterm-256color")
            .env("COLORTERM", "truecolor")
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("script is on the path");
        let began = Instant::now();
        let pid = loop {
            let told = std::fs::read_to_string(&pid).unwrap_or_default();
            if let Ok(pid) = told.trim().parse() {
                break pid;
            }
            assert!(began.elapsed() < Duration::from_secs(10), "the dash does not start");
            std::thread::sleep(Duration::from_millis(2));
        };
        Self { script, pid, began }
    }

    /// Milliseconds until something is on the screen.
    fn shows(&self, home: &Path, what: &str) -> f64 {
        loop {
            let written = std::fs::read(home.join("written")).unwrap_or_default();
            if String::from_utf8_lossy(&written).contains(what) {
                return self.began.elapsed().as_secs_f64() * 1_000.0;
            }
            assert!(self.began.elapsed() < Duration::from_secs(60), "{what} is not shown");
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Seconds of processor time.
    fn cpu(&self) -> f64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid)).expect("it runs");
        let rest = stat.rsplit_once(')').expect("a name").1;
        let fields: Vec<f64> =
            rest.split_whitespace().skip(11).take(2).filter_map(|f| f.parse().ok()).collect();
        // The kernel counts in hundredths of a second for everybody who asks in this way.
        fields.iter().sum::<f64>() / 100.0
    }

    /// Megabytes of memory by the kernel's name for it: at most so far, or what is not of files.
    fn memory(&self, name: &str) -> f64 {
        let path = format!("/proc/{}/status", self.pid);
        let status = std::fs::read_to_string(path).expect("it runs");
        let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        let kb = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        kb.expect("a figure") / 1_024.0
    }
}

impl Drop for Dash {
    fn drop(&mut self) {
        let _ = self.script.kill();
        let _ = self.script.wait();
    }
}

#[tokio::main]
async fn main() {
    let jobs = number("LEADCTL_BENCH_DASH_JOBS", 1_000_000);
    let lasting = Duration::from_secs(number("LEADCTL_BENCH_DASH_SECS", 20));
    let server = Redis::start();
    let client = redis::Client::open(server.url()).expect("an address");
    let mut connection = client.get_connection().expect("a connection");
    fill(&mut connection, jobs);

    let clock = SystemClock::shared();
    let link = RedisLink::open(&SecretString::from(server.url()), clock.clone());
    let state: Arc<dyn SharedState> = Arc::new(RedisState::new(link.expect("an address"), "bull"));
    let url = serve();
    let mut beats = Vec::new();
    for _ in 0..WORKERS {
        beats.push(Heartbeat::start(Arc::clone(&state), clock.clone(), worker(&clock, &url)));
    }
    println!("dash: {QUEUES} queues, {WORKERS} workers, {jobs} jobs, 120x40, four looks a second");

    // What the workers cost is not the dash's.
    let rest = |took: Duration| tokio::time::sleep(took);
    let before = commands(&mut connection);
    rest(lasting).await;
    let workers = (commands(&mut connection) - before) / lasting.as_secs_f64();

    let dir = tempfile::tempdir().expect("a directory");
    let home = dir.path();
    let dash = Dash::start(home, &server.url());
    let first = dash.shows(home, "Overview");
    let full = dash.shows(home, "queue-12");
    rest(SETTLED).await;
    let size = || std::fs::metadata(home.join("written")).map_or(0, |told| told.len());
    let (began, cpu, written) = (Instant::now(), dash.cpu(), size());
    let before = commands(&mut connection);
    rest(lasting).await;
    let seconds = began.elapsed().as_secs_f64();
    let asked = (commands(&mut connection) - before) / seconds - workers;
    let percent = (dash.cpu() - cpu) / seconds * 100.0;
    let bytes = (size() - written) as f64 / seconds;

    figure("the first frame", first, "ms", Target::Below(FIRST_MS));
    println!("  all queues found after {full:.0} ms");
    figure("processor time of one core", percent, "%", Target::Below(CPU_PERCENT));
    figure("memory, at most", dash.memory("VmHWM"), "MB", Target::Below(MEMORY_MB));
    println!("  {:.1} MB of it are no pages of the program", dash.memory("RssAnon"));
    figure("commands of Redis in a second", asked, "", Target::Below(COMMANDS));
    figure("bytes to the terminal in a second, at rest", bytes, "B", Target::Below(BYTES));
    drop(dash);
    for beat in beats {
        beat.stop().await;
    }
}
