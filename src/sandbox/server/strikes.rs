//! The answers that faults make.

use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Request};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};

use super::Shared;
use super::chat::Obedient;
use super::wire::Peer;
use crate::sandbox::fault::{ActiveFault, FaultMode};

/// Longest time for which a connection is held.
const HOLD: Duration = Duration::from_secs(600);
/// Largest real answer that is broken off or slowed down, in bytes.
const MAX_BODY: usize = 64 * 1024 * 1024;
/// Pieces in which a slow answer comes.
const PIECES: usize = 20;
/// How long after its first half an answer breaks off, so that the half is on its way.
const BEFORE_BREAK: Duration = Duration::from_millis(30);
/// Length of a piece of a huge answer, in bytes, and the number of pieces.
const HUGE_PIECE: usize = 256 * 1024;
const HUGE_PIECES: usize = 256;

/// How often a field of a sparse answer is missing, null, or of another type.
const SPARSE: f64 = 0.3;
/// Fields that are left as they are: without them nobody could say whether a post got lost.
const KEPT: &[&str] = &["children", "after", "title", "selftext", "body"];

/// Answers as a fault has it.
pub(super) async fn strike(
    shared: &Shared,
    fault: &ActiveFault,
    mut request: Request,
    next: Next,
) -> Response {
    match fault.mode {
        FaultMode::TooMany => too_many(fault.until.since(shared.now())),
        FaultMode::Busy => busy(fault.until.since(shared.now())),
        FaultMode::Failed => refused(StatusCode::INTERNAL_SERVER_ERROR),
        FaultMode::Unavailable => refused(StatusCode::SERVICE_UNAVAILABLE),
        FaultMode::Timeout => {
            tokio::select! {
                () = tokio::time::sleep(HOLD) => {}
                () = shared.stop.cancelled() => {}
            }
            refused(StatusCode::GATEWAY_TIMEOUT)
        }
        FaultMode::Reset => {
            if let Some(ConnectInfo(peer)) = request.extensions().get::<ConnectInfo<Peer>>() {
                peer.reset();
            }
            // What is written to a connection that is to be reset never leaves.
            refused(StatusCode::BAD_GATEWAY)
        }
        FaultMode::Garbage => {
            let bytes = shared.faults.garbage(shared.now());
            ([(header::CONTENT_TYPE, "application/json")], bytes).into_response()
        }
        FaultMode::Html => Html(PAGE).into_response(),
        FaultMode::Empty => StatusCode::OK.into_response(),
        FaultMode::Huge => huge(),
        FaultMode::Trickle => given_otherwise(next.run(request).await, trickling).await,
        FaultMode::Expired | FaultMode::Unauthorized => refused(StatusCode::UNAUTHORIZED),
        FaultMode::Private => closed(StatusCode::FORBIDDEN, Some("private")),
        FaultMode::Banned => closed(StatusCode::NOT_FOUND, Some("banned")),
        FaultMode::Missing => closed(StatusCode::NOT_FOUND, None),
        FaultMode::Redirect => {
            let to = "https://www.reddit.com/subreddits/search?q=gone";
            (StatusCode::FOUND, [(header::LOCATION, to)]).into_response()
        }
        FaultMode::Obedient => {
            request.extensions_mut().insert(Obedient);
            next.run(request).await
        }
        FaultMode::Sparse => {
            let luck = shared.faults.luck(shared.now());
            sparsely(next.run(request).await, luck).await
        }
        FaultMode::Truncate => given_otherwise(next.run(request).await, truncated).await,
        FaultMode::Slow => {
            let delay = Duration::from_millis(fault.delay_ms);
            given_otherwise(next.run(request).await, |body| slowed(body, delay)).await
        }
    }
}

/// What something between us and them might say.
const PAGE: &str = "<!doctype html>\n<html><head><title>One moment</title></head>\
<body><h1>Checking your connection</h1></body></html>\n";

/// An error that both Reddit's clients and the chat API's read.
fn refused(status: StatusCode) -> Response {
    let text = status.canonical_reason().unwrap_or("error");
    let error = json!({"message": text, "type": "sandbox_fault", "code": status.as_u16()});
    (status, axum::Json(json!({"message": text, "error": error}))).into_response()
}

/// What Reddit says of a subreddit that cannot be read.
fn closed(status: StatusCode, reason: Option<&str>) -> Response {
    let message = status.canonical_reason().unwrap_or_default();
    let mut answer = json!({"message": message, "error": status.as_u16()});
    if let Some(reason) = reason {
        answer["reason"] = reason.into();
    }
    (status, axum::Json(answer)).into_response()
}

/// JSON of which nobody has seen the end.
fn huge() -> Response {
    let piece = Bytes::from(vec![b' '; HUGE_PIECE]);
    let pieces = (0..HUGE_PIECES).map(move |_| Ok::<_, std::io::Error>(piece.clone()));
    ([(header::CONTENT_TYPE, "application/json")], Body::from_stream(futures::stream::iter(pieces)))
        .into_response()
}

/// The body but for its last byte, which never comes.
fn trickling(body: Bytes) -> Body {
    let start = body.slice(..body.len().saturating_sub(1));
    let pieces = futures::stream::unfold(Some(start), |start| async move {
        match start {
            Some(start) => Some((Ok::<_, std::io::Error>(start), None)),
            None => {
                tokio::time::sleep(HOLD).await;
                None
            }
        }
    });
    Body::from_stream(pieces)
}

/// Whole seconds to wait.
fn seconds(rest: Duration) -> u64 {
    (rest.as_secs() + u64::from(rest.subsec_nanos() > 0)).max(1)
}

fn busy(rest: Duration) -> Response {
    let mut response = refused(StatusCode::SERVICE_UNAVAILABLE);
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds(rest)));
    response
}

fn too_many(rest: Duration) -> Response {
    let secs = seconds(rest);
    let mut response = refused(StatusCode::TOO_MANY_REQUESTS);
    let headers = response.headers_mut();
    headers.insert(header::RETRY_AFTER, HeaderValue::from(secs));
    headers.insert("x-ratelimit-used", HeaderValue::from(600));
    headers.insert("x-ratelimit-remaining", HeaderValue::from_static("0.0"));
    headers.insert("x-ratelimit-reset", HeaderValue::from(secs));
    response
}

/// The real answer, all of which is announced, with its body given as `otherwise` has it.
async fn given_otherwise(response: Response, otherwise: impl FnOnce(Bytes) -> Body) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, MAX_BODY).await else {
        return refused(StatusCode::INTERNAL_SERVER_ERROR);
    };
    parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    (parts.status, parts.headers, otherwise(body)).into_response()
}

/// The real answer with holes; as it is where it is no JSON.
async fn sparsely(response: Response, mut luck: ChaCha8Rng) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, MAX_BODY).await else {
        return refused(StatusCode::INTERNAL_SERVER_ERROR);
    };
    let Ok(mut answer) = serde_json::from_slice::<Value>(&body) else {
        return (parts.status, parts.headers, body).into_response();
    };
    hole(&mut answer, &mut luck);
    parts.headers.remove(header::CONTENT_LENGTH);
    (parts.status, parts.headers, answer.to_string()).into_response()
}

/// Takes fields out of all `data`, however deep.
fn hole(value: &mut Value, luck: &mut ChaCha8Rng) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|item| hole(item, luck)),
        Value::Object(fields) => {
            let Some(Value::Object(data)) = fields.get_mut("data") else { return };
            data.retain(|name, value| {
                if name == "children" {
                    hole(value, luck);
                }
                if KEPT.contains(&name.as_str()) || !luck.random_bool(SPARSE) {
                    return true;
                }
                *value = match (luck.random_range(0..3), &*value) {
                    (0, _) => return false,
                    (1, _) => Value::Null,
                    (_, Value::String(text)) => json!([text]),
                    (_, Value::Number(number)) => json!(number.to_string()),
                    (_, Value::Bool(is)) => json!(u8::from(*is)),
                    (_, _) => json!({}),
                };
                true
            });
        }
        _ => {}
    }
}

/// Half of the body, though all of it is announced.
fn truncated(body: Bytes) -> Body {
    let half = body.slice(..body.len() / 2);
    let pieces = futures::stream::unfold(0, move |step| {
        let half = half.clone();
        async move {
            match step {
                0 => Some((Ok(half), 1)),
                1 => {
                    tokio::time::sleep(BEFORE_BREAK).await;
                    Some((Err(std::io::Error::other("broken off, as ordered")), 2))
                }
                _ => None,
            }
        }
    });
    Body::from_stream(pieces)
}

/// The body in pieces, the last of which comes after `delay`.
fn slowed(body: Bytes, delay: Duration) -> Body {
    let piece = body.len().div_ceil(PIECES).max(1);
    let pause = delay / u32::try_from(body.len().div_ceil(piece).max(1)).unwrap_or(1);
    let pieces = futures::stream::unfold(body, move |mut rest| async move {
        if rest.is_empty() {
            return None;
        }
        tokio::time::sleep(pause).await;
        let next = rest.split_to(piece.min(rest.len()));
        Some((Ok::<_, std::io::Error>(next), rest))
    });
    Body::from_stream(pieces)
}
