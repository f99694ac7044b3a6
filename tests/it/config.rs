//! `leadctl config`, through the real binary.

use std::os::unix::fs::PermissionsExt;

use serde_json::json;

use crate::support::home::{Home, Ran, steady};

#[test]
fn every_value_is_shown_with_its_origin_and_no_secret() {
    let home = Home::new();
    let file = home.file(
        ".config/leadctl/config.toml",
        "[worker]\nconcurrency = 2\n[reddit]\nclient_id = \"app\"\nclient_secret = \"hunter2\"\n",
    );
    let mut command = home.leadctl();
    let ran = Ran::of(
        command
            .env("LEADCTL_AI_API_KEY", "hunter3")
            .args(["config", "show", "--log", "warn", "-o", "json"]),
    );
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(!ran.stdout.contains("hunter"), "{}", ran.stdout);
    let shown: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let of = |key: &str| {
        let items = shown["items"].as_array().unwrap();
        let item = items.iter().find(|item| item["key"] == key).unwrap();
        json!([item["value"], item["origin"], item["source"]])
    };
    assert_eq!(of("worker.concurrency"), json!(["2", "file", file]));
    assert_eq!(of("log"), json!(["warn", "flag", null]));
    assert_eq!(of("ai.api_key"), json!(["set", "environment", "LEADCTL_AI_API_KEY"]));
    assert_eq!(of("reddit.client_secret"), json!(["set", "file", file]));
    assert_eq!(of("worker.attempts"), json!(["3", "default", null]));
    assert_eq!(of("ai.base_url"), json!([null, "default", null]));
    let table = home.out(&["config", "show", "worker", "reddit.client_secret", "ai.api_key"]);
    steady(&home).bind(|| insta::assert_snapshot!("config_show", table));
}

#[test]
fn the_check_names_all_problems_and_exits_with_usage() {
    let home = Home::new();
    home.file(".config/leadctl/config.toml", "[worker]\nconcurency = 2\n[api]\nlisten = \"x\"\n");
    let mut command = home.leadctl();
    let command = command.env("LEADCTL_DISCOVERY_MIN_SCORE", "101");
    let checked = Ran::of(command.args(["config", "check"]));
    assert_eq!(checked.code, 2);
    steady(&home).bind(|| insta::assert_snapshot!("config_check", checked.stdout));
    let others = home.run(&["campaigns", "ls"]);
    assert_eq!(others.code, 2);
    assert!(others.stderr.contains("did you mean worker.concurrency"), "{}", others.stderr);
    assert!(others.stderr.contains("api.listen"), "{}", others.stderr);
    assert!(!home.data().exists());
}

#[test]
fn a_file_is_written_once_for_the_owner_and_changes_nothing() {
    let home = Home::new();
    let path = home.json(&["config", "path"]);
    assert_eq!(path["exists"], false);
    home.out(&["config", "init"]);
    let file = home.path().join(".config/leadctl/config.toml");
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(home.out(&["config", "path"]).trim(), file.to_string_lossy());
    assert_eq!(home.run(&["config", "init"]).code, 7);
    assert_eq!(home.run(&["config", "init", "--yes"]).code, 0);
    assert_eq!(home.json(&["config", "check"])["ok"], true);
    let shown = home.json(&["config", "show"]);
    let from_file = shown["items"].as_array().unwrap().iter().any(|item| item["origin"] == "file");
    assert!(!from_file, "{shown}");
}

#[test]
fn what_is_not_there_is_told_with_the_right_exit_code() {
    let home = Home::new();
    for (args, code, word) in [
        (&["config", "show", "worker.concurency"][..], 3, "did you mean worker.concurrency"),
        (&["config", "check", "--config", "nowhere.toml"], 2, "nowhere.toml"),
        (&["config", "show", "--columns", "nothing"], 2, "columns here are key, value"),
    ] {
        let ran = home.run(args);
        assert_eq!(ran.code, code, "{args:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(word), "{args:?}: {}", ran.stderr);
    }
}

#[test]
fn a_profile_is_chosen_shown_as_origin_and_refused_without_its_variables() {
    let home = Home::new();
    let text = "[profile.prod]\ndatabase_url = \"${PROD_DATABASE_URL}\"\n";
    let file = home.file("profiles.toml", text);
    let with = |args: &[&str], url: Option<&str>| {
        let mut command = home.leadctl();
        command.args(["--config", &file, "--profile", "prod"]).args(args);
        Ran::of(command.envs(url.map(|url| ("PROD_DATABASE_URL", url))))
    };
    let url = Some("postgres://me:hunter2@127.0.0.1:1/x");
    let shown = with(&["config", "show", "database.url", "-o", "json"], url);
    let shown: serde_json::Value = serde_json::from_str(&shown.stdout).expect("a document");
    let row = &shown["items"][0];
    assert_eq!((&row["value"], &row["origin"]), (&"set".into(), &"profile".into()), "{row}");
    assert_eq!(row["source"], "profile prod");
    let refused = with(&["status"], None);
    assert_eq!(refused.code, 2, "{}", refused.stderr);
    assert!(refused.stderr.contains("PROD_DATABASE_URL"), "{}", refused.stderr);
    let away = with(&["status"], url);
    assert_eq!(away.code, 4, "{}", away.stderr);
    assert!(!away.stderr.contains("hunter2"), "{}", away.stderr);
}
