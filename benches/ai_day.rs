//! What a day of discovery costs at AI providers, with all that leadctl does to spend little and
//! without any of it.

// A bench may fail loudly.
#![allow(clippy::expect_used, clippy::panic, clippy::cast_precision_loss)]

mod support;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use leadctl::ai::{Candidate, Judge, Prices, Spending, Usage};
use leadctl::clock::{Clock, ManualClock};
use leadctl::config::{AiSettings, ProviderSettings, Settings};
use leadctl::db::Db;
use leadctl::discovery::{MatchLimits, Matched, Matcher, queries};
use leadctl::guard::Guarded;
use leadctl::jobs::pipeline::{Pipeline, Tally};
use leadctl::model::{Campaign, Post, Strategy, Timestamp};
use leadctl::sandbox::sample_campaign;
use leadctl::services::Services;
use support::sandbox::sandbox;
use support::{Target, figure};

/// A run every quarter of an hour, as discovery.every_minutes has it.
const RUNS: u32 = 96;
const EVERY: Duration = Duration::from_secs(15 * 60);
/// A tenth of what it would cost, in percent.
const TENTH: f64 = 10.0;
/// Prices of a careful and of a cheap model, in US dollars for a million tokens sent and answered.
const CAREFUL: (f64, f64) = (2.5, 10.0);
const CHEAP: (f64, f64) = (0.15, 0.6);

#[tokio::main]
async fn main() {
    println!("a day: {RUNS} runs of discovery over the sandbox's posts");
    let naive = naive().await;
    let one = day(Providers::Careful).await;
    let two = day(Providers::CheapFirst).await;
    println!("    {:<44} {:>9} {:>12} {:>10} {:>10}", "", "calls", "sent", "answered", "cost");
    tell("all posts, each time they are read", &naive.all);
    tell("those on topic, each time they are read", &naive.on_topic);
    tell("each once, alone", &naive.once);
    tell("each once, in batches", &one);
    tell("each once, in batches, a cheap model first", &two);
    for (what, spent) in [("one model", &one), ("a cheap one first", &two)] {
        compare(what, "of all posts", spent, &naive.all);
        compare(what, "of those on topic", spent, &naive.on_topic);
    }
    // What batches and a first pass do alone, where nothing is asked twice anyhow.
    println!(
        "    of each once, alone: {:.0} % in batches, {:.0} % with a cheap one first",
        share(one.nano_usd, naive.once.nano_usd),
        share(two.nano_usd, naive.once.nano_usd),
    );
}

fn share(part: u64, of: u64) -> f64 {
    100.0 * part as f64 / of.max(1) as f64
}

/// Calls, tokens and cost as shares of what they would be.
fn compare(what: &str, of: &str, spent: &Spending, naive: &Spending) {
    let tokens = |spent: &Spending| spent.usage.input_tokens + spent.usage.output_tokens;
    for (name, part, whole) in [
        ("calls", spent.usage.calls, naive.usage.calls),
        ("tokens", tokens(spent), tokens(naive)),
        ("cost", spent.nano_usd, naive.nano_usd),
    ] {
        figure(&format!("{what}, {of}: {name}"), share(part, whole), "%", Target::Below(TENTH));
    }
}

/// Which providers are configured.
#[derive(Clone, Copy, PartialEq)]
enum Providers {
    Careful,
    CheapFirst,
}

fn tell(what: &str, spent: &Spending) {
    let Usage { calls, input_tokens, output_tokens, .. } = spent.usage;
    let usd = spent.nano_usd as f64 / 1e9;
    println!("    {what:<44} {calls:>9} {input_tokens:>12} {output_tokens:>10} {usd:>9.4}$");
}

fn add(sum: &mut Spending, usage: &Usage, nano_usd: u64) {
    sum.usage.calls += usage.calls;
    sum.usage.input_tokens += usage.input_tokens;
    sum.usage.cached_tokens += usage.cached_tokens;
    sum.usage.output_tokens += usage.output_tokens;
    sum.nano_usd += nano_usd;
}

/// The sandbox, and what has to do with it.
struct World {
    services: Services,
    campaign: Campaign,
    clock: Arc<ManualClock>,
    _dir: tempfile::TempDir,
}

impl World {
    async fn new(providers: Providers) -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let epoch = Timestamp::from_secs(1_780_000_000);
        let clock = ManualClock::at(epoch);
        let mut settings = sandbox(dir.path(), clock.clone(), epoch);
        configure(&mut settings, providers);
        let db = Db::open(&settings.data_dir).await.expect("a database");
        let services = Services::on(db, settings, clock.clone()).expect("services");
        let draft = sample_campaign();
        let campaign = services.store.create_campaign(draft, clock.now()).await.expect("one");
        Self { services, campaign, clock, _dir: dir }
    }
}

fn configure(settings: &mut Settings, providers: Providers) {
    let ai = &mut settings.ai;
    let of = |name: &str, (input, output): (f64, f64)| ProviderSettings {
        name: name.to_owned(),
        base_url: ai.base_url.clone(),
        api_key: ai.api_key.clone(),
        model: ai.model.clone(),
        price_input_per_million: input,
        price_output_per_million: output,
        ..ProviderSettings::default()
    };
    let (careful, cheap) = (of("careful", CAREFUL), of("cheap", CHEAP));
    ai.base_url = None;
    ai.providers = vec![careful];
    if providers == Providers::CheapFirst {
        ai.providers.push(cheap);
        ai.first_pass = Some("cheap".to_owned());
    }
}

/// What it costs where nothing is remembered and every post is asked about alone.
struct Naive {
    all: Spending,
    on_topic: Spending,
    /// Those on topic, each once.
    once: Spending,
}

/// Each post is asked about once, and counted as often as it is read: the same request costs the
/// same.
async fn naive() -> Naive {
    let world = World::new(Providers::Careful).await;
    let settings = AiSettings { batch: 1, ..world.services.settings.ai.clone() };
    let judge = Judge::from_settings(&settings, Guarded::alone).expect("a judge");
    let prices = Prices::of(&settings.providers[0]);
    let limits = MatchLimits { max_age: Duration::from_secs(30 * 86_400) };
    let matcher = Matcher::new(&world.campaign, limits);
    let mut known: HashMap<String, Usage> = HashMap::new();
    let mut once = Spending::default();
    let (mut all, mut on_topic) = (Spending::default(), Spending::default());
    for _ in 0..RUNS {
        for posts in read(&world).await {
            for post in posts {
                let matched = matcher.check(&post, world.clock.now()).ok();
                if !known.contains_key(&post.id) {
                    let usage = asked(&judge, &world.campaign, &post, matched.as_ref()).await;
                    known.insert(post.id.clone(), usage);
                    if matched.is_some() {
                        add(&mut once, &usage, prices.of_usage(&usage));
                    }
                }
                let usage = known[&post.id];
                add(&mut all, &usage, prices.of_usage(&usage));
                if matched.is_some() {
                    add(&mut on_topic, &usage, prices.of_usage(&usage));
                }
            }
        }
        world.clock.advance(EVERY);
    }
    world.services.close().await;
    Naive { all, on_topic, once }
}

async fn asked(
    judge: &Judge,
    campaign: &Campaign,
    post: &Post,
    matched: Option<&Matched>,
) -> Usage {
    let nothing = Matched::default();
    let candidate = Candidate { post, matched: matched.unwrap_or(&nothing) };
    judge.classify(campaign, &[candidate]).await.usage
}

async fn read(world: &World) -> Vec<Vec<Post>> {
    let reddit = world.services.reddit().expect("a client");
    let mut read = Vec::new();
    for listing in queries(&world.campaign, Strategy::Targeted) {
        read.push(reddit.posts(&listing, 100).await.expect("posts"));
    }
    read
}

/// The day as leadctl goes through it.
async fn day(providers: Providers) -> Spending {
    let world = World::new(providers).await;
    for _ in 0..RUNS {
        let opened = Pipeline::open(&world.services, world.campaign.clone()).await;
        let mut pipeline = opened.expect("a pipeline");
        let mut tally = Tally::default();
        for posts in read(&world).await {
            tally.add(&pipeline.take(posts).await.expect("kept").tally);
        }
        world.clock.advance(EVERY);
    }
    let used = world.services.store.usage().await.expect("usage");
    let mut spent = Spending::default();
    for of in used {
        let usage = Usage {
            calls: of.calls,
            input_tokens: of.input_tokens,
            cached_tokens: of.cached_tokens,
            output_tokens: of.output_tokens,
        };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        add(&mut spent, &usage, (of.cost_usd * 1e9).round() as u64);
    }
    world.services.close().await;
    spent
}
