//! A Reddit that answers when it is told to, so that jobs can be held in flight.

use std::net::SocketAddr;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Json};
use serde_json::json;
use tokio::sync::watch;

/// A Reddit whose listings are empty and come only once the gate is open.
pub struct SlowReddit {
    address: SocketAddr,
    arrived: Arc<AtomicUsize>,
    gate: watch::Sender<bool>,
    _runtime: tokio::runtime::Runtime,
}

#[derive(Clone)]
struct Shared {
    arrived: Arc<AtomicUsize>,
    gate: watch::Receiver<bool>,
}

impl SlowReddit {
    /// Listens on a free port; the gate is closed.
    pub fn start() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        let (gate, waiting) = watch::channel(false);
        let arrived = Arc::new(AtomicUsize::new(0));
        let shared = Shared { arrived: Arc::clone(&arrived), gate: waiting };
        let router = Router::new()
            .route("/api/v1/access_token", axum::routing::post(token))
            .fallback(listing)
            .with_state(shared);
        let listener =
            runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).expect("a free port");
        let address = listener.local_addr().expect("an address");
        runtime.spawn(async move { axum::serve(listener, router).await });
        Self { address, arrived, gate, _runtime: runtime }
    }

    /// How many listings have been asked for.
    pub fn arrived(&self) -> usize {
        self.arrived.load(Ordering::SeqCst)
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
            // Longer than any test waits: a held request must not be given up.
            .env("LEADCTL_REDDIT_TIMEOUT_SECS", "300")
    }
}

async fn token() -> impl IntoResponse {
    Json(json!({"access_token": "t", "token_type": "bearer", "expires_in": 86400, "scope": "*"}))
}

async fn listing(State(mut shared): State<Shared>) -> impl IntoResponse {
    shared.arrived.fetch_add(1, Ordering::SeqCst);
    // The sender lives as long as the test.
    let _ = shared.gate.wait_for(|open| *open).await;
    Json(json!({"kind": "Listing", "data": {"after": null, "children": []}}))
}
