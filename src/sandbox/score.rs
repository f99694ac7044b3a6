//! How well what was found fits what is true.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::options::SandboxOptions;
use super::places::sample_campaign;
use super::posts::invent;
use super::world::text_key;
use crate::model::{Intent, PostKind, Timestamp};

/// Most posts looked at; the oldest beyond that are left out.
const MAX_POSTS: u64 = 500_000;
/// Most ids told in a report.
const SAMPLE: usize = 10;

/// Whether a post can be a lead for the sample campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// It is where the campaign looks.
    Counted,
    /// It must never be found: removed, for adults, pinned, or in a blocked subreddit.
    Excluded,
    /// It is in a subreddit where the campaign doesn't look by itself.
    Elsewhere,
}

/// What is true of one post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostTruth {
    /// Its fullname.
    pub id: String,
    /// Its author needs what the sample campaign sells.
    pub is_lead: bool,
    /// What its author is after; absent for what is off topic.
    pub intent: Option<Intent>,
    /// When it was posted.
    pub created_at: Timestamp,
    /// Where it was posted.
    pub subreddit: String,
    /// Submission or comment.
    pub kind: PostKind,
    /// Whether it counts.
    pub scope: Scope,
    /// Posts that repeat it; any one of them found counts as this one found.
    pub copies: Vec<String>,
}

/// What is true of the posts that exist at `until`, oldest first.
pub fn truths(options: &SandboxOptions, until: Timestamp) -> Vec<PostTruth> {
    let campaign = sample_campaign();
    let among = |list: &[String], name: &str| list.iter().any(|e| e.eq_ignore_ascii_case(name));
    let count = options.count_at(until);
    let mut truths: Vec<PostTruth> = Vec::new();
    let mut by_number: HashMap<u64, usize> = HashMap::new();
    let mut by_text: HashMap<u64, usize> = HashMap::new();
    for n in count.saturating_sub(MAX_POSTS)..count {
        let invented = invent(options, n);
        let post = invented.post;
        let blocked = among(&campaign.blocked_subreddits, &post.subreddit);
        let scope = if post.removed || post.over_18 || post.stickied || blocked {
            Scope::Excluded
        } else if among(&campaign.subreddits, &post.subreddit) {
            Scope::Counted
        } else {
            Scope::Elsewhere
        };
        if scope == Scope::Counted && post.kind == PostKind::Submission {
            let key = text_key(&post.title, &post.body);
            let source = invented.copy_of.and_then(|source| by_number.get(&source));
            if let Some(&first) = source.or_else(|| by_text.get(&key)) {
                truths[first].copies.push(post.id);
                continue;
            }
            by_number.insert(n, truths.len());
            by_text.insert(key, truths.len());
        }
        truths.push(PostTruth {
            id: post.id,
            is_lead: invented.truth.is_lead,
            intent: invented.truth.intent,
            created_at: post.created_at,
            subreddit: post.subreddit,
            kind: post.kind,
            scope,
            copies: Vec::new(),
        });
    }
    truths
}

/// How many of the leads with one intent were found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IntentRecall {
    /// The intent.
    pub intent: Intent,
    /// Leads there are.
    pub leads_true: u64,
    /// Those of them that were found.
    pub found: u64,
    /// `found / leads_true`; absent without leads.
    pub recall: Option<f64>,
}

/// How well what was found fits what is true.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ScoreReport {
    /// Posts that count: submissions where the campaign looks, repeated ones once.
    pub posts: u64,
    /// Those of them that are leads.
    pub leads_true: u64,
    /// Found as leads: true and false positives.
    pub found: u64,
    /// Found and leads.
    pub true_positives: u64,
    /// Found and not leads, or not to be found at all.
    pub false_positives: u64,
    /// Leads that were not found.
    pub false_negatives: u64,
    /// Share of leads in what was found; absent where nothing was found.
    pub precision: Option<f64>,
    /// Share of leads that were found; absent without leads.
    pub recall: Option<f64>,
    /// Harmonic mean of both; absent where one of them is.
    pub f1: Option<f64>,
    /// The same recall for each intent.
    pub by_intent: Vec<IntentRecall>,
    /// Ids of some leads that were not found.
    pub missed: Vec<String>,
    /// Ids of some posts that were found and should not have been.
    pub wrong: Vec<String>,
    /// Found in subreddits where the campaign doesn't look by itself; not counted above.
    pub elsewhere: u64,
    /// Found, but never told by this sandbox up to that time; not counted above.
    pub unknown: u64,
    /// The same for comments, where any was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comments: Option<Box<ScoreReport>>,
}

/// Compares the posts found as leads with the truth.
pub fn score(truth: &[PostTruth], found: &HashSet<String>) -> ScoreReport {
    let mut report = score_kind(truth, found, PostKind::Submission);
    let known: HashSet<&str> = truth
        .iter()
        .flat_map(|t| std::iter::once(&t.id).chain(&t.copies))
        .map(String::as_str)
        .collect();
    report.unknown = found.iter().filter(|id| !known.contains(id.as_str())).count() as u64;
    if truth.iter().any(|t| t.kind == PostKind::Comment && found.contains(&t.id)) {
        report.comments = Some(Box::new(score_kind(truth, found, PostKind::Comment)));
    }
    report
}

fn score_kind(truth: &[PostTruth], found: &HashSet<String>, kind: PostKind) -> ScoreReport {
    let mut report = ScoreReport::default();
    let mut intents: Vec<(Intent, u64, u64)> = Vec::new();
    for post in truth.iter().filter(|t| t.kind == kind) {
        let hit = std::iter::once(&post.id).chain(&post.copies).find(|id| found.contains(*id));
        match post.scope {
            Scope::Elsewhere => report.elsewhere += u64::from(hit.is_some()),
            Scope::Excluded => report.count_wrong(hit),
            Scope::Counted => {
                report.posts += 1;
                if post.is_lead {
                    report.count_lead(post, hit);
                    count_intent(&mut intents, post.intent, hit.is_some());
                } else {
                    report.count_wrong(hit);
                }
            }
        }
    }
    report.found = report.true_positives + report.false_positives;
    report.precision = ratio(report.true_positives, report.found);
    report.recall = ratio(report.true_positives, report.leads_true);
    report.f1 = report
        .precision
        .zip(report.recall)
        .map(|(p, r)| if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 });
    intents.sort_unstable();
    report.by_intent = intents
        .into_iter()
        .map(|(intent, leads_true, found)| {
            let recall = ratio(found, leads_true);
            IntentRecall { intent, leads_true, found, recall }
        })
        .collect();
    report
}

impl ScoreReport {
    fn count_lead(&mut self, post: &PostTruth, hit: Option<&String>) {
        self.leads_true += 1;
        if hit.is_some() {
            self.true_positives += 1;
        } else {
            self.false_negatives += 1;
            if self.missed.len() < SAMPLE {
                self.missed.push(post.id.clone());
            }
        }
    }

    fn count_wrong(&mut self, hit: Option<&String>) {
        let Some(id) = hit else { return };
        self.false_positives += 1;
        if self.wrong.len() < SAMPLE {
            self.wrong.push(id.clone());
        }
    }
}

fn count_intent(intents: &mut Vec<(Intent, u64, u64)>, intent: Option<Intent>, hit: bool) {
    let Some(intent) = intent else { return };
    match intents.iter_mut().find(|(known, ..)| *known == intent) {
        Some((_, leads, found)) => {
            *leads += 1;
            *found += u64::from(hit);
        }
        None => intents.push((intent, 1, u64::from(hit))),
    }
}

fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn truth(id: &str, is_lead: bool, scope: Scope) -> PostTruth {
        PostTruth {
            id: id.to_owned(),
            is_lead,
            intent: Some(if is_lead { Intent::PainPoint } else { Intent::Discussion }),
            created_at: Timestamp::from_secs(0),
            subreddit: "FreelanceDesk".to_owned(),
            kind: if id.starts_with("t1") { PostKind::Comment } else { PostKind::Submission },
            scope,
            copies: Vec::new(),
        }
    }

    fn found(ids: &[&str]) -> HashSet<String> {
        ids.iter().map(|&id| id.to_owned()).collect()
    }

    #[test]
    fn the_arithmetic() {
        let mut repeated = truth("t3_a", true, Scope::Counted);
        repeated.copies.push("t3_a2".to_owned());
        let truth = [
            repeated,
            truth("t3_b", true, Scope::Counted),
            truth("t3_c", true, Scope::Counted),
            truth("t3_d", false, Scope::Counted),
            truth("t3_e", false, Scope::Counted),
            truth("t3_removed", true, Scope::Excluded),
            truth("t3_far", true, Scope::Elsewhere),
            truth("t1_comment", true, Scope::Counted),
        ];
        let report =
            score(&truth, &found(&["t3_a2", "t3_b", "t3_d", "t3_removed", "t3_far", "t3_x"]));
        assert_eq!((report.posts, report.leads_true, report.found), (5, 3, 4));
        assert_eq!(
            (report.true_positives, report.false_positives, report.false_negatives),
            (2, 2, 1)
        );
        assert_eq!(report.precision, Some(0.5));
        assert_eq!(report.recall, Some(2.0 / 3.0));
        assert!((report.f1.unwrap() - 4.0 / 7.0).abs() < 1e-12);
        assert_eq!(report.missed, ["t3_c"]);
        assert_eq!(report.wrong, ["t3_d", "t3_removed"]);
        assert_eq!((report.elsewhere, report.unknown), (1, 1));
        assert_eq!(report.by_intent[0].leads_true, 3);
        assert_eq!(report.by_intent[0].found, 2);
        assert!(report.comments.is_none());

        let with_comment = score(&truth, &found(&["t1_comment"]));
        assert_eq!(with_comment.comments.unwrap().precision, Some(1.0));
    }

    #[test]
    fn nothing_found_has_no_precision() {
        let report = score(&[truth("t3_a", true, Scope::Counted)], &HashSet::new());
        assert_eq!((report.precision, report.recall, report.f1), (None, Some(0.0), None));
        assert_eq!(score(&[], &HashSet::new()).recall, None);
    }

    #[test]
    fn truths_know_what_exists_and_count_repeated_posts_once() {
        let epoch = Timestamp::from_secs(1_780_000_000);
        let options = SandboxOptions { seed: 7, rate_per_minute: 30.0, backlog: 1500, epoch };
        let all = truths(&options, epoch);
        let total: usize = all.iter().map(|t| 1 + t.copies.len()).sum();
        assert_eq!(total, 1501);
        assert!(all.iter().any(|t| !t.copies.is_empty()));
        assert!(all.iter().filter(|t| t.is_lead && t.scope == Scope::Counted).count() > 80);
        let half = truths(&options, epoch.minus(std::time::Duration::from_secs(7 * 86_400)));
        assert!((600..900).contains(&half.len()), "{}", half.len());
    }
}
