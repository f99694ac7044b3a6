//! The tone of a post, from a small list of words, with negation.

use std::sync::LazyLock;

use super::patterns::{Phrases, negated};
use super::text::Stems;
use crate::model::Sentiment;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tone {
    Pleased,
    Displeased,
}

const WORDS: &[(Tone, &[&str])] = &[
    (
        Tone::Pleased,
        &[
            "great",
            "good",
            "love",
            "excellent",
            "amazing",
            "awesome",
            "fantastic",
            "perfect",
            "happy",
            "pleased",
            "wonderful",
            "helpful",
            "best",
            "nice",
            "glad",
            "excited",
            "enjoy",
            "easy",
            "smooth",
            "reliable",
            "impressed",
            "thrilled",
            "works well",
            "recommend it",
            "worth it",
            "saved me",
            "life saver",
        ],
    ),
    (
        Tone::Displeased,
        &[
            "terrible",
            "awful",
            "horrible",
            "worst",
            "hate",
            "bad",
            "frustrated",
            "frustrating",
            "annoying",
            "annoyed",
            "angry",
            "disappointed",
            "disappointing",
            "useless",
            "broken",
            "nightmare",
            "pain",
            "painful",
            "struggling",
            "struggle",
            "stress",
            "stressed",
            "overwhelmed",
            "expensive",
            "overpriced",
            "slow",
            "buggy",
            "crash",
            "garbage",
            "mess",
            "sick of",
            "tired of",
            "fed up",
            "waste",
            "wasting",
            "lost",
            "losing",
            "problem",
            "unreliable",
            "ridiculous",
            "headache",
            "dread",
            "confusing",
            "clunky",
            "worse",
            "regret",
            "forever",
            "failed",
            "fails",
            "chasing",
            "forgot",
            "doubled",
            "drowning",
        ],
    ),
];

static PHRASES: LazyLock<Phrases<Tone>> = LazyLock::new(|| Phrases::new(WORDS));

/// The tone of a text: whichever of pleased and displeased words are at least twice as many;
/// neither where there are none.
pub fn of(stems: &Stems) -> Sentiment {
    let (mut pleased, mut displeased) = (0_u32, 0_u32);
    for found in PHRASES.find(stems) {
        let turned = negated(stems, found.at);
        if (found.tag == Tone::Pleased) == turned {
            displeased += 1;
        } else {
            pleased += 1;
        }
    }
    match (pleased, displeased) {
        (0, 0) => Sentiment::Neutral,
        (p, d) if p >= 2 * d && p > d => Sentiment::Positive,
        (p, d) if d >= 2 * p && d > p => Sentiment::Negative,
        _ => Sentiment::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discovery::patterns::tests::post;

    #[test]
    fn tones_are_told_apart_and_negation_turns_them() {
        for (text, tone) in [
            ("It is great, I love it.", Sentiment::Positive),
            ("This is terrible and slow.", Sentiment::Negative),
            ("It is not good.", Sentiment::Negative),
            ("The app is nice. The support is awful.", Sentiment::Mixed),
            ("I send four invoices a month.", Sentiment::Neutral),
        ] {
            assert_eq!(of(&Stems::of(&post("", text))), tone, "{text}");
        }
    }
}
