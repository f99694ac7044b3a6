//! Keys: made, shown once, needed from the first one on, revoked.

use reqwest::Method;

use crate::support::api::{Api, answer, key};
use crate::support::process::{json, leadctl, run, text};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn this_machine_is_let_in_until_the_first_key_is_made() {
    let home = tempfile::tempdir().expect("a directory");
    let mut api = Api::start(home.path());
    assert_eq!(api.get("/v1/campaigns", "").await.status, 200);
    api.process.stderr.until("without a key until one is made");

    // Not through a proxy, not for a web page, not by a name that somebody else has made.
    for (name, value) in [
        ("x-forwarded-for", "127.0.0.1"),
        ("origin", "https://evil.example"),
        ("host", "evil.example"),
    ] {
        let asked = api.ask(Method::GET, "/v1/campaigns", "").header(name, value);
        let refused = answer(asked).await;
        assert_eq!((refused.status, refused.problem().as_str()), (401, "unauthorized"), "{name}");
    }
    assert_eq!(api.get("/v1/campaigns", "lck_000000000000_x").await.status, 401);

    let key = key(home.path(), "alice", "read");
    let shut = api.get("/v1/campaigns", "").await;
    assert_eq!(shut.status, 401);
    assert_eq!(shut.header("www-authenticate"), "Bearer realm=\"leadctl\"");
    assert_eq!(shut.header("content-type"), "application/problem+json");
    assert_eq!(api.get("/v1/campaigns", &key).await.status, 200);
    for path in ["/livez", "/readyz", "/metrics"] {
        assert_eq!(api.get(path, "").await.status, 200, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_can_be_required_from_the_beginning() {
    let home = tempfile::tempdir().expect("a directory");
    let api = Api::start_as(leadctl(home.path()).env("LEADCTL_API_AUTH", "required"));
    assert_eq!(api.get("/v1/campaigns", "").await.status, 401);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keys_are_shown_once_end_and_are_revoked() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let api = Api::start(home);
    let short = ["--scope", "read", "--expires", "1ms", "--quiet"];
    let ended = run(home, &[&["keys", "create", "--user", "Alice"], &short[..]].concat());
    let ended = text(&ended.stdout).trim().to_owned();
    let good = key(home, "alice", "write");
    let id = good.split('_').nth(1).expect("an id").to_owned();
    let secret = good.rsplit('_').next().expect("a secret").to_owned();

    assert_eq!(api.get("/v1/leads", &good).await.status, 200);
    let expired = api.get("/v1/leads", &ended).await;
    assert_eq!(expired.status, 401);
    assert!(expired.text.contains("is expired"), "{}", expired.text);
    let guessed = format!("{}a", &good[..good.len() - 1]);
    let other = if guessed == good { format!("{}b", &good[..good.len() - 1]) } else { guessed };
    assert_eq!(api.get("/v1/leads", &other).await.status, 401);

    let listed = json(home, &["keys", "ls", "-o", "json"]);
    let items = listed["items"].as_array().expect("a list");
    assert_eq!(items.len(), 2, "one user, two keys: {listed}");
    let row = items.iter().find(|item| item["id"] == id.as_str()).expect("the key");
    assert_eq!((row["user"].as_str(), row["state"].as_str()), (Some("alice"), Some("active")));
    assert!(row["last_used_at"].is_string(), "{row}");
    assert!(!listed.to_string().contains(&secret), "the secret is not kept");
    let file = std::fs::read(home.join("data/leadctl.db")).expect("the database");
    let wal = std::fs::read(home.join("data/leadctl.db-wal")).unwrap_or_default();
    for kept in [file, wal] {
        let found = kept.windows(secret.len()).any(|bytes| bytes == secret.as_bytes());
        assert!(!found, "the secret is in the database");
    }

    assert_eq!(run(home, &["keys", "revoke", &id]).status.code(), Some(7), "it asks first");
    assert_eq!(run(home, &["keys", "revoke", "nosuchkey000", "--yes"]).status.code(), Some(3));
    let tried = json(home, &["keys", "revoke", &id, "--dry-run", "-o", "json"]);
    assert_eq!((tried["acted"].as_u64(), tried["dry_run"].as_bool()), (Some(1), Some(true)));
    assert_eq!(api.get("/v1/leads", &good).await.status, 200);
    let told = run(home, &["keys", "revoke", &good, "--yes"]);
    assert!(!text(&told.stdout).contains(&secret), "a whole key is taken and not said again");
    let revoked = api.get("/v1/leads", &good).await;
    assert!(revoked.status == 401 && revoked.text.contains("is revoked"), "{}", revoked.text);
    let again = json(home, &["keys", "revoke", &id, "--yes", "-o", "json"]);
    assert_eq!((again["acted"].as_u64(), again["skipped"].as_u64()), (Some(0), Some(1)));
}
