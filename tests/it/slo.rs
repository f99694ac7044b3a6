//! Objectives: counted by processes, kept in the database, told by `leadctl slo`, /metrics and rules
//! that Prometheus' own tool accepts.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use leadctl::model::CampaignDraft;
use leadctl::telemetry::slo::{Counts, Slo};
use nix::sys::signal::Signal;
use serde_json::Value;

use crate::support::embedded::{add_campaign, inside};
use crate::support::process::{Running, json, leadctl, run, text, until};

fn start(home: &Path, args: &[&str], up: &str) -> (Running, String) {
    let mut process =
        Running::start(leadctl(home).args(args).args(["--listen", "127.0.0.1:0", "--log", "info"]));
    process.stderr.until(up);
    let kind = args[0];
    let mut address = None;
    until("it tells where it is", || {
        let listed = json(home, &["workers", "ls", "--all", "-o", "json"]);
        let items = listed["items"].as_array().expect("a list").clone();
        let own = items.into_iter().find(|item| item["kind"] == kind);
        address = own.and_then(|item| Some(item["http"].as_str()?.to_owned()));
        address.is_some()
    });
    (process, address.expect("an address"))
}

fn get(url: &str) -> (u16, String) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let answer = reqwest::get(url).await.expect("an answer");
        (answer.status().as_u16(), answer.text().await.expect("text"))
    })
}

fn objective(home: &Path, slo: &str) -> (Option<i32>, Value) {
    let ran = run(home, &["slo", "-o", "json"]);
    let listed: Value = serde_json::from_slice(&ran.stdout).expect("one JSON document");
    let items = listed["items"].as_array().expect("a list").clone();
    let found = items.into_iter().find(|item| item["slo"] == slo).expect("the objective");
    (ran.status.code(), found)
}

/// What Prometheus' own tool says of a command's input and files.
fn promtool(args: &[&str], input: &str, dir: &Path) -> Result<String, String> {
    let mut command = Command::new("promtool");
    command.args(args).current_dir(dir).stdin(Stdio::piped());
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("promtool is needed: apt-get install prometheus");
    let mut stdin = child.stdin.take().expect("piped");
    let input = input.to_owned();
    let writing = std::thread::spawn(move || {
        // One that does not read is seen by its exit code.
        let _ = std::io::Write::write_all(&mut stdin, input.as_bytes());
    });
    let output = child.wait_with_output().expect("it ends");
    writing.join().expect("the writer ends");
    let said = format!("{}{}", text(&output.stdout), text(&output.stderr));
    if output.status.success() { Ok(said) } else { Err(said) }
}

#[test]
fn requests_are_counted_kept_and_told_and_a_burnt_budget_ends_with_1() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let (mut api, url) = start(home, &["api"], "the API is up");
    let (code, before) = objective(home, "availability");
    assert_eq!((code, &before["state"]), (Some(0), &Value::from("no_data")));
    for path in ["/v1/campaigns", "/v1/leads", "/v1/leads/none", "/readyz", "/nothing", "/metrics"]
    {
        get(&format!("{url}{path}"));
    }
    // What is kept in the end is the three that are about the service: not health, not strangers.
    assert!(api.end(Signal::SIGTERM).success());
    let (code, after) = objective(home, "availability");
    assert_eq!((code, &after["state"], &after["bad"]), (Some(0), &"ok".into(), &0.into()));
    let routes = after["events"].as_u64().expect("a number");
    assert!((2..=3).contains(&routes), "{after}");

    inside(home, async |services| {
        let now = services.clock.now().minus(Duration::from_secs(20 * 24 * 3600));
        let good = Counts { total: 1_000_000, bad: 0 };
        services.store.add_slo_events(Slo::Availability, good, now).await.expect("kept");
        let bad = Counts { total: 1_000, bad: 100 };
        let now = services.clock.now();
        services.store.add_slo_events(Slo::Availability, bad, now).await.expect("kept");
    });
    let (code, burning) = objective(home, "availability");
    assert_eq!((code, &burning["state"]), (Some(1), &Value::from("burning_fast")), "{burning}");
    assert!(burning["burn_rates"]["1h"].as_f64().is_some_and(|rate| rate > 90.0), "{burning}");
    let table = run(home, &["slo"]);
    assert!(text(&table.stdout).contains("burning fast"), "{}", text(&table.stdout));

    let (mut api, url) = start(home, &["api"], "the API is up");
    until("the gauges are set", || {
        get(&format!("{url}/metrics"))
            .1
            .contains("leadctl_slo_burn_rate{slo=\"availability\",window=\"1h\"} ")
    });
    let metrics = get(&format!("{url}/metrics")).1;
    for line in [
        "leadctl_slo_objective_ratio{slo=\"availability\"} 0.999",
        "leadctl_slo_events_total{slo=\"jobs\",outcome=\"bad\"} 0",
    ] {
        assert!(metrics.contains(line), "{line} is missing in\n{metrics}");
    }
    assert!(api.end(Signal::SIGTERM).success());
}

#[test]
fn jobs_that_end_count_once_and_their_last_attempt_decides() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let draft = CampaignDraft {
        name: "Tally".into(),
        keywords: vec!["invoice".into()],
        subreddits: vec!["freelance".into()],
        ..CampaignDraft::default()
    };
    let campaign = add_campaign(home, draft).id;
    // There are no credentials: the job fails for good.
    let args = ["jobs", "enqueue", "lead", "--campaign", &campaign, "-o", "json"];
    json(home, &args);
    let (mut worker, _) = start(home, &["worker"], "the worker is up");
    worker.stderr.until("the attempt failed");
    assert!(worker.end(Signal::SIGTERM).success());
    let (code, jobs) = objective(home, "jobs");
    assert_eq!((&jobs["events"], &jobs["bad"]), (&1.into(), &1.into()), "{jobs}");
    assert_eq!((code, &jobs["state"]), (Some(1), &Value::from("spent")));
}

#[test]
fn promtool_finds_nothing_wrong_with_what_processes_tell() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let (mut api, api_url) = start(home, &["api"], "the API is up");
    let (mut worker, worker_url) = start(home, &["worker"], "the worker is up");
    get(&format!("{api_url}/v1/leads"));
    for url in [api_url, worker_url] {
        let (status, metrics) = get(&format!("{url}/metrics"));
        assert_eq!(status, 200);
        assert!(metrics.contains("leadctl_build_info"), "{metrics}");
        for name in ["cpu_seconds_total", "resident_memory_bytes", "open_fds", "start_time_seconds"]
        {
            let line = metrics.lines().find_map(|l| l.strip_prefix(&format!("process_{name} ")));
            assert!(
                line.is_some_and(|value| value.parse::<f64>().is_ok_and(|n| n > 0.0)),
                "{name}: {line:?}"
            );
        }
        let said = promtool(&["check", "metrics"], &metrics, home);
        assert_eq!(said, Ok(String::new()), "{metrics}");
    }
    for process in [&mut api, &mut worker] {
        assert!(process.end(Signal::SIGTERM).success());
    }
}

#[test]
fn promtool_accepts_the_rules_and_their_tests_pass() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    // As usual, and with objectives that are far from it.
    for (availability, latency) in [("99.9", "99"), ("99.99", "60")] {
        let print = |args: &[&str], file: &str| {
            let mut command = leadctl(home);
            command.env("LEADCTL_SLO_AVAILABILITY", availability);
            let ran = command.env("LEADCTL_SLO_LATENCY_TARGET", latency).args(args).output();
            let ran = ran.expect("leadctl runs");
            assert!(ran.status.success(), "{}", text(&ran.stderr));
            std::fs::write(home.join(file), ran.stdout).expect("written");
        };
        print(&["slo", "rules"], "leadctl.rules.yaml");
        print(&["slo", "rules", "--test"], "leadctl.rules.test.yaml");
        let checked = promtool(&["check", "rules", "leadctl.rules.yaml"], "", home);
        assert!(checked.as_ref().is_ok_and(|said| said.contains("SUCCESS")), "{checked:?}");
        let tested = promtool(&["test", "rules", "leadctl.rules.test.yaml"], "", home);
        assert!(tested.as_ref().is_ok_and(|said| said.contains("SUCCESS")), "{tested:?}");
    }
    // Only a test that can fail says anything.
    let tests = home.join("leadctl.rules.test.yaml");
    let broken = std::fs::read_to_string(&tests).expect("there").replacen(
        "exp_alerts: []",
        "exp_alerts:\n          - exp_labels: {severity: page}",
        1,
    );
    std::fs::write(&tests, broken).expect("written");
    assert!(promtool(&["test", "rules", "leadctl.rules.test.yaml"], "", home).is_err());
}

#[test]
fn promtool_accepts_the_configuration_of_prometheus_that_is_documented() {
    let dir = tempfile::tempdir().expect("a directory");
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/deploy/prometheus");
    let rules = docs.join("leadctl.rules.yaml").display().to_string();
    let config = std::fs::read_to_string(docs.join("prometheus.yaml")).expect("there");
    let config = config.replace("/etc/prometheus/leadctl.rules.yaml", &rules);
    std::fs::write(dir.path().join("prometheus.yaml"), config).expect("written");
    let checked = promtool(&["check", "config", "prometheus.yaml"], "", dir.path());
    assert!(checked.as_ref().is_ok_and(|said| said.contains("SUCCESS")), "{checked:?}");
}
