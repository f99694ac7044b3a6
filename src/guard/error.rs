//! What an error says of the dependency that it came from.

use std::time::Duration;

use super::breaker::{Rejection, Verdict};

/// An error of a dependency, decided on by its type: whether it counts against the dependency, and
/// whether another try can help.
pub trait GuardedError: std::fmt::Display {
    /// What it says of the dependency.
    fn verdict(&self) -> Verdict;

    /// Whether the same call can succeed later.
    fn is_retryable(&self) -> bool;

    /// How long the dependency asks to be left alone.
    fn retry_after(&self) -> Option<Duration>;

    /// The error of a call that was not made, as the breaker is open.
    fn circuit_open(rejection: Rejection) -> Self;
}
