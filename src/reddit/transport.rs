use std::sync::Arc;

use reqwest::header::{
    CONTENT_TYPE, ETAG, HeaderMap, HeaderName, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED,
    LOCATION,
};
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode, Url};
use secrecy::ExposeSecret;
use serde::Deserialize;

use super::auth::{Auth, Token};
use super::error::RedditError;
use super::loose::Loose;
use super::window::{Window, retry_after, wait_of};
use crate::guard::http::{BodyError, body, network_cause};
use crate::telemetry::{metrics as names, trace};

/// Longest answer that is read, in bytes.
pub const MAX_BODY: usize = 8 * 1024 * 1024;
/// Longest answer with an error status that is read, in bytes.
const MAX_ERROR_BODY: usize = 64 * 1024;

/// What a request is about, for messages and for what a status means.
#[derive(Debug, Clone)]
pub(super) struct Target {
    /// In words, without the query.
    pub(super) what: String,
    /// The subreddit asked, where it is one.
    pub(super) subreddit: Option<String>,
    /// Whether a feed is due, instead of JSON.
    pub(super) feed: bool,
}

/// A request, without what signs it.
#[derive(Debug, Clone)]
pub(super) struct Ask<'a> {
    pub(super) method: Method,
    pub(super) url: &'a Url,
    /// A form, or JSON.
    pub(super) body: Option<&'a str>,
    /// Only an answer that differs from the one with this tag is wanted.
    pub(super) etag: Option<&'a str>,
    /// Only an answer that has changed since is wanted.
    pub(super) modified: Option<&'a str>,
}

/// An answer that is a success.
#[derive(Debug, Default)]
pub(super) struct Reply {
    pub(super) body: Vec<u8>,
    /// What the answer is known by later.
    pub(super) etag: Option<String>,
    /// When it changed last.
    pub(super) modified: Option<String>,
    /// Nothing differs from the answer asked about.
    pub(super) unchanged: bool,
}

impl<'a> Ask<'a> {
    pub(super) fn get(url: &'a Url) -> Self {
        Self { method: Method::GET, url, body: None, etag: None, modified: None }
    }
}

impl Target {
    /// About something that is no subreddit.
    pub(super) fn of(what: impl Into<String>) -> Self {
        Self { what: what.into(), subreddit: None, feed: false }
    }

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

/// Requests to Reddit, one at a time, without retries.
pub(super) struct Transport {
    pub(super) http: Client,
    /// What signs them; nothing does where the public feeds are read.
    pub(super) auth: Option<Auth>,
    pub(super) window: Window,
}

impl Transport {
    /// The answer to `ask`; whether the window is open was looked at before.
    pub(super) async fn ask(&self, target: &Target, ask: &Ask<'_>) -> Result<Reply, RedditError> {
        let response = match &self.auth {
            Some(auth) => self.signed(auth, target, ask).await?,
            None => self.send(target, ask, None).await?,
        };
        self.window.note(response.headers()).await;
        let result = read(response, target).await;
        if let Err(RedditError::RateLimited { retry_after }) = &result {
            self.window.close_for(*retry_after).await;
        }
        // What is due after a GET is data; other methods need not answer with any.
        match result {
            Ok(reply) if reply.body.is_empty() && !reply.unchanged && ask.method == Method::GET => {
                Err(RedditError::Empty { what: target.what.clone() })
            }
            result => result,
        }
    }

    async fn signed(
        &self,
        auth: &Auth,
        target: &Target,
        ask: &Ask<'_>,
    ) -> Result<Response, RedditError> {
        let token = auth.token().await?;
        let response = self.send(target, ask, Some(&token)).await?;
        if response.status() != StatusCode::UNAUTHORIZED {
            return Ok(response);
        }
        // Reddit can end a token early; once is normal, twice is not.
        auth.forget(&token).await;
        let token = auth.token().await?;
        self.window.take().await?;
        self.send(target, ask, Some(&token)).await
    }

    async fn send(
        &self,
        target: &Target,
        ask: &Ask<'_>,
        token: Option<&Arc<Token>>,
    ) -> Result<Response, RedditError> {
        let mut request = self.http.request(ask.method.clone(), ask.url.clone());
        if let Some(token) = token {
            request = request.bearer_auth(token.value.expose_secret());
        }
        if let Some(etag) = ask.etag {
            request = request.header(IF_NONE_MATCH, etag);
        }
        if let Some(modified) = ask.modified {
            request = request.header(IF_MODIFIED_SINCE, modified);
        }
        if let Some(body) = ask.body {
            let json = body.trim_start().starts_with(['{', '[']);
            let form = "application/x-www-form-urlencoded";
            let kind = if json { "application/json" } else { form };
            request = request.header(CONTENT_TYPE, kind).body(body.to_owned());
        }
        let response = sent(request, target).await?;
        let status = response.status().as_u16();
        metrics::counter!(names::REDDIT_REQUESTS, "status" => status_class(status)).increment(1);
        tracing::debug!(path = ask.url.path(), status, "asked Reddit");
        Ok(response)
    }
}

fn status_class(status: u16) -> &'static str {
    match status {
        ..300 => "2xx",
        300..400 => "3xx",
        400..500 => "4xx",
        _ => "5xx",
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
        } else if is_reset(&error) {
            RedditError::Reset { what }
        } else {
            RedditError::Network { what, cause: network_cause(&error.without_url()) }
        }
    })?;
    trace::note_status(response.status().as_u16());
    Ok(response)
}

/// Whether the connection was ended by force, as opposed to never made or broken off.
fn is_reset(error: &(dyn std::error::Error + 'static)) -> bool {
    let kind = error.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
    kind == Some(std::io::ErrorKind::ConnectionReset) || error.source().is_some_and(is_reset)
}

/// The body of an answer that is a success, else what its status means.
pub(super) async fn read(response: Response, target: &Target) -> Result<Reply, RedditError> {
    let (status, headers) = (response.status(), response.headers().clone());
    let text = |name: HeaderName| headers.get(name)?.to_str().ok().map(str::to_owned);
    let known = Reply { etag: text(ETAG), modified: text(LAST_MODIFIED), ..Reply::default() };
    if status == StatusCode::NOT_MODIFIED {
        return Ok(Reply { unchanged: true, ..known });
    }
    if !status.is_success() {
        // A body that cannot be read changes nothing of what the status says.
        let body = body(response, MAX_ERROR_BODY).await.unwrap_or_default();
        return Err(refusal(status, &headers, &body, target));
    }
    let what = || target.what.clone();
    let body = body(response, MAX_BODY).await.map_err(|error| match error {
        BodyError::TooLarge(max) => RedditError::TooLarge { what: what(), max },
        BodyError::Broken(error) if error.is_timeout() => RedditError::Trickle { what: what() },
        BodyError::Broken(error) if is_reset(&error) => RedditError::Reset { what: what() },
        BodyError::Broken(_) => RedditError::Truncated { what: what() },
    })?;
    if body.trim_ascii().is_empty() {
        return Ok(known);
    }
    if is_page(&headers, &body, target) {
        return Err(RedditError::Html { what: what(), status: status.as_u16() });
    }
    // Reddit is known to say no with a status that says yes.
    match inner_status(&body) {
        Some(status) => Err(refusal(status, &headers, &body, target)),
        None => Ok(Reply { body, ..known }),
    }
}

/// The status in an answer that is nothing but an error: `{"message": "Forbidden", "error": 403}`.
fn inner_status(body: &[u8]) -> Option<StatusCode> {
    #[derive(Deserialize)]
    #[serde(bound(deserialize = "'de: 'a"))]
    struct Refusal<'a> {
        error: u16,
        #[serde(default)]
        message: Loose<'a>,
        #[serde(default)]
        reason: Loose<'a>,
        data: Option<serde::de::IgnoredAny>,
        kind: Option<serde::de::IgnoredAny>,
    }
    if body.len() > MAX_ERROR_BODY {
        return None;
    }
    let refusal: Refusal<'_> = serde_json::from_slice(body).ok()?;
    let worded = refusal.message.text().is_some() || refusal.reason.text().is_some();
    let only = worded && refusal.data.is_none() && refusal.kind.is_none();
    let status = StatusCode::from_u16(refusal.error).ok()?;
    (only && (status.is_client_error() || status.is_server_error())).then_some(status)
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
        (300..=399, _) => {
            RedditError::Redirected { what, status: code, elsewhere: leads_elsewhere(headers) }
        }
        // Of what has no feed there is a page that says so.
        (404, Some(subreddit)) if target.feed => RedditError::NotFound { subreddit },
        _ if is_html(headers, body) => RedditError::Html { what, status: code },
        (403 | 404, Some(subreddit)) => closed(code, subreddit, body),
        _ => RedditError::Refused { what, status: code },
    }
}

/// Why a subreddit cannot be read.
fn closed(status: u16, subreddit: String, body: &[u8]) -> RedditError {
    let reason = reason(body);
    match (status, reason.as_deref()) {
        (_, Some("banned")) => RedditError::Banned { subreddit },
        (404, Some("private")) | (403, None) => {
            RedditError::Private { subreddit, reason: "private".to_owned() }
        }
        (403, Some(reason)) => RedditError::Private { subreddit, reason: reason.to_owned() },
        _ => RedditError::NotFound { subreddit },
    }
}

/// Whether a redirect leads to a host that is not Reddit's. One without a host stays where it is.
fn leads_elsewhere(headers: &HeaderMap) -> bool {
    let location = headers.get(LOCATION).and_then(|l| l.to_str().ok()).unwrap_or_default();
    let Ok(url) = Url::parse(location) else { return false };
    let host = url.host_str().unwrap_or_default();
    !(host == "reddit.com" || host.ends_with(".reddit.com") || host == "redd.it")
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

/// Whether a web page came; a feed begins like one.
fn is_page(headers: &HeaderMap, body: &[u8], target: &Target) -> bool {
    if !target.feed {
        return is_html(headers, body);
    }
    let start = String::from_utf8_lossy(&body[..body.len().min(512)]).to_lowercase();
    start.contains("<html") || start.contains("<!doctype html") || !start.contains('<')
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
