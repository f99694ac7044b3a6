//! Reddit's public Atom feeds, which need no token.

use std::fmt::Write;

use axum::extract::{Path, Query};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use html_escape::{encode_double_quoted_attribute, encode_text};

use super::State;
use super::reddit::{Asked, chosen, is_in, searched, several};
use crate::model::{Post, PostKind};
use crate::sandbox::world::Held;

pub(super) async fn search_everywhere(
    state: State,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    feed(&state, &asked, &headers, searched(&state, &asked, None))
}

pub(super) async fn search_within(
    state: State,
    Path(sub): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    match several(&sub) {
        Ok(places) => {
            let places = Some(places).filter(|_| asked.restricted());
            feed(&state, &asked, &headers, searched(&state, &asked, places))
        }
        Err(closed) => closed.into_response(),
    }
}

pub(super) async fn newest(
    state: State,
    Path(sub): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    within(&state, &sub, &asked, &headers, PostKind::Submission)
}

pub(super) async fn comments(
    state: State,
    Path(sub): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    within(&state, &sub, &asked, &headers, PostKind::Comment)
}

fn within(
    state: &State,
    sub: &str,
    asked: &Asked,
    headers: &HeaderMap,
    kind: PostKind,
) -> Response {
    match several(sub) {
        Ok(places) => feed(state, asked, headers, |held| {
            held.invented.post.kind == kind && is_in(&places, &held.invented.post)
        }),
        Err(closed) => closed.into_response(),
    }
}

/// The posts that are wanted, with a tag; only the tag where whoever asks has them already.
fn feed(
    state: &State,
    asked: &Asked,
    headers: &HeaderMap,
    wanted: impl Fn(&Held) -> bool,
) -> Response {
    let (entries, _) = chosen(state, asked, wanted, |held| entry(&held.invented.post));
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <feed xmlns=\"http://www.w3.org/2005/Atom\"><title>sandbox</title><id>/sandbox.rss</id>\
         {}</feed>",
        entries.concat()
    );
    let tag = format!("\"{}\"", &blake3::hash(body.as_bytes()).to_hex()[..32]);
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|known| known == tag.as_str());
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, "application/atom+xml; charset=UTF-8")], body).into_response()
    };
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

fn entry(post: &Post) -> String {
    let author = post.author.as_deref().unwrap_or("[deleted]");
    let page = post.web_url();
    let mut words = String::new();
    for line in post.body.lines().filter(|line| !line.trim().is_empty()) {
        let _ = write!(words, "<p>{}</p> ", encode_text(line));
    }
    let mut content = String::new();
    if !words.is_empty() {
        let _ = write!(content, "<!-- SC_OFF --><div class=\"md\">{words}</div><!-- SC_ON --> ");
    }
    let title = match post.kind {
        PostKind::Comment => format!("/u/{author} on {}", post.title),
        PostKind::Submission => {
            let link = post.url.as_deref().unwrap_or(&page);
            let link = encode_double_quoted_attribute(link);
            let _ = write!(content, "submitted by /u/{author} <a href=\"{link}\">[link]</a>");
            post.title.clone()
        }
    };
    let at = post.created_at.to_datetime().format("%Y-%m-%dT%H:%M:%S+00:00");
    format!(
        "<entry><author><name>/u/{author}</name></author><category term=\"{sub}\" \
         label=\"r/{sub}\"/><content type=\"html\">{content}</content><id>{id}</id>\
         <link href=\"{page}\"/><updated>{at}</updated><published>{at}</published>\
         <title>{title}</title></entry>",
        sub = post.subreddit,
        content = encode_text(&content),
        id = post.id,
        page = encode_double_quoted_attribute(&page),
        title = encode_text(&title),
    )
}
