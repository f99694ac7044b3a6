use reqwest::{RequestBuilder, Url};
use serde_json::{Value, json};

use super::reply::{Stop, Tokens, count, model};
use super::{FORM_NAME, Form, Protocol, Question, Reply, ToolCall};
use crate::ai::error::AiError;
use crate::ai::prompt::schema;
use crate::guard::http;

/// The version of the API that is spoken.
const VERSION: &str = "2023-06-01";
/// Most tokens of an answer: for each post, and whatever there is to say beside them. The API wants
/// a bound; a judgement takes about 80 tokens.
const TOKENS_PER_POST: usize = 240;
const TOKENS_BESIDE: usize = 600;

/// Anthropic's messages.
pub(in crate::ai) struct Anthropic;

impl Protocol for Anthropic {
    fn place(&self, base: &Url, _model: &str) -> Url {
        http::join(base, ["messages"])
    }

    fn write(&self, question: &Question<'_>) -> Value {
        let prompt = question.prompt;
        let mut body = json!({
            "model": question.model,
            "max_tokens": prompt.numbers.len() * TOKENS_PER_POST + TOKENS_BESIDE,
            // The first block is the same for every request of a campaign, and cheaper for that.
            "system": [
                {"type": "text", "text": prompt.task, "cache_control": {"type": "ephemeral"}},
                {"type": "text", "text": prompt.warning},
            ],
            "messages": [{"role": "user", "content": prompt.user}],
        });
        if question.form == Form::Schema {
            body["tools"] = json!([{
                "name": FORM_NAME,
                "description": "Takes the judgement of every post.",
                "input_schema": schema(),
            }]);
            body["tool_choice"] = json!({"type": "tool", "name": FORM_NAME});
        }
        body
    }

    fn models(&self, base: &Url) -> Url {
        http::join(base, ["models"])
    }

    fn sign(&self, request: RequestBuilder, key: Option<&str>) -> RequestBuilder {
        let request = request.header("anthropic-version", VERSION);
        match key {
            Some(key) => request.header("x-api-key", key),
            None => request,
        }
    }

    fn read(&self, body: &Value) -> Result<Reply, AiError> {
        let mut reply = Reply {
            stop: stop(body),
            model: model(&body["model"]),
            tokens: tokens(body),
            ..Reply::default()
        };
        let blocks = match &body["content"] {
            Value::Array(blocks) => blocks.as_slice(),
            Value::String(text) => {
                reply.text.clone_from(text);
                &[]
            }
            // A refusal, or an end before anything was said.
            Value::Null if body["stop_reason"].is_string() => &[],
            _ => return Err(AiError::Decode("it holds no content".to_owned())),
        };
        for block in blocks {
            // All else is thoughts, and what tools of the provider's own did.
            match block["type"].as_str() {
                Some("text") => reply.text.push_str(block["text"].as_str().unwrap_or_default()),
                Some("tool_use") => {
                    reply.calls.push(ToolCall::new(&block["name"], &block["input"]));
                }
                _ => {}
            }
        }
        Ok(reply)
    }
}

fn stop(body: &Value) -> Stop {
    match body["stop_reason"].as_str().unwrap_or_default() {
        "max_tokens" | "model_context_window_exceeded" => Stop::Length,
        "refusal" => {
            let details = &body["stop_details"];
            let said = [&details["explanation"], &details["category"]];
            let words = said.into_iter().find_map(Value::as_str).unwrap_or("without a reason");
            Stop::Refused(words.to_owned())
        }
        _ => Stop::Done,
    }
}

/// `input_tokens` are those that neither came from the cache nor went into it.
fn tokens(body: &Value) -> Tokens {
    let usage = &body["usage"];
    let of = |name: &str| count(&usage[name]).unwrap_or(0);
    let cached = of("cache_read_input_tokens");
    let kept = of("cache_creation_input_tokens");
    Tokens {
        input: of("input_tokens").saturating_add(cached).saturating_add(kept),
        cached,
        output: of("output_tokens"),
    }
}
