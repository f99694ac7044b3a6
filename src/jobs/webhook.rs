use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::MissedTickBehavior;
use tokio_util::sync::CancellationToken;

use super::payload::{WEBHOOK_QUEUE, WebhookDelivery};
use super::run::store_failure;
use super::{JobKind, default_options};
use crate::queue::{Backoff, JobFailure, JobReport, QueueError, Retryable};
use crate::services::Services;
use crate::store::StoreError;
use crate::telemetry::trace;
use crate::webhooks::{Note, SendError, message, send};

/// Attempts of a message; with the wait before each they are spread over about five hours.
const ATTEMPTS: u32 = 10;
/// Wait before the second attempt, in milliseconds; it doubles from there.
const BACKOFF_MS: u64 = 30_000;
/// Messages that the queue is given at once.
const BATCH: u32 = 500;
/// How often is looked for messages that the queue should have and has not.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// Why new leads could not be told of.
#[derive(Debug, thiserror::Error)]
pub enum NotifyError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The queue failed.
    #[error(transparent)]
    Queue(#[from] QueueError),
}

/// Gives the queue all messages that were kept for it; says how many. A lead is told of once: the
/// job's id is made of the lead and the webhook.
///
/// # Errors
/// See [`NotifyError`]; what is left is given to the queue the next time.
pub async fn notify(services: &Services) -> Result<usize, NotifyError> {
    let mut count = 0;
    loop {
        let untold = services.store.untold(BATCH).await?;
        if untold.is_empty() {
            return Ok(count);
        }
        let jobs = untold.iter().map(|m| job(services, &m.webhook_id, Some(&m.lead_id)));
        services.queue.add_bulk(WEBHOOK_QUEUE, jobs.collect()).await?;
        services.store.told(&untold).await?;
        count += untold.len();
    }
}

/// Looks again and again for messages that were not given to the queue when they were kept, because
/// it could not be had or the process had ended, until `stop`.
pub async fn keep_notifying(services: &Services, stop: CancellationToken) {
    let mut looks = tokio::time::interval(LOOK_EVERY);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    while stop.run_until_cancelled(looks.tick()).await.is_some() {
        match stop.run_until_cancelled(notify(services)).await {
            Some(Ok(0)) | None => {}
            Some(Ok(messages)) => {
                tracing::info!(messages, "the queue has what webhooks were still to be told");
            }
            Some(Err(error)) => tracing::warn!(%error, "webhooks are still not told of leads"),
        }
    }
}

/// The job that sends a message; a test where there is no lead.
pub fn job(services: &Services, webhook: &str, lead: Option<&str>) -> crate::queue::NewJob {
    let id = lead.map(|lead| format!("{webhook}-{lead}"));
    let mut options = default_options(&services.settings);
    options.attempts = if lead.is_some() { ATTEMPTS } else { 1 };
    options.backoff = Some(Backoff::Exponential { delay: BACKOFF_MS, jitter: 0.5 });
    let lead = lead.map(str::to_owned);
    JobKind::Webhook(WebhookDelivery { webhook: webhook.to_owned(), lead }).into_job(id, options)
}

/// Sends one message.
pub(super) async fn run(
    services: &Services,
    job: &WebhookDelivery,
    report: &dyn JobReport,
) -> Result<Value, JobFailure> {
    let store = &services.store;
    let webhook = store.webhook(&job.webhook).await.map_err(|e| store_failure(&e))?;
    let Some(webhook) = webhook else {
        return Ok(json!({"skipped": "the webhook was removed"}));
    };
    let note = match &job.lead {
        None => Note::Test,
        Some(id) => match store.lead(id).await.map_err(|e| store_failure(&e))? {
            Some(lead) => Note::Lead(Box::new(lead)),
            None => return Ok(json!({"skipped": "the lead was removed"})),
        },
    };
    let now = services.clock.now();
    let lead = job.lead.as_deref().unwrap_or("test");
    let delivery = format!("{}-{lead}", job.webhook);
    let body = message(webhook.webhook.kind, &delivery, &note, now).to_string().into_bytes();
    let allow_private = services.settings.webhooks.allow_private;
    let message = (delivery.as_str(), body);
    let sending = async {
        trace::tried();
        trace::note_what(&format!("{} {}", webhook.webhook.kind, webhook.webhook.id));
        let sent = send(&webhook.url, &webhook.secret, message, now, allow_private).await;
        match &sent {
            Ok(status) => trace::note_status(status.as_u16()),
            Err(SendError::Refused { status, .. }) => trace::note_status(status.as_u16()),
            Err(_) => {}
        }
        sent
    };
    match trace::call("webhook", sending).await {
        Ok(status) => Ok(json!({"status": status.as_u16()})),
        Err(error) => {
            super::lead_discovery::tell(report.log(&error.to_string()).await);
            let retryable = match &error {
                SendError::Refused { retry_after: Some(wait), .. } if error.is_retryable() => {
                    Retryable::After(*wait)
                }
                _ if error.is_retryable() => Retryable::Yes,
                _ => Retryable::No,
            };
            Err(JobFailure::from_error(&error, retryable))
        }
    }
}
