//! The private installation of a drill: nothing of the caller's own is read or touched.

use std::ffi::OsString;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;
use tokio::sync::mpsc::UnboundedReceiver;

use super::DrillArgs;
use super::plan::{AI_TIMEOUT_SECS, Plan};
use super::redis::Redis;
use crate::cli::output::Output;
use crate::cli::sandbox::find::failure;
use crate::cli::up::wait_until_up;
use crate::clock::{Clock, SystemClock};
use crate::config::{Overrides, load_apart};
use crate::sandbox::{Handoff, SandboxControl, SandboxOptions};
use crate::services::Services;
use crate::supervisor::{ChildKind, ChildSpec, Event, Supervisor, sockets};

/// What the invented posts are made from.
const SEED: u64 = 7;
/// Posts that there are.
const BACKLOG: u32 = 400;
/// Longest time until a process has stopped before it is killed.
const STOP_TIMEOUT: Duration = Duration::from_secs(8);
/// Jobs that each worker does at the same time.
pub(super) const CONCURRENCY: u64 = 4;

/// A running installation.
pub(super) struct Rig {
    pub(super) services: Services,
    pub(super) control: SandboxControl,
    pub(super) redis: Option<Redis>,
    supervisor: Supervisor,
    events: UnboundedReceiver<Event>,
    /// Removed at the end, in whatever way that comes.
    _dir: TempDir,
}

impl Rig {
    pub(super) async fn start(plan: &Plan, args: &DrillArgs, out: &Output) -> anyhow::Result<Self> {
        let dir = tempfile::Builder::new().prefix("leadctl-drill-").tempdir()?;
        let redis = match plan.fault.target() {
            Some(_) => None,
            None => Some(Redis::start(dir.path()).await?),
        };
        let config = dir.path().join("config.toml");
        std::fs::write(&config, configuration(dir.path(), redis.as_ref()))?;
        let overrides = Overrides { config: Some(config.clone()), ..Overrides::default() };
        let services = Services::open(load_apart(&overrides)?.settings).await?;

        let (supervisor, events) = Supervisor::new(STOP_TIMEOUT, None);
        let sandbox = free()?;
        let api = free()?;
        let url = format!("http://{}", sandbox.local_addr()?);
        let api_url = format!("http://{}", api.local_addr()?);
        for child in children(plan, args, &config, &url, sandbox, api)? {
            supervisor.start(child)?;
        }
        let control = SandboxControl::new(&url).map_err(|e| failure(&e))?;
        let rig = Self { services, control, redis, supervisor, events, _dir: dir };
        let up = async {
            wait_until_up(&url, "/livez", "the sandbox").await?;
            wait_until_up(&api_url, "/readyz", "the API").await
        };
        if let Err(error) = up.await {
            rig.stop().await;
            return Err(error);
        }
        let with = if rig.redis.is_some() { ", a Redis" } else { "" };
        let workers = if args.workers == 1 { "worker" } else { "workers" };
        out.note(&format!(
            "drill {}: a sandbox{with}, an API and {} {workers} of its own are up",
            plan.name, args.workers
        ));
        Ok(rig)
    }

    /// What happened to the processes since it was last asked, in words.
    pub(super) fn incidents(&mut self) -> Vec<String> {
        let mut told = Vec::new();
        while let Ok(event) = self.events.try_recv() {
            match event {
                Event::Died { name, how, .. } => told.push(format!("{name} {how}")),
                Event::Killed { name } => told.push(format!("{name} was killed")),
                Event::Started { .. } | Event::Replaced { .. } => {}
            }
        }
        told
    }

    /// Stops everything and clears all away.
    pub(super) async fn stop(mut self) {
        self.supervisor.stop().await;
        self.services.close().await;
        if let Some(redis) = &mut self.redis {
            redis.kill().await;
        }
    }
}

fn free() -> std::io::Result<TcpListener> {
    sockets::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))
}

/// Short times, so that a drill shows in seconds what an outage shows in minutes.
fn configuration(dir: &Path, redis: Option<&Redis>) -> String {
    let data = toml::Value::String(dir.join("data").display().to_string());
    let redis = redis.map(|r| format!("[redis]\nurl = \"{}\"\n", r.url())).unwrap_or_default();
    format!(
        "data_dir = {data}\nlog = \"error\"\nshutdown_timeout_secs = 5\n\
         [api]\nlisten = \"127.0.0.1:0\"\n\
         [worker]\nconcurrency = {CONCURRENCY}\nlock_secs = 5\n\
         [reddit]\ntimeout_secs = 5\n\
         [ai]\ntimeout_secs = {AI_TIMEOUT_SECS}\n\
         [breaker]\nwindow_calls = 8\nwait_secs = 1\nmax_wait_secs = 2\n\
         [rate_limit]\nreddit_per_minute = 0\n{redis}"
    )
}

fn children(
    plan: &Plan,
    args: &DrillArgs,
    config: &Path,
    url: &str,
    sandbox: TcpListener,
    api: TcpListener,
) -> std::io::Result<Vec<ChildSpec>> {
    let epoch = SystemClock.now();
    let options = SandboxOptions { seed: SEED, rate_per_minute: 0.0, backlog: BACKLOG, epoch };
    let handoff = Handoff { url: url.to_owned(), options, stopped_at: None };
    let mut env = handoff.environment(plan.ai);
    env.push(("LEADCTL_CONFIG".to_owned(), config.display().to_string()));
    let program: PathBuf = std::env::current_exe()?;
    let spec = |kind: ChildKind, number, args: Vec<String>, listener| ChildSpec {
        kind,
        number,
        program: program.clone(),
        args: args.into_iter().map(OsString::from).collect(),
        env: env.clone(),
        apart: true,
        listener,
    };
    let serve = vec![
        "sandbox".to_owned(),
        "serve".to_owned(),
        "--quiet".to_owned(),
        format!("--seed={SEED}"),
        "--rate=0".to_owned(),
        format!("--backlog={BACKLOG}"),
        format!("--epoch={epoch}"),
    ];
    let mut all = vec![
        spec(ChildKind::Sandbox, 1, serve, Some(sandbox)),
        spec(ChildKind::Api, 1, vec!["api".to_owned()], Some(api)),
    ];
    for n in 1..=args.workers {
        all.push(spec(ChildKind::Worker, n, vec!["worker".to_owned()], None));
    }
    Ok(all)
}
