//! The sandbox's HTTP server.
//!
//! - [`access`]: tokens and their rate limit
//! - [`reddit`]: Reddit's API
//! - [`thing`]: posts and subreddits as Reddit writes them
//! - [`chat`]: an OpenAI-compatible chat API that knows the truth, mostly
//! - [`truth`]: what is true, for whoever wants to check

mod access;
mod chat;
mod reddit;
mod thing;
mod truth;

#[cfg(test)]
mod tests;

use std::future::IntoFuture;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use tokio_util::sync::CancellationToken;

use super::options::SandboxOptions;
use super::posts::invent;
use super::world::World;
use crate::clock::SharedClock;
use crate::model::Timestamp;
use access::Tokens;

/// Post `n` as a line of a dump: the bare thing, as Reddit writes it, without a line end.
pub fn dump_line(options: &SandboxOptions, n: u64) -> String {
    thing::post(&invent(options, n), true)["data"].to_string()
}

/// Why the sandbox can't run.
#[derive(Debug, thiserror::Error)]
pub enum SandboxError {
    /// The socket is not usable.
    #[error("the sandbox cannot use its socket: {0}; choose another address with --listen")]
    Socket(#[source] std::io::Error),
    /// Connections cannot be accepted any more.
    #[error("the sandbox cannot accept connections any more: {0}; start it again")]
    Serve(#[source] std::io::Error),
}

/// What every handler sees.
#[derive(Debug)]
struct Shared {
    world: World,
    tokens: Tokens,
    clock: SharedClock,
}

type State = axum::extract::State<Arc<Shared>>;

impl Shared {
    fn now(&self) -> Timestamp {
        self.clock.now()
    }
}

/// The sandbox's routes.
pub fn router(options: SandboxOptions, clock: SharedClock) -> Router {
    let tokens = Tokens::new(options.seed);
    let shared = Arc::new(Shared { world: World::new(options), tokens, clock });
    Router::new()
        .nest("/reddit", reddit::routes(&shared))
        .nest("/v1", chat::routes())
        .route("/sandbox/truth", get(truth::truth))
        .route("/livez", get(|| async { "ok" }))
        .with_state(shared)
}

/// Serves until told to stop, then finishes the requests at hand for up to `drain`.
///
/// # Errors
/// The socket is not usable.
pub async fn serve(
    options: SandboxOptions,
    clock: SharedClock,
    listener: std::net::TcpListener,
    stop: CancellationToken,
    drain: Duration,
) -> Result<(), SandboxError> {
    listener.set_nonblocking(true).map_err(SandboxError::Socket)?;
    let listener = tokio::net::TcpListener::from_std(listener).map_err(SandboxError::Socket)?;
    let server = axum::serve(listener, router(options, clock))
        .with_graceful_shutdown(stop.clone().cancelled_owned())
        .into_future();
    let time_is_up = async {
        stop.cancelled().await;
        tokio::time::sleep(drain).await;
    };
    tokio::select! {
        served = server => served.map_err(SandboxError::Serve),
        () = time_is_up => Ok(()),
    }
}
