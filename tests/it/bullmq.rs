//! What only a queue on Redis meets: outages, addresses with secrets, and jobs of strangers. What it
//! has in common with other queues is in `conformance`.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use leadctl::clock::SystemClock;
use leadctl::queue::bullmq::BullMqQueue;
use leadctl::queue::{
    ActiveJob, ConsumeOptions, EventCursor, Handler, JobFailure, JobOptions, JobQueue, JobState,
    NewJob, NewSchedule, PageRequest, QueueError, Recurrence,
};
use leadctl::redis_link::{RedisAddress, RedisLink};
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::support::home::{Home, Ran};
use crate::support::process::{Running, leadctl};
use crate::support::redis::{Server, prefix, shared};

/// Longest that any call may take.
const BOUND: Duration = Duration::from_secs(2);
/// Longest wait for anything that must happen.
const PATIENCE: Duration = Duration::from_secs(30);

fn on(url: &str, prefix: &str) -> BullMqQueue {
    let url = SecretString::from(url.to_owned());
    let link = RedisLink::open(&url, SystemClock::shared()).expect("an address");
    BullMqQueue::new(link, prefix, SystemClock::shared()).expect("a prefix")
}

async fn raw(url: &str) -> redis::aio::MultiplexedConnection {
    let client = redis::Client::open(url).expect("an address");
    client.get_multiplexed_async_connection().await.expect("Redis answers")
}

fn job(id: &str) -> NewJob {
    NewJob {
        name: "test".into(),
        data: json!({}),
        id: Some(id.into()),
        options: JobOptions::default(),
    }
}

async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !holds().await {
        assert!(Instant::now() < deadline, "it did not come about that {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Every call fails in time, and says that Redis is not to be had.
async fn all_fail_in_time(queue: &BullMqQueue) {
    let schedule = NewSchedule {
        queue: "q".into(),
        id: "s".into(),
        recurrence: Recurrence::Every { every_ms: 60_000 },
        name: "n".into(),
        data: Value::Null,
        options: JobOptions::default(),
    };
    let page = PageRequest { cursor: None, limit: 10 };
    let start = EventCursor::default();
    let begun = Instant::now();
    macro_rules! fails {
        ($($call:expr),+ $(,)?) => {$(
            let begun = Instant::now();
            let result = $call.await;
            let took = begun.elapsed();
            assert!(took < BOUND, "{}: {took:?}", stringify!($call));
            match result {
                Err(QueueError::Unreachable(_)) => {}
                other => panic!("{}: {:?}", stringify!($call), other.map(|_| ())),
            }
        )+};
    }
    fails!(
        queue.add("q", job("a")),
        queue.add_bulk("q", vec![job("a"), job("b")]),
        queue.queues(),
        queue.counts("q"),
        queue.get("q", "a"),
        queue.list("q", &[], page),
        queue.logs("q", "a", 0, 10),
        queue.append_log("q", "a", "line"),
        queue.set_progress("q", "a", json!(1)),
        queue.retry("q", "a"),
        queue.promote("q", "a"),
        queue.remove("q", "a"),
        queue.pause("q"),
        queue.resume("q"),
        queue.drain("q", true, false),
        queue.clean("q", JobState::Failed, Duration::ZERO, 0, false),
        queue.upsert_schedule(schedule),
        queue.schedules(None),
        queue.remove_schedule("q", "s"),
        queue.run_schedule("q", "s"),
        queue.events("q", start.clone(), 10),
        queue.event_cursor("q"),
        queue.wait("q", "a", start, Some(Duration::from_secs(60))),
    );
    // After the first, the others do not wait their time again.
    assert!(begun.elapsed() < Duration::from_secs(15), "{:?}", begun.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn without_redis_every_call_fails_in_time() {
    let socket = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = socket.local_addr().expect("bound").port();
    drop(socket);
    all_fail_in_time(&on(&format!("redis://127.0.0.1:{port}"), "bull")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frozen_redis_holds_nobody_up_and_a_second_try_adds_no_second_job() {
    let server = Server::start(&[]);
    let queue = on(&server.url(), "bull");
    queue.add("q", job("first")).await.expect("added");
    queue.pause("q").await.expect("paused");
    server.freeze();
    all_fail_in_time(&queue).await;
    server.thaw();
    until("Redis answers again", async || queue.counts("q").await.is_ok()).await;
    // What was sent to the frozen server may have been carried out since.
    queue.add_bulk("q", vec![job("a"), job("b")]).await.expect("added");
    let page = PageRequest { cursor: None, limit: 10 };
    let jobs = queue.list("q", &[], page).await.expect("an answer").jobs;
    let mut ids: Vec<String> = jobs.into_iter().map(|job| job.id).collect();
    ids.sort_unstable();
    ids.retain(|id| !id.starts_with("repeat:"));
    assert_eq!(ids, ["a", "b", "first"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redis_that_comes_back_is_used_again_at_once() {
    let mut server = Server::start(&[]);
    let queue = on(&server.url(), "bull");
    queue.add("q", job("lost")).await.expect("added");
    queue.pause("q").await.expect("paused");
    server.kill();
    all_fail_in_time(&queue).await;
    server.restart();
    let back = Instant::now();
    until("a job can be added", async || queue.add("q", job("new")).await.is_ok()).await;
    until("the engine is there", async || queue.pause("q").await.is_ok()).await;
    assert!(back.elapsed() < Duration::from_secs(5), "{:?}", back.elapsed());
    let counts = queue.counts("q").await.expect("an answer");
    assert_eq!((counts.paused, counts.is_paused), (1, true));
}

/// Counts what it does.
struct Counting(AtomicUsize);

#[async_trait]
impl Handler for Counting {
    async fn run(&self, _: ActiveJob) -> Result<Value, JobFailure> {
        self.0.fetch_add(1, Ordering::SeqCst);
        Ok(Value::Null)
    }
}

fn working(queue: &BullMqQueue, handler: Arc<dyn Handler>, stop: &CancellationToken) -> Work {
    let (queue, stop) = (queue.clone(), stop.clone());
    let options = ConsumeOptions { concurrency: 4.into(), ..ConsumeOptions::default() };
    tokio::spawn(async move { queue.consume("q", options, handler, stop).await })
}

type Work = tokio::task::JoinHandle<Result<(), QueueError>>;

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_waits_for_redis_and_lives_through_its_death() {
    let mut server = Server::start(&[]);
    server.kill();
    let queue = on(&server.url(), "bull");
    let (done, stop) = (Arc::new(Counting(AtomicUsize::new(0))), CancellationToken::new());
    let worker = working(&queue, done.clone(), &stop);
    let completed = async |n: u64| queue.counts("q").await.is_ok_and(|c| c.completed == n);
    for _ in 0..2 {
        server.restart();
        until("a job is added", async || queue.add("q", job("a")).await.is_ok()).await;
        queue.add_bulk("q", (0..20).map(|n| job(&format!("j{n}"))).collect()).await.expect("added");
        until("all are done", async || completed(21).await).await;
        server.kill();
    }
    assert_eq!(done.0.load(Ordering::SeqCst), 42);
    // It can be stopped while Redis is away.
    let begun = Instant::now();
    stop.cancel();
    worker.await.expect("no panic").expect("it ends well");
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_can_be_stopped_before_it_has_found_redis() {
    let queue = on("redis://127.0.0.1:1", "bull");
    let stop = CancellationToken::new();
    let worker = working(&queue, Arc::new(Counting(AtomicUsize::new(0))), &stop);
    stop.cancel();
    worker.await.expect("no panic").expect("it ends well");
}

#[tokio::test(flavor = "multi_thread")]
async fn users_and_passwords_are_taken_from_the_address_and_never_told() {
    const SECRET: &str = "hunter2%3A%40x";
    let acl = "user operator on >hunter2:@x ~* &* +@all";
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("users.acl");
    std::fs::write(&file, format!("user default off\n{acl}\n")).expect("written");
    let server = Server::start(&["--aclfile", file.to_str().expect("text")]);
    let url = |user: &str, password: &str| {
        server.url().replace("redis://", &format!("redis://{user}:{password}@"))
    };
    let queue = on(&url("operator", SECRET), "bull");
    queue.add("q", job("a")).await.expect("added");
    queue.pause("q").await.expect("paused by the engine");
    assert!(!format!("{queue:?}").contains("hunter2"), "{queue:?}");

    let stranger = on(&url("operator", "hunter2wrong"), "bull");
    for error in [
        stranger.add("q", job("b")).await.expect_err("no entry"),
        stranger.pause("q").await.expect_err("no entry"),
    ] {
        let mut told = format!("{error} {error:?} {stranger:?}");
        let mut cause: Option<&dyn std::error::Error> = Some(&error);
        while let Some(error) = cause {
            told.push_str(&error.to_string());
            cause = error.source();
        }
        assert!(!told.contains("hunter2"), "{told}");
    }
    // Through the whole program: neither in what it says nor in its configuration.
    let home = Home::new();
    for args in [&["queue", "ls", "--log", "trace"][..], &["config", "show", "--log", "trace"]] {
        let mut command = home.leadctl();
        command.env("REDIS_URL", url("operator", "hunter2wrong")).args(args);
        let ran = Ran::of(&mut command);
        assert!(!ran.stdout.contains("hunter2") && !ran.stderr.contains("hunter2"), "{ran:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_program_uses_bullmq_where_redis_is_configured() {
    let (home, prefix) = (Home::new(), prefix());
    let run = |args: &[&str]| {
        let mut command = home.leadctl();
        command.env("REDIS_URL", shared().url()).env("LEADCTL_REDIS_PREFIX", &prefix).args(args);
        let ran = Ran::of(&mut command);
        assert_eq!(ran.code, 0, "{args:?}: {}", ran.stderr);
        ran.stdout
    };
    run(&["jobs", "enqueue", "subreddit", "rust", "--id", "nightly"]);
    let mut connection = raw(&shared().url()).await;
    let key = format!("{prefix}:subreddit-analysis:nightly");
    let name: String =
        redis::cmd("HGET").arg(key).arg("name").query_async(&mut connection).await.expect("a job");
    assert!(!name.is_empty());
    let listed: Value = serde_json::from_str(&run(&["queue", "ls", "-o", "json"])).expect("JSON");
    assert_eq!(listed["items"][1]["waiting"], 1, "{listed}");
    let mut command = home.leadctl();
    command.env("REDIS_URL", shared().url()).env("LEADCTL_REDIS_PREFIX", "a:b");
    let ran = Ran::of(command.args(["queue", "ls"]));
    assert_eq!(ran.code, 2, "{ran:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_strangers_have_written_can_be_read() {
    let prefix = prefix();
    let queue = on(&shared().url(), &prefix);
    let mut connection = raw(&shared().url()).await;
    let key = |name: &str| format!("{prefix}:odd:{name}");
    let mut pipe = redis::pipe();
    pipe.hset_multiple(key("meta"), &[("version", "bullmq:5.1.0")]);
    pipe.hset_multiple(
        key("1"),
        &[("name", "a\u{1b}[2J"), ("data", "not json"), ("opts", "["), ("timestamp", "x")],
    );
    pipe.lpush(key("wait"), "1").lpush(key("wait"), "0:123").lpush(key("wait"), "gone");
    // An older BullMQ keeps the jobs of a paused queue in a list of their own.
    pipe.hset_multiple(key("2"), &[("name", "held"), ("data", "[1]"), ("timestamp", "5")]);
    pipe.lpush(key("paused"), "2");
    pipe.hset_multiple(
        key("3"),
        &[("name", "parent"), ("data", "{}"), ("timestamp", "6"), ("attemptsMade", "4")],
    );
    pipe.zadd(key("waiting-children"), "3", 6);
    pipe.zadd(key("repeat"), "mail:::Europe/Berlin:0 3 * * *", 1_900_000_000_000_u64);
    pipe.query_async::<()>(&mut connection).await.expect("written");

    let page = PageRequest { cursor: None, limit: 100 };
    let jobs = queue.list("odd", &[], page).await.expect("an answer").jobs;
    let told: Vec<_> = jobs.iter().map(|job| (job.id.as_str(), job.state)).collect();
    let expected =
        [("1", JobState::Waiting), ("2", JobState::Paused), ("3", JobState::WaitingChildren)];
    assert_eq!(told, expected);
    assert_eq!((jobs[0].data.clone(), jobs[1].data.clone()), (json!("not json"), json!([1])));
    assert_eq!(jobs[2].attempts_made, 4);
    let counts = queue.counts("odd").await.expect("an answer");
    assert_eq!((counts.waiting_children, counts.paused), (1, 1));
    assert_eq!(queue.queues().await.expect("an answer"), ["odd"]);
    let schedules = queue.schedules(Some("odd")).await.expect("an answer");
    let tz = Some("Europe/Berlin".to_owned());
    assert_eq!(schedules[0].recurrence, Recurrence::Cron { pattern: "0 3 * * *".into(), tz });
    // Looking has not changed what the queue says of its maker.
    let meta: Vec<String> =
        redis::cmd("HKEYS").arg(key("meta")).query_async(&mut connection).await.expect("a hash");
    assert_eq!(meta, ["version"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_costs_the_same_wherever_it_is() {
    const JOBS: usize = 20_000;
    // One's own, as the server's figures are of all that it does.
    let server = Server::start(&[]);
    let queue = on(&server.url(), "bull");
    let jobs = (0..JOBS).map(|n| job(&format!("j{n}"))).collect();
    queue.add_bulk("deep", jobs).await.expect("added");
    let mut connection = raw(&server.url()).await;
    let mut cursor = None;
    let mut seen = 0;
    let before = calls(&mut connection).await;
    let mut pages = 0;
    loop {
        let page = PageRequest { cursor, limit: 1_000 };
        let page = queue.list("deep", &[], page).await.expect("an answer");
        for job in &page.jobs {
            assert_eq!(job.id, format!("j{seen}"));
            seen += 1;
        }
        pages += 1;
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    let after = calls(&mut connection).await;
    assert_eq!((seen, pages), (JOBS, JOBS / 1_000));
    // Each job's hash is read once, and of the list one range for each page; the last page looks
    // into the other lists too.
    assert_eq!(after[0] - before[0], JOBS as u64, "hashes read");
    assert_eq!(after[1] - before[1], pages as u64 + 2, "ranges of lists read");
}

/// How often hashes and ranges of lists were read so far.
async fn calls(connection: &mut redis::aio::MultiplexedConnection) -> [u64; 2] {
    let info: String =
        redis::cmd("INFO").arg("commandstats").query_async(connection).await.expect("figures");
    ["cmdstat_hgetall:calls=", "cmdstat_lrange:calls="].map(|name| {
        let line = info.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|rest| rest.split(',').next()?.parse().ok()).unwrap_or(0)
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn tls_is_spoken_to_a_server_whose_authority_is_named() {
    let dir = tempfile::tempdir().expect("a directory");
    let certified = rcgen::generate_simple_self_signed(vec!["127.0.0.1".into()]).expect("made");
    let file = |name: &str, text: &str| {
        let path = dir.path().join(name);
        std::fs::write(&path, text).expect("written");
        path.to_str().expect("text").to_owned()
    };
    let cert = file("cert.pem", &certified.cert.pem());
    let key = file("key.pem", &certified.signing_key.serialize_pem());
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = free.local_addr().expect("bound").port().to_string();
    drop(free);
    let _server = Server::start(&[
        "--tls-port",
        &port,
        "--tls-cert-file",
        &cert,
        "--tls-key-file",
        &key,
        "--tls-auth-clients",
        "no",
    ]);
    let url = SecretString::from(format!("rediss://127.0.0.1:{port}"));
    let trusting = RedisAddress::new(&url, Some(cert.as_ref())).expect("read");
    let link = RedisLink::to(trusting, SystemClock::shared()).expect("an address");
    let queue = BullMqQueue::new(link, "bull", SystemClock::shared()).expect("a prefix");
    queue.add("q", job("a")).await.expect("added");
    queue.pause("q").await.expect("paused by the engine");
    queue.resume("q").await.expect("resumed");
    let stop = CancellationToken::new();
    let worker = working(&queue, Arc::new(Counting(AtomicUsize::new(0))), &stop);
    until("it is done", async || queue.counts("q").await.is_ok_and(|counts| counts.completed == 1))
        .await;
    stop.cancel();
    worker.await.expect("no panic").expect("it ends well");
    // Nobody else is believed.
    let distrustful = on(&format!("rediss://127.0.0.1:{port}"), "bull");
    assert!(matches!(distrustful.counts("q").await, Err(QueueError::Unreachable(_))));
}

#[test]
fn processes_warn_at_their_start_of_a_redis_that_may_throw_jobs_away() {
    let server = Server::start(&["--maxmemory-policy", "allkeys-lru"]);
    let home = Home::new();
    for process in ["worker", "api"] {
        let mut command = leadctl(home.path());
        command.args([process, "--listen", "127.0.0.1:0"]).env("REDIS_URL", server.url());
        let mut running = Running::start(&mut command);
        let said = running.stderr.until("maxmemory-policy is allkeys-lru");
        assert!(said.contains("WARN") && said.contains("noeviction"), "{said}");
        assert!(running.end(nix::sys::signal::Signal::SIGTERM).success());
    }
}
