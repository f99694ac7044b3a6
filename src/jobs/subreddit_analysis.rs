use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};

use super::about::about;
use super::lead_discovery::{asked_for, reddit_failure_of, tell};
use super::run::store_failure;
use super::{JobKind, SUBREDDIT_QUEUE, SubredditAnalysis, default_options};
use crate::discovery::subreddit::{activity, promotion};
use crate::model::{CampaignStatus, Listing, SubredditProfile, SubredditState, Timestamp};
use crate::queue::{JobFailure, JobReport, Retryable};
use crate::reddit::{RedditClient, RedditError};
use crate::services::Services;

/// Recent posts that the hours and weekdays of activity are learned from.
const SAMPLE: u32 = 300;
/// The same where feeds are read, of which few may be asked for.
const FEED_SAMPLE: u32 = 100;

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
    let owner = owner(services, &job.subreddit).await?;
    let reddit = asked_for(services, owner.as_deref(), report).await?;
    let found = if reddit.reads_feeds() {
        read_feed(services, &reddit, job, now, report).await
    } else {
        read(services, &reddit, job, now, report).await
    };
    let profile = match found {
        Ok(profile) => profile,
        Err(error) => match closed_as(&error) {
            Some(state) => SubredditProfile::unreadable(&job.subreddit, state, now),
            None => return Err(reddit_failure_of(&reddit, &error)),
        },
    };
    services.store.upsert_subreddit(&profile).await.map_err(|e| store_failure(&e))?;
    Ok(json!({
        "subreddit": profile.name, "state": profile.state, "subscribers": profile.subscribers,
        "promotion": profile.promotion, "sampled": profile.activity.sampled,
        "best_hours": profile.activity.best_hours,
    }))
}

/// For whom a subreddit is looked at: the installation where one of its own campaigns names it, else
/// the owner of the oldest campaign that does. Active ones come first.
async fn owner(services: &Services, subreddit: &str) -> Result<Option<String>, JobFailure> {
    let campaigns = services.store.campaigns().await.map_err(|e| store_failure(&e))?;
    let first = campaigns.iter().filter(|c| c.names(subreddit)).min_by_key(|c| {
        (c.status != CampaignStatus::Active, c.owner.is_some(), c.created_at, c.id.clone())
    });
    Ok(first.and_then(|campaign| campaign.owner.clone()))
}

/// What the public feed of new posts tells: when people post, and nothing of the subreddit itself.
async fn read_feed(
    services: &Services,
    reddit: &RedditClient,
    job: &SubredditAnalysis,
    now: Timestamp,
    report: &dyn JobReport,
) -> Result<SubredditProfile, RedditError> {
    let name = job.subreddit.as_str();
    let posts = reddit.posts(&Listing::New { subreddit: name.to_owned() }, FEED_SAMPLE).await?;
    tell(report.progress(json!({"done": 1, "total": 1})).await);
    let line = format!("r/{name}: {} posts; feeds do not tell of rules", posts.len());
    tell(report.log(&line).await);
    // What was learned with an account is not forgotten for want of one.
    let known = services.store.subreddit(name).await.ok().flatten();
    let known = known.filter(|known| known.state == SubredditState::Open);
    let spelled = posts.first().map(|post| post.subreddit.clone());
    Ok(SubredditProfile {
        name: spelled.filter(|s| s.eq_ignore_ascii_case(name)).unwrap_or_else(|| name.to_owned()),
        activity: activity(&posts),
        analysed_at: now,
        ..known.unwrap_or_else(|| SubredditProfile::unreadable(name, SubredditState::Open, now))
    })
}

async fn read(
    services: &Services,
    reddit: &RedditClient,
    job: &SubredditAnalysis,
    now: Timestamp,
    report: &dyn JobReport,
) -> Result<SubredditProfile, RedditError> {
    let name = job.subreddit.as_str();
    let about = about(services, reddit, name, job.force).await?;
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
