//! `/v1/queues`: how many jobs are where.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::auth::Caller;
use super::params::{NoQuery, Page, PageParams, Path, Query};
use super::problem::Problem;
use crate::jobs::QUEUES;
use crate::queue::QueueCounts;
use crate::services::Services;

pub(super) fn routes() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(show))
        .routes(routes!(pause))
        .routes(routes!(resume))
}

/// A queue and how many jobs it has, whoever they are for.
#[derive(Debug, Serialize, ToSchema)]
struct Queue {
    /// Its name.
    name: String,
    /// Its jobs by state.
    counts: QueueCounts,
}

/// The names of all queues: those that this system owns, and others that share the place.
async fn names(services: &Services) -> Result<Vec<String>, Problem> {
    let mut names = services.queue.queues().await?;
    names.extend(QUEUES.iter().map(|name| (*name).to_owned()));
    names.sort();
    names.dedup();
    Ok(names)
}

/// Whether there is such a queue. Users without the scope `admin` know those of this system.
pub(super) async fn must_exist(
    services: &Services,
    caller: &Caller,
    name: &str,
) -> Result<(), Problem> {
    let known = QUEUES.contains(&name)
        || (caller.is_admin() && names(services).await?.iter().any(|known| known == name));
    if known {
        Ok(())
    } else {
        Err(Problem::not_found(format!("there is no queue {name:?}; see /v1/queues")))
    }
}

async fn counted(services: &Services, name: String) -> Result<Queue, Problem> {
    let counts = services.queue.counts(&name).await?;
    Ok(Queue { name, counts })
}

/// List queues
///
/// With how many jobs are in each state, whoever they are for. Other programs' queues are told to
/// keys with the scope `admin`.
#[utoipa::path(get, path = "/queues", tag = "queues", params(PageParams),
    responses((status = 200, body = Page<Queue>)))]
async fn list(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<Queue>>, Problem> {
    let mut known = names(&services).await?;
    known.retain(|name| caller.is_admin() || QUEUES.contains(&name.as_str()));
    let page = Page::of(known, &page, Clone::clone)?;
    let mut items = Vec::with_capacity(page.items.len());
    for name in page.items {
        items.push(counted(&services, name).await?);
    }
    Ok(Json(Page { items, next: page.next }))
}

/// Show a queue
#[utoipa::path(get, path = "/queues/{name}", tag = "queues",
    params(("name" = String, Path, description = "Its name")),
    responses((status = 200, body = Queue)))]
async fn show(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Path(name): Path<String>,
    _: NoQuery,
) -> Result<Json<Queue>, Problem> {
    must_exist(&services, &caller, &name).await?;
    counted(&services, name).await.map(Json)
}

/// Pause a queue
///
/// No further job of it starts; those that run go on. Needs the scope `admin`.
#[utoipa::path(post, path = "/queues/{name}/pause", tag = "queues",
    params(("name" = String, Path, description = "Its name")),
    responses((status = 200, body = Queue)))]
async fn pause(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Path(name): Path<String>,
    _: NoQuery,
) -> Result<Json<Queue>, Problem> {
    caller.must_be_admin()?;
    must_exist(&services, &caller, &name).await?;
    services.queue.pause(&name).await?;
    counted(&services, name).await.map(Json)
}

/// Let a queue go on
///
/// Needs the scope `admin`.
#[utoipa::path(post, path = "/queues/{name}/resume", tag = "queues",
    params(("name" = String, Path, description = "Its name")),
    responses((status = 200, body = Queue)))]
async fn resume(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Path(name): Path<String>,
    _: NoQuery,
) -> Result<Json<Queue>, Problem> {
    caller.must_be_admin()?;
    must_exist(&services, &caller, &name).await?;
    services.queue.resume(&name).await?;
    counted(&services, name).await.map(Json)
}
