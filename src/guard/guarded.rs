//! Breaker, retries and their budget around one dependency.

use tokio::time::Instant;

use super::breaker::{Breaker, Verdict};
use super::error::GuardedError;
use super::retry::{Policy, RetryBudget, may_retry_here};
use crate::clock::SystemClock;
use crate::telemetry::{metrics, trace};

/// What stands before one dependency. Cheap to clone; all clones are one.
#[derive(Debug, Clone)]
pub struct Guarded {
    breaker: Breaker,
    /// How failed calls are tried again.
    pub policy: Policy,
    budget: RetryBudget,
}

impl Guarded {
    /// With what the process has for this dependency.
    pub fn new(breaker: Breaker, policy: Policy, budget: RetryBudget) -> Self {
        Self { breaker, policy, budget }
    }

    /// One whose breaker no other process knows: for those that are to look past it, and for tests.
    pub fn alone(name: &str) -> Self {
        let breaker = Breaker::with_defaults(name, &SystemClock::shared(), None);
        Self::new(breaker, Policy::default(), RetryBudget::default())
    }

    /// The breaker.
    pub fn breaker(&self) -> &Breaker {
        &self.breaker
    }

    /// Makes a call: each try asks the breaker first, and failures that may pass are tried again as
    /// far as the policy, the job at hand and the process's budget allow.
    ///
    /// `ready` is waited for when the breaker lets a try through, and before it is made; what it gives
    /// goes to `op`. A call that is held back there says nothing of the dependency.
    ///
    /// # Errors
    /// The last failure, or [`GuardedError::circuit_open`].
    pub async fn call<T, E, R, Ready, Call>(
        &self,
        ready: impl Fn() -> Ready,
        op: impl Fn(R) -> Call,
    ) -> Result<T, E>
    where
        E: GuardedError,
        Ready: Future<Output = Result<R, E>>,
        Call: Future<Output = Result<T, E>>,
    {
        // On the heap: what is called is large, and each layer around it would hold it once more.
        let calling = Box::pin(self.until_it_is_no_use(ready, op));
        trace::call(self.breaker.name(), calling).await
    }

    async fn until_it_is_no_use<T, E, R, Ready, Call>(
        &self,
        ready: impl Fn() -> Ready,
        op: impl Fn(R) -> Call,
    ) -> Result<T, E>
    where
        E: GuardedError,
        Ready: Future<Output = Result<R, E>>,
        Call: Future<Output = Result<T, E>>,
    {
        let began = Instant::now();
        self.budget.called();
        let mut failed = 0;
        loop {
            let error = match self.once(ready(), &op).await? {
                Ok(value) => return Ok(value),
                Err(error) => error,
            };
            failed += 1;
            let next =
                self.policy.next(failed, began.elapsed(), error.retry_after(), rand::random());
            let Some(wait) = next.filter(|_| error.is_retryable() && may_retry_here()) else {
                return Err(error);
            };
            let may = self.budget.take();
            self.count(if may { "tried" } else { "refused" });
            if !may {
                return Err(error);
            }
            tracing::debug!(%error, wait_ms = wait.as_secs_f64() * 1000.0, "trying again");
            tokio::time::sleep(wait).await;
        }
    }

    /// One try. The outer error is that of an open breaker, which is never tried again.
    async fn once<T, E, R, Call>(
        &self,
        ready: impl Future<Output = Result<R, E>>,
        op: &impl Fn(R) -> Call,
    ) -> Result<Result<T, E>, E>
    where
        E: GuardedError,
        Call: Future<Output = Result<T, E>>,
    {
        let admission = self.breaker.acquire().await.map_err(|rejection| {
            trace::note_breaker(rejection.state.as_str(), false);
            E::circuit_open(rejection)
        })?;
        trace::note_breaker(self.breaker.state().as_str(), true);
        let ready = match ready.await {
            Ok(ready) => ready,
            Err(error) => return Ok(Err(error)),
        };
        let began = Instant::now();
        trace::tried();
        let result = op(ready).await;
        let (verdict, error) = match &result {
            Ok(_) => (Verdict::Success, None),
            Err(error) => {
                let verdict = error.verdict();
                let failed = matches!(verdict, Verdict::Failure { .. });
                (verdict, failed.then(|| error.to_string()))
            }
        };
        admission.finish_after(verdict, error, began.elapsed()).await;
        Ok(result)
    }

    fn count(&self, outcome: &'static str) {
        let breaker = self.breaker.name().to_owned();
        ::metrics::counter!(metrics::RETRIES, "breaker" => breaker, "outcome" => outcome)
            .increment(1);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::time::Duration;

    use super::*;
    use crate::guard::breaker::{Config, Rejection, Scope};
    use crate::guard::retry::attempt;

    #[derive(Debug, PartialEq, Clone)]
    enum Failed {
        Passing,
        Lasting,
        Asking(Duration),
        Open,
    }

    impl std::fmt::Display for Failed {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("failed")
        }
    }

    impl GuardedError for Failed {
        fn verdict(&self) -> Verdict {
            Verdict::Failure { retry_after: self.retry_after() }
        }
        fn is_retryable(&self) -> bool {
            !matches!(self, Self::Lasting)
        }
        fn retry_after(&self) -> Option<Duration> {
            match self {
                Self::Asking(wait) => Some(*wait),
                _ => None,
            }
        }
        fn circuit_open(_: Rejection) -> Self {
            Self::Open
        }
    }

    fn guarded(opens_after: u32) -> Guarded {
        let config = Config { scope: Scope::InARow(opens_after), ..Config::default() };
        let breaker = Breaker::local("test", config, &SystemClock::shared()).unwrap();
        Guarded::new(breaker, Policy::default(), RetryBudget::default())
    }

    async fn tries(
        guarded: &Guarded,
        outcomes: &[Result<u8, Failed>],
    ) -> (Result<u8, Failed>, u32) {
        let count = AtomicU32::new(0);
        let op = async |()| {
            let n = count.fetch_add(1, Ordering::SeqCst) as usize;
            outcomes[n.min(outcomes.len() - 1)].clone()
        };
        let result = guarded.call(async || Ok(()), op).await;
        (result, count.load(Ordering::SeqCst))
    }

    #[tokio::test(start_paused = true)]
    async fn passing_failures_are_tried_again_up_to_the_bound_and_lasting_ones_are_not() {
        let guarded = guarded(100);
        let passing = Err(Failed::Passing);
        assert_eq!(tries(&guarded, &[passing.clone(), Ok(1)]).await, (Ok(1), 2));
        assert_eq!(tries(&guarded, &[passing]).await, (Err(Failed::Passing), 3));
        assert_eq!(tries(&guarded, &[Err(Failed::Lasting)]).await, (Err(Failed::Lasting), 1));
    }

    #[tokio::test(start_paused = true)]
    async fn a_wait_that_is_asked_for_is_kept_to() {
        let (guarded, began) = (guarded(100), Instant::now());
        let wait = Duration::from_secs(5);
        assert_eq!(tries(&guarded, &[Err(Failed::Asking(wait)), Ok(1)]).await, (Ok(1), 2));
        assert!(began.elapsed() >= wait);
    }

    #[tokio::test(start_paused = true)]
    async fn nothing_is_tried_again_inside_an_open_breaker() {
        let guarded = guarded(2);
        assert_eq!(tries(&guarded, &[Err(Failed::Passing)]).await, (Err(Failed::Open), 2));
        assert_eq!(tries(&guarded, &[Ok(1)]).await, (Err(Failed::Open), 0));
    }

    #[tokio::test(start_paused = true)]
    async fn the_attempts_of_a_job_and_the_retries_of_a_client_add_up_and_do_not_multiply() {
        let guarded = guarded(100);
        let mut sent = 0;
        for failed_attempts in 0..3 {
            let (_, made) =
                attempt(failed_attempts, tries(&guarded, &[Err(Failed::Passing)])).await;
            sent += made;
        }
        assert_eq!(sent, 3 + guarded.policy.retries);
    }

    #[tokio::test(start_paused = true)]
    async fn retries_end_with_the_budget_of_the_process() {
        let guarded = guarded(100_000);
        let mut sent = 0;
        for _ in 0..1_000 {
            sent += tries(&guarded, &[Err(Failed::Passing)]).await.1;
        }
        let retries = sent - 1_000;
        assert!(retries > 150 && retries * 5 < sent, "{retries} of {sent}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_call_held_back_here_says_nothing_of_the_dependency() {
        let guarded = guarded(1);
        let held = async || Err(Failed::Asking(Duration::from_secs(60)));
        let result = guarded.call(held, async |()| Ok(1)).await;
        assert_eq!(result, Err(Failed::Asking(Duration::from_secs(60))));
        assert_eq!(tries(&guarded, &[Ok(1)]).await, (Ok(1), 1));
    }
}
