use std::sync::Arc;
use std::time::Duration;

use reqwest::{Client, Url};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use tokio::sync::Mutex;
use tokio::time::Instant;

use super::error::RedditError;
use super::loose::Loose;
use super::transport::{Target, read, sent};

/// How long before its end a token is replaced, so that it does not end on its way.
const MARGIN: Duration = Duration::from_secs(60);
/// How long a token lasts where the answer does not say.
const DEFAULT_LIFE_SECS: f64 = 3600.0;
/// Longest life of a token that is believed.
const MAX_LIFE_SECS: f64 = 7.0 * 86_400.0;

/// The app's access token: asked for when first needed, kept until shortly before it ends.
pub(super) struct Auth {
    http: Client,
    url: Url,
    client_id: String,
    client_secret: SecretString,
    /// Locked while a token is asked for, so that many requests at once ask for one.
    token: Mutex<Option<Arc<Token>>>,
}

pub(super) struct Token {
    pub(super) value: SecretString,
    replace_at: Instant,
}

impl Auth {
    pub(super) fn new(
        http: Client,
        url: Url,
        client_id: String,
        client_secret: SecretString,
    ) -> Self {
        Self { http, url, client_id, client_secret, token: Mutex::new(None) }
    }

    /// A token that has not ended.
    pub(super) async fn token(&self) -> Result<Arc<Token>, RedditError> {
        let mut kept = self.token.lock().await;
        if let Some(token) = kept.as_ref().filter(|t| Instant::now() < t.replace_at) {
            return Ok(Arc::clone(token));
        }
        let token = Arc::new(self.ask().await?);
        *kept = Some(Arc::clone(&token));
        Ok(token)
    }

    /// Drops a token that Reddit does not take any more, unless it was replaced meanwhile.
    pub(super) async fn forget(&self, refused: &Arc<Token>) {
        let mut kept = self.token.lock().await;
        if kept.as_ref().is_some_and(|token| Arc::ptr_eq(token, refused)) {
            *kept = None;
        }
    }

    async fn ask(&self) -> Result<Token, RedditError> {
        let target = Target { what: "the access token".to_owned(), subreddit: None };
        let asked_at = Instant::now();
        let request = self
            .http
            .post(self.url.clone())
            .basic_auth(&self.client_id, Some(self.client_secret.expose_secret()))
            .form(&[("grant_type", "client_credentials")]);
        let response = sent(request, &target).await?;
        let body = match read(response, &target).await {
            // The endpoint's word for an app that it does not know.
            Err(RedditError::Refused { status: 400, .. }) => return Err(RedditError::Unauthorized),
            result => result?,
        };
        let (value, life) = understood(&body, &target)?;
        let margin = MARGIN.min(life / 10);
        Ok(Token { value, replace_at: asked_at + life.saturating_sub(margin) })
    }
}

fn understood(body: &[u8], target: &Target) -> Result<(SecretString, Duration), RedditError> {
    #[derive(Deserialize, Default)]
    #[serde(default, bound(deserialize = "'de: 'a"))]
    struct Answer<'a> {
        access_token: Loose<'a>,
        expires_in: Loose<'a>,
        error: Loose<'a>,
    }
    let answer: Answer<'_> = serde_json::from_slice(body).map_err(|e| target.decode(&e))?;
    if answer.error.is_set() {
        return Err(RedditError::Unauthorized);
    }
    let token = answer.access_token.text().filter(|t| t.bytes().all(|b| b.is_ascii_graphic()));
    let Some(token) = token else {
        return Err(RedditError::Decode {
            what: target.what.clone(),
            cause: "it holds no usable access_token".to_owned(),
        });
    };
    let secs = answer.expires_in.number().unwrap_or(DEFAULT_LIFE_SECS).clamp(0.0, MAX_LIFE_SECS);
    Ok((SecretString::from(token), Duration::from_secs_f64(secs)))
}
