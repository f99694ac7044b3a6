//! The dead letters of all queues, by what they failed of.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, timeout};

use super::Line;
use crate::cli::dlq::{group_id, signature};
use crate::cli::scan::scan;
use crate::dash::data::{Group, JobRef, Letters, Message};
use crate::dash::place::View;
use crate::model::Timestamp;
use crate::queue::{Job, JobState};
use crate::services::Services;

/// Jobs looked at, while nobody looks at them and while somebody does; and how often.
const ASIDE: (u64, Duration) = (300, Duration::from_secs(30));
const LOOKED_AT: (u64, Duration) = (2_000, Duration::from_secs(10));
/// What counts as lately.
const HOUR: Duration = Duration::from_secs(3_600);
/// Longest example, in characters.
const EXAMPLE: usize = 2_000;

/// Tells of the dead letters until nobody listens.
pub(super) async fn run(
    services: Arc<Services>,
    mut line: Line,
    mut named: watch::Receiver<Vec<String>>,
) {
    if line.wanted.borrow().whole {
        let _ = timeout(super::PATIENCE, named.changed()).await;
    }
    let looked_at = |line: &Line| line.wanted.borrow().view == Some(View::Letters);
    loop {
        let began = Instant::now();
        let looking = looked_at(&line);
        let (most, every) = if looking { LOOKED_AT } else { ASIDE };
        let names = named.borrow().clone();
        line.tell(every, read(&services, &names, most), Message::Letters).await;
        // Somebody who comes to look wants more, and does not want to wait.
        let (_, every) = if looked_at(&line) { LOOKED_AT } else { ASIDE };
        loop {
            if !line.nap(began, every).await {
                return;
            }
            if began.elapsed() >= every || (looked_at(&line) && !looking) || line.turned() {
                break;
            }
        }
    }
}

async fn read(services: &Services, names: &[String], most: u64) -> anyhow::Result<Letters> {
    let since = services.clock.now().minus(HOUR);
    let mut groups: HashMap<String, Group> = HashMap::new();
    let mut letters = Letters::default();
    let queue = services.queue.as_ref();
    let scanned = scan(queue, names, &[JobState::Failed], most, |job| {
        lately(&mut letters.last_hour, &job, since);
        sort_in(&mut groups, job);
        Ok(ControlFlow::Continue(()))
    });
    let scanned = scanned.await?;
    letters.scanned = scanned.scanned;
    letters.truncated = scanned.truncated;
    letters.groups = groups.into_values().collect();
    letters.groups.sort_by(|a, b| {
        let key = |group: &Group| (Reverse(group.count), Reverse(group.last_at));
        key(a).cmp(&key(b)).then_with(|| a.group.cmp(&b.group))
    });
    Ok(letters)
}

fn lately(found: &mut Vec<(String, u64, Option<String>)>, job: &Job, since: Timestamp) {
    if job.finished_at.is_none_or(|at| at < since) {
        return;
    }
    match found.iter_mut().find(|(queue, ..)| *queue == job.queue) {
        Some((_, count, _)) => *count += 1,
        // The newest comes first.
        None => found.push((job.queue.clone(), 1, job.failed_reason.clone())),
    }
}

fn sort_in(groups: &mut HashMap<String, Group>, job: Job) {
    let reason = job.failed_reason.unwrap_or_default();
    let error = signature(&reason);
    let name = group_id(&job.queue, &error);
    let at = job.finished_at;
    let group = groups.entry(name.clone()).or_insert_with(|| Group {
        group: name,
        queue: job.queue.clone(),
        count: 0,
        first_at: at,
        last_at: at,
        error,
        example: reason.chars().take(EXAMPLE).collect(),
        jobs: Vec::new(),
    });
    group.count += 1;
    group.first_at = [group.first_at, at].into_iter().flatten().min();
    group.last_at = group.last_at.max(at);
    group.jobs.push(JobRef { queue: job.queue, id: job.id });
}
