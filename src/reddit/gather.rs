//! All that an answer of Reddit's holds, whatever endpoint and year it is of.

use serde::Deserialize;
use serde::de::{Error as _, IgnoredAny};
use serde_json::value::RawValue;

use super::loose::Loose;
use super::things::{self, About};
use super::user::UserAbout;
use crate::model::{Post, SubredditRule};

/// Deepest nesting that is looked into. A thread goes down five levels with each reply, and Reddit
/// ends one after ten replies.
const MAX_DEPTH: usize = 400;

/// What an answer of Reddit's holds: listings in it are followed down to the last reply.
#[derive(Debug, Default)]
pub struct Gathered {
    /// Submissions and comments, in the answer's order; a comment comes before its replies.
    pub posts: Vec<Post>,
    /// Subreddits.
    pub subreddits: Vec<About>,
    /// Users.
    pub users: Vec<UserAbout>,
    /// Rules of a subreddit.
    pub rules: Vec<SubredditRule>,
    /// Comments that are only counted by the answer (`more`): they can be asked for.
    pub more: u64,
    /// What to ask for the next page with.
    pub after: Option<String>,
    /// Submissions and comments of which nothing could be made: without an id and without words.
    pub unreadable: usize,
    /// Other things: awards, settings, whatever Reddit comes up with.
    pub others: usize,
    /// Whether a listing was among it.
    pub is_listing: bool,
    /// Reddit's words for why it did not do what was asked (`json.errors`).
    pub errors: Vec<String>,
}

/// What any object can have that is looked at.
#[derive(Deserialize, Default)]
#[serde(default, bound(deserialize = "'de: 'a"))]
struct Node<'a> {
    kind: Loose<'a>,
    #[serde(borrow)]
    data: Option<&'a RawValue>,
    #[serde(borrow)]
    json: Option<&'a RawValue>,
    #[serde(borrow)]
    things: Option<&'a RawValue>,
    #[serde(borrow)]
    errors: Option<&'a RawValue>,
    #[serde(borrow)]
    rules: Option<&'a RawValue>,
    name: Loose<'a>,
    link_karma: Loose<'a>,
    comment_karma: Loose<'a>,
    total_karma: Loose<'a>,
}

/// What the `data` of a listing, of a comment or of `more` has.
#[derive(Deserialize, Default)]
#[serde(default, bound(deserialize = "'de: 'a"))]
struct Inner<'a> {
    after: Loose<'a>,
    count: Loose<'a>,
    #[serde(borrow)]
    children: Option<&'a RawValue>,
    #[serde(borrow)]
    replies: Option<&'a RawValue>,
}

/// Reads an answer. Of what it holds nothing is complained about; it must only be JSON.
///
/// # Errors
/// It is not JSON, or it broke off.
pub(super) fn gather(body: &[u8]) -> Result<Gathered, serde_json::Error> {
    let text = String::from_utf8_lossy(body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body));
    match whole(&text) {
        Err(error) if error.is_eof() => Err(error),
        Err(error) => match things::repaired(text.as_bytes()) {
            Some(repaired) => plain(&String::from_utf8_lossy(&repaired)),
            None if error.is_syntax() => Err(error),
            None => plain(&text),
        },
        gathered => gathered,
    }
}

fn whole(text: &str) -> Result<Gathered, serde_json::Error> {
    let mut gathered = Gathered::default();
    gathered.visit(text, 0).map(|()| gathered)
}

/// The same where a field is there twice: the last one counts.
fn plain(text: &str) -> Result<Gathered, serde_json::Error> {
    let value: serde_json::Value = serde_json::from_str(text)?;
    whole(&value.to_string())
}

impl Gathered {
    /// Whether nothing at all was in the answer.
    pub fn is_empty(&self) -> bool {
        self.posts.is_empty()
            && self.subreddits.is_empty()
            && self.users.is_empty()
            && self.rules.is_empty()
            && self.unreadable == 0
            && self.others == 0
            && self.more == 0
    }

    fn visit(&mut self, json: &str, depth: usize) -> Result<(), serde_json::Error> {
        if depth > MAX_DEPTH {
            return Err(serde_json::Error::custom("nested too deep"));
        }
        match json.trim_start().as_bytes().first() {
            Some(b'[') => {
                let items: Vec<&RawValue> = serde_json::from_str(json)?;
                items.iter().try_for_each(|item| self.visit(item.get(), depth + 1))
            }
            Some(b'{') => {
                let node: Node<'_> = serde_json::from_str(json)?;
                self.node(&node, json, depth)
            }
            _ => {
                let _: IgnoredAny = serde_json::from_str(json)?;
                self.others += 1;
                Ok(())
            }
        }
    }

    fn node(&mut self, node: &Node<'_>, json: &str, depth: usize) -> Result<(), serde_json::Error> {
        let data = node.data.map(RawValue::get).filter(|data| data.starts_with('{'));
        let Some(data) = data else {
            return self.bare(node, json, depth);
        };
        match node.kind.text() {
            Some("t1" | "t3") => {
                self.post(json);
                // Only a comment has replies, and only where there are some is it an object.
                let inner: Inner<'_> = serde_json::from_str(data)?;
                let replies = inner.replies.map(RawValue::get);
                match replies.filter(|replies| replies.starts_with(['{', '['])) {
                    Some(replies) => self.visit(replies, depth + 1),
                    None => Ok(()),
                }
            }
            Some("t2") => {
                self.users.push(super::user::about(data)?);
                Ok(())
            }
            Some("t5") => {
                self.subreddits.push(things::about_data(data)?);
                Ok(())
            }
            Some("more") => self.hidden(data),
            Some("Listing") | None => self.listing(node, data, json, depth),
            Some(_) => {
                self.others += 1;
                Ok(())
            }
        }
    }

    fn post(&mut self, json: &str) {
        match things::post(json.as_bytes()) {
            Ok(post) => self.posts.push(post),
            Err(error) => {
                tracing::debug!(%error, "a thing of an answer was skipped");
                self.unreadable += 1;
            }
        }
    }

    fn hidden(&mut self, data: &str) -> Result<(), serde_json::Error> {
        let inner: Inner<'_> = serde_json::from_str(data)?;
        let named: Vec<IgnoredAny> = match inner.children {
            Some(children) => serde_json::from_str(children.get()).unwrap_or_default(),
            None => Vec::new(),
        };
        let counted = inner.count.integer().and_then(|n| u64::try_from(n).ok()).unwrap_or(0);
        self.more += counted.max(named.len() as u64);
        Ok(())
    }

    /// A listing, also one whose kind is missing. The outermost one says what comes after.
    fn listing(
        &mut self,
        node: &Node<'_>,
        data: &str,
        json: &str,
        depth: usize,
    ) -> Result<(), serde_json::Error> {
        let inner: Inner<'_> = serde_json::from_str(data)?;
        let children = inner.children.map(RawValue::get).filter(|c| c.starts_with('['));
        if node.kind.text().is_none() && children.is_none() {
            return self.bare(node, json, depth);
        }
        self.is_listing = true;
        if self.after.is_none() && depth <= 1 {
            self.after = inner.after.text().map(str::to_owned);
        }
        children.map_or(Ok(()), |children| self.visit(children, depth + 1))
    }

    /// What comes without a wrapper: answers of some endpoints, and errors.
    fn bare(&mut self, node: &Node<'_>, json: &str, depth: usize) -> Result<(), serde_json::Error> {
        let inside = |value: Option<&RawValue>| match value.map(|v| v.get().to_owned()) {
            Some(text) if text.starts_with(['{', '[']) => Some(text),
            _ => None,
        };
        if let Some(rules) = inside(node.rules).filter(|rules| rules.starts_with('[')) {
            self.rules.extend(things::rules_of(&rules)?);
            return Ok(());
        }
        let errors = inside(node.errors).map(|errors| error_words(&errors)).unwrap_or_default();
        let failed = !errors.is_empty();
        self.errors.extend(errors);
        let nested = inside(node.json).or_else(|| inside(node.things));
        let nested = nested.or_else(|| inside(node.data).filter(|_| node.errors.is_some()));
        if let Some(nested) = nested {
            return self.visit(&nested, depth + 1);
        }
        let karma = [&node.link_karma, &node.comment_karma, &node.total_karma];
        let is_post =
            ["t1_", "t3_"].iter().any(|p| node.name.text().is_some_and(|n| n.starts_with(p)));
        if is_post {
            self.post(json);
        } else if node.name.text().is_some() && karma.iter().any(|k| k.number().is_some()) {
            self.users.push(super::user::about(json)?);
        } else if !failed {
            self.others += 1;
        }
        Ok(())
    }
}

/// The words of `json.errors`: lists that begin with Reddit's own word for each. What follows can
/// quote strangers, and is left out.
fn error_words(errors: &str) -> Vec<String> {
    let lists: Vec<serde_json::Value> = serde_json::from_str(errors).unwrap_or_default();
    let word = |list: &serde_json::Value| {
        let word = list.get(0).unwrap_or(list).as_str().unwrap_or("unnamed");
        word.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').take(60).collect()
    };
    lists.iter().map(word).collect()
}

#[cfg(test)]
#[path = "gather_tests.rs"]
mod tests;
