//! Spans for OpenTelemetry, where `OTEL_EXPORTER_OTLP_ENDPOINT` says where they go.
//!
//! Requests, attempts at jobs and calls of dependencies are spans of their own, apart from those of
//! the log; a request and the jobs that come of it are one trace, by the `traceparent` that goes with
//! a job through the queue. Without an endpoint no span is made, and nothing is spent on it.
//!
//! - [`Export`]: begins and ends the export; the variables of the OpenTelemetry specification hold
//! - [`client`]: the way to the collector; one that is away changes nothing

mod client;
mod export;
mod spans;

pub use export::{Export, shutdown};
pub use spans::{call_span, job_span, request_span, traceparent};

/// The target of these spans, by which the log leaves them out.
pub(super) const TARGET: &str = "leadctl::otel";
