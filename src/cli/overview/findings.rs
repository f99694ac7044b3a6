use std::time::Duration;

use serde::Serialize;

use super::{NextRun, Overview, QueueStatus, RedditMode};
use crate::cli::time::{ago, span};
use crate::guard::breaker::{Kind, Status};
use crate::jobs::QUEUES;
use crate::model::{ProcessKind, Timestamp, text_enum};
use crate::services::AI;

/// A job that has waited for longer is worth a look although workers are there.
const LONG_WAIT: Duration = Duration::from_secs(5 * 60);
/// A schedule that is later than this is not being served.
const OVERDUE: Duration = Duration::from_secs(60);

const NO_WORKER: &str = "no_worker";
/// The codes of findings, in the order in which they are told where equally bad.
const ORDER: [&str; 8] = [
    NO_WORKER,
    "no_credentials",
    "nothing_runs",
    "breaker",
    "ai_budget",
    "paused",
    "failures",
    "slow",
];

text_enum! {
    /// How bad it is.
    pub enum Severity {
        /// Work does not get done.
        Bad = "bad",
        /// Worth a look.
        Warn = "warn",
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What kind of thing, in one stable word or two.
    pub code: &'static str,
    /// What it is about: a queue, a schedule.
    pub target: Option<String>,
    /// What is wrong, in words; may hold hostile names.
    pub message: String,
    /// What to run, or to set.
    pub command: String,
}

/// All that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Verdict {
    /// Nothing is wrong.
    pub ok: bool,
    /// The worst of it in one line, with the command.
    pub summary: String,
    /// Worst first.
    pub findings: Vec<Finding>,
}

impl Verdict {
    /// Sums findings up; they are put in order.
    pub fn of(mut findings: Vec<Finding>) -> Self {
        findings.sort_by_key(|f| (f.severity, ORDER.iter().position(|code| *code == f.code)));
        let summary = match findings.as_slice() {
            [] => "nothing is wrong".to_owned(),
            [first] => format!("{}: {}", first.message, first.command),
            [first, rest @ ..] => {
                format!("{}: {} ({} more below)", first.message, first.command, rest.len())
            }
        };
        Self { ok: findings.is_empty(), summary, findings }
    }
}

/// What is wrong with the whole system.
pub(super) fn findings(overview: &Overview) -> Vec<Finding> {
    let mut found: Vec<Finding> = overview
        .queues
        .iter()
        .flat_map(|queue| of_queue(queue, &overview.schedules, overview.at))
        .collect();
    found.extend(overview.breakers.iter().filter_map(|b| of_breaker(b, overview.at)));
    degraded(overview, &mut found);
    ai_budget(overview, &mut found);
    credentials(overview, &mut found);
    nothing_runs(overview, &mut found);
    found
}

/// What is wrong with one queue.
pub fn of_queue(queue: &QueueStatus, schedules: &[NextRun], at: Timestamp) -> Vec<Finding> {
    let mut found = Vec::new();
    no_worker(queue, schedules, at, &mut found);
    paused(queue, &mut found);
    failures(queue, &mut found);
    slow(queue, &mut found);
    found
}

fn no_worker(queue: &QueueStatus, schedules: &[NextRun], at: Timestamp, found: &mut Vec<Finding>) {
    if queue.workers > 0 {
        return;
    }
    let name = &queue.name;
    let (ready, active) = (queue.counts.ready(), queue.counts.active);
    let late = schedules
        .iter()
        .find(|run| run.queue == *name && run.next_at.is_some_and(|due| at.since(due) > OVERDUE));
    let message = if queue.counts.is_paused {
        return;
    } else if ready > 0 {
        format!("{name} has {} waiting and no worker", jobs(ready))
    } else if active > 0 {
        format!("{name} has {} begun by a worker that is gone", jobs(active))
    } else if let Some(late) = late {
        format!("schedule {} of {name} is overdue and there is no worker", late.id)
    } else {
        return;
    };
    found.push(finding(Severity::Bad, NO_WORKER, Some(name), message, worker_command(name)));
}

/// How a queue gets a worker.
pub(crate) fn worker_command(queue: &str) -> String {
    if QUEUES.contains(&queue) {
        "run `leadctl worker`".to_owned()
    } else {
        "start the workers of that queue; leadctl's own do not work on it".to_owned()
    }
}

/// What a breaker that does not let all calls through, or lets them through unwatched, means.
pub(crate) fn of_breaker(breaker: &Status, at: Timestamp) -> Option<Finding> {
    let name = &breaker.name;
    let until = breaker.until.map(|until| ago(until, at));
    let (who, what) = match name.strip_prefix(AI) {
        Some(provider) => (provider.to_owned(), "posts are judged by the rules meanwhile"),
        None => ("Reddit".to_owned(), "jobs that need it are put off"),
    };
    let word = shell_word(name);
    let (message, command) = match breaker.state {
        Kind::Closed => return None,
        Kind::Open => {
            let next = until.unwrap_or_else(|| "soon".to_owned());
            let error = breaker.errors.first().map_or("", |seen| seen.error.as_str());
            let message = format!(
                "{who} is not asked, it failed too often; next trial {next}; {what}: {error}"
            );
            (message, format!("leadctl breaker history {word}"))
        }
        Kind::HalfOpen => {
            let message = format!("{who} is being tried again; {what}");
            (message, format!("leadctl breaker status {word}"))
        }
        Kind::ForcedOpen | Kind::Disabled | Kind::MetricsOnly => {
            let by = breaker.by.as_ref().map_or("somebody", |by| by.who.as_str());
            let why = breaker.by.as_ref().map_or("", |by| by.why.as_str());
            let why = if why.is_empty() { String::new() } else { format!(" ({why})") };
            let end = until.map_or_else(String::new, |until| format!(", it ends {until}"));
            let state = breaker.state;
            let message = format!("breaker {name} was set {state} by {by}{why}{end}");
            (message, format!("leadctl breaker reset {word}"))
        }
    };
    Some(finding(Severity::Warn, "breaker", Some(name), message, command))
}

fn degraded(overview: &Overview, found: &mut Vec<Finding>) {
    let Some(degraded) = &overview.degraded else { return };
    let message = format!(
        "degraded since {} ({}): {}; {} in the spool",
        degraded.since,
        ago(degraded.since, overview.at),
        degraded.reason,
        jobs(degraded.spooled)
    );
    let command = "see to Redis, `leadctl doctor` helps; jobs go on from the database meanwhile";
    found.push(finding(Severity::Warn, "degraded", None, message, command.to_owned()));
}

fn ai_budget(overview: &Overview, found: &mut Vec<Finding>) {
    let Some(ai) = overview.ai.as_ref().filter(|ai| !ai.held_back.is_empty()) else { return };
    let message = format!(
        "an AI budget of this month is spent, posts are judged by the rules: {}",
        ai.held_back.join(", ")
    );
    let command = "leadctl usage budget ls".to_owned();
    found.push(finding(Severity::Warn, "ai_budget", None, message, command));
}

fn credentials(overview: &Overview, found: &mut Vec<Finding>) {
    if overview.reddit != RedditMode::Missing || overview.campaigns.active == 0 {
        return;
    }
    let message = match overview.campaigns.active {
        1 => "1 campaign is active and the Reddit credentials are missing".to_owned(),
        n => format!("{n} campaigns are active and the Reddit credentials are missing"),
    };
    let command = "set LEADCTL_REDDIT_CLIENT_ID and LEADCTL_REDDIT_CLIENT_SECRET; `leadctl doctor` says how to get them";
    found.push(finding(Severity::Bad, "no_credentials", None, message, command.to_owned()));
}

/// With nothing in the queues, campaigns without any process would otherwise look well.
fn nothing_runs(overview: &Overview, found: &mut Vec<Finding>) {
    let works = overview.processes.iter().any(|p| p.kind == ProcessKind::Worker);
    if works || overview.campaigns.active == 0 || found.iter().any(|f| f.code == NO_WORKER) {
        return;
    }
    let message = match overview.campaigns.active {
        1 => "1 campaign is active and no worker runs".to_owned(),
        n => format!("{n} campaigns are active and no worker runs"),
    };
    found.push(finding(Severity::Bad, "nothing_runs", None, message, "run `leadctl up`".into()));
}

fn paused(queue: &QueueStatus, found: &mut Vec<Finding>) {
    let ready = queue.counts.ready();
    if !queue.counts.is_paused || ready == 0 {
        return;
    }
    let message = format!("{} is paused with {} waiting", queue.name, jobs(ready));
    let command = format!("leadctl queue resume {}", shell_word(&queue.name));
    found.push(finding(Severity::Warn, "paused", Some(&queue.name), message, command));
}

fn failures(queue: &QueueStatus, found: &mut Vec<Finding>) {
    if queue.failed_last_hour == 0 {
        return;
    }
    let least = if queue.failed_truncated { "at least " } else { "" };
    let failed = jobs(queue.failed_last_hour);
    let message = format!("{least}{failed} of {} failed in the last hour", queue.name);
    let command = format!("leadctl jobs ls --state failed --queue {}", shell_word(&queue.name));
    found.push(finding(Severity::Warn, "failures", Some(&queue.name), message, command));
}

fn slow(queue: &QueueStatus, found: &mut Vec<Finding>) {
    let waited = queue.oldest_waiting().filter(|waited| *waited > LONG_WAIT);
    let Some(waited) = waited.filter(|_| queue.workers > 0 && !queue.counts.is_paused) else {
        return;
    };
    let message = format!(
        "a job of {} has waited for {} while {} of {} slots are taken",
        queue.name,
        span(waited),
        queue.counts.active,
        queue.concurrency
    );
    let command = "start another `leadctl worker`, or give it a higher --concurrency";
    found.push(finding(Severity::Warn, "slow", Some(&queue.name), message, command.to_owned()));
}

fn finding(
    severity: Severity,
    code: &'static str,
    target: Option<&str>,
    message: String,
    command: String,
) -> Finding {
    Finding { severity, code, target: target.map(ToOwned::to_owned), message, command }
}

/// A count of jobs, in words.
pub(crate) fn jobs(n: u64) -> String {
    if n == 1 { "1 job".to_owned() } else { format!("{n} jobs") }
}

/// A word that a shell takes as it stands, whatever it holds: names come from strangers, and
/// commands are there to be copied.
pub(crate) fn shell_word(text: &str) -> String {
    let tame = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ':');
    if !text.is_empty() && !text.starts_with('-') && text.chars().all(tame) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::overview::AiTotals;
    use crate::cli::overview::{CampaignTotals, LeadTotals, Mode, NextRun};
    use crate::queue::{QueueCounts, Recurrence};

    fn quiet() -> Overview {
        let queue = QueueStatus {
            name: "lead-discovery".into(),
            counts: QueueCounts::default(),
            oldest_waiting_ms: None,
            workers: 1,
            concurrency: 4,
            failed_last_hour: 0,
            failed_truncated: false,
            last_failure: None,
        };
        let nowhere = String::new();
        Overview {
            cache: None,
            ai: None,
            at: Timestamp::from_secs(10_000),
            verdict: Verdict::default(),
            mode: Mode {
                name: "embedded".into(),
                data_dir: nowhere.clone(),
                store: nowhere.clone(),
                queue: nowhere,
            },
            degraded: None,
            reddit: RedditMode::Live,
            breakers: Vec::new(),
            processes: Vec::new(),
            queues: vec![queue],
            campaigns: CampaignTotals::default(),
            leads: LeadTotals::default(),
            schedules: Vec::new(),
        }
    }

    fn codes(overview: &Overview) -> Vec<&'static str> {
        Verdict::of(findings(overview)).findings.iter().map(|f| f.code).collect()
    }

    #[test]
    fn nothing_wrong_is_said_as_such() {
        let verdict = Verdict::of(findings(&quiet()));
        assert!(verdict.ok);
        assert_eq!(verdict.summary, "nothing is wrong");
    }

    #[test]
    fn waiting_jobs_without_a_worker_come_first() {
        let mut overview = quiet();
        overview.queues[0].workers = 0;
        overview.queues[0].counts.waiting = 12;
        overview.queues[0].failed_last_hour = 3;
        let verdict = Verdict::of(findings(&overview));
        assert_eq!(
            verdict.summary,
            "lead-discovery has 12 jobs waiting and no worker: run `leadctl worker` (1 more below)"
        );
        assert_eq!(verdict.findings[1].message, "3 jobs of lead-discovery failed in the last hour");
    }

    #[test]
    fn a_worker_is_missed_only_where_there_is_work() {
        let mut overview = quiet();
        overview.queues[0].workers = 0;
        assert!(codes(&overview).is_empty());
        overview.queues[0].counts.active = 1;
        assert_eq!(codes(&overview), ["no_worker"]);
        overview.queues[0].counts.active = 0;
        let next_at = Some(Timestamp::from_secs(9_000));
        let recurrence = Recurrence::Every { every_ms: 60_000 };
        let (queue, id) = ("lead-discovery".into(), "leads-c".into());
        overview.schedules.push(NextRun { queue, id, recurrence, next_at, last_at: None });
        assert_eq!(codes(&overview), ["no_worker"]);
    }

    #[test]
    fn campaigns_need_credentials_and_a_worker() {
        let mut overview = quiet();
        overview.campaigns.active = 2;
        assert_eq!(codes(&overview), ["nothing_runs"]);
        overview.reddit = RedditMode::Missing;
        assert_eq!(codes(&overview), ["no_credentials", "nothing_runs"]);
        overview.campaigns.active = 0;
        assert!(codes(&overview).is_empty());
    }

    #[test]
    fn a_paused_queue_matters_only_with_work() {
        let mut overview = quiet();
        overview.queues[0].counts.is_paused = true;
        assert!(codes(&overview).is_empty());
        overview.queues[0].counts.paused = 2;
        overview.queues[0].oldest_waiting_ms = Some(3_600_000);
        assert_eq!(codes(&overview), ["paused"]);
        overview.queues[0].counts.is_paused = false;
        assert_eq!(codes(&overview), ["slow"]);
    }

    #[tokio::test]
    async fn a_breaker_that_is_not_closed_is_told_with_what_to_do() {
        let clock = crate::clock::SystemClock::shared();
        let breaker = crate::guard::breaker::Breaker::with_defaults("reddit", &clock, None);
        let mut status = breaker.status().await;
        assert!(of_breaker(&status, status.since).is_none());
        status.state = Kind::Open;
        status.until = Some(status.since.plus(Duration::from_secs(20)));
        let found = of_breaker(&status, status.since).expect("a finding");
        assert!(found.message.contains("next trial in 20s"), "{}", found.message);
        assert_eq!(found.command, "leadctl breaker history reddit");
        status.state = Kind::ForcedOpen;
        let found = of_breaker(&status, status.since).expect("a finding");
        assert_eq!(found.command, "leadctl breaker reset reddit");
        let mut overview = quiet();
        overview.breakers.push(status);
        assert_eq!(codes(&overview), ["breaker"]);
    }

    #[test]
    fn a_spent_budget_is_told_with_whose_it_is() {
        let ai = AiTotals {
            today_usd: 1.0,
            month_usd: 2.0,
            budget_usd: None,
            held_back: vec!["ann".to_owned()],
        };
        let overview = Overview { ai: Some(ai.clone()), ..quiet() };
        let found = findings(&overview);
        assert_eq!(found[0].code, "ai_budget");
        assert!(found[0].message.ends_with("by the rules: ann"), "{}", found[0].message);
        let within = Overview { ai: Some(AiTotals { held_back: Vec::new(), ..ai }), ..quiet() };
        assert_eq!(findings(&within), []);
    }

    #[test]
    fn a_degraded_queue_is_told_with_its_spool() {
        let mut overview = quiet();
        let since = overview.at.minus(Duration::from_secs(180));
        let reason = "Redis is away: connection refused".to_owned();
        overview.degraded = Some(crate::queue::Degraded { since, reason, spooled: 12 });
        let verdict = Verdict::of(findings(&overview));
        assert_eq!(
            verdict.findings[0].message,
            "degraded since 1970-01-01T02:43:40.000Z (3m ago): Redis is away: connection refused; \
             12 jobs in the spool"
        );
    }

    #[test]
    fn commands_can_be_copied_whatever_the_names_hold() {
        assert_eq!(shell_word("lead-discovery"), "lead-discovery");
        assert_eq!(shell_word("a; rm -rf ~"), "'a; rm -rf ~'");
        assert_eq!(shell_word("it's"), r"'it'\''s'");
        assert_eq!(shell_word("-rf"), "'-rf'");
        assert_eq!(shell_word(""), "''");
    }
}
