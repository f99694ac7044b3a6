use std::sync::Arc;
use std::time::Duration;

use reqwest::Url;
use secrecy::ExposeSecret;

use super::auth::{App, Auth, Grant, Granted, KeepsToken};
use super::budget::RedditBudget;
use super::error::RedditError;
use super::transport::{Ask, Reply, Target, Transport};
use super::window::Window;
use crate::config::RedditSettings;
use crate::guard::Guarded;
use crate::guard::http::{base, client, join};
use crate::telemetry::trace;

/// Who asks where nobody signs in.
const FEEDS: &str = "feeds";

/// Reads from Reddit: its API, signed in as an app or a user, or its public feeds.
///
/// One client is shared by all that ask: it keeps the token and knows of the rate limit. Each request
/// asks the circuit breaker first. A failure that may pass is tried again twice, unless Reddit asks
/// for a wait of more than a few seconds.
pub struct RedditClient {
    pub(super) base: Url,
    pub(super) transport: Transport,
    pub(super) guarded: Guarded,
    who: String,
}

/// Connections that many clients share.
#[derive(Debug, Clone)]
pub struct RedditHttp(reqwest::Client);

impl RedditHttp {
    /// For clients of Reddit's API with these settings.
    ///
    /// # Errors
    /// The address or the user agent is not acceptable.
    pub fn new(settings: &RedditSettings) -> Result<Self, RedditError> {
        Self::to(&address("reddit.base_url", &settings.base_url)?, settings)
    }

    fn to(base: &Url, settings: &RedditSettings) -> Result<Self, RedditError> {
        let timeout = Duration::from_secs(settings.timeout_secs.max(1));
        let made = client(base, &settings.user_agent, timeout);
        made.map(Self).map_err(|error| RedditError::Client(error.to_string()))
    }
}

impl RedditClient {
    /// A client for the app in the settings behind `guarded`; asks nothing of the network yet.
    ///
    /// # Errors
    /// [`RedditError::NoCredentials`] where the app's id or secret is not set; otherwise an
    /// address or the user agent is not acceptable.
    pub fn from_settings(settings: &RedditSettings, guarded: Guarded) -> Result<Self, RedditError> {
        let app = app(settings).ok_or(RedditError::NoCredentials)?;
        Self::signed_in(settings, app, Grant::App, guarded)
    }

    /// A client that asks for tokens as `app`, by the right that `grant` gives.
    ///
    /// # Errors
    /// An address or the user agent is not acceptable.
    pub fn signed_in(
        settings: &RedditSettings,
        app: App,
        grant: Grant,
        guarded: Guarded,
    ) -> Result<Self, RedditError> {
        Self::signed_in_over(&RedditHttp::new(settings)?, settings, app, grant, guarded)
    }

    /// The same over connections that other clients use as well.
    ///
    /// # Errors
    /// An address is not acceptable.
    pub fn signed_in_over(
        http: &RedditHttp,
        settings: &RedditSettings,
        app: App,
        grant: Grant,
        guarded: Guarded,
    ) -> Result<Self, RedditError> {
        let base = address("reddit.base_url", &settings.base_url)?;
        let auth_url = address("reddit.auth_url", &settings.auth_url)?;
        let token_url = join(&auth_url, ["api", "v1", "access_token"]);
        let auth = Auth::new(http.0.clone(), token_url, app, grant);
        Ok(Self::made(base, http, Some(auth), guarded))
    }

    /// A client that reads the public feeds: without an app, listings are to be had alone.
    ///
    /// # Errors
    /// The address or the user agent is not acceptable.
    pub fn of_feeds(settings: &RedditSettings, guarded: Guarded) -> Result<Self, RedditError> {
        let base = address("reddit.feed_url", &settings.feed_url)?;
        let http = RedditHttp::to(&base, settings)?;
        Ok(Self::made(base, &http, None, guarded).named(FEEDS))
    }

    fn made(base: Url, http: &RedditHttp, auth: Option<Auth>, guarded: Guarded) -> Self {
        let transport = Transport { http: http.0.clone(), auth, window: Window::default() };
        Self { base, transport, guarded, who: "app".to_owned() }
    }

    /// The same with somebody who keeps refresh tokens that Reddit gives in place of others.
    #[must_use]
    pub fn keeping(mut self, keeper: Arc<dyn KeepsToken>) -> Self {
        if let Some(auth) = &mut self.transport.auth {
            auth.keeper = Some(keeper);
        }
        self
    }

    /// The same, to be told from clients that ask in other names.
    #[must_use]
    pub fn named(mut self, who: impl Into<String>) -> Self {
        who.into().clone_into(&mut self.who);
        self
    }

    /// In whose name it asks: what [`named`](Self::named) was given, `app`, or `feeds`.
    pub fn who(&self) -> &str {
        &self.who
    }

    /// Whether it reads the public feeds.
    pub fn reads_feeds(&self) -> bool {
        self.transport.auth.is_none()
    }

    /// The same within a budget that other processes share.
    #[must_use]
    pub fn within(mut self, budget: RedditBudget) -> Self {
        self.transport.window = Window::within(budget);
        self
    }

    /// The same where a failure is final: nothing is tried again.
    #[must_use]
    pub fn without_retries(mut self) -> Self {
        self.guarded.policy.retries = 0;
        self
    }

    /// Asks for a token and nothing else, once and whatever the breaker says: whether Reddit can be
    /// reached and takes the credentials.
    ///
    /// # Errors
    /// See [`RedditError`].
    pub async fn sign_in(&self) -> Result<Granted, RedditError> {
        let auth = self.transport.auth.as_ref().ok_or(RedditError::NoCredentials)?;
        auth.ask().await
    }

    /// Requests that Reddit's last answer said are left, and for how long they must do.
    pub fn left(&self) -> Option<(f64, Duration)> {
        self.transport.window.left_by_reddit()
    }

    pub(super) async fn fetch<T>(
        &self,
        target: &Target,
        url: &Url,
        parse: impl Fn(&[u8]) -> Result<T, serde_json::Error>,
    ) -> Result<T, RedditError> {
        self.call(target, &Ask::get(url), |reply| {
            parse(&reply.body).map_err(|error| target.decode(&error))
        })
        .await
    }

    pub(super) async fn call<T>(
        &self,
        target: &Target,
        ask: &Ask<'_>,
        parse: impl Fn(Reply) -> Result<T, RedditError>,
    ) -> Result<T, RedditError> {
        // The parsing is part of what is tried again, as a body can break off unnoticed.
        let once = |()| async {
            trace::note_what(&target.what);
            parse(self.transport.ask(target, ask).await?)
        };
        self.guarded.call(|| self.transport.window.ready(), once).await
    }
}

/// The app in the settings, where both its id and its secret are set.
pub fn app(settings: &RedditSettings) -> Option<App> {
    let id = settings.client_id.as_deref().map(str::trim).filter(|id| !id.is_empty())?;
    let secret = settings.client_secret.as_ref().filter(|s| !s.expose_secret().is_empty())?;
    Some(App { id: id.to_owned(), secret: secret.clone() })
}

fn address(key: &'static str, text: &str) -> Result<Url, RedditError> {
    base(text).map_err(|cause| RedditError::Address { key, cause })
}

impl std::fmt::Debug for RedditClient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RedditClient").field("host", &self.base.host_str()).finish_non_exhaustive()
    }
}
