//! Circuit breakers over whole processes: what one is told or learns, the others obey.

use std::path::Path;
use std::process::Command;

use leadctl::clock::SystemClock;
use leadctl::guard::breaker::{Breaker, Config, Kind, Scope, Verdict};
use leadctl::redis_link::RedisLink;
use leadctl::shared_state::redis::RedisState;
use secrecy::SecretString;
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;

use crate::support::embedded::add_campaign;
use crate::support::process::{Running, json, leadctl, run, text, until};
use crate::support::redis::{self, Server};

/// A home, and what leads commands to where it keeps its state.
struct Place {
    home: tempfile::TempDir,
    variables: Vec<(&'static str, String)>,
}

impl Place {
    fn new(variables: Vec<(&'static str, String)>) -> Self {
        Self { home: tempfile::tempdir().expect("a directory"), variables }
    }

    fn home(&self) -> &Path {
        self.home.path()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = leadctl(self.home());
        command.args(args).envs(self.variables.iter().cloned());
        // Nobody listens there: each call fails at once.
        command.env("LEADCTL_REDDIT_BASE_URL", "http://127.0.0.1:9");
        command.env("LEADCTL_REDDIT_AUTH_URL", "http://127.0.0.1:9");
        command.env("LEADCTL_REDDIT_CLIENT_ID", "app").env("LEADCTL_REDDIT_CLIENT_SECRET", "x");
        command.env("LEADCTL_BREAKER_WAIT_SECS", "600").env("LEADCTL_BREAKER_MAX_WAIT_SECS", "600");
        command.env("LEADCTL_BREAKER_MINIMUM_CALLS", "2");
        command
    }

    fn code(&self, args: &[&str]) -> i32 {
        self.command(args).output().expect("it runs").status.code().expect("a code")
    }

    fn json(&self, args: &[&str]) -> Value {
        let output = self.command(&[args, &["-o", "json"]].concat()).output().expect("it runs");
        serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|e| panic!("{args:?}: {e}: {}", text(&output.stderr)))
    }

    fn breaker(&self) -> Value {
        self.json(&["breaker", "status", "reddit"])["items"][0].clone()
    }

    fn worker(&self) -> Running {
        let args = ["worker", "--listen", "127.0.0.1:0", "--log", "info"];
        let mut worker = Running::start(&mut self.command(&args));
        worker.stderr.until("the worker is up");
        worker
    }

    /// Adds a job that asks Reddit.
    fn job(&self, id: &str) {
        let args = ["jobs", "enqueue", "subreddit", "rust", "--force", "--id", id];
        let output = self.command(&args).output().expect("it runs");
        assert!(output.status.success(), "{}", text(&output.stderr));
    }
}

/// A worker obeys a trip, puts its job off and loses no attempt by it; an opening is seen by others.
fn a_worker_obeys(place: &Place) {
    add_campaign(place.home(), leadctl::sandbox::sample_campaign());
    assert_eq!(place.code(&["breaker", "status", "--check"]), 0);
    let mut worker = place.worker();
    let trip = ["breaker", "trip", "reddit", "--for", "1h", "--reason", "maintenance"];
    assert_eq!(place.json(&trip)["acted"], 1);
    place.job("first");
    let said = worker.stderr.until("the job was put off");
    assert!(said.contains("forced open until"), "{said}");
    let job = place.json(&["jobs", "show", "subreddit-analysis/first"]);
    assert_eq!((&job["state"], &job["attempts_made"]), (&"delayed".into(), &0.into()), "{job}");
    let status = place.breaker();
    assert_eq!(
        (&status["state"], &status["by"]["why"]),
        (&"forced_open".into(), &"maintenance".into())
    );
    assert!(status["by"]["who"].as_str().is_some_and(|who| who.contains('@')), "{status}");
    assert_eq!(place.code(&["breaker", "status", "--check"]), 1);
    // Released, the same worker asks, fails, and opens it for all.
    assert_eq!(place.json(&["breaker", "reset", "reddit"])["acted"], 1);
    place.job("second");
    worker.stderr.until("a breaker changed");
    until("the opening is seen", || place.breaker()["state"] == "open");
    let mut other = place.worker();
    place.job("third");
    place.job("fourth");
    until("both jobs are put off", || {
        ["third", "fourth"].iter().all(|id| {
            let job = place.json(&["jobs", "show", &format!("subreddit-analysis/{id}")]);
            job["state"] == "delayed" && job["attempts_made"] == 0
        })
    });
    for worker in [&mut worker, &mut other] {
        assert!(worker.end(nix::sys::signal::Signal::SIGTERM).success());
    }
    let history = place.json(&["breaker", "history", "reddit"]);
    let causes: Vec<&str> = history["items"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|c| c["cause"].as_str())
        .collect();
    assert_eq!(causes, ["by_hand", "by_hand", "failure_rate"], "{history}");
    let events = place.json(&["events", "--kind", "breaker"]);
    assert_eq!(events["items"].as_array().map(Vec::len), Some(3), "{events}");
    let overview = place.json(&["status"]);
    assert!(overview["verdict"]["findings"].to_string().contains("Reddit is not asked"));
}

#[test]
fn a_running_worker_obeys_on_sqlite() {
    a_worker_obeys(&Place::new(Vec::new()));
}

#[test]
fn a_running_worker_obeys_on_redis() {
    let variables =
        vec![("REDIS_URL", redis::shared().url()), ("LEADCTL_REDIS_PREFIX", redis::prefix())];
    a_worker_obeys(&Place::new(variables));
}

#[test]
fn breakers_are_named_and_states_are_held_to() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let code = |args: &[&str]| run(home, args).status.code();
    assert_eq!(code(&["breaker", "trip", "nosuch"]), Some(3));
    assert_eq!(code(&["breaker", "probe", "reddit"]), Some(7));
    assert_eq!(code(&["breaker", "trip", "reddit", "--for", "soon"]), Some(2));
    assert_eq!(code(&["breaker", "trip", "reddit", "--dry-run"]), Some(0));
    assert_eq!(code(&["breakers", "status", "--check"]), Some(0));
    assert_eq!(code(&["breaker", "disable", "reddit", "--metrics-only"]), Some(0));
    let status = json(home, &["breaker", "ls", "-o", "json"]);
    assert_eq!(status["items"][0]["state"], "metrics_only");
    assert_eq!(code(&["breaker", "status", "--check"]), Some(1));
    assert_eq!(code(&["breaker", "probe", "reddit"]), Some(0));
    let gone = Command::new(env!("CARGO_BIN_EXE_leadctl"))
        .args(["breaker", "trip", "reddit"])
        .env_clear()
        .envs([("HOME", home.to_string_lossy().as_ref()), ("REDIS_URL", "redis://127.0.0.1:9")])
        .output()
        .expect("it runs");
    assert_eq!(gone.status.code(), Some(4), "{}", text(&gone.stderr));
}

/// The breaker of a process with a connection of its own.
fn process(server: &Server) -> Breaker {
    let url = SecretString::from(server.url());
    let link = RedisLink::open(&url, SystemClock::shared()).expect("an address");
    let config = Config { scope: Scope::InARow(2), ..Config::default() };
    let state = Arc::new(RedisState::new(link, "breakers"));
    Breaker::shared("reddit", config, &SystemClock::shared(), state).expect("in range")
}

async fn fail(breaker: &Breaker) {
    let verdict = Verdict::Failure { retry_after: None };
    breaker.acquire().await.expect("leave").finish(verdict, Some("HTTP 503".into())).await;
}

#[test]
fn redis_that_dies_and_returns_empty_loses_no_opening() {
    let mut server = Server::start(&[]);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let (one, two) = runtime.block_on(async {
        let (one, two) = (process(&server), process(&server));
        fail(&one).await;
        assert_eq!(two.status().await.counters.failed, 1);
        (one, two)
    });
    server.kill();
    runtime.block_on(async {
        // Each goes on by itself: one learns of the outage, the other asked for nothing.
        fail(&one).await;
        assert!(one.acquire().await.is_err());
        let status = one.status().await;
        assert_eq!((status.state, status.shared), (Kind::Open, false));
        assert!(two.acquire().await.is_ok());
    });
    server.restart();
    runtime.block_on(async {
        let deadline = tokio::time::Instant::now() + Duration::from_secs(30);
        loop {
            // Whoever is stricter tells the others, whichever of them comes back first.
            let (one, two) = (one.status().await, two.status().await);
            if two.shared && two.state == Kind::Open {
                assert_eq!(one.state, Kind::Open);
                break;
            }
            assert!(tokio::time::Instant::now() < deadline, "{one:?} {two:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert!(two.acquire().await.is_err());
    });
}
