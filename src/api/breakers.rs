//! `/v1/breakers`: whether Reddit and the AI provider are asked at all.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::audit::Told;
use super::auth::Caller;
use super::params::{Body, NoQuery, Page, PageParams, Path, Query};
use super::problem::{Kind, Problem};
use crate::guard::breaker::{self, Breaker, By, ChangeError, Manual, Status};
use crate::model::Timestamp;
use crate::services::Services;
use crate::shared_state::SharedStateError;

/// Longest time for which a breaker can be set by hand, in seconds: a year.
const LONGEST_SECS: u64 = 31_536_000;
/// Longest reason, in characters.
const MAX_REASON: usize = 500;

pub(super) fn routes() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(show, change))
}

/// A circuit breaker: one state for all processes.
#[derive(Debug, Serialize, ToSchema)]
struct BreakerView {
    /// `reddit`, or `ai:` and the provider's name.
    name: String,
    // Its state; a comment for the description would become a part of the schema.
    #[schema(inline)]
    state: breaker::Kind,
    /// Since when.
    since: Timestamp,
    /// When the state ends, or the next trial may be made; null where that is open.
    until: Option<Timestamp>,
    /// Calls looked at.
    calls: u64,
    /// Share of those that failed, in percent.
    failure_percent: f64,
    /// Share of those that were slow, in percent.
    slow_percent: f64,
    /// Openings in a row.
    openings: u32,
    /// All calls so far that went well.
    succeeded: u64,
    /// All that failed.
    failed: u64,
    /// All that were rejected.
    not_permitted: u64,
    /// The last errors that counted, newest first; told to keys with the scope `admin`.
    errors: Vec<BreakerError>,
    /// Who set the state by hand, as told to keys with the scope `admin`.
    by: Option<String>,
    /// Why.
    why: Option<String>,
}

/// An error that counted.
#[derive(Debug, Serialize, ToSchema)]
struct BreakerError {
    /// When.
    at: Timestamp,
    /// What.
    message: String,
}

impl BreakerView {
    fn of(status: Status, caller: &Caller) -> Self {
        let admin = caller.is_admin();
        let errors = if admin { status.errors } else { Vec::new() };
        let by = status.by.filter(|_| admin);
        Self {
            name: status.name,
            state: status.state,
            since: status.since,
            until: status.until,
            calls: status.figures.calls,
            failure_percent: status.figures.failure_percent,
            slow_percent: status.figures.slow_percent,
            openings: status.openings,
            succeeded: status.counters.succeeded,
            failed: status.counters.failed,
            not_permitted: status.counters.not_permitted,
            errors: errors
                .into_iter()
                .map(|error| BreakerError { at: error.at, message: error.error })
                .collect(),
            why: by.as_ref().map(|by| by.why.clone()),
            by: by.map(|by| by.who),
        }
    }
}

/// What somebody can have a breaker do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Action {
    /// Close, and forget what was.
    Reset,
    /// Let the next calls through as trials.
    HalfOpen,
    /// Reject all calls.
    ForceOpen,
    /// Let all calls through, unwatched.
    Disable,
    /// Let all calls through and watch them.
    MetricsOnly,
}

/// A change by hand.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct BreakerChange {
    /// What to do.
    action: Action,
    /// For how long, in seconds; until it is reset where absent. Not for `reset` and `half_open`.
    #[schema(minimum = 1, maximum = 31_536_000)]
    for_secs: Option<u64>,
    /// Why, for those who come after.
    #[serde(default)]
    #[schema(max_length = 500)]
    reason: String,
}

impl BreakerChange {
    /// As the command line would have done it, where it can.
    fn told(&self) -> Told {
        let mut options = serde_json::Map::new();
        if !self.reason.is_empty() {
            options.insert("reason".to_owned(), self.reason.as_str().into());
        }
        if let Some(secs) = self.for_secs {
            options.insert("for_secs".to_owned(), secs.into());
        }
        let action = match self.action {
            Action::Reset => "breaker.reset",
            Action::HalfOpen => "breaker.probe",
            Action::ForceOpen => "breaker.trip",
            Action::Disable => "breaker.disable",
            Action::MetricsOnly => {
                options.insert("metrics_only".to_owned(), true.into());
                "breaker.disable"
            }
        };
        Told { action: Some(action), options, ..Told::default() }
    }

    fn manual(&self, now: Timestamp) -> Result<Manual, Problem> {
        if self.for_secs.is_some_and(|secs| !(1..=LONGEST_SECS).contains(&secs)) {
            let why = format!("for_secs: is not from 1 to {LONGEST_SECS}");
            return Err(Problem::new(Kind::Invalid, why));
        }
        if self.reason.chars().count() > MAX_REASON {
            let why = format!("reason: is longer than {MAX_REASON} characters");
            return Err(Problem::new(Kind::Invalid, why));
        }
        let until = self.for_secs.map(|secs| now.plus(Duration::from_secs(secs)));
        Ok(match self.action {
            Action::Reset => Manual::Reset,
            Action::HalfOpen => Manual::HalfOpen,
            Action::ForceOpen => Manual::ForceOpen { until },
            Action::Disable => Manual::Disable { until },
            Action::MetricsOnly => Manual::MetricsOnly { until },
        })
    }
}

async fn named(services: &Services, name: &str) -> Result<Breaker, Problem> {
    let known = services.guards.known().await.map_err(|error| away(&error))?;
    if known.iter().any(|known| known == name) {
        Ok(services.guards.breaker(name))
    } else {
        let known = known.join(", ");
        Err(Problem::not_found(format!("there is no breaker {name:?}; there are {known}")))
    }
}

fn away(error: &SharedStateError) -> Problem {
    tracing::error!(%error, "the shared state failed a request");
    Problem::new(Kind::Unavailable, "the shared state does not answer; try again in a moment")
        .retry_after(Duration::from_secs(1))
}

/// List circuit breakers
#[utoipa::path(get, path = "/breakers", tag = "breakers", params(PageParams),
    responses((status = 200, body = Page<BreakerView>)))]
async fn list(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Query(page): Query<PageParams>,
) -> Result<Json<Page<BreakerView>>, Problem> {
    let known = services.guards.known().await.map_err(|error| away(&error))?;
    let page = Page::of(known, &page, Clone::clone)?;
    let mut items = Vec::with_capacity(page.items.len());
    for name in page.items {
        let status = services.guards.breaker(&name).status().await;
        items.push(BreakerView::of(status, &caller));
    }
    Ok(Json(Page { items, next: page.next }))
}

/// Show a circuit breaker
#[utoipa::path(get, path = "/breakers/{name}", tag = "breakers",
    params(("name" = String, Path, description = "reddit, or ai: and the provider's name")),
    responses((status = 200, body = BreakerView)))]
async fn show(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Path(name): Path<String>,
    _: NoQuery,
) -> Result<Json<BreakerView>, Problem> {
    let status = named(&services, &name).await?.status().await;
    Ok(Json(BreakerView::of(status, &caller)))
}

/// Change a circuit breaker by hand
///
/// For all processes. Needs the scope `admin`.
#[utoipa::path(patch, path = "/breakers/{name}", tag = "breakers",
    params(("name" = String, Path, description = "reddit, or ai: and the provider's name")),
    request_body = BreakerChange, responses((status = 200, body = BreakerView)))]
async fn change(
    State(services): State<Arc<Services>>,
    caller: Caller,
    Path(name): Path<String>,
    _: NoQuery,
    Body(change): Body<BreakerChange>,
) -> Result<(Extension<Told>, Json<BreakerView>), Problem> {
    caller.must_be_admin()?;
    let breaker = named(&services, &name).await?;
    let now = services.clock.now();
    let who = format!("{}@api", caller.user().unwrap_or("local"));
    let by = By { who, at: now, why: change.reason.clone() };
    breaker.change(change.manual(now)?, by).await.map_err(|error| match error {
        ChangeError::Refused(refused) => Problem::new(Kind::Conflict, refused.to_string()),
        ChangeError::Shared(error) => away(&error),
    })?;
    let told = Extension(change.told());
    Ok((told, Json(BreakerView::of(breaker.status().await, &caller))))
}
