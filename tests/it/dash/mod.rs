//! The dash on a terminal, as an operator uses it: in tmux, by its keys, against a sandbox that runs.

mod given_back;
mod outage;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use nix::sys::signal::Signal;

use crate::support::letters::work_off;
use crate::support::process::{Running, json, leadctl, run, text, until};

/// A terminal of its own, with a shell in it.
struct Terminal {
    socket: PathBuf,
}

impl Terminal {
    fn open(home: &Path, size: (u16, u16)) -> Self {
        let this = Self { socket: home.join("tmux") };
        let (width, height) = (size.0.to_string(), size.1.to_string());
        let opened = this.tmux(
            home,
            &["new-session", "-d", "-x", &width, "-y", &height, "PS1='ready> ' exec sh -i"],
        );
        assert!(opened.status.success(), "tmux: {}", text(&opened.stderr));
        this.is_at_the_shell();
        this
    }

    fn tmux(&self, home: &Path, args: &[&str]) -> Output {
        let mut command = Command::new("tmux");
        command.arg("-S").arg(&self.socket).args(["-u", "-f", "/dev/null"]).args(args);
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("HOME", home).env("LEADCTL_DATA_DIR", home.join("data"));
        command.env("LC_ALL", "C.UTF-8").env("TERM", "xterm-256color").env("ENV", "");
        command.output().expect("tmux runs")
    }

    /// Types text as it is.
    fn types(&self, keys: &str) {
        let sent = self.tmux(Path::new("/"), &["send-keys", "-l", keys]);
        assert!(sent.status.success(), "{}", text(&sent.stderr));
    }

    /// Presses a key by tmux's name for it.
    fn presses(&self, key: &str) {
        let sent = self.tmux(Path::new("/"), &["send-keys", key]);
        assert!(sent.status.success(), "{}", text(&sent.stderr));
    }

    /// What tmux knows of the terminal.
    fn asks(&self, format: &str) -> String {
        text(&self.tmux(Path::new("/"), &["display-message", "-p", format]).stdout)
    }

    fn resizes(&self, width: u16, height: u16) {
        let (width, height) = (width.to_string(), height.to_string());
        let done = self.tmux(Path::new("/"), &["resize-window", "-x", &width, "-y", &height]);
        assert!(done.status.success(), "{}", text(&done.stderr));
    }

    fn screen(&self) -> String {
        text(&self.tmux(Path::new("/"), &["capture-pane", "-p"]).stdout)
    }

    /// Waits until the shell waits for a command: its prompt is the last on the screen. One that is
    /// further up is of the command before, and what is typed then may not be for the shell.
    fn is_at_the_shell(&self) {
        self.comes_to("the shell waits", |screen| screen.trim_end().ends_with("ready>"));
    }

    /// Waits until the screen shows something, and returns the screen.
    fn shows(&self, what: &str) -> String {
        self.comes_to(&format!("{what:?} is shown"), |screen| screen.contains(what))
    }

    fn comes_to(&self, what: &str, holds: impl Fn(&str) -> bool) -> String {
        let mut last = String::new();
        until(what, || {
            let screen = self.screen();
            if !holds(&screen) {
                // What it was like is what one wants to know where it does not come about.
                if screen != last && std::env::var_os("LEADCTL_TEST_SCREENS").is_some() {
                    eprintln!("--- waiting until {what}\n{screen}");
                }
                last = screen;
                return false;
            }
            last = screen;
            true
        });
        last
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.tmux(Path::new("/"), &["kill-server"]);
    }
}

fn sandbox(home: &Path) -> Running {
    let mut up = Running::start(leadctl(home).args(["up", "--listen", "127.0.0.1:0", "--sandbox"]));
    up.stdout.until("r/");
    up
}

/// Keeps a screen for the documentation, where that is asked for.
fn keep(name: &str, screen: &str) {
    if std::env::var_os("LEADCTL_BLESS").is_none() {
        return;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screens");
    std::fs::create_dir_all(&folder).expect("a folder");
    // Where a test has its data does not matter.
    let kept = match data_dir(screen) {
        Some(dir) => screen.replace(&dir, &pad("/var/lib/leadctl", &dir)),
        None => screen.to_owned(),
    };
    std::fs::write(folder.join(format!("{name}.txt")), format!("{}\n", kept.trim_end()))
        .expect("it can be written");
}

/// The data directory, as the title tells it.
fn data_dir(screen: &str) -> Option<String> {
    let (_, rest) = screen.lines().next()?.split_once("SQLite in ")?;
    let path = rest.split_whitespace().next()?;
    Some(path.trim_end_matches("/leadctl.db").to_owned())
}

/// A path as long as another, so that what stands beside it stays where it is.
fn pad(path: &str, like: &str) -> String {
    format!("{path}{}", "/x".chars().cycle().take(like.len() - path.len()).collect::<String>())
}

fn is_paused(home: &Path) -> bool {
    let queues = json(home, &["queue", "ls", "-o", "json"]);
    let items = queues["items"].as_array().expect("a list");
    items.iter().any(|queue| queue["name"] == "lead-discovery" && queue["is_paused"] == true)
}

#[test]
fn an_operator_looks_around_acts_and_gets_the_terminal_back() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let mut up = sandbox(home);
    let terminal = Terminal::open(home, (120, 40));
    let dash = format!("{} dash", env!("CARGO_BIN_EXE_leadctl"));
    terminal.types(&format!("{dash}\n"));
    terminal.comes_to("workers, leads and API are there", |screen| {
        ["lead-discovery", "nothing is wrong", "╭ Leads", "sandbox", "1 x 4", "╭ API"]
            .iter()
            .all(|part| screen.contains(part))
    });

    // Around: leads, one of them, back; the palette; help; a filter.
    terminal.types("8");
    terminal.shows("Leads, newest first (100)");
    terminal.presses("Enter");
    keep("lead", &terminal.shows("https://www.reddit.com/r/"));
    terminal.presses("Escape");
    terminal.shows("Leads, newest first");
    terminal.types(":workers");
    terminal.presses("Enter");
    terminal.shows("Workers (1)");
    terminal.types("?");
    terminal.shows("Keys of Workers");
    terminal.presses("Escape");
    terminal.types("3");
    terminal.shows("Jobs of lead-discovery");

    // Jobs of a queue that is not ours fail for good, and are told of by their errors.
    let busy = Some("status 503: overloaded, try again in 30 s");
    let jobs =
        [("m1", "send", busy), ("m2", "send", busy), ("m3", "send", Some("no such address"))];
    work_off(home, "mail", &jobs);
    terminal.types("4");
    keep(
        "dead-letters",
        &terminal.comes_to("the failed job is told of", |screen| {
            screen.contains("Dead letters by error (2)")
                && screen.contains("3 jobs of mail failed in the last hour")
        }),
    );
    terminal.presses("Enter");
    terminal.shows("mail/m2");
    terminal.presses("Enter");
    keep("job", &terminal.shows("Payload"));

    // A queue is paused, after a question that says so, and the trail tells who did it.
    terminal.types("2U");
    terminal.shows("Pause queue lead-discovery?");
    assert!(!is_paused(home), "nothing is done before the answer");
    terminal.types("n");
    terminal.comes_to("the question is gone", |screen| !screen.contains("Sure?"));
    terminal.types("U");
    terminal.shows("Sure?");
    terminal.types("y");
    terminal.shows("▲ paused");
    until("the queue is paused", || is_paused(home));
    let kept = || json(home, &["audit", "ls", "--action", "queue.pause", "-o", "json"]);
    until("it is in the audit trail", || kept()["items"][0]["target"] == "lead-discovery");
    let detail = kept()["items"][0]["detail"].clone();
    assert_eq!((&detail["via"], &detail["acted"]), (&"dash".into(), &1.into()), "{detail}");
    terminal.types("Uy");
    until("the queue goes on", || !is_paused(home));

    // To the shell and back, and out; the terminal is as it was.
    terminal.presses("C-z");
    terminal.shows("Stopped");
    terminal.types("fg\n");
    terminal.shows("╭ Queues (");
    terminal.types("1");
    keep(
        "overview",
        &terminal.comes_to("there is a history", |screen| {
            screen.contains("all queues, jobs a second") && !screen.contains("done - ")
        }),
    );
    terminal.types("q");
    terminal.is_at_the_shell();
    terminal.types("stty -a\n");
    let modes = terminal.shows("icanon");
    assert!(!modes.contains("-icanon") && !modes.contains("-echo "), "{modes}");
    assert!(up.end(Signal::SIGINT).success());
}

#[test]
fn a_frame_can_be_had_without_a_terminal() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let refused = run(home, &["dash"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("--snapshot"), "{}", text(&refused.stderr));
    for (args, lines, width) in [
        (&["dash", "--snapshot", "120x40"][..], 40, 120),
        (&["dash", "--snapshot", "60x15", "--view", "workers"], 15, 60),
        (&["top"], 30, 100),
    ] {
        let shown = run(home, args);
        assert!(shown.status.success(), "{args:?}: {}", text(&shown.stderr));
        let shown = text(&shown.stdout);
        assert_eq!(shown.lines().count(), lines, "{args:?}\n{shown}");
        assert!(shown.lines().all(|line| line.chars().count() <= width), "{args:?}\n{shown}");
        assert!(shown.contains("nothing is wrong"), "{args:?}\n{shown}");
        assert!(!shown.contains('\u{1b}'), "{args:?}\n{shown}");
    }
    for (args, said) in [
        (&["dash", "--snapshot", "1x1"][..], "10x10"),
        (&["dash", "--snapshot", "80x24", "--view", "nothing"], "overview"),
        (&["dash", "--snapshot", "80x24", "--interval", "1ms"], "250ms"),
        (&["dash", "--snapshot", "80x24", "--api", "nowhere"], "http"),
    ] {
        let refused = run(home, args);
        assert_eq!(refused.status.code(), Some(2), "{args:?}");
        assert!(text(&refused.stderr).contains(said), "{args:?}: {}", text(&refused.stderr));
    }
}

#[test]
fn an_api_alone_is_enough_for_the_queues() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let mut up = sandbox(home);
    let told = json(home, &["workers", "ls", "--all", "-o", "json"]);
    let items = told["items"].as_array().expect("a list");
    let api = items.iter().find(|process| process["kind"] == "api").expect("an API");
    let url = api["http"].as_str().expect("an address");
    let away = tempfile::tempdir().expect("a directory");
    let shown = text(&run(away.path(), &["dash", "--api", url, "--snapshot", "100x30"]).stdout);
    assert!(shown.contains("lead-discovery") && shown.contains("remote"), "{shown}");
    assert!(!shown.contains("Dead letters") && !shown.contains("Leads,"), "{shown}");
    assert!(up.end(Signal::SIGINT).success());
}
