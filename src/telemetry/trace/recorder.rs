use std::fmt::Display;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::time::Instant;
use tracing::Instrument;

use super::work::{Call, Lookups, Work};
use crate::clock::millis;
use crate::telemetry::otel;

/// Longest text that is kept of an error, and of what was asked, in characters.
const MAX_TEXT: usize = 200;

tokio::task_local! {
    static RECORDER: Recorder;
    static CALL: Arc<Mutex<Call>>;
}

/// Notes what one attempt at a job does; all clones are one.
#[derive(Debug, Clone)]
pub struct Recorder {
    began: Instant,
    work: Arc<Mutex<Work>>,
}

impl Default for Recorder {
    fn default() -> Self {
        Self { began: Instant::now(), work: Arc::default() }
    }
}

impl Recorder {
    /// Runs an attempt; what it does is noted here.
    pub async fn scope<F: Future>(&self, attempt: F) -> F::Output {
        RECORDER.scope(self.clone(), attempt).await
    }

    /// What was noted so far.
    pub fn work(&self) -> Work {
        lock(&self.work).clone()
    }

    fn now(&self) -> u64 {
        millis(self.began.elapsed())
    }
}

/// Notes a call of a dependency, and what is said of it while it goes on.
///
/// # Errors
/// Those of the call.
pub async fn call<T, E: Display>(
    target: &str,
    work: impl Future<Output = Result<T, E>>,
) -> Result<T, E> {
    let span = otel::call_span(target);
    let result = noted(target, work).instrument(span.clone()).await;
    if let Err(error) = &result
        && !span.is_none()
    {
        span.record("otel.status_code", "ERROR");
        span.record("error.message", short(&error.to_string()));
    }
    result
}

async fn noted<T, E: Display>(
    target: &str,
    work: impl Future<Output = Result<T, E>>,
) -> Result<T, E> {
    let Ok(recorder) = RECORDER.try_with(Clone::clone) else { return work.await };
    let began = Instant::now();
    let at_ms = recorder.now();
    let call = Call { target: target.to_owned(), at_ms, ..Call::default() };
    let noting = Noting { recorder, began, call: Arc::new(Mutex::new(call)) };
    let result = CALL.scope(Arc::clone(&noting.call), work).await;
    {
        let mut call = lock(&noting.call);
        match &result {
            Ok(_) => call.outcome = "ok".to_owned(),
            Err(error) => {
                // A breaker that lets nothing through has said so already.
                if call.outcome.is_empty() {
                    call.outcome = "failed".to_owned();
                }
                call.error = Some(short(&error.to_string()));
            }
        }
    }
    result
}

/// Keeps a call when it ends, also where it is cut off.
struct Noting {
    recorder: Recorder,
    began: Instant,
    call: Arc<Mutex<Call>>,
}

impl Drop for Noting {
    fn drop(&mut self) {
        let mut call = lock(&self.call).clone();
        call.took_ms = millis(self.began.elapsed());
        if call.outcome.is_empty() {
            call.outcome = "cut_off".to_owned();
        }
        lock(&self.recorder.work).called(call);
    }
}

/// Notes what the call at hand asks, in a few words.
pub fn note_what(what: &str) {
    note(|call| call.what = Some(short(what)));
}

/// Notes that a request is made for the call at hand.
pub fn tried() {
    note(|call| call.tries += 1);
}

/// Notes how the breaker stands before the call at hand, and whether it lets it through.
pub fn note_breaker(state: &str, lets_through: bool) {
    note(|call| {
        call.breaker = Some(state.to_owned());
        call.outcome = if lets_through { "" } else { "rejected" }.to_owned();
    });
}

/// Notes the status of an answer.
pub fn note_status(status: u16) {
    note(|call| call.status = Some(status));
}

/// Notes tokens, and what they cost in billionths of a US dollar.
pub fn note_tokens(input: u64, output: u64, nano_usd: u64) {
    note(|call| {
        call.input_tokens += input;
        call.output_tokens += output;
        call.nano_usd += nano_usd;
    });
}

/// Notes a lookup in the cache.
pub fn looked_up(lookup: impl FnOnce() -> Lookups) {
    let _ = RECORDER.try_with(|recorder| {
        let at_ms = recorder.now();
        lock(&recorder.work).looked_up(Lookups { at_ms, ..lookup() });
    });
}

/// Notes leads that are new.
pub fn found_leads(ids: &[String]) {
    let _ = RECORDER.try_with(|recorder| lock(&recorder.work).found(ids));
}

fn note(change: impl FnOnce(&mut Call)) {
    let _ = CALL.try_with(|call| change(&mut lock(call)));
}

fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

fn short(text: &str) -> String {
    text.chars().take(MAX_TEXT).map(|c| if c == '\0' { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::{Step, Totals};
    use super::*;

    fn miss() -> Lookups {
        Lookups { of: "ai".into(), misses: 1, ..Lookups::default() }
    }

    #[tokio::test(start_paused = true)]
    async fn calls_and_lookups_are_noted_in_order_inside_an_attempt_alone() {
        let recorder = Recorder::default();
        let attempt = async {
            looked_up(miss);
            looked_up(miss);
            let asked = call("ai:x", async {
                note_breaker("closed", true);
                tried();
                note_status(500);
                tried();
                note_status(200);
                note_tokens(10, 2, 7);
                tokio::time::sleep(Duration::from_millis(30)).await;
                Ok::<_, String>(())
            });
            asked.await.unwrap();
            let refused = call("reddit", async {
                note_breaker("open", false);
                Err::<(), _>("open until later")
            });
            refused.await.unwrap_err();
            found_leads(&["a".into(), "b".into()]);
        };
        recorder.scope(attempt).await;
        looked_up(miss);
        let work = recorder.work();
        let [Step::Cache(looked), Step::Call(asked), Step::Call(refused)] = &*work.steps else {
            panic!("{work:?}");
        };
        assert_eq!(looked.misses, 2);
        assert_eq!((asked.tries, asked.status, asked.took_ms), (2, Some(200), 30));
        assert_eq!((asked.outcome.as_str(), asked.breaker.as_deref()), ("ok", Some("closed")));
        assert_eq!((refused.outcome.as_str(), refused.tries), ("rejected", 0));
        assert_eq!(work.leads, ["a", "b"]);
        let expected = Totals {
            calls: 2,
            retries: 1,
            failed_calls: 1,
            calls_ms: 30,
            cache_misses: 2,
            input_tokens: 10,
            output_tokens: 2,
            nano_usd: 7,
            leads: 2,
            ..Totals::default()
        };
        assert_eq!(work.totals, expected);
    }

    #[tokio::test(start_paused = true)]
    async fn what_is_cut_off_is_noted_and_much_is_bounded() {
        let recorder = Recorder::default();
        let attempt = async {
            let endless = call("reddit", std::future::pending::<Result<(), String>>());
            let _ = tokio::time::timeout(Duration::from_secs(1), endless).await;
            for _ in 0..500 {
                call("ai", async { Ok::<_, String>(()) }).await.unwrap();
            }
        };
        recorder.scope(attempt).await;
        let work = recorder.work();
        let Some(Step::Call(first)) = work.steps.first() else { panic!("{work:?}") };
        assert_eq!((first.outcome.as_str(), first.took_ms), ("cut_off", 1000));
        assert_eq!((work.steps.len(), work.steps_left_out, work.totals.calls), (100, 401, 501));
    }
}
