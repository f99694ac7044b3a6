use super::answer::judgements;
use super::error::AiError;
use super::judge::{Batches, Candidate};
use super::prompt::{Secrets, material, prompt, tokens_in};
use super::provider::Provider;
use super::spending::{Purse, Usage};
use crate::model::{Campaign, JudgedBy, Judgement};

/// Batches in a row that may fail before no more are sent in one go: a provider that is down must
/// not hold up work that others, or the rules, can do.
const GIVE_UP_AFTER: usize = 2;

/// Asks a provider about posts of one campaign, in batches, until it has failed too often.
pub(super) struct Session<'a> {
    pub(super) provider: &'a Provider,
    pub(super) campaign: &'a Campaign,
    batches: Batches,
    purse: &'a mut Purse,
    failed: usize,
    /// Why no more is asked, where it is not the number of failures.
    gave_up: Option<String>,
    usage: Usage,
    held_back: bool,
}

/// What a provider says of a batch.
pub(super) enum Said {
    /// A judgement of each post, or why there is none, and what that cost.
    Answered(Vec<Result<Judgement, String>>, Usage),
    /// It answered with nothing to judge by.
    Empty(AiError),
    /// It could not be had.
    Down(String),
}

/// What a provider made of some posts.
#[derive(Debug, Default)]
pub(super) struct Stage {
    /// Its judgement of each post, where it gave one.
    pub(super) judgements: Vec<Option<Judgement>>,
    /// The others, by the reason.
    pub(super) left: Vec<Left>,
    /// What else there is to say; safe to show.
    pub(super) notes: Vec<String>,
    /// Judgements made before, and not asked for again.
    pub(super) cached: u64,
    /// What it cost.
    pub(super) usage: Usage,
    /// A request was not sent, as a budget for the month is spent.
    pub(super) held_back: bool,
}

/// Posts that a provider left open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Left {
    /// Which, by their place.
    pub(super) posts: Vec<usize>,
    /// Why.
    pub(super) why: String,
}

impl Stage {
    pub(super) fn of(posts: usize) -> Self {
        Self { judgements: vec![None; posts], ..Self::default() }
    }

    /// Takes what the provider said of a batch: of these posts, which stand in these places.
    pub(super) fn take(
        &mut self,
        batch: &[usize],
        posts: &[Candidate<'_>],
        judged: Vec<Result<Judgement, String>>,
    ) {
        let (mut open, mut whys) = (Vec::new(), Vec::new());
        for ((&at, candidate), judged) in batch.iter().zip(posts).zip(judged) {
            match judged {
                Ok(judgement) => self.judgements[at] = Some(judgement),
                Err(why) => {
                    whys.push(format!("{}: {why}", candidate.post.id));
                    open.push(at);
                }
            }
        }
        self.leave(open, whys.join("; "));
    }

    /// Leaves posts open, where there are any.
    pub(super) fn leave(&mut self, posts: Vec<usize>, why: impl Into<String>) {
        if !posts.is_empty() {
            self.left.push(Left { posts, why: why.into() });
        }
    }
}

impl<'a> Session<'a> {
    pub(super) fn new(
        provider: &'a Provider,
        campaign: &'a Campaign,
        batches: Batches,
        purse: &'a mut Purse,
    ) -> Self {
        let usage = Usage::default();
        let held_back = false;
        Self { provider, campaign, batches, purse, failed: 0, gave_up: None, usage, held_back }
    }

    /// Asks about every post, without looking at what was answered before.
    pub(super) async fn judge(mut self, posts: &[Candidate<'_>]) -> Stage {
        let mut stage = Stage::of(posts.len());
        let all: Vec<usize> = (0..posts.len()).collect();
        let batches = self.batches(posts, &all);
        for (n, batch) in batches.iter().enumerate() {
            if let Some(why) = self.given_up() {
                stage.leave(batches[n..].concat(), why);
                break;
            }
            let asked: Vec<Candidate<'_>> = batch.iter().map(|&at| posts[at]).collect();
            match self.ask(&asked).await {
                Said::Answered(judged, _) => stage.take(batch, &asked, judged),
                Said::Empty(error) => stage.leave(batch.clone(), error.to_string()),
                Said::Down(why) => stage.leave(batch.clone(), why),
            }
        }
        self.close(&mut stage);
        stage
    }

    /// These posts in batches that keep to both bounds: posts, and tokens as far as they can be
    /// guessed. A post that is alone too long is a batch of its own.
    pub(super) fn batches(&self, posts: &[Candidate<'_>], which: &[usize]) -> Vec<Vec<usize>> {
        let mut batches: Vec<Vec<usize>> = Vec::new();
        let mut tokens = 0;
        for &at in which {
            let own = tokens_in(&material(posts[at].post));
            match batches.last_mut() {
                Some(batch)
                    if batch.len() < self.batches.posts && tokens + own <= self.batches.tokens =>
                {
                    batch.push(at);
                    tokens += own;
                }
                _ => {
                    batches.push(vec![at]);
                    tokens = own;
                }
            }
        }
        batches
    }

    /// Why no more is asked, once that is so.
    pub(super) fn given_up(&self) -> Option<String> {
        let failed = self.failed;
        let counted = || format!("the provider failed {failed} times in a row");
        (failed >= GIVE_UP_AFTER).then(|| self.gave_up.clone().unwrap_or_else(counted))
    }

    /// Tells what it has cost.
    pub(super) fn close(&self, stage: &mut Stage) {
        stage.usage = self.usage;
        stage.held_back = self.held_back;
    }

    /// Asks about some posts at once.
    pub(super) async fn ask(&mut self, batch: &[Candidate<'_>]) -> Said {
        let prompt = prompt(self.campaign, batch, Secrets::draw(batch.len()));
        let prices = self.provider.prices;
        if let Err(error) = self.purse.allows(prices.expected(prompt.tokens(), batch.len())) {
            return self.down(error);
        }
        let asked = self.provider.judge(&prompt).await;
        self.usage.add(&asked.usage);
        self.purse.take(prices.of_usage(&asked.usage));
        let by = |model: Option<String>| JudgedBy {
            judge: format!("ai:{}", self.provider.name),
            model: model.unwrap_or_else(|| self.provider.model.clone()),
        };
        let judged = match asked.reply {
            Ok(reply) => {
                let by = by(reply.model.clone());
                reply.judgements().and_then(|said| judgements(&said, &prompt.numbers, &by))
            }
            // What came before the cut is as good as it would have been.
            Err(AiError::Length { partial }) => judgements(&partial, &prompt.numbers, &by(None))
                .ok()
                .filter(|judged| judged.iter().any(Result::is_ok))
                .map(cut_off)
                .ok_or(AiError::Length { partial }),
            Err(error) => Err(error),
        };
        match judged {
            Ok(judged) => {
                self.failed = 0;
                Said::Answered(judged, asked.usage)
            }
            Err(error) if error.is_of_content() => {
                self.failed = 0;
                Said::Empty(error)
            }
            Err(error) => self.down(error),
        }
    }

    fn down(&mut self, error: AiError) -> Said {
        self.failed = if error.is_final() { GIVE_UP_AFTER } else { self.failed + 1 };
        if matches!(error, AiError::CircuitOpen(_) | AiError::Spent(_)) {
            self.gave_up = Some(error.to_string());
        }
        if let AiError::Spent(budget) = error {
            self.held_back = true;
            let budget = budget.as_str();
            ::metrics::counter!(crate::telemetry::metrics::AI_BUDGET_STOPS, "budget" => budget)
                .increment(1);
        }
        Said::Down(error.to_string())
    }
}

/// Says of posts behind the cut why there is nothing of them.
fn cut_off(judged: Vec<Result<Judgement, String>>) -> Vec<Result<Judgement, String>> {
    let why = || "the answer was cut for length; lower ai.batch".to_owned();
    judged.into_iter().map(|judged| judged.map_err(|_| why())).collect()
}
