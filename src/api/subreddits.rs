//! `/v1/subreddits`: what is known of the subreddits that campaigns name.

use std::sync::Arc;

use axum::Json;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::auth::Caller;
use super::params::{NoQuery, Page, PageParams, Path, Query};
use super::problem::Problem;
use crate::model::SubredditProfile;
use crate::services::Services;

pub(super) fn routes() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(show))
}

/// List what is known of subreddits
///
/// By name: those that the caller's campaigns look in, and have been analysed.
#[utoipa::path(get, path = "/subreddits", tag = "subreddits", params(PageParams),
    responses((status = 200, body = Page<SubredditProfile>)))]
async fn list(
    caller: Caller,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<SubredditProfile>>, Problem> {
    let known = caller.store.subreddits().await?;
    Page::of(known, &page, |profile| profile.name.to_lowercase()).map(Json)
}

/// Show what is known of a subreddit
#[utoipa::path(get, path = "/subreddits/{name}", tag = "subreddits",
    params(("name" = String, Path, description = "Its name, without r/ and without regard to case")),
    responses((status = 200, body = SubredditProfile)))]
async fn show(
    caller: Caller,
    Path(name): Path<String>,
    _: NoQuery,
) -> Result<Json<SubredditProfile>, Problem> {
    let known = caller.store.subreddit(&name).await?;
    let why = || {
        Problem::not_found(format!(
            "nothing is known of {name:?}; POST /v1/jobs with kind subreddit has it analysed"
        ))
    };
    known.map(Json).ok_or_else(why)
}
