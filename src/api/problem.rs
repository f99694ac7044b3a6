//! Errors as `application/problem+json` (RFC 9457).

use std::time::Duration;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::model::{FieldError, Scope};
use crate::queue::QueueError;
use crate::store::StoreError;

/// The type of the problem of too many requests, by the draft that `limits` follows.
const QUOTA_EXCEEDED: &str = "https://iana.org/assignments/http-problem-types#quota-exceeded";

/// What kinds of problems there are. The names are part of the API: they stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The request is not acceptable.
    BadRequest,
    /// Nobody knows who asks.
    Unauthorized,
    /// The key does not allow this.
    Forbidden,
    /// There is no such thing, or it is somebody else's.
    NotFound,
    /// The thing is there, and not to be had in this way.
    MethodNotAllowed,
    /// As things stand this cannot be done.
    Conflict,
    /// The body is too large.
    TooLarge,
    /// The body is not JSON.
    UnsupportedMediaType,
    /// The fields are understood, and not acceptable.
    Invalid,
    /// An idempotency key was used before, for something else.
    KeyReused,
    /// A rate limit is used up.
    TooManyRequests,
    /// The server failed.
    Internal,
    /// Something that is needed does not answer.
    Unavailable,
    /// It took too long.
    Timeout,
}

impl Kind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::BadRequest,
        Self::Unauthorized,
        Self::Forbidden,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::Conflict,
        Self::TooLarge,
        Self::UnsupportedMediaType,
        Self::Invalid,
        Self::KeyReused,
        Self::TooManyRequests,
        Self::Internal,
        Self::Unavailable,
        Self::Timeout,
    ];

    /// The status, the `type` and the title.
    const fn row(self) -> (StatusCode, &'static str, &'static str) {
        use StatusCode as S;
        match self {
            Self::BadRequest => {
                (S::BAD_REQUEST, "urn:leadctl:problem:bad-request", "The request is malformed")
            }
            Self::Unauthorized => {
                (S::UNAUTHORIZED, "urn:leadctl:problem:unauthorized", "A valid key is needed")
            }
            Self::Forbidden => {
                (S::FORBIDDEN, "urn:leadctl:problem:forbidden", "The key does not allow this")
            }
            Self::NotFound => {
                (S::NOT_FOUND, "urn:leadctl:problem:not-found", "There is no such thing")
            }
            Self::MethodNotAllowed => (
                S::METHOD_NOT_ALLOWED,
                "urn:leadctl:problem:method-not-allowed",
                "It cannot be used in this way",
            ),
            Self::Conflict => {
                (S::CONFLICT, "urn:leadctl:problem:conflict", "As things stand this cannot be done")
            }
            Self::TooLarge => {
                (S::PAYLOAD_TOO_LARGE, "urn:leadctl:problem:too-large", "The body is too large")
            }
            Self::UnsupportedMediaType => (
                S::UNSUPPORTED_MEDIA_TYPE,
                "urn:leadctl:problem:unsupported-media-type",
                "The body must be JSON",
            ),
            Self::Invalid => (
                S::UNPROCESSABLE_ENTITY,
                "urn:leadctl:problem:invalid",
                "Some fields are not acceptable",
            ),
            Self::KeyReused => (
                S::UNPROCESSABLE_ENTITY,
                "urn:leadctl:problem:idempotency-key-reused",
                "The idempotency key was used for something else",
            ),
            Self::TooManyRequests => (S::TOO_MANY_REQUESTS, QUOTA_EXCEEDED, "Too many requests"),
            Self::Internal => {
                (S::INTERNAL_SERVER_ERROR, "urn:leadctl:problem:internal", "The server failed")
            }
            Self::Unavailable => (
                S::SERVICE_UNAVAILABLE,
                "urn:leadctl:problem:unavailable",
                "Something that is needed does not answer",
            ),
            Self::Timeout => {
                (S::GATEWAY_TIMEOUT, "urn:leadctl:problem:timeout", "It took too long")
            }
        }
    }

    /// The HTTP status.
    pub fn status(self) -> StatusCode {
        self.row().0
    }

    /// The stable `type`.
    pub fn uri(self) -> &'static str {
        self.row().1
    }

    /// The title.
    pub fn title(self) -> &'static str {
        self.row().2
    }
}

/// An error as the client is told of it.
#[derive(Debug, Clone)]
pub struct Problem {
    kind: Kind,
    detail: String,
    /// Members beside the usual ones.
    extra: Vec<(&'static str, Value)>,
    retry_after: Option<Duration>,
}

impl Problem {
    /// With a sentence that says what was wrong and what would be right.
    pub fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into(), extra: Vec::new(), retry_after: None }
    }

    /// The request is not acceptable.
    pub fn bad_request(detail: impl Into<String>) -> Self {
        Self::new(Kind::BadRequest, detail)
    }

    /// There is no such thing.
    pub fn not_found(detail: impl Into<String>) -> Self {
        Self::new(Kind::NotFound, detail)
    }

    /// Nobody knows who asks.
    pub(super) fn unauthorized(detail: impl Into<String>) -> Self {
        Self::new(Kind::Unauthorized, detail)
    }

    /// The key's scope is too narrow.
    pub(super) fn scope(needed: Scope) -> Self {
        Self::new(Kind::Forbidden, format!("this needs a key with the scope {needed}"))
    }

    /// Some fields are not acceptable: all of them are told.
    pub(super) fn fields(errors: &[FieldError]) -> Self {
        let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
        let mut problem = Self::new(Kind::Invalid, told.join("; "));
        problem.extra.push(("errors", json!(errors)));
        problem
    }

    /// The rate limit `policy` is used up.
    pub(super) fn too_many(policy: &'static str, detail: String) -> Self {
        let mut problem = Self::new(Kind::TooManyRequests, detail);
        problem.extra.push(("violated-policies", json!([policy])));
        problem
    }

    /// With how long to wait before another try.
    #[must_use]
    pub(super) fn retry_after(mut self, wait: Duration) -> Self {
        self.retry_after = Some(wait);
        self
    }

    /// A failure that is none of the client's business.
    pub fn internal() -> Self {
        Self::new(Kind::Internal, "the server failed; its log says why")
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut body = json!({
            "type": self.kind.uri(),
            "title": self.kind.title(),
            "status": self.kind.status().as_u16(),
            "detail": self.detail,
        });
        for (name, value) in self.extra {
            body[name] = value;
        }
        let headers = [(header::CONTENT_TYPE, "application/problem+json")];
        let mut response = (self.kind.status(), headers, body.to_string()).into_response();
        if self.kind == Kind::Unauthorized {
            let challenge = HeaderValue::from_static("Bearer realm=\"leadctl\"");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
        }
        if let Some(wait) = self.retry_after {
            let secs = HeaderValue::from(wait.as_secs().max(1));
            response.headers_mut().insert(header::RETRY_AFTER, secs);
        }
        response
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::BadCursor(_) => Self::bad_request(error.to_string()),
            StoreError::NameTaken { .. } | StoreError::AccountTaken { .. } => {
                Self::new(Kind::Conflict, error.to_string())
            }
            StoreError::NoCampaign(_) => Self::not_found(error.to_string()),
            StoreError::BadName(_) => Self::new(Kind::Invalid, error.to_string()),
            StoreError::Sql(error) => {
                tracing::error!(%error, "the database failed a request");
                Self::new(Kind::Unavailable, "the database does not answer; try again in a moment")
                    .retry_after(Duration::from_secs(1))
            }
            error => {
                tracing::error!(%error, "a request failed");
                Self::internal()
            }
        }
    }
}

impl From<QueueError> for Problem {
    fn from(error: QueueError) -> Self {
        match error {
            QueueError::NoSuchJob { .. } | QueueError::NoSuchSchedule { .. } => {
                Self::not_found(error.to_string())
            }
            QueueError::WrongState { .. }
            | QueueError::Busy { .. }
            | QueueError::LockLost { .. } => Self::new(Kind::Conflict, error.to_string()),
            QueueError::Invalid(why) => Self::new(Kind::Invalid, why),
            error => {
                tracing::error!(%error, "the queue failed a request");
                Self::new(Kind::Unavailable, "the queue does not answer; try again in a moment")
                    .retry_after(Duration::from_secs(1))
            }
        }
    }
}
