//! Judges of posts: the local rules and AI providers.
//!
//! - [`Judge`]: what the floors above ask; providers where some are configured, else the rules
//! - [`Provider`]: one provider, whatever protocol it speaks
//! - [`AiBudget`]: what all processes together may ask of a provider in a minute
//! - [`Purse`], [`Spending`], [`Prices`]: money
//! - [`rules`]: the rules, which also stand in where providers fail
//!
//! Inside: `chain` (providers one after the other), `session` (asking one in batches, and when to
//! stop), `cached` (what was answered before), `prompt` (what is asked), `envelope` (how
//! strangers' texts stand in it), `protocol` (how each kind of
//! provider is asked, and answers), `refusal` and `wait` (what its errors mean), `answer` and
//! `repair` (what is believed of its answer).

mod answer;
mod budget;
mod cached;
mod chain;
mod envelope;
mod error;
mod judge;
mod prompt;
mod protocol;
mod provider;
mod refusal;
mod repair;
pub mod rules;
mod session;
mod spending;
mod wait;

pub use budget::AiBudget;
pub use error::{AiError, Spent};
pub use judge::{Candidate, Classified, Judge};
pub use protocol::{Reply, Stop, Tokens, ToolCall};
pub use provider::{Asked, Provider};
pub use spending::{Prices, Purse, Spending, Usage};
