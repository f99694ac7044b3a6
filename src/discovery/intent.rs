//! What the author of a post is after, read from phrases.

use std::sync::LazyLock;

use super::patterns::{Found, Phrases, SIGNS, Sign, negated};
use super::text::Stems;
use super::topic::{Aim, Topic};
use super::{Matched, sentiment};
use crate::model::{Intent, Sentiment};

static PHRASES: LazyLock<Phrases<Sign>> = LazyLock::new(|| Phrases::new(SIGNS));

/// How much signs in the title count more than those in the text.
const TITLE: f64 = 1.5;
/// What a question about something else weighs.
const ASTRAY: f64 = 0.2;
/// The weight of all signs from which there is a need.
const THRESHOLD: f64 = 1.0;
/// Most weight of one kind of sign: saying it ten times does not make it truer.
const MOST: f64 = 3.0;

/// What was read from a post.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What the author is after.
    pub intent: Intent,
    /// The author has a need.
    pub need: bool,
    /// How sure that is, 0 to 1.
    pub confidence: f64,
    /// The phrases that decided, at most three.
    pub evidence: Vec<&'static str>,
}

/// The weights of each kind of sign.
#[derive(Debug, Default)]
struct Weights {
    seeking: f64,
    comparing: f64,
    pain: f64,
    complaint: f64,
    against: f64,
}

/// Reads what the author is after. `matched` are the campaign's words in the post.
pub fn read(stems: &Stems, matched: &Matched) -> Reading {
    let topic = Topic::of(matched);
    let asks = stems.as_str().contains(" ? ");
    let mut weights = Weights::default();
    let mut evidence: Vec<(Sign, &'static str)> = Vec::new();
    let (framed, other) = framed(stems, &topic);
    let aims: Vec<(Found<Sign>, Aim)> = PHRASES
        .find(stems)
        .map(|found| {
            let aim = topic.aim(stems, found.at, found.phrase);
            (found, aim)
        })
        .collect();
    // Who asks for something else goes on asking for it: "any suggestions?" is about that, too.
    let asked = |wanted: Aim| aims.iter().any(|(f, aim)| f.tag == Sign::Seeking && *aim == wanted);
    let strayed = (other || asked(Aim::Other)) && !asked(Aim::Topic) && framed.is_empty();
    for (found, aim) in aims {
        let share = match aim {
            Aim::Topic => 1.0,
            Aim::Near if !strayed => 1.0,
            Aim::Near | Aim::Other | Aim::Far => ASTRAY,
        };
        if weigh(&found, stems, &topic, (asks, share), &mut weights) {
            evidence.push((found.tag, found.phrase));
        }
    }
    for (sign, text) in framed {
        let sum =
            if sign == Sign::Comparing { &mut weights.comparing } else { &mut weights.seeking };
        *sum = (*sum + 1.0).min(MOST);
        evidence.push((sign, text));
    }
    decide(&weights, stems, &evidence, matched)
}

/// Words around a gap: what stands before it, what after, and how many words may lie between.
struct Frame {
    sign: Sign,
    told: &'static str,
    before: &'static [&'static str],
    after: &'static [&'static str],
    gap: usize,
}

/// Sentences that ask whatever the words in their gap are.
const FRAMES: &[Frame] = &[
    Frame { sign: Sign::Seeking, told: "best ... for", before: &["best"], after: &["for"], gap: 4 },
    Frame {
        sign: Sign::Seeking,
        told: "does ... exist",
        before: &["doe", "do"],
        after: &["exist"],
        gap: 8,
    },
    Frame {
        sign: Sign::Comparing,
        told: "is ... better",
        before: &["is", "are"],
        after: &["better", "worth"],
        gap: 3,
    },
];
/// Words of wanting that, before a campaign's keyword, ask for it.
const WANTING: &[&str] = &["need", "want", "search", "seek"];
/// Most words between wanting and what is wanted.
const WANTED_WITHIN: usize = 4;

/// Signs whose words have others between them, each within one sentence; and whether one of them
/// asks for what is no product.
fn framed(stems: &Stems, topic: &Topic) -> (Vec<(Sign, &'static str)>, bool) {
    let mut other = false;
    let mut found: Vec<(Sign, &'static str)> = Vec::new();
    for sentence in stems.sentences() {
        let words: Vec<&str> = sentence.split_ascii_whitespace().collect();
        let asks = words.last() == Some(&"?");
        for (at, word) in words.iter().enumerate() {
            let rest = &words[at + 1..];
            let wants = WANTING.contains(word) || (*word == "look" && rest.first() == Some(&"for"));
            if wants && !denied(&words[..at]) {
                let near = format!(" {} ", rest[..rest.len().min(WANTED_WITHIN)].join(" "));
                if topic.has_keyword(&near) {
                    found.push((Sign::Seeking, "need of it"));
                }
            }
            found.extend(
                FRAMES
                    .iter()
                    .filter(|frame| asks && frame.before.contains(word))
                    .filter(|frame| {
                        rest.iter().skip(1).take(frame.gap).any(|w| frame.after.contains(w))
                    })
                    .filter(|frame| {
                        // "Best accountant for" asks for no product.
                        let is = frame.sign != Sign::Seeking || topic.is_in_words(rest);
                        other |= !is;
                        is
                    })
                    .map(|frame| (frame.sign, frame.told)),
            );
        }
    }
    found.dedup();
    (found, other)
}

/// Whether the words before one of wanting say that nothing is wanted.
fn denied(before: &[&str]) -> bool {
    before.iter().rev().take(3).any(|w| matches!(*w, "dont" | "not" | "no" | "never" | "didnt"))
}

/// Adds what a phrase weighs, a question its share; says whether it counts for anything.
fn weigh(
    found: &Found<Sign>,
    stems: &Stems,
    topic: &Topic,
    (asks, share): (bool, f64),
    weights: &mut Weights,
) -> bool {
    let place = if stems.in_title(found.at) { TITLE } else { 1.0 };
    let turned = negated(stems, found.at);
    let (sum, weight) = match found.tag {
        Sign::Seeking if turned => (&mut weights.against, 1.2),
        _ if turned => return false,
        Sign::Seeking => (&mut weights.seeking, share),
        Sign::MaybeSeeking => (&mut weights.seeking, share * if asks { 0.4 } else { 0.15 }),
        Sign::Comparing if topic.competitors.is_empty() => (&mut weights.comparing, 0.5 * share),
        Sign::Comparing => (&mut weights.comparing, 1.0),
        Sign::Pain => (&mut weights.pain, 0.7),
        Sign::Complaint => {
            let sentence = stems.sentence(found.at);
            if topic.competitors.iter().any(|name| sentence.contains(name.as_str())) {
                (&mut weights.complaint, 1.0)
            } else if topic.competitors.is_empty() {
                return false;
            } else {
                (&mut weights.complaint, 0.5)
            }
        }
        Sign::Promotion => (&mut weights.against, 1.3),
        Sign::Job => (&mut weights.against, 1.6),
        Sign::Sharing => (&mut weights.against, 1.0),
        Sign::News => (&mut weights.against, 0.8),
    };
    *sum = (*sum + weight * place).min(MOST);
    true
}

fn decide(
    weights: &Weights,
    stems: &Stems,
    evidence: &[(Sign, &'static str)],
    matched: &Matched,
) -> Reading {
    let displeased = matches!(sentiment::of(stems), Sentiment::Negative | Sentiment::Mixed);
    // A complaint or a comparison often ends in a question for something else: that question is
    // part of it.
    let complaint = if displeased {
        weights.complaint + 0.4 * weights.seeking
    } else {
        weights.complaint * 0.6
    };
    let comparing = weights.comparing + 0.3 * weights.seeking.min(weights.comparing * 3.0);
    let ranked = [
        (Intent::CompetitorComplaint, if weights.complaint > 0.0 { complaint } else { 0.0 }),
        (Intent::Comparison, if weights.comparing > 0.0 { comparing } else { 0.0 }),
        (Intent::SolutionSeeking, weights.seeking),
        (Intent::PainPoint, weights.pain),
    ];
    let (intent, _) = ranked
        .into_iter()
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
        .unwrap_or((Intent::Discussion, 0.0));
    // Signs of different kinds bear one another out.
    let total = weights.seeking + weights.pain + weights.comparing + weights.complaint;
    let need = total >= THRESHOLD && total > weights.against;
    let margin = total - weights.against;
    let confidence = if need { 0.5 + 0.15 * margin } else { 0.5 - 0.15 * margin.min(THRESHOLD) };
    let wanted: &[Sign] = match intent {
        _ if !need => &[Sign::Promotion, Sign::Job, Sign::Sharing, Sign::News],
        Intent::CompetitorComplaint => &[Sign::Complaint],
        Intent::Comparison => &[Sign::Comparing],
        Intent::PainPoint => &[Sign::Pain],
        _ => &[Sign::Seeking, Sign::MaybeSeeking],
    };
    let mut phrases: Vec<&'static str> = Vec::new();
    for (sign, text) in evidence {
        if wanted.contains(sign) && !phrases.contains(text) && phrases.len() < 3 {
            phrases.push(text);
        }
    }
    let only_competitor_talk = matched.keywords.is_empty() && weights.complaint == 0.0;
    Reading {
        intent: if need { intent } else { Intent::Discussion },
        need: need && !(only_competitor_talk && weights.seeking + weights.comparing < THRESHOLD),
        confidence: confidence.clamp(0.5, 0.95),
        evidence: phrases,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discovery::patterns::tests::post;

    fn reading(title: &str, body: &str, competitors: &[&str]) -> Reading {
        let matched = Matched {
            keywords: vec!["invoicing".into()],
            competitors: competitors.iter().map(|c| (*c).to_owned()).collect(),
            in_title: false,
        };
        read(&Stems::of(&post(title, body)), &matched)
    }

    #[test]
    fn needs_are_told_apart() {
        for (title, body, competitors, intent) in [
            (
                "What do you use for invoicing?",
                "Just me and two clients.",
                &[][..],
                Intent::SolutionSeeking,
            ),
            ("Looking for an invoicing app", "Something simple.", &[], Intent::SolutionSeeking),
            (
                "Invoicing eats my weekends",
                "I am sick of typing every invoice by hand, it takes forever.",
                &[],
                Intent::PainPoint,
            ),
            ("Best invoicing software for a studio?", "Two people.", &[], Intent::SolutionSeeking),
            ("Looking for invoicing software", "Two people.", &[], Intent::SolutionSeeking),
            ("Quick question", "I need simple invoicing for a shop.", &[], Intent::SolutionSeeking),
            (
                "Does an invoicing app without a subscription exist?",
                "I tried five of them.",
                &[],
                Intent::SolutionSeeking,
            ),
            (
                "BillFox vs Chronolog",
                "Which is better for a studio of four? Pros and cons?",
                &["BillFox", "Chronolog"],
                Intent::Comparison,
            ),
            (
                "BillFox doubled their prices",
                "BillFox is so slow and support is terrible. I am leaving.",
                &["BillFox"],
                Intent::CompetitorComplaint,
            ),
        ] {
            let read = reading(title, body, competitors);
            assert!(read.need, "{title}: {read:?}");
            assert_eq!(read.intent, intent, "{title}: {read:?}");
            assert!(!read.evidence.is_empty(), "{title}");
        }
    }

    #[test]
    fn talk_without_a_need_is_discussion() {
        for (title, body) in [
            (
                "I built an invoicing app",
                "Check it out, free trial, link in the comments. What do you think?",
            ),
            ("[Hiring] Bookkeeper", "Looking for a bookkeeper who does invoicing. Apply now."),
            (
                "How I got my invoicing under control",
                "Just wanted to share what I learned. Happy with my sheet.",
            ),
            ("Not looking for an invoicing app", "I am not looking for an app, thank you."),
            ("Invoicing", "I sent an invoice today."),
            (
                "Looking for a bakery in town",
                "We need bread for ten. They can send an invoice. What do you recommend?",
            ),
            ("Best dentist for a child?", "Mine sent a wrong invoice. Any suggestions?"),
            ("Done", "I don't need invoicing any more. It was the best day for that."),
        ] {
            let read = reading(title, body, &[]);
            assert!(!read.need, "{title}: {read:?}");
            assert_eq!(read.intent, Intent::Discussion);
        }
    }
}
