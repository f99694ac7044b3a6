//! What a process tells over HTTP while Redis is away.

use serde_json::{Value, json};

use super::processes::with_redis;
use super::redis::Unruly;
use crate::support::process::{Running, until};

/// Status and body of what is at this path.
fn get(address: &str, path: &str) -> (u16, String) {
    let url = format!("{address}{path}");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let answer = reqwest::get(url).await.expect("an answer");
        (answer.status().as_u16(), answer.text().await.expect("text"))
    })
}

fn ready(address: &str) -> (u16, Value) {
    let (status, body) = get(address, "/readyz");
    (status, serde_json::from_str(&body).expect("JSON"))
}

/// A gauge that has no labels.
fn gauge(address: &str, name: &str) -> Option<f64> {
    let (_, text) = get(address, "/metrics");
    let value = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    value.and_then(|value| value.parse().ok())
}

#[test]
fn readyz_and_metrics_say_degraded_and_since_when_and_ready_again() {
    let home = tempfile::tempdir().expect("a directory");
    let mut redis = Unruly::up();
    let start = |args: &[&str], up: &str| {
        let mut command = with_redis(home.path(), &redis);
        let mut process = Running::start(command.args(args).args(["--log", "info"]));
        process.stderr.until(up);
        process
    };
    let _worker = start(&["worker", "--listen", "127.0.0.1:0"], "the worker is up");
    let _api = start(&["api", "--listen", "127.0.0.1:0"], "the API is up");
    let mut addresses = Vec::new();
    until("both tell where they listen", || {
        let output =
            with_redis(home.path(), &redis).args(["workers", "ls", "--all", "-o", "json"]).output();
        let listed: Value = serde_json::from_slice(&output.expect("it runs").stdout).expect("JSON");
        let items = listed["items"].as_array().expect("a list").clone();
        addresses = items.iter().filter_map(|p| p["http"].as_str().map(str::to_owned)).collect();
        addresses.len() == 2
    });
    for address in &addresses {
        until("it is ready", || {
            ready(address) == (200, json!({"status": "ready", "checks": {"database": "ok"}}))
        });
        assert_eq!(gauge(address, "leadctl_degraded"), Some(0.0));
        assert_eq!(gauge(address, "leadctl_degraded_since_seconds"), Some(0.0));
    }
    // Own queues are told of without a look at every key of the server.
    assert_eq!(redis.calls("scan"), 0);

    redis.kill();
    for address in &addresses {
        until("it is degraded", || ready(address).1["status"] == "degraded");
        let (status, body) = ready(address);
        assert_eq!(status, 200, "it must not be taken out of service: {body}");
        let since = body["degraded"]["since"].as_str().expect("a time");
        let since = chrono::DateTime::parse_from_rfc3339(since).expect("a time");
        assert!(body["degraded"]["reason"].as_str().expect("a reason").contains("Redis is away"));
        assert_eq!(gauge(address, "leadctl_degraded"), Some(1.0));
        let told = gauge(address, "leadctl_degraded_since_seconds").expect("a gauge");
        let differ = told - f64::from(u32::try_from(since.timestamp()).expect("now"));
        assert!((0.0..1.0).contains(&differ), "{told} is not {since}");
    }

    redis.start();
    for address in &addresses {
        until("it is ready again", || ready(address).1["status"] == "ready");
        assert_eq!(ready(address).1["degraded"], Value::Null);
        until("its gauges say so", || gauge(address, "leadctl_degraded") == Some(0.0));
        assert_eq!(gauge(address, "leadctl_degraded_since_seconds"), Some(0.0));
    }
}
