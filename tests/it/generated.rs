//! What is generated from the code and committed: it must be what the code says now.
//!
//! `just bless` (LEADCTL_BLESS=1) writes the files anew.

use std::path::{Path, PathBuf};

use clap_complete::Shell;
use leadctl::cli::reference;
use leadctl::telemetry::{dashboard, metrics, slo};

const SHELLS: &[Shell] = &[Shell::Bash, Shell::Zsh, Shell::Fish];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Compares a committed file with what the code makes, or writes it anew.
fn check(path: &Path, made: &[u8]) {
    let full = root().join(path);
    if std::env::var_os("LEADCTL_BLESS").is_some() {
        std::fs::create_dir_all(full.parent().expect("a folder")).expect("it can be made");
        std::fs::write(&full, made).expect("it can be written");
        return;
    }
    let committed = std::fs::read(&full).unwrap_or_default();
    if committed == made {
        return;
    }
    let (old, new) = (String::from_utf8_lossy(&committed), String::from_utf8_lossy(made));
    let first = old.lines().zip(new.lines()).position(|(a, b)| a != b);
    panic!(
        "{} is not what the code says (first difference at line {:?}); run `just bless` and read the difference",
        path.display(),
        first.map(|n| n + 1)
    );
}

#[test]
fn the_reference_of_commands_is_current() {
    check(Path::new("docs/commands.md"), reference::commands_markdown().as_bytes());
}

#[test]
fn the_reference_of_settings_is_current() {
    check(Path::new("docs/configuration.md"), reference::configuration_markdown().as_bytes());
}

#[test]
fn the_reference_of_metrics_is_current() {
    check(Path::new("docs/metrics.md"), metrics::markdown().as_bytes());
}

#[test]
fn the_rules_for_prometheus_and_the_dashboard_for_grafana_are_current() {
    let home = tempfile::tempdir().expect("a directory");
    let data_dir = home.path().display().to_string();
    let overrides =
        leadctl::config::Overrides { values: vec![("data_dir", data_dir)], ..Default::default() };
    let settings = leadctl::config::load(&overrides).expect("settings").settings.slo;
    let folder = Path::new("docs/deploy/prometheus");
    check(&folder.join(slo::rules::RULES_FILE), slo::rules::rules(&settings).as_bytes());
    check(&folder.join("leadctl.rules.test.yaml"), slo::rules::tests(&settings).as_bytes());
    check(Path::new("docs/deploy/grafana/dashboard.json"), dashboard::json().as_bytes());
}

#[test]
fn the_description_of_the_api_is_current() {
    check(Path::new("docs/openapi.json"), leadctl::api::openapi::document().as_bytes());
}

#[test]
fn the_completions_are_current() {
    for &shell in SHELLS {
        let path = Path::new("completions").join(reference::completion_file(shell));
        check(&path, &reference::completion(shell));
    }
}

#[test]
fn manual_pages_are_made_for_every_command() {
    let dir = tempfile::tempdir().expect("a directory");
    let count = reference::write_man_pages(dir.path()).expect("they can be written");
    let commands = reference::commands_markdown();
    let described = commands.lines().filter(|line| line.starts_with("## leadctl")).count();
    assert_eq!(count, described);
    let page = std::fs::read_to_string(dir.path().join("leadctl-up.1")).expect("a page");
    assert!(page.contains(".SH EXAMPLES") || page.contains("leadctl up \\-\\-sandbox"), "{page}");
    assert!(page.contains("leadctl\\-up"), "{page}");
}

#[test]
fn every_command_shows_an_example_or_the_one_above_does() {
    let root = leadctl::cli::reference::whole();
    let mut without = Vec::new();
    walk(&root, "leadctl", false, &mut without);
    assert!(without.is_empty(), "no example in the help of {without:?}");
}

#[test]
fn every_setting_has_a_variable_and_says_what_it_is_for() {
    for key in leadctl::config::KEYS {
        assert!(!key.env.is_empty() && !key.help.is_empty(), "{} is not described", key.path);
    }
}

/// Gathers the commands whose help shows no example.
fn walk(command: &clap::Command, path: &str, above: bool, without: &mut Vec<String>) {
    let help = command.clone().render_long_help().to_string();
    let shows = above || help.contains("Example");
    if !shows && !command.has_subcommands() {
        without.push(path.to_owned());
    }
    // The first line above everything counts for nobody.
    let shows = shows && path != "leadctl";
    for sub in command.get_subcommands() {
        walk(sub, &format!("{path} {}", sub.get_name()), shows, without);
    }
}
