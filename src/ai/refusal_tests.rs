use serde_json::json;

use super::*;

fn named(status: u16, said: &Value) -> &'static str {
    error(status, &HeaderMap::new(), said, Some("sk-hush")).name()
}

#[test]
fn statuses_and_words_have_names() {
    let said = |words: &str| json!({"error": {"message": words}});
    for (status, words, name) in [
        (400, "Unsupported value: 'messages[0].role'", "bad_request"),
        (400, "Invalid parameter: response_format", "format"),
        (422, "json_schema is not supported", "format"),
        (400, "responseSchema: unknown field", "format"),
        (400, "This model's maximum context length is 8192 tokens", "too_long"),
        (400, "prompt is too long: 210000 tokens > 200000 maximum", "too_long"),
        (400, "API key not valid. Please pass a valid API key.", "unauthorized"),
        (400, "Your credit balance is too low to access the API", "no_credit"),
        (400, "The response was filtered due to the content management policy", "filtered"),
        (400, "x is not a valid model ID", "no_such_model"),
        (401, "Incorrect API key", "unauthorized"),
        (402, "Insufficient credits", "no_credit"),
        (403, "Your input was flagged", "filtered"),
        (403, "Country not supported", "forbidden"),
        (404, "model not found", "no_such_model"),
        (405, "no", "bad_request"),
        (408, "", "timeout"),
        (413, "request_too_large", "too_long"),
        (429, "slow down", "rate_limited"),
        (498, "capacity", "overloaded"),
        (500, "oops", "server"),
        (503, "The model is overloaded", "overloaded"),
        (503, "oops", "server"),
        (529, "Overloaded", "overloaded"),
        (302, "", "bad_request"),
    ] {
        assert_eq!(named(status, &said(words)), name, "{status} {words}");
    }
    let quota = json!({"error": {"code": "insufficient_quota", "message": "You exceeded"}});
    assert_eq!(named(429, &quota), "no_credit");
    let groq = json!({"error": {"code": "tool_use_failed", "failed_generation": "json_schema"}});
    assert_eq!(named(400, &groq), "unusable");
    assert_eq!(named(429, &json!([{"error": {"code": 429, "message": "m"}}])), "rate_limited");
    assert_eq!(named(500, &Value::Null), "server");
}

#[test]
fn a_message_is_found_made_safe_and_without_the_key() {
    for said in [
        json!({"error": {"message": "no \u{1b}[31m sk-hush"}}),
        json!({"error": "no \u{1b}[31m sk-hush"}),
        json!({"message": "no \u{1b}[31m sk-hush"}),
        json!({"detail": [{"msg": "no \u{1b}[31m sk-hush"}]}),
        json!({"object": "error", "message": {"detail": [{"msg": "no \u{1b}[31m sk-hush"}]}}),
        json!([{"error": {"message": "no \u{1b}[31m sk-hush"}}]),
    ] {
        let told = error(400, &HeaderMap::new(), &said, Some("sk-hush")).to_string();
        assert!(told.ends_with("no [31m [key]"), "{told}");
    }
    let told = error(400, &HeaderMap::new(), &Value::Null, None).to_string();
    assert!(told.ends_with("without a reason"), "{told}");
}

#[test]
fn an_error_in_a_good_answer_is_what_it_would_have_been() {
    let named = |body: Value| in_answer(&HeaderMap::new(), &body, None).map(|e| e.name());
    assert_eq!(named(json!({"error": {"code": 502, "message": "m"}})), Some("server"));
    assert_eq!(named(json!({"error": {"code": "429", "message": "m"}})), Some("rate_limited"));
    assert_eq!(named(json!({"choices": [{"error": {"code": 503}}]})), Some("server"));
    let overloaded = json!({"type": "error", "error": {"type": "overloaded_error"}});
    assert_eq!(named(overloaded), Some("overloaded"));
    let unauthorized = json!({"error": {"type": "authentication_error"}});
    assert_eq!(named(unauthorized), Some("unauthorized"));
    assert_eq!(named(json!({"error": "no"})), Some("bad_request"));
    assert_eq!(named(json!({"error": null, "choices": []})), None);
    assert_eq!(named(json!({"choices": [{"error": null}]})), None);
}
