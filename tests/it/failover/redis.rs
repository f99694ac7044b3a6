//! A private redis-server that is killed, frozen and emptied.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tempfile::TempDir;

use crate::support::process::PATIENCE;

/// Tells the server's process id, waits for the end of its standard input, which comes when the test
/// has ended or died, and ends the server in whatever state it is.
const KEEPER: &str = r#"
trap '' INT TERM HUP
"$@" >/dev/null 2>&1 </dev/null &
server=$!
echo "$server"
cat >/dev/null
kill -CONT "$server" 2>/dev/null
kill -KILL "$server" 2>/dev/null
wait "$server" 2>/dev/null
"#;

/// A server on a port of its own that keeps its data on disk.
pub struct Unruly {
    dir: TempDir,
    port: u16,
    /// None while it is down.
    keeper: Option<Child>,
    pid: Pid,
}

impl Unruly {
    /// Takes a port, and starts nothing.
    pub fn down() -> Self {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr());
        Self {
            dir: tempfile::tempdir().expect("a directory"),
            port: free.expect("a free port").port(),
            keeper: None,
            pid: Pid::from_raw(0),
        }
    }

    /// Starts a server.
    pub fn up() -> Self {
        let mut server = Self::down();
        server.start();
        server
    }

    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// Starts it with the data that it has on disk.
    pub fn start(&mut self) {
        let program = std::env::var_os("LEADCTL_TEST_REDIS_SERVER");
        let mut keeper = Command::new("sh")
            .args(["-c", KEEPER, "sh"])
            .arg(program.unwrap_or_else(|| "redis-server".into()))
            .args(["--port", &self.port.to_string(), "--bind", "127.0.0.1", "--save", ""])
            .args(["--appendonly", "yes", "--appendfsync", "everysec", "--daemonize", "no"])
            .arg("--dir")
            .arg(self.dir.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // Ctrl-C is for the test; this one still has to clear away.
            .process_group(0)
            .spawn()
            .expect("sh starts");
        let mut line = String::new();
        let mut said = BufReader::new(keeper.stdout.take().expect("piped"));
        said.read_line(&mut line).expect("a process id");
        self.pid = Pid::from_raw(line.trim().parse().expect("a process id"));
        self.keeper = Some(keeper);
        let deadline = Instant::now() + PATIENCE;
        while !self.answers() {
            assert!(Instant::now() < deadline, "redis-server does not answer");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn answers(&self) -> bool {
        let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) else { return false };
        let mut answer = [0; 5];
        stream.write_all(b"PING\r\n").is_ok()
            && stream.read_exact(&mut answer).is_ok()
            && answer == *b"+PONG"
    }

    /// How often a command was called since it was started.
    pub fn calls(&self, command: &str) -> u64 {
        let client = redis::Client::open(self.url()).expect("an address");
        let mut connection = client.get_connection().expect("a connection");
        let info = redis::cmd("INFO").arg("commandstats").query::<String>(&mut connection);
        let field = format!("cmdstat_{command}:calls=");
        let info = info.expect("figures");
        let line = info.lines().find_map(|line| line.strip_prefix(&field));
        let count = line.and_then(|line| line.split(',').next());
        count.map_or(0, |count| count.parse().expect("a number"))
    }

    /// `kill -9`.
    pub fn kill(&mut self) {
        kill(self.pid, Signal::SIGKILL).expect("it runs");
        let mut keeper = self.keeper.take().expect("it runs");
        drop(keeper.stdin.take());
        keeper.wait().expect("the keeper ends");
    }

    /// Throws away what it has on disk.
    pub fn empty(&self) {
        std::fs::remove_dir_all(self.dir.path().join("appendonlydir")).expect("it has data");
    }

    pub fn freeze(&self) {
        kill(self.pid, Signal::SIGSTOP).expect("it runs");
    }

    pub fn thaw(&self) {
        kill(self.pid, Signal::SIGCONT).expect("it runs");
    }
}

impl Drop for Unruly {
    fn drop(&mut self) {
        if let Some(mut keeper) = self.keeper.take() {
            drop(keeper.stdin.take());
            let _ = keeper.wait();
        }
    }
}
