use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::exit::{CliError, Exit};
use crate::cli::output::{Cell, Column, ListMeta, Record, Tone, bytes_text};
use crate::cli::time::{age, ago};
use crate::cli::values::one_of;
use crate::guard::cache::{Cache, Entry, Key, Kind};
use crate::model::{Timestamp, text_enum};
use crate::services::Services;

/// Which entries to list.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  leadctl cache ls
  leadctl cache ls --kind reddit-about
  leadctl cache ls --limit 1000 -o ndjson | jq -r 'select(.about == \"t3_1abcde\") | .key'

What is listed is shared by all processes. About is the post or subreddit that was asked about
first; other posts with the same text have the same entry.")]
pub struct LsArgs {
    /// Of these kinds, separated by commas [default: all]
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = one_of::<Kind>(Kind::ALL.iter().map(|k| k.as_str())))]
    kind: Vec<Kind>,
    /// At most this many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    limit: u32,
    /// Go on behind the page that gave this
    #[arg(long, value_name = "CURSOR")]
    cursor: Option<String>,
}

text_enum! {
    /// Whether an entry holds.
    pub(super) enum State {
        /// It is served.
        Fresh = "fresh",
        /// It is served while no newer one is to be had.
        Stale = "stale",
        /// It is of no more use.
        Ended = "ended",
        /// It cannot be read.
        Damaged = "damaged",
    }
}

/// An entry as a row.
#[derive(Debug, Clone, Serialize)]
pub(super) struct EntryRow {
    pub(super) key: String,
    pub(super) kind: Kind,
    /// Whose it is; `-` where it is nobody's in particular.
    pub(super) tenant: String,
    /// The post or subreddit that was asked about first.
    pub(super) about: Option<String>,
    pub(super) state: State,
    /// It says that there is nothing to be had.
    pub(super) negative: bool,
    pub(super) stored_at: Option<Timestamp>,
    pub(super) fresh_until: Option<Timestamp>,
    pub(super) stale_until: Option<Timestamp>,
    pub(super) bytes: u64,
    #[serde(skip)]
    now: Timestamp,
}

impl EntryRow {
    pub(super) fn new(key: &Key, bytes: usize, entry: Option<&Entry>, now: Timestamp) -> Self {
        let state = match entry {
            None => State::Damaged,
            Some(entry) if entry.is_fresh(now) => State::Fresh,
            Some(entry) if entry.is_servable(now) => State::Stale,
            Some(_) => State::Ended,
        };
        Self {
            key: key.to_string(),
            kind: key.kind(),
            tenant: key.tenant().as_str().to_owned(),
            about: entry.map(|entry| entry.about.clone()),
            state,
            negative: entry.is_some_and(|entry| entry.negative),
            stored_at: entry.map(|entry| entry.stored_at),
            fresh_until: entry.map(|entry| entry.fresh_until),
            stale_until: entry.map(|entry| entry.stale_until),
            bytes: bytes as u64,
            now,
        }
    }

    fn state_cell(&self) -> Cell {
        let tone = match self.state {
            State::Fresh => Tone::Good,
            State::Stale => Tone::Warn,
            State::Ended => Tone::Dim,
            State::Damaged => Tone::Bad,
        };
        let negative = if self.negative { ", none" } else { "" };
        Cell::text(format!("{}{negative}", self.state)).tone(tone)
    }
}

impl Record for EntryRow {
    fn columns() -> &'static [Column<Self>] {
        const {
            &[
                Column::new("key", |r: &EntryRow| Cell::text(&r.key)),
                Column::new("about", |r: &EntryRow| Cell::maybe(r.about.as_deref())).cut(),
                Column::new("state", EntryRow::state_cell),
                Column::new("age", |r| Cell::maybe(r.stored_at.map(|at| age(r.now.since(at))))),
                Column::new("ends", |r| Cell::maybe(r.fresh_until.map(|at| ago(at, r.now)))),
                Column::new("size", |r| Cell::text(bytes_text(r.bytes))),
                Column::wide("kind", |r| Cell::text(r.kind.as_str())),
                Column::wide("tenant", |r| Cell::text(&r.tenant)),
                Column::wide("stored_at", |r| Cell::maybe(r.stored_at.map(|at| at.to_string()))),
                Column::wide("fresh_until", |r| {
                    Cell::maybe(r.fresh_until.map(|at| at.to_string()))
                }),
                Column::wide("stale_until", |r| {
                    Cell::maybe(r.stale_until.map(|at| at.to_string()))
                }),
                Column::wide("bytes", |r| Cell::number(r.bytes)),
            ]
        }
    }
}

impl LsArgs {
    pub(super) async fn run(self, ctx: &Context) -> anyhow::Result<Exit> {
        let from = self.cursor.as_deref().map(place).transpose()?;
        let services = Services::open(ctx.settings().clone()).await?;
        let page = self.page(&services.cache, services.clock.now(), from).await;
        services.close().await;
        let (rows, next) = page?;
        let empty_hint = Some("nothing is kept".to_owned());
        ctx.out.list(&rows, ListMeta { next, empty_hint, ..ListMeta::default() })?;
        Ok(Exit::Done)
    }

    async fn page(
        &self,
        cache: &Cache,
        now: Timestamp,
        from: Option<(Kind, Option<&str>)>,
    ) -> anyhow::Result<(Vec<EntryRow>, Option<String>)> {
        let (mut rows, mut start) = (Vec::new(), from);
        let wanted = |kind: &Kind| self.kind.is_empty() || self.kind.contains(kind);
        for kind in Kind::ALL.iter().copied().filter(wanted) {
            let cursor = match start {
                Some((first, _)) if kind != first => continue,
                Some((_, cursor)) => cursor.map(str::to_owned),
                None => None,
            };
            start = None;
            let left = self.limit - u32::try_from(rows.len()).unwrap_or(self.limit);
            if left == 0 {
                return Ok((rows, Some(kind.to_string())));
            }
            let (entries, next) = cache.list(kind, cursor.as_deref(), left).await?;
            rows.extend(
                entries
                    .iter()
                    .map(|(key, bytes, entry)| EntryRow::new(key, *bytes, entry.as_ref(), now)),
            );
            if let Some(next) = next {
                return Ok((rows, Some(format!("{kind}/{next}"))));
            }
        }
        Ok((rows, None))
    }
}

/// The kind to begin with, and where within it.
fn place(cursor: &str) -> Result<(Kind, Option<&str>), CliError> {
    let (kind, rest) = match cursor.split_once('/') {
        Some((kind, rest)) => (kind, Some(rest)),
        None => (cursor, None),
    };
    let kind = kind.parse().map_err(|_| {
        CliError::usage(format!("{cursor:?} is not a cursor"))
            .hint("take \"next\" of the page before, or leave --cursor out")
    })?;
    Ok((kind, rest))
}
