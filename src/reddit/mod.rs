//! The Reddit client, and posts from dump files.
//!
//! - [`RedditClient`]: reads listings, subreddits and their rules over Reddit's API
//! - [`RedditBudget`]: what all processes together may ask for
//! - [`RedditError`]: what can go wrong, and whether another try can help
//! - [`dump`]: posts from files of one submission or comment a line
//!
//! Inside: `auth` (the token), `transport` (one exchange), `window` (Reddit's rate limit and ours), `things`
//! (Reddit's JSON to posts), `loose` (JSON values of uncertain type).

mod auth;
mod client;
pub mod dump;
mod error;
mod loose;
mod things;
mod transport;
mod window;

pub use client::RedditClient;
pub use error::RedditError;
pub use things::About;
pub use window::{CLOSED_WINDOWS, RedditBudget};

#[cfg(test)]
mod tests;
