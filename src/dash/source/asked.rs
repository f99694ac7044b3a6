//! What only the place where one is needs: a page of jobs, one job, the newest leads.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use super::Line;
use crate::dash::data::{JobRef, JobSeen, Message, Page, PageAsked};
use crate::dash::place::View;
use crate::model::Lead;
use crate::queue::{Job, PageRequest, QueueError};
use crate::services::Services;
use crate::store::{LeadFilter, LeadPageRequest, StoreError};

/// Jobs on a page.
const PAGE: u32 = 50;
/// Jobs looked at for a filter.
const FILTERED: u64 = 2_000;
/// Lines of a log.
const LOG: u64 = 200;
/// Leads.
const LEADS: u32 = 100;
/// How often.
const PAGES: Duration = Duration::from_secs(2);
const JOBS: Duration = Duration::from_secs(1);

/// Tells of the page that is wanted, for as long as one is.
pub(super) async fn page(services: Arc<Services>, mut line: Line) {
    loop {
        let began = Instant::now();
        let wanted = line.wanted.borrow().page.clone();
        let Some(asked) = wanted else {
            if !line.changed().await {
                return;
            }
            continue;
        };
        // A filter costs many jobs.
        let least = if asked.filter.is_empty() { PAGES } else { PAGES * 3 };
        let every = line.every(least);
        line.tell(every, read_page(&services, asked.clone()), Message::Page).await;
        loop {
            if !line.nap(began, every).await {
                return;
            }
            let another = line.wanted.borrow().page.as_ref() != Some(&asked);
            if another || began.elapsed() >= every || line.turned() {
                break;
            }
        }
    }
}

async fn read_page(services: &Services, asked: PageAsked) -> Result<Page, QueueError> {
    let states: Vec<_> = asked.state.into_iter().collect();
    let mut page = Page { jobs: Vec::new(), next: None, scanned: 0, asked };
    let mut cursor = page.asked.cursor.clone();
    loop {
        let request = PageRequest { cursor, limit: PAGE };
        let read = services.queue.list(&page.asked.queue, &states, request).await?;
        page.scanned += read.jobs.len() as u64;
        page.jobs.extend(read.jobs.into_iter().filter(|job| holds(job, &page.asked.filter)));
        page.next.clone_from(&read.next);
        cursor = read.next;
        let enough = page.jobs.len() >= PAGE as usize || page.scanned >= FILTERED;
        if page.asked.filter.is_empty() || enough || cursor.is_none() {
            return Ok(page);
        }
    }
}

/// Whether a job holds a text in what can be seen of it; the list itself looks at it again.
fn holds(job: &Job, filter: &str) -> bool {
    if filter.is_empty() || filter.starts_with('!') {
        return true;
    }
    let wanted = filter.to_lowercase();
    let reason = job.failed_reason.clone().unwrap_or_default();
    let texts = [job.id.clone(), job.name.clone(), job.data.to_string(), reason];
    let seen = crate::cli::jobs::what(&job.name, &job.data);
    texts.iter().chain([&seen]).any(|text| text.to_lowercase().contains(&wanted))
        || job.state.as_str().contains(&wanted)
}

/// Tells of the job that is wanted, for as long as one is.
pub(super) async fn job(services: Arc<Services>, mut line: Line) {
    loop {
        let began = Instant::now();
        let wanted = line.wanted.borrow().job.clone();
        let Some(asked) = wanted else {
            if !line.changed().await {
                return;
            }
            continue;
        };
        let every = line.every(JOBS);
        line.tell(every, read_job(&services, asked.clone()), Message::Job).await;
        loop {
            if !line.nap(began, every).await {
                return;
            }
            let another = line.wanted.borrow().job.as_ref() != Some(&asked);
            if another || began.elapsed() >= every || line.turned() {
                break;
            }
        }
    }
}

async fn read_job(services: &Services, asked: JobRef) -> Result<JobSeen, QueueError> {
    let queue = services.queue.as_ref();
    let job = queue.get(&asked.queue, &asked.id).await?;
    let mut seen = JobSeen { job, logs: Vec::new(), logs_total: 0, asked };
    if seen.job.is_none() {
        return Ok(seen);
    }
    let JobRef { queue: name, id } = &seen.asked;
    let first = match queue.logs(name, id, 0, 1).await {
        Ok(page) => page.total.saturating_sub(LOG),
        // It was removed since we looked.
        Err(QueueError::NoSuchJob { .. }) => return Ok(seen),
        Err(error) => return Err(error),
    };
    let logs = queue.logs(name, id, first, LOG as u32).await?;
    seen.logs = logs.lines;
    seen.logs_total = logs.total;
    Ok(seen)
}

/// Tells of the newest leads, while they are looked at.
pub(super) async fn leads(services: Arc<Services>, mut line: Line) {
    loop {
        let began = Instant::now();
        let looked_at = line.wanted.borrow().view == Some(View::Leads);
        if !looked_at {
            if !line.changed().await {
                return;
            }
            continue;
        }
        let every = line.every(PAGES);
        line.tell(every, read_leads(&services), Message::Leads).await;
        if !line.rest(began, every).await {
            return;
        }
    }
}

async fn read_leads(services: &Services) -> Result<Vec<Lead>, StoreError> {
    let page = LeadPageRequest { cursor: None, limit: LEADS };
    Ok(services.store.leads(&LeadFilter::default(), page).await?.leads)
}
