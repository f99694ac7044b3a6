use std::sync::Arc;

use async_trait::async_trait;
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use super::{JobKind, lead_discovery, subreddit_analysis, webhook};
use crate::queue::{JobFailure, JobReport, QueueError, Retryable};
use crate::services::Services;

/// Runs one job to its end, whatever called for it: a worker, or `jobs run`.
///
/// # Errors
/// Why it failed, and whether another attempt is worth it; also when `cancelled` was cancelled.
pub async fn run(
    services: &Services,
    name: &str,
    data: &Value,
    report: Arc<dyn JobReport>,
    cancelled: &CancellationToken,
) -> Result<Value, JobFailure> {
    let kind = JobKind::parse(name, data)?;
    let work = async {
        match kind {
            // On the heap, as it is by far the largest and a thread's stack is small.
            JobKind::Lead(job) => {
                Box::pin(lead_discovery::run(services, &job, report.as_ref())).await
            }
            JobKind::Subreddit(job) => {
                subreddit_analysis::run(services, &job, report.as_ref()).await
            }
            JobKind::Sweep => subreddit_analysis::sweep(services).await,
            JobKind::Webhook(job) => webhook::run(services, &job, report.as_ref()).await,
        }
    };
    tokio::select! {
        result = work => result,
        () = cancelled.cancelled() => Err(JobFailure {
            reason: "stopped before its end".to_owned(),
            causes: Vec::new(),
            retryable: Retryable::Yes,
        }),
    }
}

/// Tells progress and log lines to nobody.
#[derive(Debug, Clone, Copy, Default)]
pub struct SilentReport;

#[async_trait]
impl JobReport for SilentReport {
    async fn log(&self, _line: &str) -> Result<(), QueueError> {
        Ok(())
    }

    async fn progress(&self, _progress: Value) -> Result<(), QueueError> {
        Ok(())
    }
}

/// A failure of the store, which another attempt may not meet.
pub(super) fn store_failure(error: &(dyn std::error::Error + 'static)) -> JobFailure {
    JobFailure::from_error(error, Retryable::Yes)
}
