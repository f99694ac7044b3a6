use crate::config::Settings;
use crate::jobs::{JobKind, LeadDiscovery, SubredditAnalysis, default_options, schedules};
use crate::model::{Campaign, CampaignStatus, Strategy, Timestamp};
use crate::sandbox::{self, Handoff};
use crate::services::Services;

/// How often the sample campaign is worked on: often enough to watch.
const EVERY_MS: u64 = 20_000;

/// Whether the sample campaign was there before.
pub(super) async fn before(services: &Services) -> anyhow::Result<Option<Campaign>> {
    Ok(services.store.campaign(&sandbox::sample_campaign().name).await?)
}

/// Adds the sample campaign where it is missing, and a lead and a subreddit job for it.
pub(super) async fn start(
    services: &Services,
    known: Option<Campaign>,
) -> anyhow::Result<Campaign> {
    let settings = &services.settings;
    let queue = services.queue.as_ref();
    let now = services.clock.now();
    let campaign = match known {
        Some(campaign) => campaign,
        None => {
            let campaign = services.store.create_campaign(sandbox::sample_campaign(), now).await?;
            schedules::ensure_campaign(queue, settings, &campaign.id).await?;
            schedules::set_campaign(queue, settings, &campaign.id, EVERY_MS, true).await?;
            campaign
        }
    };
    if campaign.status == CampaignStatus::Paused {
        return Ok(campaign);
    }
    let lead = LeadDiscovery { campaign: campaign.id.clone(), strategy: Strategy::Targeted };
    let mut jobs = vec![JobKind::Lead(lead)];
    jobs.extend(campaign.subreddits.first().map(|name| {
        JobKind::Subreddit(SubredditAnalysis { subreddit: name.clone(), force: false })
    }));
    for kind in jobs {
        let name = kind.queue();
        queue.add(name, kind.into_job(None, default_options(settings))).await?;
    }
    Ok(campaign)
}

/// Notes until when the sandbox told posts, so that they can be scored later.
pub(super) fn stopped(settings: &Settings, at: Timestamp) {
    let noted = Handoff::read(&settings.data_dir).and_then(|handoff| match handoff {
        Some(mut handoff) => {
            handoff.stopped_at = Some(at);
            handoff.write(&settings.data_dir)
        }
        None => Ok(()),
    });
    if let Err(error) = noted {
        tracing::warn!(%error, "cannot note when the sandbox stopped");
    }
}
