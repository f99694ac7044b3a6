//! `leadctl up`, as a person runs it: real processes, a real database, nothing configured.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::support::process::{Running, alive, json, leadctl, pids, run, text, until};

fn up(home: &Path, args: &[&str]) -> Running {
    Running::start(leadctl(home).args(["up", "--listen", "127.0.0.1:0"]).args(args))
}

fn api(up: &mut Running) -> String {
    let line = up.stderr.until("http://");
    line.split_whitespace().find(|w| w.starts_with("http://")).expect("an address").to_owned()
}

#[test]
fn the_sandbox_finds_leads_and_stops_without_a_trace() {
    let home = tempfile::tempdir().expect("a directory");
    let mut up = up(home.path(), &["--sandbox"]);
    let api = api(&mut up);
    up.stdout.until("r/");

    let listed = json(home.path(), &["leads", "ls", "-o", "json"]);
    let first = &listed["items"][0];
    assert!(first["score"]["total"].as_u64().is_some_and(|s| s >= 40), "{first}");
    let id = first["id"].as_str().expect("an id");
    let shown = text(&run(home.path(), &["leads", "show", id]).stdout);
    for part in ["intent", "recency", "engagement", "fit"] {
        assert!(shown.contains(part), "{part} is missing in\n{shown}");
    }

    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    for path in ["/livez", "/readyz", "/metrics", "/v1/leads", "/v1/campaigns"] {
        let answer = runtime.block_on(reqwest::get(format!("{api}{path}"))).expect("an answer");
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
    }

    let data = home.path().join("data");
    let mode = |path: &Path| path.metadata().expect("it exists").permissions().mode() & 0o777;
    assert_eq!(mode(&data), 0o700);
    for file in std::fs::read_dir(&data).expect("a directory").flatten() {
        assert_eq!(mode(&file.path()), 0o600, "{:?}", file.path());
    }

    let mut children = pids(home.path(), "api");
    children.extend(pids(home.path(), "worker"));
    assert_eq!(children.len(), 2);
    assert!(up.end(Signal::SIGINT).success());
    assert!(children.iter().all(|&pid| !alive(pid)), "a child outlived its supervisor");
    assert!(pids(home.path(), "worker").is_empty(), "a heartbeat outlived its worker");
}

#[test]
fn a_second_up_on_the_same_data_is_refused() {
    let home = tempfile::tempdir().expect("a directory");
    let mut first = up(home.path(), &[]);
    api(&mut first);
    let second = run(home.path(), &["up", "--listen", "127.0.0.1:0"]);
    assert_eq!(second.status.code(), Some(7));
    let said = text(&second.stderr);
    assert!(said.contains(&first.pid().to_string()), "{said}");
    assert!(said.contains("--data-dir"), "{said}");
    assert!(first.end(Signal::SIGINT).success());
}

#[test]
fn without_credentials_it_starts_and_says_what_is_missing() {
    let home = tempfile::tempdir().expect("a directory");
    let mut up = up(home.path(), &[]);
    up.stderr.until("LEADCTL_REDDIT_CLIENT_ID");
    up.stderr.until("campaigns add --name");
    assert!(up.end(Signal::SIGINT).success());
}

#[test]
fn a_child_that_dies_is_started_again() {
    let home = tempfile::tempdir().expect("a directory");
    let mut up = up(home.path(), &["--sandbox"]);
    up.stderr.until("Ctrl-C stops everything");
    until("the worker tells of itself", || pids(home.path(), "worker").len() == 1);
    let first = pids(home.path(), "worker")[0];
    kill(Pid::from_raw(first), Signal::SIGKILL).expect("it runs");
    let said = up.stderr.until("worker 1 was ended by signal 9");
    assert!(said.contains("started again in 0.5 s"), "{said}");
    until("another worker tells of itself", || {
        pids(home.path(), "worker").iter().any(|&pid| pid != first)
    });
    assert!(up.end(Signal::SIGINT).success());
}

#[test]
fn no_child_outlives_a_supervisor_that_is_killed() {
    let home = tempfile::tempdir().expect("a directory");
    let mut first = up(home.path(), &["--sandbox"]);
    first.stderr.until("Ctrl-C stops everything");
    until("both tell of themselves", || {
        pids(home.path(), "worker").len() + pids(home.path(), "api").len() == 2
    });
    let mut children = pids(home.path(), "api");
    children.extend(pids(home.path(), "worker"));
    first.end(Signal::SIGKILL);
    until("all children end", || children.iter().all(|&pid| !alive(pid)));
    let mut again = up(home.path(), &[]);
    api(&mut again);
    assert!(again.end(Signal::SIGINT).success());
}

#[test]
fn several_apis_answer_on_one_address_and_several_workers_share_the_queue() {
    let home = tempfile::tempdir().expect("a directory");
    let mut up = up(home.path(), &["--apis", "2", "--workers", "2"]);
    let api = api(&mut up);
    until("all four tell of themselves", || {
        pids(home.path(), "api").len() == 2 && pids(home.path(), "worker").len() == 2
    });
    let first = pids(home.path(), "api")[0];
    kill(Pid::from_raw(first), Signal::SIGKILL).expect("it runs");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    // The socket stays open: whoever is left answers what comes after.
    until("the other one answers", || {
        let answer = runtime.block_on(reqwest::get(format!("{api}/readyz")));
        answer.is_ok_and(|a| a.status().is_success())
    });
    assert!(up.end(Signal::SIGINT).success());
}
