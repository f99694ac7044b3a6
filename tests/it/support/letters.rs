//! Jobs that have failed for good, in the queues of an embedded installation.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use leadctl::queue::{
    ActiveJob, ConsumeOptions, Handler, JobFailure, JobOptions, JobState, NewJob,
};
use leadctl::services::Services;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::embedded::inside;
use super::process::PATIENCE;

/// Fails each job for the reason in its payload; completes those without one.
pub struct AsTold;

#[async_trait]
impl Handler for AsTold {
    async fn run(&self, job: ActiveJob) -> Result<Value, JobFailure> {
        match job.job.data["reason"].as_str() {
            Some(reason) => Err(JobFailure::permanent(reason)),
            None => Ok(json!("fine")),
        }
    }
}

/// Adds jobs by id, name and reason, and works them off.
pub fn work_off(home: &Path, queue: &str, jobs: &[(&str, &str, Option<&str>)]) {
    let jobs = jobs
        .iter()
        .map(|(id, name, reason)| NewJob {
            name: (*name).into(),
            data: json!({"reason": reason, "to": {"id": id, "tags": ["a", 7]}}),
            id: Some((*id).into()),
            options: JobOptions::default(),
        })
        .collect();
    inside(home, async |services| {
        services.queue.add_bulk(queue, jobs).await.expect("added");
        run_all(services, queue).await;
    });
}

/// Works until nothing waits.
pub async fn run_all(services: &Services, queue: &str) {
    let stop = CancellationToken::new();
    let (carrier, name, stopped) = (Arc::clone(&services.queue), queue.to_owned(), stop.clone());
    let task = tokio::spawn(async move {
        carrier.consume(&name, ConsumeOptions::default(), Arc::new(AsTold), stopped).await
    });
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        let counts = services.queue.counts(queue).await.expect("counts");
        if counts.ready() + counts.of(JobState::Active) == 0 {
            break;
        }
        assert!(tokio::time::Instant::now() < deadline, "{counts:?}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    stop.cancel();
    task.await.expect("no panic").expect("the worker ends well");
}
