//! `/v1/accounts`: what the system works with outside, and how much of it may be used.

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
use crate::services::Services;

pub(super) fn routes() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(show))
}

/// An account with somebody outside. No secret is ever told.
#[derive(Debug, Serialize, ToSchema)]
struct Account {
    /// `reddit`, or `ai`.
    id: String,
    /// Whether it is set up: without Reddit nothing is found, without AI local rules judge.
    configured: bool,
    /// The name of the AI provider that is asked first; null for Reddit.
    provider: Option<String>,
    /// The model that it is asked for; null for Reddit.
    model: Option<String>,
    /// The id of the Reddit app; told to keys with the scope `admin`.
    client_id: Option<String>,
    /// Requests a minute that all processes together may send; null where there is no limit.
    requests_per_minute: Option<u64>,
    /// Tokens a minute, sent and received; null where there is no limit.
    tokens_per_minute: Option<u64>,
}

fn accounts(services: &Services, caller: &Caller) -> Vec<Account> {
    let (settings, limits) = (&services.settings, &services.settings.rate_limit);
    let limit = |n: u64| (n > 0).then_some(n);
    let filled = |text: &Option<String>| text.as_deref().is_some_and(|t| !t.trim().is_empty());
    let ai = settings.ai.chain().into_iter().next();
    let reddit = &settings.reddit;
    vec![
        Account {
            id: "ai".to_owned(),
            configured: ai.is_some(),
            provider: ai.as_ref().map(|ai| ai.name.clone()),
            model: ai.map(|ai| ai.model),
            client_id: None,
            requests_per_minute: limit(limits.ai_requests_per_minute),
            tokens_per_minute: limit(limits.ai_tokens_per_minute),
        },
        Account {
            id: "reddit".to_owned(),
            configured: filled(&reddit.client_id),
            provider: None,
            model: None,
            client_id: reddit.client_id.clone().filter(|_| caller.is_admin()),
            requests_per_minute: limit(limits.reddit_per_minute),
            tokens_per_minute: None,
        },
    ]
}

/// List accounts
#[utoipa::path(get, path = "/accounts", tag = "accounts", params(PageParams),
    responses((status = 200, body = Page<Account>)))]
async fn list(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<Account>>, Problem> {
    Page::of(accounts(&services, &caller), &page, |account| account.id.clone()).map(Json)
}

/// Show an account
#[utoipa::path(get, path = "/accounts/{id}", tag = "accounts",
    params(("id" = String, Path, description = "reddit or ai")),
    responses((status = 200, body = Account)))]
async fn show(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Path(id): Path<String>,
    _: NoQuery,
) -> Result<Json<Account>, Problem> {
    let found = accounts(&services, &caller).into_iter().find(|account| account.id == id);
    found.map(Json).ok_or_else(|| Problem::not_found(format!("there is no account {id:?}")))
}
