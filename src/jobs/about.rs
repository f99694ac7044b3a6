use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::subreddit_analysis::closed_as;
use crate::guard::cache::{Cost, Fresh, Key, Kind, Tenant};
use crate::model::SubredditState;
use crate::reddit::{About, RedditClient, RedditError};
use crate::services::Services;

/// How long what Reddit says of a subreddit holds: long enough for the attempts of one job, and for
/// those who ask again meanwhile.
const TTL: Duration = Duration::from_secs(3_600);

/// Why there is nothing to say of a subreddit.
#[derive(Debug, Serialize, Deserialize)]
struct Closed {
    state: SubredditState,
    reason: String,
}

/// What Reddit says of a subreddit, now or lately. With `force` it is asked in any case. While
/// Reddit is down, what it said some time ago will do.
pub(super) async fn about(
    services: &Services,
    reddit: &RedditClient,
    name: &str,
    force: bool,
) -> Result<About, RedditError> {
    let settings = &services.settings.reddit;
    // A tenant's campaigns have no part in it, but what is private is open to some accounts alone.
    let key = Key::of(Kind::RedditAbout, &Tenant::none())
        .field("place", &settings.base_url)
        .field("who", reddit.who())
        .field("subreddit", name.to_lowercase())
        .finish();
    let negative_ttl = services.cache.options().negative_ttl;
    let make = || async {
        match reddit.about(name).await {
            Ok(about) => Ok(fresh(name, &about, TTL, false)),
            Err(error) => match closed_as(&error) {
                Some(state) => {
                    let reason = match &error {
                        RedditError::Private { reason, .. } => reason.clone(),
                        _ => String::new(),
                    };
                    Ok(fresh(name, &Closed { state, reason }, negative_ttl, true))
                }
                None => Err(error),
            },
        }
    };
    let served = if force {
        services.cache.put(&key, make().await?).await
    } else {
        let patience = Duration::from_secs(settings.timeout_secs);
        services.cache.fetch(&key, patience, make, RedditError::is_retryable).await?
    };
    let value = &served.value.value;
    if !served.value.negative
        && let Ok(about) = serde_json::from_slice(value)
    {
        return Ok(about);
    }
    let subreddit = name.to_owned();
    match serde_json::from_slice::<Closed>(value) {
        Ok(Closed { state: SubredditState::Missing, .. }) => {
            Err(RedditError::NotFound { subreddit })
        }
        Ok(Closed { state: SubredditState::Banned, .. }) => Err(RedditError::Banned { subreddit }),
        Ok(Closed { reason, .. }) => Err(RedditError::Private { subreddit, reason }),
        // Kept by another version of this program.
        Err(_) => reddit.about(name).await,
    }
}

fn fresh(name: &str, value: &impl Serialize, ttl: Duration, negative: bool) -> Fresh {
    Fresh {
        value: serde_json::to_vec(value).unwrap_or_default(),
        negative,
        ttl,
        cost: Cost::default(),
        about: format!("r/{name}"),
    }
}
