//! The same with the binary, as it is run: workers are processes, jobs come from `jobs enqueue`.

use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::redis::Unruly;
use crate::support::process::{leadctl, text, until};

pub fn with_redis(home: &Path, redis: &Unruly) -> Command {
    let mut command = leadctl(home);
    command.env("REDIS_URL", redis.url());
    command
}

/// A worker that is killed when the test ends.
struct Worker(Child);

impl Worker {
    fn start(home: &Path, redis: &Unruly) -> Self {
        let child = with_redis(home, redis)
            .args(["worker", "--concurrency", "4"])
            .env("LEADCTL_WORKER_LOCK_SECS", "2")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        Self(child.expect("leadctl starts"))
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Gives lines to `jobs enqueue --from -`.
fn enqueue(home: &Path, redis: &Unruly, ids: std::ops::Range<u32>) -> Output {
    let mut child = with_redis(home, redis)
        .args(["jobs", "enqueue", "--from", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("leadctl starts");
    let lines: String = ids
        .map(|n| format!("{{\"subreddit\":\"place{n}\",\"id\":\"job-{n}\",\"attempts\":1}}\n"))
        .collect();
    child.stdin.take().expect("piped").write_all(lines.as_bytes()).expect("it reads");
    child.wait_with_output().expect("it ends")
}

fn json(home: &Path, redis: &Unruly, args: &[&str]) -> Value {
    let output = with_redis(home, redis).args(args).output().expect("leadctl runs");
    assert!(output.status.success(), "{args:?}: {}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("one JSON document")
}

/// How many jobs have ended. Without Reddit credentials each fails at once, which is an end too.
fn ended(home: &Path, redis: &Unruly) -> u64 {
    let shown = json(home, redis, &["queue", "show", "subreddit-analysis", "-o", "json"]);
    let of = |state: &str| shown[state].as_u64().unwrap_or(0);
    of("completed") + of("failed")
}

#[test]
fn enqueuing_and_workers_go_on_without_redis_and_say_so() {
    let home = tempfile::tempdir().expect("a directory");
    let mut redis = Unruly::up();
    let before = enqueue(home.path(), &redis, 0..40);
    assert!(before.status.success(), "{}", text(&before.stderr));
    redis.kill();

    let begun = Instant::now();
    let during = enqueue(home.path(), &redis, 40..80);
    let took = begun.elapsed();
    assert!(during.status.success(), "{}", text(&during.stderr));
    assert!(took < Duration::from_secs(10), "it took {took:?}");
    assert!(text(&during.stderr).contains("Redis is away"), "{}", text(&during.stderr));

    // A worker that starts without Redis serves the spool.
    let worker = Worker::start(home.path(), &redis);
    until("the spool is worked off", || ended(home.path(), &redis) == 40);
    let status = json(home.path(), &redis, &["status", "-o", "json"]);
    assert!(status["degraded"]["since"].is_string(), "{status}");
    assert_eq!(status["degraded"]["spooled"], 0);

    redis.start();
    until("all jobs have ended", || ended(home.path(), &redis) == 80);
    until("all is well again", || {
        json(home.path(), &redis, &["status", "-o", "json"])["degraded"].is_null()
    });
    drop(worker);
}
