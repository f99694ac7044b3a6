//! A view as JSON, for a file.

use serde_json::{Value, json};

use crate::dash::place::Place;
use crate::dash::state::State;

/// What this place shows, in full.
pub fn of(state: &State) -> Value {
    let parts = state.parts();
    let items = match state.place() {
        Place::Overview => json!({
            "queues": parts.queues.get(),
            "processes": parts.processes.get(),
            "system": parts.system.get(),
            "breakers": parts.breakers.get(),
            "cache": parts.cache.get(),
            "traffic": parts.traffic.get(),
        }),
        Place::Findings => json!(state.verdict().map(|verdict| verdict.findings)),
        Place::Queues => json!(parts.queues.get()),
        Place::Jobs { .. } => json!(state.page.get()),
        Place::Job(_) => json!(state.job.get()),
        Place::Letters => json!(state.letters.get()),
        Place::Group(name) => {
            json!(state.letters.get().and_then(|l| l.groups.iter().find(|g| g.group == *name)))
        }
        Place::Workers | Place::Processes => json!(parts.processes.get()),
        Place::Breakers => json!(parts.breakers.get()),
        Place::Breaker(name) => {
            json!(parts.breakers.get().and_then(|b| b.iter().find(|b| b.status.name == *name)))
        }
        Place::Cache => json!(parts.cache.get()),
        Place::Leads => json!(state.leads.get()),
        Place::Lead(id) => {
            json!(state.leads.get().and_then(|leads| leads.iter().find(|lead| lead.id == *id)))
        }
        Place::Schedules => json!(parts.schedules.get()),
        Place::Logs => json!(state.logs.get()),
        Place::Events => json!(state.events.iter().map(|(_, event)| event).collect::<Vec<_>>()),
    };
    json!({
        "view": state.place().view().name(),
        "at": state.at(),
        "verdict": state.verdict(),
        "content": items,
    })
}
