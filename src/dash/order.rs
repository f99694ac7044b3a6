//! In which order a list stands, and which pane has the room.

use crossterm::event::KeyCode;

use super::input::Effect;
use super::keys::{Does, Key};
use super::place::Place;
use super::state::{Over, State};
use super::view;

impl State {
    /// 0 is the order as it comes, then the columns.
    fn sort_by(&mut self, chosen: usize) {
        let look = self.look_mut();
        let down = look.sort.is_some_and(|(_, down)| down);
        look.sort = chosen.checked_sub(1).map(|column| (column, down));
    }

    /// Sorts by the next column, or the one before.
    pub(super) fn sort_by_next(&mut self, forth: bool) {
        let orders = view::listing(self).columns.len() + 1;
        let now = self.look().sort.map_or(0, |(column, _)| column + 1);
        self.sort_by((now + if forth { 1 } else { orders - 1 }) % orders);
    }

    /// A key was pressed in the menu of columns.
    pub(super) fn sort_key(&mut self, chosen: usize, key: Key) -> Vec<Effect> {
        let last = view::listing(self).columns.len();
        let chosen = match key {
            Key::Code(KeyCode::Enter) => {
                self.over = None;
                self.sort_by(chosen);
                return Vec::new();
            }
            Key::Code(KeyCode::Char('i')) => {
                self.over = None;
                self.sort_by(chosen);
                return self.does(Does::Invert);
            }
            Key::Code(KeyCode::Down | KeyCode::Char('j')) => (chosen + 1).min(last),
            Key::Code(KeyCode::Up | KeyCode::Char('k')) => chosen.saturating_sub(1),
            Key::Code(KeyCode::Char('s')) => (chosen + 1) % (last + 1),
            Key::Code(KeyCode::Char('q')) => {
                self.over = None;
                return Vec::new();
            }
            _ => chosen,
        };
        self.over = Some(Over::Sort { chosen });
        Vec::new()
    }

    /// Gives all room to the next pane, or to all again.
    pub(super) fn expand(&mut self) {
        let panes = if *self.place() == Place::Overview { 3 } else { 1 };
        let look = self.look_mut();
        look.expanded = if look.expanded >= panes { 0 } else { look.expanded + 1 };
    }
}
