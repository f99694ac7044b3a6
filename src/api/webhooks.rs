//! `/v1/webhooks`: where new leads are told of.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::auth::Caller;
use super::params::{Body, NoQuery, Page, PageParams, Path, Query};
use super::problem::{Kind, Problem};
use crate::jobs::{WEBHOOK_QUEUE, webhook_job};
use crate::model::{Webhook, WebhookKind};
use crate::services::Services;
use crate::store::SecretWebhook;
use crate::webhooks::{SendError, check_url};

pub(super) fn routes() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, remove))
        .routes(routes!(test))
}

/// A new webhook.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewWebhook {
    /// Who reads it.
    kind: WebhookKind,
    /// Where to: `https`, and an address of the public internet.
    #[schema(value_type = String, min_length = 9, max_length = 2000, format = "uri",
        example = "https://example.com/hooks/leads")]
    url: SecretString,
    /// Leads with at least this score are told of; all where nothing is said.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 100)]
    min_score: u8,
}

/// A webhook that was just added, with its secret, which is told this once.
#[derive(Serialize, ToSchema)]
struct AddedWebhook {
    /// The webhook.
    webhook: Webhook,
    /// What signs its messages (see the header `X-Leadctl-Signature` in docs/api.md).
    secret: String,
}

/// A test that is on its way.
#[derive(Debug, Serialize, ToSchema)]
struct WebhookTest {
    /// The queue of the job that sends it.
    queue: String,
    /// The job's id.
    id: String,
}

/// List webhooks
#[utoipa::path(get, path = "/webhooks", tag = "webhooks", params(PageParams),
    responses((status = 200, body = Page<Webhook>)))]
async fn list(
    caller: Caller,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<Webhook>>, Problem> {
    Page::of(caller.store.webhooks().await?, &page, |webhook| webhook.id.clone()).map(Json)
}

/// Add a webhook
///
/// It is told of new leads of its owner's campaigns. Redirects are not followed.
#[utoipa::path(post, path = "/webhooks", tag = "webhooks", request_body = NewWebhook,
    responses((status = 201, body = AddedWebhook, headers(("Location" = String)))))]
async fn create(
    State(services): State<Arc<Services>>,
    caller: Caller,
    _: NoQuery,
    Body(new): Body<NewWebhook>,
) -> Result<Response, Problem> {
    if new.min_score > 100 {
        return Err(Problem::new(Kind::Invalid, "min_score: is more than 100"));
    }
    let allow_private = services.settings.webhooks.allow_private;
    check_url(new.url.expose_secret(), allow_private).map_err(|error| match error {
        SendError::Address(why) => Problem::new(Kind::Invalid, why),
        error => Problem::new(Kind::Invalid, format!("url: {error}")),
    })?;
    let now = services.clock.now();
    let made = caller.own().create_webhook(new.kind, &new.url, new.min_score, now).await?;
    let place = format!("/v1/webhooks/{}", made.webhook.id);
    let body =
        AddedWebhook { webhook: made.webhook, secret: made.secret.expose_secret().to_owned() };
    let mut response = (StatusCode::CREATED, Json(body)).into_response();
    if let Ok(place) = HeaderValue::from_str(&place) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    Ok(response)
}

async fn found(caller: &Caller, id: &str) -> Result<SecretWebhook, Problem> {
    let webhook = caller.store.webhook(id).await?;
    webhook.ok_or_else(|| Problem::not_found(format!("there is no webhook {id:?}")))
}

/// Show a webhook
#[utoipa::path(get, path = "/webhooks/{id}", tag = "webhooks",
    params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = Webhook)))]
async fn show(
    caller: Caller,
    Path(id): Path<String>,
    _: NoQuery,
) -> Result<Json<Webhook>, Problem> {
    found(&caller, &id).await.map(|found| Json(found.webhook))
}

/// Remove a webhook
///
/// Messages that wait to be sent are not sent any more.
#[utoipa::path(delete, path = "/webhooks/{id}", tag = "webhooks",
    params(("id" = String, Path, description = "Its id")), responses((status = 204)))]
async fn remove(caller: Caller, Path(id): Path<String>, _: NoQuery) -> Result<StatusCode, Problem> {
    found(&caller, &id).await?;
    caller.store.delete_webhook(&id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Test a webhook
///
/// A message without a lead is sent, once; `/v1/jobs/{queue}/{id}` tells how that went.
#[utoipa::path(post, path = "/webhooks/{id}/test", tag = "webhooks",
    params(("id" = String, Path, description = "Its id")),
    responses((status = 202, body = WebhookTest)))]
async fn test(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Path(id): Path<String>,
    _: NoQuery,
) -> Result<(StatusCode, Json<WebhookTest>), Problem> {
    let webhook = found(&caller, &id).await?.webhook;
    let job = webhook_job(&services, &webhook.id, None);
    let added = services.queue.add(WEBHOOK_QUEUE, job).await?;
    let body = WebhookTest { queue: WEBHOOK_QUEUE.to_owned(), id: added.id };
    Ok((StatusCode::ACCEPTED, Json(body)))
}
