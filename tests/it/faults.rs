//! Faults on demand: each mode as the real clients meet it, and the commands that order them.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::Duration;

use leadctl::ai::{Candidate, Judge};
use leadctl::clock::{Clock, SystemClock};
use leadctl::config::{AiSettings, RedditSettings};
use leadctl::discovery::Matched;
use leadctl::guard::breaker::Verdict;
use leadctl::guard::{Guarded, GuardedError};
use leadctl::model::{Campaign, CampaignStatus, Listing, Post, PostKind, Timestamp};
use leadctl::reddit::{RedditClient, RedditError};
use leadctl::sandbox::{
    self, FaultMode, FaultOrder, FaultTarget, SandboxControl, SandboxOptions, sample_campaign,
};
use serde_json::Value;
use tokio::task::JoinSet;
use tokio_util::sync::{CancellationToken, DropGuard};

use crate::support::embedded::Sandbox;
use crate::support::process::{json, run, text};

/// A sandbox within this process, stopped when dropped.
struct Inside {
    url: String,
    control: SandboxControl,
    _stop: DropGuard,
}

impl Inside {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let epoch = SystemClock.now();
        let options = SandboxOptions { seed: 7, rate_per_minute: 0.0, backlog: 400, epoch };
        let stop = CancellationToken::new();
        let clock = SystemClock::shared();
        tokio::spawn(sandbox::serve(options, clock, listener, stop.clone(), Duration::ZERO));
        let control = SandboxControl::new(&url).expect("an address");
        Self { url, control, _stop: stop.drop_guard() }
    }

    async fn order(&self, target: FaultTarget, mode: FaultMode) {
        let order = FaultOrder::new(target, mode, Duration::from_secs(30));
        let order = FaultOrder { delay_ms: 30_000, ..order };
        self.control.order(&order).await.expect("it is taken");
    }

    fn reddit(&self) -> RedditClient {
        let base = format!("{}/reddit", self.url);
        let settings = RedditSettings {
            base_url: base.clone(),
            auth_url: base.clone(),
            feeds: true,
            feed_url: base,
            client_id: Some("sandbox".to_owned()),
            client_secret: Some("sandbox".into()),
            user_agent: "test/1".to_owned(),
            timeout_secs: 1,
        };
        RedditClient::from_settings(&settings, Guarded::alone("reddit")).expect("a client")
    }

    fn judge(&self) -> Judge {
        let settings = AiSettings {
            base_url: Some(format!("{}/v1", self.url)),
            api_key: Some("sandbox".into()),
            model: "sandbox-1".to_owned(),
            provider: "sandbox".to_owned(),
            batch: 10,
            timeout_secs: 1,
            ..AiSettings::default()
        };
        Judge::from_settings(&settings, Guarded::alone).expect("a judge")
    }
}

fn posts() -> Listing {
    Listing::New { subreddit: sample_campaign().subreddits[0].clone() }
}

/// Whether it is the error that the mode is to give.
fn is_of(mode: FaultMode, error: &RedditError) -> bool {
    match (mode, error) {
        (FaultMode::TooMany, RedditError::RateLimited { retry_after }) => {
            (25..=30).contains(&retry_after.as_secs())
        }
        (FaultMode::Busy, RedditError::Server { status: 503, retry_after: Some(wait) }) => {
            (25..=30).contains(&wait.as_secs())
        }
        (FaultMode::Failed, RedditError::Server { status: 500, .. })
        | (FaultMode::Unavailable, RedditError::Server { status: 503, retry_after: None })
        | (FaultMode::Timeout, RedditError::Timeout { .. })
        | (FaultMode::Slow | FaultMode::Trickle, RedditError::Trickle { .. })
        | (FaultMode::Reset, RedditError::Reset { .. })
        | (FaultMode::Huge, RedditError::TooLarge { .. })
        | (FaultMode::Unauthorized, RedditError::Unauthorized)
        | (FaultMode::Garbage, RedditError::Decode { .. })
        | (FaultMode::Truncate, RedditError::Truncated { .. })
        | (FaultMode::Html, RedditError::Html { .. }) => true,
        (FaultMode::Empty, RedditError::Empty { .. } | RedditError::Truncated { .. }) => true,
        _ => false,
    }
}

#[tokio::test]
async fn what_is_said_of_subreddits_is_an_answer_and_expired_tokens_are_renewed() {
    let sandbox = Inside::start();
    let reddit = sandbox.reddit();
    for mode in FaultMode::ALL.iter().filter(|mode| mode.is_of_subreddits()) {
        sandbox.order(FaultTarget::Reddit, *mode).await;
        let error = reddit.posts(&posts(), 5).await.expect_err("an answer, though not posts");
        let named = match (mode, &error) {
            (FaultMode::Private, RedditError::Private { reason, .. }) => reason == "private",
            (FaultMode::Banned, RedditError::Banned { .. })
            | (FaultMode::Missing | FaultMode::Redirect, RedditError::NotFound { .. }) => true,
            _ => false,
        };
        assert!(named && !error.is_retryable(), "{mode}: {error:?}");
        assert!(matches!(error.verdict(), Verdict::Success), "{mode}: no fault to the breaker");
        sandbox.control.clear().await.expect("cleared");
    }
    assert_eq!(reddit.posts(&posts(), 5).await.expect("posts").len(), 5);
    sandbox.order(FaultTarget::Reddit, FaultMode::Expired).await;
    for _ in 0..2 {
        assert_eq!(reddit.posts(&posts(), 5).await.expect("a new token").len(), 5);
    }
    let stats = sandbox.control.stats().await.expect("stats");
    assert_eq!(stats.faulted, 1 + 4, "one refusal, one renewal: {stats:?}");
}

#[tokio::test]
async fn no_post_is_lost_whatever_fields_are_missing() {
    let sandbox = Inside::start();
    let reddit = sandbox.reddit();
    let whole = reddit.posts(&posts(), 100).await.expect("posts");
    sandbox.order(FaultTarget::Reddit, FaultMode::Sparse).await;
    let said = |posts: &[Post]| -> Vec<(String, String)> {
        posts.iter().map(|post| (post.title.clone(), post.body.clone())).collect()
    };
    let mut differ = 0;
    for _ in 0..10 {
        let sparse = reddit.posts(&posts(), 100).await.expect("an answer all the same");
        assert_eq!(said(&sparse), said(&whole));
        assert!(sparse.iter().all(|post| !post.id.is_empty()), "each can be told from others");
        differ += whole.iter().zip(&sparse).filter(|(a, b)| a != b).count();
    }
    assert!(differ > whole.len(), "fields were missing: {differ}");
    assert_eq!(sandbox.control.stats().await.expect("stats").faulted, 10);
}

#[tokio::test]
async fn the_reddit_client_names_each_fault() {
    let mut modes = JoinSet::new();
    let faults = |mode: &&FaultMode| {
        !mode.is_of_subreddits() && !mode.still_answers() && **mode != FaultMode::Expired
    };
    for &mode in FaultMode::ALL.iter().filter(faults) {
        modes.spawn(async move {
            let sandbox = Inside::start();
            let reddit = sandbox.reddit();
            let before = reddit.posts(&posts(), 5).await.expect("posts");
            assert_eq!(before.len(), 5);
            sandbox.order(FaultTarget::Reddit, mode).await;
            let error = reddit.posts(&posts(), 5).await.expect_err("a fault");
            assert!(is_of(mode, &error), "{mode}: {error:?}");
            let token = sandbox.reddit().sign_in().await.expect_err("tokens are struck too");
            assert!(is_of(mode, &token), "{mode}: {token:?}");
            sandbox
                .judge()
                .providers()
                .next()
                .expect("one")
                .reach()
                .await
                .expect("the chat API is not struck");
            assert_eq!(sandbox.control.clear().await.expect("cleared"), 1);
            let fresh = sandbox.reddit().posts(&posts(), 5).await.expect("posts again");
            assert_eq!(fresh, before);
            let stats = sandbox.control.stats().await.expect("stats");
            let struck: u64 = stats
                .endpoints
                .iter()
                .filter(|e| e.fault == Some(mode) && e.target == FaultTarget::Reddit)
                .map(|e| e.count)
                .sum();
            assert!(struck >= 2 && struck == stats.faulted, "{mode}: {stats:?}");
        });
    }
    while let Some(done) = modes.join_next().await {
        done.expect("as expected");
    }
}

pub fn campaign() -> Campaign {
    let draft = sample_campaign();
    let at = Timestamp::from_secs(1_780_000_000);
    Campaign {
        id: "sample".to_owned(),
        name: draft.name,
        description: draft.description,
        keywords: draft.keywords,
        negative_keywords: draft.negative_keywords,
        subreddits: draft.subreddits,
        competitors: draft.competitors,
        blocked_subreddits: draft.blocked_subreddits,
        owner: None,
        status: CampaignStatus::Active,
        version: 1,
        created_at: at,
        updated_at: at,
    }
}

#[tokio::test]
async fn the_judge_goes_on_by_the_rules_and_names_each_fault() {
    let mut modes = JoinSet::new();
    let of_ai = |mode: &&FaultMode| {
        !mode.is_of_subreddits() && !mode.still_answers() && **mode != FaultMode::Expired
    };
    for &mode in FaultMode::ALL.iter().filter(of_ai) {
        modes.spawn(async move {
            let sandbox = Inside::start();
            let post = sandbox.reddit().posts(&posts(), 1).await.expect("a post").remove(0);
            assert_eq!(post.kind, PostKind::Submission);
            let judge = sandbox.judge();
            assert_eq!(judged_by(&judge, &post).await, ("ai:sandbox".to_owned(), String::new()));
            sandbox.order(FaultTarget::Ai, mode).await;
            let (judge, note) = judged_by(&judge, &post).await;
            let said = match mode {
                FaultMode::TooMany => "rate limit is reached",
                FaultMode::Failed => "HTTP 500",
                FaultMode::Unavailable | FaultMode::Busy => "HTTP 503",
                FaultMode::Timeout | FaultMode::Slow | FaultMode::Trickle => "no answer in time",
                FaultMode::Reset => "reset",
                FaultMode::Garbage | FaultMode::Html | FaultMode::Empty => "not understood",
                FaultMode::Truncate => "broke off",
                FaultMode::Huge => "longer than",
                FaultMode::Unauthorized => "key",
                other => unreachable!("{other} is none of an AI provider's"),
            };
            assert!(note.contains(said) && judge == "rules", "{mode}: {judge}: {note}");
        });
    }
    while let Some(done) = modes.join_next().await {
        done.expect("as expected");
    }
}

/// Who judged a post, and what was said of it.
async fn judged_by(judge: &Judge, post: &Post) -> (String, String) {
    let matched = Matched::default();
    let candidates = [Candidate { post, matched: &matched }];
    let mut classified = judge.classify(&campaign(), &candidates).await;
    (classified.judgements.remove(0).judged_by.judge, classified.notes.join(" "))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reset_is_a_reset_and_a_share_is_a_share() {
    let sandbox = Inside::start();
    let address = sandbox.url.strip_prefix("http://").expect("http").to_owned();
    sandbox.order(FaultTarget::All, FaultMode::Reset).await;
    let ended = tokio::task::spawn_blocking(move || {
        let mut stream = std::net::TcpStream::connect(address).expect("a connection");
        stream.write_all(b"GET /v1/models HTTP/1.1\r\nhost: x\r\n\r\n").expect("sent");
        stream.read(&mut [0; 16]).map_err(|error| error.kind())
    });
    assert_eq!(ended.await.expect("no panic"), Err(std::io::ErrorKind::ConnectionReset));
    sandbox.control.clear().await.expect("cleared");

    let order = FaultOrder::new(FaultTarget::Ai, FaultMode::Failed, Duration::from_secs(60));
    sandbox.control.order(&FaultOrder { rate: 0.3, ..order }).await.expect("taken");
    let judge = sandbox.judge();
    let mut failed = 0;
    for _ in 0..100 {
        failed += u32::from(judge.providers().next().expect("one").reach().await.is_err());
    }
    assert!((15..=45).contains(&failed), "{failed} of 100 failed");
}

#[tokio::test]
async fn what_is_no_order_is_refused() {
    let sandbox = Inside::start();
    let order = FaultOrder::new(FaultTarget::Ai, FaultMode::Failed, Duration::from_secs(60));
    for bad in [
        FaultOrder { rate: 0.0, ..order.clone() },
        FaultOrder { rate: f64::NAN, ..order.clone() },
        FaultOrder { for_ms: u64::MAX, ..order.clone() },
    ] {
        let refused = sandbox.control.order(&bad).await.expect_err("refused").to_string();
        assert!(refused.contains("HTTP 422"), "{refused}");
    }
    // As a web page would send it, which needs no leave for that.
    let simple = reqwest::Client::new()
        .post(format!("{}/sandbox/faults", sandbox.url))
        .header("content-type", "text/plain")
        .body(serde_json::to_string(&order).expect("JSON"))
        .send();
    assert_eq!(simple.await.expect("an answer").status().as_u16(), 415);
    assert!(sandbox.control.stats().await.expect("stats").faults.is_empty());
}

#[test]
fn the_commands_order_count_and_clear() {
    let home = tempfile::tempdir().expect("a directory");
    let path = home.path();
    let code = |args: &[&str]| run(path, args).status.code();
    assert_eq!(code(&["sandbox", "stats"]), Some(3), "none was ever started");
    assert_eq!(code(&["sandbox", "stats", "--url", "http://127.0.0.1:1"]), Some(4));
    assert_eq!(code(&["sandbox", "fault", "ai"]), Some(2), "no mode");
    assert_eq!(code(&["sandbox", "fault", "ai", "--mode", "500", "--rate", "2"]), Some(2));

    let sandbox = Sandbox::start(path);
    let url = sandbox.env.iter().find(|(n, _)| n == "LEADCTL_REDDIT_BASE_URL").expect("an address");
    let args = ["sandbox", "fault", "reddit", "--mode", "429", "--for", "1m", "-o", "json"];
    let ordered = json(path, &args);
    assert_eq!((&ordered["acted"], &ordered["sample_ids"][0]), (&1.into(), &"reddit/429".into()));
    let answer = ask(&format!("{}/search?q=x", url.1));
    assert_eq!(answer.status().as_u16(), 429);
    let header = |name: &str| answer.headers()[name].to_str().expect("text").to_owned();
    assert!((50..=60).contains(&header("retry-after").parse::<u64>().expect("seconds")));
    assert_eq!(header("x-ratelimit-remaining"), "0.0");

    let stats = json(path, &["sandbox", "stats", "-o", "json"]);
    let row = &stats["items"][0];
    assert_eq!(row["endpoint"], "/reddit/search");
    assert_eq!(
        (&row["status"], &row["fault"], &row["count"]),
        (&429.into(), &"429".into(), &1.into())
    );
    assert_eq!((&stats["meta"]["requests"], &stats["meta"]["faulted"]), (&1.into(), &1.into()));
    assert_eq!(stats["meta"]["faults"][0]["mode"], "429");

    let cleared = run(path, &["sandbox", "fault", "--clear"]);
    assert!(text(&cleared.stdout).starts_with("1 fault ended on http://127.0.0.1:"));
    assert_eq!(ask(&format!("{}/search?q=x", url.1)).status().as_u16(), 401, "no token");
    let after = json(path, &["sandbox", "stats", "-o", "json"]);
    assert!(after["meta"]["faults"].as_array().is_some_and(Vec::is_empty));
    assert_eq!(after["items"].as_array().map(Vec::len), Some(2));
    assert_eq!(after["items"][0]["fault"], Value::Null);
}

fn ask(url: &str) -> reqwest::Response {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(reqwest::get(url)).expect("an answer")
}
