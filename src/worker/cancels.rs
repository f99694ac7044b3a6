//! Jobs that somebody wants stopped while they run here.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use crate::jobs::cancel;
use crate::model::Timestamp;
use crate::queue::Job;
use crate::shared_state::SharedState;

/// How often a worker looks.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// The jobs that run here, by their place in the shared state.
#[derive(Default)]
pub(super) struct Cancels {
    running: Mutex<HashMap<String, Running>>,
}

#[derive(Clone)]
struct Running {
    queue: String,
    id: String,
    begun: Option<Timestamp>,
    stop: CancellationToken,
    by: Arc<OnceLock<String>>,
}

/// One job that runs here, for as long as this lives.
pub(super) struct Stoppable {
    cancels: Arc<Cancels>,
    key: String,
    running: Running,
}

impl Cancels {
    fn running(&self) -> MutexGuard<'_, HashMap<String, Running>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A job that begins here, which stops as well when `outer` says so.
    pub(super) fn begin(self: &Arc<Self>, job: &Job, outer: &CancellationToken) -> Stoppable {
        let running = Running {
            queue: job.queue.clone(),
            id: job.id.clone(),
            begun: job.processed_at,
            stop: outer.child_token(),
            by: Arc::default(),
        };
        let key = cancel::key(&job.queue, &job.id);
        self.running().insert(key.clone(), running.clone());
        Stoppable { cancels: Arc::clone(self), key, running }
    }

    /// Stops what is to be stopped, for as long as it is polled.
    pub(super) async fn watch(&self, state: Arc<dyn SharedState>) {
        let mut looks = interval(LOOK_EVERY);
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            looks.tick().await;
            if self.running().is_empty() {
                continue;
            }
            match cancel::orders(state.as_ref()).await {
                Ok(orders) => {
                    for (key, order) in orders {
                        if self.stop(&key, &order)
                            && let Err(error) = state.remove(&key).await
                        {
                            tracing::debug!(%error, "an order to cancel was not taken away");
                        }
                    }
                }
                Err(error) => tracing::debug!(%error, "cannot read which jobs are cancelled"),
            }
        }
    }

    /// Stops a job where it is the one that is meant; says whether it was.
    fn stop(&self, key: &str, order: &cancel::Order) -> bool {
        let running = self.running().get(key).cloned();
        let Some(running) = running.filter(|running| order.means(running.begun)) else {
            return false;
        };
        let (queue, id) = (&running.queue, &running.id);
        tracing::info!(queue, id, by = order.by, "a job is cancelled");
        // The word first: whoever sees the stop looks for it.
        let _ = running.by.set(order.by.clone());
        running.stop.cancel();
        true
    }
}

impl Stoppable {
    /// Cancelled when the job is to stop, for whatever reason.
    pub(super) fn stop(&self) -> &CancellationToken {
        &self.running.stop
    }

    /// Who has cancelled the job.
    pub(super) fn cancelled_by(&self) -> Option<&str> {
        self.running.by.get().map(String::as_str)
    }
}

impl Drop for Stoppable {
    fn drop(&mut self) {
        let mut running = self.cancels.running();
        // Another attempt at the same job may have begun here in the meantime.
        if running.get(&self.key).is_some_and(|now| Arc::ptr_eq(&now.by, &self.running.by)) {
            running.remove(&self.key);
        }
    }
}
