use reqwest::{RequestBuilder, Url};
use serde_json::{Value, json};

use super::reply::{Stop, Tokens, count, first_count, model};
use super::{FORM_NAME, Form, Protocol, Question, Reply, ToolCall};
use crate::ai::error::AiError;
use crate::ai::prompt::schema;
use crate::guard::http;

/// OpenAI's chat completions, which most others speak too: Ollama, OpenRouter, Groq, Mistral,
/// vLLM, llama.cpp.
pub(in crate::ai) struct OpenAi;

impl Protocol for OpenAi {
    fn place(&self, base: &Url, _model: &str) -> Url {
        http::join(base, ["chat", "completions"])
    }

    fn write(&self, question: &Question<'_>) -> Value {
        let mut body = json!({
            "model": question.model,
            "messages": [
                {"role": "system", "content": question.prompt.system()},
                {"role": "user", "content": question.prompt.user},
            ],
        });
        match question.form {
            Form::Schema => {
                let schema = json!({"name": FORM_NAME, "strict": true, "schema": schema()});
                body["response_format"] = json!({"type": "json_schema", "json_schema": schema});
            }
            Form::Json => body["response_format"] = json!({"type": "json_object"}),
            Form::Plain => {}
        }
        body
    }

    fn models(&self, base: &Url) -> Url {
        http::join(base, ["models"])
    }

    fn sign(&self, request: RequestBuilder, key: Option<&str>) -> RequestBuilder {
        match key {
            Some(key) => request.bearer_auth(key),
            None => request,
        }
    }

    fn read(&self, body: &Value) -> Result<Reply, AiError> {
        let choice = body["choices"].as_array().and_then(|choices| choices.first());
        // Ollama's own API answers with the message alone.
        let (choice, message) = match choice {
            Some(choice) if choice["message"].is_object() => (choice, &choice["message"]),
            Some(choice) => (choice, choice),
            None if body["message"].is_object() => (body, &body["message"]),
            None => return Err(AiError::Decode("it holds no choices".to_owned())),
        };
        let content = [&message["content"], &message["text"]].into_iter().find(|c| !c.is_null());
        let text = content.map(text).unwrap_or_default();
        Ok(Reply {
            stop: stop(choice, message),
            calls: calls(message),
            text,
            model: model(&body["model"]),
            tokens: tokens(body),
        })
    }
}

/// The text of a message, which may come in parts; thoughts are none of it.
fn text(content: &Value) -> String {
    match content {
        Value::String(text) => text.clone(),
        Value::Array(parts) => parts.iter().filter_map(part).collect(),
        part_alone => part(part_alone).unwrap_or_default().to_owned(),
    }
}

fn part(part: &Value) -> Option<&str> {
    let kind = part["type"].as_str().unwrap_or("text");
    let is_text = matches!(kind, "text" | "output_text" | "input_text");
    part.as_str().or_else(|| part["text"].as_str().filter(|_| is_text))
}

fn calls(message: &Value) -> Vec<ToolCall> {
    let tools = message["tool_calls"].as_array().map(Vec::as_slice).unwrap_or_default();
    // The form of 2023, which some still speak.
    let old = Some(&message["function_call"]).filter(|call| call.is_object());
    let functions = tools.iter().map(|call| &call["function"]).filter(|f| f.is_object()).chain(old);
    functions.map(|function| ToolCall::new(&function["name"], &function["arguments"])).collect()
}

fn stop(choice: &Value, message: &Value) -> Stop {
    let refusal = [&message["refusal"]].into_iter().chain(refusal_parts(message));
    if let Some(words) = refusal.filter_map(Value::as_str).find(|w| !w.trim().is_empty()) {
        return Stop::Refused(words.to_owned());
    }
    let ended = [&choice["finish_reason"], &choice["done_reason"]];
    match ended.into_iter().find_map(Value::as_str) {
        Some("length" | "model_length" | "max_tokens" | "MAX_TOKENS") => Stop::Length,
        Some(why @ ("content_filter" | "safety" | "SAFETY" | "recitation")) => {
            Stop::Filtered(why.to_owned())
        }
        Some("refusal") => Stop::Refused("without a reason".to_owned()),
        _ => Stop::Done,
    }
}

/// Refusals that stand among the parts of a message.
fn refusal_parts(message: &Value) -> impl Iterator<Item = &Value> {
    let parts = message["content"].as_array().map(Vec::as_slice).unwrap_or_default();
    parts.iter().map(|part| &part["refusal"])
}

fn tokens(body: &Value) -> Tokens {
    let usage = [&body["usage"], &body["x_groq"]["usage"]];
    let usage = usage.into_iter().find(|usage| usage.is_object()).unwrap_or(body);
    let input =
        first_count(["prompt_tokens", "input_tokens", "prompt_eval_count"].map(|n| &usage[n]));
    let output =
        first_count(["completion_tokens", "output_tokens", "eval_count"].map(|n| &usage[n]));
    let cached = first_count([
        &usage["prompt_tokens_details"]["cached_tokens"],
        &usage["input_tokens_details"]["cached_tokens"],
        &usage["prompt_cache_hit_tokens"],
        &usage["cached_tokens"],
    ]);
    let total = count(&usage["total_tokens"]).unwrap_or(0);
    let known = input.unwrap_or(0);
    Tokens {
        input: known,
        cached: cached.unwrap_or(0).min(known),
        output: output.unwrap_or_else(|| total.saturating_sub(known)),
    }
}
