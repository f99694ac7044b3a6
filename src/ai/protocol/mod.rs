//! What each provider is asked in, and answers in.
//!
//! One file per protocol; all give the same [`Reply`].

mod anthropic;
mod gemini;
mod openai;
mod reply;

use reqwest::{RequestBuilder, Url};
use serde_json::Value;

pub(super) use anthropic::Anthropic;
pub(super) use gemini::Gemini;
pub(super) use openai::OpenAi;
pub use reply::{Reply, Stop, Tokens, ToolCall};
pub(super) use reply::{count as count_of, quote};

use super::error::AiError;
use super::prompt::Prompt;

/// The name of the form, or tool, in which judgements are asked for.
pub(super) const FORM_NAME: &str = "judgements";

/// How an answer is asked for, from the strictest form to none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// By a schema that the answer must keep to, or a tool that must be called.
    Schema,
    /// As a JSON object.
    Json,
    /// By the words of the prompt alone.
    Plain,
}

impl Form {
    /// The next one, for a provider that does not know this one.
    pub(super) fn laxer(self) -> Option<Self> {
        match self {
            Self::Schema => Some(Self::Json),
            Self::Json => Some(Self::Plain),
            Self::Plain => None,
        }
    }
}

/// What is asked, of which model.
pub(super) struct Question<'a> {
    pub(super) model: &'a str,
    pub(super) prompt: &'a Prompt,
    pub(super) form: Form,
}

/// One way to speak with providers.
pub(super) trait Protocol: Send + Sync {
    /// Where a question goes.
    fn place(&self, base: &Url, model: &str) -> Url;

    /// The question as this protocol writes it.
    fn write(&self, question: &Question<'_>) -> Value;

    /// Where the list of models is, which is asked for to see whether all is well.
    fn models(&self, base: &Url) -> Url;

    /// Adds the key, and what every request must say.
    fn sign(&self, request: RequestBuilder, key: Option<&str>) -> RequestBuilder;

    /// Reads an answer with status 200 that is JSON and no error.
    ///
    /// # Errors
    /// [`AiError::Decode`] where it is not what this protocol answers.
    fn read(&self, body: &Value) -> Result<Reply, AiError>;
}
