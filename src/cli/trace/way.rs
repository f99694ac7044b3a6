//! The way of one job.

use std::time::Duration;

use serde::Serialize;

use crate::cli::jobs::what;
use crate::clock::millis;
use crate::model::{Timestamp, usd};
use crate::queue::{Job, JobState};
use crate::store::AttemptTrace;
use crate::telemetry::trace::{Origin, Step, Totals};

/// The way of one job.
#[derive(Debug, Serialize)]
pub(super) struct Way {
    pub(super) queue: String,
    /// Its id in that queue.
    pub(super) job_id: String,
    pub(super) name: String,
    /// What it is for, in words.
    pub(super) what: Option<String>,
    /// Where it is; absent where the queue does not have it any more.
    pub(super) state: Option<JobState>,
    pub(super) enqueued: Enqueued,
    /// From when it might run until its first attempt began, or until now.
    pub(super) waited_ms: u64,
    pub(super) attempts: Vec<Attempt>,
    /// Failures of attempts of which no more is known.
    pub(super) other_failures: Vec<String>,
    pub(super) totals: Sums,
}

/// How it came to be.
#[derive(Debug, Serialize)]
pub(super) struct Enqueued {
    pub(super) at: Timestamp,
    /// Who had it added, where that is known.
    pub(super) by: Option<String>,
    pub(super) schedule_id: Option<String>,
    /// The id of the request to the API.
    pub(super) request_id: Option<String>,
    /// The id of the trace it is part of.
    pub(super) trace_id: Option<String>,
}

/// One attempt.
#[derive(Debug, Serialize)]
pub(super) struct Attempt {
    /// From 1; one that was put off does not count.
    pub(super) number: u32,
    pub(super) worker: Option<String>,
    pub(super) started_at: Timestamp,
    pub(super) ended_at: Option<Timestamp>,
    pub(super) took_ms: Option<u64>,
    /// Since the attempt before it ended; absent at the first.
    pub(super) waited_ms: Option<u64>,
    /// `running`, `completed`, `failed`, `put_off`, `stopped`, or `lost` with its worker.
    pub(super) outcome: String,
    pub(super) reason: Option<String>,
    /// Whether the worker has noted what it did.
    pub(super) noted: bool,
    pub(super) steps: Vec<Done>,
    pub(super) steps_left_out: u64,
    /// Ids of new leads, the first fifty.
    pub(super) leads: Vec<String>,
    pub(super) totals: Sums,
}

/// A step, with money in dollars.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Done {
    Call {
        target: String,
        what: Option<String>,
        at_ms: u64,
        took_ms: u64,
        outcome: String,
        breaker: Option<String>,
        tries: u32,
        status: Option<u16>,
        error: Option<String>,
        input_tokens: u64,
        output_tokens: u64,
        cost_usd: f64,
    },
    Cache {
        of: String,
        at_ms: u64,
        memory: u64,
        shared: u64,
        stale: u64,
        misses: u64,
        saved_usd: f64,
    },
}

/// Figures, with money in dollars.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(super) struct Sums {
    pub(super) ran_ms: u64,
    pub(super) calls: u64,
    pub(super) retries: u64,
    pub(super) failed_calls: u64,
    pub(super) calls_ms: u64,
    pub(super) cache_hits: u64,
    pub(super) cache_misses: u64,
    pub(super) input_tokens: u64,
    pub(super) output_tokens: u64,
    pub(super) cost_usd: f64,
    pub(super) saved_usd: f64,
    pub(super) leads: u64,
}

impl Way {
    /// Of a job as its queue has it, where it does, and what workers have noted of it; one of the
    /// two is there.
    pub(super) fn of(job: Option<Job>, noted: Vec<AttemptTrace>, now: Timestamp) -> Self {
        let first = noted.first();
        let enqueued = enqueued(job.as_ref(), first);
        let (mut ran, mut all) = (0, Totals::default());
        for attempt in &noted {
            all.add(&attempt.told.work.totals);
        }
        let place = job.as_ref().map(|job| (job.queue.clone(), job.id.clone(), job.name.clone()));
        let place = place
            .or_else(|| first.map(|a| (a.queue.clone(), a.job_id.clone(), a.told.name.clone())));
        let (queue, job_id, name) = place.unwrap_or_default();
        let due = job
            .as_ref()
            .map_or(enqueued.at, |job| enqueued.at.plus(Duration::from_millis(job.options.delay)));
        let known = u32::try_from(noted.iter().filter(|a| a.outcome == "failed").count());
        let attempts = attempts(job.as_ref(), noted, now);
        for attempt in &attempts {
            ran += attempt.took_ms.unwrap_or(0);
        }
        let begun = attempts.first().map_or(now, |attempt| attempt.started_at);
        Self {
            queue,
            job_id,
            name,
            what: job.as_ref().map(|job| what(&job.name, &job.data)),
            state: job.as_ref().map(|job| job.state),
            waited_ms: millis(begun.since(due)),
            enqueued,
            other_failures: others(job.as_ref(), known.unwrap_or(u32::MAX), &attempts),
            totals: Sums::of(ran, &all),
            attempts,
        }
    }
}

fn enqueued(job: Option<&Job>, first: Option<&AttemptTrace>) -> Enqueued {
    let told = first.map(|attempt| &attempt.told);
    let mut origin = job.map(|job| job.options.origin()).unwrap_or_default();
    if origin == Origin::default() {
        origin = told.map(|told| told.origin.clone()).unwrap_or_default();
    }
    let at = job.map(|job| job.created_at).or(told.map(|told| told.created_at));
    let schedule = job.and_then(|job| job.schedule_id.clone());
    Enqueued {
        at: at.unwrap_or_default(),
        schedule_id: schedule.or_else(|| told.and_then(|told| told.schedule_id.clone())),
        trace_id: origin.trace_id().map(ToOwned::to_owned),
        by: origin.by,
        request_id: origin.request_id,
    }
}

/// The attempts that were noted, and the one that the queue alone knows of.
fn attempts(job: Option<&Job>, noted: Vec<AttemptTrace>, now: Timestamp) -> Vec<Attempt> {
    let active = job.filter(|job| job.state == JobState::Active);
    let last = noted.len();
    let mut attempts: Vec<Attempt> = Vec::with_capacity(last + 1);
    for (n, attempt) in noted.into_iter().enumerate() {
        let goes_on = attempt.ended_at.is_none() && n + 1 == last && active.is_some();
        let before = attempts.last().and_then(|before| before.ended_at);
        attempts.push(Attempt::noted(attempt, before, goes_on.then_some(now)));
    }
    let going = attempts.last().is_some_and(|attempt| attempt.outcome == "running");
    if let Some(job) = job
        && (attempts.is_empty() || active.is_some())
        && !going
    {
        let before = attempts.last().and_then(|before| before.ended_at);
        attempts.extend(Attempt::of_queue(job, before, now));
    }
    attempts
}

/// What the queue keeps of failures that are not among the attempts.
fn others(job: Option<&Job>, known: u32, attempts: &[Attempt]) -> Vec<String> {
    let Some(job) = job else { return Vec::new() };
    let told = attempts.iter().filter(|a| !a.noted && a.reason.is_some()).count();
    let known = usize::try_from(known).unwrap_or(usize::MAX).saturating_add(told);
    let unknown = job.stacktrace.len().saturating_sub(known);
    job.stacktrace.iter().take(unknown).cloned().collect()
}

impl Attempt {
    /// One that a worker has noted; `now` where it goes on.
    fn noted(attempt: AttemptTrace, before: Option<Timestamp>, now: Option<Timestamp>) -> Self {
        let (told, began) = (attempt.told, attempt.started_at);
        let took = attempt.ended_at.or(now).map(|end| millis(end.since(began)));
        let outcome = match (attempt.ended_at, now) {
            (None, None) => "lost".to_owned(),
            _ => attempt.outcome,
        };
        Self {
            number: told.number,
            worker: told.worker,
            started_at: began,
            ended_at: attempt.ended_at,
            took_ms: took,
            waited_ms: before.map(|before| millis(began.since(before))),
            outcome,
            reason: told.reason,
            noted: true,
            steps: told.work.steps.into_iter().map(Done::from).collect(),
            steps_left_out: told.work.steps_left_out,
            leads: told.work.leads,
            totals: Sums::of(took.unwrap_or(0), &told.work.totals),
        }
    }

    /// The last one that the queue knows of.
    fn of_queue(job: &Job, before: Option<Timestamp>, now: Timestamp) -> Option<Self> {
        let began = job.processed_at?;
        let (outcome, end) = match job.state {
            JobState::Active => ("running", Some(now)),
            JobState::Completed => ("completed", job.finished_at),
            // It waits for another try, or there was the last one.
            _ => ("failed", job.finished_at),
        };
        let took = end.map(|end| millis(end.since(began)));
        Some(Self {
            number: job.attempts_made.max(job.attempts_started).max(1),
            worker: job.worker.clone(),
            started_at: began,
            ended_at: job.finished_at,
            took_ms: took,
            waited_ms: before.map(|before| millis(began.since(before))),
            outcome: outcome.to_owned(),
            reason: job.failed_reason.clone(),
            noted: false,
            steps: Vec::new(),
            steps_left_out: 0,
            leads: Vec::new(),
            totals: Sums { ran_ms: took.unwrap_or(0), ..Sums::default() },
        })
    }
}

impl From<Step> for Done {
    fn from(step: Step) -> Self {
        match step {
            Step::Call(call) => Self::Call {
                target: call.target,
                what: call.what,
                at_ms: call.at_ms,
                took_ms: call.took_ms,
                outcome: call.outcome,
                breaker: call.breaker,
                tries: call.tries,
                status: call.status,
                error: call.error,
                input_tokens: call.input_tokens,
                output_tokens: call.output_tokens,
                cost_usd: usd(call.nano_usd),
            },
            Step::Cache(looked) => Self::Cache {
                of: looked.of,
                at_ms: looked.at_ms,
                memory: looked.memory,
                shared: looked.shared,
                stale: looked.stale,
                misses: looked.misses,
                saved_usd: usd(looked.saved_nano_usd),
            },
        }
    }
}

impl Sums {
    fn of(ran_ms: u64, totals: &Totals) -> Self {
        Self {
            ran_ms,
            calls: totals.calls,
            retries: totals.retries,
            failed_calls: totals.failed_calls,
            calls_ms: totals.calls_ms,
            cache_hits: totals.cache_hits,
            cache_misses: totals.cache_misses,
            input_tokens: totals.input_tokens,
            output_tokens: totals.output_tokens,
            cost_usd: usd(totals.nano_usd),
            saved_usd: usd(totals.saved_nano_usd),
            leads: totals.leads,
        }
    }
}
