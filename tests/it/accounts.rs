//! `leadctl accounts`, through the real binary, against the sandbox.

use std::path::Path;
use std::process::Command;

use leadctl::guard::http::client;
use reqwest::{Method, Url};
use serde_json::{Value, json};

use crate::support::api::{Api, key};
use crate::support::embedded::{Sandbox, inside};
use crate::support::process::{PATIENCE, Running, leadctl, text};

/// leadctl with the sandbox in place of Reddit.
fn with(home: &Path, sandbox: &Sandbox, args: &[&str]) -> Command {
    let mut command = leadctl(home);
    command.envs(sandbox.env.iter().cloned()).args(args);
    command
}

/// How a run ended: its code, and all that it said.
fn ran(command: &mut Command) -> (i32, String) {
    let output = command.output().expect("leadctl runs");
    (output.status.code().expect("a code"), text(&output.stdout) + &text(&output.stderr))
}

/// The same with something on its standard input.
fn fed(command: &mut Command, input: &str) -> (i32, String) {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), input).expect("written");
    command.stdin(std::fs::File::open(file.path()).expect("a file"));
    ran(command)
}

fn listed(home: &Path, sandbox: &Sandbox, args: &[&str]) -> Vec<Value> {
    let output = with(home, sandbox, &[args, &["-o", "json"]].concat()).output().expect("it runs");
    let answer: Value = serde_json::from_slice(&output.stdout).expect("one JSON document");
    answer["items"].as_array().expect("a list").clone()
}

/// Asks for a page and gives its status, where it leads, and its text.
fn page(url: &str) -> (u16, Option<String>, String) {
    let url = Url::parse(url).expect("an address");
    let http = client(&url, "a browser", PATIENCE).expect("a client");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let answer = http.get(url).send().await.expect("an answer");
        let to = answer.headers().get("location").map(|to| to.to_str().unwrap().to_owned());
        (answer.status().as_u16(), to, answer.text().await.expect("a text"))
    })
}

/// A refresh token of the sandbox's, for the app without a secret, had as a program would.
pub fn refresh_token(sandbox: &Sandbox, user: &str) -> String {
    let base = &sandbox.env.iter().find(|(name, _)| name == "LEADCTL_REDDIT_AUTH_URL").unwrap().1;
    let to = "http%3A%2F%2F127.0.0.1%3A9%2Fcallback";
    let (status, back, _) = page(&format!(
        "{base}/api/v1/authorize?client_id=sandbox-installed&response_type=code&state=s&user={user}\
         &redirect_uri={to}&duration=permanent&scope=identity"
    ));
    let back = Url::parse(&back.expect("a way back")).unwrap();
    let code = back.query_pairs().find(|(name, _)| name == "code").expect("a code").1.into_owned();
    assert_eq!(status, 302);
    let http = client(&back, "a program", PATIENCE).expect("a client");
    let form = [
        ("grant_type", "authorization_code"),
        ("code", code.as_str()),
        ("redirect_uri", "http://127.0.0.1:9/callback"),
    ];
    let asked = http
        .post(format!("{base}/api/v1/access_token"))
        .basic_auth("sandbox-installed", Some(""))
        .form(&form);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let answer: Value =
        runtime.block_on(async { asked.send().await.unwrap().json().await.unwrap() });
    answer["refresh_token"].as_str().expect("a refresh token").to_owned()
}

/// All that the embedded database's files hold.
fn database(home: &Path) -> Vec<u8> {
    let files = std::fs::read_dir(home.join("data")).expect("a directory").flatten();
    let files = files.filter(|file| file.file_name().to_string_lossy().starts_with("leadctl.db"));
    files.flat_map(|file| std::fs::read(file.path()).expect("a file")).collect()
}

fn holds(bytes: &[u8], needle: &str) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle.as_bytes())
}

#[test]
fn a_user_allows_it_in_a_browser_and_the_token_is_kept_encrypted() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let sandbox = Sandbox::start(home);
    key(home, "ann", "write");
    let mut adding = with(home, &sandbox, &["accounts", "add", "--owner", "ann", "--port", "0"]);
    adding.env("LEADCTL_LOG", "trace").args(["-o", "json"]);
    let mut adding = Running::start(&mut adding);
    let address = adding.stderr.until("/api/v1/authorize?").trim().to_owned();
    for part in [
        "duration=permanent",
        "scope=identity+read",
        "state=",
        "redirect_uri=http%3A%2F%2F127.0.0.1%3A",
    ] {
        assert!(address.contains(part), "{address}");
    }
    let (status, back, _) = page(&format!("{address}&user=ann_r"));
    let back = back.expect("a way back");
    assert_eq!(status, 302);
    // Somebody else's page cannot slip in a code of its own.
    let forged = back.replace("state=", "state=x");
    assert_eq!(page(&forged).0, 400);
    let (status, _, said) = page(&back);
    assert!(status == 200 && said.contains("thank you"), "{said}");
    assert!(adding.wait().success());
    let said = adding.stdout.rest().join("\n") + &adding.stderr.rest().join("\n");
    assert!(said.contains("u/ann_r") && !said.contains("sandbox-refresh"), "{said}");

    let all = listed(home, &sandbox, &["accounts", "ls"]);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0]["id"], "ann");
    assert_eq!(all[0]["owner"], "ann");
    assert_eq!(all[0]["username"], "ann_r");
    assert_eq!(all[0]["grant"], "refresh_token");
    assert_eq!(all[0]["readable"], true);
    let kept = database(home);
    assert!(holds(&kept, "ann_r") && !holds(&kept, "sandbox-refresh"));

    let checked = listed(home, &sandbox, &["accounts", "check"]);
    assert_eq!((&checked[0]["ok"], &checked[0]["scope"]), (&json!(true), &json!("identity read")));
    assert_eq!(checked[0]["remaining"], 599.0);
    let audited = listed(home, &sandbox, &["audit", "ls"]);
    assert!(audited.iter().any(|e| e["action"] == "accounts.add"), "{audited:?}");
    assert_eq!(ran(&mut with(home, &sandbox, &["accounts", "rm", "ann"])).0, 7);
    assert_eq!(ran(&mut with(home, &sandbox, &["accounts", "rm", "ann", "--yes"])).0, 0);
    assert_eq!(ran(&mut with(home, &sandbox, &["accounts", "show", "ann"])).0, 3);
    let audited = listed(home, &sandbox, &["audit", "ls"]);
    assert!(audited.iter().any(|e| e["action"] == "accounts.rm"), "{audited:?}");
}

#[test]
fn a_user_who_does_not_allow_it_and_one_who_does_not_come_have_codes_of_their_own() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let sandbox = Sandbox::start(home);
    let add = ["accounts", "add", "--port", "0"];
    let mut adding = Running::start(&mut with(home, &sandbox, &add));
    let address = adding.stderr.until("/api/v1/authorize?").trim().to_owned();
    let back = page(&format!("{address}&deny=1")).1.expect("a way back");
    assert_eq!(page(&back).0, 200);
    assert_eq!(adding.wait().code(), Some(7));
    let add = [&add[..], &["--timeout", "1s"]].concat();
    let (code, said) = ran(&mut with(home, &sandbox, &add));
    assert!(code == 5 && said.contains("nobody came back"), "{code}: {said}");
    assert!(listed(home, &sandbox, &["accounts", "ls"]).is_empty());
}

#[test]
fn scripts_give_tokens_and_passwords_and_what_is_wrong_has_its_code() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let sandbox = Sandbox::start(home);
    for user in ["ann", "bob"] {
        key(home, user, "write");
    }
    let token = refresh_token(&sandbox, "ann_r");
    let ann = ["accounts", "add", "--owner", "ann", "--client-id", "sandbox-installed"];
    let ann = [&ann[..], &["--refresh-token-from", "-"]].concat();
    let run = |args: &[&str]| ran(&mut with(home, &sandbox, args));
    let feed = |args: &[&str], input: &str| fed(&mut with(home, &sandbox, args), input);

    let (code, said) = feed(&ann, "sandbox-refresh.ann_r.0000");
    assert!(code == 1 && !said.contains("sandbox-refresh"), "{code}: {said}");
    assert_eq!(feed(&ann, " \n").0, 2);
    let (code, said) = feed(&ann, &format!("{token}\n"));
    assert!(code == 0 && said.contains("u/ann_r") && !said.contains(&token), "{code}: {said}");
    let (code, said) = feed(&ann, &token);
    assert!(code == 7 && said.contains("--replace"), "{code}: {said}");
    assert_eq!(feed(&[&ann[..], &["--replace"]].concat(), &token).0, 0);
    // The installation's own, by a password.
    let script = ["accounts", "add", "--username", "ops", "--password-from", "-"];
    assert_eq!(feed(&script, "wrong").0, 1);
    let (code, said) = feed(&script, "sandbox");
    assert!(code == 0 && said.contains("u/ops"), "{code}: {said}");
    let all = listed(home, &sandbox, &["accounts", "ls"]);
    let ids: Vec<&str> = all.iter().filter_map(|row| row["id"].as_str()).collect();
    assert_eq!(ids, ["ann", "installation"]);
    assert_eq!(run(&["accounts", "check"]).0, 0);

    // Another key reads nothing, and none is made beside what a lost one has sealed.
    let mut other = with(home, &sandbox, &["accounts", "check", "ann"]);
    let (code, said) = ran(other.env("LEADCTL_SECRET_KEY", "A".repeat(43) + "="));
    assert!(code == 7 && said.contains("another key"), "{code}: {said}");
    std::fs::remove_file(home.join("data/accounts.key")).expect("there is a key");
    let bob = ["accounts", "add", "--owner", "bob", "--username", "bob", "--password-from", "-"];
    let (code, said) = feed(&bob, "sandbox");
    assert!(code == 7 && said.contains("another key"), "{code}: {said}");
    assert!(!home.join("data/accounts.key").exists());
    let wrong = [("LEADCTL_SECRET_KEY", "hunter2")];
    let (code, said) = fed(with(home, &sandbox, &bob).envs(wrong), "sandbox");
    assert!(code == 2 && !said.contains("hunter2"), "{code}: {said}");
}

#[test]
fn some_that_reddit_refuses_are_some_and_a_reddit_away_is_away() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let sandbox = Sandbox::start(home);
    key(home, "ann", "write");
    let script = ["accounts", "add", "--username", "ops", "--password-from", "-"];
    assert_eq!(fed(&mut with(home, &sandbox, &script), "sandbox").0, 0);
    let ann = [&script[..], &["--owner", "ann"]].concat();
    assert_eq!(fed(&mut with(home, &sandbox, &ann), "sandbox").0, 0);
    inside(home, async |services| {
        let mut sealed = services.store.account("ann").await.unwrap().expect("an account");
        sealed.account.client_id = "gone".to_owned();
        services.store.add_account(&sealed, true).await.unwrap();
    });
    let run = |args: &[&str]| ran(&mut with(home, &sandbox, args));
    assert_eq!(run(&["accounts", "check"]).0, 8);
    assert_eq!(run(&["accounts", "check", "ann"]).0, 1);
    assert_eq!(run(&["accounts", "check", "nobody"]).0, 3);
    let mut away = with(home, &sandbox, &["accounts", "check", "installation"]);
    let (code, said) = ran(away.env("LEADCTL_REDDIT_AUTH_URL", "http://127.0.0.1:1"));
    assert!(code == 4 && said.contains("not reached"), "{code}: {said}");
}

#[test]
fn the_api_tells_users_of_their_own_accounts_alone() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let sandbox = Sandbox::start(home);
    let (ann, bob, ops) =
        (key(home, "ann", "write"), key(home, "bob", "write"), key(home, "ops", "admin"));
    let add = ["accounts", "add", "--owner", "ann", "--username", "ann_r", "--password-from", "-"];
    assert_eq!(fed(&mut with(home, &sandbox, &add), "sandbox").0, 0);
    let api = Api::start(home);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let get = |path: &str, who: &str| runtime.block_on(api.get(path, who));
    let delete = |path: &str, who: &str| {
        runtime.block_on(api.send(Method::DELETE, path, who, &Value::Null)).status
    };
    assert_eq!(get("/v1/accounts", &ann).ids(), ["ai", "ann", "reddit"]);
    assert_eq!(get("/v1/accounts", &bob).ids(), ["ai", "reddit"]);
    assert_eq!(get("/v1/accounts", &ops).ids(), ["ai", "ann", "reddit"]);
    let shown = get("/v1/accounts/ann", &ann);
    assert_eq!(shown.json()["username"], "ann_r");
    assert!(!shown.text.contains("x1."), "{}", shown.text);
    assert_eq!(get("/v1/accounts/ann", &bob).status, 404);
    assert_eq!(delete("/v1/accounts/ann", &bob), 404);
    assert_eq!(delete("/v1/accounts/reddit", &ann), 409);
    assert_eq!(delete("/v1/accounts/ann", &ann), 204);
    assert_eq!(get("/v1/accounts/ann", &ann).status, 404);
    let audited = listed(home, &sandbox, &["audit", "ls"]);
    assert_eq!(audited[0]["action"], "accounts.rm");
}
