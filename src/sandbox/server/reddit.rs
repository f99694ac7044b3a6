use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use serde::Deserialize;
use serde_json::json;

use super::access::{guard, refused};
use super::oauth::{authorize, me, token};
use super::{Shared, State, feed, thing};
use crate::model::{Post, PostKind, Timestamp};
use crate::sandbox::places::{BANNED, PRIVATE, Place, place};
use crate::sandbox::search;
use crate::sandbox::world::Held;

/// Posts on a page where nobody says.
const PAGE: usize = 25;
/// Most posts on a page.
const MAX_PAGE: usize = 100;
/// Posts after which a listing ends.
const MAX_LISTING: usize = 1_000;

/// Reddit's API, as far as the system uses it.
pub(super) fn routes(shared: &Arc<Shared>) -> Router<Arc<Shared>> {
    let mut guarded = Router::new();
    for suffix in ["", ".json"] {
        guarded = guarded
            .route(&format!("/search{suffix}"), get(search_everywhere))
            .route(&format!("/r/{{sub}}/search{suffix}"), get(search_within))
            .route(&format!("/r/{{sub}}/new{suffix}"), get(newest))
            .route(&format!("/r/{{sub}}/comments{suffix}"), get(comments))
            .route(&format!("/r/{{sub}}/about{suffix}"), get(about))
            .route(&format!("/r/{{sub}}/about/rules{suffix}"), get(rules));
    }
    let mut open = Router::new();
    for (path, handler) in [
        ("/search.rss", get(feed::search_everywhere)),
        ("/r/{sub}/search.rss", get(feed::search_within)),
        ("/r/{sub}/new.rss", get(feed::newest)),
        ("/r/{sub}/comments.rss", get(feed::comments)),
    ] {
        open = open.route(path, handler);
    }
    guarded
        .route("/api/v1/me", get(me))
        .fallback(|| async { refused(StatusCode::NOT_FOUND, "Not Found") })
        .layer(middleware::from_fn_with_state(Arc::clone(shared), guard))
        .route("/api/v1/access_token", post(token))
        .route("/api/v1/authorize", get(authorize))
        .merge(open)
}

/// What a listing can be asked for. What is not understood counts as not said, as with Reddit.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    q: Option<String>,
    limit: Option<String>,
    after: Option<String>,
    t: Option<String>,
    restrict_sr: Option<String>,
    raw_json: Option<String>,
}

impl Asked {
    fn limit(&self) -> usize {
        let limit = self.limit.as_deref().and_then(|limit| limit.parse().ok());
        limit.filter(|&limit| limit > 0).unwrap_or(PAGE).min(MAX_PAGE)
    }

    fn raw(&self) -> bool {
        self.raw_json.as_deref() == Some("1")
    }

    /// Whether a search below a subreddit is to stay there.
    pub(super) fn restricted(&self) -> bool {
        matches!(self.restrict_sr.as_deref(), Some("1" | "true" | "on" | "yes"))
    }

    fn since(&self, now: Timestamp) -> Timestamp {
        let hours = match self.t.as_deref() {
            Some("hour") => 1,
            Some("day") => 24,
            Some("week") => 7 * 24,
            Some("month") => 30 * 24,
            Some("year") => 365 * 24,
            _ => return Timestamp::from_millis(i64::MIN),
        };
        now.minus(Duration::from_secs(hours * 3600))
    }
}

async fn search_everywhere(state: State, Query(asked): Query<Asked>) -> Response {
    found(&state, &asked, None)
}

async fn search_within(
    state: State,
    Path(sub): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    match several(&sub) {
        Ok(places) => found(&state, &asked, Some(places).filter(|_| asked.restricted())),
        Err(closed) => closed.into_response(),
    }
}

fn found(state: &State, asked: &Asked, places: Option<Places>) -> Response {
    page(state, asked, searched(state, asked, places))
}

/// What a search finds.
pub(super) fn searched(
    state: &State,
    asked: &Asked,
    places: Option<Places>,
) -> impl Fn(&Held) -> bool + use<> {
    let query = search::Query::parse(asked.q.as_deref().unwrap_or_default());
    let since = asked.since(state.now());
    move |held| {
        let post = &held.invented.post;
        post.kind == PostKind::Submission
            && places.as_ref().is_none_or(|places| is_in(places, post))
            && post.created_at >= since
            && query.matches(&held.searchable)
    }
}

async fn newest(state: State, Path(sub): Path<String>, Query(asked): Query<Asked>) -> Response {
    within(&state, &sub, &asked, PostKind::Submission)
}

async fn comments(state: State, Path(sub): Path<String>, Query(asked): Query<Asked>) -> Response {
    within(&state, &sub, &asked, PostKind::Comment)
}

fn within(state: &State, sub: &str, asked: &Asked, kind: PostKind) -> Response {
    match several(sub) {
        Ok(places) => page(state, asked, |held| {
            held.invented.post.kind == kind && is_in(&places, &held.invented.post)
        }),
        Err(closed) => closed.into_response(),
    }
}

/// A page of the posts that are wanted, newest first.
fn page(state: &State, asked: &Asked, wanted: impl Fn(&Held) -> bool) -> Response {
    let raw = asked.raw();
    let (posts, last) = chosen(state, asked, wanted, |held| thing::post(&held.invented, raw));
    Json(thing::listing(posts, last.as_deref())).into_response()
}

/// The posts that are wanted, newest first, as far as a page goes, and the last one's name where more
/// follow.
pub(super) fn chosen<T>(
    state: &State,
    asked: &Asked,
    wanted: impl Fn(&Held) -> bool,
    render: impl Fn(&Held) -> T,
) -> (Vec<T>, Option<String>) {
    let after = asked.after.as_deref().and_then(|name| state.world.options().number(name));
    let limit = asked.limit();
    state.world.look(state.now(), |window| {
        let mut rest = window
            .newest_first()
            .filter(|held| wanted(held))
            .take(MAX_LISTING)
            .filter(|held| after.is_none_or(|after| held.invented.n < after))
            .peekable();
        let mut posts = Vec::new();
        let mut last = None;
        while posts.len() < limit
            && let Some(held) = rest.next()
        {
            posts.push(render(held));
            last = Some(held.invented.post.id.clone());
        }
        let more = rest.peek().is_some();
        (posts, last.filter(|_| more))
    })
}

async fn about(Path(sub): Path<String>, Query(asked): Query<Asked>) -> Response {
    match open(&sub) {
        Ok(place) => Json(thing::about(place, asked.raw())).into_response(),
        Err(closed) => closed.into_response(),
    }
}

async fn rules(Path(sub): Path<String>, Query(asked): Query<Asked>) -> Response {
    match open(&sub) {
        Ok(place) => Json(thing::rules(place, asked.raw())).into_response(),
        Err(closed) => closed.into_response(),
    }
}

/// Why a subreddit cannot be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Closed {
    status: StatusCode,
    message: &'static str,
    reason: Option<&'static str>,
}

impl IntoResponse for Closed {
    fn into_response(self) -> Response {
        let mut answer = json!({"message": self.message, "error": self.status.as_u16()});
        if let Some(reason) = self.reason {
            answer["reason"] = reason.into();
        }
        (self.status, Json(answer)).into_response()
    }
}

/// Subreddits that are asked for together.
pub(super) type Places = Vec<&'static Place>;

/// The subreddits whose names are joined by `+`, without those that cannot be read; where none can
/// be, what Reddit says of the first.
pub(super) fn several(names: &str) -> Result<Places, Closed> {
    let (mut places, mut first) = (Places::new(), None);
    for name in names.split('+') {
        match open(name) {
            Ok(place) => places.push(place),
            Err(closed) => first = first.or(Some(closed)),
        }
    }
    first.filter(|_| places.is_empty()).map_or(Ok(places), Err)
}

/// Whether a post is in one of these subreddits.
pub(super) fn is_in(places: &[&Place], post: &Post) -> bool {
    places.iter().any(|place| place.name == post.subreddit)
}

/// The subreddit, or what Reddit says of one that cannot be read.
fn open(name: &str) -> Result<&'static Place, Closed> {
    let missing = Closed { status: StatusCode::NOT_FOUND, message: "Not Found", reason: None };
    if name.eq_ignore_ascii_case(PRIVATE) {
        let (status, message) = (StatusCode::FORBIDDEN, "Forbidden");
        return Err(Closed { status, message, reason: Some("private") });
    }
    if name.eq_ignore_ascii_case(BANNED) {
        return Err(Closed { reason: Some("banned"), ..missing });
    }
    place(name).ok_or(missing)
}
