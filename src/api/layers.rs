//! What stands around every route.

use std::any::Any;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use metrics::{counter, histogram};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::cors::{AllowOrigin, CorsLayer};
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::set_header::SetResponseHeaderLayer;
use tracing::Instrument;

use super::auth::{Auth, Identified, admit, by, identify};
use super::idempotency;
use super::limits::{EXEMPT, Limits, limit};
use super::problem::{Kind, Problem};
use crate::config::{ApiSettings, SloSettings};
use crate::telemetry::metrics as names;
use crate::telemetry::otel;
use crate::telemetry::slo::{Slo, Tally};
use crate::telemetry::trace::Origin;

/// Longest time for one request.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);
/// The route of what does not exist.
const UNMATCHED: &str = "unmatched";
/// The header with the id of a request.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// The header of W3C Trace Context.
const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");
/// How long a browser may remember what it was allowed.
const PREFLIGHT: Duration = Duration::from_secs(600);
/// Largest body of a request, in bytes.
pub(super) const MAX_BODY: usize = 64 * 1024;

/// Adds the layers; the last one added sees a request first.
pub(super) fn apply(
    router: Router,
    auth: Arc<Auth>,
    limits: Arc<Limits>,
    settings: &ApiSettings,
    promise: Promise,
) -> Router {
    let request_id = REQUEST_ID;
    let header =
        |name, value| SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value));
    router
        .fallback(|| async { Problem::not_found("there is nothing here; see /docs") })
        .method_not_allowed_fallback(|| async {
            Problem::new(Kind::MethodNotAllowed, "the header Allow says what can be done with it")
        })
        .layer(from_fn(timeout))
        .layer(RequestBodyLimitLayer::new(MAX_BODY))
        .layer(from_fn(too_large))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(attribute))
        .layer(from_fn(admit))
        .layer(from_fn_with_state(limits, limit))
        .layer(from_fn_with_state(auth, identify))
        .layer(from_fn_with_state(promise, measure))
        .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header(header::CACHE_CONTROL, "no-store"))
        .layer(header(header::REFERRER_POLICY, "no-referrer"))
        .layer(header(header::X_FRAME_OPTIONS, "DENY"))
        .layer(header(
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; frame-ancestors 'none'",
        ))
        .layer(cors(settings))
        .layer(PropagateRequestIdLayer::new(request_id.clone()))
        .layer(SetRequestIdLayer::new(request_id, MakeRequestUuid))
        .layer(from_fn(sound_request_id))
}

/// An id that no log line could hold is none: the request gets one of ours.
async fn sound_request_id(mut request: Request, next: Next) -> Response {
    if request.headers().contains_key(REQUEST_ID) && request_id(request.headers()).is_none() {
        request.headers_mut().remove(REQUEST_ID);
    }
    next.run(request).await
}

/// The id of a request.
pub(super) fn request_id(headers: &HeaderMap) -> Option<String> {
    Origin::request_id_of(headers.get(REQUEST_ID)?.to_str().ok()?)
}

/// The span of a request, as it is named to whoever goes on from it.
#[derive(Debug, Clone)]
struct Exported(String);

/// Whatever a request has done, such as adding a job, says by whom and by which request.
async fn attribute(request: Request, next: Next) -> Response {
    if request.method().is_safe() {
        return next.run(request).await;
    }
    let headers = request.headers();
    let parent = headers.get(TRACEPARENT).and_then(|value| value.to_str().ok());
    let origin = Origin {
        by: request.extensions().get::<Identified>().and_then(by),
        request_id: request_id(headers),
        traceparent: request
            .extensions()
            .get::<Exported>()
            .map(|exported| exported.0.clone())
            .or_else(|| parent.and_then(Origin::traceparent_of)),
    };
    origin.scope(next.run(request)).await
}

/// Web pages of the origins that the operator names may use the API; no others.
fn cors(settings: &ApiSettings) -> CorsLayer {
    let origins = settings.origins();
    let origins = origins.iter().filter_map(|origin| HeaderValue::from_str(origin).ok());
    let exposed = ["ratelimit", "ratelimit-policy", "retry-after", "x-request-id", "location"];
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE])
        .allow_headers([header::AUTHORIZATION, header::CONTENT_TYPE, idempotency::HEADER])
        .expose_headers(exposed.map(HeaderName::from_static))
        .max_age(PREFLIGHT)
}

async fn timeout(request: Request, next: Next) -> Response {
    match tokio::time::timeout(REQUEST_TIMEOUT, next.run(request)).await {
        Ok(response) => response,
        Err(_) => {
            let detail = format!("no answer within {} s", REQUEST_TIMEOUT.as_secs());
            Problem::new(Kind::Timeout, detail).into_response()
        }
    }
}

/// Says as a problem what the layer below says in its own words.
async fn too_large(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let told = response.headers().get(header::CONTENT_TYPE);
    let is_problem = told.is_some_and(|kind| kind == "application/problem+json");
    if response.status() == Kind::TooLarge.status() && !is_problem {
        let detail = format!("the body has more than {MAX_BODY} bytes");
        return Problem::new(Kind::TooLarge, detail).into_response();
    }
    response
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
async fn measure(State(promise): State<Promise>, mut request: Request, next: Next) -> Response {
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
    let id = request_id(request.headers());
    let parent = request.headers().get(TRACEPARENT).and_then(|value| value.to_str().ok());
    let exported = otel::request_span(&method, &route, id.as_deref(), parent);
    if let Some(parent) = otel::traceparent(&exported) {
        request.extensions_mut().insert(Exported(parent));
    }
    let span = tracing::info_span!("request", id, method, route);
    let response = next.run(request).instrument(span).instrument(exported.clone()).await;
    let took = begun.elapsed();
    exported.record("http.response.status_code", response.status().as_u16());
    if response.status().is_server_error() {
        exported.record("otel.status_code", "ERROR");
    }
    drop(exported);
    promise.record(&route, response.status(), took);
    let status = response.status().as_u16().to_string();
    let seconds = took.as_secs_f64();
    histogram!(names::HTTP_DURATION, "method" => method.clone(), "route" => route.clone())
        .record(seconds);
    counter!(names::HTTP_REQUESTS, "method" => method, "route" => route, "status" => status)
        .increment(1);
    response
}
