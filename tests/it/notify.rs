//! What a service manager hears of `api`, `worker` and `up`: ready, alive, stopping.

use std::os::unix::net::UnixDatagram;
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;

use crate::support::process::{PATIENCE, Running, leadctl};

/// A service manager's socket.
struct Manager {
    socket: UnixDatagram,
    home: tempfile::TempDir,
}

impl Manager {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a directory");
        let socket = UnixDatagram::bind(home.path().join("notify")).expect("a socket");
        socket.set_read_timeout(Some(PATIENCE)).expect("a time limit");
        Self { socket, home }
    }

    fn start(&self, args: &[&str]) -> Running {
        let mut command = leadctl(self.home.path());
        command.args(args).env("NOTIFY_SOCKET", self.home.path().join("notify"));
        Running::start(command.env("WATCHDOG_USEC", "40000"))
    }

    fn hears(&self) -> String {
        let mut buffer = [0; 64];
        let n = self.socket.recv(&mut buffer).expect("a word in time");
        String::from_utf8_lossy(&buffer[..n]).into_owned()
    }

    /// Waits for a word; how many others came before it.
    fn until(&self, word: &str) -> usize {
        let deadline = Instant::now() + PATIENCE;
        let mut before = 0;
        while self.hears() != word {
            assert!(Instant::now() < deadline, "{word} never came");
            before += 1;
        }
        before
    }
}

#[test]
fn each_says_when_it_is_ready_that_it_is_alive_and_when_it_stops() {
    for args in [
        &["api", "--listen", "127.0.0.1:0"][..],
        &["worker", "--listen", "127.0.0.1:0"],
        &["up", "--listen", "127.0.0.1:0"],
    ] {
        let manager = Manager::new();
        let mut process = manager.start(args);
        manager.until("READY=1");
        manager.until("WATCHDOG=1");
        process.signal(Signal::SIGTERM);
        manager.until("STOPPING=1");
        process.wait();
        // A process that ends says no more; what was said before its end is read off first.
        manager.socket.set_read_timeout(Some(Duration::from_millis(200))).expect("a time limit");
        let mut buffer = [0; 64];
        while let Ok(n) = manager.socket.recv(&mut buffer) {
            assert_ne!(&buffer[..n], b"READY=1", "{args:?}: a child spoke for its supervisor");
        }
    }
}

#[test]
fn one_whose_database_cannot_be_used_is_not_ready() {
    let manager = Manager::new();
    std::fs::create_dir_all(manager.home.path().join("data/leadctl.db")).expect("in the way");
    let mut process = manager.start(&["api", "--listen", "127.0.0.1:0"]);
    assert!(!process.wait().success());
    manager.socket.set_read_timeout(Some(Duration::from_millis(200))).expect("a time limit");
    let mut buffer = [0; 64];
    while let Ok(n) = manager.socket.recv(&mut buffer) {
        assert_ne!(&buffer[..n], b"READY=1");
    }
}
