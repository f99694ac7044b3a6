use std::env::var;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use opentelemetry::KeyValue;
use opentelemetry::trace::TracerProvider;
use opentelemetry_otlp::{ExporterBuildError, SpanExporter, WithHttpConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::{SdkTracer, SdkTracerProvider};
use tokio::runtime::Handle;
use tracing::Subscriber;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::registry::LookupSpan;

use super::TARGET;
use super::client::Client;

/// What we are called where `OTEL_SERVICE_NAME` says nothing.
const NAME: &str = "leadctl";
/// Longest time for the last spans.
const FLUSH: Duration = Duration::from_secs(3);

/// Spans are made.
static ON: AtomicBool = AtomicBool::new(false);
static PROVIDER: Mutex<Option<SdkTracerProvider>> = Mutex::new(None);

/// Why spans cannot be exported.
#[derive(Debug, thiserror::Error)]
enum Unusable {
    #[error("the HTTP client cannot be made")]
    Client(#[from] reqwest::Error),
    #[error("{0}")]
    Exporter(#[from] ExporterBuildError),
}

/// An export that can begin.
#[derive(Debug)]
pub struct Export {
    provider: SdkTracerProvider,
    tracer: SdkTracer,
}

impl Export {
    /// The export that the environment asks for, of a process of this kind; nothing where it asks
    /// for none. What is wrong with it is the second: it ends no process.
    pub fn from_env(process: &'static str) -> (Option<Self>, Option<String>) {
        let said = |name: &str| var(name).ok().filter(|value| !value.trim().is_empty());
        let endpoint = said("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
            .or_else(|| said("OTEL_EXPORTER_OTLP_ENDPOINT"));
        let off = said("OTEL_SDK_DISABLED").is_some_and(|off| off.eq_ignore_ascii_case("true"))
            || said("OTEL_TRACES_EXPORTER").is_some_and(|exporter| exporter == "none");
        if endpoint.is_none() || off {
            return (None, None);
        }
        match Self::new(process, said("OTEL_SERVICE_NAME").is_none()) {
            Ok(export) => (Some(export), None),
            Err(error) => (None, Some(error.to_string())),
        }
    }

    fn new(process: &'static str, unnamed: bool) -> Result<Self, Unusable> {
        let client = Client::new(Handle::current())?;
        let exporter = SpanExporter::builder().with_http().with_http_client(client).build()?;
        let mut resource = Resource::builder().with_attributes([
            KeyValue::new("service.version", env!("CARGO_PKG_VERSION")),
            KeyValue::new("leadctl.process", process),
        ]);
        if unnamed {
            resource = resource.with_service_name(NAME);
        }
        let provider = SdkTracerProvider::builder()
            .with_batch_exporter(exporter)
            .with_resource(resource.build())
            .build();
        let tracer = provider.tracer(NAME);
        Ok(Self { provider, tracer })
    }

    /// What makes spans of ours into OpenTelemetry's.
    pub(in crate::telemetry) fn layer<S>(&self) -> impl Layer<S> + use<S>
    where
        S: Subscriber + for<'a> LookupSpan<'a> + Send + Sync,
    {
        tracing_opentelemetry::layer()
            .with_tracer(self.tracer.clone())
            .with_location(false)
            .with_threads(false)
            .with_target(false)
            .with_tracked_inactivity(false)
            .with_filter(filter_fn(|metadata| metadata.target() == TARGET))
    }

    /// From now on spans are made.
    pub(in crate::telemetry) fn begin(self) {
        let mut provider = PROVIDER.lock().unwrap_or_else(PoisonError::into_inner);
        *provider = Some(self.provider);
        ON.store(true, Ordering::Relaxed);
    }
}

/// Whether spans are made.
pub(super) fn is_on() -> bool {
    ON.load(Ordering::Relaxed)
}

/// Sends the last spans, for three seconds at most. Nothing where none are made.
pub async fn shutdown() {
    let provider = PROVIDER.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Some(provider) = provider else { return };
    // It waits for a thread that sends by this runtime.
    let ended = tokio::task::spawn_blocking(move || provider.shutdown_with_timeout(FLUSH));
    if !matches!(ended.await, Ok(Ok(()))) {
        tracing::debug!("the last spans were not exported");
    }
}
