//! Rate limits: the same in every house, fallen back from and returned to, and held by many
//! processes together.

use std::any::Any;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use leadctl::clock::{ManualClock, SystemClock};
use leadctl::db::Db;
use leadctl::guard::rate_limit::fallback::FallbackLimiter;
use leadctl::guard::rate_limit::memory::MemoryLimiter;
use leadctl::guard::rate_limit::redis::RedisLimiter;
use leadctl::guard::rate_limit::sql::SqlLimiter;
use leadctl::guard::rate_limit::{Ask, Limiter, Quota, Verdict};
use leadctl::redis_link::RedisLink;
use secrecy::SecretString;
use tokio::task::JoinSet;

use crate::support::data::NOW;
use crate::support::postgres;
use crate::support::process::{PATIENCE, Running, leadctl};
use crate::support::redis::{self, Server};

/// A house, and what keeps it alive.
struct House {
    name: &'static str,
    limiter: Arc<dyn Limiter>,
    clock: Arc<ManualClock>,
    _keep: Box<dyn Any>,
}

fn link(server: &Server) -> RedisLink {
    RedisLink::open(&SecretString::from(server.url()), SystemClock::shared()).expect("an address")
}

async fn houses() -> Vec<House> {
    let clock = || ManualClock::at(NOW);
    let house = |name, limiter, clock, keep| House { name, limiter, clock, _keep: keep };
    let mut houses = Vec::new();

    let at = clock();
    houses.push(house("memory", Arc::new(MemoryLimiter::new(at.clone())) as _, at, Box::new(())));
    let dir = tempfile::tempdir().expect("a directory");
    let db = Db::open(dir.path()).await.expect("a database");
    let at = clock();
    houses.push(house("sqlite", Arc::new(SqlLimiter::new(db, at.clone())), at, Box::new(dir)));
    let database = postgres::shared().database().await;
    let (db, at) = (database.open().await, clock());
    let limiter = Arc::new(SqlLimiter::new(db, at.clone()));
    houses.push(house("postgres", limiter, at, Box::new(database)));
    let at = clock();
    let limiter = RedisLimiter::new(link(redis::shared()), &redis::prefix());
    houses.push(house("redis", Arc::new(limiter.with_clock(at.clone())), at, Box::new(())));
    houses
}

fn quota(limit: u64, secs: u64) -> Quota {
    Quota::new(limit, Duration::from_secs(secs)).expect("a quota")
}

async fn take(house: &House, key: &str, ask: &Ask) -> Verdict {
    house.limiter.take(key, ask).await.unwrap_or_else(|error| panic!("{}: {error}", house.name))
}

#[tokio::test]
async fn every_house_decides_alike() {
    // What is waited before each ask, which of two keys is asked, cost and patience.
    let steps: Vec<(u64, usize, u64, u64)> = (0..120_u64)
        .map(|n| {
            let mixed = blake3::hash(&n.to_le_bytes());
            let byte = |at: usize| u64::from(mixed.as_bytes()[at]);
            (
                byte(0) * 3,
                usize::from(byte(1) > 200),
                byte(2) % 4,
                [0, 0, 700][byte(3) as usize % 3],
            )
        })
        .collect();
    let quota = quota(7, 5);
    let mut expected: Option<Vec<Verdict>> = None;
    for house in houses().await {
        let mut verdicts = Vec::new();
        for (wait, key, cost, patience) in &steps {
            house.clock.advance(Duration::from_millis(*wait));
            let ask = Ask::one(quota).cost(*cost).patience(Duration::from_millis(*patience));
            verdicts.push(take(&house, ["one", "two"][*key], &ask).await);
        }
        let refused = verdicts.iter().filter(|v| !v.allowed).count();
        let waited = verdicts.iter().filter(|v| !v.wait.is_zero()).count();
        assert!(refused > 10 && waited > 5 && refused < 100, "{refused} {waited}");
        match &expected {
            None => expected = Some(verdicts),
            Some(expected) => assert_eq!(&verdicts, expected, "{}", house.name),
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_at_once_get_exactly_what_there_is() {
    for house in houses().await {
        let mut asking = JoinSet::new();
        for _ in 0..60 {
            let limiter = Arc::clone(&house.limiter);
            let ask = Ask::one(quota(25, 60));
            asking.spawn(async move { limiter.take("k", &ask).await.expect("an answer").allowed });
        }
        let given = asking.join_all().await.into_iter().filter(|allowed| *allowed).count();
        assert_eq!(given, 25, "{}", house.name);
        house.clock.advance(Duration::from_secs(60));
        assert_eq!(take(&house, "k", &Ask::one(quota(25, 60))).await.remaining, 24);
    }
}

/// Each process asks for its callers together, and finds that another came in between.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn processes_on_one_database_give_no_more_than_there_is() {
    let dir = tempfile::tempdir().expect("a directory");
    let database = postgres::shared().database().await;
    let sqlite = [Db::open(dir.path()).await, Db::open(dir.path()).await];
    let sqlite = sqlite.map(|db| db.expect("a database"));
    for dbs in [sqlite, [database.open().await, database.open().await]] {
        let at = ManualClock::at(NOW);
        let processes = dbs.map(|db| Arc::new(SqlLimiter::new(db, at.clone())));
        let mut asking = JoinSet::new();
        for n in 0..200 {
            let limiter = Arc::clone(&processes[n % 2]);
            let ask = Ask::one(quota(75, 60));
            asking.spawn(async move { limiter.take("k", &ask).await.expect("an answer").allowed });
        }
        let given = asking.join_all().await.into_iter().filter(|allowed| *allowed).count();
        assert_eq!(given, 75);
    }
}

#[tokio::test]
async fn redis_goes_away_and_comes_back() {
    let mut server = Server::start(&[]);
    let shared = Arc::new(RedisLimiter::new(link(&server), "t"));
    let limiter = FallbackLimiter::new(shared, SystemClock::shared());
    let ask = Ask::one(quota(1_000, 3_600));
    let left = async || limiter.take("k", &ask).await.expect("never fails").remaining;
    assert_eq!(left().await, 999);
    server.kill();
    let begun = Instant::now();
    assert_eq!(left().await, 998, "memory goes on from there");
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    assert_eq!(left().await, 997);
    server.restart();
    let deadline = Instant::now() + Duration::from_secs(30);
    // The server has come back empty.
    while left().await != 999 {
        assert!(Instant::now() < deadline, "the shared limits did not come back");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn keys_in_redis_run_out_and_stand_below_the_namespace() {
    let server = Server::start(&[]);
    let link = link(&server);
    let limiter = RedisLimiter::new(link.clone(), "ns");
    let ask = Ask::one(quota(10, 60));
    assert!(limiter.take("api:read:x", &ask).await.expect("an answer").allowed);
    let keys: Vec<String> =
        link.query(::redis::cmd("KEYS").arg("*")).await.expect("a list of keys");
    assert_eq!(keys, ["leadctl:{ns}:rate:api:read:x"]);
    let ttl: i64 = link.query(::redis::cmd("PTTL").arg(&keys[0])).await.expect("a time");
    assert!((1..=6_001).contains(&ttl), "{ttl}");
}

/// An API process, and where it answers.
fn api(command: &mut Command) -> (Running, String) {
    let mut running = Running::start(command.args(["api", "--listen", "127.0.0.1:0"]));
    let line = running.stderr.until("the API is up");
    let at = line.find("http://").expect("an address");
    let address: String = line[at..]
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, ':' | '/' | '.'))
        .collect();
    (running, address)
}

/// Asks all processes as fast as they answer; the limit must hold over all of them.
async fn hold_together(what: &str, processes: usize, start: impl Fn() -> Command) {
    const LIMIT: u32 = 600;
    const LASTING: Duration = Duration::from_secs(3);
    let running: Vec<(Running, String)> = (0..processes)
        .map(|_| {
            let mut command = start();
            command.env("LEADCTL_RATE_LIMIT_READS_PER_MINUTE", LIMIT.to_string());
            api(&mut command)
        })
        .collect();
    let client = reqwest::Client::new();
    let begun = Instant::now();
    let mut asking = JoinSet::new();
    let reached = Arc::new(AtomicBool::new(false));
    for (_, address) in &running {
        let (client, url) = (client.clone(), format!("{address}/v1/campaigns"));
        let reached = Arc::clone(&reached);
        asking.spawn(async move {
            let (mut given, mut refused, mut last) = (0_u32, 0_u32, begun);
            // A busy machine needs longer to reach the limit at all.
            while begun.elapsed() < LASTING || !reached.load(Ordering::SeqCst) {
                assert!(begun.elapsed() < PATIENCE, "the limit was not reached");
                let answer = client.get(&url).send().await.expect("an answer");
                match answer.status().as_u16() {
                    200 => {
                        given += 1;
                        last = Instant::now();
                    }
                    429 => {
                        refused += 1;
                        reached.store(true, Ordering::SeqCst);
                    }
                    other => panic!("{other}"),
                }
            }
            (given, refused, last)
        });
    }
    let counts = asking.join_all().await;
    let given: u32 = counts.iter().map(|(given, ..)| given).sum();
    let refused: u32 = counts.iter().map(|(_, refused, _)| refused).sum();
    let last = counts.iter().map(|(.., last)| *last).max().expect("some processes");
    let came_back = last.duration_since(begun).as_secs_f64() * f64::from(LIMIT) / 60.0;
    let expected = f64::from(LIMIT) + came_back;
    let off = f64::from(given) / expected - 1.0;
    let each: Vec<u32> = counts.iter().map(|(given, ..)| *given).collect();
    println!(
        "{what}: {processes} processes gave {given} of {} requests, {expected:.1} would be exact \
         ({:+.2} %); each: {each:?}",
        given + refused,
        off * 100.0
    );
    assert!(off.abs() <= 0.01, "{given} were given where {expected:.1} were to be");
    drop(running);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_api_processes_on_one_redis_hold_one_limit() {
    let server = Server::start(&[]);
    let homes: Vec<tempfile::TempDir> =
        (0..10).map(|_| tempfile::tempdir().expect("a directory")).collect();
    let next = AtomicUsize::new(0);
    hold_together("on one Redis", 10, || {
        let n = next.fetch_add(1, Ordering::SeqCst);
        // Each as on a machine of its own.
        let mut command = leadctl(homes[n].path());
        command.env("REDIS_URL", server.url());
        command
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn four_api_processes_on_one_sqlite_hold_one_limit() {
    let home = tempfile::tempdir().expect("a directory");
    hold_together("on one SQLite", 4, || leadctl(home.path())).await;
}
