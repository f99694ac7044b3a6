use super::budget::AiBudget;
use super::chain::Chain;
use super::error::AiError;
use super::provider::Provider;
use super::rules::Rules;
use super::spending::{Purse, Spending, Usage};
use crate::config::AiSettings;
use crate::discovery::Matched;
use crate::guard::Guarded;
use crate::guard::cache::Cache;
use crate::model::{Campaign, Judgement, Post};

/// A post to judge, and the campaign's words in it.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// The post.
    pub post: &'a Post,
    /// The campaign's words that it holds.
    pub matched: &'a Matched,
}

/// What a judge says of some posts.
#[derive(Debug, Clone, Default)]
pub struct Classified {
    /// One for each candidate, in their order.
    pub judgements: Vec<Judgement>,
    /// What it cost, of all providers.
    pub usage: Usage,
    /// The same for each provider that was asked.
    pub spent: Vec<Spending>,
    /// How many of the judgements were made before, and not asked for again.
    pub cached: u64,
    /// A provider was not asked, as a budget for the month is spent.
    pub held_back: bool,
    /// Where the rules, or another provider, stood in for a provider, and why; safe to show.
    pub notes: Vec<String>,
}

/// How much is asked at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Batches {
    /// Most posts.
    pub(super) posts: usize,
    /// Most tokens that the posts are likely to be.
    pub(super) tokens: u64,
}

/// Judges posts: asks AI providers where some are configured, one after the other, and the local
/// rules otherwise, or where all of them fail.
pub struct Judge {
    /// Looks at everything before the others do, where it is cheaper.
    pub(super) first: Option<Provider>,
    /// In the order in which they are asked; empty where the rules judge.
    pub(super) chain: Vec<Provider>,
    pub(super) batches: Batches,
    pub(super) cache: Option<Cache>,
}

impl Judge {
    /// The judge that the settings name, each provider behind the guard that `guarded` gives for
    /// its name; asks nothing of the network yet.
    ///
    /// # Errors
    /// A provider's address or model is not acceptable, or the first pass is none of them.
    pub fn from_settings(
        settings: &AiSettings,
        guarded: impl Fn(&str) -> Guarded,
    ) -> Result<Self, AiError> {
        let mut chain = Vec::new();
        for provider in settings.chain() {
            let guarded = guarded(provider.name.trim());
            chain.push(Provider::from_settings(&provider, guarded)?);
        }
        let mut first = None;
        if let Some(name) = settings.first_pass() {
            let at = chain.iter().position(|provider| provider.name == name);
            let at = at.ok_or_else(|| AiError::NoSuchProvider(name.to_owned()))?;
            // Alone it has the last word anyhow.
            if chain.len() > 1 {
                first = Some(chain.remove(at));
            }
        }
        let batches = Batches { posts: settings.batch.max(1), tokens: settings.batch_tokens };
        Ok(Self { first, chain, batches, cache: None })
    }

    /// The same, which asks a provider for nothing that it has answered before. What the rules say
    /// is not kept: they cost nothing.
    #[must_use]
    pub fn with_cache(mut self, cache: Cache) -> Self {
        self.cache = Some(cache);
        self
    }

    /// The same, each provider within a budget that other processes share.
    #[must_use]
    pub fn within(mut self, budget: impl Fn(&str) -> AiBudget) -> Self {
        for provider in self.first.iter_mut().chain(&mut self.chain) {
            provider.budget = budget(&provider.name);
        }
        self
    }

    /// Judges every candidate, whatever it costs; see [`classify_within`](Self::classify_within).
    pub async fn classify(&self, campaign: &Campaign, posts: &[Candidate<'_>]) -> Classified {
        self.classify_within(campaign, posts, Purse::default()).await
    }

    /// Judges every candidate, and asks no provider for what the purse does not hold. This never
    /// fails: what providers leave open, or get wrong, the rules decide, and a note says so.
    pub async fn classify_within(
        &self,
        campaign: &Campaign,
        posts: &[Candidate<'_>],
        purse: Purse,
    ) -> Classified {
        if self.is_remote() {
            return Chain::new(self, campaign, posts, purse).classify().await;
        }
        let rules = Rules::new(campaign);
        let judgements = posts.iter().map(|c| rules.judge(c.post, c.matched)).collect();
        Classified { judgements, ..Classified::default() }
    }

    /// Whether a provider is asked, and not the local rules alone.
    pub fn is_remote(&self) -> bool {
        !self.chain.is_empty()
    }

    /// The providers in the order in which they are asked; none where the rules judge.
    pub fn providers(&self) -> impl Iterator<Item = &Provider> {
        self.first.iter().chain(&self.chain)
    }

    /// Who judges, for people: `local rules`, or each provider.
    pub fn describe(&self) -> String {
        if !self.is_remote() {
            return "local rules".to_owned();
        }
        self.providers().map(Provider::describe).collect::<Vec<_>>().join(", then ")
    }
}

impl std::fmt::Debug for Judge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Judge").field(&self.describe()).finish()
    }
}

#[cfg(test)]
pub(super) mod fixtures {
    use crate::discovery::Matched;
    use crate::model::{Campaign, CampaignStatus, Post, PostKind, Timestamp};

    pub(crate) fn campaign() -> Campaign {
        Campaign {
            id: "acme".to_owned(),
            name: "Acme Invoices".to_owned(),
            description: "Invoices for freelancers".to_owned(),
            keywords: vec!["invoice software".to_owned()],
            negative_keywords: Vec::new(),
            subreddits: vec!["freelance".to_owned()],
            competitors: vec!["BillCo".to_owned()],
            blocked_subreddits: Vec::new(),
            owner: None,
            status: CampaignStatus::Active,
            version: 1,
            created_at: Timestamp::default(),
            updated_at: Timestamp::default(),
        }
    }

    pub(crate) fn matched() -> Matched {
        let keywords = vec!["invoice software".to_owned()];
        Matched { keywords, in_title: true, ..Matched::default() }
    }

    pub(crate) fn post(id: &str) -> Post {
        Post {
            id: id.to_owned(),
            kind: PostKind::Submission,
            subreddit: "freelance".to_owned(),
            author: None,
            title: "Which invoice software do you use?".to_owned(),
            body: "I need one.".to_owned(),
            permalink: "/r/freelance/comments/a/".to_owned(),
            url: None,
            score: 1,
            num_comments: 0,
            over_18: false,
            removed: false,
            stickied: false,
            created_at: Timestamp::default(),
        }
    }
}

#[cfg(test)]
#[path = "judge_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "cached_tests.rs"]
mod cached_tests;
