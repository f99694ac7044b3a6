use std::fmt::Write;

use clap::Args;
use serde::Serialize;

use super::find::find;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::output::plain;
use crate::cli::time::ago;
use crate::cli::values::QueueName;
use crate::model::Timestamp;
use crate::queue::{QueueError, Recurrence, Schedule};
use crate::services::Services;

/// Next times shown.
pub(super) const TIMES: usize = 5;

/// Which schedule.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl schedule show subreddits-daily
  leadctl schedule show lead-discovery/leads-acme -o json | jq -r '.next_times[]'")]
pub struct ShowArgs {
    /// The schedule, as ID or QUEUE/ID
    #[arg(value_name = "ID")]
    id: String,
    /// Its queue, where several have one of that id
    #[arg(long, value_name = "QUEUE", value_parser = QueueName, hide_possible_values = true)]
    queue: Option<String>,
}

#[derive(Debug, Serialize)]
struct ScheduleDetail {
    #[serde(flatten)]
    schedule: Schedule,
    next_times: Vec<Timestamp>,
}

impl ShowArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let services = Services::open(ctx.settings().clone()).await?;
        let found = find(&services, self.queue.as_deref(), &self.id).await;
        let now = services.clock.now();
        services.close().await;
        let schedule = found?;
        let next_times = from_next(&schedule)?;
        let detail = ScheduleDetail { schedule, next_times };
        ctx.out.show(&detail, || human(&detail, now))?;
        Ok(Exit::Done)
    }
}

/// The next times of a schedule, the one that a job waits for already first.
fn from_next(schedule: &Schedule) -> Result<Vec<Timestamp>, QueueError> {
    let Some(next) = schedule.next_at else { return Ok(Vec::new()) };
    let mut times = vec![next];
    times.extend(times_after(&schedule.recurrence, next, TIMES - 1)?);
    Ok(times)
}

/// The next `count` times after `after`.
pub(super) fn times_after(
    recurrence: &Recurrence,
    after: Timestamp,
    count: usize,
) -> Result<Vec<Timestamp>, QueueError> {
    let mut times = Vec::new();
    let mut after = after;
    while times.len() < count
        && let Some(next) = recurrence.next_after(after)?
    {
        times.push(next);
        after = next;
    }
    Ok(times)
}

/// Times for people: in UTC, in the schedule's own zone, and from now.
pub(super) fn times_text(recurrence: &Recurrence, times: &[Timestamp], now: Timestamp) -> String {
    let zone = match recurrence {
        Recurrence::Cron { tz: Some(tz), .. } => tz.parse::<chrono_tz::Tz>().ok(),
        _ => None,
    };
    times.iter().fold(String::new(), |mut text, at| {
        let utc = at.to_datetime();
        let local = zone.map_or_else(String::new, |zone| {
            utc.with_timezone(&zone).format("  %a %F %T %Z").to_string()
        });
        let _ = writeln!(text, "  {}{local}  {}", utc.format("%a %F %T UTC"), ago(*at, now));
        text
    })
}

fn human(detail: &ScheduleDetail, now: Timestamp) -> String {
    let schedule = &detail.schedule;
    let mut text = String::new();
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(text, "{name:<10}{}", plain(value));
    };
    line("id", &schedule.id);
    line("queue", &schedule.queue);
    line("recurs", &schedule.recurrence.to_string());
    line("job", &schedule.name);
    line("data", &schedule.data.to_string());
    line("options", &serde_json::to_string(&schedule.options).unwrap_or_default());
    line("last", &schedule.last_at.map_or_else(|| "-".to_owned(), |at| ago(at, now)));
    line("runs", &schedule.iterations.to_string());
    text.push_str("next\n");
    text.push_str(&times_text(&schedule.recurrence, &detail.next_times, now));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_follow_one_another_and_are_told_in_their_zone() {
        let recurrence =
            Recurrence::Cron { pattern: "0 2 * * *".into(), tz: Some("Europe/Berlin".into()) };
        let now = Timestamp::from_secs(1_768_000_000);
        let times = times_after(&recurrence, now, 5).expect("times");
        assert_eq!(times.len(), 5);
        assert!(times.windows(2).all(|pair| pair[0] < pair[1]));
        let text = times_text(&recurrence, &times, now);
        assert!(
            text.contains("Sat 2026-01-10 01:00:00 UTC  Sat 2026-01-10 02:00:00 CET"),
            "{text}"
        );
    }
}
