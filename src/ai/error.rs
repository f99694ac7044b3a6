use std::time::Duration;

use crate::guard::GuardedError;
use crate::guard::breaker::{Rejection, Verdict};
use crate::guard::http::AddressError;

/// What can go wrong between us and an AI provider. No message holds the key.
#[derive(Debug, thiserror::Error)]
pub enum AiError {
    /// The address in the settings cannot be used.
    #[error("setting ai.base_url of {name}: {error}")]
    Address {
        /// The provider's name.
        name: String,
        /// Why.
        error: AddressError,
    },
    /// There is a provider, but no model to ask of it.
    #[error("setting ai.model of {0} is empty; name the model to ask, as the provider spells it")]
    NoModel(String),
    /// No provider has the name that `ai.first_pass` gives.
    #[error("setting ai.first_pass: there is no provider {0:?} in ai.providers")]
    NoSuchProvider(String),
    /// No HTTP client can be made.
    #[error("no HTTP client could be made for the AI provider: {0}")]
    Client(String),
    /// The provider does not take the key.
    #[error(
        "the provider refuses the key (HTTP {status}); check LEADCTL_AI_API_KEY or its api_key"
    )]
    Unauthorized {
        /// The HTTP status.
        status: u16,
    },
    /// The provider knows the key, and does not let it do this.
    #[error("the provider does not allow this with this key (HTTP 403): {0}")]
    Forbidden(String),
    /// The account has no money or no quota left.
    #[error("the account at the provider has no credit left (HTTP {status}): {message}")]
    NoCredit {
        /// The HTTP status.
        status: u16,
        /// Its words, made safe and cut.
        message: String,
    },
    /// The provider has no such model, or not at this address.
    #[error("the provider has no such model, or none at this address (HTTP {status}): {message}")]
    NoSuchModel {
        /// The HTTP status.
        status: u16,
        /// Its words, made safe and cut.
        message: String,
    },
    /// The provider does not know the form of answer that was asked for.
    #[error("the provider does not know this form of answer (HTTP {status})")]
    Format {
        /// The HTTP status.
        status: u16,
    },
    /// The request holds more than the model can read.
    #[error(
        "the request is longer than the model reads (HTTP {status}); lower ai.batch_tokens or ai.batch"
    )]
    TooLong {
        /// The HTTP status.
        status: u16,
    },
    /// The provider refuses the request.
    #[error("the provider refuses the request (HTTP {status}): {message}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// Its words, made safe and cut.
        message: String,
    },
    /// Too many requests, or too many tokens.
    #[error("the provider's rate limit is reached")]
    RateLimited {
        /// How long it asks to wait.
        retry_after: Option<Duration>,
    },
    /// Our own budget is spent; the provider was not asked.
    #[error(
        "the budget for the AI provider is spent (rate_limit.ai_requests_per_minute or \
         ai_tokens_per_minute, over all processes); go on in {} s",
        retry_after.as_secs_f64().ceil()
    )]
    Budget {
        /// When there is something left again, from now.
        retry_after: Duration,
    },
    /// The money for this month is spent; the provider was not asked.
    #[error("{0}")]
    Spent(Spent),
    /// The provider is left alone for a while, as it has failed too often: nothing was asked.
    #[error("the provider is not asked: its circuit breaker is {0}; see `leadctl breaker status`")]
    CircuitOpen(Rejection),
    /// The provider has too much to do.
    #[error("the provider is overloaded (HTTP {status})")]
    Overloaded {
        /// The HTTP status.
        status: u16,
        /// How long it asks to wait.
        retry_after: Option<Duration>,
    },
    /// The provider failed.
    #[error("the provider failed (HTTP {status})")]
    Server {
        /// The HTTP status.
        status: u16,
        /// How long it asks to wait.
        retry_after: Option<Duration>,
    },
    /// No answer in time.
    #[error("no answer in time; ai.timeout_secs sets the time")]
    Timeout,
    /// The provider was not reached.
    #[error("the provider was not reached ({0})")]
    Network(String),
    /// The answer broke off.
    #[error("the answer broke off")]
    Truncated,
    /// The answer is longer than we read.
    #[error("the answer is longer than {0} bytes")]
    TooLarge(usize),
    /// The answer is not what such a provider gives.
    #[error("the answer was not understood: {0}")]
    Decode(String),
    /// The model declined.
    #[error("the model refuses: {0}")]
    Refusal(String),
    /// The answer was cut at the most tokens that the model writes.
    #[error("the model's answer was cut for length; lower ai.batch")]
    Length {
        /// What came before the cut; hostile.
        partial: String,
    },
    /// A content filter, or a block for safety, stopped the request or the answer.
    #[error("a content filter stopped it: {0}")]
    Filtered(String),
    /// The model answered with nothing.
    #[error("the model's answer is empty")]
    Empty,
    /// The model calls a tool that it was not given.
    #[error("the model calls the tool {0} instead of judging")]
    Tool(String),
    /// The model answered, but not with judgements.
    #[error("the model's answer cannot be used: {0}")]
    Unusable(String),
}

/// Which budget for a month is spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Spent {
    /// That of all users together.
    #[error("the AI budget of this month is spent (ai.budget_usd_per_month)")]
    Total,
    /// That of the user whose campaign it is.
    #[error(
        "the user's AI budget of this month is spent (ai.user_budget_usd_per_month, or `leadctl \
         usage budget`)"
    )]
    User,
}

impl Spent {
    /// `total` or `user`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::User => "user",
        }
    }
}

impl AiError {
    /// Whether the same request can succeed later.
    pub fn is_retryable(&self) -> bool {
        matches!(
            self,
            Self::RateLimited { .. }
                | Self::Budget { .. }
                | Self::CircuitOpen(_)
                | Self::Overloaded { .. }
                | Self::Server { .. }
                | Self::Timeout
                | Self::Network(_)
                | Self::Truncated
        )
    }

    /// How long the provider asks to wait before another try.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::RateLimited { retry_after }
            | Self::Server { retry_after, .. }
            | Self::Overloaded { retry_after, .. } => *retry_after,
            Self::Budget { retry_after } => Some(*retry_after),
            Self::CircuitOpen(rejection) => rejection.wait,
            _ => None,
        }
    }

    /// The error in one word, for logs and tests.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Address { .. } => "address",
            Self::NoModel(_) => "no_model",
            Self::NoSuchProvider(_) => "no_such_provider",
            Self::Client(_) => "client",
            Self::Unauthorized { .. } => "unauthorized",
            Self::Forbidden(_) => "forbidden",
            Self::NoCredit { .. } => "no_credit",
            Self::NoSuchModel { .. } => "no_such_model",
            Self::Format { .. } => "format",
            Self::TooLong { .. } => "too_long",
            Self::Refused { .. } => "bad_request",
            Self::RateLimited { .. } => "rate_limited",
            Self::Budget { .. } => "budget",
            Self::Spent(_) => "spent",
            Self::CircuitOpen(_) => "circuit_open",
            Self::Overloaded { .. } => "overloaded",
            Self::Server { .. } => "server",
            Self::Timeout => "timeout",
            Self::Network(_) => "network",
            Self::Truncated => "truncated",
            Self::TooLarge(_) => "too_large",
            Self::Decode(_) => "decode",
            Self::Refusal(_) => "refusal",
            Self::Length { .. } => "length",
            Self::Filtered(_) => "filtered",
            Self::Empty => "empty",
            Self::Tool(_) => "tool",
            Self::Unusable(_) => "unusable",
        }
    }

    /// Whether it is about these posts, so that others can fare better.
    pub(super) fn is_of_content(&self) -> bool {
        matches!(
            self,
            Self::Decode(_)
                | Self::TooLarge(_)
                | Self::TooLong { .. }
                | Self::Refusal(_)
                | Self::Length { .. }
                | Self::Filtered(_)
                | Self::Empty
                | Self::Tool(_)
                | Self::Unusable(_)
        )
    }

    /// Whether the model has nothing to say of what it was asked, and would not a minute later.
    pub(super) fn says_nothing(&self) -> bool {
        matches!(self, Self::Refusal(_) | Self::Filtered(_) | Self::Empty)
    }

    /// Whether asking again is of no use before somebody has changed something.
    pub(super) fn is_final(&self) -> bool {
        matches!(
            self,
            Self::Unauthorized { .. }
                | Self::Forbidden(_)
                | Self::NoCredit { .. }
                | Self::NoSuchModel { .. }
                | Self::Spent(_)
                | Self::CircuitOpen(_)
        )
    }
}

impl GuardedError for AiError {
    /// Of what the model said of posts only refusals by status get here: answers are taken apart
    /// later.
    fn verdict(&self) -> Verdict {
        match self {
            Self::RateLimited { retry_after }
            | Self::Server { retry_after, .. }
            | Self::Overloaded { retry_after, .. } => {
                Verdict::Failure { retry_after: *retry_after }
            }
            Self::Timeout | Self::Network(_) | Self::Truncated | Self::Decode(_) => {
                Verdict::Failure { retry_after: None }
            }
            // The provider is there, and this is its answer.
            Self::Refused { .. }
            | Self::TooLong { .. }
            | Self::Refusal(_)
            | Self::Length { .. }
            | Self::Filtered(_)
            | Self::Empty
            | Self::Tool(_)
            | Self::Unusable(_) => Verdict::Success,
            // It is about us: whoever reads of an open breaker would not look at the settings.
            Self::Address { .. }
            | Self::NoModel(_)
            | Self::NoSuchProvider(_)
            | Self::Client(_)
            | Self::Unauthorized { .. }
            | Self::Forbidden(_)
            | Self::NoCredit { .. }
            | Self::NoSuchModel { .. }
            | Self::Format { .. }
            | Self::CircuitOpen(_)
            | Self::Budget { .. }
            | Self::Spent(_)
            | Self::TooLarge(_) => Verdict::Ignore,
        }
    }

    fn is_retryable(&self) -> bool {
        Self::is_retryable(self)
    }

    fn retry_after(&self) -> Option<Duration> {
        Self::retry_after(self)
    }

    fn circuit_open(rejection: Rejection) -> Self {
        Self::CircuitOpen(rejection)
    }
}
