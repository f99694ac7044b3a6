//! What the client asks Reddit's API for.

use std::collections::HashSet;

use reqwest::{Method, Url};

use super::client::RedditClient;
use super::error::RedditError;
use super::feeds;
use super::gather::{self, Gathered};
use super::things::{self, About, Page};
use super::transport::{Ask, Reply, Target};
use super::user::UserAbout;
use crate::guard::http::join;
use crate::model::{Listing, Post, SubredditRule, Timestamp};

/// Most things that Reddit gives in one page, of a listing or of a feed.
const PAGE: u32 = 100;
/// Most things that can be asked for by their names in one request.
const MOST_NAMES: usize = 100;

/// How far a listing was read before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Until {
    /// Reading stops with the page on which posts from this time on backwards begin.
    pub at: Option<Timestamp>,
    /// Reading stops with the page on which one of these posts is, by Reddit's fullnames. Several, as
    /// posts are deleted.
    pub names: HashSet<String>,
    /// The first page is wanted only where it differs from the one with this tag.
    pub etag: Option<String>,
    /// The first page is wanted only where it has changed since, as Reddit wrote it.
    pub modified: Option<String>,
    /// Things on the first page; a full one where absent. Fewer do where little is new.
    pub first_page: Option<u32>,
}

/// Posts of a listing.
#[derive(Debug, Default)]
pub struct Fetched {
    /// The posts, newest first.
    pub posts: Vec<Post>,
    /// What the first page is known by, where Reddit says.
    pub etag: Option<String>,
    /// When the first page changed last, where Reddit says, as it writes it.
    pub modified: Option<String>,
    /// Pages asked for.
    pub pages: u32,
    /// Reddit said that nothing has changed, and sent nothing.
    pub unchanged: bool,
}

/// A request in any words, as recorded ones have them.
#[derive(Debug, Clone)]
pub struct AnyRequest {
    /// The method.
    pub method: Method,
    /// The path, with a `/` in front, not encoded.
    pub path: String,
    /// The query, not encoded.
    pub query: Vec<(String, String)>,
    /// A form or JSON.
    pub body: Option<String>,
}

impl RedditClient {
    /// The posts of a listing, newest first, at most `limit`; follows Reddit from page to page.
    ///
    /// # Errors
    /// See [`RedditError`]; of pages read before a failure nothing is returned.
    pub async fn posts(&self, listing: &Listing, limit: u32) -> Result<Vec<Post>, RedditError> {
        self.posts_until(listing, limit, &Until::default()).await.map(|fetched| fetched.posts)
    }

    /// The same as far as `until`: what was read before comes again only where it shares a page
    /// with what was not.
    ///
    /// # Errors
    /// As of [`posts`](Self::posts).
    pub async fn posts_until(
        &self,
        listing: &Listing,
        limit: u32,
        until: &Until,
    ) -> Result<Fetched, RedditError> {
        let (target, first) = self.request(listing)?;
        let most = usize::try_from(limit).unwrap_or(usize::MAX);
        // Each page can be shortened by what is no post, but none of this goes on for ever.
        let most_pages = limit.div_ceil(PAGE).saturating_mul(2).saturating_add(1);
        let (mut fetched, mut ids) = (Fetched::default(), HashSet::new());
        let (mut after, mut followed) = (None::<String>, HashSet::new());
        while fetched.pages < most_pages {
            let missing = u32::try_from(most - fetched.posts.len()).unwrap_or(PAGE).min(PAGE);
            let first_page = until.first_page.filter(|_| after.is_none());
            let missing = missing.min(first_page.unwrap_or(PAGE).max(1));
            let page = self.page_of(&target, &first, after.as_deref(), missing, until).await?;
            fetched.pages += 1;
            if after.is_none() {
                (fetched.etag, fetched.modified) = (page.etag, page.modified);
            }
            let Some(page) = page.page else {
                fetched.unchanged = true;
                break;
            };
            if page.skipped > 0 {
                tracing::debug!(skipped = page.skipped, what = target.what, "not posts");
            }
            let empty = page.posts.is_empty() && page.skipped == 0;
            let known = until.at.is_some_and(|at| reaches(&page.posts, at))
                || page.posts.iter().any(|p| !p.stickied && until.names.contains(&p.id));
            // A listing moves on while it is read, so that pages can overlap.
            fetched.posts.extend(page.posts.into_iter().filter(|post| ids.insert(post.id.clone())));
            match page.after {
                Some(next)
                    if !empty
                        && !known
                        && fetched.posts.len() < most
                        && followed.insert(next.clone()) =>
                {
                    after = Some(next);
                }
                _ => break,
            }
        }
        fetched.posts.truncate(most);
        Ok(fetched)
    }

    /// One page of a listing, behind `after`, with as many things as are `asked` for. The first one only
    /// where it has changed.
    async fn page_of(
        &self,
        target: &Target,
        first: &Url,
        after: Option<&str>,
        asked: u32,
        until: &Until,
    ) -> Result<Listed, RedditError> {
        let mut url = first.clone();
        url.query_pairs_mut().append_pair("limit", &asked.to_string());
        if let Some(after) = after {
            url.query_pairs_mut().append_pair("after", after);
        }
        let etag = until.etag.as_deref().filter(|_| after.is_none());
        let modified = until.modified.as_deref().filter(|_| after.is_none());
        let ask = Ask { etag, modified, ..Ask::get(&url) };
        self.call(target, &ask, |reply| listed(reply, target, asked)).await
    }

    /// A submission with its comments, down to the last reply that Reddit gives; the submission
    /// comes first. What it only counts is in [`Gathered::more`].
    ///
    /// # Errors
    /// [`RedditError::Refused`] with status 404 where there is none, else see [`RedditError`].
    pub async fn thread(&self, submission: &str, limit: u32) -> Result<Gathered, RedditError> {
        let id = submission.strip_prefix("t3_").unwrap_or(submission);
        let target = Target::of("a thread");
        let mut url = join(&self.base, ["comments", id]);
        url.query_pairs_mut()
            .append_pair("limit", &limit.to_string())
            .append_pair("sort", "new")
            .append_pair("raw_json", "1");
        self.fetch(&target, &url, gather::gather).await
    }

    /// Submissions, comments and subreddits by their fullnames, as in `t3_1abcde`; those that are
    /// not there are left out.
    ///
    /// # Errors
    /// See [`RedditError`].
    pub async fn info(&self, fullnames: &[String]) -> Result<Gathered, RedditError> {
        let target = Target::of("things by their names");
        let mut all = Gathered::default();
        for names in fullnames.chunks(MOST_NAMES) {
            let mut url = join(&self.base, ["api", "info"]);
            url.query_pairs_mut().append_pair("id", &names.join(",")).append_pair("raw_json", "1");
            let found = self.fetch(&target, &url, gather::gather).await?;
            all.posts.extend(found.posts);
            all.subreddits.extend(found.subreddits);
            all.users.extend(found.users);
        }
        Ok(all)
    }

    /// What Reddit says of a subreddit.
    ///
    /// # Errors
    /// [`RedditError::NotFound`], [`RedditError::Private`] and [`RedditError::Banned`] tell of the
    /// subreddit, the others of the way to it.
    pub async fn about(&self, subreddit: &str) -> Result<About, RedditError> {
        let target = within(subreddit, "about")?;
        let url = self.raw(&["r", subreddit, "about"]);
        let about = self.fetch(&target, &url, |body| things::about(body, subreddit)).await?;
        about.ok_or_else(|| RedditError::NotFound { subreddit: subreddit.to_owned() })
    }

    /// A subreddit's rules, in its order.
    ///
    /// # Errors
    /// As of [`about`](Self::about).
    pub async fn rules(&self, subreddit: &str) -> Result<Vec<SubredditRule>, RedditError> {
        let target = within(subreddit, "rules")?;
        let url = self.raw(&["r", subreddit, "about", "rules"]);
        self.fetch(&target, &url, things::rules).await
    }

    /// What Reddit says of a user.
    ///
    /// # Errors
    /// [`RedditError::Refused`] with status 404 where there is none, else see [`RedditError`].
    pub async fn user(&self, name: &str) -> Result<UserAbout, RedditError> {
        let url = self.raw(&["user", name, "about"]);
        self.one_user(&Target::of("a user"), &url).await
    }

    /// The user in whose name is asked.
    ///
    /// # Errors
    /// See [`RedditError`]; an app without a user is [refused](RedditError::Refused).
    pub async fn me(&self) -> Result<UserAbout, RedditError> {
        let url = self.raw(&["api", "v1", "me"]);
        self.one_user(&Target::of("the account"), &url).await
    }

    /// Asks for anything, and takes what comes for what it is. What is no GET is sent once.
    ///
    /// # Errors
    /// See [`RedditError`].
    pub async fn exchange(&self, request: &AnyRequest) -> Result<Gathered, RedditError> {
        let parts: Vec<&str> = request.path.split('/').filter(|p| !p.is_empty()).collect();
        let subreddit = match parts[..] {
            ["r", name, ..] => Some(name.to_owned()),
            _ => None,
        };
        let target =
            Target { subreddit, ..Target::of(format!("{} of a recorded request", request.method)) };
        let mut url = join(&self.base, parts);
        if !request.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&request.query);
        }
        let body = request.body.as_deref();
        let ask = Ask { method: request.method.clone(), body, ..Ask::get(&url) };
        let once = || async {
            let reply = self.transport.ask(&target, &ask).await?;
            if reply.body.is_empty() {
                return Ok(Gathered::default());
            }
            let gathered = gather::gather(&reply.body).map_err(|error| target.decode(&error))?;
            match gathered.errors.first() {
                Some(reason) => {
                    let (what, reason) = (target.what.clone(), reason.clone());
                    Err(RedditError::Rejected { what, reason })
                }
                None => Ok(gathered),
            }
        };
        if request.method == Method::GET {
            return self.guarded.call(|| self.transport.window.ready(), |()| once()).await;
        }
        self.transport.window.ready().await?;
        once().await
    }

    async fn one_user(&self, target: &Target, url: &Url) -> Result<UserAbout, RedditError> {
        let found = self.fetch(target, url, gather::gather).await?;
        found.users.into_iter().next().ok_or_else(|| RedditError::Decode {
            what: target.what.clone(),
            cause: "there is no user in it".to_owned(),
        })
    }

    fn raw(&self, path: &[&str]) -> Url {
        let mut url = join(&self.base, path.iter().copied());
        url.query_pairs_mut().append_pair("raw_json", "1");
        url
    }

    fn request(&self, listing: &Listing) -> Result<(Target, Url), RedditError> {
        let (mut target, mut path) = asked(listing)?;
        target.feed = self.reads_feeds();
        let feed = path.last().map(|last| format!("{last}.rss"));
        if let (true, Some(last), Some(feed)) = (target.feed, path.last_mut(), &feed) {
            *last = feed;
        }
        let mut url = join(&self.base, path);
        let mut pairs = url.query_pairs_mut();
        if let Listing::Search { subreddit, query } = listing {
            pairs.append_pair("q", query);
            if subreddit.is_some() {
                pairs.append_pair("restrict_sr", "1");
            }
            pairs.extend_pairs([("sort", "new"), ("t", "month"), ("type", "link")]);
        }
        if !target.feed {
            pairs.append_pair("raw_json", "1");
        }
        drop(pairs);
        Ok((target, url))
    }
}

/// A page with what it is known by; no page where it has not changed.
struct Listed {
    page: Option<Page>,
    etag: Option<String>,
    modified: Option<String>,
}

/// A page of which so many things were asked for.
fn listed(reply: Reply, target: &Target, asked: u32) -> Result<Listed, RedditError> {
    let page = if reply.unchanged {
        None
    } else if target.feed {
        Some(feeds::page(&reply.body, target, asked)?)
    } else {
        Some(things::page(&reply.body).map_err(|error| target.decode(&error))?)
    };
    Ok(Listed { page, etag: reply.etag, modified: reply.modified })
}

/// Whether posts, newest first, reach back to `at`. Those that are pinned to the top are older.
fn reaches(posts: &[Post], at: Timestamp) -> bool {
    posts.iter().any(|post| !post.stickied && post.created_at <= at)
}

/// What a listing is about, and where it is.
fn asked(listing: &Listing) -> Result<(Target, Vec<&str>), RedditError> {
    Ok(match listing {
        Listing::Search { subreddit: Some(name), .. } => {
            (within(name, "search in")?, vec!["r", name, "search"])
        }
        Listing::Search { subreddit: None, .. } => {
            (Target::of("search everywhere"), vec!["search"])
        }
        Listing::New { subreddit: name } => (within(name, "new in")?, vec!["r", name, "new"]),
        Listing::Comments { subreddit: name } => {
            (within(name, "comments in")?, vec!["r", name, "comments"])
        }
    })
}

/// A request about a subreddit; what cannot be a subreddit's name is not asked for. Several names
/// are joined by `+`.
fn within(subreddit: &str, what: &str) -> Result<Target, RedditError> {
    let name = subreddit.to_owned();
    let usable = !name.is_empty()
        && name.split('+').all(|one| !one.is_empty() && one.len() <= 64)
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'+'));
    if usable {
        Ok(Target { subreddit: Some(name.clone()), ..Target::of(format!("{what} r/{name}")) })
    } else {
        Err(RedditError::NotFound { subreddit: name })
    }
}
