//! The one task of a process that writes down what its runs do. What comes in at the same time goes
//! into one transaction; what nobody waits for is gathered for a moment.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::oneshot;
use tokio::time::{Instant, timeout_at};

use super::book::Book;
use super::book::ledger::{Claim, Run, Turn};

/// How long ends of jobs are gathered.
const GATHER: Duration = Duration::from_millis(100);
/// So many are enough.
const ENOUGH: usize = 1_000;
/// Wait after the database has failed.
const FAILURE_PAUSE: Duration = Duration::from_millis(250);
/// Longest wait for what is left to be written.
const FLUSH: Duration = Duration::from_secs(5);

enum Message {
    Claim(Arc<Run>, oneshot::Sender<Claim>),
    Begun(Vec<Arc<Run>>),
    Done(Arc<Run>, Value),
    Ended(Arc<Run>),
    Finished(Arc<Run>),
    Flush(oneshot::Sender<()>),
}

/// Where runs tell what they do.
#[derive(Debug, Clone)]
pub(super) struct Clerk {
    tell: UnboundedSender<Message>,
}

impl Clerk {
    /// Starts the task; it ends when all handles are gone and all is written.
    pub(super) fn start(book: Book) -> Self {
        let (tell, told) = unbounded_channel();
        tokio::spawn(work(book, told));
        Self { tell }
    }

    /// Asks whether a run may begin; an error says that it cannot be known now.
    pub(super) async fn claim(&self, run: Arc<Run>) -> Result<Claim, oneshot::error::RecvError> {
        let (answer, answered) = oneshot::channel();
        self.say(Message::Claim(run, answer));
        answered.await
    }

    /// These runs began before copies had to be thought of.
    pub(super) fn begun(&self, runs: Vec<Arc<Run>>) {
        self.say(Message::Begun(runs));
    }

    /// The job is done; kept for other copies of it.
    pub(super) fn done(&self, run: Arc<Run>, result: Value) {
        self.say(Message::Done(run, result));
    }

    /// The run has ended without completing.
    pub(super) fn ended(&self, run: Arc<Run>) {
        self.say(Message::Ended(run));
    }

    /// The job of this run needs the journal no longer.
    pub(super) fn finished(&self, run: Arc<Run>) {
        self.say(Message::Finished(run));
    }

    /// Waits until all that was said is written, though not for ever.
    pub(super) async fn flush(&self) {
        let (answer, answered) = oneshot::channel();
        self.say(Message::Flush(answer));
        if !matches!(tokio::time::timeout(FLUSH, answered).await, Ok(Ok(()))) {
            tracing::warn!("ends of jobs could not be written down in time");
        }
    }

    fn say(&self, message: Message) {
        // The task ends only after the last handle.
        let _ = self.tell.send(message);
    }
}

/// What is to be written, and who waits for it.
#[derive(Default)]
struct Desk {
    turn: Turn,
    claims: Vec<oneshot::Sender<Claim>>,
    flushes: Vec<oneshot::Sender<()>>,
}

impl Desk {
    fn take(&mut self, message: Message) {
        match message {
            Message::Claim(run, answer) => {
                self.turn.claims.push(run);
                self.claims.push(answer);
            }
            Message::Begun(runs) => self.turn.begun.extend(runs),
            Message::Done(run, result) => {
                self.turn.finished.push(Arc::clone(&run));
                self.turn.done.push((run, result));
            }
            Message::Ended(run) => self.turn.ended.push(run),
            Message::Finished(run) => self.turn.finished.push(run),
            Message::Flush(answer) => self.flushes.push(answer),
        }
    }

    fn is_urgent(&self) -> bool {
        !self.claims.is_empty()
            || !self.flushes.is_empty()
            || !self.turn.begun.is_empty()
            || self.turn.done.len() + self.turn.finished.len() >= ENOUGH
    }

    /// Writes all; what cannot be written stays, except claims, whose answers are dropped.
    async fn clear(&mut self, book: &Book) -> bool {
        let written = book.write(&self.turn).await;
        self.turn.claims.clear();
        let claims = std::mem::take(&mut self.claims);
        match written {
            Ok(answers) => {
                self.turn = Turn::default();
                for (asked, answer) in claims.into_iter().zip(answers) {
                    // Whoever asked may have gone.
                    let _ = asked.send(answer);
                }
                for flush in self.flushes.drain(..) {
                    let _ = flush.send(());
                }
                true
            }
            Err(error) => {
                tracing::warn!(%error, "ends of jobs cannot be written down; trying again");
                false
            }
        }
    }
}

async fn work(book: Book, mut told: UnboundedReceiver<Message>) {
    let mut desk = Desk::default();
    while let Some(message) = told.recv().await {
        desk.take(message);
        loop {
            let until = Instant::now() + GATHER;
            while !desk.is_urgent() {
                match timeout_at(until, told.recv()).await {
                    Ok(Some(message)) => desk.take(message),
                    Ok(None) | Err(_) => break,
                }
            }
            while let Ok(message) = told.try_recv() {
                desk.take(message);
            }
            if desk.clear(&book).await {
                break;
            }
            tokio::time::sleep(FAILURE_PAUSE).await;
        }
    }
}
