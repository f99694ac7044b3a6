//! What keys and the mouse do to the state, and what they ask of the world.

use crossterm::event::KeyCode;

use super::actions::{Deed, Needs};
use super::data::JobRef;
use super::history::STEP;
use super::keys::{Does, Key, meaning};
use super::listing::Item;
use super::place::{Place, View};
use super::state::{Over, State};
use super::{palette, targets, view};
use crate::queue::JobState;

/// Most that is taken of what is typed, in characters.
const TYPED: usize = 200;
/// Steps of the clock for the keys that look back.
const FEW: i64 = 10;
/// The same for a minute.
const MANY: i64 = 60;

/// What the state asks of the world.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Read what this place needs.
    Look,
    /// Read as often as the state says, or not at all.
    Pace,
    /// Do it.
    Do(Deed),
    /// Put a text on the clipboard.
    Copy(String),
    /// Write the view to a file.
    Save,
    /// Draw all anew.
    Redraw,
    /// Stop until `fg`.
    Suspend,
    /// End; leave the last frame on the screen, or not.
    Quit {
        /// Leave it.
        keep: bool,
    },
}

impl State {
    /// A key was pressed.
    pub fn key(&mut self, key: Key) -> Vec<Effect> {
        match self.over.clone() {
            Some(over) => self.typing(over, key),
            None => match meaning(key, self.place(), self.options.read_only) {
                Some(does) => self.does(does),
                None => Vec::new(),
            },
        }
    }

    fn typing(&mut self, over: Over, key: Key) -> Vec<Effect> {
        match (over, key) {
            (_, Key::Ctrl('c') | Key::Code(KeyCode::Esc)) => {
                if self.over == Some(Over::Filter) {
                    self.look_mut().filter.clear();
                }
                self.over = None;
                self.look_again()
            }
            (Over::Filter, key) => self.filter_key(key),
            (Over::Sort { chosen }, key) => self.sort_key(chosen, key),
            (Over::Palette { typed, chosen }, key) => self.palette_key(typed, chosen, key),
            (Over::Help { mut typed }, key) => {
                if key == Key::Code(KeyCode::Enter) || (typed.is_empty() && is(key, "?q")) {
                    self.over = None;
                } else {
                    edit(&mut typed, key);
                    self.over = Some(Over::Help { typed });
                }
                Vec::new()
            }
            (Over::Confirm { deed, typed, .. }, key) => self.confirm_key(deed, typed, key),
        }
    }

    fn filter_key(&mut self, key: Key) -> Vec<Effect> {
        if key == Key::Code(KeyCode::Enter) {
            self.over = None;
            return Vec::new();
        }
        let look = self.look_mut();
        edit(&mut look.filter, key);
        look.row = 0;
        look.on = None;
        self.look_again()
    }

    fn palette_key(&mut self, mut typed: String, mut chosen: usize, key: Key) -> Vec<Effect> {
        match key {
            Key::Code(KeyCode::Enter) => {
                self.over = None;
                return palette::run(self, &typed, chosen);
            }
            Key::Code(KeyCode::Down | KeyCode::Tab) => chosen += 1,
            Key::Code(KeyCode::Up | KeyCode::BackTab) => chosen = chosen.saturating_sub(1),
            key => {
                edit(&mut typed, key);
                chosen = 0;
            }
        }
        let last = palette::entries(self, &typed).len().saturating_sub(1);
        self.over = Some(Over::Palette { typed, chosen: chosen.min(last) });
        Vec::new()
    }

    fn confirm_key(&mut self, deed: Deed, mut typed: String, key: Key) -> Vec<Effect> {
        let typing = deed.needs() != Needs::Nothing;
        let yes = match key {
            Key::Code(KeyCode::Enter) => typing,
            key => !typing && is(key, "yY"),
        };
        if yes {
            return match deed.clone().with(&typed) {
                Ok(deed) => {
                    self.over = None;
                    self.look_mut().marked.clear();
                    vec![Effect::Do(deed)]
                }
                Err(wrong) => {
                    self.over = Some(Over::Confirm { deed, typed, wrong: Some(wrong) });
                    Vec::new()
                }
            };
        }
        if typing {
            edit(&mut typed, key);
            self.over = Some(Over::Confirm { deed, typed, wrong: None });
        } else if is(key, "nNq") {
            self.over = None;
        }
        Vec::new()
    }

    /// Does what a key asks for.
    pub fn does(&mut self, does: Does) -> Vec<Effect> {
        match does {
            Does::Up => self.move_by(-1),
            Does::Down => self.move_by(1),
            Does::PageUp => self.move_by(-i64::from(self.rows)),
            Does::PageDown => self.move_by(i64::from(self.rows)),
            Does::Top => self.move_by(i64::MIN),
            Does::Bottom => self.move_by(i64::MAX),
            Does::Open => return self.open(),
            Does::Back => return self.back(),
            Does::Quit => {
                if self.places.len() > 1 {
                    return self.back();
                }
                return vec![Effect::Quit { keep: false }];
            }
            Does::QuitHere => return vec![Effect::Quit { keep: true }],
            Does::Go(view) => return self.go(view),
            Does::NextView | Does::PreviousView => return self.turn(does == Does::NextView),
            Does::Findings => return self.enter(Place::Findings),
            Does::NextTab | Does::PreviousTab => return self.turn_tab(does == Does::NextTab),
            Does::NextPage => {
                let next = self.page.get().and_then(|page| page.next.clone());
                if let Some(next) = next {
                    self.pages.push(Some(next));
                    self.look_mut().row = 0;
                    return self.look_again();
                }
            }
            Does::PreviousPage => {
                self.pages.pop();
                self.look_mut().row = 0;
                return self.look_again();
            }
            Does::NextQueue => return self.next_queue(),
            Does::Filter => self.over = Some(Over::Filter),
            Does::OnlyWrong => {
                let look = self.look_mut();
                look.only_wrong = !look.only_wrong;
            }
            Does::Sort => {
                let chosen = self.look().sort.map_or(0, |(column, _)| column + 1);
                self.over = Some(Over::Sort { chosen });
            }
            Does::SortNext | Does::SortPrevious => self.sort_by_next(does == Does::SortNext),
            Does::Expand => self.expand(),
            Does::Invert => {
                let look = self.look_mut();
                look.sort = Some(look.sort.map_or((0, true), |(column, down)| (column, !down)));
            }
            Does::Mark => self.mark(),
            Does::MarkAll => self.mark_all(),
            Does::Palette => {
                self.over = Some(Over::Palette { typed: String::new(), chosen: 0 });
            }
            Does::Help => self.over = Some(Over::Help { typed: String::new() }),
            Does::Pause => {
                self.paused = !self.paused;
                return vec![Effect::Pace];
            }
            Does::Freeze => self.cursor = if self.cursor.is_some() { None } else { Some(self.now) },
            Does::Older => self.step(-FEW),
            Does::Newer => self.step(FEW),
            Does::MuchOlder => self.step(-MANY),
            Does::MuchNewer => self.step(MANY),
            Does::Faster | Does::Slower => {
                self.interval = pace(self.interval, does == Does::Faster);
                return vec![Effect::Pace];
            }
            Does::Copy => return self.copy(targets::id(self)),
            Does::CopyCommand => return self.copy(Some(targets::command(self))),
            Does::Save => return vec![Effect::Save],
            Does::Redraw => return vec![Effect::Redraw],
            Does::Suspend => return vec![Effect::Suspend],
            deed => return self.ask(deed),
        }
        Vec::new()
    }

    fn ask(&mut self, does: Does) -> Vec<Effect> {
        match targets::deed(self, does) {
            Ok(deed) => {
                self.over = Some(Over::Confirm { deed, typed: String::new(), wrong: None });
            }
            Err(why) => self.tell(why, false),
        }
        Vec::new()
    }

    fn copy(&mut self, text: Option<String>) -> Vec<Effect> {
        match text {
            Some(text) => {
                self.tell(format!("copied {}", crate::plain::plain(&text)), true);
                vec![Effect::Copy(text)]
            }
            None => {
                self.tell("nothing to copy here", false);
                Vec::new()
            }
        }
    }

    fn move_by(&mut self, by: i64) {
        if self.place().is_text() {
            let look = self.look_mut();
            let scroll = i64::from(look.scroll).saturating_add(by).clamp(0, 9_999);
            look.scroll = u16::try_from(scroll).unwrap_or(0);
            return;
        }
        let listing = view::listing(self);
        let last = listing.rows.len().saturating_sub(1);
        let at = i64::try_from(view::row(&listing, &self.look())).unwrap_or(0);
        let to = at.saturating_add(by).clamp(0, i64::try_from(last).unwrap_or(i64::MAX));
        let row = usize::try_from(to).unwrap_or(0);
        let on = listing.rows.get(row).map(|row| row.item.clone());
        let look = self.look_mut();
        look.row = row;
        look.on = on;
    }

    /// Goes into what the cursor is on.
    pub fn open(&mut self) -> Vec<Effect> {
        let Some(item) = view::current(self) else { return Vec::new() };
        match item {
            Item::Queue(queue) if self.options.has_queue => {
                self.enter(Place::Jobs { queue, state: None })
            }
            Item::Job(job) => self.enter(Place::Job(job)),
            Item::Group(group) => self.enter(Place::Group(group)),
            Item::Breaker(name) => self.enter(Place::Breaker(name)),
            Item::Lead(id) => self.enter(Place::Lead(id)),
            Item::Finding(n) => {
                let finding = self.verdict().and_then(|v| v.findings.get(n).cloned());
                match finding.and_then(|finding| self.leads_to(&finding).1) {
                    Some(view) => self.go(view),
                    None => Vec::new(),
                }
            }
            Item::Nth(n) if *self.place() == Place::Events => {
                let event = self.events.iter().find(|(seen, _)| *seen == n);
                match event.and_then(|(_, e)| Some((e.queue.clone(), e.job_id.clone()?))) {
                    Some((queue, id)) => self.enter(Place::Job(JobRef { queue, id })),
                    None => Vec::new(),
                }
            }
            Item::Process(id) => match self.job_of(&id) {
                Some(job) => self.enter(Place::Job(job)),
                None => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    /// The first job that a process works on.
    fn job_of(&self, id: &str) -> Option<JobRef> {
        let process = self.parts().processes.get()?.iter().find(|process| process.id == id)?;
        let (queue, id) = process.active_jobs.first()?.rsplit_once('/')?;
        Some(JobRef { queue: queue.to_owned(), id: id.to_owned() })
    }

    /// Goes to a place, from which one can come back.
    pub fn enter(&mut self, place: Place) -> Vec<Effect> {
        if *self.place() == place {
            return Vec::new();
        }
        if matches!(place, Place::Jobs { .. }) {
            self.pages.clear();
            self.looking.remove("jobs");
        }
        if place.is_text() {
            self.looking.remove(match place {
                Place::Job(_) => "job",
                Place::Lead(_) => "lead",
                _ => "breaker",
            });
        }
        self.places.push(place);
        self.look_again()
    }

    fn back(&mut self) -> Vec<Effect> {
        let look = self.look_mut();
        if !look.filter.is_empty() || !look.marked.is_empty() {
            look.filter.clear();
            look.marked.clear();
            return self.look_again();
        }
        if self.places.len() > 1 {
            self.places.pop();
        } else if self.cursor.is_some() {
            self.cursor = None;
        }
        self.look_again()
    }

    /// Goes to a view; the way back leads to the overview.
    pub fn go(&mut self, to: View) -> Vec<Effect> {
        if !self.views().contains(&to) {
            self.tell(format!("there is nothing to show of {}", to.title().to_lowercase()), false);
            return Vec::new();
        }
        self.begin(to);
        self.look_again()
    }

    /// Is at a view, whatever there is to show of it; the way back leads to the overview.
    pub fn begin(&mut self, view: View) {
        let place = match view {
            View::Overview => Place::Overview,
            View::Queues => Place::Queues,
            View::Jobs => Place::Jobs { queue: self.first_queue(), state: None },
            View::Letters => Place::Letters,
            View::Workers => Place::Workers,
            View::Breakers => Place::Breakers,
            View::Cache => Place::Cache,
            View::Leads => Place::Leads,
            View::Schedules => Place::Schedules,
            View::Events => Place::Events,
            View::Processes => Place::Processes,
            View::Logs => Place::Logs,
        };
        self.places = vec![Place::Overview];
        if place != Place::Overview {
            self.enter(place);
        }
    }

    fn first_queue(&self) -> String {
        let queues = self.parts().queues.get();
        let busy = queues.and_then(|all| {
            all.iter().find(|q| q.status.counts.ready() + q.status.counts.active > 0)
        });
        busy.or_else(|| queues.and_then(|all| all.first()))
            .map_or_else(|| crate::jobs::QUEUES[0].to_owned(), |queue| queue.status.name.clone())
    }

    fn turn(&mut self, forth: bool) -> Vec<Effect> {
        let views = self.views();
        let at = views.iter().position(|view| *view == self.place().view()).unwrap_or(0);
        let by = if forth { 1 } else { views.len() - 1 };
        self.go(views[(at + by) % views.len()])
    }

    fn turn_tab(&mut self, forth: bool) -> Vec<Effect> {
        let tabs: Vec<Option<JobState>> =
            std::iter::once(None).chain(JobState::ALL.iter().copied().map(Some)).collect();
        if let Some(Place::Jobs { state, .. }) = self.places.last_mut() {
            let at = tabs.iter().position(|tab| tab == state).unwrap_or(0);
            let by = if forth { 1 } else { tabs.len() - 1 };
            *state = tabs[(at + by) % tabs.len()];
        }
        self.new_list()
    }

    fn next_queue(&mut self) -> Vec<Effect> {
        let names: Vec<String> = self
            .parts()
            .queues
            .get()
            .map(|all| all.iter().map(|q| q.status.name.clone()).collect())
            .unwrap_or_default();
        if let (Some(Place::Jobs { queue, .. }), false) = (self.places.last_mut(), names.is_empty())
        {
            let at = names.iter().position(|name| name == queue).unwrap_or(names.len() - 1);
            queue.clone_from(&names[(at + 1) % names.len()]);
        }
        self.new_list()
    }

    fn new_list(&mut self) -> Vec<Effect> {
        self.pages.clear();
        let look = self.look_mut();
        look.row = 0;
        look.on = None;
        look.marked.clear();
        self.look_again()
    }

    fn mark(&mut self) {
        let Some(item) = view::current(self) else { return };
        let look = self.look_mut();
        if !look.marked.remove(&item) {
            look.marked.insert(item);
        }
        self.move_by(1);
    }

    fn mark_all(&mut self) {
        let items: Vec<Item> = view::listing(self).rows.into_iter().map(|row| row.item).collect();
        let look = self.look_mut();
        if look.marked.is_empty() {
            look.marked.extend(items);
        } else {
            look.marked.clear();
        }
    }

    fn step(&mut self, steps: i64) {
        let Some((first, last)) = self.history.span() else { return };
        let at = self.cursor.unwrap_or(last);
        let by = STEP.saturating_mul(u32::try_from(steps.unsigned_abs()).unwrap_or(1));
        let to = if steps < 0 { at.minus(by) } else { at.plus(by) };
        self.cursor = if to >= last && steps > 0 { None } else { Some(to.max(first)) };
    }

    fn look_again(&self) -> Vec<Effect> {
        vec![Effect::Look]
    }
}

fn is(key: Key, any: &str) -> bool {
    matches!(key, Key::Code(KeyCode::Char(c)) if any.contains(c))
}

/// Changes what is being typed.
fn edit(typed: &mut String, key: Key) {
    match key {
        Key::Code(KeyCode::Char(c)) if typed.chars().count() < TYPED && !c.is_control() => {
            typed.push(c);
        }
        Key::Code(KeyCode::Backspace) => {
            typed.pop();
        }
        Key::Ctrl('u') => typed.clear(),
        _ => {}
    }
}

/// The next shorter or longer time between two looks.
fn pace(now: std::time::Duration, faster: bool) -> std::time::Duration {
    const STEPS: [u64; 7] = [250, 500, 1_000, 2_000, 5_000, 10_000, 30_000];
    let ms = u64::try_from(now.as_millis()).unwrap_or(u64::MAX);
    let next = if faster {
        STEPS.iter().rev().find(|step| **step < ms).unwrap_or(&STEPS[0])
    } else {
        STEPS.iter().find(|step| **step > ms).unwrap_or(&STEPS[STEPS.len() - 1])
    };
    std::time::Duration::from_millis(*next)
}
