//! Every operation of the API, by its own description: none can be forgotten.

use leadctl::model::Timestamp;
use leadctl::store::{SealedAccount, Tell};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::api::{Answer, Api, answer, key};
use crate::support::data;
use crate::support::leads::with_services;
use crate::support::process::{run, text};

/// An operation with everything that it needs filled in.
#[derive(Debug)]
struct Operation {
    method: Method,
    /// As described.
    path: String,
    body: Option<Value>,
}

/// Ids of things that belong to one user.
struct Things {
    campaign: String,
    lead: String,
    job: String,
    webhook: String,
    account: String,
    subreddit: String,
}

impl Things {
    /// Fills in the path.
    fn place(&self, path: &str) -> String {
        let id = if path.starts_with("/v1/campaigns") {
            &self.campaign
        } else if path.starts_with("/v1/leads") {
            &self.lead
        } else if path.starts_with("/v1/webhooks") {
            &self.webhook
        } else if path.starts_with("/v1/accounts") {
            &self.account
        } else {
            &self.job
        };
        let name = if path.starts_with("/v1/queues") {
            "lead-discovery"
        } else if path.starts_with("/v1/breakers") {
            "reddit"
        } else {
            &self.subreddit
        };
        path.replace("{queue}", "lead-discovery").replace("{id}", id).replace("{name}", name)
    }
}

/// All operations below `/v1`, from `/openapi.json`.
async fn operations(api: &Api) -> Vec<Operation> {
    let described = api.get("/openapi.json", "").await;
    assert_eq!(described.status, 200);
    let described = described.json();
    let mut operations = Vec::new();
    for (path, item) in described["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("operations") {
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).expect("a method");
            let body = operation.get("requestBody").map(|_| body(&method, path));
            operations.push(Operation { method, path: path.clone(), body });
        }
    }
    assert!(operations.len() > 25, "{operations:?}");
    operations
}

/// A body that an operation takes.
fn body(method: &Method, path: &str) -> Value {
    match (method.as_str(), path) {
        ("POST", "/v1/campaigns") => json!({"name": "New", "keywords": ["one"]}),
        ("PATCH", "/v1/campaigns/{id}") => json!({"description": "changed"}),
        ("PATCH", "/v1/leads/{id}") => json!({"status": "saved"}),
        ("POST", "/v1/jobs") => json!({"kind": "subreddit", "subreddit": "freelance"}),
        ("PATCH", "/v1/breakers/{name}") => json!({"action": "metrics_only"}),
        ("POST", "/v1/webhooks") => json!({"kind": "generic", "url": "https://1.1.1.1/hook"}),
        other => panic!("{other:?} needs a body here"),
    }
}

async fn ask(api: &Api, operation: &Operation, place: &str, key: &str) -> Answer {
    let request = api.ask(operation.method.clone(), place, key);
    let request = match &operation.body {
        Some(body) => request.json(body),
        None => request,
    };
    answer(request).await
}

/// A user with a campaign, a lead, a job and a webhook; the key may change them.
async fn somebody(api: &Api, home: &std::path::Path, name: &str) -> (String, Things) {
    let key = key(home, name, "write");
    let new =
        json!({"name": "Acme", "keywords": ["invoicing"], "subreddits": [format!("sub_{name}")]});
    let made = api.send(Method::POST, "/v1/campaigns", &key, &new).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let campaign = made.json()["id"].as_str().expect("an id").to_owned();
    let job = json!({"kind": "lead", "campaign": campaign, "options": {"delay_ms": 3_600_000}});
    let added = api.send(Method::POST, "/v1/jobs", &key, &job).await;
    assert_eq!(added.status, 202, "{}", added.text);
    let hook = json!({"kind": "generic", "url": "https://1.1.1.1/hook", "min_score": 70});
    let hook = api.send(Method::POST, "/v1/webhooks", &key, &hook).await;
    assert_eq!(hook.status, 201, "{}", hook.text);
    let things = Things {
        lead: crate::support::data::lead(&campaign, 1).id,
        campaign,
        job: added.json()["id"].as_str().expect("an id").to_owned(),
        webhook: hook.json()["webhook"]["id"].as_str().expect("an id").to_owned(),
        account: name.to_owned(),
        subreddit: format!("sub_{name}"),
    };
    (key, things)
}

/// A Reddit account of a user's.
fn account(owner: &str) -> SealedAccount {
    let account = data::account(owner, Timestamp::from_secs(1_780_000_000));
    let (key_id, token) = ("k".to_owned(), "x1.sealed".to_owned());
    SealedAccount { account, key_id, client_secret: None, token }
}

fn found(home: &std::path::Path, campaigns: &[&str]) {
    let campaigns: Vec<String> = campaigns.iter().map(|id| (*id).to_owned()).collect();
    let home = home.to_owned();
    // A runtime cannot be made within another.
    std::thread::spawn(move || {
        with_services(&home, async |services| {
            for campaign in &campaigns {
                let leads: Vec<_> =
                    (0..3).map(|n| crate::support::data::lead(campaign, n)).collect();
                services
                    .store
                    .record_finds(campaign, 1, &[], &leads, &[], Tell::Nobody)
                    .await
                    .expect("kept");
                let owner = services.store.campaign(campaign).await.unwrap().unwrap().owner;
                let account = account(&owner.expect("a user"));
                services.store.add_account(&account, false).await.expect("kept");
            }
        });
    })
    .join()
    .expect("kept");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_operation_shows_or_changes_what_is_somebody_elses() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let api = Api::start(home);
    let (alice, hers) = somebody(&api, home, "alice").await;
    let (bob, his) = somebody(&api, home, "bob").await;
    let reader = key(home, "alice", "read");
    found(home, &[&hers.campaign, &his.campaign]);
    let job = format!("\"id\":\"{}\"", his.job);
    let user = "bob_r".to_owned();
    let marks = [&his.campaign, &his.lead, &job, &his.webhook, &his.subreddit, &user];
    let mut operations = operations(&api).await;
    // What removes things comes last.
    operations.sort_by_key(|operation| operation.method == Method::DELETE);
    for operation in &operations {
        let what = format!("{} {}", operation.method, operation.path);
        let (own, other) = (hers.place(&operation.path), his.place(&operation.path));
        let last = if alice.ends_with('x') { 'y' } else { 'x' };
        for wrong in ["", "lck_000000000000_0", &format!("{}{last}", &alice[..alice.len() - 1])] {
            let refused = ask(&api, operation, &own, wrong).await;
            assert_eq!(refused.status, 401, "{what} with {wrong:?}: {}", refused.text);
            assert_eq!(refused.problem(), "unauthorized", "{what}");
        }
        if operation.method != Method::GET {
            let refused = ask(&api, operation, &own, &reader).await;
            assert_eq!((refused.status, &*refused.problem()), (403, "forbidden"), "{what}");
        }
        if operation.path.contains("/events") {
            // Streams do not end; events.rs reads them.
            if other != own {
                assert_eq!(ask(&api, operation, &other, &alice).await.status, 404, "{what}");
            }
            continue;
        }
        let shared = ["/v1/queues", "/v1/breakers"];
        let shared = shared.iter().any(|path| operation.path.starts_with(path));
        if operation.path.contains('{') && !shared {
            let refused = ask(&api, operation, &other, &alice).await;
            assert_eq!(refused.status, 404, "{what}: {}", refused.text);
        }
        if operation.method == Method::GET {
            let shown = ask(&api, operation, &own, &alice).await;
            let admins = operation.path == "/v1/cache";
            let unknown = operation.path == "/v1/subreddits/{name}";
            let expected = if admins {
                403
            } else if unknown {
                404
            } else {
                200
            };
            assert_eq!(shown.status, expected, "{what}: {}", shown.text);
            for mark in marks {
                assert!(
                    !shown.text.contains(mark.as_str()),
                    "{what} tells of {mark}: {}",
                    shown.text
                );
            }
        }
        let admins = [
            "POST /v1/queues/{name}/pause",
            "POST /v1/queues/{name}/resume",
            "PATCH /v1/breakers/{name}",
            "DELETE /v1/cache",
        ];
        if admins.contains(&what.as_str()) {
            assert_eq!(ask(&api, operation, &own, &alice).await.status, 403, "{what}");
        }
    }
    // All of his is still there.
    for path in [
        format!("/v1/campaigns/{}", his.campaign),
        format!("/v1/leads/{}", his.lead),
        format!("/v1/jobs/lead-discovery/{}", his.job),
        format!("/v1/webhooks/{}", his.webhook),
        format!("/v1/accounts/{}", his.account),
    ] {
        let there = api.get(&path, &bob).await;
        assert_eq!(there.status, 200, "{path}: {}", there.text);
        assert!(!there.text.contains("\"saved\"") && !there.text.contains("changed"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_operation_works_for_an_admin_and_answers_as_described() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let api = Api::start(home);
    let (_, hers) = somebody(&api, home, "alice").await;
    let admin = key(home, "root", "admin");
    found(home, &[&hers.campaign]);
    let described = api.get("/openapi.json", "").await.json();
    let mut operations = operations(&api).await;
    operations.sort_by_key(|operation| {
        // What is removed is not there for others; a cancelled job would be removed as well.
        let last = operation.path.ends_with("/cancel");
        (last, operation.method == Method::DELETE, std::cmp::Reverse(operation.path.clone()))
    });
    for operation in operations.iter().filter(|o| !o.path.contains("/events")) {
        let what = format!("{} {}", operation.method, operation.path);
        let done = ask(&api, operation, &hers.place(&operation.path), &admin).await;
        let responses = &described["paths"][&operation.path]
            [operation.method.as_str().to_lowercase()]["responses"];
        assert!(responses[done.status.to_string()].is_object(), "{what}: {}", done.status);
        let impossible = what == "POST /v1/jobs/{queue}/{id}/retry";
        let unknown = what == "GET /v1/subreddits/{name}" || what.ends_with("/cancel");
        let expected = if impossible {
            409
        } else if unknown {
            404
        } else {
            200
        };
        assert_eq!(done.status / 100, expected / 100, "{what}: {} {}", done.status, done.text);
        // What is not known is refused, in the query as in the body.
        let place = hers.place(&operation.path);
        let strange = ask(&api, operation, &format!("{place}?nosuch=1"), &admin).await;
        assert!(matches!(strange.status, 400 | 404), "{what}: {}", strange.text);
        if let Some(body) = &operation.body {
            let mut body = body.clone();
            body["nosuch"] = json!(1);
            let strange = api.send(operation.method.clone(), &place, &admin, &body).await;
            assert_eq!((strange.status, &*strange.problem()), (422, "invalid"), "{what}");
            let asked = api.ask(operation.method.clone(), &place, &admin).body("{}");
            assert_eq!(answer(asked).await.status, 415, "{what}");
            let json = ("content-type", "application/json");
            let asked = api.ask(operation.method.clone(), &place, &admin).header(json.0, json.1);
            assert_eq!(answer(asked.body("{")).await.status, 400, "{what}");
        }
    }
    let page = api.get("/docs", "").await;
    assert!(page.status == 200 && page.text.contains("/v1/leads/export"), "{}", page.status);
    assert!(!page.text.contains("<script"), "the page needs no script");
    let shut = run(home, &["keys", "ls", "--no-headers"]);
    assert!(text(&shut.stdout).contains("root"));
}
