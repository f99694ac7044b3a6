//! What stands between us and a dependency.
//!
//! - [`retry`](fn@retry): another try after a failure that may pass
//! - [`rate_limit`]: how much may be asked in which time, by all processes together
//! - [`http`]: clients that follow no redirect, and bodies of bounded size

pub mod http;
pub mod rate_limit;
mod retry;

pub use retry::{Policy, retry};
