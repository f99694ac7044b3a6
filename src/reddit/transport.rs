use std::sync::Arc;

use reqwest::header::{CONTENT_TYPE, HeaderMap, LOCATION};
use reqwest::{Client, RequestBuilder, Response, StatusCode, Url};
use secrecy::ExposeSecret;
use serde::Deserialize;

use super::auth::{Auth, Token};
use super::error::RedditError;
use super::loose::Loose;
use super::window::{Window, retry_after, wait_of};
use crate::guard::http::{BodyError, body, network_cause};
use crate::telemetry::trace;

/// Longest answer that is read, in bytes.
pub(super) const MAX_BODY: usize = 8 * 1024 * 1024;
/// Longest answer with an error status that is read, in bytes.
const MAX_ERROR_BODY: usize = 64 * 1024;

/// What a request is about, for messages and for what a status means.
#[derive(Debug, Clone)]
pub(super) struct Target {
    /// In words, without the query.
    pub(super) what: String,
    /// The subreddit asked, where it is one.
    pub(super) subreddit: Option<String>,
}

impl Target {
    /// The error for an answer that is not the JSON expected. The place alone is told, as the rest
    /// can quote what strangers wrote.
    pub(super) fn decode(&self, error: &serde_json::Error) -> RedditError {
        let what = self.what.clone();
        if error.is_eof() {
            return RedditError::Truncated { what };
        }
        let problem = if error.is_data() { "unexpected data" } else { "no valid JSON" };
        let cause = format!("{problem} at line {} column {}", error.line(), error.column());
        RedditError::Decode { what, cause }
    }
}

/// Signed-in requests to Reddit's API, one at a time, without retries.
pub(super) struct Transport {
    pub(super) http: Client,
    pub(super) auth: Auth,
    pub(super) window: Window,
}

impl Transport {
    /// The body of the answer to a GET of `url`; whether the window is open was looked at before.
    pub(super) async fn get(&self, target: &Target, url: &Url) -> Result<Vec<u8>, RedditError> {
        let token = self.auth.token().await?;
        let mut response = self.send(target, url, &token).await?;
        if response.status() == StatusCode::UNAUTHORIZED {
            // Reddit can end a token early; once is normal, twice is not.
            self.auth.forget(&token).await;
            let token = self.auth.token().await?;
            self.window.take().await?;
            response = self.send(target, url, &token).await?;
        }
        self.window.note(response.headers()).await;
        let result = read(response, target).await;
        if let Err(RedditError::RateLimited { retry_after }) = &result {
            self.window.close_for(*retry_after).await;
        }
        result
    }

    async fn send(
        &self,
        target: &Target,
        url: &Url,
        token: &Arc<Token>,
    ) -> Result<Response, RedditError> {
        let request = self.http.get(url.clone()).bearer_auth(token.value.expose_secret());
        let response = sent(request, target).await?;
        tracing::debug!(path = url.path(), status = response.status().as_u16(), "asked Reddit");
        Ok(response)
    }
}

/// Sends a request and waits for the head of its answer.
pub(super) async fn sent(
    request: RequestBuilder,
    target: &Target,
) -> Result<Response, RedditError> {
    let response = request.send().await.map_err(|error| {
        let what = target.what.clone();
        if error.is_timeout() {
            RedditError::Timeout { what }
        } else {
            RedditError::Network { what, cause: network_cause(&error.without_url()) }
        }
    })?;
    trace::note_status(response.status().as_u16());
    Ok(response)
}

/// The body of an answer that is a success, else what its status means.
pub(super) async fn read(response: Response, target: &Target) -> Result<Vec<u8>, RedditError> {
    let (status, headers) = (response.status(), response.headers().clone());
    if !status.is_success() {
        // A body that cannot be read changes nothing of what the status says.
        let body = body(response, MAX_ERROR_BODY).await.unwrap_or_default();
        return Err(refusal(status, &headers, &body, target));
    }
    let what = || target.what.clone();
    let body = body(response, MAX_BODY).await.map_err(|error| match error {
        BodyError::TooLarge(max) => RedditError::TooLarge { what: what(), max },
        BodyError::Broken(error) if error.is_timeout() => RedditError::Timeout { what: what() },
        BodyError::Broken(_) => RedditError::Truncated { what: what() },
    })?;
    if is_html(&headers, &body) {
        return Err(RedditError::Html { what: what(), status: status.as_u16() });
    }
    Ok(body)
}

fn refusal(status: StatusCode, headers: &HeaderMap, body: &[u8], target: &Target) -> RedditError {
    let (what, code) = (target.what.clone(), status.as_u16());
    let of = target.subreddit.clone();
    match (code, of) {
        (401, _) => RedditError::Unauthorized,
        (408, _) => RedditError::Timeout { what },
        (429, _) => RedditError::RateLimited { retry_after: wait_of(headers) },
        (500.., _) => RedditError::Server { status: code, retry_after: retry_after(headers) },
        // Reddit sends whoever asks for a subreddit that is not there to its search.
        (300..=399, Some(subreddit)) if leads_to_search(headers) => {
            RedditError::NotFound { subreddit }
        }
        (300..=399, _) => RedditError::Redirected { what, status: code },
        _ if is_html(headers, body) => RedditError::Html { what, status: code },
        (403 | 404, Some(subreddit)) => {
            let reason = reason(body);
            match (code, reason.as_deref()) {
                (_, Some("banned")) => RedditError::Banned { subreddit },
                (404, Some("private")) | (403, None) => {
                    RedditError::Private { subreddit, reason: "private".to_owned() }
                }
                (403, Some(reason)) => {
                    RedditError::Private { subreddit, reason: reason.to_owned() }
                }
                _ => RedditError::NotFound { subreddit },
            }
        }
        _ => RedditError::Refused { what, status: code },
    }
}

fn leads_to_search(headers: &HeaderMap) -> bool {
    let location = headers.get(LOCATION).and_then(|l| l.to_str().ok()).unwrap_or_default();
    let path = location.split(['?', '#']).next().unwrap_or_default();
    path.trim_end_matches('/').trim_end_matches(".json").ends_with("/subreddits/search")
}

/// Reddit's word for why it refuses; other people's words are left out.
fn reason(body: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    #[serde(bound(deserialize = "'de: 'a"))]
    struct Refusal<'a> {
        #[serde(default)]
        reason: Loose<'a>,
    }
    let refusal: Refusal<'_> = serde_json::from_slice(body).ok()?;
    let word = refusal.reason.text()?;
    let plain = word.len() <= 40 && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    plain.then(|| word.to_lowercase())
}

fn is_html(headers: &HeaderMap, body: &[u8]) -> bool {
    match body.trim_ascii_start().first() {
        Some(b'<') => true,
        Some(b'{' | b'[') => false,
        _ => headers
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.trim_start().to_ascii_lowercase().starts_with("text/html")),
    }
}
