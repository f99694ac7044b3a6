//! Every recorded exchange with an AI provider goes through the real client, from a local server
//! that answers as was recorded.

use std::path::Path;

use leadctl::ai::{Asked, Provider, Reply, Tokens};
use leadctl::config::{ProviderKind, ProviderSettings};
use leadctl::guard::{Guarded, Policy};
use serde_json::Value;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

/// One recorded exchange.
struct Exchange {
    id: String,
    kind: ProviderKind,
    /// The path in front of what the client adds.
    base: String,
    model: String,
    status: u16,
    headers: Vec<(String, String)>,
    body: Value,
}

impl Exchange {
    fn read(line: &str) -> Self {
        let recorded: Value = serde_json::from_str(line).expect("a line of JSON");
        let text = |name: &str| recorded[name].as_str().unwrap_or_default().to_owned();
        let kind = match recorded["provider"].as_str() {
            Some("gemini") => ProviderKind::Gemini,
            Some("anthropic") => ProviderKind::Anthropic,
            _ => ProviderKind::OpenAi,
        };
        let path = text("path");
        let (base, model) = match kind {
            ProviderKind::Gemini => {
                let (base, rest) = path.split_once("/models/").unwrap_or((&path, "m:x"));
                (base, rest.split(':').next().unwrap_or_default())
            }
            ProviderKind::Anthropic => (path.trim_end_matches("/messages"), "m"),
            ProviderKind::OpenAi => (path.trim_end_matches("/chat/completions"), "m"),
        };
        let headers = recorded["headers"].as_object().into_iter().flatten();
        let headers = headers.filter_map(|(n, v)| Some((n.clone(), v.as_str()?.to_owned())));
        Self {
            id: text("id"),
            kind,
            base: base.to_owned(),
            model: model.to_owned(),
            status: recorded["status"].as_u64().and_then(|s| s.try_into().ok()).unwrap_or(200),
            headers: headers.collect(),
            body: recorded["body"].clone(),
        }
    }

    fn answer(&self) -> ResponseTemplate {
        let bytes = match &self.body {
            Value::String(text) => text.clone().into_bytes(),
            Value::Null => Vec::new(),
            body => body.to_string().into_bytes(),
        };
        let template = ResponseTemplate::new(self.status).set_body_bytes(bytes);
        self.headers.iter().fold(template, |template, (name, value)| {
            template.insert_header(name.as_str(), value.as_str())
        })
    }

    /// Asks as leadctl does, and is answered as was recorded.
    async fn replay(&self, server: &MockServer) -> Asked {
        server.reset().await;
        Mock::given(any()).respond_with(self.answer()).mount(server).await;
        let settings = ProviderSettings {
            name: "recorded".to_owned(),
            kind: self.kind,
            base_url: Some(format!("{}{}", server.uri(), self.base)),
            model: self.model.clone(),
            ..ProviderSettings::default()
        };
        let mut guarded = Guarded::alone("ai:recorded");
        guarded.policy = Policy::NONE;
        let provider = Provider::from_settings(&settings, guarded).expect("a provider");
        provider.ask("You are helpful.", "Hello").await
    }

    fn check(&self, asked: &Asked) {
        let told = || format!("{}: {:?}", self.id, asked.reply);
        match &asked.reply {
            Ok(reply) => {
                assert_eq!(self.status, 200, "{}", told());
                assert_eq!(Some(reply.text.clone()), self.text(), "{}", told());
                assert_eq!(names(reply), self.calls(), "{}", told());
                self.check_tokens(reply.tokens);
            }
            Err(error) => {
                let names = self.errors();
                assert!(names.contains(&error.name()), "{} is none of {names:?}", told());
                assert!(!error.to_string().contains(['\u{1b}', '\n']), "{}", told());
            }
        }
        assert_eq!(asked.usage.calls, 1, "{}", self.id);
    }

    /// The text as the body has it.
    fn text(&self) -> Option<String> {
        let texts = |parts: &Value| -> String {
            let parts = parts.as_array().into_iter().flatten();
            let is_text = |part: &&Value| part["type"].as_str().is_none_or(|kind| kind == "text");
            let spoken = parts.filter(is_text).filter(|part| part["thought"] != true);
            spoken.filter_map(|part| part["text"].as_str()).collect()
        };
        Some(match self.kind {
            ProviderKind::Anthropic => texts(&self.body["content"]),
            ProviderKind::Gemini => texts(&self.body["candidates"][0]["content"]["parts"]),
            ProviderKind::OpenAi => match &self.body["choices"][0]["message"]["content"] {
                Value::String(text) => text.clone(),
                parts => texts(parts),
            },
        })
    }

    /// The names of the tools that the body calls.
    fn calls(&self) -> Vec<String> {
        let listed = |list: &Value, name: &dyn Fn(&Value) -> Value| -> Vec<String> {
            let names = list.as_array().into_iter().flatten().map(name);
            names.filter_map(|name| name.as_str().map(str::to_owned)).collect()
        };
        match self.kind {
            ProviderKind::Anthropic => listed(&self.body["content"], &|block| {
                if block["type"] == "tool_use" { block["name"].clone() } else { Value::Null }
            }),
            ProviderKind::Gemini => {
                let parts = &self.body["candidates"][0]["content"]["parts"];
                listed(parts, &|part| part["functionCall"]["name"].clone())
            }
            ProviderKind::OpenAi => {
                let calls = &self.body["choices"][0]["message"]["tool_calls"];
                listed(calls, &|call| call["function"]["name"].clone())
            }
        }
    }

    fn check_tokens(&self, tokens: Tokens) {
        let (usage, meta) = (&self.body["usage"], &self.body["usageMetadata"]);
        let count = |value: &Value| value.as_u64().unwrap_or(0);
        let (input, cached, output) = match self.kind {
            ProviderKind::OpenAi => (
                count(&usage["prompt_tokens"]),
                count(&usage["prompt_tokens_details"]["cached_tokens"]),
                count(&usage["completion_tokens"]),
            ),
            ProviderKind::Gemini => (
                count(&meta["promptTokenCount"]) + count(&meta["toolUsePromptTokenCount"]),
                count(&meta["cachedContentTokenCount"]),
                count(&meta["candidatesTokenCount"]) + count(&meta["thoughtsTokenCount"]),
            ),
            ProviderKind::Anthropic => (
                count(&usage["input_tokens"])
                    + count(&usage["cache_read_input_tokens"])
                    + count(&usage["cache_creation_input_tokens"]),
                count(&usage["cache_read_input_tokens"]),
                count(&usage["output_tokens"]),
            ),
        };
        assert_eq!(tokens, Tokens { input, cached, output }, "{}", self.id);
        if let Some(total) = meta["totalTokenCount"].as_u64() {
            assert_eq!(tokens.input + tokens.output, total, "{}", self.id);
        }
    }

    /// The names of errors that this exchange may be.
    fn errors(&self) -> &'static [&'static str] {
        let ended = [
            &self.body["choices"][0]["finish_reason"],
            &self.body["candidates"][0]["finishReason"],
            &self.body["stop_reason"],
        ];
        let ended = ended.into_iter().find_map(Value::as_str).unwrap_or_default();
        match (self.status, ended) {
            (200, _) if !self.body.is_object() => &["decode", "truncated"],
            (200, "length" | "MAX_TOKENS" | "max_tokens") => &["length"],
            (200, "content_filter" | "SAFETY" | "PROHIBITED_CONTENT" | "RECITATION") => {
                &["filtered"]
            }
            (200, "refusal") => &["refusal"],
            (200, "MALFORMED_FUNCTION_CALL" | "UNEXPECTED_TOOL_CALL") => &["unusable"],
            (200, _) if self.body["error"].is_object() => {
                &["server", "overloaded", "rate_limited", "bad_request", "no_credit"]
            }
            (200, _) => &["refusal", "filtered", "empty"],
            (400 | 422, _) => &[
                "bad_request",
                "format",
                "too_long",
                "unusable",
                "filtered",
                "no_such_model",
                "unauthorized",
                "no_credit",
            ],
            (401, _) => &["unauthorized"],
            (402, _) => &["no_credit"],
            (403, _) => &["forbidden", "filtered"],
            (404, _) => &["no_such_model"],
            (408, _) => &["timeout"],
            (413, _) => &["too_long"],
            (429, _) => &["rate_limited", "no_credit"],
            (498 | 529, _) => &["overloaded"],
            (500.., _) => &["server", "overloaded"],
            _ => &["bad_request"],
        }
    }
}

fn names(reply: &Reply) -> Vec<String> {
    reply.calls.iter().map(|call| call.name.clone()).collect()
}

#[tokio::test]
async fn corpus_every_recorded_exchange_is_decoded_or_named() {
    let folder = std::env::var("LEADCTL_CORPUS")
        .expect("set LEADCTL_CORPUS to the folder that holds ai.ndjson");
    let recorded = std::fs::read_to_string(Path::new(&folder).join("ai.ndjson")).expect("a file");
    let server = MockServer::start().await;
    let (mut decoded, mut errors) = (0, Vec::new());
    for line in recorded.lines().filter(|line| !line.trim().is_empty()) {
        let exchange = Exchange::read(line);
        let asked = exchange.replay(&server).await;
        exchange.check(&asked);
        match asked.reply {
            Ok(_) => decoded += 1,
            Err(error) => errors.push((exchange.id, error.name())),
        }
    }
    assert!(decoded > 0, "nothing was decoded; {errors:?}");
    let known = [
        ("gemini-022", "length"),
        ("openai-compatible-017", "decode"),
        ("openai-compatible-error-001", "no_such_model"),
        ("openai-compatible-error-002", "unusable"),
        ("openai-compatible-error-004", "rate_limited"),
        ("openai-error-001", "bad_request"),
    ];
    for (id, name) in errors.iter().filter(|(id, _)| known.iter().any(|(k, _)| k == id)) {
        assert!(known.contains(&(id.as_str(), *name)), "{id} is {name}");
    }
    println!("{decoded} decoded; {errors:?}");
}
