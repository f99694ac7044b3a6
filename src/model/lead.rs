use serde::{Deserialize, Serialize};

use super::{Post, Timestamp, text_enum};

text_enum! {
    /// How posts for a campaign are looked for.
    pub enum Strategy {
        /// Keywords inside the campaign's subreddits.
        Targeted = "targeted",
        /// Keywords over the whole of Reddit.
        Global = "global",
        /// New comments in the campaign's subreddits.
        Comments = "comments",
        /// Mentions of competitors, with words of complaint or of looking for another.
        Competitors = "competitors",
    }
}

text_enum! {
    /// What the author of a post is after.
    pub enum Intent {
        /// Asks for a product or a way to do something.
        SolutionSeeking = "solution_seeking",
        /// Tells of a problem that the product solves.
        PainPoint = "pain_point",
        /// Weighs products against one another.
        Comparison = "comparison",
        /// Is unhappy with a competitor.
        CompetitorComplaint = "competitor_complaint",
        /// Talks about the topic without a need of their own.
        Discussion = "discussion",
    }
}

text_enum! {
    /// The tone of a post towards its topic.
    pub enum Sentiment {
        /// Pleased.
        Positive = "positive",
        /// Neither.
        Neutral = "neutral",
        /// Displeased.
        Negative = "negative",
        /// Both.
        Mixed = "mixed",
    }
}

text_enum! {
    /// Where a person stands with a lead.
    pub enum LeadStatus {
        /// Nobody has looked at it.
        New = "new",
        /// Looked at and kept.
        Saved = "saved",
        /// Answered or written to.
        Contacted = "contacted",
        /// Became a customer.
        Converted = "converted",
        /// Not a lead after all.
        Dismissed = "dismissed",
    }
}

/// Who judged a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct JudgedBy {
    /// `rules`, or `ai:` and the provider's name.
    pub judge: String,
    /// The model asked, or the version of the rules.
    pub model: String,
}

impl std::fmt::Display for JudgedBy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.judge, self.model)
    }
}

/// What a judge (rules or an AI) says of one post for one campaign.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Judgement {
    /// Worth a person's look.
    pub is_lead: bool,
    /// What the author is after.
    pub intent: Intent,
    /// The tone.
    pub sentiment: Sentiment,
    /// How well the need fits what is sold, 0 to 1.
    pub fit: f64,
    /// How sure the judge is of all this, 0 to 1.
    pub confidence: f64,
    /// One sentence for a person; hostile text, as it may quote the post.
    pub reason: String,
    /// Who judged.
    pub judged_by: JudgedBy,
}

/// One part of a score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ScorePart {
    /// `intent`, `recency`, `engagement` or `fit`.
    pub name: String,
    /// Most points this part can give; the weights of all parts add up to 100.
    pub weight: f64,
    /// How much of it was reached, 0 to 1.
    pub value: f64,
    /// `weight * value`.
    pub points: f64,
    /// The figures it came from, for a person.
    pub why: String,
}

/// How promising a lead is, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Score {
    /// 0 to 100: the sum of the parts' points, rounded.
    pub total: u8,
    /// The parts in a fixed order.
    pub parts: Vec<ScorePart>,
}

/// A post that was judged worth a look, with all that is known of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Lead {
    /// Made from campaign and post by [`lead_id`], so that the same find has the same id.
    pub id: String,
    /// The campaign it was found for.
    pub campaign_id: String,
    /// The post itself.
    pub post: Post,
    /// Its score and the parts of it.
    pub score: Score,
    /// What the judge said.
    pub judgement: Judgement,
    /// The campaign's words found in the post.
    pub matched: Vec<String>,
    /// Where a person stands with it.
    pub status: LeadStatus,
    /// When it was first found.
    pub found_at: Timestamp,
    /// When anything about it last changed.
    pub updated_at: Timestamp,
}

/// The id of the lead that `post_id` is for `campaign_id`: 13 characters of base 32 (65 bits) of
/// the BLAKE3 hash of both.
pub fn lead_id(campaign_id: &str, post_id: &str) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut hasher = blake3::Hasher::new();
    hasher.update(campaign_id.as_bytes()).update(&[0]).update(post_id.as_bytes());
    let hash = hasher.finalize();
    let mut bits = u128::from_be_bytes(hash.as_bytes()[..16].try_into().unwrap_or([0; 16]));
    (0..13)
        .map(|_| {
            bits = bits.rotate_left(5);
            char::from(ALPHABET[(bits & 31) as usize])
        })
        .collect()
}
