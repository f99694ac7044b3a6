//! The HTTP API.
//!
//! - [`campaigns`], [`leads`], [`export`], [`subreddits`], [`jobs`], [`events`], [`queues`],
//!   [`usage`], [`accounts`], [`breakers`], [`cache`], [`webhooks`]: one file for each resource
//! - [`auth`]: who asks, and what is theirs
//! - [`params`]: what handlers are given; [`problem`]: errors as `application/problem+json` (RFC 9457)
//! - [`audit`]: what requests change is kept; [`idempotency`]: what is sent twice is done once
//! - [`layers`]: bounds, request ids, metrics; [`limits`]: how much each caller may ask
//! - [`serve`]: connections, and how they are ended without a client's noticing
//! - [`openapi`], [`docs`]: the API described, for programs and for people
//! - [`run`]: serves until told to stop

mod accounts;
mod audit;
mod auth;
mod breakers;
mod cache;
mod campaigns;
mod docs;
mod events;
mod export;
mod idempotency;
mod jobs;
mod layers;
mod leads;
mod limits;
pub mod openapi;
mod params;
mod problem;
mod queues;
mod serve;
mod subreddits;
mod usage;
mod webhooks;

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use axum::http::header;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Extension, Router};
use tokio_util::sync::CancellationToken;
use utoipa_axum::router::OpenApiRouter;

use crate::model::ProcessKind;
use crate::services::Services;
use crate::shared_state::heartbeat::{Heartbeat, process_info};
use crate::telemetry::{metrics, ops};

pub use problem::{Kind as ProblemKind, Problem};

/// What can end the API badly.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// The listening socket is not usable.
    #[error("cannot serve the API: {0}")]
    Serve(#[from] std::io::Error),
}

/// Every resource, with its description.
fn resources() -> OpenApiRouter<Arc<Services>> {
    let v1 = OpenApiRouter::new()
        .merge(campaigns::routes())
        .merge(leads::routes())
        .merge(export::routes())
        .merge(subreddits::routes())
        .merge(jobs::routes())
        .merge(events::routes())
        .merge(queues::routes())
        .merge(usage::routes())
        .merge(accounts::routes())
        .merge(breakers::routes())
        .merge(cache::routes())
        .merge(webhooks::routes());
    OpenApiRouter::with_openapi(openapi::base()).nest("/v1", v1)
}

/// The API described.
fn described() -> utoipa::openapi::OpenApi {
    openapi::complete(resources().into_openapi())
}

/// The whole API; `/readyz` says no once `stopping` is cancelled.
pub fn router(services: Arc<Services>, stopping: CancellationToken) -> Router {
    let (v1, described) = resources().split_for_parts();
    let described = openapi::complete(described);
    let once = Arc::new(idempotency::Idempotency::new(Arc::clone(&services)));
    let v1 = v1
        .layer(from_fn_with_state(Arc::clone(&services), audit::kept))
        .layer(from_fn_with_state(once, idempotency::once))
        .layer(Extension(events::Stopping(stopping.clone())))
        .layer(Extension(Arc::new(leads::Pages::default())))
        .with_state(Arc::clone(&services));
    let limits = limits::Limits::new(services.limiter.clone(), &services.settings.rate_limit);
    let limits = Arc::new(limits);
    let auth = Arc::new(auth::Auth::new(&services, Arc::clone(&limits)));
    let settings = services.settings.api.clone();
    let promise = layers::Promise::new(Arc::clone(&services.tally), &services.settings.slo);
    let all = v1.merge(documents(&described)).merge(ops::router(services, stopping));
    layers::apply(all, auth, limits, &settings, promise)
}

/// `/openapi.json` and `/docs`, made once.
fn documents(described: &utoipa::openapi::OpenApi) -> Router {
    // What was made of the handlers can be written as JSON.
    let value = serde_json::to_value(described).unwrap_or_default();
    let page = docs::page(&value);
    let text = value.to_string();
    let as_json = [(header::CONTENT_TYPE, "application/json")];
    let as_page = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'"),
    ];
    Router::new()
        .route("/openapi.json", get(async move || (as_json, text).into_response()))
        .route("/docs", get(async move || (as_page, page).into_response()))
}

/// Text as one part of a path.
fn path_segment(text: &str) -> String {
    let mut segment = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            segment.push(char::from(byte));
        } else {
            segment.push_str(&format!("%{byte:02X}"));
        }
    }
    segment
}

/// Serves until `stop` is cancelled; then accepts nothing new and finishes what it has, for up to
/// `drain`.
///
/// # Errors
/// See [`ApiError`].
pub async fn run(
    services: Arc<Services>,
    listener: TcpListener,
    stop: CancellationToken,
    drain: Duration,
) -> Result<(), ApiError> {
    metrics::install();
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let mut info = process_info(ProcessKind::Api, &services.clock);
    info.http = Some(format!("http://{}", listener.local_addr()?));
    tracing::info!(address = info.http, "the API is up");
    let heartbeat = Heartbeat::start(Arc::clone(&services.state), services.clock.clone(), info);

    let tending = tokio::spawn({
        let (queue, stop) = (Arc::clone(&services.queue), stop.clone());
        async move { queue.tend(stop).await }
    });
    let kept = CancellationToken::new();
    let keeping = tokio::spawn({
        let (services, kept) = (Arc::clone(&services), kept.clone());
        async move { services.keep_objectives(kept).await }
    });
    let app = router(services, stop.clone());
    let serving = serve::serve(listener, app, stop.clone(), serve::LINGER);
    let patience = async {
        stop.cancelled().await;
        tracing::info!("the API accepts nothing new and finishes what it has");
        heartbeat.update(|info| info.draining = true);
        tokio::time::sleep(drain).await;
    };
    tokio::select! {
        () = serving => {}
        () = patience => {
            tracing::warn!("requests were still open when the time for stopping was up");
        }
    }
    if let Err(error) = tending.await {
        tracing::warn!(%error, "the care for the queue ended badly");
    }
    // The last requests count as well.
    kept.cancel();
    if let Err(error) = keeping.await {
        tracing::warn!(%error, "keeping what counts for the objectives ended badly");
    }
    heartbeat.stop().await;
    Ok(())
}
