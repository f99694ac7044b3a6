//! `/v1/leads/export`: leads as a stream, of any length.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures::stream;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::auth::Caller;
use super::leads::filter;
use super::params::Query;
use super::problem::Problem;
use crate::model::{Intent, Lead, LeadStatus};
use crate::plain::csv_text;
use crate::services::Services;
use crate::store::{LeadFilter, LeadPageRequest, Store, StoreError};

/// Leads read at a time, so that memory does not grow with their number.
const PAGE: u32 = 500;

/// How they are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum ExportFormat {
    /// One JSON object a line, as `/v1/leads` has them.
    #[default]
    Ndjson,
    /// A header line and a line for each lead; text that a spreadsheet would take for a formula
    /// begins with a `'`.
    Csv,
}

pub(super) fn routes() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new().routes(routes!(export))
}

/// Which leads, and how.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Params {
    /// How they are written; `ndjson` where nothing is said.
    #[param(inline)]
    format: Option<ExportFormat>,
    /// Of this campaign: its id or name.
    campaign: Option<String>,
    /// In this subreddit, without regard to case.
    subreddit: Option<String>,
    /// With at least this score.
    #[param(value_type = Option<u32>, minimum = 0, maximum = 100)]
    min_score: Option<String>,
    /// With this intent.
    intent: Option<Intent>,
    /// In this status.
    status: Option<LeadStatus>,
    /// Found at or after this.
    #[param(format = "date-time")]
    since: Option<String>,
}

/// Export leads
///
/// All that pass the filter, newest found first, as a stream. Where the database fails on the way
/// the connection is broken off: a whole answer has all of them.
#[utoipa::path(get, path = "/leads/export", tag = "leads", params(Params),
    responses((status = 200, content((String = "application/x-ndjson"), (String = "text/csv")))))]
async fn export(caller: Caller, Query(params): Query<Params>) -> Result<Response, Problem> {
    let rest = (params.intent, params.status, params.since.as_deref());
    let min_score = params.min_score.as_deref();
    let filter = filter(&caller, params.campaign, params.subreddit, min_score, rest).await?;
    let format = params.format.unwrap_or_default();
    let (kind, head) = match format {
        ExportFormat::Ndjson => ("application/x-ndjson", Bytes::new()),
        ExportFormat::Csv => ("text/csv; charset=utf-8", csv_head()?),
    };
    let begun = Export { store: caller.store, filter, format, head: Some(head), at: At::First };
    let pages = stream::try_unfold(begun, |export| export.next());
    Ok(([(header::CONTENT_TYPE, kind)], Body::from_stream(pages)).into_response())
}

/// What can break an export off.
#[derive(Debug, thiserror::Error)]
enum ExportError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Csv(#[from] csv::Error),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

impl From<ExportError> for Problem {
    fn from(error: ExportError) -> Self {
        tracing::error!(%error, "an export failed");
        Self::internal()
    }
}

/// Where an export is.
enum At {
    First,
    Behind(String),
    End,
}

struct Export {
    store: Store,
    filter: LeadFilter,
    format: ExportFormat,
    /// What comes before everything.
    head: Option<Bytes>,
    at: At,
}

impl Export {
    /// The next part, and where it goes on from there.
    async fn next(mut self) -> Result<Option<(Bytes, Self)>, ExportError> {
        if let Some(head) = self.head.take() {
            return Ok(Some((head, self)));
        }
        let cursor = match std::mem::replace(&mut self.at, At::End) {
            At::First => None,
            At::Behind(cursor) => Some(cursor),
            At::End => return Ok(None),
        };
        let page = LeadPageRequest { cursor, limit: PAGE };
        let page = self.store.leads(&self.filter, page).await.inspect_err(|error| {
            tracing::error!(%error, "an export was broken off");
        })?;
        if let Some(next) = page.next {
            self.at = At::Behind(next);
        }
        let part = match self.format {
            ExportFormat::Ndjson => ndjson(&page.leads)?,
            ExportFormat::Csv => csv_rows(&page.leads)?,
        };
        Ok(Some((part, self)))
    }
}

fn ndjson(leads: &[Lead]) -> Result<Bytes, ExportError> {
    let mut text = Vec::new();
    for lead in leads {
        serde_json::to_writer(&mut text, lead)?;
        text.push(b'\n');
    }
    Ok(text.into())
}

/// A column: its name, and its cell of one lead.
type Column = (&'static str, fn(&Lead) -> Cell);

/// The columns, by the names that `leadctl leads export` has for them.
const COLUMNS: &[Column] = &[
    ("score", |l| Cell::Number(l.score.total.to_string())),
    ("intent", |l| Cell::Text(l.judgement.intent.to_string())),
    ("subreddit", |l| Cell::Text(l.post.subreddit.clone())),
    ("title", |l| Cell::Text(title(l).to_owned())),
    ("id", |l| Cell::Text(l.id.clone())),
    ("status", |l| Cell::Text(l.status.to_string())),
    ("campaign", |l| Cell::Text(l.campaign_id.clone())),
    ("author", |l| Cell::Text(l.post.author.clone().unwrap_or_default())),
    ("url", |l| Cell::Text(l.post.web_url())),
    ("kind", |l| Cell::Text(l.post.kind.to_string())),
    ("sentiment", |l| Cell::Text(l.judgement.sentiment.to_string())),
    ("fit", |l| Cell::Number(format!("{:.2}", l.judgement.fit))),
    ("confidence", |l| Cell::Number(format!("{:.2}", l.judgement.confidence))),
    ("matched", |l| Cell::Text(l.matched.join(", "))),
    ("reason", |l| Cell::Text(l.judgement.reason.clone())),
    ("judged_by", |l| Cell::Text(l.judgement.judged_by.to_string())),
    ("votes", |l| Cell::Number(l.post.score.to_string())),
    ("comments", |l| Cell::Number(l.post.num_comments.to_string())),
    ("posted_at", |l| Cell::Text(l.post.created_at.to_string())),
    ("found_at", |l| Cell::Text(l.found_at.to_string())),
    ("updated_at", |l| Cell::Text(l.updated_at.to_string())),
    ("post_id", |l| Cell::Text(l.post.id.clone())),
    ("body", |l| Cell::Text(l.post.body.clone())),
];

enum Cell {
    Number(String),
    /// Of strangers.
    Text(String),
}

/// What a post is about in a line: its title, or its text where it has none.
fn title(lead: &Lead) -> &str {
    let post = &lead.post;
    if post.title.trim().is_empty() { post.body.trim() } else { post.title.trim() }
}

fn csv_head() -> Result<Bytes, ExportError> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS.iter().map(|(name, _)| name))?;
    written(writer)
}

fn csv_rows(leads: &[Lead]) -> Result<Bytes, ExportError> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for lead in leads {
        writer.write_record(COLUMNS.iter().map(|(_, cell)| match cell(lead) {
            Cell::Number(number) => number,
            Cell::Text(text) => csv_text(&text).into_owned(),
        }))?;
    }
    written(writer)
}

fn written(writer: csv::Writer<Vec<u8>>) -> Result<Bytes, ExportError> {
    let text = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(text.into())
}
