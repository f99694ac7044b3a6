use std::time::Duration;

use serde_json::{Value, json};
use wiremock::matchers::{body_partial_json, header, method, path};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use super::fixtures::{campaign, matched, post};
use super::*;
use crate::ai::chain::MAX_NOTE_CHARS;
use crate::config::ProviderSettings;
use crate::guard::{Guarded, Policy};

fn settings(base_url: Option<String>) -> AiSettings {
    AiSettings {
        base_url,
        api_key: Some("hush".into()),
        model: "small".to_owned(),
        provider: "test".to_owned(),
        batch: 2,
        timeout_secs: 5,
        ..AiSettings::default()
    }
}

fn judge_of(settings: &AiSettings) -> Result<Judge, AiError> {
    Judge::from_settings(settings, Guarded::alone)
}

fn judge(server: &MockServer) -> Judge {
    let mut judge = judge_of(&settings(Some(format!("{}/v1", server.uri())))).unwrap();
    for provider in &mut judge.chain {
        let quick = Duration::ZERO;
        provider.guarded.policy =
            Policy { min_delay: quick, max_delay: quick, ..Policy::default() };
    }
    judge
}

/// Judges `count` posts with what the server answers.
async fn classified(server: &MockServer, count: usize) -> Classified {
    let posts: Vec<Post> = (0..count).map(|n| post(&format!("t3_{n}"))).collect();
    let matched = matched();
    let candidates: Vec<Candidate<'_>> =
        posts.iter().map(|post| Candidate { post, matched: &matched }).collect();
    let classified = judge(server).classify(&campaign(), &candidates).await;
    assert_eq!(classified.judgements.len(), count);
    assert!(classified.notes.iter().all(|note| note.chars().count() <= MAX_NOTE_CHARS));
    classified
}

fn judges(classified: &Classified) -> Vec<&str> {
    classified.judgements.iter().map(|j| j.judged_by.judge.as_str()).collect()
}

fn result(n: impl Into<Value>) -> Value {
    let n: Value = n.into();
    json!({"n": n, "is_lead": false, "intent": "discussion", "sentiment": "neutral",
           "fit": 0.25, "confidence": 0.75, "reason": "asks nothing"})
}

fn completion(content: &str) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(json!({
        "model": "small-2026", "usage": {"prompt_tokens": 10, "completion_tokens": 5},
        "choices": [{"finish_reason": "stop", "message": {"content": content}}],
    }))
}

/// Answers for as many posts as are asked about, as a provider does.
fn good(request: &Request) -> ResponseTemplate {
    let results: Vec<Value> = numbers(request).into_iter().map(result).collect();
    completion(&json!({ "results": results }).to_string())
}

/// The numbers of the posts that are asked about.
fn numbers(request: &Request) -> Vec<Value> {
    let body: Value = request.body_json().unwrap();
    let user = body["messages"][1]["content"].as_str().unwrap();
    let posts: Value = serde_json::from_str(user.lines().nth(1).unwrap()).unwrap();
    posts["posts"].as_array().unwrap().iter().map(|post| post["n"].clone()).collect()
}

async fn answering(response: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(method("POST")).respond_with(response).mount(&server).await;
    server
}

#[tokio::test]
async fn without_a_provider_the_rules_judge() {
    let judge = judge_of(&settings(None)).unwrap();
    assert_eq!(judge.describe(), "local rules");
    let (post, matched) = (post("t3_a"), matched());
    let candidates = [Candidate { post: &post, matched: &matched }];
    let classified = judge.classify(&campaign(), &candidates).await;
    assert_eq!(judges(&classified), ["rules"]);
    assert_eq!((classified.usage, classified.notes.len()), (Usage::default(), 0));
}

#[test]
fn settings_are_checked_and_described_without_secrets() {
    assert!(judge_of(&settings(Some("openai".to_owned()))).is_err());
    let nameless = AiSettings { model: " ".to_owned(), ..settings(Some("http://h/v1".to_owned())) };
    assert!(matches!(judge_of(&nameless), Err(AiError::NoModel(_))));
    let judge = judge_of(&settings(Some("https://u:pw@h:8/v1/".to_owned()))).unwrap();
    assert_eq!(judge.describe(), "test small at https://h:8/v1");
}

#[tokio::test]
async fn a_provider_judges_in_batches() {
    let server = MockServer::start().await;
    Mock::given(path("/v1/chat/completions"))
        .and(header("authorization", "Bearer hush"))
        .and(body_partial_json(json!({"model": "small", "response_format": {
            "type": "json_schema", "json_schema": {"strict": true}}})))
        .respond_with(good)
        .expect(2)
        .mount(&server)
        .await;
    let classified = classified(&server, 3).await;
    assert_eq!(judges(&classified), ["ai:test"; 3]);
    assert_eq!(classified.judgements[2].judged_by.model, "small-2026");
    assert_eq!(
        classified.usage,
        Usage { calls: 2, input_tokens: 20, cached_tokens: 0, output_tokens: 10 }
    );
    assert!(classified.notes.is_empty());
}

#[tokio::test]
async fn a_provider_without_schemas_is_asked_for_plain_json() {
    let server = MockServer::start().await;
    let schema = json!({"response_format": {"type": "json_schema"}});
    let unknown = json!({"error": {"message": "Invalid parameter: response_format"}});
    Mock::given(body_partial_json(schema))
        .respond_with(ResponseTemplate::new(400).set_body_json(unknown))
        .expect(1)
        .mount(&server)
        .await;
    Mock::given(body_partial_json(json!({"response_format": {"type": "json_object"}})))
        .respond_with(good)
        .expect(2)
        .mount(&server)
        .await;
    let classified = classified(&server, 3).await;
    assert_eq!((judges(&classified), classified.usage.calls), (vec!["ai:test"; 3], 3));
}

#[tokio::test]
async fn what_an_answer_leaves_open_the_rules_decide() {
    let server = MockServer::start().await;
    let answer = |request: &Request| {
        let numbers = numbers(request);
        let mut bad = result(numbers[1].clone());
        bad["fit"] = json!(7);
        let results = json!({"results": [result(numbers[0].clone()), bad]});
        completion(&format!("```json\n{results}\n```"))
    };
    Mock::given(method("POST")).respond_with(answer).mount(&server).await;
    let classified = classified(&server, 2).await;
    assert_eq!(judges(&classified), ["ai:test", "rules"]);
    assert_eq!(
        classified.notes,
        ["1 post was judged by the rules: t3_1: fit is no number from 0 to 1"]
    );
    assert_eq!(classified.usage.output_tokens, 5);
}

#[tokio::test]
async fn an_answer_that_is_none_costs_but_decides_nothing() {
    for (content, why) in [("Sorry, I can't.", "no object"), ("", "empty")] {
        let server = answering(completion(content)).await;
        let classified = classified(&server, 6).await;
        assert_eq!((judges(&classified), classified.notes.len()), (vec!["rules"; 6], 3));
        assert!(classified.notes[0].contains(why), "{}", classified.notes[0]);
        assert_eq!(
            classified.usage,
            Usage { calls: 3, input_tokens: 30, cached_tokens: 0, output_tokens: 15 }
        );
    }
}

#[tokio::test]
async fn a_provider_that_is_down_is_not_asked_for_ever() {
    let server = answering(ResponseTemplate::new(503)).await;
    let classified = classified(&server, 8).await;
    assert_eq!((judges(&classified), classified.usage.calls), (vec!["rules"; 8], 6));
    assert_eq!(classified.notes.len(), 3);
    assert!(classified.notes[2].starts_with("4 posts were judged by the rules"));
}

#[tokio::test]
async fn a_refused_key_is_told_of_without_it() {
    let said = json!({"error": {"message": "Incorrect API key provided: hush"}});
    for status in [401, 404] {
        let server = answering(ResponseTemplate::new(status).set_body_json(&said)).await;
        let classified = classified(&server, 4).await;
        assert_eq!(judges(&classified), ["rules"; 4]);
        assert!(!classified.notes.concat().contains("hush"), "{:?}", classified.notes);
        assert_eq!(classified.usage.calls, 1, "asking again is of no use");
    }
}

#[tokio::test]
async fn passing_failures_are_tried_again() {
    for response in [
        ResponseTemplate::new(429).insert_header("retry-after", "0"),
        ResponseTemplate::new(500),
        ResponseTemplate::new(200).set_body_raw("{\"choices\":[{", "application/json"),
    ] {
        let server = MockServer::start().await;
        Mock::given(method("POST")).respond_with(response).up_to_n_times(2).mount(&server).await;
        Mock::given(method("POST")).respond_with(good).mount(&server).await;
        let classified = classified(&server, 2).await;
        assert_eq!((judges(&classified), classified.usage.calls), (vec!["ai:test"; 2], 3));
    }
}

#[tokio::test]
async fn an_endless_answer_and_a_web_page_are_no_answers() {
    let long = ResponseTemplate::new(200).set_body_raw(vec![b' '; MAX_ANSWER + 1], "text/plain");
    let page = ResponseTemplate::new(200).set_body_raw("<html>", "text/html");
    for (response, why) in [(long, "longer than"), (page, "no JSON")] {
        let server = answering(response).await;
        let classified = classified(&server, 1).await;
        assert_eq!(judges(&classified), ["rules"]);
        assert!(classified.notes[0].contains(why), "{}", classified.notes[0]);
    }
}

/// One byte more than this is too long an answer.
const MAX_ANSWER: usize = 4 * 1024 * 1024;

#[tokio::test]
async fn providers_are_tried_in_their_order_and_what_they_cost_is_told_apart() {
    let down = answering(ResponseTemplate::new(503)).await;
    let up = MockServer::start().await;
    Mock::given(path("/v1/chat/completions")).respond_with(good).mount(&up).await;
    let provider = |name: &str, server: &MockServer, price: f64| ProviderSettings {
        name: name.to_owned(),
        base_url: Some(format!("{}/v1", server.uri())),
        model: format!("{name}-model"),
        price_input_per_million: price,
        ..ProviderSettings::default()
    };
    let settings = AiSettings {
        batch: 2,
        providers: vec![provider("a", &down, 1.0), provider("b", &up, 2.0)],
        ..AiSettings::default()
    };
    let mut judge = judge_of(&settings).unwrap();
    for provider in &mut judge.chain {
        provider.guarded.policy = Policy { retries: 0, ..Policy::default() };
    }
    let posts: Vec<Post> = (0..6).map(|n| post(&format!("t3_{n}"))).collect();
    let matched = matched();
    let candidates: Vec<Candidate<'_>> =
        posts.iter().map(|post| Candidate { post, matched: &matched }).collect();
    let classified = judge.classify(&campaign(), &candidates).await;
    assert_eq!(judges(&classified), ["ai:b"; 6]);
    let spent: Vec<_> = classified
        .spent
        .iter()
        .map(|s| (s.provider.as_str(), s.model.as_str(), s.usage.calls, s.nano_usd))
        .collect();
    assert_eq!(spent, [("a", "a-model", 2, 0), ("b", "b-model", 3, 60_000)]);
    assert!(classified.notes[0].contains("passed on to b: the provider"), "{:?}", classified.notes);

    // With no money left nobody is asked, and the rules judge.
    let asked = up.received_requests().await.unwrap().len();
    let purse = Purse { total: None, user: Some(0) };
    let classified = judge.classify_within(&campaign(), &candidates, purse).await;
    assert_eq!(judges(&classified), ["rules"; 6]);
    assert_eq!((classified.spent.len(), up.received_requests().await.unwrap().len()), (0, asked));
    let told = classified.notes.last().unwrap();
    assert!(told.contains("judged by the rules: the user's AI budget"), "{told}");
}

#[tokio::test]
async fn a_first_pass_has_the_last_word_only_where_it_is_sure_of_no() {
    let (cheap, careful) = (MockServer::start().await, MockServer::start().await);
    // The cheap one finds the second post promising, and is not sure of the third.
    let first = |request: &Request| {
        let numbers = numbers(request);
        let mut results: Vec<Value> = numbers.into_iter().map(result).collect();
        results[1]["is_lead"] = json!(true);
        results[2]["confidence"] = json!(0.3);
        completion(&json!({ "results": results }).to_string())
    };
    Mock::given(method("POST")).respond_with(first).expect(2).mount(&cheap).await;
    let provider = |name: &str, server: &MockServer| ProviderSettings {
        name: name.to_owned(),
        base_url: Some(server.uri()),
        model: "m".to_owned(),
        ..ProviderSettings::default()
    };
    let settings = AiSettings {
        first_pass: Some("cheap".to_owned()),
        providers: vec![provider("careful", &careful), provider("cheap", &cheap)],
        ..AiSettings::default()
    };
    let mut judge = judge_of(&settings).unwrap();
    judge.chain[0].guarded.policy = Policy { retries: 0, ..Policy::default() };
    let posts: Vec<Post> = (0..4).map(|n| post(&format!("t3_{n}"))).collect();
    let matched = matched();
    let candidates: Vec<Candidate<'_>> =
        posts.iter().map(|post| Candidate { post, matched: &matched }).collect();
    let mock =
        Mock::given(method("POST")).respond_with(good).expect(1).mount_as_scoped(&careful).await;
    let classified = judge.classify(&campaign(), &candidates).await;
    assert_eq!(judges(&classified), ["ai:cheap", "ai:careful", "ai:careful", "ai:cheap"]);
    assert_eq!(classified.spent.len(), 2);
    drop(mock);
    // Where the careful one is down, what the first pass said holds.
    Mock::given(method("POST")).respond_with(ResponseTemplate::new(500)).mount(&careful).await;
    let classified = judge.classify(&campaign(), &candidates).await;
    assert_eq!(judges(&classified), ["ai:cheap"; 4]);
    let told = classified.notes.last().unwrap();
    assert!(told.starts_with("2 posts were judged by the first pass alone"), "{told}");
    let unknown = AiSettings { first_pass: Some("x".to_owned()), ..settings };
    assert!(matches!(judge_of(&unknown), Err(AiError::NoSuchProvider(_))));
}

#[tokio::test]
async fn what_came_before_a_cut_is_believed() {
    let server = MockServer::start().await;
    let answer = |request: &Request| {
        let numbers = numbers(request);
        let whole = json!({"results": [result(numbers[0].clone()), result(numbers[1].clone())]});
        let cut = &whole.to_string()[..200];
        ResponseTemplate::new(200).set_body_json(json!({
            "usage": {"prompt_tokens": 10, "completion_tokens": 5},
            "choices": [{"finish_reason": "length", "message": {"content": cut}}],
        }))
    };
    Mock::given(method("POST")).respond_with(answer).mount(&server).await;
    let classified = classified(&server, 2).await;
    assert_eq!(judges(&classified), ["ai:test", "rules"]);
    assert!(classified.notes[0].contains("cut for length"), "{:?}", classified.notes);
}
