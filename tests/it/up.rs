//! `leadctl up`, as a person runs it: real processes, a real database, nothing configured.

use std::io::{BufRead, BufReader, Lines};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use serde_json::Value;

/// Longest wait for anything that must happen.
const PATIENCE: Duration = Duration::from_secs(60);

fn leadctl(data_dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leadctl"));
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.env("HOME", data_dir).env("LEADCTL_DATA_DIR", data_dir.join("data"));
    command.env("LEADCTL_SHUTDOWN_TIMEOUT_SECS", "10");
    command
}

/// A running `leadctl up` whose standard error is read as it comes.
struct Up {
    child: Child,
    said: Receiver<String>,
    heard: Vec<String>,
    leads: Lines<BufReader<ChildStdout>>,
}

impl Up {
    fn start(home: &Path, args: &[&str]) -> Self {
        let mut child = leadctl(home)
            .args(["up", "--listen", "127.0.0.1:0"])
            .args(args)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("leadctl starts");
        let stderr = BufReader::new(child.stderr.take().expect("piped"));
        let leads = BufReader::new(child.stdout.take().expect("piped")).lines();
        let (say, said) = channel();
        std::thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                if say.send(line).is_err() {
                    break;
                }
            }
        });
        Self { child, said, heard: Vec::new(), leads }
    }

    /// Reads on until a line holds `needle`, and returns that line.
    fn hear(&mut self, needle: &str) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.said.recv_timeout(left) {
                Ok(line) => {
                    self.heard.push(line.clone());
                    if line.contains(needle) {
                        return line;
                    }
                }
                Err(error) => panic!("{error}: {needle:?} was not said; heard {:#?}", self.heard),
            }
        }
    }

    fn api(&mut self) -> String {
        let line = self.hear("http://");
        line.split_whitespace().find(|w| w.starts_with("http://")).expect("an address").to_owned()
    }

    fn pid(&self) -> i32 {
        i32::try_from(self.child.id()).expect("a process id")
    }

    fn stop(&mut self) -> std::process::ExitStatus {
        kill(Pid::from_raw(self.pid()), Signal::SIGINT).expect("it runs");
        self.child.wait().expect("it ends")
    }
}

impl Drop for Up {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn run(home: &Path, args: &[&str]) -> Output {
    leadctl(home).args(args).stdin(Stdio::null()).output().expect("leadctl runs")
}

fn json(home: &Path, args: &[&str]) -> Value {
    let output = run(home, args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("one JSON document")
}

/// Process ids of the workers that tell of themselves.
fn pids(home: &Path, kind: &str) -> Vec<i32> {
    let listed = json(home, &["workers", "ls", "--all", "-o", "json"]);
    listed["items"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|p| p["kind"] == kind)
        .filter_map(|p| i32::try_from(p["pid"].as_i64()?).ok())
        .collect()
}

fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !holds() {
        assert!(Instant::now() < deadline, "it did not come about that {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn alive(pid: i32) -> bool {
    // A zombie that waits for its parent is dead for all that matters here.
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit_once(") ").is_some_and(|(_, rest)| !rest.starts_with('Z'))
}

#[test]
fn the_sandbox_finds_leads_and_stops_without_a_trace() {
    let home = tempfile::tempdir().expect("a directory");
    let mut up = Up::start(home.path(), &["--sandbox"]);
    let api = up.api();
    let lead = up.leads.next().expect("a lead").expect("text");
    assert!(lead.contains("r/"), "{lead}");

    let listed = json(home.path(), &["leads", "ls", "-o", "json"]);
    let first = &listed["items"][0];
    assert!(first["score"]["total"].as_u64().is_some_and(|s| s >= 40), "{first}");
    let id = first["id"].as_str().expect("an id");
    let shown = run(home.path(), &["leads", "show", id]);
    let text = String::from_utf8_lossy(&shown.stdout).into_owned();
    for part in ["intent", "recency", "engagement", "fit"] {
        assert!(text.contains(part), "{part} is missing in\n{text}");
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
    assert!(up.stop().success());
    assert!(children.iter().all(|&pid| !alive(pid)), "a child outlived its supervisor");
    assert!(pids(home.path(), "worker").is_empty(), "a heartbeat outlived its worker");
}

#[test]
fn a_second_up_on_the_same_data_is_refused() {
    let home = tempfile::tempdir().expect("a directory");
    let mut first = Up::start(home.path(), &[]);
    first.api();
    let second = run(home.path(), &["up", "--listen", "127.0.0.1:0"]);
    assert_eq!(second.status.code(), Some(7));
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(said.contains(&first.child.id().to_string()), "{said}");
    assert!(said.contains("--data-dir"), "{said}");
    assert!(first.stop().success());
}

#[test]
fn without_credentials_it_starts_and_says_what_is_missing() {
    let home = tempfile::tempdir().expect("a directory");
    let mut up = Up::start(home.path(), &[]);
    up.hear("LEADCTL_REDDIT_CLIENT_ID");
    up.hear("leadctl campaigns add");
    assert!(up.stop().success());
}

#[test]
fn a_child_that_dies_is_started_again() {
    let home = tempfile::tempdir().expect("a directory");
    let mut up = Up::start(home.path(), &["--sandbox"]);
    up.hear("Ctrl-C stops everything");
    until("the worker tells of itself", || pids(home.path(), "worker").len() == 1);
    let first = pids(home.path(), "worker")[0];
    kill(Pid::from_raw(first), Signal::SIGKILL).expect("it runs");
    let said = up.hear("worker 1 was ended by signal 9");
    assert!(said.contains("started again in 0.5 s"), "{said}");
    until("another worker tells of itself", || {
        pids(home.path(), "worker").iter().any(|&pid| pid != first)
    });
    assert!(up.stop().success());
}

#[test]
fn no_child_outlives_a_supervisor_that_is_killed() {
    let home = tempfile::tempdir().expect("a directory");
    let mut up = Up::start(home.path(), &["--sandbox"]);
    up.hear("Ctrl-C stops everything");
    until("both tell of themselves", || {
        pids(home.path(), "worker").len() + pids(home.path(), "api").len() == 2
    });
    let mut children = pids(home.path(), "api");
    children.extend(pids(home.path(), "worker"));
    kill(Pid::from_raw(up.pid()), Signal::SIGKILL).expect("it runs");
    up.child.wait().expect("it ended");
    until("all children end", || children.iter().all(|&pid| !alive(pid)));
    let mut again = Up::start(home.path(), &[]);
    again.api();
    assert!(again.stop().success());
}
