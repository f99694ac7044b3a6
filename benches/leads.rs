//! `leadctl leads ls` over a million leads, as a whole process, with the database's plan for each
//! combination of filters.
//!
//! LEADCTL_BENCH_DIR keeps the database between runs: making it takes a minute or two.

// A bench may fail loudly.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::path::{Path, PathBuf};
use std::time::Duration;

use leadctl::model::{Intent, LeadStatus, Timestamp};
use leadctl::services::Services;
use leadctl::store::LeadFilter;
use support::leads::{LEADS, START, make};
use support::{Target, figure, leadctl, median, ms, services, timed};

const TARGET_MS: f64 = 50.0;
const RUNS: usize = 15;

fn main() {
    let temporary = tempfile::tempdir().expect("a directory");
    let kept = std::env::var_os("LEADCTL_BENCH_DIR").map(PathBuf::from);
    let home = kept.as_deref().unwrap_or(temporary.path());
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(make(home));
    println!("leads ls over {LEADS} leads; each figure is the median of {RUNS} whole processes");
    for (args, filter) in cases() {
        let args: Vec<&str> = args.split_whitespace().collect();
        let (took, longest) = measure(home, &args);
        let name = format!("leads ls {}", args.join(" "));
        figure(name.trim_end(), ms(took), "ms", Target::Below(TARGET_MS));
        println!("    longest {:.1} ms", ms(longest));
        for step in runtime.block_on(plan(home, &filter)) {
            println!("    {step}");
        }
    }
    let first = first_page(home);
    let args = ["--cursor", &first];
    figure(
        "leads ls --cursor (page 2)",
        ms(measure(home, &args).0),
        "ms",
        Target::Below(TARGET_MS),
    );
    let deep = ["--cursor", "mq6hez28-zzzz", "--limit", "100"];
    figure(
        "leads ls --cursor (far down)",
        ms(measure(home, &deep).0),
        "ms",
        Target::Below(TARGET_MS),
    );
}

/// Arguments, and the same as a filter.
fn cases() -> Vec<(&'static str, LeadFilter)> {
    let all = LeadFilter::default();
    let campaign = LeadFilter { campaign: Some("c1".to_owned()), ..all.clone() };
    let late = Timestamp::from_secs(START.millis() / 1_000 + 2 * LEADS - 86_400);
    vec![
        ("", all.clone()),
        ("--campaign c1", campaign.clone()),
        (
            "--campaign c1 --status saved",
            LeadFilter { status: Some(LeadStatus::Saved), ..campaign.clone() },
        ),
        ("--min-score 98", LeadFilter { min_score: Some(98), ..all.clone() }),
        ("--min-score 60", LeadFilter { min_score: Some(60), ..all.clone() }),
        ("--campaign c1 --min-score 95", LeadFilter { min_score: Some(95), ..campaign.clone() }),
        (
            "--subreddit rare_sub",
            LeadFilter { subreddit: Some("rare_sub".to_owned()), ..all.clone() },
        ),
        (
            "--subreddit sub7 --intent comparison",
            LeadFilter {
                subreddit: Some("sub7".to_owned()),
                intent: Some(Intent::Comparison),
                ..all.clone()
            },
        ),
        (
            "--subreddit rare_sub --min-score 95",
            LeadFilter {
                subreddit: Some("rare_sub".to_owned()),
                min_score: Some(95),
                ..all.clone()
            },
        ),
        (
            "--intent pain_point --min-score 98",
            LeadFilter { intent: Some(Intent::PainPoint), min_score: Some(98), ..all.clone() },
        ),
        ("--status converted", LeadFilter { status: Some(LeadStatus::Converted), ..all.clone() }),
        (
            "--status converted --min-score 99",
            LeadFilter { status: Some(LeadStatus::Converted), min_score: Some(99), ..all.clone() },
        ),
        (
            "--campaign rare --intent comparison --status new --min-score 97",
            LeadFilter {
                campaign: Some("rare".to_owned()),
                intent: Some(Intent::Comparison),
                status: Some(LeadStatus::New),
                min_score: Some(97),
                ..all.clone()
            },
        ),
        (
            "--campaign c1 --subreddit rare_sub --intent discussion --status saved",
            LeadFilter {
                subreddit: Some("rare_sub".to_owned()),
                intent: Some(Intent::Discussion),
                status: Some(LeadStatus::Saved),
                ..campaign.clone()
            },
        ),
        (
            "--since 2026-06-19T23:00:00Z --min-score 90",
            LeadFilter { since: Some(late), min_score: Some(90), ..all.clone() },
        ),
    ]
}

fn measure(home: &Path, args: &[&str]) -> (Duration, Duration) {
    median(RUNS, || timed(leadctl(home).args(["leads", "ls"]).args(args)).1)
}

fn first_page(home: &Path) -> String {
    let (output, _) = timed(leadctl(home).args(["leads", "ls", "-o", "json"]));
    let page: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a page");
    page["next"].as_str().expect("more pages").to_owned()
}

async fn plan(home: &Path, filter: &LeadFilter) -> Vec<String> {
    let services: Services = services(home).await;
    let plan = services.store.explain_leads(filter, 51).await.expect("a plan");
    services.close().await;
    // One search for each score, all alike.
    let mut told: Vec<(String, usize)> = Vec::new();
    for step in plan {
        match told.iter_mut().find(|(known, _)| *known == step) {
            Some((_, times)) => *times += 1,
            None => told.push((step, 1)),
        }
    }
    told.into_iter()
        .map(|(step, times)| if times > 1 { format!("{step}  (x {times})") } else { step })
        .collect()
}
