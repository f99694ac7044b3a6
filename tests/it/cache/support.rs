//! Layers with nothing in them, and an outside world that counts what it is asked.

use std::any::Any;
use std::net::SocketAddr;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Json};
use axum::routing::{get, post};
use leadctl::clock::{ManualClock, SystemClock};
use leadctl::db::Db;
use leadctl::guard::cache::layer::memory::MemoryLayer;
use leadctl::guard::cache::layer::redis::RedisLayer;
use leadctl::guard::cache::layer::sql::SqlLayer;
use leadctl::guard::cache::{Cost, Fresh, Key, Kind, SharedLayer, Tenant};
use leadctl::model::Timestamp;
use leadctl::redis_link::RedisLink;
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::sync::watch;

use crate::support::{postgres, redis};

/// A layer with nothing in it.
pub struct Fixture {
    pub layer: Arc<dyn SharedLayer>,
    clock: Option<Arc<ManualClock>>,
    _keep: Box<dyn Any>,
}

impl Fixture {
    /// Lets time pass. Redis has no clock but the machine's.
    pub async fn advance(&self, by: Duration) {
        match &self.clock {
            Some(clock) => clock.advance(by),
            None => tokio::time::sleep(by).await,
        }
    }
}

/// One of each, for at most `most` bytes.
pub async fn all(most: u64) -> Vec<Fixture> {
    let clock = || ManualClock::at(Timestamp::from_secs(1_780_000_000));
    let dir = tempfile::tempdir().expect("a directory");
    let sqlite = Db::open(dir.path()).await.expect("a database");
    let database = postgres::shared().database().await;
    let on_postgres = database.open().await;
    let (a, b, c) = (clock(), clock(), clock());
    vec![
        Fixture {
            layer: Arc::new(MemoryLayer::new(a.clone(), most)),
            clock: Some(a),
            _keep: Box::new(()),
        },
        Fixture {
            layer: Arc::new(SqlLayer::new(sqlite, b.clone(), most)),
            clock: Some(b),
            _keep: Box::new(dir),
        },
        Fixture {
            layer: Arc::new(SqlLayer::new(on_postgres, c.clone(), most)),
            clock: Some(c),
            _keep: Box::new(database),
        },
        Fixture {
            layer: Arc::new(on_redis(&redis::shared().url(), &redis::prefix(), most)),
            clock: None,
            _keep: Box::new(()),
        },
    ]
}

pub fn link(url: &str) -> RedisLink {
    let url = SecretString::from(url.to_owned());
    RedisLink::open(&url, SystemClock::shared()).expect("an address")
}

pub fn on_redis(url: &str, namespace: &str, most: u64) -> RedisLayer {
    RedisLayer::new(link(url), namespace, most)
}

pub fn key(name: &str) -> Key {
    of_kind(Kind::Ai, name)
}

pub fn of_kind(kind: Kind, name: &str) -> Key {
    Key::of(kind, &Tenant::none()).field("name", name).finish()
}

pub fn fresh(value: &str) -> Fresh {
    Fresh {
        value: value.as_bytes().to_vec(),
        negative: false,
        ttl: Duration::from_secs(3_600),
        cost: Cost { input_tokens: 100, output_tokens: 10, nano_usd: 21_000 },
        about: "t3_a".to_owned(),
    }
}

/// A Reddit with one page of posts, and a chat API that counts and answers when it is told to.
pub struct Outside {
    address: SocketAddr,
    seen: Arc<Seen>,
    gate: watch::Sender<bool>,
    _runtime: tokio::runtime::Runtime,
}

#[derive(Default)]
struct Seen {
    chats: AtomicUsize,
    abouts: AtomicUsize,
}

#[derive(Clone)]
struct Shared {
    seen: Arc<Seen>,
    gate: watch::Receiver<bool>,
}

impl Outside {
    /// Listens on a free port; the gate is closed.
    pub fn start() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        let (gate, waiting) = watch::channel(false);
        let seen = Arc::new(Seen::default());
        let router = Router::new()
            .route("/api/v1/access_token", post(token))
            .route("/v1/chat/completions", post(chat))
            .route("/r/{name}/about", get(about))
            .route("/r/{name}/about/rules", get(async || Json(json!({"rules": []}))))
            .fallback(listing)
            .with_state(Shared { seen: Arc::clone(&seen), gate: waiting });
        let listener =
            runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).expect("a free port");
        let address = listener.local_addr().expect("an address");
        runtime.spawn(async move { axum::serve(listener, router).await });
        Self { address, seen, gate, _runtime: runtime }
    }

    /// How often the chat API was asked.
    pub fn chats(&self) -> usize {
        self.seen.chats.load(Ordering::SeqCst)
    }

    /// How often a subreddit was asked about.
    pub fn abouts(&self) -> usize {
        self.seen.abouts.load(Ordering::SeqCst)
    }

    /// Answers all that wait, and from now on at once.
    pub fn open(&self) {
        self.gate.send_replace(true);
    }

    /// Leads a process here.
    pub fn serve<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let base = format!("http://{}", self.address);
        command
            .env("LEADCTL_REDDIT_BASE_URL", &base)
            .env("LEADCTL_REDDIT_AUTH_URL", &base)
            .env("LEADCTL_REDDIT_CLIENT_ID", "test")
            .env("LEADCTL_REDDIT_CLIENT_SECRET", "test")
            .env("LEADCTL_AI_BASE_URL", format!("{base}/v1"))
            // Longer than any test waits: a held request must not be given up.
            .env("LEADCTL_REDDIT_TIMEOUT_SECS", "300")
            .env("LEADCTL_AI_TIMEOUT_SECS", "300")
    }
}

async fn token() -> impl IntoResponse {
    Json(json!({"access_token": "t", "token_type": "bearer", "expires_in": 86400, "scope": "*"}))
}

async fn about(State(shared): State<Shared>, Path(name): Path<String>) -> impl IntoResponse {
    shared.seen.abouts.fetch_add(1, Ordering::SeqCst);
    if name == "nowhere" {
        let body = json!({"message": "Not Found", "error": 404});
        return (StatusCode::NOT_FOUND, Json(body)).into_response();
    }
    let data = json!({"display_name": name, "title": "A place", "public_description": "",
                      "subscribers": 7, "over18": false});
    Json(json!({"kind": "t5", "data": data})).into_response()
}

async fn listing() -> impl IntoResponse {
    let now = chrono::Utc::now().timestamp();
    let children: Vec<Value> = (0..3)
        .map(|n| {
            json!({"kind": "t3", "data": {
                "name": format!("t3_post{n}"), "subreddit": "freelance", "author": "ann",
                "title": format!("Which invoice tool number {n} do you use?"),
                "selftext": format!("I need one for my {n} clients, any invoice app will do."),
                "permalink": format!("/r/freelance/comments/post{n}/"), "is_self": true,
                "score": 3, "num_comments": n, "created_utc": now - 60,
            }})
        })
        .collect();
    Json(json!({"kind": "Listing", "data": {"after": null, "children": children}}))
}

async fn chat(State(mut shared): State<Shared>, Json(asked): Json<Value>) -> impl IntoResponse {
    shared.seen.chats.fetch_add(1, Ordering::SeqCst);
    // The sender lives as long as the test.
    let _ = shared.gate.wait_for(|open| *open).await;
    let user = asked["messages"][1]["content"].as_str().expect("posts");
    let task: Value = serde_json::from_str(user.lines().nth(1).expect("a line")).expect("JSON");
    let results: Vec<Value> = task["posts"].as_array().expect("posts").iter().map(result).collect();
    Json(json!({
        "model": "test-1", "usage": {"prompt_tokens": 900, "completion_tokens": 120},
        "choices": [{"finish_reason": "stop", "message": {
            "content": json!({"results": results}).to_string()}}],
    }))
}

fn result(post: &Value) -> Value {
    json!({"n": post["n"], "is_lead": true, "intent": "solution_seeking", "sentiment": "neutral",
           "fit": 0.9, "confidence": 0.9, "reason": "They ask for one."})
}
