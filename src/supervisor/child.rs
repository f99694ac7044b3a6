use std::ffi::OsString;
use std::io;
use std::net::TcpListener;
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use command_fds::{CommandFdExt, FdMapping};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tokio::process::{Child, ChildStdin, Command};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::lifeline;

/// Wait before the first restart; it doubles with each further one.
const FIRST_BACKOFF: Duration = Duration::from_millis(500);
/// Longest wait before a restart.
const LONGEST_BACKOFF: Duration = Duration::from_secs(30);
/// A child that ran for this long starts with the first backoff again.
const SETTLED: Duration = Duration::from_secs(60);
/// The descriptor under which a child finds its listening socket, as with systemd.
const SOCKET_FD: i32 = 3;

/// What a child that is kept apart inherits all the same.
const INHERITED: &[&str] = &["PATH", "HOME", "TMPDIR", "TZ"];

/// What to run in one slot.
#[derive(Debug)]
pub struct ChildSpec {
    /// What it is called, as in `worker 1`.
    pub name: String,
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
    /// The others need it to end their work: it is stopped after them.
    pub outlives_others: bool,
}

/// What happened to a child.
#[derive(Debug)]
pub enum Event {
    /// It was started.
    Started {
        /// Which.
        name: String,
        /// Its process id.
        pid: u32,
    },
    /// It ended without having been told to, and will be started again.
    Died {
        /// Which.
        name: String,
        /// How, in words.
        how: String,
        /// The wait before it is started again.
        restart_in: Duration,
    },
    /// It did not stop in time and was killed.
    Killed {
        /// Which.
        name: String,
    },
}

/// Runs children until it is told to stop.
#[derive(Debug)]
pub struct Supervisor {
    events: mpsc::UnboundedSender<Event>,
    slots: Vec<JoinHandle<()>>,
    /// Those that are stopped after the others.
    last_slots: Vec<JoinHandle<()>>,
    stop: CancellationToken,
    stop_last: CancellationToken,
    kill: CancellationToken,
    drain: Duration,
}

impl Supervisor {
    /// A supervisor of nothing yet, and what it will tell.
    pub fn new(drain: Duration) -> (Self, mpsc::UnboundedReceiver<Event>) {
        let (events, told) = mpsc::unbounded_channel();
        let supervisor = Self {
            events,
            slots: Vec::new(),
            last_slots: Vec::new(),
            stop: CancellationToken::new(),
            stop_last: CancellationToken::new(),
            kill: CancellationToken::new(),
            drain,
        };
        (supervisor, told)
    }

    /// Starts a child and keeps it running.
    ///
    /// # Errors
    /// It could not be started at all.
    pub fn start(&mut self, spec: ChildSpec) -> io::Result<()> {
        let first = spawn(&spec)?;
        let (stop, slots) = if spec.outlives_others {
            (&self.stop_last, &mut self.last_slots)
        } else {
            (&self.stop, &mut self.slots)
        };
        let slot = Slot {
            spec,
            events: self.events.clone(),
            stop: stop.clone(),
            kill: self.kill.clone(),
            drain: self.drain,
        };
        slots.push(tokio::spawn(slot.keep_running(first)));
        Ok(())
    }

    /// Cancelling it kills all children that are still stopping.
    pub fn kill_switch(&self) -> CancellationToken {
        self.kill.clone()
    }

    /// Tells all children to stop, waits until they have, and kills those that do not in time.
    pub async fn stop(self) {
        for (stop, slots) in [(self.stop, self.slots), (self.stop_last, self.last_slots)] {
            stop.cancel();
            for slot in slots {
                if let Err(error) = slot.await {
                    tracing::warn!(%error, "watching a process ended badly");
                }
            }
        }
    }
}

struct Slot {
    spec: ChildSpec,
    events: mpsc::UnboundedSender<Event>,
    stop: CancellationToken,
    kill: CancellationToken,
    drain: Duration,
}

impl Slot {
    async fn keep_running(self, first: Running) {
        let mut running = first;
        let mut backoff = FIRST_BACKOFF;
        loop {
            let started = Instant::now();
            self.tell(Event::Started { name: self.name(), pid: running.child.id().unwrap_or(0) });
            let how = tokio::select! {
                ended = running.child.wait() => in_words(ended),
                () = self.stop.cancelled() => return self.end(running).await,
            };
            if started.elapsed() >= SETTLED {
                backoff = FIRST_BACKOFF;
            }
            match self.restart(how, &mut backoff).await {
                Some(next) => running = next,
                None => return,
            }
        }
    }

    /// Waits and starts the child again, as often as it takes; `None` when told to stop meanwhile.
    async fn restart(&self, how: String, backoff: &mut Duration) -> Option<Running> {
        let mut how = how;
        loop {
            self.tell(Event::Died { name: self.name(), how, restart_in: *backoff });
            tokio::select! {
                () = tokio::time::sleep(*backoff) => {}
                () = self.stop.cancelled() => return None,
            }
            *backoff = (*backoff * 2).min(LONGEST_BACKOFF);
            match spawn(&self.spec) {
                Ok(running) => return Some(running),
                Err(error) => how = format!("could not be started: {error}"),
            }
        }
    }

    /// SIGTERM, then patience, then SIGKILL.
    async fn end(&self, running: Running) {
        let Running { mut child, lifeline: _lifeline } = running;
        if let Some(pid) = child.id().and_then(|pid| i32::try_from(pid).ok()) {
            // A child that ended just now is no error.
            let _ = kill(Pid::from_raw(pid), Signal::SIGTERM);
        }
        let ended = tokio::select! {
            ended = tokio::time::timeout(self.drain, child.wait()) => ended.is_ok(),
            () = self.kill.cancelled() => false,
        };
        if !ended {
            if let Err(error) = child.kill().await {
                tracing::warn!(%error, name = self.spec.name, "cannot kill a process");
            }
            self.tell(Event::Killed { name: self.name() });
        }
    }

    fn name(&self) -> String {
        self.spec.name.clone()
    }

    fn tell(&self, event: Event) {
        // Nobody listens any more while the supervisor itself ends.
        let _ = self.events.send(event);
    }
}

/// A child and the pipe by whose end it would learn that this process is gone. `Child::wait` closes
/// a standard input that it finds, so the pipe is kept beside it.
struct Running {
    child: Child,
    lifeline: Option<ChildStdin>,
}

fn spawn(spec: &ChildSpec) -> io::Result<Running> {
    let mut command = std::process::Command::new(&spec.program);
    if spec.apart {
        command.env_clear().envs(INHERITED.iter().filter_map(|n| Some((n, std::env::var_os(n)?))));
    }
    command
        .args(&spec.args)
        .envs(spec.env.iter().map(|(name, value)| (name, value)))
        .env(lifeline::VARIABLE, "1")
        .env_remove("LISTEN_PID")
        .env_remove("LISTEN_FDS")
        .stdin(Stdio::piped());
    // A group of its own: Ctrl-C on the terminal reaches the supervisor alone, which then drains.
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    if let Some(listener) = &spec.listener {
        let parent_fd = OwnedFd::from(listener.try_clone()?);
        command.env("LISTEN_FDS", "1");
        command
            .fd_mappings(vec![FdMapping { parent_fd, child_fd: SOCKET_FD }])
            .map_err(|e| io::Error::other(e.to_string()))?;
    }
    let mut command = Command::from(command);
    // Nothing of this process may outlive a supervisor that ends in an orderly way.
    command.kill_on_drop(true);
    let mut child = command.spawn()?;
    let lifeline = child.stdin.take();
    Ok(Running { child, lifeline })
}

fn in_words(ended: io::Result<ExitStatus>) -> String {
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
