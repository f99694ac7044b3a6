use std::time::Duration;

use super::Matched;
use crate::model::{Intent, Judgement, Post, Score, ScorePart, Timestamp};

/// Points for what the author is after.
const INTENT: f64 = 35.0;
/// Points for being recent.
const RECENCY: f64 = 25.0;
/// Points for being talked about.
const ENGAGEMENT: f64 = 10.0;
/// Points for fitting what is sold.
const FIT: f64 = 30.0;
/// Votes and comments at which engagement is full.
const FULL_ENGAGEMENT: f64 = 100.0;
/// A comment is worth this many votes.
const COMMENT_WORTH: f64 = 2.0;

/// What a score is made from.
#[derive(Debug, Clone, Copy)]
pub struct ScoreInput<'a> {
    /// The post.
    pub post: &'a Post,
    /// What the judge said.
    pub judgement: &'a Judgement,
    /// The campaign's words in it.
    pub matched: &'a Matched,
    /// Now.
    pub now: Timestamp,
    /// Age at which the part for recency has halved.
    pub half_life: Duration,
}

/// How promising a lead is, 0 to 100, as the sum of four parts:
///
/// - intent (35): the intent's own worth, times `0.5 + 0.5 * confidence`
/// - recency (25): `0.5 ^ (age / half-life)`
/// - engagement (10): `ln(1 + votes + 2 * comments) / ln(101)`, at most 1
/// - fit (30): as judged
pub fn score(input: &ScoreInput<'_>) -> Score {
    let parts = vec![intent(input), recency(input), engagement(input.post), fit(input)];
    let sum: f64 = parts.iter().map(|part| part.points).sum();
    // The parts are within their weights, which add up to 100.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let total = sum.round().clamp(0.0, 100.0) as u8;
    Score { total, parts }
}

fn part(name: &str, weight: f64, value: f64, why: String) -> ScorePart {
    let value = if value.is_finite() { value.clamp(0.0, 1.0) } else { 0.0 };
    ScorePart { name: name.to_owned(), weight, value, points: weight * value, why }
}

/// What an intent is worth, 0 to 1.
fn worth(intent: Intent) -> f64 {
    match intent {
        Intent::SolutionSeeking => 1.0,
        Intent::Comparison => 0.9,
        Intent::CompetitorComplaint => 0.85,
        Intent::PainPoint => 0.75,
        Intent::Discussion => 0.3,
    }
}

fn intent(input: &ScoreInput<'_>) -> ScorePart {
    let Judgement { intent, confidence, .. } = input.judgement;
    let value = worth(*intent) * (0.5 + 0.5 * confidence.clamp(0.0, 1.0));
    part("intent", INTENT, value, format!("{intent}, {:.0} % sure", confidence * 100.0))
}

fn recency(input: &ScoreInput<'_>) -> ScorePart {
    let age = input.now.since(input.post.created_at);
    let value = 0.5_f64.powf(age.as_secs_f64() / input.half_life.as_secs_f64().max(1.0));
    let (days, half) = (age.as_secs_f64() / 86_400.0, input.half_life.as_secs_f64() / 86_400.0);
    part("recency", RECENCY, value, format!("{days:.1} days old, half-life {half:.1} days"))
}

fn engagement(post: &Post) -> ScorePart {
    #[allow(clippy::cast_precision_loss)]
    let (votes, comments) = (post.score.max(0) as f64, post.num_comments.max(0) as f64);
    let value = (1.0 + votes + COMMENT_WORTH * comments).ln() / (1.0 + FULL_ENGAGEMENT).ln();
    let why = format!("{} votes, {} comments", post.score, post.num_comments);
    part("engagement", ENGAGEMENT, value, why)
}

fn fit(input: &ScoreInput<'_>) -> ScorePart {
    let words: Vec<&str> = input
        .matched
        .keywords
        .iter()
        .chain(&input.matched.competitors)
        .map(String::as_str)
        .collect();
    let place = if input.matched.in_title { "also in the title" } else { "in the text" };
    part("fit", FIT, input.judgement.fit, format!("{} ({place})", words.join(", ")))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::discovery::patterns::tests::post;
    use crate::model::{JudgedBy, Sentiment};

    fn judgement(intent: Intent, fit: f64, confidence: f64) -> Judgement {
        Judgement {
            is_lead: true,
            intent,
            sentiment: Sentiment::Neutral,
            fit,
            confidence,
            reason: String::new(),
            judged_by: JudgedBy { judge: "rules".into(), model: "v1".into() },
        }
    }

    fn scored(post: &Post, judgement: &Judgement, age: Duration) -> Score {
        score(&ScoreInput {
            post,
            judgement,
            matched: &Matched::default(),
            now: post.created_at.plus(age),
            half_life: Duration::from_secs(3 * 86_400),
        })
    }

    #[test]
    fn the_best_post_reaches_a_hundred() {
        let post = Post { score: 80, num_comments: 10, ..post("t", "b") };
        let score = scored(&post, &judgement(Intent::SolutionSeeking, 1.0, 1.0), Duration::ZERO);
        assert_eq!(score.total, 100);
        let weights: f64 = score.parts.iter().map(|p| p.weight).sum();
        assert!((weights - 100.0).abs() < 1e-9);
    }

    #[test]
    fn recency_halves_in_its_half_life() {
        let judged = judgement(Intent::PainPoint, 0.5, 0.8);
        let score = scored(&post("t", "b"), &judged, Duration::from_secs(3 * 86_400));
        let recency = score.parts.iter().find(|p| p.name == "recency").expect("a part");
        assert!((recency.points - 12.5).abs() < 1e-9);
        assert_eq!(recency.why, "3.0 days old, half-life 3.0 days");
    }

    proptest! {
        #[test]
        fn any_figures_stay_within_the_scale(
            votes: i64, comments: i64, fit: f64, confidence: f64, age in 0_u64..10_000_000_000,
        ) {
            let post = Post { score: votes, num_comments: comments, ..post("t", "b") };
            let judged = judgement(Intent::Comparison, fit, confidence);
            let score = scored(&post, &judged, Duration::from_secs(age));
            prop_assert!(score.total <= 100);
            prop_assert!(score.parts.iter().all(|p| (0.0..=p.weight).contains(&p.points)));
        }
    }
}
