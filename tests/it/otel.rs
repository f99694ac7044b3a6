//! Spans for OpenTelemetry, as a collector gets them.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use opentelemetry_proto::tonic::collector::trace::v1::ExportTraceServiceRequest;
use opentelemetry_proto::tonic::trace::v1::Span;
use opentelemetry_proto::tonic::trace::v1::span::SpanKind;
use prost::Message;
use reqwest::Method;
use serde_json::{Value, json};
use wiremock::matchers::{header, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::support::api::Api;
use crate::support::embedded::Sandbox;
use crate::support::process::{Running, json as told, leadctl, run, text};

const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";
const CALLER: &str = "b7ad6b7169203331";

/// leadctl with its spans going to a collector.
fn exporting(home: &Path, sandbox: &Sandbox, collector: &str) -> Command {
    let mut command = leadctl(home);
    command.envs(sandbox.env.iter().cloned()).env("OTEL_EXPORTER_OTLP_ENDPOINT", collector);
    command.env("OTEL_EXPORTER_OTLP_HEADERS", "authorization=hunter2");
    command
}

fn worker(command: &mut Command) -> Running {
    let mut worker = Running::start(command.args(["worker", "--listen", "127.0.0.1:0"]));
    worker.stderr.until("the worker is up");
    worker
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn texts(span: &Span) -> BTreeMap<String, String> {
    let pairs = span.attributes.iter().map(|pair| {
        (pair.key.clone(), format!("{:?}", pair.value.as_ref().and_then(|v| v.value.clone())))
    });
    pairs.collect()
}

#[test]
fn a_request_and_its_job_are_one_trace_at_the_collector() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let sandbox = Sandbox::start(home);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let collector = runtime.block_on(MockServer::start());
    let takes = Mock::given(method("POST"))
        .and(path("/v1/traces"))
        .and(header("authorization", "hunter2"))
        .respond_with(ResponseTemplate::new(200));
    runtime.block_on(collector.register(takes));

    let mut api = Api::start_as(&mut exporting(home, &sandbox, &collector.uri()));
    let mut worker = worker(&mut exporting(home, &sandbox, &collector.uri()));
    let body = json!({"kind": "lead", "campaign": sandbox.campaign});
    let asked = api.ask(Method::POST, "/v1/jobs", "").json(&body);
    let asked = asked.header("traceparent", format!("00-{TRACE}-{CALLER}-01"));
    let added: Value = runtime
        .block_on(async { asked.send().await.expect("an answer").json().await.expect("JSON") });
    let job = format!("{}/{}", added["queue"].as_str().unwrap(), added["id"].as_str().unwrap());
    let waited = run(home, &["jobs", "wait", &job, "--timeout", "60s"]);
    assert!(waited.status.success(), "{}", text(&waited.stderr));
    let way = told(home, &["trace", &job, "-o", "json"]);
    assert_eq!(way["jobs"][0]["enqueued"]["trace_id"], TRACE, "{way}");

    // What is not sent yet is sent when they stop.
    assert!(api.process.end(Signal::SIGTERM).success());
    assert!(worker.end(Signal::SIGTERM).success());
    let taken = runtime.block_on(collector.received_requests()).expect("requests");
    let mut spans = Vec::new();
    for request in &taken {
        let export = ExportTraceServiceRequest::decode(&*request.body).expect("protobuf");
        for resource in export.resource_spans {
            let about = format!("{:?}", resource.resource);
            assert!(about.contains("\"leadctl\"") && about.contains("leadctl.process"), "{about}");
            spans.extend(resource.scope_spans.into_iter().flat_map(|scope| scope.spans));
        }
    }
    let find = |name: &str| {
        let names: Vec<&str> = spans.iter().map(|span| span.name.as_str()).collect();
        let found = spans.iter().find(|span| span.name == name);
        found.unwrap_or_else(|| panic!("no span {name} among {names:?}"))
    };
    let (request, job) = (find("POST /v1/jobs"), find("process lead-discovery"));
    let call = find("reddit");
    for (span, parent, kind) in [
        (request, CALLER.to_owned(), SpanKind::Server),
        (job, hex(&request.span_id), SpanKind::Consumer),
        (call, hex(&job.span_id), SpanKind::Client),
    ] {
        assert_eq!(hex(&span.trace_id), TRACE, "{}", span.name);
        assert_eq!((hex(&span.parent_span_id), span.kind()), (parent, kind), "{}", span.name);
    }
    assert!(texts(request)["http.response.status_code"].contains("202"), "{request:?}");
    assert!(texts(job)["leadctl.outcome"].contains("completed"), "{job:?}");
}

#[test]
fn a_collector_that_is_away_changes_nothing_but_a_warning() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let sandbox = Sandbox::start(home);
    // Nobody listens there.
    let mut command = exporting(home, &sandbox, "http://127.0.0.1:1");
    let mut worker = worker(command.env("OTEL_BSP_SCHEDULE_DELAY", "50"));
    for id in ["one", "two"] {
        let enqueue = ["jobs", "enqueue", "lead", "-C", &sandbox.campaign, "--id", id, "--wait"];
        let waited = run(home, &enqueue);
        assert!(waited.status.success(), "{}", text(&waited.stderr));
    }
    worker.stderr.until("spans cannot be exported");
    let began = Instant::now();
    assert!(worker.end(Signal::SIGTERM).success());
    assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
    let rest = worker.stderr.rest();
    let warnings = rest.iter().filter(|line| line.contains("spans cannot be exported"));
    assert_eq!(warnings.count(), 0, "told once: {rest:#?}");
    assert!(!rest.iter().any(|line| line.contains("hunter2")), "{rest:#?}");
}
