use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use leadctl::clock::SystemClock;
use leadctl::queue::bullmq::BullMqQueue;
use leadctl::queue::{ActiveJob, ConsumeOptions, Handler, JobFailure, JobQueue, QueueError};
use leadctl::redis_link::RedisLink;
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio_util::sync::CancellationToken;

use crate::support::{process, redis};

/// Longest wait for anything that must happen.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// One queue, for us and for Node.
pub struct Shared {
    pub ours: BullMqQueue,
    pub prefix: String,
    pub name: String,
}

/// A script that runs.
pub struct Script {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Shared {
    /// A queue that nobody has used.
    pub fn new() -> Self {
        Self::named("common")
    }

    /// One of that name.
    pub fn named(name: &str) -> Self {
        let prefix = redis::prefix();
        let url = SecretString::from(redis::shared().url());
        let link = RedisLink::open(&url, SystemClock::shared()).expect("an address");
        let ours = BullMqQueue::new(link, &prefix, SystemClock::shared()).expect("a prefix");
        Self { ours, prefix, name: name.to_owned() }
    }

    /// Starts a script of tests/node on this queue.
    pub fn start(&self, script: &str, args: &[&str]) -> Script {
        let mut child = Command::new("node")
            .arg(scripts().join(script))
            .arg(&self.name)
            .args(args)
            .env("URL", redis::shared().url())
            .env("PREFIX", &self.prefix)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("node is not on the path; install Node.js 20 or later");
        let lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        Script { child, lines }
    }

    /// leadctl, on the same Redis.
    pub fn leadctl(&self, home: &Path, args: &[&str]) -> std::process::Command {
        let mut command = process::leadctl(home);
        command.env("REDIS_URL", redis::shared().url()).env("LEADCTL_REDIS_PREFIX", &self.prefix);
        command.args(args);
        command
    }

    /// Runs leadctl, which must end well, and gives the one JSON document that it prints.
    pub fn json(&self, home: &Path, args: &[&str]) -> Value {
        let output = self.leadctl(home, &[args, &["-o", "json"]].concat()).output();
        let output = output.expect("leadctl runs");
        assert!(output.status.success(), "{args:?}: {}", process::text(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("one JSON document")
    }

    /// Runs a script to its end and gives what it says first.
    pub async fn run(&self, script: &str, args: &[&str]) -> Value {
        let mut script = self.start(script, args);
        let said = script.hear().await;
        script.end().await;
        said
    }

    /// Runs jobs here until these have finished.
    pub async fn work_off(&self, ids: &[&str]) {
        let stop = CancellationToken::new();
        let options = ConsumeOptions {
            worker: "leadctl-worker".into(),
            concurrency: 4.into(),
            ..ConsumeOptions::default()
        };
        let (queue, name, stopped) = (self.ours.clone(), self.name.clone(), stop.clone());
        let worker =
            tokio::spawn(
                async move { queue.consume(&name, options, Arc::new(Echo), stopped).await },
            );
        for id in ids {
            self.finished(id).await;
        }
        stop.cancel();
        worker.await.expect("no panic").expect("it ends well");
    }

    /// Waits until a job has finished.
    pub async fn finished(&self, id: &str) {
        until(&format!("{id} is finished"), async || {
            let job = self.ours.get(&self.name, id).await.expect("an answer");
            job.is_some_and(|job| job.finished_at.is_some())
        })
        .await;
    }

    pub async fn get(&self, id: &str) -> leadctl::queue::Job {
        let job: Result<_, QueueError> = self.ours.get(&self.name, id).await;
        job.expect("an answer").unwrap_or_else(|| panic!("there is no job {id}"))
    }
}

impl Script {
    /// The next thing that it says.
    pub async fn hear(&mut self) -> Value {
        let line = tokio::time::timeout(PATIENCE, self.lines.next_line()).await;
        let line = line.expect("it speaks in time").expect("text");
        let line = line.expect("it ended without a word; what was wrong stands on standard error");
        serde_json::from_str(&line).unwrap_or_else(|_| panic!("it said {line}"))
    }

    /// Lets it end, and gives what it still says.
    pub async fn end(mut self) -> Vec<Value> {
        drop(self.child.stdin.take());
        let mut said = Vec::new();
        let ends = async {
            while let Some(line) = self.lines.next_line().await.expect("text") {
                said.push(serde_json::from_str(&line).expect("JSON"));
            }
            self.child.wait().await.expect("it ends")
        };
        let status = tokio::time::timeout(PATIENCE, ends).await.expect("it ends in time");
        assert!(status.success(), "it ended with {status}");
        said
    }
}

/// Gives back what it got; jobs named `fails-once` fail at first, `hopeless` ones for good.
pub struct Echo;

#[async_trait]
impl Handler for Echo {
    async fn run(&self, active: ActiveJob) -> Result<Value, JobFailure> {
        let job = active.job;
        active.report.log("done by leadctl").await.expect("logged");
        active.report.progress(json!({"at": "end"})).await.expect("told");
        match job.name.as_str() {
            "fails-once" if job.attempts_made == 0 => Err(JobFailure {
                retryable: leadctl::queue::Retryable::Yes,
                ..JobFailure::permanent("not yet")
            }),
            "hopeless" => Err(JobFailure::permanent("no hope")),
            _ => Ok(json!({"by": "leadctl", "name": job.name, "data": job.data})),
        }
    }
}

/// Where the scripts are, with what they need.
fn scripts() -> PathBuf {
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node");
    assert!(
        scripts.join("node_modules/bullmq").is_dir(),
        "BullMQ is not installed for the tests; run `npm ci` in tests/node (scripts/test does)"
    );
    scripts
}

/// Waits until something holds.
pub async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let deadline = tokio::time::Instant::now() + PATIENCE;
    while !holds().await {
        assert!(tokio::time::Instant::now() < deadline, "it did not come about that {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
