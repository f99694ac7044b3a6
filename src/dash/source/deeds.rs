//! Does what was confirmed, and writes down who did what.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::time::Duration;

use serde_json::json;

use crate::cli::audit_of_dash;
use crate::cli::output::ActReport;
use crate::clock::millis;
use crate::dash::actions::Deed;
use crate::guard::breaker::{By, Manual};
use crate::operator;
use crate::services::Services;
use crate::store::StoreError;
use crate::supervisor::Step;
use crate::supervisor::control::{Request, ask};
use crate::worker::want_slots;

/// The file of what was done to the deployment of somebody else, in the data directory: one JSON
/// object a line. What is done to one's own is in its database.
const TRAIL: &str = "audit.ndjson";
/// Longest time for a change of processes, and until that is answered.
const CHANGE: Duration = Duration::from_secs(300);
const GRACE: Duration = Duration::from_secs(5);

/// Does it; says in words what became of it, and whether all went well.
pub(super) async fn perform(services: &Services, deed: &Deed, has_store: bool) -> (String, bool) {
    let report = act(services, deed).await;
    let mut ok = report.errors.is_empty();
    let mut text = format!("{}: {} of {} done", deed.name(), report.acted, report.matched);
    if report.skipped > 0 {
        text.push_str(&format!(", {} as they were", report.skipped));
    }
    if let Some(error) = report.errors.first() {
        text.push_str(&format!(", {} not: {}", report.errors.len(), error.message));
    }
    let kept = if has_store {
        keep(services, deed, &report).await.map_err(|error| format!("kept for the audit: {error}"))
    } else {
        write_down(services, deed, &report).map_err(|error| format!("written to {TRAIL}: {error}"))
    };
    if let Err(error) = kept {
        ok = false;
        text.push_str(&format!("; it could not be {error}"));
    }
    (text, ok)
}

async fn act(services: &Services, deed: &Deed) -> ActReport {
    let mut report = ActReport::new(false);
    let queue = services.queue.as_ref();
    match deed {
        Deed::Retry { jobs } => {
            for job in jobs {
                count(&mut report, &job.to_string(), queue.retry(&job.queue, &job.id).await);
            }
        }
        Deed::Promote { jobs } => {
            for job in jobs {
                count(&mut report, &job.to_string(), queue.promote(&job.queue, &job.id).await);
            }
        }
        Deed::Remove { jobs } => {
            for job in jobs {
                count(&mut report, &job.to_string(), queue.remove(&job.queue, &job.id).await);
            }
        }
        Deed::Pause { queues } => {
            for name in queues {
                count(&mut report, name, queue.pause(name).await);
            }
        }
        Deed::Resume { queues } => {
            for name in queues {
                count(&mut report, name, queue.resume(name).await);
            }
        }
        Deed::RunNow { schedules } => {
            for (name, id) in schedules {
                let done = queue.run_schedule(name, id).await.map(|_| ());
                count(&mut report, &format!("{name}/{id}"), done);
            }
        }
        Deed::Trip { breakers, why } => {
            set(services, &mut report, breakers, Manual::ForceOpen { until: None }, why).await;
        }
        Deed::Reset { breakers, why } => {
            set(services, &mut report, breakers, Manual::Reset, why).await;
        }
        Deed::Flush { kinds, .. } => match services.cache.flush(kinds).await {
            Ok(removed) => {
                report.matched += removed;
                report.acted += removed;
            }
            Err(error) => report.failed("cache", error.to_string()),
        },
        Deed::Slots { queues, slots } => {
            for name in queues {
                let done = want_slots(services.state.as_ref(), name, *slots).await;
                count(&mut report, name, done);
            }
        }
        Deed::Restart { kind, .. } => {
            let request = Request::Restart { only: Some(*kind), timeout_ms: millis(CHANGE) };
            supervise(services, &mut report, &request).await;
        }
        Deed::Scale { kind, count } => {
            let request = Request::Scale { kind: *kind, count: *count, timeout_ms: millis(CHANGE) };
            supervise(services, &mut report, &request).await;
        }
    }
    report
}

/// Asks the supervisor on this data directory; each process that it tells of counts.
async fn supervise(services: &Services, report: &mut ActReport, request: &Request) {
    let mut told = Vec::new();
    let dir = &services.settings.data_dir;
    let done = ask(dir, request, CHANGE + GRACE, |step| match step {
        Step::Replacing { .. } => {}
        Step::Replaced { name, .. } | Step::Added { name, .. } | Step::Removed { name } => {
            told.push(name);
        }
    });
    let done = done.await;
    told.iter().for_each(|name| report.acted(name));
    if let Err(error) = done {
        report.failed("up", error.to_string());
    }
}

fn count<E: std::fmt::Display>(report: &mut ActReport, id: &str, done: Result<(), E>) {
    match done {
        Ok(()) => report.acted(id),
        Err(error) => report.failed(id, error.to_string()),
    }
}

async fn set(
    services: &Services,
    report: &mut ActReport,
    breakers: &[String],
    to: Manual,
    why: &str,
) {
    for name in breakers {
        let by = By { who: operator::who(), at: services.clock.now(), why: why.to_owned() };
        match services.guards.breaker(name).change(to, by).await {
            Ok(true) => report.acted(name),
            Ok(false) => report.skipped(name),
            Err(error) => report.failed(name, error.to_string()),
        }
    }
}

async fn keep(services: &Services, deed: &Deed, report: &ActReport) -> Result<(), StoreError> {
    let (target, options) = deed.asked();
    let entry = audit_of_dash(deed.action(), &target, options, report);
    services.store.record_audit(&entry).await
}

fn write_down(services: &Services, deed: &Deed, report: &ActReport) -> std::io::Result<()> {
    let path = services.settings.data_dir.join(TRAIL);
    let line = json!({
        "at": services.clock.now(),
        "who": operator::who(),
        "from": "dash",
        "deed": deed,
        "report": report,
    });
    let mut file = std::fs::OpenOptions::new().create(true).append(true).mode(0o600).open(path)?;
    // One write, so that lines of several processes do not mix.
    file.write_all(format!("{line}\n").as_bytes())
}
