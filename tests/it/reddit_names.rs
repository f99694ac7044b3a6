//! In whose names jobs ask Reddit: accounts, the configured app, or nobody.

use std::time::Duration;

use leadctl::jobs::{JobKind, SubredditAnalysis};
use leadctl::model::{CampaignDraft, PromotionTolerance, Strategy, SubredditState};
use leadctl::queue::Retryable;
use leadctl::reddit::Grant;
use leadctl::sandbox::sample_campaign;
use secrecy::ExposeSecret;
use serde_json::json;
use wiremock::matchers::{body_string_contains, header, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::support::world::World;

fn draft(name: &str, subreddit: &str) -> CampaignDraft {
    CampaignDraft {
        name: name.to_owned(),
        keywords: vec!["invoices".to_owned()],
        subreddits: vec![subreddit.to_owned()],
        ..CampaignDraft::default()
    }
}

fn analysis(subreddit: &str) -> JobKind {
    JobKind::Subreddit(SubredditAnalysis { subreddit: subreddit.to_owned(), force: true })
}

/// A Reddit that gives the token `t-NAME` to who asks with something of NAME's.
async fn reddit() -> MockServer {
    let server = MockServer::start().await;
    for (word, token) in [("r-ann", "t-ann"), ("r-bob", "t-bob"), ("client_credentials", "t-app")] {
        let answer = json!({"access_token": token, "expires_in": 3600, "scope": "*"});
        Mock::given(method("POST"))
            .and(path("/api/v1/access_token"))
            .and(body_string_contains(word))
            .respond_with(ResponseTemplate::new(200).set_body_json(answer))
            .mount(&server)
            .await;
    }
    let refused = json!({"error": "invalid_grant"});
    Mock::given(method("POST"))
        .respond_with(ResponseTemplate::new(400).set_body_json(refused))
        .mount(&server)
        .await;
    server
}

/// A listing without posts, with what is left of the window.
async fn answer(server: &MockServer, token: &str, left: u32, reset: u32) {
    let used = 600 - left;
    let listing = json!({"kind": "Listing", "data": {"after": null, "children": []}});
    Mock::given(method("GET"))
        .and(header("authorization", format!("Bearer {token}").as_str()))
        .respond_with(
            ResponseTemplate::new(200)
                .insert_header("x-ratelimit-remaining", left.to_string().as_str())
                .insert_header("x-ratelimit-used", used.to_string().as_str())
                .insert_header("x-ratelimit-reset", reset.to_string().as_str())
                .set_body_json(listing),
        )
        .mount(server)
        .await;
}

/// The paths asked for, each with the token that it was signed with.
async fn signed(server: &MockServer) -> Vec<(String, String)> {
    let requests = server.received_requests().await.expect("recorded");
    let asked = requests.iter().filter(|request| request.method.as_str() == "GET");
    asked
        .map(|request| {
            let token = request.headers.get("authorization").expect("signed");
            let token = token.to_str().unwrap().trim_start_matches("Bearer ").to_owned();
            (request.url.path().to_owned(), token)
        })
        .collect()
}

async fn world(server: &MockServer) -> World {
    World::new(|settings| {
        settings.reddit.base_url = server.uri();
        settings.reddit.auth_url = server.uri();
    })
    .await
}

#[tokio::test]
async fn what_is_a_users_goes_out_in_the_name_of_that_users_account() {
    let server = reddit().await;
    for token in ["t-ann", "t-bob", "t-app"] {
        answer(&server, token, 590, 600).await;
    }
    let world = world(&server).await;
    world.account("ann", "r-ann").await;
    world.account("bob", "r-bob").await;
    let hers = world.campaign(draft("hers", "of_ann"), Some("ann")).await;
    let his = world.campaign(draft("his", "of_bob"), Some("bob")).await;
    let ours = world.campaign(draft("ours", "of_us"), None).await;
    let cas = world.campaign(draft("cas", "of_cas"), Some("cas")).await;
    for _ in 0..2 {
        for campaign in [&hers, &his, &ours, &cas] {
            let (result, said) = world.discover(campaign, Strategy::Targeted).await;
            result.expect("it goes well");
            let named = campaign.name == "hers" || campaign.name == "his";
            assert_eq!(said.contains("in the name of account"), named, "{said}");
        }
    }
    for (subreddit, expected) in [("of_ann", "t-ann"), ("of_us", "t-app"), ("of_cas", "t-app")] {
        // About and rules are no listings: what the analysis makes of that does not matter here.
        let _ = world.run(analysis(subreddit)).await;
        let asked = signed(&server).await;
        let about = asked.iter().find(|(path, _)| path.ends_with(&format!("{subreddit}/about")));
        assert_eq!(about.expect("asked").1, expected);
    }
    for (path, token) in signed(&server).await {
        let expected = match path.split('/').nth(2).unwrap() {
            "of_ann" => "t-ann",
            "of_bob" => "t-bob",
            _ => "t-app",
        };
        assert_eq!(token, expected, "{path}");
    }
    // One client for each: each has asked for one token.
    let asked = server.received_requests().await.expect("recorded");
    let tokens = asked.iter().filter(|request| request.method.as_str() == "POST").count();
    assert_eq!(tokens, 3);
    // An account that is gone, and one whose secrets were set anew, are noticed at once.
    world.services.store.delete_account("bob").await.unwrap();
    world.discover(&his, Strategy::Targeted).await.0.expect("it goes well");
    assert_eq!(signed(&server).await.last().unwrap().1, "t-app");
    world.clock.advance(Duration::from_secs(1));
    world.account("ann", "r-bob").await;
    world.discover(&hers, Strategy::Targeted).await.0.expect("it goes well");
    assert_eq!(signed(&server).await.last().unwrap().1, "t-bob");
    world.services.close().await;
}

#[tokio::test]
async fn what_one_account_has_used_up_holds_up_that_one_alone() {
    let server = reddit().await;
    answer(&server, "t-ann", 0, 300).await;
    answer(&server, "t-bob", 2, 400).await;
    answer(&server, "t-app", 590, 600).await;
    let world = world(&server).await;
    world.account("ann", "r-ann").await;
    world.account("bob", "r-bob").await;
    let hers = world.campaign(draft("hers", "of_ann"), Some("ann")).await;
    let his = world.campaign(draft("his", "of_bob"), Some("bob")).await;
    let ours = world.campaign(draft("ours", "of_us"), None).await;
    // What is used up is waited for; where little is left, the next turn comes later.
    world.discover(&hers, Strategy::Targeted).await.0.expect("the first goes well");
    let refused = world.discover(&hers, Strategy::Targeted).await.0.unwrap_err();
    let Retryable::After(wait) = refused.retryable else { panic!("{refused:?}") };
    assert!(wait > Duration::from_secs(200) && wait <= Duration::from_secs(300), "{wait:?}");
    for _ in 0..2 {
        world.discover(&his, Strategy::Targeted).await.0.expect("two turns are there at once");
    }
    let put_off = world.discover(&his, Strategy::Targeted).await.0.unwrap_err();
    assert!(put_off.reason.contains("spread over"), "{put_off:?}");
    let Retryable::Later(wait) = put_off.retryable else { panic!("{put_off:?}") };
    assert!(wait >= Duration::from_secs(200) && wait < Duration::from_secs(250), "{wait:?}");
    for _ in 0..3 {
        world.discover(&ours, Strategy::Targeted).await.0.expect("the app's is apart");
    }
    world.services.close().await;
}

#[tokio::test]
async fn an_account_that_is_refused_or_cannot_be_read_fails_its_jobs_for_good_and_says_why() {
    let server = reddit().await;
    answer(&server, "t-app", 590, 600).await;
    let world = world(&server).await;
    world.account("ann", "gone").await;
    let hers = world.campaign(draft("hers", "of_ann"), Some("ann")).await;
    let failed = world.discover(&hers, Strategy::Targeted).await.0.unwrap_err();
    assert_eq!(failed.retryable, Retryable::No);
    assert!(failed.reason.contains("refuses account ann"), "{failed:?}");
    // Nothing goes out in another's name instead.
    assert!(signed(&server).await.is_empty());
    let mut sealed = world.services.store.account("ann").await.unwrap().unwrap();
    sealed.key_id = "another".to_owned();
    sealed.account.updated_at = sealed.account.updated_at.plus(Duration::from_secs(1));
    world.services.store.add_account(&sealed, true).await.unwrap();
    let failed = world.discover(&hers, Strategy::Targeted).await.0.unwrap_err();
    assert!(failed.retryable == Retryable::No && failed.reason.contains("another key"));
    world.services.close().await;
}

#[tokio::test]
async fn a_refresh_token_that_reddit_replaces_is_kept_and_used_from_then_on() {
    let server = MockServer::start().await;
    // Each refresh token can be used once.
    for (word, token, next) in [("r-one", "t-one", "r-two"), ("r-two", "t-two", "r-three")] {
        let answer = json!({"access_token": token, "expires_in": 3600, "refresh_token": next});
        Mock::given(method("POST"))
            .and(body_string_contains(word))
            .respond_with(ResponseTemplate::new(200).set_body_json(answer))
            .up_to_n_times(1)
            .mount(&server)
            .await;
        answer_as(&server, token).await;
    }
    let world = world(&server).await;
    world.account("ann", "r-one").await;
    let hers = world.campaign(draft("hers", "of_ann"), Some("ann")).await;
    let kept = async || {
        let sealed = world.services.store.account("ann").await.unwrap().expect("an account");
        match world.services.opened(&sealed).expect("the key is at hand").1 {
            Grant::Refresh { token } => token.expose_secret().to_owned(),
            other => panic!("{other:?}"),
        }
    };
    world.discover(&hers, Strategy::Targeted).await.0.expect("it goes well");
    assert_eq!(kept().await, "r-two");
    // Another process, which has made no client yet, goes on with what was kept.
    let sealed = world.services.store.account("ann").await.unwrap().expect("an account");
    let proven = world.services.prove_account(&sealed).await;
    assert!(proven.is_err(), "there is no such user here, but a token");
    assert_eq!(kept().await, "r-three");
    let asked = server.received_requests().await.expect("recorded");
    let tokens = asked.iter().filter(|request| request.method.as_str() == "POST").count();
    assert_eq!(tokens, 2);
    world.services.close().await;
}

/// A listing without posts, for this token.
async fn answer_as(server: &MockServer, token: &str) {
    let listing = json!({"kind": "Listing", "data": {"after": null, "children": []}});
    Mock::given(method("GET"))
        .and(header("authorization", format!("Bearer {token}").as_str()))
        .respond_with(ResponseTemplate::new(200).set_body_json(listing))
        .mount(server)
        .await;
}

#[tokio::test]
async fn without_credentials_and_accounts_the_public_feeds_are_read() {
    let world = World::new(|settings| {
        settings.reddit.client_id = None;
        settings.reddit.client_secret = None;
        // Nothing may be asked for but feeds.
        settings.reddit.base_url = "http://127.0.0.1:1".to_owned();
        settings.reddit.auth_url = "http://127.0.0.1:1".to_owned();
        settings.rate_limit.reddit_per_minute = 100;
    })
    .await;
    let draft = CampaignDraft { subreddits: vec!["FreelanceDesk".to_owned()], ..sample_campaign() };
    let campaign = world.campaign(draft, None).await;
    for strategy in [Strategy::Targeted, Strategy::Comments] {
        let (result, said) = world.discover(&campaign, strategy).await;
        let result = result.expect("it goes well");
        assert!(said.contains("the public feeds are read"), "{said}");
        assert!(result["new_leads"].as_u64() > Some(0), "{strategy}: {result}");
    }
    let (result, said) = world.run(analysis("freelancedesk")).await;
    assert_eq!(result.expect("it goes well")["state"], "open");
    assert!(said.contains("feeds do not tell of rules"), "{said}");
    let profile = world.services.store.subreddit("freelancedesk").await.unwrap().unwrap();
    assert_eq!((profile.name.as_str(), profile.state), ("FreelanceDesk", SubredditState::Open));
    assert_eq!(profile.promotion, PromotionTolerance::Unknown);
    assert!(profile.activity.sampled > 20, "{:?}", profile.activity);
    let asked = world.asked().await;
    assert!(asked.iter().all(|(endpoint, _)| endpoint.ends_with(".rss")), "{asked:?}");
    world.services.close().await;
}
