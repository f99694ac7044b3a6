//! `/metrics`, `/livez` and `/readyz`, alike for the API and the workers.

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::{TelemetryError, metrics};

/// Longest time for a probe.
const PROBE_TIMEOUT: Duration = Duration::from_secs(2);

/// What the operations endpoints ask of the services behind them.
#[async_trait]
pub trait Probe: Send + Sync + 'static {
    /// Whether each dependency can be used: its name, and why not.
    async fn ready(&self) -> Vec<(&'static str, Result<(), String>)>;

    /// In what way the services go on without something that they should have; absent where
    /// nothing is amiss.
    async fn degraded(&self) -> Option<serde_json::Value> {
        None
    }

    /// Sets the gauges that are read rather than counted.
    async fn refresh(&self);
}

#[derive(Clone)]
struct Ops {
    probe: Arc<dyn Probe>,
    stopping: CancellationToken,
}

/// The endpoints; `/readyz` says no once `stopping` is cancelled.
pub fn router(probe: Arc<dyn Probe>, stopping: CancellationToken) -> Router {
    Router::new()
        .route("/livez", get(|| async { "ok\n" }))
        .route("/readyz", get(readyz))
        .route("/metrics", get(render))
        .with_state(Ops { probe, stopping })
}

/// Serves the endpoints alone until `stop`; what is returned ends when serving has.
///
/// # Errors
/// The socket is not usable.
pub fn spawn(
    probe: Arc<dyn Probe>,
    listener: TcpListener,
    stopping: CancellationToken,
    stop: CancellationToken,
) -> Result<impl Future<Output = ()>, TelemetryError> {
    metrics::install();
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let app = router(probe, stopping);
    let stopped = stop.clone();
    let task = tokio::spawn(async move {
        let served =
            axum::serve(listener, app).with_graceful_shutdown(stopped.cancelled_owned()).await;
        if let Err(error) = served {
            tracing::warn!(%error, "the operations endpoints ended");
        }
    });
    Ok(async move {
        stop.cancelled().await;
        // A client that keeps its request open must not hold up the end.
        if tokio::time::timeout(PROBE_TIMEOUT, task).await.is_err() {
            tracing::debug!("a client of the operations endpoints was cut off");
        }
    })
}

async fn readyz(State(ops): State<Ops>) -> Response {
    if ops.stopping.is_cancelled() {
        let body = Json(json!({"status": "stopping", "checks": {}}));
        return (StatusCode::SERVICE_UNAVAILABLE, body).into_response();
    }
    let probing = async { tokio::join!(ops.probe.ready(), ops.probe.degraded()) };
    let Ok((found, degraded)) = tokio::time::timeout(PROBE_TIMEOUT, probing).await else {
        let body = Json(json!({"status": "not_ready", "checks": {"all": "no answer in 2 s"}}));
        return (StatusCode::SERVICE_UNAVAILABLE, body).into_response();
    };
    let ready = found.iter().all(|(_, state)| state.is_ok());
    let checks: serde_json::Map<String, serde_json::Value> = found
        .into_iter()
        .map(|(name, state)| (name.to_owned(), state.err().unwrap_or_else(|| "ok".into()).into()))
        .collect();
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    // What is degraded does its work all the same, and must not be taken out of service.
    let word = match (ready, &degraded) {
        (false, _) => "not_ready",
        (true, Some(_)) => "degraded",
        (true, None) => "ready",
    };
    let mut body = json!({"status": word, "checks": checks});
    if let Some(degraded) = degraded {
        body["degraded"] = degraded;
    }
    (status, Json(body)).into_response()
}

/// With `?refresh=no` only what this process has counted: whoever looks often asks neither the queue
/// nor the database for anything.
async fn render(State(ops): State<Ops>, uri: Uri) -> Response {
    let refresh = uri.query() != Some("refresh=no");
    if refresh && tokio::time::timeout(PROBE_TIMEOUT, ops.probe.refresh()).await.is_err() {
        tracing::warn!("the gauges could not be read in time; they are told as they were");
    }
    let text = metrics::render();
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
}
