//! The local rules classifier: phrases, negation, questions and word forms decide.

use crate::discovery::text::Stems;
use crate::discovery::{Matched, intent, sentiment};
use crate::model::{Campaign, Intent, JudgedBy, Judgement, Post, PostKind};

/// What the rules call themselves in `judged by`.
pub const JUDGE: &str = "rules";
/// Grows when the rules change what they say.
pub const VERSION: &str = "v3";

/// Judges posts for one campaign without asking anybody.
#[derive(Debug, Clone)]
pub struct Rules {
    keywords: usize,
}

impl Rules {
    /// For `campaign`.
    pub fn new(campaign: &Campaign) -> Self {
        Self { keywords: campaign.keywords.len().max(1) }
    }

    /// Judges one post that holds the campaign's words `matched`.
    pub fn judge(&self, post: &Post, matched: &Matched) -> Judgement {
        let stems = match post.kind {
            PostKind::Submission => Stems::of(post),
            // Its title is that of the submission above it, in somebody else's words.
            PostKind::Comment => Stems::of(&Post { title: String::new(), ..post.clone() }),
        };
        let reading = intent::read(&stems, matched);
        Judgement {
            is_lead: reading.need,
            intent: reading.intent,
            sentiment: sentiment::of(&stems),
            fit: self.fit(matched, &reading),
            confidence: reading.confidence,
            reason: reason(&reading, matched),
            judged_by: JudgedBy { judge: JUDGE.to_owned(), model: VERSION.to_owned() },
        }
    }

    /// More of the campaign's words, and in the title, fit better; without a need nothing does.
    fn fit(&self, matched: &Matched, reading: &intent::Reading) -> f64 {
        let most = self.keywords.min(3);
        #[allow(clippy::cast_precision_loss)]
        let share = matched.keywords.len().min(most) as f64 / most as f64;
        let title = if matched.in_title { 0.2 } else { 0.0 };
        let competitor = if matched.competitors.is_empty() { 0.0 } else { 0.15 };
        let fit = (0.4 + 0.35 * share + title + competitor).min(1.0);
        if reading.need { fit } else { fit * 0.3 }
    }
}

fn reason(reading: &intent::Reading, matched: &Matched) -> String {
    let words: Vec<&str> =
        matched.keywords.iter().chain(&matched.competitors).map(String::as_str).collect();
    let about = words.join(", ");
    let quoted: Vec<String> = reading.evidence.iter().map(|e| format!("\"{e}\"")).collect();
    let because =
        if quoted.is_empty() { String::new() } else { format!(" ({})", quoted.join(", ")) };
    if !reading.need {
        return format!("talks about {about} without a need of their own{because}");
    }
    match reading.intent {
        Intent::SolutionSeeking => format!("asks for a way to deal with {about}{because}"),
        Intent::PainPoint => format!("has trouble with {about}{because}"),
        Intent::Comparison => format!("weighs products for {about}{because}"),
        Intent::CompetitorComplaint => format!("is unhappy with {about}{because}"),
        Intent::Discussion => format!("talks about {about}{because}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discovery::{MatchLimits, Matcher};
    use crate::model::{CampaignDraft, CampaignStatus, Timestamp};

    fn campaign() -> Campaign {
        let draft = CampaignDraft {
            name: "c".into(),
            keywords: vec!["invoicing".into()],
            ..CampaignDraft::default()
        };
        Campaign {
            id: "c".into(),
            name: draft.name,
            description: String::new(),
            keywords: draft.keywords,
            negative_keywords: Vec::new(),
            subreddits: Vec::new(),
            competitors: Vec::new(),
            blocked_subreddits: Vec::new(),
            owner: None,
            status: CampaignStatus::Active,
            version: 1,
            created_at: Timestamp::default(),
            updated_at: Timestamp::default(),
        }
    }

    fn judge(kind: PostKind, title: &str, body: &str) -> Judgement {
        let post: Post = serde_json::from_value(serde_json::json!({
            "id": "t3_a", "kind": kind, "subreddit": "s", "author": null, "title": title,
            "body": body, "url": null, "permalink": "/r/s/", "score": 1, "num_comments": 0,
            "over_18": false, "removed": false, "stickied": false,
            "created_at": Timestamp::default(),
        }))
        .expect("a post");
        let campaign = campaign();
        let limits = MatchLimits { max_age: std::time::Duration::MAX };
        let matched =
            Matcher::new(&campaign, limits).check(&post, Timestamp::default()).expect("on topic");
        Rules::new(&campaign).judge(&post, &matched)
    }

    #[test]
    fn a_lead_says_who_judged_it_and_why() {
        let judged = judge(PostKind::Submission, "Looking for an invoicing app", "");
        assert!(judged.is_lead);
        assert_eq!(judged.judged_by.to_string(), "rules v3");
        assert!(judged.reason.contains("\"looking for an\""), "{}", judged.reason);
    }

    #[test]
    fn the_title_above_a_comment_is_not_its_authors_question() {
        let title = "Looking for an invoicing app, any recommendations?";
        assert!(!judge(PostKind::Comment, title, "I use a spreadsheet for invoicing.").is_lead);
    }
}
