//! What came of a drill, and the promises.

use std::time::Duration;

use serde::Serialize;

use super::DrillArgs;
use super::load::JobFigures;
use super::plan::Plan;
use super::rig::CONCURRENCY;
use crate::cli::output::Block;
use crate::cli::time::span;
use crate::clock::millis;

/// Longest time that adding a job may take, also without Redis.
const ADD_WITHIN: Duration = Duration::from_secs(2);

/// What was measured beside the jobs.
#[derive(Debug, Clone, Default)]
pub(super) struct Measured {
    pub(super) asked_before: u64,
    pub(super) asked: u64,
    pub(super) wasted: u64,
    pub(super) time_to_open: Option<Duration>,
    pub(super) time_to_recover: Option<Duration>,
    pub(super) slowest_add: Duration,
}

/// The report of a drill.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    drill: &'static str,
    /// Every promise was kept.
    ok: bool,
    /// How long the fault held.
    fault_ms: u64,
    jobs: JobFigures,
    /// Calls that the sandbox was asked, from the beginning of the fault on.
    calls: u64,
    /// Those that the fault struck.
    calls_wasted: u64,
    /// From the beginning of the fault until all processes left alone what fails: its breaker
    /// opened, or Reddit's limit was known to be used up. Absent where that did not come.
    time_to_open_ms: Option<u64>,
    /// From the end of the fault until what had failed was used again.
    time_to_recover_ms: Option<u64>,
    /// The longest time that adding a job took.
    slowest_add_ms: u64,
    promises: Vec<Promise>,
}

/// Something that is to hold in an outage.
#[derive(Debug, Serialize)]
struct Promise {
    promise: String,
    kept: bool,
    /// What was seen.
    seen: String,
}

impl Report {
    pub(super) fn new(plan: &Plan, args: &DrillArgs, jobs: JobFigures, measured: Measured) -> Self {
        let promises = promises(plan, args, &jobs, &measured);
        Self {
            drill: plan.name,
            ok: promises.iter().all(|promise| promise.kept),
            fault_ms: millis(args.lasting),
            jobs,
            calls: measured.asked.saturating_sub(measured.asked_before),
            calls_wasted: measured.wasted,
            time_to_open_ms: measured.time_to_open.map(millis),
            time_to_recover_ms: measured.time_to_recover.map(millis),
            slowest_add_ms: millis(measured.slowest_add),
            promises,
        }
    }

    /// The promises that were broken, in words.
    pub(super) fn broken(&self) -> Option<String> {
        let broken: Vec<String> = self
            .promises
            .iter()
            .filter(|promise| !promise.kept)
            .map(|promise| format!("{} ({})", promise.promise, promise.seen))
            .collect();
        (!broken.is_empty()).then(|| broken.join("; "))
    }

    /// For people.
    pub(super) fn human(&self) -> String {
        let time =
            |ms: Option<u64>| ms.map(|ms| span(Duration::from_millis(ms))).unwrap_or_default();
        let jobs = &self.jobs;
        let mut block = Block::new()
            .line("drill", self.drill)
            .line("fault", span(Duration::from_millis(self.fault_ms)))
            .line("time to open", time(self.time_to_open_ms))
            .line("calls", self.calls.to_string())
            .line("calls wasted", self.calls_wasted.to_string())
            .line("jobs", jobs.enqueued.to_string())
            .line("jobs completed", jobs.completed.to_string())
            .line("jobs delayed", jobs.delayed.to_string())
            .line("jobs lost", (jobs.enqueued - jobs.completed).to_string())
            .line("time to recover", time(self.time_to_recover_ms));
        if jobs.spooled > 0 {
            block = block.line("jobs spooled", jobs.spooled.to_string());
        }
        block = block.line("slowest add", time(Some(self.slowest_add_ms)));
        for promise in &self.promises {
            let word = if promise.kept { "kept" } else { "BROKEN" };
            block = block.line(word, format!("{}: {}", promise.promise, promise.seen));
        }
        block.text()
    }
}

fn promises(plan: &Plan, args: &DrillArgs, jobs: &JobFigures, seen: &Measured) -> Vec<Promise> {
    let make = |promise: String, kept, seen: String| Promise { promise, kept, seen };
    let mut all = vec![make(
        "every job completes".to_owned(),
        jobs.completed == jobs.enqueued,
        format!(
            "{} of {}; {} failed, {} unfinished, {} lost",
            jobs.completed, jobs.enqueued, jobs.failed, jobs.unfinished, jobs.lost
        ),
    )];
    if plan.opens.is_some() {
        let promise = "what fails is left alone while the fault holds".to_owned();
        let after = seen.time_to_open;
        let said = after.map_or("it was not".to_owned(), |after| format!("after {}", span(after)));
        all.push(make(promise, after.is_some(), said));
    }
    if let Some(each) = plan.wasted_for_each {
        let most = each * CONCURRENCY * u64::from(args.workers);
        let promise = format!("at most {most} calls are wasted");
        all.push(make(promise, seen.wasted <= most, seen.wasted.to_string()));
    }
    let promise = format!("all is as before within {}", span(plan.recovers_within));
    all.push(make(
        promise,
        seen.time_to_recover.is_some_and(|after| after <= plan.recovers_within),
        seen.time_to_recover.map_or("not at all".to_owned(), span),
    ));
    let promise = format!("a job is taken within {}", span(ADD_WITHIN));
    all.push(make(promise, seen.slowest_add <= ADD_WITHIN, span(seen.slowest_add)));
    all
}
