use std::net::SocketAddr;

use clap::Args;

use super::env::export_lines;
use super::find::number;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::service::{self, Service};
use crate::cli::time::parse_instant;
use crate::clock::{Clock, SystemClock};
use crate::model::Timestamp;
use crate::sandbox::{self, Handoff, SandboxOptions};

/// What the sandbox is made from.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl sandbox serve
  leadctl sandbox serve --listen 127.0.0.1:9900 --seed 42 --rate 120

The same seed, rate, backlog and epoch give the same posts.")]
pub struct ServeArgs {
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// What the invented posts are made from
    #[arg(long, value_name = "N", default_value_t = 7)]
    seed: u64,
    /// New posts a minute
    #[arg(long, value_name = "N", default_value_t = 30.0, value_parser = rate)]
    rate: f64,
    /// Posts in the 14 days before the epoch
    #[arg(long, value_name = "N", default_value_t = 1500)]
    backlog: u32,
    /// When new posts begin, as RFC 3339 [default: now]
    #[arg(long, value_name = "TIME", value_parser = parse_instant)]
    epoch: Option<Timestamp>,
}

impl ServeArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let service = Service::begin(ctx.settings())?;
        let listener = service::listener(self.listen, "a port that is free")?;
        let url = format!("http://{}", listener.local_addr()?);
        let options = SandboxOptions {
            seed: self.seed,
            rate_per_minute: self.rate,
            backlog: self.backlog,
            epoch: self.epoch.unwrap_or_else(|| SystemClock.now()),
        };
        let handoff = Handoff { url, options: options.clone(), stopped_at: None };
        let dir = &ctx.settings().data_dir;
        handoff.write(dir)?;
        ctx.out.note(&format!("the sandbox answers on {}; to use it:", handoff.url));
        ctx.out.note(export_lines(&handoff.environment(true)).trim_end());
        let clock = SystemClock::shared();
        sandbox::serve(options, clock, listener, service.stop, service.drain).await?;
        // Another sandbox may have taken the data directory over in the meantime.
        if Handoff::read(dir)?.is_some_and(|current| current == handoff) {
            Handoff { stopped_at: Some(SystemClock.now()), ..handoff }.write(dir)?;
        }
        Ok(Exit::Done)
    }
}

fn rate(text: &str) -> Result<f64, String> {
    number(text, 60_000.0)
}
