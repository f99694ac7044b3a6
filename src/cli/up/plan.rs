use std::ffi::OsString;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;

use super::UpArgs;
use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::config::Origin;
use crate::sandbox::{self, Handoff};
use crate::services::Services;
use crate::supervisor::{ChildKind, ChildSpec, sockets};

/// What the sandbox is made from where nobody says.
const DEFAULT_SEED: u64 = 7;
/// Invented posts a minute where nobody says.
const DEFAULT_RATE: f64 = 30.0;
/// Invented posts that lie before the first start.
const BACKLOG: u32 = 1_500;

/// Which processes to run.
pub(super) struct Plan {
    /// All of them.
    pub children: Vec<ChildSpec>,
    /// Where the API will answer.
    pub api_url: String,
    /// Where the sandbox will answer.
    pub sandbox_url: Option<String>,
    /// Who will judge, in words.
    pub judge: String,
}

impl Plan {
    pub(super) fn make(args: &UpArgs, ctx: &Context, services: &Services) -> anyhow::Result<Self> {
        let program = std::env::current_exe()?;
        let mut env = inherited(ctx);
        let mut children = Vec::new();
        let mut sandbox_url = None;
        let mut judge = services.judge()?.describe();
        if args.sandbox {
            let (handoff, child) = sandbox_child(args, ctx, services, &program, &env)?;
            env.extend(handoff.environment(args.ai));
            judge = if args.ai { "the sandbox's chat API" } else { "local rules" }.to_owned();
            sandbox_url = Some(handoff.url);
            children.push(child);
        }
        let listener = api_listener(args, ctx)?;
        let api_url = format!("http://{}", reachable(listener.local_addr()?));
        let spec = |kind: ChildKind, number, listener| ChildSpec {
            kind,
            number,
            program: program.clone(),
            args: vec![OsString::from(kind.as_str())],
            env: env.clone(),
            apart: false,
            listener,
        };
        for n in 1..=args.apis {
            // One socket for all: the kernel gives each connection to one of them.
            children.push(spec(ChildKind::Api, n, Some(listener.try_clone()?)));
        }
        let metrics = worker_listener(ctx)?;
        for n in 1..=args.workers {
            let listener = metrics.as_ref().map(TcpListener::try_clone).transpose()?;
            children.push(spec(ChildKind::Worker, n, listener));
        }
        Ok(Self { children, api_url, sandbox_url, judge })
    }
}

/// The log filter of the children: as configured, but only warnings where nobody said anything, so
/// that the screen is left to the leads.
pub(super) fn child_log(ctx: &Context) -> String {
    match ctx.loaded.origin("log") {
        Origin::Default => "warn".to_owned(),
        _ => ctx.settings().log.clone(),
    }
}

/// What the children need to see the same settings as this process.
fn inherited(ctx: &Context) -> Vec<(String, String)> {
    let settings = ctx.settings();
    let mut env = vec![
        ("LEADCTL_DATA_DIR".to_owned(), settings.data_dir.to_string_lossy().into_owned()),
        ("LEADCTL_LOG".to_owned(), child_log(ctx)),
    ];
    if let Some(file) = &ctx.loaded.file {
        let file = std::path::absolute(file).unwrap_or_else(|_| file.clone());
        env.push(("LEADCTL_CONFIG".to_owned(), file.to_string_lossy().into_owned()));
    }
    if let Some(profile) = &ctx.loaded.layers.profile {
        env.push(("LEADCTL_PROFILE".to_owned(), profile.clone()));
    }
    env
}

fn sandbox_child(
    args: &UpArgs,
    ctx: &Context,
    services: &Services,
    program: &Path,
    env: &[(String, String)],
) -> anyhow::Result<(Handoff, ChildSpec)> {
    let dir = &ctx.settings().data_dir;
    let listener = sockets::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?;
    let url = format!("http://{}", listener.local_addr()?);
    // The same posts as the last time on this data directory, so that what was found stays true.
    let last = Handoff::read(dir).ok().flatten();
    let seed = args.seed.or(last.as_ref().map(|h| h.options.seed)).unwrap_or(DEFAULT_SEED);
    let rate = args.rate.or(last.as_ref().map(|h| h.options.rate_per_minute));
    let rate = rate.unwrap_or(DEFAULT_RATE);
    if !(0.0..=60_000.0).contains(&rate) {
        return Err(CliError::usage(format!("--rate {rate} is not between 0 and 60000")).into());
    }
    let same =
        last.filter(|h| h.options.seed == seed && (h.options.rate_per_minute - rate).abs() < 1e-9);
    let options = same.map_or_else(
        || sandbox::SandboxOptions {
            seed,
            rate_per_minute: rate,
            backlog: BACKLOG,
            epoch: services.clock.now(),
        },
        |h| h.options,
    );
    let handoff = Handoff { url, options, stopped_at: None };
    handoff.write(dir).map_err(|error| {
        CliError::new(Exit::Failed, format!("cannot write to {}: {error}", dir.display()))
    })?;
    let options = &handoff.options;
    let child = ChildSpec {
        kind: ChildKind::Sandbox,
        number: 1,
        program: program.to_path_buf(),
        args: [
            "sandbox".to_owned(),
            "serve".to_owned(),
            "--quiet".to_owned(),
            format!("--seed={}", options.seed),
            format!("--rate={}", options.rate_per_minute),
            format!("--backlog={}", options.backlog),
            format!("--epoch={}", options.epoch),
        ]
        .map(OsString::from)
        .to_vec(),
        env: env.to_vec(),
        apart: false,
        listener: Some(listener),
    };
    Ok((handoff, child))
}

/// The API's socket. Where the usual port is taken and nobody asked for it, another one.
fn api_listener(args: &UpArgs, ctx: &Context) -> anyhow::Result<TcpListener> {
    let configured = ctx.settings().api.listen;
    let asked = args.listen.is_some() || ctx.loaded.origin("api.listen") != Origin::Default;
    let addr = args.listen.unwrap_or(configured);
    match sockets::bind(addr) {
        Ok(listener) => Ok(listener),
        Err(error) if !asked && error.kind() == std::io::ErrorKind::AddrInUse => {
            ctx.out.note(&format!("port {} is taken; the API gets a free one", addr.port()));
            Ok(sockets::bind(SocketAddr::new(addr.ip(), 0))?)
        }
        Err(error) => Err(CliError::new(Exit::Failed, error.to_string())
            .hint("choose another address with --listen or api.listen")
            .target(addr.to_string())
            .into()),
    }
}

/// The socket of the workers' metrics where it has a fixed port: a worker and the one that replaces it
/// need it at the same time.
fn worker_listener(ctx: &Context) -> anyhow::Result<Option<TcpListener>> {
    let addr = ctx.settings().worker.listen;
    if addr.port() == 0 {
        return Ok(None);
    }
    sockets::bind(addr).map(Some).map_err(|error| {
        CliError::new(Exit::Failed, error.to_string())
            .hint("choose another address with worker.listen; port 0 takes a free one for each worker")
            .target(addr.to_string())
            .into()
    })
}

/// An address that a client on this machine can use: one that listens everywhere is reached here.
fn reachable(addr: SocketAddr) -> SocketAddr {
    if addr.ip().is_unspecified() {
        SocketAddr::from((Ipv4Addr::LOCALHOST, addr.port()))
    } else {
        addr
    }
}
