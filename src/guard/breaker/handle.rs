//! The breaker as its callers have it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::change::{By, Change};
use super::config::{Config, ConfigError};
use super::core::{Ended, Permit, Step};
use super::data::{Data, Kind, State};
use super::history::HISTORY;
use super::shared::Shared;
use super::status::Status;
use super::{ChangeError, Manual, Rejection, Verdict};
use crate::clock::{SharedClock, SteadyClock};
use crate::model::Timestamp;
use crate::shared_state::SharedState;
use crate::telemetry::metrics;

/// Stands before one dependency. Cheap to clone; all clones are one breaker.
#[derive(Clone)]
pub struct Breaker {
    pub(super) inner: Arc<Inner>,
}

pub(super) struct Inner {
    pub(super) name: String,
    pub(super) config: Config,
    /// Runs on by itself, whatever is done to the machine's time.
    pub(super) clock: SharedClock,
    pub(super) local: Mutex<Local>,
    pub(super) shared: Option<Shared>,
}

/// What this process knows.
pub(super) struct Local {
    /// How the breaker stands, with all that this process has seen.
    pub(super) data: Data,
    /// What is added to the clock to get the time that all processes go by, in milliseconds.
    pub(super) offset: i64,
    /// The last changes that this process made, oldest first.
    pub(super) made: Vec<Change>,
    /// Those of them that are not in the shared history yet.
    pub(super) unkept: Vec<Change>,
}

/// Leave for one call; must be told how the call went. Dropped without, it counts as not used.
pub struct Admission {
    breaker: Breaker,
    permit: Option<Permit>,
    began: Instant,
}

impl Breaker {
    /// A breaker of this process alone, whose time begins with that of `clock`.
    ///
    /// # Errors
    /// The configuration is out of range.
    pub fn local(name: &str, config: Config, clock: &SharedClock) -> Result<Self, ConfigError> {
        Self::new(name, config, SteadyClock::beside(clock.as_ref()), None)
    }

    /// A breaker that all processes have together, by way of `state`.
    ///
    /// # Errors
    /// The configuration is out of range.
    pub fn shared(
        name: &str,
        config: Config,
        clock: &SharedClock,
        state: Arc<dyn SharedState>,
    ) -> Result<Self, ConfigError> {
        Self::new(name, config, SteadyClock::beside(clock.as_ref()), Some(state))
    }

    /// With a clock that is taken as steady: for tests and simulations.
    ///
    /// # Errors
    /// The configuration is out of range.
    pub fn new(
        name: &str,
        config: Config,
        steady: SharedClock,
        state: Option<Arc<dyn SharedState>>,
    ) -> Result<Self, ConfigError> {
        config.validate()?;
        Ok(Self::of(name, config, steady, state))
    }

    /// A breaker that goes by the defaults.
    pub fn with_defaults(
        name: &str,
        clock: &SharedClock,
        state: Option<Arc<dyn SharedState>>,
    ) -> Self {
        Self::of(name, Config::default(), SteadyClock::beside(clock.as_ref()), state)
    }

    fn of(
        name: &str,
        config: Config,
        steady: SharedClock,
        state: Option<Arc<dyn SharedState>>,
    ) -> Self {
        let data = Data::new(&config, steady.now());
        let shared = state.map(|state| Shared::new(name, state, data.clone()));
        let local = Mutex::new(Local { data, offset: 0, made: Vec::new(), unkept: Vec::new() });
        let inner = Inner { name: name.to_owned(), config, clock: steady, local, shared };
        Self { inner: Arc::new(inner) }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.inner.name
    }

    /// How it decides.
    pub fn config(&self) -> &Config {
        &self.inner.config
    }

    /// Calls `op` where calls are let through, and takes what comes of it as `judge` says.
    ///
    /// # Errors
    /// The rejection, where `op` was not called.
    pub async fn call<T>(
        &self,
        op: impl Future<Output = T>,
        judge: impl FnOnce(&T) -> (Verdict, Option<String>),
    ) -> Result<T, Rejection> {
        let admission = self.acquire().await?;
        let value = op.await;
        let (verdict, error) = judge(&value);
        admission.finish(verdict, error).await;
        Ok(value)
    }

    /// Leave for one call.
    ///
    /// # Errors
    /// The rejection, where no call is let through now.
    pub async fn acquire(&self) -> Result<Admission, Rejection> {
        let permit = match &self.inner.shared {
            None => self.inner.acquire_here(),
            Some(shared) => shared.acquire(&self.inner).await,
        };
        match permit {
            Ok(permit) => {
                Ok(Admission { breaker: self.clone(), permit: Some(permit), began: Instant::now() })
            }
            Err(rejection) => {
                ::metrics::counter!(metrics::BREAKER_NOT_PERMITTED, "breaker" => self.inner.name.clone())
                    .increment(1);
                Err(rejection)
            }
        }
    }

    /// Changes the state by hand; says whether it is another one now.
    ///
    /// # Errors
    /// The state does not allow it, or the other processes cannot be told.
    pub async fn change(&self, to: Manual, by: By) -> Result<bool, ChangeError> {
        match &self.inner.shared {
            None => Ok(self.inner.here(|data, step| data.change(step, to, by))?),
            Some(shared) => {
                let changed = shared
                    .turn(&self.inner, |data, step| data.change(step, to, by.clone()))
                    .await?;
                Ok(changed?)
            }
        }
    }

    /// Notices what the mere passing of time has changed; calls do so by themselves.
    pub async fn tick(&self) {
        match &self.inner.shared {
            None => self.inner.here(Data::settle),
            Some(shared) => shared.tick(&self.inner).await,
        }
    }

    /// Where it is open: sees to it that it half-opens by itself.
    fn half_open_in_time(&self) {
        let wait = {
            let local = self.inner.local();
            let State::Open { until } = local.data.state else { return };
            until.since(self.inner.time(&local))
        };
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        let weak = Arc::downgrade(&self.inner);
        runtime.spawn(async move {
            tokio::time::sleep(wait).await;
            if let Some(inner) = weak.upgrade() {
                Self { inner }.tick().await;
            }
        });
    }

    /// How it stands, as all processes see it where they can be asked.
    pub async fn status(&self) -> Status {
        let together = match &self.inner.shared {
            None => false,
            Some(shared) => shared.refresh(&self.inner).await,
        };
        let local = self.inner.local();
        let now = self.inner.time(&local);
        Status::of(&self.inner.name, &local.data, &self.inner.config, now, together)
    }

    /// The time that all processes go by, as far as they can be asked.
    pub async fn now(&self) -> Timestamp {
        if let Some(shared) = &self.inner.shared {
            shared.refresh(&self.inner).await;
        }
        self.inner.time(&self.inner.local())
    }

    /// The state as this process knows it; asks nobody.
    pub fn state(&self) -> Kind {
        self.inner.local().data.state.kind()
    }

    /// The last changes that this process made, oldest first.
    pub fn made(&self) -> Vec<Change> {
        self.inner.local().made.clone()
    }

    /// Tells the other processes what they have not been told yet.
    pub async fn flush(&self) {
        if let Some(shared) = &self.inner.shared {
            shared.flush(&self.inner).await;
        }
    }
}

impl Admission {
    /// Tells how the call went, which took as long as this has been there. `error` is kept for
    /// people to read.
    pub async fn finish(self, verdict: Verdict, error: Option<String>) {
        let took = self.began.elapsed();
        self.finish_after(verdict, error, took).await;
    }

    /// The same, for a call that took `took`.
    pub async fn finish_after(mut self, verdict: Verdict, error: Option<String>, took: Duration) {
        let Some(permit) = self.permit.take() else { return };
        let ended = Ended { permit, verdict, took, error };
        let inner = &self.breaker.inner;
        match &inner.shared {
            None => inner.here(|data, step| data.record(step, &ended)),
            Some(shared) => shared.record(&self.breaker, ended).await,
        }
        if inner.config.automatic {
            self.breaker.half_open_in_time();
        }
    }
}

impl Drop for Admission {
    /// A call that is cancelled says nothing, and leaves its place to another.
    fn drop(&mut self) {
        let Some(permit) = self.permit.take() else { return };
        let inner = &self.breaker.inner;
        match &inner.shared {
            None => inner.here(|data, _| data.give_back(permit)),
            Some(shared) => shared.give_back(&self.breaker, permit),
        }
    }
}

impl Inner {
    pub(super) fn local(&self) -> MutexGuard<'_, Local> {
        self.local.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The time that all processes go by.
    pub(super) fn time(&self, local: &Local) -> Timestamp {
        Timestamp::from_millis(self.clock.now().millis().saturating_add(local.offset))
    }

    /// Changes the state as this process knows it, and tells of the changes.
    pub(super) fn here<R>(&self, act: impl FnOnce(&mut Data, &mut Step<'_>) -> R) -> R {
        let mut local = self.local();
        let mut step = Step::new(&self.config, self.time(&local), rand::random());
        let result = act(&mut local.data, &mut step);
        if !step.changes.is_empty() {
            self.tell(&mut local, step.changes);
        }
        result
    }

    pub(super) fn acquire_here(&self) -> Result<Permit, Rejection> {
        self.here(|data, step| data.acquire(step, rand::random()))
    }

    /// Logs and counts changes, and remembers them.
    pub(super) fn tell(&self, local: &mut Local, changes: Vec<Change>) {
        for change in &changes {
            log(&self.name, change);
            ::metrics::counter!(
                metrics::BREAKER_TRANSITIONS,
                "breaker" => self.name.clone(), "to" => change.to.as_str(),
            )
            .increment(1);
        }
        if self.shared.is_some() {
            local.unkept.extend(changes.iter().cloned());
        }
        local.made.extend(changes);
        let surplus = local.made.len().saturating_sub(HISTORY);
        local.made.drain(..surplus);
    }
}

fn log(name: &str, change: &Change) {
    let (from, to, cause) = (change.from.as_str(), change.to.as_str(), change.cause.as_str());
    let figures = &change.figures;
    let until = change.until.map(tracing::field::display);
    let (who, why) = match &change.by {
        Some(by) => (Some(by.who.as_str()), Some(by.why.as_str()).filter(|why| !why.is_empty())),
        None => (None, None),
    };
    let error = change.error.as_deref().map(crate::plain::plain);
    let (calls, failed, slow) = (figures.calls, figures.failed, figures.slow);
    if change.to.lets_through() || change.to == Kind::HalfOpen {
        tracing::info!(
            breaker = name,
            from,
            to,
            cause,
            calls,
            failed,
            slow,
            until,
            who,
            why,
            "a breaker changed"
        );
    } else {
        tracing::warn!(
            breaker = name,
            from,
            to,
            cause,
            calls,
            failed,
            slow,
            until,
            who,
            why,
            error = error.as_deref(),
            "a breaker changed"
        );
    }
}

impl std::fmt::Debug for Breaker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Breaker").field("name", &self.inner.name).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemClock;
    use crate::guard::breaker::Scope;

    #[tokio::test(start_paused = true)]
    async fn an_automatic_breaker_half_opens_by_itself() {
        let config =
            Config { scope: Scope::InARow(1), automatic: true, jitter: 0.0, ..Config::default() };
        let wait = config.wait;
        let breaker = Breaker::local("test", config, &SystemClock::shared()).unwrap();
        let failed = Verdict::Failure { retry_after: None };
        breaker.acquire().await.unwrap().finish(failed, None).await;
        tokio::time::sleep(wait - Duration::from_millis(5)).await;
        assert_eq!(breaker.state(), Kind::Open);
        tokio::time::sleep(Duration::from_millis(10)).await;
        assert_eq!(breaker.state(), Kind::HalfOpen);
    }
}
