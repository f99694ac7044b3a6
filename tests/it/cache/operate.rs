use std::collections::BTreeSet;
use std::path::Path;

use leadctl::clock::SystemClock;
use leadctl::guard::cache::{Cache, CacheOptions, Kind};
use leadctl::queue::bullmq::BullMqQueue;
use leadctl::queue::{JobOptions, JobQueue, NewJob};
use serde_json::json as value;

use super::support::{fresh, key, link, of_kind, on_redis};
use crate::support::embedded::inside;
use crate::support::process::{json, leadctl, run, text};
use crate::support::redis::Server;

/// Keeps three judgements and a subreddit, and looks one of them up again.
fn fill(home: &Path) {
    inside(home, async |services| {
        for name in ["a", "b", "c"] {
            services.cache.put(&key(name), fresh("{\"reason\":\"x\\u001b[31m\"}")).await;
        }
        let about = leadctl::guard::cache::Fresh {
            about: "r/rust\u{1b}[2J".to_owned(),
            negative: true,
            ..fresh("no JSON")
        };
        services.cache.put(&of_kind(Kind::RedditAbout, "a"), about).await;
        services.cache.get(&key("a")).await.expect("an answer");
    });
}

fn fails(home: &Path, args: &[&str], code: i32) -> String {
    let output = run(home, args);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
    said
}

fn said(home: &Path, args: &[&str]) -> String {
    let output = run(home, args);
    assert!(output.status.success(), "{args:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

#[test]
fn what_one_process_keeps_another_lists_shows_and_removes() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    assert_eq!(json(home, &["cache", "ls", "-o", "json"])["items"], value!([]));
    fill(home);
    let (mut seen, mut cursor) = (Vec::new(), None::<String>);
    loop {
        let mut args = vec!["cache", "ls", "--limit", "2", "-o", "json"];
        if let Some(cursor) = &cursor {
            args.extend(["--cursor", cursor]);
        }
        let page = json(home, &args);
        let items = page["items"].as_array().expect("a list");
        assert!(items.len() <= 2);
        seen.extend(items.clone());
        cursor = page["next"].as_str().map(str::to_owned);
        if cursor.is_none() {
            break;
        }
    }
    let keys: BTreeSet<&str> = seen.iter().filter_map(|e| e["key"].as_str()).collect();
    assert_eq!((seen.len(), keys.len()), (4, 4));
    assert!(seen.iter().take(3).all(|e| e["kind"] == "ai" && e["state"] == "fresh"));
    assert_eq!((&seen[3]["kind"], &seen[3]["negative"]), (&value!("reddit-about"), &value!(true)));
    let table = said(home, &["cache", "list", "--kind", "reddit-about"]);
    assert!(table.contains("fresh, none") && !table.contains('\u{1b}'), "{table:?}");

    let (a, gone) = (key("a").to_string(), key("x").to_string());
    let shown = json(home, &["cache", "get", &a, "-o", "json"]);
    assert_eq!((&shown["about"], &shown["input_tokens"]), (&value!("t3_a"), &value!(100)));
    assert_eq!(shown["value"]["reason"], "x\u{1b}[31m");
    assert!(!said(home, &["cache", "show", &a]).contains('\u{1b}'));
    assert!(fails(home, &["cache", "get", &gone], 3).contains("there is no entry"));
    assert!(fails(home, &["cache", "get", "ai:*:1"], 2).contains("is not a key"));
    assert!(fails(home, &["cache", "ls", "--cursor", "x/1"], 2).contains("not a cursor"));

    let would = json(home, &["cache", "rm", &a, "--dry-run", "-o", "json"]);
    assert_eq!((&would["acted"], &would["dry_run"]), (&value!(1), &value!(true)));
    fails(home, &["cache", "rm", &a, &gone], 8);
    fails(home, &["cache", "delete", &a], 3);
    assert_eq!(
        json(home, &["cache", "ls", "-o", "json"])["items"].as_array().map(Vec::len),
        Some(3)
    );
}

#[test]
fn figures_are_told_by_kind_and_in_the_status() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let none = json(home, &["cache", "stats", "-o", "json"]);
    assert_eq!((&none["since"], &none["total"]["hit_rate"]), (&value!(null), &value!(null)));
    assert!(!said(home, &["status"]).contains("cache "));
    fill(home);
    let stats = json(home, &["cache", "stats", "-o", "json"]);
    let ai = &stats["kinds"][0];
    assert_eq!(
        (&ai["kind"], &ai["memory_hits"], &ai["entries"]),
        (&value!("ai"), &value!(1), &value!(3))
    );
    assert_eq!((&stats["layer"], &stats["total"]["entries"]), (&value!("sql"), &value!(4)));
    assert!(stats["since"].is_string() && ai["bytes"].as_u64() > Some(100));
    let saved = ai["saved_usd"].as_f64().expect("a number");
    assert!((saved - 21e-6).abs() < 1e-12, "{saved}");
    let screen = said(home, &["cache", "stats"]);
    for part in ["hit rate", "100.0 %", "sql: 4 entries", "$0.00002", "reddit-about"] {
        assert!(screen.contains(part), "{part}: {screen}");
    }
    let status = said(home, &["status"]);
    assert!(status.contains("cache      100.0 % of 1 lookups answered"), "{status}");
    assert_eq!(json(home, &["status", "-o", "json"])["cache"]["lookups"], 1);
}

#[test]
fn a_flush_is_asked_for_and_takes_the_kinds_that_were_named() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    fill(home);
    let refused = fails(home, &["cache", "flush"], 7);
    assert!(refused.contains("--yes") && refused.contains("--dry-run"), "{refused}");
    let flush = |args: &[&str]| {
        let args = [&["cache", "flush", "-o", "json"], args].concat();
        json(home, &args)["acted"].clone()
    };
    assert_eq!(flush(&["--dry-run"]), 4);
    assert_eq!(flush(&["--kind", "ai", "--dry-run"]), 3);
    assert_eq!(flush(&["--kind", "ai", "--yes"]), 3);
    assert_eq!(flush(&["--yes"]), 1);
    assert_eq!(flush(&["--yes"]), 0);
    fails(home, &["cache", "flush", "--kind", "mail", "--yes"], 2);
}

/// Every key of a Redis, with what it holds.
async fn dump(url: &str) -> BTreeSet<(String, Vec<u8>)> {
    let client = redis::Client::open(url).expect("an address");
    let mut on = client.get_multiplexed_async_connection().await.expect("Redis answers");
    let keys: Vec<String> = redis::cmd("KEYS").arg("*").query_async(&mut on).await.expect("keys");
    let mut all = BTreeSet::new();
    for key in keys {
        // Without the checksum's trailer, which tells nothing more.
        let held: Vec<u8> =
            redis::cmd("DUMP").arg(&key).query_async(&mut on).await.expect("a value");
        all.insert((key, held));
    }
    all
}

#[tokio::test]
async fn a_flush_touches_no_queue_and_nothing_else_in_the_same_redis() {
    let server = Server::start(&[]);
    let home = tempfile::tempdir().expect("a directory");
    let queue = BullMqQueue::new(link(&server.url()), "bull", SystemClock::shared());
    let queue = queue.expect("a prefix");
    for name in ["lead-discovery", "mail", "cache", "leadctl-cache"] {
        let job = |n: usize| NewJob {
            name: "x".into(),
            data: value!({"n": n}),
            id: Some(format!("{name}-{n}")),
            options: JobOptions { delay: (n as u64) * 60_000, ..JobOptions::default() },
        };
        queue.add_bulk(name, (0..20).map(job).collect()).await.expect("added");
    }
    let client = redis::Client::open(server.url()).expect("an address");
    let mut on = client.get_multiplexed_async_connection().await.expect("Redis answers");
    // Strangers' keys that look like ours.
    for key in ["leadctl:cache:v1:ai:-:x", "cache:v1:ai:-:x", "leadctl:{bull}:cache2:v1:ai:-:x"] {
        redis::cmd("SET").arg(key).arg("x").query_async::<()>(&mut on).await.expect("set");
    }
    let others = |dump: BTreeSet<(String, Vec<u8>)>| -> BTreeSet<(String, Vec<u8>)> {
        dump.into_iter().filter(|(key, _)| !key.starts_with("leadctl:{bull}:cache:")).collect()
    };
    let options = CacheOptions {
        memory_bytes: 0,
        shared_bytes: 1 << 20,
        ai_ttl: std::time::Duration::from_secs(60),
        negative_ttl: std::time::Duration::from_secs(60),
        stale_for: std::time::Duration::from_secs(60),
    };
    for namespace in ["bull", "another"] {
        let layer = on_redis(&server.url(), namespace, 1 << 20);
        let cache = Cache::new(std::sync::Arc::new(layer), options, SystemClock::shared());
        for n in 0..1_200 {
            cache.put(&key(&n.to_string()), fresh("x")).await;
        }
        cache.hand_on().await;
    }
    let before = others(dump(&server.url()).await);
    assert!(before.len() > 1_280, "{}", before.len());
    let flush = |args: &'static [&'static str]| {
        let mut command = leadctl(home.path());
        command.args(["cache", "flush", "-o", "json"]).args(args).env("REDIS_URL", server.url());
        async move {
            let output = tokio::task::spawn_blocking(move || command.output().expect("it runs"));
            let output = output.await.expect("no panic");
            assert!(output.status.success(), "{}", text(&output.stderr));
            let report: serde_json::Value =
                serde_json::from_slice(&output.stdout).expect("a report");
            report["acted"].clone()
        }
    };
    assert_eq!(flush(&["--dry-run"]).await, 1_200);
    assert_eq!(flush(&["--yes"]).await, 1_200);
    let after = dump(&server.url()).await;
    let left: Vec<&String> = after
        .iter()
        .map(|(key, _)| key)
        .filter(|key| key.starts_with("leadctl:{bull}:cache:"))
        .collect();
    // What was counted is no entry; the sum of bytes is zero.
    assert_eq!(left, ["leadctl:{bull}:cache:bytes", "leadctl:{bull}:cache:figures"]);
    assert_eq!(others(after), before, "every other key is there, and holds what it held");
}
