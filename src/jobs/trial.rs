//! What a judge makes of posts of which the truth is known. Nothing is kept of it but what it cost.

use std::time::Duration;

use crate::ai::{AiError, Candidate};
use crate::discovery::quality::Verdict;
use crate::discovery::{Dropped, MatchLimits, Matched, Matcher};
use crate::model::{Campaign, Post};
use crate::services::Services;
use crate::store::StoreError;

/// Why posts cannot be tried.
#[derive(Debug, thiserror::Error)]
pub enum TrialError {
    /// The judge is not configured as it should be.
    #[error(transparent)]
    Judge(#[from] AiError),
    /// What may be spent, or was spent, is not to be had from the database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What came of it.
#[derive(Debug, Clone, Default)]
pub struct Trial {
    /// One for each post, in their order.
    pub verdicts: Vec<Verdict>,
    /// Posts that were dropped before anybody judged them.
    pub dropped: u64,
    /// Requests to AI providers, and what they cost in billionths of a US dollar.
    pub ai_calls: u64,
    /// The same.
    pub ai_nano_usd: u64,
    /// What the judge had to say, as of a provider that did not answer.
    pub notes: Vec<String>,
}

/// Takes posts the way that live ones go, of any age, up to the judgement: those that cannot be leads
/// are dropped, the rest is judged by the judge that the settings name, within the budgets.
///
/// # Errors
/// The judge's settings are not acceptable, or the database cannot be had.
pub async fn trial(
    services: &Services,
    campaign: &Campaign,
    posts: &[Post],
) -> Result<Trial, TrialError> {
    let matcher = Matcher::new(campaign, MatchLimits { max_age: Duration::MAX });
    let matched: Vec<Result<Matched, Dropped>> =
        posts.iter().map(|post| matcher.check(post, post.created_at)).collect();
    let on_topic = posts.iter().zip(&matched);
    let candidates: Vec<Candidate<'_>> = on_topic
        .filter_map(|(post, matched)| Some(Candidate { post, matched: matched.as_ref().ok()? }))
        .collect();
    let (owner, now) = (campaign.owner.as_deref(), services.clock.now());
    let (judge, store) = (services.judge()?, &services.store);
    let purse = store.ai_purse(owner, &services.settings.ai, now).await?;
    let classified = judge.classify_within(campaign, &candidates, purse).await;
    let mut trial = Trial { notes: classified.notes, ..Trial::default() };
    for spent in &classified.spent {
        trial.ai_calls += spent.usage.calls;
        trial.ai_nano_usd += spent.nano_usd;
        store.add_usage(owner, spent, now).await?;
    }
    if classified.held_back {
        store.add_held_back(owner, now).await?;
    }
    let mut judged = classified.judgements.into_iter();
    for matched in &matched {
        let verdict = match matched {
            Ok(_) => judged.next().map(Verdict::of),
            Err(why) => Some(dropped(why)),
        };
        trial.dropped += u64::from(matched.is_err());
        trial.verdicts.extend(verdict);
    }
    Ok(trial)
}

fn dropped(why: &Dropped) -> Verdict {
    let reason = Some(format!("dropped before judging: {}", why.as_str()));
    Verdict { is_lead: false, intent: None, confidence: None, reason }
}
