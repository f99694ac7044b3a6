use std::fmt::Write as _;

use super::answer::judgements;
use super::budget::AiBudget;
use super::error::AiError;
use super::openai::Provider;
use super::prompt::{clean_line, prompt};
use super::rules::Rules;
use crate::config::AiSettings;
use crate::discovery::Matched;
use crate::guard::Guarded;
use crate::model::{Campaign, JudgedBy, Judgement, Post};

/// Batches in a row that may fail before no more are sent in one go: a provider that is down must
/// not hold up work that the rules can do.
const GIVE_UP_AFTER: usize = 2;
/// Longest note, in characters.
const MAX_NOTE_CHARS: usize = 200;

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
    fn add(&mut self, other: &Self) {
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
    /// Where the rules stood in for a provider, and why; safe to show.
    pub notes: Vec<String>,
}

/// Judges posts: asks an AI provider where one is configured, and the local rules otherwise, or
/// where the provider fails.
pub struct Judge {
    kind: Kind,
}

enum Kind {
    Rules,
    Provider { provider: Box<Provider>, batch: usize },
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
            },
        };
        Ok(Self { kind })
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
        let rules = Rules::new(campaign);
        let mut classified = Classified::default();
        let (provider, batch) = match &self.kind {
            Kind::Provider { provider, batch } => (provider, *batch),
            Kind::Rules => {
                classified.judgements = by_rules(&rules, posts).collect();
                return classified;
            }
        };
        let (mut failed, mut gave_up) = (0, None);
        for batch in posts.chunks(batch) {
            let left = &posts[classified.judgements.len()..];
            if failed >= GIVE_UP_AFTER {
                let why = gave_up
                    .unwrap_or_else(|| format!("the provider failed {failed} times in a row"));
                note(&mut classified, left.len(), &why);
                classified.judgements.extend(by_rules(&rules, left));
                break;
            }
            match ask(provider, campaign, batch, &mut classified.usage).await {
                Ok(judged) => {
                    failed = 0;
                    take(&mut classified, &rules, batch, judged);
                }
                Err(error) => {
                    failed = match &error {
                        AiError::Unauthorized { .. } | AiError::CircuitOpen(_) => GIVE_UP_AFTER,
                        error if error.is_of_content() => 0,
                        _ => failed + 1,
                    };
                    if matches!(error, AiError::CircuitOpen(_)) {
                        gave_up = Some(error.to_string());
                    }
                    note(&mut classified, batch.len(), &error.to_string());
                    classified.judgements.extend(by_rules(&rules, batch));
                }
            }
        }
        classified
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

async fn ask(
    provider: &Provider,
    campaign: &Campaign,
    batch: &[Candidate<'_>],
    usage: &mut Usage,
) -> Result<Vec<Result<Judgement, String>>, AiError> {
    let mark = format!("{:016x}", rand::random::<u64>());
    let asked = provider.ask(&prompt(campaign, batch, &mark)).await;
    usage.add(&asked.usage);
    let answer = asked.answer?;
    let judged_by = JudgedBy { judge: format!("ai:{}", provider.name), model: answer.model };
    judgements(&answer.content, batch.len(), &judged_by)
}

/// Takes what is acceptable of an answer and has the rules judge the rest.
fn take(
    classified: &mut Classified,
    rules: &Rules,
    batch: &[Candidate<'_>],
    judged: Vec<Result<Judgement, String>>,
) {
    let mut whys = String::new();
    let mut open = 0;
    for (candidate, judged) in batch.iter().zip(judged) {
        let judgement = judged.unwrap_or_else(|why| {
            let gap = if open == 0 { "" } else { "; " };
            let _ = write!(whys, "{gap}{}: {why}", candidate.post.id);
            open += 1;
            rules.judge(candidate.post, candidate.matched)
        });
        classified.judgements.push(judgement);
    }
    if open > 0 {
        note(classified, open, &whys);
    }
}

fn by_rules<'a>(
    rules: &'a Rules,
    posts: &'a [Candidate<'_>],
) -> impl Iterator<Item = Judgement> + 'a {
    posts.iter().map(|candidate| rules.judge(candidate.post, candidate.matched))
}

fn note(classified: &mut Classified, count: usize, why: &str) {
    let posts = if count == 1 { "1 post was" } else { &format!("{count} posts were") };
    let note = format!("{posts} judged by the rules: {why}");
    tracing::warn!("{}", clean_line(&note, MAX_NOTE_CHARS - 1));
    classified.notes.push(clean_line(&note, MAX_NOTE_CHARS - 1));
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
