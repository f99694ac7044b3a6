//! How the chat API is asked, and answers, as different providers have it.

use serde_json::{Value, json};

use crate::model::Timestamp;
use crate::sandbox::world::text_key;

/// Characters that make about one token.
const TOKEN_CHARS: usize = 4;

/// Whose way of asking.
#[derive(Debug, Clone, Copy)]
pub(super) enum Dialect {
    /// OpenAI's chat completions.
    OpenAi,
    /// Anthropic's messages.
    Anthropic,
    /// Google's `generateContent`.
    Gemini,
}

/// What is asked, whoever is asked.
#[derive(Debug, Default)]
pub(super) struct Question {
    model: String,
    /// The task: the first system message.
    system: String,
    /// What the user says.
    pub(super) user: Vec<String>,
    /// What all others say.
    pub(super) others: Vec<String>,
    /// The answer is to be JSON.
    pub(super) in_form: bool,
    /// The tool that the answer is to be given to.
    tool: Option<String>,
}

impl Dialect {
    /// Reads a request; nothing where it holds no messages.
    pub(super) fn read(self, body: &Value) -> Option<Question> {
        let mut question = Question {
            model: body["model"].as_str().unwrap_or(super::MODEL).to_owned(),
            ..Question::default()
        };
        match self {
            Self::OpenAi => question.in_form = !body["response_format"].is_null(),
            Self::Anthropic => {
                question.system = text(&body["system"]);
                question.tool = body["tools"][0]["name"].as_str().map(str::to_owned);
                question.in_form = question.tool.is_some();
            }
            Self::Gemini => {
                question.system = text(&body["systemInstruction"]["parts"]);
                question.in_form = body["generationConfig"]["responseMimeType"].is_string();
            }
        }
        let (list, content) = match self {
            Self::Gemini => ("contents", "parts"),
            Self::OpenAi | Self::Anthropic => ("messages", "content"),
        };
        for message in body[list].as_array()? {
            let said = text(&message[content]);
            match message["role"].as_str()? {
                "user" => question.user.push(said),
                "system" if question.system.is_empty() => question.system = said,
                _ => question.others.push(said),
            }
        }
        Some(question)
    }

    /// The answer, with what it used.
    pub(super) fn write(self, question: &Question, content: Value, now: Timestamp) -> Value {
        let told = content.as_str().map_or_else(|| content.to_string(), str::to_owned);
        let all = question.user.iter().chain(&question.others);
        let asked: usize = all.map(|said| said.chars().count()).sum();
        let tokens = |chars: usize| chars.div_ceil(TOKEN_CHARS);
        let input = tokens(asked + question.system.chars().count());
        let output = tokens(told.chars().count());
        let id = format!("{:016x}", text_key(&told, &question.user.concat()));
        match self {
            Self::OpenAi => json!({
                "id": format!("chatcmpl-{id}"),
                "object": "chat.completion",
                "created": now.millis() / 1000,
                "model": question.model,
                "choices": [{
                    "index": 0,
                    "message": {"role": "assistant", "content": told, "refusal": null},
                    "logprobs": null,
                    "finish_reason": "stop",
                }],
                "usage": {
                    "prompt_tokens": input,
                    "completion_tokens": output,
                    "total_tokens": input + output,
                },
            }),
            Self::Anthropic => {
                let (block, stop) = match &question.tool {
                    Some(tool) => {
                        let id = format!("toolu_{id}");
                        let call =
                            json!({"type": "tool_use", "id": id, "name": tool, "input": content});
                        (call, "tool_use")
                    }
                    None => (json!({"type": "text", "text": told}), "end_turn"),
                };
                json!({
                    "id": format!("msg_{id}"),
                    "type": "message",
                    "role": "assistant",
                    "model": question.model,
                    "content": [block],
                    "stop_reason": stop,
                    "stop_sequence": null,
                    "usage": {"input_tokens": input, "output_tokens": output},
                })
            }
            Self::Gemini => json!({
                "candidates": [{
                    "content": {"role": "model", "parts": [{"text": told}]},
                    "finishReason": "STOP",
                    "index": 0,
                }],
                "modelVersion": question.model,
                "usageMetadata": {
                    "promptTokenCount": input,
                    "candidatesTokenCount": output,
                    "totalTokenCount": input + output,
                },
            }),
        }
    }
}

/// A text, which may come in parts.
fn text(content: &Value) -> String {
    match content {
        Value::String(text) => text.clone(),
        Value::Array(parts) => {
            let texts = parts.iter().filter_map(|part| part["text"].as_str());
            texts.collect::<Vec<_>>().join("\n")
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_dialect_is_read_and_answered_in_its_own_way() {
        let user = json!({"role": "user", "content": "u"});
        let tool = json!({"name": "judgements"});
        for (dialect, body, place) in [
            (
                Dialect::OpenAi,
                json!({"messages": [{"role": "system", "content": "s"}, user,
                    {"role": "developer", "content": "d"}], "response_format": {}}),
                "/choices/0/message/content",
            ),
            (
                Dialect::Anthropic,
                json!({"system": [{"type": "text", "text": "s"}], "tools": [tool],
                    "messages": [user, {"role": "assistant", "content": "d"}]}),
                "/content/0/input",
            ),
            (
                Dialect::Gemini,
                json!({"systemInstruction": {"parts": [{"text": "s"}]},
                    "contents": [{"role": "user", "parts": [{"text": "u"}]},
                        {"role": "model", "parts": [{"text": "d"}]}],
                    "generationConfig": {"responseMimeType": "application/json"}}),
                "/candidates/0/content/parts/0/text",
            ),
        ] {
            let question = dialect.read(&body).unwrap();
            assert_eq!((question.system.as_str(), question.in_form), ("s", true), "{dialect:?}");
            assert_eq!(
                (question.user.concat(), question.others.concat()),
                ("u".into(), "d".into())
            );
            let answer = dialect.write(&question, json!({"results": []}), Timestamp::default());
            let said = answer.pointer(place).unwrap();
            let said = said.as_str().map_or_else(|| said.to_string(), str::to_owned);
            assert_eq!(said, "{\"results\":[]}", "{dialect:?}");
        }
        assert!(Dialect::OpenAi.read(&json!({"messages": [{"content": "x"}]})).is_none());
    }
}
