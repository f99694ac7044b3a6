//! What the mouse does to the state, where it is listened to.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Rect;

use super::input::Effect;
use super::keys::Does;
use super::state::State;
use super::view;

impl State {
    /// The mouse did something on a screen of this size.
    pub fn mouse(&mut self, mouse: MouseEvent, area: Rect) -> Vec<Effect> {
        if self.over.is_some() {
            return Vec::new();
        }
        match mouse.kind {
            MouseEventKind::ScrollUp => self.does(Does::Up),
            MouseEventKind::ScrollDown => self.does(Does::Down),
            MouseEventKind::Down(MouseButton::Left) => {
                let tabs = view::areas(area, self).tabs;
                if tabs.height > 0 && mouse.row == tabs.y {
                    let tab = view::tab_at(self, area.width, mouse.column);
                    return tab.map_or_else(Vec::new, |tab| self.go(tab));
                }
                view::row_at(self, area, mouse.row).map_or_else(Vec::new, |row| self.click(row))
            }
            _ => Vec::new(),
        }
    }

    /// A click moves the cursor; one on the cursor opens.
    fn click(&mut self, row: usize) -> Vec<Effect> {
        let listing = view::listing(self);
        let again = view::row(&listing, &self.look()) == row;
        let on = listing.rows.get(row).map(|row| row.item.clone());
        let look = self.look_mut();
        look.row = row;
        look.on = on;
        if again { self.open() } else { Vec::new() }
    }
}
