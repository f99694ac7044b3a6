use std::sync::Arc;
use std::time::{Duration, Instant};

use leadctl::clock::SystemClock;
use leadctl::db::Db;
use leadctl::guard::cache::layer::redis::RedisLayer;
use leadctl::guard::cache::layer::sql::SqlLayer;
use leadctl::guard::cache::{Cache, CacheOptions, SharedLayer, Source};
use leadctl::jobs::{JobKind, LEAD_QUEUE, LeadDiscovery, SUBREDDIT_QUEUE, SubredditAnalysis};
use leadctl::model::{CampaignDraft, Strategy};
use leadctl::queue::{JobOptions, JobState};

use super::support::{Outside, fresh, key, link};
use crate::support::embedded::{add_campaign, inside};
use crate::support::process::{Running, json, leadctl, until};
use crate::support::redis::Server;

const MIB: u64 = 1024 * 1024;
/// Longest that a lookup may take while Redis does not answer: one call's bound, and some.
const BOUND: Duration = Duration::from_millis(1_900);
const PATIENCE: Duration = Duration::from_secs(30);

fn options() -> CacheOptions {
    CacheOptions {
        memory_bytes: MIB,
        shared_bytes: MIB,
        ai_ttl: Duration::from_secs(3_600),
        negative_ttl: Duration::from_secs(60),
        stale_for: Duration::from_secs(3_600),
    }
}

fn cache(layer: impl SharedLayer) -> Cache {
    Cache::new(Arc::new(layer), options(), SystemClock::shared())
}

#[derive(Debug)]
struct Down;

async fn source(cache: &Cache, name: &str) -> Source {
    let made = async || Ok::<_, Down>(fresh("x"));
    cache.fetch(&key(name), PATIENCE, made, |_| true).await.expect("an answer").source
}

#[tokio::test]
async fn redis_dying_in_mid_call_costs_one_timeout_and_it_is_used_again_by_itself() {
    let mut server = Server::start(&[]);
    let ours = cache(RedisLayer::new(link(&server.url()), "t", MIB));
    assert_eq!(source(&ours, "before").await, Source::Fresh);
    // It stops answering while a call is under way, connections open: the worst way to go.
    let started = Instant::now();
    let made = async || {
        server.freeze();
        Ok::<_, Down>(fresh("x"))
    };
    let served = ours.fetch(&key("during"), PATIENCE, made, |_| true).await.expect("an answer");
    assert_eq!(served.source, Source::Fresh);
    assert!(started.elapsed() < BOUND, "{:?}", started.elapsed());
    // What is in memory costs nothing, and nor does what is not: Redis is known to be away.
    let started = Instant::now();
    assert_eq!(source(&ours, "during").await, Source::Memory);
    assert_eq!(source(&ours, "before").await, Source::Memory);
    assert_eq!(source(&ours, "more").await, Source::Fresh);
    assert_eq!(source(&ours, "more").await, Source::Memory);
    assert!(started.elapsed() < BOUND, "{:?}", started.elapsed());
    server.thaw();
    server.kill();
    assert_eq!(source(&ours, "killed").await, Source::Fresh);
    server.restart();
    let deadline = Instant::now() + PATIENCE;
    let theirs = cache(RedisLayer::new(link(&server.url()), "t", MIB));
    for n in 0.. {
        let name = format!("after {n}");
        source(&ours, &name).await;
        if theirs.get(&key(&name)).await.is_some_and(|served| served.source == Source::Shared) {
            break;
        }
        assert!(Instant::now() < deadline, "it is not used again");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn in_the_database_answers_survive_a_restart() {
    let dir = tempfile::tempdir().expect("a directory");
    let open = async || {
        let db = Db::open(dir.path()).await.expect("a database");
        (cache(SqlLayer::new(db.clone(), SystemClock::shared(), MIB)), db)
    };
    let (before, db) = open().await;
    assert_eq!(source(&before, "a").await, Source::Fresh);
    db.close().await;
    let (after, db) = open().await;
    assert_eq!(source(&after, "a").await, Source::Shared);
    db.close().await;
}

fn campaign(home: &std::path::Path) -> String {
    let draft = CampaignDraft {
        name: "held".into(),
        keywords: vec!["invoice".into()],
        subreddits: vec!["freelance".into()],
        ..CampaignDraft::default()
    };
    add_campaign(home, draft).id
}

fn add(home: &std::path::Path, queue: &'static str, jobs: Vec<(JobKind, &'static str)>) {
    inside(home, async |services| {
        for (job, id) in jobs {
            let job = job.into_job(Some(id.to_owned()), JobOptions::default());
            services.queue.add(queue, job).await.expect("added");
        }
    });
}

fn are_done(home: &std::path::Path, queue: &'static str, ids: &[&str]) -> bool {
    inside(home, async |services| {
        let mut done = true;
        for id in ids {
            let job = services.queue.get(queue, id).await.expect("asked").expect("the job");
            assert_ne!(job.state, JobState::Failed, "{:?}", job.failed_reason);
            done &= job.state == JobState::Completed;
        }
        done
    })
}

fn worker(home: &std::path::Path, outside: &Outside) -> Running {
    let mut command = leadctl(home);
    command.args(["worker", "--concurrency", "1", "--log", "info,leadctl::guard=debug"]);
    let mut worker = Running::start(outside.serve(&mut command));
    worker.stderr.until("the worker is up");
    worker
}

#[test]
fn two_processes_that_want_the_same_judgements_make_one_call() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let (outside, id) = (Outside::start(), campaign(home));
    let job =
        || JobKind::Lead(LeadDiscovery { campaign: id.clone(), strategy: Strategy::Targeted });
    let _one = worker(home, &outside);
    add(home, LEAD_QUEUE, vec![(job(), "first")]);
    until("the first has asked", || outside.chats() == 1);
    // The first worker does one job at a time, so that the other job is the second's.
    let mut two = worker(home, &outside);
    add(home, LEAD_QUEUE, vec![(job(), "second")]);
    two.stderr.until("waiting for answers that others make");
    outside.open();
    until("both are done", || are_done(home, LEAD_QUEUE, &["first", "second"]));
    assert_eq!(outside.chats(), 1);
    until("the figures are known", || {
        let stats = json(home, &["cache", "stats", "-o", "json"]);
        stats["total"]["misses"] == 3 && stats["total"]["shared_hits"] == 3
    });
    let leads = json(home, &["leads", "ls", "-o", "json"]);
    let leads = leads["items"].as_array().expect("a list");
    assert_eq!(leads.len(), 3);
    assert!(leads.iter().all(|lead| lead["judgement"]["judged_by"]["judge"] == "ai:openai"));
}

#[test]
fn what_is_known_of_a_subreddit_is_not_asked_again_for_a_while() {
    let home = tempfile::tempdir().expect("a directory");
    let home = home.path();
    let outside = Outside::start();
    outside.open();
    let _worker = worker(home, &outside);
    let job = |name: &str, force| {
        JobKind::Subreddit(SubredditAnalysis { subreddit: name.to_owned(), force })
    };
    let run = |jobs: Vec<(JobKind, &'static str)>| {
        let ids: Vec<&str> = jobs.iter().map(|(_, id)| *id).collect();
        add(home, SUBREDDIT_QUEUE, jobs);
        until("the jobs are done", || are_done(home, SUBREDDIT_QUEUE, &ids));
    };
    run(vec![(job("freelance", true), "a"), (job("nowhere", false), "b")]);
    assert_eq!(outside.abouts(), 2);
    // As if they had been analysed long ago.
    inside(home, async |services| {
        for name in ["freelance", "nowhere"] {
            let mut profile =
                services.store.subreddit(name).await.expect("read").expect("a profile");
            profile.analysed_at = leadctl::model::Timestamp::from_secs(0);
            services.store.upsert_subreddit(&profile).await.expect("kept");
        }
    });
    run(vec![(job("freelance", false), "c"), (job("nowhere", false), "d")]);
    assert_eq!(outside.abouts(), 2, "both are known");
    let known = json(home, &["subreddits", "show", "nowhere", "-o", "json"]);
    assert_eq!(known["state"], "missing");
    run(vec![(job("freelance", true), "e")]);
    assert_eq!(outside.abouts(), 3, "asked for with force, it is asked");
}
