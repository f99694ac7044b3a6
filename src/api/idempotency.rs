//! `Idempotency-Key`: a request that is sent twice is carried out once
//! (draft-ietf-httpapi-idempotency-key-header).

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tracing::Instrument;

use super::auth::{Identified, Identity};
use super::layers::MAX_BODY;
use super::problem::{Kind, Problem};
use crate::model::Timestamp;
use crate::services::Services;
use crate::store::{Claim, KeptAnswer};
use crate::telemetry::trace::Origin;

/// The header.
pub(super) const HEADER: HeaderName = HeaderName::from_static("idempotency-key");
/// Says that an answer was given before.
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
/// Longest key, in bytes.
const MAX_KEY: usize = 255;
/// Longest answer that is kept, in bytes.
const MAX_ANSWER: usize = 1024 * 1024;
/// How often one looks whether the twin of a request was answered.
const LOOK: Duration = Duration::from_millis(50);
/// How long one waits for that.
const PATIENCE: Duration = Duration::from_secs(25);
/// How often old answers are forgotten.
const FORGET_EVERY: Duration = Duration::from_secs(300);
/// Headers of an answer that are kept with it.
const KEPT: [HeaderName; 2] = [header::CONTENT_TYPE, header::LOCATION];

/// Where answers are kept.
pub(super) struct Idempotency {
    services: Arc<Services>,
    forgotten: AtomicI64,
}

impl Idempotency {
    pub(super) fn new(services: Arc<Services>) -> Self {
        Self { services, forgotten: AtomicI64::new(0) }
    }

    async fn forget(&self, now: Timestamp) {
        let last = Timestamp::from_millis(self.forgotten.load(Ordering::Relaxed));
        if now.since(last) < FORGET_EVERY {
            return;
        }
        self.forgotten.store(now.millis(), Ordering::Relaxed);
        if let Err(error) = self.services.store.forget_answers(now).await {
            tracing::debug!(%error, "old answers cannot be forgotten");
        }
    }
}

/// Carries a request with a key out once; one that comes again gets the same answer.
pub(super) async fn once(
    State(kept): State<Arc<Idempotency>>,
    request: Request,
    next: Next,
) -> Response {
    if request.method().is_safe() || !request.headers().contains_key(&HEADER) {
        return next.run(request).await;
    }
    // By a task of its own, so that what was begun is ended and kept also where the client has gone.
    let answering = Origin::carry(async move { answered(&kept, request, next).await });
    let task = tokio::spawn(answering.in_current_span());
    match task.await {
        Ok(Ok(response)) => response,
        Ok(Err(problem)) => problem.into_response(),
        Err(error) => {
            tracing::error!(%error, "a request panicked");
            Problem::internal().into_response()
        }
    }
}

async fn answered(kept: &Idempotency, request: Request, next: Next) -> Result<Response, Problem> {
    let key = key(request.headers())?;
    let owner = match request.extensions().get::<Identified>() {
        Some(Ok(Identity::Key(key))) => key.user.clone(),
        Some(Ok(Identity::Local)) => String::new(),
        _ => return Err(Problem::internal()),
    };
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, MAX_BODY).await.map_err(|_| {
        Problem::new(Kind::TooLarge, format!("the body has more than {MAX_BODY} bytes"))
    })?;
    let mut hasher = blake3::Hasher::new();
    hasher.update(parts.method.as_str().as_bytes()).update(&[0]);
    hasher.update(parts.uri.to_string().as_bytes()).update(&[0]).update(&body);
    let hash = hasher.finalize().to_hex().to_string();
    let services = &kept.services;
    kept.forget(services.clock.now()).await;
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        match services.store.claim_answer(&owner, &key, &hash, services.clock.now()).await? {
            Claim::Make => break,
            Claim::Answered(answer) => return Ok(replayed(answer)),
            Claim::Reused => {
                return Err(Problem::new(
                    Kind::KeyReused,
                    "this Idempotency-Key was used for another request in the last 24 hours",
                ));
            }
            Claim::Wait if tokio::time::Instant::now() >= deadline => {
                let why = "a request with this Idempotency-Key is still being carried out";
                return Err(Problem::new(Kind::Conflict, why).retry_after(Duration::from_secs(5)));
            }
            Claim::Wait => tokio::time::sleep(LOOK).await,
        }
    }
    let response = next.run(Request::from_parts(parts, Body::from(body))).await;
    keep(services, &owner, &key, response).await
}

fn key(headers: &HeaderMap) -> Result<String, Problem> {
    let mut given = headers.get_all(&HEADER).iter();
    let key = given.next().and_then(|value| value.to_str().ok()).unwrap_or_default().trim();
    let printable = key.bytes().all(|b| b.is_ascii_graphic());
    if key.is_empty() || key.len() > MAX_KEY || !printable || given.next().is_some() {
        return Err(Problem::bad_request(format!(
            "Idempotency-Key must be one text of 1 to {MAX_KEY} printable characters without spaces"
        )));
    }
    Ok(key.to_owned())
}

/// Keeps an answer; what the server failed at may be tried again.
async fn keep(
    services: &Services,
    owner: &str,
    key: &str,
    response: Response,
) -> Result<Response, Problem> {
    let (parts, body) = response.into_parts();
    let body = match to_bytes(body, MAX_ANSWER).await {
        Ok(body) if !parts.status.is_server_error() => body,
        other => {
            services.store.give_up_answer(owner, key).await?;
            let body = other.map_err(|_| Problem::internal())?;
            return Ok(Response::from_parts(parts, Body::from(body)));
        }
    };
    let head: BTreeMap<&str, &str> = KEPT
        .iter()
        .filter_map(|name| Some((name.as_str(), parts.headers.get(name)?.to_str().ok()?)))
        .collect();
    let answer = KeptAnswer {
        status: parts.status.as_u16(),
        head: serde_json::to_string(&head).unwrap_or_default(),
        body: String::from_utf8_lossy(&body).into_owned(),
    };
    services.store.keep_answer(owner, key, &answer).await?;
    Ok(Response::from_parts(parts, Body::from(body)))
}

fn replayed(answer: KeptAnswer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    let mut response = (status, answer.body).into_response();
    let head: BTreeMap<String, String> = serde_json::from_str(&answer.head).unwrap_or_default();
    response.headers_mut().remove(header::CONTENT_TYPE);
    for name in KEPT {
        if let Some(value) = head.get(name.as_str()).and_then(|v| HeaderValue::from_str(v).ok()) {
            response.headers_mut().insert(name, value);
        }
    }
    response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
    response
}
