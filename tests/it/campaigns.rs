//! `leadctl campaigns`, through the real binary.

use serde_json::json;

use crate::support::home::{Home, steady};

const ADD: &[&str] = &[
    "campaigns",
    "add",
    "--name",
    "Acme Invoices",
    "--description",
    "Invoices for freelancers",
    "--keyword",
    "invoice software,invoicing",
    "--negative-keyword",
    "hiring",
    "--subreddit",
    "r/freelance",
    "--competitor",
    "BillCo",
    "--blocked-subreddit",
    "forhire",
];

fn with_acme() -> Home {
    let home = Home::new();
    home.out(ADD);
    home
}

fn schedules(home: &Home) -> serde_json::Value {
    home.json(&["campaigns", "show", "acme-invoices"])["schedule"].clone()
}

#[test]
fn what_is_added_is_listed_and_shown() {
    let home = with_acme();
    steady(&home).bind(|| {
        insta::assert_snapshot!("campaigns_ls", home.out(&["campaigns", "ls"]));
        insta::assert_snapshot!("campaigns_show", home.out(&["campaign", "show", "ACME INVOICES"]));
    });
    let listed = home.json(&["campaigns", "list"]);
    assert_eq!(listed["items"][0]["id"], "acme-invoices");
    assert_eq!(listed["items"][0]["subreddits"], json!(["freelance"]));
    assert_eq!(listed["items"][0]["leads"], 0);
    assert_eq!(home.json(&["campaigns", "ls", "--status", "paused"])["items"], json!([]));
    let shown = home.json(&["campaigns", "get", "acme-invoices"]);
    assert_eq!(shown["leads"]["by_status"]["new"], 0);
    assert_eq!(shown["schedule"]["recurrence"]["every"]["every_ms"], 900_000);
    assert!(shown["schedule"]["next_at"].is_string());
}

#[test]
fn every_format_of_file_makes_the_same_campaign_and_flags_win() {
    let toml = "name = \"T\"\nkeywords = [\"a b\"]\nsubreddits = [\"one\"]\n";
    let json = r#"{"name": "T", "keywords": ["a b"], "subreddits": ["one"]}"#;
    let yaml = "name: T\nkeywords: [a b]\nsubreddits: [one]\n";
    for (file, text) in [("c.toml", toml), ("c.json", json), ("c.yml", yaml), ("-", yaml)] {
        let home = Home::new();
        let path = if file == "-" { "-".to_owned() } else { home.file(file, text) };
        let args = ["campaigns", "add", "--from", &path, "--name", "Mine"];
        let ran = home.run_with(&args, text);
        assert_eq!(ran.code, 0, "{file}: {}", ran.stderr);
        let shown = home.json(&["campaigns", "show", "mine"]);
        assert_eq!(shown["keywords"], serde_json::json!(["a b"]), "{file}");
        assert_eq!(shown["subreddits"], serde_json::json!(["one"]), "{file}");
    }
}

#[test]
fn what_show_prints_can_be_given_back() {
    let home = with_acme();
    let yaml = home.out(&["campaigns", "show", "acme-invoices", "-o", "yaml"]);
    let path = home.file("acme.yaml", &yaml);
    let report = home.json(&["campaigns", "edit", "acme-invoices", "--from", &path]);
    assert_eq!((&report["acted"], &report["skipped"]), (&json!(0), &json!(1)));
}

#[test]
fn an_edit_says_what_changed_and_whether_posts_are_judged_anew() {
    let home = with_acme();
    let edit = |args: &[&str]| home.out(&[&["campaigns", "edit", "acme-invoices"], args].concat());
    let tried = edit(&["--add-keyword", "billing", "--dry-run"]);
    assert!(tried.contains("posts would be judged anew"), "{tried}");
    insta::assert_snapshot!(
        "campaigns_edit",
        edit(&[
            "--add-keyword",
            "billing tool",
            "--remove-keyword",
            "Invoicing",
            "--competitor",
            "Ledgerly",
            "--name",
            "Acme Bills",
        ])
    );
    assert!(edit(&["--name", "Acme"]).contains("what was judged stands"));
    let shown = home.json(&["campaigns", "show", "acme"]);
    assert_eq!(shown["id"], "acme-invoices");
    assert_eq!(shown["version"], 2);
    assert_eq!(shown["keywords"], json!(["invoice software", "billing tool"]));
    assert_eq!(shown["competitors"], json!(["Ledgerly"]));
    assert!(edit(&["--blocked-subreddit", ""]).contains("-\"forhire\""));
}

#[test]
fn pausing_takes_the_schedule_away_and_resuming_brings_it_back() {
    let home = with_acme();
    assert!(schedules(&home).is_object());
    home.out(&["campaigns", "pause", "acme-invoices"]);
    assert!(schedules(&home).is_null());
    let again = home.json(&["campaigns", "pause", "acme-invoices"]);
    assert_eq!(again["skipped"], 1);
    home.out(&["campaigns", "resume", "acme-invoices"]);
    assert!(schedules(&home).is_object());
}

#[test]
fn removing_wants_a_yes_and_can_be_tried() {
    let home = with_acme();
    let rm = ["campaigns", "rm", "acme-invoices"];
    let refused = home.run(&rm);
    assert_eq!(refused.code, 7);
    assert!(refused.stderr.contains("with 0 leads"), "{}", refused.stderr);
    assert!(refused.stderr.contains("--yes"), "{}", refused.stderr);
    let tried = home.json(&[&rm[..], &["--dry-run"]].concat());
    assert_eq!(
        (&tried["dry_run"], &tried["acted"], &tried["sample_ids"]),
        (&json!(true), &json!(1), &json!(["acme-invoices"]))
    );
    assert_eq!(home.json(&["campaigns", "ls"])["items"].as_array().map(Vec::len), Some(1));
    home.out(&[&rm[..], &["--yes"]].concat());
    assert_eq!(home.json(&["campaigns", "ls"])["items"], json!([]));
    assert_eq!(home.run(&rm).code, 3);
}

#[test]
fn what_is_wrong_is_told_all_at_once_with_the_right_exit_code() {
    let home = with_acme();
    let bad = home.file("bad.json", r#"{"keywords": 3, "keyword": ["x"], "subreddits": ["a b"]}"#);
    let broken = home.file("broken.toml", "name = \"A\"\nkeywords = [\n");
    let cases: &[(&[&str], i32, &[&str])] = &[
        (&["add"], 2, &["name: is missing", "keywords: is empty"]),
        (&["add", "--from", &bad], 2, &["name:", "keyword:", "mean keywords", "\"a b\""]),
        (&["add", "--from", &broken], 2, &["broken.toml", "line 2"]),
        (&["add", "--from", "nowhere.toml"], 3, &["nowhere.toml"]),
        (&["add", "--name", "acme INVOICES", "--keyword", "x"], 7, &["acme-invoices"]),
        (&["add", "--name", "acme INVOICES", "--keyword", "x", "--dry-run"], 7, &["already"]),
        (&["add", "--format", "yaml"], 2, &["--from"]),
        (&["show", "acme-invoice"], 3, &["did you mean acme-invoices"]),
        (&["edit", "acme-invoices"], 2, &["nothing to change"]),
        (
            &["edit", "acme-invoices", "--remove-keyword", "q", "--add-subreddit", "a b"],
            2,
            &["keywords: \"q\" is not among them", "subreddits: \"a b\""],
        ),
        (&["edit", "acme-invoices", "--keyword", "", "--competitor", ""], 2, &["keywords"]),
        (&["pause", "nobody"], 3, &["nobody"]),
        (&["ls", "--status", "asleep"], 2, &["active, paused"]),
    ];
    for (args, code, words) in cases {
        let ran = home.run(&[&["campaigns"], *args].concat());
        assert_eq!(ran.code, *code, "{args:?}: {}", ran.stderr);
        for word in *words {
            assert!(ran.stderr.contains(word), "{args:?}: {word:?} is not in {}", ran.stderr);
        }
        assert_eq!(ran.stdout, "", "{args:?}");
    }
}
