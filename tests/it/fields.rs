//! The fields of the JSON output: stable, and documented in docs/output.md.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use nix::sys::signal::Signal;
use serde_json::Value;

use crate::support::process::{Running, json, leadctl, run, until};

/// What is asked, in the order of the page. `{lead}` and `{job}` stand for ids,
/// `{labels}` for a file.
const COMMANDS: &[&str] = &[
    "status",
    "campaigns ls",
    "campaigns show tallybird",
    "leads ls",
    "leads show {lead}",
    "leads eval --labels {labels}",
    "subreddits ls",
    "jobs ls",
    "jobs show {job}",
    "jobs logs {job}",
    "trace {job}",
    "queue ls",
    "queue show lead-discovery",
    "schedule ls",
    "schedule show leads-tallybird",
    "breaker status",
    "breaker history",
    "workers ls --all",
    "cache stats",
    "cache ls",
    "audit ls",
    "slo",
    "keys ls",
    "db status",
    "config show",
    "doctor",
    "sandbox score",
    "sandbox stats",
];

/// A lead that the rules do not understand, and a post that is none.
const LABELS: &str = "\
{\"title\":\"My invoices, by candle light\",\"label\":\"lead\",\"intent\":\"pain_point\",\"group\":\"g\"}
{\"title\":\"Looking for an invoicing app\",\"label\":\"not_lead\"}
";

/// The type of each field, by its path.
fn fields(value: &Value, path: &str, found: &mut BTreeMap<String, &'static str>) {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    };
    if !path.is_empty() {
        let known = found.entry(path.to_owned()).or_insert(kind);
        if *known == "null" {
            *known = kind;
        }
    }
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                // Payloads and results are the job's own.
                if matches!(key.as_str(), "data" | "result" | "progress") {
                    found.insert(format!("{path}.{key}"), "any");
                    continue;
                }
                fields(value, &format!("{path}.{key}"), found);
            }
        }
        Value::Array(list) => {
            for value in list {
                fields(value, &format!("{path}[]"), found);
            }
        }
        _ => {}
    }
}

/// What a command prints, by path.
type Fields = BTreeMap<String, String>;

const INTRODUCTION: &str = "# JSON output

Generated from what the commands print; `just bless` rewrites it. Fields are only ever added. A list
is `{\"items\": [...], \"next\", \"warnings\", \"meta\"}`; `next` is the cursor of the next page. Times are
RFC 3339 in UTC with milliseconds, durations integers in `*_ms` or `*_secs`, ids strings, and what is
absent is null (shown as \"or null\" where the type was never seen). `-o yaml` has the same fields,
`-o ndjson` the items one a line. What changes things answers `{\"op_id\", \"dry_run\", \"matched\",
\"acted\", \"skipped\", \"errors\", \"sample_ids\"}`.
";
const UNSEEN: &str = "a value or null";

fn printed(home: &Path, asked: &str) -> Fields {
    let words: Vec<&str> = asked.split(' ').chain(["-o", "json"]).collect();
    // `doctor` ends with 9 where it finds something, and prints all the same.
    let printed = run(home, &words);
    let value: Value = serde_json::from_slice(&printed.stdout)
        .unwrap_or_else(|e| panic!("{asked}: {e}: {}", String::from_utf8_lossy(&printed.stderr)));
    let mut found = BTreeMap::new();
    fields(&value, "", &mut found);
    found
        .into_iter()
        .filter(|(path, _)| !path.starts_with(".warnings[]") && !path.starts_with(".meta."))
        .map(|(path, kind)| {
            let kind = if kind == "null" { UNSEEN } else { kind };
            (path.trim_start_matches('.').to_owned(), kind.to_owned())
        })
        .collect()
}

/// The page as it was committed.
fn read(page: &str) -> BTreeMap<String, Fields> {
    let mut commands: BTreeMap<String, Fields> = BTreeMap::new();
    let mut current = String::new();
    for line in page.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            name.clone_into(&mut current);
        } else if let Some((path, kind)) =
            line.strip_prefix("| `").and_then(|rest| rest.split_once("` | "))
        {
            let kind = kind.trim_end_matches(" |").to_owned();
            commands.entry(current.clone()).or_default().insert(path.to_owned(), kind);
        }
    }
    commands
}

fn write(commands: &[(String, Fields)]) -> String {
    let mut page = String::from(INTRODUCTION);
    for (name, fields) in commands {
        let _ = write!(page, "\n## {name}\n\n| field | type |\n| --- | --- |\n");
        for (path, kind) in fields {
            let _ = writeln!(page, "| `{path}` | {kind} |");
        }
    }
    page
}

/// What is wrong between the page and what was printed just now. Not everything is there at every
/// moment: what lies inside a list or below something that is null may be missing.
fn differences(known: &Fields, now: &Fields) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, kind) in now {
        match known.get(path) {
            None => wrong.push(format!("{path} is not documented")),
            Some(told) if told != kind && told != UNSEEN && kind != UNSEEN => {
                wrong.push(format!("{path} is documented as {told} and is {kind}"));
            }
            Some(_) => {}
        }
    }
    for path in known.keys().filter(|path| !path.contains("[]") && !now.contains_key(*path)) {
        let parent = path.rsplit_once('.').map(|(parent, _)| parent);
        if parent.is_none_or(|p| now.get(p).is_some_and(|kind| kind == "object")) {
            wrong.push(format!("{path} is documented and no longer there"));
        }
    }
    wrong
}

#[test]
fn the_fields_of_the_json_output_are_documented() {
    let home = tempfile::tempdir().expect("a directory");
    let mut up =
        Running::start(leadctl(home.path()).args(["up", "--sandbox", "--listen", "127.0.0.1:0"]));
    up.stderr.until("Ctrl-C stops everything");
    let completed = || {
        let jobs = json(home.path(), &["jobs", "ls", "--state", "completed", "-o", "json"]);
        let items = jobs["items"].as_array().cloned().unwrap_or_default();
        let of = |queue: &str| {
            items
                .iter()
                .filter(|job| job["queue"] == queue)
                .find_map(|job| job["id"].as_str().map(str::to_owned))
        };
        Some((of("lead-discovery")?, of("subreddit-analysis")?))
    };
    until("both jobs are done", || completed().is_some());
    let (_, job) = completed().expect("they are");
    let leads = json(home.path(), &["leads", "ls", "-o", "json"]);
    let lead = leads["items"][0]["id"].as_str().expect("a lead").to_owned();
    // Whether the sample campaign is due again at this very moment must not show.
    run(
        home.path(),
        &["schedule", "set", "leads-tallybird", "--every", "1h", "--campaign", "tallybird"],
    );
    run(home.path(), &["keys", "create", "--user", "someone", "--scope", "read"]);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/output.md");
    let committed = read(&std::fs::read_to_string(&path).unwrap_or_default());
    let job = format!("subreddit-analysis/{job}");
    let labels = home.path().join("labels.ndjson").display().to_string();
    std::fs::write(&labels, LABELS).expect("it can be written");
    let mut wrong = Vec::new();
    let mut commands = Vec::new();
    for command in COMMANDS {
        let with = |lead: &str, job: &str, labels: &str| {
            command.replace("{lead}", lead).replace("{job}", job).replace("{labels}", labels)
        };
        let name = with("ID", "ID", "FILE");
        let now = printed(home.path(), &with(&lead, &job, &labels));
        let mut known = committed.get(&name).cloned().unwrap_or_default();
        wrong.extend(differences(&known, &now).into_iter().map(|what| format!("{name}: {what}")));
        for (path, kind) in now {
            let told = known.entry(path).or_insert_with(|| UNSEEN.to_owned());
            if kind != UNSEEN {
                *told = kind;
            }
        }
        commands.push((name, known));
    }
    assert!(up.end(Signal::SIGINT).success());
    if std::env::var_os("LEADCTL_BLESS").is_some() {
        std::fs::write(&path, write(&commands)).expect("it can be written");
        return;
    }
    assert!(wrong.is_empty(), "docs/output.md: {wrong:#?}; run `just bless`");
}
