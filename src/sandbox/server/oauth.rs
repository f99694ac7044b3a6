//! How apps and users sign in, as Reddit has it: the page on which a user allows an app, which here
//! allows at once, and the endpoint that gives tokens.
//!
//! Apps are `sandbox` with the secret `sandbox`, and `sandbox-installed`, which has none. Any user is
//! there, with the password `sandbox`; the page is for the user whom `user=NAME` in its address names.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::extract::{Extension, Form, Query};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Json, body::Body};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::Url;
use serde::Deserialize;
use serde_json::json;

use super::State;
use super::access::{TOKEN_SECS, credentials, refused};
use crate::model::Timestamp;

/// The app that has a secret, and the one that has none.
const APPS: [(&str, &str); 2] = [("sandbox", "sandbox"), ("sandbox-installed", "")];
/// Every user's password.
const PASSWORD: &str = "sandbox";
/// The user for whom the page is where nobody is named.
const SOMEBODY: &str = "sandbox_user";
/// How long a code can be used.
const CODE_LIFE: Duration = Duration::from_secs(600);
/// Most codes at the same time.
const MAX_CODES: usize = 1_000;
/// What refresh tokens begin with.
const REFRESH: &str = "sandbox-refresh.";

/// In whose name a token's requests are.
#[derive(Debug, Clone)]
pub(super) struct SignedIn(pub(super) Option<String>);

/// The codes given out and not used yet.
#[derive(Debug, Default)]
pub(super) struct Codes(Mutex<HashMap<String, Code>>);

#[derive(Debug)]
struct Code {
    app: &'static str,
    user: String,
    redirect_uri: String,
    scope: String,
    until: Timestamp,
}

impl Codes {
    fn give(&self, code: Code, now: Timestamp) -> String {
        let mut codes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        codes.retain(|_, code| code.until > now);
        if codes.len() >= MAX_CODES {
            codes.clear();
        }
        let name = format!("{:032x}", rand::random::<u128>());
        codes.insert(name.clone(), code);
        name
    }

    /// A code can be used once.
    fn take(&self, name: &str, now: Timestamp) -> Option<Code> {
        let mut codes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        codes.remove(name).filter(|code| code.until > now)
    }
}

/// What the page is asked with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    client_id: String,
    response_type: String,
    state: String,
    redirect_uri: String,
    duration: String,
    scope: String,
    user: Option<String>,
    deny: Option<String>,
}

/// The page: sends the user back to the app at once, with a code; with `deny=1` without one.
pub(super) async fn authorize(state: State, Query(asked): Query<Asked>) -> Response {
    let app = APPS.iter().find(|(id, _)| *id == asked.client_id);
    let back = Url::parse(&asked.redirect_uri).ok();
    let (Some((app, _)), Some(mut back)) = (app, back) else {
        return (StatusCode::BAD_REQUEST, "bad request: client_id or redirect_uri\n")
            .into_response();
    };
    let user = asked.user.as_deref().unwrap_or(SOMEBODY);
    let usable = asked.response_type == "code" && asked.duration == "permanent" && is_name(user);
    if !usable || asked.scope.is_empty() {
        back.query_pairs_mut().append_pair("error", "invalid_request");
    } else if asked.deny.is_some() {
        back.query_pairs_mut().append_pair("error", "access_denied");
    } else {
        let now = state.now();
        let code = Code {
            app,
            user: user.to_owned(),
            redirect_uri: asked.redirect_uri.clone(),
            scope: asked.scope,
            until: now.plus(CODE_LIFE),
        };
        back.query_pairs_mut().append_pair("code", &state.codes.give(code, now));
    }
    back.query_pairs_mut().append_pair("state", &asked.state);
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::FOUND;
    if let Ok(place) = HeaderValue::from_str(back.as_str()) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    response
}

/// What a token is asked for with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Grant {
    grant_type: String,
    code: String,
    redirect_uri: String,
    refresh_token: String,
    username: String,
    password: String,
}

/// Gives a token to an app, in its own name or a user's.
pub(super) async fn token(state: State, headers: HeaderMap, Form(grant): Form<Grant>) -> Response {
    let Some((app, secret)) = app(&headers) else {
        return refused(StatusCode::UNAUTHORIZED, "Unauthorized");
    };
    let seed = state.world.options().seed;
    let (user, scope, refresh) = match grant.grant_type.as_str() {
        "client_credentials" if !secret.is_empty() => (None, "*".to_owned(), None),
        "https://oauth.reddit.com/grants/installed_client" => (None, "*".to_owned(), None),
        "password" if grant.password == PASSWORD && is_name(&grant.username) => {
            (Some(grant.username), "*".to_owned(), None)
        }
        "authorization_code" => match state.codes.take(&grant.code, state.now()) {
            Some(code) if code.app == app && code.redirect_uri == grant.redirect_uri => {
                let refresh = refresh_token(seed, app, &code.user);
                (Some(code.user), code.scope, Some(refresh))
            }
            _ => return invalid("invalid_grant"),
        },
        "refresh_token" => match user_of(seed, app, &grant.refresh_token) {
            Some(user) => (Some(user), "identity read".to_owned(), Some(grant.refresh_token)),
            None => return invalid("invalid_grant"),
        },
        "password" => return invalid("invalid_grant"),
        _ => return invalid("unsupported_grant_type"),
    };
    let token = state.tokens.give(user, state.now());
    let mut answer = json!({
        "access_token": token, "token_type": "bearer", "expires_in": TOKEN_SECS, "scope": scope,
    });
    if let Some(refresh) = refresh {
        answer["refresh_token"] = refresh.into();
    }
    Json(answer).into_response()
}

/// In whose name is asked; an app alone is nobody.
pub(super) async fn me(Extension(SignedIn(user)): Extension<SignedIn>) -> Response {
    let Some(user) = user else { return refused(StatusCode::FORBIDDEN, "Forbidden") };
    let number = u64::from(blake3::hash(user.as_bytes()).as_bytes()[0]) + 1;
    Json(json!({
        "id": format!("sb{number}"), "name": user, "created_utc": 1_577_836_800.0,
        "link_karma": number, "comment_karma": number * 3, "is_suspended": false,
        "has_verified_email": true,
    }))
    .into_response()
}

fn invalid(error: &str) -> Response {
    (StatusCode::BAD_REQUEST, Json(json!({"error": error}))).into_response()
}

fn app(headers: &HeaderMap) -> Option<(&'static str, &'static str)> {
    let given = STANDARD.decode(credentials(headers, "basic")?).ok()?;
    APPS.iter().copied().find(|(id, secret)| format!("{id}:{secret}").as_bytes() == given)
}

fn is_name(user: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    !user.is_empty() && user.len() <= 20 && user.chars().all(plain)
}

/// Holds for good, also when the sandbox was started anew with the same seed.
fn refresh_token(seed: u64, app: &str, user: &str) -> String {
    let mark = blake3::hash(format!("{seed} {app} {user}").as_bytes()).to_hex();
    format!("{REFRESH}{user}.{}", &mark[..32])
}

fn user_of(seed: u64, app: &str, token: &str) -> Option<String> {
    let (user, _) = token.strip_prefix(REFRESH)?.split_once('.')?;
    (refresh_token(seed, app, user) == token).then(|| user.to_owned())
}
