use std::time::Duration;

use crate::guard::GuardedError;
use crate::guard::breaker::{Rejection, Verdict};
use crate::guard::http::AddressError;

/// What can go wrong between us and Reddit. No message holds a secret, a token or a query.
#[derive(Debug, thiserror::Error)]
pub enum RedditError {
    /// No app is configured.
    #[error(
        "no Reddit credentials: set LEADCTL_REDDIT_CLIENT_ID and LEADCTL_REDDIT_CLIENT_SECRET. \
         To get them, create a script app at https://www.reddit.com/prefs/apps"
    )]
    NoCredentials,
    /// An address in the settings cannot be used.
    #[error("setting {key}: {cause}")]
    Address {
        /// The setting.
        key: &'static str,
        /// What is wrong with it.
        cause: AddressError,
    },
    /// No HTTP client can be made of the settings.
    #[error("no HTTP client could be made: {0}; check reddit.user_agent")]
    Client(String),
    /// There is no such subreddit, or its name is not one.
    #[error("r/{subreddit} does not exist")]
    NotFound {
        /// Its name; empty for the whole of Reddit.
        subreddit: String,
    },
    /// The subreddit is for members, quarantined, or closed to apps.
    #[error("r/{subreddit} is not open to us ({reason})")]
    Private {
        /// Its name.
        subreddit: String,
        /// Reddit's word for why, such as `private` or `quarantined`.
        reason: String,
    },
    /// Reddit closed the subreddit.
    #[error("r/{subreddit} was banned by Reddit")]
    Banned {
        /// Its name.
        subreddit: String,
    },
    /// Too many requests.
    #[error("Reddit's rate limit is reached; go on in {} s", retry_after.as_secs_f64().ceil())]
    RateLimited {
        /// When the limit ends, from now.
        retry_after: Duration,
    },
    /// Our own budget of requests is spent; Reddit was not asked.
    #[error(
        "the budget of requests to Reddit is spent (rate_limit.reddit_per_minute, over all \
         processes); go on in {} s",
        retry_after.as_secs_f64().ceil()
    )]
    Budget {
        /// When there is something left again, from now.
        retry_after: Duration,
    },
    /// Little is left of Reddit's own limit, and it is spread over the time that it must do for;
    /// Reddit was not asked.
    #[error(
        "little is left of Reddit's limit, and requests are spread over the rest of its window; go \
         on in {} s",
        retry_after.as_secs_f64().ceil()
    )]
    Paced {
        /// When the turn comes, from now.
        retry_after: Duration,
    },
    /// Reddit is left alone for a while, as it has failed too often: nothing was asked.
    #[error("Reddit is not asked: its circuit breaker is {0}; see `leadctl breaker status`")]
    CircuitOpen(Rejection),
    /// Reddit failed.
    #[error("Reddit failed (HTTP {status})")]
    Server {
        /// The HTTP status.
        status: u16,
        /// How long Reddit asks to wait.
        retry_after: Option<Duration>,
    },
    /// Reddit does not take the credentials.
    #[error(
        "Reddit refuses the credentials; check LEADCTL_REDDIT_CLIENT_ID and \
         LEADCTL_REDDIT_CLIENT_SECRET against https://www.reddit.com/prefs/apps"
    )]
    Unauthorized,
    /// Reddit refuses this very request.
    #[error("Reddit refuses {what} (HTTP {status})")]
    Refused {
        /// What was asked for.
        what: String,
        /// The HTTP status.
        status: u16,
    },
    /// Reddit took the request and says in its answer that it was not carried out.
    #[error("Reddit did not carry out {what}: {reason}")]
    Rejected {
        /// What was asked for.
        what: String,
        /// Reddit's word for why, such as `SUBREDDIT_NOEXIST`.
        reason: String,
    },
    /// A redirect came, which is followed nowhere.
    #[error("{what}: a redirect came instead of data (HTTP {status}){}", sent_away(*elsewhere))]
    Redirected {
        /// What was asked for.
        what: String,
        /// The HTTP status.
        status: u16,
        /// Whether it leads away from Reddit, as the sign-in page of a network does.
        elsewhere: bool,
    },
    /// A web page came instead of data, as from something between us and Reddit.
    #[error(
        "{what}: a web page came instead of data (HTTP {status}); where this lasts, check \
         reddit.base_url, and whether reddit.user_agent names your app"
    )]
    Html {
        /// What was asked for.
        what: String,
        /// The HTTP status.
        status: u16,
    },
    /// An answer without anything in it, where data was due.
    #[error("{what}: the answer is empty")]
    Empty {
        /// What was asked for.
        what: String,
    },
    /// The answer broke off.
    #[error("{what}: the answer broke off")]
    Truncated {
        /// What was asked for.
        what: String,
    },
    /// The answer is longer than we read.
    #[error("{what}: the answer is longer than {max} bytes")]
    TooLarge {
        /// What was asked for.
        what: String,
        /// The bound, in bytes.
        max: usize,
    },
    /// No answer in time.
    #[error("{what}: no answer in time; reddit.timeout_secs sets the time")]
    Timeout {
        /// What was asked for.
        what: String,
    },
    /// The answer began, but did not come to its end in time.
    #[error("{what}: the answer came too slowly; reddit.timeout_secs sets the time")]
    Trickle {
        /// What was asked for.
        what: String,
    },
    /// The connection was reset by the other side, or by something between.
    #[error("{what}: the connection was reset")]
    Reset {
        /// What was asked for.
        what: String,
    },
    /// Reddit was not reached.
    #[error("{what}: Reddit was not reached ({cause})")]
    Network {
        /// What was asked for.
        what: String,
        /// What happened on the way.
        cause: String,
    },
    /// The answer is not what Reddit's API gives.
    #[error("{what}: the answer was not understood: {cause}")]
    Decode {
        /// What was asked for.
        what: String,
        /// What is wrong with it.
        cause: String,
    },
}

fn sent_away(elsewhere: bool) -> &'static str {
    if elsewhere { ", leading away from Reddit; check reddit.base_url" } else { "" }
}

/// Whether a web page with this status stands for a fault: one that refuses the request as such is
/// an answer all the same.
fn is_faulty_page(status: u16) -> bool {
    status < 400 || status == 403 || status == 429 || status >= 500
}

impl RedditError {
    /// The error's own name, for tables and programs.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NoCredentials => "no_credentials",
            Self::Address { .. } => "address",
            Self::Client(_) => "client",
            Self::NotFound { .. } => "not_found",
            Self::Private { .. } => "private",
            Self::Banned { .. } => "banned",
            Self::RateLimited { .. } => "rate_limited",
            Self::Budget { .. } => "budget",
            Self::Paced { .. } => "paced",
            Self::CircuitOpen(_) => "circuit_open",
            Self::Server { .. } => "server",
            Self::Unauthorized => "unauthorized",
            Self::Refused { .. } => "refused",
            Self::Rejected { .. } => "rejected",
            Self::Redirected { .. } => "redirected",
            Self::Html { .. } => "html",
            Self::Empty { .. } => "empty",
            Self::Truncated { .. } => "truncated",
            Self::TooLarge { .. } => "too_large",
            Self::Timeout { .. } => "timeout",
            Self::Trickle { .. } => "trickle",
            Self::Reset { .. } => "reset",
            Self::Network { .. } => "network",
            Self::Decode { .. } => "decode",
        }
    }

    /// Whether the same request can succeed later.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Html { status, .. } => is_faulty_page(*status),
            Self::RateLimited { .. }
            | Self::Budget { .. }
            | Self::Paced { .. }
            | Self::CircuitOpen(_)
            | Self::Server { .. }
            | Self::Empty { .. }
            | Self::Truncated { .. }
            | Self::Timeout { .. }
            | Self::Trickle { .. }
            | Self::Reset { .. }
            | Self::Network { .. } => true,
            _ => false,
        }
    }

    /// How long Reddit asks to wait before another try.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::RateLimited { retry_after }
            | Self::Budget { retry_after }
            | Self::Paced { retry_after } => Some(*retry_after),
            Self::Server { retry_after, .. } => *retry_after,
            Self::CircuitOpen(rejection) => rejection.wait,
            _ => None,
        }
    }
}

impl GuardedError for RedditError {
    fn verdict(&self) -> Verdict {
        match self {
            Self::RateLimited { retry_after } => {
                Verdict::Failure { retry_after: Some(*retry_after) }
            }
            Self::Server { retry_after, .. } => Verdict::Failure { retry_after: *retry_after },
            Self::Html { status, .. } if !is_faulty_page(*status) => Verdict::Success,
            Self::Html { .. }
            | Self::Redirected { elsewhere: true, .. }
            | Self::Empty { .. }
            | Self::Truncated { .. }
            | Self::Timeout { .. }
            | Self::Trickle { .. }
            | Self::Reset { .. }
            | Self::Network { .. }
            | Self::Decode { .. } => Verdict::Failure { retry_after: None },
            // Reddit is there, and this is its answer.
            Self::NotFound { .. }
            | Self::Private { .. }
            | Self::Banned { .. }
            | Self::Refused { .. }
            | Self::Rejected { .. }
            | Self::Redirected { .. } => Verdict::Success,
            // It is about us: whoever reads of an open breaker would not look at the settings.
            Self::NoCredentials
            | Self::Address { .. }
            | Self::Client(_)
            | Self::CircuitOpen(_)
            | Self::Budget { .. }
            | Self::Paced { .. }
            | Self::Unauthorized
            | Self::TooLarge { .. } => Verdict::Ignore,
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
