use std::sync::{Arc, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
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

/// An app as it is registered at <https://www.reddit.com/prefs/apps>.
#[derive(Debug, Clone)]
pub struct App {
    /// Its id.
    pub id: String,
    /// Its secret; empty for an installed app, which has none.
    pub secret: SecretString,
}

/// By what right a token is asked for, as <https://github.com/reddit-archive/reddit/wiki/OAuth2>
/// has it.
#[derive(Debug, Clone)]
pub enum Grant {
    /// The app alone, without a user (`client_credentials`).
    App,
    /// The app on a device, without a user: for an app without a secret.
    Installed {
        /// What tells the device from others, or `DO_NOT_TRACK_THIS_DEVICE`.
        device: String,
    },
    /// The user who owns a script app (`password`).
    Script {
        /// The user's name.
        username: String,
        /// The user's password.
        password: SecretString,
    },
    /// A user who has allowed it for good.
    Refresh {
        /// What Reddit gave for that.
        token: SecretString,
    },
    /// A user who has allowed it this moment.
    Code {
        /// What Reddit sent the user back with.
        code: SecretString,
        /// Where to; the same that the user was sent to Reddit with.
        redirect_uri: String,
    },
    /// Nobody is asked: this is the token.
    Given(SecretString),
}

impl Grant {
    fn form(&self) -> Vec<(&'static str, &str)> {
        match self {
            Self::App | Self::Given(_) => vec![("grant_type", "client_credentials")],
            Self::Installed { device } => vec![
                ("grant_type", "https://oauth.reddit.com/grants/installed_client"),
                ("device_id", device),
            ],
            Self::Script { username, password } => vec![
                ("grant_type", "password"),
                ("username", username),
                ("password", password.expose_secret()),
            ],
            Self::Refresh { token } => {
                vec![("grant_type", "refresh_token"), ("refresh_token", token.expose_secret())]
            }
            Self::Code { code, redirect_uri } => vec![
                ("grant_type", "authorization_code"),
                ("code", code.expose_secret()),
                ("redirect_uri", redirect_uri),
            ],
        }
    }
}

/// What Reddit gives when it is asked for a token.
#[derive(Debug, Clone)]
pub struct Granted {
    /// What requests are signed with.
    pub access_token: SecretString,
    /// How long it holds.
    pub life: Duration,
    /// What further tokens can be asked for with; given with a code only, as a rule.
    pub refresh_token: Option<SecretString>,
    /// What it allows, as Reddit writes it: words between spaces, or `*`.
    pub scope: Option<String>,
}

/// Keeps what further tokens can be asked for with, where Reddit gives another one for it: the one
/// before may be of no use any more.
#[async_trait]
pub trait KeepsToken: Send + Sync {
    /// Keeps it in place of the one before.
    async fn keep(&self, refresh_token: &SecretString);
}

/// The access token: asked for when first needed, kept until shortly before it ends.
pub(super) struct Auth {
    http: Client,
    url: Url,
    app: App,
    grant: Grant,
    /// What Reddit has given in place of the refresh token in `grant`.
    renewed: std::sync::Mutex<Option<SecretString>>,
    pub(super) keeper: Option<Arc<dyn KeepsToken>>,
    /// Locked while a token is asked for, so that many requests at once ask for one.
    token: Mutex<Option<Arc<Token>>>,
}

pub(super) struct Token {
    pub(super) value: SecretString,
    replace_at: Instant,
}

impl Auth {
    pub(super) fn new(http: Client, url: Url, app: App, grant: Grant) -> Self {
        let (renewed, token) = (std::sync::Mutex::default(), Mutex::new(None));
        Self { http, url, app, grant, renewed, keeper: None, token }
    }

    /// A token that has not ended.
    pub(super) async fn token(&self) -> Result<Arc<Token>, RedditError> {
        let mut kept = self.token.lock().await;
        if let Some(token) = kept.as_ref().filter(|t| Instant::now() < t.replace_at) {
            return Ok(Arc::clone(token));
        }
        let asked_at = Instant::now();
        let granted = self.ask().await?;
        let margin = MARGIN.min(granted.life / 10);
        let replace_at = asked_at + granted.life.saturating_sub(margin);
        let token = Arc::new(Token { value: granted.access_token, replace_at });
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

    /// Asks for a token, whatever is kept.
    pub(super) async fn ask(&self) -> Result<Granted, RedditError> {
        if let Grant::Given(token) = &self.grant {
            let life = Duration::from_secs_f64(MAX_LIFE_SECS);
            let access_token = token.clone();
            return Ok(Granted { access_token, life, refresh_token: None, scope: None });
        }
        let target = Target::of("the access token");
        let request = self
            .http
            .post(self.url.clone())
            .basic_auth(&self.app.id, Some(self.app.secret.expose_secret()))
            .form(&self.current().form());
        let response = sent(request, &target).await?;
        let granted = match read(response, &target).await {
            // The endpoint's word for an app, a user or a right that it does not know.
            Err(RedditError::Refused { status: 400, .. }) => return Err(RedditError::Unauthorized),
            result => understood(&result?.body, &target)?,
        };
        self.renew(&granted).await;
        Ok(granted)
    }

    /// The grant with the newest refresh token.
    fn current(&self) -> Grant {
        let renewed = self.renewed.lock().unwrap_or_else(PoisonError::into_inner);
        match (&self.grant, renewed.as_ref()) {
            (Grant::Refresh { .. }, Some(token)) => Grant::Refresh { token: token.clone() },
            (grant, _) => grant.clone(),
        }
    }

    /// Takes over a refresh token that is another than the one asked with.
    async fn renew(&self, granted: &Granted) {
        let (Grant::Refresh { token }, Some(new)) = (self.current(), &granted.refresh_token) else {
            return;
        };
        if token.expose_secret() == new.expose_secret() {
            return;
        }
        *self.renewed.lock().unwrap_or_else(PoisonError::into_inner) = Some(new.clone());
        if let Some(keeper) = &self.keeper {
            keeper.keep(new).await;
        }
    }
}

fn understood(body: &[u8], target: &Target) -> Result<Granted, RedditError> {
    #[derive(Deserialize, Default)]
    #[serde(default, bound(deserialize = "'de: 'a"))]
    struct Answer<'a> {
        access_token: Loose<'a>,
        refresh_token: Loose<'a>,
        scope: Loose<'a>,
        expires_in: Loose<'a>,
        error: Loose<'a>,
    }
    let answer: Answer<'_> = serde_json::from_slice(body).map_err(|e| target.decode(&e))?;
    if answer.error.is_set() {
        return Err(RedditError::Unauthorized);
    }
    let usable = |value: &Loose<'_>| {
        let token = value.text().filter(|t| t.bytes().all(|b| b.is_ascii_graphic()));
        token.map(|token| SecretString::from(token.to_owned()))
    };
    let Some(access_token) = usable(&answer.access_token) else {
        return Err(RedditError::Decode {
            what: target.what.clone(),
            cause: "it holds no usable access_token".to_owned(),
        });
    };
    let secs = answer.expires_in.number().unwrap_or(DEFAULT_LIFE_SECS).clamp(0.0, MAX_LIFE_SECS);
    Ok(Granted {
        access_token,
        life: Duration::from_secs_f64(secs),
        refresh_token: usable(&answer.refresh_token),
        scope: answer.scope.text().map(str::to_owned),
    })
}
