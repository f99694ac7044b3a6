//! `/v1/jobs`: what is to be done, is being done and was done.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::audit::Told;
use super::auth::Caller;
use super::params::{Body, NoQuery, Page, Path, Query, limit, number};
use super::path_segment;
use super::problem::{Kind, Problem};
use super::queues::must_exist;
use crate::jobs::cancel::Cancelled;
use crate::jobs::{
    self, JobKind, LEAD_QUEUE, LeadDiscovery, SubredditAnalysis, default_options, fair,
};
use crate::model::{Strategy, subreddit_name};
use crate::queue::{Added, Job, JobState, LogLine, PageRequest};
use crate::services::Services;
use crate::telemetry::trace::Origin;

/// Most pages of a queue that are looked through for one page of what a user may see.
const MOST_READ: u32 = 20;

pub(super) fn routes() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, remove))
        .routes(routes!(retry))
        .routes(routes!(cancel))
        .routes(routes!(logs))
}

/// Which jobs, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct ListParams {
    /// Of this queue; `lead-discovery` where nothing is said.
    queue: Option<String>,
    /// In this state.
    state: Option<JobState>,
    /// Most items on the page.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200, default = 50)]
    limit: Option<String>,
    /// `next` of the page before.
    #[param(min_length = 1)]
    cursor: Option<String>,
}

/// A job to be added.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum NewJob {
    /// Look for leads for a campaign.
    Lead {
        /// The campaign's id or name.
        campaign: String,
        /// Where and for what to look; `targeted` where nothing is said.
        #[serde(default)]
        strategy: Option<Strategy>,
        /// See below.
        #[serde(default)]
        options: Options,
    },
    /// Learn what a subreddit is like.
    Subreddit {
        /// Its name, without `r/`; one that a campaign names.
        subreddit: String,
        /// Also where the last analysis is still fresh.
        #[serde(default)]
        force: bool,
        /// See below.
        #[serde(default)]
        options: Options,
    },
}

/// How a job is to be treated.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
struct Options {
    /// 1 is the most urgent. Without one, or with 0, campaigns take turns.
    #[schema(minimum = 0, maximum = 2_097_152)]
    priority: u32,
    /// How long to wait before it may run, in milliseconds; at most a hundred years.
    #[schema(minimum = 0, maximum = 3_153_600_000_000_u64)]
    delay_ms: u64,
    /// Attempts in all; `worker.attempts` where nothing is said.
    #[schema(minimum = 1, maximum = 1000)]
    attempts: Option<u32>,
}

/// A job that was added.
#[derive(Debug, Serialize, ToSchema)]
struct AddedJob {
    /// Its queue.
    queue: String,
    /// Its id.
    id: String,
    /// Redis is away: the job is kept in the database until it is back, or runs from there.
    spooled: bool,
}

/// List jobs
///
/// Those that wait in the order in which they will run, finished ones newest first; of others'
/// campaigns none. A page may have fewer items than asked for, also where there is a next one.
#[utoipa::path(get, path = "/jobs", tag = "jobs", params(ListParams),
    responses((status = 200, body = Page<Job>)))]
async fn list(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Query(params): Query<ListParams>,
) -> Result<Json<Page<Job>>, Problem> {
    let limit = limit(params.limit.as_deref())?;
    let queue = params.queue.as_deref().unwrap_or(LEAD_QUEUE);
    must_exist(&services, &caller, queue).await?;
    let states: Vec<JobState> = params.state.into_iter().collect();
    let (mut items, mut cursor) = (Vec::new(), params.cursor);
    for _ in 0..MOST_READ {
        let left = limit - u32::try_from(items.len()).unwrap_or(limit);
        let request = PageRequest { cursor, limit: left };
        let page = services.queue.list(queue, &states, request).await?;
        for mut job in page.jobs {
            if may_see(&caller, &job).await? {
                job.options.telemetry = None;
                items.push(job);
            }
        }
        cursor = page.next;
        if cursor.is_none() || items.len() >= limit as usize {
            break;
        }
    }
    Ok(Json(Page { items, next: cursor }))
}

/// Whether a job is for one of the caller's campaigns, or about a subreddit that one of them names.
pub(super) async fn may_see(caller: &Caller, job: &Job) -> Result<bool, Problem> {
    if caller.is_admin() {
        return Ok(true);
    }
    Ok(match JobKind::parse(&job.name, &job.data) {
        Ok(JobKind::Lead(lead)) => {
            let campaign = caller.store.campaign(&lead.campaign).await?;
            campaign.is_some_and(|campaign| campaign.id == lead.campaign)
        }
        Ok(JobKind::Subreddit(job)) => caller.store.may_see(&job.subreddit).await?,
        Ok(JobKind::Webhook(job)) => caller.store.webhook(&job.webhook).await?.is_some(),
        _ => false,
    })
}

/// A job that the caller may see.
pub(super) async fn found(
    services: &Services,
    caller: &Caller,
    queue: &str,
    id: &str,
) -> Result<Job, Problem> {
    must_exist(services, caller, queue).await?;
    match services.queue.get(queue, id).await? {
        Some(mut job) if may_see(caller, &job).await? => {
            // Who of the operators had it added is theirs to know.
            job.options.telemetry = None;
            Ok(job)
        }
        _ => Err(Problem::not_found(format!("queue {queue} has no job {id:?}"))),
    }
}

/// Add a job
///
/// It runs as soon as a worker is free; `/v1/jobs/{queue}/{id}/events` tells how it gets on.
#[utoipa::path(post, path = "/jobs", tag = "jobs", request_body = NewJob,
    responses((status = 202, body = AddedJob, headers(("Location" = String)))))]
async fn create(
    State(services): State<Arc<Services>>,
    caller: Caller,
    _: NoQuery,
    Body(new): Body<NewJob>,
) -> Result<Response, Problem> {
    let (kind, options) = match new {
        NewJob::Lead { campaign, strategy, options } => {
            let campaign = caller.store.campaign(&campaign).await?.ok_or_else(|| {
                Problem::new(Kind::Invalid, format!("campaign: there is no {campaign:?}"))
            })?;
            let strategy = strategy.unwrap_or(Strategy::Targeted);
            (JobKind::Lead(LeadDiscovery { campaign: campaign.id, strategy }), options)
        }
        NewJob::Subreddit { subreddit, force, options } => {
            let subreddit = subreddit_name(&subreddit)
                .map_err(|why| Problem::new(Kind::Invalid, format!("subreddit: {why}")))?;
            if !caller.store.may_see(&subreddit).await? {
                let why = format!("subreddit: none of your campaigns names {subreddit:?}");
                return Err(Problem::new(Kind::Invalid, why));
            }
            (JobKind::Subreddit(SubredditAnalysis { subreddit, force }), options)
        }
    };
    let queue = kind.queue();
    let mut treated = default_options(&services.settings);
    treated.priority = options.priority;
    treated.delay = options.delay_ms;
    treated.attempts = options.attempts.unwrap_or(treated.attempts);
    if treated.attempts > 1000 {
        return Err(Problem::new(Kind::Invalid, "options.attempts: is more than 1000"));
    }
    let job = kind.into_job(None, treated);
    let state = services.state.as_ref();
    let mut added = fair::add(services.queue.as_ref(), state, queue, vec![job]).await?;
    let Added { id, spooled, .. } = added.pop().ok_or_else(Problem::internal)?;
    let place = format!("/v1/jobs/{queue}/{}", path_segment(&id));
    let told = Told { target: Some(format!("{queue}/{id}")), ..Told::default() };
    let body = AddedJob { queue: queue.to_owned(), id, spooled };
    let mut response = (StatusCode::ACCEPTED, Extension(told), Json(body)).into_response();
    if let Ok(place) = HeaderValue::from_str(&place) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    Ok(response)
}

/// Show a job
#[utoipa::path(get, path = "/jobs/{queue}/{id}", tag = "jobs",
    params(("queue" = String, Path, description = "Its queue"), ("id" = String, Path, description = "Its id")),
    responses((status = 200, body = Job)))]
async fn show(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Path((queue, id)): Path<(String, String)>,
    _: NoQuery,
) -> Result<Json<Job>, Problem> {
    found(&services, &caller, &queue, &id).await.map(Json)
}

/// Remove a job
///
/// One that a worker is running cannot be (409); see `cancel`.
#[utoipa::path(delete, path = "/jobs/{queue}/{id}", tag = "jobs",
    params(("queue" = String, Path, description = "Its queue"), ("id" = String, Path, description = "Its id")),
    responses((status = 204)))]
async fn remove(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Path((queue, id)): Path<(String, String)>,
    _: NoQuery,
) -> Result<StatusCode, Problem> {
    found(&services, &caller, &queue, &id).await?;
    services.queue.remove(&queue, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What became of a job that was cancelled.
#[derive(Debug, Serialize, ToSchema)]
struct CancelledJob {
    /// Its queue.
    queue: String,
    /// Its id.
    id: String,
    /// It had not begun and was removed, or its worker was asked to stop it.
    outcome: Cancelled,
}

/// Cancel a job
///
/// One that has not begun is removed. One that a worker runs is stopped within seconds, and fails
/// without another attempt. One that has ended cannot be cancelled (409).
#[utoipa::path(post, path = "/jobs/{queue}/{id}/cancel", tag = "jobs",
    params(("queue" = String, Path, description = "Its queue"), ("id" = String, Path, description = "Its id")),
    responses((status = 202, body = CancelledJob)))]
async fn cancel(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Path((queue, id)): Path<(String, String)>,
    _: NoQuery,
) -> Result<(StatusCode, Json<CancelledJob>), Problem> {
    found(&services, &caller, &queue, &id).await?;
    let by = Origin::current().by.unwrap_or_default();
    let (queues, state) = (services.queue.as_ref(), services.state.as_ref());
    let outcome = jobs::cancel::cancel(queues, state, (&queue, &id), &by).await?;
    Ok((StatusCode::ACCEPTED, Json(CancelledJob { queue, id, outcome })))
}

/// Try a job again
///
/// One that has failed or completed waits again, with a fresh set of attempts.
#[utoipa::path(post, path = "/jobs/{queue}/{id}/retry", tag = "jobs",
    params(("queue" = String, Path, description = "Its queue"), ("id" = String, Path, description = "Its id")),
    responses((status = 200, body = Job)))]
async fn retry(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Path((queue, id)): Path<(String, String)>,
    _: NoQuery,
) -> Result<Json<Job>, Problem> {
    found(&services, &caller, &queue, &id).await?;
    services.queue.retry(&queue, &id).await?;
    found(&services, &caller, &queue, &id).await.map(Json)
}

/// Which lines.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct LogParams {
    /// Most lines.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200, default = 50)]
    limit: Option<String>,
    /// `next` of the page before: the number of a line.
    #[param(value_type = Option<u32>, minimum = 0, maximum = 4_294_967_295_u32)]
    cursor: Option<String>,
}

/// Read a job's log
#[utoipa::path(get, path = "/jobs/{queue}/{id}/logs", tag = "jobs",
    params(("queue" = String, Path, description = "Its queue"), ("id" = String, Path, description = "Its id"), LogParams),
    responses((status = 200, body = Page<LogLine>)))]
async fn logs(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Path((queue, id)): Path<(String, String)>,
    Query(params): Query<LogParams>,
) -> Result<Json<Page<LogLine>>, Problem> {
    let limit = limit(params.limit.as_deref())?;
    let from = number(params.cursor.as_deref(), "cursor", 0, u32::MAX)?.unwrap_or(0);
    found(&services, &caller, &queue, &id).await?;
    let page = services.queue.logs(&queue, &id, u64::from(from), limit).await?;
    let behind = u64::from(from) + page.lines.len() as u64;
    let next = (!page.lines.is_empty() && behind < page.total).then(|| behind.to_string());
    Ok(Json(Page { items: page.lines, next }))
}
