//! The store on a database of its own, in a file, as it is used.

mod campaigns;
mod judged;
mod leads;

use std::time::Duration;

use super::*;
use crate::model::{
    Campaign, CampaignDraft, Intent, JudgedBy, Judgement, Lead, LeadStatus, Post, PostKind, Score,
    Sentiment, Timestamp, lead_id,
};

const NOW: Timestamp = Timestamp::from_secs(1_780_000_000);

/// A store, and the directory that goes with it.
struct Home {
    store: Store,
    _dir: tempfile::TempDir,
}

impl std::ops::Deref for Home {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.store
    }
}

impl Home {
    /// With the campaigns `acme` and `other`.
    async fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::new(Db::open(dir.path()).await.unwrap());
        for name in ["acme", "other"] {
            store.create_campaign(draft(name), NOW).await.unwrap();
        }
        Self { store, _dir: dir }
    }

    async fn keep(&self, leads: &[Lead]) -> Finds {
        let mut finds = Finds::default();
        for campaign in ["acme", "other"] {
            let leads: Vec<Lead> =
                leads.iter().filter(|lead| lead.campaign_id == campaign).cloned().collect();
            let kept = self
                .record_finds(campaign, 1, &judged(&leads), &leads, &[], Tell::Nobody)
                .await
                .unwrap();
            finds.new += kept.new;
            finds.updated += kept.updated;
        }
        finds
    }

    /// Ids of all pages.
    async fn ids(&self, filter: &LeadFilter, limit: u32) -> Vec<String> {
        let (mut ids, mut cursor) = (Vec::new(), None);
        loop {
            let page = self.leads(filter, LeadPageRequest { cursor, limit }).await.unwrap();
            assert!(page.leads.len() <= limit as usize);
            assert!(page.next.is_none() || page.leads.len() == limit as usize);
            ids.extend(page.leads.into_iter().map(|lead| lead.id));
            cursor = page.next;
            if cursor.is_none() {
                return ids;
            }
        }
    }
}

fn draft(name: &str) -> CampaignDraft {
    CampaignDraft {
        name: name.to_owned(),
        keywords: vec!["invoicing".to_owned()],
        ..CampaignDraft::default()
    }
}

/// Lead `n`: every third is of `other`, and seven each are found at the same time.
fn lead(n: u32) -> Lead {
    let campaign = if n % 3 == 2 { "other" } else { "acme" };
    let post_id = format!("t3_{n}");
    let at = NOW.plus(Duration::from_secs(u64::from(n / 7)));
    Lead {
        id: lead_id(campaign, &post_id),
        campaign_id: campaign.to_owned(),
        post: Post {
            permalink: format!("/r/sub/comments/{n}/"),
            id: post_id,
            kind: PostKind::Submission,
            subreddit: format!("Sub{}", n % 4),
            author: None,
            title: format!("Post {n}"),
            body: String::new(),
            url: None,
            score: 1,
            num_comments: 0,
            over_18: false,
            removed: false,
            stickied: false,
            created_at: NOW,
        },
        score: Score { total: u8::try_from(n * 37 % 101).unwrap(), parts: Vec::new() },
        judgement: Judgement {
            is_lead: true,
            intent: Intent::ALL[n as usize * 3 / 2 % Intent::ALL.len()],
            sentiment: Sentiment::Neutral,
            fit: 0.5,
            confidence: 0.5,
            reason: "asks".to_owned(),
            judged_by: JudgedBy { judge: "rules".to_owned(), model: "v1".to_owned() },
        },
        matched: vec!["invoicing".to_owned()],
        status: LeadStatus::ALL[n as usize % LeadStatus::ALL.len()],
        found_at: at,
        updated_at: at,
    }
}

fn judged(leads: &[Lead]) -> Vec<JudgedPost> {
    leads.iter().map(|lead| outcome(&lead.post.id, "lead")).collect()
}

fn outcome(post_id: &str, outcome: &str) -> JudgedPost {
    JudgedPost { post_id: post_id.to_owned(), outcome: outcome.to_owned(), at: NOW }
}
