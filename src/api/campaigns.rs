use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::problem::Problem;
use crate::model::Campaign;
use crate::services::Services;

pub(super) fn routes() -> Router<Arc<Services>> {
    Router::new().route("/campaigns", get(list)).route("/campaigns/{id}", get(show))
}

async fn list(State(services): State<Arc<Services>>) -> Result<Json<Value>, Problem> {
    let campaigns = services.store.campaigns().await?;
    Ok(Json(json!({"items": campaigns, "next": null})))
}

async fn show(
    State(services): State<Arc<Services>>,
    Path(id): Path<String>,
) -> Result<Json<Campaign>, Problem> {
    let campaign = services.store.campaign(&id).await?;
    campaign.map(Json).ok_or_else(|| Problem::not_found(format!("there is no campaign {id:?}")))
}
