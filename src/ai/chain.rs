//! Several providers, one after the other, until every post has a judgement.

use super::cached::{Cached, posts_were};
use super::judge::{Candidate, Classified, Judge};
use super::prompt::clean_line;
use super::provider::Provider;
use super::rules::Rules;
use super::session::{Left, Session, Stage};
use super::spending::{Purse, Spending, Usage};
use crate::model::{Campaign, Judgement};

/// Longest note, in characters.
pub(super) const MAX_NOTE_CHARS: usize = 200;
/// A first pass that is less sure than this that a post is no lead does not have the last word.
const SURE: f64 = 0.6;

/// Judges posts of one campaign with all that a judge has.
pub(super) struct Chain<'a> {
    judge: &'a Judge,
    campaign: &'a Campaign,
    posts: &'a [Candidate<'a>],
    rules: Rules,
    purse: Purse,
    judged: Vec<Option<Judgement>>,
    /// What a first pass said of promising posts.
    drafts: Vec<Option<Judgement>>,
    spent: Vec<Spending>,
    cached: u64,
    held_back: bool,
    notes: Vec<String>,
}

impl<'a> Chain<'a> {
    pub(super) fn new(
        judge: &'a Judge,
        campaign: &'a Campaign,
        posts: &'a [Candidate<'a>],
        purse: Purse,
    ) -> Self {
        Self {
            judge,
            campaign,
            posts,
            rules: Rules::new(campaign),
            purse,
            judged: vec![None; posts.len()],
            drafts: vec![None; posts.len()],
            spent: Vec::new(),
            cached: 0,
            held_back: false,
            notes: Vec::new(),
        }
    }

    /// Judges every post; what no provider decides the rules do.
    pub(super) async fn classify(mut self) -> Classified {
        let mut open: Vec<usize> = (0..self.posts.len()).collect();
        if let Some(first) = &self.judge.first {
            let left = self.first_pass(first, &open).await;
            let next = self.judge.chain.first();
            self.pass_on(&left, next);
            open.retain(|&at| self.judged[at].is_none());
        }
        let mut left = Vec::new();
        for (n, provider) in self.judge.chain.iter().enumerate() {
            if open.is_empty() {
                break;
            }
            left = self.ask(provider, &open).await;
            open.retain(|&at| self.judged[at].is_none());
            if let Some(next) = self.judge.chain.get(n + 1) {
                self.pass_on(&left, Some(next));
            }
        }
        self.finish(&left)
    }

    /// Asks the cheap provider: where it is sure that a post is no lead that is the last word, and
    /// all else is looked at again.
    async fn first_pass(&mut self, first: &Provider, open: &[usize]) -> Vec<Left> {
        let left = self.ask(first, open).await;
        for &at in open {
            let promising =
                |judgement: &Judgement| judgement.is_lead || judgement.confidence < SURE;
            if self.judged[at].as_ref().is_some_and(promising) {
                self.drafts[at] = self.judged[at].take();
            }
        }
        left
    }

    /// Asks one provider about some of the posts; gives those that it left open.
    async fn ask(&mut self, provider: &Provider, open: &[usize]) -> Vec<Left> {
        let posts: Vec<Candidate<'_>> = open.iter().map(|&at| self.posts[at]).collect();
        let session = Session::new(provider, self.campaign, self.judge.batches, &mut self.purse);
        let cache = self.judge.cache.as_ref().filter(|cache| !cache.options().ai_ttl.is_zero());
        let stage = match cache {
            Some(cache) => Cached { cache, session }.judge(&posts).await,
            None => session.judge(&posts).await,
        };
        self.spend(provider, &stage.usage);
        self.cached += stage.cached;
        self.held_back |= stage.held_back;
        let Stage { judgements, left, notes, .. } = stage;
        for (&at, judgement) in open.iter().zip(judgements) {
            self.judged[at] = judgement;
        }
        for note in notes {
            self.note(&note);
        }
        let placed = |left: Left| Left {
            posts: left.posts.iter().map(|&n| open[n]).collect(),
            why: left.why,
        };
        left.into_iter().map(placed).collect()
    }

    fn spend(&mut self, provider: &Provider, usage: &Usage) {
        if usage.calls == 0 {
            return;
        }
        self.spent.push(Spending {
            provider: provider.name.clone(),
            model: provider.model.clone(),
            usage: *usage,
            nano_usd: provider.prices.of_usage(usage),
        });
    }

    /// Notes what another provider is asked now.
    fn pass_on(&mut self, left: &[Left], next: Option<&Provider>) {
        let Some(next) = next else { return };
        for Left { posts, why } in left {
            let note = format!("{} passed on to {}: {why}", posts_were(posts.len()), next.name);
            self.note(&note);
        }
    }

    /// What is still open: by what the first pass said, else by the rules.
    fn finish(mut self, left: &[Left]) -> Classified {
        for Left { posts, why } in left {
            let (drafted, ruled): (Vec<usize>, Vec<usize>) =
                posts.iter().partition(|&&at| self.drafts[at].is_some());
            for (posts, by) in [(drafted, "the first pass alone"), (ruled, "the rules")] {
                if !posts.is_empty() {
                    let note = format!("{} judged by {by}: {why}", posts_were(posts.len()));
                    self.note(&note);
                }
            }
        }
        let decided = self.judged.into_iter().zip(self.drafts).zip(self.posts);
        let judgements = decided
            .map(|((judged, draft), candidate)| {
                judged
                    .or(draft)
                    .unwrap_or_else(|| self.rules.judge(candidate.post, candidate.matched))
            })
            .collect();
        let mut usage = Usage::default();
        for spent in &self.spent {
            usage.add(&spent.usage);
        }
        let Self { spent, cached, held_back, notes, .. } = self;
        Classified { judgements, usage, spent, cached, held_back, notes }
    }

    fn note(&mut self, note: &str) {
        let note = clean_line(note, MAX_NOTE_CHARS - 1);
        tracing::warn!("{note}");
        self.notes.push(note);
    }
}
