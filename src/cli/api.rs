//! `leadctl api`: answers HTTP, in the foreground.

use std::net::SocketAddr;

use clap::Args;

use super::context::Context;
use super::exit::Exit;
use super::service::{self, Service};
use crate::api;

/// Serve the HTTP API in the foreground until told to stop
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl api
  leadctl api --listen 127.0.0.1:8080
  curl -s http://127.0.0.1:7676/v1/leads?min_score=70

SIGINT or SIGTERM: no further connection is taken, requests at hand are finished (for up to
shutdown_timeout_secs).")]
pub struct ApiArgs {
    /// Address and port to listen on [default: api.listen]
    #[arg(long, value_name = "ADDR")]
    listen: Option<SocketAddr>,
}

impl ApiArgs {
    /// Serves until told to stop.
    ///
    /// # Errors
    /// The database or the address cannot be had.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let settings = ctx.settings().clone();
        let service = Service::begin("api", &settings)?;
        let listener = service::listener(self.listen.unwrap_or(settings.api.listen), "api.listen")?;
        let services = service::open_with(settings).await?;
        service.announce(services.clone());
        api::run(services.clone(), listener, service.stop, service.drain).await?;
        services.close().await;
        Ok(Exit::Done)
    }
}
