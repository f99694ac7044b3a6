//! Webhooks: signed, tried again, and never sent where they must not be.

use serde_json::{Value, json};
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use leadctl::db::Db;
use leadctl::model::Lead;
use leadctl::store::{Store, Tell};
use leadctl::webhooks::sign;

use crate::support::api::{Api, key};
use crate::support::data::{NOW, draft, lead};
use crate::support::process::{Running, leadctl, run, text, until};

fn allowed(home: &std::path::Path) -> std::process::Command {
    let mut command = leadctl(home);
    command.env("LEADCTL_WEBHOOKS_ALLOW_PRIVATE", "true");
    command
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_goes_through_the_queue_and_its_signature_holds() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let reader = MockServer::start().await;
    let taken = ResponseTemplate::new(204);
    Mock::given(method("POST")).and(path("/hook")).respond_with(taken).mount(&reader).await;
    let moved = ResponseTemplate::new(302).insert_header("location", "/hook");
    Mock::given(method("POST")).and(path("/moved")).respond_with(moved).mount(&reader).await;
    let api = Api::start_as(&mut allowed(home));
    let alice = key(home, "alice", "write");
    let add = async |place: &str| -> Value {
        let new = json!({"kind": "generic", "url": format!("{}{place}", reader.uri())});
        let made = api.send(reqwest::Method::POST, "/v1/webhooks", &alice, &new).await;
        assert_eq!(made.status, 201, "{}", made.text);
        made.json()
    };
    let (good, bad) = (add("/hook").await, add("/moved").await);
    let secret = good["secret"].as_str().expect("told once").to_owned();
    let id = good["webhook"]["id"].as_str().expect("an id").to_owned();
    let shown = api.get(&format!("/v1/webhooks/{id}"), &alice).await;
    assert!(!shown.text.contains(&secret), "and never again");

    let worker = allowed(home).args(["worker", "--listen", "127.0.0.1:0"]).spawn();
    let mut worker = worker.expect("it starts");
    for (webhook, state) in [(&good, "completed"), (&bad, "failed")] {
        let place =
            format!("/v1/webhooks/{}/test", webhook["webhook"]["id"].as_str().expect("an id"));
        let sent = api.send(reqwest::Method::POST, &place, &alice, &Value::Null).await;
        assert_eq!(sent.status, 202, "{}", sent.text);
        let job = format!("/v1/jobs/webhooks/{}", sent.json()["id"].as_str().expect("an id"));
        let deadline = std::time::Instant::now() + crate::support::process::PATIENCE;
        loop {
            let now = api.get(&job, &alice).await.json();
            if now["state"] == state {
                break;
            }
            assert!(std::time::Instant::now() < deadline, "{now}");
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }
    worker.kill().expect("it runs");
    worker.wait().expect("it ends");

    let requests = reader.received_requests().await.expect("recorded");
    let hooks: Vec<_> = requests.iter().filter(|r| r.url.path() == "/hook").collect();
    assert_eq!(hooks.len(), 1, "the redirect was not followed");
    let header = |name: &str| hooks[0].headers[name].to_str().expect("text").to_owned();
    let at: i64 = header("x-leadctl-timestamp").parse().expect("seconds");
    assert_eq!(header("x-leadctl-signature"), sign(&secret.into(), at, &hooks[0].body));
    let body: Value = serde_json::from_slice(&hooks[0].body).expect("JSON");
    assert_eq!(body["event"], "test");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn new_leads_are_told_of_to_their_owner_alone() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let reader = MockServer::start().await;
    Mock::given(method("POST")).respond_with(ResponseTemplate::new(200)).mount(&reader).await;
    let _alice = key(home, "alice", "write");
    let place = |name: &str| format!("{}/{name}", reader.uri());
    let add = |url: String, rest: &[&str]| {
        let args = [&["webhooks", "add", "--kind", "generic", &url][..], rest].concat();
        let added = allowed(home).args(&args).output().expect("leadctl runs");
        assert!(added.status.success(), "{}", text(&added.stderr));
    };
    add(place("operator"), &["--min-score", "60"]);
    add(place("alice"), &["--owner", "alice"]);
    // The sandbox's campaign is the operator's.
    let mut up = Running::start(allowed(home).args(["up", "--sandbox", "--listen", "127.0.0.1:0"]));
    up.stderr.until("Ctrl-C stops everything");
    let deadline = std::time::Instant::now() + crate::support::process::PATIENCE;
    while reader.received_requests().await.expect("recorded").is_empty() {
        assert!(std::time::Instant::now() < deadline, "nobody was told");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert!(up.end(nix::sys::signal::Signal::SIGINT).success());
    let requests = reader.received_requests().await.expect("recorded");
    for request in &requests {
        assert_eq!(request.url.path(), "/operator");
        let body: Value = serde_json::from_slice(&request.body).expect("JSON");
        assert_eq!(body["event"], "lead.found");
        assert!(body["lead"]["score"]["total"].as_u64().expect("a score") >= 60, "{body}");
    }
}

/// The process that found them may end before the queue has the messages.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn leads_that_were_kept_and_not_told_of_are_told_of_later() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let reader = MockServer::start().await;
    Mock::given(method("POST")).respond_with(ResponseTemplate::new(200)).mount(&reader).await;
    let add = ["webhooks", "add", "--kind", "generic", &reader.uri(), "--min-score", "50"];
    let added = allowed(home).args(add).output().expect("leadctl runs");
    assert!(added.status.success(), "{}", text(&added.stderr));
    let db = Db::open(&home.join("data")).await.expect("a database");
    let store = Store::new(db.clone());
    store.create_campaign(draft("acme"), NOW).await.expect("made");
    let leads: Vec<Lead> = [49, 50, 90].map(|n| lead("acme", n)).into();
    store.record_finds("acme", 1, &[], &leads, &[], Tell::Webhooks).await.expect("kept");
    // Known leads are not news.
    store.record_finds("acme", 1, &[], &leads, &[], Tell::Webhooks).await.expect("kept");
    assert_eq!(store.untold(10).await.expect("read").len(), 2);

    let mut worker = Running::start(allowed(home).args(["worker", "--listen", "127.0.0.1:0"]));
    let deadline = std::time::Instant::now() + crate::support::process::PATIENCE;
    while reader.received_requests().await.expect("recorded").len() < 2 {
        assert!(std::time::Instant::now() < deadline, "nobody was told");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert!(worker.end(nix::sys::signal::Signal::SIGINT).success());
    let mut scores: Vec<u64> = reader
        .received_requests()
        .await
        .expect("recorded")
        .iter()
        .map(|request| {
            let body: Value = serde_json::from_slice(&request.body).expect("JSON");
            body["lead"]["score"]["total"].as_u64().expect("a score")
        })
        .collect();
    scores.sort_unstable();
    assert_eq!(scores, [50, 90]);
    assert_eq!(store.untold(10).await.expect("read"), []);
    db.close().await;
}

#[test]
fn private_addresses_are_refused_when_added_and_when_sent_to() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    for url in ["https://127.0.0.1/x", "https://169.254.169.254/", "http://example.com/", "nothing"]
    {
        let refused = run(home, &["webhooks", "add", "--kind", "generic", url]);
        assert_eq!(refused.status.code(), Some(2), "{url}: {}", text(&refused.stderr));
    }
    let added = run(home, &["webhooks", "add", "--kind", "slack", "https://localhost/secret"]);
    assert!(added.status.success(), "{}", text(&added.stderr));
    let listed = run(home, &["webhooks", "ls", "-o", "json"]);
    let listed: Value = serde_json::from_slice(&listed.stdout).expect("JSON");
    assert_eq!(listed["items"][0]["url"], "https://localhost/...");
    let id = listed["items"][0]["id"].as_str().expect("an id");
    let refused = run(home, &["webhooks", "test", id]);
    assert_eq!(refused.status.code(), Some(7), "{}", text(&refused.stderr));
    assert!(text(&refused.stderr).contains("which is no address of the public internet"));
    until("it is gone", || run(home, &["webhooks", "rm", id, "--yes"]).status.success());
    assert_eq!(run(home, &["webhooks", "test", id]).status.code(), Some(3));
}
