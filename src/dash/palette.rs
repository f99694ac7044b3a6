//! The command palette: what can be typed, with the key that does the same.

use super::input::Effect;
use super::keys::{self, Binding, Does};
use super::place::{Place, View};
use super::state::State;

/// A line of the palette.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What is typed.
    pub name: String,
    /// The key that does the same; may be empty.
    pub key: String,
    /// What it does.
    pub does: Command,
}

/// What a line does.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// What a key does.
    Key(Does),
    /// Goes to the jobs of a queue.
    Queue(String),
}

/// The lines that hold all words typed: views, keys of this place, queues.
pub fn entries(state: &State, typed: &str) -> Vec<Entry> {
    let views = state.views().into_iter().map(|view: View| Entry {
        name: view.name().to_owned(),
        key: view.key().to_string(),
        does: Command::Key(Does::Go(view)),
    });
    let bound = keys::of(state.place(), state.options.read_only);
    let acts = bound.into_iter().filter(|b| !moves(b)).map(|b| Entry {
        name: b.what.to_owned(),
        key: b.keys.to_owned(),
        does: Command::Key(b.does),
    });
    let queues = state.parts().queues.get().into_iter().flatten().map(|queue| Entry {
        name: format!("jobs {}", queue.status.name),
        key: String::new(),
        does: Command::Queue(queue.status.name.clone()),
    });
    let queues = queues.filter(|_| state.options.has_queue);
    let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let holds = |entry: &Entry| {
        let name = entry.name.to_lowercase();
        words.iter().all(|word| name.contains(word))
    };
    let mut found: Vec<Entry> = views.chain(acts).chain(queues).filter(holds).collect();
    // What begins with what was typed comes first.
    if let Some(first) = words.first() {
        found.sort_by_key(|entry| !entry.name.to_lowercase().starts_with(first.as_str()));
    }
    found
}

/// Keys that move about make no sense as commands.
fn moves(binding: &Binding) -> bool {
    matches!(
        binding.does,
        Does::Up
            | Does::Down
            | Does::PageUp
            | Does::PageDown
            | Does::Top
            | Does::Bottom
            | Does::Palette
            | Does::Help
            | Does::Open
            | Does::Back
    )
}

/// Does what the line chosen does.
pub fn run(state: &mut State, typed: &str, chosen: usize) -> Vec<Effect> {
    let Some(entry) = entries(state, typed).into_iter().nth(chosen) else {
        state.tell(format!("there is no command {}", crate::plain::plain(typed)), false);
        return Vec::new();
    };
    match entry.does {
        Command::Key(does) => state.does(does),
        Command::Queue(queue) => state.enter(Place::Jobs { queue, state: None }),
    }
}
