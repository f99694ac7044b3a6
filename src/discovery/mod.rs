//! Queries, matching, intent, sentiment, scoring: pure functions, with no I/O and no clock.
//!
//! - [`mod@queries`]: what to ask Reddit for
//! - [`text`]: texts as stemmed words, the ground for all matching
//! - [`Matcher`]: drops what cannot be a lead
//! - [`fingerprint`], [`NearDuplicates`]: finds texts that are nearly the same
//! - [`intent`], [`sentiment`]: what an author is after, and in what tone
//! - [`mod@score`]: 0 to 100, in parts
//! - [`mod@quality`]: how well judgements fit what is true
//! - [`subreddit`]: what a subreddit's posts and rules tell

mod duplicates;
pub mod intent;
mod matcher;
mod patterns;
pub mod quality;
mod queries;
mod score;
pub mod sentiment;
pub mod subreddit;
pub mod text;
mod topic;

pub use duplicates::{NearDuplicates, fingerprint};
pub use matcher::{Dropped, MatchLimits, Matched, Matcher};
pub use queries::queries;
pub use score::{ScoreInput, score};
