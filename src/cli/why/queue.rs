use std::time::Duration;

use super::facts::QueueFacts;
use super::verdict::{Conclusion, Evidence, Why, evidence};
use crate::cli::overview::{jobs, of_breaker, shell_word, worker_command};
use crate::cli::time::{ago, span};

/// A job that waits longer although workers have free slots is not being taken.
const SLOW: Duration = Duration::from_secs(60);
/// Work that has all slots for longer keeps the others from getting on.
const BUSY: Duration = Duration::from_secs(5 * 60);
/// A delayed job later than this is not being let go.
const LATE: Duration = Duration::from_secs(10);
/// Active jobs named.
const NAMED: usize = 5;

/// Why a queue does not get on.
pub(super) fn why(facts: &QueueFacts) -> Why {
    let conclusion = blocked(facts).unwrap_or_else(|| getting_on(facts));
    conclusion.on(facts.status.name.clone(), evidence_of(facts))
}

/// What keeps jobs that are ready from being begun; none where there are none, or they are begun.
pub(super) fn blocked(facts: &QueueFacts) -> Option<Conclusion> {
    let (status, counts) = (&facts.status, &facts.status.counts);
    let (name, ready) = (&status.name, counts.ready());
    if ready == 0 {
        return None;
    }
    if counts.is_paused {
        let command = format!("leadctl queue resume {}", shell_word(name));
        return Some(Conclusion::stuck(
            format!("{name} is paused; {} waiting", jobs(ready)),
            command,
        ));
    }
    if status.workers == 0 {
        let verdict = match facts.draining {
            0 => format!("{name} has {} waiting and no worker is alive", jobs(ready)),
            n => format!("{name} has {} waiting and its {n} workers are stopping", jobs(ready)),
        };
        return Some(Conclusion::stuck(verdict, worker_command(name)));
    }
    let waited = status.oldest_waiting().unwrap_or_default();
    if counts.active >= status.concurrency {
        let verdict = format!(
            "all {} slots of {name} are taken, by {}; {} waiting",
            status.concurrency,
            named(facts),
            jobs(ready)
        );
        let command = "start another `leadctl worker`, or give it a higher --concurrency";
        return Some(Conclusion { stuck: waited > BUSY, ..Conclusion::stuck(verdict, command) });
    }
    if waited > SLOW {
        let verdict = format!(
            "{name} has free slots, and yet a job has waited for {}: its workers take none",
            span(waited)
        );
        return Some(Conclusion::stuck(verdict, "read the workers' log; restart them"));
    }
    None
}

/// What goes on where nothing is blocked.
fn getting_on(facts: &QueueFacts) -> Conclusion {
    let (status, counts) = (&facts.status, &facts.status.counts);
    let name = &status.name;
    let orphans = facts.active.iter().filter(|job| facts.is_orphan(job)).count() as u64;
    if orphans > 0 {
        let gone = format!("{} of {name} begun by a worker that is gone", jobs(orphans));
        return if status.workers == 0 {
            Conclusion::stuck(format!("{gone}, and there is no other"), worker_command(name))
        } else {
            let lock = span(facts.lock);
            Conclusion::fine(format!("{gone}; taken up by another within about {lock}"))
        };
    }
    if let Some(late) = overdue(facts) {
        return late;
    }
    if let Some(put_off) = facts.breakers.iter().find_map(|b| of_breaker(b, facts.at))
        && counts.delayed > 0
    {
        return Conclusion::stuck(put_off.message, put_off.command);
    }
    if counts.active + counts.ready() > 0 {
        return Conclusion::fine(format!(
            "{name} is being worked on: {} at hand, {} waiting",
            jobs(counts.active),
            jobs(counts.ready())
        ));
    }
    if status.failed_last_hour > 0 {
        let command = format!("leadctl jobs ls --state failed --queue {}", shell_word(name));
        let reason = status.last_failure.as_deref().unwrap_or("no reason was kept");
        let failed = jobs(status.failed_last_hour);
        let verdict =
            format!("nothing waits in {name}; {failed} failed in the last hour: {reason}");
        return Conclusion::stuck(verdict, command);
    }
    let next = next_due(facts).map_or_else(String::new, |next| format!("; the next is due {next}"));
    let paused = if counts.is_paused { " (and it is paused)" } else { "" };
    Conclusion::fine(format!("{name} has nothing to do{paused}{next}"))
}

/// A delayed job that should have been let go.
fn overdue(facts: &QueueFacts) -> Option<Conclusion> {
    let due = facts.next_delayed.as_ref()?.run_at?;
    if facts.at.since(due) <= LATE || facts.status.counts.is_paused {
        return None;
    }
    let name = &facts.status.name;
    let late = span(facts.at.since(due));
    Some(if facts.status.workers == 0 {
        let verdict = format!("a delayed job of {name} was due {late} ago and no worker is alive");
        Conclusion::stuck(verdict, worker_command(name))
    } else {
        let verdict = format!("a delayed job of {name} was due {late} ago and was not let go");
        Conclusion::stuck(verdict, "read the workers' log; restart them")
    })
}

fn next_due(facts: &QueueFacts) -> Option<String> {
    let delayed = facts.next_delayed.as_ref().and_then(|job| job.run_at);
    let scheduled = facts.schedules.iter().find_map(|run| run.next_at);
    let next = [delayed, scheduled].into_iter().flatten().min()?;
    Some(ago(next, facts.at))
}

/// The jobs that take the slots, longest first.
fn named(facts: &QueueFacts) -> String {
    let mut active: Vec<_> = facts.active.iter().collect();
    active.sort_by_key(|job| job.processed_at);
    let mut names: Vec<String> = active
        .iter()
        .take(NAMED)
        .map(|job| format!("{} (for {})", job.id, span(facts.at_it(job))))
        .collect();
    if active.len() > NAMED {
        names.push(format!("{} more", active.len() - NAMED));
    }
    names.join(", ")
}

/// What is known of a queue, for people and programs.
pub(super) fn evidence_of(facts: &QueueFacts) -> Vec<Evidence> {
    let (status, counts) = (&facts.status, &facts.status.counts);
    let mut known = vec![
        evidence("paused", if counts.is_paused { "yes" } else { "no" }),
        evidence(
            "workers",
            format!(
                "{} alive with {} slots, {} stopping",
                status.workers, status.concurrency, facts.draining
            ),
        ),
    ];
    for breaker in &facts.breakers {
        let until =
            breaker.until.map_or_else(String::new, |at| format!(", until {}", ago(at, facts.at)));
        known.push(evidence("breaker", format!("{} {}{until}", breaker.name, breaker.state)));
    }
    for worker in &facts.workers {
        let seen = ago(worker.seen_at, facts.at);
        known.push(evidence("worker", format!("{}, seen {seen}", worker.id)));
    }
    let oldest = status
        .oldest_waiting()
        .map_or_else(String::new, |w| format!(", the oldest for {}", span(w)));
    known.push(evidence("waiting", format!("{}{oldest}", counts.ready())));
    known.push(evidence("active", counts.active.to_string()));
    for job in facts.active.iter().take(NAMED) {
        let holder = match &job.worker {
            None => "a worker that is not told".to_owned(),
            Some(worker) if facts.is_orphan(job) => format!("{worker}, which is gone"),
            Some(worker) => worker.clone(),
        };
        let text = format!("{} ({}) for {} by {holder}", job.id, job.name, span(facts.at_it(job)));
        known.push(evidence("active job", text));
    }
    let next = facts.next_delayed.as_ref().and_then(|job| job.run_at);
    let next = next.map_or_else(String::new, |at| format!(", the next {}", ago(at, facts.at)));
    known.push(evidence("delayed", format!("{}{next}", counts.delayed)));
    for run in &facts.schedules {
        let next = run.next_at.map_or_else(|| "never".to_owned(), |at| ago(at, facts.at));
        known.push(evidence("schedule", format!("{}: {}, next {next}", run.id, run.recurrence)));
    }
    known.push(evidence(
        "failed",
        format!("{}, {} in the last hour", counts.failed, status.failed_last_hour),
    ));
    if let Some(reason) = &status.last_failure {
        known.push(evidence("last failure", reason));
    }
    known
}
