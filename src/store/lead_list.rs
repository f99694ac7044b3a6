use sqlx::Row as _;

use super::lead_scan::{Of, push_page};
use super::leads::Row;
use super::{Store, StoreError};
use crate::db::{Dialect, Statement, bind, bounded, fetch};
use crate::model::{Intent, Lead, LeadStatus, Timestamp};

/// How SQLite is told which index to walk along.
const INDEXED_BY: &str = " INDEXED BY ";

/// Which leads.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct LeadFilter {
    /// Of the campaign with this id.
    pub campaign: Option<String>,
    /// In this subreddit, without regard to case.
    pub subreddit: Option<String>,
    /// With at least this score.
    pub min_score: Option<u8>,
    /// With this intent.
    pub intent: Option<Intent>,
    /// In this status.
    pub status: Option<LeadStatus>,
    /// Found at or after this.
    pub since: Option<Timestamp>,
}

/// Which page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LeadPageRequest {
    /// [`LeadPage::next`] of the page before; the first page where absent.
    pub cursor: Option<String>,
    /// At most this many.
    pub limit: u32,
}

/// A page of leads, newest found first.
#[derive(Debug, Clone, PartialEq)]
pub struct LeadPage {
    /// The leads.
    pub leads: Vec<Lead>,
    /// The cursor of the next page; none where this is the last.
    pub next: Option<String>,
}

/// The place behind a lead in the order of lists.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) found_at: Timestamp,
    pub(super) seq: i64,
}

impl Place {
    fn parse(text: &str) -> Result<Self, StoreError> {
        text.split_once('-')
            .and_then(|(at, seq)| {
                Some(Self {
                    found_at: Timestamp::from_millis(i64::from_str_radix(at, 36).ok()?),
                    seq: i64::from_str_radix(seq, 36).ok()?,
                })
            })
            .ok_or_else(|| StoreError::BadCursor(text.to_owned()))
    }

    fn of(row: &Row) -> String {
        format!("{}-{}", base36(row.found_at.millis()), base36(row.seq))
    }
}

fn base36(n: i64) -> String {
    let mut rest = n.max(0);
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit(u32::try_from(rest % 36).unwrap_or(0), 36).unwrap_or('0'));
        rest /= 36;
        if rest == 0 {
            return digits.iter().rev().collect();
        }
    }
}

impl Store {
    /// A page of the leads that pass `filter`, newest found first.
    ///
    /// # Errors
    /// [`StoreError::BadCursor`].
    pub async fn leads(
        &self,
        filter: &LeadFilter,
        page: LeadPageRequest,
    ) -> Result<LeadPage, StoreError> {
        let after = page.cursor.as_deref().map(Place::parse).transpose()?;
        let limit = page.limit.max(1);
        let of = self.within(filter).await?;
        if of == Of::Nothing {
            return Ok(LeadPage { leads: Vec::new(), next: None });
        }
        let reader = self.db.reader();
        let mut query = Statement::default();
        let most = i64::from(limit) + 1;
        push_page(&mut query, filter, &of, after, most, reader.text(INDEXED_BY, ""));
        let mut rows: Vec<Row> = fetch!(reader, c =>
            bind!(sqlx::query_as(query.sql()), query).persistent(false).fetch_all(c))?;
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        let next = rows.last().filter(|_| more).map(Place::of);
        let leads = rows.into_iter().map(Lead::try_from).collect::<Result<_, _>>()?;
        Ok(LeadPage { leads, next })
    }

    /// How the database would find a first page: one line a step, as `EXPLAIN QUERY PLAN` tells.
    ///
    /// # Errors
    /// The database failed.
    pub async fn explain_leads(
        &self,
        filter: &LeadFilter,
        limit: u32,
    ) -> Result<Vec<String>, StoreError> {
        let of = self.within(filter).await?;
        let reader = self.db.reader();
        let mut query = Statement::new(reader.text("EXPLAIN QUERY PLAN ", "EXPLAIN "));
        let most = i64::from(limit);
        push_page(&mut query, filter, &of, None, most, reader.text(INDEXED_BY, ""));
        match reader {
            Dialect::Sqlite(c) => {
                let query = bind!(sqlx::query(query.sql()), query).persistent(false);
                let rows = query.fetch_all(c).await?;
                Ok(rows.iter().map(|row| row.get::<String, _>("detail")).collect())
            }
            Dialect::Postgres(c, limit) => {
                let query = bind!(sqlx::query_scalar(query.sql()), query).persistent(false);
                Ok(bounded(limit, query.fetch_all(c)).await?)
            }
        }
    }

    /// How many leads pass `filter`.
    ///
    /// # Errors
    /// The database failed.
    pub async fn count_leads(&self, filter: &LeadFilter) -> Result<u64, StoreError> {
        let mut query = Statement::new("SELECT COUNT(*) FROM leads WHERE 1 = 1");
        push_filter(&mut query, filter);
        if let Some(owner) = self.owner() {
            push_owner(&mut query, owner);
        }
        let count: i64 = fetch!(self.db.reader(), c =>
            bind!(sqlx::query_scalar(query.sql()), query).persistent(false).fetch_one(c))?;
        Ok(count.unsigned_abs())
    }

    /// Whose leads a list is of.
    async fn within(&self, filter: &LeadFilter) -> Result<Of, StoreError> {
        let Some(owner) = self.owner() else { return Ok(Of::All) };
        let own = self.campaign_ids().await?;
        Ok(match &filter.campaign {
            Some(campaign) if own.contains(campaign) => Of::All,
            Some(_) => Of::Nothing,
            None if own.is_empty() => Of::Nothing,
            None => Of::User { id: owner.to_owned(), campaigns: own },
        })
    }
}

/// Only leads of this user's campaigns.
pub(super) fn push_owner(query: &mut Statement, owner: &str) {
    query.push(" AND campaign_id IN (SELECT id FROM campaigns WHERE owner = ").push_bind(owner);
    query.push(")");
}

pub(super) fn push_filter(query: &mut Statement, filter: &LeadFilter) {
    if let Some(campaign) = &filter.campaign {
        query.push(" AND campaign_id = ").push_bind(campaign.clone());
    }
    if let Some(subreddit) = &filter.subreddit {
        query.push(" AND subreddit_key = ").push_bind(subreddit.to_lowercase());
    }
    if let Some(intent) = filter.intent {
        query.push(" AND intent = ").push_bind(intent.as_str());
    }
    if let Some(status) = filter.status {
        query.push(" AND status = ").push_bind(status.as_str());
    }
    if let Some(lowest) = filter.min_score {
        query.push(" AND score >= ").push_bind(i64::from(lowest));
    }
    if let Some(since) = filter.since {
        query.push(" AND found_at >= ").push_bind(since);
    }
}
