//! A primary that can be down, frozen or emptied: an SQL queue on a database of its own.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use serde_json::Value;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::clock::SharedClock;
use crate::db::{Db, execute};
use crate::queue::failover::{Beat, Pulse};
use crate::queue::sql::SqlQueue;
use crate::queue::*;

/// How the primary is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// It answers.
    Up,
    /// It refuses.
    Down,
    /// It does what it is told, but does not answer.
    Frozen,
}

#[derive(Clone)]
pub(super) struct Faulty {
    pub(super) queue: SqlQueue,
    db: Db,
    mode: Arc<watch::Sender<Mode>>,
    run: Arc<watch::Sender<u32>>,
    mark: Arc<watch::Sender<Option<String>>>,
}

impl Faulty {
    pub(super) fn new(db: Db, clock: SharedClock) -> Self {
        Self {
            queue: SqlQueue::new(db.clone(), clock),
            db,
            mode: Arc::new(watch::channel(Mode::Up).0),
            run: Arc::new(watch::channel(1).0),
            mark: Arc::new(watch::channel(None).0),
        }
    }

    pub(super) fn set(&self, mode: Mode) {
        if mode == Mode::Down {
            self.run.send_modify(|run| *run += 1);
        }
        self.mode.send_replace(mode);
    }

    /// Forgets all.
    pub(super) async fn empty(&self) {
        for statement in ["DELETE FROM jobs", "DELETE FROM schedules", "DELETE FROM queue_events"] {
            execute!(self.db.writer(), c => sqlx::query(statement).execute(c)).expect("emptied");
        }
        self.mark.send_replace(None);
    }

    async fn through<T>(
        &self,
        call: impl Future<Output = Result<T, QueueError>>,
    ) -> Result<T, QueueError> {
        if *self.mode.borrow() == Mode::Down {
            return Err(refused());
        }
        let answer = call.await;
        let mut mode = self.mode.subscribe();
        let now = *mode.wait_for(|mode| *mode != Mode::Frozen).await.expect("the sender lives");
        if now == Mode::Down { Err(refused()) } else { answer }
    }
}

fn refused() -> QueueError {
    QueueError::Unreachable("connection refused".into())
}

#[async_trait]
impl Pulse for Faulty {
    async fn beat(&self, _name: &str) -> Result<Beat, QueueError> {
        self.through(async {
            Ok(Beat { run: self.run.borrow().to_string(), mark: self.mark.borrow().clone() })
        })
        .await
    }

    async fn set_mark(&self, _name: &str, mark: &str) -> Result<(), QueueError> {
        self.through(async {
            self.mark.send_replace(Some(mark.to_owned()));
            Ok(())
        })
        .await
    }
}

macro_rules! passed_on {
    ($(fn $name:ident($($arg:ident: $type:ty),*) -> $answer:ty;)+) => {
        #[async_trait]
        impl JobQueue for Faulty {
            $(async fn $name(&self, $($arg: $type),*) -> Result<$answer, QueueError> {
                self.through(self.queue.$name($($arg),*)).await
            })+

            async fn consume(
                &self,
                queue: &str,
                options: ConsumeOptions,
                handler: Arc<dyn Handler>,
                stop: CancellationToken,
            ) -> Result<(), QueueError> {
                if *self.mode.borrow() == Mode::Down {
                    return Err(refused());
                }
                let mut mode = self.mode.subscribe();
                let ended = async {
                    mode.wait_for(|mode| *mode != Mode::Up).await.map(|_| ()).expect("a sender");
                };
                tokio::select! {
                    ended = self.queue.consume(queue, options, handler, stop.clone()) => {
                        return ended;
                    }
                    () = ended => {}
                }
                // What it has begun goes on; nobody hears how it ends.
                let thawed = async {
                    let mut mode = self.mode.subscribe();
                    mode.wait_for(|mode| *mode != Mode::Frozen).await.map(|_| ()).expect("a sender");
                };
                stop.run_until_cancelled(thawed).await;
                Err(refused())
            }
        }
    };
}

passed_on! {
    fn add_bulk(queue: &str, jobs: Vec<NewJob>) -> Vec<Added>;
    fn queues() -> Vec<String>;
    fn counts(queue: &str) -> QueueCounts;
    fn get(queue: &str, id: &str) -> Option<Job>;
    fn list(queue: &str, states: &[JobState], page: PageRequest) -> JobPage;
    fn logs(queue: &str, id: &str, from: u64, limit: u32) -> LogPage;
    fn append_log(queue: &str, id: &str, line: &str) -> ();
    fn set_progress(queue: &str, id: &str, progress: Value) -> ();
    fn retry(queue: &str, id: &str) -> ();
    fn promote(queue: &str, id: &str) -> ();
    fn remove(queue: &str, id: &str) -> ();
    fn pause(queue: &str) -> ();
    fn resume(queue: &str) -> ();
    fn drain(queue: &str, delayed: bool, dry_run: bool) -> Swept;
    fn clean(queue: &str, state: JobState, grace: Duration, limit: u32, dry_run: bool) -> Swept;
    fn obliterate(queue: &str, force: bool) -> u64;
    fn upsert_schedule(schedule: NewSchedule) -> Schedule;
    fn schedules(queue: Option<&str>) -> Vec<Schedule>;
    fn remove_schedule(queue: &str, id: &str) -> bool;
    fn run_schedule(queue: &str, id: &str) -> Added;
    fn events(queue: &str, after: EventCursor, limit: u32) -> Vec<QueueEvent>;
    fn event_cursor(queue: &str) -> EventCursor;
    fn wait(queue: &str, id: &str, since: EventCursor, timeout: Option<Duration>) -> WaitOutcome;
}
