//! Streams of what happens.

use std::time::Duration;

use reqwest::{Method, Response};
use serde_json::{Value, json};
use tokio::time::timeout;

use crate::support::api::{Api, key};
use crate::support::process::PATIENCE;

/// A stream of server-sent events.
struct Stream {
    response: Response,
    read: String,
}

impl Stream {
    async fn open(api: &Api, path: &str, key: &str) -> Self {
        let response = api.ask(Method::GET, path, key).send().await.expect("an answer");
        assert_eq!(response.status(), 200);
        let kind = response.headers()["content-type"].to_str().expect("text").to_owned();
        assert!(kind.starts_with("text/event-stream"), "{kind}");
        Self { response, read: String::new() }
    }

    /// The next event and its data; none at the end.
    async fn next(&mut self) -> Option<(String, Value)> {
        timeout(PATIENCE, self.read_next()).await.expect("in time")
    }

    async fn read_next(&mut self) -> Option<(String, Value)> {
        loop {
            if let Some((message, rest)) = self.read.split_once("\n\n") {
                let field = |name: &str| {
                    message.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned)
                };
                let found = field("event: ").zip(field("data: "));
                self.read = rest.to_owned();
                if let Some((event, data)) = found {
                    return Some((event, serde_json::from_str(&data).expect("JSON")));
                }
                continue;
            }
            let chunk = self.response.chunk().await.expect("a stream")?;
            self.read.push_str(std::str::from_utf8(&chunk).expect("text"));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_is_followed_to_its_end_and_others_are_not_told_of() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let mut api = Api::start(home);
    let (alice, bob) = (key(home, "alice", "write"), key(home, "bob", "write"));
    let mut jobs = Vec::new();
    let mut everything = Vec::new();
    for key in [&alice, &bob] {
        let new = json!({"name": "Acme", "keywords": ["one"]});
        let campaign = api.send(Method::POST, "/v1/campaigns", key, &new).await.json();
        everything.push(Stream::open(&api, "/v1/events?queue=lead-discovery", key).await);
        let job =
            json!({"kind": "lead", "campaign": campaign["id"], "options": {"delay_ms": 60_000}});
        let added = api.send(Method::POST, "/v1/jobs", key, &job).await.json();
        jobs.push(added["id"].as_str().expect("an id").to_owned());
    }
    let (_, first) = everything[0].next().await.expect("hers");
    assert_eq!(first["job_id"].as_str(), Some(&*jobs[0]));
    let (_, first) = everything[1].next().await.expect("his");
    assert_eq!(first["job_id"].as_str(), Some(&*jobs[1]), "of hers he hears nothing");

    let path = format!("/v1/jobs/lead-discovery/{}", jobs[0]);
    let mut own = Stream::open(&api, &format!("{path}/events"), &alice).await;
    let (event, job) = own.next().await.expect("the state");
    assert_eq!((event.as_str(), job["state"].as_str()), ("state", Some("delayed")));
    assert_eq!(api.send(Method::DELETE, &path, &alice, &Value::Null).await.status, 204);
    let (event, data) = own.next().await.expect("the end");
    assert_eq!((event.as_str(), data["job_id"].as_str()), ("removed", Some(&*jobs[0])));
    assert!(own.next().await.is_none(), "the stream ends with the job");

    // A stream that is open does not hold up the end of the process.
    let begun = std::time::Instant::now();
    assert!(api.process.end(nix::sys::signal::Signal::SIGTERM).success());
    assert!(begun.elapsed() < Duration::from_secs(8), "{:?}", begun.elapsed());
}
