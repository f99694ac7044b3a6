//! Judges of posts: the local rules and AI providers.
//!
//! - [`Judge`]: what the floors above ask; a provider where one is configured, else the rules
//! - [`AiBudget`]: what all processes together may ask of a provider
//! - [`rules`]: the rules, which also stand in where a provider fails
//!
//! Inside: `openai` (the provider), `prompt` (what it is asked), `answer` (what is believed of its
//! answer), `session` (asking in batches, and when to stop), `cached` (what was answered before).

mod answer;
mod budget;
mod cached;
mod error;
mod judge;
mod openai;
mod prompt;
pub mod rules;
mod session;

pub use budget::AiBudget;
pub use error::AiError;
pub use judge::{Candidate, Classified, Judge, Usage};
