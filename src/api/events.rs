//! `/v1/events` and `/v1/jobs/{queue}/{id}/events`: what happens, as it happens, as server-sent
//! events.

use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Extension;
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures::{Stream, stream};
use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::auth::Caller;
use super::jobs::{found, may_see};
use super::params::{NoQuery, Path, Query};
use super::problem::Problem;
use super::queues::must_exist;
use crate::jobs::QUEUES;
use crate::queue::{EventCursor, EventKind, Job, JobState, QueueEvent};
use crate::services::Services;

/// How often one looks for more.
const LOOK: Duration = Duration::from_millis(250);
/// How often something is said where nothing happens, so that proxies keep the connection.
const ALIVE: Duration = Duration::from_secs(15);
/// Events read at a time.
const READ: u32 = 200;
/// Jobs of which it is remembered whether the caller may see them.
const REMEMBERED: usize = 10_000;

/// Tells streams that the process stops: they end, and their readers go elsewhere.
#[derive(Debug, Clone)]
pub(super) struct Stopping(pub(super) CancellationToken);

pub(super) fn routes() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new().routes(routes!(all)).routes(routes!(of_job))
}

/// What a message's `data` holds; its `event` is the kind.
#[derive(Debug, Serialize, ToSchema)]
struct JobEvent {
    /// The queue.
    queue: String,
    /// What happened.
    #[serde(flatten)]
    event: QueueEvent,
}

/// Which events.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Params {
    /// Of this queue; of all of this system's where nothing is said.
    queue: Option<String>,
}

/// Follow what happens
///
/// Server-sent events from now on, without an end: `event` is the kind, `data` a JSON object with
/// queue, job and what there is to say. Of others' jobs nothing is told.
#[utoipa::path(get, path = "/events", tag = "events", params(Params),
    responses((status = 200, content((JobEvent = "text/event-stream")))))]
async fn all(
    State(services): State<Arc<Services>>,
    Extension(stopping): Extension<Stopping>,
    caller: Caller,
    Query(params): Query<Params>,
) -> Result<Response, Problem> {
    let queues = match params.queue {
        Some(queue) => {
            must_exist(&services, &caller, &queue).await?;
            vec![queue]
        }
        None => QUEUES.iter().map(|queue| (*queue).to_owned()).collect(),
    };
    let follow = Follow::begin(services, caller, queues, None, Vec::new()).await?;
    Ok(answer(follow, stopping))
}

/// Follow a job
///
/// Server-sent events: first `state` with the job as it is, then what happens to it, until it has
/// completed, failed for good or was removed; then the stream ends.
#[utoipa::path(get, path = "/jobs/{queue}/{id}/events", tag = "events",
    params(("queue" = String, Path, description = "Its queue"), ("id" = String, Path, description = "Its id")),
    responses((status = 200, content((JobEvent = "text/event-stream")))))]
async fn of_job(
    State(services): State<Arc<Services>>,
    Extension(stopping): Extension<Stopping>,
    caller: Caller,
    Path((queue, id)): Path<(String, String)>,
    _: NoQuery,
) -> Result<Response, Problem> {
    // The place in the events comes before the look at the job, so that nothing lies between.
    must_exist(&services, &caller, &queue).await?;
    let cursor = services.queue.event_cursor(&queue).await?;
    let job = found(&services, &caller, &queue, &id).await?;
    let mut follow =
        Follow::begin(services, caller, vec![queue.clone()], Some(id), vec![state(&job)]).await?;
    follow.cursors.insert(queue, cursor);
    follow.ended = matches!(job.state, JobState::Completed | JobState::Failed);
    Ok(answer(follow, stopping))
}

fn answer(follow: Follow, Stopping(stopping): Stopping) -> Response {
    let events = stream::unfold((follow, stopping), |(mut follow, stopping)| async move {
        let event = tokio::select! {
            event = follow.next() => event?,
            () = stopping.cancelled() => return None,
        };
        Some((Ok::<_, Infallible>(event), (follow, stopping)))
    });
    sse(events)
}

fn sse(events: impl Stream<Item = Result<Event, Infallible>> + Send + 'static) -> Response {
    Sse::new(events).keep_alive(KeepAlive::new().interval(ALIVE)).into_response()
}

fn state(job: &Job) -> Event {
    let event = Event::default().event("state");
    // Everything of a job can be written as JSON.
    event.json_data(job).unwrap_or_default()
}

/// Somebody who follows the events of some queues.
struct Follow {
    services: Arc<Services>,
    caller: Caller,
    cursors: BTreeMap<String, EventCursor>,
    /// Only those of this job.
    job: Option<String>,
    /// What is still to be told, last first.
    ready: Vec<Event>,
    ended: bool,
    /// By queue and id, whether the caller may see a job.
    seen: HashMap<(String, String), bool>,
}

impl Follow {
    async fn begin(
        services: Arc<Services>,
        caller: Caller,
        queues: Vec<String>,
        job: Option<String>,
        ready: Vec<Event>,
    ) -> Result<Self, Problem> {
        let mut cursors = BTreeMap::new();
        for queue in queues {
            let cursor = services.queue.event_cursor(&queue).await?;
            cursors.insert(queue, cursor);
        }
        let seen = HashMap::new();
        Ok(Self { services, caller, cursors, job, ready, ended: false, seen })
    }

    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.ready.pop() {
                return Some(event);
            }
            if self.ended {
                return None;
            }
            if let Err(problem) = self.read().await {
                tracing::debug!(?problem, "events cannot be read; they are asked for again");
            }
            if self.ready.is_empty() && !self.ended {
                tokio::time::sleep(LOOK).await;
            }
        }
    }

    async fn read(&mut self) -> Result<(), Problem> {
        let queues: Vec<String> = self.cursors.keys().cloned().collect();
        let mut told = Vec::new();
        for queue in queues {
            let from = self.cursors.get(&queue).cloned().unwrap_or_default();
            for event in self.services.queue.events(&queue, from, READ).await? {
                self.cursors.insert(queue.clone(), event.cursor.clone());
                if self.is_told(&queue, &event).await? {
                    self.ended |= self.job.is_some() && is_end(event.kind);
                    let message = Event::default().event(event.kind.as_str());
                    let told_as = JobEvent { queue: queue.clone(), event };
                    told.push(message.json_data(told_as).unwrap_or_default());
                }
            }
        }
        told.reverse();
        self.ready = told;
        Ok(())
    }

    async fn is_told(&mut self, queue: &str, event: &QueueEvent) -> Result<bool, Problem> {
        let Some(id) = &event.job_id else {
            // That a queue was paused is no secret.
            return Ok(self.job.is_none());
        };
        if let Some(job) = &self.job {
            return Ok(job == id);
        }
        if self.caller.is_admin() {
            return Ok(true);
        }
        let key = (queue.to_owned(), id.clone());
        if let Some(may) = self.seen.get(&key) {
            return Ok(*may);
        }
        let may = match self.services.queue.get(queue, id).await? {
            Some(job) => may_see(&self.caller, &job).await?,
            // Nobody can say any more whose it was.
            None => false,
        };
        if self.seen.len() >= REMEMBERED {
            self.seen.clear();
        }
        self.seen.insert(key, may);
        Ok(may)
    }
}

fn is_end(kind: EventKind) -> bool {
    matches!(kind, EventKind::Completed | EventKind::Failed | EventKind::Removed)
}
