//! What each kind of job does.
//!
//! - [`payload`]: what the jobs are given
//! - [`lead_discovery`]: reads Reddit for a campaign and keeps what is a lead
//! - [`subreddit_analysis`]: learns what a subreddit is like
//! - [`about`]: what Reddit says of a subreddit, now or lately
//! - [`pipeline`]: from posts to leads, for live posts and dumps alike
//! - [`import`]: posts from a dump through the same pipeline
//! - [`mod@trial`]: posts of which the truth is known, to see how good a judge is
//! - [`cancel`]: jobs that are not wanted any more
//! - [`fair`]: one campaign with many jobs does not keep the others waiting
//! - [`webhook`]: tells webhooks of new leads
//! - [`schedules`]: the schedules that campaigns bring with them

mod about;
pub mod cancel;
pub mod fair;
pub mod import;
mod lead_discovery;
mod payload;
pub mod pipeline;
mod reading;
mod run;
pub mod schedules;
mod steps;
mod subreddit_analysis;
pub mod trial;
mod webhook;

pub use payload::{
    JobKind, LEAD_JOB, LEAD_QUEUE, LeadDiscovery, QUEUES, SUBREDDIT_JOB, SUBREDDIT_QUEUE,
    SWEEP_JOB, SubredditAnalysis, WEBHOOK_JOB, WEBHOOK_QUEUE, WebhookDelivery, default_options,
};
pub use run::{SilentReport, run};
pub use webhook::{NotifyError, job as webhook_job, keep_notifying, notify};
