//! How many jobs of each queue this worker runs at the same time: what its settings say, until an
//! operator says otherwise for all workers at once.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::MissedTickBehavior;

use crate::jobs::QUEUES;
use crate::queue::Concurrency;
use crate::shared_state::heartbeat::Heartbeat;
use crate::shared_state::{SharedState, SharedStateError};

/// What the keys begin with; the queue follows.
const PREFIX: &str = "concurrency/";
/// How long an operator's word holds: until it is taken back, as far as that goes.
const FOR_GOOD: Duration = Duration::from_secs(10 * 365 * 86_400);
/// How often a worker looks.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Most jobs of one queue at the same time in one worker.
pub const MOST_SLOTS: u32 = 1024;

/// What operators have said, by queue.
///
/// # Errors
/// The shared state cannot be reached.
pub async fn wanted(state: &dyn SharedState) -> Result<BTreeMap<String, u32>, SharedStateError> {
    let entries = state.list(PREFIX).await?;
    let read = entries.iter().filter_map(|(key, value)| {
        let slots = value.parse().ok().filter(|slots| (1..=MOST_SLOTS).contains(slots))?;
        Some((key.strip_prefix(PREFIX)?.to_owned(), slots))
    });
    Ok(read.collect())
}

/// Has every worker run up to `slots` jobs of `queue` at the same time, or as many as its settings
/// say. Workers that run follow within seconds, and those that start later do too.
///
/// # Errors
/// The shared state cannot be reached.
pub async fn want(
    state: &dyn SharedState,
    queue: &str,
    slots: Option<u32>,
) -> Result<(), SharedStateError> {
    let key = format!("{PREFIX}{queue}");
    match slots {
        Some(slots) => state.set(&key, &slots.to_string(), FOR_GOOD).await,
        None => state.remove(&key).await.map(|_| ()),
    }
}

/// The slots of one worker.
pub(super) struct Slots {
    usual: u32,
    queues: BTreeMap<&'static str, (watch::Sender<usize>, Concurrency)>,
}

impl Slots {
    /// As many as the settings say, for each queue.
    pub(super) fn new(usual: u32) -> Self {
        let usual = usual.max(1);
        let queues = QUEUES.iter().map(|&queue| (queue, Concurrency::changing(size(usual))));
        Self { usual, queues: queues.collect() }
    }

    /// Those of a queue.
    pub(super) fn of(&self, queue: &str) -> Concurrency {
        self.queues.get(queue).map_or_else(|| size(self.usual).into(), |(_, slots)| slots.clone())
    }

    /// Does as operators say, for as long as it is polled. While the shared state cannot be
    /// reached everything stays as it is.
    pub(super) async fn follow(self, state: Arc<dyn SharedState>, heartbeat: Arc<Heartbeat>) {
        let mut looks = tokio::time::interval(LOOK_EVERY);
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            looks.tick().await;
            match wanted(state.as_ref()).await {
                Ok(wanted) => self.apply(&wanted, &heartbeat),
                Err(error) => tracing::debug!(%error, "cannot read how many jobs are to run"),
            }
        }
    }

    fn apply(&self, wanted: &BTreeMap<String, u32>, heartbeat: &Heartbeat) {
        let mut changed = false;
        for (&queue, (sender, _)) in &self.queues {
            let slots = wanted.get(queue).copied().unwrap_or(self.usual);
            let differs = sender.send_if_modified(|now| {
                let differs = *now != size(slots);
                *now = size(slots);
                differs
            });
            if differs {
                tracing::info!(queue, slots, "the number of jobs at the same time was changed");
            }
            changed |= differs;
        }
        if changed {
            let usual = self.usual;
            let own = wanted.iter().filter(|(queue, slots)| {
                self.queues.contains_key(queue.as_str()) && **slots != usual
            });
            let own: BTreeMap<String, u32> = own.map(|(q, n)| (q.clone(), *n)).collect();
            heartbeat.update(|info| info.slots = own);
        }
    }
}

fn size(slots: u32) -> usize {
    usize::try_from(slots).unwrap_or(usize::MAX)
}
