use std::time::Duration;

use super::budget::AiBudget;
use super::cached::Cached;
use super::error::AiError;
use super::openai::Provider;
use super::rules::Rules;
use super::session::Session;
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

/// What an AI provider was asked and what that cost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Usage {
    /// Requests sent, those tried again included.
    pub calls: u64,
    /// Tokens sent, as the provider counts them.
    pub input_tokens: u64,
    /// Tokens answered with.
    pub output_tokens: u64,
}

impl Usage {
    pub(super) fn add(&mut self, other: &Self) {
        self.calls += other.calls;
        self.input_tokens += other.input_tokens;
        self.output_tokens += other.output_tokens;
    }
}

/// What a judge says of some posts.
#[derive(Debug, Clone, Default)]
pub struct Classified {
    /// One for each candidate, in their order.
    pub judgements: Vec<Judgement>,
    /// What it cost.
    pub usage: Usage,
    /// How many of the judgements were made before, and not asked for again.
    pub cached: u64,
    /// Where the rules stood in for a provider, and why; safe to show.
    pub notes: Vec<String>,
}

/// Judges posts: asks an AI provider where one is configured, and the local rules otherwise, or
/// where the provider fails.
pub struct Judge {
    kind: Kind,
    cache: Option<Cache>,
}

enum Kind {
    Rules,
    Provider { provider: Box<Provider>, batch: usize, patience: Duration, prices: Prices },
}

/// What tokens cost, in billionths of a US dollar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Prices {
    input: f64,
    output: f64,
}

impl Prices {
    pub(super) fn of(settings: &AiSettings) -> Self {
        // A millionth of a dollar for a token is a thousand billionths.
        let nano = |per_million: f64| per_million * 1_000.0;
        Self {
            input: nano(settings.price_input_per_million),
            output: nano(settings.price_output_per_million),
        }
    }

    /// What so many tokens cost.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub(super) fn of_tokens(self, input: u64, output: u64) -> u64 {
        (input as f64 * self.input + output as f64 * self.output).round() as u64
    }
}

impl Judge {
    /// The judge that the settings name, a provider behind `guarded`; asks nothing of the network yet.
    ///
    /// # Errors
    /// The provider's address or model is not acceptable.
    pub fn from_settings(settings: &AiSettings, guarded: Guarded) -> Result<Self, AiError> {
        let kind = match settings.base_url.as_deref().map(str::trim) {
            None | Some("") => Kind::Rules,
            Some(base_url) => Kind::Provider {
                provider: Box::new(Provider::new(base_url, settings, guarded)?),
                batch: settings.batch.max(1),
                patience: Duration::from_secs(settings.timeout_secs.max(1)),
                prices: Prices::of(settings),
            },
        };
        Ok(Self { kind, cache: None })
    }

    /// The same, which asks a provider for nothing that it has answered before. What the rules say
    /// is not kept: they cost nothing.
    #[must_use]
    pub fn with_cache(mut self, cache: Cache) -> Self {
        self.cache = Some(cache);
        self
    }

    /// The same within a budget that other processes share.
    #[must_use]
    pub fn within(mut self, budget: AiBudget) -> Self {
        if let Kind::Provider { provider, .. } = &mut self.kind {
            provider.budget = budget;
        }
        self
    }

    /// Judges every candidate. This never fails: what a provider leaves open, or gets wrong, the
    /// rules decide, and a note says so.
    pub async fn classify(&self, campaign: &Campaign, posts: &[Candidate<'_>]) -> Classified {
        let Kind::Provider { provider, batch, patience, prices } = &self.kind else {
            let rules = Rules::new(campaign);
            let judgements = posts.iter().map(|c| rules.judge(c.post, c.matched)).collect();
            return Classified { judgements, ..Classified::default() };
        };
        let session = Session::new(provider, campaign, *batch);
        match self.cache.as_ref().filter(|cache| !cache.options().ai_ttl.is_zero()) {
            Some(cache) => {
                Cached { cache, provider, patience: *patience, prices: *prices }
                    .classify(session, campaign, posts)
                    .await
            }
            None => session.classify(posts).await,
        }
    }

    /// Whether a provider is asked, and not the local rules alone.
    pub fn is_remote(&self) -> bool {
        matches!(self.kind, Kind::Provider { .. })
    }

    /// Whether the provider can be reached and takes the key; asks for no judgement.
    ///
    /// # Errors
    /// See [`AiError`]; the rules can always be reached.
    pub async fn reach(&self) -> Result<(), AiError> {
        match &self.kind {
            Kind::Rules => Ok(()),
            Kind::Provider { provider, .. } => provider.reach().await,
        }
    }

    /// Who judges, for people: `local rules`, or the provider, its model and where it is.
    pub fn describe(&self) -> String {
        match &self.kind {
            Kind::Rules => "local rules".to_owned(),
            Kind::Provider { provider, .. } => {
                format!("{} {} at {}", provider.name, provider.model, provider.place())
            }
        }
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
