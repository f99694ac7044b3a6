//! `leadctl up`: the whole system on one machine.
//!
//! - [`plan`]: which processes to run, with which arguments and variables
//! - [`sample`]: what `--sandbox` brings: a campaign, its schedule and the first two jobs
//! - [`screen`]: what is said, and the leads as they are found

mod plan;
mod sample;
mod screen;

use std::time::Duration;

use clap::Args;
use tokio::sync::mpsc::UnboundedReceiver;

use super::context::Context;
use super::exit::{CliError, Exit};
use super::service;
use crate::config::LogFormat;
use crate::model::ProcessKind;
use crate::services::Services;
use crate::shared_state::heartbeat::{Heartbeat, process_info};
use crate::supervisor::control::ControlServer;
use crate::supervisor::notify::Notifier;
use crate::supervisor::signals::StopSignals;
use crate::supervisor::{DataDirLock, Event, LockError, Log, Supervisor};
use crate::telemetry;
use plan::Plan;
use screen::Screen;

/// How often new leads are looked for.
const FOLLOW_INTERVAL: Duration = Duration::from_millis(400);
/// Longest time until a process that was just started must answer.
const START_TIMEOUT: Duration = Duration::from_secs(30);
/// What the children may take longer than their own drain before they are killed.
const KILL_GRACE: Duration = Duration::from_secs(5);

/// Run the whole system: the API, a worker, and with --sandbox a stand-in for Reddit
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl up --sandbox             try everything, with invented posts and no account anywhere
  leadctl up --sandbox --ai        the same, judged by the sandbox's chat API instead of the rules
  leadctl up --workers 4 --apis 2  live, with Reddit credentials in the environment or the file

`leadctl restart --rolling` replaces the processes with nothing lost, `leadctl scale` changes how many
there are. Leads are printed as they are found. Ctrl-C drains: jobs at hand are finished, then all processes
stop; a second Ctrl-C stops them at once.")]
pub struct UpArgs {
    /// Play Reddit and an AI provider on this machine, add a sample campaign, and start on it
    #[arg(long)]
    sandbox: bool,
    /// With --sandbox: judge by its chat API instead of the local rules
    #[arg(long, requires = "sandbox")]
    ai: bool,
    /// With --sandbox: what the invented posts are made from [default: that of the last time, else 7]
    #[arg(long, requires = "sandbox", value_name = "N")]
    seed: Option<u64>,
    /// With --sandbox: invented posts a minute [default: that of the last time, else 30]
    #[arg(long, requires = "sandbox", value_name = "N")]
    rate: Option<f64>,
    /// Number of worker processes
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=64))]
    workers: u16,
    /// Number of API processes; all answer on one address
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=64))]
    apis: u16,
    /// Address and port of the API [default: api.listen]
    #[arg(long, value_name = "ADDR")]
    listen: Option<std::net::SocketAddr>,
}

impl UpArgs {
    /// Runs until told to stop.
    ///
    /// # Errors
    /// The data directory is taken, the database or an address cannot be had, or a process does
    /// not come up.
    pub async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let settings = ctx.settings();
        let json = settings.log_format == LogFormat::Json;
        telemetry::init_tracing(&plan::child_log(ctx), json)?;
        let mut signals = StopSignals::listen()?;
        let services = service::open_with(settings.clone()).await?;
        let _lock = DataDirLock::take(&settings.data_dir).map_err(refused)?;
        let screen = Screen::new(ctx, &services);
        screen.opening();

        let log = Some(Log::open(&settings.data_dir, services.clock.clone(), !json)?);
        let drain = Duration::from_secs(settings.shutdown_timeout_secs);
        let notifier = Notifier::from_env();
        notifier.feed_watchdog();
        let (supervisor, events) = Supervisor::new(drain + KILL_GRACE, log);
        let kill = supervisor.kill_switch();
        let control = ControlServer::start(&settings.data_dir, supervisor.clone())?;
        let info = process_info(ProcessKind::Supervisor, &services.clock);
        let heartbeat = Heartbeat::start(services.state.clone(), services.clock.clone(), info);
        let ended = tokio::select! {
            ended = self.run_all(ctx, &services, &supervisor, events, (&screen, &notifier)) => ended,
            () = signals.next() => Ok(()),
        };
        notifier.stopping();
        drop(control);
        screen.draining();
        tokio::spawn(async move {
            signals.next().await;
            kill.cancel();
        });
        supervisor.stop().await;
        if self.sandbox {
            sample::stopped(settings, services.clock.now());
        }
        heartbeat.stop().await;
        let summary = screen.closing(&services).await;
        services.close().await;
        summary?;
        ended.map(|()| Exit::Done)
    }

    async fn run_all(
        &self,
        ctx: &Context,
        services: &Services,
        supervisor: &Supervisor,
        events: UnboundedReceiver<Event>,
        (screen, notifier): (&Screen, &Notifier),
    ) -> anyhow::Result<()> {
        let plan = Plan::make(self, ctx, services)?;
        let api = plan.api_url.clone();
        let judge = plan.judge.clone();
        let from = services.store.current_seq().await?;
        let before = sample::before(services).await?;
        for child in plan.children {
            let name = child.name();
            supervisor.start(child).map_err(|error| {
                CliError::new(Exit::Failed, format!("cannot start {name}: {error}"))
            })?;
        }
        if let Some(url) = &plan.sandbox_url {
            wait_until_up(url, "/livez", "the sandbox").await?;
        }
        wait_until_up(&api, "/readyz", "the API").await?;
        notifier.ready();
        screen.ready(&api, &judge);
        if self.sandbox {
            let campaign = sample::start(services, before).await?;
            screen.sample(&campaign);
        } else {
            screen.live(ctx.settings(), services).await?;
        }
        screen.follow(services, from, events, FOLLOW_INTERVAL).await
    }
}

fn refused(error: LockError) -> CliError {
    match &error {
        LockError::Held { dir, .. } => {
            let target = dir.display().to_string();
            CliError::refused(error.to_string())
                .hint("stop that one first, or choose another data directory with --data-dir")
                .target(target)
        }
        LockError::Io { path, .. } => {
            let target = path.display().to_string();
            CliError::new(Exit::Failed, error.to_string()).target(target)
        }
    }
}

/// Asks until the answer is good, for up to half a minute.
pub(in crate::cli) async fn wait_until_up(
    base: &str,
    path: &str,
    name: &str,
) -> anyhow::Result<()> {
    let client = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(2)).build()?;
    let url = format!("{base}{path}");
    let up = async {
        loop {
            if client.get(&url).send().await.is_ok_and(|answer| answer.status().is_success()) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(START_TIMEOUT, up).await.map_err(|_| {
        CliError::new(
            Exit::TimedOut,
            format!("{name} did not come up on {url} within {} s", START_TIMEOUT.as_secs()),
        )
        .hint("its messages are above; `leadctl doctor` looks for what is wrong")
        .into()
    })
}
