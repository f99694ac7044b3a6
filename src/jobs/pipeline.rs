//! From posts to leads: the one way that live posts and dumps take.
//!
//! match -> not judged before -> not nearly the same as one seen -> judge -> score -> keep

use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::webhook::notify;
use crate::ai::{AiError, Candidate, Classified, Judge, Purse, Spending};
use crate::config::DiscoverySettings;
use crate::discovery::{
    MatchLimits, Matched, Matcher, NearDuplicates, ScoreInput, fingerprint, score,
};
use crate::model::{Campaign, Judgement, Lead, LeadStatus, Post, Timestamp, lead_id};
use crate::services::Services;
use crate::store::{JudgedPost, StoreError, Tell};
use crate::telemetry::{metrics, trace};

/// How far back posts are compared with for near-identical text.
const NEAR_DUPLICATE_WINDOW: Duration = Duration::from_secs(30 * 24 * 3600);
/// Seconds in a day.
const DAY_SECS: f64 = 86_400.0;

/// What can go wrong on the way.
#[derive(Debug, thiserror::Error)]
pub enum PipelineError {
    /// The store failed; worth another try.
    #[error("what was found could not be kept")]
    Store(#[from] StoreError),
    /// The judge is not configured as it should be.
    #[error(transparent)]
    Judge(#[from] AiError),
}

/// What became of the posts, in figures.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tally {
    /// Posts read.
    pub read: u64,
    /// Posts that cannot be leads, by reason, before anything was spent on them.
    pub dropped: BTreeMap<String, u64>,
    /// Posts judged before for this version of the campaign.
    pub known: u64,
    /// Posts judged now.
    pub judged: u64,
    /// Judged, and no lead.
    pub not_leads: u64,
    /// Leads with too low a score.
    pub below_score: u64,
    /// Leads that are new.
    pub new_leads: u64,
    /// Leads that were there and got new figures.
    pub updated_leads: u64,
    /// Judgements that an AI provider had made before, and was not asked for again.
    pub ai_cached: u64,
    /// Calls to an AI provider.
    pub ai_calls: u64,
    /// Tokens sent to it.
    pub ai_input_tokens: u64,
    /// Those of them that it had in its own cache.
    pub ai_input_cached_tokens: u64,
    /// Tokens it answered with.
    pub ai_output_tokens: u64,
    /// What that cost, in billionths of a US dollar.
    pub ai_nano_usd: u64,
}

impl Tally {
    /// Adds another's figures.
    pub fn add(&mut self, other: &Self) {
        self.read += other.read;
        for (reason, count) in &other.dropped {
            self.drop_as(reason, *count);
        }
        self.known += other.known;
        self.judged += other.judged;
        self.not_leads += other.not_leads;
        self.below_score += other.below_score;
        self.new_leads += other.new_leads;
        self.updated_leads += other.updated_leads;
        self.ai_cached += other.ai_cached;
        self.ai_calls += other.ai_calls;
        self.ai_input_tokens += other.ai_input_tokens;
        self.ai_input_cached_tokens += other.ai_input_cached_tokens;
        self.ai_output_tokens += other.ai_output_tokens;
        self.ai_nano_usd += other.ai_nano_usd;
    }

    fn drop_as(&mut self, reason: &str, count: u64) {
        match self.dropped.get_mut(reason) {
            Some(so_far) => *so_far += count,
            None => {
                self.dropped.insert(reason.to_owned(), count);
            }
        }
    }

    fn spend(&mut self, spent: &[Spending]) {
        for Spending { usage, nano_usd, .. } in spent {
            self.ai_calls += usage.calls;
            self.ai_input_tokens += usage.input_tokens;
            self.ai_input_cached_tokens += usage.cached_tokens;
            self.ai_output_tokens += usage.output_tokens;
            self.ai_nano_usd += nano_usd;
        }
    }
}

/// What one batch came to.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// Its figures.
    pub tally: Tally,
    /// What the judge had to say, as of a provider that did not answer.
    pub notes: Vec<String>,
}

/// Takes posts for one campaign; made once for a run.
pub struct Pipeline<'a> {
    services: &'a Services,
    judge: &'a Judge,
    campaign: Campaign,
    matcher: Matcher,
    near: NearDuplicates,
    /// Posts whose text is in `near`, which must not be taken for copies of themselves.
    fingerprinted: HashSet<String>,
    /// Who is told of what is new.
    tell: Tell,
}

/// A post that passed everything that costs nothing.
struct Passed {
    post: Post,
    matched: Matched,
    fingerprint: Option<u64>,
}

impl<'a> Pipeline<'a> {
    /// Prepares for `campaign`: compiles its words and loads what texts were seen lately.
    ///
    /// # Errors
    /// The store cannot be read, or the judge's settings are not acceptable.
    pub async fn open(services: &'a Services, campaign: Campaign) -> Result<Self, PipelineError> {
        let limits = MatchLimits { max_age: max_age(&services.settings.discovery) };
        let since = services.clock.now().minus(NEAR_DUPLICATE_WINDOW);
        let mut near = NearDuplicates::new();
        let mut fingerprinted = HashSet::new();
        for (post_id, text) in services.store.fingerprints(&campaign.id, since).await? {
            near.insert(text);
            fingerprinted.insert(post_id);
        }
        Ok(Self {
            services,
            judge: services.judge()?,
            matcher: Matcher::new(&campaign, limits),
            campaign,
            near,
            fingerprinted,
            tell: Tell::Webhooks,
        })
    }

    /// The same, but posts of any age can be leads, and webhooks are not told of them: for dumps.
    #[must_use]
    pub fn any_age(mut self) -> Self {
        self.matcher = Matcher::new(&self.campaign, MatchLimits { max_age: Duration::MAX });
        self.tell = Tell::Nobody;
        self
    }

    /// Takes a batch of posts to its end; when it returns, all of it is kept.
    ///
    /// # Errors
    /// The store failed: nothing of this batch is kept, and it can be given again.
    pub async fn take(&mut self, posts: Vec<Post>) -> Result<Batch, PipelineError> {
        let now = self.services.clock.now();
        let mut batch = Batch::default();
        batch.tally.read = posts.len() as u64;
        let matched = self.on_topic(posts, now, &mut batch.tally);
        let fresh = self.not_judged_before(matched, &mut batch.tally).await?;
        let (passed, mut judged) = self.not_copied(fresh, now, &mut batch.tally);
        let leads = self.judge(&passed, now, &mut batch, &mut judged).await;
        if !judged.is_empty() {
            // Of leads and others: what a copy is of must not depend on what this run has seen.
            let fingerprints: Vec<(String, u64)> =
                passed.iter().filter_map(|p| Some((p.post.id.clone(), p.fingerprint?))).collect();
            let (id, version) = (&self.campaign.id, self.campaign.version);
            let store = &self.services.store;
            let finds =
                store.record_finds(id, version, &judged, &leads, &fingerprints, self.tell).await?;
            trace::found_leads(&finds.new_ids);
            if self.tell == Tell::Webhooks && finds.new > 0 {
                self.notify().await;
            }
            batch.tally.new_leads = finds.new;
            batch.tally.updated_leads = finds.updated;
            self.fingerprinted.extend(fingerprints.into_iter().map(|(id, _)| id));
        }
        record_metrics(&batch.tally);
        Ok(batch)
    }

    fn on_topic(&self, posts: Vec<Post>, now: Timestamp, tally: &mut Tally) -> Vec<Passed> {
        let mut ids = HashSet::new();
        let mut passed = Vec::new();
        for post in posts {
            match self.matcher.check(&post, now) {
                Ok(matched) if ids.insert(post.id.clone()) => {
                    passed.push(Passed { fingerprint: None, post, matched });
                }
                Ok(_) => tally.drop_as("duplicate", 1),
                Err(reason) => tally.drop_as(reason.as_str(), 1),
            }
        }
        passed
    }

    async fn not_judged_before(
        &self,
        passed: Vec<Passed>,
        tally: &mut Tally,
    ) -> Result<Vec<Passed>, PipelineError> {
        if passed.is_empty() {
            return Ok(passed);
        }
        let ids: Vec<&str> = passed.iter().map(|p| p.post.id.as_str()).collect();
        let unjudged =
            self.services.store.unjudged(&self.campaign.id, self.campaign.version, &ids).await?;
        tally.known += (passed.len() - unjudged.len()) as u64;
        Ok(passed.into_iter().filter(|p| unjudged.contains(&p.post.id)).collect())
    }

    /// Drops posts whose text is nearly that of one seen before; they count as judged, so that
    /// they are not looked at again.
    fn not_copied(
        &mut self,
        fresh: Vec<Passed>,
        now: Timestamp,
        tally: &mut Tally,
    ) -> (Vec<Passed>, Vec<JudgedPost>) {
        let mut passed = Vec::with_capacity(fresh.len());
        let mut judged = Vec::new();
        for mut candidate in fresh {
            candidate.fingerprint = fingerprint(&candidate.post);
            if let Some(text) = candidate.fingerprint
                && !self.fingerprinted.contains(&candidate.post.id)
            {
                if self.near.similar(text) {
                    tally.drop_as("near_duplicate", 1);
                    judged.push(outcome(candidate.post.id, "near_duplicate", now));
                    continue;
                }
                self.near.insert(text);
            }
            passed.push(candidate);
        }
        (passed, judged)
    }

    async fn judge(
        &self,
        passed: &[Passed],
        now: Timestamp,
        batch: &mut Batch,
        judged: &mut Vec<JudgedPost>,
    ) -> Vec<Lead> {
        if passed.is_empty() {
            return Vec::new();
        }
        let candidates: Vec<Candidate<'_>> =
            passed.iter().map(|p| Candidate { post: &p.post, matched: &p.matched }).collect();
        let purse = self.purse(now).await;
        let classified = self.judge.classify_within(&self.campaign, &candidates, purse).await;
        batch.tally.spend(&classified.spent);
        self.note_spending(&classified, now).await;
        batch.notes = classified.notes;
        batch.tally.ai_cached = classified.cached;
        batch.tally.judged = passed.len() as u64;
        let mut leads = Vec::new();
        for (candidate, judgement) in passed.iter().zip(classified.judgements) {
            let (said, lead) = self.decide(candidate, judgement, now);
            match said {
                "not_lead" => batch.tally.not_leads += 1,
                "below_score" => batch.tally.below_score += 1,
                _ => {}
            }
            judged.push(outcome(candidate.post.id.clone(), said, now));
            leads.extend(lead);
        }
        leads
    }

    /// What may still be spent. Where that cannot be known nothing is, as the rules cost nothing.
    async fn purse(&self, now: Timestamp) -> Purse {
        let ai = &self.services.settings.ai;
        match self.services.store.ai_purse(self.campaign.owner.as_deref(), ai, now).await {
            Ok(purse) => purse,
            Err(error) => {
                tracing::warn!(%error, "what may be spent on AI providers cannot be known");
                Purse { total: Some(0), user: None }
            }
        }
    }

    /// Notes what providers were asked and what that cost. It was spent also where what came of it
    /// cannot be kept.
    async fn note_spending(&self, classified: &Classified, now: Timestamp) {
        let (store, owner) = (&self.services.store, self.campaign.owner.as_deref());
        for spent in &classified.spent {
            count_tokens(spent);
            if let Err(error) = store.add_usage(owner, spent, now).await {
                tracing::warn!(%error, "what an AI provider was asked cannot be noted");
            }
        }
        if classified.held_back
            && let Err(error) = store.add_held_back(owner, now).await
        {
            tracing::warn!(%error, "that a budget is spent cannot be noted");
        }
    }

    /// Has webhooks told of what is new. Where the queue is away they are told later: what is to be
    /// said is kept with the leads.
    async fn notify(&self) {
        if let Err(error) = notify(self.services).await {
            tracing::warn!(%error, "webhooks are told of new leads only later");
        }
    }

    fn decide(
        &self,
        candidate: &Passed,
        judgement: Judgement,
        now: Timestamp,
    ) -> (&'static str, Option<Lead>) {
        if !judgement.is_lead {
            return ("not_lead", None);
        }
        let discovery = &self.services.settings.discovery;
        let score = score(&ScoreInput {
            post: &candidate.post,
            judgement: &judgement,
            matched: &candidate.matched,
            now,
            half_life: Duration::from_secs_f64(discovery.half_life_days.max(0.01) * DAY_SECS),
        });
        if score.total < discovery.min_score {
            return ("below_score", None);
        }
        let words = &candidate.matched;
        let lead = Lead {
            id: lead_id(&self.campaign.id, &candidate.post.id),
            campaign_id: self.campaign.id.clone(),
            post: candidate.post.clone(),
            score,
            judgement,
            matched: words.keywords.iter().chain(&words.competitors).cloned().collect(),
            status: LeadStatus::New,
            found_at: now,
            updated_at: now,
        };
        ("lead", Some(lead))
    }
}

fn outcome(post_id: String, outcome: &'static str, at: Timestamp) -> JudgedPost {
    JudgedPost { post_id, outcome: outcome.to_owned(), at }
}

fn max_age(discovery: &DiscoverySettings) -> Duration {
    Duration::from_secs(u64::from(discovery.max_age_days) * 86_400)
}

fn count_tokens(spent: &Spending) {
    let usage = &spent.usage;
    let kinds = [
        ("input", usage.input_tokens),
        ("cached", usage.cached_tokens),
        ("output", usage.output_tokens),
    ];
    for (kind, n) in kinds {
        let provider = spent.provider.clone();
        ::metrics::counter!(metrics::AI_TOKENS, "provider" => provider, "kind" => kind)
            .increment(n);
    }
}

fn record_metrics(tally: &Tally) {
    let count = |outcome: &'static str, n: u64| {
        ::metrics::counter!(metrics::POSTS_SEEN, "outcome" => outcome).increment(n);
    };
    count("dropped", tally.dropped.values().sum());
    count("known", tally.known);
    count("not_lead", tally.not_leads + tally.below_score);
    count("lead", tally.new_leads + tally.updated_leads);
    ::metrics::counter!(metrics::LEADS_FOUND).increment(tally.new_leads);
}
