//! Whatever runs, and whatever goes wrong with it, no secret is written anywhere but where it belongs.

use std::fs::File;
use std::io::{Read, Seek, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use leadctl::config::KEYS;
use serde_json::Value;

use crate::accounts::refresh_token;
use crate::support::embedded::Sandbox;
use crate::support::process::{json, leadctl, run, text, until};
use crate::support::redis::{Server, prefix};

/// What the secret of a setting is told by: letters and digits alone, which no encoding of URLs changes.
fn needle(path: &str) -> String {
    format!("hunter2{}", path.replace(['.', '_'], ""))
}

/// Every setting that is a secret, with a secret in it. A new one gets its place by itself.
fn secrets() -> Vec<(&'static str, String)> {
    let secret = KEYS.iter().filter(|key| key.secret);
    secret
        .map(|key| {
            let needle = needle(key.path);
            let value = match key.path {
                // Nobody listens there.
                "database.url" => format!("postgres://leadctl:{needle}@127.0.0.1:1/leadctl"),
                "redis.url" => format!("redis://leadctl:{needle}@127.0.0.1:1/0"),
                _ => needle,
            };
            (key.env, value)
        })
        .collect()
}

/// All that was written.
struct Written {
    dir: PathBuf,
    told: Vec<(String, String)>,
}

/// A process whose whole output goes to a file.
struct Logged(Child);

impl Drop for Logged {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Written {
    fn tell(&mut self, what: impl Into<String>, said: impl Into<String>) {
        self.told.push((what.into(), said.into()));
    }

    /// Runs a command to its end.
    fn run(&mut self, command: &mut Command) -> Option<i32> {
        let output = command.output().expect("leadctl runs");
        let what = format!("{command:?}").rsplit("leadctl\"").next().unwrap_or_default().to_owned();
        self.tell(what, text(&output.stdout) + &text(&output.stderr));
        output.status.code()
    }

    /// The same, which must end well, with something on its standard input.
    fn feed(&mut self, command: &mut Command, input: &str) {
        let mut file = tempfile::tempfile().expect("a file");
        file.write_all(input.as_bytes()).expect("written");
        file.rewind().expect("rewound");
        assert_eq!(self.run(command.stdin(file)), Some(0), "{:?}", self.told.last());
    }

    /// Starts a process that goes on.
    fn start(&mut self, name: &str, command: &mut Command) -> Logged {
        let file = File::create(self.dir.join(format!("{name}.log"))).expect("a file");
        command.stdin(Stdio::null()).stdout(file.try_clone().expect("a file")).stderr(file);
        Logged(command.spawn().expect("leadctl starts"))
    }

    /// What a process has written until now.
    fn log(&self, name: &str) -> String {
        let bytes = std::fs::read(self.dir.join(format!("{name}.log"))).expect("a file");
        text(&bytes)
    }

    /// Reads all files below a directory but the database's own.
    fn files(&mut self, dir: &Path) {
        for entry in std::fs::read_dir(dir).expect("a directory").flatten() {
            let path = entry.path();
            let name = path.display().to_string();
            if path.is_dir() {
                self.files(&path);
            } else if path.is_file() && !name.contains("leadctl.db") {
                let bytes = std::fs::read(&path).unwrap_or_default();
                self.tell(name, text(&bytes));
            }
        }
    }

    fn holds_none_of(&self, needles: &[String]) {
        for (what, said) in &self.told {
            for needle in needles {
                let at = said.find(needle.as_str());
                let line = at.map(|at| said[..at].lines().count());
                assert!(at.is_none(), "{needle} is in line {line:?} of {what}");
            }
            assert_eq!(token(said), None, "a token of Reddit's is in {what}");
        }
    }
}

/// A token such as the sandbox gives for Reddit's credentials.
fn token(said: &str) -> Option<&str> {
    let starts = said.match_indices("sandbox-").map(|(at, _)| &said[at..]);
    let mut tokens = starts.filter_map(|rest| rest.get(..40));
    tokens.find(|token| token["sandbox-".len()..].bytes().all(|b| b.is_ascii_hexdigit()))
}

/// A Redis that lets in only who knows the password of user `leadctl`, and its address with it.
fn guarded(password: &str) -> (Server, String) {
    let server = Server::start(&[]);
    let address = server.url().trim_start_matches("redis://").to_owned();
    let mut socket = TcpStream::connect(&address).expect("it listens");
    let command =
        format!("ACL SETUSER leadctl on >{password} ~* &* +@all\r\nACL SETUSER default off\r\n");
    socket.write_all(command.as_bytes()).expect("written");
    let mut answer = [0; 10];
    socket.read_exact(&mut answer).expect("an answer");
    assert_eq!(&answer, b"+OK\r\n+OK\r\n");
    (server, format!("redis://leadctl:{password}@{address}/0"))
}

/// Where a process serves its metrics, once it tells of itself.
fn address(home: &Path, env: &[(String, String)], process: &Logged) -> Option<String> {
    let output = leadctl(home)
        .envs(env.iter().cloned())
        .args(["workers", "ls", "--all", "-o", "json"])
        .output()
        .expect("it runs");
    let listed: Value = serde_json::from_slice(&output.stdout).ok()?;
    let items = listed["items"].as_array()?.iter();
    let mut found = items.filter(|p| p["pid"] == process.0.id());
    found.find_map(|p| p["http"].as_str().map(ToOwned::to_owned))
}

/// The system in one environment: jobs run, and all that tells of them is asked.
fn exercise(
    home: &Path,
    written: &mut Written,
    format: &str,
    env: &[(String, String)],
    key: &str,
    campaign: &str,
) {
    let of = |args: &[&str]| {
        let mut command = leadctl(home);
        command.envs(env.iter().cloned()).args(args);
        command.env("LEADCTL_LOG", "trace").env("LEADCTL_LOG_FORMAT", format);
        command
    };
    let (worker, api) = (format!("worker-{format}"), format!("api-{format}"));
    let at_work = written.start(&worker, &mut of(&["worker", "--listen", "127.0.0.1:0"]));
    let answering = written.start(&api, &mut of(&["api", "--listen", "127.0.0.1:0"]));
    until("both tell of themselves", || {
        address(home, env, &at_work).is_some() && address(home, env, &answering).is_some()
    });
    let enqueue = [
        "jobs",
        "enqueue",
        "lead",
        "-C",
        campaign,
        "--attempts",
        "1",
        "--id",
        format,
        "--wait",
        "--timeout",
        "50s",
    ];
    let code = written.run(&mut of(&enqueue));
    assert!(matches!(code, Some(0 | 6)), "{code:?}: {:?}", written.told.last());

    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    for (kind, process) in [("worker", &at_work), ("api", &answering)] {
        let base = address(home, env, process).expect("an address");
        let base = if base.starts_with("http") { base } else { format!("http://{base}") };
        for path in ["/metrics", "/readyz", "/v1/leads", "/v1/jobs", "/v1/accounts", "/v1/nothing"]
        {
            let asked = reqwest::Client::new().get(format!("{base}{path}")).bearer_auth(key);
            let answer = runtime.block_on(async { asked.send().await?.text().await });
            written.tell(format!("{kind} {path}"), answer.expect("an answer"));
        }
    }
    for args in [
        "config show",
        "doctor",
        "status",
        "check",
        "jobs ls",
        "dlq ls",
        "audit ls",
        "breaker status",
        "breaker history",
        "webhooks ls",
        "keys ls",
        "accounts ls",
        "accounts check",
        "workers ls --all",
        "db status",
        "queue ls",
        "jobs ls --queue webhooks",
        &format!("trace lead-discovery/{format}"),
        &format!("jobs logs lead-discovery/{format}"),
    ] {
        for output in ["table", "json"] {
            let args: Vec<&str> = args.split(' ').chain(["-o", output]).collect();
            written.run(&mut of(&args));
        }
    }
    for name in [worker, api] {
        let log = written.log(&name);
        assert!(log.contains("TRACE") && log.len() > 1_000, "{name}: {} bytes", log.len());
        written.tell(name, log);
    }
}

#[test]
fn a_full_run_and_what_goes_wrong_in_it_write_no_secret() {
    let home = tempfile::tempdir().expect("a directory");
    let logs = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let mut written = Written { dir: logs.path().to_owned(), told: Vec::new() };
    let sandbox = Sandbox::start(home);
    let (server, redis) = guarded(&needle("redis.url"));
    let key = json(home, &["keys", "create", "--user", "ann", "--scope", "admin", "-o", "json"]);
    let key = key["key"].as_str().expect("a key").to_owned();
    let slack = "https://hooks.slack.example.com/services/T0/B0/hunter2hook";
    json(home, &["webhooks", "add", "--kind", "slack", slack, "-o", "json"]);
    let hook = "https://hooks.example.com/in?token=hunter2hook";
    let hook = json(home, &["webhooks", "add", "--kind", "generic", hook, "-o", "json"]);
    let signs = hook["secret"].as_str().expect("a secret").to_owned();

    let mut needles: Vec<String> =
        KEYS.iter().filter(|key| key.secret).map(|key| needle(key.path)).collect();
    assert!(needles.len() >= 4, "{needles:?}");
    needles.extend([key.clone(), signs, "hunter2hook".to_owned()]);
    // Reddit is asked in the name of an account, at first.
    let token = refresh_token(&sandbox, "ops");
    let add = ["accounts", "add", "--client-id", "sandbox-installed", "--refresh-token-from", "-"];
    written.feed(leadctl(home).envs(sandbox.env.iter().cloned()).args(add), &token);
    needles.push(token);

    // Reddit lets it in; the AI provider does not.
    let ai = |name: &str, value: &str| (format!("LEADCTL_AI_{name}"), value.to_owned());
    let base =
        sandbox.env.iter().find(|(name, _)| name == "LEADCTL_REDDIT_BASE_URL").expect("an address");
    let base = base.1.replace("/reddit", "/v1");
    let mut env = sandbox.env.clone();
    env.push(("REDIS_URL".into(), redis.clone()));
    env.push(("LEADCTL_REDIS_PREFIX".into(), prefix()));
    env.extend([
        ai("API_KEY", &needle("ai.api_key")),
        ai("BASE_URL", &base),
        ai("PROVIDER", "sandbox"),
    ]);
    exercise(home, &mut written, "human", &env, &key, &sandbox.campaign);

    let used = "in the name of account installation";
    assert!(written.told.iter().any(|(_, said)| said.contains(used)), "it was used");
    json(home, &["accounts", "rm", "installation", "--yes", "-o", "json"]);
    // Reddit does not; nobody listens where the AI provider should be.
    env.push(("LEADCTL_REDDIT_CLIENT_SECRET".into(), needle("reddit.client_secret")));
    env.extend([ai("BASE_URL", "http://127.0.0.1:1/v1")]);
    exercise(home, &mut written, "json", &env, &key, &sandbox.campaign);

    wrong(home, &mut written, &server);
    written.files(&home.join("data"));
    written.holds_none_of(&needles);
    // What was looked through is what holds them: the way of looking finds what is there.
    let seen =
        written.told.iter().any(|(_, said)| said.contains("redacted") || said.contains("set"));
    assert!(seen && written.told.len() > 60, "{}", written.told.len());
}

/// Settings that lead nowhere, that are refused, and that are no settings at all.
fn wrong(home: &Path, written: &mut Written, server: &Server) {
    let mut tried = |env: &[(&str, String)], args: &str| {
        for format in ["human", "json"] {
            let mut command = leadctl(home);
            command.env("LEADCTL_LOG", "trace").env("LEADCTL_LOG_FORMAT", format);
            command.envs(env.iter().map(|(name, value)| (*name, value.as_str())));
            written.run(command.args(args.split(' ')));
        }
    };
    let all = secrets();
    for args in [
        "doctor",
        "doctor -o json",
        "config show",
        "config check",
        "status",
        "worker",
        "queue pause q",
    ] {
        tried(&all, args);
    }
    let refused = server.url().replace("redis://", &format!("redis://me:{}@", needle("redis.url")));
    for args in ["doctor", "queue ls", "check"] {
        tried(&[("REDIS_URL", refused.clone())], args);
    }
    for (name, needle) in
        [("DATABASE_URL", needle("database.url")), ("REDIS_URL", needle("redis.url"))]
    {
        for odd in ["mysql://u:NEEDLE@h/d", "//u:NEEDLE@h", "redis://u:NEEDLE@h:99999/0", "NEEDLE"]
        {
            for args in ["config check", "status"] {
                tried(&[(name, odd.replace("NEEDLE", &needle))], args);
            }
        }
    }
    let file = home.join("odd.toml");
    let texts = [
        format!("[ai]\napi_key = {}\n", needle("ai.api_key")),
        format!("[ai]\napi_key = [\"{}\"]\n", needle("ai.api_key")),
        format!("[reddit]\nclient_secre = \"{}\"\n", needle("reddit.client_secret")),
    ];
    for text in texts {
        std::fs::write(&file, text).expect("written");
        tried(&[], &format!("config check --config {}", file.display()));
    }
    let copy = format!("db copy --to postgres://u:{}@127.0.0.1:1/x", needle("database.url"));
    tried(&[], &copy);
    assert_eq!(run(home, &["db", "status"]).status.code(), Some(0));
}
