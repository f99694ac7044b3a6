use std::borrow::Cow;

use serde_json::Value;

use super::FORM_NAME;
use crate::ai::error::AiError;
use crate::ai::prompt::clean_line;

/// Longest quote of a provider's words in a message, in characters.
pub(in crate::ai) const MAX_QUOTE_CHARS: usize = 200;

/// What a model answered, whatever protocol it came in. All of it is hostile.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reply {
    /// The text; what a model thinks beforehand is not in it, where the protocol tells it apart.
    pub text: String,
    /// The tools that it calls.
    pub calls: Vec<ToolCall>,
    /// Why it ends there.
    pub stop: Stop,
    /// The model that answered, where told.
    pub model: Option<String>,
    /// What was counted.
    pub tokens: Tokens,
}

/// A tool that a model calls.
#[derive(Debug, Clone, PartialEq)]
pub struct ToolCall {
    /// The tool.
    pub name: String,
    /// With what; a text where it is no JSON.
    pub arguments: Value,
}

/// Tokens as a provider counts them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tokens {
    /// Sent, those from its cache included.
    pub input: u64,
    /// Those of them that came from the provider's cache, at its lower price.
    pub cached: u64,
    /// Answered with, thoughts included.
    pub output: u64,
}

/// Why an answer ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Stop {
    /// The model was done.
    #[default]
    Done,
    /// It may write no more.
    Length,
    /// It declines, in these words.
    Refused(String),
    /// Something stopped it that looks for what must not be said.
    Filtered(String),
    /// It tried to call a tool, and did not manage.
    Garbled(String),
}

impl Reply {
    /// The reply, where the model was done and said something.
    ///
    /// # Errors
    /// What stands in the way of using it: see [`AiError`].
    pub(in crate::ai) fn checked(self) -> Result<Self, AiError> {
        match self.stop {
            Stop::Done => {}
            Stop::Length => return Err(AiError::Length { partial: self.words() }),
            Stop::Refused(why) => return Err(AiError::Refusal(quote(&why))),
            Stop::Filtered(why) => return Err(AiError::Filtered(quote(&why))),
            Stop::Garbled(why) => return Err(AiError::Unusable(quote(&why))),
        }
        if self.text.trim().is_empty() && self.calls.is_empty() {
            return Err(AiError::Empty);
        }
        Ok(self)
    }

    /// What holds the judgements: the tool that was to be called, or else the text.
    ///
    /// # Errors
    /// [`AiError::Tool`] where there is neither.
    pub(in crate::ai) fn judgements(&self) -> Result<Cow<'_, str>, AiError> {
        if let Some(call) = self.called() {
            return Ok(call.words());
        }
        match self.calls.first() {
            Some(call) if self.text.trim().is_empty() => {
                Err(AiError::Tool(clean_line(&call.name, 60)))
            }
            _ => Ok(Cow::Borrowed(&self.text)),
        }
    }

    fn words(&self) -> String {
        self.called().map_or_else(|| self.text.clone(), |call| call.words().into_owned())
    }

    /// The call of the tool that was to be called.
    fn called(&self) -> Option<&ToolCall> {
        self.calls.iter().find(|call| call.name == FORM_NAME)
    }
}

impl ToolCall {
    /// From what a protocol gives, which may be JSON in a text.
    pub(super) fn new(name: &Value, arguments: &Value) -> Self {
        let arguments = match arguments {
            Value::String(text) => {
                serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.clone()))
            }
            other => other.clone(),
        };
        Self { name: name.as_str().unwrap_or_default().to_owned(), arguments }
    }

    fn words(&self) -> Cow<'_, str> {
        match &self.arguments {
            Value::String(text) => Cow::Borrowed(text),
            value => Cow::Owned(value.to_string()),
        }
    }
}

/// A provider's words, on one line, made safe and cut.
pub(in crate::ai) fn quote(words: &str) -> String {
    clean_line(words, MAX_QUOTE_CHARS)
}

/// The name of a model, where there is one.
pub(super) fn model(name: &Value) -> Option<String> {
    name.as_str().map(|name| clean_line(name, 100)).filter(|name| !name.is_empty())
}

/// A count, also where it comes as a float or in a text.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub(in crate::ai) fn count(value: &Value) -> Option<u64> {
    match value {
        Value::Number(n) => n.as_u64().or_else(|| {
            let float = n.as_f64().filter(|f| (0.0..1e15).contains(f))?;
            Some(float as u64)
        }),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// The first of these that is a count.
pub(super) fn first_count<'a>(values: impl IntoIterator<Item = &'a Value>) -> Option<u64> {
    values.into_iter().find_map(count)
}
