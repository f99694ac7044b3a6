//! What stands between us and a dependency.
//!
//! - [`Guarded`]: what calls go through: the breaker, retries and their budget
//! - [`breaker`]: a dependency that fails is left alone for a while, by all processes together
//! - [`rate_limit`]: how much may be asked in which time, by all processes together
//! - [`retry`]: another try after a failure that may pass
//! - [`GuardedError`]: what an error says of the dependency
//! - [`cache`]: answers that cost money or budget, kept
//! - [`together`]: what many wait for at once, done for all of them together
//! - [`http`]: clients that follow no redirect, and bodies of bounded size

pub mod breaker;
pub mod cache;
mod error;
mod guarded;
pub mod http;
pub mod rate_limit;
pub mod retry;
pub mod together;

pub use error::GuardedError;
pub use guarded::Guarded;
pub use retry::{Policy, RetryBudget};
