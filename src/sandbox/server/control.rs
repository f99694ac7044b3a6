//! Orders to the sandbox, from this machine alone.

use std::sync::Arc;

use axum::extract::{ConnectInfo, Request};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::json;

use super::wire::Peer;
use super::{Shared, State};
use crate::sandbox::fault::FaultOrder;

/// Longest time for which a fault can be ordered, in milliseconds: a day.
const LONGEST_MS: u64 = 86_400_000;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/faults", post(order).delete(clear))
        .route("/stats", get(stats))
        .layer(from_fn(from_here))
}

/// Turns strangers away: whoever can make the sandbox fail can make a test say anything.
async fn from_here(request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<Peer>>();
    if peer.is_some_and(|ConnectInfo(peer)| peer.is_here()) {
        return next.run(request).await;
    }
    (StatusCode::FORBIDDEN, "this is answered on the sandbox's own machine alone\n").into_response()
}

/// Only JSON is taken, which no web page can send here without asking.
async fn order(state: State, Json(order): Json<FaultOrder>) -> Response {
    let problem = if !(order.rate > 0.0 && order.rate <= 1.0) {
        Some("rate must be above 0 and at most 1")
    } else if !(1..=LONGEST_MS).contains(&order.for_ms) {
        Some("for_ms must be between 1 and a day")
    } else if order.delay_ms > LONGEST_MS {
        Some("delay_ms must be at most a day")
    } else {
        None
    };
    if let Some(problem) = problem {
        return (StatusCode::UNPROCESSABLE_ENTITY, problem).into_response();
    }
    state.faults.order(&order, state.now());
    Json(state.faults.stats(state.now())).into_response()
}

async fn clear(state: State) -> Response {
    let cleared = state.faults.clear(state.now());
    Json(json!({"cleared": cleared})).into_response()
}

async fn stats(state: State) -> Response {
    Json(state.faults.stats(state.now())).into_response()
}
