//! How a page of leads is read: as walks along an index, each in the order of lists, merged.
//!
//! A walk holds fixed all columns that stand before the time in its index, so that it meets leads
//! newest first and ends when the page is full. Where a filter leaves such a column open, there is a
//! walk for each of its values.

use std::slice::from_ref;

use super::LeadFilter;
use super::lead_list::{Place, push_filter, push_owner};
use crate::db::Statement;
use crate::model::{Intent, LeadStatus};

/// From this score on leads are rare, so that they are better met by score than by what else is
/// asked for.
const RARE_SCORE: u8 = 80;

/// Most walks in one statement; SQLite takes 500.
const MOST_WALKS: usize = 400;

/// Whose leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// Everybody's, as far as the filter goes.
    All,
    /// Nobody's: there is nothing to look for.
    Nothing,
    /// Those of a user with these campaigns, at least one.
    User { id: String, campaigns: Vec<String> },
}

/// A walk: all leads that pass the filter and have the score, where one is given.
struct Walk {
    filter: LeadFilter,
    score: Option<u8>,
}

/// The walks that together meet all leads of `filter`, and their index.
fn walks(filter: &LeadFilter) -> (&'static str, Vec<Walk>) {
    let in_campaign = filter.campaign.is_some();
    if filter.subreddit.is_some() {
        return ("leads_by_subreddit", vec![Walk { filter: filter.clone(), score: None }]);
    }
    let sorted = filter.intent.is_some() || filter.status.is_some();
    if let Some(lowest) = filter.min_score.filter(|lowest| !sorted || *lowest >= RARE_SCORE) {
        let rest = LeadFilter { min_score: None, ..filter.clone() };
        let walk = |score| Walk { filter: rest.clone(), score: Some(score) };
        let index = if in_campaign { "leads_by_campaign_score" } else { "leads_by_score" };
        return (index, (lowest..=100).map(walk).collect());
    }
    if sorted {
        let index =
            if in_campaign { "leads_by_campaign_intent_status" } else { "leads_by_intent_status" };
        return (index, by_intent_and_status(filter));
    }
    let index = if in_campaign { "leads_by_campaign" } else { "leads_by_time" };
    (index, vec![Walk { filter: filter.clone(), score: None }])
}

fn by_intent_and_status(filter: &LeadFilter) -> Vec<Walk> {
    let intents = filter.intent.as_ref().map_or(Intent::ALL, from_ref);
    let statuses = filter.status.as_ref().map_or(LeadStatus::ALL, from_ref);
    let mut walks = Vec::with_capacity(intents.len() * statuses.len());
    for &intent in intents {
        for &status in statuses {
            let (intent, status) = (Some(intent), Some(status));
            walks.push(Walk {
                filter: LeadFilter { intent, status, ..filter.clone() },
                score: None,
            });
        }
    }
    walks
}

/// The same for whose leads they are: a walk in each of a user's campaigns, where those are not too
/// many. Says also whose leads are still to be told apart within the walks.
fn walks_of<'a>(filter: &LeadFilter, of: &'a Of) -> (&'static str, Vec<Walk>, Option<&'a str>) {
    let Of::User { id, campaigns } = of else {
        let (index, walks) = walks(filter);
        return (index, walks, None);
    };
    let in_campaign =
        |id: &String| walks(&LeadFilter { campaign: Some(id.clone()), ..filter.clone() });
    if let Some((index, first)) = campaigns.first().map(in_campaign)
        && first.len() * campaigns.len() <= MOST_WALKS
    {
        let all = campaigns.iter().flat_map(|id| in_campaign(id).1).collect();
        return (index, all, None);
    }
    let (index, walks) = walks(filter);
    (index, walks, Some(id))
}

/// Puts together the statement for a page. `indexed_by` is what names the index to use, empty where
/// the database is left to choose: SQLite knows nothing of how common a value is, Postgres does.
pub(super) fn push_page(
    query: &mut Statement,
    filter: &LeadFilter,
    of: &Of,
    after: Option<Place>,
    limit: i64,
    indexed_by: &str,
) {
    let (index, walks, owner) = walks_of(filter, of);
    query.push("SELECT * FROM leads WHERE seq IN (SELECT seq FROM (");
    for (n, walk) in walks.iter().enumerate() {
        query.push(if n > 0 { " UNION ALL " } else { "" });
        query.push("SELECT * FROM (SELECT found_at, seq FROM leads");
        if !indexed_by.is_empty() {
            query.push(indexed_by).push(index);
        }
        query.push(" WHERE 1 = 1");
        push_filter(query, &walk.filter);
        if let Some(score) = walk.score {
            query.push(" AND score = ").push_bind(i64::from(score));
        }
        if let Some(owner) = owner {
            push_owner(query, owner);
        }
        push_after(query, after);
        push_order(query, limit);
        query.push(") AS of_a_walk");
    }
    query.push(") AS of_all");
    push_order(query, limit);
    query.push(")");
    push_order(query, limit);
}

fn push_after(query: &mut Statement, after: Option<Place>) {
    if let Some(place) = after {
        query.push(" AND (found_at, seq) < (").push_bind(place.found_at);
        query.push(", ").push_bind(place.seq).push(")");
    }
}

fn push_order(query: &mut Statement, limit: i64) {
    query.push(" ORDER BY found_at DESC, seq DESC LIMIT ").push_bind(limit);
}
