//! What is read of Reddit for a campaign: what is new since the last time, in as few requests as that
//! takes.
//!
//! - The first time each listing is read by itself.
//! - Then the same search (or the new comments) in several subreddits is one listing, as `r/a+b+c`,
//!   read as far back as posts are known. Every few hours each is read by itself once more, as Reddit
//!   leaves out of such a listing what has become private, and says nothing.
//! - What Reddit says cannot be read is asked for again after a while that grows.

use std::collections::{HashMap, HashSet, VecDeque};
use std::time::Duration;

use super::lead_discovery::reddit_failure_of;
use super::run::store_failure;
use super::steps::{Step, has_room, key, subreddit_of, within};
use super::subreddit_analysis::closed_as;
use crate::model::{Campaign, ClosedSubreddit, Listing, Post, Timestamp};
use crate::queue::JobFailure;
use crate::reddit::{Fetched, RedditClient, RedditError, Until};
use crate::services::Services;
use crate::store::ListingMark;

/// How long a listing is read together with others before it is read by itself again.
const TOGETHER_FOR: Duration = Duration::from_secs(6 * 3_600);
/// How long it can take until Reddit's search knows of a post: so far back it is looked again.
const SEARCH_LAG: Duration = Duration::from_secs(10 * 60);
/// Names that are remembered of a listing's newest posts.
const NAMES: usize = 30;
/// Fewest and most things asked for on a first page that follows another.
const FIRST_PAGE: (u32, u32) = (10, 100);
/// What cannot be read is asked for again after this, then after twice as long each time.
const FIRST_WAIT: Duration = Duration::from_secs(3_600);
/// Longest such wait.
const LONGEST_WAIT: Duration = Duration::from_secs(7 * 86_400);
/// Seconds in an hour.
const HOUR: f64 = 3_600.0;

/// What came of a step.
pub(super) enum Came {
    /// Posts, new ones and some that are known; and what is to be remembered once they are kept.
    Posts(Vec<Post>, ListingMark),
    /// An answer, though not posts: why the subreddit cannot be read.
    NotThere(String),
    /// Together they cannot be read; these are to be read instead.
    Apart(Vec<Step>),
}

/// What is known of a campaign's listings.
pub(super) struct Reading<'a> {
    services: &'a Services,
    reddit: &'a RedditClient,
    campaign: String,
    shape: String,
    marks: HashMap<String, ListingMark>,
    /// By name in lower case.
    closed: HashMap<String, ClosedSubreddit>,
}

impl<'a> Reading<'a> {
    /// Loads what is known.
    pub(super) async fn open(
        services: &'a Services,
        reddit: &'a RedditClient,
        campaign: &Campaign,
    ) -> Result<Self, JobFailure> {
        let (store, settings) = (&services.store, &services.settings);
        // Whoever looks for something else, or further back, has to look anew.
        let discovery = &settings.discovery;
        let (most, days) = (discovery.posts_per_query, discovery.max_age_days);
        let place = blake3::hash(settings.reddit.base_url.as_bytes()).to_hex();
        let shape = format!("1 {} {most} {days} {}", campaign.version, &place[..16]);
        let marks = store.listing_marks(&campaign.id, &shape).await;
        let mut closed = store.closed_subreddits_of(&campaign.id).await;
        if let Ok(closed) = &mut closed {
            for gone in closed.extract_if(.., |closed| !campaign.names(&closed.name)) {
                let forgotten = store.forget_closed_subreddit(&campaign.id, &gone.name).await;
                forgotten.map_err(|e| store_failure(&e))?;
            }
        }
        let closed = closed.map_err(|e| store_failure(&e))?.into_iter();
        Ok(Self {
            services,
            reddit,
            campaign: campaign.id.clone(),
            shape,
            marks: marks.map_err(|e| store_failure(&e))?,
            closed: closed.map(|closed| (closed.name.to_lowercase(), closed)).collect(),
        })
    }

    /// The steps in which these listings are read.
    pub(super) fn plan(&self, listings: &[Listing]) -> VecDeque<Step> {
        let now = self.services.clock.now();
        let mut steps = VecDeque::new();
        let mut together: Vec<(Listing, Vec<Listing>)> = Vec::new();
        for listing in listings {
            let mark = self.marks.get(&key(listing));
            let fresh = mark.is_some_and(|mark| now.since(mark.alone_at) < TOGETHER_FOR);
            if subreddit_of(listing).is_none() || self.closed_of(listing).is_some() || !fresh {
                steps.push_back(Step::alone(listing));
                continue;
            }
            let of = within(listing, String::new());
            match together.iter_mut().find(|(other, members)| *other == of && has_room(members)) {
                Some((_, members)) => members.push(listing.clone()),
                None => together.push((of, vec![listing.clone()])),
            }
        }
        steps.extend(together.into_iter().map(|(_, members)| Step::together(members)));
        // A job that was put off on its way goes on with what it had not come to.
        steps.make_contiguous().sort_by_key(|step| self.known(step).map(|known| known.until));
        steps
    }

    /// That the subreddit of a listing cannot be read, where that is known.
    fn closed_of(&self, listing: &Listing) -> Option<&ClosedSubreddit> {
        self.closed.get(&subreddit_of(listing)?.to_lowercase())
    }

    /// Reads what is new of a step.
    pub(super) async fn read(&mut self, step: &Step) -> Result<Came, JobFailure> {
        let limit = self.services.settings.discovery.posts_per_query;
        let now = self.services.clock.now();
        if let Some(closed) = self.closed_of(&step.listing).filter(|closed| closed.next_at > now) {
            return Ok(Came::NotThere(format!(
                "not asked for, {} since {}; again from {} on",
                closed.why(),
                closed.since,
                closed.next_at
            )));
        }
        let known = self.known(step);
        let until = known.as_ref().map(|known| self.until(known)).unwrap_or_default();
        match self.reddit.posts_until(&step.listing, limit, &until).await {
            Ok(fetched) => {
                if step.members.len() == 1 {
                    self.is_open(&step.listing).await;
                }
                // What was written while it was read is read next time.
                let mark = marked(step, known, &until, &fetched, now);
                Ok(Came::Posts(fetched.posts, mark))
            }
            Err(error) => self.not_read(step, &error).await,
        }
    }

    /// Remembers how far a step was read. What cannot be remembered is read again.
    pub(super) async fn keep(&mut self, step: &Step, mark: ListingMark) {
        let until = mark.until;
        let mut all = vec![(key(&step.listing), mark)];
        if step.members.len() > 1 {
            for listing in &step.members {
                let key = key(listing);
                if let Some(mark) = self.marks.get(&key) {
                    all.push((key, ListingMark { until, ..mark.clone() }));
                }
            }
        }
        for (key, mark) in all {
            let kept = &self.services.store;
            let kept = kept.keep_listing_mark(&self.campaign, &key, &self.shape, &mark).await;
            if let Err(error) = kept {
                tracing::warn!(%error, "how far a listing was read cannot be remembered");
            }
            self.marks.insert(key, mark);
        }
    }

    /// How far a step was read before: where it stands for several, as far as the one that was read
    /// the least far.
    fn known(&self, step: &Step) -> Option<ListingMark> {
        let own = self.marks.get(&key(&step.listing)).cloned();
        if step.members.len() == 1 {
            return own;
        }
        let members: Option<Vec<&ListingMark>> =
            step.members.iter().map(|listing| self.marks.get(&key(listing))).collect();
        let members = members?;
        let until = members.iter().map(|mark| mark.until).min()?;
        let per_hour = members.iter().map(|mark| mark.per_hour).sum();
        Some(match own {
            Some(own) => ListingMark { until, ..own },
            None => ListingMark { until, per_hour, ..ListingMark::default() },
        })
    }

    /// Where reading stops.
    fn until(&self, known: &ListingMark) -> Until {
        let hours = self.services.clock.now().since(known.until).as_secs_f64() / HOUR;
        let (least, most) = FIRST_PAGE;
        // Half as many more than usual, and some that are known.
        let expected = (known.per_hour * hours * 1.5).clamp(0.0, f64::from(most));
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let wanted = (expected.ceil() as u32 + least).clamp(least, most);
        // A tag is of a page of one size; for a page that is little larger it is worth keeping to it.
        let keeps = known.page >= wanted && known.page <= wanted.saturating_mul(3);
        let valid = keeps || known.page == wanted;
        Until {
            at: Some(known.until.minus(SEARCH_LAG)),
            names: known.names.iter().cloned().collect(),
            etag: known.etag.clone().filter(|_| valid),
            modified: known.modified.clone().filter(|_| valid),
            first_page: Some(if valid && known.etag.is_some() { known.page } else { wanted }),
        }
    }

    /// What an error means for a step, where it is an answer.
    async fn not_read(&mut self, step: &Step, error: &RedditError) -> Result<Came, JobFailure> {
        let state = closed_as(error);
        if step.members.len() > 1 && (state.is_some() || is_no_to_all(error)) {
            return Ok(Came::Apart(step.members.iter().map(Step::alone).collect()));
        }
        let Some(state) = state else {
            return Err(reddit_failure_of(self.reddit, error));
        };
        let Some(name) = subreddit_of(&step.listing) else {
            return Ok(Came::NotThere(error.to_string()));
        };
        let now = self.services.clock.now();
        let known = self.closed.get(&name.to_lowercase()).filter(|known| known.state == state);
        let tries = known.map_or(0, |known| known.tries).saturating_add(1);
        let reason = match error {
            RedditError::Private { reason, .. } => reason.clone(),
            _ => String::new(),
        };
        let closed = ClosedSubreddit {
            campaign: self.campaign.clone(),
            name: name.to_owned(),
            state,
            reason,
            since: known.map_or(now, |known| known.since),
            asked_at: now,
            tries,
            next_at: now.plus(wait_after(tries)),
        };
        if let Err(error) = self.services.store.keep_closed_subreddit(&closed).await {
            tracing::warn!(%error, "that a subreddit cannot be read cannot be remembered");
        }
        let told = format!("{error}; asked for again from {} on", closed.next_at);
        self.closed.insert(name.to_lowercase(), closed);
        Ok(Came::NotThere(told))
    }

    async fn is_open(&mut self, listing: &Listing) {
        let Some(name) = subreddit_of(listing) else { return };
        if self.closed.remove(&name.to_lowercase()).is_some()
            && let Err(error) =
                self.services.store.forget_closed_subreddit(&self.campaign, name).await
        {
            tracing::warn!(%error, "that a subreddit can be read again cannot be remembered");
        }
    }
}

/// How far a step was read, beginning at `now`.
fn marked(
    step: &Step,
    known: Option<ListingMark>,
    until: &Until,
    fetched: &Fetched,
    now: Timestamp,
) -> ListingMark {
    let before = known.clone().unwrap_or_default();
    let is_new = |post: &&Post| !until.names.contains(&post.id) && post.created_at > before.until;
    let fresh: Vec<&Post> = fetched.posts.iter().filter(is_new).collect();
    let mut names: Vec<String> =
        fetched.posts.iter().filter(|p| !p.stickied).map(|p| p.id.clone()).collect();
    names.truncate(NAMES);
    let seen: HashSet<String> = names.iter().cloned().collect();
    names.extend(before.names.iter().filter(|name| !seen.contains(*name)).cloned());
    names.truncate(NAMES);
    let alone = step.members.len() == 1;
    let unchanged = fetched.unchanged;
    ListingMark {
        names,
        etag: fetched.etag.clone().or(before.etag.filter(|_| unchanged)),
        modified: fetched.modified.clone().or(before.modified.filter(|_| unchanged)),
        page: until.first_page.unwrap_or(FIRST_PAGE.1),
        per_hour: match known {
            Some(_) => {
                let hours = (now.since(before.until).as_secs_f64() / HOUR).max(1.0 / 60.0);
                (before.per_hour + count(fresh.len()) / hours) / 2.0
            }
            None => rate(&fetched.posts),
        },
        until: now,
        alone_at: if alone { now } else { before.alone_at },
    }
}

/// Whether an answer says no to a request that is for several subreddits, and may be none to one of
/// them.
fn is_no_to_all(error: &RedditError) -> bool {
    match error {
        RedditError::Refused { .. }
        | RedditError::Redirected { elsewhere: false, .. }
        | RedditError::TooLarge { .. } => true,
        RedditError::Html { .. } => !error.is_retryable(),
        _ => false,
    }
}

fn wait_after(tries: u32) -> Duration {
    let doubled = 1_u32.checked_shl(tries.saturating_sub(1)).unwrap_or(u32::MAX);
    FIRST_WAIT.saturating_mul(doubled).min(LONGEST_WAIT)
}

/// Posts an hour, over the time that they span.
fn rate(posts: &[Post]) -> f64 {
    let times = || posts.iter().filter(|post| !post.stickied).map(|post| post.created_at);
    let (Some(first), Some(last)) = (times().min(), times().max()) else { return 0.0 };
    count(posts.len()) / (last.since(first).as_secs_f64() / HOUR).max(1.0)
}

#[allow(clippy::cast_precision_loss)]
fn count(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_asked_for_more_and_more_seldom() {
        let hours = |tries| wait_after(tries).as_secs() / 3_600;
        assert_eq!([1, 2, 3, 8].map(hours), [1, 2, 4, 128]);
        assert_eq!([9, 40, u32::MAX].map(hours), [168; 3]);
    }
}
