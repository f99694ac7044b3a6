use nix::sys::signal::kill;
use nix::unistd::{Pid, gethostname};

use super::facts::Facts;
use super::line::Line;
use crate::model::{ProcessInfo, ProcessKind};
use crate::shared_state::heartbeat;

pub(super) async fn check(facts: &Facts) -> Vec<Line> {
    let services = match facts.services() {
        Ok(services) => services,
        Err(lines) => return lines,
    };
    match heartbeat::processes(services.state.as_ref()).await {
        Ok(processes) => of(&processes, is_gone),
        Err(error) => {
            vec![Line::fail(error.to_string(), "see what is said of the database")]
        }
    }
}

fn of(processes: &[ProcessInfo], is_gone: impl Fn(&ProcessInfo) -> bool) -> Vec<Line> {
    if processes.is_empty() {
        return vec![Line::ok("none runs; `leadctl up` starts them")];
    }
    let counts: Vec<String> = ProcessKind::ALL
        .iter()
        .map(|kind| (kind, processes.iter().filter(|p| p.kind == *kind).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| format!("{count} {kind}"))
        .collect();
    let mut lines = vec![Line::ok(counts.join(", "))];
    let here = env!("CARGO_PKG_VERSION");
    for process in processes {
        if process.version != here {
            lines.push(Line::warn(
                format!("{} is of version {}, this is {here}", process.id, process.version),
                "restart it with this version",
            ));
        }
        if is_gone(process) {
            lines.push(Line::warn(
                format!("{} told of itself a moment ago and is gone", process.id),
                "it was killed; its jobs are taken up when their locks run out",
            ));
        }
    }
    lines
}

/// Whether a process of this host is there no more.
fn is_gone(process: &ProcessInfo) -> bool {
    let here = gethostname().is_ok_and(|name| name.to_string_lossy() == process.host);
    let Ok(pid) = i32::try_from(process.pid) else { return false };
    here && pid > 0 && kill(Pid::from_raw(pid), None) == Err(nix::errno::Errno::ESRCH)
}

#[cfg(test)]
mod tests {
    use super::super::line::Outcome;
    use super::*;
    use crate::clock::SystemClock;
    use crate::shared_state::heartbeat::process_info;

    #[test]
    fn others_versions_and_the_dead_are_told() {
        let worker = process_info(ProcessKind::Worker, &SystemClock::shared());
        assert!(!is_gone(&worker));
        let old = ProcessInfo { version: "0.0.1".into(), ..worker.clone() };
        let lines = of(&[worker.clone(), old.clone()], |p| p.version == "0.0.1");
        assert_eq!(lines[0], Line::ok("2 worker"));
        assert_eq!(lines.len(), 3);
        assert!(lines[1..].iter().all(|line| line.outcome == Outcome::Warn));
        assert_eq!(of(&[], is_gone)[0].outcome, Outcome::Ok);
    }
}
