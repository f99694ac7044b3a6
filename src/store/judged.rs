use std::collections::HashSet;

use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use super::{Store, StoreError};
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Finds {
    /// Leads that were not there before.
    pub new: u64,
    /// Leads that were there and got new figures.
    pub updated: u64,
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
            let mut query = QueryBuilder::new("SELECT post_id FROM judged WHERE campaign_id = ");
            query.push_bind(campaign_id).push(" AND version >= ").push_bind(version);
            query.push(" AND post_id IN (");
            let mut list = query.separated(", ");
            for id in chunk {
                list.push_bind(*id);
            }
            query.push(")");
            // As many shapes as there are lengths: not worth keeping prepared.
            let judged: Vec<String> =
                query.build_query_scalar().persistent(false).fetch_all(self.db.reader()).await?;
            for id in judged {
                unjudged.remove(&id);
            }
        }
        Ok(unjudged)
    }

    /// Keeps what a batch of posts came to, whole or not at all. A lead that is there already gets
    /// the new figures and keeps its status and the time of its finding.
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
    ) -> Result<Finds, StoreError> {
        let mut tx = self.db.writer().begin_with("BEGIN IMMEDIATE").await?;
        let there: Option<i64> = sqlx::query_scalar("SELECT 1 FROM campaigns WHERE id = $1")
            .bind(campaign_id)
            .fetch_optional(&mut *tx)
            .await?;
        if there.is_none() {
            return Err(StoreError::NoCampaign(campaign_id.to_owned()));
        }
        let mut finds = Finds::default();
        for lead in leads {
            if super::leads::upsert(&mut tx, lead).await? {
                finds.new += 1;
            } else {
                finds.updated += 1;
            }
        }
        for chunk in judged.chunks(ROWS) {
            insert_judged(&mut tx, campaign_id, version, chunk).await?;
        }
        let at = judged.first().map_or_else(Timestamp::default, |j| j.at);
        for chunk in fingerprints.chunks(ROWS) {
            insert_fingerprints(&mut tx, campaign_id, chunk, at).await?;
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
        let rows: Vec<(String, i64)> = sqlx::query_as(
            "SELECT post_id, text FROM fingerprints WHERE campaign_id = $1 AND at >= $2",
        )
        .bind(campaign_id)
        .bind(since)
        .fetch_all(self.db.reader())
        .await?;
        Ok(rows.into_iter().map(|(id, text)| (id, text.cast_unsigned())).collect())
    }
}

async fn insert_judged(
    tx: &mut SqliteConnection,
    campaign_id: &str,
    version: i64,
    posts: &[JudgedPost],
) -> Result<(), StoreError> {
    let mut query: QueryBuilder<Sqlite> =
        QueryBuilder::new("INSERT INTO judged (campaign_id, post_id, version, outcome, at) ");
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
    query.build().persistent(posts.len() == ROWS).execute(tx).await?;
    Ok(())
}

async fn insert_fingerprints(
    tx: &mut SqliteConnection,
    campaign_id: &str,
    fingerprints: &[(String, u64)],
    at: Timestamp,
) -> Result<(), StoreError> {
    let mut query: QueryBuilder<Sqlite> =
        QueryBuilder::new("INSERT INTO fingerprints (campaign_id, post_id, text, at) ");
    query.push_values(fingerprints, |mut row, (post_id, text)| {
        row.push_bind(campaign_id).push_bind(post_id).push_bind(text.cast_signed()).push_bind(at);
    });
    query.push(
        " ON CONFLICT (campaign_id, post_id) DO UPDATE SET text = excluded.text, at = excluded.at",
    );
    query.build().persistent(fingerprints.len() == ROWS).execute(tx).await?;
    Ok(())
}
