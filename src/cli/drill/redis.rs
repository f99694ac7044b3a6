//! A Redis of the drill's own, which can be killed and started again.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::process::{Child, Command};

use crate::cli::exit::{CliError, Exit};

/// Longest time until it must take connections.
const START_TIMEOUT: Duration = Duration::from_secs(10);
/// Starts the server and kills it as soon as its standard input ends, which it does also where this
/// process is killed.
const KEEPER: &str = r#"
trap '' INT TERM HUP
"$@" >/dev/null 2>&1 </dev/null &
server=$!
cat >/dev/null
kill -KILL "$server" 2>/dev/null
wait "$server" 2>/dev/null
"#;

/// The server; what it holds is in memory alone.
pub(super) struct Redis {
    program: PathBuf,
    dir: PathBuf,
    port: u16,
    keeper: Option<Child>,
}

impl Redis {
    /// Finds the program and starts it on a free port.
    pub(super) async fn start(dir: &Path) -> anyhow::Result<Self> {
        let program = program().ok_or_else(|| {
            CliError::new(Exit::Unreachable, "redis-server is not on the path")
                .hint(
                    "install Redis (apt-get install redis-server); a running one is never touched",
                )
                .target("redis-server")
        })?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut redis = Self { program, dir: dir.to_owned(), port, keeper: None };
        redis.up().await?;
        Ok(redis)
    }

    /// Its address.
    pub(super) fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// Starts it, empty, on the port that it has.
    pub(super) async fn up(&mut self) -> anyhow::Result<()> {
        let keeper = Command::new("sh")
            .args(["-c", KEEPER, "sh"])
            .arg(&self.program)
            .args(["--port", &self.port.to_string(), "--bind", "127.0.0.1", "--save", ""])
            .args(["--appendonly", "no", "--daemonize", "no", "--dir"])
            .arg(&self.dir)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // Ctrl-C reaches this process alone, which then stops all in order.
            .process_group(0)
            .spawn()?;
        self.keeper = Some(keeper);
        let up = async {
            while TcpStream::connect(("127.0.0.1", self.port)).await.is_err() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(START_TIMEOUT, up).await.map_err(|_| {
            CliError::new(Exit::TimedOut, format!("redis-server did not start on {}", self.url()))
                .target(self.url())
        })?;
        Ok(())
    }

    /// Kills it, as by `kill -9`.
    pub(super) async fn kill(&mut self) {
        if let Some(mut keeper) = self.keeper.take() {
            drop(keeper.stdin.take());
            if let Err(error) = keeper.wait().await {
                tracing::warn!(%error, "redis-server could not be waited for");
            }
        }
    }
}

fn program() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join("redis-server")).find(|file| file.is_file())
}
