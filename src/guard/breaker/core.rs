//! The state machine: pure, with the time and the chance passed in.

use std::time::Duration;

use super::change::{By, Cause, Change};
use super::config::{Config, Scope, WhenTooLong};
use super::data::{Data, Lease, SeenError, State, Trials};
use super::window::{Figures, Window};
use super::{Manual, Refused, Rejection, Verdict};
use crate::model::Timestamp;

/// Errors kept, the newest.
const ERRORS: usize = 3;
/// Longest error kept, in characters.
const ERROR_CHARS: usize = 200;
/// Longest wait that the other side can ask for.
pub(super) const LONGEST_HINT: Duration = Duration::from_secs(3600);

/// What one step works with.
pub(super) struct Step<'a> {
    pub(super) config: &'a Config,
    pub(super) now: Timestamp,
    /// From 0 to 1.
    pub(super) chance: f64,
    /// Changes made, in order.
    pub(super) changes: Vec<Change>,
}

impl<'a> Step<'a> {
    pub(super) fn new(config: &'a Config, now: Timestamp, chance: f64) -> Self {
        Self { config, now, chance, changes: Vec::new() }
    }
}

/// Leave to make one call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Permit {
    /// Which spell of which state it was given in.
    pub(super) generation: u64,
    /// It is a trial, of this number.
    pub(super) trial: Option<u64>,
}

/// How one call went.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ended {
    pub(super) permit: Permit,
    pub(super) verdict: Verdict,
    pub(super) took: Duration,
    pub(super) error: Option<String>,
}

impl Data {
    /// What the mere passing of time has changed.
    pub(super) fn settle(&mut self, step: &mut Step<'_>) {
        let now = step.now;
        match self.state {
            State::ForcedOpen { until: Some(until) }
            | State::Disabled { until: Some(until) }
            | State::MetricsOnly { until: Some(until) }
                if now >= until =>
            {
                self.close(step, Cause::Expired, None);
            }
            State::Open { until } if step.config.automatic && now >= until => {
                self.half_open(step, Cause::WaitOver, None);
            }
            State::HalfOpen => {
                self.trials.leases.retain(|lease| lease.until > now);
                let longest = step.config.max_half_open;
                if longest.is_some_and(|longest| now >= self.since.plus(longest)) {
                    match step.config.when_too_long {
                        WhenTooLong::Open => self.open(step, Cause::TrialsTooLong, None),
                        WhenTooLong::Close => self.close(step, Cause::TrialsTooLong, None),
                    }
                }
            }
            _ => {}
        }
    }

    /// Whether leave for a call can only be given by a change of the state.
    pub(super) fn must_change(&self, config: &Config, now: Timestamp) -> bool {
        match self.state {
            State::ForcedOpen { until }
            | State::Disabled { until }
            | State::MetricsOnly { until } => until.is_some_and(|until| now >= until),
            State::Open { until } => now >= until,
            State::HalfOpen => {
                let taken = self.trials.leases.iter().filter(|lease| lease.until > now).count();
                let too_long = |longest| now >= self.since.plus(longest);
                taken as u64 + self.trials.calls < u64::from(config.trials)
                    || config.max_half_open.is_some_and(too_long)
            }
            State::Closed => false,
        }
    }

    /// Leave for one call.
    pub(super) fn acquire(&mut self, step: &mut Step<'_>, lease: u64) -> Result<Permit, Rejection> {
        self.settle(step);
        if let State::Open { until } = self.state
            && step.now >= until
        {
            self.half_open(step, Cause::WaitOver, None);
        }
        let until = match self.state {
            State::Closed | State::Disabled { .. } | State::MetricsOnly { .. } => {
                return Ok(Permit { generation: self.generation, trial: None });
            }
            State::HalfOpen => {
                let taken = self.trials.leases.len() as u64 + self.trials.calls;
                if taken < u64::from(step.config.trials) {
                    let until = step.now.plus(step.config.lease);
                    self.trials.leases.push(Lease { id: lease, until });
                    return Ok(Permit { generation: self.generation, trial: Some(lease) });
                }
                // Whoever is put off need not wait for a trial's whole lease: it mostly ends soon.
                Some(step.now.plus(step.config.wait))
            }
            State::Open { until } => Some(until),
            State::ForcedOpen { until } => until,
        };
        self.counters.not_permitted += 1;
        Err(Rejection { state: self.state.kind(), until, wait: until.map(|at| at.since(step.now)) })
    }

    /// Takes the outcome of a call.
    pub(super) fn record(&mut self, step: &mut Step<'_>, ended: &Ended) {
        self.settle(step);
        if matches!(self.state, State::Disabled { .. }) {
            return;
        }
        let failed = matches!(ended.verdict, Verdict::Failure { .. });
        let slow = step.config.slow_after.is_some_and(|limit| ended.took > limit);
        match ended.verdict {
            Verdict::Ignore => {
                self.counters.ignored += 1;
                return self.give_back(ended.permit);
            }
            Verdict::Success => self.counters.succeeded += 1,
            Verdict::Failure { .. } => self.counters.failed += 1,
        }
        self.counters.slow += u64::from(slow);
        if let Some(error) = ended.error.as_deref().filter(|_| failed) {
            let error = error.chars().take(ERROR_CHARS).collect();
            self.errors.insert(0, SeenError { at: step.now, error });
            self.errors.truncate(ERRORS);
        }
        if ended.permit.generation != self.generation {
            return;
        }
        match self.state {
            State::Closed => {
                self.window.record(step.config.scope, step.now, failed, slow);
                if let Some(cause) = self.reason_to_open(step) {
                    self.open(step, cause, hint(ended.verdict));
                }
            }
            State::MetricsOnly { .. } => {
                self.window.record(step.config.scope, step.now, failed, slow);
            }
            State::HalfOpen => self.trial_ended(step, ended, failed, slow),
            State::Open { .. } | State::ForcedOpen { .. } | State::Disabled { .. } => {}
        }
    }

    /// Takes back leave that was not used.
    pub(super) fn give_back(&mut self, permit: Permit) {
        if permit.generation == self.generation {
            self.trials.leases.retain(|lease| Some(lease.id) != permit.trial);
        }
    }

    fn reason_to_open(&self, step: &Step<'_>) -> Option<Cause> {
        let config = step.config;
        if let (Scope::InARow(most), Some(failures)) = (config.scope, self.window.in_a_row()) {
            return (failures >= most).then_some(Cause::FailuresInARow);
        }
        let figures = self.window.figures(step.now);
        if figures.calls < config.least_calls() {
            return None;
        }
        too_bad(config, figures.calls, figures.failed, figures.slow)
    }

    fn trial_ended(&mut self, step: &mut Step<'_>, ended: &Ended, failed: bool, slow: bool) {
        let before = self.trials.leases.len();
        self.give_back(ended.permit);
        if ended.permit.trial.is_none() || self.trials.leases.len() == before {
            // Another trial has taken its place.
            return;
        }
        self.trials.calls += 1;
        self.trials.failed += u64::from(failed);
        self.trials.slow += u64::from(slow);
        let all = u64::from(step.config.trials);
        // The trials that are missing are taken to go well: what is bad all the same need not wait.
        let bad = match step.config.scope {
            Scope::InARow(_) if self.trials.failed > 0 => Some(Cause::TrialsFailed),
            _ => match too_bad(step.config, all, self.trials.failed, self.trials.slow) {
                Some(Cause::SlowRate) => Some(Cause::TrialsSlow),
                other => other.map(|_| Cause::TrialsFailed),
            },
        };
        match bad {
            Some(cause) => self.open(step, cause, hint(ended.verdict)),
            None if self.trials.calls >= all => self.close(step, Cause::TrialsPassed, None),
            None => {}
        }
    }

    /// Changes the state by hand; says whether it is another one now.
    pub(super) fn change(
        &mut self,
        step: &mut Step<'_>,
        to: Manual,
        by: By,
    ) -> Result<bool, Refused> {
        self.settle(step);
        let before = self.state.kind();
        let manual = Some(by.clone());
        match to {
            Manual::Reset if self.state == State::Closed => {
                self.openings = 0;
                self.window = Window::new(step.config.scope);
            }
            Manual::Reset => self.close(step, Cause::ByHand, manual),
            Manual::HalfOpen if self.state == State::Closed => return Err(Refused),
            Manual::HalfOpen if self.state == State::HalfOpen => {}
            Manual::HalfOpen => self.half_open(step, Cause::ByHand, manual),
            Manual::ForceOpen { until } => {
                self.go(step, State::ForcedOpen { until }, Cause::ByHand, manual)
            }
            Manual::Disable { until } => {
                self.go(step, State::Disabled { until }, Cause::ByHand, manual)
            }
            Manual::MetricsOnly { until } => {
                self.go(step, State::MetricsOnly { until }, Cause::ByHand, manual);
            }
        }
        self.by = Some(by);
        Ok(self.state.kind() != before)
    }

    fn open(&mut self, step: &mut Step<'_>, cause: Cause, hint: Option<Duration>) {
        self.openings = self.openings.saturating_add(1);
        let wait = match hint {
            Some(hint) => hint.min(LONGEST_HINT),
            None => step.config.wait_of(self.openings, step.chance),
        };
        let until = step.now.plus(wait);
        self.go(step, State::Open { until }, cause, None);
    }

    fn half_open(&mut self, step: &mut Step<'_>, cause: Cause, by: Option<By>) {
        self.go(step, State::HalfOpen, cause, by);
    }

    fn close(&mut self, step: &mut Step<'_>, cause: Cause, by: Option<By>) {
        let figures = self.figures(step.now);
        self.openings = 0;
        self.window = Window::new(step.config.scope);
        self.turn(step, State::Closed, cause, by, figures);
    }

    fn go(&mut self, step: &mut Step<'_>, to: State, cause: Cause, by: Option<By>) {
        let figures = self.figures(step.now);
        self.turn(step, to, cause, by, figures);
    }

    /// The one place where the state changes. To its own state there is no change to be told.
    fn turn(
        &mut self,
        step: &mut Step<'_>,
        to: State,
        cause: Cause,
        by: Option<By>,
        figures: Figures,
    ) {
        let from = self.state.kind();
        self.state = to;
        if from == to.kind() {
            return;
        }
        self.since = step.now;
        self.generation += 1;
        self.seq += 1;
        self.trials = Trials::default();
        self.by = by.clone();
        let error = match cause {
            Cause::ByHand | Cause::Expired | Cause::TrialsPassed | Cause::WaitOver => None,
            _ => self.errors.first().map(|seen| seen.error.clone()),
        };
        step.changes.push(Change {
            seq: self.seq,
            at: step.now,
            from,
            to: to.kind(),
            cause,
            figures,
            until: to.until(),
            by,
            error,
        });
    }

    /// The figures that decide in the present state.
    pub(super) fn figures(&self, now: Timestamp) -> Figures {
        match self.state {
            State::HalfOpen => Figures::of(self.trials.calls, self.trials.failed, self.trials.slow),
            _ => self.window.figures(now),
        }
    }
}

/// Whether so many failed and slow calls of so many are too many.
fn too_bad(config: &Config, calls: u64, failed: u64, slow: u64) -> Option<Cause> {
    #[allow(clippy::cast_precision_loss)]
    let at_least = |part: u64, percent: f64| part as f64 * 100.0 >= percent * calls as f64;
    if failed > 0 && at_least(failed, config.failure_percent) {
        Some(Cause::FailureRate)
    } else if slow > 0 && at_least(slow, config.slow_percent) {
        Some(Cause::SlowRate)
    } else {
        None
    }
}

fn hint(verdict: Verdict) -> Option<Duration> {
    match verdict {
        Verdict::Failure { retry_after } => retry_after.filter(|wait| !wait.is_zero()),
        _ => None,
    }
}
