use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Json;
use axum::extract::Request;
use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::Shared;
use super::oauth::SignedIn;
use crate::model::Timestamp;

/// How long a token holds, in seconds.
pub(super) const TOKEN_SECS: u64 = 3_600;
/// Requests in a window, for each token.
const REQUESTS: u64 = 600;
/// How long a window is, in seconds.
const WINDOW_SECS: u64 = 600;
/// Most tokens at the same time; the oldest goes first.
const MAX_TOKENS: usize = 1_000;

/// The tokens given out.
#[derive(Debug)]
pub(super) struct Tokens {
    seed: u64,
    given: Mutex<Given>,
}

#[derive(Debug, Default)]
struct Given {
    count: u64,
    tokens: HashMap<String, Token>,
}

#[derive(Debug)]
struct Token {
    number: u64,
    user: Option<String>,
    since: Timestamp,
    until: Timestamp,
    window: u64,
    used: u64,
}

/// How much of a token's window is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Usage {
    used: u64,
    reset_secs: u64,
}

impl Usage {
    fn spent(self) -> bool {
        self.used > REQUESTS
    }

    fn write_to(self, headers: &mut HeaderMap) {
        let used = self.used.min(REQUESTS);
        headers.insert("x-ratelimit-used", HeaderValue::from(used));
        let remaining = format!("{}.0", REQUESTS - used);
        if let Ok(remaining) = HeaderValue::from_str(&remaining) {
            headers.insert("x-ratelimit-remaining", remaining);
        }
        headers.insert("x-ratelimit-reset", HeaderValue::from(self.reset_secs));
    }
}

impl Tokens {
    pub(super) fn new(seed: u64) -> Self {
        Self { seed, given: Mutex::default() }
    }

    /// A new token, in a user's name where one is given.
    pub(super) fn give(&self, user: Option<String>, now: Timestamp) -> String {
        let mut given = self.given.lock().unwrap_or_else(PoisonError::into_inner);
        given.tokens.retain(|_, token| token.until > now);
        if given.tokens.len() >= MAX_TOKENS {
            let oldest = given.tokens.iter().min_by_key(|(_, token)| token.number);
            if let Some(oldest) = oldest.map(|(name, _)| name.clone()) {
                given.tokens.remove(&oldest);
            }
        }
        given.count += 1;
        let number = given.count;
        let name = blake3::hash(format!("{} {number} {now}", self.seed).as_bytes()).to_hex();
        let name = format!("sandbox-{}", &name[..32]);
        let until = now.plus(Duration::from_secs(TOKEN_SECS));
        let token = Token { number, user, since: now, until, window: 0, used: 0 };
        given.tokens.insert(name.clone(), token);
        name
    }

    /// Whether this token was given before `then`, or never.
    pub(super) fn given_before(&self, name: &str, then: Timestamp) -> bool {
        let given = self.given.lock().unwrap_or_else(PoisonError::into_inner);
        given.tokens.get(name).is_none_or(|token| token.since < then)
    }

    /// Counts a request; nothing where the token is not known or no longer holds.
    fn count(&self, name: &str, now: Timestamp) -> Option<(Usage, SignedIn)> {
        let mut given = self.given.lock().unwrap_or_else(PoisonError::into_inner);
        let token = given.tokens.get_mut(name).filter(|token| token.until > now)?;
        let secs = u64::try_from(now.millis() / 1000).unwrap_or(0);
        let window = secs / WINDOW_SECS;
        if token.window != window {
            (token.window, token.used) = (window, 0);
        }
        token.used += 1;
        let usage = Usage { used: token.used, reset_secs: WINDOW_SECS - secs % WINDOW_SECS };
        Some((usage, SignedIn(token.user.clone())))
    }
}

/// Lets requests with a token pass, up to its limit.
pub(super) async fn guard(
    axum::extract::State(shared): axum::extract::State<Arc<Shared>>,
    mut request: Request,
    next: Next,
) -> Response {
    let token = credentials(request.headers(), "bearer");
    let counted = token.and_then(|token| shared.tokens.count(token, shared.now()));
    let Some((usage, signed_in)) = counted else {
        return refused(StatusCode::UNAUTHORIZED, "Unauthorized");
    };
    request.extensions_mut().insert(signed_in);
    let mut response = if usage.spent() {
        refused(StatusCode::TOO_MANY_REQUESTS, "Too Many Requests")
    } else {
        next.run(request).await
    };
    usage.write_to(response.headers_mut());
    response
}

/// What follows the scheme, which is read without regard to case.
pub(super) fn credentials<'h>(headers: &'h HeaderMap, scheme: &str) -> Option<&'h str> {
    let (given, credentials) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    given.eq_ignore_ascii_case(scheme).then(|| credentials.trim())
}

/// An error as Reddit writes it.
pub(super) fn refused(status: StatusCode, message: &str) -> Response {
    let answer = json!({"message": message, "error": status.as_u16()});
    (status, Json(answer)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_a_limit_for_each_window_and_an_end() {
        let tokens = Tokens::new(1);
        let start = Timestamp::from_secs(1_780_000_200);
        let token = tokens.give(None, start);
        for used in 1..=REQUESTS {
            let (usage, _) = tokens.count(&token, start).unwrap();
            assert!(usage.used == used && !usage.spent());
        }
        assert!(tokens.count(&token, start).unwrap().0.spent());
        let next = start.plus(Duration::from_secs(WINDOW_SECS));
        assert_eq!(tokens.count(&token, next).unwrap().0.used, 1);
        let end = start.plus(Duration::from_secs(TOKEN_SECS));
        assert!(tokens.count(&token, end).is_none() && tokens.count("other", start).is_none());
        assert_ne!(tokens.give(None, start), tokens.give(None, start));
    }
}
