//! The invented posts, each a pure function of the options and its number.

use rand::RngExt;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};

use super::mixture::Source;
use super::options::SandboxOptions;
use super::places::{PLACES, Place};
use super::text::{Filler, Manner, Template, chatter, misspelt};
use crate::model::{Intent, Post, PostKind};

/// What is true of a post, for the sample campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Truth {
    /// Its author needs what the campaign sells.
    pub is_lead: bool,
    /// What its author is after; absent for what is off topic.
    pub intent: Option<Intent>,
}

/// Why a post can no longer be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removal {
    /// By a moderator.
    Moderator,
    /// By a filter.
    Filter,
    /// By its author.
    Author,
}

impl Removal {
    /// Reddit's `removed_by_category`.
    pub fn category(self) -> &'static str {
        match self {
            Self::Moderator => "moderator",
            Self::Filter => "automod_filtered",
            Self::Author => "deleted",
        }
    }
}

/// An invented post.
#[derive(Debug, Clone, PartialEq)]
pub struct Invented {
    /// Its number.
    pub n: u64,
    /// As the system should come to see it.
    pub post: Post,
    /// What is true of it.
    pub truth: Truth,
    /// How it says so.
    pub manner: Manner,
    /// The number of the post that it repeats.
    pub copy_of: Option<u64>,
    /// The fullname of the submission that a comment stands below.
    pub parent: Option<String>,
    /// Whether and why it can no longer be read.
    pub removal: Option<Removal>,
    /// Where it is.
    pub place: &'static Place,
}

/// How a post comes about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Original,
    CopyOf(u64),
    CommentBelow(u64),
}

/// What a post says, before anybody removes it.
struct Words {
    title: String,
    body: String,
    truth: Truth,
    manner: Manner,
    place: &'static Place,
}

/// Post `n`: a pure function of the options and `n`.
pub fn invent(options: &SandboxOptions, n: u64) -> Invented {
    let mut chance = options.chance(n, 3);
    match shape(options, n) {
        Shape::Original => {
            let words = original(options, n);
            submission(options, n, words, None, &mut chance)
        }
        Shape::CopyOf(source) => {
            let mut words = original(options, source);
            words.place = another_place(words.place, &mut chance);
            let again = chatter::AGAIN.choose(&mut chance).copied().unwrap_or_default();
            words.body = format!("{}\n\n{again}", words.body).trim().to_owned();
            submission(options, n, words, Some(source), &mut chance)
        }
        Shape::CommentBelow(parent) => comment(options, n, parent, &mut chance),
    }
}

/// One in four is a comment, one in thirty repeats an earlier post.
fn shape(options: &SandboxOptions, n: u64) -> Shape {
    let mut chance = options.chance(n, 0);
    let kind = chance.random_range(0..120);
    if n == 0 || kind >= 34 {
        return Shape::Original;
    }
    let mut earlier = n - 1 - chance.random_range(0..40).min(n - 1);
    // Post 0 is an original, so this ends; a run of others is short.
    while !is_original(options, earlier) {
        earlier -= 1;
    }
    if kind < 30 { Shape::CommentBelow(earlier) } else { Shape::CopyOf(earlier) }
}

fn is_original(options: &SandboxOptions, n: u64) -> bool {
    n == 0 || options.chance(n, 0).random_range(0..120) >= 34
}

fn original(options: &SandboxOptions, n: u64) -> Words {
    let mut chance = options.chance(n, 2);
    let Source { truth, manner, templates } = Source::of_submission(&mut chance);
    let weight = |place: &Place| {
        if truth.intent.is_some() { place.on_topic } else { place.off_topic }
    };
    let place = PLACES.choose_weighted(&mut chance, weight).unwrap_or(&PLACES[0]);
    let (title, mut body) = write(templates, manner, &mut chance);
    if chance.random_bool(0.03) {
        let hostile = chatter::HOSTILE.choose(&mut chance).copied().unwrap_or_default();
        body = format!("{body}\n\n{hostile}");
    } else if truth.intent.is_none() && chance.random_bool(0.15) {
        body.clear();
    }
    Words { title, body, truth, manner, place }
}

fn write(templates: &[Template], manner: Manner, chance: &mut ChaCha8Rng) -> (String, String) {
    let Some(template) = templates.choose(chance) else { return Default::default() };
    let mut filler = Filler::new(chance);
    let (title, body) = (filler.fill(template.title), filler.fill(template.body));
    let (title, body) = (capitalised(&title), capitalised(&body));
    if manner != Manner::Misspelt {
        return (title, body);
    }
    (misspelt::misspelt(&title, chance), misspelt::misspelt(&body, chance))
}

/// Slots may put words in lower case at the start of a sentence.
fn capitalised(text: &str) -> String {
    let (mut begins, mut ends) = (true, false);
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c == ' ' {
            begins |= ends;
            shown.push(c);
        } else {
            shown.push(if begins { c.to_ascii_uppercase() } else { c });
            begins = false;
            ends = matches!(c, '.' | '?' | '!');
        }
    }
    shown
}

fn another_place(place: &Place, chance: &mut ChaCha8Rng) -> &'static Place {
    let others: Vec<&'static Place> = PLACES.iter().filter(|p| p.name != place.name).collect();
    others.choose_weighted(chance, |p| p.on_topic).copied().unwrap_or(&PLACES[0])
}

fn submission(
    options: &SandboxOptions,
    n: u64,
    words: Words,
    copy_of: Option<u64>,
    chance: &mut ChaCha8Rng,
) -> Invented {
    let id = options.fullname(n, PostKind::Submission);
    let removal = removal(chance);
    let link = words.body.is_empty();
    let mut post = Post {
        permalink: permalink(words.place, &id, &words.title),
        url: link.then(|| format!("https://pictures.example/{}.jpg", &id[3..])),
        id,
        kind: PostKind::Submission,
        subreddit: words.place.name.to_owned(),
        author: Some(author(chance)),
        title: words.title,
        body: words.body,
        score: votes(chance),
        num_comments: votes(chance).max(0) / 2,
        over_18: chance.random_bool(0.02),
        removed: false,
        stickied: !words.truth.is_lead && chance.random_bool(0.003),
        created_at: options.created_at(n),
    };
    remove(&mut post, removal);
    let Words { truth, manner, place, .. } = words;
    Invented { n, post, truth, manner, copy_of, parent: None, removal, place }
}

fn comment(options: &SandboxOptions, n: u64, parent: u64, chance: &mut ChaCha8Rng) -> Invented {
    let above = original(options, parent);
    let parent = options.fullname(parent, PostKind::Submission);
    let id = options.fullname(n, PostKind::Comment);
    let Source { truth, manner, templates } = Source::of_comment(chance);
    let (_, body) = write(templates, manner, chance);
    let removal = removal(chance);
    let mut post = Post {
        permalink: format!("{}{}/", permalink(above.place, &parent, &above.title), &id[3..]),
        url: None,
        id,
        kind: PostKind::Comment,
        subreddit: above.place.name.to_owned(),
        author: Some(author(chance)),
        title: above.title,
        body,
        score: votes(chance),
        num_comments: 0,
        over_18: false,
        removed: false,
        stickied: false,
        created_at: options.created_at(n),
    };
    remove(&mut post, removal);
    let place = above.place;
    Invented { n, post, truth, manner, copy_of: None, parent: Some(parent), removal, place }
}

/// Three in a hundred are removed.
fn removal(chance: &mut ChaCha8Rng) -> Option<Removal> {
    match chance.random_range(0..200) {
        0..3 => Some(Removal::Moderator),
        3 => Some(Removal::Filter),
        4..6 => Some(Removal::Author),
        _ => None,
    }
}

fn remove(post: &mut Post, removal: Option<Removal>) {
    let Some(removal) = removal else { return };
    post.removed = true;
    if removal == Removal::Author {
        post.author = None;
        post.body = "[deleted]".to_owned();
    } else {
        post.body = "[removed]".to_owned();
    }
}

fn author(chance: &mut ChaCha8Rng) -> String {
    const FIRST: &[&str] = &[
        "quiet", "amber", "rusty", "north", "paper", "velvet", "plain", "early", "copper", "mossy",
        "tidy", "loud",
    ];
    const SECOND: &[&str] = &[
        "otter", "pencil", "kettle", "harbour", "finch", "ladder", "button", "anvil", "meadow",
        "teapot", "lantern", "badger",
    ];
    let first = FIRST.choose(chance).copied().unwrap_or_default();
    let second = SECOND.choose(chance).copied().unwrap_or_default();
    format!("{first}_{second}_{}", chance.random_range(1..1000))
}

/// Mostly few, now and then many, sometimes below zero.
fn votes(chance: &mut ChaCha8Rng) -> i64 {
    let luck: f64 = chance.random_range(0.0..1.0);
    (luck.powi(6) * 400.0 + luck * 12.0) as i64 - i64::from(chance.random_range(0..3))
}

fn permalink(place: &Place, fullname: &str, title: &str) -> String {
    let slug: Vec<String> = title
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(7)
        .map(str::to_ascii_lowercase)
        .collect();
    format!("/r/{}/comments/{}/{}/", place.name, &fullname[3..], slug.join("_"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Timestamp;
    use crate::sandbox::{places, sample_campaign};

    fn options(seed: u64) -> SandboxOptions {
        let epoch = Timestamp::from_secs(1_780_000_000);
        SandboxOptions { seed, rate_per_minute: 30.0, backlog: 1500, epoch }
    }

    #[test]
    fn the_same_options_give_the_same_posts_and_another_seed_gives_others() {
        let (a, b, c) = (options(7), options(7), options(8));
        let mut differ = 0;
        for n in 0..300 {
            assert_eq!(invent(&a, n), invent(&b, n));
            differ += u32::from(invent(&a, n).post.title != invent(&c, n).post.title);
        }
        assert!(differ > 250, "{differ}");
    }

    #[test]
    fn the_mixture_is_as_wanted() {
        let options = options(7);
        let posts: Vec<Invented> = (0..4000).map(|n| invent(&options, n)).collect();
        let share = |test: &dyn Fn(&Invented) -> bool| {
            posts.iter().filter(|p| test(p)).count() as f64 / posts.len() as f64
        };
        let near =
            |share: f64, low: f64, high: f64| assert!((low..high).contains(&share), "{share}");
        near(share(&|p| p.post.kind == PostKind::Comment), 0.22, 0.28);
        near(share(&|p| p.truth.is_lead), 0.12, 0.18);
        near(share(&|p| p.copy_of.is_some()), 0.02, 0.05);
        near(share(&|p| p.post.removed), 0.02, 0.05);
        near(share(&|p| p.post.over_18), 0.005, 0.03);
        for &manner in Manner::ALL {
            near(share(&|p| p.manner == manner), 0.02, 0.75);
            let astray = manner == Manner::Astray;
            assert_eq!(posts.iter().any(|p| p.manner == manner && p.truth.is_lead), !astray);
        }
        for place in PLACES {
            assert!(posts.iter().any(|p| p.post.subreddit == place.name), "{}", place.name);
        }
        assert!(posts.iter().all(|p| !p.post.title.contains('{') && !p.post.title.is_empty()));
        assert!(
            posts.iter().all(|p| p.post.removed || p.copy_of.is_none_or(|source| source < p.n))
        );
    }

    #[test]
    fn sentences_begin_with_a_capital() {
        assert_eq!(capitalised("a 3.5 b. c? d e"), "A 3.5 b. C? D e");
    }

    #[test]
    fn leads_can_be_found_by_the_sample_campaign() {
        let campaign = sample_campaign();
        let options = options(3);
        for post in (0..3000).map(|n| invent(&options, n)) {
            if !post.truth.is_lead || post.post.removed || post.parent.is_some() {
                continue;
            }
            // Who mistypes the only word of the topic is not found.
            if post.manner == Manner::Misspelt {
                continue;
            }
            let text = format!("{} {}", post.post.title, post.post.body).to_lowercase();
            assert!(campaign.keywords.iter().any(|word| text.contains(word)), "{text}");
            assert!(!campaign.negative_keywords.iter().any(|word| text.contains(word)), "{text}");
        }
        assert!(places::PLACES.len() == 12);
    }
}
