use std::time::Duration;

use leadctl::queue::{JobOptions, JobState, Retention};
use serde_json::Value;

use super::fixture::{Fixture, completing, failing, failure, job, job_with, options, until};

fn keep(count: Option<u64>, age_secs: Option<u64>) -> Retention {
    Retention { count, age_secs }
}

pub async fn a_job_can_be_removed_when_it_completes(f: Fixture) {
    let options_of =
        JobOptions { remove_on_complete: keep(Some(0), None), ..JobOptions::default() };
    f.add(job("kept")).await;
    f.work_off(&["kept"], completing(Value::Null)).await;
    f.add(job_with("brief", options_of)).await;
    let worker = f.work(options(), completing(Value::Null));
    until("it is gone", async || !f.exists("brief").await).await;
    worker.stop().await;
    // It speaks of itself alone.
    assert!(f.exists("kept").await);
}

pub async fn only_so_many_completed_jobs_are_kept(f: Fixture) {
    for n in 0..5 {
        let options =
            JobOptions { remove_on_complete: keep(Some(2), None), ..JobOptions::default() };
        let id = format!("j{n}");
        f.add(job_with(&id, options)).await;
        f.work_off(&[&id], completing(Value::Null)).await;
    }
    assert_eq!(f.ids(&[JobState::Completed]).await, ["j4", "j3"]);
    assert_eq!(f.counts().await.completed, 2);
}

pub async fn only_so_many_failed_jobs_are_kept(f: Fixture) {
    f.add(job("done")).await;
    f.work_off(&["done"], completing(Value::Null)).await;
    for n in 0..4 {
        let options = JobOptions { remove_on_fail: keep(Some(1), None), ..JobOptions::default() };
        let id = format!("j{n}");
        f.add(job_with(&id, options)).await;
        f.work_off(&[&id], failing(failure("no"))).await;
    }
    assert_eq!(f.ids(&[JobState::Failed]).await, ["j3"]);
    assert_eq!(f.ids(&[JobState::Completed]).await, ["done"]);
}

pub async fn jobs_that_are_too_old_are_removed(f: Fixture) {
    for id in ["old", "older"] {
        f.add(job(id)).await;
        f.work_off(&[id], completing(Value::Null)).await;
    }
    f.advance(Duration::from_millis(1_100)).await;
    let options = JobOptions { remove_on_complete: keep(None, Some(1)), ..JobOptions::default() };
    f.add(job_with("new", options)).await;
    f.work_off(&["new"], completing(Value::Null)).await;
    assert_eq!(f.ids(&[JobState::Completed]).await, ["new"]);
}
