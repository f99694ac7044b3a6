//! The terminal is given back, whatever ends the dash, and what is drawn keeps to its size.

use leadctl::dash::term::Term;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::Terminal;
use crate::support::process::until;

/// Starts a dash in a terminal, and gives its process id.
fn dash(terminal: &Terminal, home: &std::path::Path) -> Pid {
    let file = home.join("pid");
    let run = format!("echo $$ >{}; exec {} dash", file.display(), env!("CARGO_BIN_EXE_leadctl"));
    terminal.types(&format!("sh -c '{run}'\n"));
    terminal.shows("nothing is wrong");
    let pid = std::fs::read_to_string(&file).expect("it was told");
    Pid::from_raw(pid.trim().parse().expect("a number"))
}

fn is_as_it_was(terminal: &Terminal) {
    terminal.is_at_the_shell();
    terminal.types("stty -a\n");
    let modes = terminal.shows("icanon");
    assert!(!modes.contains("-icanon") && !modes.contains("-echo "), "{modes}");
    let cursor = terminal.asks("#{cursor_flag} #{alternate_on} #{mouse_any_flag}");
    assert_eq!(cursor.trim(), "1 0 0", "cursor, other screen, mouse");
}

#[test]
fn a_signal_ends_it_and_gives_the_terminal_back() {
    let home = tempfile::tempdir().expect("a directory");
    let terminal = Terminal::open(home.path(), (100, 30));
    for signal in [Signal::SIGTERM, Signal::SIGHUP, Signal::SIGINT] {
        let pid = dash(&terminal, home.path());
        assert_eq!(terminal.asks("#{cursor_flag} #{alternate_on}").trim(), "0 1");
        kill(pid, signal).expect("it runs");
        is_as_it_was(&terminal);
        terminal.is_at_the_shell();
        terminal.types("clear\n");
        terminal.comes_to("it is empty again", |screen| !screen.contains("icanon"));
    }
}

#[test]
fn it_ends_with_its_terminal() {
    let home = tempfile::tempdir().expect("a directory");
    let terminal = Terminal::open(home.path(), (100, 30));
    let pid = dash(&terminal, home.path());
    drop(terminal);
    until("the dash has ended", || kill(pid, None).is_err());
}

#[test]
fn it_follows_the_size_of_its_terminal() {
    let home = tempfile::tempdir().expect("a directory");
    let terminal = Terminal::open(home.path(), (120, 40));
    dash(&terminal, home.path());
    for (width, height) in [(60, 15), (200, 60), (20, 4), (80, 24)] {
        terminal.resizes(width, height);
        terminal.comes_to("it is drawn in the new size", |screen| {
            let lines: Vec<&str> = screen.lines().collect();
            let fits = lines.iter().all(|line| line.chars().count() <= usize::from(width));
            // The last line is at the bottom, and what stands at the right is at the right.
            let bottom = lines.get(usize::from(height) - 1).is_some_and(|last| !last.is_empty());
            let right = lines.first().map(|first| first.trim_end().chars().count());
            fits && bottom && (width < 60 || right == Some(width.into()))
        });
    }
    terminal.types("q");
    is_as_it_was(&terminal);
}

/// With this variable the test below is what panics.
const PANICS: &str = "LEADCTL_TEST_PANICS";

#[test]
fn a_panic_gives_the_terminal_back_and_is_told() {
    if std::env::var_os(PANICS).is_some() {
        let _term = Term::take(true).expect("a terminal");
        panic!("as a test wants it");
    }
    let home = tempfile::tempdir().expect("a directory");
    let terminal = Terminal::open(home.path(), (100, 30));
    let own = std::env::current_exe().expect("this program");
    let name = "dash::given_back::a_panic_gives_the_terminal_back_and_is_told";
    let run = format!("{PANICS}=1 RUST_BACKTRACE=0 {} --exact {name} --nocapture", own.display());
    terminal.types(&format!("{run}\n"));
    // On the screen that stays: what is written to the other one goes with it.
    let screen = terminal.shows("as a test wants it");
    assert!(screen.contains("panicked at"), "{screen}");
    terminal.is_at_the_shell();
    terminal.types("clear\n");
    is_as_it_was(&terminal);
}
