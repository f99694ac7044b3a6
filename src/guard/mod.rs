//! What stands between us and a dependency.
//!
//! - [`retry`](fn@retry): another try after a failure that may pass
//! - [`http`]: clients that follow no redirect, and bodies of bounded size

pub mod http;
mod retry;

pub use retry::{Policy, retry};
