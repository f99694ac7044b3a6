//! `leadctl leads`: lists, statuses and exports, with no other process running.

use std::collections::HashSet;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Output, Stdio};

use serde_json::Value;

use crate::support::leads::{add_campaign, add_leads, lead};
use crate::support::process::{json, leadctl, run, text};

fn home_with_leads(count: u32) -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a directory");
    add_campaign(home.path());
    let leads: Vec<_> = (0..count).map(lead).collect();
    add_leads(home.path(), &leads);
    home
}

fn fed(home: &Path, args: &[&str], input: &str) -> Output {
    let mut child = leadctl(home)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("leadctl starts");
    child.stdin.take().expect("piped").write_all(input.as_bytes()).expect("written");
    child.wait_with_output().expect("it ends")
}

fn ids(list: &Value) -> Vec<String> {
    let items = list["items"].as_array().expect("a list");
    items.iter().map(|lead| lead["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn pages_follow_one_another_and_hold_every_lead_once() {
    let home = home_with_leads(25);
    let mut all = Vec::new();
    let mut cursor: Option<String> = None;
    loop {
        let mut args = vec!["leads", "ls", "--limit", "10", "-o", "json"];
        if let Some(cursor) = &cursor {
            args.extend(["--cursor", cursor]);
        }
        let page = json(home.path(), &args);
        all.extend(ids(&page));
        cursor = page["next"].as_str().map(str::to_owned);
        if cursor.is_none() {
            break;
        }
    }
    let newest_first: Vec<String> = (0..25).rev().map(|n| lead(n).id).collect();
    assert_eq!(all, newest_first);
}

#[test]
fn filters_narrow_the_list_and_wrong_ones_are_told() {
    let home = home_with_leads(110);
    let count = |args: &[&str]| {
        let args: Vec<&str> =
            ["leads", "list", "-o", "json", "-n", "500"].iter().chain(args).copied().collect();
        ids(&json(home.path(), &args)).len()
    };
    assert_eq!(count(&[]), 110);
    assert_eq!(count(&["--campaign", "ACME", "--subreddit", "r/Freelance"]), 110);
    assert_eq!(count(&["--min-score", "100"]), 1);
    assert_eq!(count(&["--intent", "comparison", "--min-score", "50"]), 10);
    assert_eq!(count(&["--status", "saved"]), 0);
    assert_eq!(count(&["--since", "2026-05-28T20:26:50Z"]), 10);
    assert_eq!(count(&["--since", "1h"]), 0);
    for (args, code, needle) in [
        (["--campaign", "nobody"], 3, "no campaign"),
        (["--cursor", "@@"], 2, "cursor"),
        (["--since", "soon"], 2, "soon"),
        (["--min-score", "101"], 2, "101"),
        (["--intent", "love"], 2, "pain_point"),
        (["--columns", "beauty"], 2, "judged_by"),
    ] {
        let output = run(home.path(), &[["leads", "ls"], args].concat());
        assert_eq!(output.status.code(), Some(code), "{args:?}");
        assert!(text(&output.stderr).contains(needle), "{args:?}: {}", text(&output.stderr));
    }
}

#[test]
fn a_table_in_a_pipe_is_not_cut() {
    let home = tempfile::tempdir().expect("a directory");
    add_campaign(home.path());
    let mut long = lead(1);
    long.post.title = "word ".repeat(60) + "\u{1b}[31mend";
    add_leads(home.path(), &[long]);
    let shown = text(&run(home.path(), &["leads", "ls"]).stdout);
    assert_eq!(shown.lines().count(), 2, "{shown}");
    assert!(shown.contains("word word \\u{1b}[31mend"), "{shown}");
}

#[test]
fn statuses_are_set_kept_and_told() {
    let home = home_with_leads(3);
    let (one, two) = (lead(0).id, lead(1).id);
    let set = |args: &[&str]| {
        let args = [&["lead", "set-status", "-o", "json"], args].concat();
        let output = run(home.path(), &args);
        let report: Value = serde_json::from_slice(&output.stdout).expect("a report");
        (output.status.code(), report)
    };
    let (code, report) = set(&["saved", &one, &two]);
    assert_eq!((code, &report["acted"]), (Some(0), &Value::from(2)));
    let (code, report) = set(&["saved", &one, "nonesuch"]);
    assert_eq!((code, &report["skipped"]), (Some(8), &Value::from(1)));
    assert_eq!(report["errors"][0]["target"], "nonesuch");
    assert_eq!(set(&["saved", "nonesuch"]).0, Some(3));
    let wrong = run(home.path(), &["leads", "set-status", "loved", &one]);
    assert_eq!(wrong.status.code(), Some(2));

    let output = fed(
        home.path(),
        &["leads", "set-status", "dismissed", "-"],
        &format!("{one}\n\n {two} \n"),
    );
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout), "2 leads are now dismissed\n");
    // A lead that is found again keeps its status.
    add_leads(home.path(), &[lead(0)]);
    assert_eq!(json(home.path(), &["leads", "show", &one, "-o", "json"])["status"], "dismissed");
}

#[test]
fn what_is_shown_and_what_is_missing() {
    let home = home_with_leads(2);
    let (one, two) = (lead(0).id, lead(1).id);
    let both = json(home.path(), &["leads", "get", &one, &two, "-o", "json"]);
    assert_eq!(ids(&both), [one.clone(), two]);
    let partly = run(home.path(), &["leads", "show", &one, "nonesuch"]);
    assert_eq!(partly.status.code(), Some(8));
    assert!(text(&partly.stdout).contains("Post 0"));
    let none = run(home.path(), &["leads", "show", "nonesuch", "-o", "json"]);
    assert_eq!(none.status.code(), Some(3));
    let error: Value = serde_json::from_slice(&none.stderr).expect("one JSON document");
    assert_eq!(error["error"]["target"], "nonesuch");
}

#[test]
fn an_export_holds_all_pages() {
    let home = home_with_leads(1_203);
    let output = run(home.path(), &["leads", "export"]);
    let ids: HashSet<String> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("an object")["id"].to_string())
        .collect();
    assert_eq!(ids.len(), 1_203);
    let some = run(home.path(), &["leads", "export", "--min-score", "90", "-o", "csv"]);
    let rows = csv::Reader::from_reader(some.stdout.as_slice()).records().count();
    assert_eq!(rows, (0..1_203).filter(|n| n % 101 >= 90).count());
}

#[test]
fn an_exported_file_is_private_whole_and_safe_in_a_spreadsheet() {
    let home = tempfile::tempdir().expect("a directory");
    add_campaign(home.path());
    let mut hostile = lead(1);
    hostile.post.title = "=HYPERLINK(\"http://evil.example\",\"x\")".to_owned();
    hostile.post.author = Some("-cmd".to_owned());
    hostile.post.score = -5;
    add_leads(home.path(), &[hostile]);
    let file = home.path().join("out.csv");
    std::fs::write(&file, "what was there").expect("written");
    let path = file.to_str().expect("text");
    let args = ["leads", "export", "-o", "csv", "--columns", "title,author,votes", "--to", path];
    let output = run(home.path(), &args);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("1 leads"), "{}", text(&output.stderr));
    let expected =
        "title,author,votes\n\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\",'-cmd,-5\n";
    assert_eq!(std::fs::read_to_string(&file).expect("read"), expected);
    assert_eq!(file.metadata().expect("there").permissions().mode() & 0o777, 0o600);

    let nowhere = home.path().join("none/out.csv");
    let failed = run(home.path(), &["leads", "export", "--to", nowhere.to_str().expect("text")]);
    assert_eq!(failed.status.code(), Some(1));
    assert!(text(&failed.stderr).contains("cannot write"), "{}", text(&failed.stderr));
    assert_eq!(run(home.path(), &["leads", "export", "-o", "json"]).status.code(), Some(2));
}
