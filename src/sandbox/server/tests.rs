use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode};
use axum::response::Response;
use serde_json::{Value, json};
use tower::ServiceExt;

use super::*;
use crate::clock::ManualClock;

const BASIC: &str = "Basic c2FuZGJveDpzYW5kYm94";

struct Sandbox {
    router: Router,
    token: String,
}

fn options() -> SandboxOptions {
    let epoch = Timestamp::from_secs(1_780_000_000);
    SandboxOptions { seed: 7, rate_per_minute: 30.0, backlog: 800, epoch }
}

fn request(method: Method, path: &str, auth: &str, body: &str) -> Request<Body> {
    let form = if body.starts_with('{') {
        "application/json"
    } else {
        "application/x-www-form-urlencoded"
    };
    Request::builder()
        .method(method)
        .uri(path)
        .header("authorization", auth)
        .header("content-type", form)
        .body(Body::from(body.to_owned()))
        .unwrap()
}

async fn read(response: Response) -> Value {
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

impl Sandbox {
    async fn start() -> Self {
        let router = router(options(), ManualClock::at(options().epoch));
        let path = "/reddit/api/v1/access_token";
        let asked = request(Method::POST, path, BASIC, "grant_type=client_credentials");
        let answer = read(router.clone().oneshot(asked).await.unwrap()).await;
        assert_eq!(
            (&answer["token_type"], &answer["expires_in"]),
            (&json!("bearer"), &json!(3600))
        );
        let token = format!("bearer {}", answer["access_token"].as_str().unwrap());
        Self { router, token }
    }

    async fn ask(&self, path: &str) -> Response {
        self.router.clone().oneshot(request(Method::GET, path, &self.token, "")).await.unwrap()
    }

    async fn get(&self, path: &str) -> Value {
        let response = self.ask(path).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        read(response).await
    }

    async fn chat(&self, key: &str, body: &Value) -> Response {
        let asked = request(Method::POST, "/v1/chat/completions", key, &body.to_string());
        self.router.clone().oneshot(asked).await.unwrap()
    }
}

fn names(listing: &Value) -> Vec<String> {
    let children = listing["data"]["children"].as_array().unwrap();
    children.iter().map(|child| child["data"]["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn without_a_token_nothing_is_told() {
    let sandbox = Sandbox::start().await;
    for auth in ["", "bearer nonsense", BASIC] {
        let asked = request(Method::GET, "/reddit/r/FreelanceDesk/new", auth, "");
        let response = sandbox.router.clone().oneshot(asked).await.unwrap();
        assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
        assert_eq!(read(response).await, json!({"message": "Unauthorized", "error": 401}));
    }
    let path = "/reddit/api/v1/access_token";
    let wrong = request(Method::POST, path, "Basic eDp5", "grant_type=client_credentials");
    let status = sandbox.router.clone().oneshot(wrong).await.unwrap().status();
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    let wrong = request(Method::POST, path, BASIC, "grant_type=password");
    let status = sandbox.router.clone().oneshot(wrong).await.unwrap().status();
    assert_eq!(status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn pages_follow_one_another_without_gap_or_repetition() {
    let sandbox = Sandbox::start().await;
    let whole = names(&sandbox.get("/reddit/r/freelancedesk/new?limit=100").await);
    assert!(whole.len() > 40);
    let mut seen = Vec::new();
    let mut after = String::new();
    loop {
        let path = format!("/reddit/r/FreelanceDesk/new.json?limit=13&after={after}");
        let page = sandbox.get(&path).await;
        assert_eq!(page["data"]["dist"], names(&page).len());
        seen.extend(names(&page));
        match page["data"]["after"].as_str() {
            Some(next) => after = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(seen[..whole.len().min(seen.len())], whole[..]);
    let comments = sandbox.get("/reddit/r/FreelanceDesk/comments").await;
    assert!(names(&comments).iter().all(|name| name.starts_with("t1_")));
    assert_eq!(sandbox.get("/reddit/r/FreelanceDesk/new").await["data"]["dist"], 25);
}

#[tokio::test]
async fn a_search_finds_submissions_with_its_words_where_it_looks() {
    let sandbox = Sandbox::start().await;
    let path = "/reddit/r/StudioOwners/search?q=invoice%20OR%20%22time%20tracking%22&restrict_sr=1\
                &sort=new&limit=100&raw_json=1";
    let listing = sandbox.get(path).await;
    assert!(!names(&listing).is_empty());
    let mut last = f64::MAX;
    for child in listing["data"]["children"].as_array().unwrap() {
        let post = &child["data"];
        assert_eq!((&child["kind"], &post["subreddit"]), (&json!("t3"), &json!("StudioOwners")));
        let text = format!("{} {}", post["title"], post["selftext"]).to_lowercase();
        assert!(text.contains("invoice") || text.contains("time tracking"), "{text}");
        let created = post["created_utc"].as_f64().unwrap();
        assert!(created <= last);
        last = created;
    }
    let everywhere = sandbox.get("/reddit/search?q=invoice&limit=100").await;
    assert!(names(&everywhere).len() > names(&listing).len());
    let recent = sandbox.get("/reddit/search?q=invoice&limit=100&t=day").await;
    assert!(names(&recent).len() < names(&everywhere).len());
}

#[tokio::test]
async fn text_is_escaped_unless_raw() {
    let sandbox = Sandbox::start().await;
    let about = sandbox.get("/reddit/r/CodeForClients/about").await;
    assert_eq!(about["kind"], "t5");
    let told = about["data"]["public_description"].as_str().unwrap().to_owned();
    assert!(told.contains("a &lt; b"), "{told}");
    let raw = sandbox.get("/reddit/r/CodeForClients/about?raw_json=1").await;
    assert!(raw["data"]["public_description"].as_str().unwrap().contains("a < b"));
    let rules = sandbox.get("/reddit/r/CodeForClients/about/rules.json").await;
    assert_eq!(rules["rules"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn subreddits_that_cannot_be_read_say_why() {
    let sandbox = Sandbox::start().await;
    for (name, status, reason) in [
        ("LedgerInnerCircle", StatusCode::FORBIDDEN, json!("private")),
        ("QuickInvoiceDeals", StatusCode::NOT_FOUND, json!("banned")),
        ("NoSuchPlace", StatusCode::NOT_FOUND, json!(null)),
    ] {
        let response = sandbox.ask(&format!("/reddit/r/{name}/about")).await;
        assert_eq!(response.status(), status);
        assert_eq!(read(response).await["reason"], reason);
    }
}

#[tokio::test]
async fn a_spent_limit_is_told() {
    let sandbox = Sandbox::start().await;
    let path = "/reddit/r/PromoPlaza/about";
    let first = sandbox.ask(path).await;
    assert_eq!(first.headers()["x-ratelimit-remaining"], "599.0");
    assert_eq!(first.headers()["x-ratelimit-used"], "1");
    for _ in 0..599 {
        assert_eq!(sandbox.ask(path).await.status(), StatusCode::OK);
    }
    let over = sandbox.ask(path).await;
    assert_eq!(over.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(over.headers()["x-ratelimit-remaining"], "0.0");
}

#[tokio::test]
async fn the_chat_api_judges_posts() {
    let sandbox = Sandbox::start().await;
    let listing = sandbox.get("/reddit/search?q=invoice&limit=50&raw_json=1").await;
    let children = listing["data"]["children"].as_array().unwrap();
    let posts: Vec<Value> = (1..)
        .zip(children)
        .map(|(n, child)| {
            let post = &child["data"];
            json!({"n": n, "subreddit": "x", "title": post["title"], "body": post["selftext"]})
        })
        .collect();
    let text = format!("Judge these posts:\n{}\n", json!({"posts": posts}));
    let body = json!({
        "model": "sandbox-1",
        "messages": [{"role": "system", "content": "..."}, {"role": "user", "content": text}],
        "response_format": {"type": "json_schema"},
    });
    assert_eq!(sandbox.chat("Bearer wrong", &body).await.status(), StatusCode::UNAUTHORIZED);
    let answer = read(sandbox.chat("Bearer sandbox", &body).await).await;
    let content = answer["choices"][0]["message"]["content"].as_str().unwrap();
    let results: Value = serde_json::from_str(content).unwrap();
    let results = results["results"].as_array().unwrap();
    assert_eq!(results.len(), posts.len());
    assert!(answer["usage"]["total_tokens"].as_u64().unwrap() > 1000);

    let truths = crate::sandbox::truths(&options(), options().epoch);
    let right = results.iter().zip(children).filter(|(result, child)| {
        let mut truths = truths.iter();
        let name = child["data"]["name"].as_str().unwrap();
        let known =
            |t: &&crate::sandbox::PostTruth| t.id == name || t.copies.iter().any(|c| c == name);
        truths.find(known).is_some_and(|truth| result["is_lead"] == truth.is_lead)
    });
    assert!(right.count() * 100 >= posts.len() * 85);
}

#[tokio::test]
async fn the_truth_and_life_need_no_token() {
    let sandbox = Sandbox::start().await;
    let path = "/sandbox/truth?until=2026-05-28T00:00:00Z";
    let asked = request(Method::GET, path, "", "");
    let response = sandbox.router.clone().oneshot(asked).await.unwrap();
    assert_eq!(response.headers()["content-type"], "application/x-ndjson");
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    let lines = String::from_utf8(bytes.to_vec()).unwrap();
    let first: Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert!(first["id"].as_str().unwrap().starts_with("t3_"));
    let alive = sandbox.router.clone().oneshot(request(Method::GET, "/livez", "", "")).await;
    assert_eq!(alive.unwrap().status(), StatusCode::OK);
}
