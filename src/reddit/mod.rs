//! The Reddit client, and posts from dump files.
//!
//! - [`RedditClient`]: reads listings, threads, subreddits and users over Reddit's API, signed in by
//!   a [`Grant`], or listings from the public feeds
//! - [`RedditBudget`]: what all processes together may ask for
//! - [`RedditError`]: what can go wrong, and whether another try can help
//! - [`Gathered`]: all that an answer holds, whatever endpoint it is of
//! - [`dump`]: posts from files of one submission or comment a line
//!
//! Inside: `auth` (the token), `transport` (one exchange), `endpoints` (what is asked for), `feeds`,
//! `window` and `budget` (Reddit's rate limit and ours), `things` and `gather` (Reddit's JSON to posts), `user`,
//! `loose` (JSON values of uncertain type).

mod auth;
mod budget;
mod client;
pub mod dump;
mod endpoints;
mod error;
mod feeds;
mod gather;
mod loose;
mod things;
mod transport;
mod user;
mod window;

pub use auth::{App, Grant, Granted, KeepsToken};
pub use budget::{CLOSED_WINDOWS, LeastLeft, RedditBudget};
pub use client::{RedditClient, RedditHttp, app};
pub use endpoints::{AnyRequest, Fetched, Until};
pub use error::RedditError;
pub use gather::Gathered;
pub use things::About;
pub use transport::MAX_BODY;
pub use user::UserAbout;

#[cfg(test)]
mod tests;
