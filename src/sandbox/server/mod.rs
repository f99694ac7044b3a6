//! The sandbox's HTTP server.
//!
//! - [`access`]: tokens and their rate limit
//! - [`oauth`]: how apps and users sign in
//! - [`reddit`]: Reddit's API
//! - [`feed`]: its public feeds
//! - [`thing`]: posts and subreddits as Reddit writes them
//! - [`chat`]: a chat API that knows the truth, mostly, in the dialects of three providers
//! - [`faults`]: faults that hold, and what was asked; [`strikes`]: the answers that they make
//! - [`replay`]: recorded exchanges in place of all that is invented
//! - [`wire`]: connections that can end in a reset
//! - [`control`]: orders from this machine
//! - [`truth`]: what is true, for whoever wants to check

mod access;
mod chat;
mod control;
mod faults;
mod feed;
mod oauth;
mod reddit;
mod replay;
mod strikes;
mod thing;
mod truth;
mod wire;

#[cfg(test)]
mod tests;

use std::future::IntoFuture;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use tokio_util::sync::CancellationToken;

use super::fault::FaultTarget;
use super::latency::Latency;
use super::options::SandboxOptions;
use super::posts::invent;
use super::replay::{Recording, Replay};
use super::world::World;
use crate::clock::SharedClock;
use crate::model::Timestamp;
use access::Tokens;
use faults::Faults;
use oauth::Codes;
use wire::{Peer, Wire};

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

/// What a sandbox plays, and how.
#[derive(Debug)]
pub struct Play {
    /// What invented posts are made from.
    pub options: SandboxOptions,
    /// Recorded exchanges to answer with instead of anything invented.
    pub replay: Option<Recording>,
    /// How long answers take; at once where absent.
    pub latency: Option<Latency>,
    /// The chat API follows every order that gets through to it; see [`super::obedient`].
    pub obedient: bool,
}

impl From<SandboxOptions> for Play {
    fn from(options: SandboxOptions) -> Self {
        Self { options, replay: None, latency: None, obedient: false }
    }
}

/// What every handler sees.
#[derive(Debug)]
struct Shared {
    world: World,
    tokens: Tokens,
    codes: Codes,
    faults: Faults,
    latency: Option<Latency>,
    obedient: bool,
    clock: SharedClock,
    stop: CancellationToken,
}

type State = axum::extract::State<Arc<Shared>>;

impl Shared {
    fn now(&self) -> Timestamp {
        self.clock.now()
    }
}

/// The sandbox's routes. Faults need connections of its own, which [`serve`] has.
pub fn router(play: impl Into<Play>, clock: SharedClock) -> Router {
    routes(play.into(), clock, CancellationToken::new())
}

fn routes(play: Play, clock: SharedClock, stop: CancellationToken) -> Router {
    let Play { options, replay, latency, obedient } = play;
    let tokens = Tokens::new(options.seed);
    let faults = Faults::new(options.seed, clock.now());
    let world = World::new(options);
    let codes = Codes::default();
    let shared = Arc::new(Shared { world, tokens, codes, faults, latency, obedient, clock, stop });
    let orders = Router::new()
        .nest("/sandbox", control::routes())
        .route("/livez", get(|| async { "ok" }))
        .with_state(Arc::clone(&shared));
    if let Some(recording) = replay {
        return orders.merge(replayed(recording, &shared));
    }
    let faulty = |target| from_fn_with_state((Arc::clone(&shared), target), faults::around);
    let played = Router::new()
        .nest("/reddit", reddit::routes(&shared).layer(faulty(FaultTarget::Reddit)))
        .nest("/v1", chat::routes().layer(faulty(FaultTarget::Ai)))
        .route("/sandbox/truth", get(truth::truth))
        .with_state(shared);
    orders.merge(played)
}

fn replayed(recording: Recording, shared: &Arc<Shared>) -> Router {
    let replay = Arc::new(Replay::new(recording));
    let around = from_fn_with_state((Arc::clone(shared), Arc::clone(&replay)), replay::around);
    Router::new().fallback(replay::answer).layer(around).with_state(replay)
}

/// Serves until told to stop, then finishes the requests at hand for up to `drain`.
///
/// # Errors
/// The socket is not usable.
pub async fn serve(
    play: impl Into<Play>,
    clock: SharedClock,
    listener: std::net::TcpListener,
    stop: CancellationToken,
    drain: Duration,
) -> Result<(), SandboxError> {
    listener.set_nonblocking(true).map_err(SandboxError::Socket)?;
    let listener = tokio::net::TcpListener::from_std(listener).map_err(SandboxError::Socket)?;
    let app = routes(play.into(), clock, stop.clone());
    let server = axum::serve(Wire(listener), app.into_make_service_with_connect_info::<Peer>())
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
