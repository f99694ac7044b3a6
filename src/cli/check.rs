//! `leadctl check`: one line for a monitoring system or cron, ended by the monitoring convention.

use std::fmt::Write;
use std::str::FromStr;
use std::time::Duration;

use clap::Args;
use serde::Serialize;

use super::context::Context;
use super::exit::Exit;
use super::output::plain;
use super::overview::{self, Overview, QueueStatus, Severity, failed_since, jobs};
use super::time::{parse_span, span};
use super::values::QueueName;
use crate::model::text_enum;
use crate::services::Services;

/// Failed jobs looked at beyond the limit.
const MORE: u64 = 1;

/// Check the whole system in one line, for cron and monitoring systems
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl check
  leadctl check --max-oldest 5m --max-failed 50 --workers 'lead-discovery>=1'
  leadctl check --queue mail --max-oldest 30s -o json

Ends by the convention of monitoring plug-ins: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN (it could not be
looked at). A limit that is passed is critical; beyond the limits, what `leadctl status` calls wrong
counts as well, unless --limits-only. Behind the bar stand the figures for a graph.")]
pub struct CheckArgs {
    /// Longest time for which a job may have waited
    #[arg(long, value_name = "SPAN", value_parser = parse_span)]
    max_oldest: Option<Duration>,
    /// Most jobs that may have failed within the time of --within, over the queues looked at
    #[arg(long, value_name = "N")]
    max_failed: Option<u64>,
    /// How far back failures count
    #[arg(long, value_name = "SPAN", default_value = "1h", value_parser = parse_span)]
    within: Duration,
    /// Fewest workers that a queue must have, as QUEUE>=N; may be given several times
    #[arg(long, value_name = "QUEUE>=N")]
    workers: Vec<AtLeast>,
    /// Look at these queues only; may be given several times
    #[arg(long = "queue", value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queues: Vec<String>,
    /// Only the limits given here count
    #[arg(long)]
    limits_only: bool,
}

/// The fewest workers of a queue.
#[derive(Debug, Clone, PartialEq, Eq)]
struct AtLeast {
    queue: String,
    workers: u64,
}

impl FromStr for AtLeast {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text:?} is not of the form QUEUE>=N, as in 'lead-discovery>=1'");
        let (queue, n) = text.rsplit_once(">=").ok_or_else(wrong)?;
        let workers = n.trim().parse().map_err(|_| wrong())?;
        let queue = queue.trim().to_owned();
        if queue.is_empty() { Err(wrong()) } else { Ok(Self { queue, workers }) }
    }
}

text_enum! {
    /// How it stands, by the convention of monitoring plug-ins.
    enum Standing {
        /// All within the limits.
        Ok = "OK",
        /// Worth a look.
        Warning = "WARNING",
        /// Needs someone.
        Critical = "CRITICAL",
        /// It could not be looked at.
        Unknown = "UNKNOWN",
    }
}

impl Standing {
    fn exit(self) -> Exit {
        match self {
            Self::Ok => Exit::Done,
            Self::Warning => Exit::WARNING,
            Self::Critical => Exit::CRITICAL,
            Self::Unknown => Exit::UNKNOWN,
        }
    }
}

/// What was found.
#[derive(Debug, Clone, Serialize)]
struct CheckReport {
    state: Standing,
    summary: String,
    problems: Vec<Problem>,
    queues: Vec<Figures>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Problem {
    state: Standing,
    message: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Figures {
    queue: String,
    waiting: u64,
    active: u64,
    failed: u64,
    oldest_waiting_ms: Option<u64>,
    workers: u64,
}

impl CheckArgs {
    /// Checks it.
    ///
    /// # Errors
    /// Standard output cannot be written; what cannot be looked at is told as unknown.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let report = match self.look(ctx).await {
            Ok(report) => report,
            Err(error) => unknown(format!("{error:#}")),
        };
        ctx.out.show(&report, || self.line(&report))?;
        Ok(report.state.exit())
    }

    async fn look(&self, ctx: &Context) -> anyhow::Result<CheckReport> {
        let services = Services::open(ctx.settings().clone()).await?;
        let report = self.report(&services).await;
        services.close().await;
        report
    }

    async fn report(&self, services: &Services) -> anyhow::Result<CheckReport> {
        let overview = overview::read(services).await?;
        let known = |name: &str| overview.queues.iter().any(|queue| queue.name == name);
        let named = self.queues.iter().chain(self.workers.iter().map(|least| &least.queue));
        if let Some(missing) = named.into_iter().find(|name| !known(name)) {
            let names: Vec<&str> = overview.queues.iter().map(|q| q.name.as_str()).collect();
            return Ok(unknown(format!(
                "there is no queue {missing}; there are {}",
                names.join(", ")
            )));
        }
        let queues: Vec<&QueueStatus> = overview
            .queues
            .iter()
            .filter(|queue| self.queues.is_empty() || self.queues.contains(&queue.name))
            .collect();
        let mut figures = Vec::new();
        for queue in &queues {
            let since = overview.at.minus(self.within);
            let most = self.max_failed.unwrap_or(0).saturating_add(MORE).max(1_000);
            let failures = failed_since(services, &queue.name, since, most).await?;
            figures.push(Figures::of(queue, failures.count));
        }
        Ok(self.judge(&overview, figures))
    }

    /// Holds the figures against the limits; a pure function.
    fn judge(&self, overview: &Overview, queues: Vec<Figures>) -> CheckReport {
        let mut problems = self.limits(&queues);
        if !self.limits_only {
            for finding in &overview.verdict.findings {
                let of_interest = finding
                    .target
                    .as_ref()
                    .is_none_or(|target| self.queues.is_empty() || self.queues.contains(target));
                // A limit given here says more than what is usual.
                let limited = finding.code == "failures" && self.max_failed.is_some()
                    || finding.code == "slow" && self.max_oldest.is_some();
                if of_interest && !limited {
                    let state = match finding.severity {
                        Severity::Bad => Standing::Critical,
                        Severity::Warn => Standing::Warning,
                    };
                    problems.push(Problem { state, message: finding.message.clone() });
                }
            }
        }
        problems.sort_by_key(|problem| std::cmp::Reverse(problem.state));
        let state = problems.first().map_or(Standing::Ok, |problem| problem.state);
        let summary = if problems.is_empty() {
            let ready: u64 = queues.iter().map(|queue| queue.waiting).sum();
            format!("{} queues, {} waiting, nothing is wrong", queues.len(), jobs(ready))
        } else {
            let messages: Vec<&str> = problems.iter().map(|p| p.message.as_str()).collect();
            messages.join("; ")
        };
        CheckReport { state, summary, problems, queues }
    }

    fn limits(&self, queues: &[Figures]) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut critical =
            |message: String| problems.push(Problem { state: Standing::Critical, message });
        for queue in queues {
            let waited = queue.oldest_waiting_ms.map(Duration::from_millis);
            if let (Some(most), Some(waited)) = (self.max_oldest, waited)
                && waited > most
            {
                critical(format!(
                    "a job of {} has waited for {}, more than {}",
                    queue.queue,
                    span(waited),
                    span(most)
                ));
            }
        }
        let failed: u64 = queues.iter().map(|queue| queue.failed).sum();
        if let Some(most) = self.max_failed.filter(|most| failed > *most) {
            critical(format!(
                "{} failed within {}, more than {most}",
                jobs(failed),
                span(self.within)
            ));
        }
        for least in &self.workers {
            let found = queues.iter().find(|queue| queue.queue == least.queue);
            let workers = found.map_or(0, |queue| queue.workers);
            if workers < least.workers {
                critical(format!(
                    "{} has {workers} workers, fewer than {}",
                    least.queue, least.workers
                ));
            }
        }
        problems
    }

    /// The line of a monitoring plug-in, with the figures behind the bar.
    fn line(&self, report: &CheckReport) -> String {
        let summary = plain(&report.summary).replace('|', "/");
        let mut line = format!("LEADCTL {} - {summary}", report.state);
        let mut bar = " |";
        for queue in &report.queues {
            // A label may hold neither `'` nor `=`.
            let name = plain(&queue.queue).replace(['\'', '=', '|'], "_");
            let seconds = queue.oldest_waiting_ms.unwrap_or(0) / 1_000;
            let most = self.max_oldest.map_or_else(String::new, |most| most.as_secs().to_string());
            let _ = write!(
                line,
                "{bar} '{name}_oldest'={seconds}s;;{most};0 '{name}_waiting'={} '{name}_active'={} '{name}_failed'={} '{name}_workers'={}",
                queue.waiting, queue.active, queue.failed, queue.workers
            );
            bar = "";
        }
        line.push('\n');
        line
    }
}

impl Figures {
    fn of(queue: &QueueStatus, failed: u64) -> Self {
        Self {
            queue: queue.name.clone(),
            waiting: queue.counts.ready(),
            active: queue.counts.active,
            failed,
            oldest_waiting_ms: queue.oldest_waiting_ms,
            workers: queue.workers,
        }
    }
}

fn unknown(summary: String) -> CheckReport {
    let problem = Problem { state: Standing::Unknown, message: summary.clone() };
    CheckReport { state: Standing::Unknown, summary, problems: vec![problem], queues: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args() -> CheckArgs {
        CheckArgs {
            max_oldest: None,
            max_failed: None,
            within: Duration::from_secs(3600),
            workers: Vec::new(),
            queues: Vec::new(),
            limits_only: true,
        }
    }

    fn figures(oldest_secs: u64, failed: u64, workers: u64) -> Vec<Figures> {
        vec![Figures {
            queue: "q".into(),
            waiting: 1,
            active: 0,
            failed,
            oldest_waiting_ms: Some(oldest_secs * 1000),
            workers,
        }]
    }

    #[test]
    fn a_limit_is_passed_only_beyond_it() {
        let mut args = args();
        args.max_oldest = Some(Duration::from_secs(60));
        args.max_failed = Some(2);
        args.workers = vec!["q>=1".parse().expect("a limit")];
        assert!(args.limits(&figures(60, 2, 1)).is_empty());
        let messages: Vec<String> =
            args.limits(&figures(61, 3, 0)).into_iter().map(|p| p.message).collect();
        assert_eq!(
            messages,
            [
                "a job of q has waited for 1m1s, more than 1m",
                "3 jobs failed within 1h, more than 2",
                "q has 0 workers, fewer than 1",
            ]
        );
    }

    #[test]
    fn a_limit_on_workers_is_read() {
        let least: AtLeast = "lead-discovery>=2".parse().expect("a limit");
        assert_eq!(least, AtLeast { queue: "lead-discovery".into(), workers: 2 });
        for wrong in ["q", "q>1", ">=1", "q>=x", "q>=-1"] {
            assert!(wrong.parse::<AtLeast>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_line_holds_one_bar_and_no_line_break_whatever_the_names_are() {
        let mut queues = figures(5, 0, 1);
        queues[0].queue = "a|b'=\nc".into();
        let report = CheckReport { queues, ..unknown("x|y\nz".into()) };
        let line = args().line(&report);
        assert_eq!(
            line,
            "LEADCTL UNKNOWN - x/y z | 'a_b__ c_oldest'=5s;;;0 'a_b__ c_waiting'=1 'a_b__ c_active'=0 'a_b__ c_failed'=0 'a_b__ c_workers'=1\n"
        );
    }
}
