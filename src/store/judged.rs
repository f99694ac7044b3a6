use std::collections::{BTreeMap, HashSet};

use sqlx::QueryBuilder;

use super::{Store, StoreError};
use crate::db::{Lock, Statement, Tx, bind, execute, fetch};
use crate::model::{Lead, Timestamp};

/// Rows in one statement; well below the database's limit of bound values.
const ROWS: usize = 500;

/// What became of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedPost {
    /// Reddit's fullname.
    pub post_id: String,
    /// `lead`, `not_lead`, `below_score` or `near_duplicate`.
    pub outcome: String,
    /// When.
    pub at: Timestamp,
}

/// What recording finds came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Finds {
    /// The ids of leads that were not there before.
    pub new_ids: Vec<String>,
    /// Leads that were not there before.
    pub new: u64,
    /// Leads that were there and got new figures.
    pub updated: u64,
}

impl Finds {
    /// How many are new, and how many were there.
    pub fn counts(&self) -> (u64, u64) {
        (self.new, self.updated)
    }
}

/// Who is to be told of new leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tell {
    /// Nobody, as of what is imported.
    Nobody,
    /// The webhooks of the campaign's owner.
    Webhooks,
}

impl Store {
    /// Those of `post_ids` that have not been judged for this version of the campaign.
    ///
    /// # Errors
    /// The database failed.
    pub async fn unjudged(
        &self,
        campaign_id: &str,
        version: i64,
        post_ids: &[&str],
    ) -> Result<HashSet<String>, StoreError> {
        let mut unjudged: HashSet<String> = post_ids.iter().map(|id| (*id).to_owned()).collect();
        for chunk in post_ids.chunks(ROWS) {
            let mut query = Statement::new("SELECT post_id FROM judged WHERE campaign_id = ");
            query.push_bind(campaign_id).push(" AND version >= ").push_bind(version);
            query.push(" AND post_id IN (");
            for (n, id) in chunk.iter().enumerate() {
                query.push(if n == 0 { "" } else { ", " }).push_bind(*id);
            }
            query.push(")");
            // As many shapes as there are lengths: not worth keeping prepared.
            let judged: Vec<String> = fetch!(self.db.reader(), c =>
                bind!(sqlx::query_scalar(query.sql()), query).persistent(false).fetch_all(c))?;
            for id in judged {
                unjudged.remove(&id);
            }
        }
        Ok(unjudged)
    }

    /// Keeps what a batch of posts came to, whole or not at all. A lead that is there already gets
    /// the new figures and keeps its status and the time of its finding. Of each that is new it is
    /// kept, for [`untold`](Self::untold), what webhooks are to be told, where they are.
    ///
    /// # Errors
    /// [`StoreError::NoCampaign`] where the campaign was removed in the meantime.
    pub async fn record_finds(
        &self,
        campaign_id: &str,
        version: i64,
        judged: &[JudgedPost],
        leads: &[Lead],
        fingerprints: &[(String, u64)],
        tell: Tell,
    ) -> Result<Finds, StoreError> {
        let mut tx = self.db.begin(Lock::None).await?;
        let there: bool = fetch!(tx.on(), c =>
            sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM campaigns WHERE id = $1)")
                .bind(campaign_id)
                .fetch_one(c))?;
        if !there {
            return Err(StoreError::NoCampaign(campaign_id.to_owned()));
        }
        let kept = keep(&mut tx, campaign_id, version, judged, leads, fingerprints).await;
        let finds = kept.map_err(|error| match error {
            StoreError::Sql(sqlx::Error::Database(why)) if why.is_foreign_key_violation() => {
                StoreError::NoCampaign(campaign_id.to_owned())
            }
            error => error,
        })?;
        if tell == Tell::Webhooks {
            for lead in &finds.new_ids {
                super::outbox::put(&mut tx, lead).await?;
            }
        }
        tx.commit().await?;
        Ok(finds)
    }

    /// Fingerprints of the texts of leads found since, with the posts they belong to.
    ///
    /// # Errors
    /// The database failed.
    pub async fn fingerprints(
        &self,
        campaign_id: &str,
        since: Timestamp,
    ) -> Result<Vec<(String, u64)>, StoreError> {
        let rows: Vec<(String, i64)> = fetch!(self.db.reader(), c =>
            sqlx::query_as(
                "SELECT post_id, text FROM fingerprints WHERE campaign_id = $1 AND at >= $2",
            )
            .bind(campaign_id)
            .bind(since)
            .fetch_all(c))?;
        Ok(rows.into_iter().map(|(id, text)| (id, text.cast_unsigned())).collect())
    }
}

/// Each statement touches its rows in the order of their keys, and the lock on the numbers of leads
/// comes last and shortly before the end: so no two of these wait for one another, and none long.
async fn keep(
    tx: &mut Tx,
    campaign_id: &str,
    version: i64,
    judged: &[JudgedPost],
    leads: &[Lead],
    fingerprints: &[(String, u64)],
) -> Result<Finds, StoreError> {
    let at = judged.first().map_or_else(Timestamp::default, |j| j.at);
    let judged: BTreeMap<&str, &JudgedPost> =
        judged.iter().map(|post| (post.post_id.as_str(), post)).collect();
    let judged: Vec<&JudgedPost> = judged.into_values().collect();
    for chunk in judged.chunks(ROWS) {
        insert_judged(tx, campaign_id, version, chunk).await?;
    }
    let fingerprints: BTreeMap<&str, u64> =
        fingerprints.iter().map(|(post_id, text)| (post_id.as_str(), *text)).collect();
    let fingerprints: Vec<(&str, u64)> = fingerprints.into_iter().collect();
    for chunk in fingerprints.chunks(ROWS) {
        insert_fingerprints(tx, campaign_id, chunk, at).await?;
    }
    let mut finds = Finds::default();
    if !leads.is_empty() {
        tx.lock(Lock::Leads).await?;
    }
    for lead in leads {
        if super::leads::upsert(tx, lead).await? {
            finds.new += 1;
            finds.new_ids.push(lead.id.clone());
        } else {
            finds.updated += 1;
        }
    }
    Ok(finds)
}

async fn insert_judged(
    tx: &mut Tx,
    campaign_id: &str,
    version: i64,
    posts: &[&JudgedPost],
) -> Result<(), StoreError> {
    execute!(tx.on(), c => async {
        let mut query = QueryBuilder::new(
            "INSERT INTO judged (campaign_id, post_id, version, outcome, at) ",
        );
        query.push_values(posts, |mut row, post| {
            row.push_bind(campaign_id)
                .push_bind(&post.post_id)
                .push_bind(version)
                .push_bind(&post.outcome)
                .push_bind(post.at);
        });
        query.push(
            " ON CONFLICT (campaign_id, post_id) DO UPDATE \
             SET version = excluded.version, outcome = excluded.outcome, at = excluded.at",
        );
        query.build().persistent(posts.len() == ROWS).execute(c).await
    })?;
    Ok(())
}

async fn insert_fingerprints(
    tx: &mut Tx,
    campaign_id: &str,
    fingerprints: &[(&str, u64)],
    at: Timestamp,
) -> Result<(), StoreError> {
    execute!(tx.on(), c => async {
        let mut query = QueryBuilder::new(
            "INSERT INTO fingerprints (campaign_id, post_id, text, at) ",
        );
        query.push_values(fingerprints, |mut row, (post_id, text)| {
            row.push_bind(campaign_id)
                .push_bind(*post_id)
                .push_bind(text.cast_signed())
                .push_bind(at);
        });
        query.push(
            " ON CONFLICT (campaign_id, post_id) DO UPDATE \
             SET text = excluded.text, at = excluded.at",
        );
        query.build().persistent(fingerprints.len() == ROWS).execute(c).await
    })?;
    Ok(())
}
