use reqwest::{RequestBuilder, Url};
use serde_json::{Map, Value, json};

use super::reply::{Stop, Tokens, count, model};
use super::{Form, Protocol, Question, Reply, ToolCall};
use crate::ai::error::AiError;
use crate::ai::prompt::schema;
use crate::guard::http;

/// Google's `generateContent`.
pub(in crate::ai) struct Gemini;

impl Protocol for Gemini {
    fn place(&self, base: &Url, model: &str) -> Url {
        // `models/gemini-2.0-flash` is also how the list of models spells them.
        let (folder, name) = model.rsplit_once('/').unwrap_or(("models", model));
        let verb = format!("{name}:generateContent");
        http::join(base, folder.split('/').chain([verb.as_str()]))
    }

    fn write(&self, question: &Question<'_>) -> Value {
        let mut body = json!({
            "systemInstruction": {"parts": [{"text": question.prompt.system()}]},
            "contents": [{"role": "user", "parts": [{"text": question.prompt.user}]}],
        });
        match question.form {
            Form::Schema => {
                body["generationConfig"] = json!({
                    "responseMimeType": "application/json",
                    "responseSchema": response_schema(&schema()),
                });
            }
            Form::Json => {
                body["generationConfig"] = json!({"responseMimeType": "application/json"});
            }
            Form::Plain => {}
        }
        body
    }

    fn models(&self, base: &Url) -> Url {
        http::join(base, ["models"])
    }

    fn sign(&self, request: RequestBuilder, key: Option<&str>) -> RequestBuilder {
        match key {
            Some(key) => request.header("x-goog-api-key", key),
            None => request,
        }
    }

    fn read(&self, body: &Value) -> Result<Reply, AiError> {
        let candidate = body["candidates"].as_array().and_then(|candidates| candidates.first());
        let blocked = &body["promptFeedback"]["blockReason"];
        let is_ours = blocked.is_string()
            || body["candidates"].is_array()
            || body["usageMetadata"].is_object();
        if candidate.is_none() && !is_ours {
            return Err(AiError::Decode("it holds no candidates".to_owned()));
        }
        let mut reply =
            Reply { model: model(&body["modelVersion"]), tokens: tokens(body), ..Reply::default() };
        let Some(candidate) = candidate else {
            if let Some(why) = blocked.as_str() {
                reply.stop = Stop::Filtered(format!("the prompt is blocked: {why}"));
            }
            return Ok(reply);
        };
        reply.stop = stop(candidate);
        let parts = candidate["content"]["parts"].as_array().map(Vec::as_slice).unwrap_or_default();
        for part in parts.iter().filter(|part| part["thought"].as_bool() != Some(true)) {
            reply.text.push_str(part["text"].as_str().unwrap_or_default());
            let call = &part["functionCall"];
            if call.is_object() {
                reply.calls.push(ToolCall::new(&call["name"], &call["args"]));
            }
        }
        Ok(reply)
    }
}

fn stop(candidate: &Value) -> Stop {
    let said = candidate["finishMessage"].as_str().unwrap_or_default();
    match candidate["finishReason"].as_str().unwrap_or_default() {
        "MAX_TOKENS" => Stop::Length,
        why @ ("SAFETY"
        | "RECITATION"
        | "BLOCKLIST"
        | "PROHIBITED_CONTENT"
        | "SPII"
        | "IMAGE_SAFETY"
        | "IMAGE_PROHIBITED_CONTENT"
        | "LANGUAGE"
        | "MODEL_ARMOR") => Stop::Filtered(format!("{why} {said}").trim_end().to_owned()),
        why @ ("MALFORMED_FUNCTION_CALL"
        | "UNEXPECTED_TOOL_CALL"
        | "TOO_MANY_TOOL_CALLS"
        | "MALFORMED_RESPONSE") => Stop::Garbled(format!("{why} {said}").trim_end().to_owned()),
        _ => Stop::Done,
    }
}

/// What the model thinks and what its tools read is paid for as well.
fn tokens(body: &Value) -> Tokens {
    let usage = &body["usageMetadata"];
    let of = |name: &str| count(&usage[name]).unwrap_or(0);
    let input = of("promptTokenCount").saturating_add(of("toolUsePromptTokenCount"));
    Tokens {
        input,
        cached: of("cachedContentTokenCount").min(input),
        output: of("candidatesTokenCount").saturating_add(of("thoughtsTokenCount")),
    }
}

/// A JSON schema as Gemini's `Schema`: types in capitals, and nothing that it does not know.
fn response_schema(schema: &Value) -> Value {
    let Some(fields) = schema.as_object() else { return schema.clone() };
    let mut out = Map::new();
    for (name, value) in fields {
        let value = match (name.as_str(), value) {
            ("additionalProperties", _) => continue,
            ("type", Value::String(kind)) => kind.to_uppercase().into(),
            ("properties", Value::Object(all)) => {
                let all = all.iter().map(|(name, inner)| (name.clone(), response_schema(inner)));
                Value::Object(all.collect())
            }
            ("items", inner) => response_schema(inner),
            (_, other) => other.clone(),
        };
        out.insert(name.clone(), value);
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn models_are_found_with_and_without_their_folder() {
        let base = http::base("https://g.example/v1beta").unwrap();
        for name in ["gemini-2.0-flash", "models/gemini-2.0-flash"] {
            let place = Gemini.place(&base, name);
            let expected = "https://g.example/v1beta/models/gemini-2.0-flash:generateContent";
            assert_eq!(place.as_str(), expected);
        }
        let tuned = Gemini.place(&base, "tunedModels/mine");
        assert_eq!(tuned.path(), "/v1beta/tunedModels/mine:generateContent");
    }

    #[test]
    fn the_schema_is_one_that_gemini_knows() {
        let schema = response_schema(&schema());
        assert_eq!(schema["type"], "OBJECT");
        assert_eq!(schema["properties"]["results"]["items"]["properties"]["n"]["type"], "INTEGER");
        assert!(!schema.to_string().contains("additionalProperties"));
    }
}
