//! Reddit fails while somebody watches: the dash says so in words, where to look, and when it is over.

use nix::sys::signal::Signal;

use super::{Terminal, keep};
use crate::support::process::{Running, json, leadctl, run};

/// The system with a sandbox, and breakers that make up their mind in seconds.
fn sandbox(home: &std::path::Path) -> Running {
    let mut command = leadctl(home);
    command.args(["up", "--listen", "127.0.0.1:0", "--sandbox"]);
    for (name, value) in [
        ("LEADCTL_BREAKER_WINDOW_CALLS", "4"),
        ("LEADCTL_BREAKER_MINIMUM_CALLS", "2"),
        ("LEADCTL_BREAKER_WAIT_SECS", "3"),
        ("LEADCTL_BREAKER_MAX_WAIT_SECS", "3"),
        ("LEADCTL_RATE_LIMIT_REDDIT_PER_MINUTE", "0"),
    ] {
        command.env(name, value);
    }
    let mut up = Running::start(&mut command);
    up.stdout.until("r/");
    up
}

fn works(home: &std::path::Path, args: &[&str]) {
    let done = run(home, args);
    assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn an_outage_is_told_in_words_and_so_is_its_end() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let mut up = sandbox(home);
    let campaigns = json(home, &["campaigns", "ls", "-o", "json"]);
    let campaign = campaigns["items"][0]["id"].as_str().expect("a campaign").to_owned();
    let enqueue = || works(home, &["jobs", "enqueue", "lead", "--campaign", &campaign]);
    let terminal = Terminal::open(home, (120, 40));
    terminal.types(&format!("{} dash\n", env!("CARGO_BIN_EXE_leadctl")));
    terminal.comes_to("all is well", |screen| {
        screen.contains("nothing is wrong") && screen.contains("● reddit")
    });

    works(home, &["sandbox", "fault", "reddit", "--mode", "503", "--for", "10m"]);
    for _ in 0..6 {
        enqueue();
    }
    let verdict = |screen: &str| screen.lines().nth(1).unwrap_or_default().to_owned();
    let screen = terminal.comes_to("the second line tells of it and where to look", |screen| {
        let verdict = verdict(screen);
        verdict.contains("Reddit is not asked, it failed too often") && verdict.contains("→ 6")
    });
    keep("outage", &screen);
    terminal.types("6");
    terminal.shows("✗ open");
    terminal.presses("Enter");
    keep("breaker", &terminal.shows("History, newest first"));
    terminal.types("o");
    keep("logs", &terminal.comes_to("the log is told of", |screen| screen.contains("worker 1")));
    terminal.types("/was started");
    terminal.comes_to("only what was asked for", |screen| {
        screen.contains("worker 1 was started") && !screen.contains("INFO")
    });
    terminal.presses("Escape");

    works(home, &["sandbox", "fault", "--clear"]);
    terminal.types("1");
    terminal.comes_to("it is over", |screen| {
        !verdict(screen).contains("Reddit is") && screen.contains("● reddit")
    });
    terminal.types("q");
    terminal.is_at_the_shell();
    assert!(up.end(Signal::SIGINT).success());
}
