//! `/v1/usage`: what was asked of AI providers, and what that cost.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::auth::Caller;
use super::params::{Page, PageParams, Query};
use super::problem::Problem;
use crate::services::Services;
use crate::store::{AiBudgetOf, AiUsage};

pub(super) fn routes() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(budgets))
}

/// Which usage.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Params {
    /// Of this month, as in `2026-01`.
    #[param(pattern = "^[0-9]{4}-[0-9]{2}$")]
    month: Option<String>,
    /// Of this provider.
    #[param(min_length = 1)]
    provider: Option<String>,
    /// Most items on the page.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200, default = 50)]
    limit: Option<String>,
    /// `next` of the page before.
    #[param(min_length = 1)]
    cursor: Option<String>,
}

/// List what was used
///
/// Requests, tokens and money by month, provider and model, for the caller's campaigns; for all
/// owners to keys with the scope `admin`. Money is reckoned with the prices that were set at the time.
#[utoipa::path(get, path = "/usage", tag = "usage", params(Params),
    responses((status = 200, body = Page<AiUsage>)))]
async fn list(
    caller: Caller,
    Query(params): Query<Params>,
) -> Result<Json<Page<AiUsage>>, Problem> {
    if let Some(month) = params.month.as_deref().filter(|month| !is_month(month)) {
        let why = format!("month={month} is not a month; give it as in 2026-01");
        return Err(Problem::bad_request(why));
    }
    if params.provider.as_deref() == Some("") {
        return Err(Problem::bad_request("provider= names none; leave it out for all of them"));
    }
    let mut used = caller.store.usage().await?;
    used.retain(|u| params.month.as_ref().is_none_or(|month| u.month == *month));
    used.retain(|u| params.provider.as_ref().is_none_or(|provider| u.provider == *provider));
    let page = PageParams::new(params.limit, params.cursor);
    let key = |u: &AiUsage| {
        let owner = u.owner.as_deref().unwrap_or_default();
        format!("{} {} {} {owner}", u.month, u.provider, u.model)
    };
    Page::of(used, &page, key).map(Json)
}

/// List budgets
///
/// What may be spent on AI providers in a month, and was: the caller's own; those of all users to keys
/// with the scope `admin`. Where a budget is spent, the local rules judge posts.
#[utoipa::path(get, path = "/usage/budgets", tag = "usage", params(PageParams),
    responses((status = 200, body = Page<AiBudgetOf>)))]
async fn budgets(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<AiBudgetOf>>, Problem> {
    let ai = &services.settings.ai;
    let budgets = caller.store.ai_budgets(ai, services.clock.now()).await?;
    Page::of(budgets, &page, |of| of.owner.clone().unwrap_or_default()).map(Json)
}

fn is_month(text: &str) -> bool {
    let digits = |part: &str, len| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    text.split_once('-').is_some_and(|(year, month)| digits(year, 4) && digits(month, 2))
}
