//! What stands around every route.

use std::any::Any;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use metrics::{counter, histogram};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::set_header::SetResponseHeaderLayer;

use super::limits::{EXEMPT, Limits, limit};
use super::problem::Problem;
use crate::config::SloSettings;
use crate::telemetry::metrics as names;
use crate::telemetry::slo::{Slo, Tally};

/// Longest time for one request.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);
/// The route of what does not exist.
const UNMATCHED: &str = "unmatched";
/// Largest body of a request, in bytes.
const MAX_BODY: usize = 64 * 1024;

/// Adds the layers; the last one added sees a request first.
pub(super) fn apply(router: Router, limits: Limits, promise: Promise) -> Router {
    let request_id = HeaderName::from_static("x-request-id");
    let header =
        |name, value| SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value));
    router
        .fallback(|| async { Problem::not_found("there is nothing here; see /v1/leads") })
        .method_not_allowed_fallback(|| async {
            let status = StatusCode::METHOD_NOT_ALLOWED;
            Problem::new(status, "this can only be read: use GET")
        })
        .layer(from_fn(timeout))
        .layer(RequestBodyLimitLayer::new(MAX_BODY))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(Arc::new(limits), limit))
        .layer(from_fn_with_state(promise, measure))
        .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header(header::CACHE_CONTROL, "no-store"))
        .layer(PropagateRequestIdLayer::new(request_id.clone()))
        .layer(SetRequestIdLayer::new(request_id, MakeRequestUuid))
}

async fn timeout(request: Request, next: Next) -> Response {
    match tokio::time::timeout(REQUEST_TIMEOUT, next.run(request)).await {
        Ok(response) => response,
        Err(_) => {
            let detail = format!("no answer within {} s", REQUEST_TIMEOUT.as_secs());
            Problem::new(StatusCode::GATEWAY_TIMEOUT, detail).into_response()
        }
    }
}

#[allow(clippy::needless_pass_by_value)] // the layer's signature
fn panicked(_panic: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("a request panicked");
    Problem::internal().into_response()
}

/// What is promised of requests, and what has been seen of that.
#[derive(Clone)]
pub(super) struct Promise {
    tally: Arc<Tally>,
    latency: Duration,
}

impl Promise {
    pub(super) fn new(tally: Arc<Tally>, settings: &SloSettings) -> Self {
        Self { tally, latency: Duration::from_millis(settings.latency_ms) }
    }

    /// Monitoring and what does not exist are no matter of the service that is promised.
    fn record(&self, route: &str, status: StatusCode, took: Duration) {
        if route == UNMATCHED || EXEMPT.contains(&route) {
            return;
        }
        self.tally.record(Slo::Availability, !status.is_server_error());
        self.tally.record(Slo::Latency, took <= self.latency);
    }
}

/// Counts and times requests by route: never by path, of which there are as many as a stranger
/// likes.
async fn measure(State(promise): State<Promise>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let method = match request.method().as_str() {
        known @ ("GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS") => known,
        _ => "other",
    }
    .to_owned();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| UNMATCHED.to_owned(), |path| path.as_str().to_owned());
    let response = next.run(request).await;
    let took = begun.elapsed();
    promise.record(&route, response.status(), took);
    let status = response.status().as_u16().to_string();
    let seconds = took.as_secs_f64();
    histogram!(names::HTTP_DURATION, "method" => method.clone(), "route" => route.clone())
        .record(seconds);
    counter!(names::HTTP_REQUESTS, "method" => method, "route" => route, "status" => status)
        .increment(1);
    response
}
