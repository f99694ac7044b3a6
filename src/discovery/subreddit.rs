//! What a subreddit's recent posts and its rules tell.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use chrono::{Datelike, Timelike};

use crate::model::{Activity, Post, PromotionTolerance, SubredditRule};

/// Fewest posts from which hours can be told apart.
const FEWEST: usize = 10;
/// How many hours are told as the best.
const BEST: usize = 3;
/// Posts that an average one counts for where an hour has few of its own.
const PRIOR: f64 = 3.0;

/// When people post, and in which hours a post gets most votes and comments.
///
/// An hour's worth is the mean of `ln(1 + votes + comments)` of its posts and its neighbours' (at
/// half weight), drawn towards the mean of all where there are few (3 posts' worth).
pub fn activity(posts: &[Post]) -> Activity {
    let mut activity = Activity {
        sampled: u32::try_from(posts.len()).unwrap_or(u32::MAX),
        by_hour: vec![0; 24],
        by_weekday: vec![0; 7],
        ..Activity::default()
    };
    let mut attention = [0.0; 24];
    for post in posts {
        let at = post.created_at.to_datetime();
        let hour = at.hour() as usize;
        activity.by_hour[hour] += 1;
        activity.by_weekday[at.weekday().num_days_from_monday() as usize] += 1;
        #[allow(clippy::cast_precision_loss)]
        let seen = (post.score.max(0) + post.num_comments.max(0)) as f64;
        attention[hour] += (1.0 + seen).ln();
    }
    activity.posts_per_day = per_day(posts);
    if posts.len() >= FEWEST {
        activity.best_hours = best_hours(&activity.by_hour, &attention);
    }
    activity
}

fn per_day(posts: &[Post]) -> f64 {
    let first = posts.iter().map(|p| p.created_at).min().unwrap_or_default();
    let last = posts.iter().map(|p| p.created_at).max().unwrap_or_default();
    let days = last.since(first).as_secs_f64() / 86_400.0;
    if posts.len() < 2 || days <= 0.0 {
        return 0.0;
    }
    #[allow(clippy::cast_precision_loss)]
    let gaps = (posts.len() - 1) as f64;
    (gaps / days * 100.0).round() / 100.0
}

fn best_hours(counts: &[u32], attention: &[f64; 24]) -> Vec<u8> {
    let all: f64 = attention.iter().sum();
    let mean = all / counts.iter().map(|&n| f64::from(n)).sum::<f64>().max(1.0);
    let worth = |hour: usize| {
        let (before, after) = ((hour + 23) % 24, (hour + 1) % 24);
        let sum = attention[hour] + 0.5 * (attention[before] + attention[after]);
        let count = |h: usize| counts.get(h).map_or(0.0, |&n| f64::from(n));
        let n = count(hour) + 0.5 * (count(before) + count(after));
        (sum + PRIOR * mean) / (n + PRIOR)
    };
    let mut hours: Vec<(u8, f64)> = (0_u8..24).map(|h| (h, worth(usize::from(h)))).collect();
    hours.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    hours.into_iter().take(BEST).map(|(hour, _)| hour).collect()
}

/// Words without which a rule says nothing of promotion.
const TOPIC: &[&str] = &[
    "promot",
    "advertis",
    "self-promo",
    "self promo",
    "solicit",
    "marketing",
    "spam",
    "selling",
    "plug your",
    "shill",
    "affiliate",
    "referral",
];
/// Allowed, with a condition.
const RESTRICTED: &[&str] = &[
    "weekly thread",
    "monthly thread",
    "promo thread",
    "promotion thread",
    "megathread",
    "dedicated thread",
    "designated thread",
    "pinned thread",
    "sticky thread",
    "only on ",
    "saturday",
    "sunday",
    "friday",
    "thursday",
    "wednesday",
    "tuesday",
    "monday",
    "9:1",
    "10:1",
    "1:10",
    "10%",
    "9 to 1",
    "ratio",
    "approval",
    "permission",
    "ask the mods",
    "contact the mods",
    "message the mods",
    "limited",
    "unless",
    "except",
    "in moderation",
    "no more than",
    "once a",
    "excessive",
    "must disclose",
    "with disclosure",
    "participate",
    "active members",
];
/// Not allowed.
const FORBIDDEN: &[&str] = &[
    "no self",
    "no promot",
    "no advertis",
    "no spam",
    "no solicit",
    "no marketing",
    "no selling",
    "no affiliate",
    "no referral",
    "not allowed",
    "not permitted",
    "prohibited",
    "forbidden",
    "banned",
    "do not promote",
    "do not advertise",
    "don't promote",
    "don't advertise",
    "do not post",
    "don't post",
    "do not spam",
    "don't spam",
    "will be removed",
    "is removed",
    "will result in a ban",
    "never promote",
    "zero tolerance",
    "refrain",
    "against the rules",
];
/// Welcome.
const WELCOME: &[&str] =
    &["is welcome", "are welcome", "is allowed", "are allowed", "is fine", "is ok", "feel free"];

static FINDERS: LazyLock<[Option<AhoCorasick>; 4]> = LazyLock::new(|| {
    [TOPIC, RESTRICTED, FORBIDDEN, WELCOME]
        .map(|words| AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok())
});

/// How the rules take promotion, and the words of theirs that decided.
///
/// A rule that allows it under a condition outweighs one that forbids it: such subreddits say both.
pub fn promotion(rules: &[SubredditRule]) -> (PromotionTolerance, String) {
    if rules.is_empty() {
        return (PromotionTolerance::Unknown, String::new());
    }
    let mut forbidden = None;
    let mut welcome = None;
    for rule in rules {
        let text = format!("{}. {}", rule.name, rule.description);
        let [topic, restricts, forbids, welcomes] = &*FINDERS;
        if find(topic.as_ref(), &text).is_none() {
            continue;
        }
        if let Some(words) = find(restricts.as_ref(), &text) {
            return (PromotionTolerance::Restricted, excerpt(&rule.name, words));
        }
        if let Some(words) = find(forbids.as_ref(), &text) {
            forbidden.get_or_insert_with(|| excerpt(&rule.name, words));
        } else if let Some(words) = find(welcomes.as_ref(), &text) {
            welcome.get_or_insert_with(|| excerpt(&rule.name, words));
        }
    }
    match (forbidden, welcome) {
        (Some(why), _) => (PromotionTolerance::Forbidden, why),
        (None, Some(why)) => (PromotionTolerance::Open, why),
        (None, None) => (PromotionTolerance::Open, "the rules say nothing against it".to_owned()),
    }
}

fn find<'a>(finder: Option<&AhoCorasick>, text: &'a str) -> Option<&'a str> {
    finder?.find(text).map(|found| &text[found.range()])
}

fn excerpt(rule: &str, words: &str) -> String {
    format!("rule {rule:?}: {:?}", words.trim())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::discovery::patterns::tests::post;
    use crate::model::Timestamp;

    fn rule(name: &str, description: &str) -> SubredditRule {
        SubredditRule { name: name.into(), description: description.into() }
    }

    #[test]
    fn rules_decide_and_say_by_which_words() {
        for (rules, tolerance) in [
            (vec![], PromotionTolerance::Unknown),
            (vec![rule("Be kind", "")], PromotionTolerance::Open),
            (
                vec![rule("No self-promotion", "Posts will be removed")],
                PromotionTolerance::Forbidden,
            ),
            (
                vec![
                    rule("No advertising", "It is banned."),
                    rule("Promotion", "Only in the weekly thread."),
                ],
                PromotionTolerance::Restricted,
            ),
            (vec![rule("Self-promotion is welcome", "Show us")], PromotionTolerance::Open),
        ] {
            let (said, why) = promotion(&rules);
            assert_eq!(said, tolerance, "{rules:?}");
            assert_eq!(why.is_empty(), tolerance == PromotionTolerance::Unknown, "{rules:?}");
        }
    }

    #[test]
    fn hours_weekdays_and_the_best_of_them() {
        // Monday, 5 January 2026, midnight.
        let monday = Timestamp::from_secs(1_767_571_200);
        let posts: Vec<Post> = (0..96_u64)
            .map(|hour| Post {
                created_at: monday.plus(Duration::from_secs(hour * 3600)),
                score: if hour % 24 == 14 { 500 } else { 2 },
                ..post("t", "b")
            })
            .collect();
        let activity = activity(&posts);
        assert_eq!(activity.sampled, 96);
        assert_eq!(activity.by_hour, vec![4; 24]);
        assert_eq!(activity.by_weekday, [24, 24, 24, 24, 0, 0, 0]);
        assert_eq!(activity.best_hours[0], 14);
        assert!((activity.posts_per_day - 24.0).abs() < 0.01);
    }

    #[test]
    fn few_posts_tell_no_hours() {
        let activity = activity(&[post("t", "b")]);
        assert!(activity.best_hours.is_empty());
        assert!(activity.posts_per_day.abs() < f64::EPSILON);
    }
}
