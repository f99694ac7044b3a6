use serde::{Deserialize, Serialize};

use super::{Timestamp, text_enum};

text_enum! {
    /// Whether a subreddit can be read.
    pub enum SubredditState {
        /// Readable.
        Open = "open",
        /// Members only.
        Private = "private",
        /// Closed by Reddit.
        Banned = "banned",
        /// No such subreddit.
        Missing = "missing",
    }
}

text_enum! {
    /// How a subreddit's rules take posts that promote something.
    pub enum PromotionTolerance {
        /// Its rules say nothing against it, or welcome it.
        Open = "open",
        /// Allowed on certain days, in certain threads, or with a ratio.
        Restricted = "restricted",
        /// Forbidden.
        Forbidden = "forbidden",
        /// No rules could be read.
        Unknown = "unknown",
    }
}

/// One of a subreddit's rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SubredditRule {
    /// The rule's short name.
    pub name: String,
    /// Its text; may be empty.
    pub description: String,
}

/// When people post, from a sample of recent posts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default, utoipa::ToSchema)]
pub struct Activity {
    /// Number of posts sampled.
    pub sampled: u32,
    /// Posts a day over the sample's span.
    pub posts_per_day: f64,
    /// Posts in each hour of the day, UTC, 24 figures.
    pub by_hour: Vec<u32>,
    /// Posts on each weekday, Monday first, 7 figures.
    pub by_weekday: Vec<u32>,
    /// The hours of the day (UTC) in which a post is seen by most, best first.
    pub best_hours: Vec<u8>,
}

/// A campaign's subreddit that Reddit said cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ClosedSubreddit {
    /// The campaign's id.
    pub campaign: String,
    /// The name without `r/`, as the campaign has it.
    pub name: String,
    /// Why it cannot be read.
    pub state: SubredditState,
    /// Reddit's word for why, such as `quarantined`; may be empty.
    pub reason: String,
    /// Since when.
    pub since: Timestamp,
    /// When it was asked for last.
    pub asked_at: Timestamp,
    /// How often it was asked for since then.
    pub tries: u32,
    /// When it is asked for again, at the earliest.
    pub next_at: Timestamp,
}

/// What is known of a subreddit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SubredditProfile {
    /// The name without `r/`, in Reddit's own spelling.
    pub name: String,
    /// Whether it can be read.
    pub state: SubredditState,
    /// Its title.
    pub title: String,
    /// Its public description.
    pub description: String,
    /// Members; absent where not told.
    pub subscribers: Option<i64>,
    /// Members on line at the time; absent where not told.
    pub active_users: Option<i64>,
    /// Marked as for adults.
    pub over_18: bool,
    /// Its rules, in order.
    pub rules: Vec<SubredditRule>,
    /// When people post there.
    pub activity: Activity,
    /// How it takes promotion.
    pub promotion: PromotionTolerance,
    /// The words of the rules that decided `promotion`.
    pub promotion_reason: String,
    /// When this was made.
    pub analysed_at: Timestamp,
}

impl ClosedSubreddit {
    /// Why it cannot be read, in a word or two.
    pub fn why(&self) -> String {
        if self.reason.is_empty() || self.reason == self.state.as_str() {
            return self.state.to_string();
        }
        format!("{} ({})", self.state, self.reason)
    }
}

impl SubredditProfile {
    /// Of one of which nothing is known but its name and its state.
    pub fn unreadable(name: &str, state: SubredditState, at: Timestamp) -> Self {
        Self {
            name: name.to_owned(),
            state,
            title: String::new(),
            description: String::new(),
            subscribers: None,
            active_users: None,
            over_18: false,
            rules: Vec::new(),
            activity: Activity::default(),
            promotion: PromotionTolerance::Unknown,
            promotion_reason: String::new(),
            analysed_at: at,
        }
    }
}
