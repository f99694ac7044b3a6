//! The way of a job as a timeline.

use std::fmt::Write;
use std::time::Duration;

use super::way::{Attempt, Done, Sums, Way};
use crate::cli::dollars;
use crate::cli::output::plain;
use crate::cli::time;
use crate::model::Timestamp;

/// The whole of it.
pub(super) fn text(way: &Way, now: Timestamp) -> String {
    let state = way.state.map_or("not in the queue any more", |state| state.as_str());
    let target = format!("{}/{}", way.queue, way.job_id);
    let mut text = format!("{}  {state}\n", plain(&target));
    let _ = writeln!(text, "{}\n", plain(way.what.as_deref().unwrap_or(&way.name)));
    let _ = writeln!(text, "enqueued   {}", plain(&enqueued(way, now)));
    let so_far = if way.attempts.is_empty() { " so far" } else { "" };
    let _ = writeln!(text, "waited     {}{so_far}", span(way.waited_ms));
    for failure in &way.other_failures {
        let first = failure.lines().next().unwrap_or_default();
        let _ = writeln!(text, "failed     {}", plain(first));
    }
    for attempt in &way.attempts {
        push(&mut text, attempt);
    }
    if !way.attempts.is_empty() {
        let _ = writeln!(text, "in all     {}", sums(way.attempts.len(), &way.totals));
    }
    text
}

fn enqueued(way: &Way, now: Timestamp) -> String {
    let from = &way.enqueued;
    let mut text = format!("{}  {}", from.at, time::ago(from.at, now));
    for (name, value) in [
        ("by", &from.by),
        ("by schedule", &from.schedule_id),
        ("request", &from.request_id),
        ("trace", &from.trace_id),
    ] {
        if let Some(value) = value {
            let _ = write!(text, ", {name} {value}");
        }
    }
    text
}

fn push(text: &mut String, attempt: &Attempt) {
    if let Some(waited) = attempt.waited_ms {
        let _ = writeln!(text, "waited     {}", span(waited));
    }
    let mut line = format!("attempt {}  {}", attempt.number, attempt.outcome);
    if let Some(took) = attempt.took_ms {
        let word = if attempt.outcome == "running" { "for" } else { "after" };
        let _ = write!(line, " {word} {}", span(took));
    }
    if let Some(worker) = &attempt.worker {
        let _ = write!(line, ", by {worker}");
    }
    let _ = write!(line, ", at {}", attempt.started_at);
    if !attempt.noted {
        line.push_str("; its worker has not noted what it did");
    }
    let _ = writeln!(text, "{}", plain(&line));
    for step in &attempt.steps {
        let _ = writeln!(text, "  {}", plain(&step_text(step)));
    }
    if attempt.steps_left_out > 0 {
        let _ = writeln!(text, "  and {} more", attempt.steps_left_out);
    }
    if let Some(reason) = &attempt.reason {
        let _ = writeln!(text, "  {}: {}", attempt.outcome, plain(reason));
    }
    if attempt.totals.leads > 0 {
        let ids = plain(&attempt.leads.join(" ")).into_owned();
        let _ = writeln!(text, "  new leads: {} ({ids})", attempt.totals.leads);
    }
}

fn step_text(step: &Done) -> String {
    match step {
        Done::Call {
            target,
            what,
            at_ms,
            took_ms,
            outcome,
            breaker,
            tries,
            status,
            error,
            input_tokens,
            output_tokens,
            cost_usd,
        } => {
            let mut text = format!("{:>8}  {target}", format!("+{}", span(*at_ms)));
            if let Some(what) = what {
                let _ = write!(text, "  {what}");
            }
            let _ = write!(text, "  {outcome}");
            if let Some(status) = status {
                let _ = write!(text, " {status}");
            }
            let _ = write!(text, " in {}", span(*took_ms));
            if *tries > 1 {
                let _ = write!(text, ", {tries} tries");
            }
            if let Some(breaker) = breaker {
                let _ = write!(text, ", breaker {breaker}");
            }
            if input_tokens + output_tokens > 0 {
                let _ = write!(
                    text,
                    ", {input_tokens} + {output_tokens} tokens, {}",
                    dollars(*cost_usd)
                );
            }
            if let Some(error) = error {
                let _ = write!(text, ": {error}");
            }
            text
        }
        Done::Cache { of, at_ms, memory, shared, stale, misses, saved_usd } => {
            let mut text = format!("{:>8}  cache {of}", format!("+{}", span(*at_ms)));
            let _ = write!(text, "  {} hits", memory + shared + stale);
            let from = [(memory, "from memory"), (shared, "shared"), (stale, "stale")];
            let from = from.iter().filter(|(n, _)| **n > 0).map(|(n, word)| format!("{n} {word}"));
            let from = from.collect::<Vec<_>>().join(", ");
            if !from.is_empty() {
                let _ = write!(text, " ({from})");
            }
            let _ = write!(text, ", {misses} misses");
            if *saved_usd > 0.0 {
                let _ = write!(text, ", {} saved", dollars(*saved_usd));
            }
            text
        }
    }
}

fn sums(attempts: usize, sums: &Sums) -> String {
    let mut parts = vec![
        format!("attempts {attempts}"),
        format!("ran {}", span(sums.ran_ms)),
        format!("calls {} ({} retries, {} failed)", sums.calls, sums.retries, sums.failed_calls),
        format!("cache {} of {}", sums.cache_hits, sums.cache_hits + sums.cache_misses),
    ];
    let tokens = sums.input_tokens + sums.output_tokens;
    if tokens > 0 {
        parts.push(format!("tokens {tokens}, {}", dollars(sums.cost_usd)));
    }
    if sums.saved_usd > 0.0 {
        parts.push(format!("saved {}", dollars(sums.saved_usd)));
    }
    parts.push(format!("new leads {}", sums.leads));
    parts.join(", ")
}

fn span(millis: u64) -> String {
    time::span(Duration::from_millis(millis))
}
