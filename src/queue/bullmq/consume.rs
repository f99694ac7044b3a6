//! A worker: the crate's, watched over. The crate fetches and finishes; here locks are renewed and
//! their loss is told to handlers, and what is left at the end is given back.

use std::sync::Arc;
use std::time::Duration;

use bullmq::worker::WorkerEvent;
use bullmq::{Worker, WorkerOptions};
use futures::FutureExt;
use tokio::time::{Instant, MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use super::BullMqQueue;
use super::attempt::Hands;
use crate::queue::{ConsumeOptions, Handler, QueueError, check};

/// Pause between two tries to reach Redis at the start, or to fetch when it has failed.
const PAUSE: Duration = Duration::from_millis(250);
/// Longest time for the worker's connections.
const CONNECT_LIMIT: Duration = Duration::from_secs(5);
/// Longest wait for a job while nothing tells of one; news of jobs come at once.
const IDLE: Duration = Duration::from_secs(5);
/// How long after a change of concurrency the crate's worker is told once more.
const REMIND: Duration = Duration::from_millis(50);
/// How long the crate's news are gathered.
const GATHER: Duration = Duration::from_millis(2);
/// Longest time for the crate's worker to end, once nothing is in flight.
const CLOSE_MS: u64 = 250;

/// Takes jobs and runs them until `stop`, then drains. While Redis is away it waits for it.
pub(super) async fn run(
    queue: &BullMqQueue,
    name: &str,
    options: ConsumeOptions,
    handler: Arc<dyn Handler>,
    stop: CancellationToken,
) -> Result<(), QueueError> {
    check::queue_name(name)?;
    queue.note(name);
    let hands = Arc::new(Hands::new(queue.clone(), name, options.lock, handler));
    // When this future is dropped, handlers stop and nothing of theirs is recorded.
    let abandoned = hands.abandoned.clone().drop_guard();
    let worker = tokio::select! {
        worker = start(queue, name, &options, &hands) => worker,
        () = stop.cancelled() => return Ok(()),
    };
    let mut renewals = ticks(options.lock / 2);
    let mut slots = options.concurrency.clone();
    // It may have changed while Redis was waited for.
    worker.set_concurrency(slots.get());
    let mut reminder = None;
    loop {
        tokio::select! {
            biased;
            () = stop.cancelled() => break,
            _ = renewals.tick() => hands.renew().await,
            wanted = slots.changed() => {
                worker.set_concurrency(wanted);
                reminder = Some(Instant::now() + REMIND);
            }
            () = until(reminder) => {
                remind(&worker, slots.get());
                reminder = None;
            }
            () = heed(&worker, &hands) => {}
        }
    }
    drain(&worker, &hands, &options, &mut renewals).await;
    close(queue, name, &worker).await;
    abandoned.disarm();
    Ok(())
}

/// Waits until `at`, or for ever where there is none.
async fn until(at: Option<Instant>) {
    match at {
        Some(at) => tokio::time::sleep_until(at).await,
        None => std::future::pending().await,
    }
}

/// Tells the crate's worker once more that there is room: it does not hear of it where it is just
/// about to listen, and would then wait for the end of a job.
fn remind(worker: &Worker, slots: usize) {
    if slots > 1 {
        worker.set_concurrency(slots - 1);
        worker.set_concurrency(slots);
    }
}

/// Makes the crate's worker, as soon as Redis is there.
async fn start(
    queue: &BullMqQueue,
    name: &str,
    options: &ConsumeOptions,
    hands: &Arc<Hands>,
) -> Worker {
    let mut settings = WorkerOptions::new()
        .connection(queue.engine.connection_options())
        .prefix(&*queue.prefix)
        .name(&options.worker)
        .concurrency(options.concurrency.get())
        .lock_duration(options.lock.max(Duration::from_millis(1)))
        .max_stalled_count(options.max_stalled)
        .stalled_interval(options.stalled_interval.max(Duration::from_millis(1)))
        .drain_delay(IDLE)
        .run_retry_delay(PAUSE);
    settings.skip_lock_renewal = true;
    let mut said = false;
    loop {
        let hands = Arc::clone(hands);
        let process = move |job, _| Arc::clone(&hands).process(job);
        let made = async {
            queue.link.query::<String>(&redis::cmd("PING")).await.map_err(|e| e.to_string())?;
            let made = Worker::with_options(name, process, settings.clone());
            match tokio::time::timeout(CONNECT_LIMIT, made).await {
                Ok(made) => made.map_err(|error| error.to_string()),
                Err(_) => Err(format!("Redis at {} did not answer in time", queue.link.at())),
            }
        };
        match made.await {
            Ok(worker) => return worker,
            Err(error) if !said => {
                tracing::warn!(queue = name, %error, "the worker waits for Redis");
                said = true;
            }
            Err(_) => {}
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// The crate's worker tells of all it does; it must be heard, or the news pile up. That is several
/// times for each job: one task that wakes for each of them costs as much as a small job.
async fn heed(worker: &Worker, hands: &Hands) {
    let mut event = worker.next_event().await;
    while let Some(news) = event {
        if let WorkerEvent::Error(error) = news {
            tracing::debug!(%error, "the worker met an error");
            hands.suspect();
        }
        event = worker.next_event().now_or_never().flatten();
    }
    tokio::time::sleep(GATHER).await;
}

/// Waits for what is in flight, then gives back what is left.
async fn drain(
    worker: &Worker,
    hands: &Hands,
    options: &ConsumeOptions,
    renewals: &mut tokio::time::Interval,
) {
    hands.draining.cancel();
    worker.pause();
    let deadline = Instant::now() + options.drain;
    loop {
        let ended = hands.ended.notified();
        if hands.is_empty() {
            break;
        }
        tokio::select! {
            () = ended => {}
            _ = renewals.tick() => hands.renew().await,
            () = tokio::time::sleep_until(deadline) => break,
        }
    }
    hands.give_back().await;
    // What has just ended is still being recorded.
    let deadline = Instant::now() + CONNECT_LIMIT;
    while worker.active_count().await > hands.running() && Instant::now() < deadline {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

/// Ends the crate's worker, which may be waiting for a job: a marker wakes it.
async fn close(queue: &BullMqQueue, name: &str, worker: &Worker) {
    let wake = async {
        let mut marker = redis::cmd("ZADD");
        marker.arg(queue.keys(name).marker()).arg(0).arg("0");
        queue.link.query::<i64>(&marker).await
    };
    let (closed, woken) = tokio::join!(worker.close(CLOSE_MS), wake);
    if let Err(error) = closed {
        tracing::warn!(queue = name, %error, "the worker did not end well");
    }
    if let Err(error) = woken {
        tracing::debug!(queue = name, %error, "the worker was not woken");
    }
}

fn ticks(every: Duration) -> tokio::time::Interval {
    let mut ticks = interval(every.max(Duration::from_millis(1)));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks
}
