use std::time::Duration;

use serde_json::{Value, json};
use wiremock::matchers::{body_partial_json, header, method, path};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use super::fixtures::{campaign, matched, post};
use super::*;
use crate::ai::session::MAX_NOTE_CHARS;
use crate::guard::{Guarded, Policy};

fn settings(base_url: Option<String>) -> AiSettings {
    AiSettings {
        base_url,
        api_key: Some("hush".into()),
        model: "small".to_owned(),
        provider: "test".to_owned(),
        batch: 2,
        timeout_secs: 5,
        price_input_per_million: 0.15,
        price_output_per_million: 0.6,
    }
}

fn judge_of(settings: &AiSettings) -> Result<Judge, AiError> {
    Judge::from_settings(settings, Guarded::alone("ai:test"))
}

fn judge(server: &MockServer) -> Judge {
    let mut judge = judge_of(&settings(Some(format!("{}/v1", server.uri())))).unwrap();
    if let Kind::Provider { provider, .. } = &mut judge.kind {
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

fn result(n: usize) -> Value {
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
    let body: Value = request.body_json().unwrap();
    let user = body["messages"][1]["content"].as_str().unwrap();
    let posts: Value = serde_json::from_str(user.lines().nth(1).unwrap()).unwrap();
    let count = posts["posts"].as_array().unwrap().len();
    let results: Vec<Value> = (1..=count).map(result).collect();
    completion(&json!({ "results": results }).to_string())
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
    assert!(matches!(judge_of(&nameless), Err(AiError::NoModel)));
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
    assert_eq!(classified.usage, Usage { calls: 2, input_tokens: 20, output_tokens: 10 });
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
    let mut bad = result(2);
    bad["fit"] = json!(7);
    let content = format!("```json\n{}\n```", json!({"results": [result(1), bad]}));
    let server = answering(completion(&content)).await;
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
        assert_eq!(classified.usage, Usage { calls: 3, input_tokens: 30, output_tokens: 15 });
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
        let calls = if status == 401 { 1 } else { 2 };
        assert_eq!(classified.usage.calls, calls);
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
