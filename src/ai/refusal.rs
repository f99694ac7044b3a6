//! What a status other than 200, or an error in an answer, means.

use reqwest::header::HeaderMap;
use serde_json::Value;

use super::error::AiError;
use super::protocol::{count_of, quote};
use super::wait;

/// The error that an answer with this status is. `said` is its body, where that is JSON; `key` is
/// taken out of what is quoted, as some providers quote the key that they refuse.
pub(super) fn error(status: u16, headers: &HeaderMap, said: &Value, key: Option<&str>) -> AiError {
    let said = unwrapped(said);
    let message = message(said, key);
    let words = words(said);
    let has = |any: &[&str]| any.iter().any(|part| words.contains(part));
    match status {
        401 => AiError::Unauthorized { status },
        402 => AiError::NoCredit { status, message },
        403 if has(&["moderation", "flagged"]) => AiError::Filtered(message),
        403 => AiError::Forbidden(message),
        404 => AiError::NoSuchModel { status, message },
        408 => AiError::Timeout,
        413 => AiError::TooLong { status },
        429 if has(NO_CREDIT) => AiError::NoCredit { status, message },
        429 => AiError::RateLimited { retry_after: wait::asked(headers, said) },
        498 | 529 => AiError::Overloaded { status, retry_after: wait::asked(headers, said) },
        503 if has(&["overloaded", "capacity", "unavailable"]) => {
            AiError::Overloaded { status, retry_after: wait::asked(headers, said) }
        }
        500.. => AiError::Server { status, retry_after: wait::asked(headers, said) },
        _ => of_request(status, message, &words),
    }
}

/// Words for an account without money or quota.
const NO_CREDIT: &[&str] =
    &["insufficient_quota", "credit balance", "insufficient credit", "insufficient balance"];

/// What is wrong with a request that is refused with 400, 422 and the like.
fn of_request(status: u16, message: String, words: &str) -> AiError {
    let has = |any: &[&str]| any.iter().any(|part| words.contains(part));
    if status < 400 {
        let message = "it sends us to another address, which is not followed".to_owned();
        return AiError::Refused { status, message };
    }
    if has(&["api_key_invalid", "api key not valid", "invalid_api_key", "api key expired"]) {
        return AiError::Unauthorized { status };
    }
    if has(NO_CREDIT) {
        return AiError::NoCredit { status, message };
    }
    if has(&["tool_use_failed", "json_validate_failed", "output_parse_failed"]) {
        return AiError::Unusable(message);
    }
    if has(&["content_filter", "content management policy", "responsibleai", "data_inspection"]) {
        return AiError::Filtered(message);
    }
    if has(TOO_LONG) {
        return AiError::TooLong { status };
    }
    if has(&["model_not_found", "invalid model", "no such model", "is not a valid model"]) {
        return AiError::NoSuchModel { status, message };
    }
    if matches!(status, 400 | 422) && has(FORM) {
        return AiError::Format { status };
    }
    AiError::Refused { status, message }
}

/// Words for more than a model can read.
const TOO_LONG: &[&str] = &[
    "context_length_exceeded",
    "maximum context length",
    "prompt is too long",
    "exceeds the maximum number of tokens",
    "exceed_context_size",
    "request_too_large",
    "reduce the length",
];

/// Words for the form of the answer.
const FORM: &[&str] = &[
    "response_format",
    "json_schema",
    "responseschema",
    "response_schema",
    "responsemimetype",
    "response_mime_type",
    "tool_choice",
    "json mode",
];

/// The error in an answer whose status says that all is well: its code is the status that was meant.
pub(super) fn in_answer(headers: &HeaderMap, body: &Value, key: Option<&str>) -> Option<AiError> {
    let body = unwrapped(body);
    let inner = body["choices"].as_array().and_then(|c| c.first()).map(|c| &c["error"]);
    let found = [Some(&body["error"]), inner].into_iter().flatten();
    let given = found.into_iter().find(|e| is_error(e))?;
    let said = serde_json::json!({ "error": given });
    let code = count_of(&given["code"]).or_else(|| count_of(&given["status"]));
    let status = code.and_then(|code| u16::try_from(code).ok()).filter(|s| (400..600).contains(s));
    Some(match status {
        Some(status) => error(status, headers, &said, key),
        None => by_name(headers, &said, key),
    })
}

/// Errors that come without a number, by the names that they have.
fn by_name(headers: &HeaderMap, said: &Value, key: Option<&str>) -> AiError {
    let words = words(said);
    let status = [
        ("overloaded", 529),
        ("rate_limit", 429),
        ("resource_exhausted", 429),
        ("authentication_error", 401),
        ("permission", 403),
        ("not_found", 404),
        ("billing_error", 402),
        ("timeout", 408),
        ("api_error", 500),
        ("server_error", 500),
        ("unavailable", 503),
    ]
    .into_iter()
    .find_map(|(name, status)| words.contains(name).then_some(status));
    error(status.unwrap_or(400), headers, said, key)
}

fn is_error(error: &Value) -> bool {
    match error {
        Value::Object(fields) => !fields.is_empty(),
        Value::String(text) => !text.trim().is_empty(),
        _ => false,
    }
}

/// Google gives its errors as the one item of a list, when it streams.
fn unwrapped(said: &Value) -> &Value {
    match said {
        Value::Array(items) => items.first().unwrap_or(said),
        _ => said,
    }
}

/// A provider's words for what went wrong, made safe and cut.
fn message(said: &Value, key: Option<&str>) -> String {
    let error = &said["error"];
    let message = &said["message"];
    let detail = &said["detail"];
    let places = [
        &error["message"],
        error,
        message,
        &message["detail"][0]["msg"],
        &error["message"]["detail"],
        detail,
        &detail[0]["msg"],
        &detail["message"],
        &said["errors"][0]["message"],
        &said["errors"][0],
        &said["title"],
    ];
    let said = places.into_iter().find_map(Value::as_str).map(str::trim).unwrap_or_default();
    let said = match key {
        Some(key) if !key.is_empty() => said.replace(key, "[key]"),
        _ => said.to_owned(),
    };
    if said.is_empty() { "without a reason".to_owned() } else { quote(&said) }
}

/// All that an error says, in lower case, to look for names in.
fn words(said: &Value) -> String {
    let mut said = said.clone();
    // What a model made is not what the provider says.
    if let Some(error) = said.get_mut("error").and_then(Value::as_object_mut) {
        error.remove("failed_generation");
    }
    said.to_string().to_lowercase()
}

#[cfg(test)]
#[path = "refusal_tests.rs"]
mod tests;
