//! `/v1/leads`: what was found.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::audit::Told;
use super::auth::Caller;
use super::params::{Body, NoQuery, Page, Path, Query, instant, limit, number};
use super::problem::Problem;
use crate::guard::together::Together;
use crate::model::{Intent, Lead, LeadStatus};
use crate::services::Services;
use crate::store::{LeadFilter, LeadPageRequest, Store};

pub(super) fn routes() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(show, change))
}

/// Which leads, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Params {
    /// Of this campaign: its id or name.
    campaign: Option<String>,
    /// In this subreddit, without regard to case.
    subreddit: Option<String>,
    /// With at least this score.
    #[param(value_type = Option<u32>, minimum = 0, maximum = 100)]
    min_score: Option<String>,
    /// With this intent.
    intent: Option<Intent>,
    /// In this status.
    status: Option<LeadStatus>,
    /// Found at or after this.
    #[param(format = "date-time")]
    since: Option<String>,
    /// Most items on the page.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200, default = 50)]
    limit: Option<String>,
    /// `next` of the page before.
    #[param(pattern = "^[0-9a-z]{1,12}-[0-9a-z]{1,12}$")]
    cursor: Option<String>,
}

/// The filter in the store's words.
pub(super) async fn filter(
    caller: &Caller,
    campaign: Option<String>,
    subreddit: Option<String>,
    min_score: Option<&str>,
    rest: (Option<Intent>, Option<LeadStatus>, Option<&str>),
) -> Result<LeadFilter, Problem> {
    let min_score = number(min_score, "min_score", 0, 100)?;
    let (intent, status, since) = rest;
    let since = since.map(|since| instant(since, "since")).transpose()?;
    let campaign = match campaign {
        Some(asked) => Some(caller.campaign(&asked).await?.id),
        None => None,
    };
    let min_score = min_score.and_then(|score| u8::try_from(score).ok());
    Ok(LeadFilter { campaign, subreddit, min_score, intent, status, since })
}

/// List leads
///
/// Newest found first.
#[utoipa::path(get, path = "/leads", tag = "leads", params(Params),
    responses((status = 200, body = Page<Lead>)))]
async fn list(
    Extension(pages): Extension<Arc<Pages>>,
    caller: Caller,
    Query(params): Query<Params>,
) -> Result<Response, Problem> {
    let limit = limit(params.limit.as_deref())?;
    let rest = (params.intent, params.status, params.since.as_deref());
    let min_score = params.min_score.as_deref();
    let filter = filter(&caller, params.campaign, params.subreddit, min_score, rest).await?;
    let page = LeadPageRequest { cursor: params.cursor, limit };
    let text = pages.read(&caller.store, filter, page).await?;
    Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
}

/// Whose leads, which of them, and which page.
type Asked = (Option<String>, LeadFilter, LeadPageRequest);

/// Pages that are read now. A page that many ask for at once, as when a list is reloaded by all who
/// look at it, is read and written once for all of them.
#[derive(Default)]
pub(super) struct Pages(Together<Asked, (), Result<Bytes, Problem>>);

impl Pages {
    /// The page as JSON, of what is in the store from now on.
    async fn read(
        &self,
        store: &Store,
        filter: LeadFilter,
        page: LeadPageRequest,
    ) -> Result<Bytes, Problem> {
        let asked = (store.owner().map(str::to_owned), filter, page);
        let (store, (_, filter, page)) = (store.clone(), asked.clone());
        let reading = self.0.share(asked, move || {
            let (store, filter, page) = (store.clone(), filter.clone(), page.clone());
            async move { read(&store, &filter, page).await }
        });
        reading.await.unwrap_or_else(|| Err(Problem::internal()))
    }
}

async fn read(store: &Store, filter: &LeadFilter, page: LeadPageRequest) -> Result<Bytes, Problem> {
    let page = store.leads(filter, page).await?;
    let page = Page { items: page.leads, next: page.next };
    let text = serde_json::to_vec(&page).map_err(|error| {
        tracing::error!(%error, "a page of leads cannot be written");
        Problem::internal()
    })?;
    Ok(text.into())
}

/// Show a lead
#[utoipa::path(get, path = "/leads/{id}", tag = "leads",
    params(("id" = String, Path, description = "Id")),
    responses((status = 200, body = Lead)))]
async fn show(caller: Caller, Path(id): Path<String>, _: NoQuery) -> Result<Json<Lead>, Problem> {
    found(&caller, &id).await.map(Json)
}

/// Where a person stands with a lead.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LeadChange {
    /// Where a person stands with it now.
    status: LeadStatus,
}

/// Change the status of a lead
#[utoipa::path(patch, path = "/leads/{id}", tag = "leads",
    params(("id" = String, Path, description = "Id")), request_body = LeadChange,
    responses((status = 200, body = Lead)))]
async fn change(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Path(id): Path<String>,
    _: NoQuery,
    Body(change): Body<LeadChange>,
) -> Result<(Extension<Told>, Json<Lead>), Problem> {
    caller.store.set_lead_status(&id, change.status, services.clock.now()).await?;
    let mut told = Told::default();
    told.options.insert("status".to_owned(), change.status.as_str().into());
    Ok((Extension(told), found(&caller, &id).await.map(Json)?))
}

async fn found(caller: &Caller, id: &str) -> Result<Lead, Problem> {
    let lead = caller.store.lead(id).await?;
    lead.ok_or_else(|| Problem::not_found(format!("there is no lead {id:?}")))
}
