//! `leadctl worker`: works on jobs, in the foreground.

use std::net::SocketAddr;

use clap::Args;

use super::context::Context;
use super::exit::Exit;
use super::service::{self, Service};
use crate::worker;

/// Work on jobs in the foreground until told to stop
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl worker
  leadctl worker --concurrency 8 --listen 127.0.0.1:9464

SIGINT or SIGTERM: no further job is taken, those at hand are finished (for up to
shutdown_timeout_secs), what is left goes back to its queue.")]
pub struct WorkerArgs {
    /// Most jobs at the same time, for each queue [default: worker.concurrency]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    concurrency: Option<u32>,
    /// Where /metrics, /livez and /readyz are served [default: worker.listen]
    #[arg(long, value_name = "ADDR")]
    listen: Option<SocketAddr>,
}

impl WorkerArgs {
    /// Works until told to stop.
    ///
    /// # Errors
    /// The database or the address cannot be had, or a queue cannot be worked on.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let mut settings = ctx.settings().clone();
        let service = Service::begin("worker", &settings)?;
        if let Some(concurrency) = self.concurrency {
            settings.worker.concurrency = concurrency;
        }
        let listen = self.listen.unwrap_or(settings.worker.listen);
        let listener = service::listener(listen, "worker.listen")?;
        let services = service::open_with(settings).await?;
        service.announce(services.clone());
        worker::run(services.clone(), listener, service.stop, service.drain).await?;
        services.close().await;
        Ok(Exit::Done)
    }
}
