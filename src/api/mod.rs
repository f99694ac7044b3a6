//! The HTTP API.
//!
//! - [`leads`], [`campaigns`]: one file for each resource
//! - [`problem`]: errors as `application/problem+json` (RFC 9457)
//! - [`layers`]: bounds, request ids, metrics
//! - [`limits`]: how much each caller may ask
//! - [`serve`]: connections, and how they are ended without a client's noticing
//! - [`run`]: serves until told to stop

mod campaigns;
mod layers;
mod leads;
mod limits;
mod problem;
mod serve;

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio_util::sync::CancellationToken;

use crate::model::ProcessKind;
use crate::services::Services;
use crate::shared_state::heartbeat::{Heartbeat, process_info};
use crate::telemetry::{metrics, ops};

pub use problem::Problem;

/// What can end the API badly.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// The listening socket is not usable.
    #[error("cannot serve the API: {0}")]
    Serve(#[from] std::io::Error),
}

/// The whole API; `/readyz` says no once `stopping` is cancelled.
pub fn router(services: Arc<Services>, stopping: CancellationToken) -> Router {
    let v1 = Router::new()
        .merge(leads::routes())
        .merge(campaigns::routes())
        .with_state(Arc::clone(&services));
    let limits = limits::Limits::new(services.limiter.clone(), &services.settings.rate_limit);
    let promise = layers::Promise::new(Arc::clone(&services.tally), &services.settings.slo);
    let all = Router::new().nest("/v1", v1).merge(ops::router(services, stopping));
    layers::apply(all, limits, promise)
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
