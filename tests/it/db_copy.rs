//! `leadctl db copy`: an embedded installation moves to Postgres.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use leadctl::clock::SystemClock;
use leadctl::db::Db;
use leadctl::db::copy::{Copy, TableReport};
use leadctl::model::{Lead, LeadStatus};
use leadctl::queue::sql::SqlQueue;
use leadctl::queue::{
    ActiveJob, ConsumeOptions, Handler, JobFailure, JobOptions, JobQueue, JobState, NewJob,
    NewSchedule, PageRequest, Recurrence, Retryable,
};
use leadctl::store::{ImportCheckpoint, LeadFilter, LeadPageRequest, Store};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::support::data::{NOW, draft, keep, lead};
use crate::support::home::{Home, Ran};
use crate::support::postgres::shared;

const QUEUE: &str = "lead-discovery";
const LEADS: u32 = 1_300;

/// Ends jobs whose payload says so; the others fail.
struct Ends;

#[async_trait]
impl Handler for Ends {
    async fn run(&self, job: ActiveJob) -> Result<Value, JobFailure> {
        job.report
            .log("a line\u{0} with more")
            .await
            .map_err(|error| JobFailure::from_error(&error, Retryable::No))?;
        if job.job.data["well"] == true {
            return Ok(json!({"b": 1.0, "a": "\u{0}"}));
        }
        Err(JobFailure::permanent("it failed\u{0}"))
    }
}

fn job(n: u32) -> NewJob {
    let options = JobOptions {
        priority: n % 3,
        delay: if n.is_multiple_of(4) { 3_600_000 } else { 0 },
        ..JobOptions::default()
    };
    NewJob { name: "x".into(), data: json!({"n": n, "well": n % 2 == 1}), id: None, options }
}

/// An installation with something of everything.
async fn fill(db: &Db) {
    let store = Store::new(db.clone());
    store.create_campaign(draft("c"), NOW).await.expect("made");
    let leads: Vec<Lead> = (0..LEADS).map(|n| lead("c", n)).collect();
    keep(&store, &leads).await.expect("kept");
    store.set_lead_status(&leads[3].id, LeadStatus::Saved, NOW).await.expect("changed");
    let checkpoint =
        ImportCheckpoint { lines: 7, bytes: 70, finished: false, summary: json!({"x": 1e2}) };
    store.set_import_checkpoint("file", &checkpoint, NOW).await.expect("kept");
    let queue = SqlQueue::new(db.clone(), SystemClock::shared());
    let stop = CancellationToken::new();
    queue.add_bulk(QUEUE, (1..40).map(job).collect()).await.expect("added");
    let consuming = tokio::spawn({
        let (queue, stop) = (queue.clone(), stop.clone());
        let options = ConsumeOptions { concurrency: 5.into(), ..ConsumeOptions::default() };
        async move { queue.consume(QUEUE, options, Arc::new(Ends), stop).await }
    });
    let deadline = tokio::time::Instant::now() + Duration::from_secs(30);
    while queue.counts(QUEUE).await.expect("counts").ready() > 0 {
        assert!(tokio::time::Instant::now() < deadline, "the jobs were not done");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    stop.cancel();
    consuming.await.expect("no panic").expect("it stops");
    queue.add_bulk(QUEUE, (40..60).map(job).collect()).await.expect("added");
    queue.pause("another").await.expect("paused");
    let schedule = NewSchedule {
        queue: QUEUE.into(),
        id: "daily".into(),
        recurrence: Recurrence::Every { every_ms: 86_400_000 },
        name: "x".into(),
        data: json!({}),
        options: JobOptions::default(),
    };
    queue.upsert_schedule(schedule).await.expect("set");
}

/// All jobs and leads, as a person would see them.
async fn seen(db: &Db) -> (Vec<String>, Vec<Lead>, Vec<Value>, Value) {
    let queue = SqlQueue::new(db.clone(), SystemClock::shared());
    let page = PageRequest { cursor: None, limit: 10_000 };
    let jobs = queue.list(QUEUE, &[], page).await.expect("jobs").jobs;
    let mut lines = Vec::new();
    for job in &jobs {
        for line in queue.logs(QUEUE, &job.id, 0, 10).await.expect("logs").lines {
            lines.push(line.text);
        }
    }
    let jobs = jobs.iter().map(|job| json!(job)).collect();
    let store = Store::new(db.clone());
    let page = LeadPageRequest { cursor: None, limit: 10_000 };
    let leads = store.leads(&LeadFilter::default(), page).await.expect("leads").leads;
    let schedules = queue.schedules(None).await.expect("schedules");
    let counts = queue.counts(QUEUE).await.expect("counts");
    (lines, leads, jobs, json!([schedules, counts]))
}

/// As Postgres keeps texts.
fn clean(value: &Value) -> Value {
    match value {
        Value::String(text) => text.replace('\0', "\u{fffd}").into(),
        Value::Array(items) => items.iter().map(clean).collect(),
        Value::Object(entries) => {
            entries.iter().map(|(key, value)| (key.clone(), clean(value))).collect()
        }
        other => other.clone(),
    }
}

fn args<'a>(url: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["db", "copy", "--to", url], more].concat()
}

#[test]
fn everything_is_moved_and_verified() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let home = Home::new();
    let source = runtime.block_on(async {
        let source = Db::open(&home.data()).await.expect("a database");
        fill(&source).await;
        source
    });
    let database = runtime.block_on(shared().database());
    let url = database.url();

    // To prepare the target is no other data in it.
    let ready = Ran::of(home.leadctl().env("DATABASE_URL", &url).args(["db", "migrate"]));
    assert_eq!(ready.code, 0, "{}", ready.stderr);
    let dry = home.json(&args(&url, &["--dry-run"]));
    let rows = |report: &Value, table: &str, what: &str| {
        let tables = report["tables"].as_array().expect("tables");
        let found = tables.iter().find(|t| t["table"] == table).expect("the table");
        found[what].as_u64().expect("a number")
    };
    assert_eq!(rows(&dry, "leads", "copied"), u64::from(LEADS));
    assert_eq!(rows(&dry, "leads", "target_rows"), 0);

    let done = home.json(&args(&url, &[]));
    assert_eq!(done["verified"], true, "{done}");
    assert_eq!(done["dry_run"], false);
    for (table, count) in [("campaigns", 1), ("leads", 1_300), ("judged", 1_300), ("jobs", 60)] {
        assert_eq!(rows(&done, table, "target_rows"), count, "{done}");
    }
    assert!(rows(&done, "job_logs", "copied") > 20, "{done}");
    assert!(!done.to_string().contains(&url), "the address is told: {done}");

    let again = home.json(&args(&url, &[]));
    // That the first copy was made was kept when it had been made.
    assert_eq!((&again["copied"], &again["verified"]), (&json!(1), &json!(true)), "{again}");
    assert_eq!(rows(&again, "audit", "copied"), 1, "{again}");

    runtime.block_on(async {
        let target = database.open().await;
        let (ours, theirs) = (seen(&source).await, seen(&target).await);
        let cleaned: Vec<String> = ours.0.iter().map(|t| t.replace('\u{0}', "\u{fffd}")).collect();
        assert_eq!(cleaned, theirs.0);
        let cleaned: Vec<Value> = ours.1.iter().map(|lead| clean(&json!(lead))).collect();
        assert_eq!(cleaned, theirs.1.iter().map(|lead| json!(lead)).collect::<Vec<_>>());
        let cleaned: Vec<Value> = ours.2.iter().map(clean).collect();
        assert_eq!(cleaned, theirs.2);
        assert_eq!(ours.3, theirs.3);
        // The target goes on where the source was.
        let queue = SqlQueue::new(target, SystemClock::shared());
        let added = queue.add(QUEUE, job(1)).await.expect("added");
        assert_eq!((added.id.as_str(), added.existed), ("60", false));
        let paused = queue.counts("another").await.expect("counts").is_paused;
        assert!(paused);
        let waiting = queue.counts(QUEUE).await.expect("counts").of(JobState::Delayed);
        assert!(waiting > 0);
    });
}

#[test]
fn a_target_with_other_data_is_refused_and_joined_only_on_demand() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let home = Home::new();
    let database = runtime.block_on(async {
        let source = Db::open(&home.data()).await.expect("a database");
        let store = Store::new(source);
        store.create_campaign(draft("c"), NOW).await.expect("made");
        keep(&store, &[lead("c", 1), lead("c", 2)]).await.expect("kept");
        let database = shared().database().await;
        let store = Store::new(database.open().await);
        store.create_campaign(draft("other"), NOW).await.expect("made");
        keep(&store, &[lead("other", 1)]).await.expect("kept");
        database
    });
    let url = database.url();
    let refused = home.run(&args(&url, &[]));
    assert_eq!(refused.code, 7, "{}", refused.stderr);
    assert!(refused.stderr.contains("1 campaigns, 1 leads"), "{}", refused.stderr);
    assert!(refused.stderr.contains("--yes"), "{}", refused.stderr);
    let joined = home.json(&args(&url, &["--yes"]));
    assert_eq!(joined["verified"], true, "{joined}");
    runtime.block_on(async {
        let store = Store::new(database.open().await);
        let count = store.count_leads(&LeadFilter::default()).await.expect("a count");
        assert_eq!(count, 3);
        assert!(store.campaign("other").await.expect("read").is_some());
        // What the target has with other values stays, and that is told.
        let edit = leadctl::model::CampaignDraft { description: "new".into(), ..draft("c") };
        store.update_campaign("c", edit, NOW).await.expect("changed");
    });
    let partly = home.run(&args(&url, &["-o", "json"]));
    assert_eq!(partly.code, 8, "{}", partly.stderr);
    let told: Value = serde_json::from_str(&partly.stdout).expect("one JSON document");
    let tables = told["tables"].as_array().expect("tables");
    let campaigns = tables.iter().find(|table| table["table"] == "campaigns").expect("campaigns");
    assert_eq!(campaigns["different"], 1, "{told}");
}

#[tokio::test]
async fn a_copy_that_was_interrupted_goes_on_where_it_was() {
    let dir = tempfile::tempdir().expect("a directory");
    let source = Db::open(dir.path()).await.expect("a database");
    fill(&source).await;
    let database = shared().database().await;
    let target = database.open().await;
    let (told, mut heard) = tokio::sync::mpsc::unbounded_channel();
    let copying = tokio::spawn({
        let (source, target) = (source.clone(), target.clone());
        async move {
            let mut copy = Copy::new(&source, &target, SystemClock::shared()).await.expect("ready");
            let mut tell = |progress: leadctl::db::copy::Progress| {
                let _ = told.send((progress.table, progress.done));
            };
            copy.run(false, &mut tell).await
        }
    });
    while let Some((table, done)) = heard.recv().await {
        if table == "leads" && done >= 500 {
            break;
        }
    }
    copying.abort();
    let _ = copying.await;
    let mut copy = Copy::new(&source, &target, SystemClock::shared()).await.expect("ready");
    let reports = copy.run(false, &mut |_| {}).await.expect("copied");
    let table = |name: &str| -> &TableReport {
        reports.iter().find(|report| report.table == name).expect("the table")
    };
    assert!(reports.iter().all(TableReport::is_same), "{reports:?}");
    assert_eq!(table("campaigns").copied, 0, "it began anew");
    assert!(table("leads").copied < u64::from(LEADS), "it began anew");
    assert_eq!(table("leads").target_rows, u64::from(LEADS));
}

#[test]
fn what_cannot_be_copied_is_refused() {
    let home = Home::new();
    let nowhere = home.run(&["db", "copy", "--to", "postgres://u:hunter2@127.0.0.1:1/x"]);
    assert_eq!(nowhere.code, 3, "{}", nowhere.stderr);
    assert!(!Path::new(&home.data().join("leadctl.db")).exists(), "it was made");
    home.out(&["campaigns", "ls"]);
    let nobody = home.run(&["db", "copy", "--to", "postgres://u:hunter2@127.0.0.1:1/x"]);
    assert_eq!(nobody.code, 4, "{}", nobody.stderr);
    let to_file = home.run(&["db", "copy", "--to", "sqlite:hunter2"]);
    assert_eq!(to_file.code, 2, "{}", to_file.stderr);
    let without = home.run(&["db", "copy"]);
    assert_eq!(without.code, 2, "{}", without.stderr);
    assert!(without.stderr.contains("DATABASE_URL"), "{}", without.stderr);
    for ran in [nowhere, nobody, to_file, without] {
        assert!(!ran.stderr.contains("hunter2"), "{}", ran.stderr);
    }
}
