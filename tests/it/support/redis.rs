//! A private redis-server: started on a free port in a temporary directory, stopped and removed when
//! the tests have ended, in whatever way. A server that runs already is never touched.

use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

/// Starts the server, waits for the end of its standard input, which comes when the tests have ended
/// or died, and clears all away.
const SCRIPT: &str = r#"
dir=$1; shift
trap '' INT TERM HUP
"$@" --dir "$dir" 2>&1 </dev/null &
server=$!
echo "pid $server"
cat >/dev/null
kill -KILL "$server" 2>/dev/null
wait "$server" 2>/dev/null
rm -rf "$dir"
"#;
/// Ports tried, in case another takes one that was free a moment ago.
const TRIES: usize = 5;

/// A running server.
pub struct Server {
    dir: PathBuf,
    port: u16,
    options: Vec<String>,
    running: Running,
}

/// A process of the server.
struct Running {
    /// Its standard input is what keeps the server up.
    keeper: Child,
    pid: i32,
}

/// The server that tests share which do not disturb it.
pub fn shared() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| Server::start(&[]))
}

/// A beginning of keys that no other test of this process has.
pub fn prefix() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    format!("t{}", NUMBER.fetch_add(1, Ordering::SeqCst))
}

impl Server {
    /// Starts a server of one's own, with further options as on its command line.
    pub fn start(options: &[&str]) -> Self {
        let options: Vec<String> = options.iter().map(|o| (*o).to_owned()).collect();
        for _ in 0..TRIES {
            let free = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr());
            let port = free.expect("a free port").port();
            let dir = tempfile::Builder::new().prefix("leadctl-redis-").tempdir();
            let dir = dir.expect("a directory").keep();
            match launch(&dir, port, &options) {
                Ok(running) => return Self { dir, port, options, running },
                Err(said) if said.contains("Address already in use") => {}
                Err(said) => panic!("redis-server did not start: {said}"),
            }
        }
        panic!("redis-server found no free port");
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// Ends it as if its machine had lost power. What it held is gone.
    pub fn kill(&mut self) {
        drop(self.running.keeper.stdin.take());
        self.running.keeper.wait().expect("the keeper ends");
    }

    /// Stops it from answering, with its connections open.
    pub fn freeze(&self) {
        self.signal(Signal::SIGSTOP);
    }

    /// Undoes [`Server::freeze`].
    pub fn thaw(&self) {
        self.signal(Signal::SIGCONT);
    }

    fn signal(&self, signal: Signal) {
        kill(Pid::from_raw(self.running.pid), signal).expect("the server runs");
    }

    /// Starts it again, on the same port and empty, after [`Server::kill`].
    pub fn restart(&mut self) {
        std::fs::create_dir_all(&self.dir).expect("a directory");
        self.running = launch(&self.dir, self.port, &self.options)
            .unwrap_or_else(|said| panic!("redis-server did not start again: {said}"));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.running.keeper.stdin.take());
        let _ = self.running.keeper.wait();
    }
}

/// Starts a server and waits until it takes connections; else gives what it said.
fn launch(dir: &PathBuf, port: u16, options: &[String]) -> Result<Running, String> {
    // Waited for when its value is dropped.
    #[allow(clippy::zombie_processes)]
    let mut keeper = Command::new("sh")
        .args(["-c", SCRIPT, "sh"])
        .arg(dir)
        .arg(binary())
        .args(["--port", &port.to_string(), "--bind", "127.0.0.1", "--save", ""])
        .args(["--appendonly", "no", "--daemonize", "no", "--loglevel", "notice"])
        .args(options)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        // Ctrl-C is for the tests; this one still has to clear away.
        .process_group(0)
        .spawn()
        .expect("sh starts");
    let mut said = String::new();
    let mut pid = 0;
    let mut lines = BufReader::new(keeper.stdout.take().expect("piped"));
    loop {
        let mut line = String::new();
        let read = lines.read_line(&mut line).expect("the server speaks");
        said.push_str(&line);
        if let Some(told) = line.strip_prefix("pid ") {
            pid = told.trim().parse().expect("a process id");
        }
        if line.contains("Ready to accept connections") {
            // What it says later must not fill the pipe.
            std::thread::spawn(move || std::io::copy(&mut lines, &mut std::io::sink()));
            return Ok(Running { keeper, pid });
        }
        // The server has ended where it takes its leave; its keeper waits for us.
        let failed = line.contains("Fatal") || line.contains("Failed") || line.contains("exiting");
        if read == 0 || failed || line.contains("not found") {
            drop(keeper.stdin.take());
            let _ = lines.read_to_string(&mut said);
            let _ = keeper.wait();
            return Err(said);
        }
    }
}

/// Where the program is: named by LEADCTL_TEST_REDIS_SERVER, or on the path.
fn binary() -> PathBuf {
    if let Some(named) = std::env::var_os("LEADCTL_TEST_REDIS_SERVER") {
        return named.into();
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|dir| dir.join("redis-server"));
    found.into_iter().find(|file| file.is_file()).expect(
        "redis-server is not on the path; install it (apt-get install redis-server), or name it \
         with LEADCTL_TEST_REDIS_SERVER",
    )
}
