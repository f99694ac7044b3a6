//! How well judgements fit what is true.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::{Intent, Judgement, text_enum};

/// What is true of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Its author needs what the campaign sells.
    pub is_lead: bool,
    /// What its author is after, where that is known.
    pub intent: Option<Intent>,
}

/// What was said of a post.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// It was found as a lead.
    pub is_lead: bool,
    /// What its author was taken to be after.
    pub intent: Option<Intent>,
    /// How sure that was, 0 to 1; absent where nobody said.
    pub confidence: Option<f64>,
    /// Why.
    pub reason: Option<String>,
}

impl Verdict {
    /// What a judge said.
    pub fn of(judgement: Judgement) -> Self {
        Self {
            is_lead: judgement.is_lead,
            intent: Some(judgement.intent),
            confidence: Some(judgement.confidence),
            reason: Some(judgement.reason),
        }
    }
}

/// A post of which both are known.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// Its id, or the number of its line.
    pub id: String,
    /// Its title, or the beginning of its text.
    pub title: String,
    /// In which manner it is written, or any other group that it belongs to.
    pub group: Option<String>,
    /// What is true.
    pub label: Label,
    /// What was said.
    pub verdict: Verdict,
}

/// How well judgements fit what is true.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Quality {
    /// Posts.
    pub posts: u64,
    /// Those of them that are leads.
    pub leads_true: u64,
    /// Found as leads: true and false positives.
    pub found: u64,
    /// Found and leads.
    pub true_positives: u64,
    /// Found and not leads.
    pub false_positives: u64,
    /// Leads that were not found.
    pub false_negatives: u64,
    /// Share of leads in what was found; absent where nothing was found.
    pub precision: Option<f64>,
    /// Share of leads that were found; absent without leads.
    pub recall: Option<f64>,
    /// Harmonic mean of both; absent where one of them is.
    pub f1: Option<f64>,
    /// The leads by intent.
    pub by_intent: Vec<IntentQuality>,
    /// The same figures for each group of posts.
    pub by_group: Vec<GroupQuality>,
    /// How often what is true was said to be what.
    pub confusion: Vec<Confusion>,
    /// The mistakes that were made with most confidence.
    pub worst: Vec<Mistake>,
}

/// How well leads of one intent were found, and told from others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IntentQuality {
    /// The intent.
    pub intent: Intent,
    /// Leads there are.
    pub leads_true: u64,
    /// Those of them that were found, whatever intent was said.
    pub found: u64,
    /// `found / leads_true`; absent without leads.
    pub recall: Option<f64>,
    /// Posts said to be leads with this intent.
    pub said: u64,
    /// Those of them that are.
    pub named: u64,
    /// `named / said`; absent where it was never said.
    pub precision: Option<f64>,
    /// Harmonic mean of `named / said` and `named / leads_true`.
    pub f1: Option<f64>,
}

/// How well the posts of one group were judged.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GroupQuality {
    /// The group.
    pub group: String,
    /// Posts in it.
    pub posts: u64,
    /// Those of them that are leads.
    pub leads_true: u64,
    /// Found as leads.
    pub found: u64,
    /// Found and leads.
    pub true_positives: u64,
    /// Share of leads in what was found.
    pub precision: Option<f64>,
    /// Share of leads that were found.
    pub recall: Option<f64>,
    /// Harmonic mean of both.
    pub f1: Option<f64>,
}

/// A cell of the confusion table. `not_lead` stands for what is none, `lead` for a lead of unknown
/// intent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Confusion {
    /// What is true.
    pub truth: &'static str,
    /// What was said.
    pub said: &'static str,
    /// How often.
    pub count: u64,
}

text_enum! {
    /// What is wrong.
    pub enum Wrong {
        /// A lead that was not found.
        Missed = "missed",
        /// Found, and not a lead.
        Found = "found",
    }
}

/// A post that was judged wrongly.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mistake {
    /// What is wrong.
    pub wrong: Wrong,
    /// The post.
    pub id: String,
    /// Its title, or the beginning of its text.
    pub title: String,
    /// The group that it belongs to.
    pub group: Option<String>,
    /// What is true: an intent, `lead` or `not_lead`.
    pub truth: &'static str,
    /// What was said.
    pub said: &'static str,
    /// How sure that was, 0 to 1.
    pub confidence: Option<f64>,
    /// Why it was said.
    pub reason: Option<String>,
}

/// Compares what was said of posts with what is true of them; tells at most so many of the `worst`
/// mistakes.
pub fn quality(samples: &[Sample], worst: usize) -> Quality {
    let counts = Counts::of(samples.iter());
    let mut cells: BTreeMap<(usize, usize), u64> = BTreeMap::new();
    for sample in samples {
        *cells.entry((rank(truth_of(sample)), rank(said_of(sample)))).or_default() += 1;
    }
    let cell =
        |((truth, said), count)| Confusion { truth: CLASSES[truth], said: CLASSES[said], count };
    Quality {
        posts: counts.posts,
        leads_true: counts.leads,
        found: counts.found,
        true_positives: counts.right,
        false_positives: counts.found - counts.right,
        false_negatives: counts.leads - counts.right,
        precision: counts.precision(),
        recall: counts.recall(),
        f1: harmonic(counts.precision(), counts.recall()),
        by_intent: Intent::ALL.iter().filter_map(|intent| by_intent(samples, *intent)).collect(),
        by_group: by_group(samples),
        confusion: cells.into_iter().map(cell).collect(),
        worst: mistakes(samples, worst),
    }
}

/// The classes of the confusion table, in the order of its rows and columns.
pub const CLASSES: [&str; 7] = [
    "solution_seeking",
    "comparison",
    "competitor_complaint",
    "pain_point",
    "discussion",
    "lead",
    "not_lead",
];

fn rank(class: &str) -> usize {
    CLASSES.iter().position(|known| *known == class).unwrap_or(CLASSES.len() - 1)
}

fn class(is_lead: bool, intent: Option<Intent>) -> &'static str {
    match (is_lead, intent) {
        (false, _) => "not_lead",
        (true, Some(intent)) => intent.as_str(),
        (true, None) => "lead",
    }
}

fn truth_of(sample: &Sample) -> &'static str {
    class(sample.label.is_lead, sample.label.intent)
}

fn said_of(sample: &Sample) -> &'static str {
    class(sample.verdict.is_lead, sample.verdict.intent)
}

#[derive(Default)]
struct Counts {
    posts: u64,
    leads: u64,
    found: u64,
    right: u64,
}

impl Counts {
    fn of<'a>(samples: impl Iterator<Item = &'a Sample>) -> Self {
        let mut counts = Self::default();
        for sample in samples {
            let (is, said) = (sample.label.is_lead, sample.verdict.is_lead);
            counts.posts += 1;
            counts.leads += u64::from(is);
            counts.found += u64::from(said);
            counts.right += u64::from(is && said);
        }
        counts
    }

    fn precision(&self) -> Option<f64> {
        ratio(self.right, self.found)
    }

    fn recall(&self) -> Option<f64> {
        ratio(self.right, self.leads)
    }
}

fn by_intent(samples: &[Sample], intent: Intent) -> Option<IntentQuality> {
    let of = |is_lead: bool, said: Option<Intent>| is_lead && said == Some(intent);
    let truly = |s: &&Sample| of(s.label.is_lead, s.label.intent);
    let said = |s: &&Sample| of(s.verdict.is_lead, s.verdict.intent);
    let count = |test: &dyn Fn(&&Sample) -> bool| samples.iter().filter(test).count() as u64;
    let leads_true = count(&truly);
    let found = count(&|s| truly(s) && s.verdict.is_lead);
    let (said, named) = (count(&said), count(&|s| truly(s) && said(s)));
    (leads_true + said > 0).then(|| IntentQuality {
        intent,
        leads_true,
        found,
        recall: ratio(found, leads_true),
        said,
        named,
        precision: ratio(named, said),
        f1: harmonic(ratio(named, said), ratio(named, leads_true)),
    })
}

fn by_group(samples: &[Sample]) -> Vec<GroupQuality> {
    let groups: BTreeSet<&str> = samples.iter().filter_map(|s| s.group.as_deref()).collect();
    let quality = |group: &str| {
        let counts = Counts::of(samples.iter().filter(|s| s.group.as_deref() == Some(group)));
        GroupQuality {
            group: group.to_owned(),
            posts: counts.posts,
            leads_true: counts.leads,
            found: counts.found,
            true_positives: counts.right,
            precision: counts.precision(),
            recall: counts.recall(),
            f1: harmonic(counts.precision(), counts.recall()),
        }
    };
    groups.into_iter().map(quality).collect()
}

/// Of both kinds of mistakes as many as there is room for, the surest first.
fn mistakes(samples: &[Sample], most: usize) -> Vec<Mistake> {
    let mut wrong: Vec<&Sample> =
        samples.iter().filter(|s| s.label.is_lead != s.verdict.is_lead).collect();
    let sure = |s: &Sample| (s.verdict.confidence.unwrap_or(0.0) * 1e6).round() as i64;
    wrong.sort_by_key(|s| Reverse(sure(s)));
    let (missed, found): (Vec<&Sample>, Vec<&Sample>) =
        wrong.into_iter().partition(|s| s.label.is_lead);
    let of_found = found.len().min(most - missed.len().min(most / 2));
    let of_missed = missed.len().min(most - of_found);
    let told = found.into_iter().take(of_found).chain(missed.into_iter().take(of_missed));
    told.map(mistake).collect()
}

fn mistake(sample: &Sample) -> Mistake {
    let missed = sample.label.is_lead;
    Mistake {
        wrong: if missed { Wrong::Missed } else { Wrong::Found },
        id: sample.id.clone(),
        title: sample.title.clone(),
        group: sample.group.clone(),
        truth: truth_of(sample),
        said: said_of(sample),
        confidence: sample.verdict.confidence,
        reason: sample.verdict.reason.clone(),
    }
}

fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn harmonic(one: Option<f64>, other: Option<f64>) -> Option<f64> {
    let (one, other) = one.zip(other)?;
    Some(if one + other > 0.0 { 2.0 * one * other / (one + other) } else { 0.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(id: &str, truth: Option<Intent>, said: Option<Intent>, sure: f64) -> Sample {
        Sample {
            id: id.to_owned(),
            title: format!("title of {id}"),
            group: Some(if id.len() > 1 { "long" } else { "short" }.to_owned()),
            label: Label { is_lead: truth.is_some(), intent: truth },
            verdict: Verdict {
                is_lead: said.is_some(),
                intent: said,
                confidence: Some(sure),
                reason: Some("because".to_owned()),
            },
        }
    }

    const SEEKS: Option<Intent> = Some(Intent::SolutionSeeking);
    const PAIN: Option<Intent> = Some(Intent::PainPoint);

    #[test]
    fn counts_shares_and_confusions_are_told() {
        let samples = [
            sample("a", SEEKS, SEEKS, 0.9),
            sample("b", SEEKS, PAIN, 0.8),
            sample("c", SEEKS, None, 0.6),
            sample("dd", PAIN, PAIN, 0.9),
            sample("ee", None, SEEKS, 0.7),
            sample("ff", None, SEEKS, 0.95),
            sample("gg", None, None, 0.9),
        ];
        let quality = quality(&samples, 10);
        assert_eq!((quality.posts, quality.leads_true, quality.found), (7, 4, 5));
        assert_eq!(
            (quality.true_positives, quality.false_positives, quality.false_negatives),
            (3, 2, 1)
        );
        assert_eq!((quality.precision, quality.recall), (Some(0.6), Some(0.75)));
        assert!((quality.f1.unwrap() - 2.0 / 3.0).abs() < 1e-12);

        let seeks = &quality.by_intent[0];
        assert_eq!((seeks.leads_true, seeks.found, seeks.said, seeks.named), (3, 2, 3, 1));
        assert_eq!((seeks.precision, seeks.f1), (Some(1.0 / 3.0), Some(1.0 / 3.0)));
        let groups: Vec<(&str, u64, Option<f64>)> =
            quality.by_group.iter().map(|g| (g.group.as_str(), g.posts, g.precision)).collect();
        assert_eq!(groups, [("long", 4, Some(1.0 / 3.0)), ("short", 3, Some(1.0))]);
        let cell = |truth: &str, said: &str| {
            quality.confusion.iter().find(|c| (c.truth, c.said) == (truth, said)).map(|c| c.count)
        };
        assert_eq!(cell("solution_seeking", "pain_point"), Some(1));
        assert_eq!(cell("not_lead", "solution_seeking"), Some(2));
        assert_eq!(quality.confusion.iter().map(|c| c.count).sum::<u64>(), 7);
        let worst: Vec<&str> = quality.worst.iter().map(|m| m.id.as_str()).collect();
        assert_eq!(worst, ["ff", "ee", "c"]);
    }

    #[test]
    fn both_kinds_of_mistakes_have_their_room() {
        let found = (0..30).map(|n| sample(&format!("f{n}"), None, SEEKS, 0.9));
        let missed = (0..30).map(|n| sample(&format!("m{n}"), PAIN, None, 0.5));
        let told = mistakes(&found.chain(missed).collect::<Vec<_>>(), 10);
        assert_eq!(told.len(), 10);
        assert_eq!(told.iter().filter(|m| m.wrong == Wrong::Missed).count(), 5);
    }

    #[test]
    fn nothing_found_has_no_precision() {
        let quality = quality(&[sample("a", PAIN, None, 0.5)], 0);
        assert_eq!((quality.precision, quality.recall, quality.f1), (None, Some(0.0), None));
        assert_eq!(super::quality(&[], 10), Quality::default());
    }

    #[test]
    fn every_intent_is_a_class() {
        assert!(Intent::ALL.iter().all(|intent| CLASSES.contains(&intent.as_str())));
    }
}
