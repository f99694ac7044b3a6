//! What the model says of a post: the truth, mostly.

use serde::Serialize;

use crate::model::{Intent, Sentiment};
use crate::sandbox::obedient::{Order, TaskPost};
use crate::sandbox::posts::Truth;
use crate::sandbox::search::words;

/// How often, in a hundred, the model is wrong.
const WRONG: u64 = 5;

/// A judgement, as it is asked for.
#[derive(Debug, Serialize)]
pub(super) struct Verdict {
    pub(super) n: i64,
    is_lead: bool,
    intent: Intent,
    sentiment: Sentiment,
    fit: f64,
    confidence: f64,
    reason: &'static str,
}

/// What the model says of a post, of which this may be true.
pub(super) fn verdict(post: &TaskPost, truth: Option<Truth>, seed: u64) -> Verdict {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&seed.to_le_bytes()).update(post.title.as_bytes()).update(post.body.as_bytes());
    let luck = u64::from(u16::from_le_bytes([hasher.finalize().as_bytes()[0], 0]));
    let chance = u64::from(u16::from_le_bytes(
        hasher.finalize().as_bytes()[2..4].try_into().unwrap_or([0; 2]),
    ));
    let known = truth.unwrap_or_else(|| guess(post));
    let wrong = chance % 100 < WRONG;
    let is_lead = known.is_lead != wrong;
    let spread = luck as f64 / 255.0;
    let intent = match known.intent {
        Some(intent) if is_lead == known.is_lead => intent,
        _ if is_lead => Intent::SolutionSeeking,
        _ => Intent::Discussion,
    };
    Verdict {
        n: post.n,
        is_lead,
        intent,
        sentiment: match intent {
            Intent::PainPoint | Intent::CompetitorComplaint => Sentiment::Negative,
            _ => Sentiment::Neutral,
        },
        fit: two_digits(if is_lead { 0.7 + 0.28 * spread } else { 0.02 + 0.3 * spread }),
        confidence: two_digits(if wrong || truth.is_none() { 0.55 } else { 0.8 } + 0.18 * spread),
        reason: reason(is_lead, intent),
    }
}

impl Verdict {
    /// The same as it was ordered.
    pub(super) fn ordered(self, order: &Order) -> Self {
        let share = order.share.unwrap_or(if order.is_lead { 1.0 } else { 0.0 });
        Self {
            is_lead: order.is_lead,
            intent: if order.is_lead { Intent::SolutionSeeking } else { Intent::Discussion },
            fit: share,
            confidence: order.share.unwrap_or(1.0),
            reason: "As I was told.",
            ..self
        }
    }
}

fn two_digits(n: f64) -> f64 {
    (n * 100.0).round() / 100.0
}

fn reason(is_lead: bool, intent: Intent) -> &'static str {
    match (is_lead, intent) {
        (false, _) => "The author talks of something else or needs nothing.",
        (true, Intent::SolutionSeeking) => "The author asks for a tool of this kind.",
        (true, Intent::PainPoint) => "The author has a problem that the product solves.",
        (true, Intent::Comparison) => "The author weighs products of this kind.",
        (true, Intent::CompetitorComplaint) => "The author wants to leave a competitor.",
        (true, Intent::Discussion) => "The author talks about the topic.",
    }
}

/// What is likely true of a text that nobody invented here.
fn guess(post: &TaskPost) -> Truth {
    let text = words(&format!("{} {}", post.title, post.body));
    let has = |list: &[&str]| {
        list.iter().any(|phrase| {
            let phrase = words(phrase);
            text.windows(phrase.len()).any(|window| window == phrase)
        })
    };
    let topic = has(&[
        "invoice",
        "invoices",
        "invoicing",
        "time tracking",
        "timesheet",
        "timesheets",
        "billable hours",
        "time tracker",
        "billing",
    ]);
    let own =
        has(&["i built", "i made", "we made", "hiring", "giveaway", "not looking", "launched"]);
    let intent = if has(&[
        "looking for",
        "recommend",
        "recommendations",
        "suggestions",
        "any tool",
        "what do you use",
    ]) {
        Some(Intent::SolutionSeeking)
    } else if has(&["vs", "alternatives", "alternative to", "compared to"]) {
        Some(Intent::Comparison)
    } else if has(&["struggle", "struggling", "hate", "sick of", "frustrated", "nightmare"]) {
        Some(Intent::PainPoint)
    } else {
        None
    };
    match intent {
        Some(intent) if topic && !own => Truth { is_lead: true, intent: Some(intent) },
        _ => Truth { is_lead: false, intent: topic.then_some(Intent::Discussion) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_is_right_most_of_the_time_and_always_says_the_same() {
        let truth = Truth { is_lead: true, intent: Some(Intent::Comparison) };
        let say = |n: i64| {
            let post = TaskPost { n, title: format!("title {n}"), ..TaskPost::default() };
            verdict(&post, Some(truth), 7)
        };
        let right = (0..1000).filter(|&n| say(n).is_lead).count();
        assert!((920..980).contains(&right), "{right}");
        assert_eq!(say(3).fit.to_bits(), say(3).fit.to_bits());
        assert!((0..1000).all(|n| (0.0..=1.0).contains(&say(n).fit)));
    }

    #[test]
    fn an_unheard_of_text_is_guessed() {
        let post = |title: &str| TaskPost { n: 1, title: title.to_owned(), ..TaskPost::default() };
        assert!(guess(&post("Can you recommend invoice software?")).is_lead);
        assert!(!guess(&post("I built invoice software, looking for testers")).is_lead);
        assert!(!guess(&post("Looking for a cake recipe")).is_lead);
    }
}
