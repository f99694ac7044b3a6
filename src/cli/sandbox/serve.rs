use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::Args;

use super::env::export_lines;
use super::verify;
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::service::{self, Service};
use crate::cli::time::parse_instant;
use crate::cli::values::number;
use crate::clock::{Clock, SystemClock};
use crate::model::Timestamp;
use crate::sandbox::replay::{Recording, RecordingError};
use crate::sandbox::{self, Handoff, Latency, Play, SandboxOptions};

/// What the sandbox is made from.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl sandbox serve
  leadctl sandbox serve --listen 127.0.0.1:9900 --seed 42 --rate 120
  leadctl sandbox serve --latency typical
  leadctl sandbox serve --obedient
  leadctl sandbox --replay recorded.ndjson
  leadctl sandbox --replay recorded.ndjson --verify

The same seed, rate, backlog and epoch give the same posts. Latency profiles: local (2ms,10ms),
typical (180ms,900ms), slow (900ms,4s), awful (3s,20s).

With --replay nothing is invented: each request is answered with the recorded exchange that fits it
best, and those that fit alike take turns. docs/reddit.md has the format and the rules. --verify
sends every exchange through the real client and tells what came of it; it ends with 8 where one was
not handled.")]
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
    /// How long answers take: P50,P99 as in 200ms,1s, or the name of a profile [default: at once]
    #[arg(long, value_name = "PROFILE")]
    latency: Option<Latency>,
    /// Have the chat API follow every order that gets through to it, to see that no post's does
    #[arg(long, conflicts_with = "replay")]
    obedient: bool,
    /// Answer with the exchanges recorded in this file, one JSON object a line
    #[arg(long, value_name = "FILE", conflicts_with_all = ["seed", "rate", "backlog", "epoch"])]
    replay: Option<PathBuf>,
    /// With --replay: send every exchange through the real client, tell what came of it, and end
    #[arg(long, requires = "replay")]
    verify: bool,
}

impl ServeArgs {
    /// Whether it runs until told to stop.
    pub(super) fn is_service(&self) -> bool {
        !self.verify
    }

    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let replay = self.replay.as_deref().map(recording).transpose()?;
        match replay {
            Some(recording) if self.verify => verify::run(recording, self.latency, ctx).await,
            replay => self.serve(replay, ctx).await,
        }
    }

    async fn serve(self, replay: Option<Recording>, ctx: &Context) -> anyhow::Result<Exit> {
        let service = Service::begin("sandbox", ctx.settings())?;
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
        let play = Play { options, replay, latency: self.latency, obedient: self.obedient };
        sandbox::serve(play, clock, listener, service.stop, service.drain).await?;
        // Another sandbox may have taken the data directory over in the meantime.
        if Handoff::read(dir)?.is_some_and(|current| current == handoff) {
            Handoff { stopped_at: Some(SystemClock.now()), ..handoff }.write(dir)?;
        }
        Ok(Exit::Done)
    }
}

fn recording(path: &Path) -> anyhow::Result<Recording> {
    let target = path.display().to_string();
    Recording::read(path).map_err(|error| {
        let exit = match error {
            RecordingError::Unreadable { .. } => Exit::NotFound,
            _ => Exit::Usage,
        };
        CliError::new(exit, error.to_string())
            .hint("docs/reddit.md has the format: one recorded exchange a line")
            .target(target)
            .into()
    })
}

fn rate(text: &str) -> Result<f64, String> {
    number(text, 60_000.0)
}
