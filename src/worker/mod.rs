//! Takes jobs from the queues and runs them, tells that it is alive, drains.

mod cancels;
mod handler;
mod slots;
mod trail;

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::jobs::{self, QUEUES};
use crate::model::ProcessKind;
use crate::queue::{ConsumeOptions, QueueError};
use crate::services::Services;
use crate::shared_state::heartbeat::{Heartbeat, process_info};
use crate::telemetry::{self, TelemetryError};
use cancels::Cancels;
use handler::JobHandler;
use slots::Slots;
pub use slots::{MOST_SLOTS, want as want_slots, wanted as wanted_slots};

/// What can end a worker badly.
#[derive(Debug, thiserror::Error)]
pub enum WorkerError {
    /// A queue could not be worked on.
    #[error("cannot work on queue {queue}")]
    Queue {
        /// Which.
        queue: &'static str,
        /// Why.
        source: QueueError,
    },
    /// The operations endpoints could not be served.
    #[error("cannot serve the worker's metrics")]
    Ops(#[from] TelemetryError),
    /// The listening socket is not usable.
    #[error("cannot listen for the worker's metrics")]
    Listen(#[from] std::io::Error),
}

/// Works until `stop` is cancelled, then finishes what it has, for up to `drain`.
///
/// # Errors
/// See [`WorkerError`].
pub async fn run(
    services: Arc<Services>,
    listener: TcpListener,
    stop: CancellationToken,
    drain: Duration,
) -> Result<(), WorkerError> {
    let settings = services.settings.worker.clone();
    let mut info = process_info(ProcessKind::Worker, &services.clock);
    info.http = Some(format!("http://{}", listener.local_addr()?));
    info.queues = QUEUES.iter().map(|q| (*q).to_owned()).collect();
    info.concurrency = settings.concurrency;
    let worker = info.id.clone();
    tracing::info!(worker, concurrency = settings.concurrency, "the worker is up");

    let ops_stop = CancellationToken::new();
    let ops = telemetry::ops::spawn(services.clone(), listener, stop.clone(), ops_stop.clone())?;
    let heartbeat =
        Arc::new(Heartbeat::start(Arc::clone(&services.state), services.clock.clone(), info));
    let cancels = Arc::new(Cancels::default());
    let handler = JobHandler::new(
        Arc::clone(&services),
        Arc::clone(&heartbeat),
        worker.clone(),
        Arc::clone(&cancels),
    );
    let handler = Arc::new(handler);
    let options = ConsumeOptions {
        worker,
        lock: Duration::from_secs(settings.lock_secs.max(1)),
        stalled_interval: Duration::from_secs(settings.lock_secs.max(1)),
        drain,
        ..ConsumeOptions::default()
    };
    let slots = Slots::new(settings.concurrency);
    let cache_stop = CancellationToken::new();
    let caring = tokio::spawn({
        let (services, stop) = (Arc::clone(&services), cache_stop.clone());
        async move { services.cache.tend(Arc::clone(&services.state), stop).await }
    });
    let telling = tokio::spawn({
        let (services, stop) = (Arc::clone(&services), cache_stop.clone());
        async move { jobs::keep_notifying(&services, stop).await }
    });
    let kept = CancellationToken::new();
    let keeping = tokio::spawn({
        let (services, kept) = (Arc::clone(&services), kept.clone());
        async move { services.keep_objectives(kept).await }
    });
    let draining = tokio::spawn({
        let (stop, heartbeat) = (stop.clone(), Arc::clone(&heartbeat));
        async move {
            stop.cancelled().await;
            tracing::info!("the worker takes no more jobs and finishes those it has");
            heartbeat.update(|info| info.draining = true);
        }
    });
    let consumers = QUEUES.iter().map(|&queue| {
        let (services, handler) = (Arc::clone(&services), Arc::clone(&handler));
        let options = ConsumeOptions { concurrency: slots.of(queue), ..options.clone() };
        let stop = stop.clone();
        async move {
            let ended = services.queue.consume(queue, options, handler, stop.clone()).await;
            // One queue that cannot be worked on must not leave a worker that looks healthy.
            stop.cancel();
            ended.map_err(|source| WorkerError::Queue { queue, source })
        }
    });
    let consuming = futures::future::join_all(consumers.collect::<Vec<_>>());
    let following = slots.follow(Arc::clone(&services.state), Arc::clone(&heartbeat));
    let cancelling = cancels.watch(Arc::clone(&services.state));
    tokio::pin!(following, cancelling);
    let ended = tokio::select! {
        ended = consuming => ended,
        () = &mut following => Vec::new(),
        () = &mut cancelling => Vec::new(),
    };
    draining.abort();
    cache_stop.cancel();
    if let Err(error) = caring.await {
        tracing::warn!(%error, "the care for the cache ended badly");
    }
    if let Err(error) = telling.await {
        tracing::warn!(%error, "the care for webhooks ended badly");
    }
    kept.cancel();
    if let Err(error) = keeping.await {
        tracing::warn!(%error, "keeping what counts for the objectives ended badly");
    }
    heartbeat.stop().await;
    ops_stop.cancel();
    ops.await;
    ended.into_iter().collect()
}
