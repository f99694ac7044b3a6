use std::time::Duration;

use super::facts::{Database, Facts};
use super::line::Line;
use crate::model::{ProcessInfo, Timestamp};
use crate::shared_state::heartbeat;

/// Before this there was no leadctl: 1 January 2025.
const EARLIEST: Timestamp = Timestamp::from_secs(1_735_689_600);
/// 1 January 2100.
const LATEST: Timestamp = Timestamp::from_secs(4_102_444_800);
/// Clocks of hosts may differ by this.
const SKEW: Duration = Duration::from_secs(5);

pub(super) async fn check(facts: &Facts) -> Vec<Line> {
    let now = facts.clock.now();
    let processes = match &facts.database {
        Database::Ready(services) => {
            heartbeat::processes(services.state.as_ref()).await.unwrap_or_default()
        }
        _ => Vec::new(),
    };
    of(now, &processes)
}

fn of(now: Timestamp, processes: &[ProcessInfo]) -> Vec<Line> {
    let hint = "set the clock; a time service such as chrony or systemd-timesyncd keeps it right";
    if now < EARLIEST || now > LATEST {
        return vec![Line::fail(format!("this machine believes it is {now}"), hint)];
    }
    let ahead = processes.iter().filter(|process| process.seen_at.since(now) > SKEW);
    let mut lines: Vec<Line> = ahead
        .map(|process| {
            let by = process.seen_at.since(now).as_secs();
            Line::warn(format!("the clock of {} is {by} s ahead of this one", process.host), hint)
        })
        .collect();
    lines.dedup();
    if lines.is_empty() {
        lines.push(Line::ok(format!("it is {now}")));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::line::Outcome;
    use super::*;
    use crate::clock::{Clock, ManualClock, SharedClock};
    use crate::model::ProcessKind;

    #[test]
    fn a_clock_at_its_beginning_and_one_ahead_are_seen() {
        let now = Timestamp::from_secs(1_800_000_000);
        assert_eq!(of(Timestamp::from_secs(0), &[])[0].outcome, Outcome::Fail);
        assert_eq!(of(now, &[])[0].outcome, Outcome::Ok);
        let clock = ManualClock::at(now);
        clock.advance(Duration::from_secs(60));
        assert_eq!(clock.now().since(now).as_secs(), 60);
        let shared: SharedClock = clock;
        let ahead = heartbeat::process_info(ProcessKind::Worker, &shared);
        let lines = of(now, &[ahead]);
        assert_eq!(lines[0].outcome, Outcome::Warn);
        assert!(lines[0].message.contains("60 s ahead"), "{lines:?}");
    }
}
