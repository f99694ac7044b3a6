use std::time::Duration;

use super::facts::JobFacts;
use super::queue::{blocked, evidence_of};
use super::verdict::{Conclusion, Evidence, Why, evidence};
use crate::cli::overview::{shell_word, worker_command};
use crate::cli::time::{ago, span};
use crate::queue::JobState;

/// A delayed job later than this is not being let go.
const LATE: Duration = Duration::from_secs(10);
/// Work that takes longer is worth a look at its log.
const LONG: Duration = Duration::from_secs(10 * 60);

/// Why a job does not get on.
pub(super) fn why(facts: &JobFacts) -> Why {
    let conclusion = match facts.job.state {
        JobState::Waiting | JobState::Prioritized | JobState::Paused => waiting(facts),
        JobState::Delayed => delayed(facts),
        JobState::Active => active(facts),
        JobState::Completed => completed(facts),
        JobState::Failed => failed(facts),
        JobState::WaitingChildren => {
            Conclusion::fine(format!("{} waits for the jobs below it in its flow", place(facts)))
        }
    };
    let mut known = own_evidence(facts);
    known.extend(evidence_of(&facts.queue));
    conclusion.on(place(facts), known)
}

fn place(facts: &JobFacts) -> String {
    format!("{}/{}", facts.job.queue, facts.job.id)
}

fn command(facts: &JobFacts, verb: &str) -> String {
    format!("leadctl jobs {verb} {}", shell_word(&place(facts)))
}

fn waiting(facts: &JobFacts) -> Conclusion {
    let line = match facts.before {
        Some(0) => "it is next".to_owned(),
        Some(1) => "1 job runs before it".to_owned(),
        Some(n) => format!("{n} jobs run before it"),
        None => "many run before it".to_owned(),
    };
    match blocked(&facts.queue) {
        Some(blocked) => Conclusion { verdict: format!("{}; {line}", blocked.verdict), ..blocked },
        None => Conclusion::fine(format!("{} is about to be begun: {line}", place(facts))),
    }
}

fn delayed(facts: &JobFacts) -> Conclusion {
    let (job, queue) = (&facts.job, &facts.queue);
    let due = job.run_at.unwrap_or(job.created_at);
    let for_what = if job.attempts_made > 0 {
        let reason = job.failed_reason.as_deref().unwrap_or("no reason was kept");
        format!(
            "for attempt {} of {}, after: {reason}",
            job.attempts_made + 1,
            job.options.attempts.max(1)
        )
    } else if let Some(reason) = job.failed_reason.as_deref().filter(|reason| !reason.is_empty()) {
        format!("put off without losing an attempt: {reason}")
    } else if let Some(schedule) = &job.schedule_id {
        format!("as the next one of schedule {schedule}")
    } else {
        "as it was asked to".to_owned()
    };
    let late = queue.at.since(due);
    if late > LATE && queue.status.workers == 0 {
        let late = span(late);
        let verdict = format!("{} was due {late} ago and no worker is alive", place(facts));
        return Conclusion::stuck(verdict, worker_command(&job.queue));
    }
    if late > LATE && queue.status.counts.is_paused {
        let verdict = format!("{} is due and {} is paused", place(facts), job.queue);
        let command = format!("leadctl queue resume {}", shell_word(&job.queue));
        return Conclusion::stuck(verdict, command);
    }
    let when = ago(due, queue.at);
    Conclusion::fine(format!("{} is due {when}, {for_what}", place(facts)))
        .or_run(command(facts, "promote"))
}

fn active(facts: &JobFacts) -> Conclusion {
    let (job, queue) = (&facts.job, &facts.queue);
    let at_it = span(queue.at_it(job));
    let worker = job.worker.as_deref().unwrap_or("a worker that is not told");
    if !queue.is_orphan(job) {
        let working = format!("{worker} has been working on {} for {at_it}", place(facts));
        let conclusion = Conclusion::fine(working);
        return if queue.at_it(job) > LONG {
            conclusion.or_run(command(facts, "logs -f"))
        } else {
            conclusion
        };
    }
    let gone = format!("{} was begun {at_it} ago by {worker}, which is gone", place(facts));
    if queue.status.workers == 0 {
        Conclusion::stuck(format!("{gone}, and there is no other"), worker_command(&job.queue))
    } else {
        let lock = span(queue.lock);
        Conclusion::fine(format!("{gone}; another takes it up within about {lock}"))
    }
}

fn completed(facts: &JobFacts) -> Conclusion {
    let when = facts.job.finished_at.map_or_else(String::new, |at| ago(at, facts.queue.at));
    Conclusion::fine(format!("{} completed {when}", place(facts)))
}

fn failed(facts: &JobFacts) -> Conclusion {
    let job = &facts.job;
    let when = job.finished_at.map_or_else(String::new, |at| ago(at, facts.queue.at));
    let reason = job.failed_reason.as_deref().unwrap_or("no reason was kept");
    let attempts = match job.attempts_made {
        1 => "1 attempt".to_owned(),
        n => format!("{n} attempts"),
    };
    let verdict = format!("{} failed for good {when}, after {attempts}: {reason}", place(facts));
    Conclusion::stuck(verdict, command(facts, "retry"))
}

fn own_evidence(facts: &JobFacts) -> Vec<Evidence> {
    let (job, at) = (&facts.job, facts.queue.at);
    let mut known = vec![
        evidence("job", format!("{} ({})", place(facts), job.name)),
        evidence("state", job.state.as_str()),
        evidence("added", ago(job.created_at, at)),
        evidence(
            "attempts",
            format!(
                "{} ended, {} begun, {} allowed",
                job.attempts_made,
                job.attempts_started,
                job.options.attempts.max(1)
            ),
        ),
    ];
    if job.stalled_count > 0 {
        let times = format!("{} times its worker was found to be gone", job.stalled_count);
        known.push(evidence("stalled", times));
    }
    if let Some(reason) = &job.failed_reason {
        known.push(evidence("last error", reason));
    }
    if let Some(last) =
        job.stacktrace.last().filter(|last| Some(*last) != job.failed_reason.as_ref())
    {
        known.push(evidence("causes", last));
    }
    if !job.progress.is_null() {
        known.push(evidence("progress", job.progress.to_string()));
    }
    if let Some(line) = &facts.last_log {
        let when = line.at.map_or_else(String::new, |when| format!("{}: ", ago(when, at)));
        known.push(evidence("last log", format!("{when}{}", line.text)));
    }
    known
}
