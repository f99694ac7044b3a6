use std::ffi::OsString;
use std::io::{self, PipeReader};
use std::net::TcpListener;
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};

use command_fds::{CommandFdExt, FdMapping};
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::unix::pipe;
use tokio::process::{Child, ChildStdin, Command};
use tokio::sync::{oneshot, watch};

use super::log::Log;
use super::{lifeline, notify};

/// The descriptor under which a child finds its listening socket, as with systemd.
const SOCKET_FD: i32 = 3;
/// The descriptor under which it finds the pipe on which it says that it is ready.
const READY_FD: i32 = 4;

/// What a child that is kept apart inherits all the same.
const INHERITED: &[&str] = &["PATH", "HOME", "TMPDIR", "TZ"];

/// What a child does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChildKind {
    /// Answers HTTP.
    Api,
    /// Works on jobs.
    Worker,
    /// Plays Reddit and the AI provider. The others need it to end their work: it is stopped after
    /// them.
    Sandbox,
}

impl ChildKind {
    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Api => "api",
            Self::Worker => "worker",
            Self::Sandbox => "sandbox",
        }
    }
}

/// What to run in one slot.
#[derive(Debug)]
pub struct ChildSpec {
    /// What it does.
    pub kind: ChildKind,
    /// Tells it apart from others of its kind, from 1.
    pub number: u16,
    /// The program.
    pub program: PathBuf,
    /// Its arguments.
    pub args: Vec<OsString>,
    /// Variables set beside those that are inherited.
    pub env: Vec<(String, String)>,
    /// Nothing of this process' environment is inherited but where programs and files are: for an
    /// installation that must not meet the caller's own.
    pub apart: bool,
    /// A listening socket handed down; it stays open while children come and go.
    pub listener: Option<TcpListener>,
}

impl ChildSpec {
    /// What it is called, as in `worker 1`.
    pub fn name(&self) -> String {
        match self.kind {
            ChildKind::Sandbox => "sandbox".to_owned(),
            kind => format!("{} {}", kind.as_str(), self.number),
        }
    }

    /// The same under another number, on the same socket.
    ///
    /// # Errors
    /// The process has no file descriptors left.
    pub fn numbered(&self, number: u16) -> io::Result<Self> {
        Ok(Self {
            kind: self.kind,
            number,
            program: self.program.clone(),
            args: self.args.clone(),
            env: self.env.clone(),
            apart: self.apart,
            listener: self.listener.as_ref().map(TcpListener::try_clone).transpose()?,
        })
    }
}

/// A child and the pipe by whose end it would learn that this process is gone. `Child::wait` closes
/// a standard input that it finds, so the pipe is kept beside it.
pub(super) struct Running {
    pub child: Child,
    pub lifeline: Option<ChildStdin>,
    /// Whether it has said that it is ready; ends with it.
    pub ready: watch::Receiver<bool>,
    /// Answers when all that it said was passed on, where that is kept.
    pub said: Option<oneshot::Receiver<()>>,
}

impl Running {
    /// Its process id; 0 once it has ended.
    pub fn pid(&self) -> u32 {
        self.child.id().unwrap_or(0)
    }
}

pub(super) fn spawn(spec: &ChildSpec, log: Option<&Log>) -> io::Result<Running> {
    let mut command = std::process::Command::new(&spec.program);
    if spec.apart {
        command.env_clear().envs(INHERITED.iter().filter_map(|n| Some((n, std::env::var_os(n)?))));
    }
    command
        .args(&spec.args)
        .envs(spec.env.iter().map(|(name, value)| (name, value)))
        .env(lifeline::VARIABLE, "1")
        .env(notify::VARIABLE, READY_FD.to_string())
        .env_remove("LISTEN_PID")
        .env_remove("LISTEN_FDS")
        .stdin(Stdio::piped());
    for name in notify::OWN_VARIABLES {
        command.env_remove(name);
    }
    // A group of its own: Ctrl-C on the terminal reaches the supervisor alone, which then drains.
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let (ready, say) = io::pipe()?;
    let mut fds = vec![FdMapping { parent_fd: OwnedFd::from(say), child_fd: READY_FD }];
    if let Some(listener) = &spec.listener {
        let parent_fd = OwnedFd::from(listener.try_clone()?);
        command.env("LISTEN_FDS", "1");
        fds.push(FdMapping { parent_fd, child_fd: SOCKET_FD });
    }
    command.fd_mappings(fds).map_err(|e| io::Error::other(e.to_string()))?;
    let said = match log {
        Some(log) => {
            let (heard, speak) = io::pipe()?;
            command.stderr(speak);
            Some(log.hear(spec.name(), heard)?)
        }
        None => None,
    };
    let mut command = Command::from(command);
    // Nothing of this process may outlive a supervisor that ends in an orderly way.
    command.kill_on_drop(true);
    let mut child = command.spawn()?;
    let lifeline = child.stdin.take();
    Ok(Running { child, lifeline, ready: hear(ready)?, said })
}

/// Waits in the background until a child says that it is ready.
fn hear(said: PipeReader) -> io::Result<watch::Receiver<bool>> {
    let said = pipe::Receiver::from_owned_fd(OwnedFd::from(said))?;
    let (ready, told) = watch::channel(false);
    tokio::spawn(async move {
        let mut lines = BufReader::new(said).lines();
        while let Ok(Some(line)) = lines.next_line().await {
            if line == notify::READY {
                ready.send_replace(true);
            }
        }
    });
    Ok(told)
}

pub(super) fn in_words(ended: io::Result<ExitStatus>) -> String {
    use std::os::unix::process::ExitStatusExt;
    match ended {
        Ok(status) => match (status.code(), status.signal()) {
            (Some(code), _) => format!("ended with exit code {code}"),
            (None, Some(signal)) => format!("was ended by signal {signal}"),
            (None, None) => "ended".to_owned(),
        },
        Err(error) => format!("could not be waited for: {error}"),
    }
}
