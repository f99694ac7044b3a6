//! What requests change, as it is kept for `leadctl audit`: each under the action of the command
//! that would have done the same.

use std::sync::Arc;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};
use tracing::Instrument;

use super::auth::{Identified, Identity, by};
use super::layers::request_id;
use super::problem::Problem;
use crate::model::Timestamp;
use crate::services::Services;
use crate::store::{AuditEntry, AuditOutcome};
use crate::telemetry::trace::Origin;

/// Longest target and query that are kept, in characters.
const CHARS: usize = 300;

/// The action of each route that changes something.
const ACTIONS: &[(&str, &str, &str)] = &[
    ("POST", "/v1/campaigns", "campaigns.add"),
    ("PATCH", "/v1/campaigns/{id}", "campaigns.edit"),
    ("DELETE", "/v1/campaigns/{id}", "campaigns.rm"),
    ("POST", "/v1/campaigns/{id}/pause", "campaigns.pause"),
    ("POST", "/v1/campaigns/{id}/resume", "campaigns.resume"),
    ("PATCH", "/v1/leads/{id}", "leads.set-status"),
    ("POST", "/v1/jobs", "jobs.enqueue"),
    ("DELETE", "/v1/jobs/{queue}/{id}", "jobs.rm"),
    ("POST", "/v1/jobs/{queue}/{id}/retry", "jobs.retry"),
    ("POST", "/v1/jobs/{queue}/{id}/cancel", "jobs.cancel"),
    ("POST", "/v1/queues/{name}/pause", "queue.pause"),
    ("POST", "/v1/queues/{name}/resume", "queue.resume"),
    ("PATCH", "/v1/breakers/{name}", "breaker.change"),
    ("DELETE", "/v1/cache", "cache.flush"),
    ("DELETE", "/v1/accounts/{id}", "accounts.rm"),
    ("POST", "/v1/webhooks", "webhooks.add"),
    ("DELETE", "/v1/webhooks/{id}", "webhooks.rm"),
    ("POST", "/v1/webhooks/{id}/test", "webhooks.test"),
];

/// What a handler says of what it has done, as an extension of its response.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    /// A more exact action than that of the route.
    pub(super) action: Option<&'static str>,
    /// What was changed, where the path does not say.
    pub(super) target: Option<String>,
    /// How it was asked for.
    pub(super) options: Map<String, Value>,
}

/// Keeps what a request has changed. What was begun is ended and kept also where the client has
/// gone, or the time was up.
pub(super) async fn kept(
    State(services): State<Arc<Services>>,
    request: Request,
    next: Next,
) -> Response {
    if request.method().is_safe() {
        return next.run(request).await;
    }
    let asked = Asked::of(&request);
    let done = async move {
        let response = next.run(request).await;
        if let Some(entry) = asked.entry(&response, services.clock.now())
            && let Err(error) = services.store.record_audit(&entry).await
        {
            tracing::error!(%error, action = entry.action, "a change is not in the audit trail");
        }
        response
    };
    match tokio::spawn(Origin::carry(done).in_current_span()).await {
        Ok(response) => response,
        Err(error) => {
            tracing::error!(%error, "a request panicked");
            Problem::internal().into_response()
        }
    }
}

/// What is asked for, and by whom.
struct Asked {
    action: &'static str,
    actor: String,
    key: Option<String>,
    request_id: Option<String>,
    target: String,
    query: Option<String>,
}

impl Asked {
    fn of(request: &Request) -> Self {
        let route = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str);
        let identified = request.extensions().get::<Identified>();
        let key = match identified {
            Some(Ok(Identity::Key(key))) => Some(key.id.clone()),
            _ => None,
        };
        Self {
            action: action(request.method(), route),
            actor: identified.and_then(by).unwrap_or_else(|| "nobody@api".to_owned()),
            key,
            request_id: request_id(request.headers()),
            target: parameters(route, request.uri()),
            query: request.uri().query().map(short),
        }
    }

    /// What is kept; nothing where the request was refused, and so has changed nothing.
    fn entry(self, response: &Response, at: Timestamp) -> Option<AuditEntry> {
        let status = response.status();
        let outcome = match status {
            status if status.is_success() => AuditOutcome::Done,
            status if status.is_server_error() => AuditOutcome::Failed,
            _ => return None,
        };
        let told = response.extensions().get::<Told>().cloned().unwrap_or_default();
        let mut detail = Map::new();
        detail.insert("via".to_owned(), "api".into());
        let texts = [("request_id", self.request_id), ("key", self.key), ("query", self.query)];
        for (name, value) in texts {
            if let Some(value) = value {
                detail.insert(name.to_owned(), value.into());
            }
        }
        if status != StatusCode::OK {
            detail.insert("status".to_owned(), status.as_u16().into());
        }
        if !told.options.is_empty() {
            detail.insert("options".to_owned(), told.options.into());
        }
        let made = told.target.or_else(|| made(response.headers()));
        Some(AuditEntry {
            op_id: uuid::Uuid::now_v7().to_string(),
            at,
            actor: self.actor,
            action: told.action.unwrap_or(self.action).to_owned(),
            target: made.map_or(self.target, |made| short(&made)),
            outcome,
            detail: detail.into(),
        })
    }
}

fn action(method: &Method, route: &str) -> &'static str {
    let found = ACTIONS.iter().find(|(m, path, _)| *m == method.as_str() && *path == route);
    // A test sees to it that there is none without.
    found.map_or("api.change", |(_, _, action)| action)
}

/// The values of the parameters in a path, with slashes between.
fn parameters(route: &str, uri: &Uri) -> String {
    let pairs = route.split('/').zip(uri.path().split('/'));
    let values = pairs.filter(|(part, _)| part.starts_with('{')).map(|(_, value)| decoded(value));
    short(&values.collect::<Vec<_>>().join("/"))
}

/// What was made, by the last part of its address.
fn made(headers: &HeaderMap) -> Option<String> {
    let place = headers.get(header::LOCATION)?.to_str().ok()?;
    place.rsplit('/').next().map(decoded)
}

fn decoded(part: &str) -> String {
    percent_decode_str(part).decode_utf8_lossy().into_owned()
}

fn short(text: &str) -> String {
    text.chars().take(CHARS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_that_changes_something_has_an_action() {
        let described = serde_json::to_value(crate::api::described()).unwrap();
        let mut changing = 0;
        for (path, operations) in described["paths"].as_object().unwrap() {
            for method in operations.as_object().unwrap().keys() {
                let method: Method = method.to_uppercase().parse().unwrap_or(Method::GET);
                if method.is_safe() || !path.starts_with("/v1") {
                    continue;
                }
                changing += 1;
                assert_ne!(action(&method, path), "api.change", "{method} {path}");
            }
        }
        assert_eq!(changing, ACTIONS.len());
    }

    #[test]
    fn what_was_changed_is_read_from_the_path() {
        let uri: Uri = "/v1/jobs/lead-discovery/a%2Fb+c/retry".parse().unwrap();
        assert_eq!(parameters("/v1/jobs/{queue}/{id}/retry", &uri), "lead-discovery/a/b+c");
    }
}
