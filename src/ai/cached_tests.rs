use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use wiremock::matchers::method;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use super::fixtures::{campaign, matched, post};
use super::*;
use crate::clock::ManualClock;
use crate::guard::cache::layer::memory::MemoryLayer;
use crate::guard::cache::{Cache, CacheOptions, Stats};
use crate::guard::{Guarded, Policy};
use crate::model::Timestamp;
use crate::shared_state::memory::MemoryState;

const DAY: Duration = Duration::from_secs(86_400);

struct World {
    server: MockServer,
    clock: Arc<ManualClock>,
    cache: Cache,
}

impl World {
    /// A provider that answers well, and a cache.
    async fn new() -> Self {
        let server = MockServer::start().await;
        let clock = ManualClock::at(Timestamp::from_secs(1_780_000_000));
        let options = CacheOptions {
            memory_bytes: 1 << 20,
            shared_bytes: 1 << 20,
            ai_ttl: DAY,
            negative_ttl: Duration::from_secs(600),
            stale_for: DAY,
        };
        let layer = Arc::new(MemoryLayer::new(clock.clone(), 1 << 20));
        let cache = Cache::with_random(layer, options, clock.clone(), Arc::new(|| 0.0));
        let world = Self { server, clock, cache };
        world.answer(good).await;
        world
    }

    async fn answer(&self, answer: impl Fn(&Request) -> ResponseTemplate + Send + Sync + 'static) {
        self.server.reset().await;
        Mock::given(method("POST")).respond_with(answer).mount(&self.server).await;
    }

    fn judge(&self, model: &str) -> Judge {
        let settings = AiSettings {
            base_url: Some(format!("{}/v1", self.server.uri())),
            api_key: None,
            model: model.to_owned(),
            provider: "test".to_owned(),
            batch: 2,
            timeout_secs: 5,
            ..AiSettings::default()
        };
        let judge = Judge::from_settings(&settings, Guarded::alone).unwrap();
        let mut judge = judge.with_cache(self.cache.clone());
        for provider in &mut judge.chain {
            provider.guarded.policy = Policy { retries: 0, ..Policy::default() };
        }
        judge
    }

    /// Judges posts with these texts, and says how many requests that took.
    async fn classify(&self, campaign: &Campaign, texts: &[&str]) -> (Classified, usize) {
        self.classify_by(&self.judge("small"), campaign, texts).await
    }

    async fn classify_by(
        &self,
        judge: &Judge,
        campaign: &Campaign,
        texts: &[&str],
    ) -> (Classified, usize) {
        let before = self.asked().await;
        let posts: Vec<Post> =
            texts.iter().map(|text| Post { body: (*text).to_owned(), ..post(text) }).collect();
        let matched = matched();
        let candidates: Vec<Candidate<'_>> =
            posts.iter().map(|post| Candidate { post, matched: &matched }).collect();
        let classified = judge.classify(campaign, &candidates).await;
        assert_eq!(classified.judgements.len(), texts.len());
        (classified, self.asked().await - before)
    }

    async fn asked(&self) -> usize {
        self.server.received_requests().await.unwrap_or_default().len()
    }

    async fn stats(&self) -> Stats {
        self.cache.hand_on().await;
        self.cache.stats(&MemoryState::new(self.clock.clone())).await.unwrap()
    }
}

/// Says of each post that its reason is its text; 300 tokens in and 40 out for each.
fn good(request: &Request) -> ResponseTemplate {
    let posts = asked_for(request);
    let results = posts.iter().map(result).collect();
    answered(results, posts.len())
}

fn asked_for(request: &Request) -> Vec<Value> {
    let body: Value = request.body_json().unwrap();
    let user = body["messages"][1]["content"].as_str().unwrap();
    let task: Value = serde_json::from_str(user.lines().nth(1).unwrap()).unwrap();
    task["posts"].as_array().unwrap().clone()
}

fn result(post: &Value) -> Value {
    json!({"n": post["n"], "is_lead": true, "intent": "discussion", "sentiment": "neutral",
           "fit": 0.25, "confidence": 0.75, "reason": post["body"]})
}

fn answered(results: Vec<Value>, posts: usize) -> ResponseTemplate {
    let content = json!({"results": results}).to_string();
    ResponseTemplate::new(200).set_body_json(json!({
        "model": "small-2026",
        "usage": {"prompt_tokens": 300 * posts, "completion_tokens": 40 * posts},
        "choices": [{"finish_reason": "stop", "message": {"content": content}}],
    }))
}

fn reasons(classified: &Classified) -> Vec<&str> {
    classified.judgements.iter().map(|j| j.reason.as_str()).collect()
}

fn judges(classified: &Classified) -> Vec<&str> {
    classified.judgements.iter().map(|j| j.judged_by.judge.as_str()).collect()
}

#[tokio::test]
async fn only_what_was_never_asked_is_asked_and_who_judged_is_kept() {
    let world = World::new().await;
    let campaign = campaign();
    let (first, asked) = world.classify(&campaign, &["a", "b", "c"]).await;
    assert_eq!((asked, first.cached, first.usage.input_tokens), (2, 0, 900));
    let (second, asked) = world.classify(&campaign, &["b", "d", "a", "c"]).await;
    assert_eq!((asked, second.cached, second.usage.input_tokens), (1, 3, 300));
    assert_eq!(reasons(&second), ["b", "d", "a", "c"]);
    assert!(second.judgements.iter().all(|j| j.judged_by.model == "small-2026"));
    assert_eq!(judges(&second), ["ai:test"; 4]);
    let stats = world.stats().await;
    let ai = &stats.total;
    assert_eq!((ai.memory_hits, ai.misses, ai.saved_tokens), (3, 4, 3 * 340));
    // 300 tokens at 0.15 and 40 at 0.60 dollars a million.
    assert!((ai.saved_usd - 3.0 * 69e-6).abs() < 1e-9, "{}", ai.saved_usd);
    assert!((ai.spent_usd - 4.0 * 69e-6).abs() < 1e-9, "{}", ai.spent_usd);
}

#[tokio::test]
async fn the_same_text_twice_is_one_question() {
    let world = World::new().await;
    let (classified, asked) = world.classify(&campaign(), &["a", "a", "b", "a"]).await;
    assert_eq!((asked, classified.cached), (1, 2));
    assert_eq!(reasons(&classified), ["a", "a", "b", "a"]);
}

#[tokio::test]
async fn another_campaign_model_or_time_is_another_question() {
    let world = World::new().await;
    let one = campaign();
    assert_eq!(world.classify(&one, &["a"]).await.1, 1);
    let renumbered =
        Campaign { version: 2, status: crate::model::CampaignStatus::Paused, ..one.clone() };
    assert_eq!(world.classify(&renumbered, &["a"]).await.1, 0, "what it says is the same");
    let edited = Campaign { description: "Something else".to_owned(), ..one.clone() };
    assert_eq!(world.classify(&edited, &["a"]).await.1, 1);
    let large = world.judge("large");
    assert_eq!(world.classify_by(&large, &one, &["a"]).await.1, 1);
    world.clock.advance(DAY);
    assert_eq!(world.classify(&one, &["a"]).await.1, 1);
}

#[tokio::test]
async fn while_the_provider_is_down_earlier_answers_stand_in_and_it_is_said() {
    let world = World::new().await;
    let campaign = campaign();
    world.classify(&campaign, &["a", "b", "c", "d"]).await;
    world.clock.advance(DAY);
    world.answer(|_| ResponseTemplate::new(503)).await;
    let (classified, asked) = world.classify(&campaign, &["x", "a", "b", "c", "d", "y", "z"]).await;
    assert_eq!(asked, 2, "then it is left alone");
    let (ai, rules) = ("ai:test", "rules");
    assert_eq!(judges(&classified), [rules, ai, ai, ai, ai, rules, rules]);
    assert_eq!(classified.cached, 4);
    let told = classified.notes.join("\n");
    assert!(told.contains("4 posts were judged by an earlier answer"), "{told}");
    assert!(told.contains("2 posts were judged by the rules"), "{told}");
    assert_eq!(world.stats().await.total.stale_hits, 4);
    // It is asked again as soon as it can be.
    world.answer(good).await;
    let (classified, asked) = world.classify(&campaign, &["a"]).await;
    assert_eq!((asked, classified.cached, classified.notes.len()), (1, 0, 0));
}

#[tokio::test]
async fn a_post_that_the_provider_leaves_out_is_left_alone_for_a_while() {
    let world = World::new().await;
    world
        .answer(|request| {
            let posts = asked_for(request);
            let judged = posts.iter().filter(|post| post["body"] != "odd").map(result);
            answered(judged.collect(), posts.len())
        })
        .await;
    let campaign = campaign();
    let (first, asked) = world.classify(&campaign, &["odd", "a"]).await;
    assert_eq!((judges(&first), asked), (vec!["rules", "ai:test"], 1));
    let (second, asked) = world.classify(&campaign, &["odd", "a"]).await;
    assert_eq!((judges(&second), asked, second.cached), (vec!["rules", "ai:test"], 0, 1));
    assert_eq!(
        second.notes,
        ["1 post was judged by the rules: the provider gave no judgement of them lately"]
    );
    world.clock.advance(Duration::from_secs(600));
    assert_eq!(world.classify(&campaign, &["odd"]).await.1, 1);
}

#[tokio::test]
async fn one_refused_alone_is_left_alone_and_many_refused_together_are_not() {
    let world = World::new().await;
    let refusal = || {
        let message = json!({"refusal": "I cannot", "content": null});
        ResponseTemplate::new(200).set_body_json(json!({"choices": [{"message": message}]}))
    };
    world.answer(move |_| refusal()).await;
    let campaign = campaign();
    assert_eq!(world.classify(&campaign, &["a"]).await.1, 1);
    assert_eq!(world.classify(&campaign, &["a"]).await.1, 0);
    assert_eq!(world.classify(&campaign, &["b", "c"]).await.1, 1);
    assert_eq!(world.classify(&campaign, &["b", "c"]).await.1, 1);
}

#[tokio::test]
async fn two_jobs_at_once_ask_each_post_once() {
    let world = World::new().await;
    world.answer(|request| good(request).set_delay(Duration::from_millis(50))).await;
    let campaign = campaign();
    let one = world.classify(&campaign, &["a", "b", "c", "d"]);
    let two = world.classify(&campaign, &["c", "d", "e", "f"]);
    let ((one, _), (two, _)) = tokio::join!(one, two);
    assert_eq!(
        (reasons(&one), reasons(&two)),
        (vec!["a", "b", "c", "d"], vec!["c", "d", "e", "f"])
    );
    let asked = world.server.received_requests().await.unwrap();
    let posts: usize = asked.iter().map(|request| asked_for(request).len()).sum();
    assert_eq!(posts, 6);
    assert_eq!(one.cached + two.cached, 2);
}

#[tokio::test]
async fn what_the_rules_say_is_not_kept() {
    let world = World::new().await;
    world.answer(|_| ResponseTemplate::new(503)).await;
    let (classified, _) = world.classify(&campaign(), &["a", "b"]).await;
    assert_eq!(judges(&classified), ["rules"; 2]);
    assert_eq!(world.stats().await.total.entries, 0);
    world.answer(good).await;
    let (classified, asked) = world.classify(&campaign(), &["a", "b"]).await;
    assert_eq!((judges(&classified), asked), (vec!["ai:test"; 2], 1));
}
