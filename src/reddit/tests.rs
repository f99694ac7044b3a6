//! The client against a server on this machine.

use std::time::Duration;

use serde_json::{Value, json};
use wiremock::matchers::{
    basic_auth, body_string_contains, header, method, path, query_param, query_param_is_missing,
};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::{RedditClient, RedditError, Until};
use crate::config::RedditSettings;
use crate::guard::{Guarded, Policy};
use crate::model::Listing;

fn settings(base: &str) -> RedditSettings {
    RedditSettings {
        base_url: base.to_owned(),
        auth_url: base.to_owned(),
        feeds: true,
        feed_url: base.to_owned(),
        client_id: Some("app".to_owned()),
        client_secret: Some("hush".into()),
        user_agent: "test/1".to_owned(),
        timeout_secs: 5,
    }
}

fn guarded() -> Guarded {
    Guarded::alone("reddit")
}

fn client(server: &MockServer) -> RedditClient {
    let mut client = RedditClient::from_settings(&settings(&server.uri()), guarded()).unwrap();
    client.guarded.policy =
        Policy { min_delay: Duration::ZERO, max_delay: Duration::ZERO, ..Policy::default() };
    client
}

fn token(value: &str) -> ResponseTemplate {
    ResponseTemplate::new(200)
        .set_body_json(json!({"access_token": value, "token_type": "bearer", "expires_in": 86400}))
}

/// A server that gives out tokens.
async fn server() -> MockServer {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .and(path("/api/v1/access_token"))
        .and(basic_auth("app", "hush"))
        .and(body_string_contains("grant_type=client_credentials"))
        .respond_with(token("one"))
        .mount(&server)
        .await;
    server
}

async fn answers(server: &MockServer, at: &str, response: ResponseTemplate) {
    Mock::given(method("GET")).and(path(at)).respond_with(response).mount(server).await;
}

fn page(ids: std::ops::Range<u32>, after: Option<&str>) -> Value {
    let children: Vec<Value> = ids
        .map(|n| json!({"kind": "t3", "data": {"name": format!("t3_{n}"), "title": "x"}}))
        .collect();
    json!({"kind": "Listing", "data": {"after": after, "children": children}})
}

fn new() -> Listing {
    Listing::New { subreddit: "rust".to_owned() }
}

async fn failure(response: ResponseTemplate) -> RedditError {
    let server = server().await;
    answers(&server, "/r/rust/new", response).await;
    client(&server).posts(&new(), 10).await.unwrap_err()
}

#[test]
fn credentials_are_asked_for_by_name() {
    for (id, secret) in [(None, Some("x")), (Some("x"), None), (Some(" "), Some("x"))] {
        let settings = RedditSettings {
            client_id: id.map(str::to_owned),
            client_secret: secret.map(Into::into),
            ..settings("https://oauth.reddit.com")
        };
        let error = RedditClient::from_settings(&settings, guarded()).unwrap_err();
        assert!(matches!(error, RedditError::NoCredentials));
        assert!(error.to_string().contains("LEADCTL_REDDIT_CLIENT_SECRET"));
    }
    let error = RedditClient::from_settings(&settings("reddit"), guarded()).unwrap_err();
    assert!(error.to_string().contains("reddit.base_url"), "{error}");
}

#[tokio::test]
async fn a_token_is_asked_for_once_and_used() {
    let server = MockServer::start().await;
    Mock::given(method("POST")).respond_with(token("one")).expect(1).mount(&server).await;
    Mock::given(path("/r/rust/new"))
        .and(header("authorization", "Bearer one"))
        .and(header("user-agent", "test/1"))
        .respond_with(ResponseTemplate::new(200).set_body_json(page(0..2, None)))
        .expect(2)
        .mount(&server)
        .await;
    let client = client(&server);
    assert_eq!(client.posts(&new(), 10).await.unwrap().len(), 2);
    assert_eq!(client.posts(&new(), 1).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_token_that_ended_early_is_replaced_once() {
    let server = MockServer::start().await;
    let tokens = Mock::given(method("POST")).respond_with(token("old")).up_to_n_times(1);
    tokens.mount(&server).await;
    Mock::given(method("POST")).respond_with(token("fresh")).expect(1).mount(&server).await;
    Mock::given(header("authorization", "Bearer old"))
        .respond_with(ResponseTemplate::new(401))
        .mount(&server)
        .await;
    Mock::given(header("authorization", "Bearer fresh"))
        .respond_with(ResponseTemplate::new(200).set_body_json(page(0..1, None)))
        .mount(&server)
        .await;
    assert_eq!(client(&server).posts(&new(), 10).await.unwrap().len(), 1);
}

#[tokio::test]
async fn refused_credentials_are_told_of_without_them() {
    for response in [
        ResponseTemplate::new(401).set_body_json(json!({"message": "Unauthorized", "error": 401})),
        ResponseTemplate::new(400),
        ResponseTemplate::new(200).set_body_json(json!({"error": "invalid_grant"})),
    ] {
        let server = MockServer::start().await;
        Mock::given(method("POST")).respond_with(response).expect(1).mount(&server).await;
        let error = client(&server).posts(&new(), 10).await.unwrap_err();
        assert!(matches!(error, RedditError::Unauthorized) && !error.is_retryable());
        assert!(!error.to_string().contains("hush"));
    }
    let server = server().await;
    answers(&server, "/r/rust/new", ResponseTemplate::new(401)).await;
    let error = client(&server).posts(&new(), 10).await.unwrap_err();
    assert!(matches!(error, RedditError::Unauthorized));
}

#[tokio::test]
async fn pages_are_followed_up_to_the_limit() {
    let server = server().await;
    Mock::given(path("/r/rust/search"))
        .and(query_param("q", "a & \"b\""))
        .and(query_param("restrict_sr", "1"))
        .and(query_param("sort", "new"))
        .and(query_param("t", "month"))
        .and(query_param("type", "link"))
        .and(query_param("raw_json", "1"))
        .and(query_param("limit", "100"))
        .and(query_param_is_missing("after"))
        .respond_with(ResponseTemplate::new(200).set_body_json(page(0..100, Some("t3_99"))))
        .expect(1)
        .mount(&server)
        .await;
    Mock::given(path("/r/rust/search"))
        .and(query_param("after", "t3_99"))
        .and(query_param("limit", "50"))
        .respond_with(ResponseTemplate::new(200).set_body_json(page(95..145, Some("t3_144"))))
        .expect(1)
        .mount(&server)
        .await;
    Mock::given(query_param("after", "t3_144"))
        .and(query_param("limit", "5"))
        .respond_with(ResponseTemplate::new(200).set_body_json(page(145..160, Some("t3_159"))))
        .expect(1)
        .mount(&server)
        .await;
    let query = "a & \"b\"".to_owned();
    let listing = Listing::Search { subreddit: Some("rust".to_owned()), query };
    assert_eq!(client(&server).posts(&listing, 150).await.unwrap().len(), 150);
}

#[tokio::test]
async fn a_listing_that_goes_round_ends() {
    let server = server().await;
    let same = ResponseTemplate::new(200).set_body_json(page(0..3, Some("t3_2")));
    Mock::given(path("/r/rust/comments")).respond_with(same).expect(2).mount(&server).await;
    let listing = Listing::Comments { subreddit: "rust".to_owned() };
    assert_eq!(client(&server).posts(&listing, 1000).await.unwrap().len(), 3);
    let empty = ResponseTemplate::new(200).set_body_json(page(0..0, Some("t3_0")));
    Mock::given(path("/search")).respond_with(empty).expect(1).mount(&server).await;
    let listing = Listing::Search { subreddit: None, query: "x".to_owned() };
    assert!(client(&server).posts(&listing, 1000).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_is_not_open_is_told_apart() {
    let redirect = ResponseTemplate::new(302)
        .insert_header("location", "https://oauth.reddit.com/subreddits/search?q=rust");
    let missing = json!({"message": "Not Found", "error": 404});
    for response in [redirect, ResponseTemplate::new(404).set_body_json(missing)] {
        let error = failure(response).await;
        assert!(matches!(&error, RedditError::NotFound { subreddit } if subreddit == "rust"));
        assert!(!error.is_retryable());
    }
    let because = |status, reason: &str| {
        ResponseTemplate::new(status).set_body_json(json!({"reason": reason, "error": status}))
    };
    assert!(matches!(failure(because(404, "banned")).await, RedditError::Banned { .. }));
    let error = failure(because(403, "quarantined")).await;
    assert_eq!(error.to_string(), "r/rust is not open to us (quarantined)");
    assert!(matches!(failure(ResponseTemplate::new(403)).await, RedditError::Private { .. }));
    let elsewhere = ResponseTemplate::new(301).insert_header("location", "https://example.com/");
    assert!(matches!(failure(elsewhere).await, RedditError::Redirected { .. }));
    let server = server().await;
    let bad = client(&server).about("../../etc").await.unwrap_err();
    assert!(matches!(bad, RedditError::NotFound { .. }));
}

#[tokio::test]
async fn a_long_rate_limit_is_handed_back_and_kept_to() {
    let server = server().await;
    let limited = ResponseTemplate::new(429).insert_header("x-ratelimit-reset", "120");
    Mock::given(path("/r/rust/new")).respond_with(limited).expect(1).mount(&server).await;
    let client = client(&server);
    for _ in 0..2 {
        let error = client.posts(&new(), 10).await.unwrap_err();
        let wait = error.retry_after().unwrap();
        assert!(error.is_retryable() && wait > Duration::from_secs(110), "{wait:?}");
    }
}

#[tokio::test]
async fn the_last_request_of_a_window_closes_it() {
    let server = server().await;
    let last = ResponseTemplate::new(200)
        .insert_header("x-ratelimit-remaining", "0.0")
        .insert_header("x-ratelimit-reset", "300")
        .set_body_json(page(0..1, None));
    Mock::given(path("/r/rust/new")).respond_with(last).expect(1).mount(&server).await;
    let client = client(&server);
    assert_eq!(client.posts(&new(), 10).await.unwrap().len(), 1);
    let error = client.posts(&new(), 10).await.unwrap_err();
    assert!(matches!(error, RedditError::RateLimited { .. }));
}

#[tokio::test]
async fn passing_failures_are_tried_again() {
    for response in [
        ResponseTemplate::new(503),
        ResponseTemplate::new(429).insert_header("retry-after", "0"),
        ResponseTemplate::new(200).set_body_raw("<html>busy</html>", "text/html"),
        ResponseTemplate::new(200)
            .set_body_raw(r#"{"kind":"Listing","data":{"#, "application/json"),
    ] {
        let server = server().await;
        let failing = Mock::given(path("/r/rust/new")).respond_with(response).up_to_n_times(2);
        failing.mount(&server).await;
        let good = ResponseTemplate::new(200).set_body_json(page(0..1, None));
        answers(&server, "/r/rust/new", good).await;
        assert_eq!(client(&server).posts(&new(), 10).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn lasting_failures_say_what_they_are() {
    let error = failure(ResponseTemplate::new(500)).await;
    assert!(matches!(error, RedditError::Server { status: 500, .. }) && error.is_retryable());
    let error = failure(ResponseTemplate::new(403).set_body_raw("<html>", "text/html")).await;
    assert!(matches!(error, RedditError::Html { status: 403, .. }) && error.is_retryable());
    let cut = ResponseTemplate::new(200).set_body_raw(r#"{"data":{"after"#, "application/json");
    assert!(matches!(failure(cut).await, RedditError::Truncated { .. }));
    let other = ResponseTemplate::new(200).set_body_json(json!({"data": "secret words"}));
    let error = failure(other).await;
    assert!(matches!(error, RedditError::Decode { .. }) && !error.is_retryable());
    assert!(!error.to_string().contains("secret"), "{error}");
    let long =
        ResponseTemplate::new(200).set_body_raw(vec![b' '; 8 * 1024 * 1024 + 1], "text/plain");
    assert!(matches!(failure(long).await, RedditError::TooLarge { .. }));
    assert!(matches!(failure(ResponseTemplate::new(418)).await, RedditError::Refused { .. }));
}

#[tokio::test]
async fn nobody_there_is_a_passing_failure_without_an_address() {
    let mut client =
        RedditClient::from_settings(&settings("http://127.0.0.1:1"), guarded()).unwrap();
    client.guarded.policy.retries = 0;
    let error = client.posts(&new(), 10).await.unwrap_err();
    assert!(matches!(error, RedditError::Network { .. }) && error.is_retryable());
    assert!(!error.to_string().contains("http"), "{error}");
}

#[tokio::test]
async fn about_and_rules_of_a_subreddit() {
    let server = server().await;
    let about = json!({"kind": "t5", "data": {"display_name": "Rust", "subscribers": 7}});
    answers(&server, "/r/rust/about", ResponseTemplate::new(200).set_body_json(about)).await;
    let rules = json!({"rules": [{"short_name": "Be kind", "description": "always"}]});
    answers(&server, "/r/rust/about/rules", ResponseTemplate::new(200).set_body_json(rules)).await;
    let nothing = ResponseTemplate::new(200).set_body_json(page(0..0, None));
    answers(&server, "/r/gone/about", nothing).await;
    let client = client(&server);
    let about = client.about("rust").await.unwrap();
    assert_eq!((about.name.as_str(), about.subscribers), ("Rust", Some(7)));
    assert_eq!(client.rules("rust").await.unwrap()[0].name, "Be kind");
    assert!(matches!(client.about("gone").await, Err(RedditError::NotFound { .. })));
}

#[tokio::test]
async fn without_an_app_a_feed_is_followed_like_any_listing() {
    let server = MockServer::start().await;
    let feed = |ids: std::ops::Range<u32>| {
        let entry = |n| format!("<entry><id>t3_{n}</id><title>x</title></entry>");
        let entries: String = ids.map(entry).collect();
        let xmlns = "http://www.w3.org/2005/Atom";
        let body = format!("<feed xmlns=\"{xmlns}\"><id>f</id><title>f</title>{entries}</feed>");
        ResponseTemplate::new(200).set_body_raw(body, "application/atom+xml")
    };
    let search = || {
        Mock::given(method("GET"))
            .and(path("/search.rss"))
            .and(query_param("q", "rust"))
            .and(query_param("sort", "new"))
            .and(query_param_is_missing("raw_json"))
    };
    let first = search().and(query_param_is_missing("after")).and(query_param("limit", "100"));
    first.respond_with(feed(0..100)).expect(1).mount(&server).await;
    let second = search().and(query_param("after", "t3_99"));
    second.respond_with(feed(99..110)).expect(1).mount(&server).await;
    let client = RedditClient::of_feeds(&settings(&server.uri()), guarded()).unwrap();
    assert!(client.reads_feeds());
    let listing = Listing::Search { subreddit: None, query: "rust".to_owned() };
    let posts = client.posts(&listing, 150).await.unwrap();
    // The second page is not full, so that none follows; what is on both comes once.
    assert_eq!(posts.len(), 110);
    assert_eq!((posts[0].id.as_str(), posts[109].id.as_str()), ("t3_0", "t3_109"));
}

#[tokio::test]
async fn reading_stops_where_known_posts_begin_whichever_of_them_are_still_there() {
    let server = server().await;
    let page = |from: u32, after: Option<&str>| {
        let children: Vec<Value> = (from..from + 5)
            .map(|n| json!({"kind": "t3", "data": {"name": format!("t3_{n}"), "title": "x", "created_utc": 1000 - n}}))
            .collect();
        json!({"kind": "Listing", "data": {"after": after, "children": children}})
    };
    for (after, from, next) in [(None, 1, Some("t3_5")), (Some("t3_5"), 6, None)] {
        let mock = Mock::given(method("GET")).and(path("/r/x/new"));
        let mock = match after {
            Some(after) => mock.and(query_param("after", after)),
            None => mock.and(query_param_is_missing("after")),
        };
        let answer = ResponseTemplate::new(200).set_body_json(page(from, next));
        mock.respond_with(answer).mount(&server).await;
    }
    let client = client(&server);
    let listing = Listing::New { subreddit: "x".to_owned() };
    let read = async |until: Until| {
        let fetched = client.posts_until(&listing, 100, &until).await.unwrap();
        (fetched.pages, fetched.posts.len())
    };
    let names = |names: &[&str]| Until {
        names: names.iter().map(|&name| name.to_owned()).collect(),
        ..Until::default()
    };
    assert_eq!(read(Until::default()).await, (2, 10));
    assert_eq!(read(names(&["t3_3"])).await, (1, 5));
    // The newest that was known is deleted; the next one will do.
    assert_eq!(read(names(&["t3_gone", "t3_4"])).await, (1, 5));
    assert_eq!(read(names(&["t3_gone"])).await, (2, 10));
    let at = Some(crate::model::Timestamp::from_secs(996));
    assert_eq!(read(Until { at, ..Until::default() }).await, (1, 5));
    let first = Until { first_page: Some(7), ..Until::default() };
    read(first).await;
    let asked = server.received_requests().await.unwrap();
    let limits: Vec<String> = asked
        .iter()
        .filter_map(|request| Some(request.url.query_pairs().find(|(k, _)| k == "limit")?.1.into()))
        .collect();
    assert_eq!(limits[limits.len() - 2..], ["7", "95"]);
}
