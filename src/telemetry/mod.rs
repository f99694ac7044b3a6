//! What the system tells of itself.
//!
//! - [`metrics`]: the one table of metrics
//! - [`dashboard`]: a dashboard for Grafana
//! - [`slo`]: objectives, error budgets, burn rates
//! - [`ops`]: `/metrics`, `/livez` and `/readyz`
//! - [`trace`]: the way of a job, call by call
//! - [`otel`]: spans for OpenTelemetry
//! - [`init_tracing`]: log lines on standard error

pub mod dashboard;
mod logging;
pub mod metrics;
pub mod ops;
pub mod otel;
mod process;
pub mod slo;
pub mod trace;

pub use logging::{init_tracing, init_tracing_of};

/// What can go wrong with telling.
#[derive(Debug, thiserror::Error)]
pub enum TelemetryError {
    /// The log filter is not understood.
    #[error(
        "{filter:?} is not a log filter: {why}; give off, error, warn, info, debug, trace, or a filter such as leadctl=debug,sqlx=warn"
    )]
    Filter {
        /// The filter.
        filter: String,
        /// What is wrong with it.
        why: String,
    },
    /// The listening socket is not usable.
    #[error("cannot serve the operations endpoints: {0}")]
    Listen(#[from] std::io::Error),
}
