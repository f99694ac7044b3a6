use serde::Serialize;

use crate::model::text_enum;

text_enum! {
    /// How a check came out.
    pub enum Outcome {
        /// As it should be.
        Ok = "ok",
        /// Works, but is worth a look.
        Warn = "warn",
        /// Does not work.
        Fail = "fail",
    }
}

/// What a check says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Line {
    pub(super) outcome: Outcome,
    /// What is so; may hold hostile names.
    pub(super) message: String,
    /// What to do about it.
    pub(super) hint: Option<String>,
}

impl Line {
    pub(super) fn ok(message: impl Into<String>) -> Self {
        Self { outcome: Outcome::Ok, message: message.into(), hint: None }
    }

    pub(super) fn warn(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { outcome: Outcome::Warn, message: message.into(), hint: Some(hint.into()) }
    }

    pub(super) fn fail(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { outcome: Outcome::Fail, message: message.into(), hint: Some(hint.into()) }
    }
}

impl Outcome {
    /// `word` in the colour of the outcome.
    pub(super) fn colored(self, word: &str) -> String {
        let code = match self {
            Self::Ok => 32,
            Self::Warn => 33,
            Self::Fail => 31,
        };
        format!("\u{1b}[{code}m{word}\u{1b}[0m")
    }
}
