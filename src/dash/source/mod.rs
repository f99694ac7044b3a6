//! What is read, beside the thread that draws: each source in a task of its own, at its own pace,
//! so that one that does not answer holds up nothing else.
//!
//! - [`queues`], [`system`], [`letters`]: the queue, the shared state and the store
//! - [`metrics`]: `/metrics` of the processes; [`remote`]: of an API that is all one has
//! - [`asked`], [`logs`]: what only the place where one is needs
//! - [`deeds`]: does what was confirmed, and writes it down

mod asked;
mod deeds;
mod letters;
mod logs;
mod metrics;
mod queues;
mod remote;
mod sums;
mod system;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, sleep_until, timeout};

use super::actions::Deed;
use super::data::{Answer, JobRef, Message, PageAsked};
use super::place::View;
use crate::clock::SharedClock;
use crate::model::ProcessInfo;
use crate::services::Services;

/// Longest wait for an answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// What the screen wants to be told.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Wanted {
    /// How often, at most.
    pub interval: Duration,
    /// Nothing is read.
    pub paused: bool,
    /// The view that is looked at.
    pub view: Option<View>,
    /// The page of jobs.
    pub page: Option<PageAsked>,
    /// The job.
    pub job: Option<JobRef>,
    /// One frame is to show all there is, rather than soon what is there.
    pub whole: bool,
    /// Grows when something was changed, so that all is read anew at once.
    pub turn: u64,
}

/// Where answers go, and who tells what is wanted.
#[derive(Clone)]
struct Line {
    clock: SharedClock,
    to: mpsc::UnboundedSender<Message>,
    wanted: watch::Receiver<Wanted>,
    /// The last turn that was noticed.
    turn: u64,
}

/// The sources, for as long as this lives.
pub struct Sources {
    wanted: watch::Sender<Wanted>,
    line: Line,
    services: Option<Arc<Services>>,
    has_store: bool,
    tasks: tokio::task::JoinSet<()>,
}

impl Sources {
    /// Begins to read a queue, the shared state and, where there is one, the store.
    pub fn local(
        services: Arc<Services>,
        has_store: bool,
        wanted: Wanted,
        to: mpsc::UnboundedSender<Message>,
    ) -> Self {
        let (wanted, line) = lines(Arc::clone(&services.clock), wanted, to);
        let (processes_to, processes) = watch::channel::<Vec<ProcessInfo>>(Vec::new());
        let mut tasks = tokio::task::JoinSet::new();
        let (names_to, names) = queues::names();
        tasks.spawn(queues::search(Arc::clone(&services), line.clone(), names_to));
        tasks.spawn(queues::run(Arc::clone(&services), line.clone(), names.clone()));
        tasks.spawn(system::processes(Arc::clone(&services), line.clone(), processes_to));
        tasks.spawn(system::run(Arc::clone(&services), has_store, line.clone()));
        tasks.spawn(system::breakers(Arc::clone(&services), line.clone()));
        tasks.spawn(system::cache(Arc::clone(&services), line.clone()));
        tasks.spawn(metrics::run(line.clone(), processes));
        tasks.spawn(letters::run(Arc::clone(&services), line.clone(), names));
        tasks.spawn(asked::page(Arc::clone(&services), line.clone()));
        tasks.spawn(asked::job(Arc::clone(&services), line.clone()));
        if has_store {
            tasks.spawn(asked::leads(Arc::clone(&services), line.clone()));
            tasks.spawn(logs::run(services.settings.data_dir.clone(), line.clone()));
        }
        Self { wanted, line, services: Some(services), has_store, tasks }
    }

    /// Begins to read an API's `/metrics`.
    pub fn remote(
        url: String,
        clock: SharedClock,
        wanted: Wanted,
        to: mpsc::UnboundedSender<Message>,
    ) -> Self {
        let (wanted, line) = lines(clock, wanted, to);
        let mut tasks = tokio::task::JoinSet::new();
        tasks.spawn(remote::run(url, line.clone()));
        Self { wanted, line, services: None, has_store: false, tasks }
    }

    /// Says what is wanted.
    pub fn want(&self, change: impl FnOnce(&mut Wanted)) {
        self.wanted.send_if_modified(|wanted| {
            let before = wanted.clone();
            change(wanted);
            *wanted != before
        });
    }

    /// Does what was confirmed; what becomes of it is told as a message.
    pub fn act(&mut self, deed: Deed) {
        let Some(services) = self.services.clone() else { return };
        let (line, wanted) = (self.line.clone(), self.wanted.clone());
        let has_store = self.has_store;
        self.tasks.spawn(async move {
            let (text, ok) = deeds::perform(&services, &deed, has_store).await;
            let _ = line.to.send(Message::Done { text, ok });
            wanted.send_modify(|wanted| wanted.turn += 1);
        });
    }

    /// A source that has come to a bad end, where one has.
    pub fn fallen(&mut self) -> Option<String> {
        while let Some(ended) = self.tasks.try_join_next() {
            if let Err(error) = ended
                && error.is_panic()
            {
                return Some("a source has ended badly; what it told grows old".to_owned());
            }
        }
        None
    }
}

fn lines(
    clock: SharedClock,
    wanted: Wanted,
    to: mpsc::UnboundedSender<Message>,
) -> (watch::Sender<Wanted>, Line) {
    let (sender, receiver) = watch::channel(wanted);
    (sender, Line { clock, to, wanted: receiver, turn: 0 })
}

impl Line {
    /// Asks with patience, and sends what is answered.
    async fn tell<T, E: std::fmt::Display>(
        &self,
        every: Duration,
        asking: impl Future<Output = Result<T, E>>,
        message: impl FnOnce(Answer<T>) -> Message,
    ) -> Option<Arc<T>> {
        let result = match timeout(PATIENCE, asking).await {
            Ok(Ok(value)) => Ok(Arc::new(value)),
            Ok(Err(error)) => Err(error.to_string()),
            Err(_) => Err(format!("no answer in {} s", PATIENCE.as_secs())),
        };
        let value = result.as_ref().ok().map(Arc::clone);
        let _ = self.to.send(message(Answer { at: self.clock.now(), every, result }));
        value
    }

    /// Waits until `every` has passed since `began`; longer while paused, and no longer where
    /// something was changed. Says whether anybody still listens.
    async fn rest(&mut self, began: Instant, every: Duration) -> bool {
        let turn = self.wanted.borrow_and_update().turn;
        let due = began + every;
        loop {
            if self.to.is_closed() {
                return false;
            }
            let paused = self.wanted.borrow().paused;
            tokio::select! {
                () = sleep_until(due), if !paused => return true,
                changed = self.wanted.changed() => {
                    if changed.is_err() {
                        return false;
                    }
                    if self.wanted.borrow_and_update().turn != turn {
                        return true;
                    }
                }
            }
        }
    }

    /// Waits until something else is wanted, or `every` has passed since `began` and nothing is
    /// paused. Says whether anybody still listens.
    async fn nap(&mut self, began: Instant, every: Duration) -> bool {
        let paused = self.wanted.borrow().paused;
        tokio::select! {
            () = sleep_until(began + every), if !paused => !self.to.is_closed(),
            changed = self.wanted.changed() => changed.is_ok() && !self.to.is_closed(),
        }
    }

    /// Waits until something else is wanted. Says whether anybody still listens.
    async fn changed(&mut self) -> bool {
        self.wanted.changed().await.is_ok() && !self.to.is_closed()
    }

    /// Whether something was changed since this was last asked.
    fn turned(&mut self) -> bool {
        let turn = self.wanted.borrow().turn;
        std::mem::replace(&mut self.turn, turn) != turn
    }

    /// How often to read what may be read so often at most.
    fn every(&self, least: Duration) -> Duration {
        self.wanted.borrow().interval.max(least)
    }
}
