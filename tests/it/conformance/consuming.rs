use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use leadctl::queue::{ActiveJob, Concurrency, ConsumeOptions, JobState};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::fixture::{Diary, Doing, Fixture, Gate, completing, job, options, stuck, until};

pub async fn concurrency_is_used_and_kept(f: Fixture) {
    let ids: Vec<String> = (0..12).map(|n| format!("j{n}")).collect();
    f.queue.add_bulk(&f.name, ids.iter().map(|id| job(id)).collect()).await.expect("added");
    let (running, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let gate = CancellationToken::new();
    let (now, peak, open) = (Arc::clone(&running), Arc::clone(&most), gate.clone());
    let handler = Doing(move |_| {
        let (now, peak, open) = (Arc::clone(&now), Arc::clone(&peak), open.clone());
        Box::pin(async move {
            peak.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            open.cancelled().await;
            tokio::task::yield_now().await;
            now.fetch_sub(1, Ordering::SeqCst);
            Ok(Value::Null)
        })
    });
    let worker = f.work(ConsumeOptions { concurrency: 3.into(), ..options() }, handler);
    until("three run", async || running.load(Ordering::SeqCst) == 3).await;
    assert_eq!(f.counts().await.active, 3);
    gate.cancel();
    until("all have run", async || f.counts().await.completed == 12).await;
    worker.stop().await;
    assert_eq!(most.load(Ordering::SeqCst), 3);
}

pub async fn concurrency_can_change_while_it_works(f: Fixture) {
    let ids: Vec<String> = (0..12).map(|n| format!("j{n}")).collect();
    f.queue.add_bulk(&f.name, ids.iter().map(|id| job(id)).collect()).await.expect("added");
    let running = Arc::new(AtomicUsize::new(0));
    let go = Arc::new(tokio::sync::Semaphore::new(0));
    let gone = Arc::clone(&go);
    let handler = Doing({
        let running = Arc::clone(&running);
        move |_| {
            let (running, gone) = (Arc::clone(&running), Arc::clone(&gone));
            Box::pin(async move {
                running.fetch_add(1, Ordering::SeqCst);
                gone.acquire().await.expect("open").forget();
                running.fetch_sub(1, Ordering::SeqCst);
                Ok(Value::Null)
            })
        }
    });
    let (slots, concurrency) = Concurrency::changing(1);
    let worker = f.work(ConsumeOptions { concurrency, ..options() }, handler);
    until("one runs", async || running.load(Ordering::SeqCst) == 1).await;
    slots.send_replace(4);
    until("four run", async || running.load(Ordering::SeqCst) == 4).await;
    // Fewer: those that run go on to their end, and are not followed by as many.
    slots.send_replace(1);
    until("one runs", async || {
        let now = running.load(Ordering::SeqCst);
        if now > 1 && go.available_permits() == 0 {
            go.add_permits(1);
        }
        now == 1 && go.available_permits() == 0
    })
    .await;
    assert!(f.counts().await.completed < 12);
    go.add_permits(12);
    until("all have run", async || f.counts().await.completed == 12).await;
    worker.stop().await;
}

pub async fn each_job_is_done_once_by_several_workers(f: Fixture) {
    let diary = Diary::default();
    let workers: Vec<_> = (0..3).map(|_| f.work(options(), diary.handler())).collect();
    for chunk in 0..4 {
        let jobs = (0..50).map(|n| job(&format!("j{chunk}-{n}"))).collect();
        f.queue.add_bulk(&f.name, jobs).await.expect("added");
    }
    until("all are done", async || f.counts().await.completed == 200).await;
    for worker in workers {
        worker.stop().await;
    }
    let tally = diary.tally();
    assert_eq!(tally.len(), 200);
    assert!(tally.values().all(|&times| times == 1), "{tally:?}");
}

pub async fn a_stop_waits_for_what_is_in_flight(f: Fixture) {
    f.add(job("slow")).await;
    let (gate, handler) = stuck();
    let worker = f.work(ConsumeOptions { concurrency: 1.into(), ..options() }, handler);
    gate.reached().await;
    f.add(job("next")).await;
    let stopping = tokio::spawn(worker.stop());
    // It must not take another while it drains.
    tokio::task::yield_now().await;
    assert!(!stopping.is_finished());
    gate.open();
    stopping.await.expect("it stops");
    assert_eq!(f.get("slow").await.state, JobState::Completed);
    // `next` may have been taken before the stop came through, but then it is done.
    let next = f.get("next").await.state;
    assert!(matches!(next, JobState::Waiting | JobState::Completed), "{next}");
}

pub async fn a_stop_gives_back_what_does_not_end(f: Fixture) {
    f.add(job("endless")).await;
    let told = CancellationToken::new();
    let (gate, tell) = (Gate::default(), told.clone());
    let reached = gate.clone();
    let handler = Doing(move |active: ActiveJob| {
        let (gate, tell) = (gate.clone(), tell.clone());
        Box::pin(async move {
            tokio::select! {
                () = gate.passed() => {}
                () = active.cancelled.cancelled() => tell.cancel(),
            }
            Ok(json!("not to be kept"))
        })
    });
    let options = ConsumeOptions { drain: Duration::from_millis(50), ..options() };
    let worker = f.work(options, handler);
    reached.reached().await;
    f.add(job("behind")).await;
    worker.stop().await;
    until("the handler is told", async || told.is_cancelled()).await;
    until("it waits again", async || f.get("endless").await.state == JobState::Waiting).await;
    let job = f.get("endless").await;
    assert_eq!((job.attempts_made, job.stalled_count, job.result), (0, 0, None));
    // It goes before what came after it.
    let first = f.ids(&[JobState::Waiting]).await;
    assert_eq!(first.first().map(String::as_str), Some("endless"), "{first:?}");
    f.work_off(&["endless"], completing(json!("at last"))).await;
    assert_eq!(f.get("endless").await.result, Some(json!("at last")));
}

pub async fn a_job_tells_its_worker_and_its_attempt(f: Fixture) {
    f.add(job("mine")).await;
    let handler = Doing(|active: ActiveJob| {
        Box::pin(async move {
            let job = active.job;
            assert_eq!((job.state, job.worker.as_deref()), (JobState::Active, Some("anna")));
            assert_eq!((job.attempts_started, job.attempts_made), (1, 0));
            assert!(job.processed_at.is_some());
            Ok(json!([job.id, job.name, job.queue, job.data]))
        })
    });
    let worker = f.work(ConsumeOptions { worker: "anna".into(), ..options() }, handler);
    let done = f.finished("mine").await;
    worker.stop().await;
    assert_eq!(done.worker.as_deref(), Some("anna"));
    assert_eq!(done.result, Some(json!(["mine", "test", f.name, {"id": "mine"}])));
}

pub async fn a_worker_that_is_idle_picks_up_what_is_added(f: Fixture) {
    let worker = f.work(options(), completing(Value::Null));
    for n in 0..5 {
        let id = format!("j{n}");
        f.add(job(&id)).await;
        f.until(&id, JobState::Completed).await;
    }
    worker.stop().await;
}
