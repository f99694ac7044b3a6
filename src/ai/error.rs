use std::time::Duration;

use crate::guard::GuardedError;
use crate::guard::breaker::{Rejection, Verdict};
use crate::guard::http::AddressError;

/// What can go wrong between us and an AI provider. No message holds the key.
#[derive(Debug, thiserror::Error)]
pub enum AiError {
    /// The address in the settings cannot be used.
    #[error("setting ai.base_url: {0}")]
    Address(AddressError),
    /// There is a provider, but no model to ask of it.
    #[error("setting ai.model is empty; name the model to ask, as the provider spells it")]
    NoModel,
    /// No HTTP client can be made.
    #[error("no HTTP client could be made for the AI provider: {0}")]
    Client(String),
    /// The provider does not take the key.
    #[error("the provider refuses the key (HTTP {status}); check LEADCTL_AI_API_KEY")]
    Unauthorized {
        /// The HTTP status.
        status: u16,
    },
    /// The provider does not know the form of answer that was asked for.
    #[error("the provider does not know this response_format (HTTP {status})")]
    Format {
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
    /// The provider is left alone for a while, as it has failed too often: nothing was asked.
    #[error("the provider is not asked: its circuit breaker is {0}; see `leadctl breaker status`")]
    CircuitOpen(Rejection),
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
    /// The provider answered, but with nothing to judge by.
    #[error("the model gave no judgement: {0}")]
    NoContent(String),
}

impl AiError {
    /// Whether the same request can succeed later.
    pub fn is_retryable(&self) -> bool {
        matches!(
            self,
            Self::RateLimited { .. }
                | Self::Budget { .. }
                | Self::CircuitOpen(_)
                | Self::Server { .. }
                | Self::Timeout
                | Self::Network(_)
                | Self::Truncated
        )
    }

    /// How long the provider asks to wait before another try.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::RateLimited { retry_after } | Self::Server { retry_after, .. } => *retry_after,
            Self::Budget { retry_after } => Some(*retry_after),
            Self::CircuitOpen(rejection) => rejection.wait,
            _ => None,
        }
    }

    /// Whether it is about these posts, so that others can fare better.
    pub(super) fn is_of_content(&self) -> bool {
        matches!(self, Self::NoContent(_) | Self::Decode(_) | Self::TooLarge(_))
    }
}

impl GuardedError for AiError {
    /// Of what the model said of posts nothing gets here: those answers are taken apart later.
    fn verdict(&self) -> Verdict {
        match self {
            Self::RateLimited { retry_after } | Self::Server { retry_after, .. } => {
                Verdict::Failure { retry_after: *retry_after }
            }
            Self::Timeout | Self::Network(_) | Self::Truncated | Self::Decode(_) => {
                Verdict::Failure { retry_after: None }
            }
            // The provider is there, and this is its answer.
            Self::Refused { .. } | Self::NoContent(_) => Verdict::Success,
            // It is about us: whoever reads of an open breaker would not look at the settings.
            Self::Address(_)
            | Self::NoModel
            | Self::Client(_)
            | Self::Unauthorized { .. }
            | Self::Format { .. }
            | Self::CircuitOpen(_)
            | Self::Budget { .. }
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
