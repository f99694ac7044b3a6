//! One state for all processes.
//!
//! Each process keeps a copy: what was read last, and on top of it what it has to add and has not
//! added yet. Before a call the shared state is read; what is to be added is gathered and written by
//! one task at a time, from the version that was read, and again where another process was faster.
//! Leave for a trial is written before it is given.
//!
//! Where the shared state cannot be reached, the copy goes on by itself, and joins again when it can.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::change::Change;
use super::core::{Ended, Permit, Step};
use super::data::Data;
use super::handle::{Breaker, Inner, Local};
use super::history::{self, KEPT, STATES};
use super::{Rejection, Verdict};
use crate::model::Timestamp;
use crate::shared_state::{SharedState, SharedStateError, Timekeeper, Versioned};

/// Tries at a change that other processes want to make as well.
const TRIES: u32 = 200;
/// Longest time for which what can wait is gathered.
const GATHER: Duration = Duration::from_millis(250);
/// A machine's clock that is off by more than this, in milliseconds, was set.
const STEP: u64 = 2_000;

/// What this process has to add.
#[derive(Debug, Clone)]
enum Entry {
    Ended(Timestamp, Ended),
    Rejected(u64),
    GivenBack(Permit),
}

impl Entry {
    fn apply(&self, data: &mut Data, step: &mut Step<'_>) {
        match self {
            Self::Ended(at, ended) => {
                let now = std::mem::replace(&mut step.now, *at);
                data.record(step, ended);
                step.now = now;
            }
            Self::Rejected(calls) => data.counters.not_permitted += calls,
            Self::GivenBack(permit) => data.give_back(*permit),
        }
    }
}

pub(super) struct Shared {
    key: String,
    state: Arc<dyn SharedState>,
    /// Held by whoever writes.
    writing: tokio::sync::Mutex<()>,
    copy: Mutex<Known>,
    /// A task waits to write what was gathered.
    gathering: AtomicBool,
}

struct Known {
    /// What was read or written last.
    base: Data,
    version: i64,
    pending: Vec<Entry>,
    /// The copy must be written although there is nothing to add.
    unwritten: bool,
    /// The shared state was reached at least once.
    known: bool,
    /// The shared state cannot be reached: how the breaker stood when it last could.
    alone_since: Option<Data>,
}

impl Shared {
    pub(super) fn new(name: &str, state: Arc<dyn SharedState>, base: Data) -> Self {
        let copy = Known {
            base,
            version: 0,
            pending: Vec::new(),
            unwritten: false,
            known: false,
            alone_since: None,
        };
        Self {
            key: format!("{STATES}{name}"),
            state,
            writing: tokio::sync::Mutex::default(),
            copy: Mutex::new(copy),
            gathering: AtomicBool::new(false),
        }
    }

    fn copy(&self) -> MutexGuard<'_, Known> {
        self.copy.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Leave for one call.
    pub(super) async fn acquire(&self, inner: &Arc<Inner>) -> Result<Permit, Rejection> {
        if !self.refresh(inner).await {
            return inner.acquire_here();
        }
        {
            let (mut local, mut copy) = (inner.local(), self.copy());
            let now = inner.time(&local);
            if !local.data.must_change(&inner.config, now) {
                let mut step = Step::new(&inner.config, now, 0.0);
                let permit = local.data.acquire(&mut step, 0);
                if permit.is_err() {
                    match copy.pending.last_mut() {
                        Some(Entry::Rejected(calls)) => *calls += 1,
                        _ => copy.pending.push(Entry::Rejected(1)),
                    }
                    drop((local, copy));
                    self.gather(inner);
                }
                return permit;
            }
        }
        match self.turn(inner, |data, step| data.acquire(step, rand::random())).await {
            Ok(permit) => permit,
            Err(_) if self.copy().alone_since.is_some() => inner.acquire_here(),
            // Others get all the trials.
            Err(_) => {
                Err(Rejection { state: inner.local().data.state.kind(), until: None, wait: None })
            }
        }
    }

    /// Takes the outcome of a call. One that can change the state is told to the others before this
    /// returns.
    pub(super) async fn record(&self, breaker: &Breaker, ended: Ended) {
        let inner = &breaker.inner;
        let urgent = ended.permit.trial.is_some()
            || matches!(ended.verdict, Verdict::Failure { .. })
            || inner.config.slow_after.is_some_and(|limit| ended.took > limit);
        let changed = {
            let (mut local, mut copy) = (inner.local(), self.copy());
            let now = inner.time(&local);
            let entry = Entry::Ended(now, ended);
            self.add(inner, &mut local, &mut copy, entry)
        };
        if urgent || changed {
            self.flush(inner).await;
        } else {
            self.gather(inner);
        }
    }

    /// Takes back leave that was not used.
    pub(super) fn give_back(&self, breaker: &Breaker, permit: Permit) {
        if permit.trial.is_none() {
            return;
        }
        let inner = &breaker.inner;
        {
            let (mut local, mut copy) = (inner.local(), self.copy());
            self.add(inner, &mut local, &mut copy, Entry::GivenBack(permit));
        }
        self.gather(inner);
    }

    /// Adds to this process's copy; says whether that changed the state.
    fn add(&self, inner: &Inner, local: &mut Local, copy: &mut Known, entry: Entry) -> bool {
        let mut step = Step::new(&inner.config, inner.time(local), rand::random());
        entry.apply(&mut local.data, &mut step);
        let changed = !step.changes.is_empty();
        if copy.alone_since.is_some() {
            inner.tell(local, step.changes);
        } else {
            // The change is told by whoever gets it written.
            copy.pending.push(entry);
        }
        changed
    }

    /// Notices what the mere passing of time has changed.
    pub(super) async fn tick(&self, inner: &Arc<Inner>) {
        if !self.refresh(inner).await || self.turn(inner, Data::settle).await.is_err() {
            inner.here(Data::settle);
        }
    }

    /// Writes what was gathered before long.
    fn gather(&self, inner: &Arc<Inner>) {
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        if self.gathering.swap(true, Ordering::SeqCst) {
            return;
        }
        let inner = Arc::clone(inner);
        runtime.spawn(async move {
            tokio::time::sleep(GATHER).await;
            if let Some(shared) = &inner.shared {
                shared.gathering.store(false, Ordering::SeqCst);
                shared.flush(&inner).await;
            }
        });
    }

    /// Writes what there is to add.
    pub(super) async fn flush(&self, inner: &Arc<Inner>) {
        let nothing = {
            let (local, copy) = (inner.local(), self.copy());
            let told = copy.pending.is_empty() && !copy.unwritten && local.unkept.is_empty();
            told || copy.alone_since.is_some()
        };
        if nothing {
            return;
        }
        if let Err(error) = self.turn(inner, |_, _| ()).await {
            tracing::debug!(breaker = inner.name, %error, "outcomes could not be told");
        }
    }

    /// Reads how the breaker stands; says whether that could be done.
    pub(super) async fn refresh(&self, inner: &Arc<Inner>) -> bool {
        match self.state.read(&self.key).await {
            Ok(read) => {
                let rejoined = self.adopt(inner, read, false);
                if rejoined {
                    self.flush(inner).await;
                }
                true
            }
            Err(error) => {
                self.go_alone(inner, &error);
                false
            }
        }
    }

    /// Changes the state for all processes: `act` is done to what they see, as often as others are
    /// faster.
    ///
    /// # Errors
    /// The shared state cannot be reached, or others are faster for ever.
    pub(super) async fn turn<R>(
        &self,
        inner: &Arc<Inner>,
        act: impl Fn(&mut Data, &mut Step<'_>) -> R,
    ) -> Result<R, SharedStateError> {
        let _writing = self.writing.lock().await;
        if !self.copy().known {
            let read = self.read(inner).await?;
            self.adopt(inner, read, true);
        }
        for attempt in 0..TRIES {
            let (data, entries, changes, version, result) = {
                let (mut local, mut copy) = (inner.local(), self.copy());
                let mut step = Step::new(&inner.config, inner.time(&local), rand::random());
                let mut data = copy.base.clone();
                copy.pending.iter().for_each(|entry| entry.apply(&mut data, &mut step));
                let result = act(&mut data, &mut step);
                let nothing = data == copy.base && !copy.unwritten;
                if nothing {
                    copy.pending.clear();
                    local.data = data.clone();
                }
                let data = (!nothing).then_some(data);
                (data, copy.pending.len(), step.changes, copy.version, result)
            };
            let Some(data) = data else {
                self.keep_history(inner).await;
                return Ok(result);
            };
            let text = data.to_text().map_err(|error| SharedStateError(error.into()))?;
            match self.state.swap(&self.key, version, &text, KEPT).await {
                Ok(Some(version)) => {
                    self.written(inner, data, entries, changes, version);
                    self.keep_history(inner).await;
                    return Ok(result);
                }
                Ok(None) => {
                    let read = self.read(inner).await?;
                    self.adopt(inner, read, true);
                    if attempt > 2 {
                        let wait = rand::random_range(1..=u64::from(attempt.min(20)));
                        tokio::time::sleep(Duration::from_millis(wait)).await;
                    }
                }
                Err(error) => {
                    self.go_alone(inner, &error);
                    return Err(error);
                }
            }
        }
        Err(SharedStateError(format!("{} was changed by others all the time", self.key).into()))
    }

    async fn read(&self, inner: &Arc<Inner>) -> Result<Versioned, SharedStateError> {
        let read = self.state.read(&self.key).await;
        if let Err(error) = &read {
            self.go_alone(inner, error);
        }
        read
    }

    /// What was written is what all see now.
    fn written(
        &self,
        inner: &Inner,
        data: Data,
        entries: usize,
        changes: Vec<Change>,
        version: i64,
    ) {
        let (mut local, mut copy) = (inner.local(), self.copy());
        copy.base = data;
        copy.version = version;
        copy.unwritten = false;
        let entries = entries.min(copy.pending.len());
        copy.pending.drain(..entries);
        inner.tell(&mut local, changes);
        self.put_on_top(inner, &mut local, &copy);
    }

    /// The state of this process: what all see, with what it has to add on top.
    fn put_on_top(&self, inner: &Inner, local: &mut Local, copy: &Known) {
        local.data = copy.base.clone();
        let mut step = Step::new(&inner.config, inner.time(local), rand::random());
        copy.pending.iter().for_each(|entry| entry.apply(&mut local.data, &mut step));
    }

    /// Takes what was read; says whether it has to be written because this process was alone, or
    /// knows better. A reading that was overtaken is told by its version, unless it was made by
    /// whoever writes.
    fn adopt(&self, inner: &Inner, read: Versioned, is_writer: bool) -> bool {
        let (mut local, mut copy) = (inner.local(), self.copy());
        let same = copy.known && read.version == copy.version && copy.alone_since.is_none();
        let overtaken = copy.known && read.version < copy.version && read.version > 0;
        if overtaken && !is_writer && copy.alone_since.is_none() {
            return false;
        }
        let there = match &read.value {
            Some(_) if same => Some(copy.base.clone()),
            Some(text) => Some(parsed(inner, text, read.now)),
            None => None,
        };
        let skew = self.keep_time(inner, &mut local, &copy, &read, there.as_ref());
        if !same {
            self.join(inner, &mut local, &mut copy, there);
            copy.version = read.version;
            copy.known = true;
        }
        if let Some(skew) = skew {
            copy.base.skew = skew;
            copy.unwritten = true;
        }
        if !same || skew.is_some() {
            self.put_on_top(inner, &mut local, &copy);
        }
        copy.unwritten
    }

    /// Begins with what is there now; with what this process knows where that is more.
    fn join(&self, inner: &Inner, local: &mut Local, copy: &mut Known, there: Option<Data>) {
        let left = copy.alone_since.take();
        match (there, left) {
            // Nobody has used it yet, or all is lost: what this process knows is what there is.
            (None, None) => copy.unwritten = copy.known,
            (None, Some(left)) => {
                copy.base = local.data.clone();
                copy.unwritten = copy.known || copy.base != left;
            }
            (Some(there), Some(left)) => {
                let mut step = Step::new(&inner.config, inner.time(local), rand::random());
                copy.base = local.data.rejoin(&there, &left, &mut step);
                copy.unwritten = copy.base != there;
                inner.tell(local, step.changes);
                tracing::info!(breaker = inner.name, "a breaker is shared with the others again");
            }
            (Some(there), None) => {
                copy.base = there;
                copy.unwritten = false;
            }
        }
    }

    /// Goes by the time that all processes go by: a server's as it is, a machine's unless somebody
    /// has set it since; then this gives the skew that undoes it.
    fn keep_time(
        &self,
        inner: &Inner,
        local: &mut Local,
        copy: &Known,
        read: &Versioned,
        there: Option<&Data>,
    ) -> Option<i64> {
        let steady = inner.clock.now().millis();
        if read.timekeeper == Timekeeper::Server {
            local.offset = read.now.millis().saturating_sub(steady);
            return None;
        }
        let skew = there.map_or(copy.base.skew, |there| there.skew);
        let told = read.now.millis().saturating_add(skew);
        let known = steady.saturating_add(local.offset);
        if !copy.known || told.abs_diff(known) <= STEP {
            local.offset = told.saturating_sub(steady);
            return None;
        }
        tracing::warn!(
            breaker = inner.name,
            "the machine's clock was set; no wait changes by that"
        );
        Some(known.saturating_sub(read.now.millis()))
    }

    /// Goes on without the others.
    fn go_alone(&self, inner: &Inner, error: &SharedStateError) {
        let (mut local, mut copy) = (inner.local(), self.copy());
        if copy.alone_since.is_some() {
            return;
        }
        tracing::warn!(breaker = inner.name, %error, "a breaker goes on without the other processes");
        let mut step = Step::new(&inner.config, inner.time(&local), rand::random());
        let mut data = copy.base.clone();
        copy.pending.drain(..).for_each(|entry| entry.apply(&mut data, &mut step));
        copy.alone_since = Some(copy.base.clone());
        inner.tell(&mut local, step.changes);
        local.data = data;
    }

    async fn keep_history(&self, inner: &Inner) {
        let changes = std::mem::take(&mut inner.local().unkept);
        if changes.is_empty() {
            return;
        }
        if let Err(error) = history::keep(&*self.state, &inner.name, &changes).await {
            tracing::debug!(breaker = inner.name, %error, "changes could not be kept");
            inner.local().unkept.splice(0..0, changes);
        }
    }
}

fn parsed(inner: &Inner, text: &str, now: Timestamp) -> Data {
    Data::parse(text, &inner.config).unwrap_or_else(|error| {
        tracing::warn!(
            breaker = inner.name,
            error,
            "how a breaker stood cannot be read; it begins closed"
        );
        Data::new(&inner.config, now)
    })
}
