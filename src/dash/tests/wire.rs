//! What goes over the wire to a terminal.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::samples::{NOW, healthy};
use crate::dash::place::{Place, View};
use crate::dash::theme::{Depth, Theme};
use crate::dash::view;

/// Counts what is written.
#[derive(Clone, Default)]
struct Wire(Arc<Mutex<Vec<u8>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("whole").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Wire {
    fn take(&self) -> usize {
        std::mem::take(&mut *self.0.lock().expect("whole")).len()
    }
}

/// Most bytes in a second where nothing happens but the time.
const MOST: usize = 2_000;

#[test]
fn at_rest_little_is_written() {
    let theme = Theme { depth: Depth::True, light: false, ascii: false };
    for view in View::ALL {
        let mut state = healthy();
        state.begin(view);
        let wire = Wire::default();
        let viewport = Viewport::Fixed(Rect::new(0, 0, 120, 40));
        let options = TerminalOptions { viewport };
        let backend = CrosstermBackend::new(wire.clone());
        let mut terminal = Terminal::with_options(backend, options).expect("a terminal");
        let mut draw = |state: &_| {
            terminal.draw(|frame| view::draw(state, &theme, frame)).expect("drawn");
            wire.take()
        };
        let first = draw(&state);
        assert!(first > 2_000, "{view:?}: {first}");
        let mut all = 0;
        // A quarter of a minute in which every source says the same again, four frames a second.
        for quarter in 1..=60 {
            let now = NOW.plus(Duration::from_millis(250 * quarter));
            again(&mut state, now);
            state.tick(now);
            all += draw(&state);
        }
        assert!(all / 15 < MOST, "{view:?}: {} bytes a second", all / 15);
    }
}

fn again(state: &mut crate::dash::state::State, now: crate::model::Timestamp) {
    let live = &mut state.live;
    for at in [
        &mut live.queues.at,
        &mut live.processes.at,
        &mut live.system.at,
        &mut live.schedules.at,
        &mut live.breakers.at,
        &mut live.cache.at,
        &mut live.traffic.at,
        &mut state.letters.at,
        &mut state.leads.at,
        &mut state.page.at,
        &mut state.job.at,
        &mut state.logs.at,
    ] {
        *at = Some(now);
    }
}

#[test]
fn a_lead_that_is_shown_is_a_link_and_one_under_a_dialog_is_not() {
    use crate::dash::links;
    use crate::dash::screen::frame;
    use crate::dash::state::Over;
    let mut state = healthy();
    // So low that the dialog is over all of it.
    let size = ratatui::layout::Size { width: 100, height: 24 };
    let links = |state: &_| links::of(state, &frame(state, &Theme::text(), size));
    assert_eq!(links(&state), []);
    state.begin(View::Leads);
    let shown = links(&state);
    let url = "https://www.reddit.com/r/freelance/comments/abc/which_tool/";
    assert_eq!(shown.len(), 1, "{shown:?}");
    assert_eq!((shown[0].url.as_str(), usize::from(shown[0].width)), (url, url.len()));
    state.enter(Place::Lead("q1sgkae1n5fvr".into()));
    assert_eq!(links(&state).len(), 1);
    state.over = Some(Over::Help { typed: String::new() });
    assert_eq!(links(&state), []);
}
