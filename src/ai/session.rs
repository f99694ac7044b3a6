use std::fmt::Write as _;

use super::answer::judgements;
use super::error::AiError;
use super::judge::{Candidate, Classified, Usage};
use super::openai::Provider;
use super::prompt::{clean_line, prompt};
use super::rules::Rules;
use crate::model::{Campaign, JudgedBy, Judgement};

/// Batches in a row that may fail before no more are sent in one go: a provider that is down must
/// not hold up work that the rules can do.
const GIVE_UP_AFTER: usize = 2;
/// Longest note, in characters.
pub(super) const MAX_NOTE_CHARS: usize = 200;

/// Asks a provider about posts of one campaign, in batches, until it has failed too often.
pub(super) struct Session<'a> {
    provider: &'a Provider,
    campaign: &'a Campaign,
    rules: Rules,
    batch: usize,
    failed: usize,
    /// Why no more is asked, where it is not the number of failures.
    gave_up: Option<String>,
    usage: Usage,
    notes: Vec<String>,
}

/// What a provider says of a batch.
pub(super) enum Asked {
    /// A judgement of each post, or why there is none, and what that cost.
    Answered(Vec<Result<Judgement, String>>, Usage),
    /// It answered with nothing to judge by.
    Empty(AiError),
    /// It could not be had.
    Down(String),
}

impl<'a> Session<'a> {
    pub(super) fn new(provider: &'a Provider, campaign: &'a Campaign, batch: usize) -> Self {
        Self {
            provider,
            campaign,
            rules: Rules::new(campaign),
            batch,
            failed: 0,
            gave_up: None,
            usage: Usage::default(),
            notes: Vec::new(),
        }
    }

    /// Judges every post; what the provider leaves open the rules decide.
    pub(super) async fn classify(mut self, posts: &[Candidate<'_>]) -> Classified {
        let mut all = Vec::with_capacity(posts.len());
        for batch in posts.chunks(self.batch) {
            if let Some(why) = self.given_up() {
                let left = &posts[all.len()..];
                self.note_rules(left.len(), &why);
                all.extend(left.iter().map(|candidate| self.by_rules(candidate)));
                break;
            }
            match self.ask(batch).await {
                Asked::Answered(judged, _) => all.extend(self.or_by_rules(batch, judged)),
                Asked::Empty(error) => all.extend(self.all_by_rules(batch, &error.to_string())),
                Asked::Down(why) => all.extend(self.all_by_rules(batch, &why)),
            }
        }
        self.finish(all, 0)
    }

    /// Most posts in one request.
    pub(super) fn batch(&self) -> usize {
        self.batch
    }

    /// Why no more is asked, once that is so.
    pub(super) fn given_up(&self) -> Option<String> {
        let failed = self.failed;
        let counted = || format!("the provider failed {failed} times in a row");
        (failed >= GIVE_UP_AFTER).then(|| self.gave_up.clone().unwrap_or_else(counted))
    }

    /// Asks about some posts at once.
    pub(super) async fn ask(&mut self, batch: &[Candidate<'_>]) -> Asked {
        let mark = format!("{:016x}", rand::random::<u64>());
        let asked = self.provider.ask(&prompt(self.campaign, batch, &mark)).await;
        self.usage.add(&asked.usage);
        let judged = asked.answer.and_then(|answer| {
            let judge = format!("ai:{}", self.provider.name);
            let judged_by = JudgedBy { judge, model: answer.model };
            judgements(&answer.content, batch.len(), &judged_by)
        });
        match judged {
            Ok(judged) => {
                self.failed = 0;
                Asked::Answered(judged, asked.usage)
            }
            Err(error) if error.is_of_content() => {
                self.failed = 0;
                Asked::Empty(error)
            }
            Err(error) => {
                self.failed = match error {
                    AiError::Unauthorized { .. } | AiError::CircuitOpen(_) => GIVE_UP_AFTER,
                    _ => self.failed + 1,
                };
                if matches!(error, AiError::CircuitOpen(_)) {
                    self.gave_up = Some(error.to_string());
                }
                Asked::Down(error.to_string())
            }
        }
    }

    /// What the rules say of a post.
    pub(super) fn by_rules(&self, candidate: &Candidate<'_>) -> Judgement {
        self.rules.judge(candidate.post, candidate.matched)
    }

    /// What is acceptable of an answer; the rules judge the rest.
    pub(super) fn or_by_rules(
        &mut self,
        batch: &[Candidate<'_>],
        judged: Vec<Result<Judgement, String>>,
    ) -> Vec<Judgement> {
        let (mut whys, mut open) = (String::new(), 0);
        let mut all = Vec::with_capacity(batch.len());
        for (candidate, judged) in batch.iter().zip(judged) {
            all.push(judged.unwrap_or_else(|why| {
                let gap = if open == 0 { "" } else { "; " };
                let _ = write!(whys, "{gap}{}: {why}", candidate.post.id);
                open += 1;
                self.by_rules(candidate)
            }));
        }
        self.note_rules(open, &whys);
        all
    }

    fn all_by_rules(&mut self, batch: &[Candidate<'_>], why: &str) -> Vec<Judgement> {
        self.note_rules(batch.len(), why);
        batch.iter().map(|candidate| self.by_rules(candidate)).collect()
    }

    /// Notes that the rules judged `count` posts, where there were any.
    pub(super) fn note_rules(&mut self, count: usize, why: &str) {
        if count > 0 {
            self.note(&format!("{} judged by the rules: {why}", posts_were(count)));
        }
    }

    /// Notes something.
    pub(super) fn note(&mut self, note: &str) {
        let note = clean_line(note, MAX_NOTE_CHARS - 1);
        tracing::warn!("{note}");
        self.notes.push(note);
    }

    /// The end, with a judgement of every post.
    pub(super) fn finish(self, judgements: Vec<Judgement>, cached: u64) -> Classified {
        Classified { judgements, usage: self.usage, cached, notes: self.notes }
    }
}

/// `1 post was`, `2 posts were`.
pub(super) fn posts_were(count: usize) -> String {
    if count == 1 { "1 post was".to_owned() } else { format!("{count} posts were") }
}
