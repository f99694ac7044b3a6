//! What `api`, `worker` and `sandbox` share: a foreground process that drains when told to stop.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::exit::{CliError, Exit};
use crate::config::{LogFormat, Settings};
use crate::services::Services;
use crate::supervisor::notify::Notifier;
use crate::supervisor::{lifeline, signals, sockets};
use crate::telemetry;
use crate::telemetry::ops::Probe;

/// Wait before a dependency that could not be used is tried again.
const READY_INTERVAL: Duration = Duration::from_millis(200);

/// A foreground process: when to stop, and how long that may take.
pub struct Service {
    /// Cancelled by SIGINT, SIGTERM, or the end of the supervisor.
    pub stop: CancellationToken,
    /// Longest time for a graceful stop.
    pub drain: Duration,
    notifier: Arc<Notifier>,
}

impl Service {
    /// Starts logging, and the export of spans where it is asked for, and listens for signals.
    ///
    /// # Errors
    /// The log filter is not understood, or signals cannot be listened for.
    pub fn begin(process: &'static str, settings: &Settings) -> anyhow::Result<Self> {
        let drain = Duration::from_secs(settings.shutdown_timeout_secs);
        let json = settings.log_format == LogFormat::Json;
        telemetry::init_tracing_of(process, &settings.log, json)?;
        let stop = signals::stop_token()?;
        lifeline::watch(stop.clone(), drain);
        let notifier = Notifier::from_env();
        notifier.feed_watchdog();
        Ok(Self { stop, drain, notifier })
    }

    /// Tells whoever started this process once what it depends on can be used, and when it begins to
    /// stop.
    pub fn announce(&self, services: Arc<Services>) {
        let (stop, notifier) = (self.stop.clone(), Arc::clone(&self.notifier));
        tokio::spawn(async move {
            tokio::select! {
                () = usable(&services) => notifier.ready(),
                () = stop.cancelled() => {}
            }
            stop.cancelled().await;
            notifier.stopping();
        });
    }
}

/// The services, shared by all tasks of a process. What is wrong with Redis is told in the log,
/// without waiting for it; by the supervisor where there is one.
///
/// # Errors
/// The database cannot be opened or migrated.
pub async fn open_with(settings: Settings) -> anyhow::Result<Arc<Services>> {
    let services = Services::open(settings).await?;
    if let Some(link) = services.redis.clone().filter(|_| !lifeline::is_supervised()) {
        tokio::spawn(async move { super::doctor::warn_at_start(&link).await });
    }
    Ok(Arc::new(services))
}

/// Waits until everything that `/readyz` asks can be used.
async fn usable(services: &Services) {
    while services.ready().await.iter().any(|(_, state)| state.is_err()) {
        tokio::time::sleep(READY_INTERVAL).await;
    }
}

/// The socket handed down, or one opened on `addr`.
///
/// # Errors
/// The address cannot be had.
pub fn listener(addr: SocketAddr, setting: &str) -> anyhow::Result<TcpListener> {
    sockets::inherited_or_bound(addr).map_err(|error| {
        CliError::new(Exit::Failed, error.to_string())
            .hint(format!("another process may have it; choose another with --listen or {setting}"))
            .target(addr.to_string())
            .into()
    })
}
