//! The queues: how many jobs are where, and what happens in them.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::sync::watch;
use tokio::time::{Instant, timeout};

use super::Line;
use super::sums::Sums;
use crate::cli::overview::{QueueStatus, known_queues, workers_of};
use crate::clock::millis;
use crate::dash::data::{EVENT_TEXT, Event, Message, Queue, Rates};
use crate::model::{ProcessInfo, Timestamp};
use crate::queue::{EventCursor, EventKind, QueueError, QueueEvent};
use crate::services::Services;
use crate::shared_state::heartbeat;

/// Commands that a look at one queue costs a server.
const COST: u32 = 17;
/// Commands that looks at queues may cost in a second.
const BUDGET: u32 = 60;
/// How often to search for new queues: on BullMQ that looks at every key of Redis, so that a search
/// that takes long is made less often.
const NAMES: (Duration, Duration) = (Duration::from_secs(5), Duration::from_secs(600));
/// The share of the time that goes into it, at most: one part of so many.
const SEARCHING: u32 = 100;
/// How long the first look waits for the names, so that a list does not grow under one's eyes.
const FIRST: Duration = Duration::from_millis(150);
/// Events read of a queue at a time; where there are more, the newest count.
const EVENTS: u32 = 500;
/// What rates are taken of.
const WINDOW: Duration = Duration::from_secs(10);

/// What is remembered of a queue.
struct Followed {
    cursor: Option<EventCursor>,
    sums: Sums<3>,
    truncated: bool,
}

/// The names of all queues, as far as they have been found: leadctl's own until then.
pub(super) fn names() -> (watch::Sender<Vec<String>>, watch::Receiver<Vec<String>>) {
    watch::channel(crate::jobs::QUEUES.iter().map(ToString::to_string).collect())
}

/// Searches for queues until nobody listens.
pub(super) async fn search(
    services: Arc<Services>,
    mut line: Line,
    to: watch::Sender<Vec<String>>,
) {
    loop {
        let began = Instant::now();
        match known_queues(&services).await {
            Ok(names) => to.send_replace(names),
            // Looking at those that are known tells of it.
            Err(_) => Vec::new(),
        };
        let (least, most) = NAMES;
        let every = line.every((began.elapsed() * SEARCHING).clamp(least, most));
        if !line.rest(began, every).await {
            return;
        }
    }
}

/// Tells of the queues until nobody listens.
pub(super) async fn run(
    services: Arc<Services>,
    mut line: Line,
    mut named: watch::Receiver<Vec<String>>,
) {
    let mut followed: BTreeMap<String, Followed> = BTreeMap::new();
    let first = if line.wanted.borrow().whole { super::PATIENCE } else { FIRST };
    let _ = timeout(first, named.changed()).await;
    loop {
        let began = Instant::now();
        let names = named.borrow_and_update().clone();
        followed.retain(|name, _| names.contains(name));
        let every = line.every(period(names.len()));
        let look = look(&services, &names, &mut followed);
        let mut events = Vec::new();
        let looked = async {
            let (queues, happened) = look.await?;
            events = happened;
            Ok::<_, anyhow::Error>(queues)
        };
        line.tell(every, looked, Message::Queues).await;
        if !events.is_empty() {
            let _ = line.to.send(Message::Events(events));
        }
        // New queues are looked at as soon as they are found.
        let found = async {
            if named.wait_for(|now| *now != names).await.is_err() {
                std::future::pending::<()>().await;
            }
        };
        tokio::select! {
            listening = line.rest(began, every) => if !listening {
                return;
            },
            () = found => {}
        }
    }
}

/// The shortest time between two looks at so many queues.
fn period(queues: usize) -> Duration {
    let commands = COST.saturating_mul(u32::try_from(queues).unwrap_or(u32::MAX));
    Duration::from_secs_f64(f64::from(commands) / f64::from(BUDGET)).min(Duration::from_secs(30))
}

async fn look(
    services: &Services,
    names: &[String],
    followed: &mut BTreeMap<String, Followed>,
) -> anyhow::Result<(Vec<Queue>, Vec<Event>)> {
    let processes = heartbeat::processes(services.state.as_ref()).await?;
    let at = services.clock.now();
    let mut queues = Vec::new();
    let mut happened = Vec::new();
    for name in names {
        let status = status(services, name, &processes, at).await?;
        let followed = followed.entry(name.clone()).or_insert_with(|| Followed {
            cursor: None,
            sums: Sums::of(WINDOW),
            truncated: false,
        });
        follow(services, name, followed, &mut happened).await?;
        let rates = followed.sums.rates();
        queues.push(Queue {
            status,
            per_second: Rates {
                added: rates.map(|[added, ..]| added),
                done: rates.map(|[_, done, _]| done),
                failed: rates.map(|[.., failed]| failed),
                at_least: followed.truncated,
            },
        });
    }
    // Stable, so that those of one queue stay in their order.
    happened.sort_by_key(|event| event.at);
    Ok((queues, happened))
}

/// As `overview` tells it, without the failures of the last hour: reading those costs a command for
/// each, and the dead letters are read anyway.
async fn status(
    services: &Services,
    name: &str,
    processes: &[ProcessInfo],
    at: Timestamp,
) -> Result<QueueStatus, QueueError> {
    let counts = services.queue.counts(name).await?;
    Ok(QueueStatus {
        name: name.to_owned(),
        oldest_waiting_ms: counts.oldest_waiting_at.map(|since| millis(at.since(since))),
        workers: workers_of(processes, name).count() as u64,
        concurrency: workers_of(processes, name).map(|p| u64::from(p.slots_of(name))).sum(),
        failed_last_hour: 0,
        failed_truncated: false,
        last_failure: None,
        counts,
    })
}

async fn follow(
    services: &Services,
    name: &str,
    followed: &mut Followed,
    happened: &mut Vec<Event>,
) -> Result<(), QueueError> {
    let queue = services.queue.as_ref();
    let Some(cursor) = followed.cursor.clone() else {
        followed.cursor = Some(queue.event_cursor(name).await?);
        return Ok(());
    };
    let events = queue.events(name, cursor, EVENTS).await?;
    followed.truncated = events.len() >= EVENTS as usize;
    if let Some(last) = events.last() {
        followed.cursor = Some(last.cursor.clone());
    }
    if followed.truncated {
        // Too much to count: go on with what happens next.
        followed.cursor = Some(queue.event_cursor(name).await?);
    }
    let count = |kind| {
        let count = events.iter().filter(|event| event.kind == kind).count();
        f64::from(u32::try_from(count).unwrap_or(u32::MAX))
    };
    let counts = [EventKind::Added, EventKind::Completed, EventKind::Failed].map(count);
    followed.sums.add(Instant::now(), counts);
    happened.extend(events.into_iter().map(|event| told(name, event)));
    Ok(())
}

fn told(queue: &str, event: QueueEvent) -> Event {
    let text = match &event.data {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    Event {
        at: event.at,
        queue: queue.to_owned(),
        kind: event.kind,
        job_id: event.job_id,
        text: text.chars().take(EVENT_TEXT).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_queues_are_looked_at_less_often() {
        assert!(period(2) < Duration::from_secs(1));
        let twenty = period(20);
        assert!(20.0 * f64::from(COST) / twenty.as_secs_f64() <= f64::from(BUDGET) + 0.1);
        assert_eq!(period(1_000_000), Duration::from_secs(30));
    }
}
