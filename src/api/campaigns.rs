//! `/v1/campaigns`: what is sold, to whom, and where to look.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::auth::Caller;
use super::params::{Body, NoQuery, Page, PageParams, Path, Query};
use super::problem::{Kind, Problem};
use crate::jobs::schedules;
use crate::model::{Campaign, CampaignDraft, CampaignStatus, ClosedSubreddit};
use crate::services::Services;

pub(super) fn routes() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, change, remove))
        .routes(routes!(pause))
        .routes(routes!(resume))
        .routes(routes!(closed))
}

/// Which campaigns.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct ListParams {
    /// Only these.
    status: Option<CampaignStatus>,
    /// Most items on the page.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200, default = 50)]
    limit: Option<String>,
    /// `next` of the page before.
    #[param(min_length = 1)]
    cursor: Option<String>,
}

/// A new campaign.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewCampaign {
    /// As people read it; unique among the owner's campaigns, without regard to case.
    #[schema(min_length = 1, max_length = 100, example = "Acme Invoices")]
    name: String,
    /// What the business sells, in a sentence or two; an AI judge is told it.
    #[serde(default)]
    #[schema(max_length = 4000)]
    description: String,
    /// Words and phrases that mark a post as on topic. There must be one, or a competitor.
    #[serde(default)]
    #[schema(max_items = 200, example = json!(["invoicing", "invoice software"]))]
    keywords: Vec<String>,
    /// Words and phrases that rule a post out.
    #[serde(default)]
    #[schema(max_items = 200)]
    negative_keywords: Vec<String>,
    /// Where to look; names without `r/`.
    #[serde(default)]
    #[schema(max_items = 200, example = json!(["freelance"]))]
    subreddits: Vec<String>,
    /// Products whose unhappy users are wanted.
    #[serde(default)]
    #[schema(max_items = 200)]
    competitors: Vec<String>,
    /// Subreddits whose posts are never leads.
    #[serde(default)]
    #[schema(max_items = 200)]
    blocked_subreddits: Vec<String>,
    /// The user whose it is to be, by id or name; needs a key with the scope `admin`. The caller's
    /// own where absent.
    #[serde(default)]
    owner: Option<String>,
}

/// What a campaign is to say; what is absent stays as it is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CampaignChange {
    /// See the campaign.
    #[schema(min_length = 1, max_length = 100)]
    name: Option<String>,
    /// See the campaign.
    #[schema(max_length = 4000)]
    description: Option<String>,
    /// See the campaign.
    #[schema(max_items = 200)]
    keywords: Option<Vec<String>>,
    /// See the campaign.
    #[schema(max_items = 200)]
    negative_keywords: Option<Vec<String>>,
    /// See the campaign.
    #[schema(max_items = 200)]
    subreddits: Option<Vec<String>>,
    /// See the campaign.
    #[schema(max_items = 200)]
    competitors: Option<Vec<String>>,
    /// See the campaign.
    #[schema(max_items = 200)]
    blocked_subreddits: Option<Vec<String>>,
}

/// List campaigns
///
/// In the order of their ids.
#[utoipa::path(get, path = "/campaigns", tag = "campaigns", params(ListParams),
    responses((status = 200, body = Page<Campaign>)))]
async fn list(
    caller: Caller,
    Query(params): Query<ListParams>,
) -> Result<Json<Page<Campaign>>, Problem> {
    let mut campaigns = caller.store.campaigns().await?;
    campaigns.retain(|c| params.status.is_none_or(|status| c.status == status));
    let page = PageParams::new(params.limit, params.cursor);
    Page::of(campaigns, &page, |c| c.id.clone()).map(Json)
}

/// Add a campaign
///
/// Its schedule is made with it: it is worked on at once and at the usual interval.
#[utoipa::path(post, path = "/campaigns", tag = "campaigns", request_body = NewCampaign,
    responses((status = 201, body = Campaign, headers(("Location" = String)))))]
async fn create(
    State(services): State<Arc<Services>>,
    caller: Caller,
    _: NoQuery,
    Body(new): Body<NewCampaign>,
) -> Result<Response, Problem> {
    let store = match &new.owner {
        None => caller.own(),
        Some(owner) => {
            caller.must_be_admin()?;
            let user = services.store.user(owner).await?.ok_or_else(|| {
                Problem::new(Kind::Invalid, format!("owner: there is no user {owner:?}"))
            })?;
            services.store.of_user(&user.id)
        }
    };
    let draft = CampaignDraft {
        name: new.name,
        description: new.description,
        keywords: new.keywords,
        negative_keywords: new.negative_keywords,
        subreddits: new.subreddits,
        competitors: new.competitors,
        blocked_subreddits: new.blocked_subreddits,
    };
    let draft = draft.checked().map_err(|errors| Problem::fields(&errors))?;
    let campaign = store.create_campaign(draft, services.clock.now()).await?;
    let queue = services.queue.as_ref();
    schedules::ensure_campaign(queue, &services.settings, &campaign.id).await?;
    let mut response = (StatusCode::CREATED, Json(&campaign)).into_response();
    let place = format!("/v1/campaigns/{}", super::path_segment(&campaign.id));
    if let Ok(place) = HeaderValue::from_str(&place) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    Ok(response)
}

/// Show a campaign
///
/// By its id; a name will do as well.
#[utoipa::path(get, path = "/campaigns/{id}", tag = "campaigns",
    params(("id" = String, Path, description = "Id or name")),
    responses((status = 200, body = Campaign)))]
async fn show(
    caller: Caller,
    Path(id): Path<String>,
    _: NoQuery,
) -> Result<Json<Campaign>, Problem> {
    caller.campaign(&id).await.map(Json)
}

/// Change what a campaign says
///
/// Its version grows where anything changed that decides what is a lead; posts are then judged anew.
#[utoipa::path(patch, path = "/campaigns/{id}", tag = "campaigns",
    params(("id" = String, Path, description = "Id or name")), request_body = CampaignChange,
    responses((status = 200, body = Campaign)))]
async fn change(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Path(id): Path<String>,
    _: NoQuery,
    Body(change): Body<CampaignChange>,
) -> Result<Json<Campaign>, Problem> {
    let campaign = caller.campaign(&id).await?;
    let id = campaign.id.clone();
    let mut draft = CampaignDraft::from(campaign);
    draft.name = change.name.unwrap_or(draft.name);
    draft.description = change.description.unwrap_or(draft.description);
    draft.keywords = change.keywords.unwrap_or(draft.keywords);
    draft.negative_keywords = change.negative_keywords.unwrap_or(draft.negative_keywords);
    draft.subreddits = change.subreddits.unwrap_or(draft.subreddits);
    draft.competitors = change.competitors.unwrap_or(draft.competitors);
    draft.blocked_subreddits = change.blocked_subreddits.unwrap_or(draft.blocked_subreddits);
    let draft = draft.checked().map_err(|errors| Problem::fields(&errors))?;
    let changed = caller.store.update_campaign(&id, draft, services.clock.now()).await?;
    changed.map(Json).ok_or_else(|| gone(&id))
}

/// Remove a campaign
///
/// All of its leads, and all that was judged for it, go with it.
#[utoipa::path(delete, path = "/campaigns/{id}", tag = "campaigns",
    params(("id" = String, Path, description = "Id or name")),
    responses((status = 204)))]
async fn remove(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Path(id): Path<String>,
    _: NoQuery,
) -> Result<StatusCode, Problem> {
    let id = caller.campaign(&id).await?.id;
    schedules::remove_campaign(services.queue.as_ref(), &id).await?;
    if caller.store.delete_campaign(&id).await? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(gone(&id))
    }
}

/// Pause a campaign
///
/// Its schedule is taken away; jobs that are queued already still run, and find nothing to do.
#[utoipa::path(post, path = "/campaigns/{id}/pause", tag = "campaigns",
    params(("id" = String, Path, description = "Id or name")),
    responses((status = 200, body = Campaign)))]
async fn pause(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Path(id): Path<String>,
    _: NoQuery,
) -> Result<Json<Campaign>, Problem> {
    set(&services, &caller, &id, CampaignStatus::Paused).await
}

/// Let a campaign go on
///
/// Its schedule is made again, at the usual interval.
#[utoipa::path(post, path = "/campaigns/{id}/resume", tag = "campaigns",
    params(("id" = String, Path, description = "Id or name")),
    responses((status = 200, body = Campaign)))]
async fn resume(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Path(id): Path<String>,
    _: NoQuery,
) -> Result<Json<Campaign>, Problem> {
    set(&services, &caller, &id, CampaignStatus::Active).await
}

/// List what a campaign cannot read
///
/// Those of its subreddits that are private, banned or not there, by name. Each is asked for again
/// after a while that grows, up to a week.
#[utoipa::path(get, path = "/campaigns/{id}/closed-subreddits", tag = "campaigns",
    params(("id" = String, Path, description = "Id or name"), PageParams),
    responses((status = 200, body = Page<ClosedSubreddit>)))]
async fn closed(
    caller: Caller,
    Path(id): Path<String>,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<ClosedSubreddit>>, Problem> {
    let campaign = caller.campaign(&id).await?;
    let mut closed = caller.store.closed_subreddits_of(&campaign.id).await?;
    closed.retain(|closed| campaign.names(&closed.name));
    Page::of(closed, &page, |closed| closed.name.to_lowercase()).map(Json)
}

async fn set(
    services: &Services,
    caller: &Caller,
    id: &str,
    status: CampaignStatus,
) -> Result<Json<Campaign>, Problem> {
    let campaign = caller.campaign(id).await?;
    let (queue, id) = (services.queue.as_ref(), &campaign.id);
    // The schedule is put right also where the campaign is in that status already.
    match status {
        CampaignStatus::Active => {
            schedules::ensure_campaign(queue, &services.settings, id).await?;
        }
        CampaignStatus::Paused => schedules::remove_campaign(queue, id).await?,
    }
    if campaign.status != status {
        caller.store.set_campaign_status(id, status, services.clock.now()).await?;
    }
    caller.campaign(id).await.map(Json)
}

fn gone(id: &str) -> Problem {
    Problem::not_found(format!("there is no campaign {id:?} any more"))
}
