//! `leadctl doctor`, through the real binary.

use std::os::unix::fs::PermissionsExt;

use serde_json::Value;
use wiremock::matchers::{header, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::support::home::{Home, Ran, steady};
use crate::support::postgres;

/// Runs it with variables; gives the exit code and what was said.
fn doctor(home: &Home, variables: &[(&str, &str)]) -> (i32, Value) {
    let mut command = home.leadctl();
    command.envs(variables.iter().copied()).args(["doctor", "-o", "json"]);
    let ran = Ran::of(&mut command);
    (ran.code, serde_json::from_str(&ran.stdout).expect(&ran.stderr))
}

/// Outcome and message of the lines of one check.
fn lines(said: &Value, check: &str) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let checks = said["checks"].as_array().unwrap().iter().filter(|line| line["check"] == check);
    checks.map(|line| (text(&line["outcome"]), text(&line["message"]))).collect()
}

fn has(said: &Value, check: &str, outcome: &str, words: &str) -> bool {
    lines(said, check).iter().any(|(o, message)| o == outcome && message.contains(words))
}

#[test]
fn a_new_installation_has_a_warning_and_nothing_is_made() {
    let home = Home::new();
    let ran = home.run(&["doctor"]);
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    steady(&home).bind(|| insta::assert_snapshot!("doctor_new", ran.stdout));
    assert!(!home.data().exists());
}

#[test]
fn a_used_one_is_looked_at_as_a_whole() {
    let home = Home::new();
    home.out(&["campaigns", "add", "--name", "A", "--keyword", "x", "--subreddit", "freelance"]);
    let (_, said) = doctor(&home, &[]);
    assert!(has(&said, "database", "ok", "the newest"), "{said}");
    assert!(has(&said, "data directory", "ok", "by you alone"), "{said}");
    assert!(lines(&said, "queues").iter().any(|(_, m)| m.contains("no worker")), "{said}");

    let open = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    open(&home.data(), 0o755);
    open(&home.data().join("leadctl.db"), 0o644);
    let (_, said) = doctor(&home, &[]);
    assert!(has(&said, "data directory", "warn", "0755"), "{said}");
    assert!(has(&said, "data directory", "warn", "0644"), "{said}");
}

#[test]
fn what_is_not_acceptable_ends_the_examination() {
    let home = Home::new();
    let (code, said) = doctor(&home, &[("LEADCTL_WORKER_CONCURRENCY", "0")]);
    assert_eq!(code, 9);
    assert!(has(&said, "configuration", "fail", "from 1 to 1024"), "{said}");
    assert!(has(&said, "all else", "warn", "not looked at"), "{said}");
}

#[test]
fn a_file_that_is_no_database_is_a_failure() {
    let home = Home::new();
    home.file("data/leadctl.db", &"this is not a database ".repeat(100));
    let (code, said) = doctor(&home, &[]);
    assert_eq!(code, 9);
    assert!(has(&said, "database", "fail", "not a database"), "{said}");
}

#[test]
fn a_broken_handoff_of_the_sandbox_is_a_warning() {
    let home = Home::new();
    home.file("data/sandbox.json", "{");
    let (_, said) = doctor(&home, &[]);
    assert!(has(&said, "sandbox", "warn", "sandbox.json"), "{said}");
}

#[test]
fn reddit_and_the_provider_are_asked_where_they_are_configured() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let server = runtime.block_on(async {
        let server = MockServer::start().await;
        let token = serde_json::json!({"access_token": "t", "expires_in": 3600});
        Mock::given(method("POST"))
            .and(path("/good/api/v1/access_token"))
            .respond_with(ResponseTemplate::new(200).set_body_json(token))
            .mount(&server)
            .await;
        Mock::given(method("POST"))
            .and(path("/bad/api/v1/access_token"))
            .respond_with(ResponseTemplate::new(401))
            .mount(&server)
            .await;
        Mock::given(method("GET"))
            .and(path("/v1/models"))
            .and(header("authorization", "Bearer right"))
            .respond_with(ResponseTemplate::new(200).set_body_string("{\"data\": []}"))
            .mount(&server)
            .await;
        Mock::given(method("GET"))
            .and(path("/v1/models"))
            .respond_with(ResponseTemplate::new(401))
            .with_priority(9)
            .mount(&server)
            .await;
        server
    });
    let home = Home::new();
    let ai = format!("{}/v1", server.uri());
    let elsewhere = format!("{}/nowhere", server.uri());
    let with = |auth: &str, ai: &str, key: &str| {
        let auth = format!("{}{auth}", server.uri());
        doctor(
            &home,
            &[
                ("LEADCTL_REDDIT_CLIENT_ID", "app"),
                ("LEADCTL_REDDIT_CLIENT_SECRET", "hunter2"),
                ("LEADCTL_REDDIT_AUTH_URL", &auth),
                ("LEADCTL_AI_BASE_URL", ai),
                ("LEADCTL_AI_API_KEY", key),
            ],
        )
    };
    let (code, said) = with("/good", &ai, "right");
    assert_eq!(code, 0, "{said}");
    assert!(has(&said, "reddit", "ok", "gave a token"), "{said}");
    assert!(has(&said, "ai", "ok", "answers"), "{said}");

    let (code, said) = with("/bad", &ai, "wrong-key");
    assert_eq!(code, 9);
    assert!(has(&said, "reddit", "fail", "refuses the credentials"), "{said}");
    assert!(has(&said, "ai", "fail", "refuses the key"), "{said}");
    let all = said.to_string();
    assert!(!all.contains("hunter2") && !all.contains("wrong-key"), "{all}");

    let (_, said) = with("/good", &elsewhere, "");
    assert!(has(&said, "ai", "ok", "answers"), "a provider without a list of models: {said}");
}

#[test]
fn what_does_not_answer_is_a_failure_unless_nothing_is_to_be_asked() {
    let home = Home::new();
    // A port that was free a moment ago, where nobody listens.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let url = format!("http://127.0.0.1:{port}");
    let variables = [
        ("LEADCTL_REDDIT_CLIENT_ID", "app"),
        ("LEADCTL_REDDIT_CLIENT_SECRET", "s"),
        ("LEADCTL_REDDIT_AUTH_URL", url.as_str()),
        ("LEADCTL_AI_BASE_URL", url.as_str()),
    ];
    let (code, said) = doctor(&home, &variables);
    assert_eq!(code, 9);
    assert!(has(&said, "reddit", "fail", "not reached"), "{said}");
    assert!(has(&said, "ai", "fail", "not reached"), "{said}");
    let mut command = home.leadctl();
    command.envs(variables).args(["doctor", "--offline"]);
    assert_eq!(Ran::of(&mut command).code, 0);
}

#[test]
fn a_postgres_server_is_asked_how_it_is() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let database = runtime.block_on(postgres::shared().database());
    let (home, url) = (Home::new(), database.url());
    let migrated = Ran::of(home.leadctl().env("DATABASE_URL", &url).args(["db", "migrate"]));
    assert_eq!(migrated.code, 0, "{}", migrated.stderr);
    let (_, said) = doctor(&home, &[("DATABASE_URL", url.as_str())]);
    assert!(has(&said, "database", "ok", "Postgres "), "{said}");
    assert!(has(&said, "database", "ok", "ms apart"), "{said}");
    assert!(said.to_string().contains("answers within"), "{said}");
}
