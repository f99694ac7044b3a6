//! `leadctl audit`, through the real binary: what was done is kept, whatever way it was printed.

use leadctl::model::Timestamp;
use leadctl::store::{AuditEntry, AuditFilter, AuditOutcome, Store};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::api::{Api, answer, key};
use crate::support::home::Home;
use crate::support::postgres::shared;

fn actions(home: &Home, args: &[&str]) -> Vec<String> {
    let listed = home.json(&[&["audit", "ls"], args].concat());
    let items = listed["items"].as_array().expect("a list").iter();
    items
        .map(|e| format!("{} {} {}", text(&e["action"]), text(&e["target"]), text(&e["outcome"])))
        .collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn what_was_done_is_kept_and_what_was_not_is_not() {
    let home = Home::new();
    home.out(&["campaigns", "add", "--name", "Acme", "--keyword", "invoice"]);
    let paused = home.json(&["queue", "pause", "lead-discovery"]);
    home.out(&["queue", "pause", "lead-discovery"]);
    home.out(&["queue", "resume", "lead-discovery", "--dry-run"]);
    assert_eq!(home.run(&["queue", "drain", "lead-discovery"]).code, 7);
    home.json(&["schedule", "set", "x", "--every", "1h", "--campaign", "acme"]);
    home.json(&["jobs", "enqueue", "lead", "-C", "acme", "--id", "j"]);
    home.out(&["queue", "ls"]);
    assert_eq!(home.run(&["leads", "set-status", "saved", "nobody"]).code, 3);
    assert_eq!(
        actions(&home, &[]),
        [
            "leads.set-status saved nobody failed",
            "jobs.enqueue  done",
            "schedule.set x done",
            "queue.pause lead-discovery nothing",
            "queue.pause lead-discovery done",
            "campaigns.add  done",
        ]
    );
    let first = home.json(&["audit", "show", text(&paused["op_id"])]);
    assert_eq!(first["detail"]["sample_ids"], json!(["lead-discovery"]));
    assert!(text(&first["actor"]).contains('@'), "{first}");
    assert_eq!(actions(&home, &["--actor", text(&first["actor"]), "--limit", "2"]).len(), 2);
    assert_eq!(actions(&home, &["--actor", "nobody@nowhere"]), Vec::<String>::new());
    assert_eq!(actions(&home, &["--action", "queue"]).len(), 2);
    assert_eq!(actions(&home, &["--action", "queue.pause", "--since", "1h"]).len(), 2);
    let page = home.json(&["audit", "ls", "--limit", "4"]);
    let rest = actions(&home, &["--cursor", text(&page["next"])]);
    assert_eq!(rest, ["queue.pause lead-discovery done", "campaigns.add  done"]);
    assert_eq!(home.run(&["audit", "show", "nothing"]).code, 3);
    assert_eq!(home.run(&["audit", "ls", "--cursor", "x"]).code, 2);
    assert!(home.out(&["audit", "show", text(&paused["op_id"])]).contains("queue.pause"));
}

#[test]
fn what_ends_in_an_error_is_kept_with_it() {
    let home = Home::new();
    home.out(&["db", "migrate"]);
    // Nobody listens there.
    let mut command = home.leadctl();
    command.env("REDIS_URL", "redis://:hunter2@127.0.0.1:1/0");
    let ran = crate::support::home::Ran::of(command.args(["breaker", "trip", "reddit"]));
    assert_eq!(ran.code, 4, "{}", ran.stderr);
    let listed = home.json(&["audit", "ls", "--action", "breaker"]);
    let entry = &listed["items"][0];
    assert_eq!((text(&entry["outcome"]), text(&entry["target"])), ("failed", "reddit"));
    assert!(!text(&entry["detail"]["error"]).is_empty(), "{entry}");
    assert!(!entry.to_string().contains("hunter2"), "{entry}");
}

#[test]
fn what_requests_change_is_kept_once_and_what_is_refused_is_not() {
    let home = Home::new();
    let key = key(home.path(), "ann", "admin");
    let api = Api::start(home.path());
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let send = |method: Method, path: &str, body: Value| {
        let asked = api.ask(method, path, &key).header("x-request-id", "r-7");
        let asked = asked.header("idempotency-key", path.replace('/', "-"));
        let asked = if body.is_null() { asked } else { asked.json(&body) };
        let answer = runtime.block_on(answer(asked));
        assert!(answer.status < 500 && answer.status != 422, "{}", answer.text);
        answer.status
    };
    let campaign = || json!({"name": "Acme", "keywords": ["invoice"], "subreddits": ["freelance"]});
    assert_eq!(send(Method::POST, "/v1/campaigns", campaign()), 201);
    assert_eq!(send(Method::POST, "/v1/campaigns", campaign()), 201, "the same answer again");
    let hook = json!({"kind": "slack", "url": "https://1.1.1.1/services/hunter2"});
    assert_eq!(send(Method::POST, "/v1/webhooks", hook), 201);
    let trip = json!({"action": "force_open", "reason": "they are down"});
    assert_eq!(send(Method::PATCH, "/v1/breakers/reddit", trip), 200);
    let job = json!({"kind": "lead", "campaign": "acme"});
    assert_eq!(send(Method::POST, "/v1/jobs", job), 202);
    assert_eq!(send(Method::POST, "/v1/campaigns/nosuch/pause", Value::Null), 404);
    assert_eq!(send(Method::POST, "/v1/campaigns/acme/pause", Value::Null), 200);
    let listed = home.json(&["audit", "ls", "--actor", "ann@api"]);
    let items = listed["items"].as_array().expect("a list");
    let actions: Vec<&str> = items.iter().map(|entry| text(&entry["action"])).collect();
    assert_eq!(
        actions,
        ["campaigns.pause", "jobs.enqueue", "breaker.trip", "webhooks.add", "campaigns.add"]
    );
    let detail = |n: usize| items[n]["detail"].clone();
    assert_eq!(detail(2)["options"]["reason"], "they are down");
    assert!(text(&items[1]["target"]).starts_with("lead-discovery/"), "{listed}");
    assert!(text(&items[0]["target"]) == "acme" && text(&items[4]["target"]).starts_with("acme-"));
    for n in 0..items.len() {
        assert_eq!((&detail(n)["via"], &detail(n)["request_id"]), (&json!("api"), &json!("r-7")));
        assert!(detail(n)["key"].is_string());
    }
    assert!(!listed.to_string().contains("hunter2"), "{listed}");
}

#[tokio::test]
async fn postgres_keeps_it_as_well() {
    let database = shared().database().await;
    let store = Store::new(database.open().await);
    let entry = |n: i64| AuditEntry {
        op_id: format!("op-{n}"),
        at: Timestamp::from_secs(1_800_000_000 + n),
        actor: "ann@web".into(),
        action: "queue.pause".into(),
        target: "a\u{0}b".into(),
        outcome: AuditOutcome::Partly,
        detail: json!({"acted": n}),
    };
    for n in 0..5 {
        store.record_audit(&entry(n)).await.expect("kept");
    }
    let filter = AuditFilter {
        actor: Some("ann@web".into()),
        action: Some("queue".into()),
        since: Some(Timestamp::from_secs(1_800_000_001)),
    };
    let first = store.audit(&filter, None, 3).await.expect("a page");
    let ids = |entries: &[AuditEntry]| entries.iter().map(|e| e.op_id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&first.entries), ["op-4", "op-3", "op-2"]);
    let second = store.audit(&filter, first.next.as_deref(), 3).await.expect("a page");
    assert_eq!((ids(&second.entries), second.next), (vec!["op-1".to_owned()], None));
    let one = store.audit_entry("op-3").await.expect("read").expect("kept");
    assert_eq!((one.target.as_str(), &one.detail), ("a\u{fffd}b", &json!({"acted": 3})));
}
