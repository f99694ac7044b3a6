use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::config::Settings;
use crate::model::{Strategy, subreddit_name};
use crate::queue::{Backoff, JobFailure, JobOptions, NewJob, Retention};
use crate::telemetry::trace::Origin;

/// The queue of lead discovery.
pub const LEAD_QUEUE: &str = "lead-discovery";
/// The queue of subreddit analysis.
pub const SUBREDDIT_QUEUE: &str = "subreddit-analysis";
/// The queue of messages to webhooks.
pub const WEBHOOK_QUEUE: &str = "webhooks";
/// The queues that this system owns.
pub const QUEUES: &[&str] = &[LEAD_QUEUE, SUBREDDIT_QUEUE, WEBHOOK_QUEUE];
/// Name of jobs that look for leads.
pub const LEAD_JOB: &str = "lead";
/// Name of jobs that analyse one subreddit.
pub const SUBREDDIT_JOB: &str = "subreddit";
/// Name of jobs that add an analysis for every subreddit of the active campaigns.
pub const SWEEP_JOB: &str = "sweep";

/// Name of jobs that send a message to a webhook.
pub const WEBHOOK_JOB: &str = "webhook";

/// Wait before the second attempt of a job, in milliseconds; it doubles from there.
const BACKOFF_MS: u64 = 2_000;
/// Completed jobs kept for each queue.
const KEEP_COMPLETED: u64 = 1_000;
/// Failed jobs kept for each queue.
const KEEP_FAILED: u64 = 5_000;
/// Age at which finished jobs go, in seconds: 30 days.
const KEEP_SECS: u64 = 30 * 24 * 3600;

/// Look for leads for one campaign in one way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeadDiscovery {
    /// The campaign's id.
    pub campaign: String,
    /// Where and for what to look.
    #[serde(default = "targeted")]
    pub strategy: Strategy,
}

/// Learn what one subreddit is like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubredditAnalysis {
    /// Its name, without `r/`.
    pub subreddit: String,
    /// Also where the last analysis is still fresh.
    #[serde(default)]
    pub force: bool,
}

/// Tell a webhook of one lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebhookDelivery {
    /// The webhook's id.
    pub webhook: String,
    /// The lead's id; a test where absent.
    #[serde(default)]
    pub lead: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sweep {}

fn targeted() -> Strategy {
    Strategy::Targeted
}

/// A payload that has been understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JobKind {
    /// See [`LeadDiscovery`].
    Lead(LeadDiscovery),
    /// See [`SubredditAnalysis`].
    Subreddit(SubredditAnalysis),
    /// Add an analysis for every subreddit of the active campaigns.
    Sweep,
    /// See [`WebhookDelivery`].
    Webhook(WebhookDelivery),
}

impl JobKind {
    /// Understands a job by its name and payload.
    ///
    /// # Errors
    /// A permanent failure that says what was not understood.
    pub fn parse(name: &str, data: &Value) -> Result<Self, JobFailure> {
        let malformed = |error: serde_json::Error| {
            JobFailure::permanent(format!("the payload of this {name:?} job is malformed: {error}"))
        };
        match name {
            LEAD_JOB => LeadDiscovery::deserialize(data).map(Self::Lead).map_err(malformed),
            SUBREDDIT_JOB => {
                let job = SubredditAnalysis::deserialize(data).map_err(malformed)?;
                let subreddit = subreddit_name(&job.subreddit).map_err(JobFailure::permanent)?;
                Ok(Self::Subreddit(SubredditAnalysis { subreddit, ..job }))
            }
            SWEEP_JOB => Sweep::deserialize(data).map(|_| Self::Sweep).map_err(malformed),
            WEBHOOK_JOB => WebhookDelivery::deserialize(data).map(Self::Webhook).map_err(malformed),
            other => Err(JobFailure::permanent(format!(
                "there is no job named {other:?}; known are {LEAD_JOB}, {SUBREDDIT_JOB}, {SWEEP_JOB} and {WEBHOOK_JOB}"
            ))),
        }
    }

    /// The queue such jobs go to.
    pub fn queue(&self) -> &'static str {
        match self {
            Self::Lead(_) => LEAD_QUEUE,
            Self::Subreddit(_) | Self::Sweep => SUBREDDIT_QUEUE,
            Self::Webhook(_) => WEBHOOK_QUEUE,
        }
    }

    /// The job as it is added to its queue; it says on whose behalf.
    pub fn into_job(self, id: Option<String>, mut options: JobOptions) -> NewJob {
        options.telemetry = Some(Origin::current().to_metadata());
        let (name, data) = match &self {
            Self::Lead(job) => (LEAD_JOB, serde_json::to_value(job)),
            Self::Subreddit(job) => (SUBREDDIT_JOB, serde_json::to_value(job)),
            Self::Sweep => (SWEEP_JOB, serde_json::to_value(Sweep {})),
            Self::Webhook(job) => (WEBHOOK_JOB, serde_json::to_value(job)),
        };
        NewJob { name: name.to_owned(), data: data.unwrap_or_default(), id, options }
    }
}

/// How jobs are treated where nothing else is said.
pub fn default_options(settings: &Settings) -> JobOptions {
    JobOptions {
        attempts: settings.worker.attempts.max(1),
        backoff: Some(Backoff::Exponential { delay: BACKOFF_MS, jitter: 0.5 }),
        remove_on_complete: Retention { count: Some(KEEP_COMPLETED), age_secs: Some(KEEP_SECS) },
        remove_on_fail: Retention { count: Some(KEEP_FAILED), age_secs: Some(KEEP_SECS) },
        ..JobOptions::default()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_lead_job_needs_no_strategy() {
        let kind = JobKind::parse(LEAD_JOB, &json!({"campaign": "c1"}));
        let expected = LeadDiscovery { campaign: "c1".into(), strategy: Strategy::Targeted };
        assert_eq!(kind, Ok(JobKind::Lead(expected)));
    }

    #[test]
    fn malformed_payloads_fail_for_good_and_say_why() {
        for (name, data, needle) in [
            ("lead", json!({}), "missing field `campaign`"),
            ("lead", json!({"campaign": 7}), "invalid type"),
            ("lead", json!({"campaign": "c", "strategy": "all"}), "is not one of"),
            ("lead", json!({"campaign": "c", "nosuch": 1}), "unknown field"),
            ("lead", json!(null), "invalid type"),
            ("subreddit", json!({"subreddit": "../etc"}), "is not a subreddit's name"),
            ("sweep", json!([1]), "malformed"),
            ("mine bitcoin", json!({}), "no job named"),
        ] {
            let failure = JobKind::parse(name, &data).expect_err(name);
            assert!(failure.reason.contains(needle), "{name} {data}: {}", failure.reason);
            assert_eq!(failure.retryable, crate::queue::Retryable::No);
        }
    }

    #[test]
    fn a_job_survives_the_way_through_the_queue() {
        for kind in [
            JobKind::Lead(LeadDiscovery { campaign: "c".into(), strategy: Strategy::Comments }),
            JobKind::Subreddit(SubredditAnalysis { subreddit: "freelance".into(), force: true }),
            JobKind::Sweep,
            JobKind::Webhook(WebhookDelivery { webhook: "w".into(), lead: Some("l".into()) }),
        ] {
            let job = kind.clone().into_job(None, JobOptions::default());
            assert_eq!(JobKind::parse(&job.name, &job.data), Ok(kind));
        }
    }
}
