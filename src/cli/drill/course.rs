//! Before the fault, during and after it.

use std::time::Duration;

use tokio::time::Instant;

use super::DrillArgs;
use super::load::Load;
use super::plan::{Fault, Opens, Plan};
use super::report::{Measured, Report};
use super::rig::Rig;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::Output;
use crate::cli::sandbox::find::failure;
use crate::cli::time::span;
use crate::guard::breaker;
use crate::model::Timestamp;
use crate::reddit::CLOSED_WINDOWS;
use crate::sandbox::{FaultTarget, SandboxStats};

/// How often all is looked at.
const TICK: Duration = Duration::from_millis(100);
/// How often a line is said.
const SAY: Duration = Duration::from_secs(1);
/// Jobs that must have completed before anything fails.
const WARM: u64 = 4;
/// How long jobs come before and after the fault, at least.
const AROUND: Duration = Duration::from_secs(2);
/// Longest time until the first jobs are done.
const WARM_TIMEOUT: Duration = Duration::from_secs(30);

/// A drill on its way.
struct Course<'a> {
    plan: &'a Plan,
    rig: &'a mut Rig,
    out: &'a Output,
    load: Load,
    every: Duration,
    begun: Instant,
    next_job: Instant,
    next_line: Instant,
    phase: &'static str,
}

/// Runs a drill to its end.
pub(super) async fn run(
    plan: &Plan,
    args: &DrillArgs,
    rig: &mut Rig,
    out: &Output,
) -> anyhow::Result<Report> {
    let now = Instant::now();
    let (every, load) = (args.every, Load::default());
    let (begun, next_job, next_line, phase) = (now, now, now + SAY, "before");
    let mut course = Course { plan, rig, out, load, every, begun, next_job, next_line, phase };
    course.before().await?;
    let measured = course.fault(args).await?;
    let measured = course.after(args, measured).await?;
    let figures = course.load.figures();
    Ok(Report::new(plan, args, figures, measured))
}

impl Course<'_> {
    /// Jobs come until some are done.
    async fn before(&mut self) -> anyhow::Result<()> {
        loop {
            self.tick(true).await?;
            if self.load.figures().completed >= WARM && self.begun.elapsed() >= AROUND {
                return Ok(());
            }
            if self.begun.elapsed() > WARM_TIMEOUT {
                let message = "no jobs were done before anything failed";
                return Err(CliError::new(Exit::TimedOut, message)
                    .hint("this machine may be too busy; `leadctl up --sandbox` shows whether it works")
                    .into());
            }
        }
    }

    /// The fault holds.
    async fn fault(&mut self, args: &DrillArgs) -> anyhow::Result<Measured> {
        let mut measured =
            Measured { asked_before: self.stats().await?.requests, ..Measured::default() };
        self.say(&format!("fault: {} for {}", self.plan.fault.describe(), span(args.lasting)));
        self.phase = "fault";
        let at = Instant::now();
        let since = self.rig.services.clock.now();
        self.load.usual_so_far();
        match &self.plan.fault {
            Fault::Sandbox(order) => {
                self.rig.control.order(order).await.map_err(|e| failure(&e))?;
            }
            Fault::Redis => {
                if let Some(redis) = &mut self.rig.redis {
                    redis.kill().await;
                }
            }
        }
        while at.elapsed() < args.lasting {
            self.tick(true).await?;
            if measured.time_to_open.is_none()
                && let Some(open_at) = self.open_since(since).await?
            {
                let after = open_at.since(since);
                measured.time_to_open = Some(after);
                self.say(&format!("left alone after {}", span(after)));
            }
        }
        Ok(measured)
    }

    /// All is well again: jobs come for a while, then what is left is waited for.
    async fn after(
        &mut self,
        args: &DrillArgs,
        mut measured: Measured,
    ) -> anyhow::Result<Measured> {
        let at = Instant::now();
        let good_before = self.good(&self.stats().await?);
        if let Some(redis) = &mut self.rig.redis {
            redis.up().await?;
        }
        self.say("the fault is over");
        self.phase = "after";
        while at.elapsed() < args.patience {
            let come_more = at.elapsed() < AROUND || measured.time_to_recover.is_none();
            self.tick(come_more).await?;
            if measured.time_to_recover.is_none() && self.is_well(good_before).await? {
                let after = at.elapsed();
                measured.time_to_recover = Some(after);
                self.say(&format!("all is as before after {}", span(after)));
            }
            if !come_more && self.load.is_done() {
                break;
            }
            if !come_more && at.elapsed() >= AROUND {
                self.load.settle(&self.rig.services).await?;
            }
        }
        let stats = self.stats().await?;
        measured.asked = stats.requests;
        measured.wasted = stats.faulted;
        measured.slowest_add = self.load.slowest_add;
        Ok(measured)
    }

    /// Adds what jobs are due, looks at all, says a line now and then.
    async fn tick(&mut self, come_more: bool) -> anyhow::Result<()> {
        tokio::time::sleep(TICK.min(self.every)).await;
        while come_more && self.next_job <= Instant::now() {
            self.load.add(&self.rig.services).await?;
            self.next_job += self.every;
            // What could not be added in time is not caught up with in a rush.
            self.next_job = self.next_job.max(Instant::now() - self.every);
        }
        self.load.look(&self.rig.services).await;
        for incident in self.rig.incidents() {
            self.say(&format!("! {incident}"));
        }
        if self.next_line <= Instant::now() {
            self.next_line += SAY;
            let stats = self.stats().await?;
            let jobs = self.load.figures();
            self.say(&format!(
                "jobs {} done, {} on their way, {} delayed; calls {}, struck {}",
                jobs.completed,
                jobs.enqueued - jobs.completed - jobs.failed,
                jobs.delayed,
                stats.requests,
                stats.faulted
            ));
        }
        Ok(())
    }

    async fn stats(&self) -> anyhow::Result<SandboxStats> {
        Ok(self.rig.control.stats().await.map_err(|e| failure(&e))?)
    }

    /// Since when what fails has been left alone by all, where that began after `since`.
    async fn open_since(&self, since: Timestamp) -> anyhow::Result<Option<Timestamp>> {
        let services = &self.rig.services;
        match self.plan.opens {
            None => Ok(None),
            Some(Opens::Breaker(name)) => {
                let changes = breaker::history(services.guards.state(), name).await?;
                let opened = |c: &&breaker::Change| c.to == breaker::Kind::Open && c.at >= since;
                Ok(changes.iter().find(opened).map(|change| change.at))
            }
            Some(Opens::Window) => {
                let closed = services.state.list(CLOSED_WINDOWS).await?;
                Ok((!closed.is_empty()).then(|| services.clock.now()))
            }
        }
    }

    /// Good answers of what fails, so far.
    fn good(&self, stats: &SandboxStats) -> u64 {
        let Some(target) = self.plan.fault.target() else { return 0 };
        let real = |endpoint: &str| !endpoint.ends_with("access_token");
        stats
            .endpoints
            .iter()
            .filter(|e| target == FaultTarget::All || e.target == target)
            .filter(|e| e.fault.is_none() && e.status == Some(200) && real(&e.endpoint))
            .map(|e| e.count)
            .sum()
    }

    /// Whether what failed is used again.
    async fn is_well(&self, good_before: u64) -> anyhow::Result<bool> {
        match &self.plan.fault {
            Fault::Sandbox(_) => Ok(self.good(&self.stats().await?) > good_before),
            Fault::Redis => Ok(self.rig.services.queue.degraded().await?.is_none()),
        }
    }

    fn say(&self, what: &str) {
        let at = self.begun.elapsed().as_secs_f64();
        self.out.note(&format!("{at:>6.1} s  {:<6}  {what}", self.phase));
    }
}
