//! An API that is all one has: what its `/metrics` say of the queues and of itself.

use std::collections::BTreeMap;
use std::time::Duration;

use tokio::time::Instant;

use super::Line;
use super::metrics::{Adder, Metrics, client, number, scrape};
use crate::cli::overview::{CampaignTotals, LeadTotals, Mode, QueueStatus, RedditMode};
use crate::dash::data::{Message, Queue, Rates, Spend, System};
use crate::model::LeadStatus;
use crate::queue::{JobState, QueueCounts};
use crate::telemetry::metrics as names;

/// Queues told of at most.
const QUEUES: usize = 200;
/// Each look costs the API a look at its queues.
const EVERY: Duration = Duration::from_secs(2);

/// Tells of it until nobody listens.
pub(super) async fn run(url: String, mut line: Line) {
    let mut adder = Adder::new();
    let client = client();
    loop {
        let began = Instant::now();
        let every = line.every(EVERY);
        let answer = match &client {
            Ok(client) => scrape(client, &url, true).await,
            Err(error) => Err(error.clone()),
        };
        let silent = match &answer {
            Ok(metrics) => {
                adder.add(&url, metrics);
                Vec::new()
            }
            Err(why) => vec![(url.clone(), why.clone())],
        };
        let of = |make: &dyn Fn(&Metrics) -> Vec<Queue>| answer.as_ref().map(make);
        let queues = of(&queues).map_err(Clone::clone);
        line.tell(every, async { queues }, Message::Queues).await;
        let system = answer.as_ref().map(|metrics| system(metrics, &url)).map_err(Clone::clone);
        line.tell(every, async { system }, Message::System).await;
        let traffic = match &answer {
            Ok(_) => Ok(adder.traffic(1, silent)),
            Err(why) => Err(why.clone()),
        };
        line.tell(every, async { traffic }, Message::Traffic).await;
        if !line.rest(began, every).await {
            return;
        }
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn count(value: f64) -> u64 {
    value.max(0.0) as u64
}

fn queues(metrics: &Metrics) -> Vec<Queue> {
    let mut found: BTreeMap<String, QueueStatus> = BTreeMap::new();
    for sample in metrics.of(names::QUEUE_JOBS) {
        let (Some(queue), Some(state)) = (sample.labels.get("queue"), sample.labels.get("state"))
        else {
            continue;
        };
        if found.len() >= QUEUES && !found.contains_key(queue) {
            continue;
        }
        let status = found.entry(queue.to_owned()).or_insert_with(|| empty(queue));
        let n = count(number(&sample.value).unwrap_or(0.0));
        if let Ok(state) = state.parse() {
            put(&mut status.counts, state, n);
        }
    }
    let workers = metrics
        .of(names::PROCESSES)
        .find(|sample| sample.labels.get("kind") == Some("worker"))
        .and_then(|sample| number(&sample.value))
        .map_or(0, count);
    for status in found.values_mut() {
        let of = |name| {
            metrics
                .of(name)
                .find(|sample| sample.labels.get("queue") == Some(status.name.as_str()))
                .and_then(|sample| number(&sample.value))
        };
        let oldest = of(names::QUEUE_OLDEST).filter(|seconds| *seconds > 0.0);
        status.oldest_waiting_ms = oldest.map(|seconds| count(seconds * 1_000.0));
        status.counts.is_paused = of(names::QUEUE_PAUSED).is_some_and(|paused| paused > 0.0);
        // Which queues a worker works on is not told: leadctl's own work on leadctl's.
        if crate::jobs::QUEUES.contains(&status.name.as_str()) {
            status.workers = workers;
        }
    }
    found.into_values().map(|status| Queue { status, per_second: Rates::default() }).collect()
}

fn empty(queue: &str) -> QueueStatus {
    QueueStatus {
        name: queue.to_owned(),
        counts: QueueCounts::default(),
        oldest_waiting_ms: None,
        workers: 0,
        concurrency: 0,
        failed_last_hour: 0,
        failed_truncated: false,
        last_failure: None,
    }
}

fn put(counts: &mut QueueCounts, state: JobState, n: u64) {
    match state {
        JobState::Waiting => counts.waiting = n,
        JobState::Prioritized => counts.prioritized = n,
        JobState::Delayed => counts.delayed = n,
        JobState::Active => counts.active = n,
        JobState::Completed => counts.completed = n,
        JobState::Failed => counts.failed = n,
        JobState::WaitingChildren => counts.waiting_children = n,
        JobState::Paused => counts.paused = n,
    }
}

fn system(metrics: &Metrics, url: &str) -> System {
    let mut leads = LeadTotals::default();
    for sample in metrics.of(names::LEADS) {
        let n = count(number(&sample.value).unwrap_or(0.0));
        leads.total += n;
        if sample.labels.get("status") == Some(LeadStatus::New.as_str()) {
            leads.new += n;
        }
    }
    System {
        mode: Mode {
            name: "remote".into(),
            data_dir: String::new(),
            store: url.to_owned(),
            queue: url.to_owned(),
        },
        // Only what would be told as missing is looked at.
        reddit: RedditMode::Live,
        degraded: None,
        campaigns: CampaignTotals::default(),
        objectives: Vec::new(),
        spend: spend(metrics),
        leads,
    }
}

/// What AI providers cost.
fn spend(metrics: &Metrics) -> Option<Spend> {
    let of = |period| {
        let mut samples = metrics.of(names::AI_SPEND);
        let sample = samples.find(|sample| sample.labels.get("period") == Some(period))?;
        number(&sample.value)
    };
    let budget = metrics.first(names::AI_BUDGET).unwrap_or(0.0);
    Some(Spend::of(of("today")?, of("month")?, budget))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queues_are_read_from_an_apis_metrics() {
        let text = "\
# TYPE leadctl_queue_jobs gauge
leadctl_queue_jobs{queue=\"lead-discovery\",state=\"waiting\"} 7
leadctl_queue_jobs{queue=\"lead-discovery\",state=\"failed\"} 2
leadctl_queue_jobs{queue=\"mail\",state=\"active\"} 1
leadctl_queue_jobs{queue=\"mail\",state=\"odd\"} 9
# TYPE leadctl_queue_oldest_waiting_seconds gauge
leadctl_queue_oldest_waiting_seconds{queue=\"lead-discovery\"} 1.5
# TYPE leadctl_processes gauge
leadctl_processes{kind=\"worker\"} 3
# TYPE leadctl_ai_spend_usd gauge
leadctl_ai_spend_usd{period=\"today\"} 0.25
leadctl_ai_spend_usd{period=\"month\"} 3.5
# TYPE leadctl_ai_budget_usd gauge
leadctl_ai_budget_usd 50
";
        let metrics = Metrics::parse(text).expect("metrics");
        assert_eq!(spend(&metrics), Some(Spend::of(0.25, 3.5, 50.0)));
        let found = queues(&metrics);
        let (first, second) = (&found[0].status, &found[1].status);
        assert_eq!((first.counts.waiting, first.counts.failed, first.workers), (7, 2, 3));
        assert_eq!(first.oldest_waiting_ms, Some(1_500));
        assert_eq!((second.name.as_str(), second.counts.active, second.workers), ("mail", 1, 0));
    }
}
