//! The clients of Reddit: one for each name in which it is asked.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::{AccountError, REDDIT, REDDIT_PATIENCE, Services};
use crate::model::Timestamp;
use crate::reddit::{LeastLeft, RedditBudget, RedditClient, RedditError, RedditHttp};
use crate::store::SealedAccount;

/// Most clients of accounts that are kept.
const MOST: usize = 1_000;
/// Requests a minute for the public feeds, where the settings allow more.
const FEEDS_PER_MINUTE: u64 = 10;

/// The clients made so far. Each keeps its token; all share their connections.
#[derive(Default)]
pub(super) struct Clients {
    http: OnceLock<RedditHttp>,
    configured: OnceLock<RedditClient>,
    feeds: OnceLock<Arc<RedditClient>>,
    /// By account, with when its secrets were set.
    accounts: Mutex<HashMap<String, (Timestamp, Arc<RedditClient>)>>,
    least: Arc<LeastLeft>,
}

/// A client, the configured one or one of many.
pub enum RedditFor<'a> {
    /// Of the app in the settings.
    Configured(&'a RedditClient),
    /// Of an account, or of the feeds.
    Other(Arc<RedditClient>),
}

impl std::ops::Deref for RedditFor<'_> {
    type Target = RedditClient;

    fn deref(&self) -> &RedditClient {
        match self {
            Self::Configured(client) => client,
            Self::Other(client) => client,
        }
    }
}

impl Services {
    /// The client of the app that is configured.
    ///
    /// # Errors
    /// No credentials are configured, or the base address is not acceptable.
    pub fn reddit(&self) -> Result<&RedditClient, RedditError> {
        if let Some(client) = self.clients.configured.get() {
            return Ok(client);
        }
        let guarded = self.guards.guarded(REDDIT);
        let client = RedditClient::from_settings(&self.settings.reddit, guarded)?;
        let app = self.settings.reddit.client_id.as_deref().unwrap_or_default().trim();
        let app = &blake3::hash(app.as_bytes()).to_hex()[..16];
        let client = client.within(self.reddit_budget(app, u64::MAX));
        Ok(self.clients.configured.get_or_init(|| client))
    }

    /// The client in whose name Reddit is asked for what is this user's, or the installation's where
    /// none is given: the user's account, else the installation's account, else the app that is
    /// configured, else nobody, who reads the public feeds.
    ///
    /// # Errors
    /// The account cannot be read from the database, or not with the key at hand; an address in the
    /// settings is not acceptable.
    pub async fn reddit_for(&self, owner: Option<&str>) -> Result<RedditFor<'_>, AccountError> {
        let mut account = self.store.account_of(owner).await?;
        if account.is_none() && owner.is_some() {
            account = self.store.account_of(None).await?;
        }
        if let Some(sealed) = account {
            return self.of_account(&sealed).map(RedditFor::Other);
        }
        match self.reddit() {
            Ok(client) => Ok(RedditFor::Configured(client)),
            Err(RedditError::NoCredentials) if self.settings.reddit.feeds => {
                Ok(RedditFor::Other(self.feeds()?))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The client of an account, made anew where the account's secrets were.
    fn of_account(&self, sealed: &SealedAccount) -> Result<Arc<RedditClient>, AccountError> {
        let (id, set_at) = (&sealed.account.id, sealed.account.updated_at);
        let mut made = self.clients.accounts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, client)) = made.get(id)
            && *at == set_at
        {
            return Ok(Arc::clone(client));
        }
        let (app, grant) = self.opened(sealed)?;
        let settings = &self.settings.reddit;
        let http = match self.clients.http.get() {
            Some(http) => http,
            None => {
                let http = RedditHttp::new(settings)?;
                self.clients.http.get_or_init(|| http)
            }
        };
        let guarded = self.guards.guarded(REDDIT);
        let client = RedditClient::signed_in_over(http, settings, app, grant, guarded)?
            .named(format!("account {id}"))
            .keeping(self.keeper(id))
            .within(self.reddit_budget(&format!("account-{id}"), u64::MAX));
        let client = Arc::new(client);
        if made.len() >= MOST {
            made.clear();
        }
        made.insert(id.clone(), (set_at, Arc::clone(&client)));
        Ok(client)
    }

    /// The client of the public feeds.
    fn feeds(&self) -> Result<Arc<RedditClient>, RedditError> {
        if let Some(client) = self.clients.feeds.get() {
            return Ok(Arc::clone(client));
        }
        let guarded = self.guards.guarded(REDDIT);
        let client = RedditClient::of_feeds(&self.settings.reddit, guarded)?
            .within(self.reddit_budget("feeds", FEEDS_PER_MINUTE));
        Ok(Arc::clone(self.clients.feeds.get_or_init(|| Arc::new(client))))
    }

    /// What may be asked of Reddit in this name, by all processes.
    fn reddit_budget(&self, key: &str, at_most: u64) -> RedditBudget {
        let limit = match self.settings.rate_limit.reddit_per_minute {
            0 if at_most == u64::MAX => 0,
            0 => at_most,
            limit => limit.min(at_most),
        };
        let requests = self.budget(format!("reddit:{key}"), "reddit", limit, REDDIT_PATIENCE);
        let (limiter, state) = (self.limiter.clone(), self.state.clone());
        let (clock, least) = (self.clock.clone(), Arc::clone(&self.clients.least));
        RedditBudget::new(requests, limiter, state, clock, least, key)
    }
}
