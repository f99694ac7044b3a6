//! The one table of keys: what each does, and where. `?` is made from it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::place::{Place, View};

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// The first row.
    Top,
    /// The last row.
    Bottom,
    /// Go into what the cursor is on.
    Open,
    /// Go back, never out.
    Back,
    /// Go back, and out from the first place.
    Quit,
    /// End and leave the last frame on the screen.
    QuitHere,
    /// The next view.
    NextView,
    /// The view before.
    PreviousView,
    /// To a view.
    Go(View),
    /// To the list of what is wrong.
    Findings,
    /// The next state of jobs.
    NextTab,
    /// The state before.
    PreviousTab,
    /// The next page of jobs.
    NextPage,
    /// The page before.
    PreviousPage,
    /// The next queue.
    NextQueue,
    /// Type a filter.
    Filter,
    /// Only what is wrong.
    OnlyWrong,
    /// Choose the column to sort by.
    Sort,
    /// Sort by the next column.
    SortNext,
    /// Sort by the column before.
    SortPrevious,
    /// Give all room to a pane, to the next, to none.
    Expand,
    /// Turn the order round.
    Invert,
    /// Mark the row.
    Mark,
    /// Mark all rows of the filter, or none.
    MarkAll,
    /// Type a command.
    Palette,
    /// Show the keys of this place.
    Help,
    /// Stop and go on reading.
    Pause,
    /// Stop the clock and look back.
    Freeze,
    /// Ten seconds back.
    Older,
    /// Ten seconds forth.
    Newer,
    /// A minute back.
    MuchOlder,
    /// A minute forth.
    MuchNewer,
    /// Read more often.
    Faster,
    /// Read less often.
    Slower,
    /// Copy the id.
    Copy,
    /// Copy the command that shows the same.
    CopyCommand,
    /// Write the view to a file.
    Save,
    /// Draw all anew.
    Redraw,
    /// To the shell, for a while.
    Suspend,
    /// Run failed jobs again.
    Retry,
    /// Let delayed jobs wait no longer.
    Promote,
    /// Remove.
    Remove,
    /// Pause or resume.
    Halt,
    /// Run a schedule now.
    RunNow,
    /// Open a breaker by hand.
    Trip,
    /// Close a breaker.
    Reset,
    /// Flush kinds of the cache.
    Flush,
    /// Change how many jobs run at the same time.
    Slots,
    /// Replace processes one at a time.
    Restart,
    /// Have more or fewer processes.
    Scale,
}

/// Where a key works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// Everywhere.
    Anywhere,
    /// Where there is a list.
    Lists,
    /// Where there is a list that has no states to go through.
    Stateless,
    /// Where there is more than one pane.
    Panes,
    /// Where there are jobs: the list, a job, the letters of a group.
    Jobs,
    /// In the list of jobs.
    JobList,
    /// Where there are jobs or groups of dead letters.
    Failed,
    /// Where there are queues.
    Queues,
    /// Where there are workers or queues.
    Workers,
    /// Where there are breakers.
    Breakers,
    /// In the cache.
    Cache,
    /// In the schedules.
    Schedules,
    /// Among all processes.
    Processes,
}

impl Where {
    /// Whether `place` is there.
    pub fn is(self, place: &Place) -> bool {
        let job_list = matches!(place, Place::Jobs { .. });
        let jobs = job_list || matches!(place, Place::Job(_) | Place::Group(_));
        let queues = matches!(place, Place::Queues | Place::Overview);
        match self {
            Self::Anywhere => true,
            Self::Lists => !place.is_text(),
            Self::Stateless => !place.is_text() && !job_list,
            Self::Panes => matches!(
                place,
                Place::Overview
                    | Place::Queues
                    | Place::Letters
                    | Place::Cache
                    | Place::Leads
                    | Place::Logs
            ),
            Self::Jobs => jobs,
            Self::JobList => job_list,
            Self::Failed => jobs || *place == Place::Letters,
            Self::Queues => queues,
            Self::Workers => queues || *place == Place::Workers,
            Self::Breakers => matches!(place, Place::Breakers | Place::Breaker(_)),
            Self::Cache => *place == Place::Cache,
            Self::Schedules => *place == Place::Schedules,
            Self::Processes => *place == Place::Processes,
        }
    }
}

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The keys, as they are shown.
    pub keys: &'static str,
    /// The keys.
    pub on: &'static [Key],
    /// What they ask for.
    pub does: Does,
    /// Where.
    pub place: Where,
    /// In words.
    pub what: &'static str,
    /// It changes something beyond the screen: not there with `--read-only`.
    pub changes: bool,
}

/// A key, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A character, or a key that has none.
    Code(KeyCode),
    /// A character with Ctrl.
    Ctrl(char),
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        match event.code {
            KeyCode::Char(c) if event.modifiers.contains(KeyModifiers::CONTROL) => Self::Ctrl(c),
            code => Self::Code(code),
        }
    }
}

const fn c(c: char) -> Key {
    Key::Code(KeyCode::Char(c))
}

const fn k(code: KeyCode) -> Key {
    Key::Code(code)
}

const fn look(
    keys: &'static str,
    on: &'static [Key],
    does: Does,
    place: Where,
    what: &'static str,
) -> Binding {
    Binding { keys, on, does, place, what, changes: false }
}

const fn change(
    keys: &'static str,
    on: &'static [Key],
    does: Does,
    place: Where,
    what: &'static str,
) -> Binding {
    Binding { keys, on, does, place, what, changes: true }
}

/// Every key. What changes things is UPPERCASE, and no Ctrl does.
pub const KEYS: &[Binding] = &[
    look("↑ k", &[k(KeyCode::Up), c('k')], Does::Up, Where::Anywhere, "up"),
    look("↓ j", &[k(KeyCode::Down), c('j')], Does::Down, Where::Anywhere, "down"),
    look(
        "PgUp ^U",
        &[k(KeyCode::PageUp), Key::Ctrl('u')],
        Does::PageUp,
        Where::Anywhere,
        "a page up",
    ),
    look(
        "PgDn ^D",
        &[k(KeyCode::PageDown), Key::Ctrl('d')],
        Does::PageDown,
        Where::Anywhere,
        "a page down",
    ),
    look("g Home", &[c('g'), k(KeyCode::Home)], Does::Top, Where::Anywhere, "to the first"),
    look("G End", &[c('G'), k(KeyCode::End)], Does::Bottom, Where::Anywhere, "to the last"),
    look("Enter", &[k(KeyCode::Enter)], Does::Open, Where::Lists, "open"),
    look("Esc", &[k(KeyCode::Esc), k(KeyCode::Backspace)], Does::Back, Where::Anywhere, "back"),
    look("q", &[c('q'), Key::Ctrl('c')], Does::Quit, Where::Anywhere, "back, then quit"),
    look("Q", &[c('Q')], Does::QuitHere, Where::Anywhere, "quit, leaving the last frame"),
    look("1-9 0 p o", &[], Does::Help, Where::Anywhere, "to a view, as the tabs say"),
    look("Tab", &[k(KeyCode::Tab)], Does::NextView, Where::Anywhere, "next view"),
    look("Shift-Tab", &[k(KeyCode::BackTab)], Does::PreviousView, Where::Anywhere, "view before"),
    look("!", &[c('!')], Does::Findings, Where::Anywhere, "all that is wrong, with what to run"),
    look("→ l", &[k(KeyCode::Right), c('l')], Does::NextTab, Where::JobList, "next state"),
    look("← h", &[k(KeyCode::Left), c('h')], Does::PreviousTab, Where::JobList, "state before"),
    look("n", &[c('n')], Does::NextPage, Where::JobList, "next page"),
    look("N", &[c('N')], Does::PreviousPage, Where::JobList, "page before"),
    look("b", &[c('b')], Does::NextQueue, Where::JobList, "next queue"),
    look("/", &[c('/')], Does::Filter, Where::Lists, "filter; /! for all others"),
    look("z", &[c('z')], Does::OnlyWrong, Where::Lists, "only what is wrong"),
    look("s", &[c('s')], Does::Sort, Where::Lists, "choose what to sort by"),
    look(
        "→ l",
        &[k(KeyCode::Right), c('l')],
        Does::SortNext,
        Where::Stateless,
        "sort by the next column",
    ),
    look(
        "← h",
        &[k(KeyCode::Left), c('h')],
        Does::SortPrevious,
        Where::Stateless,
        "sort by the column before",
    ),
    look("e", &[c('e')], Does::Expand, Where::Panes, "one pane on the whole screen, or all"),
    look("i", &[c('i')], Does::Invert, Where::Lists, "turn the order round"),
    look("Space m", &[c(' '), c('m')], Does::Mark, Where::Lists, "mark"),
    look("A", &[c('A')], Does::MarkAll, Where::Lists, "mark all of the filter, or none"),
    look(":", &[c(':'), Key::Ctrl('p')], Does::Palette, Where::Anywhere, "command palette"),
    look("?", &[c('?')], Does::Help, Where::Anywhere, "the keys of this place"),
    look("u", &[c('u')], Does::Pause, Where::Anywhere, "stop and go on reading"),
    look("f", &[c('f')], Does::Freeze, Where::Anywhere, "freeze, to look back in time"),
    look("[ ]", &[c('[')], Does::Older, Where::Anywhere, "ten seconds back and forth"),
    look("", &[c(']')], Does::Newer, Where::Anywhere, ""),
    look("{ }", &[c('{')], Does::MuchOlder, Where::Anywhere, "a minute back and forth"),
    look("", &[c('}')], Does::MuchNewer, Where::Anywhere, ""),
    look("+ -", &[c('+'), c('=')], Does::Faster, Where::Anywhere, "read more or less often"),
    look("", &[c('-')], Does::Slower, Where::Anywhere, ""),
    look("y", &[c('y')], Does::Copy, Where::Anywhere, "copy the id"),
    look("Y", &[c('Y')], Does::CopyCommand, Where::Anywhere, "copy the command that shows this"),
    look(
        "w ^S",
        &[c('w'), Key::Ctrl('s')],
        Does::Save,
        Where::Anywhere,
        "write the view as JSON to a file",
    ),
    look("^L", &[Key::Ctrl('l')], Does::Redraw, Where::Anywhere, "draw anew"),
    look("^Z", &[Key::Ctrl('z')], Does::Suspend, Where::Anywhere, "to the shell; fg comes back"),
    change("R", &[c('R')], Does::Retry, Where::Failed, "run failed jobs again"),
    change("P", &[c('P')], Does::Promote, Where::Jobs, "let delayed jobs run now"),
    change("D", &[c('D')], Does::Remove, Where::Failed, "remove jobs"),
    change("U", &[c('U')], Does::Halt, Where::Queues, "pause or resume queues"),
    change("L", &[c('L')], Does::Slots, Where::Workers, "jobs at the same time in each worker"),
    change("T", &[c('T')], Does::Trip, Where::Breakers, "trip: reject all calls"),
    change("C", &[c('C')], Does::Reset, Where::Breakers, "close and forget what was"),
    change("X", &[c('X')], Does::Flush, Where::Cache, "flush entries of a kind"),
    change("S", &[c('S')], Does::RunNow, Where::Schedules, "run now, once"),
    change(
        "R",
        &[c('R')],
        Does::Restart,
        Where::Processes,
        "replace those of this kind, one at a time",
    ),
    change("L", &[c('L')], Does::Scale, Where::Processes, "more or fewer of this kind"),
];

/// What a key asks for at a place.
pub fn meaning(key: Key, place: &Place, read_only: bool) -> Option<Does> {
    if let Key::Code(KeyCode::Char(typed)) = key
        && let Some(view) = View::ALL.into_iter().find(|view| view.key() == typed)
    {
        return Some(Does::Go(view));
    }
    KEYS.iter()
        .find(|b| b.on.contains(&key) && b.place.is(place) && !(b.changes && read_only))
        .map(|binding| binding.does)
}

/// The keys of a place, those of this place alone first.
pub fn of(place: &Place, read_only: bool) -> Vec<&'static Binding> {
    let mut found: Vec<&Binding> = KEYS
        .iter()
        .filter(|b| b.place.is(place) && !(b.changes && read_only) && !b.keys.is_empty())
        .collect();
    found.sort_by_key(|b| match b.place {
        Where::Anywhere => 2,
        Where::Lists | Where::Stateless | Where::Panes => 1,
        _ => 0,
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dash::data::JobRef;

    fn places() -> Vec<Place> {
        let job = JobRef { queue: "q".into(), id: "1".into() };
        vec![
            Place::Overview,
            Place::Findings,
            Place::Queues,
            Place::Jobs { queue: "q".into(), state: None },
            Place::Job(job),
            Place::Letters,
            Place::Group("g".into()),
            Place::Workers,
            Place::Breakers,
            Place::Breaker("b".into()),
            Place::Cache,
            Place::Leads,
            Place::Lead("l".into()),
            Place::Schedules,
            Place::Events,
            Place::Processes,
            Place::Logs,
        ]
    }

    #[test]
    fn no_key_has_two_meanings_at_one_place() {
        for place in places() {
            for (n, one) in KEYS.iter().enumerate() {
                for other in &KEYS[n + 1..] {
                    let both = one.place.is(&place) && other.place.is(&place);
                    let shared = one.on.iter().find(|key| other.on.contains(key));
                    assert!(!both || shared.is_none(), "{shared:?} at {place:?}");
                }
            }
            for view in View::ALL {
                let key = c(view.key());
                assert!(KEYS.iter().all(|b| !b.on.contains(&key)), "{view:?}");
            }
        }
    }

    #[test]
    fn what_changes_things_is_uppercase_and_hidden_where_only_looking_is_allowed() {
        for binding in KEYS.iter().filter(|b| b.changes) {
            for key in binding.on {
                assert!(
                    matches!(key, Key::Code(KeyCode::Char(c)) if c.is_ascii_uppercase()),
                    "{key:?}"
                );
            }
        }
        for place in places() {
            assert!(of(&place, true).iter().all(|b| !b.changes), "{place:?}");
            for binding in KEYS.iter().filter(|b| b.changes && b.place.is(&place)) {
                assert_eq!(meaning(binding.on[0], &place, false), Some(binding.does));
                assert_eq!(meaning(binding.on[0], &place, true), None);
            }
        }
    }

    #[test]
    fn every_place_can_be_left_and_has_help() {
        for place in places() {
            for (key, does) in [
                (k(KeyCode::Esc), Does::Back),
                (c('q'), Does::Quit),
                (c('?'), Does::Help),
                (c('4'), Does::Go(View::Letters)),
                (c('p'), Does::Go(View::Processes)),
                (Key::Ctrl('z'), Does::Suspend),
            ] {
                assert_eq!(meaning(key, &place, true), Some(does), "{key:?} at {place:?}");
            }
        }
    }

    #[test]
    fn every_key_and_every_view_is_in_the_documentation() {
        let told = include_str!("../../docs/dash.md");
        for binding in KEYS {
            for key in binding.keys.split(' ').filter(|key| !key.is_empty()) {
                let key = key.replace('^', "Ctrl-").replace("1-9", "1");
                assert!(told.contains(&format!("`{key}`")), "{key}: {}", binding.what);
            }
        }
        for view in View::ALL {
            let row = format!("| `{}` | {}", view.key(), view.title());
            assert!(told.contains(&row), "{row}");
        }
    }

    #[test]
    fn keys_work_only_where_they_make_sense() {
        let jobs = Place::Jobs { queue: "q".into(), state: None };
        for (key, place, does) in [
            ('R', jobs.clone(), Some(Does::Retry)),
            ('R', Place::Letters, Some(Does::Retry)),
            ('R', Place::Queues, None),
            ('U', Place::Queues, Some(Does::Halt)),
            ('U', jobs, None),
            ('S', Place::Schedules, Some(Does::RunNow)),
            ('S', Place::Cache, None),
            ('X', Place::Cache, Some(Does::Flush)),
            ('T', Place::Breaker("b".into()), Some(Does::Trip)),
        ] {
            assert_eq!(meaning(c(key), &place, false), does, "{key} at {place:?}");
        }
    }
}
