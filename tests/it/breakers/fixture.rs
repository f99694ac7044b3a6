//! A world with a time that is set by hand, and calls written as letters.

use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use leadctl::clock::{Clock, ManualClock, SystemClock};
use leadctl::db::Db;
use leadctl::guard::breaker::{
    Admission, Breaker, By, Change, Config, Kind, Rejection, Scope, Status, Verdict, history,
};
use leadctl::model::Timestamp;
use leadctl::redis_link::RedisLink;
use leadctl::shared_state::memory::MemoryState;
use leadctl::shared_state::redis::RedisState;
use leadctl::shared_state::sql::SqlState;
use leadctl::shared_state::{SharedState, SharedStateError, Versioned};
use secrecy::SecretString;

pub const SEC: Duration = Duration::from_secs(1);
/// What the breaker of every world is called.
pub const NAME: &str = "ai:test";

/// Processes that share a state, and the time that they go by.
#[derive(Clone)]
pub struct World {
    steady: Arc<ManualClock>,
    /// The clock of the machine, or of the server.
    wall: Arc<ManualClock>,
    /// The machine's clock is the one that counts.
    of_machine: bool,
    pub state: Arc<Gate>,
    _keep: Arc<dyn Any + Send + Sync>,
}

/// Runs a case in a runtime of its own.
pub fn run<F, T, M>(make: M, case: F)
where
    M: Future<Output = World>,
    F: FnOnce(World) -> T,
    T: Future<Output = ()>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let limit = Duration::from_secs(60);
        tokio::time::timeout(limit, case(make.await)).await.expect("the case ends in time");
    });
    runtime.shutdown_background();
}

pub async fn memory() -> World {
    world(true, |wall| Arc::new(MemoryState::new(wall)), ())
}

pub async fn sqlite() -> World {
    let dir = tempfile::tempdir().expect("a directory");
    let db = Db::open(dir.path()).await.expect("a database");
    world(true, |wall| Arc::new(SqlState::new(db, wall)), dir)
}

pub async fn redis() -> World {
    use crate::support::redis::{prefix, shared};
    let url = SecretString::from(shared().url());
    let link = RedisLink::open(&url, SystemClock::shared()).expect("an address");
    world(false, |wall| Arc::new(RedisState::new(link, &prefix()).with_clock(wall)), ())
}

fn world(
    of_machine: bool,
    state: impl FnOnce(Arc<ManualClock>) -> Arc<dyn SharedState>,
    keep: impl Any + Send + Sync,
) -> World {
    let begin = Timestamp::from_secs(1_780_000_000);
    let wall = ManualClock::at(begin);
    let state = Arc::new(Gate { inner: state(Arc::clone(&wall)), away: AtomicBool::new(false) });
    World { steady: ManualClock::at(begin), wall, of_machine, state, _keep: Arc::new(keep) }
}

impl World {
    /// The breaker of another process.
    pub fn process(&self, config: Config) -> Breaker {
        let state: Arc<dyn SharedState> = Arc::clone(&self.state) as _;
        Breaker::new(NAME, config, self.steady.clone(), Some(state)).expect("in range")
    }

    /// Lets time pass.
    pub fn advance(&self, by: Duration) {
        self.steady.advance(by);
        self.wall.advance(by);
    }

    /// Sets the machine's clock by so many seconds; a server's clock is not ours to set.
    pub fn set_clock(&self, by_secs: i64) {
        if self.of_machine {
            let millis = self.wall.now().millis() + by_secs * 1000;
            self.wall.set(Timestamp::from_millis(millis));
        }
    }

    pub fn now(&self) -> Timestamp {
        self.steady.now()
    }

    pub async fn history(&self) -> Vec<Change> {
        history(self.state.as_ref(), NAME).await.expect("the history")
    }

    pub fn by(&self, why: &str) -> By {
        By { who: "ann@host".into(), at: self.now(), why: why.into() }
    }
}

/// Opens at 50 % of the last 10 calls, from 5 on; waits 10 s, then 20 s; two trials.
pub fn config() -> Config {
    Config {
        scope: Scope::Calls(10),
        minimum_calls: 5,
        failure_percent: 50.0,
        slow_percent: 50.0,
        slow_after: Some(SEC),
        trials: 2,
        wait: 10 * SEC,
        wait_factor: 2.0,
        max_wait: 60 * SEC,
        jitter: 0.0,
        max_half_open: None,
        lease: 30 * SEC,
        ..Config::default()
    }
}

/// Opens with the first failure, and makes one trial.
pub fn touchy() -> Config {
    Config { scope: Scope::InARow(1), minimum_calls: 1, trials: 1, ..config() }
}

/// Makes calls, one for each letter: `.` goes well, `f` fails, `s` is slow, `b` is both, `i` is
/// ignored, `x` is cancelled, and `-` must be rejected.
pub async fn feed(breaker: &Breaker, calls: &str) {
    for (n, call) in calls.chars().enumerate() {
        let admission = match (breaker.acquire().await, call) {
            (Err(_), '-') => continue,
            (Ok(_), '-') => panic!("call {n} of {calls:?} was let through"),
            (Err(rejection), _) => panic!("call {n} of {calls:?}: {rejection}"),
            (Ok(admission), _) => admission,
        };
        end(admission, call).await;
    }
    breaker.flush().await;
}

/// Ends a call as its letter says.
pub async fn end(admission: Admission, call: char) {
    let failure = Verdict::Failure { retry_after: None };
    let (verdict, took) = match call {
        '.' => (Verdict::Success, SEC / 2),
        'f' => (failure, SEC / 2),
        's' => (Verdict::Success, SEC * 2),
        'b' => (failure, SEC * 2),
        'i' => (Verdict::Ignore, SEC * 2),
        _ => return drop(admission),
    };
    let error = (verdict == failure).then(|| "HTTP 503".to_owned());
    admission.finish_after(verdict, error, took).await;
}

pub async fn state(breaker: &Breaker) -> Kind {
    breaker.status().await.state
}

/// Calls, failed and slow.
pub fn counts(status: &Status) -> (u64, u64, u64) {
    (status.figures.calls, status.figures.failed, status.figures.slow)
}

pub fn rejection(result: Result<Admission, Rejection>) -> Rejection {
    result.err().expect("a rejection")
}

/// A state that can be away.
pub struct Gate {
    inner: Arc<dyn SharedState>,
    away: AtomicBool,
}

impl Gate {
    pub fn set_away(&self, away: bool) {
        self.away.store(away, Ordering::SeqCst);
    }

    fn open(&self) -> Result<&dyn SharedState, SharedStateError> {
        if self.away.load(Ordering::SeqCst) {
            return Err(SharedStateError("no way through".into()));
        }
        Ok(self.inner.as_ref())
    }
}

#[async_trait]
impl SharedState for Gate {
    async fn set(&self, key: &str, value: &str, ttl: Duration) -> Result<(), SharedStateError> {
        self.open()?.set(key, value, ttl).await
    }
    async fn get(&self, key: &str) -> Result<Option<String>, SharedStateError> {
        self.open()?.get(key).await
    }
    async fn read(&self, key: &str) -> Result<Versioned, SharedStateError> {
        self.open()?.read(key).await
    }
    async fn swap(
        &self,
        key: &str,
        expected: i64,
        value: &str,
        ttl: Duration,
    ) -> Result<Option<i64>, SharedStateError> {
        self.open()?.swap(key, expected, value, ttl).await
    }
    async fn remove(&self, key: &str) -> Result<bool, SharedStateError> {
        self.open()?.remove(key).await
    }
    async fn list(&self, prefix: &str) -> Result<Vec<(String, String)>, SharedStateError> {
        self.open()?.list(prefix).await
    }
}
