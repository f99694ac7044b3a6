//! The binary as a person runs it, and waiting for what must come about.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use serde_json::Value;

/// Longest wait for anything that must happen.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// The binary, with nothing of the caller's own installation; its data is in `home/data`.
pub fn leadctl(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leadctl"));
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.env("HOME", home).env("LEADCTL_DATA_DIR", home.join("data"));
    command.env("LEADCTL_SHUTDOWN_TIMEOUT_SECS", "10").stdin(Stdio::null());
    // Nothing leaves this machine.
    command.env("LEADCTL_REDDIT_FEEDS", "false");
    command
}

/// Runs a command to its end.
pub fn run(home: &Path, args: &[&str]) -> Output {
    leadctl(home).args(args).output().expect("leadctl runs")
}

/// Runs a command to its end with something on its standard input.
pub fn feed(home: &Path, args: &[&str], input: &[u8]) -> Output {
    let mut command = leadctl(home);
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("leadctl starts");
    let mut stdin = child.stdin.take().expect("piped");
    let input = input.to_vec();
    // From a thread, as the command may fill its own output before it has read all; one that
    // ends before is seen by its exit code.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("the writer ends");
    output
}

/// Runs a command that must end well and print one JSON document.
pub fn json(home: &Path, args: &[&str]) -> Value {
    let output = run(home, args);
    assert!(output.status.success(), "{args:?}: {}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("one JSON document")
}

/// Output as text.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Process ids of the processes of one kind that tell of themselves.
pub fn pids(home: &Path, kind: &str) -> Vec<i32> {
    let listed = json(home, &["workers", "ls", "--all", "-o", "json"]);
    listed["items"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|p| p["kind"] == kind)
        .filter_map(|p| i32::try_from(p["pid"].as_i64()?).ok())
        .collect()
}

/// Waits until something has come about.
pub fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !holds() {
        assert!(Instant::now() < deadline, "it did not come about that {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Whether a process runs.
pub fn alive(pid: i32) -> bool {
    // A zombie that waits for its parent is dead for all that matters here.
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit_once(") ").is_some_and(|(_, rest)| !rest.starts_with('Z'))
}

/// Lines of a stream, read as they come.
pub struct Lines {
    said: Receiver<String>,
    heard: Vec<String>,
}

impl Lines {
    /// Reads in a thread of its own, so that the writer never waits.
    pub fn of(stream: impl Read + Send + 'static) -> Self {
        let (say, said) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                if say.send(line).is_err() {
                    break;
                }
            }
        });
        Self { said, heard: Vec::new() }
    }

    /// Reads on until a line holds `needle`, and returns that line.
    pub fn until(&mut self, needle: &str) -> String {
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
}

impl Lines {
    /// All further lines, to the end of the stream.
    pub fn rest(&mut self) -> Vec<String> {
        let mut rest = Vec::new();
        while let Ok(line) = self.said.recv_timeout(PATIENCE) {
            rest.push(line);
        }
        rest
    }
}

/// A process that runs until it is told to stop, or is dropped.
pub struct Running {
    child: Child,
    /// Its standard error.
    pub stderr: Lines,
    /// Its standard output.
    pub stdout: Lines,
}

impl Running {
    /// Starts `command` and listens to what it says.
    pub fn start(command: &mut Command) -> Self {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("leadctl starts");
        let stderr = Lines::of(child.stderr.take().expect("piped"));
        let stdout = Lines::of(child.stdout.take().expect("piped"));
        Self { child, stderr, stdout }
    }

    /// Its process id.
    pub fn pid(&self) -> i32 {
        i32::try_from(self.child.id()).expect("a process id")
    }

    /// Sends it a signal.
    pub fn signal(&self, signal: Signal) {
        kill(Pid::from_raw(self.pid()), signal).expect("it runs");
    }

    /// Waits for its end.
    pub fn wait(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.child.try_wait().expect("it can be waited for") {
                Some(status) => return status,
                None => assert!(Instant::now() < deadline, "process {} did not end", self.pid()),
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Sends it a signal and waits for its end.
    pub fn end(&mut self, signal: Signal) -> ExitStatus {
        self.signal(signal);
        self.wait()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
