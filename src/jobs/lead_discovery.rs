use std::time::Duration;

use serde_json::{Value, json};

use super::LeadDiscovery;
use super::pipeline::{Pipeline, PipelineError, Tally};
use super::reading::{Came, Reading};
use super::run::store_failure;
use crate::discovery::queries;
use crate::model::{CampaignStatus, Listing};
use crate::queue::{JobFailure, JobReport, QueueError, Retryable};
use crate::reddit::{RedditClient, RedditError};
use crate::services::{AccountError, RedditFor, Services};

/// For how long a job is put off where nobody knows how long Reddit is left alone.
const NO_TIME_GIVEN: Duration = Duration::from_secs(60);
/// Jobs that were put off come again within this after the breaker's next trial.
const AFTER_TRIAL: Duration = Duration::from_secs(2);

/// Reads what the campaign's strategy asks for and keeps what is a lead.
pub(super) async fn run(
    services: &Services,
    job: &LeadDiscovery,
    report: &dyn JobReport,
) -> Result<Value, JobFailure> {
    let campaign = services.store.campaign(&job.campaign).await.map_err(|e| store_failure(&e))?;
    let Some(campaign) = campaign else {
        return Err(JobFailure::permanent(format!(
            "there is no campaign {:?}; it may have been removed after this job was added",
            job.campaign
        )));
    };
    if campaign.status == CampaignStatus::Paused {
        tell(report.log("the campaign is paused: nothing was done").await);
        return Ok(json!({"skipped": "the campaign is paused"}));
    }
    let listings = queries(&campaign, job.strategy);
    if listings.is_empty() {
        return Err(JobFailure::permanent(format!(
            "strategy {} has nothing to ask for campaign {}: it needs {}",
            job.strategy,
            campaign.id,
            needs(job.strategy)
        )));
    }
    let reddit = asked_for(services, campaign.owner.as_deref(), report).await?;
    let mut reading = Reading::open(services, &reddit, &campaign).await?;
    let mut pipeline = Pipeline::open(services, campaign).await.map_err(|e| failure(&e))?;
    let tally = read_all(&listings, &mut reading, &mut pipeline, report).await?;
    let mut result = serde_json::to_value(&tally).unwrap_or_default();
    if let Value::Object(fields) = &mut result {
        fields.insert("listings".to_owned(), json!(listings.len()));
    }
    Ok(result)
}

/// Reads listings, and takes what is new of them to its end.
async fn read_all(
    listings: &[Listing],
    reading: &mut Reading<'_>,
    pipeline: &mut Pipeline<'_>,
    report: &dyn JobReport,
) -> Result<Tally, JobFailure> {
    let mut steps = reading.plan(listings);
    let (mut tally, mut done) = (Tally::default(), 0);
    while let Some(step) = steps.pop_front() {
        tell(report.progress(progress(done, done + steps.len() + 1, &tally)).await);
        let line = match reading.read(&step).await? {
            Came::Posts(posts, mark) => {
                let batch = pipeline.take(posts).await.map_err(|e| failure(&e))?;
                reading.keep(&step, mark).await;
                for note in &batch.notes {
                    tell(report.log(note).await);
                }
                tally.add(&batch.tally);
                summary(&step.listing, &batch.tally)
            }
            Came::NotThere(why) => format!("{}: {why}", step.listing),
            Came::Apart(others) => {
                steps.extend(others);
                format!("{}: not to be read together", step.listing)
            }
        };
        tell(report.log(&line).await);
        done += 1;
    }
    tell(report.progress(progress(done, done, &tally)).await);
    Ok(tally)
}

/// The client in whose name Reddit is asked for what is this user's; the job's log says which.
pub(super) async fn asked_for<'s>(
    services: &'s Services,
    owner: Option<&str>,
    report: &dyn JobReport,
) -> Result<RedditFor<'s>, JobFailure> {
    let reddit = services.reddit_for(owner).await.map_err(|error| match &error {
        AccountError::Store(_) => store_failure(&error),
        AccountError::Vault(_) => JobFailure::from_error(&error, Retryable::No),
        AccountError::Reddit(error) => reddit_failure(error),
    })?;
    let line = match (reddit.reads_feeds(), reddit.who()) {
        (true, _) => {
            "no Reddit credentials and no account: the public feeds are read, which tell less and \
             allow few requests"
        }
        (false, "app") => return Ok(reddit),
        (false, who) => &format!("Reddit is asked in the name of {who}"),
    };
    tell(report.log(line).await);
    Ok(reddit)
}

/// The same for what this client was asked; where its account is refused it says which.
pub(super) fn reddit_failure_of(reddit: &RedditClient, error: &RedditError) -> JobFailure {
    let who = reddit.who();
    match error {
        RedditError::Unauthorized if who != "app" => JobFailure::permanent(format!(
            "Reddit refuses {who}: its user may have taken the permission back; `leadctl accounts \
             check` asks again, `leadctl accounts add --replace` renews it"
        )),
        _ => reddit_failure(error),
    }
}

/// A failure of Reddit, or of the way to it.
pub(super) fn reddit_failure(error: &RedditError) -> JobFailure {
    match error {
        RedditError::CircuitOpen(rejection) => {
            return JobFailure::from_error(error, Retryable::Later(put_off(rejection.wait)));
        }
        // Nothing was asked, so nothing was tried.
        RedditError::Budget { retry_after } | RedditError::Paced { retry_after } => {
            return JobFailure::from_error(error, Retryable::Later(put_off(Some(*retry_after))));
        }
        _ => {}
    }
    let retryable = match (error.is_retryable(), error.retry_after()) {
        (true, Some(wait)) => Retryable::After(wait),
        (true, None) => Retryable::Yes,
        (false, _) => Retryable::No,
    };
    JobFailure::from_error(error, retryable)
}

/// Until the breaker's next trial, and a little longer, not all at once.
fn put_off(wait: Option<Duration>) -> Duration {
    let wait = wait.unwrap_or(NO_TIME_GIVEN);
    wait + wait.mul_f64(rand::random::<f64>() / 10.0) + AFTER_TRIAL.mul_f64(rand::random())
}

fn failure(error: &PipelineError) -> JobFailure {
    match error {
        PipelineError::Store(_) => store_failure(error),
        PipelineError::Judge(_) => JobFailure::from_error(error, Retryable::No),
    }
}

fn needs(strategy: crate::model::Strategy) -> &'static str {
    use crate::model::Strategy;
    match strategy {
        Strategy::Targeted => "subreddits that are not blocked, and keywords",
        Strategy::Global => "keywords",
        Strategy::Comments => "subreddits that are not blocked",
        Strategy::Competitors => "competitors",
    }
}

fn progress(done: usize, total: usize, tally: &Tally) -> Value {
    json!({
        "done": done, "total": total, "posts": tally.read,
        "judged": tally.judged, "leads": tally.new_leads,
    })
}

fn summary(listing: &Listing, tally: &Tally) -> String {
    format!(
        "{listing}: {} posts, {} judged, {} new leads",
        tally.read, tally.judged, tally.new_leads
    )
}

/// A job goes on when its progress cannot be told.
pub(super) fn tell(result: Result<(), QueueError>) {
    if let Err(error) = result {
        tracing::debug!(%error, "a job's progress could not be told");
    }
}
