//! Reddit's JSON to posts, subreddits and rules, whatever year it is from.

use std::borrow::Cow;

use serde::de::Error as _;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::loose::Loose;
use crate::model::{Post, PostKind, SubredditRule, Timestamp};

/// Longest id that is believed to be one, in bytes.
const MAX_ID: usize = 64;

/// Why something is not taken for a post.
#[derive(Debug, thiserror::Error)]
pub enum ThingError {
    /// Not a JSON object, or broken off.
    #[error("not one JSON object: {0}")]
    Json(#[from] serde_json::Error),
    /// Something else of Reddit's, or of somebody else's.
    #[error("neither a submission nor a comment: it has no title, body or fullname of either")]
    NotAPost,
    /// Nothing to know it by.
    #[error("no usable id: expected \"name\" as in t3_1abcde, or \"id\"")]
    NoId,
}

/// What Reddit says of a subreddit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Its name without `r/`, in Reddit's own spelling.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its public description, else its sidebar.
    pub description: String,
    /// Members; absent where not told.
    pub subscribers: Option<i64>,
    /// Members on line; absent where not told.
    pub active_users: Option<i64>,
    /// Marked as for adults.
    pub over_18: bool,
}

/// One page of a listing.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) posts: Vec<Post>,
    /// What to ask for the next page with.
    pub(super) after: Option<String>,
    /// Things on the page that are no posts.
    pub(super) skipped: usize,
}

/// The fields that a post is made of, and no others, as this decides how fast dumps are read.
#[derive(Deserialize, Default)]
#[serde(default, bound(deserialize = "'de: 'a"))]
struct Raw<'a> {
    kind: Loose<'a>,
    #[serde(borrow)]
    data: Option<&'a RawValue>,
    id: Loose<'a>,
    name: Loose<'a>,
    title: Loose<'a>,
    selftext: Loose<'a>,
    body: Loose<'a>,
    link_id: Loose<'a>,
    link_title: Loose<'a>,
    subreddit: Loose<'a>,
    author: Loose<'a>,
    permalink: Loose<'a>,
    url: Loose<'a>,
    is_self: Loose<'a>,
    score: Loose<'a>,
    ups: Loose<'a>,
    num_comments: Loose<'a>,
    over_18: Loose<'a>,
    stickied: Loose<'a>,
    removed: Loose<'a>,
    spam: Loose<'a>,
    removed_by_category: Loose<'a>,
    removed_by: Loose<'a>,
    banned_by: Loose<'a>,
    created_utc: Loose<'a>,
    created: Loose<'a>,
}

/// One submission or comment, bare or wrapped in `{"kind": .., "data": ..}`.
pub(super) fn post(json: &[u8]) -> Result<Post, ThingError> {
    match parse(json) {
        Err(ThingError::Json(error)) if !error.is_eof() => match repaired(json) {
            Some(repaired) => parse(&repaired),
            // A field that is there twice: the last one counts.
            None if error.is_data() => {
                let value: serde_json::Value = serde_json::from_slice(json)?;
                parse(value.to_string().as_bytes())
            }
            None => Err(ThingError::Json(error)),
        },
        result => result,
    }
}

fn parse(json: &[u8]) -> Result<Post, ThingError> {
    let outer: Raw<'_> = serde_json::from_slice(json)?;
    match outer.data {
        Some(data) if outer.name.text().is_none() && outer.id.text().is_none() => {
            let inner: Raw<'_> = serde_json::from_str(data.get())?;
            to_post(&inner, outer.kind.text())
        }
        _ => to_post(&outer, None),
    }
}

fn to_post(raw: &Raw<'_>, kind: Option<&str>) -> Result<Post, ThingError> {
    let (kind, id) = identity(raw, kind)?;
    let subreddit = named(&raw.subreddit).unwrap_or_default();
    let (title, body, num_comments) = match kind {
        PostKind::Submission => {
            (text(&raw.title), text(&raw.selftext), raw.num_comments.integer().unwrap_or(0))
        }
        PostKind::Comment => (text(&raw.link_title), text(&raw.body), 0),
    };
    let permalink = permalink(raw, kind, &id, &subreddit);
    let at = raw.created_utc.number().or_else(|| raw.created.number()).unwrap_or(0.0);
    Ok(Post {
        author: named(&raw.author),
        url: link(raw, kind, &permalink),
        score: raw.score.integer().or_else(|| raw.ups.integer()).unwrap_or(0),
        over_18: raw.over_18.is_true(),
        removed: is_removed(raw, &title, &body),
        stickied: raw.stickied.is_true(),
        created_at: timestamp(at),
        id,
        kind,
        subreddit,
        title,
        body,
        permalink,
        num_comments,
    })
}

/// What it is and its fullname. The fullname decides; then the wrapper; then what it is made of.
fn identity(raw: &Raw<'_>, kind: Option<&str>) -> Result<(PostKind, String), ThingError> {
    let of_prefix = |name: &str| match name.split_once('_') {
        Some(("t1", _)) => Some(PostKind::Comment),
        Some(("t3", _)) => Some(PostKind::Submission),
        _ => None,
    };
    let full = [raw.name.text(), raw.id.text()].into_iter().flatten().find(|n| {
        // Any thing's prefix, so that a user or a subreddit is not taken for a post.
        matches!(n.as_bytes(), [b't', digit, b'_', _, ..] if digit.is_ascii_digit())
    });
    let wrapped = match kind {
        Some("t1") => Some(PostKind::Comment),
        Some("t3") => Some(PostKind::Submission),
        Some(_) => return Err(ThingError::NotAPost),
        None => None,
    };
    let named = full.and_then(of_prefix);
    // In a wrapper for posts, what is named otherwise is a post all the same.
    let full = full.filter(|_| named.is_some() || wrapped.is_none());
    let kind = match (full, wrapped) {
        (Some(_), _) => named,
        (None, Some(kind)) => Some(kind),
        (None, None) if raw.body.text().is_some() || raw.link_id.text().is_some() => {
            Some(PostKind::Comment)
        }
        (None, None) => raw.title.text().map(|_| PostKind::Submission),
    }
    .ok_or(ThingError::NotAPost)?;
    let usable = |id: &str| id.len() <= MAX_ID && id.bytes().all(|b| b.is_ascii_graphic());
    let prefix = if kind == PostKind::Comment { "t1_" } else { "t3_" };
    let given = match (full, raw.id.ident()) {
        (Some(full), _) => Some(full.to_owned()),
        (None, Some(id)) => Some(format!("{prefix}{id}")),
        (None, None) => None,
    };
    let id = given
        .filter(|id| usable(id))
        .or_else(|| wrapped.and_then(|_| derived(raw, kind)).map(|id| format!("{prefix}{id}")));
    id.filter(|id| usable(id)).map(|id| (kind, id)).ok_or(ThingError::NoId)
}

/// An id for what Reddit gives as a post without one: from its page's address, else from its words,
/// so that the same post has the same id the next time.
fn derived(raw: &Raw<'_>, kind: PostKind) -> Option<String> {
    let from_page = raw.permalink.text().and_then(|link| {
        let mut parts = link.split("/comments/").nth(1)?.split('/');
        let part = if kind == PostKind::Comment { parts.nth(2) } else { parts.next() };
        part.filter(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_alphanumeric()))
    });
    if let Some(id) = from_page {
        return Some(id.to_owned());
    }
    let words = [&raw.title, &raw.selftext, &raw.body, &raw.url, &raw.author];
    if words.iter().all(|words| words.text().is_none()) {
        return None;
    }
    let mut hasher = blake3::Hasher::new();
    for words in words {
        hasher.update(words.text().unwrap_or_default().as_bytes()).update(&[0]);
    }
    let at = raw.created_utc.number().or_else(|| raw.created.number()).unwrap_or(0.0);
    hasher.update(&at.to_le_bytes());
    Some(format!("~{}", &hasher.finalize().to_hex()[..16]))
}

/// A text with HTML entities decoded once. Text asked for with `raw_json=1` is Markdown, in which
/// an entity stands for its character too, so that decoding is right there as well.
pub(super) fn text(value: &Loose<'_>) -> String {
    let Some(text) = value.text() else { return String::new() };
    let decoded = if text.contains('&') {
        html_escape::decode_html_entities(text)
    } else {
        Cow::Borrowed(text)
    };
    // Many programs take a NUL for the end of a text.
    if decoded.contains('\0') { decoded.replace('\0', "\u{fffd}") } else { decoded.into_owned() }
}

/// A name of a user or subreddit, unless what it named is gone.
fn named(value: &Loose<'_>) -> Option<String> {
    let name = value.text()?.trim();
    (!name.is_empty() && name != "[deleted]" && name != "[removed]").then(|| text(value))
}

fn permalink(raw: &Raw<'_>, kind: PostKind, id: &str, subreddit: &str) -> String {
    let given = text(&raw.permalink);
    let path = match given.split_once("reddit.com/") {
        Some((host, path)) if host.starts_with("http") => format!("/{path}"),
        _ => given,
    };
    if path.starts_with('/') && !path.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return path;
    }
    let within = if subreddit.is_empty() { String::new() } else { format!("/r/{subreddit}") };
    let bare = id.get(3..).unwrap_or_default();
    match (kind, raw.link_id.text().and_then(|link| link.strip_prefix("t3_"))) {
        (PostKind::Submission, _) => format!("{within}/comments/{bare}/"),
        (PostKind::Comment, Some(link)) => format!("{within}/comments/{link}/_/{bare}/"),
        (PostKind::Comment, None) => format!("/api/info?id={id}"),
    }
}

fn link(raw: &Raw<'_>, kind: PostKind, permalink: &str) -> Option<String> {
    if kind == PostKind::Comment || raw.is_self.is_true() {
        return None;
    }
    // A text post's address is its own page.
    Some(text(&raw.url)).filter(|url| !url.is_empty() && !url.ends_with(permalink))
}

fn is_removed(raw: &Raw<'_>, title: &str, body: &str) -> bool {
    let gone = |text: &str| {
        matches!(text.trim(), "[removed]" | "[deleted]" | "[ Removed by Reddit ]")
            || text.starts_with("[deleted by user]")
    };
    gone(body)
        || (raw.link_id.text().is_none() && gone(title))
        || [&raw.removed, &raw.spam, &raw.removed_by_category, &raw.removed_by, &raw.banned_by]
            .into_iter()
            .any(Loose::is_set)
}

#[allow(clippy::cast_possible_truncation)] // saturates
pub(super) fn timestamp(secs: f64) -> Timestamp {
    Timestamp::from_millis((secs * 1000.0) as i64)
}

/// `json` with what no parser takes replaced: bytes that are not UTF-8, and halves of surrogate
/// pairs (`\ud83d` alone), which dumps hold where a text was cut in an emoji's midst.
pub(super) fn repaired(json: &[u8]) -> Option<Vec<u8>> {
    let text = String::from_utf8_lossy(json);
    let bytes = text.as_bytes();
    let unit = |at: usize| {
        let hex = bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
        u16::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok()
    };
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let step = match (bytes[at], unit(at)) {
            (b'\\', Some(0xd800..=0xdbff)) if matches!(unit(at + 6), Some(0xdc00..=0xdfff)) => 12,
            (b'\\', Some(0xd800..=0xdfff)) => {
                out.extend_from_slice(b"\\ufffd");
                at += 6;
                continue;
            }
            (b'\\', _) => 2,
            _ => 1,
        };
        let end = (at + step).min(bytes.len());
        out.extend_from_slice(&bytes[at..end]);
        at = end;
    }
    (out != json).then_some(out)
}

/// A page of a listing; things on it that are no posts are counted, not complained about.
pub(super) fn page(body: &[u8]) -> Result<Page, serde_json::Error> {
    let gathered = super::gather::gather(body)?;
    if !gathered.is_listing {
        return Err(serde_json::Error::custom("no listing"));
    }
    let skipped = gathered.unreadable + gathered.others + gathered.subreddits.len();
    Ok(Page { skipped, posts: gathered.posts, after: gathered.after })
}

#[derive(Deserialize, Default)]
#[serde(default, bound(deserialize = "'de: 'a"))]
struct RawAbout<'a> {
    display_name: Loose<'a>,
    title: Loose<'a>,
    public_description: Loose<'a>,
    description: Loose<'a>,
    subscribers: Loose<'a>,
    accounts_active: Loose<'a>,
    active_user_count: Loose<'a>,
    over18: Loose<'a>,
}

/// The inside of a `t5`.
pub(super) fn about_data(json: &str) -> Result<About, serde_json::Error> {
    let data: RawAbout<'_> = serde_json::from_str(json)?;
    let description = Some(text(&data.public_description)).filter(|d| !d.is_empty());
    Ok(About {
        name: text(&data.display_name),
        title: text(&data.title),
        description: description.unwrap_or_else(|| text(&data.description)),
        subscribers: data.subscribers.integer(),
        active_users: data.accounts_active.integer().or(data.active_user_count.integer()),
        over_18: data.over18.is_true(),
    })
}

/// What is said of the subreddit asked for as `asked`; none where the answer is not of one.
pub(super) fn about(body: &[u8], asked: &str) -> Result<Option<About>, serde_json::Error> {
    let gathered = super::gather::gather(body)?;
    if gathered.is_listing {
        return Ok(None);
    }
    let about = gathered.subreddits.into_iter().next().map(|about| {
        let spelt = about.name.eq_ignore_ascii_case(asked);
        if spelt { about } else { About { name: asked.to_owned(), ..about } }
    });
    about.map(Some).ok_or_else(|| serde_json::Error::custom("no subreddit"))
}

/// A subreddit's rules, in order; those that say nothing are left out.
pub(super) fn rules(body: &[u8]) -> Result<Vec<SubredditRule>, serde_json::Error> {
    #[derive(Deserialize)]
    struct Rules<'a> {
        #[serde(borrow)]
        rules: &'a RawValue,
    }
    let body = String::from_utf8_lossy(body);
    let answer: Rules<'_> = serde_json::from_str(&body)?;
    rules_of(answer.rules.get())
}

/// The same of the list alone; null is a list without anything in it.
pub(super) fn rules_of(json: &str) -> Result<Vec<SubredditRule>, serde_json::Error> {
    #[derive(Deserialize, Default)]
    #[serde(default, bound(deserialize = "'de: 'a"))]
    struct Rule<'a> {
        short_name: Loose<'a>,
        violation_reason: Loose<'a>,
        description: Loose<'a>,
    }
    let rules: Option<Vec<Option<Rule<'_>>>> = serde_json::from_str(json)?;
    let rules = rules.unwrap_or_default();
    let rules = rules.iter().flatten().map(|rule| SubredditRule {
        name: Some(text(&rule.short_name))
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| text(&rule.violation_reason)),
        description: text(&rule.description),
    });
    Ok(rules.filter(|r| !(r.name.is_empty() && r.description.is_empty())).collect())
}

#[cfg(test)]
#[path = "things_tests.rs"]
mod tests;
