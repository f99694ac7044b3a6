use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::get;
use axum::{Json, Router};
use chrono::DateTime;
use serde::Deserialize;
use serde_json::{Value, json};

use super::problem::{Problem, Query};
use crate::model::{Intent, Lead, LeadStatus, Timestamp};
use crate::services::Services;
use crate::store::{LeadFilter, LeadPageRequest};

/// Leads on a page where nothing is said.
const USUAL: u32 = 50;
/// Most leads on a page.
const MOST: u32 = 200;

pub(super) fn routes() -> Router<Arc<Services>> {
    Router::new().route("/leads", get(list)).route("/leads/{id}", get(show))
}

/// Numbers come as text, so that what is wrong with one can be told by its name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Params {
    campaign: Option<String>,
    subreddit: Option<String>,
    min_score: Option<String>,
    intent: Option<Intent>,
    status: Option<LeadStatus>,
    since: Option<String>,
    limit: Option<String>,
    cursor: Option<String>,
}

async fn list(
    State(services): State<Arc<Services>>,
    Query(params): Query<Params>,
) -> Result<Json<Value>, Problem> {
    let limit = number(params.limit.as_deref(), "limit", 1, MOST)?.unwrap_or(USUAL);
    let min_score = number(params.min_score.as_deref(), "min_score", 0, 100)?;
    let filter = LeadFilter {
        campaign: campaign(&services, params.campaign).await?,
        subreddit: params.subreddit,
        min_score: min_score.and_then(|score| u8::try_from(score).ok()),
        intent: params.intent,
        status: params.status,
        since: params.since.as_deref().map(instant).transpose()?,
    };
    let page = services.store.leads(&filter, LeadPageRequest { cursor: params.cursor, limit });
    let page = page.await?;
    Ok(Json(json!({"items": page.leads, "next": page.next})))
}

async fn show(
    State(services): State<Arc<Services>>,
    Path(id): Path<String>,
) -> Result<Json<Lead>, Problem> {
    let lead = services.store.lead(&id).await?;
    lead.map(Json).ok_or_else(|| Problem::not_found(format!("there is no lead {id:?}")))
}

/// The id of the campaign meant.
async fn campaign(services: &Services, asked: Option<String>) -> Result<Option<String>, Problem> {
    let Some(asked) = asked else { return Ok(None) };
    match services.store.campaign(&asked).await? {
        Some(campaign) => Ok(Some(campaign.id)),
        None => Err(Problem::not_found(format!("there is no campaign {asked:?}"))),
    }
}

fn number(text: Option<&str>, name: &str, least: u32, most: u32) -> Result<Option<u32>, Problem> {
    let Some(text) = text else { return Ok(None) };
    match text.parse::<u32>() {
        Ok(n) if (least..=most).contains(&n) => Ok(Some(n)),
        _ => Err(Problem::bad_request(format!(
            "{name}={text} is not a number from {least} to {most}"
        ))),
    }
}

fn instant(text: &str) -> Result<Timestamp, Problem> {
    DateTime::parse_from_rfc3339(text).map(|at| at.to_utc().into()).map_err(|_| {
        Problem::bad_request(format!(
            "since={text} is not a time; give RFC 3339, as in 2026-01-31T12:00:00Z"
        ))
    })
}
