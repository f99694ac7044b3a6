//! `leadctl subreddits`, through the real binary.

use std::time::{Duration, SystemTime};

use leadctl::db::Db;
use leadctl::model::{
    Activity, PromotionTolerance, SubredditProfile, SubredditRule, SubredditState, Timestamp,
};
use leadctl::store::Store;
use serde_json::json;

use crate::support::home::{Home, steady};

fn days_ago(days: u64) -> Timestamp {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    Timestamp::from_secs(i64::try_from(now.as_secs()).unwrap())
        .minus(Duration::from_secs(days * 86_400 + 60))
}

fn profile(name: &str, promotion: PromotionTolerance, days: u64) -> SubredditProfile {
    SubredditProfile {
        name: name.into(),
        state: SubredditState::Open,
        title: "A title".into(),
        description: "About it".into(),
        subscribers: Some(1200),
        active_users: None,
        over_18: false,
        rules: vec![SubredditRule { name: "Be kind".into(), description: String::new() }],
        activity: Activity {
            sampled: 96,
            posts_per_day: 24.0,
            by_hour: vec![4; 24],
            by_weekday: vec![24, 24, 24, 24, 0, 0, 0],
            best_hours: vec![14, 15, 13],
        },
        promotion,
        promotion_reason: "the rules say nothing against it".into(),
        analysed_at: days_ago(days),
    }
}

fn with_profiles() -> Home {
    let home = Home::new();
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let db = Db::open(&home.data()).await.unwrap();
        let store = Store::new(db.clone());
        for profile in [
            profile("Freelance", PromotionTolerance::Open, 3),
            profile("smallbusiness", PromotionTolerance::Forbidden, 9),
        ] {
            store.upsert_subreddit(&profile).await.unwrap();
        }
        db.close().await;
    });
    home
}

#[test]
fn what_is_known_is_listed_and_shown() {
    let home = with_profiles();
    let names = |args: &[&str]| {
        let listed = home.json(&[&["subreddits", "ls"], args].concat());
        let items = listed["items"].as_array().unwrap().clone();
        items.iter().map(|item| item["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&[]), ["Freelance", "smallbusiness"]);
    assert_eq!(names(&["--promotion", "open"]), ["Freelance"]);
    assert_eq!(names(&["--stale"]), ["smallbusiness"]);
    assert_eq!(names(&["--state", "private"]), [""; 0]);
    let shown = home.json(&["subreddit", "get", "/r/FREELANCE"]);
    assert_eq!(shown["fresh"], true);
    assert_eq!(shown["activity"]["best_hours"], json!([14, 15, 13]));
    steady(&home).bind(|| {
        insta::assert_snapshot!("subreddits_ls", home.out(&["subreddits", "ls"]));
        let text = home.out(&["subreddits", "show", "freelance"]);
        insta::assert_snapshot!("subreddits_show", text);
    });
}

#[test]
fn what_is_not_known_is_told_with_the_right_exit_code() {
    let home = with_profiles();
    for (args, code, words) in [
        (&["show", "freelanc"][..], 3, "did you mean Freelance"),
        (&["show", "zzzzzz"], 3, "leadctl jobs enqueue subreddit zzzzzz"),
        (&["show", "a b"], 2, "not a subreddit's name"),
        (&["ls", "--promotion", "maybe"], 2, "open, restricted, forbidden, unknown"),
    ] {
        let ran = home.run(&[&["subreddits"], args].concat());
        assert_eq!(ran.code, code, "{args:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(words), "{args:?}: {}", ran.stderr);
    }
}
