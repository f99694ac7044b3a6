use std::collections::BTreeSet;

use super::way::Way;
use crate::cli::exit::{CliError, Exit};
use crate::cli::failure::exit_of;
use crate::cli::jobs::target::{Finder, Target};
use crate::services::Services;

/// The ways of the jobs that an id means: of the one job in a queue, else of jobs that are gone and
/// were noted, and of those that a request has added.
pub(super) async fn ways(
    services: &Services,
    id: &str,
    queue: Option<&str>,
) -> anyhow::Result<Vec<Way>> {
    let finder = Finder::new(services, queue);
    let missing = match finder.job(id).await {
        Ok(job) => {
            let attempts = services.store.attempts(&job.queue, &job.id).await?;
            return Ok(vec![Way::of(Some(job), attempts, services.clock.now())]);
        }
        Err(error) if exit_of(&error) == Exit::NotFound => error,
        Err(error) => return Err(error),
    };
    let mut ways = Vec::new();
    for place in noted(services, &finder, id, queue).await? {
        let job = services.queue.get(&place.queue, &place.id).await?;
        let attempts = services.store.attempts(&place.queue, &place.id).await?;
        if job.is_some() || !attempts.is_empty() {
            ways.push(Way::of(job, attempts, services.clock.now()));
        }
    }
    if ways.is_empty() {
        let hint = "jobs are named as `leadctl jobs ls` prints them, requests by x-request-id; what \
                    jobs did is kept for 30 days";
        return match missing.downcast::<CliError>() {
            Ok(error) => Err(error.hint(hint).into()),
            Err(error) => Err(error),
        };
    }
    Ok(ways)
}

/// Where jobs could be, each once.
async fn noted(
    services: &Services,
    finder: &Finder<'_>,
    id: &str,
    queue: Option<&str>,
) -> anyhow::Result<BTreeSet<Target>> {
    let mut places: BTreeSet<Target> = finder.named(id).into_iter().collect();
    let attempted = services.store.attempted_jobs(id).await?;
    let asked = services.store.jobs_of_request(id).await?;
    let noted = attempted.into_iter().chain(asked);
    places.extend(
        noted
            .filter(|(of, _)| queue.is_none_or(|only| only == of))
            .map(|(queue, id)| Target::new(queue, id)),
    );
    Ok(places)
}
