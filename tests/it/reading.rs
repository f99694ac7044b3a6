//! What is read again, and what is not: a second run costs a fraction of the first and misses nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use leadctl::clock::Clock;
use leadctl::discovery::queries;
use leadctl::model::{Campaign, CampaignDraft, Strategy, SubredditState};
use leadctl::sandbox::places::{BANNED, PRIVATE};
use leadctl::sandbox::{FaultMode, FaultOrder, FaultTarget, sample_campaign};

use crate::support::api::Api;
use crate::support::home::Home;
use crate::support::world::World;

const QUARTER: Duration = Duration::from_secs(15 * 60);
const HOUR: Duration = Duration::from_secs(3_600);

async fn requests(world: &World) -> u64 {
    world.asked().await.iter().map(|(_, count)| count).sum()
}

/// Runs it, expects it to go well, and gives the requests that it took, its result and its log.
async fn run(
    world: &World,
    campaign: &Campaign,
    strategy: Strategy,
) -> (u64, serde_json::Value, String) {
    let before = requests(world).await;
    let (result, said) = world.discover(campaign, strategy).await;
    (requests(world).await - before, result.expect("it goes well"), said)
}

/// The posts of all listings of a campaign that are judged for it.
async fn judged(world: &World, campaign: &Campaign) -> BTreeSet<String> {
    let reddit = world.services.reddit().expect("a client");
    let mut all = BTreeSet::new();
    for strategy in [Strategy::Targeted, Strategy::Comments] {
        for listing in queries(campaign, strategy) {
            let posts = reddit.posts(&listing, 1_000).await.expect("posts");
            all.extend(posts.into_iter().map(|post| post.id));
        }
    }
    let ids: Vec<&str> = all.iter().map(String::as_str).collect();
    let store = &world.services.store;
    let unjudged = store.unjudged(&campaign.id, campaign.version, &ids).await.expect("known");
    all.into_iter().filter(|id| !unjudged.contains(id)).collect()
}

#[tokio::test]
async fn a_second_run_asks_a_fraction_and_no_post_is_missed_in_a_day() {
    let world = World::new(|settings| settings.discovery.posts_per_query = 1_000).await;
    let campaign = world.campaign(sample_campaign(), None).await;
    let listings = queries(&campaign, Strategy::Targeted).len() as u64;
    let (first, result, _) = run(&world, &campaign, Strategy::Targeted).await;
    assert!(first >= listings && result["read"].as_u64() > Some(300), "{first} {result}");
    run(&world, &campaign, Strategy::Comments).await;
    world.clock.advance(QUARTER);
    let (second, result, said) = run(&world, &campaign, Strategy::Targeted).await;
    assert!(second <= 2 && second * 4 <= first, "{second} of {first}: {said}");
    assert!(result["read"].as_u64() < Some(60), "{result}");
    assert!(said.contains('+'), "{said}");
    // A day, in which listings are read by themselves now and then.
    for n in 0..40 {
        world.clock.advance(QUARTER * (1 + n % 3));
        run(&world, &campaign, Strategy::Targeted).await;
        run(&world, &campaign, Strategy::Comments).await;
    }
    // Another one, which sees all of it for the first time, knows no more than this one.
    let other = CampaignDraft { name: "Anew".to_owned(), ..sample_campaign() };
    let other = world.campaign(other, None).await;
    run(&world, &other, Strategy::Targeted).await;
    run(&world, &other, Strategy::Comments).await;
    let (incremental, whole) = (judged(&world, &campaign).await, judged(&world, &other).await);
    assert!(whole.len() > 300, "{}", whole.len());
    let missed: Vec<_> = whole.difference(&incremental).collect();
    assert!(missed.is_empty(), "{missed:?}");
    world.services.close().await;
}

#[tokio::test]
async fn a_campaign_that_looks_for_something_else_looks_anew() {
    let world = World::new(|_| {}).await;
    let campaign = world.campaign(sample_campaign(), None).await;
    let (first, ..) = run(&world, &campaign, Strategy::Targeted).await;
    assert_eq!(run(&world, &campaign, Strategy::Targeted).await.0, 1);
    let draft = CampaignDraft { keywords: vec!["invoice".to_owned()], ..sample_campaign() };
    let store = &world.services.store;
    let edited = store.update_campaign(&campaign.id, draft, world.clock.now()).await.unwrap();
    let edited = edited.expect("it is there");
    assert!(edited.version > campaign.version);
    assert_eq!(run(&world, &edited, Strategy::Targeted).await.0, first);
    world.services.close().await;
}

#[tokio::test]
async fn a_feed_that_has_not_changed_is_not_sent_again() {
    let world = World::new(|settings| {
        settings.reddit.client_id = None;
        settings.reddit.client_secret = None;
    })
    .await;
    let draft = CampaignDraft { subreddits: vec!["FreelanceDesk".to_owned()], ..sample_campaign() };
    let campaign = world.campaign(draft, None).await;
    // The first page is a full one; the next are small, and have tags of their own.
    let mut statuses = Vec::new();
    for _ in 0..3 {
        let (asked, ..) = run(&world, &campaign, Strategy::Targeted).await;
        assert_eq!(asked, 1);
        let stats = world.sandbox.stats().await.expect("stats");
        let of = |status| -> u64 {
            let same = stats.endpoints.iter().filter(|e| e.status == Some(status));
            same.map(|e| e.count).sum()
        };
        statuses.push((of(200), of(304)));
    }
    assert_eq!(statuses.last(), Some(&(2, 1)), "{statuses:?}");
    world.clock.advance(HOUR * 30);
    let (_, result, _) = run(&world, &campaign, Strategy::Targeted).await;
    assert!(result["read"].as_u64() > Some(0), "what is new is read: {result}");
    world.services.close().await;
}

#[tokio::test]
async fn what_cannot_be_read_is_recorded_and_asked_for_more_and_more_seldom() {
    let world = World::new(|_| {}).await;
    let names = ["FreelanceDesk", PRIVATE, BANNED, "nosuchplace"];
    let draft = CampaignDraft {
        subreddits: names.iter().map(|&name| name.to_owned()).collect(),
        ..sample_campaign()
    };
    let campaign = world.campaign(draft, None).await;
    let states = async || -> BTreeMap<String, (SubredditState, u32)> {
        let closed = world.services.store.closed_subreddits_of(&campaign.id).await.unwrap();
        closed.into_iter().map(|c| (c.name, (c.state, c.tries))).collect()
    };
    let all = |tries| {
        BTreeMap::from([
            (PRIVATE.to_owned(), (SubredditState::Private, tries)),
            (BANNED.to_owned(), (SubredditState::Banned, tries)),
            ("nosuchplace".to_owned(), (SubredditState::Missing, tries)),
        ])
    };
    // What one search has met, another in the same place does not ask for.
    let many = (0..80).map(|n| format!("invoicing for the trade number {n}")).collect();
    let store = &world.services.store;
    let draft = CampaignDraft {
        name: "Many words".to_owned(),
        keywords: many,
        subreddits: vec![PRIVATE.to_owned()],
        ..sample_campaign()
    };
    let wordy = world.campaign(draft, None).await;
    assert!(queries(&wordy, Strategy::Targeted).len() > 2);
    assert_eq!(run(&world, &wordy, Strategy::Targeted).await.0, 1);
    assert_eq!(store.closed_subreddits_of(&wordy.id).await.unwrap()[0].tries, 1);

    let (first, result, said) = run(&world, &campaign, Strategy::Targeted).await;
    assert!(first == 4 && said.contains("asked for again from"), "{first}: {said}");
    assert_eq!(result["listings"], 4);
    assert_eq!(states().await, all(1));
    world.clock.advance(QUARTER);
    let (second, _, said) = run(&world, &campaign, Strategy::Targeted).await;
    assert!(second == 1 && said.contains("not asked for, private since"), "{second}: {said}");
    // After an hour again; then not for two.
    for (wait, asked, tries) in [(HOUR, 4, 2), (HOUR, 1, 2), (HOUR, 4, 3), (HOUR * 3, 1, 3)] {
        world.clock.advance(wait);
        assert_eq!(run(&world, &campaign, Strategy::Targeted).await.0, asked);
        assert_eq!(states().await, all(tries));
    }
    world.services.close().await;
}

#[tokio::test]
async fn what_becomes_private_is_noticed_and_what_opens_again_is_read_again() {
    let world = World::new(|_| {}).await;
    let campaign = world.campaign(sample_campaign(), None).await;
    let (first, ..) = run(&world, &campaign, Strategy::Targeted).await;
    let mut order = FaultOrder::new(FaultTarget::Reddit, FaultMode::Private, HOUR * 24);
    order.rate = 1.0;
    world.sandbox.order(&order).await.expect("ordered");
    // Together they cannot be read: each is asked for by itself.
    let (asked, _, said) = run(&world, &campaign, Strategy::Targeted).await;
    assert!(asked == 1 + first && said.contains("not to be read together"), "{asked}: {said}");
    let closed = world.services.store.closed_subreddits().await.unwrap();
    assert_eq!(closed.len(), campaign.subreddits.len());
    world.sandbox.clear().await.expect("cleared");
    world.clock.advance(HOUR);
    let (asked, result, _) = run(&world, &campaign, Strategy::Targeted).await;
    assert!(asked >= first && result["new_leads"].as_u64().is_some(), "{asked}: {result}");
    assert!(world.services.store.closed_subreddits().await.unwrap().is_empty());
    assert_eq!(run(&world, &campaign, Strategy::Targeted).await.0, 1);
    world.services.close().await;
}

#[test]
fn what_cannot_be_read_is_told() {
    let home = Home::new();
    let add = ["campaigns", "add", "--name", "acme", "--keyword", "x", "--subreddit", "Hidden"];
    home.out(&add);
    crate::support::leads::with_services(home.path(), async |services| {
        let at = services.clock.now();
        let closed = leadctl::model::ClosedSubreddit {
            campaign: "acme".to_owned(),
            name: "Hidden".to_owned(),
            state: SubredditState::Private,
            reason: "quarantined".to_owned(),
            since: at,
            asked_at: at,
            tries: 2,
            next_at: at.plus(HOUR * 2),
        };
        services.store.keep_closed_subreddit(&closed).await.expect("kept");
    });
    let shown = home.json(&["campaigns", "show", "acme"]);
    assert_eq!(shown["closed_subreddits"][0]["reason"], "quarantined");
    let text = home.out(&["campaigns", "show", "acme"]);
    assert!(text.contains("r/Hidden  private (quarantined) since "), "{text}");
    let listed = home.json(&["subreddits", "ls"]);
    assert_eq!(listed["items"][0]["closed_for"][0]["campaign"], "acme");
    let text = home.out(&["subreddits", "show", "hidden"]);
    assert!(text.contains("not read for") && text.contains("asked for 2 times"), "{text}");
    let api = Api::start(home.path());
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let told = runtime.block_on(api.get("/v1/campaigns/acme/closed-subreddits", ""));
    let told = told.json();
    assert_eq!(
        (&told["items"][0]["name"], &told["items"][0]["tries"]),
        (&"Hidden".into(), &2.into())
    );
    // What is shown can be given back.
    let yaml = home.out(&["campaigns", "show", "acme", "-o", "yaml"]);
    let file = home.file("acme.yaml", &yaml);
    home.out(&["campaigns", "edit", "acme", "--from", &file]);
}
