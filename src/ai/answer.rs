//! What is believed of a provider's answer.

use std::collections::HashMap;

use serde_json::{Deserializer, Value};

use super::error::AiError;
use super::judge::Usage;
use super::prompt::{MAX_REASON_CHARS, clean_line};
use crate::model::{JudgedBy, Judgement};

/// Most places of an answer at which an object is looked for.
const MAX_STARTS: usize = 50;
/// Longest quote of a provider's words in a message, in characters.
const MAX_QUOTE_CHARS: usize = 200;

/// A chat completion.
#[derive(Debug)]
pub(super) struct Completion {
    /// The text, or why there is none.
    pub(super) content: Result<String, AiError>,
    /// The model that answered, where told.
    pub(super) model: Option<String>,
    /// What it cost; without the number of calls.
    pub(super) usage: Usage,
}

/// Reads the body of an answer with status 200.
pub(super) fn completion(body: &[u8]) -> Result<Completion, AiError> {
    let body: Value = serde_json::from_slice(body).map_err(|error| {
        if error.is_eof() && !body.trim_ascii().is_empty() {
            AiError::Truncated
        } else {
            AiError::Decode("it is no JSON; check that ai.base_url ends with /v1".to_owned())
        }
    })?;
    let tokens =
        |names: [&str; 2]| names.iter().find_map(|name| body["usage"][name].as_u64()).unwrap_or(0);
    let usage = Usage {
        calls: 0,
        input_tokens: tokens(["prompt_tokens", "input_tokens"]),
        output_tokens: tokens(["completion_tokens", "output_tokens"]),
    };
    let model = body["model"].as_str().map(|m| clean_line(m, 100)).filter(|m| !m.is_empty());
    Ok(Completion { content: content(&body), model, usage })
}

fn content(body: &Value) -> Result<String, AiError> {
    let none = |why: String| Err(AiError::NoContent(why));
    if let Some(message) = error_message(body) {
        return none(format!("it answers with an error: {message}"));
    }
    let Some(choice) = body["choices"].as_array().and_then(|choices| choices.first()) else {
        return Err(AiError::Decode("it holds no choices".to_owned()));
    };
    let message = &choice["message"];
    if let Some(refusal) = message["refusal"].as_str().filter(|r| !r.trim().is_empty()) {
        return none(format!("it refuses: {}", clean_line(refusal, MAX_QUOTE_CHARS)));
    }
    match choice["finish_reason"].as_str() {
        Some("length") => return none("its answer was cut for length; lower ai.batch".to_owned()),
        Some("content_filter") => return none("a content filter stopped it".to_owned()),
        _ => {}
    }
    let text = match &message["content"] {
        Value::String(text) => text.clone(),
        Value::Array(parts) => parts.iter().filter_map(part).collect(),
        _ => String::new(),
    };
    if !text.trim().is_empty() {
        return Ok(text);
    }
    let calls_tools = message["tool_calls"].as_array().is_some_and(|calls| !calls.is_empty());
    none(if calls_tools { "it calls a tool instead" } else { "its answer is empty" }.to_owned())
}

fn part(part: &Value) -> Option<&str> {
    part.as_str().or_else(|| part["text"].as_str())
}

/// A provider's words for what went wrong, made safe and cut.
pub(super) fn error_message(body: &Value) -> Option<String> {
    let error = &body["error"];
    [&error["message"], error, &body["message"], &body["detail"]]
        .into_iter()
        .find_map(|said| said.as_str())
        .map(|said| clean_line(said, MAX_QUOTE_CHARS))
        .filter(|said| !said.is_empty())
        .or_else(|| error.is_object().then(|| "without a message".to_owned()))
}

/// The judgements of `count` posts in their order; for each that is missing or not acceptable, why.
pub(super) fn judgements(
    content: &str,
    count: usize,
    judged_by: &JudgedBy,
) -> Result<Vec<Result<Judgement, String>>, AiError> {
    let results = results(content).ok_or_else(|| {
        AiError::Decode("the model's text holds no object with \"results\"".to_owned())
    })?;
    let mut found: HashMap<usize, Result<Judgement, String>> = HashMap::new();
    for result in &results {
        let n = result["n"].as_u64().and_then(|n| usize::try_from(n).ok());
        let Some(n) = n.filter(|n| (1..=count).contains(n)) else {
            continue;
        };
        let judged = judgement(result, judged_by);
        // Which of two is meant cannot be known.
        found
            .entry(n)
            .and_modify(|first| *first = Err("answered twice".to_owned()))
            .or_insert(judged);
    }
    let missing = || Err("not answered".to_owned());
    Ok((1..=count).map(|n| found.remove(&n).unwrap_or_else(missing)).collect())
}

/// The `results` of the outermost object that has them, whatever stands around it: a code fence,
/// an introduction, a chain of thought.
fn results(content: &str) -> Option<Vec<Value>> {
    let starts = content.match_indices('{').map(|(at, _)| at);
    let mut after = 0;
    for start in starts.take(MAX_STARTS) {
        if start < after {
            continue;
        }
        let mut values = Deserializer::from_str(&content[start..]).into_iter::<Value>();
        let Some(Ok(mut value)) = values.next() else { continue };
        if let Value::Array(results) = value["results"].take() {
            return Some(results);
        }
        after = start + values.byte_offset();
    }
    None
}

fn judgement(result: &Value, judged_by: &JudgedBy) -> Result<Judgement, String> {
    let share = |name: &str| match result[name].as_f64() {
        Some(share) if (0.0..=1.0).contains(&share) => Ok(share),
        _ => Err(format!("{name} is no number from 0 to 1")),
    };
    let name_of = |name: &str| result[name].as_str().unwrap_or_default();
    let reason = result["reason"].as_str().ok_or("reason is no text")?;
    Ok(Judgement {
        is_lead: result["is_lead"].as_bool().ok_or("is_lead is neither true nor false")?,
        intent: name_of("intent").parse().map_err(|_| "intent is not a known one")?,
        sentiment: name_of("sentiment").parse().map_err(|_| "sentiment is not a known one")?,
        fit: share("fit")?,
        confidence: share("confidence")?,
        reason: cut(reason),
        judged_by: judged_by.clone(),
    })
}

fn cut(reason: &str) -> String {
    let cleaned = clean_line(reason, MAX_REASON_CHARS);
    // With the sign that it was cut, it must not be longer than the bound either.
    if cleaned.chars().count() > MAX_REASON_CHARS {
        clean_line(reason, MAX_REASON_CHARS - 1)
    } else {
        cleaned
    }
}

#[cfg(test)]
#[path = "answer_tests.rs"]
mod tests;
