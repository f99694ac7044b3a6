use std::time::Duration;

use super::facts::{JobFacts, QueueFacts};
use super::verdict::Why;
use super::{job, queue};
use crate::cli::overview::QueueStatus;
use crate::jobs::LEAD_QUEUE;
use crate::model::{ProcessInfo, ProcessKind, Timestamp};
use crate::queue::{Job, JobOptions, JobState, QueueCounts};

const NOW: Timestamp = Timestamp::from_secs(100_000);

fn ago(secs: u64) -> Timestamp {
    NOW.minus(Duration::from_secs(secs))
}

fn idle() -> QueueFacts {
    QueueFacts {
        at: NOW,
        status: QueueStatus {
            name: LEAD_QUEUE.into(),
            counts: QueueCounts::default(),
            oldest_waiting_ms: None,
            workers: 1,
            concurrency: 2,
            failed_last_hour: 0,
            failed_truncated: false,
            last_failure: None,
        },
        active: Vec::new(),
        workers: vec![worker("w1")],
        alive: vec!["w1".into()],
        draining: 0,
        next_delayed: None,
        schedules: Vec::new(),
        breakers: Vec::new(),
        lock: Duration::from_secs(30),
    }
}

fn worker(id: &str) -> ProcessInfo {
    ProcessInfo {
        id: id.into(),
        kind: ProcessKind::Worker,
        host: "h".into(),
        pid: 1,
        version: "1".into(),
        started_at: ago(60),
        seen_at: NOW,
        http: None,
        queues: vec![LEAD_QUEUE.into()],
        concurrency: 2,
        slots: std::collections::BTreeMap::new(),
        active_jobs: Vec::new(),
        draining: false,
    }
}

fn a_job(id: &str, state: JobState) -> Job {
    Job {
        queue: LEAD_QUEUE.into(),
        id: id.into(),
        name: "lead".into(),
        state,
        data: serde_json::Value::Null,
        options: JobOptions { attempts: 3, ..JobOptions::default() },
        attempts_made: 0,
        attempts_started: 0,
        stalled_count: 0,
        progress: serde_json::Value::Null,
        result: None,
        failed_reason: None,
        stacktrace: Vec::new(),
        worker: Some("w1".into()),
        schedule_id: None,
        created_at: ago(300),
        run_at: None,
        processed_at: Some(ago(200)),
        finished_at: None,
    }
}

/// Without any worker.
fn deserted() -> QueueFacts {
    let mut facts = idle();
    (facts.status.workers, facts.status.concurrency) = (0, 0);
    (facts.workers, facts.alive) = (Vec::new(), Vec::new());
    facts
}

fn why_job(queue: QueueFacts, job: Job) -> Why {
    super::job::why(&JobFacts { queue, job, before: Some(2), last_log: None })
}

fn says(why: &Why, stuck: bool, verdict: &str, command: Option<&str>) {
    assert!(why.verdict.contains(verdict), "{}", why.verdict);
    assert_eq!(why.stuck, stuck, "{}", why.verdict);
    assert_eq!(why.command.as_deref(), command, "{}", why.verdict);
}

#[test]
fn a_queue_is_stuck_where_it_is_paused_or_deserted() {
    let mut facts = idle();
    says(&queue::why(&facts), false, "has nothing to do", None);
    facts.status.counts.waiting = 3;
    facts.status.counts.is_paused = true;
    let resume = Some("leadctl queue resume lead-discovery");
    says(&queue::why(&facts), true, "is paused; 3 jobs waiting", resume);

    let mut facts = deserted();
    facts.status.counts.waiting = 1;
    let run = Some("run `leadctl worker`");
    says(&queue::why(&facts), true, "1 job waiting and no worker is alive", run);
    facts.draining = 2;
    says(&queue::why(&facts), true, "its 2 workers are stopping", run);
}

#[test]
fn taken_slots_are_told_with_the_jobs_that_take_them() {
    let mut facts = idle();
    (facts.status.counts.waiting, facts.status.counts.active) = (4, 2);
    facts.active = vec![a_job("a", JobState::Active), a_job("b", JobState::Active)];
    facts.status.oldest_waiting_ms = Some(10_000);
    let more = Some("start another `leadctl worker`, or give it a higher --concurrency");
    says(
        &queue::why(&facts),
        false,
        "all 2 slots of lead-discovery are taken, by a (for 3m20s)",
        more,
    );
    facts.status.oldest_waiting_ms = Some(3_600_000);
    says(&queue::why(&facts), true, "all 2 slots", more);
    facts.status.counts.active = 1;
    let restart = Some("read the workers' log; restart them");
    says(&queue::why(&facts), true, "free slots, and yet a job has waited for 1h", restart);
}

#[test]
fn a_job_whose_worker_is_gone_waits_for_its_lock_or_for_a_worker() {
    let mut facts = idle();
    let mut orphan = a_job("a", JobState::Active);
    orphan.worker = Some("w0".into());
    says(
        &why_job(facts.clone(), orphan.clone()),
        false,
        "which is gone; another takes it up",
        None,
    );
    facts.active = vec![orphan.clone()];
    facts.status.counts.active = 1;
    says(&queue::why(&facts), false, "taken up by another within about 30s", None);
    let run = Some("run `leadctl worker`");
    says(&why_job(deserted(), orphan), true, "which is gone, and there is no other", run);

    let held = a_job("a", JobState::Active);
    says(&why_job(idle(), held.clone()), false, "w1 has been working on", None);
    let long = Job { processed_at: Some(ago(3_600)), ..held };
    let logs = Some("leadctl jobs logs -f lead-discovery/a");
    says(&why_job(idle(), long), false, "for 1h", logs);
}

#[test]
fn a_delayed_job_says_what_for_and_whether_anybody_lets_it_go() {
    let mut job = a_job("a", JobState::Delayed);
    job.run_at = Some(NOW.plus(Duration::from_secs(120)));
    (job.attempts_made, job.failed_reason) = (1, Some("no answer".into()));
    let promote = Some("leadctl jobs promote lead-discovery/a");
    let verdict = "is due in 2m, for attempt 2 of 3, after: no answer";
    says(&why_job(idle(), job.clone()), false, verdict, promote);
    job.run_at = Some(ago(60));
    let run = Some("run `leadctl worker`");
    says(&why_job(deserted(), job.clone()), true, "was due 1m ago and no worker is alive", run);

    let mut facts = deserted();
    facts.status.counts.delayed = 1;
    facts.next_delayed = Some(job.clone());
    says(&queue::why(&facts), true, "a delayed job of lead-discovery was due 1m ago", run);
    let mut paused = idle();
    paused.status.counts.is_paused = true;
    let resume = Some("leadctl queue resume lead-discovery");
    says(&why_job(paused, job), true, "is due and lead-discovery is paused", resume);
}

#[test]
fn an_ended_job_says_how() {
    let mut job = a_job("a b", JobState::Failed);
    (job.attempts_made, job.finished_at) = (3, Some(ago(60)));
    job.failed_reason = Some("403".into());
    let retry = Some("leadctl jobs retry 'lead-discovery/a b'");
    says(
        &why_job(idle(), job.clone()),
        true,
        "failed for good 1m ago, after 3 attempts: 403",
        retry,
    );
    job.state = JobState::Completed;
    says(&why_job(idle(), job), false, "completed 1m ago", None);
}

#[test]
fn a_waiting_job_knows_its_place_and_what_blocks_the_queue() {
    let mut facts = deserted();
    facts.status.counts.waiting = 3;
    let job = a_job("a", JobState::Waiting);
    let run = Some("run `leadctl worker`");
    says(&why_job(facts, job.clone()), true, "no worker is alive; 2 jobs run before it", run);
    says(&why_job(idle(), job), false, "is about to be begun: 2 jobs run before it", None);
}

#[test]
fn failures_are_told_where_nothing_else_is_wrong_and_made_safe() {
    let mut facts = idle();
    facts.status.counts.failed = 2;
    facts.status.failed_last_hour = 2;
    facts.status.last_failure = Some("x\u{1b}[2J".into());
    let why = queue::why(&facts);
    let ls = Some("leadctl jobs ls --state failed --queue lead-discovery");
    says(&why, true, "2 jobs failed in the last hour", ls);
    let text = why.text(false);
    assert!(text.contains("x\\u{1b}[2J") && !text.contains('\u{1b}'), "{text}");
    assert!(text.contains("last failure"), "{text}");
    let told = job::why(&JobFacts {
        queue: idle(),
        job: a_job("a", JobState::WaitingChildren),
        before: None,
        last_log: None,
    });
    assert!(told.verdict.contains("waits for the jobs below it"));
}
