//! A private Postgres: started on a Unix socket in a temporary directory, stopped and removed when
//! the tests have ended, in whatever way. A server that runs already is never touched.

use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use leadctl::config::DatabaseSettings;
use leadctl::db::Db;
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};

/// The name of its only user.
const USER: &str = "leadctl";

/// Makes a cluster, starts it, waits for the end of its standard input, which comes when the tests
/// have ended or died, and clears all away. Postgres refuses to run as root: another user does.
const SCRIPT: &str = r#"
set -eu
dir=$1 bin=$2
trap 'rm -rf "$dir"' EXIT
trap '' INT TERM HUP
as() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  user=postgres; id "$user" >/dev/null 2>&1 || user=nobody
  chown "$user" "$dir"
  as() { setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups "$@"; }
fi
cd "$dir"
as "$bin/initdb" -D "$dir/data" -U leadctl -A trust -E UTF8 --no-locale --no-sync >"$dir/log" 2>&1 ||
  { cat "$dir/log"; exit 1; }
cat >>"$dir/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$dir'
fsync = off
full_page_writes = off
max_connections = 300
shared_buffers = 64MB
CONF
as "$bin/pg_ctl" -D "$dir/data" -l "$dir/server.log" -w -t 60 start >/dev/null 2>&1 ||
  { cat "$dir/server.log"; exit 1; }
echo ready
cat >/dev/null
as "$bin/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1 || true
"#;

/// A running server.
pub struct Server {
    dir: PathBuf,
    bin: PathBuf,
    /// Its standard input is what keeps the server up.
    keeper: Child,
}

/// The server that tests share which do not disturb it.
pub fn shared() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(Server::start)
}

impl Server {
    /// Starts a server of one's own.
    pub fn start() -> Self {
        let bin = binaries();
        let dir = tempfile::Builder::new().prefix("leadctl-pg-").tempdir().expect("a directory");
        let dir = dir.keep();
        let mut keeper = Command::new("sh")
            .args(["-c", SCRIPT, "sh"])
            .arg(&dir)
            .arg(&bin)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // Ctrl-C is for the tests; this one still has to clear away.
            .process_group(0)
            .spawn()
            .expect("sh starts");
        let mut said = BufReader::new(keeper.stdout.take().expect("piped"));
        let mut line = String::new();
        said.read_line(&mut line).expect("the keeper speaks");
        if line.trim() != "ready" {
            // What goes on is what went wrong; the keeper ends after it.
            let _ = said.read_to_string(&mut line);
            panic!("Postgres did not start: {line}");
        }
        Self { dir, bin, keeper }
    }

    /// The address of one of its databases.
    pub fn url(&self, database: &str) -> String {
        format!("postgres://{USER}@localhost/{database}?host={}", self.dir.display())
    }

    /// Stops it as if the power had failed, and starts it again; returns when it takes connections.
    pub fn restart(&self) {
        self.control(&["-m", "immediate", "-t", "60", "restart"]);
    }

    /// Stops it as if the power had failed.
    pub fn stop(&self) {
        self.control(&["-m", "immediate", "stop"]);
    }

    /// Starts it again.
    pub fn resume(&self) {
        self.control(&["-t", "60", "start"]);
    }

    fn control(&self, args: &[&str]) {
        let mut command = Command::new(self.bin.join("pg_ctl"));
        if nix::unistd::geteuid().is_root() {
            let user = ["postgres", "nobody"]
                .iter()
                .find_map(|name| nix::unistd::User::from_name(name).ok().flatten())
                .expect("a user");
            command.uid(user.uid.as_raw()).gid(user.gid.as_raw());
        }
        let done = command
            .current_dir(&self.dir)
            .arg("-D")
            .arg(self.dir.join("data"))
            .arg("-l")
            .arg(self.dir.join("server.log"))
            .arg("-w")
            .args(args)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("pg_ctl runs");
        assert!(done.success(), "pg_ctl {args:?}: {done}");
    }

    async fn admin(&self) -> PgConnection {
        let options: PgConnectOptions = self.url("postgres").parse().expect("an address");
        options.connect().await.expect("the server answers")
    }

    /// An empty database, gone when the value is dropped.
    pub async fn database(&'static self) -> Database {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("t{}", NUMBER.fetch_add(1, Ordering::SeqCst));
        let mut admin = self.admin().await;
        let create = AssertSqlSafe(format!("CREATE DATABASE {name} TEMPLATE template0"));
        sqlx::query(create).execute(&mut admin).await.expect("a database is made");
        admin.close().await.expect("a connection is closed");
        Database { server: self, name }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
    }
}

/// A database of one test.
pub struct Database {
    server: &'static Server,
    name: String,
}

impl Database {
    /// Its address.
    pub fn url(&self) -> String {
        self.server.url(&self.name)
    }

    /// What a configuration says of it.
    pub fn settings(&self) -> DatabaseSettings {
        settings(&self.url())
    }

    /// Opens it and brings it to the newest migration.
    pub async fn open(&self) -> Db {
        let settings = self.settings();
        Db::from_settings(Path::new("/nonexistent"), &settings).await.expect("a database")
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let (server, name) = (self.server, self.name.clone());
        let dropped = std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("tokio");
            runtime.block_on(async {
                let drop = AssertSqlSafe(format!("DROP DATABASE {name} WITH (FORCE)"));
                // What stays is removed with the whole server.
                let _ = sqlx::query(drop).execute(&mut server.admin().await).await;
            });
        });
        let _ = dropped.join();
    }
}

/// Settings for an address, with a small pool.
pub fn settings(url: &str) -> DatabaseSettings {
    DatabaseSettings {
        url: Some(url.into()),
        max_connections: 5,
        acquire_timeout_secs: 10,
        statement_timeout_secs: 20,
        idle_timeout_secs: 60,
    }
}

/// Where Postgres' programs are: on the path, or where Debian hides them.
fn binaries() -> PathBuf {
    let has = |dir: &PathBuf| dir.join("initdb").is_file() && dir.join("pg_ctl").is_file();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let hidden = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut hidden: Vec<PathBuf> = hidden.map(|entry| entry.path().join("bin")).collect();
    hidden.sort();
    std::env::split_paths(&path).chain(hidden.into_iter().rev()).find(has).expect(
        "PostgreSQL (initdb, pg_ctl) is neither on the path nor in /usr/lib/postgresql/*/bin; \
         scripts/test installs it where it may, else: apt-get install postgresql",
    )
}
