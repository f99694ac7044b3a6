use serde::{Deserialize, Serialize};

use super::{Timestamp, text_enum};

text_enum! {
    /// What kind of thing on Reddit a post is.
    pub enum PostKind {
        /// A `t3`: a post with a title.
        Submission = "submission",
        /// A `t1`: a reply below a submission.
        Comment = "comment",
    }
}

/// A submission or comment as seen on Reddit, reduced to what discovery needs.
///
/// Its text is hostile: nothing here has been made safe for a terminal or a prompt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Post {
    /// Reddit's fullname, as in `t3_1abcde` or `t1_k9xyz`.
    pub id: String,
    /// Submission or comment.
    pub kind: PostKind,
    /// The subreddit's name without `r/`; empty where Reddit gives none.
    pub subreddit: String,
    /// The author's name; absent where the account is gone.
    pub author: Option<String>,
    /// The title; for a comment the title of the submission it stands below, where known.
    pub title: String,
    /// The text, HTML entities decoded; empty for a link.
    pub body: String,
    /// Path on Reddit that leads to it, as in `/r/sub/comments/id/title/`.
    pub permalink: String,
    /// Where a link points; absent for text posts and comments.
    pub url: Option<String>,
    /// Upvotes less downvotes as Reddit shows them.
    pub score: i64,
    /// Number of comments below it; 0 for a comment.
    pub num_comments: i64,
    /// Marked as for adults.
    pub over_18: bool,
    /// Removed by a moderator or deleted by its author.
    pub removed: bool,
    /// Pinned by a moderator.
    pub stickied: bool,
    /// When it was posted.
    pub created_at: Timestamp,
}

impl Post {
    /// The address a person opens in a browser.
    pub fn web_url(&self) -> String {
        format!("https://www.reddit.com{}", self.permalink)
    }
}
