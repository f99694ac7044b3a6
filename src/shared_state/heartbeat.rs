//! How processes find one another: each tells of itself under `process/<id>` every few seconds.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::{SharedState, SharedStateError};
use crate::clock::SharedClock;
use crate::model::{ProcessInfo, ProcessKind};

/// What the keys of heartbeats begin with.
pub const PREFIX: &str = "process/";
/// How often a process tells of itself.
const INTERVAL: Duration = Duration::from_secs(3);
/// How long it counts as alive after that.
const TTL: Duration = Duration::from_secs(12);

/// Tells of this process until it is stopped.
#[derive(Debug)]
pub struct Heartbeat {
    info: Arc<Mutex<ProcessInfo>>,
    stop: CancellationToken,
    task: Mutex<Option<JoinHandle<()>>>,
}

/// What is told of this process at its start.
pub fn process_info(kind: ProcessKind, clock: &SharedClock) -> ProcessInfo {
    let now = clock.now();
    let host = nix::unistd::gethostname()
        .map_or_else(|_| "unknown".to_owned(), |name| name.to_string_lossy().into_owned());
    let pid = std::process::id();
    let random = &uuid::Uuid::now_v7().simple().to_string()[24..];
    ProcessInfo {
        id: format!("{kind}-{host}-{pid}-{random}"),
        kind,
        host,
        pid,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        started_at: now,
        seen_at: now,
        http: None,
        queues: Vec::new(),
        concurrency: 0,
        slots: BTreeMap::new(),
        active_jobs: Vec::new(),
        draining: false,
    }
}

impl Heartbeat {
    /// Tells of this process now, and then every three seconds.
    pub fn start(state: Arc<dyn SharedState>, clock: SharedClock, info: ProcessInfo) -> Self {
        let info = Arc::new(Mutex::new(info));
        let stop = CancellationToken::new();
        let task = tokio::spawn(beat(state, clock, Arc::clone(&info), stop.clone()));
        Self { info, stop, task: Mutex::new(Some(task)) }
    }

    /// Changes what is told from the next beat on.
    pub fn update(&self, change: impl FnOnce(&mut ProcessInfo)) {
        change(&mut self.info.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Stops telling and takes the entry away.
    pub async fn stop(&self) {
        self.stop.cancel();
        let task = self.task.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(task) = task else { return };
        if let Err(error) = task.await {
            tracing::warn!(%error, "the heartbeat ended badly");
        }
    }
}

async fn beat(
    state: Arc<dyn SharedState>,
    clock: SharedClock,
    info: Arc<Mutex<ProcessInfo>>,
    stop: CancellationToken,
) {
    let mut ticks = tokio::time::interval(INTERVAL);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = stop.cancelled() => break,
            _ = ticks.tick() => {}
        }
        let (key, value) = {
            let mut info = info.lock().unwrap_or_else(PoisonError::into_inner);
            info.seen_at = clock.now();
            (format!("{PREFIX}{}", info.id), serde_json::to_string(&*info))
        };
        let Ok(value) = value else { continue };
        if let Err(error) = state.set(&key, &value, TTL).await {
            tracing::warn!(%error, "cannot tell that this process is alive");
        }
    }
    let key = {
        let info = info.lock().unwrap_or_else(PoisonError::into_inner);
        format!("{PREFIX}{}", info.id)
    };
    if let Err(error) = state.remove(&key).await {
        tracing::debug!(%error, "cannot take the heartbeat away; it will run out");
    }
}

/// All processes that are alive, by kind and then by start.
///
/// # Errors
/// The shared state cannot be reached.
pub async fn processes(state: &dyn SharedState) -> Result<Vec<ProcessInfo>, SharedStateError> {
    let mut found: Vec<ProcessInfo> = state
        .list(PREFIX)
        .await?
        .iter()
        .filter_map(|(_, value)| serde_json::from_str(value).ok())
        .collect();
    found.sort_by(|a, b| (a.kind, a.started_at, &a.id).cmp(&(b.kind, b.started_at, &b.id)));
    Ok(found)
}
