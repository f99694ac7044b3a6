//! `leadctl trace`: a job from the request that wanted it to the leads that it found, on either kind
//! of queue.

use std::path::Path;
use std::process::Command;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::api::{Api, key};
use crate::support::embedded::Sandbox;
use crate::support::process::{Running, leadctl, text, until};
use crate::support::redis::{prefix, shared};

/// An installation that reads from a sandbox and has its posts judged there.
struct Place<'a> {
    home: &'a Path,
    env: Vec<(String, String)>,
}

impl Place<'_> {
    fn leadctl(&self, args: &[&str]) -> Command {
        let mut command = leadctl(self.home);
        command.envs(self.env.iter().cloned()).args(args);
        command
    }

    fn out(&self, args: &[&str]) -> String {
        let output = self.leadctl(args).output().expect("leadctl runs");
        assert!(output.status.success(), "{args:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.out(&[args, &["-o", "json"]].concat())).expect("JSON")
    }

    /// The way of the one job that an id means.
    fn way(&self, id: &str) -> Value {
        let traced = self.json(&["trace", id]);
        assert_eq!(traced["jobs"].as_array().map(Vec::len), Some(1), "{traced}");
        traced["jobs"][0].clone()
    }

    fn waits_for(&self, job: &str) {
        self.out(&["jobs", "wait", job, "--timeout", "60s"]);
    }
}

fn steps<'v>(attempt: &'v Value, of: &str) -> Vec<&'v Value> {
    let steps = attempt["steps"].as_array().expect("steps").iter();
    steps.filter(|step| step["target"] == of || step["of"] == of).collect()
}

/// Adds a job by the API; gives its place.
fn ask(api: &Api, key: &str, request: &str, campaign: &str) -> String {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let body = json!({"kind": "lead", "campaign": campaign, "options": {"attempts": 3}});
    let asked = api.ask(Method::POST, "/v1/jobs", key).header("x-request-id", request).json(&body);
    let answer: Value = runtime.block_on(async {
        let answer = asked.send().await.expect("an answer");
        assert_eq!(answer.status().as_u16(), 202);
        assert_eq!(answer.headers()["x-request-id"], request);
        answer.json().await.expect("JSON")
    });
    let part = |name: &str| answer[name].as_str().expect("a name").to_owned();
    format!("{}/{}", part("queue"), part("id"))
}

fn follows_a_job(redis: &[(&str, String)]) {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let sandbox = Sandbox::start(home);
    let mut place = Place { home, env: sandbox.env.clone() };
    let ai = place.json(&["sandbox", "env", "--ai"]);
    for (name, value) in ai.as_object().expect("variables") {
        place.env.push((name.clone(), value.as_str().expect("text").to_owned()));
    }
    let more = [
        ("LEADCTL_AI_PRICE_INPUT_PER_MILLION", "2.5"),
        ("LEADCTL_LOG_FORMAT", "json"),
        // One failing attempt does not open it.
        ("LEADCTL_BREAKER_MINIMUM_CALLS", "20"),
    ];
    place.env.extend(more.map(|(name, value)| (name.to_owned(), value.to_owned())));
    place.env.extend(redis.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
    let key = key(home, "ann", "admin");
    let api = Api::start_as(&mut place.leadctl(&[]));

    // Nobody works yet: it waits, and that is all there is to tell.
    let job = ask(&api, &key, "request-1", &sandbox.campaign);
    let waiting = place.way("request-1");
    assert_eq!(format!("{}/{}", waiting["queue"], waiting["job_id"]).replace('"', ""), job);
    assert_eq!((&waiting["state"], &waiting["attempts"]), (&json!("waiting"), &json!([])));
    let from = &waiting["enqueued"];
    assert_eq!((&from["by"], &from["request_id"]), (&json!("ann@api"), &json!("request-1")));

    // The first attempt fails of Reddit, with the retries of the client.
    place.out(&["sandbox", "fault", "reddit", "--mode", "503", "--for", "5m"]);
    let mut worker =
        Running::start(&mut place.leadctl(&["worker", "--listen", "127.0.0.1:0", "--log", "info"]));
    worker.stderr.until("the worker is up");
    let told = worker.stderr.until("the attempt failed");
    let told: Value = serde_json::from_str(&told).expect("one object a line");
    assert_eq!(told["span"]["request_id"], "request-1", "{told}");
    until("the attempt is noted", || place.way(&job)["attempts"][0]["outcome"] == "failed");
    place.out(&["sandbox", "fault", "--clear"]);
    place.waits_for(&job);

    let way = place.way(&job);
    assert_eq!(way["state"], "completed");
    let [failed, done] = &way["attempts"].as_array().expect("attempts")[..] else {
        panic!("{way:#}");
    };
    assert_eq!((&failed["number"], &done["number"]), (&json!(1), &json!(2)));
    assert_eq!((&failed["outcome"], &done["outcome"]), (&json!("failed"), &json!("completed")));
    let call = steps(failed, "reddit")[0];
    assert_eq!((&call["outcome"], &call["breaker"]), (&json!("failed"), &json!("closed")));
    assert_eq!((&call["tries"], &call["status"]), (&json!(3), &json!(503)), "{call}");
    assert!(done["waited_ms"].as_u64().is_some_and(|ms| ms >= 500), "{done:#}");
    assert!(done["worker"].is_string() && done["took_ms"].is_u64());
    let call = steps(done, "reddit")[0];
    assert_eq!((&call["outcome"], &call["status"]), (&json!("ok"), &json!(200)));
    assert!(call["what"].as_str().is_some_and(|what| what.contains("r/")), "{call}");
    let judged = steps(done, "ai:sandbox")[0];
    assert!(judged["input_tokens"].as_u64() > Some(0) && judged["cost_usd"].as_f64() > Some(0.0));
    assert!(steps(done, "ai")[0]["misses"].as_u64() > Some(0), "{done:#}");
    let sums = &way["totals"];
    assert!(sums["leads"].as_u64() > Some(0) && sums["cost_usd"].as_f64() > Some(0.0), "{sums}");
    assert_eq!((&sums["retries"], &sums["failed_calls"]), (&json!(2), &json!(1)));
    let lead = done["leads"][0].as_str().expect("an id");
    assert_eq!(place.json(&["leads", "show", lead])["id"], lead);

    // The same posts for another version of the campaign: the cache knows what the provider says.
    place.out(&[
        "campaigns",
        "edit",
        &sandbox.campaign,
        "--add-blocked-subreddit",
        "SomewhereElse",
    ]);
    let again = ask(&api, &key, "request-2", &sandbox.campaign);
    place.waits_for(&again);
    let way = place.way("request-2");
    let sums = &way["totals"];
    assert!(sums["cache_hits"].as_u64() > Some(0) && sums["saved_usd"].as_f64() > Some(0.0));
    // The sandbox goes on inventing: a post or two may be new.
    assert!(sums["cache_misses"].as_u64() < sums["cache_hits"].as_u64(), "{way:#}");

    // For people; and of a job that is gone what was noted.
    let said = place.out(&["trace", &job]);
    for part in ["by ann@api, request request-1", "attempt 1  failed after", "3 tries", "new leads"]
    {
        assert!(said.contains(part), "{part} is missing in\n{said}");
    }
    place.out(&["jobs", "rm", &job, "--yes"]);
    let gone = place.way(&job);
    assert_eq!(
        (&gone["state"], gone["attempts"].as_array().map(Vec::len)),
        (&Value::Null, Some(2))
    );
    let nothing = place.leadctl(&["trace", "no-such"]).output().expect("leadctl runs");
    assert_eq!(nothing.status.code(), Some(3));

    // Who of the operators wanted a job is not for users to know.
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let shown = runtime.block_on(api.get(&format!("/v1/jobs/{again}"), &key));
    assert_eq!((shown.status, &shown.json()["options"]["tm"]), (200, &Value::Null), "{shown:?}");
}

#[test]
fn a_job_of_the_database_is_followed_from_the_request_to_the_leads() {
    follows_a_job(&[]);
}

#[test]
fn a_job_of_bullmq_is_followed_from_the_request_to_the_leads() {
    follows_a_job(&[("REDIS_URL", shared().url()), ("LEADCTL_REDIS_PREFIX", prefix())]);
}

#[test]
fn what_the_queue_knows_of_the_jobs_of_others_is_told() {
    let home = tempfile::tempdir().expect("a directory");
    let place = Place { home: home.path(), env: Vec::new() };
    let line = json!({"queue": "mail", "name": "send", "data": {"to": 7}, "id": "m-1"});
    std::fs::write(home.path().join("jobs.ndjson"), line.to_string()).expect("written");
    let file = home.path().join("jobs.ndjson").display().to_string();
    place.out(&["jobs", "enqueue", "--from", &file, "--queue", "mail"]);
    let way = place.way("mail/m-1");
    assert_eq!((&way["name"], &way["state"]), (&json!("send"), &json!("waiting")));
    assert_eq!(way["attempts"], json!([]));
    assert!(place.out(&["trace", "m-1"]).contains("so far"));
}

/// A job that reads from a Reddit that does not answer, in the hands of a worker.
fn stuck(place: &Place<'_>, sandbox: &Sandbox) -> (Running, String) {
    place.out(&["sandbox", "fault", "reddit", "--mode", "timeout", "--for", "5m"]);
    let mut worker =
        Running::start(&mut place.leadctl(&["worker", "--listen", "127.0.0.1:0", "--log", "info"]));
    worker.stderr.until("the worker is up");
    let add =
        ["jobs", "enqueue", "lead", "-C", &sandbox.campaign, "--attempts", "3", "--id", "stuck"];
    place.out(&add);
    let job = "lead-discovery/stuck".to_owned();
    until("it runs", || place.json(&["jobs", "show", &job])["state"] == "active");
    (worker, job)
}

fn cancels(redis: &[(&str, String)]) {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let sandbox = Sandbox::start(home);
    let mut place = Place { home, env: sandbox.env.clone() };
    place.env.extend(redis.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
    let (_worker, job) = stuck(&place, &sandbox);

    // What it does is told while it does it.
    until("what it does is noted", || place.way(&job)["attempts"][0]["noted"] == true);
    assert_eq!(place.way(&job)["attempts"][0]["outcome"], "running");

    let report = place.json(&["jobs", "cancel", &job, "--yes"]);
    assert_eq!(report["acted"], 1, "{report}");
    until("it has failed", || place.json(&["jobs", "show", &job])["state"] == "failed");
    let shown = place.json(&["jobs", "show", &job]);
    let reason = shown["failed_reason"].as_str().expect("a reason");
    assert!(reason.starts_with("cancelled by ") && reason.contains('@'), "{reason}");
    assert_eq!(shown["attempts_made"], 1, "no other attempt");
    let ended = &place.way(&job)["attempts"][0];
    assert_eq!((&ended["outcome"], &ended["reason"]), (&json!("failed"), &json!(reason)));
    assert_eq!(steps(ended, "reddit")[0]["outcome"], "cut_off", "{ended:#}");
    let kept = place.json(&["audit", "ls", "--action", "jobs.cancel"]);
    assert_eq!(kept["items"][0]["outcome"], "done", "{kept}");

    // One that has ended stays as it is; one that waits is removed. The order is for one attempt.
    let again = place.leadctl(&["jobs", "cancel", &job, "--yes"]).output().expect("leadctl runs");
    assert_eq!(again.status.code(), Some(7), "{}", text(&again.stderr));
    place.out(&["jobs", "retry", &job]);
    until("it runs again", || place.json(&["jobs", "show", &job])["state"] == "active");
    place.out(&[
        "jobs",
        "enqueue",
        "lead",
        "-C",
        &sandbox.campaign,
        "--delay",
        "1h",
        "--id",
        "later",
    ]);
    place.out(&["jobs", "cancel", "lead-discovery/later", "--yes"]);
    let gone = place.leadctl(&["jobs", "show", "lead-discovery/later"]).output().expect("it runs");
    assert_eq!(gone.status.code(), Some(3));

    // By the API, on behalf of a user.
    let (key, runtime) = (key(home, "ann", "admin"), tokio::runtime::Runtime::new().expect("one"));
    let api = Api::start_as(&mut place.leadctl(&[]));
    let cancel = format!("/v1/jobs/{job}/cancel");
    let answer = runtime.block_on(api.send(Method::POST, &cancel, &key, &Value::Null));
    assert_eq!((answer.status, &answer.json()["outcome"]), (202, &json!("asked")), "{answer:?}");
    until("it has failed", || place.json(&["jobs", "show", &job])["state"] == "failed");
    let shown = place.json(&["jobs", "show", &job]);
    assert_eq!(shown["failed_reason"], "cancelled by ann@api", "{shown}");
    let answer = runtime.block_on(api.send(Method::POST, &cancel, &key, &Value::Null));
    assert_eq!((answer.status, answer.problem().as_str()), (409, "conflict"), "{answer:?}");
}

#[test]
fn a_job_of_the_database_that_runs_is_cancelled() {
    cancels(&[]);
}

#[test]
fn a_job_of_bullmq_that_runs_is_cancelled() {
    cancels(&[("REDIS_URL", shared().url()), ("LEADCTL_REDIS_PREFIX", prefix())]);
}
