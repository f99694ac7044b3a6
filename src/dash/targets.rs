//! What a key is about: the rows that are marked, or else the one the cursor is on.

use super::actions::Deed;
use super::data::JobRef;
use super::keys::Does;
use super::listing::Item;
use super::place::Place;
use super::state::State;
use super::view;
use crate::cli::overview::shell_word;
use crate::guard::breaker::Kind;
use crate::model::ProcessKind;
use crate::queue::{Job, JobState};
use crate::supervisor::{ChildKind, LOG_FILE};

/// The rows that are marked and still there, or the one the cursor is on.
fn items(state: &State) -> Vec<Item> {
    let marked = state.look().marked;
    if marked.is_empty() {
        return view::current(state).into_iter().collect();
    }
    let listing = view::listing(state);
    listing.rows.into_iter().map(|row| row.item).filter(|item| marked.contains(item)).collect()
}

/// What is to be done for a key.
///
/// # Errors
/// There is nothing that it could be done to, in words.
pub fn deed(state: &State, does: Does) -> Result<Deed, String> {
    let items = items(state);
    let deed = match does {
        Does::Retry => {
            let jobs = jobs(state, &items, |s| matches!(s, JobState::Failed | JobState::Completed));
            Deed::Retry { jobs: some(jobs, "no failed job here to run again")? }
        }
        Does::Promote => {
            let jobs = jobs(state, &items, |s| s == JobState::Delayed);
            Deed::Promote { jobs: some(jobs, "no delayed job here")? }
        }
        Does::Remove => {
            let jobs = jobs(state, &items, |s| s != JobState::Active);
            Deed::Remove { jobs: some(jobs, "no job here that can be removed")? }
        }
        Does::Halt => halt(state, some(queues(&items), "no queue here")?),
        Does::Slots => {
            let ours = |queue: &String| crate::jobs::QUEUES.contains(&queue.as_str());
            let queues: Vec<String> = match state.place() {
                Place::Workers => crate::jobs::QUEUES.iter().map(ToString::to_string).collect(),
                _ => queues(&items).into_iter().filter(ours).collect(),
            };
            let queues = some(queues, "leadctl's workers do not work on this queue")?;
            Deed::Slots { queues, slots: None }
        }
        Does::Trip | Does::Reset => {
            let breakers = some(breakers(state, &items), "no breaker here")?;
            match does {
                Does::Trip => Deed::Trip { breakers, why: String::new() },
                _ => Deed::Reset { breakers, why: String::new() },
            }
        }
        Does::Flush => {
            let kind = |item: &Item| match item {
                Item::Kind(kind) => Some(*kind),
                _ => None,
            };
            let kinds = some(items.iter().filter_map(kind).collect(), "no kind here")?;
            let stats = state.parts().cache.get();
            let entries = stats.map_or(0, |stats| {
                let of = |k: &&crate::guard::cache::KindStats| {
                    k.kind.is_some_and(|kind| kinds.contains(&kind))
                };
                stats.kinds.iter().filter(of).map(|kind| kind.entries).sum()
            });
            Deed::Flush { kinds, entries }
        }
        Does::RunNow => {
            let schedule = |item: &Item| match item {
                Item::Schedule(queue, id) => Some((queue.clone(), id.clone())),
                _ => None,
            };
            let schedules = some(items.iter().filter_map(schedule).collect(), "no schedule here")?;
            Deed::RunNow { schedules }
        }
        Does::Restart | Does::Scale => {
            let (kind, count) = child(state, &items)?;
            match does {
                Does::Restart => Deed::Restart { kind, count },
                _ => Deed::Scale { kind, count: u16::try_from(count).unwrap_or(u16::MAX) },
            }
        }
        _ => return Err("nothing to do here".to_owned()),
    };
    Ok(deed)
}

/// The kind of the process that is meant, and how many there are of it.
fn child(state: &State, items: &[Item]) -> Result<(ChildKind, usize), String> {
    if !state.options.has_store {
        return Err("only where `leadctl up` runs on this machine's data directory".to_owned());
    }
    let processes = state.parts().processes.get();
    let meant = processes.into_iter().flatten().find(|process| {
        items.iter().any(|item| matches!(item, Item::Process(id) if *id == process.id))
    });
    let process = meant.ok_or("no process here")?;
    let kind = match process.kind {
        ProcessKind::Api => ChildKind::Api,
        ProcessKind::Worker => ChildKind::Worker,
        ProcessKind::Supervisor | ProcessKind::Sandbox => {
            return Err("only API and worker processes can be replaced".to_owned());
        }
    };
    let alike = processes.into_iter().flatten().filter(|other| other.kind == process.kind);
    Ok((kind, alike.count()))
}

fn some<T>(found: Vec<T>, none: &str) -> Result<Vec<T>, String> {
    if found.is_empty() { Err(none.to_owned()) } else { Ok(found) }
}

/// Pauses the queues, or resumes them where all are paused already.
fn halt(state: &State, queues: Vec<String>) -> Deed {
    let paused = |name: &String| {
        state.parts().queue(name).is_some_and(|queue| queue.status.counts.is_paused)
    };
    if queues.iter().all(paused) { Deed::Resume { queues } } else { Deed::Pause { queues } }
}

fn queues(items: &[Item]) -> Vec<String> {
    let queue = |item: &Item| match item {
        Item::Queue(name) => Some(name.clone()),
        _ => None,
    };
    items.iter().filter_map(queue).collect()
}

fn breakers(state: &State, items: &[Item]) -> Vec<String> {
    if let Place::Breaker(name) = state.place() {
        return vec![name.clone()];
    }
    let breaker = |item: &Item| match item {
        Item::Breaker(name) => Some(name.clone()),
        _ => None,
    };
    items.iter().filter_map(breaker).collect()
}

/// The jobs that are meant and whose state, as far as it is known, allows it.
fn jobs(state: &State, items: &[Item], allows: impl Fn(JobState) -> bool) -> Vec<JobRef> {
    let known = |job: &JobRef| -> Option<JobState> {
        let found = |jobs: &[Job]| {
            jobs.iter().find(|j| j.queue == job.queue && j.id == job.id).map(|j| j.state)
        };
        match state.place() {
            Place::Job(_) => state.job.get()?.job.as_ref().map(|job| job.state),
            Place::Letters | Place::Group(_) => Some(JobState::Failed),
            _ => found(&state.page.get()?.jobs),
        }
    };
    let mut found = Vec::new();
    if let Place::Job(job) = state.place() {
        found.push(job.clone());
    }
    for item in items {
        match item {
            Item::Job(job) => found.push(job.clone()),
            Item::Group(name) => {
                let letters = state.letters.get();
                let group = letters.and_then(|l| l.groups.iter().find(|g| g.group == *name));
                found.extend(group.iter().flat_map(|group| group.jobs.iter().cloned()));
            }
            _ => {}
        }
    }
    found.retain(|job| known(job).is_some_and(&allows));
    found
}

/// What `y` copies.
pub fn id(state: &State) -> Option<String> {
    match state.place() {
        Place::Job(job) => return Some(job.to_string()),
        Place::Breaker(name) => return Some(name.clone()),
        Place::Lead(id) => {
            let lead = state.leads.get()?.iter().find(|lead| lead.id == *id)?;
            return Some(lead.post.web_url());
        }
        _ => {}
    }
    Some(match view::current(state)? {
        Item::Queue(name) | Item::Group(name) | Item::Breaker(name) => name,
        Item::Process(id) | Item::Lead(id) | Item::Schedule(_, id) => id,
        Item::Job(job) => job.to_string(),
        Item::Kind(kind) => kind.to_string(),
        Item::Finding(n) => state.verdict()?.findings.get(n)?.command.clone(),
        Item::Nth(n) if *state.place() == Place::Logs => {
            let n = usize::try_from(n).ok()?;
            state.logs.get()?.get(n)?.text.clone()
        }
        Item::Nth(n) => {
            let (_, event) = state.events.iter().find(|(seen, _)| *seen == n)?;
            format!("{}/{}", event.queue, event.job_id.as_ref()?)
        }
    })
}

/// The command that shows the same.
pub fn command(state: &State) -> String {
    match state.place() {
        Place::Overview | Place::Findings => "leadctl status".into(),
        Place::Queues => "leadctl queue ls --all-queues".into(),
        Place::Jobs { queue, state } => {
            let of = state.map_or_else(String::new, |state| format!(" --state {state}"));
            format!("leadctl jobs ls --queue {}{of}", shell_word(queue))
        }
        Place::Job(job) => format!("leadctl jobs show {}", shell_word(&job.to_string())),
        Place::Letters => "leadctl dlq ls --all-queues".into(),
        Place::Group(group) => format!("leadctl dlq show {group}"),
        Place::Workers => "leadctl workers ls".into(),
        Place::Breakers => "leadctl breaker status".into(),
        Place::Breaker(name) => format!("leadctl breaker history {}", shell_word(name)),
        Place::Cache => "leadctl cache stats".into(),
        Place::Leads => "leadctl leads ls".into(),
        Place::Lead(id) => format!("leadctl leads show {id}"),
        Place::Schedules => "leadctl schedule ls".into(),
        Place::Events => "leadctl events -f --all-queues".into(),
        Place::Processes => "leadctl workers ls --all".into(),
        Place::Logs => format!("tail -F {LOG_FILE}"),
    }
}

/// Whether a breaker in this state needs a look.
pub fn breaker_is_wrong(kind: Kind) -> bool {
    kind != Kind::Closed
}
