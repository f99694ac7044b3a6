use std::time::Duration;

use serde_json::{Value, json};
use wiremock::matchers::{header, method, path};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use super::*;
use crate::ai::judge::Candidate;
use crate::ai::judge::fixtures::{campaign, matched, post};
use crate::ai::prompt::{Secrets, prompt};
use crate::guard::Policy;

fn provider(server: &MockServer, kind: ProviderKind) -> Provider {
    let settings = ProviderSettings {
        name: "test".to_owned(),
        kind,
        base_url: Some(format!("{}/v1", server.uri())),
        api_key: Some("hush".into()),
        model: "small".to_owned(),
        ..ProviderSettings::default()
    };
    let mut provider = Provider::from_settings(&settings, Guarded::alone("ai:test")).unwrap();
    provider.guarded.policy =
        Policy { min_delay: Duration::ZERO, max_delay: Duration::ZERO, ..Policy::default() };
    provider
}

fn asked() -> Prompt {
    let (post, matched) = (post("t3_a"), matched());
    prompt(&campaign(), &[Candidate { post: &post, matched: &matched }], Secrets::draw(1))
}

async fn answering(place: &str, response: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(method("POST")).and(path(place)).respond_with(response).mount(&server).await;
    server
}

async fn sent(server: &MockServer) -> Vec<Value> {
    let requests = server.received_requests().await.unwrap();
    requests.iter().map(|request: &Request| request.body_json().unwrap()).collect()
}

#[tokio::test]
async fn gemini_is_asked_by_its_schema_and_key() {
    let answer = json!({"candidates": [{"finishReason": "STOP", "content": {"parts": [
        {"thought": true, "text": "hm"}, {"text": "{\"results\":"}, {"text": "[]}"}]}}],
        "modelVersion": "small-1", "usageMetadata": {"promptTokenCount": 20,
        "cachedContentTokenCount": 8, "candidatesTokenCount": 3, "thoughtsTokenCount": 4}});
    let server = MockServer::start().await;
    Mock::given(path("/v1/models/small:generateContent"))
        .and(header("x-goog-api-key", "hush"))
        .respond_with(ResponseTemplate::new(200).set_body_json(answer))
        .expect(1)
        .mount(&server)
        .await;
    let asked = provider(&server, ProviderKind::Gemini).judge(&asked()).await;
    let reply = asked.reply.unwrap();
    assert_eq!(
        (reply.text.as_str(), reply.model.as_deref()),
        ("{\"results\":[]}", Some("small-1"))
    );
    let usage = Usage { calls: 1, input_tokens: 20, cached_tokens: 8, output_tokens: 7 };
    assert_eq!(asked.usage, usage);
    let body = &sent(&server).await[0];
    assert_eq!(body["generationConfig"]["responseSchema"]["type"], "OBJECT");
    assert!(body["systemInstruction"]["parts"][0]["text"].as_str().unwrap().contains("Acme"));
}

#[tokio::test]
async fn anthropic_is_asked_by_a_tool_and_told_of_its_version() {
    let answer = json!({"type": "message", "model": "small-1", "stop_reason": "tool_use",
        "content": [{"type": "thinking", "thinking": "hm"},
            {"type": "tool_use", "name": "judgements", "input": {"results": [{"n": 1}]}}],
        "usage": {"input_tokens": 5, "cache_read_input_tokens": 10,
            "cache_creation_input_tokens": 2, "output_tokens": 3}});
    let server = MockServer::start().await;
    Mock::given(path("/v1/messages"))
        .and(header("x-api-key", "hush"))
        .and(header("anthropic-version", "2023-06-01"))
        .respond_with(ResponseTemplate::new(200).set_body_json(answer))
        .expect(1)
        .mount(&server)
        .await;
    let asked = provider(&server, ProviderKind::Anthropic).judge(&asked()).await;
    let reply = asked.reply.unwrap();
    assert_eq!(reply.judgements().unwrap(), "{\"results\":[{\"n\":1}]}");
    let usage = Usage { calls: 1, input_tokens: 17, cached_tokens: 10, output_tokens: 3 };
    assert_eq!(asked.usage, usage);
    let body = &sent(&server).await[0];
    assert_eq!(body["tool_choice"], json!({"type": "tool", "name": "judgements"}));
    assert!(body["max_tokens"].as_u64().unwrap() >= 600);
    assert!(body["system"][0]["cache_control"].is_object());
}

#[tokio::test]
async fn a_form_that_is_not_known_gives_way_to_the_next_and_is_not_tried_again() {
    let server = MockServer::start().await;
    let answer = |request: &Request| {
        let body: Value = request.body_json().unwrap();
        if body["response_format"].is_null() {
            let message = json!({"content": "{\"results\":[]}"});
            ResponseTemplate::new(200).set_body_json(json!({"choices": [{"message": message}]}))
        } else {
            let said = json!({"error": {"message": "response_format is not supported"}});
            ResponseTemplate::new(400).set_body_json(said)
        }
    };
    Mock::given(method("POST")).respond_with(answer).mount(&server).await;
    let provider = provider(&server, ProviderKind::OpenAi);
    let first = provider.judge(&asked()).await;
    assert!(first.reply.is_ok());
    assert_eq!((first.usage.calls, provider.judge(&asked()).await.usage.calls), (3, 1));
}

#[tokio::test]
async fn answers_that_are_none_have_names_and_trip_no_breaker() {
    let choice = |choice: Value| json!({"choices": [choice], "usage": {"prompt_tokens": 2}});
    let (openai, gemini, anthropic) =
        (ProviderKind::OpenAi, ProviderKind::Gemini, ProviderKind::Anthropic);
    for (kind, body, name) in [
        (openai, choice(json!({"message": {"refusal": "I\u{7} can't"}})), "refusal"),
        (openai, choice(json!({"finish_reason": "length", "message": {"content": "{"}})), "length"),
        (openai, choice(json!({"finish_reason": "content_filter", "message": {}})), "filtered"),
        (openai, choice(json!({"message": {"content": " "}})), "empty"),
        (openai, json!({"choices": []}), "decode"),
        (openai, json!([1]), "decode"),
        (gemini, json!({"promptFeedback": {"blockReason": "SAFETY"}}), "filtered"),
        (gemini, json!({"candidates": [{"finishReason": "PROHIBITED_CONTENT"}]}), "filtered"),
        (gemini, json!({"candidates": [{"finishReason": "MAX_TOKENS"}]}), "length"),
        (gemini, json!({"candidates": [{"finishReason": "MALFORMED_FUNCTION_CALL"}]}), "unusable"),
        (gemini, json!({"candidates": []}), "empty"),
        (gemini, json!({"x": 1}), "decode"),
        (anthropic, json!({"content": [], "stop_reason": "refusal"}), "refusal"),
        (anthropic, json!({"content": [], "stop_reason": "max_tokens"}), "length"),
        (anthropic, json!({"content": [], "stop_reason": "end_turn"}), "empty"),
        (anthropic, json!({"x": 1}), "decode"),
        (openai, json!({"error": {"message": "no", "code": 402}}), "no_credit"),
    ] {
        let server = MockServer::start().await;
        let response = ResponseTemplate::new(200).set_body_json(&body);
        Mock::given(method("POST")).respond_with(response).mount(&server).await;
        let provider = provider(&server, kind);
        let error = provider.judge(&asked()).await.reply.unwrap_err();
        assert_eq!(error.name(), name, "{body}");
        assert!(!error.to_string().contains('\u{7}'));
    }
}

#[tokio::test]
async fn a_provider_at_its_limit_is_waited_for_by_its_own_headers() {
    let server = MockServer::start().await;
    let busy = ResponseTemplate::new(429).insert_header("retry-after-ms", "1");
    Mock::given(method("POST")).respond_with(busy).up_to_n_times(1).mount(&server).await;
    let overloaded = json!({"type": "error", "error": {"type": "overloaded_error"}});
    let overloaded = ResponseTemplate::new(529).set_body_json(overloaded);
    Mock::given(method("POST")).respond_with(overloaded).up_to_n_times(1).mount(&server).await;
    let good = json!({"content": "yes", "stop_reason": "end_turn"});
    let good = ResponseTemplate::new(200).set_body_json(good);
    Mock::given(method("POST")).respond_with(good).mount(&server).await;
    let asked = provider(&server, ProviderKind::Anthropic).ask("a", "b").await;
    assert_eq!((asked.reply.unwrap().text.as_str(), asked.usage.calls), ("yes", 3));
}

#[tokio::test]
async fn content_in_parts_and_either_spelling_of_usage() {
    let body = json!({"model": "m-2", "usage": {"input_tokens": 3, "completion_tokens": 4.0},
        "choices": [{"message": {"content": [{"type": "thinking", "thinking": [{"text": "x"}]},
            {"type": "text", "text": "a"}, {"x": 1}, "b"],
            "tool_calls": [{"function": {"name": "f", "arguments": "{\"a\":1}"}}, {}]}}]});
    let server =
        answering("/v1/chat/completions", ResponseTemplate::new(200).set_body_json(body)).await;
    let asked = provider(&server, ProviderKind::OpenAi).ask("a", "b").await;
    let reply = asked.reply.unwrap();
    assert_eq!((reply.text.as_str(), reply.model.as_deref()), ("ab", Some("m-2")));
    assert_eq!(reply.calls.len(), 1);
    assert_eq!(reply.calls[0].arguments, json!({"a": 1}));
    assert_eq!((asked.usage.input_tokens, asked.usage.output_tokens), (3, 4));
}
