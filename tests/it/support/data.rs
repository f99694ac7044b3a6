//! Campaigns and leads as a store keeps them, with texts that are not easy to keep.

use std::time::Duration;

use leadctl::model::{
    AccountGrant, CampaignDraft, Intent, JudgedBy, Judgement, Lead, LeadStatus, Post, PostKind,
    RedditAccount, Score, ScorePart, Sentiment, Timestamp, lead_id,
};
use leadctl::store::{JudgedPost, Store, StoreError, Tell};

pub const NOW: Timestamp = Timestamp::from_secs(1_700_000_000);

pub fn draft(name: &str) -> CampaignDraft {
    CampaignDraft {
        name: name.into(),
        description: "a \u{0} description, 'quoted' \\ and \"so\"".replace('\u{0}', "ü"),
        keywords: vec!["one".into(), "two\u{0}".into()],
        ..CampaignDraft::default()
    }
}

pub fn lead(campaign: &str, n: u32) -> Lead {
    let post_id = format!("t3_{n}");
    let at = NOW.plus(Duration::from_secs(u64::from(n / 3)));
    Lead {
        id: lead_id(campaign, &post_id),
        campaign_id: campaign.into(),
        post: Post {
            id: post_id,
            kind: PostKind::Submission,
            subreddit: format!("Sub{}", n % 5),
            author: None,
            title: "a title \u{1b}[31m \\u0000 'x' ü".into(),
            body: "no\u{0}body".into(),
            permalink: "/r/x".into(),
            url: None,
            score: -3,
            num_comments: 2,
            over_18: false,
            removed: false,
            stickied: false,
            created_at: NOW,
        },
        score: Score {
            total: u8::try_from(n % 101).expect("at most 100"),
            parts: vec![ScorePart {
                name: "fit".into(),
                weight: 30.0,
                value: 0.1,
                points: 3.000_000_000_000_000_4,
                why: "so".into(),
            }],
        },
        judgement: Judgement {
            is_lead: true,
            intent: Intent::PainPoint,
            sentiment: Sentiment::Mixed,
            fit: 0.123_456_789_012_345_68,
            confidence: 1.0,
            reason: "because".into(),
            judged_by: JudgedBy { judge: "rules".into(), model: "1".into() },
        },
        matched: vec!["one".into()],
        status: LeadStatus::New,
        found_at: at,
        updated_at: at,
    }
}

pub fn judged(leads: &[Lead]) -> Vec<JudgedPost> {
    let judged = |lead: &Lead| JudgedPost {
        post_id: lead.post.id.clone(),
        outcome: "lead".into(),
        at: lead.found_at,
    };
    leads.iter().map(judged).collect()
}

pub async fn keep(store: &Store, leads: &[Lead]) -> Result<u64, StoreError> {
    let prints: Vec<(String, u64)> = leads.iter().map(|l| (l.post.id.clone(), u64::MAX)).collect();
    let campaign = &leads[0].campaign_id;
    store
        .record_finds(campaign, 1, &judged(leads), leads, &prints, Tell::Nobody)
        .await
        .map(|finds| finds.new)
}

/// A Reddit account of a user's, by whose id it goes.
pub fn account(owner: &str, at: Timestamp) -> RedditAccount {
    RedditAccount {
        id: owner.to_owned(),
        owner: Some(owner.to_owned()),
        username: format!("{owner}_r"),
        client_id: "app".to_owned(),
        grant: AccountGrant::Refresh,
        scope: None,
        created_at: at,
        updated_at: at,
    }
}
