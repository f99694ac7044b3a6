//! What handlers are given: query strings, paths and bodies, each refused as a problem where it is
//! not as it should be; and pages of lists.

use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use chrono::DateTime;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::problem::{Kind, Problem};
use crate::model::Timestamp;

/// Items on a page where nothing is said.
pub(super) const USUAL: u32 = 50;
/// Most items on a page.
pub(super) const MOST: u32 = 200;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Page<T> {
    /// What is on the page.
    pub(super) items: Vec<T>,
    /// The cursor of the next page; null where this is the last.
    pub(super) next: Option<String>,
}

/// Which page of a list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct PageParams {
    /// Most items on the page.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 200, default = 50)]
    limit: Option<String>,
    /// `next` of the page before.
    #[param(min_length = 1)]
    cursor: Option<String>,
}

impl PageParams {
    /// As given with other parameters.
    pub(super) fn new(limit: Option<String>, cursor: Option<String>) -> Self {
        Self { limit, cursor }
    }
}

/// The limit that was asked for.
pub(super) fn limit(asked: Option<&str>) -> Result<u32, Problem> {
    Ok(number(asked, "limit", 1, MOST)?.unwrap_or(USUAL))
}

impl<T> Page<T> {
    /// A page of a short list that is at hand as a whole, sorted by `key`, which names each item.
    pub(super) fn of(
        all: Vec<T>,
        params: &PageParams,
        key: impl Fn(&T) -> String,
    ) -> Result<Self, Problem> {
        let limit = limit(params.limit.as_deref())? as usize;
        let mut items: Vec<(String, T)> = all.into_iter().map(|item| (key(&item), item)).collect();
        items.sort_by(|(one, _), (other, _)| one.cmp(other));
        if let Some(cursor) = &params.cursor {
            if cursor.is_empty() {
                return Err(Problem::bad_request(
                    "cursor is empty; leave it out for the first page",
                ));
            }
            items.retain(|(key, _)| key > cursor);
        }
        let more = items.len() > limit;
        items.truncate(limit);
        let next = items.last().filter(|_| more).map(|(key, _)| key.clone());
        Ok(Self { items: items.into_iter().map(|(_, item)| item).collect(), next })
    }
}

/// A whole number in a range. Numbers come as text, so that what is wrong with one can be told by
/// its name.
pub(super) fn number(
    text: Option<&str>,
    name: &str,
    least: u32,
    most: u32,
) -> Result<Option<u32>, Problem> {
    let Some(text) = text else { return Ok(None) };
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    match text.parse::<u32>() {
        Ok(n) if digits && (least..=most).contains(&n) => Ok(Some(n)),
        _ => Err(Problem::bad_request(format!(
            "{name}={text} is not a number from {least} to {most}"
        ))),
    }
}

/// An instant.
pub(super) fn instant(text: &str, name: &str) -> Result<Timestamp, Problem> {
    DateTime::parse_from_rfc3339(text).map(|at| at.to_utc().into()).map_err(|_| {
        Problem::bad_request(format!(
            "{name}={text} is not a time; give RFC 3339, as in 2026-01-31T12:00:00Z"
        ))
    })
}

/// The query string as a `T`.
pub(super) struct Query<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match axum::extract::Query::<T>::from_request_parts(parts, state).await {
            Ok(axum::extract::Query(query)) => Ok(Self(query)),
            Err(rejection) => Err(Problem::bad_request(rejection.body_text())),
        }
    }
}

/// Parts of the path as a `T`.
pub(super) struct Path<T>(pub(super) T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match axum::extract::Path::<T>::from_request_parts(parts, state).await {
            Ok(axum::extract::Path(path)) => Ok(Self(path)),
            Err(rejection) => Err(Problem::bad_request(rejection.body_text())),
        }
    }
}

/// The body, which must be JSON, as a `T`.
pub(super) struct Body<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        match axum::Json::<T>::from_request(request, state).await {
            Ok(axum::Json(body)) => Ok(Self(body)),
            Err(rejection) => {
                let kind = match &rejection {
                    JsonRejection::JsonDataError(_) => Kind::Invalid,
                    JsonRejection::MissingJsonContentType(_) => Kind::UnsupportedMediaType,
                    JsonRejection::BytesRejection(_)
                        if rejection.status() == Kind::TooLarge.status() =>
                    {
                        Kind::TooLarge
                    }
                    _ => Kind::BadRequest,
                };
                Err(Problem::new(kind, rejection.body_text()))
            }
        }
    }
}

/// Refuses a query string where none is understood.
pub(super) struct NoQuery;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

impl<S: Send + Sync> FromRequestParts<S> for NoQuery {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        Query::<Nothing>::from_request_parts(parts, state).await.map(|_| Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(limit: &str, cursor: Option<&str>) -> PageParams {
        PageParams { limit: Some(limit.into()), cursor: cursor.map(str::to_owned) }
    }

    #[test]
    fn a_short_list_is_read_page_by_page_also_while_it_changes() {
        let all = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
        let first = Page::of(all(&["c", "a", "b"]), &page("2", None), Clone::clone).unwrap();
        assert_eq!((first.items, first.next.as_deref()), (all(&["a", "b"]), Some("b")));
        let rest = Page::of(all(&["a", "aa", "c"]), &page("2", Some("b")), Clone::clone).unwrap();
        assert_eq!((rest.items, rest.next), (all(&["c"]), None));
        for wrong in ["0", "201", "-1", "+5", "x", ""] {
            assert!(Page::of(all(&[]), &page(wrong, None), Clone::clone).is_err(), "{wrong}");
        }
    }
}
