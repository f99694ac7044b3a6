use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::log::Log;
use super::slot::{Ending, Event, NotReplaced, Replace, Seen, Slot};
use super::spawn::{ChildKind, ChildSpec, spawn};
use crate::clock::millis;

/// Most processes of a kind.
pub const MOST: u16 = 64;

/// How one child stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildState {
    /// What it is called, as in `worker 1`.
    pub name: String,
    /// What it does.
    pub kind: ChildKind,
    /// Its process id; absent while it waits to be started again.
    pub pid: Option<u32>,
    /// Whether it has said that it is ready; a sandbox never does.
    pub ready: bool,
    /// How often it was started again after it had died.
    pub restarts: u32,
}

/// Something that was done on the way to what was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// A process is being replaced.
    Replacing {
        /// Which.
        name: String,
    },
    /// A process was replaced.
    Replaced {
        /// Which.
        name: String,
        /// The process that was; 0 where none was running.
        old: u32,
        /// The process that is.
        new: u32,
        /// How long it took, in milliseconds.
        took_ms: u64,
    },
    /// A process was added, and is ready.
    Added {
        /// Which.
        name: String,
        /// Its process id.
        pid: u32,
    },
    /// A process was told to stop, and has ended.
    Removed {
        /// Which.
        name: String,
    },
}

/// Why something could not be done.
#[derive(Debug, thiserror::Error)]
pub enum FleetError {
    /// Another change is going on.
    #[error("another restart or change of the number of processes is going on")]
    Busy,
    /// There is nothing of the kind.
    #[error("there is no {} process", .0.as_str())]
    None(ChildKind),
    /// The number is not acceptable.
    #[error("{0}")]
    Invalid(String),
    /// The time was up.
    #[error("the time was up while {name} was being changed: {why}")]
    TimedOut {
        /// Which.
        name: String,
        /// What was waited for.
        why: String,
    },
    /// A process did not come up.
    #[error("{name}: {why}")]
    Failed {
        /// Which.
        name: String,
        /// Why.
        why: String,
    },
}

/// Runs children until it is told to stop. Its clones are the same one.
#[derive(Clone)]
pub struct Supervisor(Arc<Inner>);

struct Inner {
    events: mpsc::UnboundedSender<Event>,
    fleet: Mutex<Fleet>,
    /// Held by whoever changes what runs.
    turn: tokio::sync::Mutex<()>,
    stop: CancellationToken,
    stop_last: CancellationToken,
    kill: CancellationToken,
    drain: Duration,
    log: Option<Log>,
}

#[derive(Default)]
struct Fleet {
    slots: Vec<Handle>,
    /// What further processes of a kind are made from.
    templates: BTreeMap<ChildKind, ChildSpec>,
}

struct Handle {
    name: String,
    kind: ChildKind,
    number: u16,
    orders: mpsc::Sender<Replace>,
    seen: watch::Receiver<Seen>,
    stop: CancellationToken,
    task: JoinHandle<()>,
}

impl Supervisor {
    /// A supervisor of nothing yet, and what it will tell. What its children say goes to `log` as well,
    /// where there is one.
    pub fn new(drain: Duration, log: Option<Log>) -> (Self, mpsc::UnboundedReceiver<Event>) {
        let (events, told) = mpsc::unbounded_channel();
        let inner = Inner {
            events,
            fleet: Mutex::default(),
            turn: tokio::sync::Mutex::default(),
            stop: CancellationToken::new(),
            stop_last: CancellationToken::new(),
            kill: CancellationToken::new(),
            drain,
            log,
        };
        (Self(Arc::new(inner)), told)
    }

    /// Starts a child and keeps it running.
    ///
    /// # Errors
    /// It could not be started at all, or everything is being stopped.
    pub fn start(&self, spec: ChildSpec) -> io::Result<()> {
        let inner = &self.0;
        let mut fleet = self.fleet();
        let last = spec.kind == ChildKind::Sandbox;
        let parent = if last { &inner.stop_last } else { &inner.stop };
        if parent.is_cancelled() {
            return Err(io::Error::other("everything is being stopped"));
        }
        let first = spawn(&spec, inner.log.as_ref())?;
        if let Entry::Vacant(free) = fleet.templates.entry(spec.kind) {
            free.insert(spec.numbered(spec.number)?);
        }
        let (name, kind, number) = (spec.name(), spec.kind, spec.number);
        let (orders, received) = mpsc::channel(1);
        let (tell, seen) = watch::channel(Seen::of(&first, 0));
        let stop = parent.child_token();
        let end = Ending {
            name: name.clone(),
            events: inner.events.clone(),
            kill: inner.kill.clone(),
            drain: inner.drain,
            log: inner.log.clone(),
        };
        let stopped = stop.clone();
        let slot = Slot { spec, orders: received, seen: tell, stop: stopped, end, parting: None };
        let task = tokio::spawn(slot.keep_running(first));
        fleet.slots.push(Handle { name, kind, number, orders, seen, stop, task });
        Ok(())
    }

    /// Cancelling it kills all children that are still stopping.
    pub fn kill_switch(&self) -> CancellationToken {
        self.0.kill.clone()
    }

    /// All children.
    pub fn list(&self) -> Vec<ChildState> {
        let state = |slot: &Handle| {
            let seen = slot.seen.borrow();
            ChildState {
                name: slot.name.clone(),
                kind: slot.kind,
                pid: seen.pid,
                ready: seen.pid.is_some() && *seen.ready.borrow(),
                restarts: seen.restarts,
            }
        };
        self.fleet().slots.iter().map(state).collect()
    }

    /// Replaces API and worker processes, or only those of a kind, one at a time: each new one is
    /// ready before the old one is told to stop, and the old one has ended before the next is
    /// touched. The first one that does not come up ends it, and goes on as it was.
    ///
    /// # Errors
    /// See [`FleetError`].
    pub async fn restart(
        &self,
        only: Option<ChildKind>,
        timeout: Duration,
        mut told: impl FnMut(Step),
    ) -> Result<(), FleetError> {
        let _turn = self.0.turn.try_lock().map_err(|_| FleetError::Busy)?;
        let deadline = Instant::now() + timeout;
        let mut meant = self.meant(only);
        if let (Some(kind), true) = (only, meant.is_empty()) {
            return Err(FleetError::None(kind));
        }
        meant.sort_by_key(|(kind, number, ..)| (*kind, *number));
        for (_, _, name, orders) in meant {
            told(Step::Replacing { name: name.clone() });
            let begun = Instant::now();
            let (reply, answer) = oneshot::channel();
            let asked = orders.send(Replace { deadline, reply }).await.is_ok();
            let failed = |why: NotReplaced| match why {
                NotReplaced::TimedOut => timed_out(&name, &why.to_string()),
                _ => FleetError::Failed { name: name.clone(), why: why.to_string() },
            };
            let answer = async { if asked { answer.await.ok() } else { None } };
            // The slot answers itself where the new one is late; the old one's end may be late too.
            let grace = Duration::from_secs(1);
            let replaced = match tokio::time::timeout_at(deadline + grace, answer).await {
                Ok(Some(replaced)) => replaced.map_err(failed)?,
                Ok(None) => return Err(failed(NotReplaced::Stopping)),
                Err(_) => return Err(timed_out(&name, "the old process has not ended yet")),
            };
            let took_ms = millis(begun.elapsed());
            told(Step::Replaced { name, old: replaced.old, new: replaced.new, took_ms });
        }
        Ok(())
    }

    /// Starts or stops processes of a kind until there are `count`. Each new one is ready before the
    /// next is started; those with the highest numbers are stopped.
    ///
    /// # Errors
    /// See [`FleetError`].
    pub async fn scale(
        &self,
        kind: ChildKind,
        count: u16,
        timeout: Duration,
        mut told: impl FnMut(Step),
    ) -> Result<(), FleetError> {
        acceptable(kind, count)?;
        let _turn = self.0.turn.try_lock().map_err(|_| FleetError::Busy)?;
        let deadline = Instant::now() + timeout;
        loop {
            let numbers = self.numbers(kind);
            if numbers.len() > usize::from(count) {
                told(self.remove(kind, deadline).await?);
            } else if numbers.len() < usize::from(count) {
                let free = (1..=MOST).find(|n| !numbers.contains(n)).unwrap_or(MOST);
                told(self.add(kind, free, deadline).await?);
            } else {
                return Ok(());
            }
        }
    }

    async fn add(
        &self,
        kind: ChildKind,
        number: u16,
        deadline: Instant,
    ) -> Result<Step, FleetError> {
        let template = self.fleet().templates.get(&kind).map(|spec| spec.numbered(number));
        let spec = template.ok_or(FleetError::None(kind))?;
        let name = format!("{} {number}", kind.as_str());
        let failed = |why: String| FleetError::Failed { name: name.clone(), why };
        self.start(spec.map_err(|e| failed(e.to_string()))?).map_err(|e| failed(e.to_string()))?;
        let seen = self.fleet().slots.iter().find(|s| s.name == name).map(|s| s.seen.clone());
        let Some(mut seen) = seen else { return Err(failed("it is gone again".to_owned())) };
        let up = async {
            loop {
                let (pid, mut ready) = {
                    let now = seen.borrow_and_update();
                    (now.pid, now.ready.clone())
                };
                // It dies, or it is ready; where it dies, it is started again or given up below.
                tokio::select! {
                    Ok(_) = ready.wait_for(|ready| *ready) => return pid,
                    changed = seen.changed() => {
                        changed.ok()?;
                        seen.borrow().pid?;
                    }
                }
            }
        };
        let error = match tokio::time::timeout_at(deadline, up).await {
            Ok(Some(pid)) => return Ok(Step::Added { name, pid }),
            Ok(None) => failed("the new process ended at once".to_owned()),
            Err(_) => timed_out(&name, "the new process was not ready in time"),
        };
        self.take(&name).await;
        Err(error)
    }

    /// Stops the one with the highest number.
    async fn remove(&self, kind: ChildKind, deadline: Instant) -> Result<Step, FleetError> {
        let name = {
            let fleet = self.fleet();
            let last = fleet.slots.iter().filter(|s| s.kind == kind).max_by_key(|s| s.number);
            last.map(|slot| slot.name.clone()).ok_or(FleetError::None(kind))?
        };
        // Whatever the time says, it goes on to stop.
        let supervisor = self.clone();
        let gone = name.clone();
        let stopping = tokio::spawn(async move { supervisor.take(&gone).await });
        match tokio::time::timeout_at(deadline, stopping).await {
            Ok(_) => Ok(Step::Removed { name }),
            Err(_) => Err(timed_out(&name, "it has not ended yet")),
        }
    }

    /// Stops one and forgets it once it has ended.
    async fn take(&self, name: &str) {
        let task = {
            let mut fleet = self.fleet();
            let found = fleet.slots.iter().position(|slot| slot.name == name);
            found.map(|at| fleet.slots.remove(at))
        };
        let Some(slot) = task else { return };
        slot.stop.cancel();
        ended(slot.task).await;
    }

    fn meant(
        &self,
        only: Option<ChildKind>,
    ) -> Vec<(ChildKind, u16, String, mpsc::Sender<Replace>)> {
        let fleet = self.fleet();
        let of_kind = |slot: &&Handle| match only {
            Some(kind) => slot.kind == kind,
            None => slot.kind != ChildKind::Sandbox,
        };
        let slots = fleet.slots.iter().filter(of_kind);
        slots.map(|s| (s.kind, s.number, s.name.clone(), s.orders.clone())).collect()
    }

    fn numbers(&self, kind: ChildKind) -> Vec<u16> {
        self.fleet().slots.iter().filter(|s| s.kind == kind).map(|s| s.number).collect()
    }

    /// Tells all children to stop, waits until they have, and kills those that do not in time.
    pub async fn stop(self) {
        self.0.stop.cancel();
        // Whoever changes something learns that it is over.
        let _turn = self.0.turn.lock().await;
        let slots = std::mem::take(&mut self.fleet().slots);
        let (last, first): (Vec<Handle>, Vec<Handle>) =
            slots.into_iter().partition(|slot| slot.kind == ChildKind::Sandbox);
        for slot in first {
            ended(slot.task).await;
        }
        self.0.stop_last.cancel();
        for slot in last {
            ended(slot.task).await;
        }
    }

    fn fleet(&self) -> std::sync::MutexGuard<'_, Fleet> {
        self.0.fleet.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn ended(task: JoinHandle<()>) {
    if let Err(error) = task.await {
        tracing::warn!(%error, "watching a process ended badly");
    }
}

fn acceptable(kind: ChildKind, count: u16) -> Result<(), FleetError> {
    // Without an API process, connections would be taken by nobody and wait.
    let least = match kind {
        ChildKind::Api => 1,
        ChildKind::Worker => 0,
        ChildKind::Sandbox => {
            return Err(FleetError::Invalid("there is never more than one sandbox".to_owned()));
        }
    };
    if (least..=MOST).contains(&count) {
        return Ok(());
    }
    let what = format!("{count} {} processes: give {least} to {MOST}", kind.as_str());
    Err(FleetError::Invalid(what))
}

fn timed_out(name: &str, why: &str) -> FleetError {
    FleetError::TimedOut { name: name.to_owned(), why: why.to_owned() }
}

impl std::fmt::Debug for Supervisor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Supervisor").field("children", &self.list()).finish()
    }
}
