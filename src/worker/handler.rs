use std::sync::Arc;
use std::time::Instant;

use async_trait::async_trait;
use serde_json::Value;
use tracing::Instrument;

use crate::guard::retry::attempt;
use crate::jobs;
use crate::queue::{ActiveJob, Handler, JobFailure, Retryable};
use crate::services::Services;
use crate::shared_state::heartbeat::Heartbeat;
use crate::telemetry::slo::Slo;
use crate::telemetry::trace::Origin;
use crate::telemetry::{metrics, otel};
use crate::worker::cancels::Cancels;
use crate::worker::trail::Trail;

/// Runs this system's jobs and tells of them in logs, metrics and the heartbeat.
pub(super) struct JobHandler {
    services: Arc<Services>,
    heartbeat: Arc<Heartbeat>,
    /// What the worker calls itself.
    worker: String,
    cancels: Arc<Cancels>,
}

impl JobHandler {
    pub(super) fn new(
        services: Arc<Services>,
        heartbeat: Arc<Heartbeat>,
        worker: String,
        cancels: Arc<Cancels>,
    ) -> Self {
        Self { services, heartbeat, worker, cancels }
    }

    fn started(&self, name: &str, queue: &str) {
        self.heartbeat.update(|info| info.active_jobs.push(name.to_owned()));
        ::metrics::gauge!(metrics::WORKER_ACTIVE_JOBS, "queue" => queue.to_owned()).increment(1.0);
    }

    fn ended(&self, name: &str, queue: &str) {
        self.heartbeat.update(|info| info.active_jobs.retain(|job| job != name));
        ::metrics::gauge!(metrics::WORKER_ACTIVE_JOBS, "queue" => queue.to_owned()).decrement(1.0);
    }
}

#[async_trait]
impl Handler for JobHandler {
    fn wants_origin(&self) -> bool {
        true
    }

    async fn run(&self, active: ActiveJob) -> Result<Value, JobFailure> {
        let job = &active.job;
        let name = format!("{}/{}", job.queue, job.id);
        let origin = job.options.origin();
        let span = tracing::info_span!(
            "job", queue = %job.queue, id = %job.id, name = %job.name,
            request_id = origin.request_id
        );
        self.started(&name, &job.queue);
        let mut trail = Trail::begin(&self.services, job, origin.clone(), &self.worker);
        let parent = origin.traceparent.as_deref();
        let exported =
            otel::job_span(&job.queue, &job.id, &job.name, job.attempts_made + 1, parent);
        // What the job has done is done by the job, on behalf of whoever wanted the job.
        let origin = Origin {
            by: Some(format!("job {name}")),
            traceparent: otel::traceparent(&exported).or(origin.traceparent),
            ..origin
        };
        let begun = Instant::now();
        let stoppable = self.cancels.begin(job, &active.cancelled);
        let work = jobs::run(
            &self.services,
            &job.name,
            &job.data,
            Arc::clone(&active.report),
            stoppable.stop(),
        );
        // On the heap, as each of the layers around it would hold it once more.
        let work = origin.scope(attempt(job.attempts_made, Box::pin(work)));
        let work = trail.follow(work).instrument(span.clone());
        let result = work.instrument(exported.clone()).await;
        let result = result.map_err(|failure| match stoppable.cancelled_by() {
            Some(by) if !active.cancelled.is_cancelled() => {
                JobFailure::permanent(format!("cancelled by {by}"))
            }
            _ => failure,
        });
        drop(stoppable);
        self.ended(&name, &job.queue);
        let seconds = begun.elapsed().as_secs_f64();
        let put_off = matches!(&result, Err(f) if matches!(f.retryable, Retryable::Later(_)));
        let outcome = match &result {
            Ok(_) => "completed",
            Err(_) if put_off => "put_off",
            Err(_) => "failed",
        };
        if let Some(good) = ending(&active, &result) {
            self.services.tally.record(Slo::Jobs, good);
        }
        let queue = job.queue.clone();
        ::metrics::counter!(metrics::JOBS_PROCESSED, "queue" => queue.clone(), "outcome" => outcome)
            .increment(1);
        ::metrics::histogram!(metrics::JOB_DURATION, "queue" => queue).record(seconds);
        span.in_scope(|| match &result {
            Ok(_) => tracing::info!(seconds, "the job completed"),
            Err(failure) if put_off => tracing::info!(reason = %failure, "the job was put off"),
            Err(failure) => tracing::warn!(seconds, reason = %failure, "the attempt failed"),
        });
        let stopped = result.is_err() && active.cancelled.is_cancelled();
        let end = if stopped { "stopped" } else { outcome };
        exported.record("leadctl.outcome", end);
        if end == "failed" {
            exported.record("otel.status_code", "ERROR");
        }
        trail.end(end, result.as_ref().err()).instrument(span).await;
        result
    }
}

/// Whether an attempt has ended its job well or badly; `None` where the job goes on.
fn ending(active: &ActiveJob, result: &Result<Value, JobFailure>) -> Option<bool> {
    let job = &active.job;
    match result {
        Ok(_) => Some(true),
        // Another worker has it, or will.
        Err(_) if active.cancelled.is_cancelled() => None,
        Err(failure) => match failure.retryable {
            Retryable::No => Some(false),
            Retryable::Later(_) => None,
            Retryable::Yes | Retryable::After(_) => {
                (job.attempts_made + 1 >= job.options.attempts).then_some(false)
            }
        },
    }
}
