//! How well what was found fits what is true.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::options::SandboxOptions;
use super::places::sample_campaign;
use super::posts::invent;
use super::text::Manner;
use super::world::text_key;
use crate::discovery::quality::{Label, Quality, Sample, Verdict, quality};
use crate::model::{Intent, PostKind, Timestamp};

/// Most posts looked at; the oldest beyond that are left out.
const MAX_POSTS: u64 = 500_000;
/// Most ids, and most mistakes, told in a report.
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
    /// How it says so.
    pub manner: Manner,
    /// Its title; of a comment, its text.
    pub title: String,
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
            manner: invented.manner,
            title: if post.kind == PostKind::Comment { post.body } else { post.title },
            created_at: post.created_at,
            subreddit: post.subreddit,
            kind: post.kind,
            scope,
            copies: Vec::new(),
        });
    }
    truths
}

/// How well what was found fits what is true.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ScoreReport {
    /// The figures. Its posts are submissions where the campaign looks, repeated ones once; found
    /// wrongly is also what must not be found at all. Groups are the manners of writing.
    #[serde(flatten)]
    pub quality: Quality,
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

/// Compares what was said of posts, by their ids, with the truth. Of others nothing was found.
pub fn score(truth: &[PostTruth], said: &HashMap<String, Verdict>) -> ScoreReport {
    let mut report = score_kind(truth, said, PostKind::Submission);
    let known: HashSet<&str> = truth
        .iter()
        .flat_map(|t| std::iter::once(&t.id).chain(&t.copies))
        .map(String::as_str)
        .collect();
    let found = said.iter().filter(|(_, verdict)| verdict.is_lead);
    report.unknown = found.filter(|(id, _)| !known.contains(id.as_str())).count() as u64;
    let found = |t: &PostTruth| said.get(&t.id).is_some_and(|verdict| verdict.is_lead);
    if truth.iter().any(|t| t.kind == PostKind::Comment && found(t)) {
        report.comments = Some(Box::new(score_kind(truth, said, PostKind::Comment)));
    }
    report
}

fn score_kind(truth: &[PostTruth], said: &HashMap<String, Verdict>, kind: PostKind) -> ScoreReport {
    let mut report = ScoreReport::default();
    let mut samples = Vec::new();
    let mut excluded = 0;
    for post in truth.iter().filter(|t| t.kind == kind) {
        let mut verdicts = std::iter::once(&post.id)
            .chain(&post.copies)
            .filter_map(|id| Some((id, said.get(id)?)));
        let first = verdicts.clone().next();
        let hit = verdicts.find(|(_, verdict)| verdict.is_lead);
        match post.scope {
            Scope::Elsewhere => {
                report.elsewhere += u64::from(hit.is_some());
                continue;
            }
            Scope::Excluded if hit.is_none() => continue,
            Scope::Excluded => excluded += 1,
            Scope::Counted => {}
        }
        let is_lead = post.is_lead && post.scope == Scope::Counted;
        let (id, verdict) = hit.or(first).map_or((&post.id, NOT_FOUND), |(id, v)| (id, v.clone()));
        let list = if is_lead { &mut report.missed } else { &mut report.wrong };
        if is_lead != verdict.is_lead && list.len() < SAMPLE {
            list.push(id.clone());
        }
        samples.push(Sample {
            id: id.clone(),
            title: post.title.clone(),
            group: Some(post.manner.to_string()),
            label: Label { is_lead, intent: post.intent },
            verdict,
        });
    }
    report.quality = quality(&samples, SAMPLE);
    report.quality.posts -= excluded;
    report
}

/// What is said of a post of which nobody said anything.
const NOT_FOUND: Verdict = Verdict { is_lead: false, intent: None, confidence: None, reason: None };

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ai::rules::Rules;
    use crate::discovery::{MatchLimits, Matcher};
    use crate::model::{Campaign, CampaignStatus};

    fn truth(id: &str, is_lead: bool, scope: Scope) -> PostTruth {
        PostTruth {
            id: id.to_owned(),
            is_lead,
            intent: Some(if is_lead { Intent::PainPoint } else { Intent::Discussion }),
            manner: Manner::Plain,
            title: format!("title of {id}"),
            created_at: Timestamp::from_secs(0),
            subreddit: "FreelanceDesk".to_owned(),
            kind: if id.starts_with("t1") { PostKind::Comment } else { PostKind::Submission },
            scope,
            copies: Vec::new(),
        }
    }

    fn found(ids: &[&str]) -> HashMap<String, Verdict> {
        let verdict = Verdict { is_lead: true, intent: Some(Intent::PainPoint), ..NOT_FOUND };
        ids.iter().map(|&id| (id.to_owned(), verdict.clone())).collect()
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
        let quality = &report.quality;
        assert_eq!((quality.posts, quality.leads_true, quality.found), (5, 3, 4));
        assert_eq!(
            (quality.true_positives, quality.false_positives, quality.false_negatives),
            (2, 2, 1)
        );
        assert_eq!((quality.precision, quality.recall), (Some(0.5), Some(2.0 / 3.0)));
        assert_eq!(report.missed, ["t3_c"]);
        assert_eq!(report.wrong, ["t3_d", "t3_removed"]);
        assert_eq!((report.elsewhere, report.unknown), (1, 1));
        let pain = &quality.by_intent[0];
        assert_eq!((pain.leads_true, pain.found, pain.said), (3, 2, 4));
        assert_eq!(quality.by_group[0].group, "plain");
        assert!(report.comments.is_none());

        let with_comment = score(&truth, &found(&["t1_comment"]));
        assert_eq!(with_comment.comments.unwrap().quality.precision, Some(1.0));
    }

    #[test]
    fn nothing_found_has_no_precision() {
        let report = score(&[truth("t3_a", true, Scope::Counted)], &HashMap::new()).quality;
        assert_eq!((report.precision, report.recall, report.f1), (None, Some(0.0), None));
        assert_eq!(score(&[], &HashMap::new()).quality.recall, None);
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

    /// What the rules say of the posts, by the way that live ones take.
    fn ruled(options: &SandboxOptions, truths: &[PostTruth]) -> ScoreReport {
        let draft = sample_campaign();
        let campaign = Campaign {
            id: "sample".to_owned(),
            name: draft.name,
            description: draft.description,
            keywords: draft.keywords,
            negative_keywords: draft.negative_keywords,
            subreddits: draft.subreddits,
            competitors: draft.competitors,
            blocked_subreddits: draft.blocked_subreddits,
            owner: None,
            status: CampaignStatus::Active,
            version: 1,
            created_at: options.epoch,
            updated_at: options.epoch,
        };
        let matcher = Matcher::new(&campaign, MatchLimits { max_age: std::time::Duration::MAX });
        let rules = Rules::new(&campaign);
        let mut said = HashMap::new();
        for truth in truths.iter().filter(|t| t.scope == Scope::Counted) {
            let post = invent(options, options.number(&truth.id).unwrap()).post;
            if let Ok(matched) = matcher.check(&post, post.created_at) {
                said.insert(post.id.clone(), Verdict::of(rules.judge(&post, &matched)));
            }
        }
        score(truths, &said)
    }

    #[test]
    fn the_rules_are_as_good_as_they_are_said_to_be() {
        let epoch = Timestamp::from_secs(1_780_000_000);
        let options = SandboxOptions { seed: 11, rate_per_minute: 30.0, backlog: 6000, epoch };
        let report = ruled(&options, &truths(&options, epoch));
        let quality = &report.quality;
        // As docs/judging.md has it.
        let f1 = quality.f1.unwrap();
        assert!((f1 - 0.609).abs() < 0.02, "{f1}: {quality:?}");
        let f1 = |manner: Manner| {
            let group = quality.by_group.iter().find(|group| group.group == manner.as_str());
            group.unwrap().f1.unwrap_or(0.0)
        };
        assert!(f1(Manner::Plain) > 0.95 && f1(Manner::Misspelt) > 0.7, "{quality:?}");
        // What the rules do not understand must show: else the posts are too easy.
        assert!(f1(Manner::Indirect) < 0.7 && f1(Manner::Sarcastic) < 0.7, "{quality:?}");
    }
}
