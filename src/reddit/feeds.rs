//! Reddit's public Atom feeds, which anybody may read without an app. They tell less: no score, no
//! number of comments, no mark of removal; and Reddit allows few requests for them.

use feed_rs::model::Entry;

use super::error::RedditError;
use super::things::Page;
use super::transport::Target;
use crate::model::{Post, PostKind, Timestamp};

/// What stands around the words of a post in a feed.
const WORDS: (&str, &str) = ("<!-- SC_OFF -->", "<!-- SC_ON -->");

/// A page of a feed of which so many entries were asked for. It does not say whether another one
/// follows: one does behind a page that is full.
pub(super) fn page(body: &[u8], target: &Target, asked: u32) -> Result<Page, RedditError> {
    let posts = entries(body, target)?;
    let full = posts.len() >= usize::try_from(asked).unwrap_or(usize::MAX);
    let after = posts.last().filter(|_| full).map(|post| post.id.clone());
    Ok(Page { posts, after, skipped: 0 })
}

/// The posts of a feed; entries that are none are left out.
fn entries(body: &[u8], target: &Target) -> Result<Vec<Post>, RedditError> {
    // The parser takes an end that comes too early for the end.
    if !ends_well(body) {
        return Err(RedditError::Truncated { what: target.what.clone() });
    }
    let feed = feed_rs::parser::parse(body).map_err(|_| RedditError::Decode {
        what: target.what.clone(),
        cause: "it is no feed".to_owned(),
    })?;
    Ok(feed.entries.iter().filter_map(post).collect())
}

/// Whether the outermost element is closed.
fn ends_well(body: &[u8]) -> bool {
    let text = String::from_utf8_lossy(body);
    let end = text.trim_end();
    ["</feed>", "</rss>", "</rdf:RDF>"].iter().any(|tag| end.ends_with(tag))
}

fn post(entry: &Entry) -> Option<Post> {
    let kind = match entry.id.split_once('_')?.0 {
        "t3" => PostKind::Submission,
        "t1" => PostKind::Comment,
        _ => return None,
    };
    let usable = entry.id.len() <= 64 && entry.id.bytes().all(|b| b.is_ascii_graphic());
    if !usable {
        return None;
    }
    let title = entry.title.as_ref().map(|title| title.content.as_str()).unwrap_or_default();
    let title = html_escape::decode_html_entities(title).into_owned();
    let html = entry.content.as_ref().and_then(|content| content.body.as_deref());
    let html = html.or_else(|| entry.summary.as_ref().map(|s| s.content.as_str()));
    let html = html.unwrap_or_default();
    let link = entry.links.first().map(|link| link.href.as_str()).unwrap_or_default();
    let permalink = path_of(link);
    let subreddit = entry.categories.first().map(|c| c.term.clone());
    let subreddit = subreddit.or_else(|| subreddit_in(&permalink)).unwrap_or_default();
    let author = entry.authors.first().and_then(|author| author.name.as_deref());
    let author = author.map(|name| name.trim_start_matches("/u/").trim().to_owned());
    let at = entry.published.or(entry.updated);
    let body = words(html, kind);
    Some(Post {
        id: entry.id.clone(),
        kind,
        subreddit,
        // "/u/ann on The title of the post" is what a comment is called.
        title: match (kind, title.split_once(" on ")) {
            (PostKind::Comment, Some((_, above))) => above.to_owned(),
            _ => title,
        },
        removed: matches!(body.trim(), "[removed]" | "[deleted]"),
        body,
        author: author.filter(|name| !name.is_empty() && name != "[deleted]"),
        url: (kind == PostKind::Submission).then(|| linked(html)).flatten(),
        permalink,
        score: 0,
        num_comments: 0,
        over_18: false,
        stickied: false,
        created_at: at
            .map_or_else(Timestamp::default, |at| Timestamp::from_millis(at.timestamp_millis())),
    })
}

/// The path of a page of Reddit's.
fn path_of(link: &str) -> String {
    let path = link.split_once("reddit.com/").map(|(_, path)| format!("/{path}"));
    path.filter(|path| !path.chars().any(|c| c.is_control() || c.is_whitespace()))
        .unwrap_or_default()
}

fn subreddit_in(path: &str) -> Option<String> {
    path.strip_prefix("/r/")?.split('/').next().map(str::to_owned).filter(|name| !name.is_empty())
}

/// Where a post links to, as the feed says in the words `[link]`; none where that is its own page.
fn linked(html: &str) -> Option<String> {
    let before = html.split_once("\">[link]</a>")?.0;
    let href = before.rsplit_once("href=\"")?.1;
    let url = html_escape::decode_html_entities(href).into_owned();
    (!url.contains("reddit.com/r/") || !url.contains("/comments/")).then_some(url)
}

/// The words of a post, as text.
fn words(html: &str, kind: PostKind) -> String {
    match html.split_once(WORDS.0) {
        Some((_, rest)) => plain(rest.split_once(WORDS.1).map_or(rest, |(words, _)| words)),
        // Around a link's picture stands who sent it, and that alone.
        None if kind == PostKind::Submission => String::new(),
        None => plain(html),
    }
}

/// HTML as text: what ends a line ends it, other tags go, entities become characters.
fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let Some((tag, after)) = tag.split_once('>') else {
            rest = "";
            break;
        };
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        match (tag.starts_with('/'), name.as_str()) {
            (_, "br") | (true, "p" | "li" | "h1" | "h2" | "h3" | "pre" | "blockquote") => {
                text.push('\n');
            }
            _ => {}
        }
        rest = after;
    }
    text.push_str(rest);
    let text = html_escape::decode_html_entities(&text).replace('\0', "\u{fffd}");
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FEED: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><category term="freelance" label="r/freelance"/>
<updated>2026-05-01T10:00:00+00:00</updated><id>/r/freelance/new.rss</id><title>new</title>
<entry><author><name>/u/ann</name><uri>https://www.reddit.com/user/ann</uri></author>
<category term="freelance" label="r/freelance"/>
<content type="html">&lt;!-- SC_OFF --&gt;&lt;div class=&quot;md&quot;&gt;&lt;p&gt;Which tool?&lt;/p&gt; &lt;p&gt;A &amp;amp; B&lt;/p&gt; &lt;/div&gt;&lt;!-- SC_ON --&gt; submitted by &lt;a href=&quot;x&quot;&gt;/u/ann&lt;/a&gt; &lt;a href=&quot;https://www.reddit.com/r/freelance/comments/1a/t/&quot;&gt;[link]&lt;/a&gt;</content>
<id>t3_1a</id><link href="https://www.reddit.com/r/freelance/comments/1a/t/"/>
<updated>2026-05-01T09:00:00+00:00</updated><published>2026-05-01T09:00:00+00:00</published>
<title>Invoices &amp; time</title></entry>
<entry><author><name>/u/bob</name></author><category term="freelance"/>
<content type="html">&lt;a href=&quot;https://example.com/?a=1&amp;amp;b=2&quot;&gt;[link]&lt;/a&gt;</content>
<id>t3_1b</id><link href="https://www.reddit.com/r/freelance/comments/1b/u/"/>
<updated>2026-05-01T08:00:00+00:00</updated><title>A link</title></entry>
<entry><author><name>/u/cy</name></author>
<content type="html">&lt;!-- SC_OFF --&gt;&lt;div class=&quot;md&quot;&gt;&lt;p&gt;yes&lt;/p&gt;&lt;/div&gt;&lt;!-- SC_ON --&gt;</content>
<id>t1_k9</id><link href="https://www.reddit.com/r/freelance/comments/1a/t/k9/"/>
<updated>2026-05-01T07:00:00+00:00</updated><title>/u/cy on Invoices on paper</title></entry>
<entry><id>t5_2qh</id><title>a subreddit</title><updated>2026-05-01T07:00:00+00:00</updated></entry>
</feed>"#;

    #[test]
    fn a_feed_is_read_as_posts() {
        let posts = entries(FEED.as_bytes(), &Target::of("x")).unwrap();
        let ids: Vec<&str> = posts.iter().map(|post| post.id.as_str()).collect();
        assert_eq!(ids, ["t3_1a", "t3_1b", "t1_k9"]);
        let first = &posts[0];
        assert_eq!(
            (first.title.as_str(), first.body.as_str()),
            ("Invoices & time", "Which tool?\nA & B")
        );
        assert_eq!((first.author.as_deref(), first.url.as_deref()), (Some("ann"), None));
        assert_eq!(first.permalink, "/r/freelance/comments/1a/t/");
        assert_eq!(first.created_at, Timestamp::from_secs(1_777_626_000));
        assert_eq!(posts[1].url.as_deref(), Some("https://example.com/?a=1&b=2"));
        assert_eq!((posts[1].body.as_str(), posts[1].subreddit.as_str()), ("", "freelance"));
        assert_eq!(
            (posts[2].title.as_str(), posts[2].subreddit.as_str()),
            ("Invoices on paper", "freelance")
        );
        assert_eq!(posts[2].body, "yes");
    }

    #[test]
    fn what_is_no_feed_and_what_broke_off_are_told_apart() {
        let half = &FEED[..FEED.len() / 2];
        let error = entries(half.as_bytes(), &Target::of("x")).unwrap_err();
        assert!(matches!(error, RedditError::Truncated { .. }), "{error}");
        let error = entries(b"<other></other></feed>", &Target::of("x")).unwrap_err();
        assert!(matches!(error, RedditError::Decode { .. }), "{error}");
    }
}
