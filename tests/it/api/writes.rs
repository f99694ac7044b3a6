//! What is sent twice is done once; what is exported is all there is; what is asked from a browser.

use reqwest::Method;
use serde_json::json;
use tokio::task::JoinSet;

use crate::support::api::{Answer, Api, answer, key};
use crate::support::process::{leadctl, run, text};

const HEADER: &str = "idempotency-key";

async fn create(api: &Api, key: &str, once: &str, name: &str) -> Answer {
    let body = json!({"name": name, "keywords": ["one"]});
    let request = api.ask(Method::POST, "/v1/campaigns", key).header(HEADER, once);
    answer(request.json(&body)).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_that_is_sent_twice_is_carried_out_once() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let api = Api::start(home);
    let (alice, bob) = (key(home, "alice", "write"), key(home, "bob", "write"));
    let first = create(&api, &alice, "k1", "One").await;
    assert_eq!((first.status, first.header("idempotency-replayed")), (201, ""));
    let again = create(&api, &alice, "k1", "One").await;
    assert_eq!((again.status, again.header("idempotency-replayed")), (201, "true"));
    assert_eq!((&again.text, again.header("location")), (&first.text, first.header("location")));
    assert_eq!(again.header("content-type"), "application/json");

    let other = create(&api, &alice, "k1", "Two").await;
    assert_eq!((other.status, &*other.problem()), (422, "idempotency-key-reused"));
    let elsewhere = api.ask(Method::POST, "/v1/campaigns?x=1", &alice).header(HEADER, "k1");
    assert_eq!(answer(elsewhere.json(&json!({}))).await.problem(), "idempotency-key-reused");
    let his = create(&api, &bob, "k1", "One").await;
    assert_eq!(
        (his.status, his.header("idempotency-replayed")),
        (201, ""),
        "keys are a user's own"
    );
    // What was refused is remembered as well.
    assert_eq!(create(&api, &alice, "k2", "One").await.status, 409);
    assert_eq!(create(&api, &alice, "k2", "One").await.header("idempotency-replayed"), "true");
    for wrong in ["", "two words", &"k".repeat(256)] {
        assert_eq!(create(&api, &alice, wrong, "Three").await.status, 400, "{wrong:?}");
    }

    let mut twins = JoinSet::new();
    let second = Api::start(home);
    for n in 0..20 {
        let url = if n % 2 == 0 { api.url.clone() } else { second.url.clone() };
        let request = reqwest::Client::new()
            .post(format!("{url}/v1/campaigns"))
            .bearer_auth(&alice)
            .header(HEADER, "twin")
            .json(&json!({"name": "Twin", "keywords": ["one"]}));
        twins.spawn(answer(request));
    }
    let answers = twins.join_all().await;
    let made = answers.iter().filter(|a| a.header("idempotency-replayed").is_empty()).count();
    assert_eq!(made, 1, "one of twenty over two processes");
    assert!(answers.iter().all(|a| a.status == 201 && a.text == answers[0].text), "{answers:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_export_holds_every_lead_and_is_defused_as_the_command_line_does() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let made = run(home, &["campaigns", "add", "--name", "acme", "--keyword", "x"]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    let leads: Vec<_> = (0..1_203)
        .map(|n| {
            let mut lead = crate::support::leads::lead(n);
            lead.post.title = format!("=HYPERLINK({n}) \u{1b}[31m");
            lead
        })
        .collect();
    let (path, kept) = (home.to_owned(), leads.clone());
    std::thread::spawn(move || crate::support::leads::add_leads(&path, &kept))
        .join()
        .expect("kept");
    let api = Api::start(home);
    let admin = key(home, "root", "admin");
    let lines = api.get("/v1/leads/export", &admin).await;
    assert_eq!(lines.header("content-type"), "application/x-ndjson");
    assert_eq!(lines.text.lines().count(), leads.len());
    let printed = run(home, &["leads", "export", "-o", "ndjson"]);
    assert_eq!(lines.text, text(&printed.stdout));

    let rows = api.get("/v1/leads/export?format=csv&min_score=50", &admin).await;
    assert!(rows.header("content-type").starts_with("text/csv"));
    let head = rows.text.lines().next().expect("a head").to_owned();
    let columns = ["leads", "export", "-o", "csv", "--min-score", "50", "--columns", &head];
    assert_eq!(rows.text, text(&run(home, &columns).stdout));
    assert!(rows.text.contains("'=HYPERLINK(51) \\u{1b}[31m"), "{}", &rows.text[..600]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_pages_that_the_operator_names_may_ask_from_a_browser() {
    let home = tempfile::tempdir().expect("a directory");
    let mut command = leadctl(home.path());
    command.env("LEADCTL_API_CORS_ORIGINS", "https://app.example.com");
    let api = Api::start_as(&mut command);
    let from =
        |origin: &'static str| api.ask(Method::GET, "/v1/leads", "").header("origin", origin);
    let known = answer(from("https://app.example.com")).await;
    assert_eq!(known.status, 200);
    assert_eq!(known.header("access-control-allow-origin"), "https://app.example.com");
    let strange = answer(from("https://evil.example")).await;
    assert_eq!((strange.status, strange.header("access-control-allow-origin")), (401, ""));
    let preflight = api
        .ask(Method::OPTIONS, "/v1/leads", "")
        .header("origin", "https://app.example.com")
        .header("access-control-request-method", "PATCH");
    let preflight = answer(preflight).await;
    assert!(preflight.header("access-control-allow-methods").contains("PATCH"));
    assert_eq!(known.header("x-content-type-options"), "nosniff");
    assert_eq!(known.header("x-frame-options"), "DENY");
    assert_eq!(known.header("referrer-policy"), "no-referrer");
    assert!(!known.header("x-request-id").is_empty());
    let large =
        api.ask(Method::POST, "/v1/campaigns", "").header("content-type", "application/json");
    let large = answer(large.body(format!("{{\"name\":\"{}\"}}", "x".repeat(70_000)))).await;
    assert_eq!((large.status, &*large.problem()), (413, "too-large"), "{}", large.text);
}
