//! `leadctl leads eval` and `leadctl sandbox score`: how good a judge is.

use std::collections::BTreeMap;
use std::fs;

use leadctl::model::Lead;
use serde_json::Value;

use crate::support::embedded::Sandbox;
use crate::support::leads::{add_campaign, add_leads, lead};
use crate::support::process::{json, leadctl, run, text};

/// Two leads, of which the rules understand one, and two others, of which one is off topic.
const LABELS: &str = "\
{\"id\":\"a\",\"title\":\"Looking for an invoicing app\",\"body\":\"For two people.\",\
\"label\":\"lead\",\"intent\":\"solution_seeking\"}
{\"id\":\"b\",\"title\":\"Guess who has \\u001b[31mdone\\u202e an invoice by candle light\",\"label\":\"lead\",\
\"intent\":\"pain_point\",\"group\":\"indirect\"}
{\"id\":\"c\",\"title\":\"My invoice was paid\",\"label\":\"not_lead\"}
{\"id\":\"d\",\"title\":\"Cats\",\"is_lead\":false}
";

#[test]
fn labels_are_compared_with_what_the_rules_say() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    add_campaign(home);
    let file = home.join("labels.ndjson");
    fs::write(&file, LABELS).expect("written");
    let labels = file.to_str().expect("a path");
    let args = ["leads", "eval", "--labels", labels];
    let report = json(home, &[&args[..], &["-o", "json"]].concat());
    let figures = |report: &Value| {
        ["posts", "leads_true", "found", "true_positives", "false_negatives", "dropped"]
            .map(|name| report[name].as_u64().expect("a number"))
    };
    assert_eq!(figures(&report), [4, 2, 1, 1, 1, 1]);
    assert_eq!((&report["precision"], &report["recall"]), (&1.0.into(), &0.5.into()));
    assert_eq!(report["judge"], "local rules");
    assert_eq!(report["worst"][0]["id"], "b");
    assert_eq!(report["by_group"][0]["group"], "indirect");

    let told = run(home, &args);
    let (out, code) = (text(&told.stdout), told.status.code());
    assert_eq!(code, Some(0), "{out}");
    assert!(out.contains("precision       100.0 %") && out.contains("pain_point"), "{out}");
    assert!(out.contains("\\u{1b}[31mdone\\u{202e}") && !out.contains('\u{1b}'), "{out}");
    let rows = run(home, &[&args[..], &["-o", "csv", "--columns", "wrong,id,truth,said"]].concat());
    assert_eq!(text(&rows.stdout), "wrong,id,truth,said\nmissed,b,pain_point,not_lead\n");

    let bar = |least: &str| run(home, &[&args[..], &["--fail-under", least]].concat());
    assert_eq!(bar("0.6").status.code(), Some(0));
    let low = bar("0.7");
    assert_eq!(low.status.code(), Some(9));
    assert!(text(&low.stderr).contains("F1 66.7 % is below 0.7"));
}

#[test]
fn what_cannot_be_used_is_named_with_what_to_do() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let file = home.join("labels.csv");
    fs::write(&file, "title,label\nLooking for invoicing software,lead\nCats,perhaps\n,lead\n")
        .expect("written");
    let args = ["leads", "eval", "--labels", file.to_str().expect("a path")];
    let code = |args: &[&str]| run(home, args).status.code();
    assert_eq!(code(&args), Some(3), "there is no campaign yet");
    add_campaign(home);
    let told = run(home, &args);
    let said = text(&told.stderr);
    assert_eq!(told.status.code(), Some(8), "{said}");
    assert!(said.contains("line 3: label \"perhaps\" is neither lead nor not_lead"), "{said}");
    assert!(said.contains("line 4: neither \"title\" nor \"body\" says anything"), "{said}");
    assert_eq!(code(&[&args[..], &["--judge", "openai"]].concat()), Some(3));
    assert_eq!(code(&[&args[..], &["--campaign", "nobody"]].concat()), Some(3));
    assert_eq!(code(&["leads", "eval", "--labels", "nowhere.csv"]), Some(3));
    fs::write(&file, "nothing\n").expect("written");
    assert_eq!(code(&args), Some(2));
    let mut piped = leadctl(home);
    piped.args(["leads", "eval", "--labels", "-", "-o", "json"]);
    // What people made of leads is a label as well.
    let leads: Vec<Lead> = (0..3).map(lead).collect();
    add_leads(home, &leads);
    let ids: Vec<&str> = leads.iter().map(|lead| lead.id.as_str()).collect();
    assert_eq!(code(&["leads", "set-status", "dismissed", ids[0]]), Some(0));
    assert_eq!(code(&["leads", "set-status", "converted", ids[1]]), Some(0));
    let exported = run(home, &["leads", "export"]);
    let mut again = leadctl(home);
    again.args(["leads", "eval", "--labels", "-", "-o", "json"]);
    let again = assert_cmd::Command::from_std(again).write_stdin(exported.stdout).output();
    let again = again.expect("it runs");
    assert_eq!(again.status.code(), Some(0), "{}", text(&again.stderr));
    let report: Value = serde_json::from_slice(&again.stdout).expect("JSON");
    assert_eq!((&report["posts"], &report["leads_true"]), (&2.into(), &1.into()), "{report}");
    assert_eq!((&report["undecided"], &report["lines"]), (&1.into(), &3.into()));
    let out = assert_cmd::Command::from_std(piped).write_stdin(LABELS).output().expect("it runs");
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
}

#[test]
fn a_provider_is_scored_like_the_rules_and_better() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let _sandbox = Sandbox::start(home);
    let env = json(home, &["sandbox", "env", "--ai", "-o", "json"]);
    let env: Vec<(String, String)> = serde_json::from_value::<BTreeMap<String, String>>(env)
        .expect("variables")
        .into_iter()
        .collect();
    let scored = |judge: &str| -> Value {
        let mut command = leadctl(home);
        command.args(["sandbox", "score", "--judge", judge, "-o", "json"]);
        let out = command.envs(env.iter().cloned()).output().expect("it runs");
        assert!(out.status.success(), "{}", text(&out.stderr));
        serde_json::from_slice(&out.stdout).expect("JSON")
    };
    let (rules, provider) = (scored("rules"), scored("sandbox"));
    let f1 = |report: &Value| report["f1"].as_f64().expect("a share");
    assert!(f1(&provider) > f1(&rules) && f1(&provider) > 0.7, "{provider}");
    assert_eq!(rules["posts"], provider["posts"]);
    for report in [&rules, &provider] {
        let groups = report["by_group"].as_array().expect("groups");
        assert!(groups.iter().any(|group| group["group"] == "sarcastic"), "{report}");
        let cells = report["confusion"].as_array().expect("cells").iter();
        let sum: u64 = cells.map(|cell| cell["count"].as_u64().expect("a number")).sum();
        assert_eq!(Some(sum), report["posts"].as_u64(), "each post is in one cell");
    }
    let human = run(home, &["sandbox", "score", "--judge", "rules"]);
    assert!(text(&human.stdout).contains("by manner"), "{}", text(&human.stdout));
    let bar = run(home, &["sandbox", "score", "--judge", "rules", "--fail-under", "0.99"]);
    assert_eq!(bar.status.code(), Some(9));
}
