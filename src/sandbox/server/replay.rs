//! Recorded exchanges as answers.

use std::sync::Arc;

use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::{Shared, faults};
use crate::sandbox::fault::FaultTarget;
use crate::sandbox::replay::matching::{Asked, Found};
use crate::sandbox::replay::{Exchange, Replay};

/// Longest request that is compared, in bytes.
const MAX_REQUEST: usize = 16 * 1024 * 1024;
/// Tells which exchange answered, or that none did.
const REPLAY: HeaderName = HeaderName::from_static("x-replay");

/// Counts a request and lets faults strike it: those of the service that the exchange is with.
pub(super) async fn around(
    State((shared, replay)): State<(Arc<Shared>, Arc<Replay>)>,
    request: Request,
    next: Next,
) -> Response {
    // All that is to be told apart: a path of a stranger's choice is not counted on its own.
    let ai = replay.exchanges().first().is_some_and(Exchange::is_ai);
    let target = if ai { FaultTarget::Ai } else { FaultTarget::Reddit };
    faults::around_as(&shared, target, "replay".to_owned(), request, next).await
}

/// Answers with the exchange that fits.
pub(super) async fn answer(State(replay): State<Arc<Replay>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, MAX_REQUEST).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let asked = Asked {
        method: parts.method.as_str(),
        path: parts.uri.path(),
        query: parts.uri.query().unwrap_or_default(),
        host: host(&parts.headers),
        body: &String::from_utf8_lossy(&body),
    };
    match replay.find(&asked) {
        Found::Exchange(exchange) => recorded(exchange),
        Found::Token => Json(json!({
            "access_token": "replayed", "token_type": "bearer", "expires_in": 86_400, "scope": "*",
        }))
        .into_response(),
        Found::Misdirected => none(StatusCode::MISDIRECTED_REQUEST),
        Found::Nothing => none(StatusCode::NOT_FOUND),
    }
}

fn recorded(exchange: &Exchange) -> Response {
    let mut response = Response::new(Body::from(exchange.body.clone()));
    *response.status_mut() = StatusCode::from_u16(exchange.status).unwrap_or_default();
    for (name, value) in &exchange.headers {
        response.headers_mut().append(name.clone(), value.clone());
    }
    if let Ok(id) = HeaderValue::from_str(&exchange.id) {
        response.headers_mut().insert(REPLAY, id);
    }
    response
}

fn none(status: StatusCode) -> Response {
    let message = status.canonical_reason().unwrap_or_default();
    let answer = Json(json!({"message": message, "error": status.as_u16()}));
    (status, [(REPLAY, "none")], answer).into_response()
}

fn host(headers: &HeaderMap) -> &str {
    headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default()
}
