//! What stands before Reddit and the AI provider.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::clock::SharedClock;
use crate::config::Settings;
use crate::guard::breaker::{self, Breaker, Config, Scope};
use crate::guard::{Guarded, Policy, RetryBudget};
use crate::shared_state::{SharedState, SharedStateError};

/// The breaker before Reddit.
pub const REDDIT: &str = "reddit";
/// What the names of breakers before AI providers begin with.
pub const AI: &str = "ai:";

/// The breakers of this process, each made when first asked for, and its budget of retries.
pub struct Guards {
    state: Arc<dyn SharedState>,
    clock: SharedClock,
    base: Config,
    reddit_timeout: Duration,
    /// The breakers before AI providers, with their providers' time limits.
    ai: BTreeMap<String, Duration>,
    ai_timeout: Duration,
    budget: RetryBudget,
    made: Mutex<BTreeMap<String, Breaker>>,
}

impl Guards {
    /// As the settings say, shared by way of `state`.
    pub(super) fn new(
        settings: &Settings,
        state: Arc<dyn SharedState>,
        clock: SharedClock,
    ) -> Self {
        let (ai, breaker) = (&settings.ai, &settings.breaker);
        let wait = Duration::from_secs(breaker.wait_secs.max(1));
        let base = Config {
            scope: Scope::Calls(breaker.window_calls.max(1)),
            // `config check` tells of one that is above the window.
            minimum_calls: breaker.minimum_calls.min(breaker.window_calls).max(1),
            failure_percent: breaker.failure_percent,
            slow_percent: breaker.slow_percent,
            trials: breaker.trials,
            wait,
            // `config check` tells of one that is shorter.
            max_wait: wait.max(Duration::from_secs(breaker.max_wait_secs)),
            ..Config::default()
        };
        let secs = |secs: u64| Duration::from_secs(secs.max(1));
        let providers = ai.chain().into_iter();
        let providers = providers.map(|p| (ai_name(&p.name), secs(p.timeout_secs))).collect();
        Self {
            state,
            clock,
            base,
            reddit_timeout: secs(settings.reddit.timeout_secs),
            ai: providers,
            ai_timeout: secs(ai.timeout_secs),
            budget: RetryBudget::default(),
            made: Mutex::default(),
        }
    }

    /// What carries the state of the breakers.
    pub fn state(&self) -> &dyn SharedState {
        self.state.as_ref()
    }

    /// The breaker of this name.
    pub fn breaker(&self, name: &str) -> Breaker {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(breaker) = made.get(name) {
            return breaker.clone();
        }
        let (config, state) = (self.config(name), Arc::clone(&self.state));
        let breaker = Breaker::shared(name, config, &self.clock, state).unwrap_or_else(|error| {
            // The settings are in range, or they would not have been read.
            tracing::warn!(breaker = name, %error, "a breaker goes by the defaults");
            Breaker::with_defaults(name, &self.clock, Some(Arc::clone(&self.state)))
        });
        made.insert(name.to_owned(), breaker.clone());
        breaker
    }

    /// What calls of a dependency go through.
    pub fn guarded(&self, name: &str) -> Guarded {
        let total = self.timeout(name) + Policy::default().total / 2;
        let policy = Policy { total, ..Policy::default() };
        Guarded::new(self.breaker(name), policy, self.budget.clone())
    }

    /// The breakers that this configuration has, by name.
    pub fn configured(&self) -> Vec<String> {
        self.ai.keys().cloned().chain([REDDIT.to_owned()]).collect()
    }

    /// Those, and all that any process has used.
    ///
    /// # Errors
    /// The shared state cannot be reached.
    pub async fn known(&self) -> Result<Vec<String>, SharedStateError> {
        let mut names = breaker::names(self.state.as_ref()).await?;
        names.extend(self.configured());
        names.sort();
        names.dedup();
        Ok(names)
    }

    /// The breakers that this process has used.
    pub(super) fn used(&self) -> Vec<Breaker> {
        let made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.values().cloned().collect()
    }

    /// Tells the other processes what they have not been told yet.
    pub(super) async fn flush(&self) {
        for breaker in self.used() {
            breaker.flush().await;
        }
    }

    fn timeout(&self, name: &str) -> Duration {
        if name == REDDIT {
            return self.reddit_timeout;
        }
        self.ai.get(name).copied().unwrap_or(self.ai_timeout)
    }

    fn config(&self, name: &str) -> Config {
        let timeout = self.timeout(name);
        // A trial may need a token first, and be answered late.
        Config { slow_after: Some(timeout / 2), lease: timeout * 3, ..self.base.clone() }
    }
}

/// The name of the breaker before an AI provider.
pub fn ai_name(provider: &str) -> String {
    format!("{AI}{}", provider.trim())
}
