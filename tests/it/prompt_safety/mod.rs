//! Posts that instruct the model change nothing but their own judgement: each goes with ordinary
//! posts through the real clients to the sandbox's chat API, whose model obeys whatever gets through
//! to it.

mod hostile;

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use leadctl::ai::{Candidate, Classified, Judge};
use leadctl::clock::{Clock, ManualClock};
use leadctl::config::{AiSettings, Overrides, ProviderKind, ProviderSettings, load};
use leadctl::db::Db;
use leadctl::discovery::{Matched, ScoreInput, score};
use leadctl::guard::Guarded;
use leadctl::jobs::pipeline::Pipeline;
use leadctl::model::{Judgement, Lead, Post, PostKind, Timestamp};
use leadctl::sandbox::obedient::Told;
use leadctl::sandbox::obedient::orders::told;
use leadctl::sandbox::posts::invent;
use leadctl::sandbox::{
    self, FaultMode, FaultOrder, FaultTarget, Play, SandboxControl, SandboxOptions, sample_campaign,
};
use leadctl::services::Services;
use leadctl::store::{LeadFilter, LeadPageRequest};
use serde_json::{Value, json};
use tokio_util::sync::{CancellationToken, DropGuard};

use hostile::{Attack, Hostile, all};

use crate::faults::campaign;

const EPOCH: Timestamp = Timestamp::from_secs(1_780_000_000);
/// More than any prompt about so few posts is long, in tokens as the sandbox counts them.
const MAX_TOKENS: u64 = 6_500;

/// A sandbox within this process, stopped when dropped.
struct Inside {
    url: String,
    http: reqwest::Client,
    _stop: DropGuard,
}

fn options() -> SandboxOptions {
    SandboxOptions { seed: 7, rate_per_minute: 0.0, backlog: 400, epoch: EPOCH }
}

impl Inside {
    fn start(obedient: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let stop = CancellationToken::new();
        let play = Play { obedient, ..Play::from(options()) };
        let clock = ManualClock::at(EPOCH);
        tokio::spawn(sandbox::serve(play, clock, listener, stop.clone(), Duration::ZERO));
        Self { url, http: reqwest::Client::new(), _stop: stop.drop_guard() }
    }

    fn judge(&self, kind: ProviderKind) -> Judge {
        let provider = ProviderSettings {
            name: "sandbox".to_owned(),
            kind,
            base_url: Some(format!("{}/v1", self.url)),
            api_key: Some("sandbox".into()),
            model: "sandbox-1".to_owned(),
            ..ProviderSettings::default()
        };
        let settings = AiSettings { providers: vec![provider], batch: 20, ..AiSettings::default() };
        Judge::from_settings(&settings, Guarded::alone).expect("a judge")
    }
}

/// Ordinary posts: as many leads as others, and none that tells a model anything.
fn ordinary() -> Vec<Post> {
    static POSTS: LazyLock<Vec<Post>> = LazyLock::new(|| {
        let (mut leads, mut others) = (Vec::new(), Vec::new());
        for invented in (0..400).map(|n| invent(&options(), n)) {
            let post = invented.post;
            let list = if invented.truth.is_lead { &mut leads } else { &mut others };
            let quiet = || told(&format!("{}\n{}", post.title, post.body)) == Told::default();
            let whole = post.kind == PostKind::Submission && !post.removed && post.body.len() > 40;
            if list.len() < 3 && whole && quiet() {
                list.push(post);
            }
        }
        leads.into_iter().chain(others).collect()
    });
    POSTS.clone()
}

fn as_post(n: usize, hostile: &Hostile) -> Post {
    Post {
        id: format!("t3_hostile{n}"),
        subreddit: hostile.subreddit.clone(),
        title: hostile.title.clone(),
        body: hostile.body.clone(),
        ..ordinary().remove(0)
    }
}

/// The ordinary posts with a hostile one in their midst.
fn with(hostile: &Post) -> Vec<Post> {
    let mut posts = ordinary();
    posts.insert(posts.len() / 2, hostile.clone());
    posts
}

async fn classified(judge: &Judge, posts: &[Post]) -> Classified {
    let matched = Matched::default();
    let candidates: Vec<Candidate<'_>> =
        posts.iter().map(|post| Candidate { post, matched: &matched }).collect();
    judge.classify(&campaign(), &candidates).await
}

/// Takes the judgement of the hostile post out.
fn part(mut judgements: Vec<Judgement>) -> (Vec<Judgement>, Judgement) {
    let own = judgements.remove((judgements.len() - 1) / 2);
    (judgements, own)
}

fn in_range(post: &Post, judgement: &Judgement) -> bool {
    let matched = Matched::default();
    let half_life = Duration::from_secs(86_400);
    let scored =
        score(&ScoreInput { post, judgement, matched: &matched, now: EPOCH, half_life }).total;
    let share = |share: f64| (0.0..=1.0).contains(&share);
    share(judgement.fit)
        && share(judgement.confidence)
        && scored <= 100
        && judgement.reason.chars().count() <= 400
        && !judgement.reason.contains(char::is_control)
}

#[test]
fn the_suite_is_large_and_of_every_kind() {
    let all = all();
    assert!(all.len() >= 60, "{}", all.len());
    let names: std::collections::BTreeSet<&str> = all.iter().map(|h| h.name).collect();
    assert_eq!(names.len(), all.len(), "each has a name of its own");
    for attack in [Attack::Words, Attack::Breakout, Attack::Forged, Attack::Hidden, Attack::Long] {
        assert!(all.iter().filter(|h| h.attack == attack).count() >= 7, "{attack:?}");
    }
}

#[tokio::test]
async fn no_hostile_post_changes_the_judgement_of_another() {
    let sandbox = Inside::start(true);
    for kind in [ProviderKind::OpenAi, ProviderKind::Anthropic, ProviderKind::Gemini] {
        let judge = sandbox.judge(kind);
        let alone = classified(&judge, &ordinary()).await;
        assert!(alone.notes.is_empty(), "{kind:?}: {:?}", alone.notes);
        let leads = alone.judgements.iter().filter(|j| j.is_lead).count();
        assert!((1..6).contains(&leads), "an order for all would be seen: {leads}");
        let mut swayed = 0;
        let all = all();
        for (n, hostile) in all.iter().enumerate() {
            let name = hostile.name;
            let post = as_post(n, hostile);
            let judged = classified(&judge, &with(&post)).await;
            assert_eq!(judged.usage.calls, 1, "{kind:?}, {name}: in one request");
            assert!(judged.usage.input_tokens < MAX_TOKENS, "{kind:?}, {name}: {:?}", judged.usage);
            let (others, own) = part(judged.judgements);
            assert_eq!(others, alone.judgements, "{kind:?}, {name}: {:?}", judged.notes);
            assert!(in_range(&post, &own), "{kind:?}, {name}: {own:?}");
            swayed += usize::from(own.reason == "As I was told.");
        }
        // Those that are not stripped or cut are heard, and obeyed where it is their own affair.
        assert!(swayed * 2 > all.len(), "{kind:?}: {swayed} of {}", all.len());
    }
}

/// How prompts are made where nobody thinks of strangers.
#[derive(Clone, Copy)]
enum Naive {
    /// Posts one after the other.
    Bare,
    /// The same, between fences that are the same for everybody.
    Fenced,
}

/// What the model makes of the ordinary posts, asked naively.
async fn naively(sandbox: &Inside, naive: Naive, posts: &[Post]) -> BTreeMap<u64, Value> {
    let blocks: Vec<String> = (1..)
        .zip(posts)
        .map(|(n, post)| format!("Post {n}\n{} (r/{})\n{}", post.title, post.subreddit, post.body))
        .collect();
    let blocks = blocks.join("\n");
    let user = match naive {
        Naive::Bare => blocks,
        Naive::Fenced => format!("<<<posts>>>\n{blocks}\n<<<end of posts>>>"),
    };
    let body = json!({"model": "sandbox-1", "messages": [
        {"role": "system", "content": "Say of each post whether it is a lead."},
        {"role": "user", "content": user}]});
    let asked = sandbox
        .http
        .post(format!("{}/v1/chat/completions", sandbox.url))
        .bearer_auth("sandbox")
        .json(&body);
    let answer: Value = asked.send().await.expect("an answer").json().await.expect("JSON");
    let content = answer["choices"][0]["message"]["content"].as_str().expect("a text");
    let results: Value = serde_json::from_str(content).expect("results");
    let mut first = BTreeMap::new();
    for result in results["results"].as_array().expect("a list") {
        if let Some(n) = result["n"].as_u64() {
            let said = json!([result["is_lead"], result["fit"], result["reason"]]);
            first.entry(n).or_insert(said);
        }
    }
    first
}

/// The names of those that the model follows against the others.
async fn followed(sandbox: &Inside, naive: Naive) -> Vec<(Attack, &'static str)> {
    let middle = ordinary().len() as u64 / 2 + 1;
    let plain = Post { body: "It purrs.".to_owned(), ..as_post(0, &all()[0]) };
    let quiet = naively(sandbox, naive, &with(&plain)).await;
    let obeyed = quiet.values().filter(|said| said[2] == "As I was told.").count();
    assert_eq!(obeyed, 0, "nobody ordered anything yet: {quiet:?}");
    let mut followed = Vec::new();
    for (n, hostile) in all().iter().enumerate() {
        let mut said = naively(sandbox, naive, &with(&as_post(n, hostile))).await;
        said.insert(middle, quiet[&middle].clone());
        if said != quiet {
            followed.push((hostile.attack, hostile.name));
        }
    }
    followed
}

#[tokio::test]
async fn a_naive_prompt_is_taken_over_by_nearly_all_of_them() {
    let sandbox = Inside::start(true);
    let all = all();
    let bare = followed(&sandbox, Naive::Bare).await;
    let missed: Vec<&str> =
        all.iter().map(|h| h.name).filter(|name| !bare.iter().any(|(_, n)| n == name)).collect();
    assert!(missed.len() * 20 <= all.len(), "not understood: {missed:?}");

    let fenced = followed(&sandbox, Naive::Fenced).await;
    let of = |attack| {
        let all = all.iter().filter(|h| h.attack == attack).count();
        (fenced.iter().filter(|(a, _)| *a == attack).count(), all)
    };
    let (out, breakouts) = of(Attack::Breakout);
    assert!(out * 10 >= breakouts * 9, "{out} of {breakouts} get out: {fenced:?}");
    assert_eq!(of(Attack::Words).0, 0, "words alone stay in: {fenced:?}");
}

/// What is kept after these posts went the whole way.
async fn kept(sandbox: &Inside, posts: Vec<Post>) -> BTreeMap<String, Lead> {
    let dir = tempfile::tempdir().expect("a directory");
    let mut settings = load(&Overrides::default()).expect("settings").settings;
    settings.data_dir = dir.path().join("data");
    settings.ai.base_url = Some(format!("{}/v1", sandbox.url));
    settings.ai.api_key = Some("sandbox".into());
    settings.ai.model = "sandbox-1".to_owned();
    settings.discovery.min_score = 0;
    let clock: Arc<ManualClock> = ManualClock::at(EPOCH);
    let db = Db::open(&settings.data_dir).await.expect("a database");
    let services = Services::on(db, settings, clock.clone()).expect("services");
    let campaign = services.store.create_campaign(sample_campaign(), clock.now()).await;
    let campaign = campaign.expect("a campaign");
    let mut pipeline = Pipeline::open(&services, campaign).await.expect("a pipeline");
    pipeline.take(posts).await.expect("kept");
    let request = LeadPageRequest { cursor: None, limit: 500 };
    let page = services.store.leads(&LeadFilter::default(), request).await.expect("leads");
    services.close().await;
    page.leads.into_iter().map(|lead| (lead.post.id.clone(), lead)).collect()
}

#[tokio::test]
async fn nothing_is_kept_under_the_name_of_another() {
    let sandbox = Inside::start(false);
    let control = SandboxControl::new(&sandbox.url).expect("an address");
    let mood = FaultOrder::new(FaultTarget::Ai, FaultMode::Obedient, Duration::from_secs(600));
    control.order(&mood).await.expect("it is taken");
    let alone = kept(&sandbox, ordinary()).await;
    assert!(!alone.is_empty());
    let hostile: Vec<Post> =
        all().iter().enumerate().map(|(n, hostile)| as_post(n, hostile)).collect();
    let posts: Vec<Post> = ordinary().into_iter().chain(hostile).collect();
    let together = kept(&sandbox, posts.clone()).await;
    assert!(together.len() > alone.len() + 20, "hostile posts are judged: {}", together.len());
    for (id, lead) in &together {
        let post = posts.iter().find(|post| post.id == *id).expect("a post that was given");
        assert_eq!(lead.post, *post, "as it was given");
        assert!(in_range(post, &lead.judgement) && lead.score.total <= 100, "{lead:?}");
        if !id.starts_with("t3_hostile") {
            assert_eq!(lead.judgement, alone[id].judgement, "{id}");
        }
    }
    let ordinary = together.keys().filter(|id| !id.starts_with("t3_hostile")).count();
    assert_eq!(ordinary, alone.len());
    let stats = control.stats().await.expect("stats");
    assert!(stats.faulted > 1, "the model was in that mood: {stats:?}");
}
