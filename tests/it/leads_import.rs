//! `leadctl leads import`: dumps whole, broken, broken off, and again.

use std::collections::BTreeSet;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use leadctl::model::Campaign;
use leadctl::store::{LeadFilter, LeadPageRequest};
use nix::sys::signal::Signal;
use serde_json::Value;

use crate::support::leads::{add_campaign, dump, with_services};
use crate::support::process::{Running, leadctl, run, text, until};

/// Lines in a batch, after each of which the import notes how far it is.
const BATCH: u64 = 2_000;

fn home() -> (tempfile::TempDir, Campaign) {
    let home = tempfile::tempdir().expect("a directory");
    let campaign = add_campaign(home.path());
    (home, campaign)
}

fn report(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", text(&output.stderr)))
}

fn import(home: &Path, file: &Path, more: &[&str]) -> Output {
    let file = file.to_str().expect("text");
    run(home, &[&["leads", "import", file, "--campaign", "acme", "-o", "json"], more].concat())
}

/// Ids of all leads.
fn leads(home: &Path) -> BTreeSet<String> {
    with_services(home, async |services| {
        let page = LeadPageRequest { cursor: None, limit: 100_000 };
        let page = services.store.leads(&LeadFilter::default(), page).await.expect("leads");
        page.leads.into_iter().map(|lead| lead.id).collect()
    })
}

fn written(home: &Path, name: &str, content: &[u8]) -> PathBuf {
    let path = home.join(name);
    std::fs::write(&path, content).expect("written");
    path
}

#[test]
fn plain_compressed_and_piped_dumps_give_the_same() {
    let text = dump(600);
    let packed = zstd::encode_all(text.as_bytes(), 3).expect("packed");
    let mut found = Vec::new();
    for (name, content) in [("dump.ndjson", text.as_bytes()), ("dump.bin", &packed)] {
        let (home, _) = home();
        let file = written(home.path(), name, content);
        let output = import(home.path(), &file, &[]);
        assert_eq!(output.status.code(), Some(0));
        assert!(output.stderr.is_empty(), "no progress in a pipe");
        let report = report(&output);
        assert_eq!((&report["read"], &report["rejected"]), (&600.into(), &0.into()));
        found.push(leads(home.path()));

        let (piped, _) = self::home();
        let mut command = leadctl(piped.path());
        command.args(["leads", "import", "-", "--campaign", "acme"]);
        let input = std::fs::File::open(&file).expect("the dump");
        let output = command.stdin(Stdio::from(input)).output().expect("it runs");
        assert!(output.status.success());
        found.push(leads(piped.path()));
    }
    assert!(found[0].len() > 20, "{} leads", found[0].len());
    assert!(found.iter().all(|leads| *leads == found[0]));
}

#[test]
fn lines_that_are_no_posts_are_told_and_the_rest_is_kept() {
    let (home, _) = home();
    let good = dump(30);
    let mut lines: Vec<&str> = good.lines().collect();
    lines.insert(1, "{\"id\": ");
    lines.insert(3, "");
    lines.insert(4, "[\"\\u001b[2J\"]");
    lines.extend(std::iter::repeat_n("nonsense", 40));
    let file = written(home.path(), "dump.ndjson", lines.join("\n").as_bytes());
    let output = import(home.path(), &file, &[]);
    assert_eq!(output.status.code(), Some(8));
    let report = report(&output);
    assert_eq!((&report["read"], &report["rejected"]), (&30.into(), &42.into()));
    assert_eq!(report["errors"][0]["target"], "line 2");
    let said = text(&output.stderr);
    assert!(said.contains("error: line 2: ") && said.contains("error: line 5: "), "{said}");
    assert!(said.contains("error: 22 more lines are no posts"), "{said}");
    assert!(!said.contains('\u{1b}'), "{said}");
}

#[test]
fn what_is_missing_is_told() {
    let (home, _) = home();
    let output = import(home.path(), Path::new("/nonesuch/dump.zst"), &[]);
    assert_eq!(output.status.code(), Some(3));
    let file = written(home.path(), "dump.ndjson", b"");
    let file = file.to_str().expect("text");
    let output = run(home.path(), &["leads", "import", file, "--campaign", "nobody"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(text(&output.stderr).contains("nobody"));
    assert_eq!(import(home.path(), Path::new(file), &[]).status.code(), Some(0));
}

#[test]
fn a_dump_that_ends_in_the_middle_keeps_what_came_before() {
    let (home, _) = home();
    let packed = zstd::encode_all(dump(400).as_bytes(), 3).expect("packed");
    let cut = written(home.path(), "cut.zst", &packed[..packed.len() - 9]);
    let output = import(home.path(), &cut, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("cannot read on"), "{}", text(&output.stderr));
    assert!(!leads(home.path()).is_empty());
}

/// An import that was ended in the middle.
struct Broken {
    home: tempfile::TempDir,
    file: PathBuf,
    posts: u32,
    process: Running,
}

/// Imports a dump and ends that with `signal` once a part of the dump is kept. Where the import was
/// done before the signal came, a longer dump is taken.
fn broken_off(signal: Signal) -> Broken {
    for posts in [6_000, 24_000, 96_000] {
        let (home, campaign) = home();
        let file = written(home.path(), "dump.ndjson", dump(posts).as_bytes());
        let mut command = leadctl(home.path());
        command.args(["leads", "import", "--campaign", &campaign.id, "-o", "json"]).arg(&file);
        let mut process = Running::start(&mut command);
        until("a part of the dump is kept", || checkpoints(home.path()) > 0);
        if !process.end(signal).success() {
            return Broken { home, file, posts, process };
        }
    }
    panic!("no dump was long enough");
}

/// How many imports have noted how far they are.
fn checkpoints(home: &Path) -> i64 {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let url = format!("sqlite://{}", home.join("data/leadctl.db").display());
        let pool = sqlx::sqlite::SqlitePool::connect(&url).await.expect("a database");
        let count = sqlx::query_scalar("SELECT COUNT(*) FROM imports").fetch_one(&pool).await;
        pool.close().await;
        count.expect("a number")
    })
}

#[test]
fn an_import_that_was_killed_goes_on_where_it_was() {
    let Broken { home, file, posts, mut process } = broken_off(Signal::SIGKILL);
    assert_eq!(process.wait().signal(), Some(Signal::SIGKILL as i32));
    let before = leads(home.path());
    let output = import(home.path(), &file, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let resumed = report(&output);
    let after = resumed["resumed_after_line"].as_u64().expect("it went on");
    assert!(after > 0 && after < u64::from(posts) && after.is_multiple_of(BATCH), "{after}");
    assert!(text(&output.stderr).contains(&format!("after line {after}")));
    assert_eq!(resumed["read"], posts);

    // The same leads as without a break, none of them twice.
    let (whole, _) = self::home();
    let output = import(whole.path(), &file, &[]);
    assert!(report(&output)["resumed_after_line"].is_null());
    let all = leads(home.path());
    assert_eq!(all, leads(whole.path()));
    assert!(before.is_subset(&all));
}

#[test]
fn ctrl_c_stops_between_batches_and_restart_begins_anew() {
    let Broken { home, file, posts, mut process } = broken_off(Signal::SIGINT);
    assert_eq!(process.wait().code(), Some(130));
    process.stderr.until("the same command goes on from here");
    let output = import(home.path(), &file, &["--restart"]);
    assert_eq!(output.status.code(), Some(0));
    let report = report(&output);
    assert!(report["resumed_after_line"].is_null(), "{report}");
    assert_eq!(report["read"], posts);
    assert!(report["known"].as_u64().is_some_and(|known| known > 0), "{report}");
}

#[test]
fn corpus_dumps_import_whole_and_again_without_double_leads() {
    let folder = PathBuf::from(std::env::var("LEADCTL_CORPUS").expect("LEADCTL_CORPUS is set"));
    let (home, _) = home();
    for (name, count) in [("submissions.ndjson", 1714), ("comments.ndjson", 1698)] {
        let output = import(home.path(), &folder.join(name), &[]);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let first = report(&output);
        assert_eq!((&first["read"], &first["rejected"]), (&count.into(), &0.into()));
        let found = leads(home.path());

        let output = import(home.path(), &folder.join(name), &[]);
        assert_eq!(output.status.code(), Some(0));
        let again = report(&output);
        assert_eq!((&again["read"], &again["rejected"]), (&count.into(), &0.into()));
        assert_eq!((&again["judged"], &again["new_leads"]), (&0.into(), &0.into()));
        assert_eq!(leads(home.path()), found);
    }
}
