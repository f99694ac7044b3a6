use std::collections::HashSet;
use std::time::Duration;

use reqwest::Url;
use secrecy::ExposeSecret;

use super::auth::Auth;
use super::error::RedditError;
use super::things::{self, About};
use super::transport::{Target, Transport};
use super::window::{RedditBudget, Window};
use crate::config::RedditSettings;
use crate::guard::Guarded;
use crate::guard::http::{base, client, join};
use crate::model::{Listing, Post, SubredditRule};
use crate::telemetry::trace;

/// Most things that Reddit gives in one page.
const PAGE: u32 = 100;

/// Reads from Reddit's API as an app, without a user.
///
/// One client is shared by all that ask: it keeps the token and knows of the rate limit. Each request
/// asks the circuit breaker first. A failure that may pass is tried again twice, unless Reddit asks
/// for a wait of more than a few seconds.
pub struct RedditClient {
    base: Url,
    transport: Transport,
    pub(super) guarded: Guarded,
}

impl RedditClient {
    /// A client for the app in the settings behind `guarded`; asks nothing of the network yet.
    ///
    /// # Errors
    /// [`RedditError::NoCredentials`] where the app's id or secret is not set; otherwise an
    /// address or the user agent is not acceptable.
    pub fn from_settings(settings: &RedditSettings, guarded: Guarded) -> Result<Self, RedditError> {
        let id = settings.client_id.as_ref().filter(|id| !id.trim().is_empty());
        let secret = settings.client_secret.as_ref().filter(|s| !s.expose_secret().is_empty());
        let (Some(id), Some(secret)) = (id, secret) else {
            return Err(RedditError::NoCredentials);
        };
        let read =
            |key, text: &str| base(text).map_err(|cause| RedditError::Address { key, cause });
        let base = read("reddit.base_url", &settings.base_url)?;
        let auth_url = read("reddit.auth_url", &settings.auth_url)?;
        let timeout = Duration::from_secs(settings.timeout_secs.max(1));
        let http = client(&base, &settings.user_agent, timeout)
            .map_err(|error| RedditError::Client(error.to_string()))?;
        let token_url = join(&auth_url, ["api", "v1", "access_token"]);
        let auth = Auth::new(http.clone(), token_url, id.trim().to_owned(), secret.clone());
        let transport = Transport { http, auth, window: Window::default() };
        Ok(Self { base, transport, guarded })
    }

    /// The same within a budget that other processes share.
    #[must_use]
    pub fn within(mut self, budget: RedditBudget) -> Self {
        self.transport.window = Window::within(budget);
        self
    }

    /// Asks for a token and nothing else, once and whatever the breaker says: whether Reddit can be
    /// reached and takes the credentials.
    ///
    /// # Errors
    /// See [`RedditError`].
    pub async fn sign_in(&self) -> Result<(), RedditError> {
        self.transport.auth.token().await.map(|_| ())
    }

    /// The posts of a listing, newest first, at most `limit`; follows Reddit from page to page.
    ///
    /// # Errors
    /// See [`RedditError`]; of pages read before a failure nothing is returned.
    pub async fn posts(&self, listing: &Listing, limit: u32) -> Result<Vec<Post>, RedditError> {
        let (target, first) = self.request(listing)?;
        let most = usize::try_from(limit).unwrap_or(usize::MAX);
        // Each page can be shortened by what is no post, but none of this goes on for ever.
        let most_pages = limit.div_ceil(PAGE).saturating_mul(2);
        let (mut posts, mut ids) = (Vec::new(), HashSet::new());
        let (mut after, mut followed) = (None::<String>, HashSet::new());
        for _ in 0..most_pages {
            let missing = u32::try_from(most - posts.len()).unwrap_or(PAGE).min(PAGE);
            let mut url = first.clone();
            url.query_pairs_mut().append_pair("limit", &missing.to_string());
            if let Some(after) = &after {
                url.query_pairs_mut().append_pair("after", after);
            }
            let page = self.fetch(&target, &url, things::page).await?;
            if page.skipped > 0 {
                tracing::debug!(skipped = page.skipped, what = target.what, "not posts");
            }
            let empty = page.posts.is_empty() && page.skipped == 0;
            // A listing moves on while it is read, so that pages can overlap.
            posts.extend(page.posts.into_iter().filter(|post| ids.insert(post.id.clone())));
            match page.after {
                Some(next) if !empty && posts.len() < most && followed.insert(next.clone()) => {
                    after = Some(next);
                }
                _ => break,
            }
        }
        posts.truncate(most);
        Ok(posts)
    }

    /// What Reddit says of a subreddit.
    ///
    /// # Errors
    /// [`RedditError::NotFound`], [`RedditError::Private`] and [`RedditError::Banned`] tell of the
    /// subreddit, the others of the way to it.
    pub async fn about(&self, subreddit: &str) -> Result<About, RedditError> {
        let target = within(subreddit, "about")?;
        let mut url = join(&self.base, ["r", subreddit, "about"]);
        url.query_pairs_mut().append_pair("raw_json", "1");
        let about = self.fetch(&target, &url, |body| things::about(body, subreddit)).await?;
        about.ok_or_else(|| RedditError::NotFound { subreddit: subreddit.to_owned() })
    }

    /// A subreddit's rules, in its order.
    ///
    /// # Errors
    /// As of [`about`](Self::about).
    pub async fn rules(&self, subreddit: &str) -> Result<Vec<SubredditRule>, RedditError> {
        let target = within(subreddit, "rules")?;
        let mut url = join(&self.base, ["r", subreddit, "about", "rules"]);
        url.query_pairs_mut().append_pair("raw_json", "1");
        self.fetch(&target, &url, things::rules).await
    }

    async fn fetch<T>(
        &self,
        target: &Target,
        url: &Url,
        parse: impl Fn(&[u8]) -> Result<T, serde_json::Error>,
    ) -> Result<T, RedditError> {
        // The parsing is part of what is tried again, as a body can break off unnoticed.
        let once = |()| async {
            trace::note_what(&target.what);
            let body = self.transport.get(target, url).await?;
            parse(&body).map_err(|error| target.decode(&error))
        };
        self.guarded.call(|| self.transport.window.ready(), once).await
    }

    fn request(&self, listing: &Listing) -> Result<(Target, Url), RedditError> {
        let (target, mut url) = match listing {
            Listing::Search { subreddit: Some(name), .. } => {
                (within(name, "search in")?, join(&self.base, ["r", name, "search"]))
            }
            Listing::Search { subreddit: None, .. } => {
                let what = "search everywhere".to_owned();
                (Target { what, subreddit: None }, join(&self.base, ["search"]))
            }
            Listing::New { subreddit: name } => {
                (within(name, "new in")?, join(&self.base, ["r", name, "new"]))
            }
            Listing::Comments { subreddit: name } => {
                (within(name, "comments in")?, join(&self.base, ["r", name, "comments"]))
            }
        };
        let mut pairs = url.query_pairs_mut();
        if let Listing::Search { subreddit, query } = listing {
            pairs.append_pair("q", query);
            if subreddit.is_some() {
                pairs.append_pair("restrict_sr", "1");
            }
            pairs.extend_pairs([("sort", "new"), ("t", "month"), ("type", "link")]);
        }
        pairs.append_pair("raw_json", "1");
        drop(pairs);
        Ok((target, url))
    }
}

/// A request about a subreddit; what cannot be a subreddit's name is not asked for.
fn within(subreddit: &str, what: &str) -> Result<Target, RedditError> {
    let name = subreddit.to_owned();
    let usable = !name.is_empty()
        && name.len() <= 64
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'+'));
    if usable {
        Ok(Target { what: format!("{what} r/{name}"), subreddit: Some(name) })
    } else {
        Err(RedditError::NotFound { subreddit: name })
    }
}

impl std::fmt::Debug for RedditClient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RedditClient").field("host", &self.base.host_str()).finish_non_exhaustive()
    }
}
