use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};

use super::about::about;
use super::lead_discovery::{reddit_failure, tell};
use super::run::store_failure;
use super::{JobKind, SUBREDDIT_QUEUE, SubredditAnalysis, default_options};
use crate::discovery::subreddit::{activity, promotion};
use crate::model::{
    Activity, CampaignStatus, Listing, PromotionTolerance, SubredditProfile, SubredditState,
    Timestamp,
};
use crate::queue::{JobFailure, JobReport, Retryable};
use crate::reddit::RedditError;
use crate::services::Services;

/// Recent posts that the hours and weekdays of activity are learned from.
const SAMPLE: u32 = 300;

/// Learns what a subreddit is like, unless that is known from lately.
pub(super) async fn run(
    services: &Services,
    job: &SubredditAnalysis,
    report: &dyn JobReport,
) -> Result<Value, JobFailure> {
    let now = services.clock.now();
    let known = services.store.subreddit(&job.subreddit).await.map_err(|e| store_failure(&e))?;
    if let Some(known) = known
        && !job.force
        && now.since(known.analysed_at) < fresh_for(services)
    {
        tell(report.log("still fresh: nothing was asked").await);
        return Ok(json!({
            "skipped": "the last analysis is still fresh", "analysed_at": known.analysed_at,
        }));
    }
    let profile = match read(services, job, now, report).await {
        Ok(profile) => profile,
        Err(error) => match closed_as(&error) {
            Some(state) => closed(&job.subreddit, state, now),
            None => return Err(reddit_failure(&error)),
        },
    };
    services.store.upsert_subreddit(&profile).await.map_err(|e| store_failure(&e))?;
    Ok(json!({
        "subreddit": profile.name, "state": profile.state, "subscribers": profile.subscribers,
        "promotion": profile.promotion, "sampled": profile.activity.sampled,
        "best_hours": profile.activity.best_hours,
    }))
}

async fn read(
    services: &Services,
    job: &SubredditAnalysis,
    now: Timestamp,
    report: &dyn JobReport,
) -> Result<SubredditProfile, RedditError> {
    let (reddit, name) = (services.reddit()?, job.subreddit.as_str());
    let about = about(services, name, job.force).await?;
    tell(report.progress(json!({"done": 1, "total": 3})).await);
    let rules = reddit.rules(name).await?;
    tell(report.progress(json!({"done": 2, "total": 3})).await);
    let posts = reddit.posts(&Listing::New { subreddit: name.to_owned() }, SAMPLE).await?;
    tell(report.progress(json!({"done": 3, "total": 3})).await);
    tell(report.log(&format!("r/{name}: {} rules, {} posts", rules.len(), posts.len())).await);
    let (promotion, promotion_reason) = promotion(&rules);
    Ok(SubredditProfile {
        name: about.name,
        state: SubredditState::Open,
        title: about.title,
        description: about.description,
        subscribers: about.subscribers,
        active_users: about.active_users,
        over_18: about.over_18,
        rules,
        activity: activity(&posts),
        promotion,
        promotion_reason,
        analysed_at: now,
    })
}

/// The state of a subreddit that an error is the answer for.
pub(super) fn closed_as(error: &RedditError) -> Option<SubredditState> {
    match error {
        RedditError::NotFound { .. } => Some(SubredditState::Missing),
        RedditError::Private { .. } => Some(SubredditState::Private),
        RedditError::Banned { .. } => Some(SubredditState::Banned),
        _ => None,
    }
}

fn closed(name: &str, state: SubredditState, now: Timestamp) -> SubredditProfile {
    SubredditProfile {
        name: name.to_owned(),
        state,
        title: String::new(),
        description: String::new(),
        subscribers: None,
        active_users: None,
        over_18: false,
        rules: Vec::new(),
        activity: Activity::default(),
        promotion: PromotionTolerance::Unknown,
        promotion_reason: String::new(),
        analysed_at: now,
    }
}

/// Adds an analysis for every subreddit of the active campaigns; each is there once a day at most.
pub(super) async fn sweep(services: &Services) -> Result<Value, JobFailure> {
    let campaigns = services.store.campaigns().await.map_err(|e| store_failure(&e))?;
    let names: BTreeSet<String> = campaigns
        .iter()
        .filter(|c| c.status == CampaignStatus::Active)
        .flat_map(|c| c.subreddits.iter().map(|name| name.to_lowercase()))
        .collect();
    let day = services.clock.now().to_datetime().format("%Y%m%d");
    let jobs = names
        .into_iter()
        .map(|subreddit| {
            let id = format!("analyse-{subreddit}-{day}");
            JobKind::Subreddit(SubredditAnalysis { subreddit, force: false })
                .into_job(Some(id), default_options(&services.settings))
        })
        .collect::<Vec<_>>();
    let added = services
        .queue
        .add_bulk(SUBREDDIT_QUEUE, jobs)
        .await
        .map_err(|e| JobFailure::from_error(&e, Retryable::Yes))?;
    let new = added.iter().filter(|a| !a.existed).count();
    Ok(json!({"subreddits": added.len(), "added": new}))
}

fn fresh_for(services: &Services) -> Duration {
    Duration::from_secs(u64::from(services.settings.discovery.subreddit_fresh_days) * 86_400)
}
