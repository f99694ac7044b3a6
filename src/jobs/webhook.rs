use serde_json::{Value, json};

use super::payload::{WEBHOOK_QUEUE, WebhookDelivery};
use super::run::store_failure;
use super::{JobKind, default_options};
use crate::model::{Campaign, Lead};
use crate::queue::{Backoff, JobFailure, JobReport, QueueError, Retryable};
use crate::services::Services;
use crate::store::StoreError;
use crate::telemetry::trace;
use crate::webhooks::{Note, SendError, message, send};

/// Attempts of a message; with the wait before each they are spread over about five hours.
const ATTEMPTS: u32 = 10;
/// Wait before the second attempt, in milliseconds; it doubles from there.
const BACKOFF_MS: u64 = 30_000;

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

/// Adds a job for each webhook that is to be told of each of these leads; says how many. A lead is
/// told of once: the job's id is made of both.
///
/// # Errors
/// See [`NotifyError`].
pub async fn notify(
    services: &Services,
    campaign: &Campaign,
    leads: &[&Lead],
) -> Result<usize, NotifyError> {
    if leads.is_empty() {
        return Ok(0);
    }
    let webhooks = services.store.webhooks_of(campaign.owner.as_deref()).await?;
    let mut jobs = Vec::new();
    for (webhook, least) in &webhooks {
        for lead in leads.iter().filter(|lead| lead.score.total >= *least) {
            jobs.push(job(services, webhook, Some(&lead.id)));
        }
    }
    let count = jobs.len();
    if count > 0 {
        services.queue.add_bulk(WEBHOOK_QUEUE, jobs).await?;
    }
    Ok(count)
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
