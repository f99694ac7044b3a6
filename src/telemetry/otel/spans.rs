use std::collections::HashMap;

use opentelemetry::propagation::TextMapPropagator;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use tracing::Span;
use tracing::field::Empty;
use tracing_opentelemetry::OpenTelemetrySpanExt;

use super::export::is_on;

const FIELD: &str = "traceparent";

/// The span of a request to the API, behind the caller's where `parent` names one; it takes
/// `http.response.status_code` and `otel.status_code`.
pub fn request_span(method: &str, route: &str, id: Option<&str>, parent: Option<&str>) -> Span {
    if !is_on() {
        return Span::none();
    }
    let span = tracing::info_span!(
        target: "leadctl::otel",
        "request",
        otel.name = format!("{method} {route}"),
        otel.kind = "server",
        otel.status_code = Empty,
        http.request.method = method,
        http.route = route,
        http.response.status_code = Empty,
        leadctl.request_id = id,
    );
    follow(span, parent)
}

/// The span of an attempt at a job, behind whatever had the job added; it takes `leadctl.outcome` and
/// `otel.status_code`.
pub fn job_span(queue: &str, id: &str, name: &str, attempt: u32, parent: Option<&str>) -> Span {
    if !is_on() {
        return Span::none();
    }
    let span = tracing::info_span!(
        target: "leadctl::otel",
        "job",
        otel.name = format!("process {queue}"),
        otel.kind = "consumer",
        otel.status_code = Empty,
        messaging.system = "bullmq",
        messaging.destination.name = queue,
        messaging.message.id = id,
        leadctl.job = name,
        leadctl.attempt = attempt,
        leadctl.outcome = Empty,
    );
    follow(span, parent)
}

/// The span of a call of a dependency; it takes `otel.status_code` and `error.message`.
pub fn call_span(target: &str) -> Span {
    if !is_on() {
        return Span::none();
    }
    tracing::info_span!(
        target: "leadctl::otel",
        "call",
        otel.name = target,
        otel.kind = "client",
        otel.status_code = Empty,
        error.message = Empty,
    )
}

/// What names a span to whoever goes on from it, as W3C Trace Context writes it.
pub fn traceparent(span: &Span) -> Option<String> {
    if !is_on() {
        return None;
    }
    let mut carrier = HashMap::new();
    TraceContextPropagator::new().inject_context(&span.context(), &mut carrier);
    carrier.remove(FIELD)
}

fn follow(span: Span, parent: Option<&str>) -> Span {
    if let Some(parent) = parent {
        let carrier = HashMap::from([(FIELD.to_owned(), parent.to_owned())]);
        let context = TraceContextPropagator::new().extract(&carrier);
        if span.set_parent(context).is_err() {
            tracing::debug!("a span could not be put behind that of its caller");
        }
    }
    span
}
