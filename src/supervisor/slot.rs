use std::time::Duration;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::log::Log;
use super::spawn::{ChildSpec, Running, in_words, spawn};

/// Wait before the first restart; it doubles with each further one.
const FIRST_BACKOFF: Duration = Duration::from_millis(500);
/// Longest wait before a restart.
const LONGEST_BACKOFF: Duration = Duration::from_secs(30);
/// A child that ran for this long starts with the first backoff again.
const SETTLED: Duration = Duration::from_secs(60);

/// Longest wait for what an ended child has said to be passed on.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// What happened to a child.
#[derive(Debug)]
pub enum Event {
    /// It was started.
    Started {
        /// Which.
        name: String,
        /// Its process id.
        pid: u32,
    },
    /// It ended without having been told to, and will be started again.
    Died {
        /// Which.
        name: String,
        /// How, in words.
        how: String,
        /// The wait before it is started again.
        restart_in: Duration,
    },
    /// It did not stop in time and was killed.
    Killed {
        /// Which.
        name: String,
    },
    /// Another has taken its place, and it has ended.
    Replaced {
        /// Which.
        name: String,
        /// The process that was.
        old: u32,
        /// The process that is.
        new: u32,
    },
}

impl std::fmt::Display for Event {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Started { name, pid } => write!(f, "{name} was started: process {pid}"),
            Self::Died { name, how, restart_in } => {
                write!(f, "{name} {how}; it is started again in {:.1} s", restart_in.as_secs_f64())
            }
            Self::Replaced { name, old, new } => {
                write!(f, "{name} was replaced: process {old} → {new}")
            }
            Self::Killed { name } => write!(f, "{name} did not stop in time and was killed"),
        }
    }
}

/// An order to replace the child of a slot.
pub(super) struct Replace {
    /// Until when the new one must be ready.
    pub deadline: Instant,
    /// Told when the old one has ended, or why it goes on.
    pub reply: oneshot::Sender<Result<Replaced, NotReplaced>>,
}

/// A child was replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Replaced {
    /// The process that was; 0 where none was running.
    pub old: u32,
    /// The process that is.
    pub new: u32,
}

/// Why a child was not replaced; the old one goes on.
#[derive(Debug, Clone, thiserror::Error)]
pub(super) enum NotReplaced {
    #[error("the new process {0}")]
    Failed(String),
    #[error("the new process was not ready in time")]
    TimedOut,
    #[error("everything is being stopped")]
    Stopping,
}

/// How a slot stands.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    /// The process, unless it waits to be started again.
    pub pid: Option<u32>,
    /// Whether it has said that it is ready.
    pub ready: watch::Receiver<bool>,
    /// How often it was started again after it had died.
    pub restarts: u32,
}

impl Seen {
    pub(super) fn of(running: &Running, restarts: u32) -> Self {
        Self { pid: running.child.id(), ready: running.ready.clone(), restarts }
    }
}

/// Keeps one child running.
pub(super) struct Slot {
    pub spec: ChildSpec,
    pub orders: mpsc::Receiver<Replace>,
    pub seen: watch::Sender<Seen>,
    pub stop: CancellationToken,
    pub end: Ending,
    /// The end of a child that was replaced.
    pub parting: Option<JoinHandle<()>>,
}

impl Slot {
    pub(super) async fn keep_running(mut self, first: Running) {
        let mut running = first;
        let mut backoff = FIRST_BACKOFF;
        self.started(&running);
        loop {
            let started = Instant::now();
            let how = loop {
                tokio::select! {
                    ended = running.child.wait() => break in_words(ended),
                    () = self.stop.cancelled() => return self.finish(Some(running)).await,
                    Some(order) = self.orders.recv() => running = self.replace(running, order).await,
                }
            };
            if started.elapsed() >= SETTLED {
                backoff = FIRST_BACKOFF;
            }
            match self.restart(how, &mut backoff).await {
                Some(next) => running = next,
                None => return self.finish(None).await,
            }
        }
    }

    /// Waits and starts the child again, as often as it takes; `None` when told to stop meanwhile.
    async fn restart(&mut self, how: String, backoff: &mut Duration) -> Option<Running> {
        let mut how = how;
        loop {
            self.seen.send_modify(|seen| seen.pid = None);
            self.end.tell(Event::Died { name: self.end.name.clone(), how, restart_in: *backoff });
            let order = tokio::select! {
                () = tokio::time::sleep(*backoff) => None,
                () = self.stop.cancelled() => return None,
                Some(order) = self.orders.recv() => Some(order),
            };
            *backoff = (*backoff * 2).min(LONGEST_BACKOFF);
            let next = match order {
                None => spawn(&self.spec, self.end.log.as_ref())
                    .map_err(|error| format!("could not be started: {error}")),
                Some(order) => self.fill(order).await,
            };
            match next {
                Ok(running) => {
                    self.seen.send_modify(|seen| seen.restarts += 1);
                    self.started(&running);
                    return Some(running);
                }
                Err(why) => how = why,
            }
        }
    }

    /// Starts a second child, and lets the first one go when that is ready.
    async fn replace(&mut self, old: Running, order: Replace) -> Running {
        let next = match self.bring_up(order.deadline).await {
            Ok(next) => next,
            Err(why) => {
                let _ = order.reply.send(Err(why));
                return old;
            }
        };
        self.started(&next);
        let replaced = Replaced { old: old.pid(), new: next.pid() };
        // An earlier one may still be ending; it is waited for first.
        let (ending, before) = (self.end.clone(), self.parting.take());
        self.parting = Some(tokio::spawn(async move {
            ending.end(old).await;
            let Replaced { old, new } = replaced;
            ending.tell(Event::Replaced { name: ending.name.clone(), old, new });
            let _ = order.reply.send(Ok(replaced));
            if let Some(before) = before {
                wait_for(before).await;
            }
        }));
        next
    }

    /// Starts a child where none runs.
    async fn fill(&self, order: Replace) -> Result<Running, String> {
        let next = self.bring_up(order.deadline).await;
        let told = match &next {
            Ok(next) => Ok(Replaced { old: 0, new: next.pid() }),
            Err(why) => Err(why.clone()),
        };
        // Nobody waits any more where the time was up.
        let _ = order.reply.send(told);
        next.map_err(|why| why.to_string())
    }

    /// Starts a child and waits until it says that it is ready.
    async fn bring_up(&self, deadline: Instant) -> Result<Running, NotReplaced> {
        let mut next = spawn(&self.spec, self.end.log.as_ref())
            .map_err(|error| NotReplaced::Failed(format!("could not be started: {error}")))?;
        let mut ready = next.ready.clone();
        let why = tokio::select! {
            biased;
            () = self.stop.cancelled() => NotReplaced::Stopping,
            ended = next.child.wait() => NotReplaced::Failed(in_words(ended)),
            Ok(_) = ready.wait_for(|ready| *ready) => return Ok(next),
            () = tokio::time::sleep_until(deadline) => NotReplaced::TimedOut,
        };
        // It has done nothing yet that is worth waiting for.
        if let Err(error) = next.child.kill().await {
            tracing::debug!(%error, "a process that was not ready has ended already");
        }
        Err(why)
    }

    fn started(&self, running: &Running) {
        let restarts = self.seen.borrow().restarts;
        self.seen.send_replace(Seen::of(running, restarts));
        self.end.tell(Event::Started { name: self.end.name.clone(), pid: running.pid() });
    }

    async fn finish(&mut self, running: Option<Running>) {
        if let Some(running) = running {
            self.end.end(running).await;
        }
        if let Some(parting) = self.parting.take() {
            wait_for(parting).await;
        }
    }
}

async fn wait_for(task: JoinHandle<()>) {
    if let Err(error) = task.await {
        tracing::warn!(%error, "watching a process ended badly");
    }
}

/// How a child is brought to its end.
#[derive(Clone)]
pub(super) struct Ending {
    pub name: String,
    pub events: mpsc::UnboundedSender<Event>,
    pub kill: CancellationToken,
    pub drain: Duration,
    pub log: Option<Log>,
}

impl Ending {
    /// SIGTERM, then patience, then SIGKILL.
    async fn end(&self, running: Running) {
        let Running { mut child, lifeline: _lifeline, said, .. } = running;
        if let Some(pid) = child.id().and_then(|pid| i32::try_from(pid).ok()) {
            // A child that ended just now is no error.
            let _ = kill(Pid::from_raw(pid), Signal::SIGTERM);
        }
        let ended = tokio::select! {
            ended = tokio::time::timeout(self.drain, child.wait()) => ended.is_ok(),
            () = self.kill.cancelled() => false,
        };
        if !ended {
            if let Err(error) = child.kill().await {
                tracing::warn!(%error, name = self.name, "cannot kill a process");
            }
            self.tell(Event::Killed { name: self.name.clone() });
        }
        // Its last words are passed on before it counts as ended.
        if let Some(said) = said {
            let _ = tokio::time::timeout(LAST_WORDS, said).await;
        }
    }

    fn tell(&self, event: Event) {
        if let Some(log) = &self.log
            && let Err(error) = log.keep("up", &event.to_string())
        {
            tracing::debug!(%error, "the log cannot be kept");
        }
        // Nobody listens any more while the supervisor itself ends.
        let _ = self.events.send(event);
    }
}
