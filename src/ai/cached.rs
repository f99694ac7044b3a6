use std::collections::HashMap;
use std::time::Duration;

use super::error::AiError;
use super::judge::{Candidate, Classified, Prices, Usage};
use super::openai::Provider;
use super::prompt::{instructions, material, schema};
use super::rules;
use super::session::{Asked, Session, posts_were};
use crate::guard::cache::{Cache, Claims, Cost, Fresh, Key, Kind, Source, Tenant};
use crate::model::{Campaign, Judgement, Post};

/// Grows when what is kept of an answer, or how it is read, changes.
const FORM: &str = "1";

/// Asks a provider for nothing that it has answered before.
///
/// What was asked is known by its content: the provider, its address and model, all that it is told
/// of the task and the campaign, the form of the answer, and all that it is told of the post. An
/// edit of any of these is another question.
pub(super) struct Cached<'a> {
    pub(super) cache: &'a Cache,
    pub(super) provider: &'a Provider,
    /// How long another process that asks the same is waited for.
    pub(super) patience: Duration,
    pub(super) prices: Prices,
}

/// The posts by what is asked: posts with the same text are one question.
struct Questions<'p> {
    keys: Vec<Key>,
    /// The first post of each question.
    posts: Vec<Candidate<'p>>,
    /// The question of each post.
    of_post: Vec<usize>,
}

impl Questions<'_> {
    /// Posts that a provider judged, by another post with the same text.
    fn copies(&self, judged: &[Judgement]) -> u64 {
        let mut next = 0;
        let copies = self.of_post.iter().zip(judged).filter(|(question, judgement)| {
            let is_first = **question == next;
            next += usize::from(is_first);
            !is_first && judgement.judged_by.judge != rules::JUDGE
        });
        copies.count() as u64
    }
}

/// How questions were answered.
struct Answers {
    judgements: Vec<Option<Judgement>>,
    /// Questions that were not asked again.
    kept: u64,
    /// Questions of which it is known that the provider says nothing.
    negative: usize,
    /// Questions answered by what had ended.
    stale: usize,
}

impl Cached<'_> {
    /// Judges every post: with what is known, else with what the provider says, else with what it
    /// said some time ago, else with the rules.
    pub(super) async fn classify(
        &self,
        mut session: Session<'_>,
        campaign: &Campaign,
        posts: &[Candidate<'_>],
    ) -> Classified {
        let questions = self.questions(campaign, posts);
        let count = questions.keys.len();
        let mut answers = Answers { judgements: vec![None; count], kept: 0, negative: 0, stale: 0 };
        let mut claims = self.cache.claim(&questions.keys).await;
        loop {
            self.ask(&mut session, &questions, &mut claims, &mut answers).await;
            if !claims.wait(self.patience).await {
                break;
            }
        }
        answers.take_found(&claims);
        session.note_rules(answers.negative, "the provider gave no judgement of them lately");
        if answers.stale > 0 {
            let note = format!(
                "{} judged by an earlier answer whose time has passed: the provider is not to be had",
                posts_were(answers.stale)
            );
            session.note(&note);
        }
        let judged = posts.iter().zip(&questions.of_post).map(|(candidate, &question)| {
            let known = answers.judgements[question].clone();
            known.unwrap_or_else(|| session.by_rules(candidate))
        });
        let judged: Vec<Judgement> = judged.collect();
        let kept = answers.kept + questions.copies(&judged);
        session.finish(judged, kept)
    }

    fn questions<'p>(&self, campaign: &Campaign, posts: &[Candidate<'p>]) -> Questions<'p> {
        let common = Key::of(Kind::Ai, &Tenant::from(campaign))
            .field("form", FORM)
            .field("provider", &self.provider.name)
            .field("place", self.provider.place())
            .field("model", &self.provider.model)
            .field("schema", schema().to_string())
            .field("instructions", instructions(campaign));
        let key = |post: &Post| common.clone().field("post", material(post)).finish();
        let mut questions = Questions { keys: Vec::new(), posts: Vec::new(), of_post: Vec::new() };
        let mut known = HashMap::new();
        for candidate in posts {
            let key = key(candidate.post);
            let next = questions.keys.len();
            let question = *known.entry(key.clone()).or_insert(next);
            if question == next {
                questions.keys.push(key);
                questions.posts.push(*candidate);
            }
            questions.of_post.push(question);
        }
        questions
    }

    /// Asks the provider what is ours to ask, and keeps what it says, batch by batch.
    async fn ask(
        &self,
        session: &mut Session<'_>,
        questions: &Questions<'_>,
        claims: &mut Claims,
        answers: &mut Answers,
    ) {
        let mine = claims.mine();
        for (n, batch) in mine.chunks(session.batch()).enumerate() {
            if let Some(why) = session.given_up() {
                let left = &mine[n * session.batch()..];
                let by_rules = answers.take_stale(claims, left);
                session.note_rules(by_rules, &why);
                claims.give_up(left).await;
                return;
            }
            let posts: Vec<Candidate<'_>> = batch.iter().map(|&q| questions.posts[q]).collect();
            match session.ask(&posts).await {
                Asked::Answered(judged, usage) => {
                    let share = self.share(&usage, batch.len() as u64);
                    let fresh = batch.iter().zip(&posts).zip(&judged).filter_map(
                        |((&question, candidate), judged)| {
                            Some((question, self.fresh(candidate.post, judged, share)?))
                        },
                    );
                    claims.settle(fresh.collect()).await;
                    claims.give_up(batch).await;
                    let judged = session.or_by_rules(&posts, judged);
                    for (&question, judgement) in batch.iter().zip(judged) {
                        answers.judgements[question] = Some(judgement);
                    }
                }
                Asked::Empty(error) => {
                    // Of which post of many it will not speak is not known.
                    if let ([question], AiError::NoContent(why)) = (batch, &error) {
                        let no = self.fresh(posts[0].post, &Err(why.clone()), Cost::default());
                        claims.settle(no.map(|no| (*question, no)).into_iter().collect()).await;
                    }
                    session.note_rules(batch.len(), &error.to_string());
                    for (&question, candidate) in batch.iter().zip(&posts) {
                        answers.judgements[question] = Some(session.by_rules(candidate));
                    }
                    claims.give_up(batch).await;
                }
                Asked::Down(why) => {
                    let by_rules = answers.take_stale(claims, batch);
                    session.note_rules(by_rules, &why);
                    claims.give_up(batch).await;
                }
            }
        }
    }

    /// What is kept of an answer; that there is none is kept for a short time.
    fn fresh(&self, post: &Post, judged: &Result<Judgement, String>, cost: Cost) -> Option<Fresh> {
        let options = self.cache.options();
        let (value, negative, ttl) = match judged {
            Ok(judgement) => (serde_json::to_vec(judgement).ok()?, false, options.ai_ttl),
            Err(why) => (why.clone().into_bytes(), true, options.negative_ttl),
        };
        Some(Fresh { value, negative, ttl, cost, about: post.id.clone() })
    }

    /// One post's share of what a batch cost.
    fn share(&self, usage: &Usage, posts: u64) -> Cost {
        let posts = posts.max(1);
        let nano_usd = self.prices.of_tokens(usage.input_tokens, usage.output_tokens) / posts;
        Cost {
            input_tokens: usage.input_tokens / posts,
            output_tokens: usage.output_tokens / posts,
            nano_usd,
        }
    }
}

impl Answers {
    /// Takes what was found, or made by others.
    fn take_found(&mut self, claims: &Claims) {
        for (n, judgement) in self.judgements.iter_mut().enumerate() {
            let Some(served) = claims.served(n) else { continue };
            if judgement.is_some() || served.source == Source::Fresh {
                continue;
            }
            *judgement = read(&served.value.value).filter(|_| !served.value.negative);
            match judgement {
                Some(_) => self.kept += 1,
                None => self.negative += 1,
            }
        }
    }

    /// Takes answers whose time has passed; says for how many posts there is none.
    fn take_stale(&mut self, claims: &Claims, questions: &[usize]) -> usize {
        let mut none = 0;
        for &question in questions {
            let stale = claims.serve_stale(question);
            match stale.and_then(|stale| read(&stale.value.value)) {
                Some(judgement) => {
                    self.judgements[question] = Some(judgement);
                    self.kept += 1;
                    self.stale += 1;
                }
                None => none += 1,
            }
        }
        none
    }
}

fn read(value: &[u8]) -> Option<Judgement> {
    serde_json::from_slice(value).ok()
}
