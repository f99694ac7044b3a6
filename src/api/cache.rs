//! `/v1/cache`: answers that are kept, and what that was good for.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::auth::Caller;
use super::params::{NoQuery, Query};
use super::problem::{Kind as ProblemKind, Problem};
use crate::guard::cache::{Kind, LayerError, Stats};
use crate::services::Services;

pub(super) fn routes() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new().routes(routes!(show, flush))
}

/// Which answers.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Params {
    /// Only those of this kind.
    #[param(inline)]
    kind: Option<Kind>,
}

/// What was removed.
#[derive(Debug, Serialize, ToSchema)]
struct Flushed {
    /// How many answers.
    removed: u64,
}

/// Tell what the cache was good for
///
/// Over all processes and users. Needs the scope `admin`.
#[utoipa::path(get, path = "/cache", tag = "cache", responses((status = 200, body = Stats)))]
async fn show(
    State(services): State<Arc<Services>>,
    caller: Caller,
    _: NoQuery,
) -> Result<Json<Stats>, Problem> {
    caller.must_be_admin()?;
    let stats = services.cache.stats(services.state.as_ref()).await;
    stats.map(Json).map_err(|error| away(&error))
}

/// Forget what is kept
///
/// What is needed is asked for again, and paid for again. Needs the scope `admin`.
#[utoipa::path(delete, path = "/cache", tag = "cache", params(Params),
    responses((status = 200, body = Flushed)))]
async fn flush(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Query(params): Query<Params>,
) -> Result<Json<Flushed>, Problem> {
    caller.must_be_admin()?;
    let kinds = params.kind.map_or_else(|| Kind::ALL.to_vec(), |kind| vec![kind]);
    let removed = services.cache.flush(&kinds).await.map_err(|error| away(&error))?;
    Ok(Json(Flushed { removed }))
}

fn away(error: &LayerError) -> Problem {
    tracing::error!(%error, "the cache failed a request");
    Problem::new(ProblemKind::Unavailable, "the cache does not answer; try again in a moment")
        .retry_after(Duration::from_secs(1))
}
