//! What the benches share: whole processes on a data directory of their own, and figures beside
//! their targets.

#![allow(dead_code)]

pub mod http;
pub mod leads;
pub mod redis;
pub mod sandbox;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use leadctl::config::{Overrides, load};
use leadctl::services::Services;

/// A `leadctl` that sees nothing of the caller's configuration.
pub fn leadctl(data_dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leadctl"));
    command.env_clear().env("HOME", data_dir).env("LEADCTL_DATA_DIR", data_dir.join("data"));
    command.stdin(Stdio::null());
    command
}

/// Runs it to its end, which must be a good one, and says how long that took.
pub fn timed(command: &mut Command) -> (Output, Duration) {
    let started = Instant::now();
    let output = command.output().expect("leadctl runs");
    let took = started.elapsed();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{command:?}: {}\n{said}", output.status);
    (output, took)
}

/// Runs `run` `times` times; the median and the longest of what it says it took.
pub fn median(times: usize, mut run: impl FnMut() -> Duration) -> (Duration, Duration) {
    let mut took: Vec<Duration> = (0..times).map(|_| run()).collect();
    took.sort_unstable();
    (took[times / 2], took[times - 1])
}

/// A worker process that is up, killed when dropped.
pub struct Worker(Child);

impl Worker {
    /// Starts one, of `leadctl` as it is given.
    pub fn start(leadctl: &mut Command) -> Self {
        leadctl.args(["worker", "--listen", "127.0.0.1:0"]);
        Self(up(leadctl, "the worker is up").0)
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.0.id()
    }
}

/// An API process that is up, killed when dropped.
pub struct Server {
    process: Child,
    /// Where it listens, as in `127.0.0.1:7676`.
    pub address: String,
}

impl Server {
    /// Starts one, of `leadctl` as it is given.
    pub fn start(leadctl: &mut Command) -> Self {
        let (process, said) = up(leadctl.args(["api", "--listen", "127.0.0.1:0"]), "the API is up");
        let (_, address) = said.split_once("http://").expect("an address");
        let end = address.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ':'));
        Self { address: address[..end.unwrap_or(address.len())].to_owned(), process }
    }

    /// Memory that it holds, in MiB.
    pub fn resident_mib(&self) -> f64 {
        let path = format!("/proc/{}/status", self.process.id());
        let status = std::fs::read_to_string(path).expect("its status");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("a figure");
        let kib = line.trim().trim_end_matches(" kB").parse::<f64>().expect("a number");
        kib / 1_024.0
    }
}

/// Starts a process and waits until its log has a line with these words, which is given too.
fn up(command: &mut Command, words: &str) -> (Child, String) {
    let mut child =
        command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("leadctl starts");
    let mut said = BufReader::new(child.stderr.take().expect("piped"));
    let mut line = String::new();
    while !line.contains(words) {
        line.clear();
        assert!(said.read_line(&mut line).expect("text") > 0, "{words:?} was never said");
    }
    // What it says is read on, or it would wait for us one day.
    std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
    (child, line)
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a figure should be.
pub enum Target {
    /// This much or more.
    AtLeast(f64),
    /// Less than this.
    Below(f64),
}

/// Prints a figure beside its target, and whether it reaches it.
pub fn figure(name: &str, value: f64, unit: &str, target: Target) {
    let (sign, bound, met) = match target {
        Target::AtLeast(bound) => ("at least", bound, value >= bound),
        Target::Below(bound) => ("below", bound, value < bound),
    };
    let verdict = if met { "ok" } else { "MISSED" };
    let digits = if value < 10.0 { 2 } else { 1 };
    println!("{name:<58} {value:>12.digits$} {unit:<10} target: {sign} {bound} {unit}   {verdict}");
}

/// Milliseconds of a duration.
pub fn ms(took: Duration) -> f64 {
    took.as_secs_f64() * 1_000.0
}

/// The services on the data that [`leadctl`] sees.
pub async fn services(home: &Path) -> Services {
    let mut settings = load(&Overrides::default()).expect("settings").settings;
    settings.data_dir = home.join("data");
    Services::open(settings).await.expect("a database")
}
