//! The OAuth token of the app, fetched when it is missing or about to run out.

use std::time::Duration;

use reqwest::StatusCode;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use tokio::sync::Mutex;
use tokio::time::Instant;

use super::RedditError;
use super::answer::{read_body, wait_of};

/// A token is renewed this long before it runs out.
const EARLY: Duration = Duration::from_secs(60);

#[derive(Debug)]
struct Token {
    value: SecretString,
    good_until: Instant,
}

/// Gets tokens for an app by its id and secret.
#[derive(Debug)]
pub(super) struct Tokens {
    url: String,
    client_id: String,
    client_secret: SecretString,
    current: Mutex<Option<Token>>,
}

#[derive(Deserialize)]
struct Granted {
    access_token: SecretString,
    expires_in: f64,
}

impl Tokens {
    pub(super) fn new(auth_url: &str, client_id: String, client_secret: SecretString) -> Self {
        let url = format!("{}/api/v1/access_token", auth_url.trim_end_matches('/'));
        Self { url, client_id, client_secret, current: Mutex::default() }
    }

    /// A token that is good for a while yet.
    pub(super) async fn get(&self, http: &reqwest::Client) -> Result<SecretString, RedditError> {
        let mut current = self.current.lock().await;
        if let Some(token) = current.as_ref().filter(|token| token.good_until > Instant::now()) {
            return Ok(token.value.clone());
        }
        let token = self.fetch(http).await?;
        let value = token.value.clone();
        *current = Some(token);
        Ok(value)
    }

    /// Forgets a token that was refused, unless another task has replaced it.
    pub(super) async fn refused(&self, value: &SecretString) {
        let mut current = self.current.lock().await;
        let same = |token: &Token| token.value.expose_secret() == value.expose_secret();
        if current.as_ref().is_some_and(same) {
            *current = None;
        }
    }

    async fn fetch(&self, http: &reqwest::Client) -> Result<Token, RedditError> {
        const WHAT: &str = "a token";
        let response = http
            .post(&self.url)
            .basic_auth(&self.client_id, Some(self.client_secret.expose_secret()))
            .form(&[("grant_type", "client_credentials")])
            .send()
            .await?;
        let status = response.status();
        let headers = response.headers().clone();
        let body = read_body(response, WHAT).await?;
        match status {
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::BAD_REQUEST => {
                return Err(RedditError::Unauthorized);
            }
            StatusCode::TOO_MANY_REQUESTS => {
                return Err(RedditError::RateLimited { retry_after: wait_of(&headers) });
            }
            status if !status.is_success() => {
                let (status, what) = (status.as_u16(), WHAT.to_owned());
                return Err(RedditError::Server { status, what });
            }
            _ => {}
        }
        let granted: Granted = serde_json::from_slice(&body).map_err(|_| {
            // The answer may hold a token: nothing of it is told.
            RedditError::Decode { what: WHAT.to_owned(), why: "it holds no token".to_owned() }
        })?;
        let lasts = Duration::try_from_secs_f64(granted.expires_in).unwrap_or(EARLY * 2);
        let good_until = Instant::now() + lasts.saturating_sub(EARLY);
        Ok(Token { value: granted.access_token, good_until })
    }
}
