use std::collections::HashMap;

use super::judge::Candidate;
use super::prompt::{instructions, material, schema};
use super::session::{Said, Session, Stage};
use super::spending::Usage;
use crate::guard::cache::{Cache, Claims, Cost, Fresh, Key, Kind, Source, Tenant};
use crate::model::{Judgement, Post};

/// Grows when what is kept of an answer, or how it is read, changes.
const FORM: &str = "1";

/// Asks a provider for nothing that it has answered before.
///
/// What was asked is known by its content: the provider, its address and model, all that it is told
/// of the task and the campaign, the form of the answer, and all that it is told of the post. An
/// edit of any of these is another question.
pub(super) struct Cached<'a> {
    pub(super) cache: &'a Cache,
    pub(super) session: Session<'a>,
}

/// The posts by what is asked: posts with the same text are one question.
struct Questions<'p> {
    keys: Vec<Key>,
    /// The first post of each question.
    posts: Vec<Candidate<'p>>,
    /// The question of each post.
    of_post: Vec<usize>,
}

/// How questions were answered.
struct Answers {
    /// Of each question.
    stage: Stage,
    /// Questions answered by what had ended.
    stale: usize,
}

impl Questions<'_> {
    /// The posts of these questions.
    fn posts_of(&self, questions: &[usize]) -> Vec<usize> {
        let posts = self.of_post.iter().enumerate();
        posts.filter(|(_, question)| questions.contains(question)).map(|(post, _)| post).collect()
    }

    /// What was made of the questions, told of the posts.
    fn told(&self, answers: Answers) -> Stage {
        let Answers { stage, stale } = answers;
        let judgements: Vec<Option<Judgement>> =
            self.of_post.iter().map(|&question| stage.judgements[question].clone()).collect();
        let answered = judgements.iter().flatten().count() as u64;
        let questions = stage.judgements.iter().flatten().count() as u64;
        let mut told = Stage {
            judgements,
            // Posts with the text of another are answered by its answer.
            cached: stage.cached + answered - questions,
            usage: stage.usage,
            held_back: stage.held_back,
            ..Stage::default()
        };
        for left in &stage.left {
            told.leave(self.posts_of(&left.posts), left.why.clone());
        }
        if stale > 0 {
            told.notes.push(format!(
                "{} judged by an earlier answer whose time has passed: the provider is not to be had",
                posts_were(stale)
            ));
        }
        told
    }
}

impl Cached<'_> {
    /// Judges posts with what is known, else with what the provider says, else with what it said
    /// some time ago.
    pub(super) async fn judge(mut self, posts: &[Candidate<'_>]) -> Stage {
        let questions = self.questions(posts);
        let count = questions.keys.len();
        let mut answers = Answers { stage: Stage::of(count), stale: 0 };
        let mut claims = self.cache.claim(&questions.keys).await;
        loop {
            self.ask(&questions, &mut claims, &mut answers).await;
            if !claims.wait(self.session.provider.patience).await {
                break;
            }
        }
        answers.take_found(&claims);
        self.session.close(&mut answers.stage);
        questions.told(answers)
    }

    fn questions<'p>(&self, posts: &[Candidate<'p>]) -> Questions<'p> {
        let (provider, campaign) = (self.session.provider, self.session.campaign);
        let common = Key::of(Kind::Ai, &Tenant::from(campaign))
            .field("form", FORM)
            .field("provider", &provider.name)
            .field("place", provider.place())
            .field("model", &provider.model)
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
    async fn ask(&mut self, questions: &Questions<'_>, claims: &mut Claims, answers: &mut Answers) {
        let batches = self.session.batches(&questions.posts, &claims.mine());
        for (n, batch) in batches.iter().enumerate() {
            if let Some(why) = self.session.given_up() {
                let left = batches[n..].concat();
                answers.take_stale(claims, &left, &why);
                claims.give_up(&left).await;
                return;
            }
            let posts: Vec<Candidate<'_>> = batch.iter().map(|&q| questions.posts[q]).collect();
            match self.session.ask(&posts).await {
                Said::Answered(judged, usage) => {
                    let share = self.share(&usage, batch.len() as u64);
                    let fresh = batch.iter().zip(&posts).zip(&judged).filter_map(
                        |((&question, candidate), judged)| {
                            Some((question, self.fresh(candidate.post, judged, share)?))
                        },
                    );
                    claims.settle(fresh.collect()).await;
                    claims.give_up(batch).await;
                    answers.stage.take(batch, &posts, judged);
                }
                Said::Empty(error) => {
                    // Of which post of many it will not speak is not known.
                    if let ([question], true) = (batch.as_slice(), error.says_nothing()) {
                        let why = Err(error.to_string());
                        let no = self.fresh(posts[0].post, &why, Cost::default());
                        claims.settle(no.map(|no| (*question, no)).into_iter().collect()).await;
                    }
                    answers.stage.leave(batch.clone(), error.to_string());
                    claims.give_up(batch).await;
                }
                Said::Down(why) => {
                    answers.take_stale(claims, batch, &why);
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
        Cost {
            input_tokens: usage.input_tokens / posts,
            output_tokens: usage.output_tokens / posts,
            nano_usd: self.session.provider.prices.of_usage(usage) / posts,
        }
    }
}

impl Answers {
    /// Takes what was found, or made by others.
    fn take_found(&mut self, claims: &Claims) {
        let left: Vec<usize> = self.stage.left.iter().flat_map(|l| l.posts.clone()).collect();
        let mut negative = Vec::new();
        for n in 0..self.stage.judgements.len() {
            let Some(served) = claims.served(n) else { continue };
            if self.stage.judgements[n].is_some() || served.source == Source::Fresh {
                continue;
            }
            let found = read(&served.value.value).filter(|_| !served.value.negative);
            match found {
                Some(judgement) => {
                    self.stage.judgements[n] = Some(judgement);
                    self.stage.cached += 1;
                }
                None if left.contains(&n) => {}
                None => negative.push(n),
            }
        }
        self.stage.leave(negative, "the provider gave no judgement of them lately");
    }

    /// Takes answers whose time has passed; leaves the questions open of which there is none.
    fn take_stale(&mut self, claims: &mut Claims, questions: &[usize], why: &str) {
        let mut none = Vec::new();
        for &question in questions {
            let stale = claims.serve_stale(question);
            match stale.and_then(|stale| read(&stale.value.value)) {
                Some(judgement) => {
                    self.stage.judgements[question] = Some(judgement);
                    self.stage.cached += 1;
                    self.stale += 1;
                }
                None => none.push(question),
            }
        }
        self.stage.leave(none, why);
    }
}

fn read(value: &[u8]) -> Option<Judgement> {
    serde_json::from_slice(value).ok()
}

/// `1 post was`, `2 posts were`.
pub(super) fn posts_were(count: usize) -> String {
    if count == 1 { "1 post was".to_owned() } else { format!("{count} posts were") }
}
