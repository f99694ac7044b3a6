//! Tells whoever started this process how it is getting on, in the words of systemd's `sd_notify`:
//! to systemd by its socket, to `leadctl up` by a pipe.

use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::net::UnixDatagram;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Under which descriptor a supervised process finds the pipe to its supervisor.
pub const VARIABLE: &str = "LEADCTL_READY_FD";
/// What belongs to this process alone and must not reach its children.
pub const OWN_VARIABLES: &[&str] = &["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"];
/// Said once the process can do its work.
pub const READY: &str = "READY=1";
/// Said when it begins to stop.
const STOPPING: &str = "STOPPING=1";
/// Said as long as its event loop turns.
const WATCHDOG: &str = "WATCHDOG=1";

/// Where word is sent.
#[derive(Debug)]
enum Target {
    Nobody,
    Socket(UnixDatagram),
    Pipe(File),
}

/// Tells whoever started this process how it is getting on.
#[derive(Debug)]
pub struct Notifier {
    to: Target,
    /// How often the watchdog is fed.
    watchdog: Option<Duration>,
}

impl Notifier {
    /// As the environment says. Where it says nothing, nobody is told; where nobody listens at what
    /// it names, a line is logged.
    pub fn from_env() -> Arc<Self> {
        let to = Self::target().unwrap_or_else(|error| {
            tracing::warn!(%error, "cannot tell the service manager how this process gets on");
            Target::Nobody
        });
        let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse().ok());
        let watchdog = fed_every(number("WATCHDOG_USEC"), number("WATCHDOG_PID"));
        Arc::new(Self { to, watchdog })
    }

    fn target() -> io::Result<Target> {
        if let Some(fd) = std::env::var(VARIABLE).ok().and_then(|fd| fd.parse::<u32>().ok()) {
            let pipe = OpenOptions::new().write(true).open(format!("/dev/fd/{fd}"))?;
            return Ok(Target::Pipe(pipe));
        }
        match std::env::var_os("NOTIFY_SOCKET").filter(|name| !name.is_empty()) {
            Some(name) => Ok(Target::Socket(connect(&name)?)),
            None => Ok(Target::Nobody),
        }
    }

    /// To a socket as `NOTIFY_SOCKET` names it, feeding the watchdog this often.
    ///
    /// # Errors
    /// Nobody listens there.
    pub fn to_socket(name: &OsStr, watchdog: Option<Duration>) -> io::Result<Arc<Self>> {
        Ok(Arc::new(Self { to: Target::Socket(connect(name)?), watchdog }))
    }

    /// The process can do its work.
    pub fn ready(&self) {
        self.tell(READY);
    }

    /// The process begins to stop.
    pub fn stopping(&self) {
        self.tell(STOPPING);
    }

    /// Feeds the watchdog, where there is one, as long as tasks of this runtime get their turn.
    pub fn feed_watchdog(self: &Arc<Self>) {
        let Some(every) = self.watchdog else { return };
        let this = Arc::clone(self);
        tokio::spawn(async move {
            let mut ticks = tokio::time::interval(every);
            ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
            loop {
                ticks.tick().await;
                // Not only this task must get its turn, but also one that comes new.
                if tokio::spawn(async {}).await.is_ok() {
                    this.tell(WATCHDOG);
                }
            }
        });
    }

    fn tell(&self, word: &str) {
        let told = match &self.to {
            Target::Nobody => return,
            Target::Socket(socket) => socket.send(word.as_bytes()).map(|_| ()),
            Target::Pipe(pipe) => {
                let mut pipe = pipe;
                pipe.write_all(format!("{word}\n").as_bytes())
            }
        };
        if let Err(error) = told {
            tracing::debug!(%error, word, "the service manager could not be told");
        }
    }
}

/// How often a watchdog that bites after `micros` is fed: twice in that time. One that is meant for
/// another process is not ours.
fn fed_every(micros: Option<u64>, pid: Option<u64>) -> Option<Duration> {
    let ours = pid.is_none_or(|pid| pid == u64::from(std::process::id()));
    micros.filter(|&micros| micros > 0 && ours).map(|micros| Duration::from_micros(micros) / 2)
}

fn connect(name: &OsStr) -> io::Result<UnixDatagram> {
    let socket = UnixDatagram::unbound()?;
    // A service manager that does not read must not hold up the process.
    socket.set_nonblocking(true)?;
    match name.as_bytes() {
        [b'@', abstract_name @ ..] => connect_abstract(&socket, abstract_name)?,
        _ => socket.connect(Path::new(name))?,
    }
    Ok(socket)
}

#[cfg(target_os = "linux")]
fn connect_abstract(socket: &UnixDatagram, name: &[u8]) -> io::Result<()> {
    use std::os::linux::net::SocketAddrExt;
    socket.connect_addr(&std::os::unix::net::SocketAddr::from_abstract_name(name)?)
}

#[cfg(not(target_os = "linux"))]
fn connect_abstract(_socket: &UnixDatagram, _name: &[u8]) -> io::Result<()> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "abstract sockets are a matter of Linux"))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    fn heard(socket: &UnixDatagram) -> io::Result<String> {
        let mut buffer = [0; 64];
        let n = socket.recv(&mut buffer)?;
        Ok(String::from_utf8_lossy(&buffer[..n]).into_owned())
    }

    #[test]
    fn a_socket_in_the_file_system_hears_each_word() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("notify");
        let socket = UnixDatagram::bind(&path).expect("a socket");
        let notifier = Notifier::to_socket(path.as_os_str(), None).expect("somebody listens");
        notifier.ready();
        notifier.stopping();
        assert_eq!(heard(&socket).expect("a word"), "READY=1");
        assert_eq!(heard(&socket).expect("a word"), "STOPPING=1");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn an_abstract_socket_is_reached_as_well() {
        use std::os::linux::net::SocketAddrExt;
        use std::os::unix::net::SocketAddr;
        let name = format!("leadctl-{}", uuid::Uuid::now_v7());
        let address = SocketAddr::from_abstract_name(&name).expect("a name");
        let socket = UnixDatagram::bind_addr(&address).expect("a socket");
        let name = format!("@{name}");
        Notifier::to_socket(OsStr::new(&name), None).expect("somebody listens").ready();
        assert_eq!(heard(&socket).expect("a word"), "READY=1");
    }

    #[test]
    fn the_watchdog_goes_hungry_while_the_event_loop_is_stuck() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("notify");
        let socket = UnixDatagram::bind(&path).expect("a socket");
        let every = Duration::from_millis(10);
        let notifier = Notifier::to_socket(path.as_os_str(), Some(every)).expect("connected");
        let (stick, stuck) = mpsc::channel::<()>();
        let (let_go, held) = mpsc::channel::<()>();
        let looping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime").block_on(async {
                notifier.feed_watchdog();
                while stuck.try_recv().is_err() {
                    tokio::task::yield_now().await;
                }
                // A task that never gives back its thread.
                held.recv().expect("let go");
                tokio::time::sleep(every * 10).await;
            });
        });
        assert_eq!(heard(&socket).expect("fed"), "WATCHDOG=1");
        stick.send(()).expect("it runs");
        socket.set_read_timeout(Some(every * 20)).expect("a time limit");
        let deadline = std::time::Instant::now() + Duration::from_secs(30);
        // What was sent before it got stuck is read first.
        while heard(&socket).is_ok() {
            assert!(std::time::Instant::now() < deadline, "a stuck loop goes on feeding");
        }
        let_go.send(()).expect("it waits");
        assert_eq!(heard(&socket).expect("fed again"), "WATCHDOG=1");
        looping.join().expect("it ends");
    }

    #[test]
    fn only_a_watchdog_of_ours_is_fed() {
        let us = u64::from(std::process::id());
        assert_eq!(fed_every(Some(30_000_000), Some(us)), Some(Duration::from_secs(15)));
        assert_eq!(fed_every(Some(30_000_000), None), Some(Duration::from_secs(15)));
        assert_eq!(fed_every(Some(30_000_000), Some(us + 1)), None);
        assert_eq!(fed_every(Some(0), None), None);
        assert_eq!(fed_every(None, None), None);
    }
}
