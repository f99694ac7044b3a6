//! What an HTTP answer of Reddit means.

use std::time::Duration;

use reqwest::header::{HeaderMap, LOCATION, RETRY_AFTER};
use reqwest::{Response, StatusCode};
use serde::Deserialize;

use super::RedditError;
use crate::plain::plain;

/// Largest body that is read, in bytes.
const MAX_BODY: usize = 8 * 1024 * 1024;
/// Wait after a refusal that names none.
const USUAL_WAIT: Duration = Duration::from_secs(60);
/// Longest wait that is believed: Reddit's windows are ten minutes.
const LONGEST_WAIT: Duration = Duration::from_secs(15 * 60);
/// Characters of Reddit's messages that are told.
const MESSAGE_CHARS: usize = 200;

/// The body, within bounds.
pub(super) async fn read_body(mut response: Response, what: &str) -> Result<Vec<u8>, RedditError> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        if body.len() + chunk.len() > MAX_BODY {
            return Err(RedditError::TooLarge { what: what.to_owned(), limit: MAX_BODY });
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// A number of seconds in a header.
pub(super) fn seconds(headers: &HeaderMap, name: &str) -> Option<f64> {
    headers.get(name)?.to_str().ok()?.trim().parse().ok().filter(|n: &f64| n.is_finite())
}

/// The wait that a refusal for too many requests asks for.
pub(super) fn wait_of(headers: &HeaderMap) -> Duration {
    seconds(headers, RETRY_AFTER.as_str())
        .or_else(|| seconds(headers, "x-ratelimit-reset"))
        .and_then(|secs| Duration::try_from_secs_f64(secs.max(1.0)).ok())
        .map_or(USUAL_WAIT, |wait| wait.min(LONGEST_WAIT))
}

/// What Reddit says in an error.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Refusal {
    reason: Option<String>,
    message: Option<String>,
}

/// The body of a good answer.
///
/// # Errors
/// What another status, or a body that is no JSON, means.
pub(super) fn accept(
    status: StatusCode,
    headers: &HeaderMap,
    body: Vec<u8>,
    what: &str,
) -> Result<Vec<u8>, RedditError> {
    let what = what.to_owned();
    let html = body.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'<');
    if status.is_success() {
        return match html {
            true => Err(RedditError::Html { status: status.as_u16(), what }),
            false if body.is_empty() => {
                Err(RedditError::Decode { what, why: "it is empty".to_owned() })
            }
            false => Ok(body),
        };
    }
    let refusal: Refusal = serde_json::from_slice(&body).unwrap_or_default();
    let number = status.as_u16();
    Err(match status {
        StatusCode::TOO_MANY_REQUESTS => {
            RedditError::RateLimited { retry_after: wait_of(headers) }
        }
        StatusCode::UNAUTHORIZED => RedditError::Unauthorized,
        StatusCode::NOT_FOUND if refusal.reason.as_deref() == Some("banned") => {
            RedditError::Banned { what }
        }
        StatusCode::NOT_FOUND => RedditError::NotFound { what },
        StatusCode::FORBIDDEN if html => RedditError::Html { status: number, what },
        StatusCode::FORBIDDEN => {
            let reason = refusal.reason.or(refusal.message).unwrap_or_else(|| "forbidden".into());
            RedditError::Private { what, reason: shortened(&reason) }
        }
        // A subreddit that does not exist leads to the search for one.
        status if status.is_redirection() && leads_to_search(headers) => {
            RedditError::NotFound { what }
        }
        status if status.is_server_error() && html => RedditError::Html { status: number, what },
        status if status.is_server_error() => RedditError::Server { status: number, what },
        _ => {
            let message = refusal.message.or(refusal.reason).unwrap_or_default();
            RedditError::Refused { status: number, what, message: shortened(&message) }
        }
    })
}

fn leads_to_search(headers: &HeaderMap) -> bool {
    headers
        .get(LOCATION)
        .and_then(|location| location.to_str().ok())
        .is_some_and(|location| location.contains("/subreddits/search"))
}

fn shortened(text: &str) -> String {
    plain(text).chars().take(MESSAGE_CHARS).collect()
}
