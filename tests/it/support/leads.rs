//! Campaigns and leads put straight into a data directory, and dumps of invented posts.

use std::path::Path;

use leadctl::config::{Overrides, load};
use leadctl::model::{
    Campaign, CampaignDraft, Intent, JudgedBy, Judgement, Lead, LeadStatus, Post, PostKind, Score,
    Sentiment, Timestamp, lead_id,
};
use leadctl::sandbox::{SandboxOptions, dump_line, sample_campaign};
use leadctl::services::Services;
use leadctl::store::Tell;

/// When all that is made here begins.
pub const EPOCH: Timestamp = Timestamp::from_secs(1_780_000_000);

/// Does something with the services on `home`'s data, as `leadctl` itself would.
pub fn with_services<T>(home: &Path, act: impl AsyncFnOnce(&Services) -> T) -> T {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let mut settings = load(&Overrides::default()).expect("settings").settings;
        settings.data_dir = home.join("data");
        let services = Services::open(settings).await.expect("a database");
        let value = act(&services).await;
        services.close().await;
        value
    })
}

/// The sandbox's campaign under the name `acme`.
pub fn add_campaign(home: &Path) -> Campaign {
    let draft = CampaignDraft { name: "acme".to_owned(), ..sample_campaign() };
    with_services(home, async |services| {
        services.store.create_campaign(draft, EPOCH).await.expect("a campaign")
    })
}

/// Lead `n` of `acme`, found `n / 10` seconds after the epoch.
pub fn lead(n: u32) -> Lead {
    let intent = Intent::ALL[n as usize % Intent::ALL.len()];
    let id = format!("t3_{n}");
    let at = Timestamp::from_secs(EPOCH.millis() / 1_000 + i64::from(n / 10));
    Lead {
        id: lead_id("acme", &id),
        campaign_id: "acme".to_owned(),
        post: Post {
            permalink: format!("/r/freelance/comments/{n}/"),
            id,
            kind: PostKind::Submission,
            subreddit: "freelance".to_owned(),
            author: Some("someone".to_owned()),
            title: format!("Post {n}"),
            body: "Which tool?".to_owned(),
            url: None,
            score: 1,
            num_comments: 2,
            over_18: false,
            removed: false,
            stickied: false,
            created_at: EPOCH,
        },
        score: Score { total: u8::try_from(n % 101).expect("small"), parts: Vec::new() },
        judgement: Judgement {
            is_lead: true,
            intent,
            sentiment: Sentiment::Neutral,
            fit: 0.5,
            confidence: 0.5,
            reason: "asks".to_owned(),
            judged_by: JudgedBy { judge: "rules".to_owned(), model: "v1".to_owned() },
        },
        matched: vec!["invoicing".to_owned()],
        status: LeadStatus::New,
        found_at: at,
        updated_at: at,
    }
}

/// Puts leads of `acme` into the store.
pub fn add_leads(home: &Path, leads: &[Lead]) {
    with_services(home, async |services| {
        services.store.record_finds("acme", 1, &[], leads, &[], Tell::Nobody).await.expect("kept");
    });
}

/// `count` invented posts as a dump.
pub fn dump(count: u32) -> String {
    let options = SandboxOptions { seed: 3, rate_per_minute: 0.0, backlog: count, epoch: EPOCH };
    (0..u64::from(count)).map(|n| dump_line(&options, n) + "\n").collect()
}
